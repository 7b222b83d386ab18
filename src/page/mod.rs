//! One file becomes one page: its front matter, typed, and its body as finished HTML with holes.
//!
//! A [`Page`] knows no other page and no template. What leads elsewhere (links, boxes, images) stands in it as the author
//! wrote it; [`crate::site`] finds out where it leads, [`crate::render`] fills the holes.

mod body;
mod destination;
mod fields;
mod figures;
mod front;
mod markdown;
mod passage;
mod running;
mod spans;
mod tag;
mod writer;

use std::sync::Arc;

pub use body::{Block, BlockKind, Body, Embed, Fill, Heading, Image, InterfaceWord, Reference, Shape};
pub use destination::Destination;
pub use destination::normal;
pub use fields::FieldName;
pub(crate) use fields::{Fields, FrontText, TagForm, fields, written};
use figures::Gatherer;
pub use figures::{Decimal, Figure, Figures, Known, Value, Weight};
pub use front::{Extra, FrontMatter, Located};
pub(crate) use markdown::{events, phrase};
pub use passage::{Part, Passage, Print};
pub use running::{Running, running_text};
pub use spans::{Field, Front, Notation, Written, destinations, front};

use crate::config::Config;
use crate::diagnostic::{Code, Finding, Lines, Place};
use crate::source::Entry;

/// One half of a page of the publication.
#[derive(Debug, Clone)]
pub struct Page {
    /// What its file name says.
    pub entry: Entry,
    /// What its front matter says.
    pub front: FrontMatter,
    /// Its text.
    pub body: Body,
    /// What it says, passage by passage.
    pub passages: Vec<Passage>,
    /// The figures in both.
    pub figures: Figures,
    /// What is wrong with this file by itself.
    pub findings: Vec<Finding>,
}

/// Reads a page from its text.
///
/// # Errors
/// The findings, if the front matter cannot be read at all, so that there is no page.
pub fn parse(entry: &Entry, text: &str, config: &Config) -> Result<Page, Vec<Finding>> {
    let Read { front, body, figures, passages, findings } = read(entry, text, config)?;
    let passages = passages.into_iter().map(|(passage, _)| passage).collect();
    Ok(Page { entry: entry.clone(), front, body, figures, passages, findings })
}

/// The texts of [`Page::passages`], told from the text of its file; none, if that cannot be read (any more).
pub fn texts(entry: &Entry, text: &str, config: &Config) -> Vec<String> {
    read(entry, text, config).map_or(Vec::new(), |read| read.passages.into_iter().map(|(_, text)| text).collect())
}

/// What a file turned out to say.
struct Read {
    front: FrontMatter,
    body: Body,
    figures: Figures,
    passages: Vec<(Passage, String)>,
    findings: Vec<Finding>,
}

fn read(entry: &Entry, text: &str, config: &Config) -> Result<Read, Vec<Finding>> {
    let lines = Lines::new(text);
    let mut findings = Vec::new();
    let Some((yaml, start)) = split(text) else {
        let state = if text.trim_start_matches(BEFORE).starts_with("---") { "unclosed" } else { "none" };
        return Err(vec![Finding::new(Code::FrontMatter, Place::file(&entry.path)).with("state", state)]);
    };
    let read = front::read(entry, &text[yaml.clone()], yaml.start, &lines, config, &mut findings);
    let (front, spots) = read.ok_or_else(|| findings.clone())?;
    let mut gatherer = Gatherer::new(&entry.path, text, &lines, entry.language);
    for (part, at) in spots {
        gatherer.turn_to(part);
        gatherer.text(front.words(part), yaml.start + at.start..yaml.start + at.end);
    }
    let (body, told) = markdown::read(entry, text, start, &lines, config, &mut gatherer, &mut findings);
    let figures = gatherer.finish(&mut findings);
    let passages = passage::passages(&front, told);
    Ok(Read { front, body, figures, passages, findings })
}

impl Page {
    /// The path of its file, as findings name it.
    pub fn file(&self) -> &Arc<str> {
        &self.entry.path
    }
}

/// What may stand before the first line `---`: a byte order mark, and blank lines.
const BEFORE: [char; 4] = ['\u{feff}', '\n', '\r', ' '];

