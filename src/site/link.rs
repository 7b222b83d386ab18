//! Links all pages into a [`Site`].
//!
//! Whatever depends on one file alone is done before, in [`crate::page`]; here are only the tables that join files, so
//! that linking again after an edit is cheap on a site of any size.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::outline::{Group, Outline, outline};
use super::references::{Resolved, Resolver};
use super::shown::instead;
use super::{Drafts, Embedded, Linked, Material, Net, PageId, Pair, PairId, Site, Stand, View, parallel, tags};
use crate::address::{Key, Language, Permalink, Slug};
use crate::config::{Config, MissingHalf, Offer, Statement};
use crate::diagnostic::{Code, Finding, Place};
use crate::page::{Destination, Page};
use crate::source::Kind;
use crate::vocabulary::Goal;

/// Joins the pages to a site.
pub fn link(config: Arc<Config>, material: Material, drafts: Drafts) -> Site {
    let mut findings = Vec::new();
    let outline = outline(&material, &config, drafts, &mut findings);
    fronts(&config, &material, &outline, &mut findings);
    statement(&config, &material, &outline, &mut findings);
    let Placed { mut pages, mut pairs, stands } = place(&config, &outline);
    let index = tags::tag(&config, &mut pairs, &pages, &mut findings);
    let mut addresses = Addresses::default();
    addresses.halves(&pages, &mut findings);
    addresses.stands(&config, &stands, &pages, &mut findings);
    addresses.made(&config, &index, &pairs, &pages, &mut findings);
    let mut aliases = addresses.aliases(&pages, &mut findings);
    addresses.parallel_aliases(&config, &pairs, &pages, &mut aliases);

    let Material { pages: read, broken, media } = material;
    let by_file: FxHashMap<Arc<str>, PageId> =
        pages.iter().enumerate().map(|(i, linked)| (linked.page.file().clone(), PageId(i as u32))).collect();
    let is_left_out = |page: &Arc<Page>| !by_file.contains_key(page.file());
    let mut net = Net {
        pairs,
        by_key: outline.by_key,
        views: addresses.views,
        aliases,
        stands,
        index,
        media: media.iter().enumerate().map(|(i, medium)| (medium.name.clone(), i)).collect(),
        withheld: FxHashSet::default(),
        left_out: if read.len() == pages.len() { Vec::new() } else { read.into_iter().filter(is_left_out).collect() },
        by_file,
        drafts: outline.drafts,
        shows_drafts: pages.iter().any(|linked| linked.page.front.draft),
        broken,
        findings,
    };
    let resolver = Resolver { config: &config, media: &media, pages: &pages, net: &net };
    let resolved: Vec<Resolved> = pages.par_iter().map(|linked| resolver.resolve(linked)).collect();
    let shown: FxHashSet<usize> = pages.iter().flat_map(|linked| resolver.media_of(&linked.page)).collect();
    let left_out = net.left_out.iter().filter(|page| drafts == Drafts::LeaveOut && page.front.draft);
    let withheld: FxHashSet<usize> = left_out.flat_map(|page| resolver.media_of(page)).filter(|medium| !shown.contains(medium)).collect();
    let mut told = BTreeMap::new();
    let mut anchored = BTreeSet::new();
    for (i, (linked, resolved)) in pages.iter_mut().zip(resolved).enumerate() {
        let id = PageId(i as u32);
        anchored.extend(names_headings(&linked.page).then_some(id));
        let linked = Arc::make_mut(linked);
        (linked.links, linked.embeds, linked.images) = (resolved.links, resolved.embeds, resolved.images);
        if !resolved.findings.is_empty() {
            told.insert(id, resolved.findings);
        }
    }
    boxes(&pages, &mut net.pairs);
    tags::uses(&mut net.index, &net.pairs);
    for (page, embed) in circles(&pages, &net.pairs, &mut net.findings) {
        // It stands there as its text: what goes round in circles would never be rendered to its end.
        Arc::make_mut(&mut pages[page]).embeds[embed] = Embedded::Nowhere;
    }
    for (i, medium) in media.iter().enumerate() {
        // A file that could not be read may be the one that shows it.
        if !shown.contains(&i) && !withheld.contains(&i) && net.broken.is_empty() {
            net.findings.push(Finding::new(Code::UnusedMedia, Place::file(&medium.path)).with("name", &medium.name));
        }
    }
    net.withheld = withheld;
    Site { config, media: media.into(), pages, told, anchored, net: Arc::new(net) }
}

