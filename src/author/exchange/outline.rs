//! What a half says and how it is built, for telling whether it does so after a change, and nothing else.

use std::collections::BTreeMap;

use super::half::Half;
use super::segments::{Segment, Stretch, What};
use super::sheet::{BlockId, Spot};
use super::text::Text;
use crate::page::FieldName;

/// All texts of a half, and the shapes of its blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Outline {
    pub(super) fields: BTreeMap<FieldName, String>,
    pub(super) blocks: Vec<Built>,
    pub(super) notes: Vec<(String, Built)>,
}

/// A block: how it is built, and what its segments say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Built {
    pub(super) shape: String,
    pub(super) says: Vec<Said>,
}

/// The words of a segment, with its marks numbered in their order, and what these are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    words: String,
    marks: Vec<&'static str>,
}

/// What a change does to a half.
#[derive(Debug, Clone)]
pub(super) enum Effect {
    Field(FieldName, String),
    Segment(Spot, Said),
    Replaced(BlockId, Built),
    /// A new block behind one, or before all.
    Inserted(Option<usize>, Built),
    /// A new footnote behind all.
    Noted(String, Built),
}

impl Outline {
    pub(super) fn of(half: &Half) -> Self {
        Self {
            fields: half.fields.texts.iter().map(|field| (field.name.clone(), Text::words(&field.value).plain())).collect(),
            blocks: half.stretches.iter().map(Built::of).collect(),
            notes: half.notes.iter().map(|note| (note.name.clone(), Built::of(&note.stretch))).collect(),
        }
    }

    /// Makes changes, each told by what was there before all of them.
    pub(super) fn apply<'e>(&mut self, effects: impl IntoIterator<Item = &'e Effect>) {
        let mut inserted: Vec<(usize, Built)> = Vec::new();
        for effect in effects {
            match effect.clone() {
                Effect::Field(name, value) => drop(self.fields.insert(name, value)),
                Effect::Segment(spot, said) => {
                    let built = self.built(spot.block);
                    if let Some(says) = built.and_then(|built| built.says.get_mut(spot.segment)) {
                        *says = said;
                    }
                }
                Effect::Replaced(block, new) => {
                    if let Some(built) = self.built(block) {
                        *built = new;
                    }
                }
                Effect::Inserted(behind, built) => inserted.push((behind.map_or(0, |at| at + 1), built)),
                Effect::Noted(name, built) => self.notes.push((name, built)),
            }
        }
        // From the last to the first, so that the places before them hold; of several at one place the last first.
        inserted.reverse();
        inserted.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        for (at, built) in inserted {
            self.blocks.insert(at.min(self.blocks.len()), built);
        }
    }

    fn built(&mut self, block: BlockId) -> Option<&mut Built> {
        match block {
            BlockId::Text(at) => self.blocks.get_mut(at),
            BlockId::Note(at) => self.notes.get_mut(at).map(|(_, built)| built),
        }
    }
}

impl Built {
    /// A footnote that says `x`.
    pub(super) fn stub() -> Self {
        Self { shape: "note(t)".to_owned(), says: vec![Said { words: "x".to_owned(), marks: Vec::new() }] }
    }

    fn of(stretch: &Stretch) -> Self {
        let said = |segment: &Segment| Said::new(&segment.text, |number| segment.marks.get(number as usize - 1).map(|mark| &mark.what));
        Self { shape: stretch.shape.clone(), says: stretch.segments.iter().map(said).collect() }
    }
}

impl Said {
    pub(super) fn new<'m>(text: &Text, what: impl Fn(u32) -> Option<&'m What>) -> Self {
        let numbers = text.numbers();
        let marks = numbers.iter().map(|number| what(*number).map_or("", What::kind)).collect();
        let place = |number: u32| numbers.iter().position(|other| *other == number).map(|at| at as u32 + 1);
        Self { words: text.renumbered(place).marked(), marks }
    }
}
