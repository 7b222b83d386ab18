//! The segments of a text that are translated one by one, found in its Markdown with the bytes in which they stand.
//!
//! A segment is what a reader takes in at one go: a paragraph, a heading, an item, a cell. What stands round it (the signs of
//! a list, the bars of a table, the name of a heading) is no part of it.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, LinkType, Tag, TagEnd};

use super::half::Note;
use super::inline::Inline;
use super::text::Text;
use crate::page::events;

/// A block: where it stands, how it is built, and what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its bytes in the file.
    pub(super) span: Range<usize>,
    /// How it is built, segments left open: two blocks of one shape can be translated into each other.
    pub(super) shape: String,
    pub(super) segments: Vec<Segment>,
}

/// What a translator translates in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) kind: Kind,
    /// Its bytes in the file.
    pub(super) span: Range<usize>,
    pub(super) text: Text,
    /// What stands in the place of each mark, by its number from 1.
    pub(super) marks: Vec<Mark>,
    /// Notes to colleagues, which are no part of the text.
    pub(super) comments: Vec<String>,
}

/// What a segment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading, by its place in [`crate::page::Body::headings`].
    Heading(usize),
    Paragraph,
    Item,
    Cell,
    Term,
    Definition,
    Quote,
    Note,
    /// What an image shows.
    Alt,
    /// The line below an image; in the quotation marks that stand in the file, or none there yet.
    Caption(Option<char>),
}

/// Markdown in the place of which a translator sees a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) what: What,
    /// The signs with which it begins; all of it, if it is no pair.
    pub(super) start: String,
    /// The signs with which it ends; empty if it is no pair.
    pub(super) end: String,
    /// Where it begins in the file.
    pub(super) at: usize,
    pub(super) is_pair: bool,
    /// The language that a link marks its words with, beside its address.
    pub(super) language: Option<String>,
}

/// What a mark stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Emphasis,
    Strong,
    Struck,
    /// A link to this address or key.
    Link(String),
    /// Words in this language.
    Phrase(String),
    Image(String),
    Code(String),
    /// The mark of the footnote of this name.
    Note(String),
    Break,
    Html(String),
    /// Words that look like a mark.
    Literal(String),
}

/// What a text is made of.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) stretches: Vec<Stretch>,
    pub(super) notes: Vec<Note>,
}

/// Finds the segments of the body that begins at a byte of a file.
pub(super) fn find(text: &str, body: usize) -> Found {
    let source = &text[body..];
    let mut walk = Walk { source, base: body, events: events(source), at: 0, headings: 0, within: Vec::new(), stretch: Stretch::default() };
    let mut found = Found::default();
    while walk.at < walk.events.len() {
        let (event, range) = walk.events[walk.at].clone();
        // The parser lets a list of definitions reach over the paragraph behind it.
        let next = walk.behind(walk.at).min(range.end);
        walk.stretch = Stretch { span: walk.whole(&(range.start..next)), ..Stretch::default() };
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => {
                walk.element();
                found.notes.push(Note { name: name.to_string(), stretch: std::mem::take(&mut walk.stretch) });
            }
            Event::Start(_) => {
                walk.element();
                found.stretches.push(std::mem::take(&mut walk.stretch));
            }
            _ => {
                walk.at += 1;
                walk.stretch.shape.push_str("rule;");
                found.stretches.push(std::mem::take(&mut walk.stretch));
            }
        }
    }
    found
}

struct Walk<'a> {
    source: &'a str,
    /// Where the source begins in the file.
    base: usize,
    events: Vec<(Event<'a>, Range<usize>)>,
    at: usize,
    /// How many headings have been met.
    headings: usize,
    /// What paragraphs are called in the elements that are open.
    within: Vec<Kind>,
    stretch: Stretch,
}

impl<'a> Walk<'a> {
    /// The bytes of a block in the file: with the blanks before it on its line, without those behind it.
    fn whole(&self, range: &Range<usize>) -> Range<usize> {
        let line = self.source[..range.start].rfind('\n').map_or(0, |end| end + 1);
        let start = if self.source[line..range.start].trim().is_empty() { line } else { range.start };
        let end = range.start + self.source[range.clone()].trim_end().len();
        self.base + start..self.base + end
    }

