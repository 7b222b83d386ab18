//! From the text of `langebro.yaml` to settings, every fault a finding.

use std::ops::Range;
use std::sync::Arc;

use super::{BaseUrl, Config, MissingHalf, RawHtml};
use crate::address::{Key, Language, Slug};
use crate::diagnostic::{Code, Finding, Lines};
use crate::vocabulary::{Labels, Taxonomy, Term};
use crate::yaml::{Expected, Form, Node, Word};

const SETTINGS: [&str; 12] = [
    "title",
    "description",
    "base_url",
    "languages",
    "strangers",
    "publisher",
    "theme",
    "missing_half",
    "raw_html",
    "addresses",
    "taxonomies",
    "extra",
];

/// Fields of the front matter that no taxonomy may take.
const RESERVED: [&str; 9] = ["title", "slug", "description", "sdgs", "date", "updated", "draft", "aliases", "extra"];

/// Reads the settings. There is a [`Config`] if and only if no finding is an error.
pub fn parse(text: &str) -> (Option<Config>, Vec<Finding>) {
    let file = Arc::from(super::FILE);
    let lines = Lines::new(text);
    let yaml = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut form = Form::new(&file, &lines, text.len() - yaml.len());
    let config = form.read(yaml).and_then(|entries| Settings { form: &mut form, languages: Vec::new() }.read(&entries));
    let findings = form.findings;
    let sound = findings.iter().all(|finding| finding.severity() == crate::diagnostic::Severity::Warning);
    (config.filter(|_| sound), findings)
}

struct Settings<'f, 'a> {
    form: &'f mut Form<'a>,
    languages: Vec<Language>,
}

impl Settings<'_, '_> {
    fn read(mut self, entries: &[(Word, Node)]) -> Option<Config> {
        self.refuse_unknown(entries, &SETTINGS);
        let get = |name: &str| entries.iter().find(|(word, _)| word.text == name).map(|(_, node)| node);
        self.languages = self.languages(get("languages"));
        let title = self.required("title", get("title")).and_then(|node| self.labels("title", node));
        let base_url = self.required("base_url", get("base_url")).and_then(|node| self.base_url(node));
        let publisher = self.required("publisher", get("publisher")).and_then(|node| self.form.text("publisher", node).map(str::to_owned));
        let description = get("description").and_then(|node| self.labels("description", node));
        let theme = get("theme").and_then(|node| self.key("theme", node)).or_else(|| Key::parse("havnefront"));
        let strangers = get("strangers").and_then(|node| self.strangers(node)).or(self.languages.first().copied());
        let missing_half = get("missing_half")
            .and_then(|node| self.choice("missing_half", node, &[("error", MissingHalf::Error), ("omit", MissingHalf::Omit)]));
        let raw_html =
            get("raw_html").and_then(|node| self.choice("raw_html", node, &[("refuse", RawHtml::Refuse), ("allow", RawHtml::Allow)]));
        let addresses = get("addresses").and_then(|node| self.form.map("addresses", node)).unwrap_or_default();
        self.refuse_unknown(&addresses, &["cases", "goals"]);
        let word = |name: &str| addresses.iter().find(|(word, _)| word.text == name).map(|(_, node)| node);
        let cases_word = self.address_word("addresses.cases", word("cases"), [("da", "cases"), ("en", "cases")]);
        let goals_word = self.address_word("addresses.goals", word("goals"), [("da", "verdensmaal"), ("en", "global-goals")]);
        let taxonomies = get("taxonomies").map(|node| self.taxonomies(node)).unwrap_or_default();
        Some(Config {
            title: title?,
            description: description.unwrap_or_default(),
            base_url: base_url?,
            strangers: strangers?,
            languages: self.languages,
            publisher: publisher?,
            theme: theme?,
            missing_half: missing_half.unwrap_or(MissingHalf::Error),
            raw_html: raw_html.unwrap_or(RawHtml::Refuse),
            cases_word,
            goals_word,
            taxonomies,
        })
    }

    fn refuse_unknown(&mut self, entries: &[(Word, Node)], known: &[&str]) {
        for (word, _) in entries.iter().filter(|(word, _)| !known.contains(&word.text.as_str())) {
            self.form.report(Code::UnknownSetting, &word.at, |finding| {
                finding.with("field", &word.text).with("known", known.join(", ")).suggest(&word.text, known.iter().copied())
            });
        }
    }

