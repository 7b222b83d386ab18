//! Writes what was planned, all or none of it.
//!
//! New texts are written beside their places first, so that a full disk or a folder that may not be written is noticed
//! before anything changes. Then each takes its place by a rename. Every step notes how it is undone; if one fails, all
//! before it are, from the last to the first, and the folder is as it was.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::AuthorFault;
use super::plan::{Plan, Rewrite};

/// The steps of which all writing is made, so that a test can let any of them fail.
pub(super) trait Disk {
    /// Makes a file that was not there, with the rights of another if one is named.
    fn create(&mut self, path: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()>;
    /// Makes a file known by a second name, or copies it where the disk knows no second names.
    fn keep(&mut self, path: &Path, copy: &Path) -> io::Result<()>;
    /// Gives a file or folder another path; a file that is there is replaced.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()>;
}

/// The machine's own.
pub(super) struct Machine;

impl Disk for Machine {
    fn create(&mut self, path: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()> {
        let file = File::create_new(path)?;
        let rights = || like.map_or(Ok(()), |like| file.set_permissions(fs::metadata(like)?.permissions()));
        let result = (&file).write_all(bytes).and_then(|()| rights()).and_then(|()| file.sync_all());
        // What was begun and could not be finished is nobody's.
        result.inspect_err(|_| drop(fs::remove_file(path)))
    }

    fn keep(&mut self, path: &Path, copy: &Path) -> io::Result<()> {
        fs::hard_link(path, copy).or_else(|_| fs::copy(path, copy).map(drop))
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }
}

/// How a step is undone.
enum Undo {
    Remove(PathBuf),
    RemoveFolder(PathBuf),
    Rename { from: PathBuf, to: PathBuf },
}

/// What has been done so far.
struct Journal<'d> {
    disk: &'d mut dyn Disk,
    done: Vec<Undo>,
}

/// A file that is not there yet.
pub(super) struct NewFile {
    /// Its path from the site's folder.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

/// Performs a plan, and makes new files where it has made room for them.
pub(super) fn commit(disk: &mut dyn Disk, root: &Path, plan: &Plan, made: &[NewFile]) -> Result<(), AuthorFault> {
    let mut journal = Journal { disk, done: Vec::new() };
    match journal.perform(root, plan, made) {
        Ok(kept) => {
            for copy in kept {
                // It is hidden, and passed over by everything that reads the folder.
                let _ = fs::remove_file(copy);
            }
            Ok(())
        }
        Err(fault) => {
            journal.undo();
            Err(fault)
        }
    }
}

impl Journal<'_> {
    /// Gives the copies that were kept in case of a fault.
    fn perform(&mut self, root: &Path, plan: &Plan, made: &[NewFile]) -> Result<Vec<PathBuf>, AuthorFault> {
        for Rewrite { disk, was, text, .. } in &plan.rewrites {
            at(disk, unchanged(disk, was))?;
            let fresh = beside(disk, "new");
            at(disk, self.disk.create(&fresh, text.as_bytes(), Some(disk)))?;
            self.done.push(Undo::Remove(fresh));
        }
        let mut kept = Vec::new();
        for Rewrite { disk, .. } in &plan.rewrites {
            let copy = beside(disk, "old");
            at(disk, self.disk.keep(disk, &copy))?;
            self.done.push(Undo::Remove(copy.clone()));
            at(disk, self.disk.rename(&beside(disk, "new"), disk))?;
            self.done.push(Undo::Rename { from: copy.clone(), to: disk.clone() });
            kept.push(copy);
        }
        for item in &plan.renames {
            let (from, to) = (real(root, &item.from), real(root, &item.to));
            at(&to, free(&from, &to).and_then(|()| self.disk.rename(&from, &to)))?;
            for copy in &mut kept {
                if let Ok(rest) = copy.strip_prefix(&from) {
                    *copy = to.join(rest);
                }
            }
            self.done.push(Undo::Rename { from: to, to: from });
        }
        for NewFile { path, bytes } in made {
            let path = root.join(path);
            self.make_folders(&path)?;
            at(&path, self.disk.create(&path, bytes, None))?;
            self.done.push(Undo::Remove(path));
        }
        Ok(kept)
    }

    /// Makes the folders in which a file is to lie, from the outermost.
    fn make_folders(&mut self, path: &Path) -> Result<(), AuthorFault> {
        // The last of a relative path's is the folder that one is in, without a name.
        let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
        let missing: Vec<&Path> = path.ancestors().skip(1).take_while(is_missing).collect();
        for folder in missing.into_iter().rev() {
            at(folder, fs::create_dir(folder))?;
            self.done.push(Undo::RemoveFolder(folder.to_owned()));
        }
        Ok(())
    }

