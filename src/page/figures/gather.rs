//! Gathers the text of a page, part by part, and finds its figures.

use std::ops::Range;
use std::sync::Arc;

use super::read::{Found, read};
use super::rules::Rules;
use super::{Figure, Figures, Known, OPAQUE, STOP, Value};
use crate::address::Language;
use crate::diagnostic::{Code, Finding, Lines, Place};
use crate::page::Part;

/// Takes the text of a page in pieces, as they come out of front matter and Markdown.
#[derive(Debug)]
pub(in crate::page) struct Gatherer<'a> {
    file: &'a Arc<str>,
    /// The whole file.
    source: &'a str,
    lines: &'a Lines<'a>,
    rules: Rules,
    /// The part that is being gathered, and its text so far.
    part: Part,
    text: String,
    /// For each piece of the text where it begins, and from where to where it reaches in the file.
    pieces: Vec<(usize, Range<usize>)>,
    figures: Vec<Figure>,
    texts: String,
    exceptions: Vec<Exception>,
}

/// A figure that is meant to differ from the other half: `<!-- afviger: 7,45 -->`.
#[derive(Debug)]
struct Exception {
    /// Where it may stand.
    scopes: Vec<Scope>,
    /// Whether it may stand in the next part too, which has not begun yet.
    awaits_next: bool,
    figures: Vec<Value>,
    text: String,
    place: Place,
}

/// Where a figure may stand that is said to differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Scope {
    /// In title, description and notes of goals: what the comment at the top of a text is about too.
    Front,
    /// In a part of the text.
    Part(Part),
    /// In the part that begins next.
    Next,
}

impl<'a> Gatherer<'a> {
    pub(in crate::page) fn new(file: &'a Arc<str>, source: &'a str, lines: &'a Lines<'a>, language: Language) -> Self {
        Self {
            file,
            source,
            lines,
            rules: Rules::of(language),
            part: Part::Title,
            text: String::new(),
            pieces: Vec::new(),
            figures: Vec::new(),
            texts: String::new(),
            exceptions: Vec::new(),
        }
    }

    /// Ends a part; what follows belongs to another. Gives the part that was.
    pub(in crate::page) fn turn_to(&mut self, part: Part) -> Part {
        self.take_figures();
        for exception in self.exceptions.iter_mut().filter(|exception| exception.awaits_next) {
            exception.scopes.push(Scope::Part(part));
            exception.awaits_next = false;
        }
        std::mem::replace(&mut self.part, part)
    }

