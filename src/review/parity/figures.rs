//! What the halves tell in figures.
//!
//! Figures of the same value are matched, first in the rows that stand beside each other, then anywhere on the page, as a
//! figure may have moved to another paragraph. What remains is told: two figures left over in one row as one in place of
//! the other, and one alone if its value stands nowhere in the other half.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::{Comparison, SIDES, Said, Side};
use crate::diagnostic::{Code, Place};
use crate::page::{Figure, Known, Part, Value, Weight};

/// A figure in its row.
struct Entry<'a> {
    figure: &'a Figure,
    row: usize,
    is_matched: bool,
}

/// The figures of both halves.
struct Figures<'a> {
    entries: [Vec<Entry<'a>>; 2],
    /// Whether the values are compared as they are, or no more than their digits.
    known: Known,
}

/// How far two figures may stand apart to be matched.
#[derive(Clone, Copy)]
enum Reach {
    Row,
    Page,
}

/// How many figures a message has room for.
const MOST: usize = 8;

/// Which weights are matched with which, the surest first.
const WEIGHTS: [(Weight, Weight); 9] = {
    use Weight::{Firm, Mute, Soft};
    [(Firm, Firm), (Soft, Soft), (Mute, Mute), (Firm, Soft), (Soft, Firm), (Firm, Mute), (Mute, Firm), (Soft, Mute), (Mute, Soft)]
};

impl<'a> Comparison<'a> {
    /// Figures that the other half does not have.
    pub(super) fn figures(&mut self) {
        let mut figures = Figures::new(self);
        figures.match_all();
        let mut left = figures.left();
        if left.iter().all(Vec::is_empty) {
            return;
        }
        let strange = SIDES.map(|side| figures.strange(side));
        let is_strange = |side: Side, figure: &Figure| strange[side].contains(&figure.value);
        // What is named more than once is told once.
        let mut told: BTreeSet<(Side, Value)> = BTreeSet::new();
        for pair in instead(&mut left, &self.spots, &is_strange) {
            told.extend(SIDES.map(|side| (side, pair[side].value)));
            let said = SIDES.map(|side| self.says("other", side, &[pair[side]]));
            self.tell(Code::ParityFigures, said);
        }
        for side in SIDES {
            let mut alone: BTreeMap<usize, Vec<&Figure>> = BTreeMap::new();
            for (row, figure) in &left[side] {
                let follows = match figure.part {
                    Part::Footnote(number) => self.told_notes[side].contains(&(number as usize)),
                    _ => self.told.get(*row).is_some_and(|told| told[side]),
                };
                let is_missing = figure.weight == Weight::Firm && is_strange(side, figure);
                if is_missing && !follows && told.insert((side, figure.value)) {
                    alone.entry(*row).or_default().push(figure);
                }
            }
            for (row, figures) in alone {
                let here = self.says("alone", side, &figures);
                let missing = self.part(row, 1 - side, figures[0].part);
                self.tell_said(Code::ParityFigures, side, here, missing);
            }
        }
    }

    fn says(&self, state: &'static str, side: Side, figures: &[&Figure]) -> Said {
        let page = self.page(side);
        let mut texts: Vec<&str> = figures.iter().take(MOST).map(|figure| page.figures.text(figure)).collect();
        texts.extend((figures.len() > MOST).then_some("…"));
        // As a comment that says they differ would list them.
        let is_front = matches!(figures[0].part, Part::Title | Part::Description | Part::Note(_));
        let part = Some(if is_front { "front" } else { "text" });
        Said { part, ..Said::new(state, texts.join("; "), figures[0].place(page.file())) }
    }

    /// Where something would stand in a half that stands in a part of the other.
    fn part(&self, row: usize, side: Side, part: Part) -> Place {
        let page = self.page(side);
        let field = |name: &str| {
            let found = page.front.places.iter().find(|(field, _)| field == name);
            found.map_or_else(|| Place::file(page.file()), |(_, place)| place.clone())
        };
        match part {
            Part::Title => field("title"),
            Part::Description => field("description"),
            Part::Note(_) => field("sdgs"),
            Part::Block(_) => self.place(row, side),
            Part::Footnote(number) => match page.body.marks.get(number as usize) {
                Some(place) => place.clone(),
                None => self.place(self.rows.len(), side),
            },
        }
    }

