//! Findings, failures and usage faults as text or JSON.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde::Serialize;

use super::arguments::Format;
use crate::diagnostic::{Finding, Severity, Words};
use crate::source;

/// Why a command could not be performed, other than for findings.
#[derive(Debug)]
pub(super) struct Failure {
    /// A text of the program's, by name.
    pub(super) id: &'static str,
    /// What it names.
    pub(super) values: Vec<(&'static str, String)>,
    /// Whether the command line is to blame.
    pub(super) is_usage: bool,
}

impl Failure {
    pub(super) fn new(id: &'static str, values: &[(&'static str, &dyn fmt::Display)]) -> Self {
        Self { id, values: values.iter().map(|(name, value)| (*name, value.to_string())).collect(), is_usage: false }
    }

    pub(super) fn usage(id: &'static str, values: &[(&'static str, &dyn fmt::Display)]) -> Self {
        Self { is_usage: true, ..Self::new(id, values) }
    }

    pub(super) fn status(&self) -> ExitCode {
        ExitCode::from(if self.is_usage { 2 } else { 1 })
    }
}

/// Says why a command could not be performed. A program that reads findings gets an array of one, with the code `failure`.
pub(super) fn failure(failure: &Failure, format: Format, words: &Words) {
    let values: Vec<(&str, String)> = failure.values.iter().map(|(name, value)| (*name, value.clone())).collect();
    let message = words.text(failure.id, &values);
    match format {
        Format::Human | Format::Po | Format::Xliff => say_error(&words.text("error", &[]), &message),
        Format::Json => {
            let severity = Severity::Error.as_str();
            say_json(&[Record { severity, code: "failure", message, help: String::new(), file: None, line: None, column: None }]);
        }
    }
}

/// Tells a program what it asked for.
pub(super) fn say_json(value: &(impl Serialize + ?Sized)) {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let _ = writeln!(anstream::stdout(), "{text}");
}

fn say_error(name: &str, message: &str) {
    let report = [Group::with_title(Level::ERROR.with_name(name).primary_title(message))];
    let _ = writeln!(anstream::stderr(), "{}", renderer().render(&report));
}

/// What is wrong with the command line, or the help that was asked for.
pub(super) fn usage(error: &clap::Error, words: &Words) -> ExitCode {
    let context = |kind| {
        error.get(kind).map(|value| match value {
            ContextValue::Strings(all) => all.join(", "),
            other => other.to_string(),
        })
    };
    let id = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = write!(anstream::stdout(), "{}", error.render().ansi());
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(anstream::stderr(), "{}", error.render().ansi());
            return ExitCode::from(2);
        }
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::UnknownArgument => "usage-unknown-option",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_some_and(|value| value.is_empty()) => "usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-value",
        _ => "usage-other",
    };
    let argument = context(ContextKind::InvalidSubcommand).or_else(|| context(ContextKind::InvalidArg)).unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let other = context(ContextKind::PriorArg).unwrap_or_default();
    let mut message = words.text(id, &[("argument", argument), ("other", other), ("value", value)]);
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(suggestion) = suggested.into_iter().find_map(context) {
        message = format!("{message}. {}", words.text("did-you-mean", &[("suggestion", suggestion)]));
    }
    say_error(&words.text("error", &[]), &message);
    let _ = writeln!(anstream::stderr(), "{}", words.text("usage-see-help", &[]));
    ExitCode::from(2)
}

/// Tells all findings: for people on standard error, with the line and the help; for programs on standard output.
pub(super) fn findings(findings: &[Finding], root: &Path, format: Format, words: &Words) {
    match format {
        Format::Json => {
            let records: Vec<Record<'_>> = findings.iter().map(|finding| Record::new(finding, words)).collect();
            say_json(&records);
        }
        Format::Human | Format::Po | Format::Xliff => {
            let renderer = renderer();
            let mut out = anstream::stderr();
            for finding in findings {
                let _ = writeln!(out, "{}\n", renderer.render(&snippet(finding, root, words)));
            }
        }
    }
}

/// Tells findings, and to a program something else beside them, under a name of its own.
pub(super) fn findings_and(
    findings: &[Finding],
    name: &'static str,
    other: &(impl Serialize + ?Sized),
    root: &Path,
    format: Format,
    words: &Words,
) {
    if format == Format::Human {
        return self::findings(findings, root, format, words);
    }
    let records: Vec<Record<'_>> = findings.iter().map(|finding| Record::new(finding, words)).collect();
    // Records of texts and numbers can always be written.
    let values = [("findings", serde_json::to_value(&records)), (name, serde_json::to_value(other))];
    say_json(&values.into_iter().map(|(name, value)| (name, value.unwrap_or_default())).collect::<BTreeMap<_, _>>());
}

/// A finding as programs get it.
#[derive(Debug, Serialize)]
struct Record<'a> {
    severity: &'static str,
    code: &'static str,
    message: String,
    help: String,
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
}

impl<'a> Record<'a> {
    fn new(finding: &'a Finding, words: &Words) -> Self {
        let place = finding.place.as_ref();
        Self {
            severity: finding.severity().as_str(),
            code: finding.code.as_str(),
            message: words.message(finding),
            help: words.help(finding),
            file: place.map(|place| &*place.file),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
        }
    }
}

fn renderer() -> Renderer {
    Renderer::styled().decor_style(DecorStyle::Ascii)
}

fn snippet<'a>(finding: &'a Finding, root: &Path, words: &Words) -> Vec<Group<'a>> {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR.with_name(words.text("error", &[])),
        Severity::Warning => Level::WARNING.with_name(words.text("warning", &[])),
    };
    let title = level.primary_title(words.message(finding)).id(finding.code.as_str());
    let mut group = Group::with_title(title);
    if let Some(place) = &finding.place {
        let line = source::line(root, place).filter(|line| !line.trim().is_empty());
        group = match line {
            Some(line) => {
                let byte = |column: usize| line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
                let start = place.column as usize - 1;
                let range = byte(start)..byte(start + place.width as usize);
                let source = Snippet::source(line).line_start(place.line as usize).path(&*place.file);
                group.element(source.annotation(AnnotationKind::Primary.span(range)))
            }
            None => group.element(Origin::path(&*place.file).line(place.line as usize).char_column(place.column as usize)),
        };
    }
    let help = words.help(finding);
    if !help.is_empty() {
        group = group.element(Level::HELP.with_name(words.text("help", &[])).message(help));
    }
    vec![group]
}