    /// Where what follows the element at some event begins.
    fn behind(&self, at: usize) -> usize {
        let mut depth = 0;
        for (event, range) in &self.events[at..] {
            if depth == 0 && range.start > self.events[at].1.start {
                return range.start;
            }
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        self.source.len()
    }

    /// Goes through the element that starts here, with all in it.
    fn element(&mut self) {
        let (event, range) = self.events[self.at].clone();
        self.at += 1;
        let Event::Start(tag) = event else { return };
        match tag {
            Tag::Paragraph => self.paragraph(&range),
            Tag::Heading { level, .. } => {
                self.stretch.shape.push_str(&format!("h{}", (level as u8).max(2)));
                let kind = Kind::Heading(self.headings);
                self.headings += 1;
                self.segment(kind, &range);
                self.close();
            }
            Tag::TableCell => self.cell(&range),
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.stretch.shape.push_str(if matches!(tag, Tag::CodeBlock(_)) { "code;" } else { "html;" });
                self.skip();
            }
            tag => self.container(&tag, &range),
        }
    }

    fn container(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let (name, kind) = match tag {
            Tag::BlockQuote(kind) => (alert(*kind), Kind::Quote),
            Tag::List(first) => (if first.is_some() { "ol" } else { "ul" }, Kind::Item),
            Tag::Item => ("li", Kind::Item),
            Tag::FootnoteDefinition(_) => ("note", Kind::Note),
            Tag::DefinitionList => ("dl", Kind::Definition),
            Tag::DefinitionListTitle => ("dt", Kind::Term),
            Tag::DefinitionListDefinition => ("dd", Kind::Definition),
            Tag::Table(_) => ("table", Kind::Cell),
            Tag::TableHead | Tag::TableRow => ("tr", Kind::Cell),
            _ => ("", self.kind()),
        };
        self.stretch.shape.push_str(name);
        self.stretch.shape.push('(');
        self.within.push(kind);
        while let Some((event, _)) = self.events.get(self.at) {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if !is_inline(tag) => self.element(),
                Event::Rule => {
                    self.stretch.shape.push_str("rule;");
                    self.at += 1;
                }
                Event::Html(_) => self.at += 1,
                _ => self.segment(kind, range),
            }
        }
        self.within.pop();
        self.close();
        self.stretch.shape.push(')');
    }

    /// What a paragraph is called here.
    fn kind(&self) -> Kind {
        self.within.last().copied().unwrap_or(Kind::Paragraph)
    }

    /// Passes the end tag.
    fn close(&mut self) {
        self.at += usize::from(matches!(self.events.get(self.at), Some((Event::End(_), _))));
    }

    /// Passes all up to the end tag of the element that has begun, and that too.
    fn skip(&mut self) {
        let mut depth = 1;
        while let Some((event, _)) = self.events.get(self.at)
            && depth > 0
        {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
    }

    fn paragraph(&mut self, range: &Range<usize>) {
        let alone = self.image_alone();
        match self.events.get(self.at).cloned() {
            Some((Event::Start(Tag::Image { link_type: LinkType::WikiLink { .. }, dest_url, .. }), _)) if alone => {
                self.stretch.shape.push_str(&format!("box {};", dest_url.trim()));
                self.skip();
            }
            Some((Event::Start(Tag::Image { link_type: LinkType::Inline, title, .. }), image)) if alone => {
                self.figure(&title, &image);
            }
            _ => {
                self.segment(self.kind(), range);
                self.close();
            }
        }
    }

    /// Whether all of the paragraph that has begun is one image.
    fn image_alone(&self) -> bool {
        let rest = &self.events[self.at..];
        let end = rest.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph))).unwrap_or(rest.len());
        let inside = &rest[..end];
        matches!(inside.first(), Some((Event::Start(Tag::Image { .. }), _)))
            && matches!(inside.last(), Some((Event::End(TagEnd::Image), _)))
            && inside.iter().filter(|(event, _)| matches!(event, Event::Start(Tag::Image { .. }))).count() == 1
    }

    /// A picture that stands alone: what it shows and the line below it are segments of their own.
    fn figure(&mut self, caption: &str, image: &Range<usize>) {
        self.stretch.shape.push_str("figure;");
        self.at += 1;
        let inner = image.start + 2;
        let end = self.alt_end(image);
        self.put(Kind::Alt, &(inner..end));
        // The end tags of the image and the paragraph.
        self.close();
        self.close();
        let (at, quote) = super::inline::caption_at(&self.source[image.clone()], caption);
        let span = self.base + image.start + at.start..self.base + image.start + at.end;
        let text = Text::words(caption);
        self.stretch.segments.push(Segment { kind: Kind::Caption(quote), span, text, marks: Vec::new(), comments: Vec::new() });
    }

    /// Where the brackets of an image end: where the last of what stands in them does, or the first bracket, if nothing does.
    fn alt_end(&self, image: &Range<usize>) -> usize {
        let mut end = None;
        let mut depth = 0;
        for (event, range) in &self.events[self.at..] {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            end = Some(range.end);
        }
        let from = end.unwrap_or(image.start + 2);
        from + self.source[from..image.end].find(']').unwrap_or(0)
    }

    /// A cell is a segment even if it is empty, so that what it lacks can be put there.
    fn cell(&mut self, range: &Range<usize>) {
        self.stretch.shape.push_str("td");
        let inner = self.source[range.clone()].trim();
        if inner.is_empty() {
            self.put(Kind::Cell, range);
        } else {
            let start = range.end - self.source[range.clone()].trim_start().len();
            self.put(Kind::Cell, &(start..start + inner.len()));
        }
        self.close();
    }

    /// A segment that reaches from here to the end of its element, or to the next element in it.
    fn segment(&mut self, kind: Kind, element: &Range<usize>) {
        let Some((_, first)) = self.events.get(self.at).cloned() else { return };
        if matches!(self.events[self.at].0, Event::End(_)) {
            return;
        }
        // A backslash before the first sign belongs to it, though the parser leaves it out.
        let escaped = first.start > element.start && self.source[..first.start].ends_with('\\');
        self.put(kind, &(first.start - usize::from(escaped)..first.start));
    }

    /// Adds a segment. Its bytes reach at least as far as those given, and as far as what is read.
    fn put(&mut self, kind: Kind, span: &Range<usize>) {
        let mut inline = Inline::new(self.source, self.base, &self.events[self.at..]);
        let read = inline.read();
        self.at += inline.at;
        let end = span.end.max(inline.end.unwrap_or(span.end));
        self.stretch.shape.push('t');
        let span = self.base + span.start..self.base + end;
        self.stretch.segments.push(Segment { kind, span, text: read, marks: inline.marks, comments: inline.comments });
    }
}

