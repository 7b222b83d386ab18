//! What lies in a site's folder: its settings, its content, its media and its theme, read and sorted but not understood.
//!
//! A file's name gives its key, language, order and kind ([`Entry`]); its text is read when asked for and parsed by
//! [`crate::page`]. Editors' swap and backup files are passed over.

#![expect(clippy::disallowed_methods, reason = "sources are read here and nowhere else")]

mod name;
mod theme;

use std::fs;
use std::io;
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
#[derive(Debug, Default)]
pub struct Sources {
    /// Pages, sorted by path.
    pub entries: Vec<Entry>,
    /// Halves that are there, but under a wrong name, in a wrong folder or behind a link out of the site: what leads to
    /// them is no fault of its own.
    pub lost: Vec<Entry>,
    /// Files in `content/media`, sorted by path.
    pub media: Vec<MediaFile>,
    /// Files whose names say nothing, or the wrong thing.
    pub findings: Vec<Finding>,
}

/// A file in `content/media`.
#[derive(Debug, Clone)]
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

/// Walks `content/`.
pub fn scan(root: &Path, config: &Config) -> Sources {
    let mut sources = Sources::default();
    let content = root.join("content");
    let home = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let walk = WalkDir::new(&content).follow_links(true).sort_by_file_name().into_iter();
    let mut walk = walk.filter_entry(|item| item.depth() == 0 || !is_editors_own(&item.file_name().to_string_lossy()));
    while let Some(item) = walk.next() {
        match item {
            Ok(item) if item.path_is_symlink() && leads_out(item.path(), &home) => {
                let path = relative(root, item.path());
                sources.findings.push(Finding::new(Code::OutsideLink, Place::file(&path)));
                let parts = parts(&content, item.path());
                sources.lost.extend(name::meant(&parts, &path, item.path(), config));
                if item.file_type().is_dir() {
                    walk.skip_current_dir();
                }
            }
            Ok(item) if item.file_type().is_file() => sources.sort_in(root, &content, item.path(), config),
            Ok(_) => {}
            Err(error) => sources.findings.push(unwalked(root, &content, &error)),
        }
    }
    sources
}

impl Sources {
    fn sort_in(&mut self, root: &Path, content: &Path, disk: &Path, config: &Config) {
        let path = relative(root, disk);
        let parts = parts(content, disk);
        match parts.first().map(String::as_str) {
            // A text that strayed there would be published as it stands, with its notes and its front matter.
            Some("media") if parts.len() > 1 && !path.ends_with(".md") => {
                self.media.push(MediaFile { name: Arc::from(parts[1..].join("/")), path, disk: disk.to_owned() })
            }
            Some("reviews") if parts.len() > 1 => {}
            _ => match name::read(&parts, &path, disk, config) {
                Ok(entry) => self.entries.push(entry),
                Err(finding) => {
                    self.findings.push(finding);
                    self.lost.extend(name::meant(&parts, &path, disk, config));
                }
            },
        }
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

/// The bytes of a file of the author's.
///
/// # Errors
/// If it cannot be read.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}
