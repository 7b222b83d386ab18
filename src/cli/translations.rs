//! `translations`: whether the languages still say the same, what has changed, and that somebody has checked it.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use super::arguments::{Common, Format, Translations};
use super::commands::{machine, project, read, say};
use super::exchange;
use super::report::{self, Failure};
use crate::address::Language;
use crate::author::{self, NotReviewed};
use crate::diagnostic::Words;
use crate::page;
use crate::review::{self, Found, Records, Sides, Stand, Standing, State, overview, sides};
use crate::site::{Drafts, PairId, Site};
use crate::source;

/// Performs `translations` or what lies in it.
pub(super) fn perform(task: Option<&Translations>, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    match task {
        Some(Translations::Export(options)) => return exchange::export(options, common, words),
        Some(Translations::Import { file, dry_run, partial }) => return exchange::import(file, *dry_run, *partial, common, words),
        _ => {}
    }
    let mut project = project(common, None, Drafts::Include)?;
    let reading = read(&mut project)?;
    let Some(site) = reading.site else {
        report::findings(&reading.findings, project.root(), common.format, words);
        return Ok(ExitCode::FAILURE);
    };
    let desk = Desk { site: &site, records: &reading.records, common, words };
    match task {
        None => desk.table(),
        Some(Translations::Diff { keys }) => desk.diff(keys)?,
        Some(Translations::Reviewed { keys, .. }) => desk.reviewed(keys)?,
        Some(Translations::Export(_) | Translations::Import { .. }) => {}
    }
    Ok(ExitCode::SUCCESS)
}

struct Desk<'d> {
    site: &'d Site,
    records: &'d Records,
    common: &'d Common,
    words: &'d Words,
}

/// A half as programs get it.
#[derive(Debug, Serialize)]
struct StandRecord<'a> {
    key: &'a str,
    language: &'a str,
    state: &'static str,
    blocks: usize,
}

/// A row of the table.
struct TableRow {
    key: String,
    state: String,
    passages: String,
    boxes: String,
}

