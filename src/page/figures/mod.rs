//! The figures of a page: its numbers, years, dates and percentages, as its language writes them.
//!
//! They are found while a page is read, so that two halves can be held against each other at any time: `1.300` in Danish is
//! `1,300` in English, and *tre* is *three*. Whoever compares them knows values alone; how a language writes them is known
//! here, to `rules` and `words`.

mod dates;
mod gap;
mod gather;
mod lex;
mod read;
mod rules;
mod suffix;
#[cfg(test)]
mod tests;
mod value;
mod words;

use std::sync::Arc;

pub(super) use gather::{Gatherer, Scope};
pub use value::{Decimal, Value};

use super::Part;
use crate::diagnostic::Place;

/// What ends a line, cell or item in a text that is searched for figures.
const STOP: char = '\n';
/// What stands there for something that is no text, such as code.
const OPAQUE: char = '\u{1}';

/// The figures of a page, in the order in which they stand.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    list: Box<[Figure]>,
    /// What they are written as, one after the other.
    texts: Box<str>,
    /// How much is known of the way in which the page's language writes them.
    pub known: Known,
}

/// A figure of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// What it says.
    pub value: Value,
    /// How much it says.
    pub weight: Weight,
    /// In which part of the page it stands.
    pub part: Part,
    line: u32,
    column: u32,
    width: u16,
    /// Where it begins in the texts, and how long it is.
    at: u32,
    length: u16,
}

/// How surely a figure is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Digits: the other half must have them.
    Firm,
    /// A word. Another language may do without it, but it may not have another in its place.
    Soft,
    /// A word that is another word too (*en*, *first*, *both*), or part of a name (`C40`): it may stand for a figure of the
    /// other half, and need not.
    Mute,
}

/// How much is known of the way in which a language writes figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// Digits.
    #[default]
    Digits,
    /// The signs between them as well.
    Separators,
    /// The words as well.
    Words,
}

impl Figures {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.list.iter()
    }

    /// What a figure is written as.
    pub fn text(&self, figure: &Figure) -> &str {
        let start = figure.at as usize;
        self.texts.get(start..start + usize::from(figure.length)).unwrap_or_default()
    }
}

impl Figure {
    /// Where it stands, in a file of that path.
    pub fn place(&self, file: &Arc<str>) -> Place {
        Place { file: file.clone(), line: self.line, column: self.column, width: self.width.into() }
    }
}
