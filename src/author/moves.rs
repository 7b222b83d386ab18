//! Files and folders that get another path, and what becomes of any path thereby.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::source::Entry;

/// A file, or a folder with all in it, that gets another path; both from the site's folder, with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Where it lies.
    pub from: String,
    /// Where it is to lie.
    pub to: String,
}

/// All that gets another path at once.
#[derive(Debug, Default)]
pub(super) struct Moves(BTreeMap<String, String>);

impl Moves {
    /// Adds a file or folder; one that stays where it is is none.
    pub(super) fn add(&mut self, from: String, to: String) {
        if from != to {
            self.0.insert(from, to);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a path leads afterwards.
    pub(super) fn of<'p>(&self, path: &'p str) -> Cow<'p, str> {
        let mut end = path.len();
        loop {
            if let Some(to) = self.0.get(&path[..end]) {
                return Cow::Owned(format!("{to}{}", &path[end..]));
            }
            match path[..end].rfind('/') {
                Some(slash) => end = slash,
                None => return Cow::Borrowed(path),
            }
        }
    }

    /// One after the other, what lies in a folder before the folder.
    pub(super) fn in_turn(&self) -> Vec<Move> {
        let mut moves: Vec<Move> = self.0.iter().map(|(from, to)| Move { from: from.clone(), to: to.clone() }).collect();
        moves.sort_by_key(|item| std::cmp::Reverse(item.from.matches('/').count()));
        moves
    }

    /// The names that a text must hold, one of them, to lead to something that moves.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(|from| from.rsplit('/').next().unwrap_or(from))
    }
}

/// The file of a page, or the folder of a chapter: what has the number and the key in its name.
pub(super) fn named_path(entry: &Entry) -> &str {
    let index = format!("/index.{}.md", entry.language);
    entry.path.strip_suffix(index.as_str()).unwrap_or(&entry.path)
}

/// The folder, the digits with their hyphen, and all from the key on, of what [`named_path`] gives.
pub(super) fn parts(entry: &Entry) -> (&str, &str, &str) {
    let (folder, name) = named_path(entry).rsplit_once('/').unwrap_or(("", named_path(entry)));
    let file = format!("{}.{}.md", entry.key, entry.language);
    let rest = if named_path(entry) == &*entry.path { file.as_str() } else { entry.key.as_str() };
    let digits = name.len() - rest.len().min(name.len());
    (folder, &name[..digits], &name[digits..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_follows_the_innermost_of_what_moves() {
        let mut moves = Moves::default();
        moves.add("content/sections/02-work".into(), "content/sections/03-work".into());
        moves.add("content/sections/02-work/01-first.da.md".into(), "content/sections/02-first.da.md".into());
        moves.add("content/cases/c40.da.md".into(), "content/cases/c40.da.md".into());
        assert_eq!(moves.of("content/sections/02-work/02-x.da.md"), "content/sections/03-work/02-x.da.md");
        assert_eq!(moves.of("content/sections/02-work/01-first.da.md"), "content/sections/02-first.da.md");
        assert_eq!(moves.of("content/sections/02-worker/x"), "content/sections/02-worker/x");
        let turns: Vec<String> = moves.in_turn().into_iter().map(|item| item.from).collect();
        assert_eq!(turns, ["content/sections/02-work/01-first.da.md", "content/sections/02-work"]);
    }
}
