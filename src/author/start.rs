//! A new site.

use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

use super::AuthorFault;
use super::commit::{Machine, NewFile, commit};
use super::plan::Plan;

/// The files of a new site, part of the program: one section, one box, the pages round them, Danish and English.
const FILES: [(&str, &str); 14] = [
    ("langebro.yaml", include_str!("start/langebro.yaml")),
    (".gitignore", include_str!("start/gitignore")),
    ("content/index.da.md", include_str!("start/index.da.md")),
    ("content/index.en.md", include_str!("start/index.en.md")),
    ("content/sections/01-introduction.da.md", include_str!("start/introduction.da.md")),
    ("content/sections/01-introduction.en.md", include_str!("start/introduction.en.md")),
    ("content/sections/02-cooperation.da.md", include_str!("start/cooperation.da.md")),
    ("content/sections/02-cooperation.en.md", include_str!("start/cooperation.en.md")),
    ("content/cases/harbour-bath.da.md", include_str!("start/harbour-bath.da.md")),
    ("content/cases/harbour-bath.en.md", include_str!("start/harbour-bath.en.md")),
    ("content/pages/about.da.md", include_str!("start/about.da.md")),
    ("content/pages/about.en.md", include_str!("start/about.en.md")),
    ("content/media/.gitkeep", ""),
    ("public/.gitkeep", ""),
];

/// Makes a small bilingual site in a folder that is empty or does not exist, and gives the paths of its files.
///
/// # Errors
/// If a file is there already or cannot be written; then nothing is left behind.
pub fn start(folder: &Path) -> Result<Vec<String>, AuthorFault> {
    let taken = fs::read_dir(folder).ok().and_then(|mut entries| entries.find(|entry| !is_hidden(entry)));
    if taken.is_some() {
        return Err(AuthorFault { path: folder.to_owned(), source: io::Error::from(io::ErrorKind::AlreadyExists) });
    }
    let files: Vec<NewFile> =
        FILES.iter().map(|(path, text)| NewFile { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() }).collect();
    commit(&mut Machine, folder, &Plan::default(), &files)?;
    Ok(FILES.iter().map(|(path, _)| (*path).to_owned()).collect())
}

/// Whether an entry is one that version control or the file manager keeps for itself: a folder with nothing else is empty.
fn is_hidden(entry: &io::Result<DirEntry>) -> bool {
    entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with('.'))
}
