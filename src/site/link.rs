//! Links all pages into a [`Site`].
//!
//! Whatever depends on one file alone is done before, in [`crate::page`]; here are only the tables that join files, so
//! that linking again after an edit is cheap on a site of any size.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::outline::{Outline, outline};
use super::references::Resolver;
use super::{Drafts, Link, Linked, Material, PageId, Pair, PairId, Site, View, tags};
use crate::address::{Key, Language, Permalink, Slug};
use crate::config::Config;
use crate::diagnostic::{self, Code, Finding, Place};
use crate::page::Page;
use crate::source::Kind;
use crate::vocabulary::Goal;

/// Joins the pages to a site. `findings` are those that were made on the way here.
pub fn link(config: Arc<Config>, material: Material, drafts: Drafts, mut findings: Vec<Finding>) -> Site {
    findings.extend(material.pages.iter().flat_map(|page| page.findings.iter().cloned()));
    let outline = outline(&material, &config, drafts, &mut findings);
    let (mut pages, mut pairs) = place(&config, &outline, &mut findings);
    let index = tags::tag(&config, &mut pairs, &pages, &mut findings);
    let mut addresses = Addresses::default();
    addresses.halves(&pages, &mut findings);
    addresses.made(&config, &index, pairs.iter().any(|pair| pair.kind == Kind::Case));
    let aliases = addresses.aliases(&pages, &mut findings);

    let resolver = Resolver::new(&config, &material, &outline, &pages, &pairs, &addresses.views, &index);
    let resolved: Vec<_> = pages.par_iter().map(|linked| resolver.resolve(linked)).collect();
    let mut shown = FxHashSet::default();
    for (linked, resolved) in pages.iter_mut().zip(resolved) {
        shown.extend(resolved.images.iter().flatten().copied());
        shown.extend(resolved.links.iter().filter_map(|link| if let Link::Media(medium) = link { Some(*medium) } else { None }));
        linked.links = resolved.links;
        linked.embeds = resolved.embeds;
        linked.images = resolved.images;
        findings.extend(resolved.findings);
    }
    boxes(&pages, &mut pairs);
    circles(&pages, &pairs, &mut findings);
    for (i, medium) in material.media.iter().enumerate() {
        // A file that could not be read may be the one that shows it.
        if !shown.contains(&i) && material.broken.is_empty() {
            findings.push(Finding::new(Code::UnusedMedia, Place::file(&medium.path)).with("name", &medium.name));
        }
    }
    diagnostic::sort(&mut findings);
    Site { config, media: material.media, findings, pages, pairs, views: addresses.views, aliases, goals: index.goals, terms: index.terms }
}

/// Gives every half its id and address.
fn place(config: &Config, outline: &Outline, findings: &mut Vec<Finding>) -> (Vec<Linked>, Vec<Pair>) {
    let mut pages: Vec<Linked> = Vec::new();
    let mut pairs: Vec<Pair> = Vec::new();
    for (i, group) in outline.groups.iter().enumerate() {
        let id = PairId(i as u32);
        let parent = outline.parents[i];
        let mut halves = vec![None; config.languages.len()];
        for (half, (page, &language)) in halves.iter_mut().zip(group.halves.iter().zip(&config.languages)) {
            let Some(page) = page else { continue };
            *half = Some(PageId(pages.len() as u32));
            let above = parent.map(|parent| above(config, outline, &pairs, &pages, parent, language));
            let permalink = permalink(config, page, language, above);
            pages.push(Linked { page: page.clone(), pair: id, permalink, links: Vec::new(), embeds: Vec::new(), images: Vec::new() });
        }
        if let Some(parent) = parent {
            pairs[parent.0 as usize].children.push(id);
        }
        pairs.push(Pair {
            key: group.key.clone(),
            kind: group.kind,
            halves,
            parent,
            children: Vec::new(),
            number: outline.numbers[i].clone(),
            sdgs: Vec::new(),
            terms: Vec::new(),
            date: None,
            used_in: Vec::new(),
            boxes: Vec::new(),
        });
    }
    if !pairs.iter().any(|pair| pair.kind == Kind::Front) {
        let file = format!("content/index.{}.md", config.first_language());
        findings.push(Finding::nowhere(Code::FrontMissing).with("file", file));
    }
    (pages, pairs)
}

