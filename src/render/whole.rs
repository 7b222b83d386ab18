//! The whole strategy on one page, to be printed, searched and kept.

use std::collections::hash_map::Entry;

use serde::Serialize;
use tera::Context;

use super::body::Places;
use super::html::{Html, shown, with};
use super::links::number;
use super::templates::{self, Templates};
use super::view::Shown;
use crate::address::Language;
use crate::diagnostic::Finding;
use crate::site::{PageId, PairId, Site, View};
use crate::source::Kind;

/// The template of the style sheet with the titles at the head of printed pages. A theme need not have it.
const PRINT: &str = "print.css";

/// A section as it is named at the head of its printed pages.
#[derive(Debug, Serialize)]
struct RunningTitle<'a> {
    number: String,
    title: &'a str,
}

/// The languages in which the whole strategy is printed with a sheet of its own.
pub(super) fn printing<'a>(site: &'a Site, templates: &Templates) -> impl Iterator<Item = Language> + use<'a> {
    let languages = if templates.has(PRINT) { site.config.languages.as_slice() } else { &[] };
    languages.iter().copied().filter(|&language| site.existing(View::Whole(language)).is_some())
}

impl Html<'_> {
    /// The style sheet with which the whole strategy is printed: titles at the head of printed pages come from a style sheet
    /// alone, and within a page none may stand.
    pub(super) fn print_sheet(&self, language: Language) -> Result<String, Finding> {
        let half = |pair: &PairId| {
            let id = self.site.half(*pair, language)?;
            Some(RunningTitle { number: number(self.site.pair(*pair)), title: &self.site.page(id).page.front.title })
        };
        let mut context = Context::new();
        context.insert("language", language.as_str());
        context.insert("publication", self.publication(language));
        context.insert("host", &self.site.config.base_url.on_host(""));
        context.insert("sections", &self.outermost.iter().filter_map(half).collect::<Vec<_>>());
        self.run(PRINT, &context)
    }

    /// The path of that sheet, which tells its content.
    pub(super) fn print_sheet_path(&self, language: Language) -> String {
        // A fault of the template is told where the sheet itself is made.
        let sheet = self.print_sheet(language).unwrap_or_default();
        templates::published(&format!("print.{language}.css"), sheet.as_bytes())
    }

    /// All sections in their order, each with its text, and at last the cases that no section shows.
    pub(super) fn whole_strategy(&self, view: View) -> Result<Vec<(&'static str, Shown)>, Finding> {
        let language = self.site.language(view);
        let front = self.site.of_kind(Kind::Front).find_map(|(id, _)| self.site.half(id, language));
        let mut sections = Vec::new();
        self.chapter(&self.outermost, language, 2, &mut sections);
        let mut places = Places::default();
        for &(id, _) in &sections {
            places.insert(self.site.page(id).pair, self.key(id).to_owned());
        }
        for id in front.into_iter().chain(sections.iter().map(|&(id, _)| id)) {
            self.place_boxes(id, self.key(id), &mut places);
        }
        let cases = self.site.of_kind(Kind::Case).map(|(pair, _)| pair);
        let alone: Vec<PairId> = cases.filter(|case| !places.contains_key(case)).collect();
        let alone: Vec<PageId> = self.by_title(&alone, language).into_iter().filter_map(|case| self.site.half(case, language)).collect();
        places.extend(alone.iter().map(|&id| (self.site.page(id).pair, self.key(id).to_owned())));

        let introduction = front.map(|id| self.body_in_whole(id, 0, &places)).transpose()?.unwrap_or_default();
        let parts = sections.iter().map(|&(id, level)| self.part(id, level, &places)).collect::<Result<Vec<_>, _>>()?;
        let cases = alone.iter().map(|&id| self.part(id, 3, &places)).collect::<Result<Vec<_>, _>>()?;
        let sheet = self.templates.has(PRINT).then(|| self.site.config.base_url.rooted(&self.print_sheet_path(language)));
        Ok(vec![("introduction", introduction.into()), ("parts", parts.into()), ("cases", cases.into()), ("print_sheet", shown(&sheet))])
    }

    fn key(&self, id: PageId) -> &str {
        self.site.pair(self.site.page(id).pair).key.as_str()
    }

    /// The sections of a chapter and those within them, each with the level of its title.
    fn chapter(&self, pairs: &[PairId], language: Language, level: u8, sections: &mut Vec<(PageId, u8)>) {
        for &pair in pairs {
            sections.extend(self.site.half(pair, language).map(|id| (id, level)));
            self.chapter(&self.site.pair(pair).children, language, level + 1, sections);
        }
    }

    /// Notes where the boxes stand that a page shows, and those within them: at the first page that does.
    fn place_boxes(&self, id: PageId, page: &str, places: &mut Places) {
        for held in self.site.page(id).embeds.iter().filter_map(|embedded| embedded.id()) {
            if let Entry::Vacant(place) = places.entry(self.site.page(held).pair) {
                place.insert(format!("{page}--{}", self.key(held)));
                self.place_boxes(held, page, places);
            }
        }
    }

    /// A section with its text: its title has that level, and what lies in it comes below.
    fn part(&self, id: PageId, level: u8, places: &Places) -> Result<Shown, Finding> {
        let linked = self.site.page(id);
        let pair = self.site.pair(linked.pair);
        let level = level.min(5);
        let fields = [
            ("id", format!("_{}", pair.key).into()),
            ("key", pair.key.as_str().into()),
            ("level", u64::from(level).into()),
            ("number", number(pair).into()),
            ("chapter", pair.number.first().map_or_else(String::new, u32::to_string).into()),
            ("description", linked.page.front.description.clone().unwrap_or_default().into()),
            ("body", self.body_in_whole(id, level - 1, places)?.into()),
            ("taxonomies", shown(&self.terms(pair, linked.page.entry.language))),
        ];
        Ok(with(shown(&self.item(View::Half(id), View::Half(id))), fields))
    }
}
