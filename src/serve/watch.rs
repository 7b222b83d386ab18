//! Tells what in a site's folder has changed and come to rest.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use notify::{Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::Touched;
use crate::config::FILE;
use crate::source::{CONTENT, THEMES, is_editors_own};

/// For how long nothing may happen before the folder counts as at rest: a file is written in several steps.
const REST: Duration = Duration::from_millis(8);

/// The same, where the last that happened ends a save: a file that was written is closed, or takes its name.
const REST_AFTER_SAVE: Duration = Duration::from_millis(2);

/// For how long changes are gathered at most: something may go on being written.
const PATIENCE: Duration = Duration::from_millis(300);

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
    places: Arc<RwLock<Places>>,
}

/// Where the site's files lie.
#[derive(Debug, Default)]
struct Places {
    /// The site's folder under all names that events may use.
    roots: Vec<PathBuf>,
    /// Where symbolic links in the content lead.
    links: Vec<PathBuf>,
}

/// Why there is no watch.
#[derive(Debug, thiserror::Error)]
pub(super) enum WatchFault {
    /// The system lets nobody watch so many folders.
    #[error("too many folders to watch")]
    TooMany,
    /// The machine failed.
    #[error(transparent)]
    Machine(#[from] io::Error),
}

impl From<notify::Error> for WatchFault {
    fn from(error: notify::Error) -> Self {
        if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) { Self::TooMany } else { Self::Machine(io::Error::other(error)) }
    }
}

/// What has come to rest.
#[derive(Debug)]
pub(super) struct Rested {
    /// What has changed.
    pub(super) touched: Touched,
    /// How many changes those were, each counted as it was noticed.
    pub(super) changes: u64,
    /// Whether folders have come that the system lets nobody watch.
    pub(super) is_blind: bool,
}

/// Ends the wait for changes when it goes.
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
    /// Something has come that the system lets nobody watch.
    Blind,
}

impl Watch {
    /// Begins to watch settings, content and themes. `notice` is called for each change at once, on a thread of its own.
    /// `poll` looks through the folder again and again: for network drives, which do not tell of changes.
    pub(super) fn start(root: &Path, poll: bool, notice: impl Fn() + Send + 'static) -> Result<Self, WatchFault> {
        let (sender, signals) = channel();
        let told = sender.clone();
        let places = Arc::new(RwLock::new(Places { roots: roots(root)?, links: Vec::new() }));
        let known = places.clone();
        let handler = move |event: notify::Result<Event>| {
            if let Some(change) = change(event, &known.read().unwrap_or_else(PoisonError::into_inner)) {
                notice();
                // The receiver is gone only when the preview ends.
                let _ = told.send(Signal::Changed(change));
            }
        };
        // A link that leads out of the site is not followed, and one that stays within is by the place to which it leads.
        let config = notify::Config::default().with_follow_symlinks(false);
        let mut watcher: Box<dyn Watcher + Send> = if poll {
            let config = config.with_poll_interval(POLL).with_compare_contents(true);
            Box::new(PollWatcher::new(handler, config)?)
        } else {
            Box::new(RecommendedWatcher::new(handler, config)?)
        };
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        let mut watch = Self { signals, sender, watcher, root: root.to_owned(), places };
        for folder in [CONTENT, THEMES] {
            watch.follow(&root.join(folder))?;
        }
        Ok(watch)
    }

