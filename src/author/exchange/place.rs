//! Puts translations into the source of a half: in the place of exactly the texts that are others, and nothing else.
//!
//! Whatever is written is read again. If it then says anything else than it should, or if any other text does, it is written
//! with more care; and if that does not help, it is refused.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::block::{Blocks, setting};
use super::front;
use super::half::Half;
use super::links::Links;
use super::outline::{Built, Effect, Outline, Said};
use super::segments::{Kind, What};
use super::sheet::{Beside, BlockId, Sheet, Slot, Spot, UnitKind, UnitMark};
use super::text::Text;
use super::written::{Care, Signs, markdown};
use crate::page::FieldName;
use crate::source::Entry;

/// What became of the translations of a page.
#[derive(Debug, Default)]
pub(super) struct Placed {
    /// The new text of the file; `None` if nothing changes.
    pub(super) text: Option<String>,
    /// The units whose translations are in it.
    pub(super) placed: BTreeSet<usize>,
    /// The units whose translations cannot stand where they belong without breaking the text.
    pub(super) refused: BTreeSet<usize>,
}

/// A stretch of bytes and what takes its place.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub(super) span: Range<usize>,
    pub(super) text: String,
}

/// A change of a file: for the sake of which units, at which bytes, and to what end.
#[derive(Debug, Clone)]
struct Change {
    units: Vec<usize>,
    edit: Edit,
    effects: Vec<Effect>,
}

/// Where a new block goes.
#[derive(Debug, Clone, Copy)]
enum Where {
    /// In the place of one that has another shape.
    InPlaceOf(BlockId),
    /// Behind a block, or before all.
    Behind(Option<usize>),
    /// Behind all, as a footnote.
    Last,
}

/// Places translations on a page.
pub(super) struct Placing<'p> {
    sheet: &'p Sheet,
    links: &'p Links<'p>,
    /// The translations, by their units.
    texts: &'p BTreeMap<usize, Text>,
    blocks: Blocks<'p>,
    /// The file of the translation.
    entry: &'p Entry,
    /// Texts for footnotes that are yet to come, so that their marks are marks while a text is tried.
    stubs: Vec<String>,
    placed: Placed,
}

/// Puts translations into the half that is there, or makes it.
pub(super) fn place(sheet: &Sheet, links: &Links<'_>, texts: &BTreeMap<usize, Text>, entry: &Entry) -> Placed {
    let blocks = Blocks { sheet, links, texts };
    let new = |at: &usize| sheet.notes[*at] == Beside::Nothing;
    let stubs = (0..sheet.notes.len()).filter(new).map(|at| sheet.source.notes[at].name.clone()).collect();
    let mut placing = Placing { sheet, links, texts, blocks, entry, stubs, placed: Placed::default() };
    match &sheet.target {
        Some(target) => placing.change(target),
        None => placing.make(),
    }
    placing.placed
}

