//! How hard each half is to read, and which of its sentences are the hardest.

use std::cmp::Ordering;

use crate::address::Language;
use crate::page::Running;
use crate::prose::{Counts, Measure, sentences};

/// So many sentences are told of each half.
const HARDEST: usize = 5;

/// A shorter sentence is no burden, however long its words are.
const SHORTEST: usize = 5;

/// How hard a half is to read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readability {
    /// What was counted.
    pub counts: Counts,
    /// The measure of the language, and the value by it; `None` for a language without one, and for a text without a
    /// sentence.
    pub value: Option<(Measure, f64)>,
    /// The hardest sentences, the hardest first.
    pub hardest: Vec<HardSentence>,
}

/// A sentence that is hard to read.
#[derive(Debug, Clone, PartialEq)]
pub struct HardSentence {
    /// The line of the file on which it begins.
    pub line: u32,
    /// What it says.
    pub text: String,
    /// How many words it has.
    pub words: usize,
    /// How hard it is by itself.
    pub value: f64,
}

/// How hard a text is to read.
pub fn readability(text: &[Running], language: Language) -> Readability {
    let mut counts = Counts::default();
    let measure = Measure::of(language);
    let mut hardest = Vec::new();
    for running in text {
        for at in sentences(&running.text) {
            let sentence = &running.text[at.clone()];
            let of_it = Counts::of_sentence(sentence);
            counts = counts.and(of_it);
            if let Some(value) = measure.and_then(|measure| measure.value(&of_it)).filter(|_| of_it.words >= SHORTEST) {
                let text = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
                hardest.push(HardSentence { line: running.line(at.start), text, words: of_it.words, value });
            }
        }
    }
    if let Some(measure) = measure {
        let hardness = |sentence: &HardSentence| measure.hardness(sentence.value);
        hardest.sort_by(|a, b| hardness(b).partial_cmp(&hardness(a)).unwrap_or(Ordering::Equal).then(a.line.cmp(&b.line)));
    }
    hardest.truncate(HARDEST);
    let value = measure.and_then(|measure| Some((measure, measure.value(&counts)?)));
    Readability { counts, value, hardest }
}
