//! Taxonomies that a site declares for itself: every term is known beforehand, with a label in each language.

use crate::address::{Key, Language, Slug};

/// A text in each language of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(Vec<(Language, String)>);

impl Labels {
    /// Labels in the site's order of languages.
    pub fn new(labels: Vec<(Language, String)>) -> Self {
        Self(labels)
    }

    /// The text in a language. Settings are checked to have all; the first one stands in where that check was waived.
    pub fn get(&self, language: Language) -> &str {
        let own = self.0.iter().find(|(other, _)| *other == language);
        own.or(self.0.first()).map_or("", |(_, text)| text)
    }
}

/// One term of a taxonomy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What front matter calls it, the same in all languages.
    pub key: Key,
    /// What readers are shown.
    pub labels: Labels,
}

impl Term {
    /// The last part of the address of the term's page.
    pub fn slug(&self, language: Language) -> String {
        Slug::from_title(self.labels.get(language)).map_or_else(|| self.key.to_string(), |slug| slug.to_string())
    }
}

/// A closed list of terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taxonomy {
    /// The field of the front matter: `purposes`.
    pub key: Key,
    /// What readers are shown.
    pub title: Labels,
    /// The word in addresses.
    pub word: Labels,
    /// The sentence in which a page's terms are told, with `{terms}` where they go; `None` for a plain list.
    pub sentence: Option<Labels>,
    /// The terms in the site's own order.
    pub terms: Vec<Term>,
}
