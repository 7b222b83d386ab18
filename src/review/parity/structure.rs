//! What the halves are made of: headings, boxes, images, tables, lists, quotations, notes, text at all.

use std::collections::BTreeMap;

use super::{Comparison, SIDES, Said, Side};
use crate::diagnostic::{Code, Place};
use crate::page::{Block, BlockKind, Image, Shape};

impl<'a> Comparison<'a> {
    /// Whether one half has no text at all and the other has: then that is all there is to tell.
    pub(super) fn empty(&mut self) -> bool {
        let is_empty = SIDES.map(|side| self.page(side).body.blocks.is_empty());
        let Some(full) = SIDES.into_iter().find(|side| !is_empty[*side] && is_empty[1 - side]) else { return false };
        let places = SIDES.map(|side| self.place(0, side));
        let says = |side: Side| Said::new(if side == full { "whole" } else { "empty" }, "", places[side].clone());
        self.tell(Code::ParityText, SIDES.map(says));
        true
    }

    fn heading(&self, row: usize, side: Side) -> Option<(u8, &'a str)> {
        match self.block(row, side)?.kind {
            BlockKind::Heading { level, number } => Some((level, &self.page(side).body.headings[number as usize].text)),
            _ => None,
        }
    }

    fn lone_heading(&self, row: usize, side: Side) -> Option<(u8, &'a str)> {
        self.heading(row, side).filter(|_| self.rows[row][1 - side].is_none())
    }

    /// Headings that the other half lacks, or has on another level.
    pub(super) fn headings(&mut self) {
        let mut row = 0;
        while row < self.rows.len() {
            let stretch = self.stretch(row);
            self.levels(stretch.clone());
            row = stretch.end + 1;
        }
        for row in 0..self.rows.len() {
            for side in SIDES {
                let Some((level, text)) = self.lone_heading(row, side).filter(|_| !self.told[row][side]) else { continue };
                let (place, missing) = (self.place(row, side), self.place(row, 1 - side));
                self.tell_alone(Code::ParityHeadings, side, text, place, missing);
                self.follows(row, side, level);
            }
        }
    }

    /// Headings that stand alone at the same place in both halves are one heading on two levels.
    fn levels(&mut self, stretch: std::ops::Range<usize>) {
        let alone = SIDES.map(|side| -> Vec<usize> { stretch.clone().filter(|row| self.lone_heading(*row, side).is_some()).collect() });
        for (one, other) in alone[0].iter().zip(&alone[1]) {
            let says = |side: Side| {
                let row = [*one, *other][side];
                let (level, text) = self.heading(row, side).unwrap_or_default();
                Said::new("level", format!("{} {text}", "#".repeat(level.into())), self.place(row, side))
            };
            let said = SIDES.map(says);
            self.tell(Code::ParityHeadings, said);
            (self.told[*one][0], self.told[*other][1]) = (true, true);
        }
    }

    /// What lies under a heading without counterpart, and has none either, is told with it.
    fn follows(&mut self, heading: usize, side: Side, level: u8) {
        self.told[heading][side] = true;
        for row in heading + 1..self.rows.len() {
            if self.heading(row, side).is_some_and(|(other, _)| other <= level) {
                break;
            }
            self.told[row][side] |= self.alone(row, side).is_some();
        }
    }

