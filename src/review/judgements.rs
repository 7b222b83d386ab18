//! What was found of each pair, kept until one of its halves changes.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::parity::parity;
use super::record::Record;
use super::records::{Found, Records};
use super::stale::stale;
use crate::address::Key;
use crate::config::StaleHalf;
use crate::diagnostic::Finding;
use crate::page::{Page, Print};
use crate::site::{Embedded, Linked, PairId, Site};

/// What was found of every pair of a site.
///
/// A pair is judged by its halves and by what was checked of them, so that what was found stays true until one of these is
/// another.
#[derive(Debug, Default)]
pub struct Judgements {
    /// The site that was judged last.
    site: Option<Arc<Site>>,
    /// The records that it was held against.
    records: Arc<Records>,
    /// What is wrong with records.
    strays: Vec<Finding>,
    /// In the order of its pairs.
    pairs: Vec<Judged>,
}

/// A pair as it was when it was judged.
#[derive(Debug)]
struct Judged {
    key: Key,
    halves: Vec<Option<Half>>,
    record: Option<Arc<Record<Print>>>,
    policy: StaleHalf,
    findings: Vec<Finding>,
}

/// All of a half that its pair is judged by.
#[derive(Debug, Clone)]
pub(super) struct Half {
    pub(super) page: Arc<Page>,
    /// Whether it asks for a box or an image that does not exist: that is told, and what follows from it is not.
    pub(super) lacks: Lacks,
}

/// What a half asks for that does not exist.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Lacks {
    pub(super) boxes: bool,
    pub(super) images: bool,
}

impl Judgements {
    /// Judges the pairs that have changed since the last time. Gives all that was found of any pair.
    pub fn judge(&mut self, site: &Arc<Site>, records: &Arc<Records>) -> impl Iterator<Item = &Finding> {
        let found = records.of(site);
        // A record that has lost its page is given to the page that is most like it, which any edit may change.
        let is_settled = Arc::ptr_eq(&self.records, records) && !found.has_lonely();
        let unlike = self.site.as_ref().filter(|_| is_settled).and_then(|last| site.pairs_unlike(last));
        match unlike {
            Some(unlike) => {
                let judged: Vec<(PairId, Judged)> = unlike.into_par_iter().map(|id| (id, Judged::of(site, id, &found))).collect();
                for (id, judged) in judged {
                    self.pairs[id.index()] = judged;
                }
            }
            None => {
                self.judge_all(site, &found);
                self.strays = found.findings(site);
            }
        }
        (self.site, self.records) = (Some(site.clone()), records.clone());
        self.pairs.iter().flat_map(|judged| &judged.findings).chain(&self.strays)
    }

    /// Looks at every pair, and judges those that were not judged before as they are now.
    fn judge_all(&mut self, site: &Site, found: &Found<'_>) {
        let mut known: FxHashMap<Key, Judged> =
            std::mem::take(&mut self.pairs).into_iter().map(|judged| (judged.key.clone(), judged)).collect();
        let before: Vec<(PairId, Option<Judged>)> = site.pairs().map(|(id, pair)| (id, known.remove(&pair.key))).collect();
        let judge = |(id, before): (PairId, Option<Judged>)| match before {
            Some(judged) if judged.holds(site, id, found) => judged,
            _ => Judged::of(site, id, found),
        };
        self.pairs = before.into_par_iter().map(judge).collect();
    }
}

impl Judged {
    fn of(site: &Site, id: PairId, found: &Found<'_>) -> Self {
        let pair = site.pair(id);
        let halves: Vec<Option<Half>> = pair.halves.iter().map(|half| half.map(|half| Half::of(site.page(half)))).collect();
        let mut findings = judge(&halves);
        findings.extend(stale(site, id, found));
        let record = found.record(site, id).and_then(|filed| filed.record.clone());
        Self { key: pair.key.clone(), halves, record, policy: site.config.stale_half, findings }
    }

    /// Whether it is still what would be found.
    fn holds(&self, site: &Site, id: PairId, found: &Found<'_>) -> bool {
        let halves = &site.pair(id).halves;
        let is_same = |(then, now): (&Option<Half>, &Option<_>)| match (then, now) {
            (Some(then), Some(now)) => then.is(site.page(*now)),
            (then, now) => then.is_none() && now.is_none(),
        };
        let record = found.record(site, id).and_then(|filed| filed.record.as_ref());
        let of_same_record = match (&self.record, record) {
            (Some(then), Some(now)) => Arc::ptr_eq(then, now),
            (then, now) => then.is_none() && now.is_none(),
        };
        let of_same_halves = self.halves.len() == halves.len() && self.halves.iter().zip(halves).all(is_same);
        of_same_halves && of_same_record && self.policy == site.config.stale_half
    }
}

impl Half {
    fn of(linked: &Linked) -> Self {
        Self { page: linked.page.clone(), lacks: Lacks::of(linked) }
    }

    fn is(&self, linked: &Linked) -> bool {
        Arc::ptr_eq(&self.page, &linked.page) && self.lacks == Lacks::of(linked)
    }
}

impl Lacks {
    fn of(linked: &Linked) -> Self {
        let is_nowhere = |embedded: &Embedded| *embedded == Embedded::Nowhere;
        Self { boxes: linked.embeds.iter().any(is_nowhere), images: linked.images.iter().any(Option::is_none) }
    }
}

/// Holds each further half against the first that there is. What is still a draft is held against nothing.
fn judge(halves: &[Option<Half>]) -> Vec<Finding> {
    let mut whole = halves.iter().flatten().filter(|half| !half.page.front.draft);
    let Some(first) = whole.next() else { return Vec::new() };
    whole.flat_map(|other| parity(first, other)).collect()
}
