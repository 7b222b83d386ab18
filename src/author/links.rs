//! The destinations of a text, written anew where what they lead to gets another key, path or address.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use super::moves::Moves;
use crate::address::{Key, Permalink};
use crate::page::{self, Destination, Notation, Page};
use crate::site::Site;

/// A page that gets another key.
#[derive(Debug)]
pub(super) struct Renamed {
    /// The key that it has.
    pub(super) old: Key,
    /// The key that it gets.
    pub(super) new: Key,
    /// Whether it is a box, whose headings others lead to by its key.
    pub(super) is_box: bool,
}

/// What texts must follow.
#[derive(Debug)]
pub(super) struct Change<'a> {
    pub(super) site: &'a Site,
    pub(super) moves: Moves,
    pub(super) renamed: Option<Renamed>,
}

/// Addresses that pages have, and those that they get.
pub(super) type Addresses = BTreeMap<Permalink, Permalink>;

impl Change<'_> {
    /// The key that a page has afterwards.
    pub(super) fn key(&self, key: &Key) -> Key {
        self.renamed.as_ref().filter(|renamed| renamed.old == *key).map_or_else(|| key.clone(), |renamed| renamed.new.clone())
    }

    /// The id by which the heading of a box is led to afterwards, in a page that shows the box.
    pub(super) fn anchor(&self, anchor: &str) -> Option<String> {
        let renamed = self.renamed.as_ref().filter(|renamed| renamed.is_box)?;
        let (_, inner) = anchor.split_once("--").filter(|(key, _)| *key == renamed.old.as_str())?;
        Some(format!("{}--{inner}", renamed.new))
    }

    /// Whether a text can lead to anything that changes; most cannot, and need not be read closely.
    pub(super) fn may_concern(&self, page: &Page, text: &str, addresses: &Addresses) -> bool {
        let mut names = self.moves.names().chain(self.renamed.iter().map(|renamed| renamed.old.as_str()));
        self.moves.of(page.file()) != **page.file()
            || names.any(|name| text.contains(name))
            || addresses.keys().any(|address| text.contains(address.as_str().trim_end_matches('/')))
    }

    /// The text of a page in which every destination leads where it led; every other byte stays as it is.
    pub(super) fn followed(&self, page: &Page, text: &str, addresses: &Addresses) -> String {
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for written in page::destinations(text) {
            let raw = &text[written.at.clone()];
            let better = match written.notation {
                Notation::Wiki | Notation::Box => self.wiki(raw),
                Notation::Link => self.link(page, raw, addresses),
                Notation::Image => self.image(page, raw),
                // An address that readers see stays as it is, and leads on.
                Notation::Bare => None,
            };
            if let Some(better) = better {
                out.push_str(&text[done..written.at.start]);
                out.push_str(&better);
                done = written.at.end;
            }
        }
        out.push_str(&text[done..]);
        out
    }

    fn wiki(&self, raw: &str) -> Option<String> {
        let Destination::Key { key, .. } = Destination::wiki(raw) else { return None };
        let (before, after) = split(raw, &['#']);
        let renamed = self.renamed.as_ref().filter(|renamed| renamed.old.as_str() == key);
        let before = renamed.map(|renamed| before.replacen(renamed.old.as_str(), renamed.new.as_str(), 1)).ok_or(before);
        joined(before, self.fragment(after).ok_or(after))
    }

    fn link(&self, page: &Page, raw: &str, addresses: &Addresses) -> Option<String> {
        let (before, after) = split(raw, &['#', '?']);
        let path = match Destination::ordinary(raw, page.file()).ok()? {
            Destination::Key { .. } | Destination::Goal(_) => None,
            Destination::File { path, .. } => self.path(page, before, &path),
            Destination::Address { .. } => self.address(before, before, addresses),
            Destination::Web(_) => self.address(before, self.site.config.base_url.strip(before)?, addresses),
        };
        joined(path.ok_or(before), self.fragment(after).ok_or(after))
    }

    /// An image is found by its name in `content/media`, or else by its path from the text.
    fn image(&self, page: &Page, raw: &str) -> Option<String> {
        let file = percent_decode_str(raw).decode_utf8_lossy();
        let name = file.trim_start_matches('/').trim_start_matches("media/");
        if self.site.media.iter().any(|medium| *medium.name == *name) {
            return None;
        }
        match Destination::ordinary(raw, page.file()).ok()? {
            Destination::File { path, .. } if path.starts_with("content/media/") => self.path(page, raw, &path),
            _ => None,
        }
    }

    /// The part behind the path: `#c40--topmoede`, with the `?` before it.
    fn fragment(&self, raw: &str) -> Option<String> {
        let (before, anchor) = raw.split_once('#')?;
        let blanks = anchor.len() - anchor.trim_start().len();
        Some(format!("{before}#{}{}", &anchor[..blanks], self.anchor(&anchor[blanks..])?))
    }

    /// The path from a page to a file; step by step as it is written, where that still leads there.
    fn path(&self, page: &Page, raw: &str, to: &str) -> Option<String> {
        let from = folder(page.file());
        let to = self.moves.of(to);
        let new_file = self.moves.of(page.file());
        let new_from = folder(&new_file);
        let mut at: Vec<String> = from.split('/').map(str::to_owned).collect();
        let mut steps: Vec<String> = Vec::new();
        for step in raw.split('/') {
            let name = percent_decode_str(step).decode_utf8_lossy();
            let mut kept = step.to_owned();
            match &*name {
                "" | "." => {}
                ".." => {
                    at.pop();
                }
                name => {
                    at.push(name.to_owned());
                    let old = at.join("/");
                    let new = self.moves.of(&old);
                    let new = new.rsplit('/').next().unwrap_or_default();
                    if new != name {
                        kept = new.to_owned();
                    }
                }
            }
            steps.push(kept);
        }
        let candidate = steps.join("/");
        let leads = |path: &str| page::normal(new_from, &percent_decode_str(path).decode_utf8_lossy()).is_some_and(|path| path == to);
        let better = if leads(&candidate) { candidate } else { relative(new_from, &to, raw) };
        (better != raw).then_some(better)
    }

    /// An address of the site, alone or behind scheme, host and folder.
    fn address(&self, raw: &str, within: &str, addresses: &Addresses) -> Option<String> {
        let folder = self.site.config.base_url.path().trim_end_matches('/');
        let slash = if within.ends_with('/') { "/" } else { "" };
        let found = |path: &str| addresses.get_key_value(format!("{}/", path.trim_end_matches('/')).as_str());
        let (old, new) = found(within).or_else(|| found(within.strip_prefix(folder)?))?;
        let front = raw.strip_suffix(slash)?.strip_suffix(old.as_str().trim_end_matches('/'))?;
        Some(format!("{front}{}{slash}", new.as_str().trim_end_matches('/')))
    }
}

