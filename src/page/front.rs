//! Front matter: the fields of a page, read from YAML, each fault a finding.

use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;

use super::Part;
use super::markdown::marked;
use crate::address::{Key, Permalink, Slug};
use crate::config::{Config, MissingHalf};
use crate::diagnostic::{Code, Finding, Lines, Place};
use crate::prose::{Heard, capitals, hear};
use crate::source::Entry;
use crate::vocabulary::{Goal, GoalTag, NoGoal, Taxonomy, Term};
use crate::yaml::{Expected, Form, Node, Value, Word};

/// What an author says of a page besides its text.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    /// The title; the key where it was forgotten (which is a finding).
    pub title: String,
    /// The page's part of the address; without it the title gives one.
    pub slug: Option<Slug>,
    /// One sentence for lists, search engines and previews of links; without it the first paragraph serves.
    pub description: Option<String>,
    /// Global goals and targets, in the author's order.
    pub sdgs: Vec<Located<GoalTag>>,
    /// Why, for those of the goals and targets of which the author says it.
    pub notes: Vec<(GoalTag, String)>,
    /// Terms of the site's own taxonomies, in the order of the settings.
    pub terms: Vec<(Key, Vec<Located<Key>>)>,
    /// When it was first published.
    pub date: Option<Date>,
    /// When it was last changed in substance.
    pub updated: Option<Date>,
    /// Whether it is kept from readers.
    pub draft: bool,
    /// What becomes of the page where a language lacks it; `None` to leave that to the settings.
    pub missing_half: Option<MissingHalf>,
    /// Addresses that it had before.
    pub aliases: Vec<Located<Permalink>>,
    /// A free map for templates.
    pub extra: Extra,
    /// Where each field stands that was given.
    pub places: Vec<(String, Place)>,
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where the author wrote it.
    pub place: Place,
}

/// A value under `extra`, handed to templates as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Extra {
    /// Nothing.
    #[default]
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// Any other word, number or text, in the author's letters.
    Text(String),
    /// A list.
    List(Vec<Extra>),
    /// A map.
    Map(std::collections::BTreeMap<String, Extra>),
}

const FIELDS: [&str; 10] = ["title", "slug", "description", "sdgs", "date", "updated", "draft", "missing_half", "aliases", "extra"];

/// Which words of the front matter are read by people, and where in the YAML they stand.
type Spots = Vec<(Part, Range<usize>)>;

/// Why a page is tagged with a goal, and where in the YAML that stands.
type Reason = (String, Range<usize>);

/// Reads the YAML of a page; `None` if it is none.
pub(super) fn read(
    entry: &Entry,
    yaml: &str,
    offset: usize,
    lines: &Lines<'_>,
    config: &Config,
    findings: &mut Vec<Finding>,
) -> Option<(FrontMatter, Spots)> {
    let mut form = Form::new(&entry.path, lines, offset);
    let front = form.read(yaml).map(|entries| {
        let mut fields = Fields { form: &mut form, yaml, config, entry, spots: Vec::new() };
        (fields.read(&entries), fields.spots)
    });
    findings.append(&mut form.findings);
    front
}

impl FrontMatter {
    /// The words of a part of it that is read by people.
    pub(super) fn words(&self, part: Part) -> &str {
        match part {
            Part::Title => &self.title,
            Part::Description => self.description.as_deref().unwrap_or_default(),
            Part::Note(tag) => self.notes.iter().find(|(other, _)| *other == tag).map_or("", |(_, note)| note),
            Part::Block(_) | Part::Footnote(_) => "",
        }
    }
}

struct Fields<'f, 'a> {
    form: &'f mut Form<'a>,
    yaml: &'f str,
    config: &'f Config,
    entry: &'f Entry,
    spots: Spots,
}

impl Fields<'_, '_> {
    fn read(&mut self, entries: &[(Word, Node)]) -> FrontMatter {
        let taxonomies = &self.config.taxonomies;
        let mut front = FrontMatter {
            title: self.entry.key.to_string(),
            slug: None,
            description: None,
            sdgs: Vec::new(),
            notes: Vec::new(),
            terms: Vec::new(),
            date: None,
            updated: None,
            draft: false,
            missing_half: None,
            aliases: Vec::new(),
            extra: Extra::Nothing,
            places: Vec::new(),
        };
        for (word, node) in entries {
            let name = word.text.as_str();
            front.places.push((name.to_owned(), self.form.place(&word.at)));
            if matches!(name, "title" | "description") {
                self.remark(name, node);
                self.wording(node);
            }
            match name {
                "title" => match self.form.text(name, node) {
                    Some(title) => {
                        front.title = title.to_owned();
                        self.spots.push((Part::Title, node.at.clone()));
                    }
                    None => continue,
                },
                "slug" => front.slug = self.slug(node),
                "description" => {
                    front.description = self.form.text(name, node).map(str::to_owned);
                    self.spots.push((Part::Description, node.at.clone()));
                }
                "sdgs" => (front.sdgs, front.notes) = self.goals(node),
                "date" => front.date = self.date(name, node),
                "updated" => front.updated = self.date(name, node),
                "draft" => front.draft = self.form.flag(name, node).unwrap_or(false),
                "missing_half" => front.missing_half = self.missing_half(node),
                "aliases" => front.aliases = self.aliases(node),
                "extra" if node.is_empty() => {}
                "extra" => front.extra = self.extra_map(name, node),
                _ => match taxonomies.iter().find(|taxonomy| taxonomy.key.as_str() == name) {
                    Some(taxonomy) => front.terms.push((taxonomy.key.clone(), self.terms(taxonomy, node))),
                    None => self.unknown(word),
                },
            }
        }
        let misspelt = |finding: &Finding| finding.code == Code::UnknownField && finding.suggestion.as_deref() == Some("title");
        if !entries.iter().any(|(word, _)| word.text == "title") && !self.form.findings.iter().any(misspelt) {
            self.form.report(Code::TitleMissing, &(0..0), |finding| finding);
        }
        front
    }

