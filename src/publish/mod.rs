//! The only writer of the output folder.
//!
//! Publishing has two steps. *Stage* (`stage`): every route is rendered and compared with its published file, and only
//! what differs is written beside it under a temporary name; if anything is at fault, the temporary files go and the
//! published site is as it was. *Commit*: the temporary files take their places, in an order that keeps every link of
//! every published page resolving, and what is no longer part of the site goes last. A commit that was cut short is
//! completed by the next build. Files that no build of ours wrote are never touched.

#![expect(clippy::disallowed_methods, reason = "the output folder is written here and nowhere else")]

mod manifest;
mod stage;

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use walkdir::WalkDir;

pub use manifest::Manifest;
use stage::{Staged, is_own_folder, stage};

use crate::diagnostic::{Code, Finding, Place};
use crate::render::{Rank, Renderer};

/// What tells that a build is at work, or was cut short.
const LOCK: &str = ".langebro.lock";

/// The end of the name of a file that is not in its place yet.
const TEMPORARY: &str = ".langebro~";

/// What a build did to the output folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are new.
    pub new: usize,
    /// Files whose content changed.
    pub changed: usize,
    /// Files that went.
    pub removed: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// How long the first step took: rendering, comparing and writing beside.
    pub staging: Duration,
    /// How long the second step took.
    pub committing: Duration,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// The content or the theme is at fault.
    Findings(Vec<Finding>),
    /// The machine is.
    Machine(WriteFault),
}

/// A failure of the machine.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct WriteFault {
    /// What was to be read or written.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl WriteFault {
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self { path, source }
    }
}

impl From<WriteFault> for Failure {
    fn from(fault: WriteFault) -> Self {
        Self::Machine(fault)
    }
}

/// Brings an output folder up to date with a site.
///
/// # Errors
/// [`Failure`] tells why the folder is as it was (or, if the machine failed during the commit, that the next build will
/// complete it).
pub fn publish(renderer: &Renderer<'_>, output: &Path) -> Result<Changes, Failure> {
    let _alone = alone(output)?;
    let lock = Lock::new(output);
    lock.recover()?;
    let start = Instant::now();
    let before = Manifest::read(output)?;
    let staged = match stage(renderer, output, &before, &lock) {
        Ok(staged) => staged,
        Err((staged, failure)) => {
            // What could not be taken away now is for the next build, which the mark tells of it.
            if staged.undo() {
                lock.release()?;
            }
            return Err(failure);
        }
    };
    let staging = start.elapsed();
    let changes = commit(output, &before, staged, &lock)?;
    Ok(Changes { staging, committing: start.elapsed() - staging, ..changes })
}

fn commit(output: &Path, before: &Manifest, mut staged: Staged, lock: &Lock) -> Result<Changes, Failure> {
    let after = before.after(&staged.files, !staged.moves.is_empty());
    let gone: Vec<String> = before.all().difference(&after.all()).cloned().collect();
    let changes = Changes {
        new: staged.moves.iter().filter(|file| file.is_new).count(),
        changed: staged.moves.iter().filter(|file| !file.is_new).count(),
        removed: gone.len(),
        unchanged: staged.files.len() - staged.moves.len(),
        ..Changes::default()
    };
    if staged.moves.is_empty() && gone.is_empty() && after == *before {
        // The mark of a build that was cut short when all was in its place.
        lock.release()?;
        return Ok(changes);
    }
    lock.take()?;
    // From here on every file is ours, whenever the machine stops.
    before.and(&after).write(output)?;
    staged.moves.sort_by(|a, b| (a.rank, !a.is_new, &a.path).cmp(&(b.rank, !b.is_new, &b.path)));
    for file in &staged.moves {
        fs::rename(&file.temporary, &file.path).map_err(WriteFault::at(&file.path))?;
    }
    for path in &gone {
        remove(output, path)?;
    }
    after.write(output)?;
    lock.release()?;
    Ok(changes)
}

/// Takes away a file of ours, and its folders where they are empty now.
fn remove(output: &Path, path: &str) -> Result<(), WriteFault> {
    let file = output.join(path);
    if !file.parent().is_some_and(|folder| is_own_folder(folder, output)) {
        return Ok(());
    }
    match fs::remove_file(&file) {
        Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Err(WriteFault { path: file, source: error });
        }
        _ => {}
    }
    let mut folder = file.parent();
    while let Some(empty) = folder.filter(|folder| *folder != output && folder.starts_with(output)) {
        if fs::remove_dir(empty).is_err() {
            break;
        }
        folder = empty.parent();
    }
    Ok(())
}

