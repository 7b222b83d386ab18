//! Parity: whether one half has what the other has.
//!
//! A difference is told in both files, each time with what stands in the other and where. What only follows from another
//! difference is not told: what lies under a heading that the other half lacks is no difference of its own.

use super::judgements::Half;
use crate::diagnostic::{Code, Finding, Place};
use crate::page::{Block, BlockKind, Page};
use crate::site::align;

/// What one half has and the other has not.
pub(super) fn parity(one: &Half, other: &Half) -> Vec<Finding> {
    let mut comparison = Comparison::new([&one.page, &other.page]);
    comparison.headings();
    comparison.findings
}

/// Two halves held against each other.
struct Comparison<'a> {
    pages: [&'a Page; 2],
    /// The blocks that stand beside each other.
    rows: Vec<[Option<usize>; 2]>,
    findings: Vec<Finding>,
}

impl<'a> Comparison<'a> {
    fn new(pages: [&'a Page; 2]) -> Self {
        let rows = align(pages[0], pages[1]).into_iter().map(|row| [row.one, row.other]).collect();
        Self { pages, rows, findings: Vec::new() }
    }

    fn block(&self, row: usize, side: usize) -> Option<&'a Block> {
        self.rows[row][side].map(|block| &self.pages[side].body.blocks[block])
    }

    /// Where the block of a row stands; if its half has none there, where the one before it stands.
    fn place(&self, row: usize, side: usize) -> Place {
        let file = self.pages[side].file();
        let found = (0..=row).rev().find_map(|row| self.block(row, side));
        found.map_or_else(|| Place::file(file), |block| block.place(file))
    }

    /// Tells a difference in both files: what stands in each, by their sides.
    fn tell(&mut self, code: Code, states: [&str; 2], places: [Place; 2], values: [String; 2]) {
        for here in 0..2 {
            let there = 1 - here;
            let finding = Finding::new(code, places[here].clone())
                .with("state", states[here])
                .with("here", &values[here])
                .with("there", &values[there])
                .with("other", format!("{}:{}", places[there].file, places[there].line));
            self.findings.push(finding);
        }
    }

    /// Headings without a counterpart.
    fn headings(&mut self) {
        for row in 0..self.rows.len() {
            for side in 0..2 {
                let Some(Block { kind: BlockKind::Heading { number, .. }, .. }) = self.block(row, side) else { continue };
                if self.rows[row][1 - side].is_some() {
                    continue;
                }
                let text = self.pages[side].body.headings[*number as usize].text.clone();
                let (mut states, mut values) = (["lacking"; 2], [String::new(), String::new()]);
                (states[side], values[side]) = ("alone", text);
                self.tell(Code::ParityHeadings, states, [self.place(row, 0), self.place(row, 1)], values);
            }
        }
    }
}
