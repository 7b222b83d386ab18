//! An edit that changes nothing but a text needs no link.

use std::sync::Arc;

use super::link::slug;
use super::{Linked, Site};
use crate::page::{Located, Page};

impl Site {
    /// The site with newer versions of some of its pages; `None` if it must be linked again, because linking reads
    /// something in a page that has changed, or told something that stands in it.
    pub fn revised(&self, pages: &[Arc<Page>]) -> Option<Self> {
        let mut site = self.clone();
        for page in pages {
            let linked = site.pages.iter_mut().find(|linked| linked.page.file() == page.file())?;
            let told = self.findings.iter().any(|finding| finding.place.as_ref().is_some_and(|place| place.file == *page.file()));
            // What an author may have meant by a link that leads nowhere is found among the titles.
            let is_asked_for = !self.findings.is_empty() && linked.page.front.title != page.front.title;
            if told || is_asked_for || !is_linked_alike(&linked.page, page) {
                return None;
            }
            *linked = Arc::new(Linked { page: page.clone(), ..(**linked).clone() });
        }
        Some(site)
    }
}

/// Whether linking reads the same in two versions of a page. Where something stands in its file does not count: only
/// findings name it.
fn is_linked_alike(one: &Page, other: &Page) -> bool {
    let (a, b) = (&one.front, &other.front);
    let tags_alike = values(&a.sdgs).eq(values(&b.sdgs))
        && a.terms.len() == b.terms.len()
        && a.terms.iter().zip(&b.terms).all(|((key, terms), (other, others))| key == other && values(terms).eq(values(others)));
    let fields = |page: &Page| page.front.places.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let front_alike = slug(one) == slug(other)
        && (a.draft, a.date) == (b.draft, b.date)
        && values(&a.aliases).eq(values(&b.aliases))
        && fields(one) == fields(other)
        && tags_alike;
    let (a, b) = (&one.body, &other.body);
    let body_alike = a.headings.iter().map(|heading| &heading.anchor).eq(b.headings.iter().map(|heading| &heading.anchor))
        && a.references.iter().map(|reference| &reference.to).eq(b.references.iter().map(|reference| &reference.to))
        && a.embeds.iter().map(|embed| &embed.key).eq(b.embeds.iter().map(|embed| &embed.key))
        && a.images.iter().map(|image| &image.file).eq(b.images.iter().map(|image| &image.file));
    one.entry == other.entry && front_alike && body_alike
}

fn values<T>(located: &[Located<T>]) -> impl Iterator<Item = &T> {
    located.iter().map(|located| &located.value)
}