impl Placing<'_> {
    fn change(&mut self, target: &Half) {
        let mut changes = Vec::new();
        for change in self.field_changes(target).into_iter().chain(self.new_tags(target)) {
            match self.tried(target, |_| change.clone()) {
                Some(change) => changes.push(change),
                None => self.placed.refused.extend(change.units),
            }
        }
        let notes = self.new_notes(target);
        for (unit, text) in self.texts {
            if let Slot::There(spot) = self.sheet.units[*unit].slot
                && self.notes_are_there(text, *unit)
            {
                let change = |care| self.segment_change(target, spot, *unit, text, care);
                match self.tried(target, change) {
                    Some(change) => changes.push(change),
                    None => drop(self.placed.refused.insert(*unit)),
                }
            }
        }
        changes.extend(self.new_blocks(target));
        changes.extend(notes);
        self.finish(target, changes);
    }

    /// Makes all changes at once, and holds what comes out against what should.
    fn finish(&mut self, target: &Half, changes: Vec<Change>) {
        let units: BTreeSet<usize> = changes.iter().flat_map(|change| change.units.iter().copied()).collect();
        if units.is_empty() {
            return;
        }
        let mut outline = Outline::of(target);
        outline.apply(changes.iter().flat_map(|change| &change.effects));
        let text = edited(&target.text, changes.iter().map(|change| &change.edit));
        if self.reads(&text, &outline) {
            self.placed.text = Some(text);
            self.placed.placed = units;
        } else {
            self.placed.refused.extend(units);
        }
    }

    fn reads(&self, text: &str, outline: &Outline) -> bool {
        let half = Half::read(self.entry, text.to_owned(), &self.links.site.config);
        half.is_some_and(|half| Outline::of(&half) == *outline)
    }

    /// A change that does what it should, made with a light hand if that is enough; `None` if nothing is.
    fn tried(&self, target: &Half, change: impl Fn(Care) -> Change) -> Option<Change> {
        let does = |change: &Change| {
            let mut outline = Outline::of(target);
            outline.apply(&change.effects);
            let text = edited(&target.text, [&change.edit]);
            let stubs = self.stubs.iter().filter(|name| !outline.notes.iter().any(|(other, _)| other == *name));
            let text = stubs.clone().fold(text, |text, name| format!("{text}\n\n[^{name}]: x\n"));
            let stubs: Vec<Effect> = stubs.map(|name| Effect::Noted(name.clone(), Built::stub())).collect();
            outline.apply(&stubs);
            self.reads(&text, &outline)
        };
        [Care::Enough, Care::All].into_iter().map(change).find(does)
    }

    fn field_changes(&self, target: &Half) -> Vec<Change> {
        let change = |(unit, text): (&usize, &Text)| match &self.sheet.units[*unit].kind {
            UnitKind::Field(name) => {
                let edit = front::edit(target, name, &text.plain())?;
                Some(Change { units: vec![*unit], edit, effects: vec![Effect::Field(name.clone(), text.plain())] })
            }
            UnitKind::Segment(_) => None,
        };
        self.texts.iter().filter_map(change).collect()
    }

    /// The goals with their reasons, where the half has no goals of its own.
    fn new_tags(&self, target: &Half) -> Option<Change> {
        if target.fields.has_tags {
            return None;
        }
        let reason = |(unit, text): (&usize, &Text)| match &self.sheet.units[*unit].kind {
            UnitKind::Field(FieldName::Reason(tag)) => Some((tag.clone(), (*unit, text.plain()))),
            _ => None,
        };
        let reasons: BTreeMap<String, (usize, String)> = self.texts.iter().filter_map(reason).collect();
        let at = target.fields.lines.end;
        let text = front::tags(&self.sheet.source, |tag| reasons.get(tag).map(|(_, text)| text.clone()), target.line_break());
        let effects = reasons.iter().map(|(tag, (_, text))| Effect::Field(FieldName::Reason(tag.clone()), text.clone())).collect();
        let units: Vec<usize> = reasons.values().map(|(unit, _)| *unit).collect();
        (!units.is_empty()).then_some(Change { units, edit: Edit { span: at..at, text }, effects })
    }

    fn segment_change(&self, target: &Half, spot: Spot, unit: usize, text: &Text, care: Care) -> Change {
        let found = &self.sheet.units[unit];
        let stretch = target.stretch(spot.block).cloned().unwrap_or_default();
        let mut edit = Edit { span: stretch.span.end..stretch.span.end, text: String::new() };
        if let Some(segment) = stretch.segments.get(spot.segment) {
            let setting = setting(target, &stretch, segment, target.line_break());
            let words = markdown(text, |number| self.signs(found.mark(number), setting.is_in_table), &setting, care);
            let words = segment.comments.iter().fold(words, |words, comment| format!("{words} {comment}"));
            let is_bare = segment.kind == Kind::Cell && target.slice(segment.span.clone()).trim().is_empty();
            edit = Edit { span: segment.span.clone(), text: if is_bare { format!(" {words} ") } else { words } };
        }
        let what = |mark: &UnitMark| mark.target.as_ref().or(mark.source.as_ref()).map(|mark| mark.what.clone());
        let whats: BTreeMap<u32, What> = found.marks.iter().filter_map(|mark| Some((mark.number, what(mark)?))).collect();
        let said = Said::new(text, |number| whats.get(&number));
        Change { units: vec![unit], edit, effects: vec![Effect::Segment(spot, said)] }
    }

    /// The Markdown of a mark: that of the translation, if it has it, or else that of the source.
    fn signs(&self, mark: Option<&UnitMark>, is_in_table: bool) -> Signs {
        match mark.map(|mark| (&mark.target, &mark.source)) {
            Some((Some(own), _)) => Signs { start: own.start.clone(), end: own.end.clone(), is_break: own.what == What::Break },
            Some((None, Some(source))) => self.blocks.translated(source, is_in_table),
            _ => Signs::default(),
        }
    }

    /// Blocks without a counterpart of their shape: each is made of the source's.
    fn new_blocks(&mut self, target: &Half) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut behind = None;
        for at in 0..self.sheet.blocks.len() {
            let place = match self.sheet.blocks[at] {
                Beside::Like(_) => None,
                Beside::Unlike(other) => Some(Where::InPlaceOf(BlockId::Text(other))),
                Beside::Nothing => Some(Where::Behind(behind)),
            };
            if let Beside::Like(other) | Beside::Unlike(other) = self.sheet.blocks[at] {
                behind = Some(other);
            }
            changes.extend(place.and_then(|place| self.new_block(target, BlockId::Text(at), place)));
        }
        changes
    }

    /// Footnotes without a counterpart of their shape. They come first, as whoever names one must know whether it is there.
    fn new_notes(&mut self, target: &Half) -> Vec<Change> {
        let place = |at: usize| match self.sheet.notes[at] {
            Beside::Like(_) => None,
            Beside::Unlike(other) => Some((BlockId::Note(at), Where::InPlaceOf(BlockId::Note(other)))),
            Beside::Nothing => Some((BlockId::Note(at), Where::Last)),
        };
        let places: Vec<_> = (0..self.sheet.notes.len()).filter_map(place).collect();
        places.into_iter().filter_map(|(block, place)| self.new_block(target, block, place)).collect()
    }

    fn new_block(&mut self, target: &Half, block: BlockId, place: Where) -> Option<Change> {
        if !self.is_complete(block) && !self.comes_along(block) {
            return None;
        }
        let units = self.sheet.units_of(block);
        let change = self.tried(target, |care| self.block_change(target, block, place, &self.blocks, units.clone(), care));
        if change.is_none() {
            let culprits = self.culprits(target, block, place, &units);
            self.placed.refused.extend(culprits);
        }
        change
    }

    /// Those of the texts of a block that cannot stand there even if the others are as they were; all, if it is their sum.
    fn culprits(&self, target: &Half, block: BlockId, place: Where, units: &[usize]) -> Vec<usize> {
        let fits = |unit: &usize| {
            let texts = self.texts.get(unit).map(|text| (*unit, text.clone())).into_iter().collect();
            let alone = Blocks { sheet: self.sheet, links: self.links, texts: &texts };
            let change = |care| self.block_change(target, block, place, &alone, vec![*unit], care);
            self.tried(target, change).is_some()
        };
        let culprits: Vec<usize> = units.iter().copied().filter(|unit| !fits(unit)).collect();
        if culprits.is_empty() { units.to_vec() } else { culprits }
    }

    fn block_change(&self, target: &Half, block: BlockId, place: Where, blocks: &Blocks<'_>, units: Vec<usize>, care: Care) -> Change {
        let edit = place.edit(target, blocks.markdown(block, target.line_break(), care));
        Change { units, edit, effects: vec![self.effect(block, place, blocks.built(block))] }
    }

    /// Whether all that is to be translated of a block is, with the footnotes that it names.
    fn is_complete(&self, block: BlockId) -> bool {
        let units = self.sheet.units_of(block);
        let is_there = |unit: &usize| self.texts.get(unit).is_some_and(|text| self.notes_are_there(text, *unit));
        !units.is_empty() && units.iter().all(is_there)
    }

    /// Whether each footnote that a translation names is there or comes with it.
    fn notes_are_there(&self, text: &Text, unit: usize) -> bool {
        let unit = &self.sheet.units[unit];
        text.numbers().iter().filter_map(|number| unit.mark(*number)).all(|mark| match (&mark.target, &mark.source) {
            (None, Some(source)) => match &source.what {
                What::Note(name) => {
                    let at = self.sheet.source.notes.iter().position(|note| note.name == *name);
                    // A note may name itself or others: that of the text decides.
                    at.is_none_or(|at| {
                        let units = self.sheet.units_of(BlockId::Note(at));
                        self.sheet.notes[at] != Beside::Nothing
                            || units.iter().all(|unit| self.texts.contains_key(unit) && !self.placed.refused.contains(unit))
                    })
                }
                _ => true,
            },
            _ => true,
        })
    }

    /// Whether a block without words stands among others that are new in the translation, and comes with them.
    fn comes_along(&self, block: BlockId) -> bool {
        let (BlockId::Text(at), true) = (block, self.sheet.units_of(block).is_empty()) else { return false };
        let shape = &self.sheet.source.stretches[at].shape;
        let target = self.sheet.target.as_ref();
        let is_there =
            shape.starts_with("box ") && target.is_some_and(|target| target.stretches.iter().any(|stretch| stretch.shape == *shape));
        let new = |at: &usize| self.sheet.blocks[*at] == Beside::Nothing;
        let run = (0..at).rev().take_while(new).chain((at + 1..self.sheet.blocks.len()).take_while(new));
        new(&at) && !is_there && run.into_iter().any(|at| self.is_complete(BlockId::Text(at)))
    }

    fn effect(&self, block: BlockId, place: Where, built: Built) -> Effect {
        match (place, block) {
            (Where::InPlaceOf(block), _) => Effect::Replaced(block, built),
            (Where::Behind(at), _) => Effect::Inserted(at, built),
            (Where::Last, BlockId::Note(at)) => Effect::Noted(self.sheet.source.notes[at].name.clone(), built),
            (Where::Last, BlockId::Text(_)) => Effect::Inserted(None, built),
        }
    }

    /// Makes the half that is missing of whatever is translated. Without a title there is none.
    fn make(&mut self) {
        let field = |name: &FieldName| {
            let unit = self.sheet.units.iter().position(|unit| unit.kind == UnitKind::Field(name.clone()))?;
            self.texts.get(&unit).map(Text::plain)
        };
        let Some(title) = field(&FieldName::Title) else { return };
        let slug = self.links.free_slug(self.sheet.pair, &title);
        let front = front::new(&self.sheet.source, field, slug.as_deref());
        let Some(bare) = Half::read(self.entry, front, &self.links.site.config) else { return };
        let notes = self.new_notes(&bare);
        let mut changes = self.new_blocks(&bare);
        changes.extend(notes);
        let is_field = |unit: &&usize| matches!(self.sheet.units[**unit].kind, UnitKind::Field(_));
        let fields = self.texts.keys().filter(is_field).copied().collect();
        let end = bare.text.len();
        changes.push(Change { units: fields, edit: Edit { span: end..end, text: String::new() }, effects: Vec::new() });
        self.finish(&bare, changes);
        if let Some(text) = &mut self.placed.text {
            text.truncate(text.trim_end().len());
            text.push_str(self.sheet.source.line_break());
        }
    }
}

impl Where {
    /// Puts the Markdown of a block into a text.
    fn edit(self, target: &Half, text: String) -> Edit {
        let gap = target.line_break().repeat(2);
        let end = target.text.trim_end().len();
        let first = target
            .stretches
            .first()
            .into_iter()
            .chain(target.notes.first().map(|note| &note.stretch))
            .map(|stretch| stretch.span.start)
            .min();
        match self {
            Where::InPlaceOf(block) => Edit { span: target.stretch(block).map_or(end..end, |stretch| stretch.span.clone()), text },
            Where::Behind(Some(at)) => {
                let at = target.stretches.get(at).map_or(end, |stretch| stretch.span.end);
                Edit { span: at..at, text: format!("{gap}{text}") }
            }
            Where::Behind(None) => match first {
                Some(first) => Edit { span: first..first, text: format!("{text}{gap}") },
                None => Edit { span: end..end, text: format!("{gap}{text}") },
            },
            Where::Last => Edit { span: end..end, text: format!("{gap}{text}") },
        }
    }
}

/// A text with all edits made. Of two at one place, that which only adds comes first.
fn edited<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        out.push_str(text.get(from..edit.span.start).unwrap_or_default());
        out.push_str(&edit.text);
        from = edit.span.end.max(from);
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}
