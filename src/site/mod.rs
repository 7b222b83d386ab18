//! All pages, linked: what belongs together, in which order, at which address, and what leads where.
//!
//! A [`Site`] is made once from all [`Page`]s and never changed. It holds no template and renders nothing; bodies are
//! not touched, only their tables of references, boxes and images.

mod alignment;
mod counterpart;
mod link;
mod meant;
mod outline;
mod parallel;
mod references;
mod revise;
mod shown;
mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

pub use alignment::{Aligned, align};
pub use counterpart::{Counterpart, counterparts};
pub use link::link;
pub use shown::Elsewhere;

use crate::address::{Key, Language, Permalink};
use crate::config::Config;
use crate::diagnostic::Finding;
use crate::media::Medium;
use crate::page::Page;
use crate::source::{Entry, Kind};
use crate::vocabulary::{Goal, GoalTag, Target};

/// Whether drafts are part of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// They are, and are marked as such.
    Include,
    /// They are not.
    LeaveOut,
}

/// What the site is made of.
#[derive(Debug)]
pub struct Material {
    /// Pages that could be read, sorted by path.
    pub pages: Vec<Arc<Page>>,
    /// Files that could not: nothing is said of links to them, as that would only follow from their own fault.
    pub broken: Vec<Entry>,
    /// Files in `content/media`.
    pub media: Vec<Medium>,
}

/// One half, by its place in the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageId(u32);

impl PageId {
    /// Its place among all halves.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One page with all its halves, by its place in the reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PairId(u32);

impl PairId {
    /// Its place among all pairs.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The publication. A copy shares all but the list of its pages.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its settings.
    pub config: Arc<Config>,
    /// Its media.
    pub media: Arc<[Medium]>,
    pages: Vec<Arc<Linked>>,
    /// What is wrong with the links, boxes and images of those pages with which something is.
    told: BTreeMap<PageId, Vec<Finding>>,
    /// The pages that name a heading of another, or did: they are looked at again when headings change.
    anchored: BTreeSet<PageId>,
    net: Arc<Net>,
}

/// What joins the pages: it stays the same when a page is edited that keeps its place, its address and its tags.
#[derive(Debug, Default)]
struct Net {
    pairs: Vec<Pair>,
    by_key: FxHashMap<Key, PairId>,
    by_file: FxHashMap<Arc<str>, PageId>,
    views: FxHashMap<Permalink, View>,
    aliases: Vec<(Permalink, View)>,
    /// Sorted by half and language.
    stands: Vec<Stand>,
    index: tags::Index,
    /// The places of media in [`Site::media`] by their names.
    media: FxHashMap<Arc<str>, usize>,
    /// Files in [`Site::media`] that only drafts show which are left out.
    withheld: FxHashSet<usize>,
    /// Pages that are no part of the site: drafts that readers do not see, and those whose key another has.
    left_out: Vec<Arc<Page>>,
    /// Keys of pages that are drafts in every half, and left out.
    drafts: FxHashSet<Key>,
    /// Whether there is a draft among the pages.
    shows_drafts: bool,
    /// Files that could not be read.
    broken: Vec<Entry>,
    /// What was found but in the links, boxes and images of a page.
    findings: Vec<Finding>,
}

/// A half that stands in for one that a language lacks.
#[derive(Debug)]
struct Stand {
    half: PageId,
    /// The place of that language among those of the site.
    place: usize,
    permalink: Permalink,
}

/// One half of a page in its place.
#[derive(Debug, Clone)]
pub struct Linked {
    /// What its file says.
    pub page: Arc<Page>,
    /// The page of which it is a half.
    pub pair: PairId,
    /// Its address.
    pub permalink: Permalink,
    /// Where each of [`crate::page::Body::references`] leads.
    pub links: Vec<Link>,
    /// What each of [`crate::page::Body::embeds`] is.
    pub embeds: Vec<Embedded>,
    /// Which file each of [`crate::page::Body::images`] is, by its place in [`Site::media`]; `None` if there is none.
    pub images: Vec<Option<usize>>,
}

/// A page with its halves.
#[derive(Debug)]
pub struct Pair {
    /// What links call it.
    pub key: Key,
    /// What it is.
    pub kind: Kind,
    /// Its halves, in the site's order of languages; `None` where one is missing.
    pub halves: Vec<Option<PageId>>,
    /// The half that is shown in the languages which lack theirs, under a notice; `None` if nothing is.
    pub stand_in: Option<PageId>,
    /// The chapter in which it lies.
    pub parent: Option<PairId>,
    /// The sections of which it is the chapter, in order.
    pub children: Vec<PairId>,
    /// Its number among the sections, from the outermost: `3`, `3.1`. Empty for all but sections.
    pub number: Vec<u32>,
    /// Goals and targets, in the author's order.
    pub sdgs: Vec<GoalTag>,
    /// For each taxonomy the places of its terms in [`crate::vocabulary::Taxonomy::terms`].
    pub terms: Vec<Vec<usize>>,
    /// The pages that embed it, in reading order.
    pub used_in: Vec<PairId>,
    /// The boxes in it, in the order of the first half.
    pub boxes: Vec<PairId>,
}

/// A page that works for a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The page.
    pub pair: PairId,
    /// Whether it is tagged with the goal, or one of its targets, itself.
    pub is_own: bool,
    /// The boxes in it that are.
    pub through: Vec<PairId>,
}

