//! The first step of publishing: every route is rendered, compared and, where it differs, written beside its place.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{Failure, Lock, Manifest, Move, TEMPORARY, WriteFault, foreign};
use crate::diagnostic::{self, Code, Finding};
use crate::render::{Content, Renderer, Route};

/// What a stage has prepared.
#[derive(Debug, Default)]
pub(super) struct Staged {
    /// All files of the site.
    pub(super) files: BTreeSet<String>,
    /// Those that differ from what is published.
    pub(super) moves: Vec<Move>,
    /// Folders that were made for them, outermost first.
    folders: Vec<PathBuf>,
}

impl Staged {
    /// Takes away whatever was prepared, as far as the machine lets us; whether nothing of it is left.
    pub(super) fn undo(&self) -> bool {
        let gone = |file: &Move| match fs::remove_file(&file.temporary) {
            Err(error) => error.kind() == io::ErrorKind::NotFound,
            Ok(()) => true,
        };
        let files = self.moves.iter().map(gone).fold(true, |all, gone| all & gone);
        // A folder in which somebody else has put something meanwhile is theirs now.
        self.folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
        files
    }
}

/// Prepares all that differs. On a failure what was prepared so far comes back too, to be undone.
pub(super) fn stage(renderer: &Renderer<'_>, output: &Path, before: &Manifest, lock: &Lock) -> Result<Staged, (Staged, Failure)> {
    let routes = renderer.routes();
    let mut staged = Staged::default();
    let mut findings = Vec::new();
    for route in &routes {
        staged.files.insert(renderer.path(route));
    }
    findings.extend(clashes(renderer, &routes));
    if !findings.is_empty() {
        return Err((staged, Failure::Findings(findings)));
    }
    let ours = before.all();
    let folders = Mutex::new((FxHashSet::default(), Vec::new()));
    let results: Vec<Result<Option<Move>, Failure>> =
        routes.par_iter().map(|route| prepare(renderer, route, output, &ours, lock, &folders)).collect();
    staged.folders = folders.into_inner().map(|(_, made)| made).unwrap_or_default();
    let mut fault = None;
    for result in results {
        match result {
            Ok(file) => staged.moves.extend(file),
            Err(Failure::Findings(found)) => findings.extend(found),
            Err(Failure::Machine(first)) => fault = fault.or(Some(first)),
        }
    }
    diagnostic::sort(&mut findings);
    match (fault, findings.is_empty()) {
        (Some(fault), _) => Err((staged, Failure::Machine(fault))),
        (None, false) => Err((staged, Failure::Findings(findings))),
        (None, true) => Ok(staged),
    }
}

/// Files of the author's that want the place of a page, or of a folder of pages.
fn clashes(renderer: &Renderer<'_>, routes: &[Route]) -> Vec<Finding> {
    let mut files = BTreeSet::new();
    let twice: Vec<String> = routes.iter().map(|route| renderer.path(route)).filter(|path| !files.insert(path.clone())).collect();
    let folders = files.iter().flat_map(|path| path.match_indices('/').map(|(end, _)| &path[..end]));
    let taken = folders.filter(|folder| files.contains(*folder)).map(str::to_owned);
    let clashing: BTreeSet<String> = twice.into_iter().chain(taken).collect();
    let told =
        |path: &String| Finding::nowhere(Code::AddressClash).with("address", format!("/{path}")).with("other", format!("content/{path}"));
    clashing.iter().map(told).collect()
}

type Folders = Mutex<(FxHashSet<PathBuf>, Vec<PathBuf>)>;

/// A route that differs from its published file.
struct Differs {
    bytes: Vec<u8>,
    is_new: bool,
}

