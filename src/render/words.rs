//! The interface's words, from the theme's Fluent files.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::address::{Key, Language};
use crate::diagnostic::{Code, Finding, Lines, Place};
use crate::source::Theme;

/// The words of each language of the site.
pub(super) struct InterfaceWords(Vec<OwnWords>);

/// The words of one language.
struct OwnWords {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Words that name no value, which are most of what a page needs, ready to be copied.
    plain: FxHashMap<String, String>,
}

impl OwnWords {
    fn new(language: Language, bundle: FluentBundle<FluentResource>, ids: &BTreeSet<String>) -> Self {
        let mut plain = FxHashMap::default();
        for id in ids {
            let mut faults = Vec::new();
            let pattern = bundle.get_message(id).and_then(|message| message.value());
            let word = pattern.map(|pattern| bundle.format_pattern(pattern, None, &mut faults).into_owned());
            // A word that names a value cannot be said without it.
            plain.extend(word.filter(|_| faults.is_empty()).map(|word| (id.clone(), word)));
        }
        Self { language, bundle, plain }
    }
}

impl std::fmt::Debug for InterfaceWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|words| words.language)).finish()
    }
}

impl InterfaceWords {
    /// Reads `i18n/LANG.ftl` for each language. A word that one of them lacks is a finding.
    pub(super) fn read(theme: &Theme, theme_name: &Key, languages: &[Language], findings: &mut Vec<Finding>) -> Self {
        let mut bundles = Vec::new();
        let mut ids: Vec<(Language, String, Option<BTreeSet<String>>)> = Vec::new();
        for &language in languages {
            let name = format!("i18n/{language}.ftl");
            let mut bundle = FluentBundle::new_concurrent(language.as_str().parse::<LanguageIdentifier>().into_iter().collect());
            bundle.set_use_isolating(false);
            let mut own = BTreeSet::new();
            let file = theme.files.get(&name).map(|file| (file, file.text()));
            let path = match file {
                Some((_, Err(finding))) => {
                    // Of words that cannot be read none is said to be missing.
                    findings.push(finding);
                    continue;
                }
                Some((file, Ok(text))) => {
                    let (resource, faults) = match FluentResource::try_new(text.clone()) {
                        Ok(resource) => (resource, Vec::new()),
                        Err((resource, faults)) => (resource, faults),
                    };
                    let lines = Lines::new(&text);
                    findings.extend(faults.iter().map(|fault| {
                        let place = lines.place(&file.path, fault.pos.start.min(text.len())..fault.pos.end.min(text.len()));
                        Finding::new(Code::TemplateFault, place).with("reason", &fault.kind)
                    }));
                    own.extend(message_ids(&text));
                    bundle.add_resource_overriding(resource);
                    file.path.to_string()
                }
                None => format!("themes/{theme_name}/{name}"),
            };
            bundles.push(OwnWords::new(language, bundle, &own));
            ids.push((language, path, theme.files.contains_key(&name).then_some(own)));
        }
        let english = theme.files.get("i18n/en.ftl").and_then(|file| file.text().ok());
        let mut all: BTreeSet<String> = english.map(|text| message_ids(&text).collect()).unwrap_or_default();
        all.extend(ids.iter().flat_map(|(.., own)| own).flatten().cloned());
        all.retain(|id| !is_name(id));
        for (language, path, own) in &ids {
            let place = Place::file(&std::sync::Arc::from(path.as_str()));
            let lacks = |id: &&String| own.as_ref().is_none_or(|own| !own.contains(*id));
            let state = if own.is_none() { "all" } else { "many" };
            findings.extend(missing(&all.iter().filter(lacks).collect::<Vec<_>>(), state, *language, &place));
        }
        Self(bundles)
    }

    /// A word in a language; `None` if the theme does not have it.
    pub(super) fn get(&self, language: Language, id: &str, values: &[(&str, String)]) -> Option<String> {
        let words = self.0.iter().find(|words| words.language == language)?;
        if values.is_empty()
            && let Some(word) = words.plain.get(id)
        {
            return Some(word.clone());
        }
        let pattern = words.bundle.get_message(id)?.value()?;
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            match value.parse::<u32>() {
                Ok(number) => arguments.set(*name, number),
                Err(_) => arguments.set(*name, value.as_str()),
            }
        }
        let mut faults = Vec::new();
        Some(words.bundle.format_pattern(pattern, Some(&arguments), &mut faults).into_owned())
    }

    /// A word that the theme was checked to have; its name, where that check was waived.
    pub(super) fn must(&self, language: Language, id: &str, values: &[(&str, String)]) -> String {
        self.get(language, id, values).unwrap_or_else(|| id.to_owned())
    }
}

/// Whether a word is the name of a goal or target, which a language need not have: `goal-13`, `target-13-2`.
fn is_name(id: &str) -> bool {
    let number = id.strip_prefix("goal-").or_else(|| id.strip_prefix("target-"));
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// How many missing words of a language are told one by one.
const FEW: usize = 5;

/// The words that a language lacks: each by itself if they are few, or else all at once, by the name of that state.
fn missing(words: &[&String], many: &'static str, language: Language, place: &Place) -> Vec<Finding> {
    let finding = |word: &str, state: &'static str| {
        Finding::new(Code::WordMissing, place.clone()).with("word", word).with("language", language).with("state", state)
    };
    if words.len() <= FEW {
        return words.iter().map(|word| finding(word, "one")).collect();
    }
    let some = words[..FEW].iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    vec![finding(words[0], many).with("words", some).with("count", words.len())]
}

/// The names of the messages of a Fluent file: what stands at the start of a line before `=`.
fn message_ids(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter_map(|line| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        let is_id =
            id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        is_id.then(|| id.to_owned())
    })
}