    /// Watches the places to which symbolic links in the content lead. Gives what must be looked at once more: the content, if
    /// some of them were not watched yet when it was read.
    pub(super) fn follow_links<'p>(&mut self, links: impl Iterator<Item = &'p Path>) -> Option<Touched> {
        let links: Vec<PathBuf> = links.map(Path::to_owned).collect();
        let mut places = self.places.write().unwrap_or_else(PoisonError::into_inner);
        let new: Vec<PathBuf> = links.iter().filter(|link| !places.links.contains(link)).cloned().collect();
        places.links = links;
        drop(places);
        let mut unseen = Touched::default();
        unseen.add(CONTENT);
        let unseen = (!new.is_empty()).then_some(unseen);
        for link in new {
            // One that went again meanwhile leads nowhere.
            let _ = match link.parent() {
                Some(folder) if !link.is_dir() => self.watcher.watch(folder, RecursiveMode::NonRecursive),
                _ => self.watcher.watch(&link, RecursiveMode::Recursive),
            };
        }
        unseen
    }

    /// Watches a folder and all below it.
    fn follow(&mut self, folder: &Path) -> notify::Result<()> {
        if folder.is_dir() { self.watcher.watch(folder, RecursiveMode::Recursive) } else { Ok(()) }
    }

    /// Waits for changes and until they have come to rest; `None` when the preview ends.
    pub(super) fn wait(&mut self) -> Option<Rested> {
        let Ok(Signal::Changed(first)) = self.signals.recv() else { return None };
        let start = Instant::now();
        let mut heap = Heap::default();
        let mut rest = heap.add(first);
        let mut away = None;
        while let Some(left) = PATIENCE.checked_sub(start.elapsed()) {
            match self.signals.recv_timeout(rest.min(left)) {
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
        self.renew(&mut heap);
        Some(heap.into())
    }

    /// Watches `content` and `themes` again where they are new, or have taken the place of others, or where events were
    /// lost that may have told of folders within them.
    fn renew(&mut self, heap: &mut Heap) {
        for folder in [CONTENT, THEMES] {
            if heap.is_everything || heap.traces.contains_key(folder) {
                // One that went again meanwhile will be seen to come back.
                let followed = self.follow(&self.root.join(folder)).map_err(WatchFault::from);
                heap.is_blind |= matches!(followed, Err(WatchFault::TooMany));
            }
        }
        // A folder within them is watched by now, so that what is put in it from here on is told, and what was before is
        // found when it is read: the answer to this call comes behind it.
        if cfg!(target_os = "linux") && heap.has_folders {
            let _ = self.watcher.watch(&self.root, RecursiveMode::NonRecursive);
        }
    }

    pub(super) fn stopper(&self) -> Stopper {
        Stopper(self.sender.clone())
    }
}

impl Drop for Stopper {
    fn drop(&mut self) {
        let _ = self.0.send(Signal::Stop);
    }
}

/// Changes until they come to rest.
#[derive(Default)]
struct Heap {
    traces: BTreeMap<String, Trace>,
    is_everything: bool,
    is_blind: bool,
    /// Whether a folder may have come.
    has_folders: bool,
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
        self.is_everything |= matches!(kind, ChangeKind::Everything | ChangeKind::Blind);
        self.is_blind |= kind == ChangeKind::Blind;
        self.has_folders |= !matches!(kind, ChangeKind::Other);
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
        Self { touched, changes: heap.changes, is_blind: heap.is_blind }
    }
}

/// The site's folder under all names that events may use.
fn roots(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut roots = vec![root.to_owned(), std::path::absolute(root)?, std::env::current_dir()?.join(root), root.canonicalize()?];
    roots.dedup();
    Ok(roots)
}

/// What an event means for the site; `None` for nothing.
fn change(event: notify::Result<Event>, places: &Places) -> Option<Change> {
    let whole = |kind| Some(Change { paths: Vec::new(), kind });
    let event = match event.map_err(WatchFault::from) {
        Ok(event) if event.need_rescan() => return whole(ChangeKind::Everything),
        Ok(event) => event,
        Err(WatchFault::TooMany) => return whole(ChangeKind::Blind),
        Err(WatchFault::Machine(_)) => return whole(ChangeKind::Everything),
    };
    let kind = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => ChangeKind::Saved,
        // Our own reading is an event too.
        EventKind::Access(_) => return None,
        EventKind::Create(_) => ChangeKind::Made,
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => ChangeKind::Renamed,
        _ => ChangeKind::Other,
    };
    let paths: Vec<String> = event.paths.iter().filter_map(|path| within(path, places)).collect();
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
fn within(path: &Path, places: &Places) -> Option<String> {
    if places.links.iter().any(|link| path.starts_with(link)) {
        // Which paths lead here is found by looking.
        return Some(CONTENT.to_owned());
    }
    let within = places.roots.iter().find_map(|root| path.strip_prefix(root).ok())?;
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
        change(Ok(event), &Places { roots: vec![PathBuf::from("/site")], links: vec![PathBuf::from("/site/shared")] })
    }

    fn event(kind: EventKind, paths: &[&str]) -> Event {
        paths.iter().fold(Event::new(kind), |event, path| event.add_path(PathBuf::from(path)))
    }

    #[test]
    fn after_lost_events_everything_is_read() {
        let everything = || Change { paths: Vec::new(), kind: ChangeKind::Everything };
        assert_eq!(told(Event::new(EventKind::Other).set_flag(Flag::Rescan)), Some(everything()));
        assert_eq!(change(Err(Error::generic("lost")), &Places::default()), Some(everything()));
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
        assert_eq!(path("/site/shared/c40.md").as_deref(), Some("content"), "a link leads there");
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