/// What has an address and is made for readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// A half of a page.
    Half(PageId),
    /// A half side by side with the one in another language.
    Parallel(PageId, Language),
    /// A half that stands in for the one which this language lacks: its text, with all round it in that language.
    Stand(PageId, Language),
    /// All case boxes.
    Cases(Language),
    /// All 17 goals.
    Goals(Language),
    /// A goal in use, by its number.
    Goal(Language, u8),
    /// A taxonomy, by its place in the settings.
    Taxonomy(Language, usize),
    /// A term in use, by its taxonomy's and its own place in the settings.
    Term(Language, usize, usize),
    /// The whole strategy on one page.
    Whole(Language),
    /// Where readers search.
    Search(Language),
    /// A former address, by its place among all.
    Alias(usize),
}

/// What stands where a box was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Embedded {
    /// The box.
    Box(PageId),
    /// Nothing yet: it is a draft that readers do not see.
    Withheld,
    /// Its text: there is no such box, or it would never end.
    Nowhere,
}

impl Embedded {
    /// The box, if it is there.
    pub fn id(self) -> Option<PageId> {
        if let Self::Box(id) = self { Some(id) } else { None }
    }
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// To a view, and to an id on it.
    View(View, Option<String>),
    /// To a file in `content/media`, by its place in [`Site::media`], and to a part of it.
    Media(usize, Option<String>),
    /// To an address elsewhere, as written.
    Web,
    /// To a draft that readers do not see yet: its words, or this title, stand there as plain text.
    Withheld(String),
    /// Nowhere: its words stand there without a link. With a finding, unless its target is at fault by itself.
    Nowhere,
}

