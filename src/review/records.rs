//! The records of a site, and which of them is a page's own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::record::{Check, Record};
use crate::address::{Key, Language};
use crate::diagnostic::{Code, Finding, Place};
use crate::page::{Page, Print};
use crate::site::{PairId, Site};

/// A record and where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The path from the site's folder.
    pub path: Arc<str>,
    /// What was checked; `None` if the record is damaged, which is told by itself.
    pub record: Option<Arc<Record<Print>>>,
}

/// The records of a site by the keys of their pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    by_key: BTreeMap<Key, Filed>,
}

impl Records {
    /// Takes in all records of a site.
    pub fn new(records: impl IntoIterator<Item = (Key, Filed)>) -> Self {
        Self { by_key: records.into_iter().collect() }
    }

    /// The record of that very key.
    pub fn get(&self, key: &Key) -> Option<&Filed> {
        self.by_key.get(key)
    }

    /// The records of keys that no page of the site has, whether published, a draft or unreadable.
    pub fn lonely<'r>(&'r self, site: &'r Site) -> impl Iterator<Item = (&'r Key, &'r Filed)> {
        self.by_key.iter().filter(|(key, _)| !site.is_known(key))
    }

    /// The record of each page that has one. A page whose key is another than it was finds its record by what it says.
    pub fn of<'r>(&'r self, site: &'r Site) -> Found<'r> {
        let mut lonely: Vec<&Filed> = self.lonely(site).map(|(_, filed)| filed).collect();
        let has_lonely = !lonely.is_empty();
        let mut renamed = BTreeMap::new();
        if !lonely.is_empty() {
            for (id, pair) in site.pairs().filter(|(_, pair)| !self.by_key.contains_key(&pair.key)) {
                let halves: Vec<&Page> = pair.halves.iter().flatten().map(|half| &*site.page(*half).page).collect();
                let best = lonely.iter().enumerate().map(|(at, filed)| (likeness(filed, &halves), at)).max_by_key(|(like, _)| *like);
                if let Some((_, at)) = best.filter(|(like, _)| *like > LIKE) {
                    renamed.insert(id, lonely.remove(at));
                }
            }
        }
        Found { records: self, renamed, has_lonely }
    }
}

/// The records of a site's pages.
#[derive(Debug)]
pub struct Found<'r> {
    records: &'r Records,
    /// Records under former keys, by the pages that they are found to belong to.
    renamed: BTreeMap<PairId, &'r Filed>,
    has_lonely: bool,
}

impl<'r> Found<'r> {
    /// Whether some record is of a key that no page has.
    pub(super) fn has_lonely(&self) -> bool {
        self.has_lonely
    }

    /// The record of a page.
    pub fn record(&self, site: &Site, pair: PairId) -> Option<&'r Filed> {
        self.records.get(&site.pair(pair).key).or_else(|| self.renamed.get(&pair).copied())
    }

    /// What was checked of two halves of a page.
    pub fn check(&self, site: &Site, pair: PairId, languages: [Language; 2]) -> Option<&'r Check<Print>> {
        self.record(site, pair)?.record.as_ref()?.check(languages)
    }

    /// What is wrong with records: those that belong to no page.
    pub fn findings(&self, site: &Site) -> Vec<Finding> {
        let taken: BTreeSet<&str> = self.renamed.values().map(|filed| &*filed.path).collect();
        let left = self.records.lonely(site).filter(|(_, filed)| !taken.contains(&*filed.path));
        left.map(|(key, filed)| Finding::new(Code::ReviewWithoutPage, Place::file(&filed.path)).with("key", key)).collect()
    }
}

/// How many in a hundred of its texts a page must share with a record to be the one that it was made of.
const LIKE: usize = 50;

/// How many in a hundred of the texts of some halves stand in a record.
fn likeness(filed: &Filed, halves: &[&Page]) -> usize {
    let Some(record) = &filed.record else { return 0 };
    let texts = record.checks.iter().flat_map(|check| check.rows.iter().flatten().flatten());
    let texts: FxHashSet<Print> = texts.copied().collect();
    let all = halves.iter().map(|page| page.passages.len()).sum::<usize>().max(1);
    let shared = halves.iter().flat_map(|page| &page.passages).filter(|passage| texts.contains(&passage.print)).count();
    shared * 100 / all
}