/// The address of a chapter in a language, whether or not it has a half there.
fn above(config: &Config, outline: &Outline, pairs: &[Pair], pages: &[Linked], chapter: PairId, language: Language) -> Permalink {
    let half = config.index_of(language).and_then(|index| pairs[chapter.0 as usize].halves[index]);
    match half {
        Some(id) => pages[id.0 as usize].permalink.clone(),
        None => {
            let group = &outline.groups[chapter.0 as usize];
            let outer = outline.parents[chapter.0 as usize].map(|outer| above(config, outline, pairs, pages, outer, language));
            outer.unwrap_or_else(|| config.front(language)).join(group.key.as_str())
        }
    }
}

fn permalink(config: &Config, page: &Page, language: Language, above: Option<Permalink>) -> Permalink {
    let front = config.front(language);
    let slug = page.front.slug.clone().or_else(|| Slug::from_title(&page.front.title));
    let slug = slug.as_ref().map_or(page.entry.key.as_str(), Slug::as_str);
    match page.entry.kind {
        Kind::Front => front,
        Kind::Section => above.unwrap_or(front).join(slug),
        Kind::Case => front.join(config.cases_word.get(language)).join(slug),
        Kind::Page => front.join(slug),
    }
}

/// The address of a view that is no half of a page.
pub(super) fn made_permalink(config: &Config, view: View) -> Permalink {
    match view {
        View::Cases(language) => config.front(language).join(config.cases_word.get(language)),
        View::Goals(language) => config.front(language).join(config.goals_word.get(language)),
        View::Goal(language, number) => {
            let slug = Goal::of(number).map_or(number.to_string(), |goal| goal.slug(language));
            made_permalink(config, View::Goals(language)).join(&slug)
        }
        View::Taxonomy(language, taxonomy) => config.front(language).join(config.taxonomies[taxonomy].word.get(language)),
        View::Term(language, taxonomy, term) => {
            made_permalink(config, View::Taxonomy(language, taxonomy)).join(&config.taxonomies[taxonomy].terms[term].slug(language))
        }
        View::Half(_) | View::Alias(_) => Permalink::root(),
    }
}

/// Who stands at which address.
#[derive(Default)]
struct Addresses {
    views: FxHashMap<Permalink, View>,
}

impl Addresses {
    fn halves(&mut self, pages: &[Linked], findings: &mut Vec<Finding>) {
        for (i, linked) in pages.iter().enumerate() {
            let view = View::Half(PageId(i as u32));
            let Some(View::Half(other)) = self.views.insert(linked.permalink.clone(), view) else { continue };
            let other = &pages[other.0 as usize];
            for (here, there) in [(linked, other), (other, linked)] {
                let place = field(&here.page, &["slug", "title"]);
                findings.push(Finding::new(Code::AddressClash, place).with("address", &here.permalink).with("other", there.page.file()));
            }
        }
    }

    /// Pages that the program makes by itself give way to those of authors, which are told so as a clash would be.
    fn made(&mut self, config: &Config, index: &tags::Index, has_cases: bool) {
        for &language in &config.languages {
            let mut views = vec![View::Goals(language)];
            views.extend(has_cases.then_some(View::Cases(language)));
            let goals = (1..=17).filter(|&number| !index.goals[usize::from(number) - 1].is_empty());
            views.extend(goals.map(|number| View::Goal(language, number)));
            for (taxonomy, terms) in index.terms.iter().enumerate() {
                views.push(View::Taxonomy(language, taxonomy));
                let used = terms.iter().enumerate().filter(|(_, pairs)| !pairs.is_empty());
                views.extend(used.map(|(term, _)| View::Term(language, taxonomy, term)));
            }
            for view in views {
                self.views.entry(made_permalink(config, view)).or_insert(view);
            }
        }
    }

