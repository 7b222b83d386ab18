//! A page and the other languages: the switch, and what is said of a text that stands in for one that is missing.

use super::format;
use super::html::Html;
use super::view::{StandIn, Switch};
use crate::address::Language;
use crate::site::{Elsewhere, View};

impl Html<'_> {
    /// The languages to switch to, the page's own included. What a language lacks is said, and what is there instead.
    pub(super) fn switch(&self, view: View) -> Vec<Switch> {
        let own = self.site.language(view);
        let entry = |&language: &Language| {
            if language == own {
                return self.entry_of(language, view, own, String::new());
            }
            let found = self.site.elsewhere(view, language);
            let aside = match found {
                Elsewhere::Same(_) => String::new(),
                Elsewhere::StandIn(_) => self.only(view, language, "stand-in", String::new()),
                Elsewhere::Nearest(nearest) if nearest == self.site.front(language) => self.only(view, language, "front", String::new()),
                Elsewhere::Nearest(nearest) => self.only(view, language, "above", self.title(nearest)),
            };
            self.entry_of(language, found.view(), own, aside)
        };
        self.site.config.languages.iter().map(entry).collect()
    }

    /// The languages to switch to from the page for dead links: their front pages.
    pub(super) fn lost_switch(&self, own: Language) -> Vec<Switch> {
        let entry = |&language: &Language| {
            let aside = if language == own { String::new() } else { self.word(language, "to-front") };
            self.entry_of(language, self.site.front(language), own, aside)
        };
        self.site.config.languages.iter().map(entry).collect()
    }

    fn entry_of(&self, language: Language, to: View, own: Language, aside: String) -> Switch {
        let stand_in = matches!(to, View::Stand(..));
        Switch {
            language: language.to_string(),
            name: self.word(language, "language-name"),
            address: self.rooted(to),
            current: language == own,
            available: aside.is_empty() && !stand_in,
            stand_in,
            aside,
        }
    }

    /// That only other languages have a view, and where the switch to this one leads.
    fn only(&self, view: View, language: Language, to: &str, title: String) -> String {
        let values = [("languages", self.languages_of(view, language)), ("to", to.to_owned()), ("title", title)];
        self.templates.words.must(language, "only-in", &values)
    }

    /// What is said of a text that stands in for one that the language of the page lacks.
    pub(super) fn stand_in(&self, view: View) -> Option<StandIn> {
        let View::Stand(id, language) = view else { return None };
        let text = self.site.text_language(view);
        Some(StandIn {
            languages: self.languages_of(view, language),
            text: self.name_of(text, language),
            language: text.to_string(),
            address: self.rooted(View::Half(id)),
        })
    }

    /// The code of the language of a view's text; empty if it is this one.
    pub(super) fn foreign(&self, view: View, language: Language) -> String {
        let text = self.site.text_language(view);
        if text == language { String::new() } else { text.to_string() }
    }

    /// The languages that have a view, in the words of one of them: `Danish and English`.
    fn languages_of(&self, view: View, language: Language) -> String {
        let names: Vec<String> = self.site.languages_of(view).into_iter().map(|other| self.name_of(other, language)).collect();
        format::list(language, &names)
    }

    fn name_of(&self, named: Language, language: Language) -> String {
        let values = [("code", named.to_string()), ("name", self.word(named, "language-name"))];
        self.templates.words.must(language, "language-in-words", &values)
    }
}
