//! What a page says, passage by passage, in the form in which it is held against what it said before.
//!
//! A passage is a field of the front matter that readers see, a block of the text, or a footnote. Its text is told
//! without what is no matter of meaning: white space and wrapping, emphasis, where a link leads, which box is shown, how a
//! list is marked. What the halves of a page show of other pages is checked there.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::FrontMatter;
use crate::vocabulary::GoalTag;

/// A text by which it is known again as long as the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Print(u64);

impl Print {
    /// The print of a text.
    pub fn of(text: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// Where a passage stands on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The title.
    Title,
    /// The description.
    Description,
    /// The note on a goal or target.
    Note(GoalTag),
    /// A block, by its place in [`super::Body::blocks`].
    Block(u32),
    /// A footnote, by its place among those that a mark leads to.
    Footnote(u32),
}

/// A passage of a page. Its text is not kept: [`super::texts`] tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub part: Part,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// The print of its text.
    pub print: Print,
}

/// The texts of a body, told while it is read.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Of each of [`super::Body::blocks`], with its line.
    pub(super) blocks: Vec<(u32, String)>,
    /// Of each footnote that a mark leads to.
    pub(super) notes: Vec<(u32, String)>,
}

/// All passages of a page with their texts, in the order of the page.
pub(super) fn passages(front: &FrontMatter, told: Told) -> Vec<(Passage, String)> {
    let line = |name: &str| front.places.iter().find(|(field, _)| field == name).map_or(1, |(_, place)| place.line);
    let mut found = vec![(Part::Title, line("title"), format!("title: {}", collapsed(&front.title)))];
    if let Some(description) = &front.description {
        found.push((Part::Description, line("description"), format!("description: {}", collapsed(description))));
    }
    for (tag, note) in &front.notes {
        let line = front.sdgs.iter().find(|located| located.value == *tag).map_or(1, |located| located.place.line);
        found.push((Part::Note(*tag), line, format!("sdg {tag}: {}", collapsed(note))));
    }
    let numbered = |(number, (line, text)): (usize, (u32, String))| (number as u32, line, text);
    found.extend(told.blocks.into_iter().enumerate().map(numbered).map(|(number, line, text)| (Part::Block(number), line, text)));
    found.extend(told.notes.into_iter().enumerate().map(numbered).map(|(number, line, text)| (Part::Footnote(number), line, text)));
    found.into_iter().map(|(part, line, text)| (Passage { part, line, print: Print::of(&text) }, text)).collect()
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What some events of a Markdown text say.
pub(super) fn said<'e, S: 'e>(events: impl IntoIterator<Item = &'e (Event<'e>, S)>) -> String {
    let mut teller = Teller::default();
    for (event, _) in events {
        teller.tell(event);
    }
    teller.out.truncate(teller.out.trim_end().len());
    teller.out
}

#[derive(Default)]
struct Teller {
    out: String,
    /// The number of the next item of each list that is open; `None` for a list without numbers.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// Whether a mark has just been set behind which a paragraph goes on, on the same line.
    is_marked: bool,
    /// The captions of the pictures that are open.
    captions: Vec<String>,
    /// How many elements are open whose words are not the author's own.
    untold: usize,
    is_code: bool,
}

/// What stands for a link or box whose words come from another page.
const ELSEWHERE: &str = "[[…]]";

