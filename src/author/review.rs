//! The record of what a person has checked.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{AuthorFault, write_over};
use crate::address::{Key, Language};
use crate::diagnostic::Finding;
use crate::page::{self, Page};
use crate::review::{Check, Filed, Record, Records, Sides, read, rows, sides};
use crate::site::{PairId, Site};
use crate::source::{self, REVIEWS};

/// Why a page cannot be noted as checked.
#[derive(Debug)]
pub enum NotReviewed {
    /// It is not there in that language.
    Missing(Key, Language),
    /// A file of it cannot be read any more.
    Unread(Finding),
    /// The machine failed.
    Machine(AuthorFault),
}

/// Notes that a person has held the halves of some pages against each other, as they are now. What was noted of languages
/// that are not there stays. Gives the paths of the records that are others than before, from the site's folder.
///
/// # Errors
/// [`NotReviewed`] tells why; then nothing was written.
pub fn reviewed(site: &Site, root: &Path, records: &Records, pairs: &[PairId]) -> Result<Vec<String>, NotReviewed> {
    let found = records.of(site);
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut paths = Vec::new();
    let mut former = Vec::new();
    for &pair in pairs {
        let key = &site.pair(pair).key;
        let path = format!("{REVIEWS}/{key}.yaml");
        let before = found.record(site, pair);
        let disk = before.map(|filed| root.join(&*filed.path));
        let text = disk.as_ref().and_then(|disk| source::text_at(&Arc::from(path.as_str()), disk).ok()).unwrap_or_default();
        let now = record(site, pair, &text).map_err(|lack| lack.of(key))?.to_yaml();
        let is_moved = before.is_some_and(|filed| *filed.path != *path);
        if now != text || is_moved {
            files.push((root.join(&path), now.into_bytes()));
            former.extend(before.filter(|_| is_moved).map(|filed: &Filed| root.join(&*filed.path)));
            paths.push(path);
        }
    }
    write_over(&files, &former).map_err(NotReviewed::Machine)?;
    Ok(paths)
}

/// Why there is nothing to note of a page.
enum Lack {
    Half(Language),
    Text(Finding),
}

impl Lack {
    fn of(self, key: &Key) -> NotReviewed {
        match self {
            Self::Half(language) => NotReviewed::Missing(key.clone(), language),
            Self::Text(finding) => NotReviewed::Unread(finding),
        }
    }
}

/// What there is to note of a page, with what was noted before of languages that it lacks.
fn record<'t>(site: &Site, pair: PairId, before: &'t str) -> Result<Record<Cow<'t, str>>, Lack> {
    let before = read(&Arc::from(REVIEWS), before).unwrap_or(Record { checks: Vec::new() });
    let mut checks = Vec::new();
    let mut lack = None;
    for sides in sides(site, pair) {
        match sides.both() {
            Some(halves) => checks.push(check(site, &sides, halves).map_err(Lack::Text)?),
            None => lack = lack.or(sides.lacking()),
        }
    }
    if checks.is_empty() {
        return Err(Lack::Half(lack.unwrap_or(site.config.first_language())));
    }
    let is_noted =
        |check: &Check<_>| checks.iter().any(|now: &Check<_>| now.languages.iter().all(|language| check.languages.contains(language)));
    let kept: Vec<Check<_>> = before.checks.into_iter().filter(|check| !is_noted(check)).collect();
    checks.extend(kept);
    Ok(Record { checks })
}

fn check<'t>(site: &Site, sides: &Sides<'_>, halves: [&Page; 2]) -> Result<Check<Cow<'t, str>>, Finding> {
    let [one, other] = halves;
    let mut texts = [texts(site, one)?, texts(site, other)?];
    let mut text = |side: usize, passage: Option<usize>| texts[side].get_mut(passage?).map(|text| Cow::Owned(std::mem::take(text)));
    let rows = rows(one, other).into_iter().map(|[mine, theirs]| [text(0, mine), text(1, theirs)]).collect();
    Ok(Check { languages: sides.languages, rows })
}

/// The texts of a half, read again from its file.
fn texts(site: &Site, page: &Page) -> Result<Vec<String>, Finding> {
    Ok(page::texts(&page.entry, &source::text(&page.entry)?, &site.config))
}
