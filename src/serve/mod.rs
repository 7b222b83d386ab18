//! The preview: a change on disk becomes a new site, and the browser is told.
//!
//! A route is rendered when a browser asks for it, from the same site and by the same code as `build`; nothing rendered is
//! kept, and nothing is written. What is served is what `build --drafts` writes (without drafts, if they are left out), but
//! for one script element before `</body>`; and but for what cannot be read now, which is shown as it last could be.
//!
//! - `watch` hears of a change and waits until it has come to rest.
//! - [`Preview`] reads what has changed and keeps what is to be shown ([`Shown`]).
//! - `answer` renders the route of an address, `side` a page in two languages side by side.
//! - `report` tells the script in a page (`browser/`) how its page stands.
//! - `http` speaks with browsers and tells them that there is something new.

mod answer;
mod checked;
mod editor;
mod http;
mod name;
mod report;
mod shown;
mod side;
mod watch;

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::process::{Command, Stdio};
use std::time::Instant;

pub use answer::Answer;
pub use editor::{Editor, EditorFault};
pub use shown::{Preview, Shown};
use tokio::net::TcpListener;

use crate::Project;
use crate::diagnostic::{Finding, Words};
use crate::source::ReadFault;

/// The first port to be tried where none is asked for.
const FIRST_PORT: u16 = 1407;

/// How to serve.
#[derive(Debug)]
pub struct Options {
    /// The address of this machine to listen on.
    pub host: IpAddr,
    /// The port; `None` for the next free one from 1407.
    pub port: Option<u16>,
    /// Whether to look through the site's folder again and again, because it does not tell of its changes.
    pub poll: bool,
    /// The author's language.
    pub words: Words,
    /// The author's editor.
    pub editor: Editor,
}

/// What happens while the preview runs.
#[derive(Debug)]
pub enum Event<'a> {
    /// Browsers may come.
    Listening {
        /// Where to.
        address: String,
        /// Whether other machines may come too.
        exposed: bool,
    },
    /// The site was read.
    Read {
        /// What is wrong with it.
        findings: &'a [Finding],
        /// How long it took.
        milliseconds: u128,
    },
    /// There are folders now that the system does not let the program watch.
    Blind,
}

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is no site.
    #[error(transparent)]
    Site(#[from] ReadFault),
    /// The port that was asked for is in use.
    #[error("port {0} is in use")]
    PortInUse(u16),
    /// The system does not let the program watch so many folders.
    #[error("too many folders to watch")]
    TooManyFolders,
    /// The machine failed.
    #[error(transparent)]
    Machine(#[from] io::Error),
}

/// Serves a project until the program is told to stop.
///
/// # Errors
/// If there is no site, the port is in use, or the machine cannot listen or watch.
pub fn serve(project: Project, options: Options, tell: &(dyn Fn(&Event<'_>) + Sync)) -> Result<(), Fault> {
    let Options { host, port, poll, words, editor } = options;
    let showing = http::Showing::default();
    let noticed = showing.clone();
    // The watch begins before the first reading, so that no change falls between the two.
    let mut watch = watch::Watch::start(project.root(), poll, move || noticed.notice()).map_err(|fault| match fault {
        watch::WatchFault::TooMany => Fault::TooManyFolders,
        watch::WatchFault::Machine(error) => Fault::Machine(error),
    })?;
    let start = Instant::now();
    let mut preview = Preview::new(project, words, editor)?;
    let tell_of = |preview: &Preview, start: Instant| {
        tell(&Event::Read { findings: preview.shown().findings(), milliseconds: start.elapsed().as_millis() });
    };
    showing.show(preview.shown());
    tell_of(&preview, start);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let stopped = {
        let _within = runtime.enter();
        http::stopped()?
    };
    let listener = runtime.block_on(listen(host, port))?;
    let local = listener.local_addr()?;
    let shown = if local.ip().is_unspecified() { format!("localhost:{}", local.port()) } else { local.to_string() };
    let address = format!("http://{shown}{}", preview.shown().folder());
    tell(&Event::Listening { address, exposed: !local.ip().is_loopback() });
    let server = showing.clone();
    std::thread::scope(|scope| {
        // Each of the two ends the other, in whatever way it ends: half a preview would be taken for a whole one.
        let stopper = watch.stopper();
        let (ended, watched) = tokio::sync::oneshot::channel::<()>();
        scope.spawn(move || {
            let _ended = ended;
            if let Some(unseen) = watch.follow_links(preview.links()) {
                preview.update(&unseen);
                showing.show(preview.shown());
            }
            while let Some(rested) = watch.wait() {
                let start = Instant::now();
                let last = preview.update(&rested.touched);
                if let Some(unseen) = watch.follow_links(preview.links()) {
                    preview.update(&unseen);
                }
                showing.show(preview.shown());
                showing.settle(rested.changes);
                if rested.is_blind {
                    tell(&Event::Blind);
                }
                tell_of(&preview, start);
                // A site of thousands of pages takes its time to go; by now nobody waits for it.
                drop(last);
            }
        });
        let stopped = async {
            tokio::select! {
                () = stopped => {}
                _ = watched => {}
            }
        };
        let result = runtime.block_on(http::run(listener, server, stopped));
        drop(stopper);
        // Streams of events never end by themselves.
        runtime.shutdown_background();
        result
    })?;
    Ok(())
}

async fn listen(host: IpAddr, port: Option<u16>) -> Result<TcpListener, Fault> {
    if let Some(port) = port {
        return TcpListener::bind(SocketAddr::new(host, port)).await.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => Fault::PortInUse(port),
            _ => Fault::Machine(error),
        });
    }
    for port in FIRST_PORT..FIRST_PORT + 100 {
        match TcpListener::bind(SocketAddr::new(host, port)).await {
            // Windows keeps whole ranges of ports to itself.
            Err(error) if matches!(error.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied) => {}
            other => return Ok(other?),
        }
    }
    Ok(TcpListener::bind(SocketAddr::new(host, 0)).await?)
}

/// Opens an address in the browser of whoever started the program.
///
/// # Errors
/// If there is no program to open it with.
pub fn open(address: &str) -> io::Result<()> {
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/c", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    Command::new(program).args(first).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(|_| ())
}