    fn embedded(&self, row: usize, side: Side) -> Option<&'a str> {
        match self.block(row, side)?.kind {
            BlockKind::Box(number) => Some(&self.page(side).body.embeds[number as usize].key),
            _ => None,
        }
    }

    /// Boxes that the other half shows nowhere.
    pub(super) fn boxes(&mut self) {
        let is_at_fault = self.halves.iter().any(|half| half.lacks.boxes);
        for row in 0..self.rows.len() {
            for side in SIDES {
                let Some(key) = self.embedded(row, side).filter(|_| self.rows[row][1 - side].is_none()) else { continue };
                let is_elsewhere = (0..self.rows.len()).any(|row| self.embedded(row, 1 - side) == Some(key));
                if !self.told[row][side] && !is_at_fault && !is_elsewhere {
                    let (place, missing) = (self.place(row, side), self.place(row, 1 - side));
                    self.tell_alone(Code::ParityBoxes, side, key, place, missing);
                }
                self.told[row][side] = true;
            }
        }
    }

    /// Images that the other half shows nowhere.
    pub(super) fn images(&mut self) {
        let images = SIDES.map(|side| self.page(side).body.images.iter().collect::<Vec<_>>());
        if images.iter().all(Vec::is_empty) || self.halves.iter().any(|half| half.lacks.images) {
            return;
        }
        let names = SIDES.map(|side| {
            let language = self.page(side).entry.language;
            images[side].iter().map(|image| neutral(&image.file, language.as_str())).collect::<Vec<_>>()
        });
        let mut alone = SIDES.map(|side| -> Vec<(usize, &Image)> {
            let others = &names[1 - side];
            let lone = images[side].iter().zip(&names[side]).filter(|(_, name)| !others.contains(name));
            lone.filter_map(|(image, _)| Some((self.row_of_line(side, image.place.line)?, *image))).collect()
        });
        // At the same place in both halves one stands for the other.
        for (one_row, one) in alone[0].clone() {
            let is_near = |(row, _): &(usize, &Image)| self.spots[*row] == self.spots[one_row] && !self.told[*row][1];
            let Some(at) = alone[1].iter().position(is_near).filter(|_| !self.told[one_row][0]) else { continue };
            let (_, other) = alone[1].remove(at);
            alone[0].retain(|(_, image)| !std::ptr::eq(*image, one));
            self.tell(Code::ParityImages, [one, other].map(|image| Said::new("other", image.file.clone(), image.place.clone())));
        }
        for side in SIDES {
            for (row, image) in alone[side].clone() {
                if !self.told[row][side] {
                    self.tell_alone(Code::ParityImages, side, &image.file, image.place.clone(), self.place(row, 1 - side));
                }
            }
            for row in 0..self.rows.len() {
                // What is below a picture goes with it.
                self.told[row][side] |= self.alone(row, side).is_some_and(|block| block.kind == BlockKind::Figure);
            }
        }
    }

    /// Tables, lists and quotations that the other half lacks, or has as something else.
    pub(super) fn kinds(&mut self) {
        let mut row = 0;
        while row < self.rows.len() {
            let stretch = self.stretch(row);
            row = stretch.end + 1;
            for code in [Code::ParityTables, Code::ParityLists, Code::ParityQuotes] {
                for (at, side) in stretch.clone().flat_map(|row| SIDES.map(|side| (row, side))) {
                    let Some(block) = self.alone(at, side).filter(|block| !self.told[at][side] && kind_code(block.kind) == Some(code))
                    else {
                        continue;
                    };
                    self.kind(code, at, side, block, stretch.clone());
                }
            }
        }
    }

    /// Tells a block that the other half lacks, or what stands there in its place.
    fn kind(&mut self, code: Code, row: usize, side: Side, block: &Block, stretch: std::ops::Range<usize>) {
        let there = stretch.into_iter().find_map(|other| {
            let block = self.alone(other, 1 - side).filter(|_| !self.told[other][1 - side])?;
            Some((other, kind_name(block.kind)?))
        });
        let place = self.place(row, side);
        self.told[row][side] = true;
        let name = kind_name(block.kind).unwrap_or_default();
        let Some((other, other_name)) = there else {
            let missing = self.place(row, 1 - side);
            return self.tell_alone(code, side, name, place, missing);
        };
        self.told[other][1 - side] = true;
        let mut said = [Said::new("kind", name, place), Said::new("kind", other_name, self.place(other, 1 - side))];
        if side == 1 {
            said.reverse();
        }
        self.tell(code, said);
    }

    /// Tables, lists and quotations that have more parts in one half, or are of another sort.
    pub(super) fn sizes(&mut self) {
        for row in 0..self.rows.len() {
            let (Some(one), Some(other)) = (self.block(row, 0), self.block(row, 1)) else { continue };
            if one.shape == other.shape {
                continue;
            }
            let shapes = [one.shape, other.shape];
            let mut differ = |code, state, what: &dyn Fn(Shape) -> String| {
                let said = SIDES.map(|side| Said::new(state, what(shapes[side]), self.place(row, side)));
                if said[0].what != said[1].what {
                    self.tell(code, said);
                }
            };
            differ(Code::ParityTables, "size", &|shape| format!("{} × {}", shape.rows, shape.columns));
            differ(Code::ParityLists, "items", &|shape| shape.items.to_string());
            differ(Code::ParityLists, "order", &|shape| if shape.is_numbered { "numbered" } else { "plain" }.to_owned());
            differ(Code::ParityQuotes, "alert", &|shape| {
                shape.alert.map_or("quote", |word| word.id().trim_start_matches("alert-")).to_owned()
            });
            // What stands in the parts that are too many only follows.
            for side in SIDES {
                let (here, there) = (shapes[side], shapes[1 - side]);
                self.told[row][side] |= here.items > there.items || here.rows > there.rows || here.columns > there.columns;
            }
        }
    }

    /// Marks of notes that one half has more of.
    pub(super) fn notes(&mut self) {
        let marks = SIDES.map(|side| &self.page(side).body.marks);
        let Some(side) = SIDES.into_iter().find(|side| marks[*side].len() > marks[1 - side].len()) else { return };
        let mut more = marks[side].len() - marks[1 - side].len();
        let rows =
            SIDES.map(|side| -> Vec<usize> { marks[side].iter().map(|place| self.row_of_line(side, place.line).unwrap_or(0)).collect() });
        // How many marks each row has that those of the other half answer.
        let mut answered: BTreeMap<usize, usize> = BTreeMap::new();
        rows[1 - side].iter().for_each(|row| *answered.entry(*row).or_default() += 1);
        let mut lacking: Vec<(usize, usize, Place)> = Vec::new();
        for (number, (place, row)) in marks[side].iter().zip(&rows[side]).enumerate() {
            match answered.get_mut(row).filter(|left| **left > 0) {
                Some(left) => *left -= 1,
                None if more > 0 => {
                    more -= 1;
                    self.told_notes[side].insert(number);
                    let is_told = self.told.get(*row).is_some_and(|told| told[side]) && self.alone(*row, side).is_some();
                    lacking.extend((!is_told).then(|| (*row, number, place.clone())));
                }
                None => {}
            }
        }
        for (row, number, place) in lacking {
            let missing = self.place(row, 1 - side);
            self.tell_alone(Code::ParityNotes, side, &(number + 1).to_string(), place, missing);
        }
    }

    /// Headings that have text under them in one half only; the title is the first of them.
    pub(super) fn texts(&mut self) {
        let shared = (0..self.rows.len()).filter(|row| SIDES.iter().all(|side| self.heading(*row, *side).is_some()));
        let starts: Vec<Option<usize>> = std::iter::once(None).chain(shared.map(Some)).collect();
        for heading in starts {
            let first = heading.map_or(0, |row| row + 1);
            let under = SIDES.map(|side| self.under(first, side));
            let Some(side) = SIDES.into_iter().find(|side| !under[*side].is_empty() && under[1 - side].is_empty()) else { continue };
            let follows = |row: &usize| self.told[*row][side] || self.alone(*row, side).is_none();
            if under[side].iter().any(follows) {
                continue;
            }
            let missing = heading.map_or_else(|| self.first(1 - side), |row| self.place(row, 1 - side));
            let text = heading.and_then(|row| self.heading(row, side)).map_or("none", |(_, text)| text);
            self.tell_alone(Code::ParityText, side, text, self.place(under[side][0], side), missing);
            for row in &under[side] {
                self.told[*row][side] = true;
            }
        }
    }

    /// The rows in which a half has blocks, from one on to its next heading.
    fn under(&self, first: usize, side: Side) -> Vec<usize> {
        let rows = (first..self.rows.len()).take_while(|row| self.heading(*row, side).is_none());
        rows.filter(|row| self.rows[*row][side].is_some()).collect()
    }

    /// The first block of a half.
    fn first(&self, side: Side) -> Place {
        let page = self.page(side);
        page.body.blocks.first().map_or_else(|| Place::file(page.file()), |block| block.place(page.file()))
    }
}

