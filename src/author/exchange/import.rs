//! What came back from a translator: which texts are new, and whether they still fit.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::inline::tidied;
use super::links::Links;
use super::names::{Name, target_print};
use super::place::place;
use super::segments::{Kind, Mark};
use super::sheet::{Sheet, Slot, Unit, UnitKind};
use super::text::Text;
use super::{ReturnedUnit, Unreadable, known, po, xliff};
use crate::address::{Anchor, Language};
use crate::author::commit::{Machine, NewFile, commit};
use crate::author::{AuthorFault, Plan, Rewrite};
use crate::diagnostic::{Code, Finding, Place};
use crate::site::{PairId, Site};
use crate::source::Entry;

/// How to import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// All or nothing: if a text does not fit, no file is touched.
    Whole,
    /// What fits.
    Partial,
    /// Only tell.
    Rehearsal,
}

/// What became of a file that came back.
#[derive(Debug, Default)]
pub struct Imported {
    /// The language into which was translated; `None` before it is known.
    pub to: Option<Language>,
    /// The files that are written, or would be.
    pub files: Vec<Target>,
    /// The texts that do not fit.
    pub refused: Vec<Finding>,
    /// How many texts are as they were.
    pub as_before: usize,
    /// How many texts have no translation.
    pub untranslated: usize,
    /// How many translations their translators are unsure of.
    pub unsure: usize,
    /// How many texts wait for others of their block, their page or a footnote.
    pub waiting: usize,
    /// Whether files were written.
    pub is_written: bool,
}

/// A file of the site that gets new texts.
#[derive(Debug)]
pub struct Target {
    /// Its path from the site's folder.
    pub path: Arc<str>,
    /// How many of its texts are new.
    pub texts: usize,
    /// Whether the file is new too.
    pub is_new: bool,
}

/// Why nothing could be imported at all.
#[derive(Debug)]
pub enum NotImported {
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// It is in a language that the site does not have.
    Language(String),
    /// A file of the site cannot be read.
    Finding(Box<Finding>),
    /// The machine failed.
    Machine(AuthorFault),
}

/// Puts the texts of a translated file into the site.
///
/// # Errors
/// [`NotImported`], if the file itself is of no use, or a file cannot be written; then nothing is.
pub fn import(site: &Site, root: &Path, name: &str, bytes: &[u8], manner: Manner) -> Result<Imported, NotImported> {
    let returned = read(bytes).map_err(NotImported::Unreadable)?;
    let language = |text: &str| known(&site.config, text).ok_or_else(|| NotImported::Language(text.to_owned()));
    let (from, to) = (language(&returned.from)?, language(&returned.to)?);
    if from == to {
        return Err(NotImported::Language(returned.to));
    }
    let links = Links { site, from, to, coming: BTreeMap::new() };
    let mut sorting = Sorting { links, file: Arc::from(name), pages: BTreeMap::new(), imported: Imported::default() };
    for unit in &returned.units {
        sorting.take(unit)?;
    }
    let (mut imported, plan, made) = sorting.place();
    imported.to = Some(to);
    let is_fit = imported.refused.is_empty() || manner == Manner::Partial;
    if manner != Manner::Rehearsal && is_fit && !imported.files.is_empty() {
        commit(&mut Machine, root, &plan, &made).map_err(NotImported::Machine)?;
        imported.is_written = true;
    }
    Ok(imported)
}

fn read(bytes: &[u8]) -> Result<super::Returned, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() as u32 + 1;
        Unreadable { line, why: "encoding", detail: String::new() }
    })?;
    let is_xml = text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    if is_xml { xliff::read(text) } else { po::read(text) }
}

/// A page for which texts came back.
struct PageTexts {
    sheet: Sheet,
    /// The new texts, by their units, each with its line in the file.
    texts: BTreeMap<usize, (Text, u32)>,
    /// The units that came back, whatever became of them.
    seen: BTreeSet<usize>,
}

/// Sorts what came back.
struct Sorting<'s> {
    links: Links<'s>,
    file: Arc<str>,
    pages: BTreeMap<PairId, PageTexts>,
    imported: Imported,
}

