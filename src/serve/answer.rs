//! Answers a browser.

use std::convert::Infallible;
use std::io;
use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use tokio::net::TcpListener;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt as _};

use super::{Shown, Stage};
use crate::diagnostic::Finding;
use crate::render::{Content, Renderer, Route};

const SCRIPT: &str = "/_langebro/preview.js";

/// Serves until the program is told to stop.
pub(super) async fn run(listener: TcpListener, stage: Stage, stopped: impl Future<Output = ()>) -> io::Result<()> {
    let router = Router::new()
        .route(SCRIPT, get(script))
        .route("/_langebro/events", get(events))
        .fallback(page)
        .with_state(stage)
        .layer(from_fn(own_visitors));
    tokio::select! {
        result = async { axum::serve(listener, router).await } => result,
        () = stopped => Ok(()),
    }
}

/// Refuses what another site makes a browser ask: a page elsewhere must not read the preview, neither by its own script
/// (`Origin`) nor by a name of its own that it has led to this machine (`Host`).
async fn own_visitors(request: Request, next: Next) -> Response {
    if is_own(request.headers()) { next.run(request).await } else { StatusCode::FORBIDDEN.into_response() }
}

fn is_own(headers: &HeaderMap) -> bool {
    let header = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let host = header(HOST).is_some_and(is_this_machine);
    host && header(ORIGIN).is_none_or(|origin| origin.split_once("://").is_some_and(|(_, host)| is_this_machine(host)))
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

async fn script() -> Response {
    typed("text/javascript; charset=utf-8", include_str!("preview.js").into())
}

async fn events(State(stage): State<Stage>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let generations = WatchStream::new(stage.generation.subscribe());
    Sse::new(generations.map(|generation| Ok(Event::default().event("site").data(generation.to_string())))).keep_alive(KeepAlive::default())
}

async fn page(State(stage): State<Stage>, request: Request) -> Response {
    let shown = stage.current();
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    // Rendering is work for the processor; it must not hold up the streams of events.
    tokio::task::spawn_blocking(move || answer(&shown, &path)).await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(shown: &Arc<Shown>, path: &str) -> Response {
    let (Some(site), Some(templates)) = (&shown.site, &shown.templates) else {
        return fault(&shown.findings);
    };
    let renderer = Renderer::new(site, templates);
    let folder = site.config.base_url.path();
    let within = within(path, folder);
    if let Some(within) = within
        && !within.ends_with('/')
        && site.at(&format!("{within}/")).is_some()
    {
        let target = HeaderValue::from_str(&format!("{path}/")).unwrap_or_else(|_| HeaderValue::from_static("/"));
        // Not for good: a browser would remember it of this machine's every other site.
        return (StatusCode::TEMPORARY_REDIRECT, [(axum::http::header::LOCATION, target)]).into_response();
    }
    let route = within.and_then(|within| renderer.find(within.trim_start_matches('/')));
    let (status, route) = match route {
        Some(route) => (StatusCode::OK, route),
        None => {
            let at = |language: &&crate::address::Language| {
                within.is_some_and(|within| within.starts_with(site.config.front(**language).as_str()))
            };
            let languages = &site.config.languages;
            let language = languages.iter().rev().find(at).copied().unwrap_or(site.config.first_language());
            (StatusCode::NOT_FOUND, Route::NotFound(language))
        }
    };
    match renderer.render(&route) {
        Ok(content) => (status, sent(&renderer.path(&route), content, folder)).into_response(),
        Err(finding) => fault(std::slice::from_ref(&finding)),
    }
}

/// What follows the folder of the site in a path; `None` if that lies elsewhere on the host.
fn within<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder.trim_end_matches('/')).filter(|within| within.is_empty() || within.starts_with('/'))
}

fn sent(file: &str, content: Content, folder: &str) -> Response {
    let bytes = match content {
        Content::Bytes(bytes) => bytes,
        Content::Shared(bytes) => bytes.to_vec(),
        Content::File(path) => match crate::source::bytes(&path) {
            Ok(bytes) => bytes,
            Err(_) => return StatusCode::NOT_FOUND.into_response(),
        },
    };
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        "html" => typed("text/html; charset=utf-8", with_script(bytes, folder)),
        "css" => typed("text/css; charset=utf-8", bytes),
        "js" => typed("text/javascript; charset=utf-8", bytes),
        "svg" => typed("image/svg+xml", bytes),
        "png" => typed("image/png", bytes),
        "jpg" | "jpeg" => typed("image/jpeg", bytes),
        "webp" => typed("image/webp", bytes),
        "avif" => typed("image/avif", bytes),
        "gif" => typed("image/gif", bytes),
        "pdf" => typed("application/pdf", bytes),
        "xml" => typed("application/xml", bytes),
        "json" => typed("application/json", bytes),
        "txt" => typed("text/plain; charset=utf-8", bytes),
        _ => typed("application/octet-stream", bytes),
    }
}

/// The one thing that the preview adds to a page.
fn with_script(mut html: Vec<u8>, folder: &str) -> Vec<u8> {
    let element = format!("<script src=\"{SCRIPT}\" data-site=\"{folder}\" defer></script>");
    let end = b"</body>";
    if let Some(at) = html.windows(end.len()).rposition(|window| window == end) {
        html.splice(at..at, element.bytes());
    }
    html
}

fn typed(kind: &'static str, bytes: Vec<u8>) -> Response {
    ([(CONTENT_TYPE, HeaderValue::from_static(kind)), (CACHE_CONTROL, HeaderValue::from_static("no-store"))], bytes).into_response()
}

/// A page for a site that cannot be shown at all.
fn fault(findings: &[Finding]) -> Response {
    use crate::diagnostic::{Tongue, Words};
    let words = [Words::new(Tongue::Danish), Words::new(Tongue::English)];
    let mut list = String::new();
    for finding in findings {
        let place = finding.place.as_ref().map_or(String::new(), |place| format!("{}:{}:{}", place.file, place.line, place.column));
        list.push_str("<li><code>");
        let _ = pulldown_cmark_escape::escape_html(&mut list, &place);
        list.push_str("</code>");
        for words in &words {
            list.push_str("<p>");
            let _ = pulldown_cmark_escape::escape_html(&mut list, &format!("{}. {}", words.message(finding), words.help(finding)));
            list.push_str("</p>");
        }
        list.push_str("</li>\n");
    }
    let html = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Langebro</title></head>\n<body><ul>\n{list}</ul>\n</body></html>\n"
    );
    (StatusCode::INTERNAL_SERVER_ERROR, typed("text/html; charset=utf-8", with_script(html.into_bytes(), "/"))).into_response()
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn an_address_that_only_begins_like_the_folder_of_the_site_lies_elsewhere() {
        assert_eq!(within("/en/", "/"), Some("/en/"));
        assert_eq!(within("/strategi/en/", "/strategi/"), Some("/en/"));
        assert_eq!(within("/strategi", "/strategi/"), Some(""));
        assert_eq!(within("/strategier/", "/strategi/"), None);
    }
}