/// Whether a page leads to a part of another.
pub(super) fn names_headings(page: &Page) -> bool {
    page.body.references.iter().any(|reference| match &reference.to {
        Destination::Key { anchor, .. } | Destination::File { anchor, .. } | Destination::Address { anchor, .. } => anchor.is_some(),
        Destination::Web(url) => url.contains('#'),
        Destination::Goal(_) => false,
    })
}

/// Every language needs its front page, whatever else may be missing in it: the switch and every breadcrumb lead there.
fn fronts(config: &Config, material: &Material, outline: &Outline, findings: &mut Vec<Finding>) {
    let front = outline.groups.iter().find(|group| group.kind == Kind::Front);
    let is_broken = |language| material.broken.iter().any(|entry| entry.kind == Kind::Front && entry.language == language);
    let lacks = |index: usize| front.is_none_or(|front| front.halves[index].is_none());
    // Where one half is there, the policy for missing halves tells of the other.
    let told = front.is_some_and(|front| front.missing_half == MissingHalf::Error);
    // Without any, one file is enough to say what is missing.
    let asked = if front.is_none() { &config.languages[..1] } else { &config.languages };
    for (index, &language) in asked.iter().enumerate().filter(|_| !told) {
        if lacks(index) && !is_broken(language) {
            let file = format!("content/index.{language}.md");
            findings.push(Finding::nowhere(Code::FrontMissing).with("file", file));
        }
    }
}

/// The page on which the settings say that the accessibility of the site is told must be there.
fn statement(config: &Config, material: &Material, outline: &Outline, findings: &mut Vec<Finding>) {
    let Some(Statement::Page { key, place }) = &config.imprint.statement else { return };
    let is_broken = material.broken.iter().any(|entry| entry.key == *key);
    if is_broken || outline.by_key.contains_key(key) {
        return;
    }
    let code = if outline.drafts.contains(key) { Code::LinkToDraft } else { Code::UnknownPage };
    let known = outline.by_key.keys().map(Key::as_str);
    findings.push(Finding::new(code, place.clone()).with("key", key).suggest(key.as_str(), known));
}

/// All pages in their places.
#[derive(Default)]
struct Placed {
    pages: Vec<Arc<Linked>>,
    pairs: Vec<Pair>,
    stands: Vec<Stand>,
}

/// Gives every half its id, and an address to it and to each language for which it stands in.
fn place(config: &Config, outline: &Outline) -> Placed {
    let mut placed = Placed::default();
    for (i, group) in outline.groups.iter().enumerate() {
        let id = PairId(i as u32);
        let parent = outline.parents[i];
        let address = |placed: &Placed, page: &Page, language: usize| {
            let above = parent.map(|parent| placed.above(config, parent, language));
            permalink(config, page, config.languages[language], above)
        };
        let mut halves = vec![None; config.languages.len()];
        for (language, page) in group.halves.iter().enumerate() {
            let Some(page) = page else { continue };
            halves[language] = Some(PageId(placed.pages.len() as u32));
            let permalink = address(&placed, page, language);
            let (links, embeds, images) = (Vec::new(), Vec::new(), Vec::new());
            placed.pages.push(Arc::new(Linked { page: page.clone(), pair: id, permalink, links, embeds, images }));
        }
        let stand_in = placed.stand_in(config, group, &halves);
        if let Some(half) = stand_in {
            let page = placed.pages[half.index()].page.clone();
            for language in (0..halves.len()).filter(|&language| halves[language].is_none()) {
                let permalink = address(&placed, &page, language);
                placed.stands.push(Stand { half, place: language, permalink });
            }
        }
        if let Some(parent) = parent {
            placed.pairs[parent.0 as usize].children.push(id);
        }
        placed.pairs.push(Pair {
            key: group.key.clone(),
            kind: group.kind,
            halves,
            stand_in,
            parent,
            children: Vec::new(),
            number: outline.numbers[i].clone(),
            sdgs: Vec::new(),
            terms: Vec::new(),
            used_in: Vec::new(),
            boxes: Vec::new(),
        });
    }
    placed
}

