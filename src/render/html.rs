//! Pages as HTML: gathers what a template needs and renders it.

use serde::Serialize;
use tera::{Context, Value};

use super::body::{attribute, text};
use super::format;
use super::templates::Templates;
use super::view::{
    Alternate, Box, ContentsItem, Day, Frame, GoalTile, Half, Head, HeadingItem, Item, Listed, Publication, SectionCard, Switch,
    TargetItem, Terms, alternates,
};
use crate::address::Language;
use crate::diagnostic::Finding;
use crate::site::{PageId, Pair, PairId, Site, View};
use crate::source::Kind;
use crate::vocabulary::{GOALS, Goal, GoalTag};

/// Renders views.
#[derive(Debug)]
pub(super) struct Html<'a> {
    pub(super) site: &'a Site,
    pub(super) templates: &'a Templates,
    /// What is the same on all pages of a language.
    shared: Vec<Shared>,
}

#[derive(Debug)]
struct Shared {
    language: Language,
    publication: Publication,
    pages: Vec<PairId>,
}

impl<'a> Html<'a> {
    pub(super) fn new(site: &'a Site, templates: &'a Templates) -> Self {
        let pages: Vec<PairId> = site.of_kind(Kind::Page).map(|(id, _)| id).collect();
        let shared = site.config.languages.iter().map(|&language| Shared {
            language,
            publication: Publication {
                title: site.config.title.get(language).to_owned(),
                description: site.config.description.get(language).to_owned(),
                publisher: site.config.publisher.clone(),
                front: site.config.base_url.rooted(site.config.front(language).as_str()),
            },
            pages: pages.clone(),
        });
        Self { site, templates, shared: shared.collect() }
    }

    /// The page that a reader visits.
    pub(super) fn view(&self, view: View) -> Result<String, Finding> {
        let language = self.site.language(view);
        match view {
            View::Half(id) => self.half_page(view, id),
            View::Cases(_) => {
                let cases: Vec<PairId> = self.site.of_kind(Kind::Case).map(|(id, _)| id).collect();
                self.listing("cases.html", view, &[("entries", value(&self.listed(&cases, language, None)))])
            }
            View::Goals(_) => {
                let goals: Vec<GoalTile> = GOALS.iter().map(|goal| self.goal_tile(goal, language, &[])).collect();
                self.listing("goals.html", view, &[("goals", value(&goals))])
            }
            View::Goal(_, number) => {
                let pairs = self.site.with_goal(number);
                let targets = self.targets_in_use(number, pairs);
                let Some(goal) = Goal::of(number) else { return Ok(String::new()) };
                let tile = self.goal_tile(goal, language, &targets);
                let listed = self.listed(pairs, language, Some(number));
                self.listing("goal.html", view, &[("goal", value(&tile)), ("iri", value(&goal.iri())), ("entries", value(&listed))])
            }
            View::Taxonomy(_, taxonomy) => {
                let terms: Vec<Item> =
                    (0..self.site.config.taxonomies[taxonomy].terms.len()).map(|term| self.term_item(taxonomy, term, language)).collect();
                self.listing("taxonomy.html", view, &[("terms", value(&terms))])
            }
            View::Term(_, taxonomy, term) => {
                let listed = self.listed(self.site.with_term(taxonomy, term), language, None);
                let up = self.item(View::Taxonomy(language, taxonomy), view);
                self.listing("term.html", view, &[("taxonomy", value(&up)), ("entries", value(&listed))])
            }
            View::Alias(alias) => self.alias(view, self.site.alias_target(alias)),
        }
    }

    /// The page for dead links.
    pub(super) fn not_found(&self, language: Language) -> Result<String, Finding> {
        let front = self.site.pairs().find(|(_, pair)| pair.kind == Kind::Front).and_then(|(id, _)| self.site.half(id, language));
        let view = front.map_or(View::Goals(language), View::Half);
        let mut frame = self.frame(view, self.word(language, "not-found"), String::new());
        frame.head.canonical.clear();
        frame.head.alternates.clear();
        frame.head.noindex = true;
        frame.breadcrumbs.clear();
        frame.contents.iter_mut().for_each(|item| item.item.current = false);
        self.render("not-found.html", &frame, &[])
    }

    /// A box where it stands in another page.
    pub(super) fn case_box(&self, id: PageId, level: u8, body: String) -> Result<String, Finding> {
        let linked = self.site.page(id);
        let pair = self.site.pair(linked.pair);
        let language = linked.page.entry.language;
        let record = Box {
            language: language.to_string(),
            key: pair.key.to_string(),
            // No anchor of an author's begins with an underscore.
            id: format!("_{}", pair.key),
            level,
            title: linked.page.front.title.clone(),
            address: self.rooted(View::Half(id)),
            body,
            draft: linked.page.front.draft,
            goals: self.goal_tiles(pair, language),
            taxonomies: self.terms(pair, language),
        };
        let mut context = Context::new();
        context.insert("language", &record.language);
        context.insert("box", &record);
        self.run("box.html", &context)
    }