    fn undo(&mut self) {
        for step in self.done.drain(..).rev() {
            // If this fails too, the first fault is the one to tell.
            let _ = match step {
                Undo::Remove(path) => fs::remove_file(path),
                Undo::RemoveFolder(path) => fs::remove_dir(path),
                Undo::Rename { from, to } => fs::rename(from, to),
            };
        }
    }
}

fn at<T>(path: &Path, result: io::Result<T>) -> Result<T, AuthorFault> {
    result.map_err(|source| AuthorFault { path: path.to_owned(), source })
}

/// A hidden name beside a file.
fn beside(path: &Path, what: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.{what}", std::process::id()))
}

/// Where something lies behind the symbolic links on the way to it.
fn real(root: &Path, path: &str) -> PathBuf {
    let path = root.join(path);
    let folder = path.parent().and_then(|folder| fs::canonicalize(folder).ok());
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

/// A text that somebody has saved since it was read must not be lost, nor one that may not be written over.
fn unchanged(path: &Path, was: &str) -> io::Result<()> {
    if fs::read(path)? != was.as_bytes() {
        return Err(io::ErrorKind::ResourceBusy.into());
    }
    writable(path)
}

/// Whether something may be moved there: nothing is written over, and nothing taken from a folder that may not be written.
fn free(from: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    [from, to].into_iter().filter_map(Path::parent).try_for_each(writable)
}

/// Whoever may do everything may write what is marked as not to be written; here the mark is kept to.
fn writable(path: &Path) -> io::Result<()> {
    if fs::metadata(path)?.permissions().readonly() { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::author::moves::Move;

    /// A disk on which one step fails.
    struct Failing {
        steps_left: usize,
    }

    impl Failing {
        fn step(&mut self) -> io::Result<()> {
            self.steps_left = self.steps_left.checked_sub(1).ok_or(io::ErrorKind::StorageFull)?;
            Ok(())
        }
    }

    impl Disk for Failing {
        fn create(&mut self, path: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()> {
            self.step().and_then(|()| Machine.create(path, bytes, like))
        }

        fn keep(&mut self, path: &Path, copy: &Path) -> io::Result<()> {
            self.step().and_then(|()| Machine.keep(path, copy))
        }

        fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
            self.step().and_then(|()| Machine.rename(from, to))
        }
    }

    /// All files and folders, with what is in them and when it was written.
    fn state(root: &Path) -> BTreeMap<PathBuf, Option<(Vec<u8>, std::time::SystemTime)>> {
        let items = walkdir::WalkDir::new(root).into_iter().map(|item| item.expect("an item"));
        let state = |item: walkdir::DirEntry| {
            let file = item.file_type().is_file();
            let written = || fs::metadata(item.path()).and_then(|file| file.modified()).expect("a time");
            (item.path().to_owned(), file.then(|| (fs::read(item.path()).expect("a file"), written())))
        };
        items.map(state).collect()
    }

    fn folder() -> (tempfile::TempDir, Plan, Vec<NewFile>) {
        let folder = tempfile::tempdir().expect("a folder");
        let root = fs::canonicalize(folder.path()).expect("a folder");
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).and_then(|()| fs::write(&path, text)).expect("a file");
            path
        };
        let rewrite = |path: &str, file: &str| Rewrite {
            file: file.to_owned(),
            disk: write(path, "old"),
            was: "old".to_owned(),
            text: "new".to_owned(),
        };
        let rename = |from: &str, to: &str| Move { from: from.to_owned(), to: to.to_owned() };
        let rewrites = vec![rewrite("s/02-w/01-a.md", "s/02-a.md"), rewrite("s/02-w/02-b.md", "s/03-w/02-b.md"), rewrite("c.md", "c.md")];
        let renames = vec![rename("s/02-w/01-a.md", "s/02-a.md"), rename("s/02-w", "s/03-w")];
        let plan = Plan { renames, rewrites, readdressed: Vec::new() };
        (folder, plan, vec![NewFile { path: "s/new/x.md".to_owned(), bytes: b"x".to_vec() }])
    }

    #[test]
    fn whichever_step_fails_everything_is_as_it_was() {
        let mut steps = 0;
        loop {
            let (folder, plan, made) = folder();
            let before = state(folder.path());
            if commit(&mut Failing { steps_left: steps }, folder.path(), &plan, &made).is_ok() {
                break;
            }
            assert_eq!(state(folder.path()), before, "step {steps}");
            steps += 1;
        }
        assert_eq!(steps, 3 + 2 * 3 + 2 + 1);
    }

    #[test]
    fn all_is_done_and_nothing_is_left_over() {
        let (folder, plan, made) = folder();
        commit(&mut Machine, folder.path(), &plan, &made).expect("done");
        let files: Vec<(String, Vec<u8>)> = state(folder.path())
            .into_iter()
            .filter_map(|(path, file)| Some((path.strip_prefix(folder.path()).ok()?.to_string_lossy().replace('\\', "/"), file?.0)))
            .collect();
        let expected = [("c.md", "new"), ("s/02-a.md", "new"), ("s/03-w/02-b.md", "new"), ("s/new/x.md", "x")];
        assert_eq!(files, expected.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())));
    }

    #[test]
    fn what_was_saved_meanwhile_lies_in_the_way_or_is_locked_is_left_alone() {
        type Provoke = fn(&Path);
        let faults: [(Provoke, io::ErrorKind); 4] = [
            (|root| fs::write(root.join("c.md"), "newer").expect("a file"), io::ErrorKind::ResourceBusy),
            (|root| fs::create_dir(root.join("s/03-w")).expect("a folder"), io::ErrorKind::AlreadyExists),
            (|root| lock(&root.join("c.md")), io::ErrorKind::PermissionDenied),
            (|root| lock(&root.join("s")), io::ErrorKind::PermissionDenied),
        ];
        for (provoke, kind) in faults {
            let (folder, plan, made) = folder();
            provoke(folder.path());
            let before = state(folder.path());
            let fault = commit(&mut Machine, folder.path(), &plan, &made).expect_err("a fault");
            assert_eq!(fault.source.kind(), kind);
            assert_eq!(state(folder.path()), before);
            unlock(&folder.path().join("s"));
        }
    }

    fn lock(path: &Path) {
        let mut rights = fs::metadata(path).expect("it").permissions();
        rights.set_readonly(true);
        fs::set_permissions(path, rights).expect("locked");
    }

    /// Or the folder of the test cannot be taken away.
    fn unlock(path: &Path) {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("unlocked");
    }
}
