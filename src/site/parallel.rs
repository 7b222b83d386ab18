//! Pages on which two halves stand side by side, for readers who hold the languages against each other.
//!
//! Each page but the front has one, in both languages, if both halves are there and none is a draft: its address follows
//! that of the half in the page's own language, `/indledning/parallelt/` and `/en/introduction/parallel/`. In a site of more
//! languages the word alone leads to the first of the others in the site's order; for the rest their code follows,
//! `/indledning/parallelt-kl/`, so that no address moves when a language is added at the end.

use std::sync::Arc;

use super::{Linked, PageId, Pair, Site, View};
use crate::address::{Language, Permalink};
use crate::config::Config;
use crate::source::Kind;

/// The pages that begin with a half, one for each other language in the site's order. Whether an author's own page stands
/// at the address is not known here.
pub(super) fn parallels<'a>(config: &'a Config, pages: &'a [Arc<Linked>], pair: &'a Pair, id: PageId) -> impl Iterator<Item = View> + 'a {
    let is_ready = |half: PageId| !pages[half.index()].page.front.draft;
    let is_meant = config.parallel && pair.kind != Kind::Front && is_ready(id);
    let others = config.languages.iter().zip(&pair.halves).filter(move |(_, half)| is_meant && half.is_some_and(|half| half != id));
    others.filter(move |(_, half)| half.is_some_and(is_ready)).map(move |(&language, _)| View::Parallel(id, language))
}

/// The address of a page in two languages, after an address of the half with which it begins.
pub(super) fn below(config: &Config, half: &Permalink, own: Language, other: Language) -> Permalink {
    let word = config.parallel_word.get(own);
    let first = config.languages.iter().find(|language| **language != own);
    if first == Some(&other) { half.join(word) } else { half.join(&format!("{word}-{other}")) }
}

impl Site {
    /// The page on which a half stands side by side with the one in another language; `None` if there is none.
    pub fn parallel(&self, id: PageId, other: Language) -> Option<View> {
        self.existing(View::Parallel(id, other))
    }

    /// The pages on which a half stands side by side with others, in the site's order of languages.
    pub fn parallels(&self, id: PageId) -> impl Iterator<Item = View> {
        let pair = self.pair(self.page(id).pair);
        parallels(&self.config, &self.pages, pair, id).filter(|view| self.existing(*view).is_some())
    }

    /// The half in the other language on a page in two.
    pub fn beside(&self, id: PageId, other: Language) -> Option<PageId> {
        self.half(self.page(id).pair, other)
    }

    /// Whether an address is one that pages in two languages have, or had when the site had such pages.
    pub fn is_parallel_address(&self, address: &str) -> bool {
        let last = address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let languages = &self.config.languages;
        languages.iter().any(|&own| {
            let rest = last.strip_prefix(self.config.parallel_word.get(own));
            let is_code = |code: &str| languages.iter().any(|other| other.as_str() == code);
            address.starts_with(self.config.front(own).as_str())
                && rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(is_code))
        })
    }
}

/// All of them in a site, with their addresses.
pub(super) fn all<'a>(config: &'a Config, pages: &'a [Arc<Linked>], pairs: &'a [Pair]) -> impl Iterator<Item = (View, Permalink)> + 'a {
    let halves = pairs.iter().flat_map(|pair| pair.halves.iter().flatten().map(move |id| (pair, *id)));
    halves.flat_map(move |(pair, id)| {
        let linked = &pages[id.index()];
        parallels(config, pages, pair, id).filter_map(move |view| {
            let View::Parallel(_, other) = view else { return None };
            Some((view, below(config, &linked.permalink, linked.page.entry.language, other)))
        })
    })
}
