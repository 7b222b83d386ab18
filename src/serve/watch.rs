//! Tells what in a site's folder has changed and come to rest.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use notify::{Event, PollWatcher, RecursiveMode, Watcher};

use crate::Touched;
use crate::config::FILE;
use crate::source::{CONTENT, THEMES, is_editors_own};

/// For how long nothing may happen before the folder counts as at rest: a file is written in several steps.
const REST: Duration = Duration::from_millis(8);

/// The same, where the last that happened ends a save: a file that was written is closed, or takes its name.
const REST_AFTER_SAVE: Duration = Duration::from_millis(2);

/// For how long a file that has gone may come back: some editors delete it and write it anew.
const AWAY: Duration = Duration::from_millis(60);

/// How often a folder is looked through that does not tell of its changes.
const POLL: Duration = Duration::from_millis(500);

/// A watch over a site's folder.
pub(super) struct Watch {
    signals: Receiver<Signal>,
    sender: Sender<Signal>,
    watcher: Box<dyn Watcher + Send>,
    root: PathBuf,
}

/// What has come to rest.
#[derive(Debug)]
pub(super) struct Rested {
    /// What has changed.
    pub(super) touched: Touched,
    /// How many changes those were, each counted as it was noticed.
    pub(super) changes: u64,
}

/// Ends the wait for changes.
pub(super) struct Stopper(Sender<Signal>);

enum Signal {
    Changed(Change),
    Stop,
}

/// One thing that happened in the folder.
#[derive(Debug, Default, PartialEq, Eq)]
struct Change {
    /// Where, from the site's folder, with `/`. None if nobody can tell.
    paths: Vec<String>,
    kind: ChangeKind,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum ChangeKind {
    /// Something is there that was not.
    Made,
    /// A file that was written is closed, or has taken its name.
    Saved,
    /// A file has another name: the first path is the old one.
    Renamed,
    /// Anything else.
    #[default]
    Other,
    /// Events were lost.
    Everything,
}

impl Watch {
    /// Begins to watch settings, content and themes. `notice` is called for each change at once, on a thread of its own.
    /// `poll` looks through the folder again and again: for network drives, which do not tell of changes.
    pub(super) fn start(root: &Path, poll: bool, notice: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (sender, signals) = channel();
        let told = sender.clone();
        let roots = roots(root)?;
        let handler = move |event: notify::Result<Event>| {
            if let Some(change) = change(event, &roots) {
                notice();
                // The receiver is gone only when the preview ends.
                let _ = told.send(Signal::Changed(change));
            }
        };
        let watcher: notify::Result<Box<dyn Watcher + Send>> = if poll {
            let config = notify::Config::default().with_poll_interval(POLL).with_compare_contents(true);
            PollWatcher::new(handler, config).map(|watcher| Box::new(watcher) as _)
        } else {
            notify::recommended_watcher(handler).map(|watcher| Box::new(watcher) as _)
        };
        let mut watcher = watcher.map_err(io::Error::other)?;
        watcher.watch(root, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
        let mut watch = Self { signals, sender, watcher, root: root.to_owned() };
        for folder in [CONTENT, THEMES] {
            watch.follow(folder).map_err(io::Error::other)?;
        }
        Ok(watch)
    }

    /// Watches a folder and all below it.
    fn follow(&mut self, folder: &str) -> notify::Result<()> {
        let folder = self.root.join(folder);
        if folder.is_dir() { self.watcher.watch(&folder, RecursiveMode::Recursive) } else { Ok(()) }
    }

    /// Waits for changes and until they have come to rest; `None` when the preview ends.
    pub(super) fn wait(&mut self) -> Option<Rested> {
        let Ok(Signal::Changed(first)) = self.signals.recv() else { return None };
        let mut heap = Heap::default();
        let mut rest = heap.add(first);
        let mut away = None;
        loop {
            match self.signals.recv_timeout(rest) {
                Ok(Signal::Changed(change)) => rest = heap.add(change),
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    if !heap.is_away(&self.root) {
                        break;
                    }
                    let left = AWAY.checked_sub(away.get_or_insert_with(Instant::now).elapsed());
                    let Some(left) = left.filter(|left| !left.is_zero()) else { break };
                    rest = left;
                }
            }
        }
        // A folder that is new, or has taken the place of another, is not watched yet; what was put in it before it is
        // will be found when it is read. One that went again meanwhile will be seen to come back.
        let folders: Vec<String> = heap.traces.keys().filter(|path| self.root.join(path).is_dir()).cloned().collect();
        for folder in folders {
            let _ = self.follow(&folder);
        }
        Some(heap.into())
    }

    pub(super) fn stopper(&self) -> Stopper {
        Stopper(self.sender.clone())
    }
}

impl Stopper {
    pub(super) fn stop(&self) {
        let _ = self.0.send(Signal::Stop);
    }
}

/// Changes until they come to rest.
#[derive(Default)]
struct Heap {
    traces: BTreeMap<String, Trace>,
    is_everything: bool,
    changes: u64,
}

/// What is known of a path in a heap.
#[derive(Default)]
struct Trace {
    /// It was not there before.
    is_new: bool,
    /// It has gone to another place in the site.
    has_moved: bool,
}

impl Heap {
    /// Adds a change; gives how long to wait for the next.
    fn add(&mut self, change: Change) -> Duration {
        self.changes += 1;
        let Change { paths, kind } = change;
        self.is_everything |= kind == ChangeKind::Everything;
        for (number, path) in paths.into_iter().enumerate() {
            let trace = self.traces.entry(path).or_insert_with(|| Trace { is_new: kind == ChangeKind::Made, ..Trace::default() });
            trace.has_moved = kind == ChangeKind::Renamed && number == 0;
        }
        if matches!(kind, ChangeKind::Saved | ChangeKind::Renamed) { REST_AFTER_SAVE } else { REST }
    }

