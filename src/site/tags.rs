//! What is true of both halves of a page: goals, terms and dates, said in either half and agreed in both.

use std::fmt::Display;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::link::field;
use super::{Linked, Pair, PairId, Use};
use crate::config::Config;
use crate::diagnostic::{Code, Finding};
use crate::page::{Located, Page};
use crate::vocabulary::GoalTag;

/// Which pages carry which tags, in reading order.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// For each goal (0 is goal 1) the pages tagged with it.
    pub(super) goals: Vec<Vec<PairId>>,
    /// The targets with which some page is tagged.
    pub(super) targets: FxHashSet<GoalTag>,
    /// For each goal the pages that work for it: those tagged with it, and those that hold boxes which are.
    pub(super) uses: Vec<Vec<Use>>,
    /// For each goal and each of the site's languages, how many of those pages its readers find, in whatever language.
    pub(super) goal_counts: Vec<Vec<usize>>,
    /// For each taxonomy and term the pages.
    pub(super) terms: Vec<Vec<Vec<PairId>>>,
}

/// Gives every pair its tags.
pub(super) fn tag(config: &Config, pairs: &mut [Pair], pages: &[Arc<Linked>], findings: &mut Vec<Finding>) -> Index {
    let mut index = Index {
        goals: vec![Vec::new(); 17],
        targets: FxHashSet::default(),
        uses: vec![Vec::new(); 17],
        goal_counts: vec![vec![0; config.languages.len()]; 17],
        terms: config.taxonomies.iter().map(|taxonomy| vec![Vec::new(); taxonomy.terms.len()]).collect(),
    };
    for (i, pair) in pairs.iter_mut().enumerate() {
        let id = PairId(i as u32);
        let halves: Vec<&Page> = pair.halves.iter().flatten().map(|half| &*pages[half.0 as usize].page).collect();
        let agree =
            |field: &str, said: &dyn Fn(&Page) -> Option<String>, findings: &mut Vec<Finding>| agree(&halves, field, said, findings);
        agree("sdgs", &|page| given(page, "sdgs").then(|| said(&page.front.sdgs)), findings);
        agree("missing_half", &|page| page.front.missing_half.map(|policy| policy.as_str().to_owned()), findings);
        agree("date", &|page| page.front.date.map(|date| date.to_string()), findings);
        let tagged = halves.iter().find(|page| !page.front.sdgs.is_empty());
        notes(&halves, findings);
        pair.sdgs = tagged.map_or(Vec::new(), |page| page.front.sdgs.iter().map(|tag| tag.value).collect());
        index.targets.extend(pair.sdgs.iter().filter(|tag| tag.target.is_some()));
        for tag in &pair.sdgs {
            let goal = &mut index.goals[usize::from(tag.goal) - 1];
            if goal.last() != Some(&id) {
                goal.push(id);
            }
        }
        pair.terms = vec![Vec::new(); config.taxonomies.len()];
        for (number, taxonomy) in config.taxonomies.iter().enumerate() {
            let name = taxonomy.key.as_str();
            let of = |page: &Page| page.front.terms.iter().find(|(key, _)| *key == taxonomy.key).map(|(_, terms)| terms.clone());
            agree(name, &|page| of(page).filter(|_| given(page, name)).map(|terms| said(&terms)), findings);
            let terms = halves.iter().find_map(|page| of(page).filter(|terms| !terms.is_empty())).unwrap_or_default();
            for term in terms {
                let Some(place) = taxonomy.terms.iter().position(|other| other.key == term.value) else { continue };
                pair.terms[number].push(place);
                index.terms[number][place].push(id);
            }
        }
    }
    index
}

/// A note says why a page works for a goal: readers of one language are to know it as well as those of another.
fn notes(halves: &[&Page], findings: &mut Vec<Finding>) {
    for here in halves.iter().filter(|page| !page.front.notes.is_empty()) {
        for there in halves.iter().filter(|there| there.entry.language != here.entry.language) {
            let lacks = |tag: &GoalTag| !there.front.notes.iter().any(|(other, _)| other == tag);
            for (tag, _) in here.front.notes.iter().filter(|(tag, _)| lacks(tag)) {
                let place = here
                    .front
                    .sdgs
                    .iter()
                    .find(|located| located.value == *tag)
                    .map_or_else(|| field(here, &["sdgs"]), |located| located.place.clone());
                let told = |place, state: &str, other: &Page| {
                    let finding = Finding::new(Code::NoteInOneHalf, place).with("state", state).with("tag", tag);
                    finding.with("language", there.entry.language).with("other", other.file())
                };
                findings.push(told(place, "here", there));
                findings.push(told(field(there, &["sdgs"]), "there", here));
            }
        }
    }
}

/// Finds the pages that work for each goal, once it is known which boxes a page holds.
pub(super) fn uses(index: &mut Index, pairs: &[Pair]) {
    for id in (0..pairs.len()).map(|i| PairId(i as u32)) {
        let boxes = held(id, pairs);
        let mut goals: Vec<u8> = boxes.iter().chain([&id]).flat_map(|id| &pairs[id.0 as usize].sdgs).map(|tag| tag.goal).collect();
        goals.sort_unstable();
        goals.dedup();
        for goal in goals {
            let is_tagged = |id: &PairId| pairs[id.0 as usize].sdgs.iter().any(|tag| tag.goal == goal);
            let used = Use { pair: id, is_own: is_tagged(&id), through: boxes.iter().copied().filter(is_tagged).collect() };
            for (language, count) in index.goal_counts[usize::from(goal) - 1].iter_mut().enumerate() {
                let speaks = |id: PairId| pairs[id.0 as usize].is_shown(language);
                // A box that a language lacks does nothing for its readers.
                *count += usize::from(speaks(id) && (used.is_own || used.through.iter().any(|held| speaks(*held))));
            }
            index.uses[usize::from(goal) - 1].push(used);
        }
    }
}

/// The boxes in a page, and those in them.
fn held(id: PairId, pairs: &[Pair]) -> Vec<PairId> {
    let mut held = pairs[id.0 as usize].boxes.clone();
    let mut next = 0;
    while let Some(&inner) = held.get(next) {
        next += 1;
        for &inner in &pairs[inner.0 as usize].boxes {
            if inner != id && !held.contains(&inner) {
                held.push(inner);
            }
        }
    }
    held
}

fn given(page: &Page, name: &str) -> bool {
    page.front.places.iter().any(|(field, _)| field == name)
}

/// A list of tags in a form that does not depend on their order.
fn said<T: Display>(tags: &[Located<T>]) -> String {
    let mut tags: Vec<String> = tags.iter().map(|tag| tag.value.to_string()).collect();
    tags.sort();
    tags.join(", ")
}

/// Where two halves say different things, each is told what the other says.
fn agree(halves: &[&Page], name: &str, said: &dyn Fn(&Page) -> Option<String>, findings: &mut Vec<Finding>) {
    if halves.iter().filter(|page| given(page, name)).count() < 2 {
        return;
    }
    let speakers: Vec<(&Page, String)> = halves.iter().filter_map(|page| Some((*page, said(page)?))).collect();
    let Some(((first, says), others)) = speakers.split_first() else { return };
    for (other, differs) in others.iter().filter(|(_, differs)| differs != says) {
        for (here, here_says, there, there_says) in [(first, says, other, differs), (other, differs, first, says)] {
            findings.push(
                Finding::new(Code::HalvesDisagree, field(here, &[name]))
                    .with("field", name)
                    .with("here", here_says)
                    .with("there", there_says)
                    .with("other", there.file()),
            );
        }
    }
}
