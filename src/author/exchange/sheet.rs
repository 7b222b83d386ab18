//! A page as a translator gets it: each segment of the one half, with what stands beside it in the other.

use super::front;
use super::half::Half;
use super::links::Links;
use super::names;
use super::segments::{Kind, Mark, Segment, Stretch, What};
use super::stale::Earlier;
use super::text::{Allowed, Text};
use crate::diagnostic::{Finding, Lines};
use crate::page::{FieldName, FrontText};
use crate::site::{PageId, PairId, align};
use crate::source;

/// The texts of one page.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) pair: PairId,
    pub(super) key: String,
    /// The half that is translated.
    pub(super) source: Half,
    pub(super) source_id: PageId,
    /// The half in the other language; `None` if there is none.
    pub(super) target: Option<Half>,
    /// For each block of the source what stands beside it.
    pub(super) blocks: Vec<Beside>,
    /// For each footnote of the source what stands beside it.
    pub(super) notes: Vec<Beside>,
    pub(super) units: Vec<Unit>,
}

/// What stands beside a block or a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// One of the same shape, by its place.
    Like(usize),
    /// One of another shape, by its place.
    Unlike(usize),
    Nothing,
}

/// A text to be translated, and where its translation goes.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// How a translated file calls it: it tells by itself whether either text has changed since.
    pub(super) id: String,
    pub(super) kind: UnitKind,
    /// The heading above it.
    pub(super) above: Option<String>,
    /// The line of the source on which it begins.
    pub(super) line: u32,
    pub(super) source: Text,
    /// Its translation, with the numbers of the source's marks; `None` if there is none.
    pub(super) target: Option<Text>,
    pub(super) marks: Vec<UnitMark>,
    pub(super) slot: Slot,
    /// What it and its translation said when somebody last checked them, if it has changed since.
    pub(super) earlier: Option<Earlier>,
}

/// What kind of text a unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum UnitKind {
    Field(FieldName),
    Segment(Kind),
}

/// A mark of a unit.
#[derive(Debug, Clone)]
pub(super) struct UnitMark {
    pub(super) number: u32,
    /// Its Markdown in the source; `None` if it stands in the translation alone.
    pub(super) source: Option<Mark>,
    /// Its Markdown in the translation; `None` if it stands in the source alone.
    pub(super) target: Option<Mark>,
}

/// Where a translation goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// Into the front matter, in the place of the field or anew.
    Field,
    /// In the place of a segment of a block or footnote that is there.
    There(Spot),
    /// Into a block or footnote that is yet to be made after that of the source.
    New(Spot),
}

/// A segment of a block or a footnote, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) block: BlockId,
    pub(super) segment: usize,
}

/// A block or a footnote, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum BlockId {
    Text(usize),
    Note(usize),
}

impl UnitMark {
    pub(super) fn is_pair(&self) -> bool {
        self.source.as_ref().or(self.target.as_ref()).is_some_and(|mark| mark.is_pair)
    }

    /// A mark that the translation has lacked so far may go on lacking.
    pub(super) fn allowed(&self, has_translation: bool) -> Allowed {
        // A phrase of a third language may be translated.
        let is_phrase = |mark: &Mark| matches!(mark.what, What::Phrase(_));
        let in_source = self.source.as_ref().is_some_and(|mark| !is_phrase(mark));
        let is_needed = in_source && (self.target.is_some() || !has_translation);
        Allowed { number: self.number, is_pair: self.is_pair(), is_needed }
    }
}

impl Unit {
    /// The marks that a translation may and must have.
    pub(super) fn allowed(&self) -> Vec<Allowed> {
        self.marks.iter().map(|mark| mark.allowed(self.target.is_some())).collect()
    }

    pub(super) fn mark(&self, number: u32) -> Option<&UnitMark> {
        self.marks.iter().find(|mark| mark.number == number)
    }
}

impl Half {
    pub(super) fn stretch(&self, block: BlockId) -> Option<&Stretch> {
        match block {
            BlockId::Text(at) => self.stretches.get(at),
            BlockId::Note(at) => self.notes.get(at).map(|note| &note.stretch),
        }
    }

    pub(super) fn segment(&self, spot: Spot) -> Option<&Segment> {
        self.stretch(spot.block)?.segments.get(spot.segment)
    }
}