impl Placed {
    /// The half that stands in for those that are missing. None does so for a front page, on which a language depends, and
    /// none where it cannot be told what is missing.
    fn stand_in(&self, config: &Config, group: &Group, halves: &[Option<PageId>]) -> Option<PageId> {
        let may = group.missing_half == MissingHalf::Notice && group.kind != Kind::Front && !group.clashes;
        if !may || halves.iter().all(Option::is_some) {
            return None;
        }
        instead(config, halves, |half| self.pages[half.index()].page.front.draft).copied()
    }

    /// The address of a chapter in a language, whether or not it is shown there.
    fn above(&self, config: &Config, chapter: PairId, language: usize) -> Permalink {
        let pair = &self.pairs[chapter.0 as usize];
        if let Some(half) = pair.halves[language] {
            return self.pages[half.index()].permalink.clone();
        }
        let stand = |half: PageId| self.stands.binary_search_by_key(&(half, language), |stand| (stand.half, stand.place)).ok();
        if let Some(stand) = pair.stand_in.and_then(stand) {
            return self.stands[stand].permalink.clone();
        }
        let outer = pair.parent.map(|outer| self.above(config, outer, language));
        outer.unwrap_or_else(|| config.front(config.languages[language])).join(pair.key.as_str())
    }
}

fn permalink(config: &Config, page: &Page, language: Language, above: Option<Permalink>) -> Permalink {
    let front = config.front(language);
    let slug = &slug(page);
    match page.entry.kind {
        Kind::Front => front,
        Kind::Section => above.unwrap_or(front).join(slug),
        Kind::Case => front.join(config.cases_word.get(language)).join(slug),
        Kind::Page => front.join(slug),
    }
}

/// The language below whose front an address lies.
pub(super) fn language_at(config: &Config, address: &Permalink) -> Language {
    let others = config.languages.iter().copied().filter(|language| *language != config.first_language());
    let found = others.into_iter().find(|&language| address.as_str().starts_with(config.front(language).as_str()));
    found.unwrap_or(config.first_language())
}

/// The last part of a page's address: its slug, or one made of its title, or its key.
pub(super) fn slug(page: &Page) -> Cow<'_, str> {
    match &page.front.slug {
        Some(slug) => Cow::Borrowed(slug.as_str()),
        None => Slug::from_title(&page.front.title).map_or(Cow::Borrowed(page.entry.key.as_str()), |slug| Cow::Owned(slug.to_string())),
    }
}

/// The address of a list that the program makes.
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
        View::Whole(language) => config.front(language).join(config.whole_word.get(language)),
        View::Search(language) => config.front(language).join(config.search_word.get(language)),
        View::Half(_) | View::Stand(..) | View::Parallel(..) | View::Alias(_) => Permalink::root(),
    }
}

/// Who stands at which address.
#[derive(Default)]
struct Addresses {
    views: FxHashMap<Permalink, View>,
}

impl Addresses {
    fn halves(&mut self, pages: &[Arc<Linked>], findings: &mut Vec<Finding>) {
        for (i, linked) in pages.iter().enumerate() {
            let view = View::Half(PageId(i as u32));
            let Some(View::Half(other)) = self.views.insert(linked.permalink.clone(), view) else { continue };
            let other = &pages[other.0 as usize];
            for (here, there) in [(linked, other), (other, linked)] {
                findings.push(clash(own_address(&here.page), &here.permalink, there.page.file()));
            }
        }
    }

    /// A half that stands in for another gives way to a page that is there, and is told so.
    fn stands(&mut self, config: &Config, stands: &[Stand], pages: &[Arc<Linked>], findings: &mut Vec<Finding>) {
        for stand in stands {
            let view = View::Stand(stand.half, config.languages[stand.place]);
            let holder = *self.views.entry(stand.permalink.clone()).or_insert(view);
            let (View::Half(other) | View::Stand(other, _)) = holder else { continue };
            if holder != view {
                let (here, there) = (&pages[stand.half.index()].page, &pages[other.index()].page);
                findings.push(clash(own_address(here), &stand.permalink, there.file()));
                findings.push(clash(own_address(there), &stand.permalink, here.file()));
            }
        }
    }