    fn aliases(&mut self, pages: &[Linked], findings: &mut Vec<Finding>) -> Vec<(Permalink, PageId)> {
        let mut aliases = Vec::new();
        for (i, linked) in pages.iter().enumerate() {
            for alias in &linked.page.front.aliases {
                if self.views.contains_key(&alias.value) {
                    findings.push(
                        Finding::new(Code::AddressClash, alias.place.clone())
                            .with("address", &alias.value)
                            .with("other", linked.page.file()),
                    );
                    continue;
                }
                self.views.insert(alias.value.clone(), View::Alias(aliases.len()));
                aliases.push((alias.value.clone(), PageId(i as u32)));
            }
        }
        aliases
    }
}

/// The place of the first of some fields that a page has.
pub(super) fn field(page: &Page, names: &[&str]) -> Place {
    let places = &page.front.places;
    let found = names.iter().find_map(|name| places.iter().find(|(field, _)| field == name));
    found.map_or_else(|| Place::file(page.file()), |(_, place)| place.clone())
}

/// Which pair holds which boxes, and the other way about.
fn boxes(pages: &[Linked], pairs: &mut [Pair]) {
    for linked in pages {
        for id in linked.embeds.iter().flatten() {
            let held = pages[id.0 as usize].pair;
            if !pairs[linked.pair.0 as usize].boxes.contains(&held) {
                pairs[linked.pair.0 as usize].boxes.push(held);
                pairs[held.0 as usize].used_in.push(linked.pair);
            }
        }
    }
}

/// Boxes that come round to themselves, and boxes that come twice on a page.
fn circles(pages: &[Linked], pairs: &[Pair], findings: &mut Vec<Finding>) {
    let held = |linked: &Linked| -> Vec<(PairId, Option<PageId>)> {
        linked.embeds.iter().map(|id| (id.map_or(linked.pair, |id| pages[id.0 as usize].pair), *id)).collect()
    };
    for linked in pages.iter().filter(|linked| !linked.embeds.is_empty()) {
        let mut seen: FxHashSet<PairId> = FxHashSet::default();
        for (number, (pair, id)) in held(linked).into_iter().enumerate() {
            let Some(id) = id else { continue };
            let embed = &linked.page.body.embeds[number];
            let mut way = vec![linked.pair];
            let mut twice = false;
            let circle = walk(pages, id, &mut way, &mut seen, &mut twice);
            if circle {
                let keys: Vec<&str> = way.iter().map(|pair| pairs[pair.0 as usize].key.as_str()).collect();
                findings.push(Finding::new(Code::EmbedCircle, embed.place.clone()).with("key", &embed.key).with("way", keys.join(" → ")));
            } else if twice {
                let key: &Key = &pairs[pair.0 as usize].key;
                findings.push(Finding::new(Code::RepeatedEmbed, embed.place.clone()).with("key", key));
            }
        }
    }
}

/// Follows the boxes within a box. Whether they lead back to the page at which the way began; the way is left as it was
/// found then. A circle that does not touch that page is told where it begins.
fn walk(pages: &[Linked], id: PageId, way: &mut Vec<PairId>, seen: &mut FxHashSet<PairId>, twice: &mut bool) -> bool {
    let linked = &pages[id.0 as usize];
    if way.contains(&linked.pair) {
        way.push(linked.pair);
        return way.first() == Some(&linked.pair);
    }
    *twice |= !seen.insert(linked.pair);
    way.push(linked.pair);
    for inner in linked.embeds.iter().flatten() {
        let length = way.len();
        if walk(pages, *inner, way, seen, twice) {
            return true;
        }
        way.truncate(length);
    }
    false
}
