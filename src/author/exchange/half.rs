//! A half as its source is written: its texts, each with the bytes in which it stands.

use std::ops::Range;

use super::segments::{self, Segment, Stretch};
use crate::config::Config;
use crate::page::{self, Fields, Page};
use crate::source::Entry;

/// A half of a page, with the bytes of each text.
#[derive(Debug, Clone)]
pub(super) struct Half {
    /// What the rest of the program sees of it.
    pub(super) page: Page,
    /// Its file.
    pub(super) text: String,
    pub(super) fields: Fields,
    /// What each of its blocks is made of, in the order of [`crate::page::Body::blocks`].
    pub(super) stretches: Vec<Stretch>,
    /// The texts of its footnotes.
    pub(super) notes: Vec<Note>,
}

/// The text of a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    /// What its marks call it.
    pub(super) name: String,
    pub(super) stretch: Stretch,
}

impl Half {
    /// Reads a file; `None` if its front matter cannot be read.
    pub(super) fn read(entry: &Entry, text: String, config: &Config) -> Option<Self> {
        let page = page::parse(entry, &text, config).ok()?;
        let fields = page::fields(&text)?;
        let found = segments::find(&text, fields.body);
        let lines = crate::diagnostic::Lines::new(&text);
        let blocks = page.body.blocks.iter();
        let stretches = blocks.map(|block| found.stretches.iter().find(|stretch| lines.line(stretch.span.start) == block.line).cloned());
        // What is a block to the one reader is an element to the other: they read the same Markdown.
        let stretches = stretches.map(Option::unwrap_or_default).collect();
        Some(Self { page, fields, stretches, notes: found.notes, text })
    }

    /// The line break that its file uses.
    pub(super) fn line_break(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The line on which a byte stands, from 1.
    pub(super) fn line(&self, at: usize) -> u32 {
        crate::diagnostic::Lines::new(&self.text).line(at)
    }

    /// What stands before a byte on its line.
    pub(super) fn before(&self, at: usize) -> &str {
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        &self.text[start..at]
    }

    /// All that is translated one by one but for the front matter.
    pub(super) fn segments_mut(&mut self) -> impl Iterator<Item = &mut Segment> {
        let notes = self.notes.iter_mut().map(|note| &mut note.stretch);
        self.stretches.iter_mut().chain(notes).flat_map(|stretch| &mut stretch.segments)
    }

    /// Some of its bytes.
    pub(super) fn slice(&self, at: Range<usize>) -> &str {
        &self.text[at]
    }
}
