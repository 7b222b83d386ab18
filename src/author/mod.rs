//! The only writer of sources: a new site, a new page.

#![expect(clippy::disallowed_methods, reason = "sources are written here and nowhere else")]

mod new;
mod start;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use new::{Beginning, Made, NewKind, NewPage, Refused, create};
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