impl Sorting<'_> {
    fn refuse(&mut self, code: Code, line: u32, complete: impl FnOnce(Finding) -> Finding) {
        let place = Place { file: self.file.clone(), line, column: 1, width: 1 };
        self.imported.refused.push(complete(Finding::new(code, place)));
    }

    fn take(&mut self, returned: &ReturnedUnit) -> Result<(), NotImported> {
        let (line, wrote) = (returned.line, shortened(&returned.source));
        let Some(name) = Name::parse(&returned.id) else {
            self.refuse(Code::TranslationName, line, |finding| finding.with("value", &returned.id));
            return Ok(());
        };
        let Some(target) = &returned.target else {
            self.imported.untranslated += 1;
            return Ok(());
        };
        if returned.is_unsure {
            self.imported.unsure += 1;
            return Ok(());
        }
        if target_print(Some(target)) == name.target {
            self.imported.as_before += 1;
            return Ok(());
        }
        let Some(pair) = self.page(&returned.key)? else {
            let keys = self.links.site.pairs().map(|(_, pair)| pair.key.to_string()).collect::<Vec<_>>();
            let known = keys.iter().map(String::as_str);
            self.refuse(Code::TranslationPage, line, |finding| finding.with("value", &returned.key).suggest(&returned.key, known));
            return Ok(());
        };
        let Some(page) = self.pages.get_mut(&pair) else { return Ok(()) };
        let file = page.sheet.source.page.file().clone();
        let Some(at) = name.find(&page.sheet.units) else {
            self.refuse(Code::TranslationOutdated, line, |finding| finding.with("value", wrote).with("file", file));
            return Ok(());
        };
        let unit = &page.sheet.units[at];
        let text = unit.read(target);
        let is_first = page.seen.insert(at);
        if unit.target.as_ref() == Some(&text) {
            self.imported.as_before += usize::from(is_first);
            return Ok(());
        }
        if target_print(unit.target.as_ref()) != name.target {
            let file = page.sheet.target.as_ref().map_or(file, |target| target.page.file().clone());
            let now = unit.target.as_ref().map_or_else(|| "none".to_owned(), shortened);
            self.refuse(Code::TranslationClash, line, |finding| finding.with("value", wrote).with("file", file).with("now", now));
            return Ok(());
        }
        if let Some(fault) = unit.fault(&text) {
            self.refuse(Code::TranslationMarks, line, |finding| {
                finding.with("value", wrote).with("cause", fault.cause).with("mark", fault.mark)
            });
            return Ok(());
        }
        match page.texts.insert(at, (text.clone(), line)) {
            Some((before, _)) if before != text => {
                self.refuse(Code::TranslationRepeated, line, |finding| finding.with("value", wrote));
            }
            _ => {}
        }
        Ok(())
    }

    /// The page of a key, with its sheet; `None` if there is none to translate.
    fn page(&mut self, key: &str) -> Result<Option<PairId>, NotImported> {
        let Some(pair) = self.links.site.with_key(key) else { return Ok(None) };
        if let std::collections::btree_map::Entry::Vacant(free) = self.pages.entry(pair) {
            let sheet = Sheet::new(&self.links, pair).map_err(|finding| NotImported::Finding(Box::new(finding)))?;
            let Some(sheet) = sheet else { return Ok(None) };
            free.insert(PageTexts { sheet, texts: BTreeMap::new(), seen: BTreeSet::new() });
        }
        Ok(Some(pair))
    }

    /// Puts all texts where they belong.
    fn place(mut self) -> (Imported, Plan, Vec<NewFile>) {
        let (mut plan, mut made) = (Plan::default(), Vec::new());
        for page in self.pages.values() {
            let coming = coming(page, self.links.site);
            self.links.coming.extend(coming);
        }
        for page in std::mem::take(&mut self.pages).into_values() {
            let texts: BTreeMap<usize, Text> = page.texts.iter().map(|(unit, (text, _))| (*unit, text.clone())).collect();
            if texts.is_empty() {
                continue;
            }
            let entry = self.entry(&page.sheet);
            let placed = place(&page.sheet, &self.links, &texts, &entry);
            for unit in &placed.refused {
                let wrote = shortened(&page.sheet.units[*unit].source);
                let line = page.texts.get(unit).map_or(1, |(_, line)| *line);
                let text = texts.get(unit).map_or_else(String::new, shortened);
                self.refuse(Code::TranslationMarkup, line, |finding| finding.with("value", wrote).with("text", text));
            }
            self.imported.waiting += texts.len() - placed.placed.len() - placed.refused.len();
            let Some(text) = placed.text else { continue };
            self.imported.files.push(Target { path: entry.path.clone(), texts: placed.placed.len(), is_new: page.sheet.target.is_none() });
            match page.sheet.target {
                Some(target) => {
                    let disk = fs::canonicalize(&entry.disk).unwrap_or_else(|_| entry.disk.clone());
                    plan.rewrites.push(Rewrite { file: entry.path.to_string(), disk, was: target.text, text });
                }
                None => made.push(NewFile { path: entry.path.to_string(), bytes: text.into_bytes() }),
            }
        }
        let key = |finding: &Finding| finding.place.as_ref().map(|place| place.line);
        self.imported.refused.sort_by_key(key);
        (self.imported, plan, made)
    }

    /// The file of the translation, there or to be made beside that of the source.
    fn entry(&self, sheet: &Sheet) -> Entry {
        let site = self.links.site;
        if let Some(id) = site.half(sheet.pair, self.links.to) {
            return site.page(id).page.entry.clone();
        }
        let source = &site.page(sheet.source_id).page.entry;
        let own = format!(".{}.md", self.links.from);
        let other = format!(".{}.md", self.links.to);
        let swapped = |path: &str| format!("{}{other}", path.strip_suffix(&own).unwrap_or(path));
        let disk = PathBuf::from(swapped(&source.disk.to_string_lossy()));
        Entry { path: Arc::from(swapped(&source.path)), disk, language: self.links.to, ..source.clone() }
    }
}