impl Sheet {
    /// Holds two halves against each other; `None` if the page has no half to translate.
    ///
    /// # Errors
    /// A finding, if a file cannot be read any more.
    pub(super) fn new(links: &Links<'_>, pair: PairId) -> Result<Option<Self>, Finding> {
        let site = links.site;
        let Some(source_id) = site.half(pair, links.from) else { return Ok(None) };
        let target_id = site.half(pair, links.to);
        let read = |id: PageId| {
            let entry = &site.page(id).page.entry;
            source::text(entry).map(|text| Half::read(entry, text, &site.config))
        };
        let Some(mut source) = read(source_id)? else { return Ok(None) };
        source.segments_mut().for_each(|segment| segment.unmark(links.to.as_str()));
        let target = target_id.map(read).transpose()?.flatten();
        let mut sheet = Self {
            pair,
            key: site.pair(pair).key.to_string(),
            blocks: vec![Beside::Nothing; source.stretches.len()],
            notes: vec![Beside::Nothing; source.notes.len()],
            source,
            source_id,
            target,
            units: Vec::new(),
        };
        sheet.put_beside();
        let mut units = sheet.field_units();
        units.extend(sheet.segment_units(links, target_id));
        names::name(&mut units);
        sheet.units = units;
        Ok(Some(sheet))
    }

    fn put_beside(&mut self) {
        let Some(target) = &self.target else { return };
        let shape = |one: &Stretch, other: &Stretch, at| if one.shape == other.shape { Beside::Like(at) } else { Beside::Unlike(at) };
        for row in align(&self.source.page, &target.page) {
            if let (Some(one), Some(other)) = (row.one, row.other) {
                self.blocks[one] = shape(&self.source.stretches[one], &target.stretches[other], other);
            }
        }
        // Footnotes have names of their own; those that are called otherwise stand beside each other in their order.
        let by_name = |name: &str, half: &Half| half.notes.iter().position(|note| note.name == name);
        let mut left = (0..target.notes.len()).filter(|at| by_name(&target.notes[*at].name, &self.source).is_none());
        for (one, note) in self.source.notes.iter().enumerate() {
            if let Some(other) = by_name(&note.name, target).or_else(|| left.next()) {
                self.notes[one] = shape(&note.stretch, &target.notes[other].stretch, other);
            }
        }
    }

    /// The blocks and the footnotes of the source, in order.
    fn all(&self) -> impl Iterator<Item = BlockId> + use<> {
        (0..self.blocks.len()).map(BlockId::Text).chain((0..self.notes.len()).map(BlockId::Note))
    }

    /// The texts of a block that are to be translated, by their places among all units.
    pub(super) fn units_of(&self, block: BlockId) -> Vec<usize> {
        let is_in = |unit: &Unit| matches!(unit.slot, Slot::New(spot) if spot.block == block);
        (0..self.units.len()).filter(|unit| is_in(&self.units[*unit])).collect()
    }

    /// The text of a segment of a block that is yet to be made.
    pub(super) fn unit_at(&self, spot: Spot) -> Option<usize> {
        self.units.iter().position(|unit| unit.slot == Slot::New(spot))
    }

    /// What stands beside a block or footnote of the source.
    pub(super) fn beside(&self, block: BlockId) -> Beside {
        match block {
            BlockId::Text(at) => self.blocks[at],
            BlockId::Note(at) => self.notes[at],
        }
    }

    /// What the footnote of that name is called in the translation.
    pub(super) fn note_name(&self, name: &str) -> Option<String> {
        let at = self.source.notes.iter().position(|note| note.name == name)?;
        match (self.notes[at], &self.target) {
            (Beside::Like(other) | Beside::Unlike(other), Some(target)) => Some(target.notes[other].name.clone()),
            _ => None,
        }
    }

    fn field_units(&self) -> Vec<Unit> {
        let value = |half: &Half, name: &FieldName| {
            half.fields.texts.iter().find(|field| field.name == *name).map(|field| Text::words(&field.value))
        };
        let unit = |field: &FrontText| Unit {
            id: String::new(),
            kind: UnitKind::Field(field.name.clone()),
            above: None,
            line: self.source.line(field.at.start),
            source: Text::words(&field.value),
            target: self.target.as_ref().and_then(|target| value(target, &field.name)),
            marks: Vec::new(),
            slot: Slot::Field,
            earlier: None,
        };
        let has_place = |field: &&FrontText| self.target.as_ref().is_none_or(|target| front::has_place(target, &field.name));
        let fields = self.source.fields.texts.iter().filter(has_place);
        fields.map(unit).filter(|unit| unit.source.has_words()).collect()
    }

