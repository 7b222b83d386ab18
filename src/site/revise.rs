//! An edit costs no more than what it touches.
//!
//! Linking a site is cheap, but it looks at every page. An edit that leaves a page its place, address, tags and boxes
//! changes nothing in the net between the pages; then only the edited page's own links are looked up again, and those of
//! pages that name headings, if headings have changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::link::{names_headings, slug};
use super::references::Resolver;
use super::{Linked, PageId, PairId, Site};
use crate::page::{Located, Page};

impl Site {
    /// The site with newer versions of some of its pages; `None` if it must be linked again.
    pub fn revised(&self, pages: &[Arc<Page>]) -> Option<Self> {
        let mut site = self.clone();
        let mut unsettled = BTreeSet::new();
        for page in pages {
            let id = *self.net.by_file.get(page.file())?;
            let linked = &self.pages[id.index()];
            let was = &linked.page;
            // What an author may have meant by a link that leads nowhere is found among the titles.
            let is_asked_for = was.front.title != page.front.title && self.findings().next().is_some();
            let is_told = self.net.findings.iter().any(|finding| finding.place.as_ref().is_some_and(|place| place.file == *page.file()));
            if is_asked_for
                || is_told
                || self.may_disagree(id, was, page)
                || !is_placed_alike(was, page)
                || self.resolver().media_of(was) != self.resolver().media_of(page)
            {
                return None;
            }
            if !leads_alike(was, page) || self.told.contains_key(&id) {
                unsettled.insert(id);
            }
            if !headings(was).eq(headings(page)) {
                unsettled.extend(&self.anchored);
            }
            if names_headings(page) {
                site.anchored.insert(id);
            }
            site.pages[id.index()] = Arc::new(Linked { page: page.clone(), ..(**linked).clone() });
        }
        site.resolve(&unsettled);
        Some(site)
    }

    /// The pairs of which a half is not what it was in an earlier site; `None` if pages may have come, gone or changed places
    /// since, so that every pair must be looked at.
    pub fn pairs_unlike(&self, earlier: &Self) -> Option<BTreeSet<PairId>> {
        let both = self.pages.iter().zip(&earlier.pages);
        let unlike = both.filter(|(now, then)| !Arc::ptr_eq(now, then)).map(|(now, _)| now.pair);
        Arc::ptr_eq(&self.net, &earlier.net).then(|| unlike.collect())
    }

    /// Whether a page has another date than it had, and another half has one too.
    fn may_disagree(&self, id: PageId, was: &Page, page: &Page) -> bool {
        let halves = self.pair(self.page(id).pair).halves.iter().flatten().filter(|half| **half != id);
        was.front.date != page.front.date && halves.into_iter().any(|half| self.page(*half).page.front.date.is_some())
    }

    pub(super) fn resolver(&self) -> Resolver<'_> {
        Resolver { config: &self.config, media: &self.media, pages: &self.pages, net: &self.net }
    }

    /// Looks up again where the links and images of some pages lead.
    fn resolve(&mut self, pages: &BTreeSet<PageId>) {
        let resolved: Vec<_> = pages.iter().map(|id| (*id, self.resolver().resolve(&self.pages[id.index()]))).collect();
        for (id, resolved) in resolved {
            let linked = Arc::make_mut(&mut self.pages[id.index()]);
            (linked.links, linked.images) = (resolved.links, resolved.images);
            self.told.remove(&id);
            if !resolved.findings.is_empty() {
                self.told.insert(id, resolved.findings);
            }
        }
    }
}

/// Fields that say nothing of what both halves are. (A date is looked at by itself.)
const ALONE: [&str; 7] = ["title", "slug", "description", "date", "updated", "extra", "aliases"];

/// Whether two versions of a page have the same part in the net. Where something stands in its file does not count: only
/// findings name it.
fn is_placed_alike(one: &Page, other: &Page) -> bool {
    let (a, b) = (&one.front, &other.front);
    let terms_alike = a.terms.len() == b.terms.len()
        && a.terms.iter().zip(&b.terms).all(|((key, terms), (other, others))| key == other && values(terms).eq(values(others)));
    // Which of the fields are given that both halves may give, and must agree in.
    let fields = |page: &Page| {
        page.front.places.iter().map(|(name, _)| name.clone()).filter(|name| !ALONE.contains(&name.as_str())).collect::<Vec<_>>()
    };
    one.entry == other.entry
        && slug(one) == slug(other)
        && a.draft == b.draft
        && a.missing_half == b.missing_half
        && values(&a.aliases).eq(values(&b.aliases))
        && values(&a.sdgs).eq(values(&b.sdgs))
        && a.notes.iter().map(|(tag, _)| tag).eq(b.notes.iter().map(|(tag, _)| tag))
        && terms_alike
        && fields(one) == fields(other)
        && one.body.embeds.iter().map(|embed| &embed.key).eq(other.body.embeds.iter().map(|embed| &embed.key))
}

/// Whether the links and images of two versions of a page are the same.
fn leads_alike(one: &Page, other: &Page) -> bool {
    let (a, b) = (&one.body, &other.body);
    a.references.iter().map(|reference| &reference.to).eq(b.references.iter().map(|reference| &reference.to))
        && a.images.iter().map(|image| &image.file).eq(b.images.iter().map(|image| &image.file))
}

fn headings(page: &Page) -> impl Iterator<Item = &str> {
    page.body.headings.iter().map(|heading| heading.anchor.as_str())
}

fn values<T>(located: &[Located<T>]) -> impl Iterator<Item = &T> {
    located.iter().map(|located| &located.value)
}
