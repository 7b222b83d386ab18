//! Halves that have changed since a person last held them against each other.

use super::records::Found;
use super::rows::rows;
use super::standing::{Change, Standing, sides};
use crate::config::StaleHalf;
use crate::diagnostic::{Code, Finding, Place};
use crate::page::Page;
use crate::site::{PairId, Site};

/// What has changed in a page since it was checked.
pub(super) fn stale(site: &Site, pair: PairId, found: &Found<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sides in sides(site, pair) {
        let check = found.check(site, pair, sides.languages);
        if let (Some(halves), Standing::Reviewed(changes)) = (sides.both(), sides.standing(check)) {
            let stale = (0..2).filter(|&side| !changes.halves[side].is_empty());
            findings.extend(stale.map(|side| stale_half(site.config.stale_half, halves, side, &changes.halves)));
        }
    }
    findings
}

/// The finding at a half that has changed: its counterpart may not say the same any more.
fn stale_half(policy: StaleHalf, halves: [&Page; 2], side: usize, changes: &[Vec<Change>; 2]) -> Finding {
    let (here, there) = (halves[side], halves[1 - side]);
    let first = changes[side].iter().find_map(|change| change.now).or_else(|| changes[side].first().and(Some(0)));
    let line =
        |page: &Page, passage: Option<usize>| passage.and_then(|passage| page.passages.get(passage)).map_or(1, |passage| passage.line);
    let row = rows(halves[0], halves[1]).into_iter().find(|row| row[side] == first);
    let place = Place { file: here.file().clone(), line: line(here, first), column: 1, width: 1 };
    let finding = Finding::new(Code::StaleHalf, place)
        .with("count", changes[side].len())
        .with("key", &here.entry.key)
        .with("here", here.entry.language)
        .with("there", there.entry.language)
        .with("other", format!("{}:{}", there.file(), line(there, row.and_then(|row| row[1 - side]))))
        .with("both", if changes[1 - side].is_empty() { "no" } else { "yes" });
    match policy {
        StaleHalf::Warning => finding,
        StaleHalf::Error => finding.forbidding(),
    }
}