impl Desk<'_> {
    fn text(&self, id: &str, values: &[(&str, String)]) -> String {
        self.words.text(id, values)
    }

    fn print(&self, text: &str) {
        use std::io::Write as _;
        let _ = writeln!(anstream::stdout(), "{text}");
    }

    fn print_json<T: Serialize>(&self, records: &[T]) {
        // Records of texts and numbers can always be written.
        self.print(&serde_json::to_string_pretty(records).unwrap_or_default());
    }

    fn key(&self, pair: PairId) -> &str {
        self.site.pair(pair).key.as_str()
    }

    /// The page of each key.
    fn pairs(&self, keys: &[String]) -> Result<Vec<PairId>, Failure> {
        let pair = |key: &String| {
            self.site.with_key(key).ok_or_else(|| match self.site.meant_key(key) {
                Some(near) => Failure::new("key-unknown-near", &[("key", key), ("near", &near)]),
                None => Failure::new("key-unknown", &[("key", key)]),
            })
        };
        keys.iter().map(pair).collect()
    }

    /// All pages and how their languages stand to each other.
    fn table(&self) {
        let found = self.records.of(self.site);
        let stands: Vec<(PairId, Vec<Stand>)> = self.site.pairs().map(|(id, _)| (id, overview(self.site, id, &found))).collect();
        if self.common.format == Format::Json {
            let record = |id: PairId, stand: &Stand| StandRecord {
                key: self.key(id),
                language: language(&self.site.config.languages, stand.language),
                state: stand.state.as_str(),
                blocks: stand.passages,
            };
            let records: Vec<_> = stands.iter().flat_map(|(id, stands)| stands.iter().map(|stand| record(*id, stand))).collect();
            self.print_json(&records);
            return;
        }
        if stands.iter().all(|(_, stands)| stands.is_empty()) {
            return self.print(&self.text("translations-none", &[]));
        }
        let rows: Vec<TableRow> = stands.iter().flat_map(|(id, _)| self.rows(*id, &found)).collect();
        self.print_rows(&rows);
        self.print("");
        self.print(&self.summary(&stands));
        if stands.iter().flat_map(|(_, stands)| stands).any(|stand| stand.state.is_changed()) {
            self.print(&self.text("translations-hint-changed", &[]));
        }
        if stands.iter().flat_map(|(_, stands)| stands).any(|stand| stand.state != State::InStep) {
            self.print(&self.text("translations-hint-reviewed", &[]));
        }
    }

    /// A row for each language that is held against the first.
    fn rows(&self, id: PairId, found: &Found<'_>) -> Vec<TableRow> {
        let row = |sides: Sides<'_>| {
            let standing = sides.standing(found.check(self.site, id, sides.languages));
            let (state, language, count) = self.told(&sides, &standing);
            let [one, other] = sides.languages;
            let is_of_many = self.site.config.languages.len() > 2;
            TableRow {
                key: if is_of_many { format!("{} ({one}/{other})", self.key(id)) } else { self.key(id).to_owned() },
                state: self.text("translations-state", &[("state", state.to_owned()), ("language", language.to_string())]),
                passages: self.text("translations-passages", &[("count", count.to_string())]),
                boxes: self.boxes(id, &sides, found),
            }
        };
        sides(self.site, id).map(row).collect()
    }

    /// The state of two halves in a word, the language that it names, and how many passages have changed.
    fn told(&self, sides: &Sides<'_>, standing: &Standing) -> (&'static str, Language, usize) {
        let other = sides.languages[1];
        match standing {
            Standing::Missing => ("missing", sides.lacking().unwrap_or(other), 0),
            Standing::Unreviewed => ("unreviewed", other, 0),
            Standing::Reviewed(changes) => {
                let count = changes.halves.iter().map(Vec::len).sum();
                match changes.state(0) {
                    State::ChangedHere => ("newer-here", sides.languages[0], count),
                    State::ChangedThere => ("newer-here", other, count),
                    state => (state.as_str(), other, count),
                }
            }
        }
    }

    /// The boxes that a page shows and whose halves are not in step.
    fn boxes(&self, id: PairId, sides: &Sides<'_>, found: &Found<'_>) -> String {
        let state = |&held: &PairId| {
            let of = review::sides(self.site, held).find(|other| other.languages == sides.languages)?;
            let standing = of.standing(found.check(self.site, held, of.languages));
            let Standing::Reviewed(changes) = &standing else { return None };
            let (state, language, _) = self.told(&of, &standing);
            let words = self.text("translations-state", &[("state", state.to_owned()), ("language", language.to_string())]);
            changes.state(0).is_changed().then(|| format!("{}: {words}", self.key(held)))
        };
        let boxes: Vec<String> = self.site.pair(id).boxes.iter().filter_map(state).collect();
        if boxes.is_empty() { String::new() } else { self.text("translations-boxes", &[("boxes", boxes.join(", "))]) }
    }

    fn print_rows(&self, rows: &[TableRow]) {
        let heads = ["translations-page", "translations-how", "translations-how-many"].map(|id| self.text(id, &[]));
        let cells = |row: &TableRow| [row.key.clone(), row.state.clone(), row.passages.clone()];
        let length = |text: &str| text.chars().count();
        let mut widths = heads.each_ref().map(|head| length(head));
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(cells(row)) {
                *width = (*width).max(length(&cell));
            }
        }
        let line = |cells: [String; 3], last: &str| {
            let mut line = String::new();
            for (cell, width) in cells.iter().zip(widths) {
                let _ = write!(line, "{cell}{}", " ".repeat(width - length(cell) + 2));
            }
            format!("{line}{last}").trim_end().to_owned()
        };
        self.print(&line(heads, ""));
        self.print(&widths.map(|width| "-".repeat(width)).join("  "));
        rows.iter().for_each(|row| self.print(&line(cells(row), &row.boxes)));
    }

    fn summary(&self, stands: &[(PairId, Vec<Stand>)]) -> String {
        let worst: Vec<State> = stands.iter().filter_map(|(_, stands)| stands.iter().map(|stand| stand.state).max()).collect();
        let all = worst.len().to_string();
        if worst.iter().all(|state| *state == State::InStep) {
            return self.text("translations-all-in-step", &[("count", all)]);
        }
        let part = |kind: &'static str| {
            let count = worst.iter().filter(|state| summed(**state) == kind).count();
            (count > 0).then(|| self.text(&format!("translations-summary-{kind}"), &[("count", count.to_string())]))
        };
        let parts: Vec<String> = ["in-step", "changed", "unreviewed", "missing"].into_iter().filter_map(part).collect();
        self.text("translations-summary", &[("count", all), ("parts", parts.join(", "))])
    }

    /// Notes that pages have been checked: those of the keys, or all that can be.
    fn reviewed(&self, keys: &[String]) -> Result<(), Failure> {
        let there = |id: &PairId| sides(self.site, *id).any(|sides| sides.both().is_some());
        let (pairs, left) = if keys.is_empty() {
            self.site.pairs().map(|(id, _)| id).filter(|id| sides(self.site, *id).next().is_some()).partition(there)
        } else {
            (self.pairs(keys)?, Vec::new())
        };
        let root = &self.common.root;
        let paths = author::reviewed(self.site, root, self.records, &pairs).map_err(|fault| match fault {
            NotReviewed::Missing(key, language) => Failure::new("translations-not-there", &[("key", &key), ("language", &language)]),
            NotReviewed::Unread(finding) => {
                let file = finding.place.map_or(String::new(), |place| place.file.to_string());
                Failure::new("translations-broken", &[("file", &file)])
            }
            NotReviewed::Machine(fault) => machine(&fault.path, &fault.source),
        })?;
        if self.common.format == Format::Json {
            self.print_json(&paths);
            return Ok(());
        }
        let list = |ids: &[PairId]| ids.iter().map(|id| self.key(*id)).collect::<Vec<_>>().join(", ");
        let done = match paths.len() {
            0 if pairs.is_empty() && left.is_empty() => self.text("translations-none", &[]),
            0 => self.text("translations-reviewed-nothing", &[]),
            count => {
                let stems = paths.iter().filter_map(|path| path.rsplit('/').next()?.strip_suffix(".yaml"));
                let keys = stems.collect::<Vec<_>>().join(", ");
                self.text("translations-reviewed", &[("count", count.to_string()), ("keys", keys)])
            }
        };
        say(self.common, &done);
        if !left.is_empty() {
            let values = [("count", left.len().to_string()), ("keys", list(&left))];
            say(self.common, &self.text("translations-reviewed-left", &values));
        }
        Ok(())
    }

    /// What has changed in some pages; in all of them, if none is named.
    fn diff(&self, keys: &[String]) -> Result<(), Failure> {
        let pairs = if keys.is_empty() { self.site.pairs().map(|(id, _)| id).collect() } else { self.pairs(keys)? };
        let found = self.records.of(self.site);
        let mut changes = Vec::new();
        let mut told = Vec::new();
        for id in pairs {
            for sides in sides(self.site, id) {
                match sides.standing(found.check(self.site, id, sides.languages)) {
                    Standing::Reviewed(standing) if !standing.state(0).is_changed() => {}
                    Standing::Reviewed(_) => changes.extend(self.changes(id, &sides, &found)?),
                    _ if keys.is_empty() => {}
                    Standing::Unreviewed => told.push(self.text("translations-diff-unreviewed", &[("key", self.key(id).to_owned())])),
                    Standing::Missing => told.push(self.text("translations-diff-missing", &[("key", self.key(id).to_owned())])),
                }
            }
        }
        if self.common.format == Format::Json {
            self.print_json(&changes);
            return Ok(());
        }
        told.iter().for_each(|text| self.print(text));
        if changes.is_empty() && told.is_empty() {
            self.print(&self.text("translations-diff-none", &[]));
        }
        for change in &changes {
            self.print_change(change);
        }
        Ok(())
    }

    fn changes(&self, id: PairId, sides: &Sides<'_>, found: &Found<'_>) -> Result<Vec<ChangeRecord>, Failure> {
        let (Some(halves), Some(filed)) = (sides.both(), found.record(self.site, id)) else { return Ok(Vec::new()) };
        let broken = |file: &str| Failure::new("translations-broken", &[("file", &file)]);
        let yaml = source::text_at(&filed.path, &self.common.root.join(&*filed.path)).map_err(|_| broken(&filed.path))?;
        let record = review::read(&filed.path, &yaml).map_err(|_| broken(&filed.path))?;
        let Some(check) = record.check(sides.languages) else { return Ok(Vec::new()) };
        let text = |side: usize| {
            let text = source::text(&halves[side].entry).map_err(|_| broken(halves[side].file()))?;
            Ok(page::texts(&halves[side].entry, &text, &self.site.config))
        };
        let texts = [text(0)?, text(1)?];
        let record = |difference: review::Difference| {
            let passage = |side: usize, at: Option<usize>| {
                let at = at?;
                Some((halves[side].passages.get(at)?.line, texts[side].get(at)?.clone()))
            };
            let (here, there) = (difference.side, 1 - difference.side);
            let (line, new) = passage(here, difference.new).unzip();
            let (beside_line, beside) = passage(there, difference.counterpart).unzip();
            ChangeRecord {
                key: self.key(id).to_owned(),
                language: halves[here].entry.language.to_string(),
                file: halves[here].file().clone(),
                line,
                old: difference.old,
                new,
                counterpart: Counterpart {
                    language: halves[there].entry.language.to_string(),
                    file: halves[there].file().clone(),
                    line: beside_line,
                    text: beside,
                    old: difference.counterpart_old,
                },
            }
        };
        Ok(review::differences(check, halves).into_iter().map(record).collect())
    }

    fn print_change(&self, change: &ChangeRecord) {
        let kind = match (&change.old, &change.new) {
            (Some(_), Some(_)) => "translations-diff-changed",
            (None, _) => "translations-diff-new",
            (Some(_), None) => "translations-diff-gone",
        };
        let place = |file: &str, line: Option<u32>| line.map_or_else(|| file.to_owned(), |line| format!("{file}:{line}"));
        self.print(&format!("\u{1b}[1m{}\u{1b}[0m  {}", place(&change.file, change.line), self.text(kind, &[])));
        let old = change.old.as_deref().unwrap_or_default();
        let new = change.new.as_deref().unwrap_or_default();
        let (old, new) = marked(old, new);
        self.print_lines("  - ", "\u{1b}[31m", &old);
        self.print_lines("  + ", "\u{1b}[32m", &new);
        let beside = &change.counterpart;
        match &beside.text {
            Some(text) => {
                self.print(&format!("  {}", self.text("translations-diff-beside", &[("place", place(&beside.file, beside.line))])));
                self.print_lines("    ", "", text);
            }
            None => self.print(&format!("  {}", self.text("translations-diff-alone", &[]))),
        }
        self.print("");
    }

    fn print_lines(&self, mark: &str, colour: &str, text: &str) {
        for line in text.lines() {
            self.print(&format!("{colour}{mark}{line}\u{1b}[0m"));
        }
    }
}

