//! The content of a site, as far as it is known file by file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Touched, Work};
use crate::address::Key;
use crate::config::Config;
use crate::diagnostic::Finding;
use crate::media::{self, Medium};
use crate::page::{self, Page};
use crate::review::{self, Filed, Records};
use crate::site::{Drafts, Material};
use crate::source::{self, Entry, MediaFile, ReviewFile, Sources};

/// What each file of the content was when it was last read.
#[derive(Debug, Default)]
pub(super) struct Content {
    sources: Sources,
    pages: BTreeMap<Arc<str>, PageFile>,
    media: BTreeMap<Arc<str>, MediumFile>,
    reviews: BTreeMap<Arc<str>, ReviewedFile>,
    records: Arc<Records>,
}

/// A record of what was checked.
#[derive(Debug)]
struct ReviewedFile {
    key: Key,
    /// Of its text.
    hash: Option<blake3::Hash>,
    filed: Filed,
    fault: Option<Finding>,
}

/// The file of a page.
#[derive(Debug)]
struct PageFile {
    /// Of its text and of the settings; `None` if the text could not be had.
    hash: Option<blake3::Hash>,
    /// Its last good parse, if it ever had one.
    page: Option<Arc<Page>>,
    /// Why its text cannot be read; empty if that is the text of `page`.
    faults: Vec<Finding>,
}

/// A medium.
#[derive(Debug)]
struct MediumFile {
    medium: Medium,
    fault: Option<Finding>,
    /// By which is told whether its bytes are others.
    stamp: Option<source::Stamp>,
}

/// What has become of the content.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// What was looked at again.
    paths: BTreeSet<Arc<str>>,
    /// Whether a file has come, gone or moved, or a medium has changed: then the site must be linked.
    pub(super) is_structural: bool,
    /// The pages that have another text.
    pub(super) pages: Vec<Arc<Page>>,
}

impl Content {
    /// Looks again at what may have come or gone.
    pub(super) fn look(&mut self, root: &Path, config: &Config, touched: &Touched) -> Difference {
        let mut difference = Difference { is_structural: touched.is_everything(), ..Difference::default() };
        for path in touched.in_content() {
            let refreshed = self.sources.refresh(root, path, config);
            difference.is_structural |= refreshed.is_other;
            difference.paths.extend(refreshed.paths);
        }
        difference
    }

    /// Parses the pages at which was looked, where their texts are others. `settings` is the fingerprint of the settings,
    /// which is part of every page's.
    pub(super) fn parse(&mut self, config: &Config, settings: &blake3::Hash, difference: &mut Difference, work: &mut Work) {
        let known: Vec<(&Arc<str>, Option<PageFile>)> = difference.paths.iter().map(|path| (path, self.pages.remove(path))).collect();
        let read: Vec<Parsed> = known
            .into_par_iter()
            .filter_map(|(path, last)| {
                let entry = self.sources.entry(path)?;
                let (page, hash) = last.as_ref().map_or((None, None), |last| (last.page.clone(), last.hash));
                Some(Parsed { path: entry.path.clone(), file: PageFile::read(entry, last, config, settings), page, hash })
            })
            .collect();
        for Parsed { path, file, page: before, hash } in read {
            work.parsed += usize::from(file.hash.is_some() && file.hash != hash);
            match (&before, &file.page) {
                (Some(before), Some(page)) if Arc::ptr_eq(before, page) => {}
                (Some(_), Some(page)) => difference.pages.push(page.clone()),
                (None, None) => {}
                _ => difference.is_structural = true,
            }
            self.pages.insert(path, file);
        }
    }

    /// Measures the media at which was looked.
    pub(super) fn measure(&mut self, difference: &mut Difference, work: &mut Work) {
        let touched: Vec<&MediaFile> = self.sources.media_at(&difference.paths).collect();
        let measured: Vec<_> = touched.into_par_iter().map(media::measure).collect();
        let mut before: BTreeMap<Arc<str>, MediumFile> = BTreeMap::new();
        for path in &difference.paths {
            before.extend(self.media.remove_entry(path));
        }
        difference.is_structural |= before.len() != measured.len();
        for (medium, fault) in measured {
            let stamp = source::stamp(&medium.disk);
            let last = before.get(&medium.path);
            if last.is_none_or(|last| last.stamp != stamp || stamp.is_none()) {
                work.media.push(medium.name.clone());
            }
            difference.is_structural |= last.is_none_or(|last| last.medium != medium);
            self.media.insert(medium.path.clone(), MediumFile { medium, fault, stamp });
        }
    }