impl Teller {
    fn tell(&mut self, event: &Event<'_>) {
        if self.untold > 0 {
            match event {
                Event::Start(_) => self.untold += 1,
                Event::End(_) => self.untold -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(*tag),
            Event::Text(text) if self.is_code => self.out.push_str(text),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.words(text),
            Event::Code(code) => self.put(&format!("`{code}`")),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Rule => self.begin("---"),
            Event::FootnoteReference(_) => self.put("[^]"),
            Event::InlineHtml(html) | Event::Html(html) => self.words(&super::markdown::without_comments(html)),
            Event::TaskListMarker(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::DefinitionListTitle => self.begin(""),
            Tag::Heading { level, .. } => self.begin(&format!("{} ", "#".repeat(*level as usize))),
            Tag::BlockQuote(kind) => {
                self.begin(&format!("> {}", kind.map_or("", alert)));
                self.quotes += 1;
                self.is_marked = kind.is_none();
            }
            Tag::CodeBlock(kind) => {
                let language = if let CodeBlockKind::Fenced(info) = kind { info.split_whitespace().next().unwrap_or_default() } else { "" };
                self.begin(&format!("```{language}\n"));
                self.is_code = true;
            }
            Tag::List(first) => self.lists.push(*first),
            Tag::Item => {
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.item(&mark);
            }
            Tag::DefinitionListDefinition => self.item(": "),
            Tag::TableHead | Tag::TableRow => self.begin("|"),
            Tag::TableCell => self.put(" "),
            Tag::Strikethrough => self.put("~~"),
            Tag::Link { link_type: LinkType::WikiLink { has_pothole: false }, .. } => self.elsewhere(""),
            Tag::Image { link_type: LinkType::WikiLink { .. }, .. } => self.elsewhere("!"),
            Tag::Image { title, .. } => {
                self.put("![");
                self.captions.push(if title.is_empty() { String::new() } else { format!(" \"{}\"", collapsed(title)) });
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.is_code = false;
                self.out.push_str("```");
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::TableCell => self.put(" |"),
            TagEnd::Strikethrough => self.put("~~"),
            TagEnd::Image => {
                let caption = self.captions.pop().unwrap_or_default();
                self.put(&format!("]{caption}"));
            }
            _ => {}
        }
    }

    /// Begins a block on a line of its own, unless a mark stands there already.
    fn begin(&mut self, start: &str) {
        self.begin_within(self.lists.len(), start);
    }

    /// Begins a block that lies within so many items of lists.
    fn begin_within(&mut self, items: usize, start: &str) {
        if !self.is_marked && !self.out.is_empty() {
            self.out.truncate(self.out.trim_end_matches(' ').len());
            self.out.push('\n');
            self.out.push_str(&"  ".repeat(items));
            self.out.push_str(&"> ".repeat(self.quotes));
        }
        self.out.push_str(start);
        self.is_marked = false;
    }

    /// Begins an item with its mark, behind which its first paragraph follows.
    fn item(&mut self, mark: &str) {
        self.begin_within(self.lists.len().saturating_sub(1), mark);
        self.is_marked = true;
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
        self.is_marked = false;
    }

    /// Words, with one blank for each stretch of white space.
    fn words(&mut self, text: &str) {
        for c in text.chars() {
            if !c.is_whitespace() {
                self.out.push(c);
            } else if !self.out.is_empty() && !self.out.ends_with([' ', '\n']) {
                self.out.push(' ');
            }
        }
        self.is_marked = false;
    }

    /// A link or box whose words come from elsewhere.
    fn elsewhere(&mut self, sign: &str) {
        self.put(&format!("{sign}{ELSEWHERE}"));
        self.untold = 1;
    }
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "[!NOTE]",
        BlockQuoteKind::Tip => "[!TIP]",
        BlockQuoteKind::Important => "[!IMPORTANT]",
        BlockQuoteKind::Warning => "[!WARNING]",
        BlockQuoteKind::Caution => "[!CAUTION]",
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Options, Parser};

    use super::*;

    fn told(text: &str) -> String {
        let options = Options::ENABLE_TABLES | Options::ENABLE_WIKILINKS | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
        let events: Vec<_> = Parser::new_ext(text, options | Options::ENABLE_DEFINITION_LIST).into_offset_iter().collect();
        said(&events)
    }

    #[test]
    fn a_text_says_the_same_however_it_is_set() {
        for (one, other) in [
            ("En by\ni vækst", "En  by i vækst"),
            ("*En* by", "En **by**"),
            ("[By](https://a.example)", "[By](https://b.example)"),
            ("[[c40|byer]]", "[[c41#x|byer]]"),
            ("Se [[c40]].", "Se [[c41#x]]."),
            ("![[c40]]", "![[force]]"),
            ("![Havn](a.jpg)", "![Havn](b.jpg)"),
            ("* a\n* b", "- a\n\n- b"),
            ("1. a\n2. b", "1) a\n1) b"),
            ("|a|b|\n|-|-|\n|1|2|", "| a | b |\n|:--|--:|\n| 1   | 2 |"),
            ("Tit\n===", "# Tit"),
            ("50\u{a0}%", "50 %"),
            ("a<!-- husk -->b", "ab"),
        ] {
            assert_eq!(told(one), told(other));
        }
    }

    #[test]
    fn a_text_says_something_else_where_a_reader_would_read_it() {
        for (one, other) in [
            ("1.300", "1.301"),
            ("a b", "ab"),
            ("~~a~~", "a"),
            ("## a", "### a"),
            ("![Havn](a.jpg)", "![Havnen](a.jpg)"),
            ("![Havn](a.jpg)", "![Havn](a.jpg \"Foto\")"),
            ("[[c40]]", "[[c40|byer]]"),
            ("2. a", "1. a"),
            ("> a", "a"),
            ("`a`", "a"),
            ("|a|\n|-|\n|b c|", "|a|\n|-|\n|b|\n|c|"),
        ] {
            assert_ne!(told(one), told(other), "{one}");
        }
    }

    #[test]
    fn a_block_is_told_as_an_author_would_write_it() {
        assert_eq!(told("- a\n  1. b\n\n     c\n- d"), "- a\n  1. b\n    c\n- d");
        assert_eq!(told("> [!NOTE]\n> a\n>\n> b"), "> [!NOTE]\n> a\n> b");
        assert_eq!(told("> a\n>\n> - b"), "> a\n> - b");
        assert_eq!(told("|a|b|\n|-|-|\n|1|2|"), "| a | b |\n| 1 | 2 |");
        assert_eq!(told("Ord\n: betyder"), "Ord\n: betyder");
        assert_eq!(told("```sh\na  b\n```"), "```sh\na  b\n```");
    }
}
