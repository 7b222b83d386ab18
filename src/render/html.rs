//! Pages as HTML: gathers what a template needs and renders it.

use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Value};

use super::body::Setting;
use super::format;
use super::links::{Way, number};
use super::templates::Templates;
use super::view::{
    Alternate, Box, Day, Form, Frame, GoalTile, Half, Head, HeadingItem, Item, Lists, Named, PageText, Publication, Shown, Surroundings,
    alternates, feed,
};
use crate::address::Language;
use crate::config;
use crate::diagnostic::Finding;
use crate::page::Heading;
use crate::site::{PageId, PairId, Site, View};
use crate::source::Kind;
use crate::vocabulary::{GOALS, Goal};

/// Renders views.
#[derive(Debug)]
pub(super) struct Html<'a> {
    pub(super) site: &'a Site,
    pub(super) templates: &'a Templates,
    /// What is the same on all pages of a language.
    shared: Vec<Shared>,
    /// The outermost sections.
    pub(super) outermost: Vec<PairId>,
    /// The pages that are not part of the strategy.
    pages: Vec<PairId>,
    /// The link to each half and to each that stands in for another, by [`Site::slot`], made when first needed.
    pub(super) links: Vec<OnceLock<Shown>>,
}

#[derive(Debug)]
struct Shared {
    language: Language,
    publication: Publication,
    /// The feed of the language, if it has one.
    feed: Option<Form>,
}

impl Shared {
    /// The `<title>` of a page other than the front.
    fn titled(&self, title: &str) -> String {
        let whole = &self.publication.title;
        if title == whole { whole.clone() } else { format!("{title} – {whole}") }
    }
}

impl<'a> Html<'a> {
    pub(super) fn new(site: &'a Site, templates: &'a Templates) -> Self {
        let base_url = &site.config.base_url;
        let shared = site.config.languages.iter().map(|&language| Shared {
            language,
            feed: feed(site, language).map(|path| Form {
                kind: "application/atom+xml",
                title: site.config.title.get(language).to_owned(),
                address: base_url.rooted(&path),
            }),
            publication: Publication {
                title: site.config.title.get(language).to_owned(),
                description: site.config.description.get(language).to_owned(),
                publisher: site.config.publisher.name.clone(),
                publisher_url: site.config.publisher.url.as_ref().map(ToString::to_string),
                edition: site.config.edition.as_ref().map(|edition| edition.get(language).to_owned()),
                licence: site
                    .config
                    .imprint
                    .licence
                    .as_ref()
                    .map(|licence| Named { name: licence.name.get(language).to_owned(), address: licence.url.to_string() }),
                contact: site
                    .config
                    .imprint
                    .contact
                    .as_ref()
                    .map(|contact| Named { name: contact.href().trim_start_matches("mailto:").to_owned(), address: contact.href() }),
                statement: statement(site, language).map(|way| way.address),
                front: base_url.rooted(site.config.front(language).as_str()),
            },
        });
        Self {
            site,
            templates,
            shared: shared.collect(),
            outermost: site.of_kind(Kind::Section).filter(|(_, pair)| pair.parent.is_none()).map(|(id, _)| id).collect(),
            pages: site.of_kind(Kind::Page).map(|(id, _)| id).collect(),
            links: std::iter::repeat_with(OnceLock::new).take(site.slots()).collect(),
        }
    }