fn compare(renderer: &Renderer<'_>, route: &Route, output: &Path, ours: &BTreeSet<String>) -> Result<Option<Differs>, Failure> {
    let name = renderer.path(route);
    let path = output.join(&name);
    if let Some(folder) = linked_folder(&name, output) {
        return Err(Failure::Findings(vec![foreign(output, &folder)]));
    }
    let bytes = match renderer.render(route).map_err(|finding| Failure::Findings(vec![finding]))? {
        Content::Bytes(bytes) => bytes,
        Content::Shared(bytes) => bytes.to_vec(),
        Content::File(file) => fs::read(&file).map_err(WriteFault::at(&file))?,
    };
    let is_new = match fs::symlink_metadata(&path) {
        Ok(now) if !now.is_file() => return Err(Failure::Findings(vec![foreign(output, &name)])),
        Ok(_) if !ours.contains(&name) => return Err(Failure::Findings(vec![foreign(output, &name)])),
        Ok(now) if now.len() == bytes.len() as u64 && fs::read(&path).map_err(WriteFault::at(&path))? == bytes => return Ok(None),
        Ok(_) => false,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => true,
        Err(source) => return Err(Failure::Machine(WriteFault { path, source })),
    };
    Ok(Some(Differs { bytes, is_new }))
}

/// The first folder of a path that is no folder but a link to one somewhere else.
fn linked_folder(name: &str, output: &Path) -> Option<String> {
    let folders = name.match_indices('/').map(|(end, _)| &name[..end]);
    let mut linked = folders.filter(|folder| fs::symlink_metadata(output.join(folder)).is_ok_and(|meta| meta.is_symlink()));
    linked.next().map(str::to_owned)
}

fn prepare(
    renderer: &Renderer<'_>,
    route: &Route,
    output: &Path,
    ours: &BTreeSet<String>,
    lock: &Lock,
    folders: &Folders,
) -> Result<Option<Move>, Failure> {
    let Some(Differs { bytes, is_new }) = compare(renderer, route, output, ours)? else { return Ok(None) };
    lock.take()?;
    let path = output.join(renderer.path(route));
    let folder = path.parent().unwrap_or(output);
    make(folder, output, folders)?;
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{file}{TEMPORARY}"));
    if let Err(source) = fs::write(&temporary, bytes) {
        // Half a file is of no use to anybody; the failure to write it is the one to tell.
        let _ = fs::remove_file(&temporary);
        return Err(Failure::Machine(WriteFault { path: temporary, source }));
    }
    Ok(Some(Move { rank: renderer.rank(route), is_new, temporary, path }))
}

/// Makes a folder and those above it, each once, and notes which ones are new.
fn make(folder: &Path, output: &Path, folders: &Folders) -> Result<(), WriteFault> {
    {
        let known = folders.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if known.0.contains(folder) {
            return Ok(());
        }
    }
    if folder != output
        && let Some(above) = folder.parent()
    {
        make(above, output, folders)?;
    }
    let made = match fs::create_dir(folder) {
        Ok(()) => true,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && is_own_folder(folder, output) => false,
        Err(source) => return Err(WriteFault { path: folder.to_owned(), source }),
    };
    let mut known = folders.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if made {
        known.1.push(folder.to_owned());
    }
    known.0.insert(folder.to_owned());
    Ok(())
}

/// Whether a folder is one in which we may write: a real one. A link would lead us out of the output folder, which itself may
/// be one.
pub(super) fn is_own_folder(folder: &Path, output: &Path) -> bool {
    if folder == output { folder.is_dir() } else { fs::symlink_metadata(folder).is_ok_and(|meta| meta.is_dir()) }
}

/// Renders every route and compares it, but writes nothing.
pub(super) fn rehearse(renderer: &Renderer<'_>, output: &Path) -> Result<Vec<Finding>, WriteFault> {
    let ours = Manifest::read(output)?.all();
    let routes = renderer.routes();
    let mut findings = clashes(renderer, &routes);
    // What was rendered is let go at once: together it is as large as the site.
    let compare = |route: &Route| compare(renderer, route, output, &ours).map(drop);
    let compared: Vec<Result<(), Failure>> = routes.par_iter().map(compare).collect();
    for result in compared {
        match result {
            Ok(()) => {}
            Err(Failure::Findings(found)) => findings.extend(found),
            Err(Failure::Machine(fault)) => return Err(fault),
        }
    }
    Ok(findings)
}
