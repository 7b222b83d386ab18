//! Which halves make a page, and in which order the pages are read.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Drafts, Material, PairId};
use crate::address::Key;
use crate::config::{Config, MissingHalf};
use crate::diagnostic::{Code, Finding, Place};
use crate::page::Page;
use crate::source::{Chapter, Entry, Kind};

/// A page before anything is linked: its halves, in the site's order of languages.
pub(super) struct Group {
    pub(super) key: Key,
    pub(super) kind: Kind,
    pub(super) chapters: Vec<Chapter>,
    pub(super) halves: Vec<Option<Arc<Page>>>,
    /// What becomes of it in a language that lacks its half.
    pub(super) missing_half: MissingHalf,
    /// Whether a file of the same key stands elsewhere, so that no half can be called missing.
    pub(super) clashes: bool,
    /// Its path through the sections, to sort by.
    path: Vec<(u32, Key)>,
}

/// The pages of a site in reading order.
pub(super) struct Outline {
    pub(super) groups: Vec<Group>,
    pub(super) parents: Vec<Option<PairId>>,
    pub(super) numbers: Vec<Vec<u32>>,
    pub(super) by_key: FxHashMap<Key, PairId>,
    /// Keys of pages that are drafts in every half, and left out.
    pub(super) drafts: FxHashSet<Key>,
}

/// Puts halves together and pages in order.
pub(super) fn outline(material: &Material, config: &Config, drafts: Drafts, findings: &mut Vec<Finding>) -> Outline {
    let mut groups: Vec<Group> = Vec::new();
    let mut index: FxHashMap<Key, usize> = FxHashMap::default();
    let mut all_drafts = FxHashSet::default();
    let mut of_drafts: FxHashMap<&Key, MissingHalf> = FxHashMap::default();
    for page in &material.pages {
        let entry = &page.entry;
        if page.front.draft && drafts == Drafts::LeaveOut {
            all_drafts.insert(entry.key.clone());
            // What a draft says of its page as a whole holds while it is one: it is the half that is missing.
            of_drafts.extend(page.front.missing_half.map(|policy| (&entry.key, policy)));
            continue;
        }
        let Some(language) = config.index_of(entry.language) else { continue };
        let at = *index.entry(entry.key.clone()).or_insert_with(|| {
            groups.push(Group {
                key: entry.key.clone(),
                kind: entry.kind,
                chapters: entry.chapters.clone(),
                halves: vec![None; config.languages.len()],
                missing_half: config.missing_half,
                clashes: false,
                path: path(&entry.chapters, entry.order, &entry.key),
            });
            groups.len() - 1
        });
        put(&mut groups[at], language, page, findings);
    }
    for group in &mut groups {
        let own = group.halves.iter().flatten().find_map(|page| page.front.missing_half);
        group.missing_half = own.or_else(|| of_drafts.get(&group.key).copied()).unwrap_or(config.missing_half);
    }
    all_drafts.retain(|key| !index.contains_key(key));
    groups.sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
    let by_key = groups.iter().enumerate().map(|(i, group)| (group.key.clone(), PairId(i as u32))).collect();
    let mut outline = Outline { groups, parents: Vec::new(), numbers: Vec::new(), by_key, drafts: all_drafts };
    outline.chapters(material, findings);
    outline.orders(findings);
    outline.missing_halves(material, config, findings);
    outline
}

fn path(chapters: &[Chapter], order: Option<u32>, key: &Key) -> Vec<(u32, Key)> {
    let step = |order: Option<u32>, key: &Key| (order.unwrap_or(u32::MAX), key.clone());
    chapters.iter().map(|chapter| step(chapter.order, &chapter.key)).chain([step(order, key)]).collect()
}

fn put(group: &mut Group, language: usize, page: &Arc<Page>, findings: &mut Vec<Finding>) {
    let entry = &page.entry;
    let first = group.halves.iter().flatten().next().cloned();
    let Some(first) = first else {
        group.halves[language] = Some(page.clone());
        return;
    };
    if let Some(other) = &group.halves[language] {
        for (here, there) in [(page, other), (other, page)] {
            findings.push(Finding::new(Code::DuplicateKey, Place::file(here.file())).with("key", &entry.key).with("other", there.file()));
        }
        group.clashes = true;
        return;
    }
    let here = path(&entry.chapters, entry.order, &entry.key);
    if here != group.path || entry.kind != group.kind {
        for (here, there) in [(page, &first), (&first, page)] {
            findings.push(
                Finding::new(Code::HalvesDisagree, Place::file(here.file()))
                    .with("field", "order")
                    .with("here", here.file())
                    .with("there", there.file())
                    .with("other", there.file()),
            );
        }
    }
    if entry.kind == group.kind {
        group.halves[language] = Some(page.clone());
    } else {
        group.clashes = true;
    }
}

