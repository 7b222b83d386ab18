//! From Markdown to a [`Body`]: CommonMark with tables, footnotes, heading ids, alerts, definition lists and wikilinks.
//!
//! The HTML is written here rather than by the parser's own writer, because links, boxes, images, footnotes and headings
//! are holes or need ids that stay unique where a box is embedded.

mod alternatives;
mod foreign;
mod headings;
mod html;
mod leftovers;
mod links;
mod notes;
mod phrases;
mod pictures;
mod tables;

use std::ops::Range;

use foreign::Listening;
pub(super) use html::without_comments;
use leftovers::Definition;
use notes::Notes;
pub(super) use phrases::marked;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};
use rustc_hash::{FxHashMap, FxHashSet};
use tables::Table;

use super::Part;
use super::body::{Block, BlockKind, Body, Fill, InterfaceWord, Shape};
use super::figures::Gatherer;
use super::passage::{Told, said};
use super::writer::Writer;
use crate::address::Anchor;
use crate::config::Config;
use crate::diagnostic::{Code, Finding, Lines};
use crate::prose::{bound, holds_over};
use crate::source::Entry;

/// How many characters of the first paragraph serve as a summary.
const SUMMARY: usize = 300;

type Spot = Range<usize>;

/// The parser of a body.
pub(super) fn parser(body: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    Parser::new_ext(body, options)
}

/// Reads the body that begins at `start`, and tells what it says.
pub(super) fn read<'a>(
    entry: &'a Entry,
    text: &'a str,
    start: usize,
    lines: &'a Lines<'a>,
    config: &'a Config,
    gatherer: &mut Gatherer<'a>,
    findings: &mut Vec<Finding>,
) -> (Body, Told) {
    let source = &text[start..];
    let parser = parser(source);
    let definitions = leftovers::definitions(&parser);
    let events = TextMergeWithOffset::new(parser.into_offset_iter()).collect();
    let mut reader = Reader {
        entry,
        source,
        start,
        lines,
        config,
        gatherer,
        findings,
        events,
        at: 0,
        out: Writer::default(),
        open_notes: Vec::new(),
        body: Body::default(),
        told: Told::default(),
        anchors: FxHashSet::default(),
        next: FxHashMap::default(),
        level: 1,
        tables: 0,
        table: Table::default(),
        in_code: false,
        links: Vec::new(),
        definitions,
        past: 0,
        notes: Notes::default(),
        refused: Vec::new(),
        listening: Listening::default(),
        open_blocks: 0,
    };
    reader.run();
    reader.finish()
}

/// The language with which a link marks its words as a phrase of another, if it does.
pub(crate) fn phrase(url: &str) -> Option<&str> {
    phrases::mark(url)
}

/// What Markdown says, piece by piece, each with its bytes. Neighbouring stretches of text are one.
pub(crate) fn events(source: &str) -> Vec<(Event<'_>, Range<usize>)> {
    TextMergeWithOffset::new(parser(source).into_offset_iter()).collect()
}

struct Reader<'a, 'f> {
    entry: &'a Entry,
    source: &'a str,
    start: usize,
    lines: &'a Lines<'a>,
    config: &'a Config,
    gatherer: &'f mut Gatherer<'a>,
    findings: &'f mut Vec<Finding>,
    events: Vec<(Event<'a>, Spot)>,
    at: usize,
    /// The page.
    out: Writer,
    /// The texts of footnotes that are open, by name; the innermost is written to instead of the page.
    open_notes: Vec<(String, Writer)>,
    body: Body,
    /// What the text says.
    told: Told,
    anchors: FxHashSet<Anchor>,
    /// The next number for a heading of the same words as another.
    next: FxHashMap<Anchor, usize>,
    /// The level of the last heading.
    level: u8,
    tables: u32,
    table: Table,
    in_code: bool,
    /// What closes each link that is open.
    links: Vec<Close>,
    /// Where the last wikilink that was none ends: what stands in it is part of the same fault.
    past: usize,
    notes: Notes,
    /// Addresses that are defined apart from their links, and that no link has named yet.
    definitions: Vec<Definition>,
    /// Names of the HTML elements that were refused and are still open: their end tags are no faults of their own.
    refused: Vec<String>,
    listening: Listening,
    /// How many blocks are open round the current event: a box stands alone only outside all of them.
    open_blocks: usize,
}

#[derive(Clone, Copy)]
enum Close {
    /// The end tag of a reference.
    Reference(u32),
    /// The end tag of a reference whose words are of another language.
    ForeignReference(u32),
    /// The end of a phrase of another language.
    Phrase,
    /// Nothing: the link was refused, and only its words stand there.
    Nothing,
}

impl<'a> Reader<'a, '_> {
    fn run(&mut self) {
        while self.at < self.events.len() {
            self.step();
        }
    }

