//! What lies in a site's folder: its settings, its content, its media and its theme, read and sorted but not understood.
//!
//! A file's name gives its key, language, order and kind ([`Entry`]); its text is read when asked for and parsed by
//! [`crate::page`]. Editors' swap and backup files are passed over.

#![expect(clippy::disallowed_methods, reason = "sources are read here and nowhere else")]

mod name;
mod theme;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

pub use name::{Chapter, Entry, Kind, named};
pub use theme::{Theme, ThemeFile, built_in};

use crate::config::{self, Config};
use crate::diagnostic::{Code, Finding, Lines, Place};

/// A failure of the machine, not of the content.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct ReadFault {
    /// What was to be read.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// The content of a site: what there is, not yet what it says.
///
/// It is sorted by path, and can look again at a single file or folder after a change there.
#[derive(Debug, Default)]
pub struct Sources {
    items: BTreeMap<Arc<str>, Item>,
    /// Whether there is a symbolic link, so that one file may lie at several paths.
    has_links: bool,
}

/// What a second look at a part of the content found.
#[derive(Debug, Default)]
pub struct Refreshed {
    /// The paths of what was or is there.
    pub paths: BTreeSet<Arc<str>>,
    /// Whether something has come or gone, or has another name.
    pub is_other: bool,
}

/// What lies at a path.
#[derive(Debug, PartialEq, Eq)]
enum Item {
    Page(Entry),
    Media(MediaFile),
    /// Something whose name says nothing, or the wrong thing.
    Fault {
        finding: Finding,
        /// The halves that are there, but under a wrong name, in a wrong folder or behind a link out of the site: what
        /// leads to them is no fault of its own.
        lost: Vec<Entry>,
    },
}

/// A file in `content/media`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaFile {
    /// The path below `content/media`, with `/`.
    pub name: Arc<str>,
    /// The path from the site's folder.
    pub path: Arc<str>,
    /// Where it lies on this machine.
    pub disk: PathBuf,
}

/// Reads the settings file.
///
/// # Errors
/// If there is none, or it cannot be read.
pub fn settings(root: &Path) -> Result<Result<String, Finding>, ReadFault> {
    let path = root.join(config::FILE);
    let bytes = fs::read(&path).map_err(|source| ReadFault { path, source })?;
    Ok(utf8(&Arc::from(config::FILE), bytes))
}

/// Reads the text of a page.
///
/// # Errors
/// A finding, if the file cannot be read or is not UTF-8.
pub fn text(entry: &Entry) -> Result<String, Finding> {
    match fs::read(&entry.disk) {
        Ok(bytes) => utf8(&entry.path, bytes),
        Err(error) => Err(unreadable(&entry.path, &error)),
    }
}

/// One line of a file of the site, to be shown with a finding; `None` if it is not there (any more).
pub fn line(root: &Path, place: &Place) -> Option<String> {
    let bytes = fs::read(root.join(&*place.file)).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let line = text.lines().nth(place.line as usize - 1)?;
    Some(line.trim_start_matches('\u{feff}').to_owned())
}

fn utf8(path: &Arc<str>, bytes: Vec<u8>) -> Result<String, Finding> {
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let good = String::from_utf8_lossy(good);
        Finding::new(Code::NotUtf8, Lines::new(&good).place(path, good.len()..good.len()))
    })
}

fn unreadable(path: &Arc<str>, error: &io::Error) -> Finding {
    Finding::new(Code::UnreadableFile, Place::file(path)).with("reason", error.kind())
}

/// What could not be walked through below a folder.
fn unwalked(root: &Path, folder: &Path, error: &walkdir::Error) -> Finding {
    let path = relative(root, error.path().unwrap_or(folder));
    let reason = error.io_error().map_or_else(|| "loop".to_owned(), |error| error.kind().to_string());
    Finding::new(Code::UnreadableFile, Place::file(&path)).with("reason", reason)
}

/// The folder of the content, below the site's.
pub const CONTENT: &str = "content";

/// The folder of the site's own themes, below the site's.
pub const THEMES: &str = "themes";