    /// YAML takes ` #` for the start of a remark; a writer who goes on without a blank meant it as text.
    fn remark(&mut self, field: &str, node: &Node) {
        let rest = self.yaml[node.at.end..].lines().next().unwrap_or_default();
        let remark = rest.trim_start();
        if remark.len() < rest.len() && remark.starts_with('#') && !remark.trim_start_matches('#').starts_with([' ', '\t']) {
            let end = node.at.end + rest.len();
            self.form.report(Code::YamlComment, &(end - remark.len()..end), |finding| {
                finding.with("field", field).with("value", remark.trim_end())
            });
        }
    }

    /// A field in another language or in capitals. It is no Markdown, so that a phrase cannot be marked in it.
    fn wording(&mut self, node: &Node) {
        if let Some(run) = node.text().and_then(|text| capitals(text).map(|at| &text[at])) {
            self.form.report(Code::AllCapitals, &node.at, |finding| finding.with("value", run));
        }
        let own = self.entry.language;
        if let Heard::Foreign(language) = hear(node.text().unwrap_or_default(), own, &self.config.languages) {
            self.form.report(Code::UnmarkedLanguage, &node.at, |finding| {
                let finding = finding.with("where", "plain").with("language", language).with("own", own);
                finding.with("value", node.text().unwrap_or_default())
            });
        }
        if let Some(mark) = node.text().and_then(marked) {
            self.form.report(Code::LeftoverMarkup, &node.at, |finding| {
                finding.with("kind", "phrase-plain").with("better", "").with("value", mark)
            });
        }
    }

    fn unknown(&mut self, word: &Word) {
        let own = self.config.taxonomies.iter().map(|taxonomy| taxonomy.key.as_str());
        let known: Vec<&str> = FIELDS.into_iter().chain(own).collect();
        self.form.report(Code::UnknownField, &word.at, |finding| {
            finding.with("field", &word.text).with("known", known.join(", ")).suggest(&word.text, known)
        });
    }

    fn slug(&mut self, node: &Node) -> Option<Slug> {
        let text = self.form.text("slug", node)?;
        let slug = Slug::parse(text);
        if slug.is_none() {
            let better = Slug::from_title(text).map_or(String::new(), |slug| slug.to_string());
            self.form.report(Code::BadSlug, &node.at, |finding| finding.with("value", text).with("field", "slug").with("better", better));
        }
        slug
    }

    fn date(&mut self, field: &str, node: &Node) -> Option<Date> {
        let date = node.text().filter(|text| text.len() == 10).and_then(|text| text.parse().ok());
        if date.is_none() {
            self.form.wrong(field, node, Expected::Date);
        }
        date
    }

    fn missing_half(&mut self, node: &Node) -> Option<MissingHalf> {
        let text = self.form.text("missing_half", node)?;
        let found = MissingHalf::WORDS.iter().find(|(word, _)| *word == text).map(|(_, policy)| *policy);
        if found.is_none() {
            let known = MissingHalf::WORDS.map(|(word, _)| word);
            self.form.report(Code::BadChoice, &node.at, |finding| {
                finding.with("field", "missing_half").with("value", text).with("known", known.join(", ")).suggest(text, known)
            });
        }
        found
    }

    fn aliases(&mut self, node: &Node) -> Vec<Located<Permalink>> {
        let mut aliases = Vec::new();
        for item in self.form.list("aliases", node) {
            let Some(text) = self.form.text("aliases", item) else { continue };
            match Permalink::parse(&format!("/{}/", text.trim_matches('/'))) {
                Some(value) => aliases.push(Located { value, place: self.form.place(&item.at) }),
                None => self.form.report(Code::BadAlias, &item.at, |finding| finding.with("value", text)),
            }
        }
        aliases
    }

