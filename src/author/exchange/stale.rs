//! Which texts need a translator's work: what has changed since somebody held the halves against each other, what nobody has
//! checked, and what has no translation.

use std::path::Path;
use std::sync::Arc;

use super::sheet::{Sheet, Unit, UnitKind};
use crate::address::Language;
use crate::page::{FieldName, Page, Part};
use crate::review::{Records, differences, read, rows, sides};
use crate::site::Site;
use crate::source;
use crate::vocabulary::GoalTag;

/// How much is to be translated.
#[derive(Debug, Clone, Copy)]
pub enum Extent<'r> {
    /// Everything.
    All,
    /// What needs work, by what was checked.
    Stale {
        /// What a person last checked of the pages.
        records: &'r Records,
        /// The folder of the site.
        root: &'r Path,
    },
}

/// What a text and its translation said when somebody last checked them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Earlier {
    pub(super) source: String,
    /// `None` if nothing stood beside it.
    pub(super) target: Option<String>,
}

/// Leaves in a sheet what needs work, each with what it said before. A text that has changed together with its translation has
/// been seen to already.
pub(super) fn keep_stale(site: &Site, records: &Records, root: &Path, sheet: &mut Sheet, languages: [Language; 2]) {
    let [from, to] = languages;
    let found = records.of(site);
    let is_it = |own: &[Language; 2]| own.contains(&from) && own.contains(&to);
    let Some(sides) = sides(site, sheet.pair).find(|sides| is_it(&sides.languages)) else { return };
    let (Some(halves), Some(filed)) = (sides.both(), found.record(site, sheet.pair)) else { return };
    let text = source::text_at(&Arc::from(&*filed.path), &root.join(&*filed.path)).unwrap_or_default();
    let Ok(record) = read(&filed.path, &text) else { return };
    let Some(check) = record.check(sides.languages) else { return };
    let differences = differences(check, halves);
    let side = usize::from(sides.languages[0] != from);
    let rows = rows(halves[0], halves[1]);
    let is_new = |side: usize, passage: usize| differences.iter().any(|change| change.side == side && change.new == Some(passage));
    let page: &Page = halves[side];
    sheet.units.retain_mut(|unit| {
        let Some(passage) = passage(page, unit) else { return true };
        let beside = rows.iter().find(|row| row[side] == Some(passage)).and_then(|row| row[1 - side]);
        let change = differences.iter().find(|change| change.side == side && change.new == Some(passage));
        if let Some(change) = change
            && let Some(old) = &change.old
            && unit.target.is_some()
        {
            unit.earlier = Some(Earlier { source: old.clone(), target: change.counterpart_old.clone() });
        }
        unit.target.is_none() || change.is_some() && !beside.is_some_and(|beside| is_new(1 - side, beside))
    });
    sheet.units.iter_mut().filter(|unit| unit.target.is_none()).for_each(|unit| unit.earlier = None);
}

/// The passage in which a text stands, by its place in [`Page::passages`].
fn passage(page: &Page, unit: &Unit) -> Option<usize> {
    let named = |part: Part| page.passages.iter().position(|passage| passage.part == part);
    match &unit.kind {
        UnitKind::Field(FieldName::Title) => named(Part::Title),
        UnitKind::Field(FieldName::Description) => named(Part::Description),
        UnitKind::Field(FieldName::Reason(tag)) => GoalTag::parse(tag).ok().and_then(|tag| named(Part::Note(tag))),
        UnitKind::Segment(_) => {
            let in_text = |part: Part| matches!(part, Part::Block(_) | Part::Footnote(_));
            let above = page.passages.iter().enumerate().filter(|(_, passage)| in_text(passage.part) && passage.line <= unit.line);
            above.max_by_key(|(_, passage)| passage.line).map(|(at, _)| at)
        }
    }
}
