//! What templates are given: plain records made for them, not the program's own types.
//!
//! The theme's README lists every name; a name here is a promise to themes. A link to a page is made once and shared by
//! all pages that show it ([`Shown`]), as a list of links on every page is what costs most on a large site.

use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use crate::address::Language;
use crate::page::Extra;
use crate::site::{PageId, Site, View};
use crate::source::Kind;

/// A record that is ready for templates, cheap to share.
pub(super) type Shown = Value;

/// What every page has round its content.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Frame {
    /// The language of the page.
    pub(super) language: String,
    pub(super) publication: Publication,
    pub(super) head: Head,
    /// The languages to switch to, the page's own included.
    pub(super) switch: Vec<Switch>,
    /// The overview of the goals.
    pub(super) goals_page: Item,
    /// The whole strategy on one page; `None` if the site does not offer it.
    pub(super) whole_page: Option<Item>,
    /// Where readers search; `None` if the site does not offer it.
    pub(super) search_page: Option<Item>,
    /// The list of cases; `None` if the site has none.
    pub(super) cases_page: Option<Item>,
    /// The overviews of the site's own taxonomies.
    pub(super) taxonomy_pages: Vec<Item>,
    /// The way from the front to the page.
    pub(super) breadcrumbs: Vec<Item>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Publication {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) publisher: String,
    /// The publisher's own address on the web; `None` if the site does not say it.
    pub(super) publisher_url: Option<String>,
    /// Which edition it is; `None` if the site does not say it.
    pub(super) edition: Option<String>,
    /// Under what terms the text may be used; `None` if the site does not say it.
    pub(super) licence: Option<Named>,
    /// Whom readers may write to; `None` if the site does not say it.
    pub(super) contact: Option<Named>,
    /// Where the site tells how accessible it is; `None` if it does not.
    pub(super) statement: Option<String>,
    /// The address of the front page in the page's language.
    pub(super) front: String,
}

/// Something with an address of its own, here or elsewhere.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) address: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Head {
    /// For `<title>`.
    pub(super) title: String,
    pub(super) description: String,
    /// The language of `description`; empty where it is the page's own.
    pub(super) language: String,
    /// The page's own address in full; empty for a page that has none (404).
    pub(super) address: String,
    /// The address by which search engines are to know the page, which is its own; empty for a page that shows the text of
    /// another (a half that stands in) or has no address (404).
    pub(super) canonical: String,
    /// Each language's address in full, the page's own and `x-default` included; none for a page in one language.
    pub(super) alternates: Vec<Alternate>,
    /// Whether search engines are to leave it out.
    pub(super) noindex: bool,
    /// Files that tell the same, or what is new, in another form.
    pub(super) forms: Vec<Form>,
    /// What the page is, as JSON-LD that may stand in a `<script>`; empty for a page without an address.
    pub(super) data: String,
}

/// A file that a page offers to programs.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Form {
    /// Its media type.
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) title: String,
    /// From the root of the host.
    pub(super) address: String,
}

/// What a page is called and what it is about, in its own language.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageText<'a> {
    pub(super) title: &'a str,
    pub(super) description: &'a str,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Alternate {
    pub(super) language: String,
    pub(super) address: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Switch {
    pub(super) language: String,
    /// The language's name in itself.
    pub(super) name: String,
    /// The counterpart, or what is nearest to it in that language. It is always there.
    pub(super) address: String,
    pub(super) current: bool,
    /// Whether the page itself is there in that language.
    pub(super) available: bool,
    /// Whether the page stands there with a text in another language.
    pub(super) stand_in: bool,
    /// Where it is not: what is there instead, in the words of that language.
    pub(super) aside: String,
}

/// What a frame holds besides, as shared records.
#[derive(Debug, Clone)]
pub(super) struct Lists {
    /// The contents list: the outermost sections ([`Item`]), the reader's own chapter opened.
    pub(super) contents: Vec<Shown>,
    /// Pages that are not part of the strategy ([`Item`]).
    pub(super) pages: Vec<Shown>,
}

impl Lists {
    pub(super) fn fields(self) -> [(&'static str, Shown); 2] {
        [("contents", self.contents.into()), ("pages", self.pages.into())]
    }
}

/// A link to a view.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Item {
    /// `1`, `3.2`; empty for all but sections.
    pub(super) number: String,
    pub(super) title: String,
    /// The language of title and description; empty where it is the page's own.
    pub(super) language: String,
    pub(super) address: String,
    pub(super) description: String,
    /// Whether the reader is there.
    pub(super) current: bool,
    /// Whether it is a draft, seen only in a preview.
    pub(super) draft: bool,
    /// In the contents list, the sections of a chapter that is open.
    pub(super) children: Vec<Item>,
}