    /// The address of a view from the root of the host.
    pub(super) fn rooted(&self, view: View) -> String {
        self.site.config.base_url.rooted(self.site.permalink(view).as_str())
    }

    fn run(&self, template: &str, context: &Context) -> Result<String, Finding> {
        self.templates.tera.render(template, context).map_err(|error| self.templates.fault(template, &error))
    }

    fn render(&self, template: &str, frame: &Frame, more: &[(&'static str, Value)]) -> Result<String, Finding> {
        let mut context = Context::from_serialize(frame).map_err(|error| self.templates.fault(template, &error))?;
        for (name, value) in more {
            context.insert_value(*name, value.clone());
        }
        self.run(template, &context)
    }

    fn half_page(&self, view: View, id: PageId) -> Result<String, Finding> {
        let linked = self.site.page(id);
        let page = &linked.page;
        let pair = self.site.pair(linked.pair);
        let language = page.entry.language;
        let summary = page.front.description.clone().unwrap_or_else(|| page.body.summary.clone());
        let mut frame = self.frame(view, page.front.title.clone(), summary);
        frame.head.noindex = page.front.draft;
        let half = Half {
            key: pair.key.to_string(),
            kind: pair.kind.as_str(),
            number: number(pair),
            title: page.front.title.clone(),
            description: page.front.description.clone().unwrap_or_default(),
            body: self.body(id)?,
            headings: page
                .body
                .headings
                .iter()
                .map(|heading| HeadingItem { level: heading.level, anchor: heading.anchor.to_string(), text: heading.text.clone() })
                .collect(),
            date: pair.date.map(|date| day(language, date)),
            updated: page.front.updated.map(|date| day(language, date)),
            draft: page.front.draft,
            goals: self.goal_tiles(pair, language),
            taxonomies: self.terms(pair, language),
            used_in: self.items(&pair.used_in, view),
            boxes: self.items(&pair.boxes, view),
            children: self.items(&pair.children, view),
            previous: self.neighbour(linked.pair, view, Way::Back),
            next: self.neighbour(linked.pair, view, Way::On),
            extra: page.front.extra.clone(),
        };
        let mut more = vec![("page", value(&half))];
        let template = match pair.kind {
            Kind::Front => {
                more.push(("sections", value(&self.cards(view))));
                "front.html"
            }
            Kind::Case => "case.html",
            Kind::Section | Kind::Page => "page.html",
        };
        self.render(template, &frame, &more)
    }

    fn listing(&self, template: &str, view: View, more: &[(&'static str, Value)]) -> Result<String, Finding> {
        let language = self.site.language(view);
        let title = self.title(view);
        let description = match view {
            View::Cases(_) => self.word(language, "cases-description"),
            View::Goals(_) => self.word(language, "goals-description"),
            _ => self.templates.words.must(language, "term-description", &[("title", title.clone())]),
        };
        let frame = self.frame(view, title.clone(), description);
        let more: Vec<_> = more.iter().cloned().chain([("title", value(&title))]).collect();
        self.render(template, &frame, &more)
    }

    fn alias(&self, view: View, target: View) -> Result<String, Finding> {
        let language = self.site.language(view);
        let mut context = Context::new();
        context.insert("language", language.as_str());
        context.insert("title", &self.title(target));
        context.insert("address", &self.rooted(target));
        context.insert("canonical", &self.site.config.base_url.absolute(&self.site.permalink(target)));
        self.run("alias.html", &context)
    }

    fn frame(&self, view: View, title: String, description: String) -> Frame {
        let language = self.site.language(view);
        let Some(shared) = self.shared.iter().find(|shared| shared.language == language).or(self.shared.first()) else {
            unreachable!("a site has a language")
        };
        let absolute = |view: View| self.site.config.base_url.absolute(&self.site.permalink(view));
        let is_front = matches!(view, View::Half(id) if self.site.pair(self.site.page(id).pair).kind == Kind::Front);
        let whole = &shared.publication.title;
        Frame {
            language: language.to_string(),
            publication: shared.publication.clone(),
            head: Head {
                title: if is_front || title == *whole { whole.clone() } else { format!("{title} – {whole}") },
                description,
                canonical: absolute(view),
                alternates: alternates(self.site, view)
                    .into_iter()
                    .map(|(language, view)| Alternate { language, address: absolute(view) })
                    .collect(),
                noindex: false,
            },
            switch: self.switch(view),
            contents: self.contents(view),
            pages: self.items(&shared.pages, view),
            goals_page: self.item(View::Goals(language), view),
            cases_page: self.site.of_kind(Kind::Case).next().map(|_| self.item(View::Cases(language), view)),
            taxonomy_pages: (0..self.site.config.taxonomies.len())
                .map(|taxonomy| self.item(View::Taxonomy(language, taxonomy), view))
                .collect(),
            breadcrumbs: self.breadcrumbs(view, title),
        }
    }

    fn switch(&self, view: View) -> Vec<Switch> {
        let own = self.site.language(view);
        let counterparts = self.site.counterparts(view);
        let languages = self.site.config.languages.iter();
        languages
            .map(|&language| {
                let found = counterparts.iter().find(|(other, _)| *other == language).map(|(_, view)| *view);
                let front = || self.site.config.base_url.rooted(self.site.config.front(language).as_str());
                Switch {
                    language: language.to_string(),
                    name: self.word(language, "language-name"),
                    address: found.map_or_else(front, |view| self.rooted(view)),
                    current: language == own,
                    available: found.is_some(),
                }
            })
            .collect()
    }

    /// The outermost sections, and the reader's own chapters opened, so that the list does not grow with the site.
    fn contents(&self, view: View) -> Vec<ContentsItem> {
        let mut open = Vec::new();
        if let View::Half(id) = view {
            let mut at = Some(self.site.page(id).pair);
            while let Some(pair) = at {
                open.push(pair);
                at = self.site.pair(pair).parent;
            }
        }
        let outermost: Vec<PairId> = self.site.of_kind(Kind::Section).filter(|(_, pair)| pair.parent.is_none()).map(|(id, _)| id).collect();
        self.contents_of(&outermost, &open, view)
    }

    fn contents_of(&self, pairs: &[PairId], open: &[PairId], view: View) -> Vec<ContentsItem> {
        let found = pairs.iter().filter_map(|&pair| Some((pair, self.pair_item(pair, view)?)));
        found
            .map(|(pair, item)| {
                let children = if open.contains(&pair) { self.contents_of(&self.site.pair(pair).children, open, view) } else { Vec::new() };
                ContentsItem { item, children }
            })
            .collect()
    }

    fn breadcrumbs(&self, view: View, title: String) -> Vec<Item> {
        let language = self.site.language(view);
        let mut above = Vec::new();
        match view {
            View::Half(id) => {
                let pair = self.site.pair(self.site.page(id).pair);
                if pair.kind == Kind::Front {
                    return Vec::new();
                }
                if pair.kind == Kind::Case {
                    above.push(self.item(View::Cases(language), view));
                }
                let mut chapter = pair.parent;
                while let Some(id) = chapter {
                    above.extend(self.pair_item(id, view));
                    chapter = self.site.pair(id).parent;
                }
            }
            View::Goal(..) => above.push(self.item(View::Goals(language), view)),
            View::Term(_, taxonomy, _) => above.push(self.item(View::Taxonomy(language, taxonomy), view)),
            View::Cases(_) | View::Goals(_) | View::Taxonomy(..) | View::Alias(_) => {}
        }
        above.reverse();
        let front = Item {
            title: self.word(language, "front"),
            address: self.site.config.base_url.rooted(self.site.config.front(language).as_str()),
            ..Item::default()
        };
        let own = Item { title, address: self.rooted(view), current: true, ..Item::default() };
        [front].into_iter().chain(above).chain([own]).collect()
    }

    fn cards(&self, view: View) -> Vec<SectionCard> {
        let language = self.site.language(view);
        let outermost = self.site.of_kind(Kind::Section).filter(|(_, pair)| pair.parent.is_none());
        outermost
            .filter_map(|(id, pair)| {
                Some(SectionCard {
                    item: self.pair_item(id, view)?,
                    boxes: self.items(&pair.boxes, view),
                    goals: self.goal_tiles(pair, language),
                })
            })
            .collect()
    }

    fn listed(&self, pairs: &[PairId], language: Language, goal: Option<u8>) -> Vec<Listed> {
        let from = View::Goals(language);
        let found = pairs.iter().filter_map(|&id| Some((self.site.pair(id), self.pair_item(id, from)?)));
        found
            .map(|(pair, item)| Listed {
                item,
                kind: pair.kind.as_str(),
                targets: pair.sdgs.iter().filter(|tag| Some(tag.goal) == goal).filter_map(|tag| Some(tag.target?.to_string())).collect(),
                used_in: self.items(&pair.used_in, from),
                taxonomies: self.terms(pair, language),
            })
            .collect()
    }

    fn items(&self, pairs: &[PairId], from: View) -> Vec<Item> {
        pairs.iter().filter_map(|&pair| self.pair_item(pair, from)).collect()
    }

    /// A link to the half of a pair in the language of the page that links.
    fn pair_item(&self, pair: PairId, from: View) -> Option<Item> {
        let id = self.site.half(pair, self.site.language(from))?;
        let page = &self.site.page(id).page;
        let description = page.front.description.clone().unwrap_or_else(|| page.body.summary.clone());
        let view = View::Half(id);
        Some(Item { number: number(self.site.pair(pair)), description, draft: page.front.draft, ..self.item(view, from) })
    }

    fn item(&self, view: View, from: View) -> Item {
        Item { title: self.title(view), address: self.rooted(view), current: view == from, ..Item::default() }
    }

    fn term_item(&self, taxonomy: usize, term: usize, language: Language) -> Item {
        let record = &self.site.config.taxonomies[taxonomy].terms[term];
        let used = !self.site.with_term(taxonomy, term).is_empty();
        let address = if used { self.rooted(View::Term(language, taxonomy, term)) } else { String::new() };
        Item { title: record.labels.get(language).to_owned(), address, ..Item::default() }
    }

    fn terms(&self, pair: &Pair, language: Language) -> Vec<Terms> {
        let taxonomies = self.site.config.taxonomies.iter().zip(&pair.terms).enumerate();
        taxonomies
            .filter(|(_, (_, terms))| !terms.is_empty())
            .map(|(number, (taxonomy, terms))| {
                let terms: Vec<Item> = terms.iter().map(|&term| self.term_item(number, term, language)).collect();
                let links: Vec<String> = terms.iter().map(anchor).collect();
                let sentence = taxonomy.sentence.as_ref().map(|sentence| {
                    let mut out = String::new();
                    text(sentence.get(language), &mut out);
                    out.replace("{terms}", &format::list(language, &links))
                });
                Terms { key: taxonomy.key.to_string(), title: taxonomy.title.get(language).to_owned(), sentence, terms }
            })
            .collect()
    }

    /// The goals of a page, each once, in the order of their numbers, with its targets.
    fn goal_tiles(&self, pair: &Pair, language: Language) -> Vec<GoalTile> {
        let goals = GOALS.iter().filter(|goal| pair.sdgs.iter().any(|tag| tag.goal == goal.number));
        goals.map(|goal| self.goal_tile(goal, language, &pair.sdgs)).collect()
    }

    fn goal_tile(&self, goal: &Goal, language: Language, tags: &[GoalTag]) -> GoalTile {
        let count = self.site.with_goal(goal.number).len();
        let view = View::Goal(language, goal.number);
        let mut targets: Vec<_> = tags.iter().filter(|tag| tag.goal == goal.number).filter_map(|tag| tag.target).collect();
        targets.sort();
        GoalTile {
            number: goal.number,
            name: goal.name(language).to_owned(),
            address: (count > 0).then(|| self.rooted(view)),
            targets: targets
                .iter()
                .map(|target| TargetItem {
                    id: target.to_string(),
                    address: format!("{}#sdg-{}", self.rooted(view), target.to_string().replace('.', "-")),
                })
                .collect(),
            count,
        }
    }

    fn targets_in_use(&self, goal: u8, pairs: &[PairId]) -> Vec<GoalTag> {
        let tags = pairs.iter().flat_map(|&pair| self.site.pair(pair).sdgs.iter().copied());
        let mut tags: Vec<GoalTag> = tags.filter(|tag| tag.goal == goal).collect();
        tags.sort();
        tags.dedup();
        tags
    }

    /// The section before or after this one in the reading order.
    fn neighbour(&self, pair: PairId, view: View, way: Way) -> Option<Item> {
        if self.site.pair(pair).kind != Kind::Section {
            return None;
        }
        let found = match way {
            Way::Back => self.site.before(pair),
            Way::On => self.site.after(pair),
        };
        self.pair_item(found?, view)
    }
}

#[derive(Debug, Clone, Copy)]
enum Way {
    Back,
    On,
}

fn value<T: Serialize + ?Sized>(value: &T) -> Value {
    Value::from_serializable(value)
}

fn day(language: Language, date: jiff::civil::Date) -> Day {
    Day { iso: date.to_string(), text: format::date(language, date) }
}

fn number(pair: &Pair) -> String {
    pair.number.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

fn anchor(item: &Item) -> String {
    let mut out = String::from("<a href=\"");
    attribute(&item.address, &mut out);
    out.push_str("\">");
    text(&item.title, &mut out);
    out.push_str("</a>");
    out
}