    /// Goals and targets, and the notes of those that have one.
    fn goals(&mut self, node: &Node) -> (Vec<Located<GoalTag>>, Vec<(GoalTag, String)>) {
        let mut tags: Vec<Located<GoalTag>> = Vec::new();
        let mut notes = Vec::new();
        for item in self.form.list("sdgs", node) {
            let found = match &item.value {
                Value::Mapping(_) => self.reasoned(item),
                _ => self.goal(item).map(|tag| (tag, None)),
            };
            let Some((tag, note)) = found else { continue };
            if !tags.iter().any(|other| other.value == tag.value) {
                if let Some((note, at)) = note {
                    self.spots.push((Part::Note(tag.value), at));
                    notes.push((tag.value, note));
                }
                tags.push(tag);
            }
        }
        (tags, notes)
    }

    /// A goal or target with its note: `{target: "6.3", note: "…"}`.
    fn reasoned(&mut self, node: &Node) -> Option<(Located<GoalTag>, Option<Reason>)> {
        let (mut tag, mut note, mut names_one) = (None, None, false);
        for (word, value) in self.form.map("sdgs", node)? {
            match word.text.as_str() {
                "goal" | "target" => (tag, names_one) = (self.goal(&value), true),
                "note" => {
                    note = self.form.text("note", &value).map(|note| (note.to_owned(), value.at.clone()));
                    self.wording(&value);
                }
                _ => self.form.report(Code::UnknownField, &word.at, |finding| {
                    let known = ["target", "goal", "note"];
                    finding.with("field", &word.text).with("known", known.join(", ")).suggest(&word.text, known)
                }),
            }
        }
        if !names_one {
            self.form.wrong("sdgs", node, Expected::Text);
        }
        tag.map(|tag| (tag, note))
    }

    fn goal(&mut self, item: &Node) -> Option<Located<GoalTag>> {
        let text = self.form.text("sdgs", item)?;
        match GoalTag::parse(text) {
            Ok(value) => {
                if value.target.is_some() && !self.quoted(&item.at) {
                    self.form.report(Code::TargetNumber, &item.at, |finding| finding.with("value", text));
                }
                return Some(Located { value, place: self.form.place(&item.at) });
            }
            Err(NoGoal::Goal) => {
                self.form.report(Code::UnknownGoal, &item.at, |finding| finding.with("value", text).propose(nearest_goal(text)));
            }
            Err(NoGoal::Target(goal)) => {
                let known: Vec<String> = Goal::of(goal).into_iter().flat_map(Goal::targets).map(|target| target.to_string()).collect();
                self.form.report(Code::UnknownTarget, &item.at, |finding| {
                    finding.with("value", text).with("goal", goal).with("known", known.join(", ")).propose(nearest_goal(text))
                });
            }
        }
        None
    }

    fn quoted(&self, at: &Range<usize>) -> bool {
        self.yaml[at.start..].starts_with(['"', '\''])
    }

    /// The term that readers are shown as this text in some language.
    fn labelled(&self, taxonomy: &Taxonomy, text: &str) -> Option<String> {
        let is_label =
            |term: &&Term| self.config.languages.iter().any(|language| term.labels.get(*language).to_lowercase() == text.to_lowercase());
        taxonomy.terms.iter().find(is_label).map(|term| term.key.to_string())
    }

    fn extra_map(&mut self, name: &str, node: &Node) -> Extra {
        let entries = self.form.map(name, node).unwrap_or_default();
        Extra::Map(entries.iter().map(|(word, node)| (word.text.clone(), self.extra(&word.text, node))).collect())
    }

    fn extra(&mut self, name: &str, node: &Node) -> Extra {
        match &node.value {
            _ if node.is_empty() => Extra::Nothing,
            Value::Scalar { text, quoted: false } if text == "true" => Extra::Flag(true),
            Value::Scalar { text, quoted: false } if text == "false" => Extra::Flag(false),
            Value::Scalar { text, .. } => Extra::Text(text.clone()),
            Value::Sequence(items) => Extra::List(items.iter().map(|item| self.extra(name, item)).collect()),
            Value::Mapping(_) => self.extra_map(name, node),
        }
    }

    fn terms(&mut self, taxonomy: &Taxonomy, node: &Node) -> Vec<Located<Key>> {
        let mut terms: Vec<Located<Key>> = Vec::new();
        for item in self.form.list(taxonomy.key.as_str(), node) {
            let Some(text) = self.form.text(taxonomy.key.as_str(), item) else { continue };
            match taxonomy.terms.iter().find(|term| term.key.as_str() == text) {
                Some(term) if terms.iter().any(|other| other.value == term.key) => {}
                Some(term) => terms.push(Located { value: term.key.clone(), place: self.form.place(&item.at) }),
                None => {
                    let known: Vec<&str> = taxonomy.terms.iter().map(|term| term.key.as_str()).collect();
                    let by_label = self.labelled(taxonomy, text);
                    self.form.report(Code::UnknownTerm, &item.at, |finding| {
                        let finding = finding.with("value", text).with("taxonomy", &taxonomy.key).with("known", known.join(", "));
                        finding.suggest(text, known).propose(by_label)
                    });
                }
            }
        }
        terms
    }
}

fn nearest_goal(text: &str) -> Option<String> {
    GoalTag::nearest(text).map(|tag| tag.to_string())
}