    /// Pages that the program makes by itself give way to those of authors, which are told so: the words of their addresses
    /// stand in the settings.
    fn made(&mut self, config: &Config, index: &tags::Index, pairs: &[Pair], pages: &[Arc<Linked>], findings: &mut Vec<Finding>) {
        for (place, &language) in config.languages.iter().enumerate() {
            let speaks = |pair: &Pair| pair.is_shown(place);
            let in_use = |list: &[PairId]| list.iter().any(|id| speaks(&pairs[id.0 as usize]));
            let mut views = vec![View::Goals(language)];
            let has = |kind: Kind| pairs.iter().any(|pair| pair.kind == kind && speaks(pair));
            views.extend(has(Kind::Case).then_some(View::Cases(language)));
            views.extend((config.whole == Offer::Yes && has(Kind::Section)).then_some(View::Whole(language)));
            views.extend((config.search == Offer::Yes).then_some(View::Search(language)));
            let goals = (1..=17).filter(|&number| in_use(&index.goals[usize::from(number) - 1]));
            views.extend(goals.map(|number| View::Goal(language, number)));
            for (taxonomy, terms) in index.terms.iter().enumerate() {
                views.push(View::Taxonomy(language, taxonomy));
                let used = terms.iter().enumerate().filter(|(_, list)| in_use(list));
                views.extend(used.map(|(term, _)| View::Term(language, taxonomy, term)));
            }
            for view in views {
                self.put(view, made_permalink(config, view), pages, findings);
            }
        }
        for (view, address) in parallel::all(config, pages, pairs) {
            self.put(view, address, pages, findings);
        }
    }

    fn put(&mut self, view: View, address: Permalink, pages: &[Arc<Linked>], findings: &mut Vec<Finding>) {
        match self.views.entry(address) {
            Entry::Vacant(free) => {
                free.insert(view);
            }
            Entry::Occupied(taken) => {
                if let View::Half(id) | View::Stand(id, _) = taken.get() {
                    findings.push(clash(own_address(&pages[id.index()].page), taken.key(), crate::config::FILE));
                }
            }
        }
    }

    /// Former addresses. One that its own page has again, or names twice, needs no redirection and is no fault.
    fn aliases(&mut self, pages: &[Arc<Linked>], findings: &mut Vec<Finding>) -> Vec<(Permalink, View)> {
        let mut aliases: Vec<(Permalink, View)> = Vec::new();
        let mut holders: Vec<PageId> = Vec::new();
        for (i, linked) in pages.iter().enumerate() {
            let id = PageId(i as u32);
            for alias in &linked.page.front.aliases {
                let address = &alias.value;
                let (holder, place) = match self.views.get(address) {
                    None => {
                        self.views.insert(address.clone(), View::Alias(aliases.len()));
                        aliases.push((address.clone(), View::Half(id)));
                        holders.push(id);
                        continue;
                    }
                    Some(View::Half(holder) | View::Stand(holder, _)) => (*holder, own_address(&pages[holder.0 as usize].page)),
                    Some(View::Alias(number)) => {
                        let holder = holders[*number];
                        let theirs = pages[holder.0 as usize].page.front.aliases.iter().find(|other| other.value == *address);
                        (holder, theirs.map_or_else(|| alias.place.clone(), |other| other.place.clone()))
                    }
                    Some(_) => {
                        findings.push(clash(alias.place.clone(), address, crate::config::FILE));
                        continue;
                    }
                };
                if holder != id {
                    findings.push(clash(alias.place.clone(), address, pages[holder.0 as usize].page.file()));
                    findings.push(clash(place, address, linked.page.file()));
                }
            }
        }
        aliases
    }

    /// Whoever was sent to a page in two languages is led there from its former address too.
    fn parallel_aliases(&mut self, config: &Config, pairs: &[Pair], pages: &[Arc<Linked>], aliases: &mut Vec<(Permalink, View)>) {
        for number in 0..aliases.len() {
            let (alias, View::Half(id)) = aliases[number].clone() else { continue };
            let linked = &pages[id.index()];
            for view in parallel::parallels(config, pages, &pairs[linked.pair.0 as usize], id) {
                let View::Parallel(_, other) = view else { continue };
                let address = parallel::below(config, &alias, linked.page.entry.language, other);
                if let Entry::Vacant(free) = self.views.entry(address.clone()) {
                    free.insert(View::Alias(aliases.len()));
                    aliases.push((address, view));
                }
            }
        }
    }
}

