//! What a heading offers its readers: its own address, and the same place in the other languages.

use super::body::{Setting, attribute};
use super::html::Html;
use crate::address::Language;
use crate::page::Page;
use crate::site::{Counterpart, Linked, PageId, View, counterparts};

/// What the headings of a body offer where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Offers<'s> {
    /// On its own page: their addresses, and the way to the other languages.
    Own(&'s [Across<'s>]),
    /// In a box: their addresses. What is said there is in the other language where the box is.
    Address,
    /// Beside another body: nothing. An address taken from there would be of a page that is but a view of others.
    Nothing,
}

/// Another half of a page, and where the headings of the page are in it.
#[derive(Debug)]
pub(super) struct Across<'s> {
    page: &'s Page,
    /// From the root of the host.
    address: String,
    /// For each of [`crate::page::Body::headings`].
    counterparts: Vec<Option<Counterpart>>,
}

impl Offers<'_> {
    /// What a box offers that stands here.
    pub(super) fn in_box(self) -> Self {
        match self {
            Self::Own(_) | Self::Address => Self::Address,
            Self::Nothing => Self::Nothing,
        }
    }

    /// Writes where a heading without a link of its own is in the other languages, for the theme's script: `data-en="growth"`.
    pub(super) fn counterpart(self, heading: usize, out: &mut String) {
        let Self::Own(across) = self else { return };
        for across in across {
            if let Some(Counterpart::Same(beside)) = across.counterparts[heading] {
                out.push_str(&format!(" data-{}=\"", across.page.entry.language));
                attribute(across.page.body.headings[beside].anchor.as_str(), out);
                out.push('"');
            }
        }
    }
}

impl Html<'_> {
    /// The halves of a page in other languages than this one, in which it stands, if it has headings from which they are
    /// reached.
    pub(super) fn across(&self, id: PageId, language: Language) -> Vec<Across<'_>> {
        let linked = self.site.page(id);
        if linked.page.body.headings.is_empty() {
            return Vec::new();
        }
        let others = self.site.pair(linked.pair).halves.iter().flatten().copied();
        let others = others.filter(|half| self.site.page(*half).page.entry.language != language);
        others
            .map(|half| {
                let page = &self.site.page(half).page;
                Across { page, address: self.rooted(View::Half(half)), counterparts: counterparts(&linked.page, page) }
            })
            .collect()
    }

    /// The address of a heading, to be taken from it, and at the outermost the way to the other languages. What the address
    /// shows is drawn by the theme, so that it is no part of the text.
    pub(super) fn anchor(&self, linked: &Linked, number: usize, setting: &Setting<'_>, out: &mut String) {
        if matches!(setting.offers, Offers::Nothing) {
            return;
        }
        let heading = &linked.page.body.headings[number];
        let name = self.templates.words.must(linked.page.entry.language, "heading-link", &[("title", heading.text.clone())]);
        out.push_str("<a class=\"anchor\" href=\"#");
        out.push_str(&setting.prefix);
        attribute(heading.anchor.as_str(), out);
        out.push_str("\" aria-label=\"");
        attribute(&name, out);
        out.push_str("\"></a>");
        if let (2, Offers::Own(across)) = (heading.level, setting.offers) {
            across.iter().for_each(|across| self.bridge(across, number, out));
        }
    }

    /// The way from a heading to the same place in another language, in the words of that language.
    fn bridge(&self, across: &Across<'_>, heading: usize, out: &mut String) {
        let Some(counterpart) = across.counterparts[heading] else { return };
        let (how, beside) = match counterpart {
            Counterpart::Same(beside) => ("same", Some(beside)),
            Counterpart::Near(beside) => ("near", Some(beside)),
            Counterpart::Top => ("top", None),
        };
        let beside = beside.map(|beside| &across.page.body.headings[beside]);
        let title = beside.map_or(&across.page.front.title, |beside| &beside.text);
        let language = across.page.entry.language;
        let code = language.as_str().to_uppercase();
        let values = [("how", how.to_owned()), ("title", title.clone()), ("code", code.clone())];
        let name = self.templates.words.must(language, "same-place", &values);
        out.push_str(" <a class=\"bridge\" href=\"");
        attribute(&across.address, out);
        if let Some(beside) = beside {
            out.push('#');
            attribute(beside.anchor.as_str(), out);
        }
        out.push_str(&format!("\" lang=\"{language}\" hreflang=\"{language}\" aria-label=\""));
        attribute(&name, out);
        out.push_str(&format!("\">{code}</a>"));
    }
}