    fn step(&mut self) {
        let (event, spot) = &mut self.events[self.at];
        let spot = spot.clone();
        self.at += 1;
        // Text is taken, not copied: nobody looks back at it.
        if let Event::Text(text) = event {
            let text = std::mem::replace(text, CowStr::Borrowed(""));
            self.words(&text, &spot);
            return;
        }
        match event.clone() {
            Event::Start(tag) => self.open(tag, spot),
            Event::End(tag) => self.close(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.words(&text, &spot),
            Event::Code(code) => {
                self.gatherer.opaque();
                self.put("<code>");
                self.writer().text(&code);
                self.put("</code>");
            }
            Event::SoftBreak => {
                self.gatherer.blank();
                self.put(if self.holds_over(&spot) { "\u{a0}" } else { "\n" });
                self.listening.breaks();
            }
            Event::HardBreak => {
                self.gatherer.stop();
                self.put("<br>\n");
                self.listening.breaks();
            }
            Event::Rule => {
                self.block(BlockKind::Rule, &spot);
                self.put("<hr>\n");
            }
            Event::FootnoteReference(name) => self.note_mark(&name, spot),
            Event::InlineHtml(html) | Event::Html(html) => self.inline_html(&html, &spot),
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
        if let Some(kind) = self.kind(&tag) {
            self.block(kind, &spot);
        }
        if !is_inline(tag.to_end()) {
            self.passage_ends();
        }
        if is_block(&tag) {
            self.open_blocks += 1;
        }
        if is_block(&tag) || matches!(tag, Tag::TableCell | Tag::DefinitionListTitle) {
            self.gatherer.stop();
        }
        self.shape(&tag);
        match tag {
            Tag::Paragraph => self.paragraph(),
            Tag::Heading { level, id, .. } => self.heading(level, id.as_deref(), &spot),
            Tag::BlockQuote(kind) => self.quote(kind),
            Tag::CodeBlock(kind) => self.code(&kind),
            Tag::HtmlBlock => self.html_block(&spot),
            Tag::List(Some(1)) => self.put("<ol>\n"),
            Tag::List(Some(first)) => self.put(&format!("<ol start=\"{first}\">\n")),
            Tag::List(None) => self.put("<ul>\n"),
            Tag::Item => {
                self.date_as_list(&spot);
                self.put("<li>");
            }
            Tag::FootnoteDefinition(name) => self.note_text(name.to_string(), spot),
            Tag::DefinitionList => self.put("<dl>\n"),
            Tag::DefinitionListTitle => self.put("<dt>"),
            Tag::DefinitionListDefinition => self.put("<dd>"),
            Tag::Table(columns) => self.table(columns),
            Tag::TableHead => self.table_head(&spot),
            Tag::TableRow => self.row(spot),
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.put("<em>"),
            Tag::Strong => self.put("<strong>"),
            Tag::Strikethrough => self.put("<del>"),
            Tag::Superscript => self.put("<sup>"),
            Tag::Subscript => self.put("<sub>"),
            Tag::Link { link_type, dest_url, title, id } => {
                self.defined(&id);
                self.link(link_type, &dest_url, &title, spot);
            }
            Tag::Image { link_type, dest_url, title, id } => {
                self.defined(&id);
                self.image(link_type, &dest_url, &title, &spot);
            }
            Tag::MetadataBlock(_) => {}
        }
    }

    /// What the element is, if it is a block. A paragraph may yet turn out to be a box or a figure, and of HTML only what
    /// is published is a block.
    fn kind(&self, tag: &Tag<'_>) -> Option<BlockKind> {
        match tag {
            Tag::Paragraph => Some(BlockKind::Paragraph),
            Tag::Heading { level, .. } => {
                Some(BlockKind::Heading { level: headings::shown_level(*level), number: self.body.headings.len() as u32 })
            }
            Tag::BlockQuote(_) => Some(BlockKind::Quote),
            Tag::CodeBlock(_) => Some(BlockKind::Code),
            Tag::List(_) => Some(BlockKind::List),
            Tag::DefinitionList => Some(BlockKind::Definitions),
            Tag::Table(_) => Some(BlockKind::Table),
            _ => None,
        }
    }

    /// Notes that a block begins here, if nothing is open round it.
    fn block(&mut self, kind: BlockKind, spot: &Spot) {
        if self.open_blocks == 0 {
            let line = self.source[..spot.start].rfind('\n').map_or(0, |end| end + 1);
            let end = self.source[spot.start..].find('\n').map_or(self.source.len(), |end| spot.start + end);
            let place = self.place(&(line..end));
            self.gatherer.turn_to(Part::Block(self.body.blocks.len() as u32));
            let (shape, at) = (Shape::default(), self.out.html.len() as u32);
            self.body.blocks.push(Block { kind, line: place.line, width: place.width, shape, at });
            let text = said(&self.events[self.at - 1..self.end()]);
            self.told.blocks.push((place.line, text));
        }
    }

    /// Adds a part to the shape of the block that it is part of.
    fn shape(&mut self, tag: &Tag<'_>) {
        let is_outermost = self.open_blocks == 1;
        let Some(shape) = self.body.blocks.last_mut().map(|block| &mut block.shape).filter(|_| self.open_notes.is_empty()) else { return };
        match tag {
            Tag::Item | Tag::DefinitionListTitle => shape.items = shape.items.saturating_add(1),
            Tag::TableHead | Tag::TableRow => shape.rows = shape.rows.saturating_add(1),
            Tag::Table(columns) => shape.columns = shape.columns.max(u16::try_from(columns.len()).unwrap_or(u16::MAX)),
            Tag::List(first) if is_outermost => shape.is_numbered = first.is_some(),
            Tag::BlockQuote(kind) if is_outermost => shape.alert = kind.map(|kind| alert(kind).1),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        if !is_inline(tag) {
            self.passage_ends();
        }
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
            TagEnd::Table => self.table_ends(),
            TagEnd::TableHead => self.table_head_ends(),
            TagEnd::TableRow => self.row_ends(),
            TagEnd::TableCell => self.cell_ends(),
            TagEnd::Emphasis => self.put("</em>"),
            TagEnd::Strong => self.put("</strong>"),
            TagEnd::Strikethrough => self.put("</del>"),
            TagEnd::Superscript => self.put("</sup>"),
            TagEnd::Subscript => self.put("</sub>"),
            TagEnd::Link => match self.links.pop() {
                Some(Close::Reference(number)) => self.hole(Fill::Close(number)),
                Some(Close::ForeignReference(number)) => {
                    self.put("</span>");
                    self.hole(Fill::Close(number));
                }
                Some(Close::Phrase) => self.put("</span>"),
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
        if self.in_code {
            self.writer().text(text);
            return;
        }
        // Readers alone get the blanks that do not break; whatever compares or counts the words has them as written.
        let bound = bound(text, self.entry.language);
        self.writer().text(&bound);
        self.gatherer.text(text, self.start + spot.start..self.start + spot.end);
        self.listen(text, spot);
        self.leftover_markup(spot);
        if self.source[spot.clone()].contains('[') {
            self.leftover_wikilink(spot);
            self.leftover_note(spot);
        }
    }

    /// Whether the line of the file that ends here holds together with the next: an author's editor may have broken it
    /// between a number and its unit.
    fn holds_over(&self, spot: &Spot) -> bool {
        let line = self.source[..spot.start].rsplit('\n').next().unwrap_or_default().trim_end();
        matches!(self.events.get(self.at), Some((Event::Text(next), _)) if holds_over(line, next, self.entry.language))
    }

    /// The events of the current element, up to its end tag, without moving on.
    fn inside(&self) -> &[(Event<'a>, Spot)] {
        &self.events[self.at..self.end()]
    }

    /// Where the end tag of the current element stands; at once, for what is no element.
    fn end(&self) -> usize {
        if !matches!(self.events[self.at - 1].0, Event::Start(_)) {
            return self.at;
        }
        let mut depth = 0;
        for (i, (event, _)) in self.events[self.at..].iter().enumerate() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return self.at + i,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        self.events.len()
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>) {
        let Some(kind) = kind else {
            self.put("<blockquote>\n");
            return;
        };
        let (class, word) = alert(kind);
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

    fn finish(mut self) -> (Body, Told) {
        self.body.notes = self.out.html.len() as u32;
        self.write_notes();
        self.tell_foreign();
        self.unused_definitions();
        // A page is kept as long as the program runs.
        self.out.html.shrink_to_fit();
        self.out.holes.shrink_to_fit();
        self.body.blocks.shrink_to_fit();
        self.body.html = self.out.html;
        self.body.holes = self.out.holes;
        (self.body, self.told)
    }
}

/// The class of an alert, and the word for its title.
fn alert(kind: BlockQuoteKind) -> (&'static str, InterfaceWord) {
    match kind {
        BlockQuoteKind::Note => ("note", InterfaceWord::AlertNote),
        BlockQuoteKind::Tip => ("tip", InterfaceWord::AlertTip),
        BlockQuoteKind::Important => ("important", InterfaceWord::AlertImportant),
        BlockQuoteKind::Warning => ("warning", InterfaceWord::AlertWarning),
        BlockQuoteKind::Caution => ("caution", InterfaceWord::AlertCaution),
    }
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

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image | TagEnd::Superscript | TagEnd::Subscript
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_ends_with_a_word() {
        assert_eq!(shortened("en to tre", 8), "en to…");
        assert_eq!(shortened("en to tre", 9), "en to tre");
    }
}
