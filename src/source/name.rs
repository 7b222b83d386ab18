//! What the name and folder of a file in `content/` say: kind, key, language and order.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::address::{Key, Language};
use crate::config::Config;
use crate::diagnostic::{Code, Finding, Place};

/// How many folders a section may lie in.
pub const DEEPEST: usize = 3;

/// What a page is, told by its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `content/index.da.md`: the front page.
    Front,
    /// Below `content/sections`: a part of the strategy; a folder's `index` file heads a chapter.
    Section,
    /// Below `content/cases`: a case box.
    Case,
    /// Below `content/pages`: what is not part of the strategy.
    Page,
}

impl Kind {
    /// The word for programs and templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Section => "section",
            Self::Case => "case",
            Self::Page => "page",
        }
    }
}

/// A folder of sections, or a section's own place among its siblings.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chapter {
    /// The number before the name; without one a section stands behind those that have one.
    pub order: Option<u32>,
    /// The name.
    pub key: Key,
}

/// One half of a page, as its file name tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The path from the site's folder, with `/`.
    pub path: Arc<str>,
    /// Where it lies on this machine.
    pub disk: PathBuf,
    /// What it is.
    pub kind: Kind,
    /// What links call it.
    pub key: Key,
    /// Its language.
    pub language: Language,
    /// Its number among its siblings; `None` puts it behind those that have one.
    pub order: Option<u32>,
    /// The chapters that it lies in, outermost first; for a chapter's own `index` file without itself.
    pub chapters: Vec<Chapter>,
}

/// Reads the path of a file, given as its parts below `content/`.
pub(super) fn read(parts: &[String], path: &Arc<str>, disk: &Path, config: &Config) -> Result<Entry, Finding> {
    let finding = |code| Finding::new(code, Place::file(path));
    let [folders @ .., name] = parts else { return Err(finding(Code::UnknownFile)) };
    let kind = kind(folders).map_err(|folder| finding(Code::UnknownFile).with("name", name).suggest(folder, FOLDERS))?;
    let (stem, language) = stem(name, config, &finding)?;
    let (order, key) = ordered(stem);
    let key = Key::parse(key).ok_or_else(|| finding(Code::FileName).with("name", name).with("better", better(name, config)))?;
    if kind == Kind::Front && (key.as_str() != "index" || order.is_some()) {
        return Err(finding(Code::UnknownFile).with("name", name));
    }
    let mut chapters = Vec::new();
    if kind == Kind::Section {
        for (depth, folder) in folders.iter().enumerate().skip(1) {
            chapters.push(chapter(folder).ok_or_else(|| misnamed_folder(folders, depth))?);
        }
    }
    if chapters.len() > DEEPEST {
        return Err(finding(Code::FolderDepth).with("deepest", DEEPEST));
    }
    if kind == Kind::Section && key.as_str() == "index" && chapters.is_empty() {
        return Err(finding(Code::UnknownFile).with("name", name));
    }
    let (order, key) = own(kind, order, key, &mut chapters);
    Ok(Entry { path: path.clone(), disk: disk.to_owned(), kind, key, language, order, chapters })
}

/// The halves that a file was meant to be whose name or folder is at fault; none, if it is no page at all.
pub(super) fn meant(parts: &[String], path: &Arc<str>, disk: &Path, config: &Config) -> Vec<Entry> {
    let Some(([folders @ .., _], guess)) = parts.last().and_then(|name| Some((parts, Guess::of(name, config)?))) else { return Vec::new() };
    let kind = kind(folders).unwrap_or(Kind::Page);
    let nearest = |folder: &String| Some(Chapter { order: ordered(folder).0, key: Key::nearest(ordered(folder).1)? });
    let mut chapters: Vec<Chapter> = folders.iter().skip(1).filter(|_| kind == Kind::Section).filter_map(nearest).collect();
    let (order, key) = own(kind, guess.order, guess.key, &mut chapters);
    let half =
        |language| Entry { path: path.clone(), disk: disk.to_owned(), kind, key: key.clone(), language, order, chapters: chapters.clone() };
    let languages = guess.language.map_or_else(|| config.languages.clone(), |language| vec![language]);
    languages.into_iter().map(half).collect()
}

/// The key of the page whose record lies at a path below `content/reviews`.
pub(super) fn reviewed(parts: &[String]) -> Option<Key> {
    let [name] = parts else { return None };
    Key::parse(name.strip_suffix(".yaml")?)
}

/// The key and the language that a file's name gives, whether or not the site has them.
pub fn named(name: &str) -> Option<(Key, Language)> {
    let (stem, language) = name.strip_suffix(".md")?.rsplit_once('.')?;
    Some((Key::parse(ordered(stem).1)?, Language::parse(language)?))
}

/// Folders of `content/`.
const FOLDERS: [&str; 4] = ["sections", "cases", "pages", "media"];

/// The kind of the pages in a folder; the name of the outermost folder, if that holds none.
fn kind(folders: &[String]) -> Result<Kind, &str> {
    match folders.first().map(String::as_str) {
        None => Ok(Kind::Front),
        Some("sections") => Ok(Kind::Section),
        Some("cases") => Ok(Kind::Case),
        Some("pages") => Ok(Kind::Page),
        Some(other) => Err(other),
    }
}

fn chapter(folder: &str) -> Option<Chapter> {
    let (order, key) = ordered(folder);
    Key::parse(key).map(|key| Chapter { order, key })
}

