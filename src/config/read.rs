//! From the text of `langebro.yaml` to settings, every fault a finding.

use std::ops::Range;
use std::sync::Arc;

use super::{BaseUrl, Config, MissingHalf, Offer, Publisher, RawHtml, StaleHalf};
use crate::address::{Key, Language, Slug, WebAddress};
use crate::diagnostic::{Code, Finding, Lines, Place};
use crate::vocabulary::{Labels, Taxonomy, Term};
use crate::yaml::{Expected, Form, Node, Value, Word};

const SETTINGS: [&str; 21] = [
    "title",
    "description",
    "base_url",
    "languages",
    "strangers",
    "publisher",
    "edition",
    "based_on",
    "licence",
    "contact",
    "accessibility",
    "public_body",
    "theme",
    "missing_half",
    "stale_half",
    "raw_html",
    "whole",
    "search",
    "parallel",
    "addresses",
    "taxonomies",
];

/// Fields of the front matter that no taxonomy may take.
const RESERVED: [&str; 10] = ["title", "slug", "description", "sdgs", "date", "updated", "draft", "missing_half", "aliases", "extra"];

/// Reads the settings. There is a [`Config`] if and only if no finding is an error.
pub fn parse(text: &str) -> (Option<Config>, Vec<Finding>) {
    let file = Arc::from(super::FILE);
    let lines = Lines::new(text);
    let yaml = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut form = Form::new(&file, &lines, text.len() - yaml.len());
    let config = form.read(yaml).and_then(|entries| Settings::new(&mut form).read(&entries));
    let findings = form.findings;
    let sound = findings.iter().all(|finding| finding.severity() == crate::diagnostic::Severity::Warning);
    (config.filter(|_| sound), findings)
}

pub(super) struct Settings<'f, 'a> {
    pub(super) form: &'f mut Form<'a>,
    languages: Vec<Language>,
    /// Whether `languages` names all of them; if not, nothing is said of languages that it does not name.
    knows_languages: bool,
    /// The addresses of lists, each with its language.
    addresses: Vec<(Language, String)>,
}

impl<'f, 'a> Settings<'f, 'a> {
    fn new(form: &'f mut Form<'a>) -> Self {
        Self { form, languages: Vec::new(), knows_languages: false, addresses: Vec::new() }
    }

    fn read(mut self, entries: &[(Word, Node)]) -> Option<Config> {
        self.refuse_unknown(entries, &SETTINGS);
        let get = |name: &str| entries.iter().find(|(word, _)| word.text == name).map(|(_, node)| node);
        self.languages = self.languages(get("languages"));
        let title = self.required("title", get("title")).and_then(|node| self.labels("title", node));
        let base_url = self.required("base_url", get("base_url")).and_then(|node| self.base_url(node));
        let publisher = self.required("publisher", get("publisher")).and_then(|node| self.publisher(node));
        let edition = get("edition").and_then(|node| self.labels("edition", node));
        let based_on = get("based_on").map(|node| self.based_on(node)).unwrap_or_default();
        let imprint = self.imprint(entries);
        let description = get("description").and_then(|node| self.labels("description", node));
        let theme = get("theme").and_then(|node| self.key("theme", node)).or_else(|| Key::parse("havnefront"));
        let theme_place = get("theme").map_or_else(|| Place::file(&Arc::from(super::FILE)), |node| self.form.place(&node.at));
        let strangers = get("strangers").and_then(|node| self.strangers(node)).or(self.languages.first().copied());
        let missing_half = get("missing_half").and_then(|node| self.choice("missing_half", node, &MissingHalf::WORDS));
        let stale_half = get("stale_half")
            .and_then(|node| self.choice("stale_half", node, &[("warning", StaleHalf::Warning), ("error", StaleHalf::Error)]));
        let raw_html =
            get("raw_html").and_then(|node| self.choice("raw_html", node, &[("refuse", RawHtml::Refuse), ("allow", RawHtml::Allow)]));
        let whole = self.offer("whole", get("whole"));
        let search = self.offer("search", get("search"));
        let addresses = get("addresses").and_then(|node| self.form.map("addresses", node)).unwrap_or_default();
        self.refuse_unknown(&addresses, &["cases", "goals", "whole", "search", "parallel"]);
        let word = |name: &str| addresses.iter().find(|(word, _)| word.text == name).map(|(_, node)| node);
        let cases_word = self.address_word("addresses.cases", word("cases"), [("da", "cases"), ("en", "cases")], &(0..0));
        let goals_word = self.address_word("addresses.goals", word("goals"), [("da", "verdensmaal"), ("en", "global-goals")], &(0..0));
        // Where there is no such page, its word is free for others.
        let mut offered_word = |offer: Offer, name: &str, standard| match offer {
            Offer::Yes => self.address_word(&format!("addresses.{name}"), word(name), standard, &(0..0)),
            Offer::No => Labels::default(),
        };
        let whole_word = offered_word(whole, "whole", [("da", "hele-strategien"), ("en", "whole-strategy")]);
        let search_word = offered_word(search, "search", [("da", "soeg"), ("en", "search")]);
        let parallel_word = self.word("addresses.parallel", word("parallel"), [("da", "parallelt"), ("en", "parallel")], &(0..0));
        let parallel = get("parallel").and_then(|node| self.form.flag("parallel", node)).unwrap_or(false);
        let taxonomies = get("taxonomies").map(|node| self.taxonomies(node)).unwrap_or_default();
        Some(Config {
            title: title?,
            description: description.unwrap_or_default(),
            base_url: base_url?,
            strangers: strangers?,
            languages: self.languages,
            publisher: publisher?,
            edition,
            based_on,
            imprint,
            theme: theme?,
            theme_place,
            missing_half: missing_half.unwrap_or(MissingHalf::Error),
            stale_half: stale_half.unwrap_or(StaleHalf::Warning),
            raw_html: raw_html.unwrap_or(RawHtml::Refuse),
            parallel,
            parallel_word,
            cases_word,
            goals_word,
            whole_word,
            whole,
            search_word,
            search,
            taxonomies,
        })
    }

