//! What the script in a page is told: where its page stands now, how it looks, and what is wrong.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::Shown;
use super::name::named;
use super::side::side_address;
use crate::config::FILE;
use crate::diagnostic::{Finding, Severity};
use crate::site::{PageId, Site};
use crate::source::{self, THEMES};

/// How many findings the panel shows at most.
const SHOWN: usize = 100;

/// The words of the panel, by their names in the program's files without `panel-`.
const WORDS: [&str; 12] = ["panel", "open", "close", "here", "elsewhere", "line", "editor", "side", "back", "lost", "kept", "frozen"];

/// How a page stands.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    generation: u64,
    /// Where the page stands.
    address: String,
    status: u16,
    /// The page; `None` if it cannot be shown.
    html: Option<String>,
    /// Addresses of media that have changed since the preview began, and when.
    media: BTreeMap<String, u64>,
    /// Whether the whole site is shown as it was, because its settings cannot be read.
    frozen: bool,
    /// Those of this page first, and among them errors first.
    findings: Vec<Told>,
    /// How many more there are, in words; `None` for none.
    more: Option<String>,
    /// How grave the worst is: `error`, `warning` or `well`.
    worst: &'static str,
    /// How many there are, in words.
    summary: String,
    /// Where both languages stand side by side.
    side: Option<String>,
    /// The way back from there.
    back: Option<String>,
    sources: Vec<SourceFile>,
    /// The language of the words.
    lang: &'static str,
    words: BTreeMap<&'static str, String>,
}

/// A finding in words.
#[derive(Debug, Serialize)]
struct Told {
    severity: &'static str,
    #[serde(rename = "severityWord")]
    severity_word: String,
    code: &'static str,
    message: String,
    help: String,
    file: Option<Arc<str>>,
    line: Option<u32>,
    column: Option<u32>,
    /// The line of the file.
    excerpt: Option<String>,
    /// Opens the file in the author's editor.
    editor: Option<String>,
    /// Whether it is one of this page's.
    here: bool,
}

/// A file of which a page is made.
#[derive(Debug, Serialize)]
struct SourceFile {
    language: String,
    file: Arc<str>,
    editor: Option<String>,
}

/// How the page of a name stands, which was last seen at an address.
pub(super) fn report(shown: &Shown, address: &str, page: &str) -> Report {
    let site = shown.site.as_deref();
    let now = site.and_then(|site| Some(site.config.base_url.rooted(site.permalink(named(site, page)?).as_str())));
    let address = now.unwrap_or_else(|| address.to_owned());
    let page = site.and_then(|site| shown.page(site, &address));
    let (status, html, halves, is_side) =
        page.map_or((500, None, Vec::new(), false), |page| (page.status, Some(page.html), page.halves, page.is_side));
    let (html, fault) = match html {
        Some(Ok(html)) => (Some(String::from_utf8_lossy(&html).into_owned()), None),
        Some(Err(fault)) => (None, Some(fault)),
        None => (None, None),
    };
    let own = site.zip(halves.first().copied());
    let words = &shown.desk.words;
    Report {
        generation: shown.generation,
        status: if html.is_some() { status } else { 500 },
        html,
        media: site.map_or(BTreeMap::new(), |site| media(shown, site)),
        summary: summary(shown, fault.as_ref()),
        frozen: shown.is_kept,
        findings: findings(shown, fault.as_ref(), &site.map_or(Vec::new(), |site| seen(site, &halves))),
        more: more(shown, fault.as_ref()),
        worst: worst(shown, fault.as_ref()),
        side: own.filter(|_| !is_side).and_then(|(site, own)| own_side(site, own)),
        back: own.filter(|_| is_side).map(|(site, own)| site.config.base_url.rooted(site.page(own).permalink.as_str())),
        sources: site.map_or(Vec::new(), |site| halves.iter().map(|half| source_file(shown, site, *half)).collect()),
        lang: words.tongue().code(),
        words: WORDS.iter().map(|name| (*name, words.text(&format!("panel-{name}"), &[]))).collect(),
        address,
    }
}

