//! A page seen from each language: its own half, another that stands in for it, or what is nearest.

use super::link::language_at;
use super::{PageId, Pair, PairId, Site, View};
use crate::address::Language;
use crate::config::Config;
use crate::source::Kind;

/// What a reader finds who asks for a view in another language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    /// The same in that language.
    Same(View),
    /// The same page, with a text that is in another language.
    StandIn(View),
    /// Something else, as the language does not have it: the nearest chapter or list above that it has, or its front page.
    Nearest(View),
}

impl Elsewhere {
    /// What is found.
    pub fn view(self) -> View {
        match self {
            Self::Same(view) | Self::StandIn(view) | Self::Nearest(view) => view,
        }
    }
}

impl Pair {
    /// What stands for the page in a language, by the place of the language among those of the site.
    pub(super) fn shown(&self, place: usize, language: Language) -> Option<View> {
        let half = self.halves.get(place)?;
        half.map(View::Half).or_else(|| self.stand_in.map(|half| View::Stand(half, language)))
    }

    /// Whether readers of a language find the page, by the place of the language among those of the site.
    pub(super) fn is_shown(&self, place: usize) -> bool {
        self.halves[place].is_some() || self.stand_in.is_some()
    }
}

/// Which of some halves readers get whose own is missing: the one in the language that the site names for strangers, for that
/// is what they are here, or else the first. A draft is taken only where all are drafts.
pub(super) fn instead<'h, T>(config: &Config, halves: &'h [Option<T>], is_draft: impl Fn(&T) -> bool) -> Option<&'h T> {
    let strangers = config.index_of(config.strangers);
    let found = halves.iter().enumerate().filter_map(|(place, half)| Some((place, half.as_ref()?)));
    found.min_by_key(|(place, half)| (is_draft(half), Some(*place) != strangers, *place)).map(|(_, half)| half)
}

impl Site {
    /// What stands for a page in a language: its half, or another half that stands in for it; `None` if the language goes
    /// without.
    pub fn shown(&self, pair: PairId, language: Language) -> Option<View> {
        self.pair(pair).shown(self.config.index_of(language)?, language)
    }

    /// The half whose text a view shows; `None` for what the program makes, and for former addresses.
    pub fn text(&self, view: View) -> Option<PageId> {
        match view {
            View::Half(id) | View::Stand(id, _) | View::Parallel(id, _) => Some(id),
            _ => None,
        }
    }

    /// The language of what is written on a view. That of all round it is [`Site::language`].
    pub fn text_language(&self, view: View) -> Language {
        self.text(view).map_or_else(|| self.language(view), |id| self.page(id).page.entry.language)
    }

    /// How many halves there are, and halves that stand in for others.
    pub fn slots(&self) -> usize {
        self.pages.len() + self.net.stands.len()
    }

    /// The place of a view among all halves and, behind them, all that stand in for others; `None` for other views.
    pub fn slot(&self, view: View) -> Option<usize> {
        match view {
            View::Half(id) => Some(id.index()),
            View::Stand(id, language) => Some(self.pages.len() + self.stand(id, language)?),
            _ => None,
        }
    }

    pub(super) fn stand(&self, id: PageId, language: Language) -> Option<usize> {
        let key = (id, self.config.index_of(language)?);
        self.net.stands.binary_search_by_key(&key, |stand| (stand.half, stand.place)).ok()
    }

    /// The same view for readers of a language; itself where they have none.
    pub fn toward(&self, view: View, language: Language) -> View {
        let found = match self.text(view) {
            Some(id) => self.shown(self.page(id).pair, language),
            None => self.counterparts(view).into_iter().find(|(other, _)| *other == language).map(|(_, view)| view),
        };
        found.unwrap_or(view)
    }

    /// What a reader of a view finds in another language. It is there always.
    pub fn elsewhere(&self, view: View, language: Language) -> Elsewhere {
        let same = || self.counterparts(view).into_iter().find(|(other, _)| *other == language);
        if let (View::Parallel(..), Some((_, same))) = (view, same()) {
            return Elsewhere::Same(same);
        }
        let Some(id) = self.text(view) else {
            return same().map_or_else(|| Elsewhere::Nearest(self.above(view, language)), |(_, view)| Elsewhere::Same(view));
        };
        let pair = self.page(id).pair;
        match self.shown(pair, language) {
            Some(view @ View::Half(_)) => Elsewhere::Same(view),
            Some(view) => Elsewhere::StandIn(view),
            None => Elsewhere::Nearest(self.nearest(pair, language)),
        }
    }

    /// The languages that have a view.
    pub fn languages_of(&self, view: View) -> Vec<Language> {
        let Some(id) = self.text(view) else { return self.counterparts(view).into_iter().map(|(language, _)| language).collect() };
        let halves = self.pair(self.page(id).pair).halves.iter().zip(&self.config.languages);
        halves.filter(|(half, _)| half.is_some()).map(|(_, language)| *language).collect()
    }

    /// The nearest page above one that a language lacks: a chapter that it has, for a case the list of cases, or the front.
    fn nearest(&self, pair: PairId, language: Language) -> View {
        let mut chapters = std::iter::successors(self.pair(pair).parent, |&chapter| self.pair(chapter).parent);
        let chapter = chapters.find_map(|chapter| self.half(chapter, language)).map(View::Half);
        let cases = || self.existing(View::Cases(language)).filter(|_| self.pair(pair).kind == Kind::Case);
        chapter.or_else(cases).unwrap_or_else(|| self.front(language))
    }

    /// The list above one that a language lacks.
    fn above(&self, view: View, language: Language) -> View {
        let list = match view {
            View::Goal(..) => self.existing(View::Goals(language)),
            View::Term(_, taxonomy, _) => self.existing(View::Taxonomy(language, taxonomy)),
            _ => None,
        };
        list.unwrap_or_else(|| self.front(language))
    }

    /// The front page of a language; the overview of the goals where it is missing, which is told.
    pub fn front(&self, language: Language) -> View {
        let front = self.of_kind(Kind::Front).next().and_then(|(front, _)| self.half(front, language));
        front.map_or(View::Goals(language), View::Half)
    }

    /// The view to which a former address leads: what stands for the page in the language of that address, or else the half
    /// that names it.
    pub fn alias_target(&self, alias: usize) -> View {
        let (address, target) = &self.net.aliases[alias];
        match *target {
            View::Half(id) => self.shown(self.page(id).pair, language_at(&self.config, address)).unwrap_or(*target),
            target => target,
        }
    }
}
