//! A theme made ready: templates compiled, words read, assets named by their content.

use std::fmt::Write as _;
use std::sync::Arc;

use tera::{ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use super::words::InterfaceWords;
use crate::address::Language;
use crate::config::Config;
use crate::diagnostic::{Code, Finding, Place};
use crate::source::Theme;

/// Templates that every theme has.
const NEEDED: [&str; 13] = [
    "base.html",
    "front.html",
    "page.html",
    "case.html",
    "box.html",
    "parallel.html",
    "cases.html",
    "goals.html",
    "goal.html",
    "taxonomy.html",
    "term.html",
    "not-found.html",
    "alias.html",
];

/// A theme that can render.
#[derive(Debug)]
pub struct Templates {
    pub(super) tera: Tera,
    pub(super) words: Arc<InterfaceWords>,
    assets: Vec<Asset>,
    /// The path of each template's file, by its name.
    files: Vec<(String, Arc<str>)>,
}

/// A file that pages load.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its path below the theme's `assets/`.
    pub name: String,
    /// Its path in the output folder, with a part of its content's hash, so that it may be cached for ever.
    pub published: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl Templates {
    /// Compiles a theme for a site.
    ///
    /// # Errors
    /// All findings, if a template cannot be compiled or a word is missing.
    pub fn compile(theme: &Theme, config: &Config) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let words = Arc::new(InterfaceWords::read(theme, &config.theme, &config.languages, &mut findings));
        let assets: Vec<Asset> = theme
            .files
            .iter()
            .filter_map(|(path, file)| {
                let name = path.strip_prefix("assets/")?;
                Some(Asset { name: name.to_owned(), published: published(name, &file.bytes), bytes: file.bytes.clone() })
            })
            .collect();
        let mut tera = Tera::new();
        register(&mut tera, &words, &assets, config);
        let mut files = Vec::new();
        let mut sources = Vec::new();
        for (path, file) in &theme.files {
            let Some(name) = path.strip_prefix("templates/") else { continue };
            files.push((name.to_owned(), file.path.clone()));
            match file.text() {
                Ok(text) => sources.push((name.to_owned(), text)),
                Err(finding) => findings.push(finding),
            }
        }
        let folder = Arc::from(format!("themes/{}/templates", config.theme));
        for name in NEEDED.iter().filter(|name| !files.iter().any(|(other, _)| other == *name)) {
            findings.push(Finding::new(Code::ThemeMissing, Place::file(&folder)).with("name", name));
        }
        let mut templates = Self { tera, words, assets, files };
        // Each alone first: the engine tells only the first fault of a set.
        for (name, text) in &sources {
            if let Err(error) = Tera::new().add_raw_template(name, text)
                && matches!(error.kind(), ErrorKind::SyntaxError(_))
            {
                findings.extend(templates.faults(&error));
            }
        }
        if findings.is_empty()
            && let Err(error) = templates.tera.add_raw_templates(sources)
        {
            findings.extend(templates.faults(&error));
        }
        if findings.is_empty() { Ok(templates) } else { Err(findings) }
    }

    /// The theme's files for pages.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// Whether the theme has a template that it need not have.
    pub(super) fn has(&self, template: &str) -> bool {
        self.files.iter().any(|(name, _)| name == template)
    }

    /// The first finding of a fault of the engine's.
    pub(super) fn fault(&self, template: &str, error: &tera::Error) -> Finding {
        self.faults(error)
            .into_iter()
            .next()
            .unwrap_or_else(|| Finding::new(Code::TemplateFault, Place::file(&self.file(template))).with("reason", error))
    }

    fn file(&self, template: &str) -> Arc<str> {
        let found = self.files.iter().find(|(name, _)| name == template);
        found.map_or_else(|| Arc::from(template), |(_, path)| path.clone())
    }

    fn faults(&self, error: &tera::Error) -> Vec<Finding> {
        let at = |file: &str, line: u32, column: u32, width: u32, reason: &str| {
            let place = Place { file: self.file(file), line: line.max(1), column, width: width.max(1) };
            Finding::new(Code::TemplateFault, place).with("reason", reason)
        };
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let width = if span.start_line == span.end_line { span.end_col.saturating_sub(span.start_col) } else { 1 };
                let reason = report.message();
                vec![at(report.filename(), span.start_line as u32, span.start_col as u32 + 1, width as u32, reason)]
            }
            ErrorKind::MissingParent { current, parent } => vec![at(current, 1, 1, 1, &format!("no template {parent}"))],
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => vec![at(tpl, 1, 1, 1, &error.to_string())],
            _ => self.in_words(&error.to_string(), &at),
        }
    }

    /// Unknown filters, functions and components are told in one text, each with `--> file:line:column` below it.
    fn in_words(&self, text: &str, at: &dyn Fn(&str, u32, u32, u32, &str) -> Finding) -> Vec<Finding> {
        let mut reason = text.lines().next().unwrap_or_default().to_owned();
        let mut findings = Vec::new();
        for line in text.lines() {
            if let Some((_, place)) = line.split_once("--> ") {
                let mut parts = place.trim().rsplitn(3, ':');
                let column = parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
                let row = parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
                findings.push(at(parts.next().unwrap_or_default(), row, column, 1, reason.trim_start_matches("error: ")));
            } else if !line.trim().is_empty() && !line.trim_start().starts_with(['|', '=']) && !line.contains(" | ") {
                line.trim().clone_into(&mut reason);
            }
        }
        if findings.is_empty() {
            findings.push(Finding::nowhere(Code::TemplateFault).with("reason", text));
        }
        findings
    }
}