/// The code under which it is told that a block of that kind is missing; `None` for kinds that are told otherwise or not at
/// all.
fn kind_code(kind: BlockKind) -> Option<Code> {
    match kind {
        BlockKind::Table => Some(Code::ParityTables),
        BlockKind::List | BlockKind::Definitions => Some(Code::ParityLists),
        BlockKind::Quote => Some(Code::ParityQuotes),
        _ => None,
    }
}

/// What a kind is called in findings; `None` for what does not stand in for another block.
fn kind_name(kind: BlockKind) -> Option<&'static str> {
    match kind {
        BlockKind::Table => Some("table"),
        BlockKind::List => Some("list"),
        BlockKind::Definitions => Some("definitions"),
        BlockKind::Quote => Some("quote"),
        BlockKind::Code => Some("code"),
        BlockKind::Paragraph => Some("paragraph"),
        BlockKind::Heading { .. } | BlockKind::Box(_) | BlockKind::Figure | BlockKind::Rule | BlockKind::Html => None,
    }
}

/// The name of an image without the folder and the language: `map.da.svg` in the Danish half is `map.en.svg` in the English.
fn neutral(file: &str, language: &str) -> String {
    let name = file.trim_start_matches('/').trim_start_matches("media/");
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = ['.', '-', '_'].iter().find_map(|sign| stem.strip_suffix(language)?.strip_suffix(*sign)).unwrap_or(stem);
    format!("{stem}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::neutral;

    #[test]
    fn an_image_with_words_in_it_has_a_file_for_each_language() {
        assert_eq!(neutral("map.da.svg", "da"), neutral("map.en.svg", "en"));
        assert_eq!(neutral("/media/2026/map-da.svg", "da"), neutral("2026/map-en.svg", "en"));
        assert_ne!(neutral("map.svg", "da"), neutral("harbour.svg", "en"));
        assert_ne!(neutral("agenda.svg", "da"), neutral("agen.svg", "en"));
    }
}
