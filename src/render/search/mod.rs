//! What readers find: an index of each language, made of what its pages say.
//!
//! The index is our own. Pagefind, the part that this would else be given to, makes a reader load 127 kB (packed) for a
//! first search in the strategy, of which its scripts are 26, its program 57 and one part of its index 20 to 28. The program needs `wasm-unsafe-eval` in the policy of the host; it finds no
//! second half of a Danish compound, and its stemmer takes *haven* (the garden) for *hav* (the sea). What is made here is
//! plain JSON, the same bytes however many threads make it, and knows nothing of inflections: those are the business of
//! the script that asks (`find.js` of the theme), which has all words of the language before it and may compare.
//!
//! # The files of a language
//!
//! - `search.json`, beside the front page: `{"words", "postings", "texts"}`. `words` holds every word that occurs, folded
//!   ([`words::fold`]) and sorted, each preceded by a digit to base 36 that says how many UTF-16 units it shares with the
//!   one before. `postings` and `texts` name files as pairs: the place of the first word (or page) in the file, its address.
//! - Postings: for each word in turn a flat list of `page, passage, weight`; the page is told as the distance from the one
//!   before. A weight says how much the passage is about the word; one in a title or heading counts more.
//! - Texts: for each page in turn `{"a": address, "t": title, "k": kind, "p": passages}`, a passage being
//!   `[anchor, heading, text]`. The first is what stands above the first heading.
//!
//! All but `search.json` have a part of their content's hash in their names, so that they may be kept for ever, and a reader
//! never gets words and postings of different editions.

mod gather;
mod index;
mod plain;
mod words;

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::html::Html;
use crate::address::Language;
use crate::config::Offer;
use crate::site::{Site, View};

/// The files of a search in one language.
#[derive(Debug)]
pub(super) struct Edition {
    pub(super) language: Language,
    /// Where the others are, and all words.
    pub(super) head: Arc<[u8]>,
    /// The others.
    pub(super) parts: Vec<Part>,
}

/// One of the files of which only those are loaded that a search needs.
#[derive(Debug)]
pub(super) struct Part {
    /// Its path in the output folder.
    pub(super) path: String,
    pub(super) bytes: Arc<[u8]>,
}

/// What the search page knows of a language.
#[derive(Debug, Serialize)]
pub(super) struct EditionItem {
    language: String,
    /// What the language is called in itself.
    name: String,
    /// What it is called after ‘in’, in the language of the page.
    in_words: String,
    /// The search page in that language.
    address: String,
    /// The address of its `search.json`.
    index: String,
}

/// Makes the search of every language that offers one.
pub(super) fn editions(html: &Html<'_>) -> Vec<Edition> {
    let languages: Vec<Language> = offering(html.site).collect();
    languages.into_par_iter().map(|language| index::edition(html.site, language, gather::entries(html, language))).collect()
}

/// The languages in which readers can search.
pub(super) fn offering(site: &Site) -> impl Iterator<Item = Language> {
    let languages = if site.config.search == Offer::Yes { site.config.languages.as_slice() } else { &[] };
    languages.iter().copied().filter(|&language| site.existing(View::Search(language)).is_some())
}

/// The path of the file with which a search begins.
pub(super) fn head_path(site: &Site, language: Language) -> String {
    format!("{}search.json", &site.config.front(language).as_str()[1..])
}

/// Whether a path may be that of one of the other files.
pub(super) fn is_part(path: &str) -> bool {
    path.starts_with(index::FOLDER)
}

impl Html<'_> {
    /// The languages in which the publication can be searched, that of the page first.
    pub(super) fn editions(&self, view: View) -> Vec<EditionItem> {
        let own = self.site.language(view);
        let others = offering(self.site).filter(|&language| language != own);
        let item = |language: Language| {
            let name = self.word(language, "language-name");
            EditionItem {
                language: language.to_string(),
                in_words: self.templates.words.must(own, "in-language", &[("code", language.to_string()), ("name", name.clone())]),
                name,
                address: self.rooted(View::Search(language)),
                index: self.site.config.base_url.rooted(&format!("/{}", head_path(self.site, language))),
            }
        };
        [own].into_iter().chain(others).map(item).collect()
    }
}