/// `havnefront.css` becomes `assets/havnefront.1a2b3c4d.css`.
pub(super) fn published(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{}.{ending}", &hash[..8]),
        None => format!("assets/{name}.{}", &hash[..8]),
    }
}

/// What templates may call: `word(id="skip")` in the language of the page, `asset(path="havnefront.css")`. An asset that need
/// not be there (`optional=true`) has no address if it is not. In a style sheet `{{ title | css }}` is a text as CSS writes it.
fn register(tera: &mut Tera, words: &Arc<InterfaceWords>, assets: &[Asset], config: &Config) {
    let words = words.clone();
    tera.register_function("word", move |arguments: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let id: String = arguments.must_get("id")?;
        let language: Option<String> = match arguments.get("language")? {
            Some(language) => Some(language),
            None => state.get("language")?,
        };
        let language = language.as_deref().and_then(Language::parse);
        let language = language.ok_or_else(|| tera::Error::message("word() is called where no language is known"))?;
        let values: Vec<(String, String)> = arguments
            .iter()
            .filter_map(|(name, value)| Some((name.as_str()?.to_owned(), told(value))))
            .filter(|(name, _)| name != "id" && name != "language")
            .collect();
        let values: Vec<(&str, String)> = values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        words.get(language, &id, &values).ok_or_else(|| tera::Error::message(format!("no word `{id}` in i18n/{language}.ftl")))
    });
    tera.register_filter("css", |value: &str, _: Kwargs, _: &State<'_>| css(value));
    let addresses: Vec<(String, String)> =
        assets.iter().map(|asset| (asset.name.clone(), config.base_url.rooted(&asset.published))).collect();
    tera.register_function("asset", move |arguments: Kwargs, _: &State<'_>| -> TeraResult<String> {
        let path: String = arguments.must_get("path")?;
        let found = addresses.iter().find(|(name, _)| *name == path);
        if found.is_none() && arguments.get::<bool>("optional")? == Some(true) {
            return Ok(String::new());
        }
        found.map(|(_, address)| address.clone()).ok_or_else(|| tera::Error::message(format!("no file `{path}` in assets/")))
    });
}

/// A text in quotes, as CSS reads it (CSS Syntax 3, § 4.3.5): what would end it is written by its number.
fn css(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' | '<' | '\n' | '\r' | '\x0c' | '\0' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\{:x} ", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}

fn told(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
