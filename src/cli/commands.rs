//! What each command does.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use super::arguments::{Arguments, Build, Check, Common, Format, ReadingArguments, Serve, ServerKind, Task, Translations};
use super::readability;
use super::report::{self, Failure};
use super::sources::{self, Mode};
use super::translations;
use crate::author;
use crate::config::{BaseUrl, FILE};
use crate::diagnostic::{self, Code, Finding, Severity, Tongue, Words, explanation};
use crate::media;
use crate::publish::{self, Changes};
use crate::render::{self, Renderer};
use crate::site::{Drafts, Site, View};
use crate::{Project, Reading, serve};

/// Performs a command.
pub(super) fn perform(arguments: &Arguments, words: &Words) -> Result<ExitCode, Failure> {
    let common = &arguments.common;
    if let Some(lang) = &common.lang
        && Tongue::parse(lang).is_none()
    {
        return Err(Failure::usage("lang-unknown", &[("value", lang)]));
    }
    let is_export = matches!(&arguments.task, Task::Translations { task: Some(Translations::Export(_)) });
    if let (Format::Po | Format::Xliff, false) = (common.format, is_export) {
        let value = if common.format == Format::Po { "po" } else { "xliff" };
        return Err(Failure::usage("usage-value", &[("value", &value), ("argument", &"--format")]));
    }
    match &arguments.task {
        Task::Init { dir } => init(dir, common, words),
        Task::New { kind, key, after } => sources::new(*kind, key, after.as_deref(), common, words),
        Task::Rename { old, new, dry_run } => sources::rename(old, new, Mode::of(*dry_run), common, words),
        Task::Move { section, spot, dry_run } => sources::relocate(section, spot, Mode::of(*dry_run), common, words),
        Task::Build(options) => build(options, common, words),
        Task::Serve(options) => preview(options, common, words),
        Task::Check(options) => check(options, common, words),
        Task::Explain { code } => explain(code, words),
        Task::Headers { server } => headers(*server, common, words),
        Task::Translations { task } => translations::perform(task.as_ref(), common, words),
    }
}

pub(super) fn say(common: &Common, text: &str) {
    if !common.quiet && common.format == Format::Human {
        let _ = writeln!(anstream::stdout(), "{text}");
    }
}

fn init(dir: &Path, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    author::start(dir).map_err(|fault| match fault.source.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::new("init-taken", &[("path", &fault.path.display())]),
        _ => machine(&fault.path, &fault.source),
    })?;
    let shown = dir.display().to_string();
    let shown = if shown.contains(char::is_whitespace) { format!("\"{shown}\"") } else { shown };
    say(common, &words.text("init-done", &[("dir", shown)]));
    Ok(ExitCode::SUCCESS)
}

pub(super) fn project(common: &Common, base_url: Option<&str>, drafts: Drafts) -> Result<Project, Failure> {
    let base_url =
        base_url.map(|text| BaseUrl::parse(text).ok_or_else(|| Failure::usage("base-url-bad", &[("value", &text)]))).transpose()?;
    if !common.root.join(FILE).is_file() {
        return Err(Failure::new("no-site", &[("dir", &common.root.display())]));
    }
    Ok(Project::new(common.root.clone(), base_url, drafts))
}

pub(super) fn read(project: &mut Project) -> Result<Reading, Failure> {
    project.read().map_err(|fault| machine(&fault.path, &fault.source))
}

fn drafts(arguments: &ReadingArguments) -> Drafts {
    if arguments.drafts { Drafts::Include } else { Drafts::LeaveOut }
}

