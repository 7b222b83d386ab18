//! The preview: a change on disk becomes a new site, and the browser is told.
//!
//! A route is rendered when a browser asks for it, from the same site and by the same code as `build`; nothing rendered is
//! kept, and nothing is written. What is served is what `build --drafts` writes, but for one script element before
//! `</body>`.

mod answer;
mod watch;

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::process::{Command, Stdio};
use std::sync::{Arc, RwLock};
use std::time::Instant;

use tokio::net::TcpListener;
use tokio::sync::watch::Sender;

use crate::diagnostic::Finding;
use crate::render::Templates;
use crate::site::Site;
use crate::{Project, Reading};

/// The first port to be tried where none is asked for.
const FIRST_PORT: u16 = 1407;

/// Where to listen.
#[derive(Debug, Clone, Copy)]
pub struct Address {
    /// The address of this machine.
    pub host: IpAddr,
    /// The port; `None` for the next free one from 1407.
    pub port: Option<u16>,
}

/// What happens while the preview runs.
#[derive(Debug)]
pub enum Event {
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
        findings: Vec<Finding>,
        /// How long it took.
        milliseconds: u128,
    },
    /// The site could not be read.
    Failed(String),
}

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The port that was asked for is in use.
    #[error("port {0} is in use")]
    PortInUse(u16),
    /// The machine failed.
    #[error(transparent)]
    Machine(#[from] io::Error),
}

/// What is shown.
#[derive(Debug, Default)]
struct Shown {
    site: Option<Site>,
    templates: Option<Templates>,
    findings: Vec<Finding>,
}

/// What the server and the watcher share.
#[derive(Debug, Clone)]
struct Stage {
    shown: Arc<RwLock<Arc<Shown>>>,
    /// How often the site has been read; browsers wait for the next number.
    generation: Sender<u64>,
}

/// Serves a project until the program is told to stop.
///
/// # Errors
/// If the port is in use, or the machine cannot listen or watch.
pub fn serve(mut project: Project, address: &Address, tell: &(dyn Fn(&Event) + Sync)) -> Result<(), Fault> {
    let stage = Stage { shown: Arc::default(), generation: Sender::new(0) };
    let mut changes = watch::Watch::start(project.root())?;
    read(&mut project, &stage, tell);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let stopped = {
        let _within = runtime.enter();
        answer::stopped()?
    };
    let listener = runtime.block_on(listen(address))?;
    let local = listener.local_addr()?;
    let prefix = stage.current().site.as_ref().map_or_else(|| "/".to_owned(), |site| site.config.base_url.path().to_owned());
    tell(&Event::Listening { address: format!("http://{local}{prefix}"), exposed: !local.ip().is_loopback() });
    let server = stage.clone();
    std::thread::scope(|scope| {
        let stopper = changes.stopper();
        scope.spawn(move || {
            while changes.wait() {
                read(&mut project, &stage, tell);
            }
        });
        let result = runtime.block_on(answer::run(listener, server, stopped));
        stopper.stop();
        // Streams of events never end by themselves.
        runtime.shutdown_background();
        result
    })?;
    Ok(())
}

fn read(project: &mut Project, stage: &Stage, tell: &(dyn Fn(&Event) + Sync)) {
    let start = Instant::now();
    match project.read() {
        Ok(Reading { site, templates, findings, .. }) => {
            let last = stage.current();
            let keep = |shown: bool| !shown && last.site.is_some();
            // Settings that cannot be read leave what was shown before, with the finding over it.
            if keep(site.is_some()) {
                tell(&Event::Read { findings, milliseconds: start.elapsed().as_millis() });
                return;
            }
            let told = findings.clone();
            stage.show(Shown { site, templates, findings });
            tell(&Event::Read { findings: told, milliseconds: start.elapsed().as_millis() });
        }
        Err(fault) => tell(&Event::Failed(fault.to_string())),
    }
}

impl Stage {
    fn current(&self) -> Arc<Shown> {
        self.shown.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    fn show(&self, shown: Shown) {
        *self.shown.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(shown);
        self.generation.send_modify(|generation| *generation += 1);
    }
}

async fn listen(address: &Address) -> Result<TcpListener, Fault> {
    if let Some(port) = address.port {
        return TcpListener::bind(SocketAddr::new(address.host, port)).await.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => Fault::PortInUse(port),
            _ => Fault::Machine(error),
        });
    }
    for port in FIRST_PORT..FIRST_PORT + 100 {
        match TcpListener::bind(SocketAddr::new(address.host, port)).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            other => return Ok(other?),
        }
    }
    Ok(TcpListener::bind(SocketAddr::new(address.host, 0)).await?)
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
