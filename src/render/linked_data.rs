//! What a page is, said for programs: JSON-LD in the words of <https://schema.org/>.
//!
//! The front page is a report, a section a chapter of it, a case an article in it; goals and targets are the terms of the
//! United Nations' own vocabulary. Every node is named by the address of its page, so that the pages of the site and both
//! languages make one graph.

use serde::Serialize;

use super::html::Html;
use super::links::number;
use super::view::{Item, PageText};
use crate::address::Language;
use crate::site::{PageId, PairId, View};
use crate::source::Kind;
use crate::vocabulary::{Goal, GoalTag};

/// The goals and targets as a vocabulary.
const GOALS: &str = "http://metadata.un.org/sdg";

#[derive(Debug, Serialize)]
struct Document {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node>,
}

/// A page or what it holds. A field without a value is not written.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    in_language: String,
    url: String,
    /// The number of a section.
    #[serde(skip_serializing_if = "String::is_empty")]
    position: String,
    /// Which edition of the publication it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creative_work_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    /// Under what terms it may be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Organization>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    is_based_on: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Named>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_part: Vec<Named>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<DefinedTerm>,
    /// From the site's first language to the others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    work_translation: Vec<Named>,
    /// From another language to the site's first.
    #[serde(skip_serializing_if = "Option::is_none")]
    translation_of_work: Option<Named>,
    /// What a page shows that is a work of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    breadcrumb: Option<BreadcrumbList>,
}

/// A node that is described elsewhere.
#[derive(Debug, Serialize)]
struct Named {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Debug, Serialize)]
struct Organization {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DefinedTerm {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: String,
    term_code: String,
    in_defined_term_set: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct BreadcrumbList {
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<ListItem>,
}

#[derive(Debug, Serialize)]
struct ListItem {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: String,
    item: String,
}

impl Html<'_> {
    /// The page of a view, as JSON that may stand in a `<script>`.
    pub(super) fn linked_data(&self, view: View, text: PageText<'_>, breadcrumbs: &[Item]) -> String {
        let mut node =
            Node { kind: "CollectionPage", name: text.title.to_owned(), description: text.description.to_owned(), ..self.node(view) };
        match view {
            View::Half(id) => self.describe(id, &mut node),
            View::Parallel(id, _) => {
                node.kind = "WebPage";
                node.main_entity = Some(self.named(View::Half(id)));
            }
            // The work itself is described where its text is at home.
            View::Stand(id, _) => (node.kind, node.main_entity) = ("WebPage", Some(self.named(View::Half(id)))),
            View::Goal(language, number) => node.about = vec![self.term(GoalTag { goal: number, target: None }, language)],
            _ => {}
        }
        self.translations(view, &mut node);
        let breadcrumb = self.breadcrumb(breadcrumbs);
        let is_page = matches!(node.kind, "WebPage" | "CollectionPage");
        let mut graph = vec![node];
        if is_page {
            graph[0].breadcrumb = breadcrumb;
        } else if breadcrumb.is_some() {
            // Only a page has breadcrumbs, a work of words has none.
            let main = self.named(view);
            let id = format!("{}#_page", main.id);
            graph.push(Node { kind: "WebPage", id, main_entity: Some(main), breadcrumb, ..self.node(view) });
        }
        // A tree of texts and numbers can always be written.
        let json = serde_json::to_string(&Document { context: "https://schema.org", graph }).unwrap_or_default();
        // Nothing that an author writes may end the element in which it stands.
        json.replace('<', "\\u003c")
    }

