//! The commands that write sources: a new page, a page with another key, a section with another place.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use super::arguments::{Common, Format, PageKind, SpotArguments};
use super::commands::{machine, project, read, say};
use super::report::{self, Failure};
use crate::Reading;
use crate::address::{Key, Language};
use crate::author::{self, AuthorFault, Beginning, NewKind, NewPage, Plan, Refused, Spot};
use crate::diagnostic::{Finding, Tongue, Words};
use crate::site::{Drafts, Site};
use crate::source::{self, Kind};
use crate::vocabulary::GOALS;

/// Whether to do something, or only to tell what would be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Perform,
    Rehearse,
}

impl Mode {
    pub(super) fn of(dry_run: bool) -> Self {
        if dry_run { Self::Rehearse } else { Self::Perform }
    }
}

/// What was done, for programs.
#[derive(Debug, Serialize)]
struct Done<'a> {
    dry_run: bool,
    made: &'a [String],
    renamed: Vec<FromTo<'a>>,
    changed: Vec<&'a str>,
    addresses: Vec<Readdressed<'a>>,
}

#[derive(Debug, Serialize)]
struct FromTo<'a> {
    from: &'a str,
    to: &'a str,
}

#[derive(Debug, Serialize)]
struct Readdressed<'a> {
    file: &'a str,
    from: &'a str,
    to: &'a str,
}

impl<'a> Done<'a> {
    fn new(mode: Mode, plan: &'a Plan, made: &'a [String]) -> Self {
        Self {
            dry_run: mode == Mode::Rehearse,
            made,
            renamed: plan.renames.iter().map(|item| FromTo { from: &item.from, to: &item.to }).collect(),
            changed: plan.rewrites.iter().map(|rewrite| rewrite.file.as_str()).collect(),
            addresses: plan
                .readdressed
                .iter()
                .map(|page| Readdressed { file: &page.file, from: page.from.as_str(), to: page.to.as_str() })
                .collect(),
        }
    }
}

/// A site with its drafts.
struct Sources {
    site: Arc<Site>,
    /// What was found in it.
    findings: Vec<Finding>,
}

/// `None` if the settings of the site cannot be used, which has been told.
fn sources(common: &Common, words: &Words) -> Result<Option<Sources>, Failure> {
    let mut project = project(common, None, Drafts::Include)?;
    let Reading { site, findings, .. } = read(&mut project)?;
    if site.is_none() {
        report::findings(&findings, project.root(), common.format, words);
    }
    Ok(site.map(|site| Sources { site, findings }))
}

/// A key for a page that is to have it.
fn valid(text: &str) -> Result<Key, Failure> {
    let named = || source::named(text.rsplit('/').next().unwrap_or_default()).map(|(key, _)| key);
    let better = || named().or_else(|| Key::nearest(text)).map_or(String::new(), |key| key.to_string());
    Key::parse(text).ok_or_else(|| Failure::usage("key-bad", &[("key", &text), ("better", &better())]))
}

pub(super) fn new(kind: PageKind, key: &str, after: Option<&str>, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let kind = match kind {
        PageKind::Section => NewKind::Section,
        PageKind::Case => NewKind::Case,
        PageKind::Page => NewKind::Page,
        PageKind::Words => return new_words(key, common, words),
    };
    let key = valid(key)?;
    let Some(Sources { site, findings }) = sources(common, words)? else { return Ok(ExitCode::FAILURE) };
    let beginning = |language: Language| {
        let words = Words::new(Tongue::parse(language.as_str()).unwrap_or(Tongue::English));
        let text = |id| words.text(id, &[("key", key.to_string())]);
        Beginning { language, title: text("new-title"), text: text("new-text") }
    };
    let beginnings = site.config.languages.iter().copied().map(beginning).collect();
    let spot = after.map_or(Spot::Last, Spot::After);
    let page = NewPage { kind, key: key.clone(), spot, beginnings };
    let made = author::create(&site, &common.root, &findings, &page).map_err(|refused| failure(refused, key.as_str(), common, words))?;
    if common.format == Format::Json {
        report::say_json(&Done::new(Mode::Perform, &made.plan, &made.files));
        return Ok(ExitCode::SUCCESS);
    }
    say(common, &words.text("new-done", &[("files", made.files.join("\n  "))]));
    if !made.plan.renames.is_empty() {
        say(common, &words.text("new-renumbered", &[("files", renamed(&made.plan))]));
    }
    if !made.plan.rewrites.is_empty() {
        say(common, &words.text("done-changed", &[("files", changed(&made.plan))]));
    }
    Ok(ExitCode::SUCCESS)
}

