//! The only writer of sources: a new site, a new page, and what a person has checked.

#![expect(clippy::disallowed_methods, reason = "sources are written here and nowhere else")]

mod new;
mod review;
mod start;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use new::{Beginning, Made, NewKind, NewPage, Refused, create};
pub use review::{NotReviewed, reviewed};
pub use start::start;

/// A failure of the machine.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct AuthorFault {
    /// What was to be written.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// Writes new files, all or none; an existing file is never written over.
fn write_new(files: &[(PathBuf, Vec<u8>)]) -> Result<(), AuthorFault> {
    let mut written: Vec<&Path> = Vec::new();
    for (path, bytes) in files {
        let result = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
            use std::io::Write as _;
            fs::File::create_new(path).and_then(|mut file| file.write_all(bytes))
        });
        if let Err(source) = result {
            for path in written {
                let _ = fs::remove_file(path);
            }
            return Err(AuthorFault { path: path.clone(), source });
        }
        written.push(path);
    }
    Ok(())
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

/// Renames files and folders in turn, all or none. A name that is taken is a fault.
fn rename_all(root: &Path, renames: &[(String, String)]) -> Result<(), AuthorFault> {
    for (done, (old, new)) in renames.iter().enumerate() {
        let (from, to) = (root.join(old), root.join(new));
        let taken = to.exists().then(|| io::Error::from(io::ErrorKind::AlreadyExists));
        if let Err(source) = taken.map_or_else(|| fs::rename(&from, &to), Err) {
            for (old, new) in renames[..done].iter().rev() {
                // If this fails too, the first fault is the one to tell.
                let _ = fs::rename(root.join(new), root.join(old));
            }
            return Err(AuthorFault { path: to, source });
        }
    }
    Ok(())
}
