//! `langebro.yaml`: what holds for the whole publication.
//!
//! [`Config`] is what the program may trust: every label there is in every language, every word in an address is one.
//! The file is read by [`crate::source`]; here its text becomes settings or findings.

mod base_url;
mod imprint;
mod read;

use crate::address::{Key, Language, Permalink, WebAddress};
use crate::diagnostic::Place;
use crate::vocabulary::{Labels, Taxonomy};

pub use base_url::BaseUrl;
pub use imprint::{Contact, Imprint, Licence, Statement};
pub use read::parse;

/// The file's name.
pub const FILE: &str = "langebro.yaml";

/// The settings of a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Its title.
    pub title: Labels,
    /// One sentence on what it is, for search engines and previews of links.
    pub description: Labels,
    /// Where it will be published.
    pub base_url: BaseUrl,
    /// Its languages; the first stands at the root of the addresses. Never empty.
    pub languages: Vec<Language>,
    /// The language to which a reader is led whose own the site does not have.
    pub strangers: Language,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Which edition it is; `None` if it is not said.
    pub edition: Option<Labels>,
    /// What it retells.
    pub based_on: Vec<WebAddress>,
    /// Its terms, whom to write to, and what it says of its accessibility.
    pub imprint: Imprint,
    /// The folder below `themes/`.
    pub theme: Key,
    /// Where the settings name it; their first line where they do not.
    pub theme_place: Place,
    /// What becomes of a page that a language lacks, unless the page says so itself.
    pub missing_half: MissingHalf,
    /// How grave it is that a half has changed since it was held against its counterpart.
    pub stale_half: StaleHalf,
    /// Whether Markdown may contain HTML.
    pub raw_html: RawHtml,
    /// Whether each page but the front can also be read in two languages side by side.
    pub parallel: bool,
    /// The word for that in addresses.
    pub parallel_word: Labels,
    /// The word for case boxes in addresses.
    pub cases_word: Labels,
    /// The word for the global goals in addresses.
    pub goals_word: Labels,
    /// The word for the whole strategy on one page in addresses.
    pub whole_word: Labels,
    /// Whether readers get the whole strategy on one page.
    pub whole: Offer,
    /// The word for the search in addresses.
    pub search_word: Labels,
    /// Whether readers can search the publication.
    pub search: Offer,
    /// The site's own taxonomies.
    pub taxonomies: Vec<Taxonomy>,
}

/// Who publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// The name, the same in all languages.
    pub name: String,
    /// The publisher's own address on the web; `None` if it is not said.
    pub url: Option<WebAddress>,
}

/// What to do about a page that a language lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingHalf {
    /// Nothing is published until it is there.
    Error,
    /// The page stands in that language too, with the text of another under a notice.
    Notice,
    /// The page is published in the languages that it has.
    Omit,
}

impl MissingHalf {
    /// The policies by the words that authors write.
    pub const WORDS: [(&str, Self); 3] = [("error", Self::Error), ("notice", Self::Notice), ("omit", Self::Omit)];

    /// The word that authors write.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Notice => "notice",
            Self::Omit => "omit",
        }
    }
}

/// What to do about a half that has changed since it was held against its counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaleHalf {
    /// It is published, with a warning.
    Warning,
    /// Nothing is published until somebody has checked it.
    Error,
}

/// What to do about HTML in Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHtml {
    /// It is an error.
    Refuse,
    /// It is published as it stands.
    Allow,
}

/// Whether readers are offered something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// They are.
    Yes,
    /// They are not.
    No,
}

impl Config {
    /// The language at the root of the addresses.
    pub fn first_language(&self) -> Language {
        self.languages[0]
    }

    /// The front of the site in a language: `/` or `/en/`.
    pub fn front(&self, language: Language) -> Permalink {
        if language == self.first_language() { Permalink::root() } else { Permalink::root().join(language.as_str()) }
    }

    /// The place of a language in the site's order.
    pub fn index_of(&self, language: Language) -> Option<usize> {
        self.languages.iter().position(|other| *other == language)
    }
}
