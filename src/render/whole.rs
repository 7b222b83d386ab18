//! The whole strategy on one page, to be printed, searched and kept.

use serde::Serialize;
use tera::Context;

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
        let introduction = front.map(|id| self.body_in_whole(id, 0)).transpose()?.unwrap_or_default();
        let mut parts = Vec::new();
        let mut seen = Vec::new();
        front.into_iter().for_each(|id| self.see(id, &mut seen));
        self.chapter(&self.outermost, language, 2, &mut parts, &mut seen)?;
        let cases = self.site.of_kind(Kind::Case).map(|(id, _)| id);
        let alone: Vec<PairId> = cases.filter(|case| !seen.contains(case)).collect();
        let mut cases = Vec::new();
        for id in self.by_title(&alone, language).into_iter().filter_map(|case| self.site.half(case, language)) {
            cases.push(self.part(id, 3)?);
        }
        let sheet = printing(self.site, self.templates).find(|&other| other == language);
        let sheet = sheet.map(|language| self.site.config.base_url.rooted(&self.print_sheet_path(language)));
        Ok(vec![("introduction", introduction.into()), ("parts", parts.into()), ("cases", cases.into()), ("print_sheet", shown(&sheet))])
    }

    /// The sections of a chapter and those within them; `seen` takes in the boxes that they show.
    fn chapter(
        &self,
        pairs: &[PairId],
        language: Language,
        level: u8,
        parts: &mut Vec<Shown>,
        seen: &mut Vec<PairId>,
    ) -> Result<(), Finding> {
        for &pair in pairs {
            if let Some(id) = self.site.half(pair, language) {
                parts.push(self.part(id, level)?);
                self.see(id, seen);
            }
            self.chapter(&self.site.pair(pair).children, language, level + 1, parts, seen)?;
        }
        Ok(())
    }

    /// Notes the boxes that a page shows, and those within them.
    fn see(&self, id: PageId, seen: &mut Vec<PairId>) {
        for held in self.site.page(id).embeds.iter().filter_map(|embedded| embedded.id()) {
            let pair = self.site.page(held).pair;
            if !seen.contains(&pair) {
                seen.push(pair);
                self.see(held, seen);
            }
        }
    }

    /// A section with its text: its title has that level, and what lies in it comes below.
    fn part(&self, id: PageId, level: u8) -> Result<Shown, Finding> {
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
            ("body", self.body_in_whole(id, level - 1)?.into()),
            ("taxonomies", shown(&self.terms(pair, linked.page.entry.language))),
        ];
        Ok(with(shown(&self.item(View::Half(id), View::Half(id))), fields))
    }
}
