//! A new page: a file for each language, with the front matter filled in.

use std::path::Path;

use super::Refused;
use super::commit::{Machine, NewFile, commit};
use super::links::Change;
use super::order::{Room, Spot, first, room};
use super::plan::{Plan, plan};
use crate::address::{Key, Language};
use crate::diagnostic::Finding;
use crate::site::Site;
use crate::source;

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
pub struct NewPage<'a> {
    /// What kind.
    pub kind: NewKind,
    /// Its key.
    pub key: Key,
    /// Where a section comes.
    pub spot: Spot<'a>,
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

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// The new files, by their paths from the site's folder.
    pub files: Vec<String>,
    /// What was done to make room.
    pub plan: Plan,
}

/// Makes the files. Where no number is free for a new section, the sections behind it get the next ones; their keys and
/// addresses stay, and links that name their files follow. `findings` are those of reading the site.
///
/// # Errors
/// [`Refused`] tells why; then nothing was written.
pub fn create(site: &Site, root: &Path, findings: &[Finding], page: &NewPage<'_>) -> Result<Made, Refused> {
    if let Some(taken) = site.with_key(page.key.as_str()) {
        return Err(Refused::Taken(first(site, taken).path.to_string()));
    }
    let mut made = Made { files: Vec::new(), plan: Plan::default() };
    let stem = match page.kind {
        NewKind::Section => {
            let Room { folder, number, moves, .. } = room(site, None, page.spot)?;
            if !moves.is_empty() {
                made.plan = plan(&Change { site, moves, renamed: None }, root, findings)?;
            }
            format!("{folder}/{number}-{}", page.key)
        }
        NewKind::Case => format!("content/cases/{}", page.key),
        NewKind::Page => format!("content/pages/{}", page.key),
    };
    let mut files = Vec::new();
    for Beginning { language, title, text } in &page.beginnings {
        let path = format!("{stem}.{language}.md");
        let is_read = source::entry(root, &path, &site.config).is_ok_and(|entry| entry.key == page.key);
        if !is_read {
            return Err(Refused::Misread(page.key.clone()));
        }
        let slug = free_slug(site, page, *language);
        let front = format!("---\ntitle: {}\nslug: {slug}\ndraft: true\n---\n\n{text}\n", quoted(title));
        files.push(NewFile { path: path.clone(), bytes: front.into_bytes() });
        made.files.push(path);
    }
    commit(&mut Machine, root, &made.plan, &files).map_err(Refused::Machine)?;
    Ok(made)
}

/// A slug of the key at which nothing stands yet.
fn free_slug(site: &Site, page: &NewPage<'_>, language: Language) -> String {
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