/// Splits a destination where its path ends; the second part begins with the sign.
fn split<'r>(raw: &'r str, signs: &[char]) -> (&'r str, &'r str) {
    raw.split_at(raw.find(signs).unwrap_or(raw.len()))
}

/// Both parts of a destination together; `None` if both are as they were.
fn joined(before: Result<String, &str>, after: Result<String, &str>) -> Option<String> {
    match (before, after) {
        (Err(_), Err(_)) => None,
        (before, after) => Some(before.unwrap_or_else(str::to_owned) + &after.unwrap_or_else(str::to_owned)),
    }
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The path from a folder to a file. What of `raw` leads there too keeps the letters of its author.
fn relative(from: &str, to: &str, raw: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut wrote = raw.rsplit('/');
    let mut as_written = true;
    let mut steps: Vec<&str> = Vec::new();
    for step in to[shared..].iter().rev() {
        let own = wrote.next().filter(|own| as_written && percent_decode_str(own).decode_utf8_lossy() == *step);
        as_written = own.is_some();
        steps.push(own.unwrap_or(step));
    }
    steps.extend(std::iter::repeat_n("..", from.len() - shared));
    steps.reverse();
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn a_path_leads_from_one_folder_to_another() {
        let from = "content/sections/03-work";
        assert_eq!(relative(from, "content/cases/c40.da.md", "../cases/c40.da.md"), "../../cases/c40.da.md");
        assert_eq!(relative(from, "content/sections/03-work/x.da.md", "03-work/x.da.md"), "x.da.md");
        assert_eq!(relative("content", "content/media/a b.pdf", "media/a%20b.pdf"), "media/a%20b.pdf");
        assert_eq!(relative(from, "content/media/a b.pdf", "../media/a%20b.pdf"), "../../media/a%20b.pdf");
    }
}
