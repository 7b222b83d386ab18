//! A site's folder, read through all stages up to the linked site.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::config::{self, BaseUrl, Config};
use crate::diagnostic::{self, Finding, Severity};
use crate::media::{self, Medium};
use crate::page::{self, Page};
use crate::render::Templates;
use crate::site::{self, Drafts, Material, Site};
use crate::source::{self, Entry, ReadFault, Sources, Theme};

/// A site's folder and what is remembered of the last time it was read.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    base_url: Option<BaseUrl>,
    drafts: Drafts,
    /// The last good parse of each file, by its path, with the hash of the text and of the settings that gave it.
    parsed: FxHashMap<Arc<str>, (blake3::Hash, Arc<Page>)>,
}

/// What a folder turned out to be.
#[derive(Debug)]
pub struct Reading {
    /// The linked site; `None` if the settings cannot be used.
    pub site: Option<Site>,
    /// The theme made ready; `None` if it cannot be used.
    pub templates: Option<Templates>,
    /// All findings, sorted.
    pub findings: Vec<Finding>,
    /// How long each stage took, in the order of the flow.
    pub laps: Vec<(&'static str, Duration)>,
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
    fn without_site(findings: Vec<Finding>) -> Self {
        Self { site: None, templates: None, findings, laps: Vec::new() }
    }

    /// Whether any finding forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }
}

impl Project {
    /// A folder that has not been read yet. `base_url` takes the place of the one in the settings.
    pub fn new(root: PathBuf, base_url: Option<BaseUrl>, drafts: Drafts) -> Self {
        Self { root, base_url, drafts, parsed: FxHashMap::default() }
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads everything: settings, theme, sources, pages, media; and links the site.
    ///
    /// # Errors
    /// If there is no `langebro.yaml`.
    pub fn read(&mut self) -> Result<Reading, ReadFault> {
        let mut clock = Clock::start();
        let text = match source::settings(&self.root)? {
            Ok(text) => text,
            Err(finding) => return Ok(Reading::without_site(vec![finding])),
        };
        let (config, mut findings) = config::parse(&text);
        let Some(mut config) = config else {
            diagnostic::sort(&mut findings);
            return Ok(Reading::without_site(findings));
        };
        if let Some(base_url) = &self.base_url {
            config.base_url = base_url.clone();
        }
        clock.lap("config");
        let (theme, theme_findings) = Theme::read(&self.root, &config);
        findings.extend(theme_findings);
        let templates = Templates::compile(&theme, &config).map_err(|faults| findings.extend(faults)).ok();
        clock.lap("theme");
        let config = Arc::new(config);
        let Sources { entries, lost, media, findings: name_findings } = source::scan(&self.root, &config);
        findings.extend(name_findings);
        clock.lap("source");
        let (pages, mut broken) = self.pages(entries, &config, blake3::hash(text.as_bytes()), &mut findings);
        broken.extend(lost);
        clock.lap("page");
        let measured: Vec<(Medium, Option<Finding>)> = media.par_iter().map(media::measure).collect();
        let (media, media_findings): (Vec<Medium>, Vec<Option<Finding>>) = measured.into_iter().unzip();
        findings.extend(media_findings.into_iter().flatten());
        clock.lap("media");
        let mut site = site::link(config, Material { pages, broken, media }, self.drafts, findings);
        let findings = std::mem::take(&mut site.findings);
        clock.lap("site");
        Ok(Reading { site: Some(site), templates, findings, laps: clock.laps })
    }

    /// Parses what changed. A file that cannot be parsed keeps its last good parse, if it ever had one.
    fn pages(
        &mut self,
        entries: Vec<Entry>,
        config: &Config,
        settings: blake3::Hash,
        findings: &mut Vec<Finding>,
    ) -> (Vec<Arc<Page>>, Vec<Entry>) {
        let parse = |entry: Entry| -> Parsed {
            let text = match source::text(&entry) {
                Ok(text) => text,
                Err(finding) => return Parsed { findings: vec![finding], ..self.last_good(entry) },
            };
            let hash = blake3::Hasher::new().update(settings.as_bytes()).update(text.as_bytes()).finalize();
            match self.parsed.get(&entry.path) {
                Some((known, page)) if *known == hash => Parsed { page: Some((hash, page.clone())), findings: Vec::new(), entry },
                _ => match page::parse(&entry, &text, config) {
                    Ok(page) => Parsed { page: Some((hash, Arc::new(page))), findings: Vec::new(), entry },
                    Err(findings) => Parsed { findings, ..self.last_good(entry) },
                },
            }
        };
        let parsed: Vec<Parsed> = entries.into_par_iter().map(parse).collect();
        self.parsed.clear();
        let mut pages = Vec::with_capacity(parsed.len());
        let mut broken = Vec::new();
        for file in parsed {
            findings.extend(file.findings);
            match file.page {
                Some((hash, page)) => {
                    self.parsed.insert(file.entry.path.clone(), (hash, page.clone()));
                    pages.push(page);
                }
                None => broken.push(file.entry),
            }
        }
        (pages, broken)
    }

    fn last_good(&self, entry: Entry) -> Parsed {
        Parsed { page: self.parsed.get(&entry.path).cloned(), findings: Vec::new(), entry }
    }
}

struct Parsed {
    entry: Entry,
    page: Option<(blake3::Hash, Arc<Page>)>,
    findings: Vec<Finding>,
}