    /// The page that a reader visits.
    pub(super) fn view(&self, view: View) -> Result<String, Finding> {
        let language = self.site.language(view);
        match view {
            View::Half(id) | View::Stand(id, _) => self.half_page(view, id),
            View::Parallel(id, other) => self.parallel_page(view, id, other),
            View::Cases(_) => {
                let cases: Vec<PairId> = self.site.of_kind(Kind::Case).map(|(id, _)| id).collect();
                self.listing("cases.html", view, vec![("entries", self.listed(&cases, language).into())])
            }
            View::Goals(_) => {
                let goals: Vec<GoalTile> = GOALS.iter().map(|goal| self.goal_tile(goal, language)).collect();
                let more = vec![("goals", shown(&goals)), ("map", shown(&self.map(view))), ("tables", shown(&self.tables(language)))];
                self.listing("goals.html", view, more)
            }
            View::Goal(_, number) => {
                let Some(goal) = Goal::of(number) else { return Ok(String::new()) };
                let more = vec![
                    ("goal", shown(&self.goal_tile(goal, language))),
                    ("targets", shown(&self.targets_in_use(goal, language))),
                    ("entries", self.working_for(number, language).into()),
                ];
                self.listing("goal.html", view, more)
            }
            View::Taxonomy(_, taxonomy) => {
                let terms = self.term_list(taxonomy, view);
                self.listing("taxonomy.html", view, vec![("terms", shown(&terms))])
            }
            View::Term(_, taxonomy, term) => {
                let listed = self.listed(self.site.with_term(taxonomy, term), language);
                let up = self.item(View::Taxonomy(language, taxonomy), view);
                let terms = self.term_list(taxonomy, view);
                self.listing("term.html", view, vec![("taxonomy", shown(&up)), ("terms", shown(&terms)), ("entries", listed.into())])
            }
            View::Whole(_) => self.listing("whole.html", view, self.whole_strategy(view)?),
            View::Search(_) => self.listing("search.html", view, vec![("editions", shown(&self.editions(view)))]),
            View::Alias(alias) => self.alias(view, self.site.alias_target(alias)),
        }
    }

    /// The page for dead links.
    pub(super) fn not_found(&self, language: Language) -> Result<String, Finding> {
        let title = self.shared(language).titled(&self.word(language, "not-found"));
        let head = Head { title, noindex: true, ..Head::default() };
        let frame = Frame { switch: self.lost_switch(language), ..self.framed(self.site.front(language), head, Vec::new()) };
        // Seen from an address that is none, no entry of the contents is the reader's own.
        self.render("not-found.html", &frame, self.lists(View::Goals(language)), Vec::new())
    }

