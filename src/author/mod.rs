//! The only writer of sources: a new site, a new page, words in a new language, a page with another key or place, what a
//! person has checked, and what came back from translators.

#![expect(clippy::disallowed_methods, reason = "sources are written here and nowhere else")]

mod commit;
pub mod exchange;
mod front;
mod house;
mod links;
mod moves;
mod new;
mod order;
mod plan;
mod proof;
mod review;
mod start;
mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use house::{relocate, rename};
pub use moves::Move;
pub use new::{Beginning, Made, NewKind, NewPage, create};
pub use order::Spot;
pub use plan::{Plan, Readdressed, Rewrite};
pub use review::{NotReviewed, reviewed};
pub use start::start;
pub use words::words;

use crate::address::{Key, Language, Permalink};
use crate::diagnostic::Finding;
use crate::source::Kind;

/// A failure of the machine.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct AuthorFault {
    /// What was to be written.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Refused {
    /// No page has that key.
    NoSuchPage {
        /// What was asked for.
        wrote: String,
        /// The key that may have been meant.
        meant: Option<Key>,
    },
    /// The page has no place in the order of the strategy.
    NoSection {
        /// Its key.
        key: String,
        /// What it is.
        kind: Kind,
    },
    /// The section is no chapter that others could lie in.
    NoChapter {
        /// Its key.
        key: String,
        /// The file of one of its halves.
        file: String,
    },
    /// The key is taken by that file.
    Taken(String),
    /// A file of that key would be read as one of another: `2022-tour` is `tour` with a number.
    Misread(Key),
    /// The front page has no other key.
    FrontPage,
    /// A section cannot lie in itself, nor before or behind itself.
    WithinItself {
        /// The section.
        key: String,
        /// Where it was to go.
        to: String,
    },
    /// Sections lie in so many folders at most.
    TooDeep(usize),
    /// It is not known what leads where in that file.
    Unread(String),
    /// Something lies at that path.
    Occupied(String),
    /// That symbolic link, or the text behind it, cannot come along.
    SymbolicLink(String),
    /// The site would have faults that it does not have.
    Faults(Vec<Finding>),
    /// A link could not be made to lead where it leads.
    LinkLost {
        /// The file that it stands in.
        file: String,
        /// The line on which it stands.
        line: u32,
    },
    /// An address would be gone.
    AddressLost(Permalink),
    /// The former address cannot be added to the front matter as it is written.
    NoRoomForAlias {
        /// The file.
        file: String,
        /// The address.
        address: String,
    },
    /// The theme has its words in that language already.
    HasWords(Language),
    /// The machine failed.
    Machine(AuthorFault),
}

/// Performs a plan; nothing is done by half.
///
/// # Errors
/// If something cannot be written; then everything is as it was.
pub fn perform(root: &Path, plan: &Plan) -> Result<(), AuthorFault> {
    commit::commit(&mut commit::Machine, root, plan, &[])
}

/// What the name of a file ends in that is not in its place yet.
const TEMPORARY: &str = ".langebro.tmp";

/// Writes files, be they there or not, and takes away others: all of it, or, while nothing is in its place yet, none.
fn write_over(files: &[(PathBuf, Vec<u8>)], gone: &[PathBuf]) -> Result<(), AuthorFault> {
    let beside = |path: &Path| path.with_file_name(format!("{}{TEMPORARY}", path.file_name().unwrap_or_default().to_string_lossy()));
    for (number, (path, bytes)) in files.iter().enumerate() {
        let result = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(beside(path), bytes));
        if let Err(source) = result {
            files[..=number].iter().for_each(|(path, _)| drop(fs::remove_file(beside(path))));
            return Err(AuthorFault { path: path.clone(), source });
        }
    }
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| AuthorFault { path, source }
    };
    files.iter().try_for_each(|(path, _)| fs::rename(beside(path), path).map_err(at(path)))?;
    gone.iter().try_for_each(|path| fs::remove_file(path).map_err(at(path)))
}

/// Writes a file that is no part of the site, in the place of whatever is there.
///
/// # Errors
/// If it cannot be written.
pub fn write_apart(path: &Path, bytes: &[u8]) -> Result<(), AuthorFault> {
    fs::write(path, bytes).map_err(|source| AuthorFault { path: path.to_owned(), source })
}
