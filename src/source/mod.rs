//! What lies in a site's folder: its settings, its content, its media and its theme, read and sorted but not understood.
//!
//! A file's name gives its key, language, order and kind ([`Entry`]); its text is read when asked for and parsed by
//! [`crate::page`]. Editors' swap and backup files are passed over.

#![expect(clippy::disallowed_methods, reason = "sources are read here and nowhere else")]

mod name;
mod theme;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

pub use name::{Chapter, DEEPEST, Entry, Kind, named};
pub use theme::{Theme, ThemeFile, built_in};

use crate::address::Key;
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
    /// Where symbolic links within the site lead: one file may lie at several paths.
    links: BTreeSet<PathBuf>,
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
    /// What was checked of a page.
    Review(ReviewFile),
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

/// A record of what was checked of a page, in `content/reviews`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewFile {
    /// The key of the page.
    pub key: Key,
    /// The path from the site's folder.
    pub path: Arc<str>,
    /// Where it lies on this machine.
    pub disk: PathBuf,
}

/// The folder of records, below the site's.
pub const REVIEWS: &str = "content/reviews";

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
    text_at(&entry.path, &entry.disk)
}

/// Reads a text of the site, given by its path from the site's folder and where it lies on this machine.
///
/// # Errors
/// A finding, if the file cannot be read or is not UTF-8.
pub fn text_at(path: &Arc<str>, disk: &Path) -> Result<String, Finding> {
    match fs::read(disk) {
        Ok(bytes) => utf8(path, bytes),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// The half that a file would be at a path from the site's folder, by its name.
///
/// # Errors
/// The finding that a file of that name would get.
pub fn entry(root: &Path, path: &str, config: &Config) -> Result<Entry, Finding> {
    let parts: Vec<String> = path.split('/').skip(1).map(str::to_owned).collect();
    name::read(&parts, &Arc::from(path), &root.join(path), config)
}

/// The symbolic links in the content, by their paths from the site's folder, and where they say that they lead.
pub fn symbolic_links(root: &Path) -> Vec<(String, PathBuf)> {
    let items = WalkDir::new(root.join(CONTENT)).sort_by_file_name().into_iter().filter_map(Result::ok);
    let links = items.filter(walkdir::DirEntry::path_is_symlink);
    links.filter_map(|link| Some((relative(root, link.path()).to_string(), fs::read_link(link.path()).ok()?))).collect()
}

/// How much of a file is looked through for a line of it.
const MOST_OF_A_TEXT: u64 = 4 << 20;

/// One line of a text of the site, to be shown with a finding; `None` if it is not there (any more), or if what lies there
/// is no text, or lies outside the site by way of a symbolic link.
pub fn line(root: &Path, place: &Place) -> Option<String> {
    let path = root.join(&*place.file);
    // Whatever is no file (a pipe, a device) may never end.
    if leads_out(&path, &fs::canonicalize(root).ok()?) || !fs::metadata(&path).ok()?.is_file() {
        return None;
    }
    let text = BufReader::new(fs::File::open(&path).ok()?.take(MOST_OF_A_TEXT));
    let line = text.split(b'\n').nth(place.line as usize - 1)?.ok()?;
    let line = String::from_utf8(line).ok().filter(|line| !line.contains('\0'))?;
    Some(line.trim_start_matches('\u{feff}').trim_end_matches('\r').to_owned())
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

    /// Those of some paths at which there are records of what was checked.
    pub fn reviews_at(&self, paths: &BTreeSet<Arc<str>>) -> impl Iterator<Item = &ReviewFile> {
        let items = paths.iter().filter_map(|path| self.items.get(path));
        items.filter_map(|item| if let Item::Review(file) = item { Some(file) } else { None })
    }

    /// Where symbolic links lead that stay within the site.
    pub fn links(&self) -> &BTreeSet<PathBuf> {
        &self.links
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
        if path == CONTENT {
            self.links.clear();
        }
        self.walk(root, path, config);
        let mut refreshed = Refreshed { paths: self.within(path), is_other: false };
        // A record is no part of the site.
        let is_part = |item: &Item| !matches!(item, Item::Review(_));
        let now: Vec<&Arc<str>> = refreshed.paths.iter().filter(|path| self.items.get(*path).is_some_and(is_part)).collect();
        let mut before = before.iter().filter(|(_, item)| is_part(item));
        refreshed.is_other = before.clone().count() != now.len() || before.any(|(path, item)| self.items.get(path) != Some(item));
        refreshed.paths.extend(paths);
        if !self.links.is_empty() && path != CONTENT {
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
        if start != content && !is_there(&start) {
            return;
        }
        let walk = WalkDir::new(&start).follow_links(true).sort_by_file_name().into_iter();
        let mut walk = walk.filter_entry(|item| item.path() == content || !is_editors_own(&item.file_name().to_string_lossy()));
        while let Some(item) = walk.next() {
            if let Ok(link) = &item
                && link.path_is_symlink()
            {
                self.links.extend(fs::canonicalize(link.path()).ok().filter(|real| real.starts_with(&home)));
            }
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
            Some("reviews") if parts.len() > 1 => match name::reviewed(&parts[1..]) {
                Some(key) => Item::Review(ReviewFile { key, path: path.clone(), disk: disk.to_owned() }),
                None => Item::Fault {
                    finding: Finding::new(Code::UnknownFile, Place::file(&path)).with("name", &parts[parts.len() - 1]),
                    lost: Vec::new(),
                },
            },
            _ => match name::read(&parts, &path, disk, config) {
                Ok(entry) => Item::Page(entry),
                Err(finding) => Item::Fault { finding, lost: name::meant(&parts, &path, disk, config) },
            },
        };
        self.items.insert(path, item);
    }
}

/// Whether something has this very name: where a disk takes `Means.md` for `means.md`, asking for either finds the other.
fn is_there(path: &Path) -> bool {
    let is_named = || {
        let siblings = fs::read_dir(path.parent()?).ok()?;
        Some(siblings.flatten().any(|sibling| Some(sibling.file_name().as_os_str()) == path.file_name()))
    };
    let takes_all_cases = cfg!(any(target_os = "macos", windows));
    fs::symlink_metadata(path).is_ok() && (!takes_all_cases || is_named().unwrap_or(false))
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

/// By which is told whether a file is another than it was: its length, and when it was last written.
pub type Stamp = (u64, std::time::SystemTime);

/// The stamp of a file; `None` if the system does not tell.
pub fn stamp(path: &Path) -> Option<Stamp> {
    let file = fs::metadata(path).ok()?;
    Some((file.len(), file.modified().ok()?))
}

/// The bytes of a file of the author's.
///
/// # Errors
/// If it cannot be read.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}