/// Addresses of authors' pages that an earlier build published and that this site does not have: readers' links to them
/// would break. Where a file cannot be read, nothing is known to have gone.
///
/// # Errors
/// If the list of published files cannot be read.
pub fn vanished(renderer: &Renderer<'_>, output: &Path) -> Result<Vec<Finding>, WriteFault> {
    if !renderer.is_whole() {
        return Ok(Vec::new());
    }
    let before = Manifest::read(output)?;
    let now: BTreeSet<String> = renderer.routes().iter().map(|route| renderer.path(route)).collect();
    let gone = before.files.iter().filter(|path| path.ends_with("index.html") && !now.contains(*path));
    Ok(gone
        .map(|path| format!("/{}", path.trim_end_matches("index.html")))
        .filter(|address| !renderer.is_made_address(address))
        .map(|address| Finding::nowhere(Code::VanishedAddress).with("address", address))
        .collect())
}

/// Keeps other builds from an output folder for as long as the value lives, without writing to it. A folder that does not
/// exist yet needs no keeping.
fn alone(output: &Path) -> Result<Option<File>, WriteFault> {
    // Elsewhere a folder cannot be opened like a file; the mark in it serves alone there.
    if !cfg!(unix) || !output.is_dir() {
        return Ok(None);
    }
    let folder = File::open(output).map_err(WriteFault::at(output))?;
    match folder.try_lock() {
        Err(TryLockError::WouldBlock) => Err(WriteFault { path: output.to_owned(), source: io::Error::from(io::ErrorKind::ResourceBusy) }),
        // A file system without locks has the mark too.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(folder)),
    }
}

/// A mark in the output folder that tells the next build that this one was cut short. It is made only when something is
/// about to be written.
struct Lock {
    path: PathBuf,
    held: Mutex<Option<File>>,
}

impl Lock {
    fn new(output: &Path) -> Self {
        Self { path: output.join(LOCK), held: Mutex::new(None) }
    }

    /// If an earlier build was cut short, takes away what it had not put in place.
    fn recover(&self) -> Result<(), WriteFault> {
        if !self.path.exists() {
            return Ok(());
        }
        self.take()?;
        let output = self.path.parent().unwrap_or(Path::new("."));
        for item in WalkDir::new(output) {
            let item = item.map_err(|error| WriteFault { path: output.to_owned(), source: error.into() })?;
            if item.file_type().is_file() && item.file_name().to_string_lossy().ends_with(TEMPORARY) {
                fs::remove_file(item.path()).map_err(WriteFault::at(item.path()))?;
            }
        }
        Ok(())
    }

    fn take(&self) -> Result<(), WriteFault> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.is_some() {
            return Ok(());
        }
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).map_err(WriteFault::at(folder))?;
        }
        let file = File::options().create(true).append(true).open(&self.path).map_err(WriteFault::at(&self.path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(WriteFault { path: self.path.clone(), source: io::Error::from(io::ErrorKind::ResourceBusy) });
            }
            Err(TryLockError::Error(source)) => return Err(WriteFault { path: self.path.clone(), source }),
        }
        *held = Some(file);
        Ok(())
    }

    fn release(&self) -> Result<(), WriteFault> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).take();
        if held.is_some() {
            fs::remove_file(&self.path).map_err(WriteFault::at(&self.path))?;
        }
        Ok(())
    }
}

/// A file that is not in its place yet.
#[derive(Debug)]
struct Move {
    rank: Rank,
    is_new: bool,
    temporary: PathBuf,
    path: PathBuf,
}

/// A finding about a file of somebody else's, named by the output folder and its path in it.
fn foreign(output: &Path, path: &str) -> Finding {
    let folder = output.file_name().map_or(String::new(), |name| format!("{}/", name.to_string_lossy()));
    Finding::new(Code::ForeignFile, Place::file(&std::sync::Arc::from(format!("{folder}{path}"))))
}

/// What publishing would find, with nothing written: faults of templates, and files of somebody else's in the way.
///
/// # Errors
/// If the machine fails.
pub fn rehearse(renderer: &Renderer<'_>, output: &Path) -> Result<Vec<Finding>, WriteFault> {
    stage::rehearse(renderer, output)
}
