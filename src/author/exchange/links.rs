//! What a link of one half is in the other: the same page, and the heading that stands beside the one that it names.

use std::collections::BTreeMap;

use super::inline::address;
use super::segments::{Mark, What};
use super::written::Signs;
use crate::address::{Language, Slug};
use crate::diagnostic::Lines;
use crate::page::{BlockKind, Destination, Page};
use crate::site::{Link, Linked, PageId, PairId, Site, View, align};
use crate::source::Kind;

/// Leads links from one language into another.
#[derive(Debug)]
pub(super) struct Links<'s> {
    pub(super) site: &'s Site,
    pub(super) from: Language,
    pub(super) to: Language,
    /// The anchors that headings will have which are not there yet, by key and anchor of the heading they translate.
    pub(super) coming: BTreeMap<(String, String), String>,
}

/// What a link leads to, in whichever language it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sense {
    pub(super) target: String,
    pub(super) anchor: Option<String>,
}

impl Links<'_> {
    /// The Markdown of a mark of the one half, as the other has to have it.
    pub(super) fn signs(&self, mark: &Mark, half: PageId, lines: &Lines<'_>, is_in_table: bool) -> Signs {
        let own = Signs { start: mark.start.clone(), end: mark.end.clone(), is_break: mark.what == What::Break };
        let linked = self.site.page(half);
        let Some((to, link)) = found(linked, mark, lines) else { return own };
        match to {
            Destination::Key { anchor: None, .. } | Destination::Goal(_) => own,
            Destination::Key { key, anchor: Some(anchor) } => {
                let pair = if key.is_empty() { Some(linked.pair) } else { self.site.with_key(key) };
                let anchor = pair.and_then(|pair| self.anchor(pair, anchor));
                match anchor {
                    Some(anchor) if !mark.start.starts_with("[[") => self.inline(mark, &format!("#{anchor}")),
                    None if key.is_empty() => wiki(mark, self.site.pair(linked.pair).key.as_str(), None, is_in_table),
                    anchor => wiki(mark, key, anchor.as_deref(), is_in_table),
                }
            }
            Destination::File { anchor, .. } => {
                let What::Link(url) = &mark.what else { return own };
                let path = url.split('#').next().unwrap_or_default();
                let path = path.replace(&format!(".{}.md", self.from), &format!(".{}.md", self.to));
                let anchor = anchor.as_ref().and_then(|anchor| self.anchor(view_pair(self.site, link)?, anchor));
                self.inline(mark, &with_anchor(&path, anchor.as_deref()))
            }
            Destination::Address { anchor, .. } => self.to_address(mark, link, anchor.as_deref(), is_in_table).unwrap_or(own),
            Destination::Web(url) => match link {
                Link::View(..) => self.to_address(mark, link, None, is_in_table).unwrap_or(own),
                _ if mark.language.is_some() => self.inline(mark, url),
                _ => own,
            },
        }
    }

    /// A link to an address of the site, at the address in the other language; by key, if there is none yet.
    fn to_address(&self, mark: &Mark, link: &Link, anchor: Option<&str>, is_in_table: bool) -> Option<Signs> {
        let Link::View(view, found) = link else { return None };
        let view = if let View::Alias(alias) = view { self.site.alias_target(*alias) } else { *view };
        let pair = if let View::Half(id) = view { Some(self.site.page(id).pair) } else { None };
        let anchor = anchor.or(found.as_deref()).and_then(|anchor| self.anchor(pair?, anchor));
        let there = self.site.counterparts(view).into_iter().find(|(language, _)| *language == self.to);
        match (there, pair) {
            (Some((_, view)), _) => Some(self.inline(mark, &with_anchor(self.site.permalink(view).as_str(), anchor.as_deref()))),
            (None, Some(pair)) => Some(wiki(mark, self.site.pair(pair).key.as_str(), anchor.as_deref(), is_in_table)),
            (None, None) => None,
        }
    }

    /// An ordinary link to another address. Words are marked with their language unless it is that of the text.
    fn inline(&self, mark: &Mark, to: &str) -> Signs {
        let language = mark.language.as_ref().filter(|tag| !tag.eq_ignore_ascii_case(self.to.as_str()));
        let title = language.map_or_else(String::new, |tag| format!("lang:{tag}"));
        let end = if mark.is_pair { format!("]({})", address(to, &title)) } else { String::new() };
        Signs { start: mark.start.clone(), end, is_break: false }
    }

    /// The anchor of the heading that stands beside one of a page.
    pub(super) fn anchor(&self, pair: PairId, anchor: &str) -> Option<String> {
        let key = self.site.pair(pair).key.to_string();
        if let Some(coming) = self.coming.get(&(key, anchor.to_owned())) {
            return Some(coming.clone());
        }
        let half = |language| self.site.half(pair, language).map(|id| &*self.site.page(id).page);
        counterpart(half(self.from)?, half(self.to)?, anchor)
    }

    /// A slug of a title at which nothing stands yet; `None` for the front page, which needs none.
    pub(super) fn free_slug(&self, pair: PairId, title: &str) -> Option<String> {
        let found = self.site.pair(pair);
        let front = self.site.config.front(self.to);
        let above = match found.kind {
            Kind::Front => return None,
            Kind::Case => front.join(self.site.config.cases_word.get(self.to)),
            Kind::Section | Kind::Page => {
                let chapter = found.parent.and_then(|parent| self.site.shown(parent, self.to));
                chapter.map_or(front, |chapter| self.site.permalink(chapter))
            }
        };
        let base = Slug::from_title(title).map_or_else(|| found.key.to_string(), |slug| slug.to_string());
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        std::iter::once(base.clone()).chain(numbered).find(|slug| {
            // What stands in for the translation makes room for it.
            let holder = self.site.at(above.join(slug).as_str());
            holder.is_none_or(|holder| Some(holder) == self.site.shown(pair, self.to))
        })
    }

    /// What a mark leads to, so that it can be told whether two of different languages lead to the same.
    pub(super) fn sense(&self, mark: &Mark, half: PageId, lines: &Lines<'_>) -> Sense {
        let linked = self.site.page(half);
        let plain = |target: String| Sense { target, anchor: None };
        let written = match &mark.what {
            What::Link(text) | What::Phrase(text) | What::Image(text) | What::Code(text) | What::Html(text) | What::Literal(text) => {
                text.as_str()
            }
            What::Note(_) | What::Emphasis | What::Strong | What::Struck | What::Break => "",
        };
        let Some((_, link)) = found(linked, mark, lines) else { return plain(format!("{} {written}", mark.what.kind())) };
        match link {
            Link::View(view, anchor) => {
                let view = if let View::Alias(alias) = view { self.site.alias_target(*alias) } else { *view };
                let target = match view {
                    View::Half(id) | View::Stand(id, _) => format!("page {}", self.site.pair(self.site.page(id).pair).key),
                    View::Parallel(id, _) => format!("parallel {}", self.site.pair(self.site.page(id).pair).key),
                    View::Cases(_) => "cases".to_owned(),
                    View::Goals(_) => "goals".to_owned(),
                    View::Goal(_, number) => format!("goal {number}"),
                    View::Taxonomy(_, taxonomy) => format!("taxonomy {taxonomy}"),
                    View::Term(_, taxonomy, term) => format!("term {taxonomy} {term}"),
                    View::Whole(_) => "whole".to_owned(),
                    View::Search(_) => "search".to_owned(),
                    View::Alias(_) => written.to_owned(),
                };
                let is_from = linked.page.entry.language == self.from;
                let pair = view_pair(self.site, link);
                let anchor = anchor.as_ref().and_then(|anchor| if is_from { self.anchor(pair?, anchor) } else { Some(anchor.clone()) });
                Sense { target, anchor }
            }
            _ => plain(format!("link {written}")),
        }
    }
}

