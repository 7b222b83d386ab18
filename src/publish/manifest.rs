//! The list of the files that our builds wrote, kept in the output folder.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{TEMPORARY, WriteFault};

const NAME: &str = ".langebro.json";

/// Which files in an output folder are ours. Paths are relative to it, with `/`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The files of the site.
    pub files: BTreeSet<String>,
    /// Style sheets and the like of the build before, which pages in readers' caches may still ask for.
    pub kept: BTreeSet<String>,
}

impl Manifest {
    /// Reads the list; there is none before the first build.
    pub(super) fn read(output: &Path) -> Result<Self, WriteFault> {
        let path = output.join(NAME);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(source) => return Err(WriteFault { path, source }),
        };
        let mut manifest: Self = serde_json::from_slice(&bytes)
            .map_err(|error| WriteFault { path, source: io::Error::new(io::ErrorKind::InvalidData, error) })?;
        // Whoever edits the list by hand must not make us reach outside.
        let is_within = |path: &String| path.split('/').all(|part| !matches!(part, "" | "." | "..")) && !path.contains('\\');
        manifest.files.retain(is_within);
        manifest.kept.retain(is_within);
        Ok(manifest)
    }

    /// Writes the list, unless it stands there already.
    pub(super) fn write(&self, output: &Path) -> Result<(), WriteFault> {
        let path = output.join(NAME);
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        if fs::read(&path).is_ok_and(|now| now == text.as_bytes()) {
            return Ok(());
        }
        let temporary = output.join(format!("{NAME}{TEMPORARY}"));
        fs::write(&temporary, text).map_err(WriteFault::at(&temporary))?;
        fs::rename(&temporary, &path).map_err(WriteFault::at(&path))
    }

    /// All files that are ours.
    pub(super) fn all(&self) -> BTreeSet<String> {
        self.files.union(&self.kept).cloned().collect()
    }

    /// The files of two lists.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self { files: self.files.union(&other.files).cloned().collect(), kept: self.kept.union(&other.kept).cloned().collect() }
    }

    /// The list after a build that makes these files. What pages load stays one build longer; a build that changes nothing
    /// does not count as one.
    pub(super) fn after(&self, files: &BTreeSet<String>, changes: bool) -> Self {
        let left: BTreeSet<String> = self.files.difference(files).filter(|path| path.starts_with("assets/")).cloned().collect();
        let kept = if changes || !left.is_empty() { left } else { self.kept.difference(files).cloned().collect() };
        Self { files: files.clone(), kept }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(paths: &[&str]) -> BTreeSet<String> {
        paths.iter().map(|path| (*path).to_owned()).collect()
    }

    #[test]
    fn the_previous_style_sheet_stays_for_one_build_that_changes_something() {
        let first = Manifest { files: set(&["assets/a.1.css", "index.html"]), kept: set(&[]) };
        let second = first.after(&set(&["assets/a.2.css", "index.html"]), true);
        assert_eq!(second.kept, set(&["assets/a.1.css"]));
        assert_eq!(second.after(&second.files, false), second);
        assert_eq!(second.after(&second.files, true).kept, set(&[]));
    }
}
