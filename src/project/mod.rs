//! A site's folder, read through all stages up to the linked site, and read again where something in it has changed.

mod content;
mod touched;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use content::Content;
pub use touched::Touched;

use crate::config::{self, BaseUrl, Config};
use crate::diagnostic::{self, Finding, Severity};
use crate::render::Templates;
use crate::review::{Judgements, Records};
use crate::site::{self, Drafts, Site};
use crate::source::{self, ReadFault, THEMES, Theme};

/// A site's folder and what is remembered of the last time it was read.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    base_url: Option<BaseUrl>,
    drafts: Drafts,
    settings: Option<Settings>,
    look: Option<Look>,
    content: Content,
    site: Option<Arc<Site>>,
    judgements: Judgements,
}

/// What a folder turned out to be.
#[derive(Debug)]
pub struct Reading {
    /// The linked site; `None` if the settings cannot be used.
    pub site: Option<Arc<Site>>,
    /// The theme made ready; `None` if it cannot be used.
    pub templates: Option<Arc<Templates>>,
    /// What a person last checked of the pages.
    pub records: Arc<Records>,
    /// All findings, sorted.
    pub findings: Vec<Finding>,
    /// What had to be done.
    pub work: Work,
    /// How long each stage took, in the order of the flow.
    pub laps: Vec<(&'static str, Duration)>,
}

/// The work of a reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    /// How many texts of pages were parsed.
    pub parsed: usize,
    /// Whether the site was linked.
    pub linked: bool,
    /// Whether the theme was compiled.
    pub compiled: bool,
    /// The media that are others than before, by their names in `content/media`; all of them at first.
    pub media: Vec<Arc<str>>,
}

/// The settings as they were last read.
#[derive(Debug)]
struct Settings {
    text: String,
    config: Arc<Config>,
    findings: Vec<Finding>,
}

/// The theme as it was last read.
#[derive(Debug)]
struct Look {
    templates: Option<Arc<Templates>>,
    findings: Vec<Finding>,
}

/// Measures the stages one after the other.
struct Clock {
    start: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn start() -> Self {
        Self { start: Instant::now(), laps: Vec::new() }
    }

    /// Ends a stage; the next one begins.
    fn lap(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.laps.push((stage, now - self.start));
        self.start = now;
    }
}

impl Reading {
    /// What is read where the settings cannot be used.
    pub(crate) fn without_site(findings: Vec<Finding>) -> Self {
        Self { site: None, templates: None, records: Arc::default(), findings, work: Work::default(), laps: Vec::new() }
    }

    /// Whether any finding forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }
}

impl Project {
    /// A folder that has not been read yet. `base_url` takes the place of the one in the settings.
    pub fn new(root: PathBuf, base_url: Option<BaseUrl>, drafts: Drafts) -> Self {
        let (content, judgements) = (Content::default(), Judgements::default());
        Self { root, base_url, drafts, settings: None, look: None, content, site: None, judgements }
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where symbolic links in the content lead that stay within the site's folder.
    pub fn links(&self) -> impl Iterator<Item = &Path> {
        self.content.links()
    }

    /// Reads everything: settings, theme, sources, pages, media; and links the site.
    ///
    /// # Errors
    /// If there is no `langebro.yaml`.
    pub fn read(&mut self) -> Result<Reading, ReadFault> {
        self.update(&Touched::everything())
    }

    /// Reads what may have changed since the last time. It gives what reading everything would give, but that a page whose
    /// file cannot be parsed any more stands there as it last could be.
    ///
    /// # Errors
    /// If there is no `langebro.yaml`, or it cannot be read.
    pub fn update(&mut self, touched: &Touched) -> Result<Reading, ReadFault> {
        let mut clock = Clock::start();
        let mut work = Work::default();
        let (settings, are_as_before) = match self.settings.take() {
            Some(settings) if !touched.includes(config::FILE) => (settings, true),
            last => match read_settings(&self.root, self.base_url.as_ref())? {
                Ok(settings) => {
                    // While there were none to read it by, the content was not followed.
                    let are_as_before = last.is_some_and(|last| last.text == settings.text);
                    (settings, are_as_before)
                }
                Err(findings) => return Ok(Reading::without_site(findings)),
            },
        };
        let everything = Touched::everything();
        let touched = if are_as_before && self.site.is_some() { touched } else { &everything };
        clock.lap("config");
        let look = Look::read(self.look.take(), &self.root, &settings.config, touched, &mut work);
        clock.lap("theme");
        let fingerprint = blake3::hash(settings.text.as_bytes());
        let mut difference = self.content.look(&self.root, &settings.config, touched);
        clock.lap("source");
        self.content.parse(&settings.config, &fingerprint, &mut difference, &mut work);
        clock.lap("page");
        self.content.measure(&mut difference, &mut work);
        clock.lap("media");
        self.content.recall(&difference);
        clock.lap("records");
        let revised = self.site.as_ref().filter(|_| !difference.is_structural).and_then(|site| site.revised(&difference.pages));
        work.linked = revised.is_none();
        let site = revised.unwrap_or_else(|| site::link(settings.config.clone(), self.content.material(), self.drafts));
        let site = Arc::new(site);
        clock.lap("site");
        let records = self.content.records().clone();
        let judged = self.judgements.judge(&site, &records);
        clock.lap("review");
        let mut findings: Vec<Finding> = settings.findings.iter().chain(&look.findings).cloned().collect();
        findings.extend(self.content.findings(self.drafts).chain(site.findings()).chain(judged).cloned());
        diagnostic::sort(&mut findings);
        clock.lap("findings");
        let templates = look.templates.clone();
        (self.settings, self.look, self.site) = (Some(settings), Some(look), Some(site.clone()));
        Ok(Reading { site: Some(site), templates, records, findings, work, laps: clock.laps })
    }
}

fn read_settings(root: &Path, base_url: Option<&BaseUrl>) -> Result<Result<Settings, Vec<Finding>>, ReadFault> {
    let text = match source::settings(root)? {
        Ok(text) => text,
        Err(finding) => return Ok(Err(vec![finding])),
    };
    let (config, mut findings) = config::parse(&text);
    let Some(mut config) = config else {
        diagnostic::sort(&mut findings);
        return Ok(Err(findings));
    };
    if let Some(base_url) = base_url {
        config.base_url = base_url.clone();
    }
    Ok(Ok(Settings { text, config: Arc::new(config), findings }))
}

impl Look {
    fn read(last: Option<Self>, root: &Path, config: &Config, touched: &Touched, work: &mut Work) -> Self {
        let last = last.filter(|_| !touched.is_everything());
        match last {
            Some(last) if !touched.includes(THEMES) => return last,
            _ => {}
        }
        let (theme, mut findings) = Theme::read(root, config);
        work.compiled = true;
        let templates = Templates::compile(&theme, config).map_err(|faults| findings.extend(faults)).ok();
        Self { templates: templates.map(Arc::new), findings }
    }
}