fn build(options: &Build, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let start = Instant::now();
    let public = options.output_dir.as_deref().is_none_or(|dir| real(dir) == real(&common.root.join("public")));
    if options.keep_going && public {
        return Err(Failure::usage("keep-going-where", &[]));
    }
    let mut project = project(common, options.reading.base_url.as_deref(), drafts(&options.reading))?;
    let output = output(&project, options.output_dir.as_deref())?;
    let Reading { site, templates, mut findings, laps, .. } = read(&mut project)?;
    let (Some(site), Some(templates)) = (site, templates) else {
        return Ok(refused(&findings, &project, common, words));
    };
    let renderer = Renderer::new(&site, &templates);
    findings.extend(publish::vanished(&renderer, &output).map_err(|fault| write_fault(&fault, &output))?);
    if forbids(&findings, options.strict) && !options.keep_going {
        return Ok(refused(&findings, &project, common, words));
    }
    match publish::publish(&renderer, &output) {
        Ok(changes) => {
            media::prune(&site.media);
            report::findings(&findings, project.root(), common.format, words);
            say(common, &summary(&site, changes, &findings, start, &output, words));
            if options.timings {
                let laps = laps.into_iter().chain([("render", changes.staging), ("publish", changes.committing)]);
                let laps: Vec<String> = laps.map(|(stage, time)| format!("{stage} {:.1} ms", time.as_secs_f64() * 1000.0)).collect();
                say(common, &laps.join(", "));
            }
            Ok(if forbids(&findings, options.strict) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        Err(publish::Failure::Findings(found)) => {
            findings.extend(found);
            diagnostic::sort(&mut findings);
            Ok(refused(&findings, &project, common, words))
        }
        Err(publish::Failure::Machine(fault)) => Err(write_fault(&fault, &output)),
    }
}

/// A failure of the machine, in words for what its user may do something about.
pub(super) fn machine(path: &Path, error: &std::io::Error) -> Failure {
    let id = match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => "machine-denied",
        std::io::ErrorKind::StorageFull => "machine-full",
        std::io::ErrorKind::NotFound => "machine-gone",
        std::io::ErrorKind::NotADirectory => "machine-no-folder",
        _ => "machine",
    };
    Failure::new(id, &[("path", &path.display()), ("reason", error)])
}

fn write_fault(fault: &publish::WriteFault, output: &Path) -> Failure {
    match fault.source.kind() {
        std::io::ErrorKind::ResourceBusy => Failure::new("build-busy", &[("dir", &output.display())]),
        std::io::ErrorKind::InvalidData => Failure::new("manifest-damaged", &[("path", &fault.path.display())]),
        _ => machine(&fault.path, &fault.source),
    }
}

/// The output folder; one that holds the sources, or lies among them, is refused.
fn output(project: &Project, asked: Option<&Path>) -> Result<PathBuf, Failure> {
    let output = asked.map_or_else(|| project.root().join("public"), Path::to_owned);
    let (out, root) = (real(&output), real(project.root()));
    let among_sources = ["content", "themes", ".git"].iter().any(|folder| out.starts_with(root.join(folder)));
    if root.starts_with(&out) || among_sources {
        return Err(Failure::usage("output-in-sources", &[("dir", &output.display())]));
    }
    Ok(output)
}

/// Where a path really leads; what does not exist of it yet is taken as it is written.
fn real(path: &Path) -> PathBuf {
    let mut rest = PathBuf::new();
    let mut at = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    loop {
        if let Ok(real) = fs::canonicalize(&at) {
            return real.join(rest);
        }
        let Some(name) = at.file_name().map(ToOwned::to_owned) else { return at.join(rest) };
        rest = Path::new(&name).join(rest);
        at.pop();
    }
}

fn forbids(findings: &[Finding], strict: bool) -> bool {
    findings.iter().any(|finding| strict || finding.severity() == Severity::Error)
}

fn refused(findings: &[Finding], project: &Project, common: &Common, words: &Words) -> ExitCode {
    report::findings(findings, project.root(), common.format, words);
    if common.format == Format::Human && !common.quiet {
        let _ = writeln!(anstream::stderr(), "{}", words.text("nothing-published", &counted(findings)));
    }
    ExitCode::FAILURE
}

fn counted(findings: &[Finding]) -> [(&'static str, String); 2] {
    let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
    [("errors", errors.to_string()), ("warnings", (findings.len() - errors).to_string())]
}

fn summary(site: &Site, changes: Changes, findings: &[Finding], start: Instant, output: &Path, words: &Words) -> String {
    let views = site.views();
    let pages: Vec<String> = site
        .config
        .languages
        .iter()
        .map(|&language| {
            let count = views.iter().filter(|view| !matches!(view, View::Alias(_)) && site.language(**view) == language).count();
            words.text("summary-pages", &[("language", language.to_string()), ("count", count.to_string())])
        })
        .collect();
    let mut values = vec![
        ("dir", output.display().to_string()),
        ("pages", pages.join(", ")),
        ("new", changes.new.to_string()),
        ("changed", changes.changed.to_string()),
        ("removed", changes.removed.to_string()),
        ("unchanged", changes.unchanged.to_string()),
        ("milliseconds", start.elapsed().as_millis().to_string()),
    ];
    values.extend(counted(findings));
    words.text("summary", &values)
}

fn check(options: &Check, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let mut project = project(common, options.reading.base_url.as_deref(), drafts(&options.reading))?;
    let output = output(&project, options.output_dir.as_deref())?;
    let Reading { site, templates, mut findings, .. } = read(&mut project)?;
    if let (Some(site), Some(templates)) = (&site, &templates) {
        let renderer = Renderer::new(site, templates);
        let faults = |fault| write_fault(&fault, &output);
        findings.extend(publish::vanished(&renderer, &output).map_err(faults)?);
        findings.extend(publish::rehearse(&renderer, &output).map_err(faults)?);
        diagnostic::sort(&mut findings);
    }
    if options.readability {
        let halves = site.as_ref().map_or_else(Vec::new, |site| readability::halves(site));
        report::findings_and(&findings, "readability", &readability::records(&halves), project.root(), common.format, words);
        if let Some(site) = &site {
            say(common, &format!("{}\n", readability::told(site, &halves, words)));
        }
    } else {
        report::findings(&findings, project.root(), common.format, words);
    }
    if findings.is_empty() {
        say(common, &words.text("check-fine", &[]));
    } else {
        say(common, &words.text("check-found", &counted(&findings)));
    }
    Ok(if forbids(&findings, options.strict) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn explain(code: &str, words: &Words) -> Result<ExitCode, Failure> {
    let found = Code::parse(code).and_then(|code| explanation(code, words.tongue()));
    let Some(text) = found else {
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        let nearest = Finding::nowhere(Code::UnknownPage).suggest(code, codes.iter().copied()).suggestion;
        let message = Failure::usage("explain-unknown", &[("code", &code), ("codes", &codes.join(", "))]);
        if let Some(nearest) = nearest {
            report::failure(&Failure::usage("explain-nearest", &[("code", &code), ("nearest", &nearest)]), Format::Human, words);
            return Ok(message.status());
        }
        return Err(message);
    };
    let _ = writeln!(anstream::stdout(), "{text}");
    Ok(ExitCode::SUCCESS)
}

fn headers(server: ServerKind, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let mut project = project(common, None, Drafts::LeaveOut)?;
    let reading = read(&mut project)?;
    let Some(site) = reading.site else {
        report::findings(&reading.findings, project.root(), common.format, words);
        return Ok(ExitCode::FAILURE);
    };
    let server = match server {
        ServerKind::Nginx => render::Server::Nginx,
        ServerKind::Apache => render::Server::Apache,
        ServerKind::HeadersFile => render::Server::HeadersFile,
    };
    let _ = write!(anstream::stdout(), "{}", render::headers(&site.config, server));
    Ok(ExitCode::SUCCESS)
}

/// Where files open if the author names no editor.
const EDITOR: &str = "vscode://file/{path}:{line}:{column}";

fn preview(options: &Serve, common: &Common, words: &Words) -> Result<ExitCode, Failure> {
    let drafts = if options.no_drafts { Drafts::LeaveOut } else { Drafts::Include };
    let project = project(common, None, drafts)?;
    let editor = options.editor.as_deref().filter(|editor| !editor.is_empty()).unwrap_or(EDITOR);
    let editor = (editor != "none").then_some(editor);
    let editor = serve::Editor::new(&common.root, editor).map_err(|fault| match fault {
        serve::EditorFault::NoScheme(value) => Failure::usage("editor-no-scheme", &[("value", &value)]),
        serve::EditorFault::UnsafeScheme(value) => Failure::usage("editor-unsafe", &[("value", &value)]),
        serve::EditorFault::NoPath(value) => Failure::usage("editor-no-path", &[("value", &value)]),
    })?;
    let told = |event: &serve::Event<'_>| match event {
        serve::Event::Listening { address, exposed } => {
            say(common, &words.text("serve-listening", &[("address", address.clone())]));
            if *exposed {
                say(common, &words.text("serve-exposed", &[]));
            }
            if options.open && serve::open(address).is_err() {
                say(common, &words.text("serve-no-browser", &[]));
            }
        }
        serve::Event::Blind => report::failure(&Failure::new("serve-blind", &[]), common.format, words),
        serve::Event::Read { findings, milliseconds } => {
            report::findings(findings, &common.root, common.format, words);
            let mut values = vec![("milliseconds", milliseconds.to_string())];
            values.extend(counted(findings));
            say(common, &words.text("serve-read", &values));
        }
    };
    let serving = serve::Options { host: options.host, port: options.port, poll: options.poll, words: Words::new(words.tongue()), editor };
    serve::serve(project, serving, &told)
        .map_err(|fault| match fault {
            serve::Fault::Site(fault) => machine(&fault.path, &fault.source),
            serve::Fault::TooManyFolders => Failure::new("serve-blind", &[]),
            serve::Fault::PortInUse(port) => Failure::new("serve-port", &[("port", &port)]),
            serve::Fault::Machine(error) => Failure::new("serve-failed", &[("reason", &error)]),
        })
        .map(|()| ExitCode::SUCCESS)
}
