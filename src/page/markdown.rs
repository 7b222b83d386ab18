//! From Markdown to a [`Body`]: CommonMark with tables, footnotes, heading ids, alerts, definition lists and wikilinks.
//!
//! The HTML is written here rather than by the parser's own writer, because links, boxes, images, footnotes and headings
//! are holes or need ids that stay unique where a box is embedded.

use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset,
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::body::{Body, Embed, Fill, Heading, Image, InterfaceWord, Reference};
use super::destination::Destination;
use super::writer::Writer;
use crate::address::Anchor;
use crate::config::RawHtml;
use crate::diagnostic::{Code, Finding, Lines};
use crate::source::Entry;

/// How many characters of the first paragraph serve as a summary.
const SUMMARY: usize = 300;

type Spot = Range<usize>;

/// Reads the body that begins at `start`.
pub(super) fn read(entry: &Entry, text: &str, start: usize, lines: &Lines<'_>, raw_html: RawHtml, findings: &mut Vec<Finding>) -> Body {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    let source = &text[start..];
    let events = TextMergeWithOffset::new(Parser::new_ext(source, options).into_offset_iter()).collect();
    let mut reader = Reader {
        entry,
        source,
        start,
        lines,
        raw_html,
        findings,
        events,
        at: 0,
        out: Writer::default(),
        open_notes: Vec::new(),
        body: Body::default(),
        anchors: FxHashSet::default(),
        level: 1,
        tables: 0,
        columns: Vec::new(),
        column: 0,
        in_table_head: false,
        in_code: false,
        links: Vec::new(),
        notes: Notes::default(),
        refused: Vec::new(),
        open_blocks: 0,
    };
    reader.run();
    reader.finish()
}

struct Reader<'a, 'f> {
    entry: &'a Entry,
    source: &'a str,
    start: usize,
    lines: &'a Lines<'a>,
    raw_html: RawHtml,
    findings: &'f mut Vec<Finding>,
    events: Vec<(Event<'a>, Spot)>,
    at: usize,
    /// The page.
    out: Writer,
    /// The texts of footnotes that are open, by name; the innermost is written to instead of the page.
    open_notes: Vec<(String, Writer)>,
    body: Body,
    anchors: FxHashSet<Anchor>,
    /// The level of the last heading.
    level: u8,
    tables: u32,
    columns: Vec<Alignment>,
    column: usize,
    in_table_head: bool,
    in_code: bool,
    /// What closes each link that is open.
    links: Vec<Close>,
    notes: Notes,
    /// Names of the HTML elements that were refused and are still open: their end tags are no faults of their own.
    refused: Vec<String>,
    /// How many blocks are open round the current event: a box stands alone only outside all of them.
    open_blocks: usize,
}

#[derive(Clone, Copy)]
enum Close {
    /// The end tag of a reference.
    Reference(u32),
    /// Nothing: the link was refused, and only its words stand there.
    Nothing,
}

#[derive(Default)]
struct Notes {
    /// The number of each note by name, in the order of its first mark.
    numbers: FxHashMap<String, u32>,
    /// Name, place of its first mark and how many marks each note has.
    marks: Vec<(String, Spot, u32)>,
    texts: FxHashMap<String, (Writer, Spot)>,
}

impl<'a> Reader<'a, '_> {
    fn run(&mut self) {
        while self.at < self.events.len() {
            self.step();
        }
    }