    /// Reads the records at which was looked.
    pub(super) fn recall(&mut self, difference: &Difference) {
        let before: BTreeMap<_, _> = difference.paths.iter().filter_map(|path| self.reviews.remove_entry(path)).collect();
        let files: Vec<&ReviewFile> = self.sources.reviews_at(&difference.paths).collect();
        if before.is_empty() && files.is_empty() {
            return;
        }
        let read: Vec<ReviewedFile> = files.into_par_iter().map(|file| ReviewedFile::read(file, before.get(&file.path))).collect();
        self.reviews.extend(read.into_iter().map(|file| (file.filed.path.clone(), file)));
        self.records = Arc::new(Records::new(self.reviews.values().map(|file| (file.key.clone(), file.filed.clone()))));
    }

    /// What a person last checked of the pages.
    pub(super) fn records(&self) -> &Arc<Records> {
        &self.records
    }

    /// Where symbolic links lead that stay within the site.
    pub(super) fn links(&self) -> impl Iterator<Item = &Path> {
        self.sources.links().iter().map(std::path::PathBuf::as_path)
    }

    /// What the site is made of.
    pub(super) fn material(&self) -> Material {
        let page = |entry: &Entry| self.pages.get(&entry.path).and_then(|file| file.page.clone());
        let unread = self.sources.entries().filter(|entry| page(entry).is_none());
        Material {
            pages: self.sources.entries().filter_map(page).collect(),
            broken: unread.chain(self.sources.lost()).cloned().collect(),
            media: self.media.values().map(|file| file.medium.clone()).collect(),
        }
    }

    /// What is wrong with names, and with each file by itself.
    pub(super) fn findings(&self, drafts: Drafts) -> impl Iterator<Item = &Finding> {
        let of_pages = self.pages.values().flat_map(move |file| {
            // What is wrong with a draft holds nothing back that readers see.
            let page = file.page.iter().filter(move |page| file.faults.is_empty() && (drafts == Drafts::Include || !page.front.draft));
            file.faults.iter().chain(page.flat_map(|page| &page.findings))
        });
        let of_media = self.media.values().filter_map(|file| file.fault.as_ref());
        let of_records = self.reviews.values().filter_map(|file| file.fault.as_ref());
        self.sources.findings().chain(of_pages).chain(of_media).chain(of_records)
    }
}

impl ReviewedFile {
    fn read(file: &ReviewFile, last: Option<&Self>) -> Self {
        let (key, path) = (file.key.clone(), file.path.clone());
        let damaged = |hash, fault| Self { key: key.clone(), hash, filed: Filed { path: path.clone(), record: None }, fault: Some(fault) };
        let text = match source::text_at(&file.path, &file.disk) {
            Ok(text) => text,
            Err(fault) => return damaged(None, fault),
        };
        let hash = Some(blake3::hash(text.as_bytes()));
        if let Some(last) = last.filter(|last| last.hash == hash) {
            // The very same record tells that there is nothing new to judge.
            return Self { key, hash, filed: last.filed.clone(), fault: last.fault.clone() };
        }
        match review::read(&file.path, &text) {
            Ok(record) => Self { key, hash, filed: Filed { path, record: Some(Arc::new(record.prints())) }, fault: None },
            Err(fault) => damaged(hash, fault),
        }
    }
}

/// A file that was read, and what it was before.
struct Parsed {
    path: Arc<str>,
    file: PageFile,
    page: Option<Arc<Page>>,
    hash: Option<blake3::Hash>,
}

impl PageFile {
    fn read(entry: &Entry, last: Option<Self>, config: &Config, settings: &blake3::Hash) -> Self {
        let text = match source::text(entry) {
            Ok(text) => text,
            Err(finding) => return Self { hash: None, faults: vec![finding], page: last.and_then(|last| last.page) },
        };
        let hash = Some(blake3::Hasher::new().update(settings.as_bytes()).update(text.as_bytes()).finalize());
        match last {
            Some(last) if last.hash == hash => last,
            last => match page::parse(entry, &text, config) {
                Ok(page) => Self { hash, page: Some(Arc::new(page)), faults: Vec::new() },
                Err(faults) => Self { hash, faults, page: last.and_then(|last| last.page) },
            },
        }
    }
}