    fn required<'n>(&mut self, field: &str, node: Option<&'n Node>) -> Option<&'n Node> {
        if node.is_none() {
            self.form.report(Code::SettingMissing, &(0..0), |finding| finding.with("field", field));
        }
        node
    }

    fn bad(&mut self, field: &str, at: &Range<usize>, value: &str, allowed: &str) {
        self.form.report(Code::BadSetting, at, |finding| {
            finding.with("field", field).with("value", value).with("allowed", allowed).suggest(value, allowed.split(", "))
        });
    }

    fn languages(&mut self, node: Option<&Node>) -> Vec<Language> {
        let Some(node) = self.required("languages", node) else { return Vec::new() };
        let mut languages = Vec::new();
        for item in self.form.list("languages", node) {
            let Some(text) = self.form.text("languages", item) else { continue };
            match Language::parse(text) {
                Some(language) if !languages.contains(&language) => languages.push(language),
                _ => self.bad("languages", &item.at, text, "da, en"),
            }
        }
        if languages.is_empty() {
            self.form.wrong("languages", node, Expected::List);
        }
        languages
    }

    fn strangers(&mut self, node: &Node) -> Option<Language> {
        let text = self.form.text("strangers", node)?;
        let found = Language::parse(text).filter(|language| self.languages.contains(language));
        if found.is_none() {
            let allowed = self.codes();
            self.bad("strangers", &node.at, text, &allowed);
        }
        found
    }

    fn codes(&self) -> String {
        self.languages.iter().map(Language::as_str).collect::<Vec<_>>().join(", ")
    }

    fn choice<T: Copy>(&mut self, field: &str, node: &Node, choices: &[(&str, T)]) -> Option<T> {
        let text = self.form.text(field, node)?;
        let found = choices.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if found.is_none() {
            let allowed: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.bad(field, &node.at, text, &allowed.join(", "));
        }
        found
    }

    fn base_url(&mut self, node: &Node) -> Option<BaseUrl> {
        let text = self.form.text("base_url", node)?;
        let found = BaseUrl::parse(text);
        if found.is_none() {
            self.form.report(Code::BadBaseUrl, &node.at, |finding| finding.with("value", text));
        }
        found
    }

    fn key(&mut self, field: &str, node: &Node) -> Option<Key> {
        let text = self.form.text(field, node)?;
        let key = Key::parse(text);
        if key.is_none() {
            self.bad(field, &node.at, text, "a-z, 0-9, -");
        }
        key
    }

    /// A text in each language: a map from language to text, or one text for all.
    fn labels(&mut self, field: &str, node: &Node) -> Option<Labels> {
        if let Some(text) = node.text() {
            return Some(Labels::new(self.languages.iter().map(|language| (*language, text.to_owned())).collect()));
        }
        let entries = self.form.map(field, node)?;
        let mut labels = Vec::new();
        for (word, value) in &entries {
            match Language::parse(&word.text).filter(|language| self.languages.contains(language)) {
                Some(language) => labels.extend(self.form.text(field, value).map(|text| (language, text.to_owned()))),
                None => {
                    let allowed = self.codes();
                    self.bad(field, &word.at, &word.text, &allowed);
                }
            }
        }
        for language in self.languages.clone() {
            if !entries.iter().any(|(word, _)| word.text == language.as_str()) {
                let at = entries.first().map_or(node.at.clone(), |(word, _)| word.at.clone());
                self.form.report(Code::LabelMissing, &at, |finding| finding.with("field", field).with("language", language));
            }
        }
        labels.sort_by_key(|(language, _)| self.languages.iter().position(|other| other == language));
        Some(Labels::new(labels))
    }

    /// A word in addresses, in each language; where the settings name none, the program's own.
    fn address_word(&mut self, field: &str, node: Option<&Node>, standard: [(&str, &str); 2]) -> Labels {
        let Some(node) = node else {
            let word =
                |language: &Language| standard.iter().find(|(code, _)| *code == language.as_str()).unwrap_or(&standard[1]).1.to_owned();
            return Labels::new(self.languages.iter().map(|language| (*language, word(language))).collect());
        };
        let labels = self.labels(field, node).unwrap_or_default();
        for language in self.languages.clone() {
            let word = labels.get(language);
            if Slug::parse(word).is_none() && !word.is_empty() {
                self.form.report(Code::BadSlug, &node.at, |finding| {
                    finding
                        .with("value", word)
                        .with("field", field)
                        .with("better", Slug::from_title(word).map_or(String::new(), |slug| slug.to_string()))
                });
            }
        }
        labels
    }

    fn taxonomies(&mut self, node: &Node) -> Vec<Taxonomy> {
        let entries = self.form.map("taxonomies", node).unwrap_or_default();
        entries.iter().filter_map(|(word, node)| self.taxonomy(word, node)).collect()
    }

    fn taxonomy(&mut self, word: &Word, node: &Node) -> Option<Taxonomy> {
        let field = format!("taxonomies.{}", word.text);
        let key = Key::parse(&word.text).filter(|key| !RESERVED.contains(&key.as_str()));
        if key.is_none() {
            self.bad(&field, &word.at, &word.text, "a-z, 0-9, -");
        }
        let entries = self.form.map(&field, node)?;
        self.refuse_unknown(&entries, &["title", "address", "sentence", "terms"]);
        let get = |name: &str| entries.iter().find(|(word, _)| word.text == name).map(|(_, node)| node);
        let title = get("title").and_then(|node| self.labels(&format!("{field}.title"), node));
        let title = title.unwrap_or_else(|| Labels::new(self.languages.iter().map(|language| (*language, word.text.clone())).collect()));
        let address = format!("{field}.address");
        let word = match get("address") {
            Some(node) => self.address_word(&address, Some(node), [("da", ""), ("en", "")]),
            None => Labels::new(self.languages.iter().map(|language| (*language, word.text.clone())).collect()),
        };
        let sentence = get("sentence").and_then(|node| self.labels(&format!("{field}.sentence"), node));
        let terms = get("terms").and_then(|node| self.form.map(&format!("{field}.terms"), node)).unwrap_or_default();
        let terms = terms.iter().filter_map(|(word, node)| self.term(&field, word, node)).collect();
        Some(Taxonomy { key: key?, title, word, sentence, terms })
    }

    fn term(&mut self, field: &str, word: &Word, node: &Node) -> Option<Term> {
        let key = Key::parse(&word.text);
        if key.is_none() {
            self.bad(field, &word.at, &word.text, "a-z, 0-9, -");
        }
        let labels = self.labels(&format!("{field}.terms.{}", word.text), node)?;
        Some(Term { key: key?, labels })
    }
}