    /// The row of a part. Those of front matter and notes come after those of the text.
    fn row_of_part(&self, side: Side, part: Part) -> usize {
        let after = self.rows.len();
        match part {
            Part::Block(block) => self.rows_of[side].get(block as usize).copied().unwrap_or(after),
            Part::Title => after,
            Part::Description => after + 1,
            Part::Note(tag) => {
                // Each in the place of its tag among those of both halves.
                let tags = SIDES.iter().flat_map(|side| &self.page(*side).front.notes).map(|(tag, _)| *tag);
                after + 2 + tags.take_while(|other| *other != tag).count()
            }
            Part::Footnote(number) => {
                let reasons: usize = SIDES.iter().map(|side| self.page(*side).front.notes.len()).sum();
                let has_as_many = self.page(0).body.marks.len() == self.page(1).body.marks.len();
                after + 2 + reasons + if has_as_many { number as usize } else { 0 }
            }
        }
    }
}

/// Figures that nothing was matched with, and their rows.
type Left<'a> = [Vec<(usize, &'a Figure)>; 2];

/// Takes out figures that stand in place of each other: in one row, or (if both are strange) at one spot.
fn instead<'a>(left: &mut Left<'a>, spots: &[usize], is_strange: &dyn Fn(Side, &Figure) -> bool) -> Vec<[&'a Figure; 2]> {
    let spot = |row: usize| spots.get(row).copied().unwrap_or(row);
    let is_firm = |figure: &Figure| figure.weight == Weight::Firm;
    let is_missing = |side: Side, figure: &Figure| is_firm(figure) && is_strange(side, figure);
    // Digits for digits of a kind, for any digits, for a word; a word for a word; and at last what stands nearby.
    let mut pairs = zip_up(left, |_, row, figure| is_firm(figure).then(|| (row, figure.value.kind())));
    pairs.extend(zip_up(left, |_, row, figure| is_firm(figure).then_some(row)));
    for digits in SIDES {
        let may_be = |side: Side, figure: &Figure| if side == digits { is_missing(side, figure) } else { !is_firm(figure) };
        pairs.extend(zip_up(left, |side, row, figure| may_be(side, figure).then_some(row)));
    }
    for strange in SIDES {
        let may_be = |side: Side, figure: &Figure| !is_firm(figure) && (side != strange || is_strange(side, figure));
        pairs.extend(zip_up(left, |side, row, figure| may_be(side, figure).then_some(row)));
    }
    pairs.extend(zip_up(left, |side, row, figure| is_missing(side, figure).then(|| (spot(row), figure.value.kind()))));
    pairs
}

/// Takes out those of both halves that have the same key, in their order.
fn zip_up<'a, K: Ord>(left: &mut Left<'a>, key: impl Fn(Side, usize, &Figure) -> Option<K>) -> Vec<[&'a Figure; 2]> {
    let mut same: BTreeMap<K, [Vec<usize>; 2]> = BTreeMap::new();
    for side in SIDES {
        for (at, (row, figure)) in left[side].iter().enumerate() {
            if let Some(key) = key(side, *row, figure) {
                same.entry(key).or_default()[side].push(at);
            }
        }
    }
    let found: Vec<[usize; 2]> =
        same.values().flat_map(|[ones, others]| ones.iter().zip(others)).map(|(one, other)| [*one, *other]).collect();
    let pairs = found.iter().map(|pair| SIDES.map(|side| left[side][pair[side]].1)).collect();
    for side in SIDES {
        let taken: BTreeSet<usize> = found.iter().map(|pair| pair[side]).collect();
        let mut at = 0..;
        left[side].retain(|_| at.next().is_none_or(|at| !taken.contains(&at)));
    }
    pairs
}

