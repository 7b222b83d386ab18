//! What a page links to: the contents list, goals, terms, neighbours, and other pages.

use super::body::{attribute, text};
use super::format::{self, Collator};
use super::html::{Html, shown, with};
use super::view::{GoalTile, Item, Listed, Shown, TermItem, Terms};
use crate::address::Language;
use crate::site::{Pair, PairId, View};
use crate::source::Kind;

/// Where a neighbour lies.
#[derive(Debug, Clone, Copy)]
pub(super) enum Way {
    /// Before.
    Back,
    /// After.
    On,
}

impl Html<'_> {
    /// The outermost sections, and the reader's own chapters opened, so that the list does not grow with the site.
    pub(super) fn contents(&self, view: View) -> Vec<Shown> {
        let mut open = Vec::new();
        if let Some(id) = self.site.text(view) {
            let mut at = Some(self.site.page(id).pair);
            while let Some(pair) = at {
                open.push(pair);
                at = self.site.pair(pair).parent;
            }
        }
        self.contents_of(&self.outermost, &open, view)
    }

    fn contents_of(&self, pairs: &[PairId], open: &[PairId], view: View) -> Vec<Shown> {
        let entry = |&pair: &PairId| {
            let link = self.link(pair, view)?;
            let children = &self.site.pair(pair).children;
            if open.contains(&pair) && !children.is_empty() {
                return Some(with(link, [("children", self.contents_of(children, open, view).into())]));
            }
            Some(link)
        };
        self.lifted(pairs, self.site.language(view)).iter().filter_map(entry).collect()
    }

    /// Sections, those that the language lacks replaced by the ones within them.
    pub(super) fn lifted(&self, pairs: &[PairId], language: Language) -> Vec<PairId> {
        let own = |&pair: &PairId| match self.site.shown(pair, language) {
            Some(_) => vec![pair],
            None => self.lifted(&self.site.pair(pair).children, language),
        };
        pairs.iter().flat_map(own).collect()
    }

    /// The way from the front page to a view, which is the last.
    pub(super) fn breadcrumbs(&self, view: View, title: String) -> Vec<Item> {
        let language = self.site.language(view);
        let mut above = Vec::new();
        if let View::Parallel(id, _) = view {
            above.push(self.item(View::Half(id), view));
        }
        match view {
            View::Half(id) | View::Stand(id, _) | View::Parallel(id, _) => {
                let pair = self.site.pair(self.site.page(id).pair);
                if pair.kind == Kind::Front {
                    return Vec::new();
                }
                if pair.kind == Kind::Case {
                    above.push(self.item(View::Cases(language), view));
                }
                let mut chapter = pair.parent;
                while let Some(id) = chapter {
                    above.extend(self.site.shown(id, language).map(|chapter| self.item(chapter, view)));
                    chapter = self.site.pair(id).parent;
                }
            }
            View::Goal(..) => above.push(self.item(View::Goals(language), view)),
            View::Term(_, taxonomy, _) => above.push(self.item(View::Taxonomy(language, taxonomy), view)),
            View::Cases(_) | View::Goals(_) | View::Taxonomy(..) | View::Whole(_) | View::Search(_) | View::Alias(_) => {}
        }
        above.reverse();
        let front = Item {
            title: self.word(language, "front"),
            address: self.site.config.base_url.rooted(self.site.config.front(language).as_str()),
            ..Item::default()
        };
        let own = Item { title, current: true, ..self.item(view, view) };
        [front].into_iter().chain(above).chain([own]).collect()
    }

    /// The sections on the front page, each with its boxes, its own goals (`goals`) and those of its boxes alone (`lent`).
    pub(super) fn sections(&self, view: View) -> Vec<Shown> {
        let language = self.site.language(view);
        let section = |&id: &PairId| {
            let pair = self.site.pair(id);
            let boxes = self.links(&pair.boxes, view).into();
            let (own, lent): (Vec<GoalTile>, Vec<GoalTile>) = self.goal_tiles(id, language).into_iter().partition(|goal| goal.own);
            Some(with(self.link(id, view)?, [("boxes", boxes), ("goals", shown(&own)), ("lent", shown(&lent))]))
        };
        self.lifted(&self.outermost, language).iter().filter_map(section).collect()
    }

    /// The entries of a list of pages: sections in reading order, then boxes and other pages by their titles.
    pub(super) fn listed(&self, pairs: &[PairId], language: Language) -> Vec<Shown> {
        self.by_title(pairs, language).into_iter().filter_map(|pair| self.entry(pair, language)).collect()
    }

    /// A page in a list.
    pub(super) fn entry(&self, id: PairId, language: Language) -> Option<Shown> {
        let from = View::Goals(language);
        let pair = self.site.pair(id);
        let listed = Listed { kind: pair.kind.as_str(), used_in: self.links(&pair.used_in, from), taxonomies: self.terms(pair, language) };
        Some(with(self.link(id, from)?, listed.fields()))
    }

    /// Sections as they are read, then boxes and other pages, those without a number of their own by their titles, as the
    /// language sorts.
    pub(super) fn by_title(&self, pairs: &[PairId], language: Language) -> Vec<PairId> {
        let collator = Collator::of(language);
        let title = |id| Some(self.site.page(self.site.text(self.site.shown(id, language)?)?).page.front.title.as_str());
        let mut sorted: Vec<(PairId, &str)> = pairs.iter().filter_map(|&id| Some((id, title(id)?))).collect();
        let order = |id: PairId| {
            let pair = self.site.pair(id);
            let numbered = pair.halves.iter().flatten().next().and_then(|half| self.site.page(*half).page.entry.order);
            // The number of a section counts within its chapter only; the reading order is that of the pages.
            match pair.kind {
                Kind::Section => (pair.kind, u32::MAX, Some(id)),
                _ => (pair.kind, numbered.unwrap_or(u32::MAX), None),
            }
        };
        sorted.sort_by(|(a, title), (b, other)| order(*a).cmp(&order(*b)).then_with(|| collator.compare(title, other)));
        sorted.into_iter().map(|(id, _)| id).collect()
    }

    /// Links to pages, those left out that the language does not have.
    pub(super) fn links(&self, pairs: &[PairId], from: View) -> Vec<Shown> {
        pairs.iter().filter_map(|&pair| self.link(pair, from)).collect()
    }

    /// A link to what stands for a page in the language of the view that links.
    pub(super) fn link(&self, pair: PairId, from: View) -> Option<Shown> {
        let view = self.site.shown(pair, self.site.language(from))?;
        let id = self.site.text(view)?;
        let link = self.links[self.site.slot(view)?].get_or_init(|| {
            let front = &self.site.page(id).page.front;
            let summary = || self.site.page(id).page.body.summary.clone();
            shown(&Item {
                number: number(self.site.pair(pair)),
                description: front.description.clone().unwrap_or_else(summary),
                draft: front.draft,
                ..self.item(view, View::Goals(self.site.language(from)))
            })
        });
        let link = link.clone();
        Some(if view == from { with(link, [("current", true.into())]) } else { link })
    }

    /// A link to any view.
    pub(super) fn item(&self, view: View, from: View) -> Item {
        let goal = if let View::Goal(language, number) = view { self.goal_title(number, language).1 } else { None };
        let language = goal.map_or_else(|| self.foreign(view, self.site.language(from)), str::to_owned);
        Item { title: self.title(view), language, address: self.rooted(view), current: view == from, ..Item::default() }
    }

    /// A link to the page of a term; without an address for a term that is not in use.
    pub(super) fn term_item(&self, taxonomy: usize, term: usize, language: Language) -> Item {
        let record = &self.site.config.taxonomies[taxonomy].terms[term];
        let page = self.site.existing(View::Term(language, taxonomy, term));
        let address = page.map_or(String::new(), |page| self.rooted(page));
        Item { title: record.labels.get(language).to_owned(), address, ..Item::default() }
    }

    /// The terms of a taxonomy, on its own page each with the pages tagged with it.
    pub(super) fn term_list(&self, taxonomy: usize, view: View) -> Vec<TermItem> {
        let language = self.site.language(view);
        let terms = 0..self.site.config.taxonomies[taxonomy].terms.len();
        let entry = |term: usize| {
            let Item { title, address, .. } = self.term_item(taxonomy, term, language);
            let tagged = self.site.with_term(taxonomy, term);
            let count = tagged.iter().filter(|&&pair| self.site.shown(pair, language).is_some()).count();
            let pages = match view {
                View::Taxonomy(..) => self.links(&self.by_title(tagged, language), view),
                _ => Vec::new(),
            };
            TermItem { title, address, count, pages, current: view == View::Term(language, taxonomy, term) }
        };
        terms.map(entry).collect()
    }

    /// The terms of a page, taxonomy by taxonomy.
    pub(super) fn terms(&self, pair: &Pair, language: Language) -> Vec<Terms> {
        let taxonomies = self.site.config.taxonomies.iter().zip(&pair.terms).enumerate();
        taxonomies
            .filter(|(_, (_, terms))| !terms.is_empty())
            .map(|(number, (taxonomy, terms))| {
                let terms: Vec<Item> = terms.iter().map(|&term| self.term_item(number, term, language)).collect();
                let sentence = taxonomy.sentence.as_ref().map(|sentence| {
                    let links: Vec<String> = terms.iter().map(anchor).collect();
                    let mut out = String::new();
                    text(sentence.get(language), &mut out);
                    out.replace("{terms}", &format::list(language, &links))
                });
                Terms { key: taxonomy.key.to_string(), title: taxonomy.title.get(language).to_owned(), sentence, terms }
            })
            .collect()
    }

    /// The section before or after this one in the reading order, of those that the language has.
    pub(super) fn neighbour(&self, pair: PairId, view: View, way: Way) -> Option<Shown> {
        self.neighbours(pair, way).find_map(|next| self.link(next, view))
    }

    /// The sections before or after a section in the reading order, the nearest first; none for any other page.
    pub(super) fn neighbours(&self, pair: PairId, way: Way) -> impl Iterator<Item = PairId> {
        let step = move |pair: PairId| match way {
            Way::Back => self.site.before(pair),
            Way::On => self.site.after(pair),
        };
        let first = if self.site.pair(pair).kind == Kind::Section { step(pair) } else { None };
        std::iter::successors(first, move |&next| step(next))
    }
}

/// `3`, `3.1`; empty for all but sections.
pub(super) fn number(pair: &Pair) -> String {
    pair.number.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

fn anchor(item: &Item) -> String {
    let mut out = String::from("<a href=\"");
    attribute(&item.address, &mut out);
    out.push_str("\">");
    text(&item.title, &mut out);
    out.push_str("</a>");
    out
}
