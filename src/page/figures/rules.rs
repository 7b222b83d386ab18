//! How a language writes numbers.

use super::words::{self, Words};
use crate::address::Language;

/// How the figures of a language are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    /// Between thousands and before decimals; `None` if that is not known.
    pub(super) separators: Option<Separators>,
    /// The words that are figures, or go with them; `None` if they are not known.
    pub(super) words: Option<&'static Words>,
}

/// What stands within numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Separators {
    /// Before each three digits. (A hard or narrow blank may stand there in any language.)
    pub(super) group: char,
    pub(super) decimal: char,
}

const POINTS: Separators = Separators { group: '.', decimal: ',' };
const COMMAS: Separators = Separators { group: ',', decimal: '.' };
const BLANKS: Separators = Separators { group: ' ', decimal: ',' };

impl Rules {
    pub(super) fn of(language: Language) -> Self {
        let tag = language.as_str();
        let separators = match tag.split('-').next().unwrap_or(tag) {
            "da" | "de" | "el" | "es" | "fo" | "id" | "is" | "it" | "kl" | "nl" | "pt" | "ro" | "sl" | "tr" => Some(POINTS),
            "cy" | "en" | "ga" | "he" | "ja" | "ko" | "th" | "zh" => Some(COMMAS),
            "bg" | "cs" | "et" | "fi" | "fr" | "hu" | "lt" | "lv" | "nb" | "nn" | "no" | "pl" | "ru" | "se" | "sk" | "sv" | "uk" => {
                Some(BLANKS)
            }
            _ => None,
        };
        Self { separators, words: words::of(language) }
    }
}
