//! Whether a publication says afterwards what it said before: every link leads where it led, every address is still
//! there, and nothing is found that was not found before.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Refused;
use super::links::Change;
use crate::address::{Key, Language};
use crate::diagnostic::{Code, Finding};
use crate::page::Page;
use crate::site::{self, Drafts, Link, Linked, Material, PageId, Site, View};

/// A site as its authors see it, and as readers do.
#[derive(Debug)]
pub(super) struct Publication {
    /// With drafts.
    pub(super) all: Site,
    /// Without.
    pub(super) public: Site,
}

impl Publication {
    /// That of a site which was linked with its drafts.
    pub(super) fn of(site: &Site) -> Self {
        let pages = site.halves().map(|(_, linked)| linked.page.clone()).collect();
        Self { all: site.clone(), public: link(site, sorted(pages), Drafts::LeaveOut) }
    }

    /// That of other pages with the settings and media of a site.
    pub(super) fn linked(site: &Site, pages: Vec<Arc<Page>>) -> Self {
        let pages = sorted(pages);
        Self { all: link(site, pages.clone(), Drafts::Include), public: link(site, pages, Drafts::LeaveOut) }
    }

    /// A half, drafts included.
    pub(super) fn half(&self, key: &Key, language: Language) -> Option<&Linked> {
        half(&self.all, key, language)
    }
}

fn sorted(mut pages: Vec<Arc<Page>>) -> Vec<Arc<Page>> {
    pages.sort_by(|a, b| a.file().cmp(b.file()));
    pages
}

fn link(site: &Site, pages: Vec<Arc<Page>>, drafts: Drafts) -> Site {
    let material = Material { pages, broken: Vec::new(), media: site.media.to_vec() };
    site::link(site.config.clone(), material, drafts)
}

fn half<'s>(site: &'s Site, key: &Key, language: Language) -> Option<&'s Linked> {
    let id = site.half(site.with_key(key.as_str())?, language)?;
    Some(site.page(id))
}

/// Refuses what would not come out right.
pub(super) fn prove(change: &Change<'_>, before: &Publication, after: &Publication) -> Result<(), Refused> {
    for (before, after) in [(&before.all, &after.all), (&before.public, &after.public)] {
        let faults = new_findings(change, before, after);
        if !faults.is_empty() {
            return Err(Refused::Faults(faults));
        }
        for (_, old) in before.halves() {
            let entry = &old.page.entry;
            let new = half(after, &change.key(&entry.key), entry.language);
            let new = new.ok_or_else(|| Refused::LinkLost { file: entry.path.to_string(), line: 1 })?;
            links(change, before, after, old, new)?;
        }
    }
    let (before, after) = (&before.public, &after.public);
    for view in before.views() {
        let address = before.permalink(view);
        let leads = after.at(address.as_str()).map(|view| ends(after, view));
        if leads != Some(expected(change, before, view)) {
            return Err(Refused::AddressLost(address));
        }
    }
    Ok(())
}

/// Each thing that a page leads to or shows is the one that it was.
fn links(change: &Change<'_>, before: &Site, after: &Site, old: &Linked, new: &Linked) -> Result<(), Refused> {
    let places = old.page.body.references.iter().map(|reference| &reference.place);
    for ((old_link, new_link), place) in old.links.iter().zip(&new.links).zip(places) {
        let is_same = match (old_link, new_link) {
            (Link::View(view, anchor), Link::View(now, now_anchor)) => {
                let anchor = anchor.as_ref().map(|anchor| change.anchor(anchor).unwrap_or_else(|| anchor.clone()));
                expected(change, before, *view) == ends(after, *now) && anchor == *now_anchor
            }
            // What stands there is the draft's title, which may be its key.
            (Link::Withheld(_), Link::Withheld(_)) => true,
            (old, new) => old == new,
        };
        if !is_same {
            return Err(Refused::LinkLost { file: place.file.to_string(), line: place.line });
        }
    }
    let places = old.page.body.embeds.iter().map(|embed| &embed.place);
    for ((was, now), place) in old.embeds.iter().zip(&new.embeds).zip(places) {
        let named = |site: &Site, id: PageId| (site.page(id).page.entry.key.clone(), site.page(id).page.entry.language);
        let was = was.id().map(|id| named(before, id)).map(|(key, language)| (change.key(&key), language));
        if was != now.id().map(|id| named(after, id)) {
            return Err(Refused::LinkLost { file: place.file.to_string(), line: place.line });
        }
    }
    let is_whole = old.links.len() == new.links.len() && old.embeds.len() == new.embeds.len() && old.images == new.images;
    is_whole.then_some(()).ok_or_else(|| Refused::LinkLost { file: old.page.file().to_string(), line: 1 })
}

/// What a reader comes to in the end.
#[derive(Debug, PartialEq, Eq)]
enum End {
    Half(Key, Language),
    /// A half side by side with the one in another language.
    Parallel(Key, Language, Language),
    Made(View),
}

fn ends(site: &Site, view: View) -> End {
    let key = |id: PageId| site.page(id).page.entry.key.clone();
    match view {
        View::Half(id) => End::Half(key(id), site.language(view)),
        View::Parallel(id, other) => End::Parallel(key(id), site.language(view), other),
        View::Alias(alias) => ends(site, site.alias_target(alias)),
        made => End::Made(made),
    }
}

fn expected(change: &Change<'_>, before: &Site, view: View) -> End {
    match ends(before, view) {
        End::Half(key, language) => End::Half(change.key(&key), language),
        End::Parallel(key, language, other) => End::Parallel(change.key(&key), language, other),
        made @ End::Made(_) => made,
    }
}

/// What is found afterwards and was not before: more of a code in a file than there was.
fn new_findings(change: &Change<'_>, before: &Site, after: &Site) -> Vec<Finding> {
    let mut known: BTreeMap<(Code, Option<String>), usize> = BTreeMap::new();
    for finding in findings(before) {
        let file = finding.place.as_ref().map(|place| change.moves.of(&place.file).into_owned());
        *known.entry((finding.code, file)).or_default() += 1;
    }
    let is_new = |finding: &&Finding| {
        let file = finding.place.as_ref().map(|place| place.file.to_string());
        let left = known.entry((finding.code, file)).or_default();
        let is_new = *left == 0;
        *left = left.saturating_sub(1);
        is_new
    };
    findings(after).filter(is_new).cloned().collect()
}

fn findings(site: &Site) -> impl Iterator<Item = &Finding> {
    site.findings().chain(site.halves().flat_map(|(_, linked)| &linked.page.findings))
}
