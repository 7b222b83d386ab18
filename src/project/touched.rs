//! What may have changed in a site's folder.

use std::collections::BTreeSet;

use crate::source::CONTENT;

/// What may have changed in a site's folder since it was last read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    is_all: bool,
    paths: BTreeSet<String>,
}

impl Touched {
    /// Everything: nothing is known of what changed.
    pub fn everything() -> Self {
        Self { is_all: true, paths: BTreeSet::new() }
    }

    /// Adds a file, or a folder with all in it, by its path from the site's folder, with `/`.
    pub fn add(&mut self, path: impl Into<String>) {
        self.paths.insert(path.into());
    }

    /// Adds everything.
    pub fn add_everything(&mut self) {
        *self = Self::everything();
    }

    /// Whether all may have changed.
    pub fn is_everything(&self) -> bool {
        self.is_all
    }

    /// Whether a file, or something in a folder, may have changed.
    pub fn includes(&self, place: &str) -> bool {
        self.is_all || self.paths.iter().any(|path| is_within(path, place))
    }

    /// The paths in the folder of the content, or that folder itself.
    pub(super) fn in_content(&self) -> Vec<&str> {
        if self.is_all { vec![CONTENT] } else { self.paths.iter().map(String::as_str).filter(|path| is_within(path, CONTENT)).collect() }
    }
}

fn is_within(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