    /// Adds text, and where in the file it stands.
    pub(in crate::page) fn text(&mut self, text: &str, at: Range<usize>) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(text);
    }

    /// Adds a blank.
    pub(in crate::page) fn blank(&mut self) {
        self.text.push(' ');
    }

    /// Adds the end of a line, cell or item, or whatever else no figure reaches across.
    pub(in crate::page) fn stop(&mut self) {
        self.text.push(STOP);
    }

    /// Adds something that is no text.
    pub(in crate::page) fn opaque(&mut self) {
        self.text.push(OPAQUE);
    }

    fn take_figures(&mut self) {
        for found in read(&self.text, self.rules) {
            let place = self.lines.place(self.file, self.origin(&found));
            let text = &self.text[found.at.clone()];
            self.figures.push(Figure {
                value: found.value,
                weight: found.weight,
                part: self.part,
                line: place.line,
                column: place.column,
                width: u16::try_from(place.width).unwrap_or(u16::MAX),
                at: self.texts.len() as u32,
                length: u16::try_from(text.len()).unwrap_or(u16::MAX),
            });
            self.texts.push_str(text);
        }
        self.text.clear();
        self.pieces.clear();
    }

    /// Where in the file a figure stands. Signs that are written otherwise than they are read (`\.`, `&amp;`) make a text
    /// shorter than its source.
    fn origin(&self, found: &Found) -> Range<usize> {
        let start = self.origin_of(found.at.start, &self.text[found.at.clone()]);
        let last = self.text[found.at.clone()].chars().next_back().map_or(0, char::len_utf8);
        let end = self.origin_of(found.at.end - last, &self.text[found.at.end - last..found.at.end]) + last;
        start..end.max(start)
    }

    fn origin_of(&self, at: usize, text: &str) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at).checked_sub(1);
        let Some((start, source)) = piece.and_then(|piece| self.pieces.get(piece)) else { return 0 };
        let within = at - start;
        let same = |from: usize| self.source.get(from..source.end).is_some_and(|rest| rest.starts_with(text));
        let straight = source.start + within;
        if same(straight) {
            return straight;
        }
        let first = text.chars().next().map_or("", |first| &text[..first.len_utf8()]);
        let rest = self.source.get(straight..source.end).or_else(|| self.source.get(source.clone())).unwrap_or_default();
        let base = source.end - rest.len();
        rest.find(text).or_else(|| rest.find(first)).map_or(source.start, |found| base + found)
    }

    /// The part that is being gathered.
    pub(in crate::page) fn part(&self) -> Part {
        self.part
    }

    /// Takes a comment that may say that figures differ: where they may stand, and where the comment does.
    pub(in crate::page) fn comment(&mut self, comment: &str, scopes: &[Scope], at: Range<usize>) {
        let Some(list) = exceptions(comment) else { return };
        let place = self.lines.place(self.file, at);
        for item in list.split(';').map(str::trim).filter(|item| !item.is_empty() || list.trim().is_empty()) {
            let figures = read(item, self.rules).into_iter().map(|found| found.value).collect();
            let awaits_next = scopes.contains(&Scope::Next);
            let (scopes, text, place) = (scopes.to_vec(), item.to_owned(), place.clone());
            self.exceptions.push(Exception { scopes, awaits_next, figures, text, place });
        }
    }

    /// Gives each footnote its number, in place of the one under which it was gathered; `None` drops its figures.
    pub(in crate::page) fn number_notes(&mut self, number: impl Fn(usize) -> Option<u32>) {
        self.take_figures();
        self.figures.retain_mut(|figure| match figure.part {
            Part::Footnote(gathered) => number(gathered as usize).is_some_and(|number| {
                figure.part = Part::Footnote(number - 1);
                true
            }),
            _ => true,
        });
        for scope in self.exceptions.iter_mut().flat_map(|exception| &mut exception.scopes) {
            if let Scope::Part(Part::Footnote(gathered)) = *scope
                && let Some(number) = number(gathered as usize)
            {
                *scope = Scope::Part(Part::Footnote(number - 1));
            }
        }
    }

    /// The figures of the page, but for those that are meant to differ.
    pub(in crate::page) fn finish(mut self, findings: &mut Vec<Finding>) -> Figures {
        self.take_figures();
        let mut excepted = Vec::new();
        for exception in &self.exceptions {
            let is_meant = |figure: &Figure| exception.covers(figure.part) && exception.figures.contains(&figure.value);
            let meant: Vec<usize> = (0..self.figures.len()).filter(|at| is_meant(&self.figures[*at])).collect();
            let stands = |value: &Value| meant.iter().any(|at| self.figures[*at].value == *value);
            if exception.figures.is_empty() || !exception.figures.iter().all(stands) {
                let state = if exception.figures.is_empty() { "none" } else { "absent" };
                let finding = Finding::new(Code::ParityException, exception.place.clone());
                findings.push(finding.with("state", state).with("value", &exception.text));
            }
            excepted.extend(meant);
        }
        let mut at = 0..;
        self.figures.retain(|_| at.next().is_none_or(|at| !excepted.contains(&at)));
        let known = match (self.rules.words, self.rules.separators) {
            (Some(_), _) => Known::Words,
            (None, Some(_)) => Known::Separators,
            (None, None) => Known::Digits,
        };
        Figures { list: self.figures.into(), texts: self.texts.into(), known }
    }
}

impl Exception {
    fn covers(&self, part: Part) -> bool {
        let is_front = matches!(part, Part::Title | Part::Description | Part::Note(_));
        self.scopes.contains(&Scope::Part(part)) || is_front && self.scopes.contains(&Scope::Front)
    }
}

/// What follows the word of a comment by which figures are said to differ; `None` for any other comment.
fn exceptions(comment: &str) -> Option<&str> {
    let (word, list) = comment.split_once(':')?;
    let word = word.trim();
    ["afviger", "differs"].iter().any(|known| word.eq_ignore_ascii_case(known)).then_some(list)
}