    fn step(&mut self) {
        let (event, spot) = self.events[self.at].clone();
        self.at += 1;
        match event {
            Event::Start(tag) => self.open(tag, spot),
            Event::End(tag) => self.close(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.words(&text, &spot),
            Event::Code(code) => {
                self.put("<code>");
                self.writer().text(&code);
                self.put("</code>");
            }
            Event::SoftBreak => self.put("\n"),
            Event::HardBreak => self.put("<br>\n"),
            Event::Rule => self.put("<hr>\n"),
            Event::FootnoteReference(name) => self.note_mark(&name, spot),
            Event::InlineHtml(html) | Event::Html(html) => self.html(&html, &spot),
            Event::TaskListMarker(_) => {}
        }
    }

    fn writer(&mut self) -> &mut Writer {
        self.open_notes.last_mut().map_or(&mut self.out, |(_, writer)| writer)
    }

    fn put(&mut self, html: &str) {
        self.writer().tag(html);
    }

    fn hole(&mut self, fill: Fill) {
        self.writer().hole(fill);
    }

    fn place(&self, spot: &Spot) -> crate::diagnostic::Place {
        self.lines.place(&self.entry.path, self.start + spot.start..self.start + spot.end)
    }

    fn report(&mut self, code: Code, spot: &Spot) -> &mut Finding {
        let finding = Finding::new(code, self.place(spot));
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    fn report_value(&mut self, code: Code, spot: &Spot, value: &str) {
        self.report(code, spot).values.push(("value", value.to_owned()));
    }

    fn open(&mut self, tag: Tag<'a>, spot: Spot) {
        if is_block(&tag) {
            self.open_blocks += 1;
        }
        match tag {
            Tag::Paragraph => self.paragraph(),
            Tag::Heading { level, id, .. } => self.heading(level, id.as_deref(), &spot),
            Tag::BlockQuote(kind) => self.quote(kind),
            Tag::CodeBlock(kind) => self.code(&kind),
            Tag::HtmlBlock => self.html_block(&spot),
            Tag::List(Some(1)) => self.put("<ol>\n"),
            Tag::List(Some(first)) => self.put(&format!("<ol start=\"{first}\">\n")),
            Tag::List(None) => self.put("<ul>\n"),
            Tag::Item => self.put("<li>"),
            Tag::FootnoteDefinition(name) => self.note_text(name.to_string(), spot),
            Tag::DefinitionList => self.put("<dl>\n"),
            Tag::DefinitionListTitle => self.put("<dt>"),
            Tag::DefinitionListDefinition => self.put("<dd>"),
            Tag::Table(columns) => self.table(columns),
            Tag::TableHead => {
                self.in_table_head = true;
                self.column = 0;
                self.put("<thead>\n<tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.put("<tr>");
            }
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.put("<em>"),
            Tag::Strong => self.put("<strong>"),
            Tag::Strikethrough => self.put("<del>"),
            Tag::Superscript => self.put("<sup>"),
            Tag::Subscript => self.put("<sub>"),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, spot),
            Tag::Image { link_type, dest_url, title, .. } => self.image(link_type, &dest_url, &title, &spot),
            Tag::MetadataBlock(_) => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        if is_block_end(tag) {
            self.open_blocks = self.open_blocks.saturating_sub(1);
        }
        match tag {
            TagEnd::Paragraph => self.put("</p>\n"),
            TagEnd::Heading(_) | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => {}
            TagEnd::BlockQuote(Some(_)) => self.put("</div>\n"),
            TagEnd::BlockQuote(None) => self.put("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.put("</code></pre>\n");
            }
            TagEnd::List(true) => self.put("</ol>\n"),
            TagEnd::List(false) => self.put("</ul>\n"),
            TagEnd::Item => self.put("</li>\n"),
            TagEnd::FootnoteDefinition => self.note_text_ends(),
            TagEnd::DefinitionList => self.put("</dl>\n"),
            TagEnd::DefinitionListTitle => self.put("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.put("</dd>\n"),
            TagEnd::Table => {
                self.columns.clear();
                self.put("</tbody>\n</table>\n</div>\n");
            }
            TagEnd::TableHead => {
                self.in_table_head = false;
                self.put("</tr>\n</thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.put("</tr>\n"),
            TagEnd::TableCell => {
                self.column += 1;
                self.put(if self.in_table_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.put("</em>"),
            TagEnd::Strong => self.put("</strong>"),
            TagEnd::Strikethrough => self.put("</del>"),
            TagEnd::Superscript => self.put("</sup>"),
            TagEnd::Subscript => self.put("</sub>"),
            TagEnd::Link => match self.links.pop() {
                Some(Close::Reference(number)) => self.hole(Fill::Close(number)),
                Some(Close::Nothing) | None => {}
            },
        }
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>) {
        self.in_code = true;
        self.put("<pre tabindex=\"0\"><code");
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split_whitespace().next()
        {
            self.put(" class=\"language-");
            self.writer().attribute(language);
            self.put("\"");
        }
        self.put(">");
    }

    /// Text of the author's; what is left of a wikilink or a footnote mark in it was meant to be one.
    fn words(&mut self, text: &str, spot: &Spot) {
        self.writer().text(text);
        if self.in_code || !self.source[spot.clone()].contains('[') {
            return;
        }
        self.leftover_wikilink(spot);
        self.leftover_note(spot);
    }

    fn leftover_wikilink(&mut self, spot: &Spot) {
        let source = self.source;
        for (at, _) in source[spot.clone()].match_indices("[[") {
            let at = spot.start + at;
            let escaped = source[..at].ends_with('\\') || source[..at].ends_with('[');
            if escaped {
                continue;
            }
            let line_end = source[at..].find('\n').map_or(source.len(), |end| at + end);
            let end = source[at..line_end].find("]]").map_or(line_end, |end| at + end + 2);
            let in_table = !self.columns.is_empty() && self.source[at..end].contains('|');
            let wrote = source[at..end].trim_end().to_owned();
            let finding = self.report(Code::BrokenWikilink, &(at..end));
            finding.values.push(("cause", if in_table { "table" } else { "other" }.to_owned()));
            finding.values.push(("better", wrote.replacen('|', "\\|", 1)));
            finding.values.push(("value", wrote));
        }
    }

    fn leftover_note(&mut self, spot: &Spot) {
        let source = self.source;
        for (at, _) in source[spot.clone()].match_indices("[^") {
            let at = spot.start + at;
            let Some(length) = source[at..spot.end].find(']') else { continue };
            if !source[..at].ends_with('\\') && length > 2 {
                let name = source[at + 2..at + length].to_owned();
                self.report_value(Code::FootnoteMissing, &(at..at + length + 1), &name);
            }
        }
    }

    /// The events of the current element, up to its end tag, without moving on.
    fn inside(&self) -> &[(Event<'a>, Spot)] {
        let mut depth = 0;
        for (i, (event, _)) in self.events[self.at..].iter().enumerate() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return &self.events[self.at..self.at + i],
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        &self.events[self.at..]
    }

    /// A paragraph, unless all of it is a box or a picture.
    fn paragraph(&mut self) {
        let inside = self.inside();
        let skip = inside.len() + 1;
        let alone = matches!(inside.first(), Some((Event::Start(Tag::Image { .. }), _)))
            && matches!(inside.last(), Some((Event::End(TagEnd::Image), _)))
            && inside.iter().filter(|(event, _)| matches!(event, Event::Start(Tag::Image { .. }))).count() == 1;
        if let (true, Some((Event::Start(Tag::Image { link_type, dest_url, title, .. }), spot))) = (alone, inside.first().cloned()) {
            let is_box = matches!(link_type, LinkType::WikiLink { .. });
            // The paragraph itself counts as open.
            if is_box && dest_url.contains('\n') {
                self.broken_over_lines(&dest_url, &spot);
            } else if is_box && self.open_blocks == 1 && self.open_notes.is_empty() {
                self.embed(&dest_url, &spot);
            } else if is_box {
                self.report_value(Code::EmbedInText, &spot, &dest_url);
            } else {
                let alt = plain(&inside[1..inside.len() - 1]);
                self.picture(&dest_url, alt, &title, true, &spot);
            }
            self.at += skip;
            self.open_blocks -= 1;
            return;
        }
        if self.body.summary.is_empty() && self.open_blocks == 1 && self.open_notes.is_empty() {
            self.body.summary = shortened(&plain(inside), SUMMARY);
        }
        self.put("<p>");
        self.unknown_alert();
    }

    fn embed(&mut self, key: &str, spot: &Spot) {
        let number = self.body.embeds.len() as u32;
        let embed = Embed { key: key.trim().to_owned(), under: self.level, place: self.place(spot) };
        self.body.embeds.push(embed);
        self.hole(Fill::Embed(number));
        self.put("\n");
    }

    fn image(&mut self, link_type: LinkType, url: &str, title: &str, spot: &Spot) {
        let inside = self.inside();
        let (alt, skip) = (plain(inside), inside.len() + 1);
        if matches!(link_type, LinkType::WikiLink { .. }) {
            self.report_value(Code::EmbedInText, spot, url);
        } else {
            self.picture(url, alt, title, false, spot);
        }
        self.at += skip;
    }

    fn picture(&mut self, url: &str, alt: String, caption: &str, alone: bool, spot: &Spot) {
        if Destination::is_elsewhere(url) {
            self.report_value(Code::OutsideSite, spot, url);
            return;
        }
        if alt.trim().is_empty() {
            self.report_value(Code::ImageAlt, spot, url);
        }
        let number = self.body.images.len() as u32;
        let file = percent_encoding::percent_decode_str(url).decode_utf8_lossy().into_owned();
        self.body.images.push(Image { file, alt, caption: caption.to_owned(), alone, place: self.place(spot) });
        self.hole(Fill::Image(number));
        if alone {
            self.put("\n");
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<&str>, spot: &Spot) {
        let level = level as u8;
        let inside: Vec<(Event<'a>, Spot)> = self.inside().to_vec();
        let text = plain(&inside);
        if level == 1 {
            self.report_value(Code::HeadingOne, spot, &text);
        } else if level > self.level + 1 {
            let above = self.level;
            let finding = self.report(Code::HeadingSkip, spot);
            finding.values.push(("value", text.clone()));
            finding.values.push(("level", level.to_string()));
            finding.values.push(("above", above.to_string()));
        }
        let level = level.max(2);
        self.level = level;
        let anchor = self.anchor(id, &text, spot);
        self.put("<h");
        self.hole(Fill::Level(level));
        self.put(" id=\"");
        self.hole(Fill::IdPrefix);
        self.put(anchor.as_str());
        self.put("\">");
        let end = self.at + inside.len();
        while self.at < end {
            self.step();
        }
        self.put("</h");
        self.hole(Fill::Level(level));
        self.put(">\n");
        self.body.headings.push(Heading { level, anchor, text });
    }

    /// The heading's own id, or one made of its words; each once on the page.
    fn anchor(&mut self, id: Option<&str>, text: &str, spot: &Spot) -> Anchor {
        if let Some(id) = id {
            let at = self.source[spot.clone()].rfind(&format!("#{id}"));
            let spot = &at.map_or(spot.clone(), |at| spot.start + at..spot.start + at + 1 + id.len());
            match Anchor::parse(id) {
                Some(anchor) if self.anchors.insert(anchor.clone()) => return anchor,
                Some(anchor) => self.report_value(Code::RepeatedAnchor, spot, anchor.as_str()),
                None => {
                    let better = Anchor::from_heading(id).map_or(String::new(), |anchor| anchor.to_string());
                    let finding = self.report(Code::BadAnchor, spot);
                    finding.values.push(("value", id.to_owned()));
                    finding.values.push(("better", better));
                }
            }
        }
        let base = id.and_then(Anchor::from_heading).or_else(|| Anchor::from_heading(text));
        let base = base.unwrap_or_else(Anchor::wordless);
        let mut anchor = base.clone();
        let mut number = 2;
        while !self.anchors.insert(anchor.clone()) {
            anchor = base.numbered(number);
            number += 1;
        }
        anchor
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>) {
        let Some(kind) = kind else {
            self.put("<blockquote>\n");
            return;
        };
        let (class, word) = match kind {
            BlockQuoteKind::Note => ("note", InterfaceWord::AlertNote),
            BlockQuoteKind::Tip => ("tip", InterfaceWord::AlertTip),
            BlockQuoteKind::Important => ("important", InterfaceWord::AlertImportant),
            BlockQuoteKind::Warning => ("warning", InterfaceWord::AlertWarning),
            BlockQuoteKind::Caution => ("caution", InterfaceWord::AlertCaution),
        };
        self.put(&format!("<div class=\"alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">"));
        self.hole(Fill::Word(word, 0));
        self.put("</p>\n");
    }

    /// A quote that begins with `[!FOO]` was meant as an alert.
    fn unknown_alert(&mut self) {
        let quoted = self.at >= 2 && matches!(self.events[self.at - 2].0, Event::Start(Tag::BlockQuote(None)));
        let Some((Event::Text(text), spot)) = self.events.get(self.at).cloned() else { return };
        if let (true, Some(kind)) = (quoted, text.strip_prefix("[!").and_then(|rest| rest.split(']').next())) {
            let kinds = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
            let finding = Finding::new(Code::UnknownAlert, self.place(&(spot.start..spot.start + kind.len() + 3)));
            let finding = finding.with("value", kind).with("known", kinds.join(", "));
            // A kind that exists is none where text follows it on its line.
            let known = kinds.contains(&kind.to_uppercase().as_str());
            let finding = finding.with("state", if known { "not-alone" } else { "unknown" });
            self.findings.push(if known { finding } else { finding.suggest(kind, kinds) });
        }
    }

    fn table(&mut self, columns: Vec<Alignment>) {
        self.tables += 1;
        self.columns = columns;
        self.put("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        let number = self.tables;
        self.hole(Fill::Word(InterfaceWord::Table, number));
        self.put("\">\n<table>\n");
    }

    fn cell(&mut self) {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"centre\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        let (tag, scope) = if self.in_table_head { ("th", " scope=\"col\"") } else { ("td", "") };
        self.put(&format!("<{tag}{scope}{class}>"));
    }

    fn link(&mut self, link_type: LinkType, url: &str, spot: Spot) {
        let inside = plain(self.inside());
        if let LinkType::WikiLink { has_pothole } = link_type {
            if url.contains('\n') {
                self.broken_over_lines(url, &spot);
                self.links.push(Close::Nothing);
                return;
            }
            self.reference(Destination::wiki(url), has_pothole, &inside, spot);
            if !has_pothole {
                // What the parser offers as text is the key; the title comes in its place.
                self.at += self.inside().len();
            }
            return;
        }
        if url.trim().is_empty() {
            self.report(Code::EmptyLink, &spot).values.push(("lacks", "address".to_owned()));
            self.links.push(Close::Nothing);
            return;
        }
        let url = if link_type == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
        match Destination::ordinary(&url, &self.entry.path) {
            Ok(destination) => self.reference(destination, true, &inside, spot),
            Err(code) => {
                // A goal is linked to as a page is, by its key.
                let goal = url.to_lowercase().starts_with("sdg:").then(|| format!("[[{}|{inside}]]", url.to_lowercase()));
                let finding = self.report(code, &spot);
                finding.values.push(("value", url));
                finding.suggestion = goal;
                self.links.push(Close::Nothing);
            }
        }
    }

    fn broken_over_lines(&mut self, key: &str, spot: &Spot) {
        let finding = self.report(Code::BrokenWikilink, spot);
        finding.values.push(("cause", "line".to_owned()));
        finding.values.push(("better", String::new()));
        finding.values.push(("value", key.split_whitespace().collect::<Vec<_>>().join(" ")));
    }

    fn reference(&mut self, to: Destination, has_words: bool, words: &str, spot: Spot) {
        if has_words && words.trim().is_empty() && !self.holds_image() {
            self.report(Code::EmptyLink, &spot).values.push(("lacks", "words".to_owned()));
        } else if has_words && is_weak(words, self.entry.language.as_str()) {
            self.report_value(Code::WeakLinkText, &spot, words.trim());
        }
        let number = self.body.references.len() as u32;
        self.body.references.push(Reference { to, has_words, place: self.place(&spot) });
        self.hole(Fill::Open(number));
        self.links.push(Close::Reference(number));
    }

    fn holds_image(&self) -> bool {
        self.inside().iter().any(|(event, _)| matches!(event, Event::Start(Tag::Image { .. })))
    }

    /// Comments are dropped; other HTML is published only where the site says so.
    fn html(&mut self, html: &str, spot: &Spot) {
        let start = after_comments(html);
        let rest = &html[start..];
        // A comment that does not end takes all the text below it with it.
        let swallows = rest.starts_with("<!--");
        if rest.is_empty() {
        } else if self.raw_html == RawHtml::Allow && !swallows {
            self.put(&without_comments(html));
        } else if swallows || !self.ends_refused(rest) {
            let line = rest.lines().next().unwrap_or_default().trim_end().to_owned();
            self.report_value(Code::RawHtml, &(spot.start + start..spot.end), &line);
        }
    }

    /// Whether HTML is the end tag of an element that was refused where it began. A start tag is remembered.
    fn ends_refused(&mut self, html: &str) -> bool {
        let name = |tag: &str| tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        if let Some(tag) = html.strip_prefix("</") {
            let open = self.refused.iter().rposition(|open| *open == name(tag));
            return open.map(|open| self.refused.remove(open)).is_some();
        }
        let name = name(html.trim_start_matches('<'));
        if !name.is_empty() && !html.contains(&format!("</{name}")) {
            self.refused.push(name);
        }
        false
    }

    /// All lines of a block at once, since a comment may span several of them.
    fn html_block(&mut self, spot: &Spot) {
        let inside = self.inside();
        let skip = inside.len();
        let html: String = inside.iter().map(|(event, _)| if let Event::Html(html) = event { html.as_ref() } else { "" }).collect();
        self.html(&html, spot);
        self.at += skip;
    }

    fn note_mark(&mut self, name: &str, spot: Spot) {
        let next = self.notes.marks.len() as u32 + 1;
        let number = *self.notes.numbers.entry(name.to_owned()).or_insert(next);
        if number == next {
            self.notes.marks.push((name.to_owned(), spot, 0));
        }
        let marks = &mut self.notes.marks[number as usize - 1].2;
        *marks += 1;
        let id = mark_id(number, *marks);
        self.put("<sup class=\"note-mark\"><a id=\"");
        self.hole(Fill::IdPrefix);
        self.put(&id);
        self.put("\" href=\"#");
        self.hole(Fill::IdPrefix);
        self.put(&format!("note--{number}\" role=\"doc-noteref\" aria-label=\""));
        self.hole(Fill::Word(InterfaceWord::NoteMark, number));
        self.put(&format!("\">{number}</a></sup>"));
    }

    fn note_text(&mut self, name: String, spot: Spot) {
        if self.notes.texts.contains_key(&name) {
            // The first text of a name is the one that its marks lead to.
            self.report_value(Code::FootnoteUnused, &spot, &name);
        }
        self.notes.texts.entry(name.clone()).or_insert((Writer::default(), spot));
        self.open_notes.push((name, Writer::default()));
    }

    fn note_text_ends(&mut self) {
        let Some((name, writer)) = self.open_notes.pop() else { return };
        if let Some((text, _)) = self.notes.texts.get_mut(&name)
            && text.html.is_empty()
        {
            *text = writer;
        }
    }

    fn finish(mut self) -> Body {
        self.write_notes();
        self.body.html = self.out.html;
        self.body.holes = self.out.holes;
        self.body
    }

    /// The notes below the text, in the order of their first marks, each with the way back to every mark.
    fn write_notes(&mut self) {
        let mut unused: Vec<(String, Spot)> = self
            .notes
            .texts
            .iter()
            .filter(|(name, _)| !self.notes.numbers.contains_key(*name))
            .map(|(name, (_, spot))| (name.clone(), spot.clone()))
            .collect();
        unused.sort_by_key(|(_, spot)| spot.start);
        for (name, spot) in unused {
            self.report_value(Code::FootnoteUnused, &spot, &name);
        }
        if self.notes.marks.is_empty() {
            return;
        }
        self.put("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"");
        self.hole(Fill::Word(InterfaceWord::Notes, 0));
        self.put("\">\n<ol>\n");
        for (i, (name, _, marks)) in std::mem::take(&mut self.notes.marks).into_iter().enumerate() {
            let number = i as u32 + 1;
            self.put("<li id=\"");
            self.hole(Fill::IdPrefix);
            self.put(&format!("note--{number}\">"));
            if let Some((text, _)) = self.notes.texts.remove(&name) {
                self.writer().append(&text);
            }
            self.put("<p class=\"note-back\">");
            for mark in 1..=marks {
                self.put("<a href=\"#");
                self.hole(Fill::IdPrefix);
                self.put(&mark_id(number, mark));
                self.put("\" role=\"doc-backlink\" aria-label=\"");
                self.hole(Fill::Word(InterfaceWord::NoteBack, number));
                self.put("\">↩</a>");
            }
            self.put("</p></li>\n");
        }
        self.put("</ol>\n</section>\n");
    }
}

fn mark_id(note: u32, mark: u32) -> String {
    if mark == 1 { format!("mark--{note}") } else { format!("mark--{note}-{mark}") }
}

fn is_block(tag: &Tag<'_>) -> bool {
    is_block_end(tag.to_end())
}

fn is_block_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
    )
}

/// The text of some events, without markup.
fn plain(events: &[(Event<'_>, Spot)]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text cut at a word.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", cut.trim_end_matches([',', ';', ':', '–', '.']))
}

/// Where the first thing in some HTML begins that is neither a comment nor blank; its length, if there is none. A comment
/// without an end counts.
fn after_comments(html: &str) -> usize {
    let mut rest = html.trim_start();
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        rest = after.trim_start();
    }
    html.len() - rest.len()
}

fn without_comments(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some(start) = rest.find("<!--") {
        kept.push_str(&rest[..start]);
        let Some(end) = rest[start + 4..].find("-->") else { return kept };
        rest = &rest[start + 4 + end + 3..];
    }
    kept.push_str(rest);
    kept
}

/// Whether the words of a link tell nothing to somebody who hears them out of their sentence.
fn is_weak(words: &str, language: &str) -> bool {
    const DANISH: [&str; 18] = [
        "læs videre",
        "find mere",
        "mere information",
        "hent",
        "download",
        "klik",
        "her",
        "læs mere",
        "læs mere her",
        "klik her",
        "se her",
        "se mere",
        "læs her",
        "mere",
        "link",
        "dette link",
        "linket",
        "tryk her",
    ];
    const ENGLISH: [&str; 17] = [
        "find out more",
        "more information",
        "more info",
        "details",
        "download",
        "click",
        "here",
        "click here",
        "read more",
        "more",
        "link",
        "this link",
        "learn more",
        "see here",
        "see more",
        "read here",
        "this page",
    ];
    let words = words.trim().trim_end_matches(['.', '!', '…', '›', '»', '→', ':']).trim().to_lowercase();
    match language {
        "da" => DANISH.contains(&words.as_str()),
        "en" => ENGLISH.contains(&words.as_str()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_weak_if_its_words_say_nothing_by_themselves() {
        assert!(is_weak("Læs mere …", "da"));
        assert!(is_weak("Click here", "en"));
        assert!(!is_weak("her", "en"));
        assert!(!is_weak("læs om C40", "da"));
    }

    #[test]
    fn a_comment_is_dropped_wherever_it_ends() {
        assert_eq!(
            without_comments(
                "<!-- a
b -->"
            ),
            ""
        );
        assert_eq!(without_comments("<!-- a --> <b>x</b> <!-- c"), " <b>x</b> ");
        assert_eq!(without_comments("<!-->-->"), "");
    }

    #[test]
    fn a_summary_ends_with_a_word() {
        assert_eq!(shortened("en to tre", 8), "en to…");
        assert_eq!(shortened("en to tre", 9), "en to tre");
    }
}