impl Site {
    /// What was found in linking; what is wrong with each file by itself is not among it.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.net.findings.iter().chain(self.told.values().flatten())
    }

    /// Whether every file could be read. If not, an address that is not here may be that of one which could not.
    pub fn is_whole(&self) -> bool {
        self.net.broken.is_empty()
    }

    /// Files that are there and could not be read as pages.
    pub fn broken(&self) -> impl Iterator<Item = &Entry> {
        self.net.broken.iter()
    }

    /// Pages that are no part of the site: drafts that readers do not see, and those whose key another has.
    pub fn left_out(&self) -> impl Iterator<Item = &Arc<Page>> {
        self.net.left_out.iter()
    }

    /// A half by its id.
    pub fn page(&self, id: PageId) -> &Linked {
        &self.pages[id.0 as usize]
    }

    /// A pair by its id.
    pub fn pair(&self, id: PairId) -> &Pair {
        &self.net.pairs[id.0 as usize]
    }

    /// When a page was first published, as either half says.
    pub fn date(&self, pair: PairId) -> Option<Date> {
        self.pair(pair).halves.iter().flatten().find_map(|half| self.page(*half).page.front.date)
    }

    /// The pair of a key.
    pub fn with_key(&self, key: &str) -> Option<PairId> {
        self.net.by_key.get(key).copied()
    }

    /// Whether a key is that of a page, be it one that is left out as a draft or one that cannot be read.
    pub fn is_known(&self, key: &Key) -> bool {
        let net = &self.net;
        net.by_key.contains_key(key)
            || net.left_out.iter().any(|page| page.entry.key == *key)
            || net.broken.iter().any(|entry| entry.key == *key)
    }

    /// The half of a pair in a language.
    pub fn half(&self, pair: PairId, language: Language) -> Option<PageId> {
        let index = self.config.index_of(language)?;
        self.pair(pair).halves.get(index).copied().flatten()
    }

    /// All halves.
    pub fn halves(&self) -> impl Iterator<Item = (PageId, &Linked)> {
        self.pages.iter().enumerate().map(|(i, linked)| (PageId(i as u32), &**linked))
    }

    /// All pairs: the front page, the sections in order, the cases, the other pages.
    pub fn pairs(&self) -> impl Iterator<Item = (PairId, &Pair)> {
        self.net.pairs.iter().enumerate().map(|(i, pair)| (PairId(i as u32), pair))
    }

    /// All pairs of a kind, in reading order.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (PairId, &Pair)> {
        self.pairs().filter(move |(_, pair)| pair.kind == kind)
    }

    /// The section before a section.
    pub fn before(&self, pair: PairId) -> Option<PairId> {
        self.section(PairId(pair.0.checked_sub(1)?))
    }

    /// The section after a section.
    pub fn after(&self, pair: PairId) -> Option<PairId> {
        self.section(PairId(pair.0 + 1))
    }

    fn section(&self, id: PairId) -> Option<PairId> {
        self.net.pairs.get(id.0 as usize).filter(|pair| pair.kind == Kind::Section).map(|_| id)
    }

    /// The pages tagged with a goal, in reading order.
    pub fn with_goal(&self, number: u8) -> &[PairId] {
        self.net.index.goals.get(usize::from(number).wrapping_sub(1)).map_or(&[], Vec::as_slice)
    }

    /// The pages that work for a goal, in reading order: those tagged with it, and those that hold boxes which are.
    pub fn uses(&self, number: u8) -> &[Use] {
        self.net.index.uses.get(usize::from(number).wrapping_sub(1)).map_or(&[], Vec::as_slice)
    }

    /// A page's part in a goal; `None` if it has none.
    pub fn use_of(&self, pair: PairId, number: u8) -> Option<&Use> {
        let uses = self.uses(number);
        uses.binary_search_by_key(&pair, |used| used.pair).ok().map(|at| &uses[at])
    }

    /// Why a half is tagged with a goal or target; `None` if its author does not say so in that language.
    pub fn note(&self, half: PageId, tag: GoalTag) -> Option<&str> {
        let notes = &self.page(half).page.front.notes;
        notes.iter().find(|(other, _)| *other == tag).map(|(_, note)| note.as_str())
    }

    /// Whether some page is tagged with a target.
    pub fn has_target(&self, target: Target) -> bool {
        self.net.index.targets.contains(&GoalTag { goal: target.goal, target: Some(target) })
    }

    /// How many pages in a language work for a goal.
    pub fn goal_count(&self, number: u8, language: Language) -> usize {
        let counts = self.net.index.goal_counts.get(usize::from(number).wrapping_sub(1));
        counts.zip(self.config.index_of(language)).map_or(0, |(counts, language)| counts[language])
    }

    /// The pages tagged with a term, in reading order.
    pub fn with_term(&self, taxonomy: usize, term: usize) -> &[PairId] {
        self.net.index.terms.get(taxonomy).and_then(|terms| terms.get(term)).map_or(&[], Vec::as_slice)
    }

    /// Every view, sorted: halves first, former addresses last.
    pub fn views(&self) -> Vec<View> {
        let mut views: Vec<View> = self.net.views.values().copied().collect();
        views.sort_unstable();
        views
    }

    /// The view at an address.
    pub fn at(&self, permalink: &str) -> Option<View> {
        self.net.views.get(permalink).copied()
    }

    /// The language of a view.
    pub fn language(&self, view: View) -> Language {
        match view {
            View::Half(id) | View::Parallel(id, _) => self.page(id).page.entry.language,
            View::Alias(alias) => self.language(self.alias_target(alias)),
            View::Stand(_, language) | View::Cases(language) | View::Goals(language) | View::Goal(language, _) => language,
            View::Taxonomy(language, _) | View::Term(language, ..) => language,
            View::Whole(language) | View::Search(language) => language,
        }
    }

    /// The address of a view.
    pub fn permalink(&self, view: View) -> Permalink {
        match view {
            View::Half(id) => self.page(id).permalink.clone(),
            View::Parallel(id, other) => parallel::below(&self.config, &self.page(id).permalink, self.language(view), other),
            View::Stand(id, language) => {
                let stand = self.stand(id, language).map(|stand| &self.net.stands[stand]);
                stand.map_or_else(|| self.page(id).permalink.clone(), |stand| stand.permalink.clone())
            }
            View::Alias(alias) => self.net.aliases[alias].0.clone(),
            _ => link::made_permalink(&self.config, view),
        }
    }

    /// A page that the program makes, if there is something for it to show and no author's page stands at its address.
    pub fn existing(&self, view: View) -> Option<View> {
        self.at(self.permalink(view).as_str()).filter(|found| *found == view)
    }

    /// The media to be published, by their places in [`Site::media`]: all but those that only drafts show.
    pub fn published_media(&self) -> impl Iterator<Item = usize> {
        (0..self.media.len()).filter(|medium| !self.net.withheld.contains(medium))
    }

    /// The media that pages show as images.
    pub fn shown_media(&self) -> BTreeSet<usize> {
        self.pages.iter().flat_map(|linked| linked.images.iter().copied().flatten()).collect()
    }

    /// The same view in each language that has it, in the site's order, itself included. A text that stands in for one of
    /// another language is no counterpart of anything.
    pub fn counterparts(&self, view: View) -> Vec<(Language, View)> {
        let languages = self.config.languages.iter().copied();
        let found = |language: Language| match view {
            View::Half(id) => self.half(self.page(id).pair, language).map(View::Half),
            View::Parallel(id, other) if language == other => self.parallel(self.beside(id, other)?, self.language(view)),
            View::Parallel(..) => Some(view).filter(|_| language == self.language(view)),
            View::Stand(..) | View::Alias(_) => None,
            View::Cases(_) => self.existing(View::Cases(language)),
            View::Goals(_) => self.existing(View::Goals(language)),
            View::Goal(_, number) => self.existing(View::Goal(language, number)),
            View::Taxonomy(_, taxonomy) => self.existing(View::Taxonomy(language, taxonomy)),
            View::Term(_, taxonomy, term) => self.existing(View::Term(language, taxonomy, term)),
            View::Whole(_) => self.existing(View::Whole(language)),
            View::Search(_) => self.existing(View::Search(language)),
        };
        languages.filter_map(|language| found(language).map(|view| (language, view))).collect()
    }

    /// What a view is called, where it is linked to without words of its own.
    pub fn title(&self, view: View) -> String {
        match view {
            View::Half(id) | View::Parallel(id, _) | View::Stand(id, _) => self.page(id).page.front.title.clone(),
            View::Goal(language, number) => Goal::of(number).map_or(String::new(), |goal| format!("{number} {}", goal.name(language))),
            View::Taxonomy(language, taxonomy) => self.config.taxonomies[taxonomy].title.get(language).to_owned(),
            View::Term(language, taxonomy, term) => self.config.taxonomies[taxonomy].terms[term].labels.get(language).to_owned(),
            View::Cases(_) | View::Goals(_) | View::Whole(_) | View::Search(_) => self.permalink(view).to_string(),
            View::Alias(alias) => self.title(self.alias_target(alias)),
        }
    }

    /// Whether a view is a half that readers do not see yet.
    pub fn is_draft(&self, id: PageId) -> bool {
        self.page(id).page.front.draft
    }
}
