//! A new page: a file for each language, with the front matter filled in.

use std::path::PathBuf;

use super::{AuthorFault, write_new};
use crate::address::{Key, Language, Slug};
use crate::site::{Pair, Site, View};
use crate::source::Kind;

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
    /// No whole number is free between that section and the next one.
    NoRoom(Key),
    /// The machine failed.
    Machine(AuthorFault),
}

/// Makes the files and gives their paths from the site's folder.
///
/// # Errors
/// [`Refused`] tells why; then nothing was written.
pub fn create(site: &Site, root: &std::path::Path, page: &NewPage) -> Result<Vec<String>, Refused> {
    if let Some((_, pair)) = site.pairs().find(|(_, pair)| pair.key == page.key) {
        let file = pair.halves.iter().flatten().next().map_or(String::new(), |id| site.page(*id).page.file().to_string());
        return Err(Refused::Taken(file));
    }
    let stem = match page.kind {
        NewKind::Section => section_stem(site, page)?,
        NewKind::Case => format!("content/cases/{}", page.key),
        NewKind::Page => format!("content/pages/{}", page.key),
    };
    let mut paths = Vec::new();
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for Beginning { language, title, text } in &page.beginnings {
        let slug = free_slug(site, page, *language, title);
        let path = format!("{stem}.{language}.md");
        let front = format!("---\ntitle: {}\nslug: {slug}\ndraft: true\n---\n\n{text}\n", quoted(title));
        files.push((root.join(&path), front.into_bytes()));
        paths.push(path);
    }
    write_new(&files).map_err(Refused::Machine)?;
    Ok(paths)
}

/// The path of a section without language and ending: beside the one that it comes after, with a number behind that one's.
fn section_stem(site: &Site, page: &NewPage) -> Result<String, Refused> {
    let half = |pair: &Pair| pair.halves.iter().flatten().next().map(|id| site.page(*id).page.entry.clone());
    let siblings = |chapters: &[crate::source::Chapter]| {
        let mut orders: Vec<u32> = site
            .of_kind(Kind::Section)
            .filter_map(|(_, pair)| half(pair))
            .filter(|entry| entry.chapters == chapters)
            .filter_map(|entry| entry.order)
            .collect();
        orders.sort_unstable();
        orders
    };
    let Some(after) = &page.after else {
        let next = siblings(&[]).last().map_or(1, |last| last + 1);
        return Ok(format!("content/sections/{next:02}-{}", page.key));
    };
    let found = site.of_kind(Kind::Section).find(|(_, pair)| pair.key == *after).and_then(|(_, pair)| half(pair));
    let entry = found.ok_or_else(|| Refused::NoSuchSection(after.clone()))?;
    let orders = siblings(&entry.chapters);
    let order = match entry.order {
        None => None,
        Some(order) => match orders.iter().find(|other| **other > order) {
            None => Some(order + 1),
            Some(next) if *next > order + 1 => Some(order + 1),
            Some(_) => return Err(Refused::NoRoom(after.clone())),
        },
    };
    let own = format!("/index.{}.md", entry.language);
    let file = entry.path.strip_suffix(own.as_str()).unwrap_or(&entry.path);
    let folder = file.rsplit_once('/').map_or("content/sections", |(folder, _)| folder);
    let number = order.map_or(String::new(), |order| format!("{order:02}-"));
    Ok(format!("{folder}/{number}{}", page.key))
}

/// A slug of the title at which nothing stands yet.
fn free_slug(site: &Site, page: &NewPage, language: Language, title: &str) -> String {
    let base = Slug::from_title(title).map_or_else(|| page.key.to_string(), |slug| slug.to_string());
    let front = site.config.front(language);
    let above = if page.kind == NewKind::Case { front.join(site.config.cases_word.get(language)) } else { front };
    let taken =
        |slug: &str| matches!(site.at(above.join(slug).as_str()), Some(View::Half(_) | View::Alias(_) | View::Goals(_) | View::Cases(_)));
    let mut slug = base.clone();
    let mut number = 2;
    while taken(&slug) {
        slug = format!("{base}-{number}");
        number += 1;
    }
    slug
}

fn quoted(title: &str) -> String {
    format!("\"{}\"", title.replace('\\', "\\\\").replace('"', "\\\""))
}