/// A goal, as a tile.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct GoalTile {
    pub(super) number: u8,
    pub(super) name: String,
    /// The language of the name, where it is not that of the page.
    pub(super) name_language: Option<&'static str>,
    /// `None` if no page works for it.
    pub(super) address: Option<String>,
    /// Its address at the United Nations.
    pub(super) iri: String,
    /// How many pages work for it.
    pub(super) count: usize,
    /// Whether the page is tagged with it itself.
    pub(super) own: bool,
    /// Why it is tagged with the goal; `None` if the author does not say so.
    pub(super) note: Option<String>,
    /// The language of the note; empty where it is the page's own.
    pub(super) language: String,
    /// The targets that the page is tagged with.
    pub(super) targets: Vec<TargetItem>,
    /// The boxes in the page that are tagged with the goal.
    pub(super) through: Vec<Item>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct TargetItem {
    /// `13.2`.
    pub(super) id: String,
    /// What it is about, in a few words.
    pub(super) label: String,
    /// The language of these words, where it is not that of the page.
    pub(super) label_language: Option<&'static str>,
    /// The goal's page, at the target.
    pub(super) address: String,
    /// Its address at the United Nations.
    pub(super) iri: String,
    /// Why the page is tagged with it; `None` if the author does not say so.
    pub(super) note: Option<String>,
    /// The language of the note; empty where it is the page's own.
    pub(super) language: String,
}

/// What a page says of its part in a goal.
#[derive(Debug, Clone)]
pub(super) struct Reasoned {
    pub(super) note: Option<String>,
    /// The language of the note; empty where it is the page's own.
    pub(super) language: String,
    pub(super) targets: Vec<TargetItem>,
}

/// A box through which a page works for a goal.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Through {
    pub(super) page: Item,
    /// Those of the box.
    pub(super) targets: Vec<TargetItem>,
    /// Why the box is tagged with the goal; `None` if the author does not say so.
    pub(super) note: Option<String>,
    /// The language of the note; empty where it is the page's own.
    pub(super) language: String,
}

/// The goals against the outermost sections, in one picture.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Map {
    /// What the picture says, in a sentence.
    pub(super) summary: String,
    /// The outermost sections ([`Item`]).
    pub(super) columns: Vec<Shown>,
    /// Whether there is a last column, for what stands in no section.
    pub(super) outside: bool,
    /// The goals by how the strategy works for them; groups without a goal are left out.
    pub(super) groups: Vec<MapGroup>,
}

/// Goals of one kind.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MapGroup {
    /// `own`: a page other than a case is tagged with them. `cases`: cases alone are. `none`: no page is.
    pub(super) kind: &'static str,
    /// Those for which most pages work first.
    pub(super) rows: Vec<MapRow>,
}

/// A goal on the map.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MapRow {
    pub(super) goal: GoalTile,
    /// Its part in each column; none where no page works for it.
    pub(super) cells: Vec<MapCell>,
    /// How many pages work for it, in hundredths of the most.
    pub(super) share: usize,
}

/// What a column does for a goal.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct MapCell {
    /// How much is tagged itself: 0 nothing, 1 the goal as a whole, 2 one of its targets, 3 two, 4 more.
    pub(super) size: usize,
    /// What is tagged itself, in words; empty if nothing.
    pub(super) own: String,
    /// The boxes through which it works for the goal.
    pub(super) boxes: Vec<Titled>,
    /// All that the marks say, in words, as HTML; empty if there are none.
    pub(super) words: String,
}

/// A page by its title.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Titled {
    pub(super) title: String,
    /// The language of the title; empty where it is the page's own.
    pub(super) language: String,
}

/// A term in the list of its taxonomy.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TermItem {
    pub(super) title: String,
    /// Empty for a term that is not in use.
    pub(super) address: String,
    /// How many pages are tagged with it.
    pub(super) count: usize,
    /// On the page of the taxonomy, those pages ([`Item`]), in the order of the term's own page.
    pub(super) pages: Vec<Shown>,
    /// Whether the reader is there.
    pub(super) current: bool,
}

/// The terms of one taxonomy on a page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Terms {
    pub(super) key: String,
    pub(super) title: String,
    /// The terms in the sentence that the site wrote for them, as HTML; `None` if it wrote none.
    pub(super) sentence: Option<String>,
    pub(super) terms: Vec<Item>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Day {
    /// `2022-07-01`.
    pub(super) iso: String,
    /// `1. juli 2022`.
    pub(super) text: String,
}