fn language(languages: &[Language], language: Language) -> &str {
    languages.iter().find(|other| **other == language).map_or("", Language::as_str)
}

/// What a state counts as in the summary.
fn summed(state: State) -> &'static str {
    if state.is_changed() { "changed" } else { state.as_str() }
}

/// The old and the new text, the words in bold that are not in the other.
fn marked(old: &str, new: &str) -> (String, String) {
    if old.is_empty() || new.is_empty() {
        return (old.to_owned(), new.to_owned());
    }
    let words = |text: &str| text.split_inclusive([' ', '\n']).map(str::to_owned).collect::<Vec<_>>();
    let (was, now) = (words(old), words(new));
    let (mut old, mut new) = (String::new(), String::new());
    for step in similar::capture_diff_slices(similar::Algorithm::Patience, &was, &now) {
        let is_same = matches!(step, similar::DiffOp::Equal { .. });
        for (out, words) in [(&mut old, &was[step.old_range()]), (&mut new, &now[step.new_range()])] {
            let text: Cow<'_, str> = words.concat().into();
            match is_same || text.is_empty() {
                true => out.push_str(&text),
                false => out.push_str(&format!("\u{1b}[1m{text}\u{1b}[22m")),
            }
        }
    }
    (old, new)
}

/// A passage that has changed, as programs get it.
#[derive(Debug, Serialize)]
struct ChangeRecord {
    key: String,
    language: String,
    file: Arc<str>,
    /// Where the passage begins now; `None` if it has gone.
    line: Option<u32>,
    /// What it said when it was checked; `None` if it is new.
    old: Option<String>,
    /// What it says; `None` if it has gone.
    new: Option<String>,
    counterpart: Counterpart,
}

/// What stands beside it.
#[derive(Debug, Serialize)]
struct Counterpart {
    language: String,
    file: Arc<str>,
    line: Option<u32>,
    /// What it says; `None` if nothing stands there.
    text: Option<String>,
    /// What it said when both were checked.
    old: Option<String>,
}
