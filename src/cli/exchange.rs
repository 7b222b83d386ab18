//! `translations export` and `translations import`: texts to translators, and back.

use std::fmt::Display;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::arguments::{Common, Export, Format};
use super::commands::{machine, project, read, say};
use super::report::{self, Failure};
use crate::address::Key;
use crate::author::AuthorFault;
use crate::author::exchange::{self, Extent, Imported, Manner, NotExported, NotImported, Unreadable, Wanted};
use crate::config::Config;
use crate::diagnostic::{Words, nearest};
use crate::review::Records;
use crate::site::{Drafts, Site};
use crate::{author, source};

/// A site every file of which can be read, and what was checked of it.
struct Whole {
    site: Arc<Site>,
    records: Arc<Records>,
}

/// The site, whole: a file that cannot be read would come back as one that is missing.
fn site(common: &Common, words: &Words) -> Result<Option<Whole>, Failure> {
    let mut project = project(common, None, Drafts::Include)?;
    let reading = read(&mut project)?;
    match reading.site {
        Some(site) if site.is_whole() => Ok(Some(Whole { site, records: reading.records })),
        Some(_) => Err(Failure::new("exchange-broken", &[])),
        None => {
            report::findings(&reading.findings, project.root(), common.format, words);
            Ok(None)
        }
    }
}

