//! Where a section stands among its siblings, and room for one more.

use super::Refused;
use super::moves::{Moves, named_path, parts};
use crate::address::Key;
use crate::site::{PairId, Site};
use crate::source::{Chapter, Entry, Kind};

/// A place in the order of the strategy. Sections are named by their keys, as somebody wrote them.
#[derive(Debug, Clone, Copy)]
pub enum Spot<'a> {
    /// Behind that section.
    After(&'a str),
    /// Before that section.
    Before(&'a str),
    /// At the end of that chapter.
    Into(&'a str),
    /// At the end of the strategy.
    Last,
}

/// Room for a section.
#[derive(Debug)]
pub(super) struct Room {
    /// The folder that it lies in.
    pub(super) folder: String,
    /// The chapters that it lies in.
    pub(super) chapters: Vec<Chapter>,
    /// Its number, with as many digits as those of its siblings have.
    pub(super) number: String,
    /// Siblings that get another number.
    pub(super) moves: Moves,
    /// Whether the section stands there already.
    pub(super) is_there: bool,
}

/// The highest number that is read as one.
const HIGHEST: u32 = 9999;

/// How many digits a number has where there are no others.
const DIGITS: usize = 2;

/// A section among its siblings.
struct Sibling<'a> {
    pair: PairId,
    entry: &'a Entry,
}

/// Finds room for a section, which may stand somewhere else already. Its new siblings keep their numbers as far as they can.
pub(super) fn room(site: &Site, section: Option<PairId>, spot: Spot<'_>) -> Result<Room, Refused> {
    let (folder, chapters) = match spot {
        Spot::Last => ("content/sections".to_owned(), Vec::new()),
        Spot::Into(key) => {
            let entry = first(site, section_of(site, key)?);
            if named_path(entry) == &*entry.path {
                return Err(Refused::NoChapter { key: key.to_owned(), file: entry.path.to_string() });
            }
            let own = Chapter { order: entry.order, key: entry.key.clone() };
            (named_path(entry).to_owned(), entry.chapters.iter().cloned().chain([own]).collect())
        }
        Spot::After(key) | Spot::Before(key) => {
            let entry = first(site, section_of(site, key)?);
            (parts(entry).0.to_owned(), entry.chapters.clone())
        }
    };
    let siblings = siblings(site, &chapters);
    let others: Vec<&Sibling<'_>> = siblings.iter().filter(|sibling| Some(sibling.pair) != section).collect();
    let of = |key: &str| others.iter().position(|sibling| sibling.entry.key.as_str() == key).unwrap_or(others.len());
    let at = match spot {
        Spot::After(key) => (of(key) + 1).min(others.len()),
        Spot::Before(key) => of(key),
        Spot::Into(_) | Spot::Last => others.len(),
    };
    let is_there = section.is_some() && siblings.iter().position(|sibling| Some(sibling.pair) == section) == Some(at);
    let numbers: Vec<Option<u32>> = others.iter().map(|sibling| sibling.entry.order).collect();
    let (own, numbers) = numbered(&numbers, at);
    let widths = siblings.iter().filter(|sibling| sibling.entry.order.is_some()).map(|sibling| digits(sibling.entry));
    let width = widths.max().unwrap_or(DIGITS);
    let mut moves = Moves::default();
    for (sibling, number) in others.iter().zip(numbers) {
        if let Some(number) = number.filter(|number| Some(*number) != sibling.entry.order) {
            let width = if sibling.entry.order.is_some() { digits(sibling.entry) } else { width };
            put(site, sibling.pair, &folder, &format!("{number:0width$}"), &mut moves);
        }
    }
    Ok(Room { folder, chapters, number: format!("{own:0width$}"), moves, is_there })
}

/// Notes that all halves of a section, or the folder of a chapter, get another number or folder.
pub(super) fn put(site: &Site, pair: PairId, folder: &str, number: &str, moves: &mut Moves) {
    for id in site.pair(pair).halves.iter().flatten() {
        let entry = &site.page(*id).page.entry;
        moves.add(named_path(entry).to_owned(), format!("{folder}/{number}-{}", parts(entry).2));
    }
}

/// The section of a key.
pub(super) fn section_of(site: &Site, key: &str) -> Result<PairId, Refused> {
    let unknown = || Refused::NoSuchPage { wrote: key.to_owned(), meant: site.meant_key(key) };
    let pair = site.with_key(key).ok_or_else(unknown)?;
    match site.pair(pair).kind {
        Kind::Section => Ok(pair),
        kind => Err(Refused::NoSection { key: key.to_owned(), kind }),
    }
}

/// What the file of one of its halves says of a page.
pub(super) fn first(site: &Site, pair: PairId) -> &Entry {
    let pair = site.pair(pair);
    let half = pair.halves.iter().flatten().next();
    // A pair is made of its halves, so there is one.
    let half = half.copied().unwrap_or_else(|| unreachable!("{:?} has no half", pair.key));
    &site.page(half).page.entry
}

/// The sections in a chapter, in order.
fn siblings<'s>(site: &'s Site, chapters: &[Chapter]) -> Vec<Sibling<'s>> {
    let sections = site.of_kind(Kind::Section).map(|(pair, _)| Sibling { pair, entry: first(site, pair) });
    let mut siblings: Vec<Sibling<'_>> = sections.filter(|sibling| sibling.entry.chapters == chapters).collect();
    siblings.sort_by_key(|sibling| place(sibling.entry));
    siblings
}

