//! What is new in two halves, in words: the old text, the new one, and what stands beside it.

use std::borrow::Cow;

use super::record::Check;
use super::rows::rows;
use super::standing::{Change, changes};
use crate::page::Page;

/// A passage that has changed, and its counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which of the two halves has changed: 0 the first, 1 the second.
    pub side: usize,
    /// What it said when it was checked; `None` if it is new.
    pub old: Option<String>,
    /// The passage as it is now, by its place in [`Page::passages`]; `None` if it has gone.
    pub new: Option<usize>,
    /// What stands beside it in the other half, by its place there; `None` if nothing does.
    pub counterpart: Option<usize>,
    /// What stood beside it when it was checked.
    pub counterpart_old: Option<String>,
}

/// What has changed in two halves since they were checked, in the order of the first half and then of the second. A change
/// in both halves of one row is told once for each.
pub fn differences(check: &Check<Cow<'_, str>>, halves: [&Page; 2]) -> Vec<Difference> {
    let changes = changes(&check.prints(), halves);
    let rows = rows(halves[0], halves[1]);
    let text = |row: Option<usize>, side: usize| check.text(row?, halves[side].entry.language).map(|text| text.clone().into_owned());
    let beside = |side: usize, change: &Change| {
        let now = rows.iter().find(|row| row[side].is_some() && row[side] == change.now).and_then(|row| row[1 - side]);
        now.or_else(|| {
            // What has gone stood beside a passage that may still be there.
            let was = text(change.was, 1 - side).map(|text| crate::page::Print::of(&text))?;
            halves[1 - side].passages.iter().position(|passage| passage.print == was)
        })
    };
    let of = |side: usize| {
        changes.halves[side].iter().map(move |change| (side, *change)).map(|(side, change)| Difference {
            side,
            old: text(change.was, side),
            new: change.now,
            counterpart: beside(side, &change),
            counterpart_old: text(change.was, 1 - side),
        })
    };
    of(0).chain(of(1)).collect()
}