/// The range of the YAML between the two lines `---`, and where the body begins. A byte order mark and CRLF are fine.
fn split(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let before = text.len() - text.trim_start_matches(BEFORE).len();
    let first = text[before..].split_inclusive('\n').next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let start = before + first.len();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Block, BlockKind, Body, split};

    fn body(text: &str) -> Body {
        let settings = "title: {da: A}\nbase_url: https://a.example/\nlanguages: [da]\npublisher: B\nraw_html: allow\n";
        let config = crate::config::parse(settings).0.expect("settings");
        let entry = crate::source::Entry {
            path: "content/pages/a.da.md".into(),
            disk: std::path::PathBuf::new(),
            kind: crate::source::Kind::Page,
            key: crate::address::Key::parse("a").expect("a key"),
            language: config.first_language(),
            order: None,
            chapters: Vec::new(),
        };
        super::parse(&entry, &format!("---\ntitle: A\n---\n{text}"), &config).expect("a page").body
    }

    /// Kind and line of each block, and its HTML with a mark for each hole.
    fn blocks(body: &Body) -> Vec<(BlockKind, u32, String)> {
        let html = |part: &mut dyn Iterator<Item = (&str, Option<super::Fill>)>| -> String {
            part.map(|(piece, fill)| format!("{piece}{}", if fill.is_some() { "◦" } else { "" })).collect()
        };
        let parts = body.parts().map(|mut part| html(&mut part));
        body.blocks.iter().zip(parts).map(|(&Block { kind, line, .. }, html)| (kind, line, html)).collect()
    }

    #[test]
    fn a_text_is_told_block_by_block_with_the_line_of_each() {
        use BlockKind::{Box, Code, Definitions, Figure, Heading, Html, List, Paragraph, Quote, Rule, Table};
        let text = "\nEn.\nTo.\n\n## Tre\n\n- a\n\n  b\n- c\n\n> ### Indre\n> fem\n\n![[c40]]\n![[c40]]\n\n![[c40]]\n\n![Havn](havn.jpg)\n\n\
            ```\nx\n```\n\n| a |\n|---|\n| b |\n\n***\n\nOrd\n: betyder\n\n<hr>\n\n### Fire\n\n> [!NOTE]\n> Husk\n";
        let found = blocks(&body(text));
        let kinds: Vec<(BlockKind, u32)> = found.iter().map(|(kind, line, _)| (*kind, *line)).collect();
        let heading = |level, number| Heading { level, number };
        assert_eq!(
            kinds,
            [
                (Paragraph, 5),
                (heading(2, 0), 8),
                (List, 10),
                (Quote, 15),
                (Paragraph, 18),
                (Box(0), 21),
                (Figure, 23),
                (Code, 25),
                (Table, 29),
                (Rule, 33),
                (Definitions, 35),
                (Html, 38),
                (heading(3, 2), 40),
                (Quote, 42),
            ]
        );
        assert_eq!(found[0].2, "<p>En.\nTo.</p>\n");
        assert_eq!(found[1].2, "<div class=\"heading\"><h◦ id=\"◦tre\">Tre</h◦> ◦</div>\n");
        assert_eq!(found[5].2, "◦\n");
        assert_eq!(found[6].2, "◦\n");
        assert_eq!(found[11].2, "<hr>\n");
    }

    #[test]
    fn notes_and_comments_are_no_blocks() {
        let body = body("En[^a].\n\n[^a]: Note.\n\n    > Mere\n\n<!-- husk -->\n\nTo.\n");
        let found = blocks(&body);
        let html: Vec<&str> = found.iter().map(|(.., html)| html.as_str()).collect();
        assert_eq!(
            found.iter().map(|(kind, line, _)| (*kind, *line)).collect::<Vec<_>>(),
            [(BlockKind::Paragraph, 4), (BlockKind::Paragraph, 12)]
        );
        assert!(html[0].ends_with("</a></sup>.</p>\n"), "{html:?}");
        assert_eq!(html[1], "<p>To.</p>\n");
        let notes: String = body.parts().last().expect("the notes").map(|(piece, _)| piece).collect();
        assert!(notes.starts_with("<section class=\"notes\"") && notes.ends_with("</section>\n"), "{notes}");
    }

    #[test]
    fn the_parts_of_a_text_are_all_of_it() {
        for text in ["", "En.", "En[^a]. ![x](x.png)\n\n[^a]: N\n\n![[c]]\n", "![[a]]\n\n![[b]]\n\n![x](http://x.y/)\n\n![[c]]"] {
            let body = body(text);
            let whole: Vec<_> = body.pieces().filter(|(_, fill)| fill.is_some()).map(|(_, fill)| fill).collect();
            let parts: Vec<_> = body.parts().flatten().filter(|(_, fill)| fill.is_some()).map(|(_, fill)| fill).collect();
            assert_eq!(whole, parts, "{text}");
            let whole: String = body.pieces().map(|(piece, _)| piece).collect();
            let parts: String = body.parts().flatten().map(|(piece, _)| piece).collect();
            assert_eq!(whole, parts, "{text}");
        }
    }

    #[test]
    fn front_matter_ends_at_its_second_line_of_dashes() {
        let parts = |text: &'static str| split(text).map(|(yaml, body)| (&text[yaml], &text[body..]));
        assert_eq!(parts("---\ntitle: x\n---\nText\n\n---\n"), Some(("title: x\n", "Text\n\n---\n")));
        assert_eq!(parts("\u{feff}---\r\ntitle: x\r\n---\r\nText"), Some(("title: x\r\n", "Text")));
        assert_eq!(parts("---\n---"), Some(("", "")));
        assert_eq!(parts("\r\n\n---\ntitle: x\n---\n"), Some(("title: x\n", "")));
        assert_eq!(parts("---\ntitle: x\n"), None);
        assert_eq!(parts("Text"), None);
        assert_eq!(parts(""), None);
    }
}