/// Sections without a number stand behind those that have one, by their keys.
fn place(entry: &Entry) -> (u32, &Key) {
    (entry.order.unwrap_or(u32::MAX), &entry.key)
}

fn digits(entry: &Entry) -> usize {
    parts(entry).1.trim_end_matches('-').len()
}

/// A number for one more at a place in a row, and the numbers of the others, each kept where it can be.
fn numbered(others: &[Option<u32>], at: usize) -> (u32, Vec<Option<u32>>) {
    let mut numbers = others.to_vec();
    let mut last = 0;
    for number in &mut numbers[..at] {
        last = number.filter(|number| *number > last).unwrap_or(last + 1);
        *number = Some(last);
    }
    // Before the first there may be more room than behind nothing.
    let next = numbers.get(at).copied().flatten();
    let own = if at == 0 { next.map_or(1, |next| next.saturating_sub(1).max(1)) } else { last + 1 };
    last = own;
    for number in &mut numbers[at..] {
        match number {
            Some(number) if *number <= last => *number = last + 1,
            Some(_) | None => break,
        }
        last += 1;
    }
    if numbers.iter().flatten().chain([&own]).all(|number| *number <= HIGHEST) {
        return (own, numbers);
    }
    let anew = |i: usize| (i + 1 + usize::from(i >= at)) as u32;
    (at as u32 + 1, (0..others.len()).map(|i| Some(anew(i))).collect())
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn numbers_change_only_as_far_as_they_must() {
        let some = |numbers: &[u32]| numbers.iter().copied().map(Some).collect::<Vec<_>>();
        let row = |numbers: &[u32], at: usize| numbered(&some(numbers), at);
        assert_eq!(row(&[], 0), (1, vec![]));
        assert_eq!(row(&[1, 2, 3], 1), (2, some(&[1, 3, 4])));
        assert_eq!(row(&[1, 2, 4], 1), (2, some(&[1, 3, 4])));
        assert_eq!(row(&[10, 20], 1), (11, some(&[10, 20])));
        assert_eq!(row(&[10, 20], 2), (21, some(&[10, 20])));
        assert_eq!(row(&[10, 20], 0), (9, some(&[10, 20])));
        assert_eq!(row(&[1, 2], 0), (1, some(&[2, 3])));
        assert_eq!(row(&[0, 1], 0), (1, some(&[2, 3])));
        assert_eq!(row(&[1, 1, 2], 3), (4, some(&[1, 2, 3])));
        assert_eq!(row(&[1, 9999], 2), (3, some(&[1, 2])));
    }

    #[test]
    fn those_without_a_number_get_one_where_they_stand_before_another() {
        assert_eq!(numbered(&[Some(1), None, None], 2), (3, vec![Some(1), Some(2), None]));
        assert_eq!(numbered(&[None, None], 1), (2, vec![Some(1), None]));
        assert_eq!(numbered(&[None], 0), (1, vec![None]));
    }
}
