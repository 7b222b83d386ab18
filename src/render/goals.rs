//! The global goals on pages: as tiles, as lists of the pages that work for them.

use super::html::{Html, shown, with};
use super::view::{GoalTile, Item, Reasoned, Shown, TargetItem, Through};
use crate::address::Language;
use crate::site::{PairId, Use, View};
use crate::vocabulary::{GOALS, Goal, GoalTag, Target, names_in};

/// A name, and the language that it is in, where it is not that of the page.
type Named = (String, Option<&'static str>);

/// The language of the names that the program knows, where it is not the page's own.
fn foreign(language: Language) -> Option<&'static str> {
    let known = names_in(language);
    (language.as_str().split('-').next() != Some(known)).then_some(known)
}

impl Html<'_> {
    /// The goals of a page in the order of their numbers: its own with their targets and notes, and those of its boxes.
    pub(super) fn goal_tiles(&self, id: PairId, language: Language) -> Vec<GoalTile> {
        let tile = |goal: &Goal| {
            let used = self.site.use_of(id, goal.number)?;
            let reasoned = self.reasoned(id, goal.number, language);
            let through: Vec<Item> = used.through.iter().filter_map(|&pair| self.short(pair, language)).collect();
            let is_seen = used.is_own || !through.is_empty();
            is_seen.then(|| GoalTile {
                targets: reasoned.targets,
                note: reasoned.note,
                language: reasoned.language,
                own: used.is_own,
                through,
                ..self.goal_tile(goal, language)
            })
        };
        GOALS.iter().filter_map(tile).collect()
    }

    /// What a goal is called in a language, and the language of that name where it is another.
    pub(super) fn goal_name(&self, goal: &Goal, language: Language) -> Named {
        self.own_name(&format!("goal-{}", goal.number), language).unwrap_or_else(|| (goal.name(language).to_owned(), foreign(language)))
    }

    /// What a target is about in a language, and the language of these words where it is another.
    pub(super) fn target_label(&self, target: Target, language: Language) -> Named {
        let id = format!("target-{}", target.to_string().replace('.', "-"));
        self.own_name(&id, language).unwrap_or_else(|| (target.label(language).to_owned(), foreign(language)))
    }

    /// The name that the theme has for a goal or target: for languages in which the program knows none.
    fn own_name(&self, id: &str, language: Language) -> Option<Named> {
        self.templates.words.get(language, id, &[]).map(|name| (name, None))
    }

    /// A goal.
    pub(super) fn goal_tile(&self, goal: &Goal, language: Language) -> GoalTile {
        let count = self.site.goal_count(goal.number, language);
        let address = (count > 0).then(|| self.rooted(View::Goal(language, goal.number)));
        let (name, name_language) = self.goal_name(goal, language);
        GoalTile { number: goal.number, name, name_language, address, count, iri: goal.iri(), ..GoalTile::default() }
    }

    /// The targets of a goal with which a page is tagged itself, and why, as far as the language says it.
    pub(super) fn reasoned(&self, id: PairId, goal: u8, language: Language) -> Reasoned {
        let view = self.site.shown(id, language);
        let foreign = view.map_or(String::new(), |view| self.foreign(view, language));
        let half = view.and_then(|view| self.site.text(view));
        let note = |tag: &GoalTag| half.and_then(|half| self.site.note(half, *tag)).map(str::to_owned);
        let tags = || self.site.pair(id).sdgs.iter().filter(|tag| tag.goal == goal);
        let mut targets: Vec<(Target, Option<String>)> = tags().filter_map(|tag| Some((tag.target?, note(tag)))).collect();
        targets.sort_unstable();
        let target = |(target, note)| TargetItem { note, language: foreign.clone(), ..self.target_item(target, language) };
        let targets = targets.into_iter().map(target).collect();
        Reasoned { note: tags().find(|tag| tag.target.is_none()).and_then(note), language: foreign, targets }
    }

    /// A target, as a link to its place on the page of its goal.
    pub(super) fn target_item(&self, target: Target, language: Language) -> TargetItem {
        let id = target.to_string();
        let page = self.rooted(View::Goal(language, target.goal));
        let (label, label_language) = self.target_label(target, language);
        let address = format!("{page}#sdg-{}", id.replace('.', "-"));
        TargetItem { address, label, label_language, iri: target.iri(), id, note: None, language: String::new() }
    }

    /// The pages that work for a goal, each with its targets and the boxes through which it does.
    pub(super) fn working_for(&self, number: u8, language: Language) -> Vec<Shown> {
        let pairs: Vec<PairId> = self.site.uses(number).iter().map(|used| used.pair).collect();
        let entry = |pair: PairId| {
            let Use { is_own, through, .. } = self.site.use_of(pair, number)?;
            let reasoned = self.reasoned(pair, number, language);
            let through = through.iter().filter_map(|&held| {
                let Reasoned { targets, note, language: foreign } = self.reasoned(held, number, language);
                Some(Through { page: self.short(held, language)?, targets, note, language: foreign })
            });
            let through: Vec<Through> = through.collect();
            if !is_own && through.is_empty() {
                return None;
            }
            let more = [
                ("own", (*is_own).into()),
                ("note", reasoned.note.into()),
                ("note_language", reasoned.language.into()),
                ("targets", shown(&reasoned.targets)),
                ("through", shown(&through)),
            ];
            Some(with(self.entry(pair, language)?, more))
        };
        self.by_title(&pairs, language).into_iter().filter_map(entry).collect()
    }

    /// The targets of a goal with which some page is tagged.
    pub(super) fn targets_in_use(&self, goal: &Goal, language: Language) -> Vec<TargetItem> {
        goal.targets().filter(|&target| self.site.has_target(target)).map(|target| self.target_item(target, language)).collect()
    }

    /// A link with title and address only.
    fn short(&self, pair: PairId, language: Language) -> Option<Item> {
        Some(self.item(self.site.shown(pair, language)?, View::Goals(language)))
    }
}
