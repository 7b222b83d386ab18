//! The exchange of texts with translators: out as a file for their tools, and back into the Markdown.
//!
//! 1. `half` reads a half with the bytes of each text; `segments` and `inline` find them, `text` is what a translator
//!    sees of one.
//! 2. `sheet` holds two halves against each other: each text, its translation, and where that stands.
//!    `names` gives each a name, and `stale` leaves what needs work.
//! 3. `po` and `xliff` write sheets and read them back; `describe` says what a translator is told beside the texts.
//! 4. `import` tells which of the texts that came back are new and still fit; `place` puts them where they belong, with
//!    `written` for words, `links` for what leads elsewhere, `block` and `front` for what is not there yet, and
//!    `outline` to see that nothing else has changed.

mod block;
mod describe;
mod front;
mod half;
mod import;
mod inline;
mod links;
mod names;
mod outline;
mod place;
mod po;
mod segments;
mod sheet;
mod stale;
mod text;
mod written;
mod xliff;

use std::collections::BTreeMap;

pub use import::{Imported, Manner, NotImported, Target, import};
pub use stale::Extent;

use crate::address::{Key, Language};
use crate::config::Config;
use crate::diagnostic::{Finding, Words};
use crate::site::{Drafts, Pair, Site};
use links::Links;
use sheet::Sheet;
use text::Text;

/// What is to be translated.
#[derive(Debug)]
pub struct Wanted<'r> {
    /// The language of the texts.
    pub from: Language,
    /// The language into which they are translated.
    pub to: Language,
    /// The pages; all of them, if none is named.
    pub keys: Vec<Key>,
    /// Whether pages are taken along that are drafts in the language to be translated.
    pub drafts: Drafts,
    /// In which format.
    pub format: Format,
    /// How much of it.
    pub extent: Extent<'r>,
}

/// A format that translators' programs read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// That of gettext.
    Po,
    /// XLIFF 2.1.
    Xliff,
}

/// A file for translators.
#[derive(Debug)]
pub struct Exported {
    /// Its text.
    pub text: String,
    /// How many texts are in it.
    pub texts: usize,
    /// How many of them have no translation yet.
    pub untranslated: usize,
    /// On how many pages.
    pub pages: usize,
    /// How many pages were left out because they are drafts.
    pub drafts: usize,
}

/// Why nothing was written for translators.
#[derive(Debug)]
pub enum NotExported {
    /// There is no page of that key.
    UnknownKey(Key),
    /// A file cannot be read.
    Finding(Box<Finding>),
}

/// The texts of a site from one language to another.
#[derive(Debug)]
struct Job {
    from: Language,
    to: Language,
    /// The title of the site.
    title: String,
    /// When one of the pages was last changed, as they say themselves.
    date: String,
    sheets: Vec<Sheet>,
}

/// What came back from a translator.
#[derive(Debug, Default)]
struct Returned {
    from: String,
    to: String,
    units: Vec<ReturnedUnit>,
}

/// A text that came back.
#[derive(Debug, Clone)]
struct ReturnedUnit {
    /// The key of its page.
    key: String,
    /// Its name.
    id: String,
    source: Text,
    /// Its translation; `None` if there is none yet.
    target: Option<Text>,
    /// Whether the translator has said that it is not ready.
    is_unsure: bool,
    /// Its line in the file.
    line: u32,
}

/// Why a file cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The line.
    pub line: u32,
    /// What is wrong, as the message selects on it.
    pub why: &'static str,
    /// What stands there.
    pub detail: String,
}

/// Finds the two languages of an exchange: from the one that is named, or else from the first of the site, or its second.
pub fn languages(config: &Config, to: &str, from: Option<&str>) -> Result<(Language, Language), String> {
    let known = |text: &str| known(config, text).ok_or_else(|| text.to_owned());
    let to = known(to)?;
    let from = match from {
        Some(from) => known(from)?,
        None => config.languages.iter().copied().find(|language| *language != to).ok_or_else(|| to.to_string())?,
    };
    if from == to { Err(from.to_string()) } else { Ok((from, to)) }
}

/// The language of the site that is meant. Where a region was added or taken away, it is still the same language, if the site
/// has it once.
fn known(config: &Config, text: &str) -> Option<Language> {
    let wrote = text.to_lowercase();
    let first = |text: &str| text.split('-').next().unwrap_or_default().to_owned();
    let exact = config.languages.iter().find(|language| language.as_str() == wrote);
    let mut near = config.languages.iter().filter(|language| first(language.as_str()) == first(&wrote));
    exact.copied().or_else(|| near.next().filter(|_| near.next().is_none()).copied())
}

/// Writes the texts of a site for translators.
///
/// # Errors
/// [`NotExported`] tells why there is no file.
pub fn export(site: &Site, wanted: &Wanted<'_>, words: &Words) -> Result<Exported, NotExported> {
    if let Some(key) = wanted.keys.iter().find(|key| site.with_key(key.as_str()).is_none()) {
        return Err(NotExported::UnknownKey(key.clone()));
    }
    let is_wanted = |pair: &Pair| wanted.keys.is_empty() || wanted.keys.contains(&pair.key);
    let links = Links { site, from: wanted.from, to: wanted.to, coming: BTreeMap::new() };
    let (mut sheets, mut drafts) = (Vec::new(), 0);
    for (id, _) in site.pairs().filter(|(_, pair)| is_wanted(pair)) {
        let Some(half) = site.half(id, wanted.from) else { continue };
        if site.is_draft(half) && wanted.drafts == Drafts::LeaveOut {
            drafts += 1;
            continue;
        }
        let mut sheet = Sheet::new(&links, id).map_err(|finding| NotExported::Finding(Box::new(finding)))?;
        if let (Some(sheet), Extent::Stale { records, root }) = (&mut sheet, wanted.extent) {
            stale::keep_stale(site, records, root, sheet, [wanted.from, wanted.to]);
        }
        sheets.extend(sheet.filter(|sheet| !sheet.units.is_empty()));
    }
    let dates = sheets.iter().filter_map(|sheet| sheet.source.page.front.updated.max(sheet.source.page.front.date));
    let date = dates.max().map_or_else(|| "1970-01-01".to_owned(), |date| date.to_string());
    let job = Job { from: wanted.from, to: wanted.to, title: site.config.title.get(wanted.from).to_owned(), date, sheets };
    let units = || job.sheets.iter().flat_map(|sheet| &sheet.units);
    Ok(Exported {
        text: match wanted.format {
            Format::Po => po::write(&job, words),
            Format::Xliff => xliff::write(&job, words),
        },
        texts: units().count(),
        untranslated: units().filter(|unit| unit.target.is_none()).count(),
        pages: job.sheets.len(),
        drafts,
    })
}
