//! What has changed in two halves since a person last held them against each other, for the view side by side.

use std::path::Path;

use crate::address::Language;
use crate::page::{Page, Part};
use crate::review::{Difference, Records, Standing, differences, read, sides};
use crate::site::{PairId, Site};
use crate::source;

/// How two halves of a page stand to what was checked of them.
#[derive(Debug)]
pub(super) enum Checked {
    /// They are not held against each other: one is missing, or neither is in the site's first language.
    Not,
    /// Nobody has checked them yet.
    Never,
    /// They were checked, and this has changed since.
    Since(Vec<Difference>),
}

/// What is to be said of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Note<'c> {
    /// It said this when it was checked.
    Changed(&'c str),
    /// It was not there when it was checked.
    New,
    /// Its counterpart has changed, and it has not.
    Beside,
    /// This stood beside it in the other half, and is there no more.
    BesideGone(&'c str),
}

impl Checked {
    /// Looks up what was checked of a page in two languages, and what has changed since.
    pub(super) fn of(site: &Site, records: &Records, root: &Path, pair: PairId, languages: [Language; 2]) -> Self {
        let found = records.of(site);
        let is_it = |own: &[Language; 2]| *own == languages || *own == [languages[1], languages[0]];
        let Some(sides) = sides(site, pair).find(|sides| is_it(&sides.languages)) else { return Self::Not };
        let Some(halves) = sides.both() else { return Self::Not };
        if !matches!(sides.standing(found.check(site, pair, sides.languages)), Standing::Reviewed(_)) {
            return Self::Never;
        }
        // A record that has gone or broken this very moment is told at the next reading.
        let Some(filed) = found.record(site, pair) else { return Self::Never };
        let Ok(text) = source::text_at(&filed.path, &root.join(&*filed.path)) else { return Self::Never };
        let Ok(record) = read(&filed.path, &text) else { return Self::Never };
        let Some(check) = record.check(sides.languages) else { return Self::Never };
        let mut differences = differences(check, halves);
        if sides.languages != languages {
            differences.iter_mut().for_each(|difference| difference.side = 1 - difference.side);
        }
        Self::Since(differences)
    }

    /// How many passages have changed on each side.
    pub(super) fn counts(&self) -> [usize; 2] {
        let Self::Since(differences) = self else { return [0, 0] };
        [0, 1].map(|side| differences.iter().filter(|difference| difference.side == side).count())
    }

    /// What is to be said of a passage of one side.
    pub(super) fn note(&self, side: usize, page: &Page, part: Part) -> Option<Note<'_>> {
        let Self::Since(differences) = self else { return None };
        let passage = page.passages.iter().position(|passage| passage.part == part)?;
        let own = differences.iter().find(|difference| difference.side == side && difference.new == Some(passage));
        if let Some(own) = own {
            return Some(own.old.as_deref().map_or(Note::New, Note::Changed));
        }
        let beside = differences.iter().find(|difference| difference.side != side && difference.counterpart == Some(passage))?;
        Some(match (beside.new, &beside.old) {
            (None, Some(old)) => Note::BesideGone(old),
            _ => Note::Beside,
        })
    }
}
