//! How hard a text is to read, by the measures that are used for its language: LIX for Danish, Flesch reading ease for
//! English. They count words and sentences, and know nothing of what is said.

use super::sentences::words;
use crate::address::Language;

/// A way of measuring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// Björnsson's *läsbarhetsindex*: the words in a sentence, and the percentage of words of more than six letters. The
    /// higher, the harder.
    Lix,
    /// Flesch reading ease: 206.835, less 1.015 for each word in a sentence, less 84.6 for each syllable in a word. The
    /// lower, the harder.
    Flesch,
}

/// How hard that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "their names say it")]
pub enum Band {
    VeryEasy,
    Easy,
    Medium,
    Hard,
    VeryHard,
}

impl Band {
    /// Its name, for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VeryEasy => "very-easy",
            Self::Easy => "easy",
            Self::Medium => "medium",
            Self::Hard => "hard",
            Self::VeryHard => "very-hard",
        }
    }
}

/// What is counted of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Words; a figure is one.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Words of more than six letters.
    pub long_words: usize,
    /// Syllables, by the rule of [`Measure::Flesch`].
    pub syllables: usize,
}

impl Counts {
    /// What is counted of one sentence.
    pub fn of_sentence(sentence: &str) -> Self {
        let mut counts = Self { sentences: 1, ..Self::default() };
        for word in words(sentence) {
            counts.words += 1;
            counts.long_words += usize::from(word.chars().filter(|c| c.is_alphabetic()).count() > LONG);
            counts.syllables += syllables(word);
        }
        counts
    }

    /// The sum of two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            sentences: self.sentences + other.sentences,
            long_words: self.long_words + other.long_words,
            syllables: self.syllables + other.syllables,
        }
    }
}

/// A word of more letters is long (LIX).
const LONG: usize = 6;

impl Measure {
    /// The measure for a language; `None` for a language that has none here.
    pub fn of(language: Language) -> Option<Self> {
        match language.as_str().split('-').next() {
            Some("da") => Some(Self::Lix),
            Some("en") => Some(Self::Flesch),
            _ => None,
        }
    }

    /// Its name, for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lix => "lix",
            Self::Flesch => "flesch",
        }
    }

    /// How hard a text is of which this was counted; `None` for one without a sentence.
    pub fn value(self, counts: &Counts) -> Option<f64> {
        if counts.words == 0 || counts.sentences == 0 {
            return None;
        }
        let [words, sentences, long_words, syllables] =
            [counts.words, counts.sentences, counts.long_words, counts.syllables].map(|count| count as f64);
        Some(match self {
            Self::Lix => words / sentences + 100.0 * long_words / words,
            Self::Flesch => 206.835 - 1.015 * words / sentences - 84.6 * syllables / words,
        })
    }

    /// How hard a value is to read, rounded as people see it.
    pub fn band(self, value: f64) -> Band {
        let value = value.round();
        // Where each band begins, from the easiest: the limits of Björnsson, and of Flesch, whose seven steps are taken two
        // and two but for the middle.
        let is_at_least = |limits: [f64; 4]| limits.iter().filter(|limit| value >= **limit).count();
        let step = match self {
            Self::Lix => is_at_least([25.0, 35.0, 45.0, 55.0]),
            Self::Flesch => 4 - is_at_least([30.0, 50.0, 60.0, 80.0]),
        };
        [Band::VeryEasy, Band::Easy, Band::Medium, Band::Hard, Band::VeryHard][step]
    }

    /// How hard a value is among others: the greater, the harder.
    pub fn hardness(self, value: f64) -> f64 {
        match self {
            Self::Lix => value,
            Self::Flesch => -value,
        }
    }
}

/// The syllables of an English word: each group of vowels (a, e, i, o, u, y) is one. Silent endings are none: `-e` but for
/// `-le` behind a consonant, `-es` but behind a hissing sound, `-ed` but behind d or t. A word has at least one, and a figure
/// is one.
fn syllables(word: &str) -> usize {
    let lower = word.to_lowercase();
    let word = lower.trim_end_matches("’s").trim_end_matches("'s");
    let is_vowel = |c: char| "aeiouyéèáàóöüåæø".contains(c);
    let mut groups = 0;
    let mut was_vowel = false;
    for c in word.chars() {
        groups += usize::from(is_vowel(c) && !was_vowel);
        was_vowel = is_vowel(c);
    }
    let before = |ending: &str| word.strip_suffix(ending).map(|stem| stem.chars().rev());
    let ends_with = |ending: &str, but: &str| {
        before(ending).is_some_and(|mut stem| stem.next().is_some_and(|last| !is_vowel(last) && !but.contains(last)))
    };
    let syllabic_l = before("le").is_some_and(|mut stem| stem.next().is_some_and(|last| !is_vowel(last)));
    let silent = ends_with("e", "") && !syllabic_l || ends_with("es", "sxzcgh") || ends_with("ed", "dt");
    groups.saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::sentences;

    fn counts(text: &str) -> Counts {
        sentences(text).into_iter().map(|at| Counts::of_sentence(&text[at])).fold(Counts::default(), Counts::and)
    }

    #[test]
    fn lix_is_the_words_of_a_sentence_and_the_percentage_of_long_words() {
        // 2 + 11 words, of which Københavns, Kommune, borgerne and løsninger have more than six letters.
        let counts = counts("Byen vokser. Københavns Kommune vil skabe værdi for borgerne, fx med nye løsninger.");
        assert_eq!((counts.words, counts.sentences, counts.long_words), (13, 2, 4));
        // 13 / 2 + 100 * 4 / 13 = 6.5 + 30.769…
        let value = Measure::Lix.value(&counts).expect("a value");
        assert!((value - 37.269).abs() < 0.001, "{value}");
        assert_eq!(Measure::Lix.band(value), Band::Medium);
    }

    #[test]
    fn flesch_takes_away_for_words_in_a_sentence_and_for_syllables_in_a_word() {
        // The ci-ty grows (4). We need more homes and bet-ter schools (8).
        let counts = counts("The city grows. We need more homes and better schools.");
        assert_eq!((counts.words, counts.sentences, counts.syllables), (10, 2, 12));
        // 206.835 - 1.015 * 10 / 2 - 84.6 * 12 / 10 = 206.835 - 5.075 - 101.52
        let value = Measure::Flesch.value(&counts).expect("a value");
        assert!((value - 100.24).abs() < 0.001, "{value}");
        assert_eq!(Measure::Flesch.band(value), Band::VeryEasy);
    }

    #[test]
    fn syllables_are_counted_by_the_rule() {
        for (word, count) in [
            ("the", 1),
            ("city", 2),
            ("cities", 2),
            ("table", 2),
            ("whole", 1),
            ("homes", 1),
            ("challenges", 3),
            ("wanted", 2),
            ("helped", 1),
            ("sustainable", 4),
            ("Copenhagen’s", 4),
            ("rhythm", 1),
            ("2025", 1),
            ("C40", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn a_value_lies_in_its_band() {
        use Band::{Easy, Hard, Medium, VeryEasy, VeryHard};
        let bands = |measure: Measure, values: [f64; 5]| values.map(|value| measure.band(value));
        assert_eq!(bands(Measure::Lix, [24.4, 24.5, 44.0, 54.0, 55.0]), [VeryEasy, Easy, Medium, Hard, VeryHard]);
        assert_eq!(bands(Measure::Flesch, [80.0, 60.0, 59.0, 30.0, -10.0]), [VeryEasy, Easy, Medium, Hard, VeryHard]);
        assert_eq!(Measure::Lix.value(&Counts::default()), None);
    }
}
