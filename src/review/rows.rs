//! Which passage of one half stands beside which of the other.

use crate::page::{Page, Part};
use crate::site::align;

/// Two passages beside each other, by their places in [`Page::passages`]; `None` where one has no counterpart.
pub type Row = [Option<usize>; 2];

/// The passages of two halves beside each other, in the order of the first half.
pub fn rows(one: &Page, other: &Page) -> Vec<Row> {
    let mut rows = by_name(one, other, |part| matches!(part, Part::Title | Part::Description | Part::Note(_)));
    let place = |page: &Page, block: Option<usize>| block.and_then(|block| place(page, Part::Block(block as u32)));
    rows.extend(align(one, other).iter().map(|row| [place(one, row.one), place(other, row.other)]));
    rows.extend(by_name(one, other, |part| matches!(part, Part::Footnote(_))));
    rows
}

/// The rows of passages that are known by what they are: a title has a title for its counterpart.
fn by_name(one: &Page, other: &Page, is_it: fn(&Part) -> bool) -> Vec<Row> {
    let parts = |page: &Page| page.passages.iter().map(|passage| passage.part).filter(is_it).collect::<Vec<_>>();
    let (mine, theirs) = (parts(one), parts(other));
    let alone = theirs.iter().filter(|part| !mine.contains(part));
    mine.iter().chain(alone).map(|&part| [place(one, part), place(other, part)]).collect()
}

fn place(page: &Page, part: Part) -> Option<usize> {
    // Blocks follow each other, so that the place of the first tells that of all.
    if let Part::Block(number) = part {
        let first = page.passages.iter().position(|passage| matches!(passage.part, Part::Block(_)))?;
        return Some(first + number as usize).filter(|place| *place < page.passages.len());
    }
    page.passages.iter().position(|passage| passage.part == part)
}
