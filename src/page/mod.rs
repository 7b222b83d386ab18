//! One file becomes one page: its front matter, typed, and its body as finished HTML with holes.
//!
//! A [`Page`] knows no other page and no template. What leads elsewhere (links, boxes, images) stands in it as the author
//! wrote it; [`crate::site`] finds out where it leads, [`crate::render`] fills the holes.

mod body;
mod destination;
mod front;
mod markdown;
mod writer;

use std::sync::Arc;

pub use body::{Body, Embed, Fill, Heading, Image, InterfaceWord, Reference};
pub use destination::Destination;
pub(crate) use destination::normal;
pub use front::{Extra, FrontMatter, Located};

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
    /// What is wrong with this file by itself.
    pub findings: Vec<Finding>,
}

/// Reads a page from its text.
///
/// # Errors
/// The findings, if the front matter cannot be read at all, so that there is no page.
pub fn parse(entry: &Entry, text: &str, config: &Config) -> Result<Page, Vec<Finding>> {
    let lines = Lines::new(text);
    let mut findings = Vec::new();
    let Some((yaml, start)) = split(text) else {
        let state = if text.trim_start_matches(BEFORE).starts_with("---") { "unclosed" } else { "none" };
        return Err(vec![Finding::new(Code::FrontMatter, Place::file(&entry.path)).with("state", state)]);
    };
    let front = front::read(entry, &text[yaml.clone()], yaml.start, &lines, config, &mut findings).ok_or_else(|| findings.clone())?;
    let body = markdown::read(entry, text, start, &lines, config.raw_html, &mut findings);
    Ok(Page { entry: entry.clone(), front, body, findings })
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
    use super::split;

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
