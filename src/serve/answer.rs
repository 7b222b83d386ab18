//! What an address is answered with.

use std::path::Path;

use super::Shown;
use super::checked::Checked;
use super::name::name;
use super::shown::Desk;
use super::side::{Author, SIDE, side_by_side};
use crate::address::Language;
use crate::diagnostic::{Finding, Severity};
use crate::render::{Content, Renderer, Route, Templates};
use crate::site::{PageId, PairId, Site, View};
use crate::source;

/// What a browser gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    /// The type of the bytes.
    pub kind: &'static str,
    /// Where to go instead.
    pub location: Option<String>,
    /// What there is.
    pub bytes: Vec<u8>,
}

/// A page, and what is to be known of it.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) status: u16,
    pub(super) html: Result<Vec<u8>, Finding>,
    /// The halves of which it is the page; both where they stand side by side.
    pub(super) halves: Vec<PageId>,
    /// Whether they stand side by side.
    pub(super) is_side: bool,
}

/// Two languages of a page side by side.
struct Sides {
    pair: PairId,
    languages: [Language; 2],
}

impl Answer {
    fn new(status: u16, kind: &'static str, bytes: Vec<u8>) -> Self {
        Self { status, kind, location: None, bytes }
    }

    pub(super) fn html(status: u16, html: Vec<u8>) -> Self {
        Self::new(status, "text/html; charset=utf-8", html)
    }

    pub(super) fn nothing() -> Self {
        Self::new(404, "text/plain; charset=utf-8", Vec::new())
    }
}

impl Shown {
    /// Answers for an address on the site's host, as it is after decoding.
    pub fn answer(&self, path: &str) -> Answer {
        let (Some(site), Some(templates)) = (&self.site, &self.templates) else { return self.fault(&self.findings) };
        if let Some(sides) = sides_at(site, path) {
            let html = self.side_by_side(site, templates, &sides);
            return html.map_or_else(|finding| self.fault(std::slice::from_ref(&finding)), |html| Answer::html(200, html));
        }
        let renderer = self.renderer(site, templates);
        let folder = site.config.base_url.path();
        let within = within(path, folder);
        if let Some(within) = within
            && !within.ends_with('/')
            && site.at(&format!("{within}/")).is_some()
        {
            // Not for good: a browser would remember it of this machine's every other site.
            return Answer { location: Some(format!("{path}/")), ..Answer::new(307, "text/plain; charset=utf-8", Vec::new()) };
        }
        let (status, route) = at(site, &renderer, within);
        match self.render(&renderer, &route) {
            Ok(content) => self.sent(status, &route, &renderer.path(&route), content),
            Err(finding) => self.fault(std::slice::from_ref(&finding)),
        }
    }

    /// The page at an address; `None` if something else stands there.
    pub(super) fn page(&self, site: &Site, path: &str) -> Option<Page> {
        let templates = self.templates.as_ref()?;
        if let Some(sides) = sides_at(site, path) {
            let halves = sides.languages.iter().filter_map(|&language| site.half(sides.pair, language)).collect();
            return Some(Page { status: 200, html: self.side_by_side(site, templates, &sides), halves, is_side: true });
        }
        let renderer = self.renderer(site, templates);
        let (status, route) = at(site, &renderer, within(path, site.config.base_url.path()));
        let view = if let Route::View(view) = route { Some(view) } else { None };
        let html = match self.render(&renderer, &route) {
            Ok(Content::Bytes(html)) => Ok(self.with_script(html, view)),
            Ok(_) => return None,
            Err(finding) => Err(finding),
        };
        let halves = match view {
            Some(View::Parallel(id, other)) => [id].into_iter().chain(site.beside(id, other)).collect(),
            view => view.and_then(|view| site.text(view)).into_iter().collect(),
        };
        Some(Page { status, html, halves, is_side: false })
    }

    /// What makes the files of the site that is shown; the search that it makes is kept for the next.
    fn renderer<'s>(&self, site: &'s Site, templates: &'s Templates) -> Renderer<'s> {
        Renderer::with_search(site, templates, self.search.clone())
    }

    fn side_by_side(&self, site: &Site, templates: &Templates, sides: &Sides) -> Result<Vec<u8>, Finding> {
        let Desk { root, words, editor, .. } = &*self.desk;
        let [left, right] = sides.languages;
        self.desk.count_rendered();
        let checked = Checked::of(site, &self.records, root, sides.pair, sides.languages);
        let html = side_by_side(site, templates, &Author { words, editor, checked: &checked }, sides.pair, left, right)?;
        Ok(self.with_script(html.into_bytes(), None))
    }

