//! How each half of a page stands, told of that half.

use super::records::Found;
use super::standing::{Standing, State, sides};
use crate::address::Language;
use crate::site::{PairId, Site};

/// How a half stands to its counterparts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// The language of the half.
    pub language: Language,
    /// What it is to its counterparts: where it has several, the state that asks for most.
    pub state: State,
    /// How many passages that concerns: those that have changed on either side, those that nobody has checked, or those that
    /// have yet to be written.
    pub passages: usize,
}

/// How each half of a page stands, in the site's order of languages.
pub fn overview(site: &Site, pair: PairId, found: &Found<'_>) -> Vec<Stand> {
    let mut stands: Vec<Stand> = Vec::new();
    for sides in sides(site, pair) {
        let standing = sides.standing(found.check(site, pair, sides.languages));
        for side in [0, 1] {
            let own = sides.halves[side].map_or(0, |page| page.passages.len());
            let other = sides.halves[1 - side].map_or(0, |page| page.passages.len());
            let (state, passages) = match &standing {
                Standing::Missing if own == 0 => (State::Missing, other),
                // There is nothing to hold it against.
                Standing::Missing | Standing::Unreviewed => (State::Unreviewed, own),
                Standing::Reviewed(changes) => (changes.state(side), changes.halves.iter().map(Vec::len).sum()),
            };
            let stand = Stand { language: sides.languages[side], state, passages };
            match stands.iter_mut().find(|known| known.language == stand.language) {
                Some(known) => *known = more_urgent(*known, stand),
                None => stands.push(stand),
            }
        }
    }
    stands
}

/// Of two states of one half, seen from two counterparts.
fn more_urgent(one: Stand, other: Stand) -> Stand {
    let passages = one.passages.max(other.passages);
    let state = match (one.state, other.state) {
        (State::ChangedHere, State::ChangedThere) | (State::ChangedThere, State::ChangedHere) => State::ChangedBoth,
        (state, other) => state.max(other),
    };
    Stand { state, passages, ..one }
}
