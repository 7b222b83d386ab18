//! How two halves stand to each other since a person last held one against the other.

use std::sync::Arc;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::record::Check;
use crate::address::Language;
use crate::page::{Page, Print};
use crate::site::{PairId, Site};

/// What a half is to its counterpart, seen from itself; what asks for more comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing has changed since both were last checked.
    InStep,
    /// Nobody has checked it yet.
    Unreviewed,
    /// It has changed, its counterpart has not.
    ChangedHere,
    /// Its counterpart has changed, it has not.
    ChangedThere,
    /// Both have changed.
    ChangedBoth,
    /// The half is not there.
    Missing,
}

impl State {
    /// Whether its text, or that of its counterpart, is another than what was checked.
    pub fn is_changed(self) -> bool {
        matches!(self, Self::ChangedHere | Self::ChangedThere | Self::ChangedBoth)
    }

    /// The word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InStep => "in-step",
            Self::Missing => "missing",
            Self::Unreviewed => "unreviewed",
            Self::ChangedHere => "changed-here",
            Self::ChangedThere => "changed-there",
            Self::ChangedBoth => "changed-both",
        }
    }
}

/// A passage that is another than it was when it was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The row of the record in which it stood; `None` if it is new.
    pub was: Option<usize>,
    /// Its place in [`Page::passages`]; `None` if it has gone.
    pub now: Option<usize>,
}

/// What has changed in two halves since they were checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// In each of the two halves, in its order.
    pub halves: [Vec<Change>; 2],
}

impl Changes {
    /// What a half is to its counterpart: 0 the first, 1 the second.
    pub fn state(&self, side: usize) -> State {
        match (self.halves[side].is_empty(), self.halves[1 - side].is_empty()) {
            (true, true) => State::InStep,
            (false, true) => State::ChangedHere,
            (true, false) => State::ChangedThere,
            (false, false) => State::ChangedBoth,
        }
    }
}

/// Compares two halves with what was checked of them.
pub(super) fn changes(check: &Check<Print>, halves: [&Page; 2]) -> Changes {
    Changes { halves: halves.map(|page| half(check, page.entry.language, page)) }
}

fn half(check: &Check<Print>, language: Language, page: &Page) -> Vec<Change> {
    let is_same = check.texts(language).map(|(_, print)| print).eq(page.passages.iter().map(|passage| &passage.print));
    if is_same {
        return Vec::new();
    }
    let (rows, was): (Vec<usize>, Vec<Print>) = check.texts(language).map(|(row, print)| (row, *print)).unzip();
    let now: Vec<Print> = page.passages.iter().map(|passage| passage.print).collect();
    let mut changes = Vec::new();
    for step in capture_diff_slices(Algorithm::Myers, &was, &now) {
        if matches!(step, DiffOp::Equal { .. }) {
            continue;
        }
        let (mut old, mut new) = (step.old_range(), step.new_range());
        // Of several that changed in one place, the first took the place of the first.
        while !old.is_empty() || !new.is_empty() {
            changes.push(Change { was: old.next().map(|row| rows[row]), now: new.next() });
        }
    }
    changes
}

/// How a half in one of the site's languages stands to that in its first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// One of the two is not there, or both are not.
    Missing,
    /// Both are there, but nobody has held one against the other.
    Unreviewed,
    /// This has changed since somebody did.
    Reviewed(Changes),
}

/// The two halves of a page that are held against each other, by the languages of both.
#[derive(Debug, Clone)]
pub struct Sides<'s> {
    /// The site's first language, and another.
    pub languages: [Language; 2],
    /// The halves in them; `None` where one is missing. A draft beside a half that is none counts as missing.
    pub halves: [Option<&'s Arc<Page>>; 2],
}

/// The pairs of halves of a page: its half in the site's first language, and each of the others.
pub fn sides(site: &Site, pair: PairId) -> impl Iterator<Item = Sides<'_>> {
    let first = site.config.first_language();
    let half = move |language| site.half(pair, language).map(|id| &site.page(id).page);
    site.config.languages.iter().skip(1).map(move |&language| {
        let mut halves = [half(first), half(language)];
        let drafts = halves.map(|half| half.is_some_and(|page| page.front.draft));
        for side in [0, 1] {
            if drafts[side] && !drafts[1 - side] && halves[1 - side].is_some() {
                halves[side] = None;
            }
        }
        Sides { languages: [first, language], halves }
    })
}

impl Sides<'_> {
    /// Both halves, if they are there.
    pub fn both(&self) -> Option<[&Page; 2]> {
        Some([self.halves[0]?, self.halves[1]?])
    }

    /// The language whose half is missing; the first, if both are.
    pub fn lacking(&self) -> Option<Language> {
        (0..2).find(|&side| self.halves[side].is_none()).map(|side| self.languages[side])
    }

    /// How the two halves stand to each other.
    pub fn standing(&self, check: Option<&Check<Print>>) -> Standing {
        match (self.both(), check) {
            (None, _) => Standing::Missing,
            (Some(_), None) => Standing::Unreviewed,
            (Some(halves), Some(check)) => Standing::Reviewed(changes(check, halves)),
        }
    }
}