/// What a quote or an alert is called in a shape.
fn alert(kind: Option<BlockQuoteKind>) -> &'static str {
    match kind {
        None => "quote",
        Some(BlockQuoteKind::Note) => "note",
        Some(BlockQuoteKind::Tip) => "tip",
        Some(BlockQuoteKind::Important) => "important",
        Some(BlockQuoteKind::Warning) => "warning",
        Some(BlockQuoteKind::Caution) => "caution",
    }
}

impl Segment {
    /// Takes the marks away of words that are in a language: in a text of that language they are words like all others.
    pub(super) fn unmark(&mut self, language: &str) {
        let is_own = |mark: &Mark| matches!(&mark.what, What::Phrase(tag) if tag.eq_ignore_ascii_case(language));
        let kept: Vec<usize> = (0..self.marks.len()).filter(|at| !is_own(&self.marks[*at])).collect();
        if kept.len() < self.marks.len() {
            let number = |number: u32| kept.iter().position(|at| *at + 1 == number as usize).map(|at| at as u32 + 1);
            self.text = self.text.renumbered(number);
            self.marks = kept.iter().map(|at| self.marks[*at].clone()).collect();
        }
    }
}

pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::Link { .. } | Tag::Image { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each block: its shape, and of each segment the text and the bytes.
    fn found(text: &str) -> Vec<(String, Vec<(String, String)>)> {
        let found = find(text, 0);
        let notes = found.notes.into_iter().map(|note| note.stretch);
        let told = |stretch: Stretch| {
            let segment = |segment: &Segment| (segment.text.marked(), text[segment.span.clone()].to_owned());
            (stretch.shape, stretch.segments.iter().map(segment).collect())
        };
        found.stretches.into_iter().chain(notes).map(told).collect()
    }

    fn one(text: &str) -> (String, Vec<(String, String)>) {
        let mut all = found(text);
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    fn same(texts: &[&str]) -> Vec<(String, String)> {
        texts.iter().map(|text| ((*text).to_owned(), (*text).to_owned())).collect()
    }

    fn pair(marked: &str, source: &str) -> Vec<(String, String)> {
        vec![(marked.to_owned(), source.to_owned())]
    }

    #[test]
    fn a_paragraph_is_one_segment_without_its_signs() {
        let text = "\\# En\nto *tre* [[c40|fi\\*re]] [[c40]] `x` [^n]\\\nfem {1}.\n";
        let marked = "# En to {1}tre{/1} {2}fi*re{/2} {3/} {4/} [^n]{5/}fem {6/}.";
        assert_eq!(one(text), ("t".to_owned(), pair(marked, text.trim_end())));
        let all = find(text, 0);
        let starts: Vec<&str> = all.stretches[0].segments[0].marks.iter().map(|mark| mark.start.as_str()).collect();
        assert_eq!(starts, ["*", "[[c40|", "[[c40]]", "`x`", "\\", "{1}"]);
    }

    #[test]
    fn signs_round_a_segment_are_no_part_of_it() {
        assert_eq!(one("## En *to* {#tre}\n"), ("h2t".to_owned(), pair("En {1}to{/1}", "En *to*")));
        assert_eq!(one("## En ##\n"), ("h2t".to_owned(), pair("En", "En")));
        assert_eq!(one("En\nto\n====\n"), ("h2t".to_owned(), pair("En to", "En\nto")));
        assert_eq!(
            one("- \\*en\n- to\n  - tre\n"),
            ("ul(li(t)li(tul(li(t))))".to_owned(), [pair("*en", "\\*en"), same(&["to", "tre"])].concat())
        );
        assert_eq!(one("1. en\n\n   to\n2. tre\n"), ("ol(li(tt)li(t))".to_owned(), same(&["en", "to", "tre"])));
        assert_eq!(one("> [!NOTE]\n> en\n> to\n"), ("note(t)".to_owned(), pair("en to", "en\n> to")));
        let followed = find("Ord\n: en\n\nNyt.\n", 0);
        assert_eq!(followed.stretches.iter().map(|stretch| stretch.span.clone()).collect::<Vec<_>>(), [0..8, 10..14]);
        assert_eq!(
            one("Ord\n: en\n  to\n\n  tre\n"),
            (
                "dl(dt(t)dd(tt))".to_owned(),
                vec![
                    ("Ord".to_owned(), "Ord".to_owned()),
                    ("en to".to_owned(), "en\n  to".to_owned()),
                    ("tre".to_owned(), "tre".to_owned()),
                ]
            )
        );
    }

    #[test]
    fn each_cell_of_a_table_is_a_segment() {
        let table = "| a | b |\n|---|---|\n| [[k\\|ord]] | |\n|| 1 |\n";
        let (shape, segments) = one(table);
        assert_eq!(shape, "table(tr(tdttdt)tr(tdttdt)tr(tdttdt))");
        let expected = [("a", "a"), ("b", "b"), ("{1}ord{/1}", "[[k\\|ord]]"), ("", " "), ("", ""), ("1", "1")];
        assert_eq!(segments, expected.map(|(text, source)| (text.to_owned(), source.to_owned())));
    }

    #[test]
    fn an_image_says_what_it_shows_and_what_stands_below_it() {
        let (shape, segments) = one("![En *havn*](a.jpg \"Havnen\")\n");
        assert_eq!(shape, "figure;t");
        assert_eq!(segments, [("En {1}havn{/1}", "En *havn*"), ("Havnen", "Havnen")].map(|(a, b)| (a.to_owned(), b.to_owned())));
        assert_eq!(one("![](a.jpg)\n").1, same(&["", ""]));
        assert_eq!(one("Se ![en havn](a.jpg) her.\n").1, pair("Se {1}en havn{/1} her.", "Se ![en havn](a.jpg) her."));
        assert_eq!(one("![[c40]]\n"), ("box c40;".to_owned(), Vec::new()));
    }

    #[test]
    fn a_footnote_is_found_apart_and_a_comment_is_no_text() {
        let text = "En[^a] <!-- husk -->to.\n\n<!-- note -->\n\n[^a]: Note.\n\n    Mere.\n\n***\n";
        let all = find(text, 0);
        assert_eq!(all.stretches[0].segments[0].text.marked(), "En{1/} to.");
        assert_eq!(all.stretches[0].segments[0].comments, ["<!-- husk -->"]);
        assert_eq!(all.stretches.iter().map(|stretch| stretch.shape.as_str()).collect::<Vec<_>>(), ["t", "html;", "rule;"]);
        assert_eq!((all.notes[0].name.as_str(), all.notes[0].stretch.shape.as_str()), ("a", "note(tt)"));
    }

    #[test]
    fn a_link_that_is_defined_elsewhere_is_said_in_full() {
        let all = find("[en][r] [r] *\\*x*\n\n[r]: <http://z.dk/a b> \"t\"\n", 0);
        let signs: Vec<(&str, &str)> =
            all.stretches[0].segments[0].marks.iter().map(|mark| (mark.start.as_str(), mark.end.as_str())).collect();
        let full = ("[", "](<http://z.dk/a b> \"t\")");
        assert_eq!(signs, [full, full, ("*", "*")]);
    }
}