    fn segment_units(&self, links: &Links<'_>, target_id: Option<PageId>) -> Vec<Unit> {
        let mut units = Vec::new();
        // The headings under which a text stands, from the outermost.
        let mut above: Vec<(u8, String)> = Vec::new();
        for block in self.all() {
            let Some(stretch) = self.source.stretch(block) else { continue };
            for (segment, source) in stretch.segments.iter().enumerate() {
                let level = match source.kind {
                    Kind::Heading(number) => self.source.page.body.headings.get(number).map(|heading| heading.level),
                    _ => None,
                };
                above.retain(|(other, _)| level.is_none_or(|level| *other < level));
                if source.text.has_words() {
                    let unit = self.segment_unit(Spot { block, segment }, source, links, target_id);
                    let heading = above.last().filter(|_| matches!(block, BlockId::Text(_)));
                    units.push(Unit { above: heading.map(|(_, text)| text.clone()), ..unit });
                }
                above.extend(level.map(|level| (level, source.text.plain())));
            }
        }
        units
    }

    fn segment_unit(&self, spot: Spot, source: &Segment, links: &Links<'_>, target_id: Option<PageId>) -> Unit {
        let beside = match (self.beside(spot.block), &self.target, target_id) {
            (Beside::Like(at), Some(target), Some(id)) => {
                let block = if matches!(spot.block, BlockId::Text(_)) { BlockId::Text(at) } else { BlockId::Note(at) };
                let spot = Spot { block, ..spot };
                target.segment(spot).map(|segment| (spot, segment, target, id))
            }
            _ => None,
        };
        let mut unit = Unit {
            id: String::new(),
            kind: UnitKind::Segment(source.kind),
            above: None,
            line: self.source.line(source.span.start),
            source: source.text.clone(),
            target: None,
            marks: numbered(&source.marks),
            slot: Slot::New(spot),
            earlier: None,
        };
        if let Some((spot, segment, target, id)) = beside {
            unit.slot = Slot::There(spot);
            let numbers = self.matched(source, segment, links, target, id, &mut unit.marks);
            let text = segment.text.renumbered(|number| numbers.get(number as usize - 1).copied());
            unit.target = (!text.is_empty()).then_some(text);
        }
        unit
    }

    /// The number of each mark of a translation: that of the source's mark which says the same, or one behind all of these.
    fn matched(
        &self,
        source: &Segment,
        segment: &Segment,
        links: &Links<'_>,
        target: &Half,
        id: PageId,
        marks: &mut Vec<UnitMark>,
    ) -> Vec<u32> {
        let (source_lines, target_lines) = (Lines::new(&self.source.text), Lines::new(&target.text));
        let ours: Vec<_> = source.marks.iter().map(|mark| links.sense(mark, self.source_id, &source_lines)).collect();
        let theirs: Vec<_> = segment.marks.iter().map(|mark| links.sense(mark, id, &target_lines)).collect();
        let mut numbers: Vec<Option<usize>> = vec![None; theirs.len()];
        // First what leads to the same heading, then to the same page, then what is of one kind.
        for round in 0..3 {
            for (one, mark) in source.marks.iter().enumerate() {
                let is_free = marks[one].target.is_none();
                let same = |other: &usize| {
                    let like = mark.is_pair == segment.marks[*other].is_pair && mark.what.kind() == segment.marks[*other].what.kind();
                    like && match round {
                        0 => ours[one] == theirs[*other],
                        1 => ours[one].target == theirs[*other].target,
                        _ => !matches!(mark.what, What::Phrase(_)),
                    }
                };
                let found = (0..theirs.len()).filter(|other| numbers[*other].is_none()).find(same);
                if let (true, Some(other)) = (is_free, found) {
                    numbers[other] = Some(one);
                    marks[one].target = Some(segment.marks[other].clone());
                }
            }
        }
        let mut next = source.marks.len() as u32;
        let mut number = |other: usize| {
            numbers[other].map_or_else(
                || {
                    next += 1;
                    marks.push(UnitMark { number: next, source: None, target: Some(segment.marks[other].clone()) });
                    next
                },
                |one| one as u32 + 1,
            )
        };
        (0..theirs.len()).map(&mut number).collect()
    }
}

fn numbered(marks: &[Mark]) -> Vec<UnitMark> {
    let mark = |(at, mark): (usize, &Mark)| UnitMark { number: at as u32 + 1, source: Some(mark.clone()), target: None };
    marks.iter().enumerate().map(mark).collect()
}