/// The anchor in one half that stands beside an anchor of the other.
pub(super) fn counterpart(one: &Page, other: &Page, anchor: &str) -> Option<String> {
    let number = |page: &Page, block: Option<usize>| match page.body.blocks.get(block?)?.kind {
        BlockKind::Heading { number, .. } => Some(number as usize),
        _ => None,
    };
    let of = one.body.headings.iter().position(|heading| heading.anchor.as_str() == anchor)?;
    let rows = align(one, other);
    let row = rows.iter().find(|row| number(one, row.one) == Some(of));
    let beside = row.and_then(|row| number(other, row.other)).map(|number| other.body.headings[number].anchor.to_string());
    // A heading within a list or quote has no row of its own.
    beside.or_else(|| (row.is_none() && other.body.has_anchor(anchor)).then(|| anchor.to_owned()))
}

/// A mark's link as its author wrote it, and where it leads.
fn found<'l>(linked: &'l Linked, mark: &Mark, lines: &Lines<'_>) -> Option<(&'l Destination, &'l Link)> {
    if !matches!(mark.what, What::Link(_)) {
        return None;
    }
    let place = lines.place(linked.page.file(), mark.at..mark.at);
    let references = linked.page.body.references.iter().zip(&linked.links);
    let same = |reference: &&crate::page::Reference| (reference.place.line, reference.place.column) == (place.line, place.column);
    references.filter(|(reference, _)| same(reference)).map(|(reference, link)| (&reference.to, link)).next()
}

fn view_pair(site: &Site, link: &Link) -> Option<PairId> {
    let Link::View(view, _) = link else { return None };
    let view = if let View::Alias(alias) = view { site.alias_target(*alias) } else { *view };
    site.text(view).map(|id| site.page(id).pair)
}

fn with_anchor(path: &str, anchor: Option<&str>) -> String {
    anchor.map_or_else(|| path.to_owned(), |anchor| format!("{path}#{anchor}"))
}

/// A link by key. In a table the bar has a backslash.
fn wiki(mark: &Mark, key: &str, anchor: Option<&str>, is_in_table: bool) -> Signs {
    let target = with_anchor(key, anchor);
    let bar = if is_in_table { "\\|" } else { "|" };
    let (start, end) = if mark.is_pair { (format!("[[{target}{bar}"), "]]".to_owned()) } else { (format!("[[{target}]]"), String::new()) };
    Signs { start, end, is_break: false }
}
