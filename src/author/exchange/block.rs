//! A block of a translation that is not there yet, made of the source's with its words replaced.

use std::collections::BTreeMap;

use super::half::Half;
use super::links::Links;
use super::outline::{Built, Said};
use super::segments::{Kind, Mark, Segment, Stretch, What};
use super::sheet::{BlockId, Sheet, Spot};
use super::text::Text;
use super::written::{Care, Setting, Signs, markdown};
use crate::diagnostic::Lines;

/// Makes blocks of a page.
pub(super) struct Blocks<'p> {
    pub(super) sheet: &'p Sheet,
    pub(super) links: &'p Links<'p>,
    /// The translations, by their units.
    pub(super) texts: &'p BTreeMap<usize, Text>,
}

impl Blocks<'_> {
    /// The Markdown of a block.
    pub(super) fn markdown(&self, block: BlockId, line_break: &'static str, care: Care) -> String {
        let source = &self.sheet.source;
        let Some(stretch) = source.stretch(block) else { return String::new() };
        let mut out = String::new();
        let mut from = stretch.span.start;
        for (segment, found) in stretch.segments.iter().enumerate() {
            out.push_str(&between(source.slice(from..found.span.start), line_break));
            let setting = setting(source, stretch, found, line_break);
            let text = self.text(Spot { block, segment }, found);
            if text.is_empty() {
                out.push_str(source.slice(found.span.clone()));
            } else {
                out.push_str(&markdown(&text, |number| self.signs(found.marks.get(number as usize - 1), &setting), &setting, care));
            }
            from = found.span.end;
            if let Kind::Heading(number) = found.kind {
                let rest = source.slice(from..stretch.span.end);
                if let Some((rest, end)) = self.named(number, rest) {
                    out.push_str(&rest);
                    from += end;
                }
            }
        }
        out.push_str(&between(source.slice(from..stretch.span.end), line_break));
        match block {
            BlockId::Note(at) => self.renamed(&source.notes[at].name, out),
            BlockId::Text(_) => out,
        }
    }

    /// The name behind a heading, as the translation has it, and how long it was.
    fn named(&self, number: usize, rest: &str) -> Option<(String, usize)> {
        let anchor = self.sheet.source.page.body.headings.get(number)?.anchor.to_string();
        let line = rest.lines().next().unwrap_or_default();
        let at = line.find(&format!("#{anchor}"))?;
        let end = at + 1 + anchor.len();
        let coming = self.links.coming.get(&(self.sheet.key.clone(), anchor))?;
        Some((format!("{}#{coming}", &line[..at]), end))
    }

    /// A footnote by the name that it has in the translation.
    fn renamed(&self, name: &str, text: String) -> String {
        match self.sheet.note_name(name) {
            Some(other) => text.replacen(&format!("[^{name}]"), &format!("[^{other}]"), 1),
            None => text,
        }
    }

    /// How the block is built, and what it says.
    pub(super) fn built(&self, block: BlockId) -> Built {
        let Some(stretch) = self.sheet.source.stretch(block) else { return Built::default() };
        let said = |(segment, found): (usize, &Segment)| {
            let text = self.text(Spot { block, segment }, found);
            Said::new(&text, |number| found.marks.get(number as usize - 1).map(|mark| &mark.what))
        };
        Built { shape: stretch.shape.clone(), says: stretch.segments.iter().enumerate().map(said).collect() }
    }

    /// What a segment says: its translation, or itself, where there is nothing to translate.
    fn text(&self, spot: Spot, segment: &Segment) -> Text {
        let unit = self.sheet.unit_at(spot).and_then(|unit| self.texts.get(&unit));
        unit.unwrap_or(&segment.text).clone()
    }

    fn signs(&self, mark: Option<&Mark>, setting: &Setting) -> Signs {
        mark.map_or_else(Signs::default, |mark| self.translated(mark, setting.is_in_table))
    }

    /// The Markdown of a mark of the source, led into the other language.
    pub(super) fn translated(&self, mark: &Mark, is_in_table: bool) -> Signs {
        if let What::Note(name) = &mark.what {
            let name = self.sheet.note_name(name).unwrap_or_else(|| name.clone());
            return Signs { start: format!("[^{name}]"), ..Signs::default() };
        }
        let lines = Lines::new(&self.sheet.source.text);
        self.links.signs(mark, self.sheet.source_id, &lines, is_in_table)
    }
}

/// What stands between two segments, with the line breaks of the other file.
fn between(text: &str, line_break: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', line_break)
}

/// Where a segment stands.
pub(super) fn setting(half: &Half, stretch: &Stretch, segment: &Segment, line_break: &'static str) -> Setting {
    let before = half.before(segment.span.start);
    // A quote goes on with its sign, all else with blanks.
    let indent = before.chars().map(|c| if c == '>' || c.is_whitespace() { c } else { ' ' }).collect();
    let is_in_table = segment.kind == Kind::Cell || stretch.shape.starts_with("table");
    Setting { kind: segment.kind, is_in_table, indent, line_break }
}