impl Unit {
    /// A text that came back. In front matter there are no marks, only what looks like some.
    fn read(&self, returned: &Text) -> Text {
        if matches!(self.kind, UnitKind::Field(_) | UnitKind::Segment(Kind::Caption(_))) {
            return Text::words(returned.marked().trim());
        }
        let last = self.marks.last().map_or(0, |mark| mark.number);
        let mark = |number: u32| self.mark(number).and_then(|mark| mark.target.clone().or_else(|| mark.source.clone()));
        let marks: Option<Vec<Mark>> = (1..=last).map(mark).collect();
        marks.map_or_else(|| returned.clone(), |marks| tidied(returned, &marks))
    }

    fn fault(&self, text: &Text) -> Option<super::text::MarkFault> {
        if matches!(self.kind, UnitKind::Field(_)) { None } else { text.fault(&self.allowed()) }
    }
}

/// The anchors of headings that a page will have, by key and anchor of the headings that they translate.
fn coming(page: &PageTexts, site: &Site) -> Vec<((String, String), String)> {
    let sheet = &page.sheet;
    let mut taken: BTreeSet<Anchor> =
        sheet.target.iter().flat_map(|target| &target.page.body.headings).map(|heading| heading.anchor.clone()).collect();
    let mut coming = Vec::new();
    for (unit, (text, _)) in &page.texts {
        let (UnitKind::Segment(Kind::Heading(number)), Slot::New(_)) = (&sheet.units[*unit].kind, &sheet.units[*unit].slot) else {
            continue;
        };
        let Some(heading) = sheet.source.page.body.headings.get(*number) else { continue };
        let base = Anchor::from_heading(&text.plain()).unwrap_or_else(Anchor::wordless);
        let numbered = (2..).map(|number| base.numbered(number));
        let Some(anchor) = std::iter::once(base.clone()).chain(numbered).find(|anchor| !taken.contains(anchor)) else { continue };
        taken.insert(anchor.clone());
        let key = site.pair(sheet.pair).key.to_string();
        coming.push(((key, heading.anchor.to_string()), anchor.to_string()));
    }
    coming
}

/// As much of a text as a message has room for.
fn shortened(text: &Text) -> String {
    let text = text.plain();
    let end = text.char_indices().nth(60).map(|(end, _)| end);
    end.map_or_else(|| text.clone(), |end| format!("{}…", text[..end].trim_end()))
}
