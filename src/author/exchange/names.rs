//! The names of units, by which a text that comes back tells where it belongs and whether it still fits.
//!
//! A name holds the fingerprints of a text and of its translation, not its place: what comes before it on its page may change.

use std::collections::BTreeMap;

use super::segments::Kind;
use super::sheet::{Unit, UnitKind};
use super::text::Text;
use crate::page::FieldName;

/// Gives each unit its name: its kind, the fingerprints of both texts, and which of several that say the same it is.
pub(super) fn name(units: &mut [Unit]) {
    let mut counts: BTreeMap<(String, String), u32> = BTreeMap::new();
    for unit in units {
        let (kind, print) = (unit.kind.name(), source_print(unit));
        let count = counts.entry((kind.clone(), print.clone())).or_default();
        *count += 1;
        unit.id = format!("{kind}.{print}.{count}.{}", target_print(unit.target.as_ref()));
    }
}

impl UnitKind {
    /// Its name in the name of a unit.
    fn name(&self) -> String {
        match self {
            Self::Field(FieldName::Title) => "title".to_owned(),
            Self::Field(FieldName::Description) => "description".to_owned(),
            Self::Field(FieldName::Reason(tag)) => format!("reason-{}", tag.replace('.', "-")),
            Self::Segment(kind) => kind.name().to_owned(),
        }
    }
}

impl Kind {
    /// Its name in the name of a unit, and in that of the word for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Heading(_) => "heading",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Cell => "cell",
            Self::Term => "term",
            Self::Definition => "definition",
            Self::Quote => "quote",
            Self::Note => "note",
            Self::Alt => "alt",
            Self::Caption(_) => "caption",
        }
    }
}

/// The fingerprint of the text to be translated: of its words, and of what its marks show. Where a link leads is no part of
/// it, if it has words.
fn source_print(unit: &Unit) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(unit.source.marked().as_bytes());
    for mark in unit.marks.iter().filter_map(|mark| mark.source.as_ref()) {
        let shown = if mark.is_pair { "" } else { mark.start.as_str() };
        hasher.update(format!("\n{} {shown}", mark.what.kind()).as_bytes());
    }
    short(&hasher)
}

/// The fingerprint of a translation; `0` if there is none.
pub(super) fn target_print(text: Option<&Text>) -> String {
    text.map_or_else(|| "0".to_owned(), |text| short(blake3::Hasher::new().update(text.marked().as_bytes())))
}

/// Enough of a fingerprint to tell the texts of a page apart.
fn short(hasher: &blake3::Hasher) -> String {
    hasher.finalize().to_hex()[..10].to_owned()
}

/// The name of a unit, in its parts.
pub(super) struct Name<'n> {
    kind: &'n str,
    source: &'n str,
    count: &'n str,
    pub(super) target: &'n str,
}

impl<'n> Name<'n> {
    pub(super) fn parse(id: &'n str) -> Option<Self> {
        let mut parts = id.split('.');
        let name = Self { kind: parts.next()?, source: parts.next()?, count: parts.next()?, target: parts.next()? };
        parts.next().is_none().then_some(name)
    }

    /// The unit of the name. Of several that say the same, that which also has the same translation; which of them it was may
    /// have changed since.
    pub(super) fn find(&self, units: &[Unit]) -> Option<usize> {
        let names: Vec<Option<Name<'_>>> = units.iter().map(|unit| Name::parse(&unit.id)).collect();
        let same = |at: usize, and: &dyn Fn(&Name<'_>) -> bool| {
            names[at].as_ref().is_some_and(|other| other.kind == self.kind && other.source == self.source && and(other))
        };
        let first = |and: &dyn Fn(&Name<'_>) -> bool| (0..units.len()).find(|at| same(*at, and));
        let exactly = first(&|other| other.count == self.count && other.target == self.target);
        exactly
            .or_else(|| first(&|other| other.target == self.target))
            .or_else(|| first(&|other| other.count == self.count))
            .or_else(|| first(&|_| true))
    }
}
