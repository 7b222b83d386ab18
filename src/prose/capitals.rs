//! Words in capitals, which are hard to read, and which some screen readers spell out.

use std::ops::Range;

/// So many words in a row are no abbreviations.
const WORDS: usize = 3;

/// So many letters they have together.
const LETTERS: usize = 12;

/// The first run of several words in capitals: `HUSK AT STEMME`. Abbreviations with commas between them (`WHO, UNICEF`),
/// numbers (`C40`, `KBH 2025`) and Roman numerals are no part of one.
pub fn capitals(text: &str) -> Option<Range<usize>> {
    if text.bytes().filter(u8::is_ascii_uppercase).count() < LETTERS - WORDS {
        return None;
    }
    let mut run: Option<Run> = None;
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let start = at;
        at += piece.len();
        if word.is_empty() {
            continue;
        }
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_shouted(inner) {
            let run = run.get_or_insert(Run { start, end: start, words: 0, letters: 0 });
            run.end = start + word.len();
            // `I` and `Å` are words too, but say nothing of their size.
            run.words += usize::from(inner.chars().count() > 1);
            run.letters += inner.chars().filter(|c| c.is_alphabetic()).count();
            if word.ends_with(inner) {
                continue;
            }
        }
        // Any other word ends a run, and so does a sign behind a word.
        if let Some(found) = run.take().filter(Run::is_long) {
            return Some(found.start..found.end);
        }
    }
    run.filter(Run::is_long).map(|run| run.start..run.end)
}

struct Run {
    start: usize,
    end: usize,
    words: usize,
    letters: usize,
}

impl Run {
    fn is_long(&self) -> bool {
        self.words >= WORDS && self.letters >= LETTERS
    }
}

fn is_shouted(word: &str) -> bool {
    let letters = || word.chars().filter(|c| *c != '-');
    letters().next().is_some() && letters().all(char::is_uppercase) && !is_roman(word)
}

/// Whether a word is a number of the Romans from 2: `XIV`, and not `VIL`.
fn is_roman(word: &str) -> bool {
    let mut rest = word.trim_start_matches('M');
    for [one, four, five, nine] in [["C", "CD", "D", "CM"], ["X", "XL", "L", "XC"], ["I", "IV", "V", "IX"]] {
        rest = match rest.strip_prefix(nine).or_else(|| rest.strip_prefix(four)) {
            Some(rest) => rest,
            None => {
                let rest = rest.strip_prefix(five).unwrap_or(rest);
                (0..3).fold(rest, |rest, _| rest.strip_prefix(one).unwrap_or(rest))
            }
        };
    }
    rest.is_empty() && word.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_words_in_capitals_are_found() {
        let found = |text| capitals(text).map(|at: Range<usize>| &text[at]);
        for (text, run) in [
            ("HUSK AT STEMME!", "HUSK AT STEMME!"),
            ("Mødet er flyttet. DET ER MEGET VIGTIGT, at alle ved det", "DET ER MEGET VIGTIGT,"),
            ("Vi siger: I SKAL ALTID TALE MED BORGERNE", "I SKAL ALTID TALE MED BORGERNE"),
            ("THE CITY AND\nTHE REGION", "THE CITY AND\nTHE REGION"),
            ("DET VIL KOMMUNEN GØRE", "DET VIL KOMMUNEN GØRE"),
            ("KØBENHAVNS ØKONOMI-UDVALG FØRST", "KØBENHAVNS ØKONOMI-UDVALG FØRST"),
        ] {
            assert_eq!(found(text), Some(run));
        }
        for text in [
            "",
            "UNESCO, UNICEF, WHO, OECD og UIA",
            "UNESCO og UNICEF",
            "C40, WHO, EU og FN",
            "WHO EU FN",
            "KBH 2025 KLIMAPLANEN",
            "LOUIS XIV XVI XVIII MCMLXXXIV",
            "VIGTIGE DATOER",
            "Det Er En Titel Med Store Begyndelsesbogstaver",
            "JA! NEJ! MÅSKE! ALDRIG!",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