/// A folder's name is at fault once, not once a file in it: the finding stands at the folder.
fn misnamed_folder(folders: &[String], depth: usize) -> Finding {
    let folder = &folders[depth];
    let (_, key) = ordered(folder);
    let better = Key::nearest(key).map_or(String::new(), |nearest| format!("{}{nearest}", &folder[..folder.len() - key.len()]));
    let path = Arc::from(format!("content/{}", folders[..=depth].join("/")));
    Finding::new(Code::FileName, Place::file(&path)).with("name", folder).with("better", better)
}

/// The order and key of a page; those of an `index` file of a chapter are its folder's.
fn own(kind: Kind, order: Option<u32>, key: Key, chapters: &mut Vec<Chapter>) -> (Option<u32>, Key) {
    let heads_chapter = kind == Kind::Section && key.as_str() == "index";
    match heads_chapter.then(|| chapters.pop()).flatten() {
        Some(own) => (own.order, own.key),
        None => (order, key),
    }
}

/// The name without language and ending.
fn stem<'n>(name: &'n str, config: &Config, finding: &impl Fn(Code) -> Finding) -> Result<(&'n str, Language), Finding> {
    let lower = name.to_ascii_lowercase();
    let Some(stem) = name.strip_suffix(".md") else {
        return Err(if lower.contains(".md.") {
            finding(Code::HiddenExtension).with("name", name).with("better", better(name, config))
        } else if lower.ends_with(".md") || lower.ends_with(".markdown") {
            finding(Code::FileName).with("name", name).with("better", better(name, config))
        } else {
            finding(Code::UnknownFile).with("name", name)
        });
    };
    let (stem, suffix) = stem.rsplit_once('.').unwrap_or((stem, ""));
    let language = Language::parse(suffix).filter(|language| config.languages.contains(language));
    let language = language.ok_or_else(|| {
        let all: Vec<&str> = config.languages.iter().map(Language::as_str).collect();
        let finding = finding(Code::UnknownLanguage).with("name", name).with("suffix", suffix).with("languages", all.join(", "));
        let guess = Guess::of(name, config).filter(|guess| guess.language.is_some());
        finding.propose(guess.map(|guess| guess.name()))
    })?;
    Ok((stem, language))
}

/// A name that could stand in place of one that is wrong; empty if nothing of it can be kept.
fn better(name: &str, config: &Config) -> String {
    Guess::of(name, config).map_or(String::new(), |guess| guess.name())
}

/// What a file with a wrong name was surely meant to be: `C40.da.md`, `c40.dk.md`, `c40-da.md`, `c40.da.md.txt`.
struct Guess<'n> {
    /// The digits and the hyphen before the key, as written.
    digits: &'n str,
    order: Option<u32>,
    key: Key,
    /// `None` if the name does not tell.
    language: Option<Language>,
}

impl<'n> Guess<'n> {
    /// `None` if the file is no Markdown, or its name has no letter that a key may have.
    fn of(name: &'n str, config: &Config) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        let end = lower.find(".md").filter(|end| lower[end + 3..].is_empty() || lower[end + 3..].starts_with('.'));
        let whole = &name[..end.or_else(|| lower.find(".markdown"))?];
        let (stem, suffix) = match whole.rsplit_once('.') {
            Some((stem, suffix)) => (stem, Some(suffix)),
            None => match whole.rsplit_once(['-', '_']) {
                Some((stem, suffix)) if spoken(suffix, config).is_some() => (stem, Some(suffix)),
                _ => (whole, None),
            },
        };
        let (order, key) = ordered(stem);
        let language = suffix.and_then(|suffix| spoken(suffix, config));
        Some(Self { digits: &stem[..stem.len() - key.len()], order, key: Key::nearest(key)?, language })
    }

    fn name(&self) -> String {
        let language = self.language.map_or(String::new(), |language| format!(".{language}"));
        format!("{}{}{language}.md", self.digits, self.key)
    }
}

/// The language of the site that is meant by a suffix: `DA`, `da-DK`, or the letters of a country, `dk`.
fn spoken(suffix: &str, config: &Config) -> Option<Language> {
    let suffix = suffix.to_ascii_lowercase();
    let first = suffix.split(['-', '_']).next().unwrap_or_default();
    let language = match first {
        "dk" => "da",
        "gb" | "uk" | "us" => "en",
        "se" => "sv",
        "gl" => "kl",
        other => other,
    };
    [suffix.as_str(), language].into_iter().filter_map(Language::parse).find(|language| config.languages.contains(language))
}

/// How many digits a number before a key has at most; more are part of the key.
const DIGITS: usize = 4;

/// Splits `01-introduction` into its number and its key.
fn ordered(stem: &str) -> (Option<u32>, &str) {
    match stem.split_once('-') {
        Some((digits, key)) if !key.is_empty() && (1..=DIGITS).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse().map_or((None, stem), |order| (Some(order), key))
        }
        _ => (None, stem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_before_the_key_is_its_order() {
        assert_eq!(ordered("01-introduction"), (Some(1), "introduction"));
        assert_eq!(ordered("c40"), (None, "c40"));
        assert_eq!(ordered("2022-tour"), (Some(2022), "tour"));
        assert_eq!(ordered("4294967295-x"), (None, "4294967295-x"));
        assert_eq!(ordered("99999999999-x"), (None, "99999999999-x"));
        assert_eq!(ordered("12-"), (None, "12-"));
    }
}
