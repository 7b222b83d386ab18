//! Moving house: a page gets another key, a section another place. Its halves, every link to it, its review record and its
//! addresses come along.

use std::path::Path;

use super::Refused;
use super::links::{Change, Renamed};
use super::moves::{Moves, named_path, parts};
use super::order::{Room, Spot, first, put, room, section_of};
use super::plan::{Plan, plan};
use crate::address::Key;
use crate::diagnostic::Finding;
use crate::site::{PairId, Site};
use crate::source::{self, DEEPEST, Entry, Kind};

/// Works out how a page gets another key. `findings` are those of reading the site, which must have been linked with its
/// drafts.
///
/// # Errors
/// [`Refused`] tells why that cannot be.
pub fn rename(site: &Site, root: &Path, findings: &[Finding], old: &str, new: &Key) -> Result<Plan, Refused> {
    let unknown = || Refused::NoSuchPage { wrote: old.to_owned(), meant: site.meant_key(old) };
    let pair = site.with_key(old).ok_or_else(unknown)?;
    let page = site.pair(pair);
    if page.kind == Kind::Front {
        return Err(Refused::FrontPage);
    }
    if page.key == *new {
        return Ok(Plan::default());
    }
    if let Some(taken) = site.with_key(new.as_str()) {
        return Err(Refused::Taken(first(site, taken).path.to_string()));
    }
    let mut moves = Moves::default();
    for id in page.halves.iter().flatten() {
        let entry = &site.page(*id).page.entry;
        let (folder, digits, rest) = parts(entry);
        let name = format!("{digits}{new}{}", &rest[page.key.as_str().len()..]);
        if !is_read_as(&name, new, entry) {
            return Err(Refused::Misread(new.clone()));
        }
        moves.add(named_path(entry).to_owned(), format!("{folder}/{name}"));
    }
    review(root, &page.key, new, &mut moves)?;
    let renamed = Renamed { old: page.key.clone(), new: new.clone(), is_box: page.kind == Kind::Case };
    plan(&Change { site, moves, renamed: Some(renamed) }, root, findings)
}

/// Works out how a section gets another place.
///
/// # Errors
/// [`Refused`] tells why that cannot be.
pub fn relocate(site: &Site, root: &Path, findings: &[Finding], key: &str, spot: Spot<'_>) -> Result<Plan, Refused> {
    let section = section_of(site, key)?;
    if let Spot::After(to) | Spot::Before(to) | Spot::Into(to) = spot {
        let mut at = Some(section_of(site, to)?);
        while let Some(pair) = at {
            if pair == section {
                return Err(Refused::WithinItself { key: key.to_owned(), to: to.to_owned() });
            }
            at = site.pair(pair).parent;
        }
    }
    let Room { folder, chapters, number, mut moves, is_there } = room(site, Some(section), spot)?;
    if is_there {
        return Ok(Plan::default());
    }
    if chapters.len() + depth(site, section) > DEEPEST {
        return Err(Refused::TooDeep(DEEPEST));
    }
    put(site, section, &folder, &number, &mut moves);
    plan(&Change { site, moves, renamed: None }, root, findings)
}

/// Whether a file or folder of that name is one of that key: `2022-tour` is `tour` with a number.
fn is_read_as(name: &str, key: &Key, entry: &Entry) -> bool {
    let file = if name.ends_with(".md") { name.to_owned() } else { format!("{name}.{}.md", entry.language) };
    source::named(&file).is_some_and(|(read, _)| read == *key)
}

/// The record of what a person last checked bears the key too.
fn review(root: &Path, old: &Key, new: &Key, moves: &mut Moves) -> Result<(), Refused> {
    let path = |key: &Key| format!("{}/{key}.yaml", source::REVIEWS);
    if root.join(path(new)).exists() {
        return Err(Refused::Occupied(path(new)));
    }
    if root.join(path(old)).exists() {
        moves.add(path(old), path(new));
    }
    Ok(())
}

/// How many folders a section brings along: none, or that of a chapter with those in it.
fn depth(site: &Site, section: PairId) -> usize {
    let own = usize::from(named_path(first(site, section)) != &*first(site, section).path);
    let inner = site.pair(section).children.iter().map(|child| depth(site, *child)).max();
    own + inner.unwrap_or(0)
}