    fn render(&self, renderer: &Renderer<'_>, route: &Route) -> Result<Content, Finding> {
        let content = renderer.render(route)?;
        if matches!(content, Content::Bytes(_)) {
            self.desk.count_rendered();
        }
        Ok(content)
    }

    fn sent(&self, status: u16, route: &Route, file: &str, content: Content) -> Answer {
        let bytes = match content {
            Content::Bytes(bytes) => bytes,
            Content::Shared(bytes) => bytes.to_vec(),
            Content::File(path) => match source::bytes_within(&self.desk.root, &path) {
                Ok(bytes) => bytes,
                Err(_) => return Answer::nothing(),
            },
        };
        let kind = kind(file);
        if kind.starts_with("text/html") && !matches!(route, Route::Media(_) | Route::Asset(_)) {
            let view = if let Route::View(view) = route { Some(*view) } else { None };
            return Answer::html(status, self.with_script(bytes, view));
        }
        Answer::new(status, kind, bytes)
    }

    /// The one thing that the preview adds to a page: its script, which knows the page by name.
    pub(super) fn with_script(&self, mut html: Vec<u8>, view: Option<View>) -> Vec<u8> {
        let page = view.zip(self.site.as_ref()).map_or(String::new(), |(view, site)| name(site, view));
        let generation = self.generation;
        let element =
            format!("<script src=\"/_langebro/preview.js\" data-page=\"{page}\" data-generation=\"{generation}\" defer></script>");
        let end = b"</body>";
        // Without its end tag, which HTML does not ask for, the body ends with the file.
        let at = html.windows(end.len()).rposition(|window| window == end).unwrap_or(html.len());
        html.splice(at..at, element.bytes());
        html
    }

    /// A page for a site that cannot be shown at all.
    fn fault(&self, findings: &[Finding]) -> Answer {
        let words = &self.desk.words;
        let mut list = String::new();
        let mut put = |tag: &str, text: &str| {
            list.push_str(&format!("<{tag}>"));
            // Writing to a string cannot fail.
            let _ = pulldown_cmark_escape::escape_html(&mut list, text);
            list.push_str(&format!("</{tag}>\n"));
        };
        for finding in findings.iter().filter(|finding| finding.severity() == Severity::Error) {
            put("h2", &words.message(finding));
            if let Some(place) = &finding.place {
                put("p", &format!("{}:{}:{}", place.file, place.line, place.column));
                put("pre", &source::line(&self.desk.root, place).unwrap_or_default());
            }
            put("p", &words.help(finding));
        }
        let heading = words.text("preview-fault", &[]);
        let language = words.tongue().code();
        let html = format!(
            "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>{heading}</title></head>\n<body><h1>{heading}</h1>\n{list}</body></html>\n"
        );
        Answer::html(500, self.with_script(html.into_bytes(), None))
    }
}

/// What follows the folder of the site in a path; `None` if that lies elsewhere on the host.
fn within<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder.trim_end_matches('/')).filter(|within| within.is_empty() || within.starts_with('/'))
}

/// What stands at an address within the site, and the status of the answer.
fn at(site: &Site, renderer: &Renderer<'_>, within: Option<&str>) -> (u16, Route) {
    let route = within.and_then(|within| renderer.find(within.trim_start_matches('/')));
    route.map_or_else(|| (404, Route::NotFound(language_at(site, within))), |route| (200, route))
}

/// The page that stands side by side at an address.
fn sides_at(site: &Site, path: &str) -> Option<Sides> {
    let mut parts = path.strip_prefix(SIDE)?.trim_end_matches('/').split('/');
    let pair = site.with_key(parts.next()?)?;
    let mut language = |number: usize| match parts.next() {
        Some(code) => Language::parse(code).filter(|language| site.config.languages.contains(language)),
        None => site.config.languages.get(number).copied(),
    };
    Some(Sides { pair, languages: [language(0)?, language(1)?] })
}

/// The language in which a dead link is answered.
fn language_at(site: &Site, within: Option<&str>) -> Language {
    let at = |language: &&Language| within.is_some_and(|within| within.starts_with(site.config.front(**language).as_str()));
    site.config.languages.iter().rev().find(at).copied().unwrap_or(site.config.first_language())
}

fn kind(file: &str) -> &'static str {
    let ending = Path::new(file).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "mp4" => "video/mp4",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
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
