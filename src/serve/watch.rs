//! Tells when something in a site's folder has changed and come to rest.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::config::FILE;
use crate::source::is_editors_own;

/// For how long nothing may happen before the folder counts as at rest.
const REST: Duration = Duration::from_millis(10);

/// A watch over a site's folder.
pub(super) struct Watch {
    signals: Receiver<Signal>,
    sender: Sender<Signal>,
    watcher: RecommendedWatcher,
    root: PathBuf,
}

/// Ends the wait for changes.
pub(super) struct Stopper(Sender<Signal>);

enum Signal {
    Changed,
    Stop,
}

impl Watch {
    /// Begins to watch settings, content and themes. The output folder is not watched.
    pub(super) fn start(root: &Path) -> io::Result<Self> {
        let (sender, signals) = channel();
        let told = sender.clone();
        let handler = move |event: notify::Result<notify::Event>| {
            let matters = event.map_or(true, |event| is_change(&event.kind) && event.paths.iter().any(|path| is_content(path)));
            if matters {
                // The receiver is gone only when the preview ends.
                let _ = told.send(Signal::Changed);
            }
        };
        let mut watcher = notify::recommended_watcher(handler).map_err(io::Error::other)?;
        watcher.watch(root, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
        let mut watch = Self { signals, sender, watcher, root: root.to_owned() };
        watch.renew().map_err(io::Error::other)?;
        Ok(watch)
    }

    /// Watches the folders that there are now: one that is new, or that another has taken the place of, is not watched yet.
    fn renew(&mut self) -> notify::Result<()> {
        let folders = ["content", "themes"].map(|name| self.root.join(name));
        folders.iter().filter(|folder| folder.is_dir()).try_for_each(|folder| self.watcher.watch(folder, RecursiveMode::Recursive))
    }

    /// Waits for a change and until it has come to rest; `false` when the preview ends.
    pub(super) fn wait(&mut self) -> bool {
        match self.signals.recv() {
            Ok(Signal::Changed) => {}
            Ok(Signal::Stop) | Err(_) => return false,
        }
        loop {
            match self.signals.recv_timeout(REST) {
                Ok(Signal::Changed) => {}
                Err(RecvTimeoutError::Timeout) => {
                    // A folder that went again meanwhile will be seen to come back.
                    let _ = self.renew();
                    return true;
                }
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
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

/// Our own reading is an event too; only what changes a file counts.
fn is_change(kind: &EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if !matches!(access, AccessKind::Close(AccessMode::Write)))
}

/// In the site's own folder only the settings matter; below `content` and `themes` all that is no editor's own.
fn is_content(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let below = path.iter().any(|part| part == "content" || part == "themes");
    !is_editors_own(&name) && (below || name == FILE)
}