impl<'a> Figures<'a> {
    fn new(comparison: &Comparison<'a>) -> Self {
        let entries = SIDES.map(|side| {
            let page = comparison.page(side);
            let row = |figure: &Figure| comparison.row_of_part(side, figure.part);
            page.figures.iter().map(|figure| Entry { figure, row: row(figure), is_matched: false }).collect()
        });
        let known = SIDES.map(|side| comparison.page(side).figures.known);
        Self { entries, known: known[0].min(known[1]) }
    }

    fn match_all(&mut self) {
        self.match_in_order();
        for reach in [Reach::Row, Reach::Page] {
            self.match_up(reach, |value| value);
            if self.known != Known::Words {
                self.match_up(reach, Value::blurred);
            }
        }
    }

    /// Matches what stands at the same place among the digits of a row: nearly everything does, and where one of several
    /// figures was changed, it is that one which is left over.
    fn match_in_order(&mut self) {
        let mut places: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for side in SIDES {
            let (mut row, mut place) = (usize::MAX, 0);
            for at in 0..self.entries[side].len() {
                let Entry { figure: Figure { value, weight: Weight::Firm, .. }, row: own, .. } = self.entries[side][at] else { continue };
                (row, place) = (own, if own == row { place + 1 } else { 0 });
                if side == 0 {
                    places.insert((row, place), at);
                } else if let Some(one) = places.get(&(row, place)).map(|one| &mut self.entries[0][*one])
                    && one.figure.value == *value
                {
                    one.is_matched = true;
                    self.entries[1][at].is_matched = true;
                }
            }
        }
    }

    /// Matches what is left over and has the same key within reach.
    fn match_up(&mut self, reach: Reach, key: impl Fn(Value) -> Value) {
        let mut order: Vec<(usize, Value, Side, usize)> = Vec::new();
        for side in SIDES {
            for (at, entry) in self.entries[side].iter().enumerate().filter(|(_, entry)| !entry.is_matched) {
                let row = if matches!(reach, Reach::Row) { entry.row } else { 0 };
                order.push((row, key(entry.figure.value), side, at));
            }
        }
        order.sort_unstable();
        for same in order.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            if same.first().map(|first| first.2) == same.last().map(|last| last.2) {
                continue;
            }
            for (weight, other) in WEIGHTS {
                let pairs: Vec<(usize, usize)> = self.waiting(same, 0, weight).zip(self.waiting(same, 1, other)).collect();
                for (one, other) in pairs {
                    (self.entries[0][one].is_matched, self.entries[1][other].is_matched) = (true, true);
                }
            }
        }
    }

    /// Those of some entries that are of a half and a weight, and not matched yet.
    fn waiting(&self, same: &[(usize, Value, Side, usize)], of: Side, weight: Weight) -> impl Iterator<Item = usize> {
        let waits = move |entry: &Entry<'_>| entry.figure.weight == weight && !entry.is_matched;
        same.iter().filter(move |(_, _, side, at)| *side == of && waits(&self.entries[of][*at])).map(|found| found.3)
    }

    /// What nothing in the other half was matched with, and could have been.
    fn left(&self) -> Left<'a> {
        let is_month = |value| matches!(value, Value::Month(_)) && self.known != Known::Words;
        let is_left = |entry: &&Entry<'_>| !entry.is_matched && entry.figure.weight != Weight::Mute && !is_month(entry.figure.value);
        SIDES.map(|side| self.entries[side].iter().filter(is_left).map(|entry| (entry.row, entry.figure)).collect())
    }

    /// The values of a half that stand nowhere in the other.
    fn strange(&self, side: Side) -> BTreeSet<Value> {
        let key = |value: Value| if self.known == Known::Words { value } else { value.blurred() };
        let there: BTreeSet<Value> = self.entries[1 - side].iter().map(|entry| key(entry.figure.value)).collect();
        let here = self.entries[side].iter().map(|entry| entry.figure.value);
        here.filter(|value| !there.contains(&key(*value))).collect()
    }
}