/// The words of the interface in a language of the site.
fn new_words(code: &str, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let Some(Sources { site, .. }) = sources(common, words)? else { return Ok(ExitCode::FAILURE) };
    let known = |language: &Language| site.config.languages.contains(language);
    let language = Language::parse(code).filter(known).ok_or_else(|| Failure::new("words-no-language", &[("language", &code)]))?;
    let english = Language::parse("en").unwrap_or(language);
    let names: Vec<_> = GOALS.iter().map(|goal| (format!("goal-{}", goal.number), goal.name(english).to_owned())).collect();
    let told = |refused| failure(refused, code, common, words);
    let made = [author::words(&site, &common.root, language, &names).map_err(told)?];
    if common.format == Format::Json {
        report::say_json(&Done::new(Mode::Perform, &Plan::default(), &made));
    } else {
        say(common, &words.text("words-done", &[("file", made[0].clone())]));
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) fn rename(old: &str, new: &str, mode: Mode, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let new = valid(new)?;
    let Some(Sources { site, findings }) = sources(common, words)? else { return Ok(ExitCode::FAILURE) };
    let told = |refused| failure(refused, new.as_str(), common, words);
    let plan = author::rename(&site, &common.root, &findings, old, &new).map_err(told)?;
    let names = [("old", old.to_owned()), ("new", new.to_string())];
    perform(&plan, mode, common, words, &words.text(if plan.is_empty() { "rename-same" } else { "rename-done" }, &names))
}

pub(super) fn relocate(section: &str, spot: &SpotArguments, mode: Mode, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let Some(Sources { site, findings }) = sources(common, words)? else { return Ok(ExitCode::FAILURE) };
    let spot = match spot {
        SpotArguments { behind: Some(key), .. } => Spot::After(key),
        SpotArguments { before: Some(key), .. } => Spot::Before(key),
        SpotArguments { into: Some(key), .. } => Spot::Into(key),
        SpotArguments { .. } => Spot::Last,
    };
    let told = |refused| failure(refused, section, common, words);
    let plan = author::relocate(&site, &common.root, &findings, section, spot).map_err(told)?;
    let names = [("key", section.to_owned())];
    perform(&plan, mode, common, words, &words.text(if plan.is_empty() { "move-there" } else { "move-done" }, &names))
}

/// Performs a plan, unless it is only rehearsed, and tells what it comes to.
fn perform(plan: &Plan, mode: Mode, common: &Common, words: &Words, done: &str) -> Result<ExitCode, Failure> {
    if mode == Mode::Perform {
        author::perform(&common.root, plan).map_err(|fault| write_failure(&fault, &common.root))?;
    }
    if common.format == Format::Json {
        report::say_json(&Done::new(mode, plan, &[]));
        return Ok(ExitCode::SUCCESS);
    }
    match mode {
        Mode::Rehearse if !plan.is_empty() => say(common, &words.text("rehearsed", &[])),
        Mode::Rehearse | Mode::Perform => say(common, done),
    }
    if plan.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    say(common, &words.text("done-renamed", &[("files", renamed(plan))]));
    if !plan.rewrites.is_empty() {
        say(common, &words.text("done-changed", &[("files", changed(plan))]));
    }
    let addresses: Vec<String> = plan.readdressed.iter().map(|page| format!("{} → {}", page.from, page.to)).collect();
    if addresses.is_empty() {
        say(common, &words.text("done-same-addresses", &[]));
    } else {
        say(common, &words.text("done-addresses", &[("addresses", addresses.join("\n  "))]));
    }
    Ok(ExitCode::SUCCESS)
}

/// One on each line, in the order of their new places.
fn renamed(plan: &Plan) -> String {
    let mut items: Vec<_> = plan.renames.iter().collect();
    items.sort_by_key(|item| &item.to);
    items.into_iter().map(|item| format!("{} → {}", item.from, item.to)).collect::<Vec<_>>().join("\n  ")
}

fn changed(plan: &Plan) -> String {
    plan.rewrites.iter().map(|rewrite| rewrite.file.as_str()).collect::<Vec<_>>().join("\n  ")
}

/// Why nothing was written; `new` is the key that was to be given, or the section that was to move.
fn failure(refused: Refused, new: &str, common: &Common, words: &Words) -> Failure {
    match refused {
        Refused::NoSuchPage { wrote, meant: Some(meant) } => Failure::new("key-unknown-near", &[("key", &wrote), ("near", &meant)]),
        Refused::NoSuchPage { wrote, meant: None } => Failure::new("key-unknown", &[("key", &wrote)]),
        Refused::NoSection { key, kind } => {
            Failure::new(if kind == Kind::Front { "move-front" } else { "move-unordered" }, &[("key", &key)])
        }
        Refused::NoChapter { key, file } => {
            let folder = file.rsplit_once('/').map_or("", |(_, name)| name).split('.').next().unwrap_or_default();
            let folder = format!("{}/{folder}", file.rsplit_once('/').map_or("", |(folder, _)| folder));
            Failure::new("move-no-chapter", &[("key", &key), ("folder", &folder)])
        }
        Refused::Taken(file) => Failure::new("new-taken", &[("key", &new), ("file", &file)]),
        Refused::Misread(key) => Failure::new("key-misread", &[("key", &key)]),
        Refused::FrontPage => Failure::new("rename-front", &[]),
        Refused::WithinItself { key, to } if key == to => Failure::new("move-itself", &[("key", &key)]),
        Refused::WithinItself { key, to } => Failure::new("move-within", &[("key", &key), ("to", &to)]),
        Refused::TooDeep(deepest) => Failure::new("move-deep", &[("deepest", &deepest)]),
        Refused::Unread(file) => Failure::new("house-unread", &[("file", &file)]),
        Refused::Occupied(path) => Failure::new("house-occupied", &[("path", &path)]),
        Refused::SymbolicLink(path) => Failure::new("house-link", &[("path", &path)]),
        Refused::Faults(findings) => {
            let told = findings.iter().map(|finding| match &finding.place {
                Some(place) => format!("{}: {}", place.file, words.message(finding)),
                None => words.message(finding),
            });
            Failure::new("house-faults", &[("faults", &told.collect::<Vec<_>>().join("\n  "))])
        }
        Refused::LinkLost { file, line } => Failure::new("house-link-lost", &[("file", &file), ("line", &line)]),
        Refused::AddressLost(address) => Failure::new("house-address-lost", &[("address", &address)]),
        Refused::NoRoomForAlias { file, address } => Failure::new("house-no-alias", &[("file", &file), ("address", &address)]),
        Refused::HasWords(language) => Failure::new("words-there", &[("language", &language)]),
        Refused::Machine(fault) => write_failure(&fault, &common.root),
    }
}

/// What kept a source from being written.
fn write_failure(fault: &AuthorFault, root: &Path) -> Failure {
    let real = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let within = fault.path.strip_prefix(&real).or_else(|_| fault.path.strip_prefix(root)).unwrap_or(&fault.path);
    let id = match fault.source.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => "house-denied",
        std::io::ErrorKind::AlreadyExists => "house-occupied",
        std::io::ErrorKind::ResourceBusy => "house-saved",
        std::io::ErrorKind::InvalidFilename => "house-long",
        _ => return machine(&fault.path, &fault.source),
    };
    Failure::new(id, &[("path", &within.display())])
}