/// A half of a page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Half {
    pub(super) key: String,
    /// `front`, `section`, `case` or `page`.
    pub(super) kind: &'static str,
    pub(super) number: String,
    /// The language of its text (title, description, body, headings); empty where it is the page's own.
    pub(super) language: String,
    /// Where the text stands in for one that the language lacks; `None` where it is the page's own.
    pub(super) stand_in: Option<StandIn>,
    pub(super) title: String,
    /// What the author wrote to describe it; empty if nothing.
    pub(super) description: String,
    /// The text, as HTML.
    pub(super) body: String,
    pub(super) headings: Vec<HeadingItem>,
    /// Those of the second level, of which a list of the page is made.
    pub(super) main_headings: Vec<HeadingItem>,
    pub(super) date: Option<Day>,
    pub(super) updated: Option<Day>,
    pub(super) draft: bool,
    pub(super) taxonomies: Vec<Terms>,
    /// The pages on which it stands side by side with other languages.
    pub(super) parallels: Vec<Item>,
    pub(super) extra: Extra,
}

/// A text that stands in for one that a language lacks.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StandIn {
    /// The languages that have the page, in words: `Danish`, `Danish and English`.
    pub(super) languages: String,
    /// The language of the text, in a word.
    pub(super) text: String,
    /// Its code.
    pub(super) language: String,
    /// The page on which the text is at home.
    pub(super) address: String,
}

/// What a half holds besides, as shared records.
#[derive(Debug, Clone)]
pub(super) struct Surroundings {
    /// Its goals and targets.
    pub(super) goals: Vec<GoalTile>,
    /// Where a box is used ([`Item`]).
    pub(super) used_in: Vec<Shown>,
    /// The boxes in it ([`Item`]).
    pub(super) boxes: Vec<Shown>,
    /// The sections of a chapter ([`Item`]).
    pub(super) children: Vec<Shown>,
    /// The section before it ([`Item`]), if there is one.
    pub(super) previous: Option<Shown>,
    /// The section after it ([`Item`]), if there is one.
    pub(super) next: Option<Shown>,
}

impl Surroundings {
    pub(super) fn fields(self) -> [(&'static str, Shown); 6] {
        [
            ("goals", Shown::from_serializable(&self.goals)),
            ("used_in", self.used_in.into()),
            ("boxes", self.boxes.into()),
            ("children", self.children.into()),
            ("previous", self.previous.into()),
            ("next", self.next.into()),
        ]
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct HeadingItem {
    pub(super) level: u8,
    pub(super) anchor: String,
    pub(super) text: String,
}

/// What a page in a list has besides the fields of an [`Item`].
#[derive(Debug, Clone)]
pub(super) struct Listed {
    /// `section`, `case` or `page`.
    pub(super) kind: &'static str,
    /// Where it is used, if it is a box ([`Item`]).
    pub(super) used_in: Vec<Shown>,
    pub(super) taxonomies: Vec<Terms>,
}

impl Listed {
    pub(super) fn fields(self) -> [(&'static str, Shown); 3] {
        [("kind", self.kind.into()), ("used_in", self.used_in.into()), ("taxonomies", Shown::from_serializable(&self.taxonomies))]
    }
}

/// A box where it is embedded.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Box {
    /// The language of the box, which may differ from the page's.
    pub(super) language: String,
    pub(super) key: String,
    /// The id of the element, unique on the page.
    pub(super) id: String,
    /// The level of its heading.
    pub(super) level: u8,
    pub(super) title: String,
    pub(super) address: String,
    pub(super) body: String,
    pub(super) draft: bool,
    pub(super) goals: Vec<GoalTile>,
    pub(super) taxonomies: Vec<Terms>,
}

/// The addresses that head and sitemap name for a view: each language that has it, and `x-default` if that of strangers
/// does. A view that only one language has claims no alternates.
pub(super) fn alternates(site: &Site, view: View) -> Vec<(String, View)> {
    let shown = |view: &View| !matches!(view, View::Half(id) if site.is_draft(*id));
    let found: Vec<_> = site.counterparts(view).into_iter().filter(|(_, view)| shown(view)).collect();
    if found.len() < 2 {
        return Vec::new();
    }
    let strangers = found.iter().find(|(language, _)| *language == site.config.strangers);
    let default = strangers.map(|(_, view)| ("x-default".to_owned(), *view));
    found.iter().map(|(language, view)| (language.to_string(), *view)).chain(default).collect()
}

/// The halves of which a feed tells, each with the day of its last change: those of a language that say when they were
/// published or changed, less the front page and drafts.
pub(super) fn changed(site: &Site, language: Language) -> impl Iterator<Item = (Date, PageId)> {
    let halves = site.halves().filter(move |(_, linked)| linked.page.entry.language == language && !linked.page.front.draft);
    halves.filter_map(move |(id, linked)| {
        let pair = site.pair(linked.pair);
        let date = linked.page.front.updated.or(site.date(linked.pair)).filter(|_| pair.kind != Kind::Front)?;
        Some((date, id))
    })
}

/// The path of the feed of a language from the root of the site; `None` if it has nothing to tell.
pub(super) fn feed(site: &Site, language: Language) -> Option<String> {
    changed(site, language).next().map(|_| format!("{}feed.xml", site.config.front(language)))
}
