//! A new page: a file for each language, with the front matter filled in.

use std::path::PathBuf;

use super::{AuthorFault, rename_all, write_new};
use crate::address::{Key, Language};
use crate::page::Destination;
use crate::site::{Pair, Site};
use crate::source::{Entry, Kind};

/// What kind of page to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewKind {
    /// A section of the strategy.
    Section,
    /// A case box.
    Case,
    /// Another page.
    Page,
}

/// What to make.
#[derive(Debug)]
pub struct NewPage {
    /// What kind.
    pub kind: NewKind,
    /// Its key.
    pub key: Key,
    /// The section after which it comes; `None` for the end.
    pub after: Option<Key>,
    /// What its author finds in each language, to be mended.
    pub beginnings: Vec<Beginning>,
}

/// The first words of a new half.
#[derive(Debug)]
pub struct Beginning {
    /// Its language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Its first paragraph.
    pub text: String,
}

/// Why nothing was made.
#[derive(Debug)]
pub enum Refused {
    /// The key is taken by that file.
    Taken(String),
    /// There is no section of that key to come after.
    NoSuchSection(Key),
    /// The sections would have to be numbered anew, and a file cannot be read: its number would not follow.
    Broken,
    /// No number is free behind that section, and the sections behind it cannot be given others, because a link in that file
    /// names one of them by its file.
    NoRoom(Key, String),
    /// The machine failed.
    Machine(AuthorFault),
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// The new files, by their paths from the site's folder.
    pub files: Vec<String>,
    /// Files and folders that got another number to make room, by their old and their new paths.
    pub renumbered: Vec<(String, String)>,
}

/// Makes the files. Where no number is free for a new section, the sections behind it get the next ones; their keys and
/// addresses stay.
///
/// # Errors
/// [`Refused`] tells why; then nothing was written.
pub fn create(site: &Site, root: &std::path::Path, page: &NewPage) -> Result<Made, Refused> {
    if let Some((_, pair)) = site.pairs().find(|(_, pair)| pair.key == page.key) {
        let file = pair.halves.iter().flatten().next().map_or(String::new(), |id| site.page(*id).page.file().to_string());
        return Err(Refused::Taken(file));
    }
    let mut renumbered = Vec::new();
    let stem = match page.kind {
        NewKind::Section => section_stem(site, page, &mut renumbered)?,
        NewKind::Case => format!("content/cases/{}", page.key),
        NewKind::Page => format!("content/pages/{}", page.key),
    };
    let mut paths = Vec::new();
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for Beginning { language, title, text } in &page.beginnings {
        let slug = free_slug(site, page, *language);
        let path = format!("{stem}.{language}.md");
        let front = format!("---\ntitle: {}\nslug: {slug}\ndraft: true\n---\n\n{text}\n", quoted(title));
        files.push((root.join(&path), front.into_bytes()));
        paths.push(path);
    }
    rename_all(root, &renumbered).map_err(Refused::Machine)?;
    if let Err(fault) = write_new(&files) {
        let back: Vec<(String, String)> = renumbered.iter().rev().map(|(old, new)| (new.clone(), old.clone())).collect();
        // If this fails too, the first fault is the one to tell.
        let _ = rename_all(root, &back);
        return Err(Refused::Machine(fault));
    }
    Ok(Made { files: paths, renumbered })
}

/// The path of a section without language and ending: beside the one that it comes after, with the number behind that one's.
fn section_stem(site: &Site, page: &NewPage, renumbered: &mut Vec<(String, String)>) -> Result<String, Refused> {
    let half = |pair: &Pair| pair.halves.iter().flatten().next().map(|id| site.page(*id).page.entry.clone());
    let sections: Vec<Entry> = site.of_kind(Kind::Section).filter_map(|(_, pair)| half(pair)).collect();
    let Some(after) = &page.after else {
        let last = sections.iter().filter(|entry| entry.chapters.is_empty()).filter_map(|entry| entry.order).max();
        return Ok(format!("content/sections/{:02}-{}", last.map_or(1, |last| last + 1), page.key));
    };
    let found = sections.iter().find(|entry| entry.key == *after).ok_or_else(|| Refused::NoSuchSection(after.clone()))?;
    let folder = sibling_path(found).rsplit_once('/').map_or("content/sections", |(folder, _)| folder).to_owned();
    let Some(order) = found.order else { return Ok(format!("{folder}/{}", page.key)) };
    let mut behind: Vec<&Entry> =
        sections.iter().filter(|entry| entry.chapters == found.chapters && entry.order.is_some_and(|other| other > order)).collect();
    behind.sort_by_key(|entry| entry.order);
    let mut free = order + 1;
    for entry in behind {
        if entry.order != Some(free) {
            break;
        }
        free += 1;
        if !site.is_whole() {
            return Err(Refused::Broken);
        }
        push_back(site, entry, free, after, renumbered)?;
    }
    // From the last to the first, so that no name is taken when it is needed.
    renumbered.reverse();
    Ok(format!("{folder}/{:02}-{}", order + 1, page.key))
}

/// Notes that all halves of a section, or the folder of a chapter, get another number.
fn push_back(site: &Site, entry: &Entry, order: u32, after: &Key, renumbered: &mut Vec<(String, String)>) -> Result<(), Refused> {
    let own = sibling_path(entry);
    let is_folder = own != *entry.path;
    let halves = site.halves().filter(|(_, linked)| linked.page.entry.key == entry.key);
    let mut paths: Vec<String> =
        if is_folder { vec![own.clone()] } else { halves.map(|(_, linked)| linked.page.file().to_string()).collect() };
    paths.sort();
    for (_, linked) in site.halves() {
        let names_it = linked.page.body.references.iter().any(|reference| match &reference.to {
            Destination::File { path, .. } => paths.iter().any(|old| path == old || path.starts_with(&format!("{old}/"))),
            _ => false,
        });
        if names_it {
            return Err(Refused::NoRoom(after.clone(), linked.page.file().to_string()));
        }
    }
    for old in paths {
        let (folder, name) = old.rsplit_once('/').unwrap_or(("", &old));
        let (_, rest) = name.split_once('-').unwrap_or(("", name));
        let new = format!("{folder}/{order:02}-{rest}");
        renumbered.push((old, new));
    }
    Ok(())
}

/// The file of a section, or the folder of a chapter, whose number is its place among its siblings.
fn sibling_path(entry: &Entry) -> String {
    let index = format!("/index.{}.md", entry.language);
    entry.path.strip_suffix(index.as_str()).unwrap_or(&entry.path).to_owned()
}

/// A slug of the key at which nothing stands yet.
fn free_slug(site: &Site, page: &NewPage, language: Language) -> String {
    let front = site.config.front(language);
    let above = if page.kind == NewKind::Case { front.join(site.config.cases_word.get(language)) } else { front };
    let mut slug = page.key.to_string();
    let mut number = 2;
    while site.at(above.join(&slug).as_str()).is_some() {
        slug = format!("{}-{number}", page.key);
        number += 1;
    }
    slug
}

fn quoted(title: &str) -> String {
    format!("\"{}\"", title.replace('\\', "\\\\").replace('"', "\\\""))
}
