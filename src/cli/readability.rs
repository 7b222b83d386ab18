//! `check --readability`: how hard each half is to read, for people and for programs. It is information and no fault.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::address::{Key, Language};
use crate::diagnostic::Words;
use crate::page::running_text;
use crate::prose::{Counts, Measure};
use crate::review::{HardSentence, Readability, readability};
use crate::site::{PageId, Site};
use crate::source;

/// How much of a sentence is shown.
const ROOM: usize = 110;

/// A half and how hard it is to read.
pub(super) struct Half<'s> {
    id: PageId,
    key: &'s Key,
    language: Language,
    file: &'s str,
    readability: Readability,
}

/// All halves of a site, in the order of its pairs. One whose file cannot be read any more is left out.
pub(super) fn halves(site: &Site) -> Vec<Half<'_>> {
    let ids: Vec<(&Key, PageId)> = site.pairs().flat_map(|(_, pair)| pair.halves.iter().flatten().map(|id| (&pair.key, *id))).collect();
    ids.into_par_iter()
        .filter_map(|(key, id)| {
            let page = &site.page(id).page;
            let text = running_text(&source::text(&page.entry).ok()?);
            let language = page.entry.language;
            Some(Half { id, key, language, file: &page.entry.path, readability: readability(&text, language) })
        })
        .collect()
}

/// A half as programs get it.
#[derive(Debug, Serialize)]
pub(super) struct HalfRecord<'a> {
    key: &'a str,
    language: String,
    file: &'a str,
    measure: Option<&'static str>,
    value: Option<f64>,
    band: Option<&'static str>,
    words: usize,
    sentences: usize,
    hardest: Vec<SentenceRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct SentenceRecord<'a> {
    file: &'a str,
    line: u32,
    words: usize,
    value: f64,
    text: &'a str,
}

/// All halves as programs get them.
pub(super) fn records<'a>(halves: &'a [Half<'_>]) -> Vec<HalfRecord<'a>> {
    let record = |half: &'a Half<'_>| {
        let Readability { counts, value, hardest } = &half.readability;
        let sentence = |sentence: &'a HardSentence| SentenceRecord {
            file: half.file,
            line: sentence.line,
            words: sentence.words,
            value: tenths(sentence.value),
            text: &sentence.text,
        };
        HalfRecord {
            key: half.key.as_str(),
            language: half.language.to_string(),
            file: half.file,
            measure: value.map(|(measure, _)| measure.as_str()),
            value: value.map(|(_, value)| tenths(value)),
            band: value.map(|(measure, value)| measure.band(value).as_str()),
            words: counts.words,
            sentences: counts.sentences,
            hardest: hardest.iter().map(sentence).collect(),
        }
    };
    halves.iter().map(record).collect()
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// What people are told: the hardest sentences of each half, a table of all pages, and what the figures mean.
pub(super) fn told(site: &Site, halves: &[Half<'_>], words: &Words) -> String {
    let mut lines = Vec::new();
    for half in halves.iter().filter(|half| !half.readability.hardest.is_empty()) {
        lines.push(words.text("readability-hardest", &[("file", half.file.to_owned())]));
        lines.extend(half.readability.hardest.iter().map(|sentence| sentence_line(half, sentence, words)));
        lines.push(String::new());
    }
    lines.extend(table(site, halves, words));
    lines.push(String::new());
    let measures: BTreeSet<Measure> = halves.iter().filter_map(|half| Some(half.readability.value?.0)).collect();
    lines.extend(measures.iter().map(|measure| words.text(&format!("readability-meaning-{}", measure.as_str()), &[])));
    let without: Vec<String> =
        site.config.languages.iter().filter(|language| Measure::of(**language).is_none()).map(Language::to_string).collect();
    if !without.is_empty() {
        lines.push(words.text("readability-no-measure", &[("languages", without.join(", "))]));
    }
    if !measures.is_empty() {
        lines.push(words.text("readability-limits", &[]));
    }
    lines.join("\n")
}

fn sentence_line(half: &Half<'_>, sentence: &HardSentence, words: &Words) -> String {
    let text = match sentence.text.char_indices().nth(ROOM) {
        Some((end, _)) => format!("{}…", sentence.text[..end].trim_end()),
        None => sentence.text.clone(),
    };
    let measure = half.readability.value.map_or("", |(measure, _)| measure.as_str());
    let values = [
        ("place", format!("{}:{}", half.file, sentence.line)),
        ("measure", measure.to_owned()),
        ("value", sentence.value.round().to_string()),
        ("count", sentence.words.to_string()),
        ("text", text),
    ];
    format!("  {}", words.text("readability-sentence", &values))
}

/// A row for each page and a column for each language.
fn table(site: &Site, halves: &[Half<'_>], words: &Words) -> Vec<String> {
    let languages = &site.config.languages;
    let name = |language: &Language| words.text("readability-language", &[("code", language.to_string())]);
    let mut rows = vec![std::iter::once(words.text("readability-page", &[])).chain(languages.iter().map(name)).collect::<Vec<_>>()];
    let by_id: FxHashMap<PageId, &Half<'_>> = halves.iter().map(|half| (half.id, half)).collect();
    for (_, pair) in site.pairs() {
        let cell = |id: &Option<PageId>| match id.and_then(|id| by_id.get(&id)) {
            Some(half) => value(half.readability.value, half.language, words),
            None => words.text("readability-missing", &[]),
        };
        rows.push(std::iter::once(pair.key.to_string()).chain(pair.halves.iter().map(cell)).collect());
    }
    let sum = |language: &Language| {
        let of_language = halves.iter().filter(|half| half.language == *language);
        let counts = of_language.map(|half| half.readability.counts).fold(Counts::default(), Counts::and);
        let measured = Measure::of(*language).and_then(|measure| Some((measure, measure.value(&counts)?)));
        value(measured, *language, words)
    };
    rows.push(std::iter::once(words.text("readability-all", &[])).chain(languages.iter().map(sum)).collect());
    aligned(&rows)
}

fn value(value: Option<(Measure, f64)>, language: Language, words: &Words) -> String {
    match value {
        Some((measure, value)) => {
            let values = [("measure", measure.as_str()), ("value", &value.round().to_string()), ("band", measure.band(value).as_str())];
            words.text("readability-value", &values.map(|(name, value)| (name, value.to_owned())))
        }
        None if Measure::of(language).is_none() => words.text("readability-unmeasured", &[]),
        None => words.text("readability-no-text", &[]),
    }
}

/// Rows with their columns below each other.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        cells.join("  ").trim_end().to_owned()
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    lines.insert(1.min(lines.len()), rule.join("  "));
    lines
}
