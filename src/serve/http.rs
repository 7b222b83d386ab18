//! Speaks with browsers.

use std::convert::Infallible;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use axum::Router;
use axum::extract::{Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION, ORIGIN, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::sync::watch::Sender;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt as _};

use super::{Answer, Shown, report};

/// For how long a request waits for a change to come to rest before it gets what there is.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the server and the watcher share.
#[derive(Debug, Clone, Default)]
pub(super) struct Showing {
    shown: Arc<RwLock<Option<Arc<Shown>>>>,
    /// How often something was read; browsers wait for the next number.
    generation: Arc<Sender<u64>>,
    pending: Arc<Sender<Pending>>,
}

/// Changes on disk, counted.
#[derive(Debug, Clone, Copy, Default)]
struct Pending {
    /// Those that were heard of.
    noticed: u64,
    /// Those that are shown.
    settled: u64,
}

impl Showing {
    /// Something has changed on disk.
    pub(super) fn notice(&self) {
        self.pending.send_modify(|pending| pending.noticed += 1);
    }

    /// So many changes more are shown.
    pub(super) fn settle(&self, changes: u64) {
        self.pending.send_modify(|pending| pending.settled += changes);
    }

    /// There is something new to show.
    pub(super) fn show(&self, shown: &Arc<Shown>) {
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Some(shown.clone());
        self.generation.send_replace(shown.generation);
    }

    /// What is to be shown now. A change that was heard of is waited for: what is known to be old is not shown.
    async fn current(&self) -> Option<Arc<Shown>> {
        let mut pending = self.pending.subscribe();
        let noticed = pending.borrow_and_update().noticed;
        let settled = pending.wait_for(|pending| pending.settled >= noticed);
        // A folder in which something goes on changing is shown as it was last read.
        let _ = tokio::time::timeout(PATIENCE, settled).await;
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Serves until the program is told to stop.
pub(super) async fn run(listener: TcpListener, showing: Showing, stopped: impl Future<Output = ()>) -> io::Result<()> {
    let script = |text: &'static str| get(move || async move { file("text/javascript; charset=utf-8", text) });
    let style = |text: &'static str| get(move || async move { file("text/css; charset=utf-8", text) });
    let router = Router::new()
        .route("/_langebro/preview.js", script(include_str!("browser/preview.js")))
        .route("/_langebro/stream.js", script(include_str!("browser/stream.js")))
        .route("/_langebro/panel.css", style(include_str!("browser/panel.css")))
        .route("/_langebro/side.css", style(include_str!("browser/side.css")))
        .route("/_langebro/events", get(events))
        .route("/_langebro/page", get(page))
        .route("/_langebro/work", get(work))
        .fallback(route)
        .with_state(showing)
        .layer(from_fn(own_visitors));
    tokio::select! {
        result = async { axum::serve(listener, router).await } => result,
        () = stopped => Ok(()),
    }
}

/// Refuses what another site makes a browser ask: a page elsewhere must not read the preview, neither by its own script
/// (`Origin`), nor by a name of its own that it has led to this machine (`Host`), nor as a part of itself
/// (`Sec-Fetch-Site`). It may lead to it.
async fn own_visitors(request: Request, next: Next) -> Response {
    if !is_own(request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

fn is_own(headers: &HeaderMap) -> bool {
    let header = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let host = header(HOST).is_some_and(is_this_machine);
    let is_part_of_another = headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site" || site == "same-site")
        && headers.get("sec-fetch-dest").is_none_or(|dest| dest != "document");
    host && !is_part_of_another
        && header(ORIGIN).is_none_or(|origin| origin.split_once("://").is_some_and(|(_, host)| is_this_machine(host)))
}

/// Whether a host (with or without a port) is `localhost` or an address in figures, which nobody can lead elsewhere.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok()
}

/// What ends when the program is told to stop, by Ctrl-C or by the system. It listens from the moment of this call on.
///
/// Must be called within the runtime.
#[cfg(unix)]
pub(super) fn stopped() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// What ends when the program is told to stop by Ctrl-C.
#[cfg(not(unix))]
pub(super) fn stopped() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without a way to hear of it, the program runs until it is killed.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

/// The stream of numbers that tells browsers of something new.
async fn events(State(showing): State<Showing>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let generations = WatchStream::new(showing.generation.subscribe());
    let event = |generation| Ok(Event::default().event("site").data(format!("{{\"generation\":{generation}}}")));
    Sse::new(generations.map(event)).keep_alive(KeepAlive::default())
}

/// What the script in a page asks.
#[derive(Debug, Deserialize)]
struct Question {
    /// The address at which its page stood.
    address: String,
    /// The page's name.
    #[serde(default)]
    page: String,
}

/// Tells the script in a page how its page stands.
async fn page(State(showing): State<Showing>, Query(question): Query<Question>) -> Response {
    with_site(&showing, move |shown| json(&report::report(&shown, &decoded(&question.address), &question.page))).await
}

/// Tells what was done, for whoever measures.
async fn work(State(showing): State<Showing>) -> Response {
    with_site(&showing, |shown| json(&shown.work())).await
}

async fn route(State(showing): State<Showing>, request: Request) -> Response {
    let path = decoded(request.uri().path());
    with_site(&showing, move |shown| sent(shown.answer(&path))).await
}

/// Rendering is work for the processor; it must not hold up the streams of events.
async fn with_site(showing: &Showing, answer: impl FnOnce(Arc<Shown>) -> Response + Send + 'static) -> Response {
    let Some(shown) = showing.current().await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    tokio::task::spawn_blocking(move || answer(shown)).await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

fn sent(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let location = answer.location.map(|location| [(LOCATION, HeaderValue::from_str(&location).unwrap_or(HeaderValue::from_static("/")))]);
    (status, location, file(answer.kind, answer.bytes)).into_response()
}

fn json(record: &impl Serialize) -> Response {
    file("application/json", serde_json::to_string(record).unwrap_or_default())
}

fn file(kind: &'static str, bytes: impl Into<axum::body::Body>) -> Response {
    ([(CONTENT_TYPE, HeaderValue::from_static(kind)), (CACHE_CONTROL, HeaderValue::from_static("no-store"))], bytes.into()).into_response()
}