/// The finding at the folder of a chapter, told by a section that lies in it.
fn without_index(page: &Page, depth: usize, chapter: &Chapter) -> Finding {
    // `content`, `sections`, and the chapters.
    let folder: Vec<&str> = page.file().split('/').take(depth + 3).collect();
    Finding::new(Code::ChapterWithoutIndex, Place::file(&Arc::from(folder.join("/")))).with("chapter", &chapter.key)
}

impl Outline {
    /// Finds the chapter of each section and counts the sections.
    fn chapters(&mut self, material: &Material, findings: &mut Vec<Finding>) {
        let mut counters: FxHashMap<Option<PairId>, u32> = FxHashMap::default();
        let mut judged: FxHashSet<&[Chapter]> = FxHashSet::default();
        for group in &self.groups {
            let mut parent = None;
            for (depth, chapter) in group.chapters.iter().enumerate() {
                parent = self.head(group, depth);
                if parent.is_none() && judged.insert(&group.chapters[..=depth]) && !self.is_excused(group, depth, material) {
                    findings.extend(group.halves.iter().flatten().next().map(|page| without_index(page, depth, chapter)));
                }
            }
            let number = if group.kind == Kind::Section {
                let counter = counters.entry(parent).or_default();
                *counter += 1;
                let mut number = parent.map_or(Vec::new(), |id| self.numbers.get(id.0 as usize).cloned().unwrap_or_default());
                number.push(*counter);
                number
            } else {
                Vec::new()
            };
            self.parents.push(parent);
            self.numbers.push(number);
        }
    }

    /// The page that heads one of a section's chapters: the `index` of that very folder, which comes before the section.
    fn head(&self, group: &Group, depth: usize) -> Option<PairId> {
        let found = self.by_key.get(&group.chapters[depth].key).copied();
        found.filter(|id| {
            let head = &self.groups[id.0 as usize];
            head.kind == Kind::Section && head.path == group.path[..=depth]
        })
    }

    /// Whether the `index` file of a chapter is there but is a draft, cannot be read, or shares its key with another page.
    fn is_excused(&self, group: &Group, depth: usize, material: &Material) -> bool {
        let chapter = &group.chapters[depth];
        let heads = |entry: &Entry| {
            entry.kind == Kind::Section
                && (&entry.key, entry.order) == (&chapter.key, chapter.order)
                && entry.chapters == group.chapters[..depth]
        };
        self.drafts.contains(&chapter.key) || material.broken.iter().any(heads) || material.pages.iter().any(|page| heads(&page.entry))
    }

    /// No two siblings may have one order number.
    fn orders(&self, findings: &mut Vec<Finding>) {
        let mut taken: FxHashMap<(Kind, &[Chapter], u32), &Group> = FxHashMap::default();
        for group in &self.groups {
            let Some((order, _)) = group.path.last().filter(|(order, _)| *order != u32::MAX) else { continue };
            let Some(first) = taken.insert((group.kind, &group.chapters, *order), group) else { continue };
            for (here, there) in [(first, group), (group, first)] {
                for (half, other) in here.halves.iter().zip(&there.halves) {
                    let other = other.as_ref().or(there.halves.iter().flatten().next());
                    findings.extend(half.iter().zip(other).map(|(page, other)| {
                        Finding::new(Code::DuplicateOrder, Place::file(page.file())).with("order", order).with("other", other.file())
                    }));
                }
            }
        }
    }

    /// Under the policy `error` each page must be there in each language.
    fn missing_halves(&self, material: &Material, config: &Config, findings: &mut Vec<Finding>) {
        // Where the word for a policy cannot be read, it is not known whether the page may be in one language.
        let is_unread =
            |page: &Arc<Page>| page.front.missing_half.is_none() && page.front.places.iter().any(|(field, _)| field == "missing_half");
        let is_strict = |group: &&Group| group.missing_half == MissingHalf::Error && !group.halves.iter().flatten().any(is_unread);
        for group in self.groups.iter().filter(|group| !group.clashes).filter(is_strict) {
            for (language, _) in config.languages.iter().zip(&group.halves).filter(|(_, half)| half.is_none()) {
                let excused = material.broken.iter().any(|entry| entry.key == group.key && entry.language == *language);
                let Some(half) = group.halves.iter().flatten().next().filter(|_| !excused) else { continue };
                let own = format!(".{}.md", half.entry.language);
                let better = half.file().trim_end_matches(&own).to_owned() + &format!(".{language}.md");
                let draft = material.pages.iter().any(|page| page.entry.key == group.key && page.entry.language == *language);
                findings.push(
                    Finding::new(Code::MissingHalf, Place::file(half.file()))
                        .with("language", language)
                        .with("better", better)
                        .with("state", if draft { "draft" } else { "missing" })
                        .with("may", if group.kind == Kind::Front { "no" } else { "yes" }),
                );
            }
        }
    }
}
