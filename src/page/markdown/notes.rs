//! Footnotes: their marks in the text, and their texts below it.

use rustc_hash::FxHashMap;

use super::{Reader, Spot};
use crate::diagnostic::Code;
use crate::page::body::{Fill, InterfaceWord};
use crate::page::passage::{Part, said};
use crate::page::writer::Writer;

#[derive(Default)]
pub(super) struct Notes {
    /// The number of each note by name, in the order of its first mark.
    pub(super) numbers: FxHashMap<String, u32>,
    /// Name, place of its first mark and how many marks each note has.
    pub(super) marks: Vec<(String, Spot, u32)>,
    pub(super) texts: FxHashMap<String, (Writer, Spot)>,
    /// What each note says, by name, with its line.
    said: FxHashMap<String, (u32, String)>,
    /// The names of the texts in the order in which they stand.
    pub(super) gathered: Vec<String>,
    /// What each open text interrupts.
    pub(super) interrupted: Vec<Part>,
}

impl<'a> Reader<'a, '_> {
    pub(super) fn leftover_note(&mut self, spot: &Spot) {
        let source = self.source;
        for (at, _) in source[spot.clone()].match_indices("[^") {
            let at = spot.start + at;
            let Some(length) = source[at..spot.end].find(']') else { continue };
            if !source[..at].ends_with('\\') && length > 2 {
                let name = source[at + 2..at + length].to_owned();
                self.report_value(Code::FootnoteMissing, &(at..at + length + 1), &name);
            }
        }
    }

    pub(super) fn note_mark(&mut self, name: &str, spot: Spot) {
        let next = self.notes.marks.len() as u32 + 1;
        let number = *self.notes.numbers.entry(name.to_owned()).or_insert(next);
        if number == next {
            self.body.marks.push(self.place(&spot));
            self.notes.marks.push((name.to_owned(), spot, 0));
        }
        let marks = &mut self.notes.marks[number as usize - 1].2;
        *marks += 1;
        let id = mark_id(number, *marks);
        self.put("<sup class=\"note-mark\"><a id=\"");
        self.hole(Fill::IdPrefix);
        self.put(&id);
        self.put("\" href=\"#");
        self.hole(Fill::IdPrefix);
        self.put(&format!("note--{number}\" role=\"doc-noteref\" aria-label=\""));
        self.hole(Fill::Word(InterfaceWord::NoteMark, number));
        self.put(&format!("\">{number}</a></sup>"));
    }

    pub(super) fn note_text(&mut self, name: String, spot: Spot) {
        if self.notes.texts.contains_key(&name) {
            // The first text of a name is the one that its marks lead to.
            self.report_value(Code::FootnoteUnused, &spot, &name);
        }
        let (line, text) = (self.lines.line(self.start + spot.start), said(self.inside()));
        self.notes.said.entry(name.clone()).or_insert((line, format!("[^]: {text}")));
        let interrupted = self.gatherer.turn_to(Part::Footnote(self.notes.gathered.len() as u32));
        self.notes.interrupted.push(interrupted);
        self.notes.gathered.push(name.clone());
        self.notes.texts.entry(name.clone()).or_insert((Writer::default(), spot));
        self.open_notes.push((name, Writer::default()));
    }

    pub(super) fn note_text_ends(&mut self) {
        if let Some(interrupted) = self.notes.interrupted.pop() {
            self.gatherer.turn_to(interrupted);
        }
        let Some((name, writer)) = self.open_notes.pop() else { return };
        if let Some((text, _)) = self.notes.texts.get_mut(&name)
            && text.html.is_empty()
        {
            *text = writer;
        }
    }

    /// The notes below the text, in the order of their first marks, each with the way back to every mark.
    pub(super) fn write_notes(&mut self) {
        let mut unused: Vec<(String, Spot)> = self
            .notes
            .texts
            .iter()
            .filter(|(name, _)| !self.notes.numbers.contains_key(*name))
            .map(|(name, (_, spot))| (name.clone(), spot.clone()))
            .collect();
        unused.sort_by_key(|(_, spot)| spot.start);
        for (name, spot) in unused {
            self.report_value(Code::FootnoteUnused, &spot, &name);
        }
        // The first text of a name is the note.
        let is_first = |at: usize| !self.notes.gathered[..at].contains(&self.notes.gathered[at]);
        let number = |at: usize| self.notes.numbers.get(&self.notes.gathered[at]).copied();
        self.gatherer.number_notes(|at| number(at).filter(|_| is_first(at)));
        if self.notes.marks.is_empty() {
            return;
        }
        self.put("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"");
        self.hole(Fill::Word(InterfaceWord::Notes, 0));
        self.put("\">\n<ol>\n");
        for (i, (name, _, marks)) in std::mem::take(&mut self.notes.marks).into_iter().enumerate() {
            let number = i as u32 + 1;
            self.told.notes.extend(self.notes.said.remove(&name));
            self.put("<li id=\"");
            self.hole(Fill::IdPrefix);
            self.put(&format!("note--{number}\">"));
            if let Some((text, _)) = self.notes.texts.remove(&name) {
                self.writer().append(&text);
            }
            self.put("<p class=\"note-back\">");
            for mark in 1..=marks {
                self.put("<a href=\"#");
                self.hole(Fill::IdPrefix);
                self.put(&mark_id(number, mark));
                self.put("\" role=\"doc-backlink\" aria-label=\"");
                self.hole(Fill::Word(InterfaceWord::NoteBack, number));
                self.put("\">↩</a>");
            }
            self.put("</p></li>\n");
        }
        self.put("</ol>\n</section>\n");
    }
}

fn mark_id(note: u32, mark: u32) -> String {
    if mark == 1 { format!("mark--{note}") } else { format!("mark--{note}-{mark}") }
}
