//! What browsers are shown.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::Serialize;

use super::editor::Editor;
use crate::diagnostic::{Code, Finding, Place, Words};
use crate::render::{Search, Templates};
use crate::review::Records;
use crate::site::Site;
use crate::source::ReadFault;
use crate::{Project, Reading, Touched, config};

/// A project under the eyes of its author.
#[derive(Debug)]
pub struct Preview {
    project: Project,
    shown: Arc<Shown>,
}

/// What browsers are shown until the next change: the last site that could be read, and what is wrong with the present one.
#[derive(Debug)]
pub struct Shown {
    /// How often something was read; browsers wait for the next number.
    pub(super) generation: u64,
    pub(super) site: Option<Arc<Site>>,
    pub(super) templates: Option<Arc<Templates>>,
    /// What a person last checked of the pages.
    pub(super) records: Arc<Records>,
    pub(super) findings: Vec<Finding>,
    /// Whether the settings cannot be used now, so that the site is shown as it was when they last could.
    pub(super) is_kept: bool,
    /// The media that have changed since the preview began, by their names, and when.
    pub(super) media: BTreeMap<Arc<str>, u64>,
    /// The search of this site with this theme, made when a browser first asks for it.
    pub(super) search: Arc<Search>,
    pub(super) desk: Arc<Desk>,
    work: Total,
}

/// What is the same as long as the preview runs.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) root: PathBuf,
    pub(super) words: Words,
    pub(super) editor: Editor,
    rendered: AtomicU64,
}

/// The work that was done since the preview began.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Total {
    /// How often something was read.
    pub generation: u64,
    /// How many texts of pages were parsed.
    pub parsed: u64,
    /// How often the site was linked.
    pub linked: u64,
    /// How often the theme was compiled.
    pub compiled: u64,
    /// How many routes were rendered.
    pub rendered: u64,
}

impl Preview {
    /// Reads a project for the first time.
    ///
    /// # Errors
    /// If there is no `langebro.yaml`.
    pub fn new(mut project: Project, words: Words, editor: Editor) -> Result<Self, ReadFault> {
        let reading = project.read()?;
        let desk = Desk { root: project.root().to_owned(), words, editor, rendered: AtomicU64::new(0) };
        let nothing = Shown {
            generation: 0,
            site: None,
            templates: None,
            records: Arc::default(),
            findings: Vec::new(),
            is_kept: false,
            media: BTreeMap::new(),
            search: Arc::default(),
            desk: Arc::new(desk),
            work: Total::default(),
        };
        let shown = Arc::new(Shown { media: BTreeMap::new(), ..nothing.next(reading) });
        Ok(Self { project, shown })
    }

    /// Reads what has changed. Gives what was shown before.
    pub fn update(&mut self, touched: &Touched) -> Arc<Shown> {
        let next = match self.project.update(touched) {
            Ok(reading) => self.shown.next(reading),
            Err(fault) => self.shown.failed(&fault),
        };
        std::mem::replace(&mut self.shown, Arc::new(next))
    }

    /// Where symbolic links in the content lead that stay within the site's folder.
    pub(super) fn links(&self) -> impl Iterator<Item = &std::path::Path> {
        self.project.links()
    }

    /// What is shown now.
    pub fn shown(&self) -> &Arc<Shown> {
        &self.shown
    }
}

impl Shown {
    /// What is shown after something was read. Settings that cannot be used leave what was shown, with the findings over it.
    fn next(&self, reading: Reading) -> Self {
        let Reading { site, templates, records, findings, work, .. } = reading;
        let generation = self.generation + 1;
        let mut media = self.media.clone();
        media.extend(work.media.into_iter().map(|name| (name, generation)));
        let is_kept = site.is_none() && self.site.is_some();
        let (site, templates) = if is_kept { (self.site.clone(), self.templates.clone()) } else { (site, templates) };
        let total = Total {
            generation,
            parsed: self.work.parsed + work.parsed as u64,
            linked: self.work.linked + u64::from(work.linked),
            compiled: self.work.compiled + u64::from(work.compiled),
            rendered: 0,
        };
        let search = Arc::default();
        Self { generation, site, templates, records, findings, is_kept, media, search, desk: self.desk.clone(), work: total }
    }

    /// What is shown when the settings are not there any more.
    fn failed(&self, fault: &ReadFault) -> Self {
        let place = Place::file(&Arc::from(config::FILE));
        let finding = Finding::new(Code::UnreadableFile, place).with("reason", fault.source.kind());
        self.next(Reading::without_site(vec![finding]))
    }

    /// What is wrong with the site.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The folder of the host in which the site stands: `/`, or `/strategi/`.
    pub fn folder(&self) -> &str {
        self.site.as_ref().map_or("/", |site| site.config.base_url.path())
    }

    /// The work that was done since the preview began.
    pub fn work(&self) -> Total {
        Total { rendered: self.desk.rendered.load(Ordering::Relaxed), ..self.work.clone() }
    }
}

impl Desk {
    pub(super) fn count_rendered(&self) {
        self.rendered.fetch_add(1, Ordering::Relaxed);
    }
}