impl Sources {
    /// Pages, sorted by path.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.items.values().filter_map(|item| if let Item::Page(entry) = item { Some(entry) } else { None })
    }

    /// The page at a path.
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        self.items.get(path).and_then(|item| if let Item::Page(entry) = item { Some(entry) } else { None })
    }

    /// Those of some paths at which there are media.
    pub fn media_at(&self, paths: &BTreeSet<Arc<str>>) -> impl Iterator<Item = &MediaFile> {
        let items = paths.iter().filter_map(|path| self.items.get(path));
        items.filter_map(|item| if let Item::Media(file) = item { Some(file) } else { None })
    }

    /// Halves that are there but cannot be part of the site, since their names or places are at fault.
    pub fn lost(&self) -> impl Iterator<Item = &Entry> {
        self.items.values().flat_map(|item| if let Item::Fault { lost, .. } = item { lost.as_slice() } else { &[] })
    }

    /// What is wrong with names and places.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.items.values().filter_map(|item| if let Item::Fault { finding, .. } = item { Some(finding) } else { None })
    }

    /// Looks again at a path from the site's folder, and at all below it.
    pub fn refresh(&mut self, root: &Path, path: &str, config: &Config) -> Refreshed {
        if path.split('/').any(is_editors_own) {
            return Refreshed::default();
        }
        let paths = self.within(path);
        let before: BTreeMap<Arc<str>, Item> = paths.iter().filter_map(|path| self.items.remove_entry(path)).collect();
        self.has_links &= path != CONTENT;
        self.walk(root, path, config);
        let mut refreshed = Refreshed { paths: self.within(path), is_other: false };
        refreshed.is_other = refreshed.paths.len() != before.len() || before.iter().any(|(path, item)| self.items.get(path) != Some(item));
        refreshed.paths.extend(paths);
        if self.has_links && path != CONTENT {
            // What lies here may lie elsewhere too.
            let all = self.refresh(root, CONTENT, config);
            refreshed.paths.extend(all.paths);
            refreshed.is_other |= all.is_other;
        }
        refreshed
    }

    /// What is known at a path and below it.
    fn within(&self, path: &str) -> BTreeSet<Arc<str>> {
        let below = format!("{path}/");
        let known = self.items.range::<str, _>((Bound::Included(below.as_str()), Bound::Unbounded));
        let known = known.map(|(other, _)| other).take_while(|other| other.starts_with(&below));
        self.items.get_key_value(path).map(|(own, _)| own).into_iter().chain(known).cloned().collect()
    }

    fn walk(&mut self, root: &Path, from: &str, config: &Config) {
        let content = root.join(CONTENT);
        let home = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let start = root.join(from);
        if start != content && fs::symlink_metadata(&start).is_err() {
            return;
        }
        let walk = WalkDir::new(&start).follow_links(true).sort_by_file_name().into_iter();
        let mut walk = walk.filter_entry(|item| item.path() == content || !is_editors_own(&item.file_name().to_string_lossy()));
        while let Some(item) = walk.next() {
            self.has_links |= item.as_ref().is_ok_and(walkdir::DirEntry::path_is_symlink);
            match item {
                Ok(item) if item.path_is_symlink() && leads_out(item.path(), &home) => {
                    let path = relative(root, item.path());
                    let finding = Finding::new(Code::OutsideLink, Place::file(&path));
                    let lost = name::meant(&parts(&content, item.path()), &path, item.path(), config);
                    self.items.insert(path, Item::Fault { finding, lost });
                    if item.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Ok(item) if item.file_type().is_file() => self.sort_in(root, &content, item.path(), config),
                Ok(_) => {}
                Err(error) => {
                    let finding = unwalked(root, &start, &error);
                    let path = relative(root, error.path().unwrap_or(&start));
                    self.items.insert(path, Item::Fault { finding, lost: Vec::new() });
                }
            }
        }
    }

    fn sort_in(&mut self, root: &Path, content: &Path, disk: &Path, config: &Config) {
        let path = relative(root, disk);
        let parts = parts(content, disk);
        let item = match parts.first().map(String::as_str) {
            // A text that strayed there would be published as it stands, with its notes and its front matter.
            Some("media") if parts.len() > 1 && !path.ends_with(".md") => {
                Item::Media(MediaFile { name: Arc::from(parts[1..].join("/")), path: path.clone(), disk: disk.to_owned() })
            }
            Some("reviews") if parts.len() > 1 => return,
            _ => match name::read(&parts, &path, disk, config) {
                Ok(entry) => Item::Page(entry),
                Err(finding) => Item::Fault { finding, lost: name::meant(&parts, &path, disk, config) },
            },
        };
        self.items.insert(path, item);
    }
}

/// The folders of a path below `content/`, and its name.
fn parts(content: &Path, path: &Path) -> Vec<String> {
    path.strip_prefix(content).unwrap_or(path).iter().map(|part| part.to_string_lossy().into_owned()).collect()
}

fn leads_out(path: &Path, home: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|real| !real.starts_with(home))
}

/// The path from the site's folder, with `/` on every system.
fn relative(root: &Path, path: &Path) -> Arc<str> {
    let within = path.strip_prefix(root).unwrap_or(path);
    Arc::from(within.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// Whether a name is one that editors, file managers and version control use for themselves: `.x.swp`, `x~`, `#x#`,
/// `4913` (which vim writes to try a folder), `~$x.docx` (which Word keeps while a document is open), `x.tmp`, `x.bck`.
pub fn is_editors_own(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with('#') && name.ends_with('#')
        || name.ends_with('~')
        || name.starts_with("~$")
        || name == "4913"
        || matches!(name, "Thumbs.db" | "desktop.ini" | "Icon\r")
        || [".tmp", ".bak", ".bck", ".swp", ".orig"].iter().any(|ending| name.ends_with(ending))
}

/// The bytes of a file of the site, if it does not lie outside by way of a symbolic link.
///
/// # Errors
/// If it lies outside or cannot be read.
pub fn bytes_within(root: &Path, path: &Path) -> io::Result<Vec<u8>> {
    if leads_out(path, &fs::canonicalize(root)?) { Err(io::ErrorKind::PermissionDenied.into()) } else { fs::read(path) }
}

/// The bytes of a file of the author's.
///
/// # Errors
/// If it cannot be read.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}