/// Where a half stands beside its counterpart in another language; `None` in a site that has but one.
fn own_side(site: &Site, half: PageId) -> Option<String> {
    let linked = site.page(half);
    let own = linked.page.entry.language;
    let other = site.config.languages.iter().find(|language| **language != own)?;
    Some(side_address(site, linked.pair, own, *other))
}

/// The files of the halves that can be seen on a page: its own, and the boxes in it.
fn seen(site: &Site, halves: &[PageId]) -> Vec<Arc<str>> {
    let mut pages = halves.to_vec();
    let mut next = 0;
    while let Some(&page) = pages.get(next) {
        next += 1;
        for id in site.page(page).embeds.iter().filter_map(|embedded| embedded.id()) {
            if !pages.contains(&id) {
                pages.push(id);
            }
        }
    }
    pages.iter().map(|id| site.page(*id).page.file().clone()).collect()
}

fn source_file(shown: &Shown, site: &Site, half: PageId) -> SourceFile {
    let page = &site.page(half).page;
    SourceFile { language: page.entry.language.to_string(), file: page.file().clone(), editor: shown.desk.editor.link(page.file(), 1, 1) }
}

fn media(shown: &Shown, site: &Site) -> BTreeMap<String, u64> {
    shown.media.iter().map(|(name, generation)| (site.config.base_url.rooted(&format!("/media/{name}")), *generation)).collect()
}

fn summary(shown: &Shown, fault: Option<&Finding>) -> String {
    let count = |severity| shown.findings.iter().chain(fault).filter(|finding| finding.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let id = match (errors, warnings) {
        (0, 0) => "panel-well",
        (_, 0) => "panel-errors",
        (0, _) => "panel-warnings",
        _ => "panel-both",
    };
    shown.desk.words.text(id, &[("errors", errors.to_string()), ("warnings", warnings.to_string())])
}

fn more(shown: &Shown, fault: Option<&Finding>) -> Option<String> {
    let more = (shown.findings.len() + usize::from(fault.is_some())).checked_sub(SHOWN).filter(|more| *more > 0)?;
    Some(shown.desk.words.text("panel-more", &[("count", more.to_string())]))
}

fn worst(shown: &Shown, fault: Option<&Finding>) -> &'static str {
    shown.findings.iter().chain(fault).map(Finding::severity).min().map_or("well", Severity::as_str)
}

/// The findings of a page, the fault of its template first, and then all others.
fn findings(shown: &Shown, fault: Option<&Finding>, files: &[Arc<str>]) -> Vec<Told> {
    // What stands in the way of all pages is a matter of this one too.
    let is_in_the_way = |file: &str| shown.templates.is_none() && file.starts_with(THEMES) || shown.is_kept && file == FILE;
    let is_here =
        |finding: &&Finding| finding.place.as_ref().is_some_and(|place| files.contains(&place.file) || is_in_the_way(&place.file));
    let (mut here, mut elsewhere): (Vec<&Finding>, Vec<&Finding>) = shown.findings.iter().partition(is_here);
    here.sort_by_key(|finding| finding.severity());
    elsewhere.sort_by_key(|finding| finding.severity());
    let here = fault.into_iter().chain(here).map(|finding| (finding, true));
    let all = here.chain(elsewhere.into_iter().map(|finding| (finding, false)));
    all.take(SHOWN).map(|(finding, here)| tell(shown, finding, here)).collect()
}

fn tell(shown: &Shown, finding: &Finding, here: bool) -> Told {
    let words = &shown.desk.words;
    let place = finding.place.as_ref();
    let excerpt = place.and_then(|place| source::line(&shown.desk.root, place)).filter(|line| !line.trim().is_empty());
    Told {
        severity: finding.severity().as_str(),
        severity_word: words.text(finding.severity().as_str(), &[]),
        code: finding.code.as_str(),
        message: words.message(finding),
        help: words.help(finding),
        file: place.map(|place| place.file.clone()),
        line: place.map(|place| place.line),
        column: place.map(|place| place.column),
        excerpt,
        editor: place.and_then(|place| shown.desk.editor.link(&place.file, place.line, place.column)),
        here,
    }
}