fn languages(config: &Config) -> String {
    config.languages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Writes a file for translators.
pub(super) fn export(options: &Export, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let Some(Whole { site, records }) = site(common, words)? else { return Ok(ExitCode::FAILURE) };
    let (from, to) = exchange::languages(&site.config, &options.to, options.from.as_deref())
        .map_err(|value| Failure::usage("exchange-languages", &[("value", &value), ("languages", &languages(&site.config))]))?;
    let keys = options.keys.iter().map(|key| Key::parse(key).ok_or_else(|| unknown_key(&site, key))).collect::<Result<_, _>>()?;
    let drafts = if options.drafts { Drafts::Include } else { Drafts::LeaveOut };
    let format = format(options)?;
    let extent = if options.only_stale { Extent::Stale { records: &records, root: &common.root } } else { Extent::All };
    let wanted = Wanted { from, to, keys, drafts, format, extent };
    let exported = exchange::export(&site, &wanted, words).map_err(|fault| match fault {
        NotExported::UnknownKey(key) => unknown_key(&site, key.as_str()),
        NotExported::Finding(_) => Failure::new("exchange-broken", &[]),
    })?;
    let tell = |text: String| {
        // The terminal is the file's, where no other is named.
        let is_file_there = options.output.is_none() && exported.texts > 0;
        let _ = match (common.quiet, is_file_there) {
            (true, _) => Ok(()),
            (false, true) => writeln!(anstream::stderr(), "{text}"),
            (false, false) => writeln!(anstream::stdout(), "{text}"),
        };
    };
    if exported.texts == 0 {
        tell(words.text("exchange-nothing", &[]));
    } else {
        match &options.output {
            Some(path) => author::write_apart(path, exported.text.as_bytes()).map_err(|fault| failed(&fault))?,
            None => drop(anstream::stdout().write_all(exported.text.as_bytes())),
        }
        let file = options.output.as_ref().map_or_else(|| "–".to_owned(), |path| path.display().to_string());
        let values = [("texts", exported.texts.to_string()), ("untranslated", exported.untranslated.to_string())];
        let values = values.into_iter().chain([
            ("pages", exported.pages.to_string()),
            ("from", from.to_string()),
            ("to", to.to_string()),
            ("file", file),
        ]);
        tell(words.text("exchange-exported", &values.collect::<Vec<_>>()));
    }
    if exported.drafts > 0 {
        tell(words.text("exchange-drafts", &[("drafts", exported.drafts.to_string())]));
    }
    Ok(ExitCode::SUCCESS)
}

/// The format that is asked for, or that the name of the file tells.
fn format(options: &Export) -> Result<exchange::Format, Failure> {
    let ending = options.output.as_ref().and_then(|path| path.extension()).map(|ending| ending.to_string_lossy().to_lowercase());
    match (options.format, ending.as_deref()) {
        (Format::Xliff, _) | (Format::Human, Some("xlf" | "xliff")) => Ok(exchange::Format::Xliff),
        (Format::Po | Format::Human, _) => Ok(exchange::Format::Po),
        (Format::Json, _) => Err(Failure::usage("exchange-format", &[("value", &"json")])),
    }
}

fn unknown_key(site: &Site, key: &str) -> Failure {
    let near = nearest(key, site.pairs().map(|(_, pair)| pair.key.as_str()));
    match near {
        Some(near) => Failure::new("key-unknown-near", &[("key", &key), ("near", &near)]),
        None => Failure::new("key-unknown", &[("key", &key)]),
    }
}

/// Puts the texts of a translated file into the site.
pub(super) fn import(file: &Path, dry_run: bool, partial: bool, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let Some(Whole { site, .. }) = site(common, words)? else { return Ok(ExitCode::FAILURE) };
    let bytes = source::bytes(file).map_err(|error| machine(file, &error))?;
    let name = file.display().to_string();
    let manner = match (dry_run, partial) {
        (true, _) => Manner::Rehearsal,
        (false, true) => Manner::Partial,
        (false, false) => Manner::Whole,
    };
    let imported = exchange::import(&site, &common.root, &name, &bytes, manner).map_err(|fault| match fault {
        NotImported::Unreadable(Unreadable { line, why, detail }) => {
            Failure::new("exchange-unreadable", &[("file", &name), ("line", &line), ("why", &why), ("detail", &detail)])
        }
        NotImported::Language(value) => {
            Failure::new("exchange-foreign", &[("file", &name), ("value", &value), ("languages", &languages(&site.config))])
        }
        NotImported::Finding(_) => Failure::new("exchange-broken", &[]),
        NotImported::Machine(fault) => failed(&fault),
    })?;
    report::findings(&imported.refused, &common.root, common.format, words);
    tell(&imported, manner, common, words);
    let is_refused = !imported.refused.is_empty() && manner != Manner::Partial;
    Ok(if is_refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn failed(fault: &AuthorFault) -> Failure {
    match fault.source.kind() {
        std::io::ErrorKind::ResourceBusy => Failure::new("exchange-saved", &[("path", &fault.path.display())]),
        _ => machine(&fault.path, &fault.source),
    }
}

fn tell(imported: &Imported, manner: Manner, common: &Common, words: &Words) {
    let text = |id: &str, values: &[(&'static str, &dyn Display)]| {
        let values: Vec<(&str, String)> = values.iter().map(|(name, value)| (*name, value.to_string())).collect();
        words.text(id, &values)
    };
    let refused = imported.refused.len();
    let is_held = refused > 0 && manner == Manner::Whole;
    if is_held {
        say(common, &text("exchange-refused", &[("count", &refused)]));
    } else if imported.files.is_empty() {
        say(common, &text("exchange-no-change", &[]));
    } else {
        let file = |file: &exchange::Target| {
            let texts = text("exchange-file", &[("texts", &file.texts), ("new", &if file.is_new { "yes" } else { "no" })]);
            format!("{}: {}", file.path, texts.trim())
        };
        let list: Vec<String> = imported.files.iter().map(file).collect();
        let texts: usize = imported.files.iter().map(|file| file.texts).sum();
        let id = if imported.is_written { "exchange-imported" } else { "exchange-would-import" };
        say(common, &text(id, &[("texts", &texts), ("files", &list.len()), ("list", &list.join("\n  "))]));
    }
    let rest = [
        ("as-before", imported.as_before),
        ("untranslated", imported.untranslated),
        ("unsure", imported.unsure),
        ("waiting", imported.waiting),
    ];
    for (kind, count) in rest.into_iter().filter(|(_, count)| *count > 0) {
        say(common, &text("exchange-rest", &[("kind", &kind), ("count", &count)]));
    }
    if refused > 0 && !is_held {
        say(common, &text("exchange-left-out", &[("count", &refused)]));
    }
    if imported.is_written {
        say(common, &text("exchange-look-through", &[]));
    }
}