    /// A half of a page: what it is, where it belongs, and what it is about.
    fn describe(&self, id: PageId, node: &mut Node) {
        let linked = self.site.page(id);
        let pair = self.site.pair(linked.pair);
        let language = linked.page.entry.language;
        match pair.kind {
            Kind::Front => {
                let config = &self.site.config;
                let cases: Vec<PairId> = self.site.of_kind(Kind::Case).map(|(id, _)| id).collect();
                node.kind = "Report";
                node.version = config.edition.as_ref().map(|edition| edition.get(language).to_owned());
                node.license = config.imprint.licence.as_ref().map(|licence| licence.url.to_string());
                node.publisher = Some(Organization {
                    kind: "Organization",
                    name: config.publisher.name.clone(),
                    url: config.publisher.url.as_ref().map(ToString::to_string),
                });
                node.is_based_on = config.based_on.iter().map(ToString::to_string).collect();
                node.has_part = self.parts_of(&self.outermost, language);
                node.has_part.extend(self.parts_of(&cases, language));
            }
            Kind::Section => {
                node.kind = "Chapter";
                node.position = number(pair);
                node.is_part_of = self.whole_of(linked.pair, language);
                node.has_part = self.parts_of(&pair.children, language);
            }
            Kind::Case => {
                node.kind = "Article";
                node.is_part_of = self.report(language);
            }
            Kind::Page => node.kind = "WebPage",
        }
        node.creative_work_status = linked.page.front.draft.then_some("Draft");
        node.date_published = self.site.date(linked.pair).map(|date| date.to_string());
        node.date_modified = linked.page.front.updated.map(|date| date.to_string());
        let mut tags = pair.sdgs.clone();
        tags.sort_unstable();
        node.about = tags.into_iter().map(|tag| self.term(tag, language)).collect();
    }

    fn node(&self, view: View) -> Node {
        let address = self.named(view).id;
        Node { id: address.clone(), url: address, in_language: self.site.text_language(view).to_string(), ..Node::default() }
    }

    fn named(&self, view: View) -> Named {
        Named { id: self.site.config.base_url.absolute(&self.site.permalink(view)) }
    }

    /// The halves of pages, those that the language lacks replaced by the ones within them.
    fn parts_of(&self, pairs: &[PairId], language: Language) -> Vec<Named> {
        let part = |&pair: &PairId| match self.site.half(pair, language) {
            Some(half) => vec![self.named(View::Half(half))],
            None => self.parts_of(&self.site.pair(pair).children, language),
        };
        pairs.iter().flat_map(part).collect()
    }

    /// The nearest chapter round a section that the language has, or else the publication.
    fn whole_of(&self, section: PairId, language: Language) -> Option<Named> {
        let mut chapter = self.site.pair(section).parent;
        while let Some(id) = chapter {
            if let Some(half) = self.site.half(id, language) {
                return Some(self.named(View::Half(half)));
            }
            chapter = self.site.pair(id).parent;
        }
        self.report(language)
    }

    /// The publication in a language; `None` where its front page is missing.
    fn report(&self, language: Language) -> Option<Named> {
        let (front, _) = self.site.of_kind(Kind::Front).next()?;
        self.site.half(front, language).map(|half| self.named(View::Half(half)))
    }

    /// The site's first language names the others, each of which names it.
    fn translations(&self, view: View, node: &mut Node) {
        let first = self.site.config.first_language();
        let found = self.site.counterparts(view);
        let Some((_, original)) = found.iter().find(|(language, _)| *language == first) else { return };
        if *original == view {
            let others = found.iter().filter(|(language, _)| *language != first);
            node.work_translation = others.map(|(_, view)| self.named(*view)).collect();
        } else {
            node.translation_of_work = Some(self.named(*original));
        }
    }

    fn breadcrumb(&self, items: &[Item]) -> Option<BreadcrumbList> {
        let base_url = &self.site.config.base_url;
        let element = |(before, item): (usize, &Item)| ListItem {
            kind: "ListItem",
            position: before + 1,
            name: item.title.clone(),
            item: base_url.on_host(&item.address),
        };
        let item_list_element: Vec<ListItem> = items.iter().enumerate().map(element).collect();
        (!item_list_element.is_empty()).then_some(BreadcrumbList { kind: "BreadcrumbList", item_list_element })
    }

    /// A goal or target as the United Nations name it.
    fn term(&self, tag: GoalTag, language: Language) -> DefinedTerm {
        let goal = Goal::of(tag.goal);
        let of_goal = || goal.map_or((String::new(), String::new()), |goal| (self.goal_name(goal, language).0, goal.iri()));
        let (name, id) = tag.target.map_or_else(of_goal, |target| (self.target_label(target, language).0, target.iri()));
        DefinedTerm { kind: "DefinedTerm", id, name, term_code: tag.to_string(), in_defined_term_set: GOALS }
    }
}