    /// Whether a file that was there has gone, and may come back.
    fn is_away(&self, root: &Path) -> bool {
        let is_away =
            |(path, trace): (&String, &Trace)| !trace.is_new && !trace.has_moved && std::fs::symlink_metadata(root.join(path)).is_err();
        self.traces.iter().any(is_away)
    }
}

impl From<Heap> for Rested {
    fn from(heap: Heap) -> Self {
        let mut touched = if heap.is_everything { Touched::everything() } else { Touched::default() };
        heap.traces.into_keys().for_each(|path| touched.add(path));
        Self { touched, changes: heap.changes }
    }
}

/// The site's folder under all names that events may use.
fn roots(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut roots = vec![root.to_owned(), std::path::absolute(root)?, std::env::current_dir()?.join(root), root.canonicalize()?];
    roots.dedup();
    Ok(roots)
}

/// What an event means for the site; `None` for nothing.
fn change(event: notify::Result<Event>, roots: &[PathBuf]) -> Option<Change> {
    let everything = Change { paths: Vec::new(), kind: ChangeKind::Everything };
    let Ok(event) = event else { return Some(everything) };
    if event.need_rescan() {
        return Some(everything);
    }
    let kind = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => ChangeKind::Saved,
        // Our own reading is an event too.
        EventKind::Access(_) => return None,
        EventKind::Create(_) => ChangeKind::Made,
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => ChangeKind::Renamed,
        _ => ChangeKind::Other,
    };
    let paths: Vec<String> = event.paths.iter().filter_map(|path| within(path, roots)).collect();
    let is_whole = paths.len() == event.paths.len();
    match kind {
        _ if paths.is_empty() => None,
        // Renamed to or from what is none of ours: a backup that the editor makes.
        ChangeKind::Renamed if !is_whole => Some(Change { paths, kind: ChangeKind::Other }),
        _ => Some(Change { paths, kind }),
    }
}

/// The path from the site's folder, with `/`, if it may concern the site: the settings, or what lies in `content` or
/// `themes` and is no editor's own.
fn within(path: &Path, roots: &[PathBuf]) -> Option<String> {
    let within = roots.iter().find_map(|root| path.strip_prefix(root).ok())?;
    let parts: Vec<_> = within.iter().map(|part| part.to_string_lossy()).collect();
    let first = parts.first()?;
    let is_ours = *first == CONTENT || *first == THEMES || parts.len() == 1 && *first == FILE;
    (is_ours && !parts.iter().any(|part| is_editors_own(part))).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use notify::event::{CreateKind, DataChange, Flag};
    use notify::{Error, Event, EventKind};

    use super::*;

    fn told(event: Event) -> Option<Change> {
        change(Ok(event), &[PathBuf::from("/site")])
    }

    fn event(kind: EventKind, paths: &[&str]) -> Event {
        paths.iter().fold(Event::new(kind), |event, path| event.add_path(PathBuf::from(path)))
    }

    #[test]
    fn after_lost_events_everything_is_read() {
        let everything = || Change { paths: Vec::new(), kind: ChangeKind::Everything };
        assert_eq!(told(Event::new(EventKind::Other).set_flag(Flag::Rescan)), Some(everything()));
        assert_eq!(change(Err(Error::generic("watch limit")), &[]), Some(everything()));
        let mut heap = Heap::default();
        heap.add(Change { paths: vec!["content/a.md".to_owned()], kind: ChangeKind::Other });
        heap.add(everything());
        assert!(Rested::from(heap).touched.is_everything());
    }

    #[test]
    fn only_what_may_change_the_site_is_followed() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let path = |path: &str| told(event(written, &[path])).map(|change| change.paths.join(" "));
        assert_eq!(path("/site/content/cases/c40.da.md").as_deref(), Some("content/cases/c40.da.md"));
        assert_eq!(path("/site/langebro.yaml").as_deref(), Some("langebro.yaml"));
        assert_eq!(path("/site/public/index.html"), None);
        assert_eq!(path("/site/notes/langebro.yaml"), None);
        assert_eq!(path("/site/content/.obsidian/workspace.json"), None);
        assert_eq!(path("/site/content/.01-aims.da.md.swp"), None);
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert_eq!(told(event(read, &["/site/content/index.da.md"])), None, "what the program itself reads is no change");
    }

    #[test]
    fn a_file_that_an_editor_sets_aside_is_expected_back() {
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        let aside = told(event(renamed, &["/site/content/a.da.md", "/site/content/a.da.md~"])).expect("a change");
        let moved = told(event(renamed, &["/site/content/a.da.md", "/site/content/b.da.md"])).expect("a change");
        let made = told(event(EventKind::Create(CreateKind::File), &["/site/content/a.da.md"])).expect("a change");
        let is_away = |change| {
            let mut heap = Heap::default();
            heap.add(change);
            heap.is_away(Path::new("/site"))
        };
        assert!(is_away(aside));
        assert!(!is_away(Change { paths: moved.paths[..1].to_vec(), kind: moved.kind }));
        assert!(!is_away(made), "what came and went again was never part of the site");
    }
}
