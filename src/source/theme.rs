//! A theme's files: templates, assets and the words of the interface.
//!
//! Havnefront is part of the program. A site's own `themes/NAME` is laid over it, file by file, so that a site may replace
//! a single template. What the files mean is known to [`crate::render`].

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, DirEntry, include_dir};
use walkdir::WalkDir;

use super::{is_editors_own, leads_out, relative, unreadable, unwalked, utf8};
use crate::config::Config;
use crate::diagnostic::{Code, Finding, Place};

static HAVNEFRONT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/havnefront");

/// The name of the theme that is part of the program.
const BUILT_IN: &str = "havnefront";

/// One file of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    /// The path that a finding names.
    pub path: Arc<str>,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl ThemeFile {
    /// What is in it, as text.
    ///
    /// # Errors
    /// A finding, if it is not UTF-8.
    pub fn text(&self) -> Result<String, Finding> {
        utf8(&self.path, self.bytes.to_vec())
    }
}

/// The files of a theme by their path within it: `templates/base.html`, `assets/havnefront.css`, `i18n/da.ftl`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    /// All files, the site's own in place of the program's.
    pub files: BTreeMap<String, ThemeFile>,
}

/// The files of the theme in the binary, by their path within it.
pub fn built_in() -> impl Iterator<Item = (String, &'static [u8])> {
    let mut found = Vec::new();
    let mut folders = vec![&HAVNEFRONT];
    while let Some(folder) = folders.pop() {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(folder) => folders.push(folder),
                DirEntry::File(file) => {
                    let path = file.path().iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
                    found.push((path, file.contents()));
                }
            }
        }
    }
    found.into_iter()
}

impl Theme {
    /// The program's theme with the site's own files over it.
    pub fn read(root: &Path, config: &Config) -> (Self, Vec<Finding>) {
        let name = &config.theme;
        let mut findings = Vec::new();
        let mut files: BTreeMap<String, ThemeFile> = built_in()
            .map(|(path, bytes)| {
                let named = Arc::from(format!("themes/{BUILT_IN}/{path}"));
                (path, ThemeFile { path: named, bytes: Arc::from(bytes) })
            })
            .collect();
        let folder = root.join("themes").join(name.as_str());
        if !folder.is_dir() {
            if name.as_str() != BUILT_IN {
                let themes = themes(root);
                let candidates = themes.iter().map(String::as_str).chain([BUILT_IN]);
                findings.push(
                    Finding::new(Code::ThemeMissing, config.theme_place.clone()).with("name", name).suggest(name.as_str(), candidates),
                );
            }
            return (Self { files }, findings);
        }
        let home = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let walk = WalkDir::new(&folder).follow_links(true).sort_by_file_name().into_iter();
        let walk = walk.filter_entry(|item| item.depth() == 0 || !is_editors_own(&item.file_name().to_string_lossy()));
        for item in walk {
            let item = match item {
                Ok(item) if item.file_type().is_file() => item,
                Ok(_) => continue,
                Err(error) => {
                    findings.push(unwalked(root, &folder, &error));
                    continue;
                }
            };
            let path = relative(root, item.path());
            if leads_out(item.path(), &home) {
                findings.push(Finding::new(Code::OutsideLink, Place::file(&path)));
                continue;
            }
            match fs::read(item.path()) {
                Ok(bytes) => {
                    let within = relative(&folder, item.path());
                    files.insert(within.to_string(), ThemeFile { path, bytes: Arc::from(bytes) });
                }
                Err(error) => findings.push(unreadable(&path, &error)),
            }
        }
        (Self { files }, findings)
    }
}

/// The names of the site's own themes.
fn themes(root: &Path) -> Vec<String> {
    let folders = fs::read_dir(root.join("themes")).into_iter().flatten().filter_map(Result::ok);
    let folders = folders.filter(|folder| folder.path().is_dir());
    folders.map(|folder| folder.file_name().to_string_lossy().into_owned()).collect()
}
