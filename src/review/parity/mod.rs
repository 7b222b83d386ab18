//! Parity: whether one half has what the other has.
//!
//! A difference is told in both files, each time with what stands in the other and where. What only follows from another
//! difference is not told: what lies under a heading that the other half lacks is no difference of its own, nor is a figure
//! in a list that it lacks. Paragraphs are not counted, since a translation may part one in two.
//!
//! - `structure` compares headings, boxes, images, tables, lists, quotations, notes, and whether there is any text.
//! - `figures` compares what is told in figures.

mod figures;
mod structure;

use std::collections::BTreeSet;

use super::judgements::Half;
use crate::diagnostic::{Code, Finding, Place};
use crate::page::{Block, Page};
use crate::site::align;

/// One of two halves.
type Side = usize;

/// Both halves.
const SIDES: [Side; 2] = [0, 1];

/// What one half has and the other has not.
pub(super) fn parity(one: &Half, other: &Half) -> Vec<Finding> {
    let mut comparison = Comparison::new([one, other]);
    if comparison.empty() {
        return comparison.findings;
    }
    comparison.headings();
    comparison.boxes();
    comparison.images();
    comparison.kinds();
    comparison.sizes();
    comparison.notes();
    comparison.texts();
    comparison.figures();
    comparison.findings
}

/// Two halves held against each other.
struct Comparison<'a> {
    halves: [&'a Half; 2],
    /// The blocks that stand beside each other, by their places in [`crate::page::Body::blocks`].
    rows: Vec<[Option<usize>; 2]>,
    /// The row of each block of each half.
    rows_of: [Vec<usize>; 2],
    /// For each row the last one up to it in which both halves have a block: rows of which that is the same one stand at
    /// the same place.
    spots: Vec<usize>,
    /// Whether the block of a row, or what lies round it, is told already, so that what is in it only follows.
    told: Vec<[bool; 2]>,
    /// The numbers of the footnotes of each half, less one, of which that is so.
    told_notes: [BTreeSet<usize>; 2],
    findings: Vec<Finding>,
}

/// What one half says of a difference.
struct Said {
    state: &'static str,
    what: String,
    place: Place,
    /// In which part of the file, where the advice depends on it.
    part: Option<&'static str>,
}

impl Said {
    fn new(state: &'static str, what: impl Into<String>, place: Place) -> Self {
        Self { state, what: what.into(), place, part: None }
    }
}

impl<'a> Comparison<'a> {
    fn new(halves: [&'a Half; 2]) -> Self {
        let rows: Vec<[Option<usize>; 2]> = align(&halves[0].page, &halves[1].page).into_iter().map(|row| [row.one, row.other]).collect();
        // Every block stands in one row, in the order of its half.
        let rows_of = SIDES.map(|side| (0..rows.len()).filter(|row| rows[*row][side].is_some()).collect());
        let mut spot = 0;
        let mut spot_of = |(row, blocks): (usize, &[Option<usize>; 2])| {
            spot = if blocks.contains(&None) { spot } else { row };
            spot
        };
        let spots = rows.iter().enumerate().map(&mut spot_of).collect();
        Self { halves, told: vec![[false; 2]; rows.len()], rows, rows_of, spots, told_notes: Default::default(), findings: Vec::new() }
    }

    fn page(&self, side: Side) -> &'a Page {
        &self.halves[side].page
    }

    fn block(&self, row: usize, side: Side) -> Option<&'a Block> {
        self.rows[row][side].map(|block| &self.page(side).body.blocks[block])
    }

    /// The block of a row that has no counterpart.
    fn alone(&self, row: usize, side: Side) -> Option<&'a Block> {
        self.block(row, side).filter(|_| self.rows[row][1 - side].is_none())
    }

    /// The stretch of rows from there on in which every block stands alone.
    fn stretch(&self, from: usize) -> std::ops::Range<usize> {
        let is_alone = |row: &&[Option<usize>; 2]| row[0].is_none() || row[1].is_none();
        from..from + self.rows[from..].iter().take_while(is_alone).count()
    }

    /// Where the block of a row stands; if its half has none there, where the one before it stands.
    fn place(&self, row: usize, side: Side) -> Place {
        let file = self.page(side).file();
        let found = (0..=row.min(self.rows.len().saturating_sub(1))).rev().find_map(|row| self.block(row, side));
        found.map_or_else(|| Place::file(file), |block| block.place(file))
    }

    /// The row of the block in which a line of a file lies.
    fn row_of_line(&self, side: Side, line: u32) -> Option<usize> {
        self.rows_of[side].get(self.page(side).body.block_at(line)?).copied()
    }

    /// Tells a difference in both files.
    fn tell(&mut self, code: Code, said: [Said; 2]) {
        for here in SIDES {
            let (here, there) = (&said[here], &said[1 - here]);
            let mut finding = Finding::new(code, here.place.clone())
                .with("state", here.state)
                .with("here", &here.what)
                .with("there", &there.what)
                .with("other", format!("{}:{}", there.place.file, there.place.line));
            finding.values.extend(here.part.map(|part| ("part", part.to_owned())));
            self.findings.push(finding);
        }
    }

    /// Tells what one half has and the other lacks, and where it is missing.
    fn tell_alone(&mut self, code: Code, side: Side, what: &str, place: Place, missing: Place) {
        self.tell_said(code, side, Said::new("alone", what, place), missing);
    }

    fn tell_said(&mut self, code: Code, side: Side, here: Said, missing: Place) {
        let there = Said::new("lacking", "", missing);
        self.tell(code, if side == 0 { [here, there] } else { [there, here] });
    }
}