    pub(super) fn refuse_unknown(&mut self, entries: &[(Word, Node)], known: &[&str]) {
        for (word, _) in entries.iter().filter(|(word, _)| !known.contains(&word.text.as_str())) {
            self.form.report(Code::UnknownSetting, &word.at, |finding| {
                finding.with("field", &word.text).with("known", known.join(", ")).suggest(&word.text, known.iter().copied())
            });
        }
    }

    fn required<'n>(&mut self, field: &str, node: Option<&'n Node>) -> Option<&'n Node> {
        let misspelt = |finding: &Finding| finding.code == Code::UnknownSetting && finding.suggestion.as_deref() == Some(field);
        if node.is_none() && !self.form.findings.iter().any(misspelt) {
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
        let faults = self.form.findings.len();
        for item in self.form.list("languages", node) {
            let Some(text) = self.form.text("languages", item) else { continue };
            match Language::parse(text) {
                Some(language) if !languages.contains(&language) => languages.push(language),
                _ => self.bad("languages", &item.at, text, "da, en"),
            }
        }
        if languages.is_empty() && self.form.findings.len() == faults {
            self.form.wrong("languages", node, Expected::List);
        }
        self.knows_languages = self.form.findings.len() == faults;
        languages
    }

    fn strangers(&mut self, node: &Node) -> Option<Language> {
        let text = self.form.text("strangers", node)?;
        let found = Language::parse(text).filter(|language| self.languages.contains(language));
        if found.is_none() && self.knows_languages {
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

    /// Whether readers are offered something: they are, unless the settings say no.
    fn offer(&mut self, field: &str, node: Option<&Node>) -> Offer {
        let said = node.and_then(|node| self.choice(field, node, &[("true", Offer::Yes), ("false", Offer::No)]));
        said.unwrap_or(Offer::Yes)
    }

    fn base_url(&mut self, node: &Node) -> Option<BaseUrl> {
        let text = self.form.text("base_url", node)?;
        let found = BaseUrl::parse(text);
        if found.is_none() {
            let whole = BaseUrl::parse(&format!("https://{text}")).filter(|_| !text.contains("://"));
            self.form.report(Code::BadBaseUrl, &node.at, |finding| {
                finding.with("value", text).propose(whole.map(|base_url| base_url.to_string()))
            });
        }
        found
    }

    /// A name, or a map of name and address.
    fn publisher(&mut self, node: &Node) -> Option<Publisher> {
        if !matches!(node.value, Value::Mapping(_)) {
            let name = self.form.text("publisher", node)?.to_owned();
            return Some(Publisher { name, url: None });
        }
        let entries = self.form.map("publisher", node)?;
        self.refuse_unknown(&entries, &["name", "url"]);
        let get = |name: &str| entries.iter().find(|(word, _)| word.text == name).map(|(_, node)| node);
        let url = get("url").and_then(|node| self.web_address("publisher.url", node));
        let name = get("name").and_then(|node| self.form.text("publisher.name", node).map(str::to_owned));
        let is_misspelt = |finding: &Finding| finding.code == Code::UnknownSetting && finding.suggestion.as_deref() == Some("name");
        if get("name").is_none() && !self.form.findings.iter().any(is_misspelt) {
            let at = entries.first().map_or(node.at.clone(), |(word, _)| word.at.clone());
            self.form.report(Code::SettingMissing, &at, |finding| finding.with("field", "publisher.name"));
        }
        Some(Publisher { name: name?, url })
    }

    fn based_on(&mut self, node: &Node) -> Vec<WebAddress> {
        let items = self.form.list("based_on", node);
        items.iter().filter_map(|item| self.web_address("based_on", item)).collect()
    }

    pub(super) fn web_address(&mut self, field: &str, node: &Node) -> Option<WebAddress> {
        let text = self.form.text(field, node)?;
        let found = WebAddress::parse(text);
        if found.is_none() {
            // What has a dot in its first part is a domain without its scheme.
            let is_domain = !text.contains("://") && text.split('/').next().is_some_and(|host| host.contains('.'));
            let whole = WebAddress::parse(&format!("https://{text}")).filter(|_| is_domain);
            self.form.report(Code::BadUrl, &node.at, |finding| {
                finding.with("field", field).with("value", text).propose(whole.map(|whole| whole.to_string()))
            });
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
    pub(super) fn labels(&mut self, field: &str, node: &Node) -> Option<Labels> {
        if node.text().is_some() {
            let text = self.form.text(field, node)?;
            return Some(Labels::new(self.languages.iter().map(|language| (*language, text.to_owned())).collect()));
        }
        let entries = self.form.map(field, node)?;
        let mut labels = Vec::new();
        for (word, value) in &entries {
            match Language::parse(&word.text).filter(|language| self.languages.contains(language)) {
                Some(language) => labels.extend(self.form.text(field, value).map(|text| (language, text.to_owned()))),
                None if self.knows_languages => {
                    let allowed = self.codes();
                    self.bad(field, &word.at, &word.text, &allowed);
                }
                None => {}
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

    /// The word for a list in addresses, in each language; where the settings name none, the program's own. `at` is where a
    /// fault of that one would be told.
    fn address_word(&mut self, field: &str, node: Option<&Node>, standard: [(&str, &str); 2], at: &Range<usize>) -> Labels {
        let labels = self.word(field, node, standard, at);
        for language in self.languages.clone() {
            let word = labels.get(language);
            if Slug::parse(word).is_some() {
                self.take(language, word.to_owned(), &node.map_or(at.clone(), |node| label_at(node, language)));
            }
        }
        labels
    }

    /// A word in addresses, likewise.
    fn word(&mut self, field: &str, node: Option<&Node>, standard: [(&str, &str); 2], at: &Range<usize>) -> Labels {
        let labels = match node {
            Some(node) => self.labels(field, node).unwrap_or_default(),
            None => {
                let word =
                    |language: &Language| standard.iter().find(|(code, _)| *code == language.as_str()).unwrap_or(&standard[1]).1.to_owned();
                Labels::new(self.languages.iter().map(|language| (*language, word(language))).collect())
            }
        };
        for language in self.languages.clone() {
            let word = labels.get(language);
            if !word.is_empty() && Slug::parse(word).is_none() {
                let at = node.map_or(at.clone(), |node| label_at(node, language));
                let better = Slug::from_title(word).map_or(String::new(), |slug| slug.to_string());
                self.form.report(Code::BadSlug, &at, |finding| finding.with("value", word).with("field", field).with("better", better));
            }
        }
        labels
    }

    /// Notes the address of a list; two lists at one address are a finding.
    fn take(&mut self, language: Language, path: String, at: &Range<usize>) {
        let taken = (language, path);
        if self.addresses.contains(&taken) {
            let front = if self.languages.first() == Some(&language) { String::new() } else { format!("/{language}") };
            let address = format!("{front}/{}/", taken.1);
            self.form.report(Code::AddressClash, at, |finding| finding.with("address", address).with("other", super::FILE));
        } else {
            self.addresses.push(taken);
        }
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
        let own_name = [("da", word.text.as_str()), ("en", word.text.as_str())];
        let address_word = self.address_word(&format!("{field}.address"), get("address"), own_name, &word.at);
        let sentence = get("sentence").and_then(|node| self.sentence(&format!("{field}.sentence"), node));
        let terms = get("terms").and_then(|node| self.form.map(&format!("{field}.terms"), node)).unwrap_or_default();
        let terms: Vec<Term> = terms.iter().filter_map(|(word, node)| self.term(&field, &address_word, word, node)).collect();
        Some(Taxonomy { key: key?, title, word: address_word, sentence, terms })
    }

    /// The sentence round the terms of a page, in each language.
    fn sentence(&mut self, field: &str, node: &Node) -> Option<Labels> {
        let sentence = self.labels(field, node)?;
        let mut told = Vec::new();
        for language in self.languages.clone() {
            let (text, at) = (sentence.get(language), label_at(node, language));
            // One text for all languages is told once.
            if !text.is_empty() && !text.contains("{terms}") && !told.contains(&at) {
                self.bad(field, &at, text, "{terms}");
                told.push(at);
            }
        }
        Some(sentence)
    }

    fn term(&mut self, field: &str, address_word: &Labels, word: &Word, node: &Node) -> Option<Term> {
        let key = Key::parse(&word.text);
        if key.is_none() {
            self.bad(field, &word.at, &word.text, "a-z, 0-9, -");
        }
        let labels = self.labels(&format!("{field}.terms.{}", word.text), node)?;
        let term = Term { key: key?, labels };
        for language in self.languages.clone() {
            let path = format!("{}/{}", address_word.get(language), term.slug(language));
            self.take(language, path, &label_at(node, language));
        }
        Some(term)
    }
}

/// Where the text for a language stands in a map from language to text.
fn label_at(node: &Node, language: Language) -> Range<usize> {
    let own = match &node.value {
        Value::Mapping(entries) => entries.iter().find(|(word, _)| word.text == language.as_str()),
        Value::Scalar { .. } | Value::Sequence(_) => None,
    };
    own.map_or(&node.at, |(_, label)| &label.at).clone()
}
