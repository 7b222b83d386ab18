//! Where in a file something stands.

use std::ops::Range;
use std::sync::Arc;

/// A stretch of one line of a file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The path from the site's folder, with `/`.
    pub file: Arc<str>,
    /// The line.
    pub line: u32,
    /// The first column.
    pub column: u32,
    /// How many characters, at least one.
    pub width: u32,
}

impl Place {
    /// The start of a file: for what concerns the whole of it.
    pub fn file(file: &Arc<str>) -> Self {
        Self { file: file.clone(), line: 1, column: 1, width: 1 }
    }
}

/// A text that can tell on which line a byte stands.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<u32>,
}

impl<'a> Lines<'a> {
    /// Counts the lines once.
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i as u32 + 1)).collect();
        Self { text, starts }
    }

    /// The line on which a byte stands, from 1.
    pub fn line(&self, at: usize) -> u32 {
        self.starts.partition_point(|&start| start as usize <= at) as u32
    }

    /// The place of a range of bytes; what reaches beyond its first line is cut there.
    pub fn place(&self, file: &Arc<str>, at: Range<usize>) -> Place {
        let line = self.line(at.start);
        let start = self.starts[line as usize - 1] as usize;
        let end = self.starts.get(line as usize).map_or(self.text.len(), |&next| next as usize);
        let characters = |range: Range<usize>| self.text.get(range).map_or(0, |text| text.trim_end().chars().count());
        let before = self.text.get(start..at.start).map_or(0, |text| text.chars().count());
        // A byte order mark is no character that an editor counts.
        let mark = usize::from(line == 1 && self.text.starts_with('\u{feff}') && before > 0);
        Place { file: file.clone(), line, column: (before - mark) as u32 + 1, width: characters(at.start..at.end.min(end)).max(1) as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_a_place_ends_with_its_line() {
        let text = "én\nmåske to\n";
        let place = Lines::new(text).place(&Arc::from("a.md"), text.find("to").expect("there")..text.len());
        assert_eq!((place.line, place.column, place.width), (2, 7, 2));
    }
}