    /// A box where it stands in another page, in which its ids have a prefix.
    pub(super) fn case_box(&self, id: PageId, level: u8, setting: &Setting<'_>, body: String) -> Result<String, Finding> {
        let linked = self.site.page(id);
        let pair = self.site.pair(linked.pair);
        let language = linked.page.entry.language;
        let record = Box {
            language: language.to_string(),
            key: pair.key.to_string(),
            // No anchor of an author's begins with an underscore.
            id: format!("_{}{}", setting.page, pair.key),
            level,
            title: linked.page.front.title.clone(),
            address: self.rooted(self.site.toward(View::Half(id), setting.language)),
            body,
            draft: linked.page.front.draft,
            goals: self.goal_tiles(linked.pair, language),
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

    pub(super) fn run(&self, template: &str, context: &Context) -> Result<String, Finding> {
        self.templates.tera.render(template, context).map_err(|error| self.templates.fault(template, &error))
    }

    pub(super) fn render(&self, template: &str, frame: &Frame, lists: Lists, more: Vec<(&'static str, Shown)>) -> Result<String, Finding> {
        let mut context = Context::from_serialize(frame).map_err(|error| self.templates.fault(template, &error))?;
        for (name, value) in lists.fields().into_iter().chain(more) {
            context.insert_value(name, value);
        }
        self.run(template, &context)
    }

    fn half_page(&self, view: View, id: PageId) -> Result<String, Finding> {
        let linked = self.site.page(id);
        let page = &linked.page;
        let pair = self.site.pair(linked.pair);
        let language = self.site.language(view);
        let summary = page.front.description.clone().unwrap_or_else(|| page.body.summary.clone());
        let mut frame = self.frame(view, page.front.title.clone(), summary);
        frame.head.noindex |= page.front.draft;
        let heading =
            |heading: &Heading| HeadingItem { level: heading.level, anchor: heading.anchor.to_string(), text: heading.text.clone() };
        let headings: Vec<HeadingItem> = page.body.headings.iter().map(heading).collect();
        let half = Half {
            key: pair.key.to_string(),
            kind: pair.kind.as_str(),
            number: number(pair),
            language: self.foreign(view, language),
            stand_in: self.stand_in(view),
            title: page.front.title.clone(),
            description: page.front.description.clone().unwrap_or_default(),
            body: self.body(id, language)?,
            main_headings: headings.iter().filter(|heading| heading.level == 2).cloned().collect(),
            headings,
            date: self.site.date(linked.pair).map(|date| day(language, date)),
            updated: page.front.updated.map(|date| day(language, date)),
            draft: page.front.draft,
            taxonomies: self.terms(pair, language),
            parallels: self.ways_to_parallel(id),
            extra: page.front.extra.clone(),
        };
        let surroundings = Surroundings {
            goals: self.goal_tiles(linked.pair, language),
            used_in: self.links(&pair.used_in, view),
            boxes: self.links(&pair.boxes, view),
            children: self.links(&self.lifted(&pair.children, language), view),
            previous: self.neighbour(linked.pair, view, Way::Back),
            next: self.neighbour(linked.pair, view, Way::On),
        };
        let mut more = vec![("page", with(shown(&half), surroundings.fields()))];
        let template = match pair.kind {
            Kind::Front => {
                more.push(("sections", self.sections(view).into()));
                "front.html"
            }
            Kind::Case => "case.html",
            Kind::Section | Kind::Page => "page.html",
        };
        self.render(template, &frame, self.lists(view), more)
    }

    fn listing(&self, template: &str, view: View, mut more: Vec<(&'static str, Shown)>) -> Result<String, Finding> {
        let language = self.site.language(view);
        let title = self.title(view);
        let description = match view {
            View::Cases(_) => self.word(language, "cases-description"),
            View::Goals(_) => self.word(language, "goals-description"),
            View::Whole(_) => self.word(language, "whole-description"),
            View::Search(_) => self.word(language, "search-description"),
            _ => self.templates.words.must(language, "term-description", &[("title", title.clone())]),
        };
        let mut frame = self.frame(view, title.clone(), description);
        // It says again what the sections say.
        frame.head.noindex = matches!(view, View::Whole(_));
        more.push(("title", title.into()));
        self.render(template, &frame, self.lists(view), more)
    }

    /// The page at `/was/`: the way to what the publication says of its accessibility.
    pub(super) fn statement(&self, language: Language) -> Result<String, Finding> {
        let Some(Statement { address, canonical }) = statement(self.site, language) else { return Ok(String::new()) };
        let mut context = Context::new();
        context.insert("language", language.as_str());
        context.insert("title", &self.word(language, "statement"));
        context.insert("address", &address);
        context.insert("canonical", &canonical);
        self.run("alias.html", &context)
    }

    fn alias(&self, view: View, target: View) -> Result<String, Finding> {
        let language = self.site.language(view);
        let mut context = Context::new();
        context.insert("language", language.as_str());
        context.insert("title", &self.title(target));
        context.insert("address", &self.rooted(target));
        context.insert("canonical", &canonical(self.site, target));
        self.run("alias.html", &context)
    }

    pub(super) fn frame(&self, view: View, title: String, description: String) -> Frame {
        let shared = self.shared(self.site.language(view));
        let absolute = |view: View| self.site.config.base_url.absolute(&self.site.permalink(view));
        let is_front = matches!(view, View::Half(id) if self.site.pair(self.site.page(id).pair).kind == Kind::Front);
        let breadcrumbs = self.breadcrumbs(view, title.clone());
        let name = if is_front { &shared.publication.title } else { &title };
        let data = self.linked_data(view, PageText { title: name, description: &description }, &breadcrumbs);
        let head = Head {
            title: if is_front { shared.publication.title.clone() } else { shared.titled(&title) },
            description,
            language: self.foreign(view, shared.language),
            address: absolute(view),
            canonical: canonical(self.site, view),
            alternates: alternates(self.site, view)
                .into_iter()
                .map(|(language, view)| Alternate { language, address: absolute(view) })
                .collect(),
            noindex: matches!(view, View::Stand(..)),
            forms: self.forms(view),
            data,
        };
        self.framed(view, head, breadcrumbs)
    }

    /// The feed of the page's language, and the tables of goals on their overview.
    fn forms(&self, view: View) -> Vec<Form> {
        let mut forms: Vec<Form> = self.shared(self.site.language(view)).feed.iter().cloned().collect();
        if let View::Goals(language) = view {
            forms.extend(self.tables(language));
        }
        forms
    }

    /// The goals of all pages as open data.
    fn tables(&self, language: Language) -> [Form; 2] {
        [("text/csv", "CSV", "/sdg.csv"), ("application/json", "JSON", "/sdg.json")].map(|(kind, name, file)| Form {
            kind,
            title: format!("{} ({name})", self.word(language, "goals")),
            address: self.site.config.base_url.rooted(file),
        })
    }

    /// What stands round a page with this head, as seen from a view.
    fn framed(&self, view: View, head: Head, breadcrumbs: Vec<Item>) -> Frame {
        let language = self.site.language(view);
        Frame {
            language: language.to_string(),
            publication: self.shared(language).publication.clone(),
            head,
            switch: self.switch(view),
            goals_page: self.item(View::Goals(language), view),
            whole_page: self.site.existing(View::Whole(language)).map(|whole| self.item(whole, view)),
            search_page: self.site.existing(View::Search(language)).map(|search| self.item(search, view)),
            cases_page: self.site.existing(View::Cases(language)).map(|cases| self.item(cases, view)),
            taxonomy_pages: (0..self.site.config.taxonomies.len())
                .map(|taxonomy| self.item(View::Taxonomy(language, taxonomy), view))
                .collect(),
            breadcrumbs,
        }
    }

    pub(super) fn publication(&self, language: Language) -> &Publication {
        &self.shared(language).publication
    }

    fn shared(&self, language: Language) -> &Shared {
        let own = self.shared.iter().find(|shared| shared.language == language).or(self.shared.first());
        own.unwrap_or_else(|| unreachable!("a site has a language"))
    }

    pub(super) fn lists(&self, view: View) -> Lists {
        Lists { contents: self.contents(view), pages: self.links(&self.pages, view) }
    }
}

/// The address by which search engines are to know a view: its own. A text that stands in for another has its own elsewhere,
/// and of that page nothing is claimed here.
fn canonical(site: &Site, view: View) -> String {
    let is_own = !matches!(view, View::Stand(..));
    if is_own { site.config.base_url.absolute(&site.permalink(view)) } else { String::new() }
}

/// Where a publication says how accessible it is.
struct Statement {
    /// For a link on the site.
    address: String,
    /// In full; empty for a text that stands in for another.
    canonical: String,
}

/// Where a publication says how accessible it is, to readers of a language; `None` if it does not.
fn statement(site: &Site, language: Language) -> Option<Statement> {
    match site.config.imprint.statement.as_ref()? {
        config::Statement::Web(url) => Some(Statement { address: url.to_string(), canonical: url.to_string() }),
        config::Statement::Page { key, .. } => {
            let pair = site.with_key(key.as_str())?;
            let other = || site.pair(pair).halves.iter().flatten().next().copied().map(View::Half);
            let view = site.shown(pair, language).or_else(other)?;
            Some(Statement { address: site.config.base_url.rooted(site.permalink(view).as_str()), canonical: canonical(site, view) })
        }
    }
}

/// A record, ready for templates.
pub(super) fn shown<T: Serialize + ?Sized>(record: &T) -> Shown {
    Value::from_serializable(record)
}

/// A record with more fields, or other values in them.
pub(super) fn with<const N: usize>(record: Shown, more: [(&'static str, Shown); N]) -> Shown {
    let mut map = record.into_map().unwrap_or_default();
    map.extend(more.into_iter().map(|(name, value)| (name.into(), value)));
    Value::from(map)
}

fn day(language: Language, date: jiff::civil::Date) -> Day {
    Day { iso: date.to_string(), text: format::date(language, date) }
}
