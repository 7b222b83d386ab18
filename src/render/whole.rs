//! The whole strategy on one page, to be printed, searched and kept.

use super::html::{Html, shown, with};
use super::links::number;
use super::view::Shown;
use crate::address::Language;
use crate::diagnostic::Finding;
use crate::site::{PageId, PairId, View};
use crate::source::Kind;

impl Html<'_> {
    /// All sections in their order, each with its text, and at last the cases that no section shows.
    pub(super) fn whole_strategy(&self, view: View) -> Result<Vec<(&'static str, Shown)>, Finding> {
        let language = self.site.language(view);
        let front = self.site.of_kind(Kind::Front).find_map(|(id, _)| self.site.half(id, language));
        let introduction = front.map(|id| self.body_in_whole(id, 0)).transpose()?.unwrap_or_default();
        let mut parts = Vec::new();
        let mut seen = Vec::new();
        self.chapter(&self.outermost, language, 2, &mut parts, &mut seen)?;
        let cases = self.site.of_kind(Kind::Case).map(|(id, _)| id);
        let alone: Vec<PairId> = cases.filter(|case| !seen.contains(case)).collect();
        let mut cases = Vec::new();
        for id in self.by_title(&alone, language).into_iter().filter_map(|case| self.site.half(case, language)) {
            cases.push(self.part(id, 3)?);
        }
        Ok(vec![("introduction", introduction.into()), ("parts", parts.into()), ("cases", cases.into())])
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
            ("description", linked.page.front.description.clone().unwrap_or_default().into()),
            ("body", self.body_in_whole(id, level - 1)?.into()),
            ("taxonomies", shown(&self.terms(pair, linked.page.entry.language))),
        ];
        Ok(with(shown(&self.item(View::Half(id), View::Half(id))), fields))
    }
}