/// Told at one of two that want an address.
fn clash(place: Place, address: &Permalink, other: &str) -> Finding {
    Finding::new(Code::AddressClash, place).with("address", address).with("other", other)
}

/// What gives a page its address.
fn own_address(page: &Page) -> Place {
    field(page, &["slug", "title"])
}

/// The place of the first of some fields that a page has.
pub(super) fn field(page: &Page, names: &[&str]) -> Place {
    let places = &page.front.places;
    let found = names.iter().find_map(|name| places.iter().find(|(field, _)| field == name));
    found.map_or_else(|| Place::file(page.file()), |(_, place)| place.clone())
}

/// Which pair holds which boxes, and the other way about.
fn boxes(pages: &[Arc<Linked>], pairs: &mut [Pair]) {
    for linked in pages {
        for id in linked.embeds.iter().filter_map(|embedded| embedded.id()) {
            let held = pages[id.0 as usize].pair;
            if !pairs[linked.pair.0 as usize].boxes.contains(&held) {
                pairs[linked.pair.0 as usize].boxes.push(held);
                pairs[held.0 as usize].used_in.push(linked.pair);
            }
        }
    }
}

/// Boxes that come round to themselves, and boxes that come twice on a page. Each is told where it is written: a page that
/// shows such a box is not at fault itself. Gives the places of those that are at fault: page, and embed on it.
fn circles(pages: &[Arc<Linked>], pairs: &[Pair], findings: &mut Vec<Finding>) -> Vec<(usize, usize)> {
    let mut at_fault = Vec::new();
    for (page, linked) in pages.iter().enumerate().filter(|(_, linked)| !linked.embeds.is_empty()) {
        let mut shown: FxHashSet<PairId> = FxHashSet::default();
        for (number, (embed, id)) in linked.page.body.embeds.iter().zip(&linked.embeds).enumerate() {
            let Some(id) = id.id() else { continue };
            let finding = |code| Finding::new(code, embed.place.clone()).with("key", &embed.key);
            let mut within = FxHashSet::default();
            let way = way_back(pages, id, linked.pair, &mut within, 1);
            if let Way::Back(back) = way {
                let way: Vec<&str> =
                    [linked.pair].iter().chain(back.iter().rev()).map(|pair| pairs[pair.0 as usize].key.as_str()).collect();
                findings.push(finding(Code::EmbedCircle).with("way", way.join(" → ")));
                at_fault.push((page, number));
            } else if matches!(way, Way::TooDeep) {
                findings.push(finding(Code::EmbedDepth).with("deepest", DEEPEST));
                at_fault.push((page, number));
            } else if !shown.is_disjoint(&within) {
                findings.push(finding(Code::RepeatedEmbed));
                at_fault.push((page, number));
            }
            shown.extend(within);
        }
    }
    at_fault
}

/// Where the boxes within a box lead.
enum Way {
    /// To the page that was asked for: the way from there back to the box.
    Back(Vec<PairId>),
    /// Deeper than [`DEEPEST`].
    TooDeep,
    /// To an end.
    Ends,
}

/// How deep boxes may lie in boxes.
const DEEPEST: usize = 8;

/// Follows the boxes within a box. `within` takes in all boxes on the way, each of which is entered once.
fn way_back(pages: &[Arc<Linked>], id: PageId, to: PairId, within: &mut FxHashSet<PairId>, depth: usize) -> Way {
    let linked = &pages[id.0 as usize];
    if linked.pair == to {
        return Way::Back(vec![to]);
    }
    if depth > DEEPEST {
        return Way::TooDeep;
    }
    if !within.insert(linked.pair) {
        return Way::Ends;
    }
    let mut deep = false;
    for inner in linked.embeds.iter().filter_map(|embedded| embedded.id()) {
        match way_back(pages, inner, to, within, depth + 1) {
            Way::Back(mut way) => {
                way.push(linked.pair);
                return Way::Back(way);
            }
            Way::TooDeep => deep = true,
            Way::Ends => {}
        }
    }
    if deep { Way::TooDeep } else { Way::Ends }
}
