//! What is true of both halves of a page: goals, terms and dates, said in either half and agreed in both.

use std::fmt::Display;

use super::link::field;
use super::{Linked, Pair, PairId};
use crate::config::Config;
use crate::diagnostic::{Code, Finding};
use crate::page::{Located, Page};

/// Which pages carry which tags, in reading order.
pub(super) struct Index {
    pub(super) goals: Vec<Vec<PairId>>,
    pub(super) terms: Vec<Vec<Vec<PairId>>>,
}

/// Gives every pair its tags.
pub(super) fn tag(config: &Config, pairs: &mut [Pair], pages: &[Linked], findings: &mut Vec<Finding>) -> Index {
    let mut index = Index {
        goals: vec![Vec::new(); 17],
        terms: config.taxonomies.iter().map(|taxonomy| vec![Vec::new(); taxonomy.terms.len()]).collect(),
    };
    for (i, pair) in pairs.iter_mut().enumerate() {
        let id = PairId(i as u32);
        let halves: Vec<&Page> = pair.halves.iter().flatten().map(|half| &*pages[half.0 as usize].page).collect();
        let agree =
            |field: &str, said: &dyn Fn(&Page) -> Option<String>, findings: &mut Vec<Finding>| agree(&halves, field, said, findings);
        agree("sdgs", &|page| said(&page.front.sdgs, given(page, "sdgs")), findings);
        agree("date", &|page| page.front.date.map(|date| date.to_string()), findings);
        pair.date = halves.iter().find_map(|page| page.front.date);
        let tagged = halves.iter().find(|page| !page.front.sdgs.is_empty());
        pair.sdgs = tagged.map_or(Vec::new(), |page| page.front.sdgs.iter().map(|tag| tag.value).collect());
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
            agree(name, &|page| of(page).and_then(|terms| said(&terms, given(page, name))), findings);
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

fn given(page: &Page, name: &str) -> bool {
    page.front.places.iter().any(|(field, _)| field == name)
}

/// A list of tags in a form that does not depend on their order; `None` if the field is not there.
fn said<T: Display>(tags: &[Located<T>], given: bool) -> Option<String> {
    let mut tags: Vec<String> = tags.iter().map(|tag| tag.value.to_string()).collect();
    tags.sort();
    given.then(|| tags.join(", "))
}

/// Where two halves say different things, each is told what the other says.
fn agree(halves: &[&Page], name: &str, said: &dyn Fn(&Page) -> Option<String>, findings: &mut Vec<Finding>) {
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
