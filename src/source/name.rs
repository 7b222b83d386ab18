//! What the name and folder of a file in `content/` say: kind, key, language and order.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::address::{Key, Language};
use crate::config::Config;
use crate::diagnostic::{Code, Finding, Place};

/// How many folders a section may lie in.
const DEEPEST: usize = 3;

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
pub(super) fn read(parts: &[String], path: Arc<str>, disk: &Path, config: &Config) -> Result<Entry, Finding> {
    let finding = |code| Finding::new(code, Place::file(&path));
    let [folders @ .., name] = parts else { return Err(finding(Code::UnknownFile)) };
    let kind = match folders.first().map(String::as_str) {
        None => Kind::Front,
        Some("sections") => Kind::Section,
        Some("cases") => Kind::Case,
        Some("pages") => Kind::Page,
        Some(_) => return Err(finding(Code::UnknownFile).with("name", name)),
    };
    let stem = stem(name, config, &finding)?;
    let (stem, language) = stem;
    let (order, key) = ordered(stem);
    let key = Key::parse(key).ok_or_else(|| misnamed(&finding, name, order, stem, language))?;
    if kind == Kind::Front && (key.as_str() != "index" || order.is_some()) {
        return Err(finding(Code::UnknownFile).with("name", name));
    }
    let mut chapters = Vec::new();
    if kind == Kind::Section {
        for folder in &folders[1..] {
            let (order, key) = ordered(folder);
            let key = Key::parse(key).ok_or_else(|| {
                let better = Key::nearest(key).map_or(String::new(), |key| key.to_string());
                finding(Code::FileName).with("name", folder).with("better", better)
            })?;
            chapters.push(Chapter { order, key });
        }
    }
    if chapters.len() > DEEPEST {
        return Err(finding(Code::FolderDepth).with("deepest", DEEPEST));
    }
    let heads_chapter = kind == Kind::Section && key.as_str() == "index";
    let (order, key) = match chapters.pop() {
        Some(own) if heads_chapter => (own.order, own.key),
        Some(own) => {
            chapters.push(own);
            (order, key)
        }
        None if heads_chapter => return Err(finding(Code::UnknownFile).with("name", name)),
        None => (order, key),
    };
    Ok(Entry { path: path.clone(), disk: disk.to_owned(), kind, key, language, order, chapters })
}

/// The name without language and ending.
fn stem<'n>(name: &'n str, config: &Config, finding: &impl Fn(Code) -> Finding) -> Result<(&'n str, Language), Finding> {
    let lower = name.to_lowercase();
    let Some(stem) = name.strip_suffix(".md") else {
        return Err(if let Some(end) = lower.find(".md.") {
            finding(Code::HiddenExtension).with("name", name).with("better", &name[..(end + 3).min(name.len())])
        } else if lower.ends_with(".md") || lower.ends_with(".markdown") {
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            finding(Code::FileName).with("name", name).with("better", format!("{}.md", stem.to_lowercase()))
        } else {
            finding(Code::UnknownFile).with("name", name)
        });
    };
    let languages = config.languages.iter().map(Language::as_str);
    let (stem, suffix) = stem.rsplit_once('.').unwrap_or((stem, ""));
    let language = Language::parse(suffix).filter(|language| config.languages.contains(language));
    let language = language.ok_or_else(|| {
        let all: Vec<&str> = languages.clone().collect();
        finding(Code::UnknownLanguage)
            .with("name", name)
            .with("suffix", suffix)
            .with("languages", all.join(", "))
            .suggest(suffix, languages)
    })?;
    Ok((stem, language))
}

/// Splits `01-introduction` into its number and its key.
fn ordered(stem: &str) -> (Option<u32>, &str) {
    match stem.split_once('-') {
        Some((digits, key)) if !key.is_empty() && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse().map_or((None, stem), |order| (Some(order), key))
        }
        _ => (None, stem),
    }
}

fn misnamed(finding: &impl Fn(Code) -> Finding, name: &str, order: Option<u32>, stem: &str, language: Language) -> Finding {
    let (_, key) = ordered(stem);
    let number = order.map_or(String::new(), |order| format!("{order:02}-"));
    let better = Key::nearest(key).map_or(String::new(), |key| format!("{number}{key}.{language}.md"));
    finding(Code::FileName).with("name", name).with("better", better)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_before_the_key_is_its_order() {
        assert_eq!(ordered("01-introduction"), (Some(1), "introduction"));
        assert_eq!(ordered("c40"), (None, "c40"));
        assert_eq!(ordered("2022-tour"), (Some(2022), "tour"));
        assert_eq!(ordered("99999999999-x"), (None, "99999999999-x"));
        assert_eq!(ordered("12-"), (None, "12-"));
    }
}
