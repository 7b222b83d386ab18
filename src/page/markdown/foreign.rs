//! Passages in another of the site's languages that are not marked as such.

use super::links::beginning;
use super::{Close, Reader, Spot};
use crate::address::Language;
use crate::diagnostic::Code;
use crate::prose::{Heard, capitals, hear};

/// So many passages in one other language, and none in the page's own, are the whole page.
const PAGE: usize = 3;

/// What has been heard of the languages of a text.
#[derive(Debug, Default)]
pub(super) struct Listening {
    /// The words of the passage that is being read: those of a paragraph, a heading, an item or a cell, without code and
    /// without phrases that are marked.
    words: String,
    /// Where it stands.
    spot: Option<Spot>,
    /// How many passages were in the page's own language.
    own: usize,
    foreign: Vec<Passage>,
}

#[derive(Debug)]
struct Passage {
    language: Language,
    beginning: String,
    spot: Spot,
}

impl Listening {
    /// A line ends, and with it a word.
    pub(super) fn breaks(&mut self) {
        self.words.push(' ');
    }
}

impl Reader<'_, '_> {
    /// Whether the current words are a phrase whose language is marked.
    fn is_marked(&self) -> bool {
        self.links.iter().any(|link| matches!(link, Close::Phrase | Close::ForeignReference(_)))
    }

    /// Adds words to the passage that is being read.
    pub(super) fn listen(&mut self, words: &str, spot: &Spot) {
        if self.in_code || self.is_marked() {
            return;
        }
        let listening = &mut self.listening;
        listening.words.push_str(words);
        listening.spot = Some(listening.spot.as_ref().map_or(spot.start, |spot| spot.start)..spot.end);
    }

    /// The passage has ended.
    pub(super) fn passage_ends(&mut self) {
        let Some(spot) = self.listening.spot.take() else { return };
        let words = std::mem::take(&mut self.listening.words);
        self.shouting(&words, &spot);
        match hear(&words, self.entry.language, &self.config.languages) {
            Heard::Own => self.listening.own += 1,
            Heard::Foreign(language) => {
                let beginning = beginning(words.split_whitespace().collect::<Vec<_>>().join(" ").as_str());
                self.listening.foreign.push(Passage { language, beginning, spot });
            }
            Heard::Unclear => {}
        }
        // The room is used again.
        self.listening.words = words;
        self.listening.words.clear();
    }

    /// Tells several words in capitals.
    pub(super) fn shouting(&mut self, words: &str, spot: &Spot) {
        let Some(run) = capitals(words).map(|at| words[at].trim().to_owned()) else { return };
        // Words with markup between them are told at the start of their passage.
        let source = &self.source[spot.clone()];
        let at = source.find(&run).map_or(spot.clone(), |at| spot.start + at..spot.start + at + run.len());
        self.report_value(Code::AllCapitals, &at, &beginning(&run.split_whitespace().collect::<Vec<_>>().join(" ")));
    }

    /// Tells the passages that are not marked; all of them as one, if the page has no other.
    pub(super) fn tell_foreign(&mut self) {
        let foreign = std::mem::take(&mut self.listening.foreign);
        let is_page =
            self.listening.own == 0 && foreign.len() >= PAGE && foreign.iter().all(|passage| passage.language == foreign[0].language);
        for Passage { language, beginning, spot } in foreign.into_iter().take(if is_page { 1 } else { usize::MAX }) {
            let own = self.entry.language.to_string();
            let finding = self.report(Code::UnmarkedLanguage, &spot);
            finding.values.extend([
                ("where", if is_page { "page" } else { "passage" }.to_owned()),
                ("language", language.to_string()),
                ("own", own),
                ("value", beginning),
            ]);
        }
    }

    /// Tells a text of another language that cannot be marked.
    pub(super) fn plain_language(&mut self, text: &str, spot: &Spot) {
        if self.is_marked() {
            return;
        }
        if let Heard::Foreign(language) = hear(text, self.entry.language, &self.config.languages) {
            let own = self.entry.language.to_string();
            let finding = self.report(Code::UnmarkedLanguage, spot);
            finding.values.extend([
                ("where", "plain".to_owned()),
                ("language", language.to_string()),
                ("own", own),
                ("value", beginning(text)),
            ]);
        }
    }
}
