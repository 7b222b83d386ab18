//! The map: what each outermost section does for each goal, in one picture.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::body::text;
use super::format;
use super::html::Html;
use super::links::number;
use super::view::{Map, MapCell, MapGroup, MapRow, Titled};
use crate::address::Language;
use crate::site::{PairId, Use, View};
use crate::source::Kind;
use crate::vocabulary::{GOALS, Goal, Target};

/// How many targets the largest mark stands for; it also stands for more.
const MOST_TARGETS: usize = 3;

/// How many goals at most are named as those for which most pages work.
const NAMED: usize = 3;

/// The columns: the outermost sections that the language has, and at last what stands in none of them.
struct Columns {
    sections: Vec<PairId>,
    by_section: FxHashMap<PairId, usize>,
}

/// A cell being gathered.
#[derive(Default)]
struct Marks {
    /// The pages other than cases that are tagged themselves.
    own: Vec<PairId>,
    targets: BTreeSet<Target>,
    boxes: Vec<PairId>,
}

impl Html<'_> {
    /// The map. It costs a walk over the pages that work for each goal.
    pub(super) fn map(&self, view: View) -> Map {
        let language = self.site.language(view);
        let sections = self.lifted(&self.outermost, language);
        let by_section = sections.iter().enumerate().map(|(at, &pair)| (pair, at)).collect();
        let columns = Columns { sections, by_section };
        let marks: Vec<Vec<Marks>> = GOALS.iter().map(|goal| self.marks(goal, &columns, language)).collect();
        let counts: Vec<usize> = GOALS.iter().map(|goal| self.site.goal_count(goal.number, language)).collect();
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let outside = marks.iter().any(|row| row.last().is_some_and(|cell| !cell.is_empty()));
        let mut groups = ["own", "cases", "none"].map(|kind| MapGroup { kind, rows: Vec::new() });
        for (goal, (mut row, count)) in GOALS.iter().zip(marks.into_iter().zip(counts)) {
            let group = match count {
                0 => 2,
                _ => usize::from(row.iter().all(|cell| cell.own.is_empty())),
            };
            row.truncate(columns.sections.len() + usize::from(outside));
            let cells = row.iter().enumerate().map(|(at, cell)| self.map_cell(cell, columns.sections.get(at).copied(), language));
            let cells = if count == 0 { Vec::new() } else { cells.collect() };
            groups[group].rows.push(MapRow { goal: self.goal_tile(goal, language), cells, share: count * 100 / most });
        }
        for group in &mut groups {
            group.rows.sort_by_key(|row| (std::cmp::Reverse(row.goal.count), row.goal.number));
        }
        Map {
            summary: self.map_summary(&groups, language),
            columns: self.links(&columns.sections, view),
            outside,
            groups: groups.into_iter().filter(|group| !group.rows.is_empty()).collect(),
        }
    }

    /// What each column does for a goal.
    fn marks(&self, goal: &Goal, columns: &Columns, language: Language) -> Vec<Marks> {
        let outside = columns.sections.len();
        let mut row: Vec<Marks> = std::iter::repeat_with(Marks::default).take(outside + 1).collect();
        let speaks = |pair: PairId| self.site.shown(pair, language).is_some();
        let uses = || self.site.uses(goal.number).iter().filter(|used| speaks(used.pair));
        let is_case = |used: &&Use| self.site.pair(used.pair).kind == Kind::Case;
        for used in uses().filter(|used| !is_case(used)) {
            let cell = &mut row[self.column(used.pair, columns)];
            if used.is_own {
                cell.own.push(used.pair);
                cell.targets.extend(self.own_targets(used.pair, goal));
            }
            for &held in used.through.iter().filter(|&&held| speaks(held)) {
                if !cell.boxes.contains(&held) {
                    cell.boxes.push(held);
                }
            }
        }
        let embedded: BTreeSet<PairId> = row.iter().flat_map(|cell| cell.boxes.iter().copied()).collect();
        let alone = uses().filter(is_case).filter(|used| used.is_own && !embedded.contains(&used.pair));
        row[outside].boxes.extend(alone.map(|used| used.pair));
        row
    }

    fn own_targets(&self, pair: PairId, goal: &Goal) -> impl Iterator<Item = Target> {
        let tags = self.site.pair(pair).sdgs.iter().filter(|tag| tag.goal == goal.number);
        tags.filter_map(|tag| tag.target)
    }

    /// The column of the section that a page is or lies in; the last for pages that are no sections.
    fn column(&self, pair: PairId, columns: &Columns) -> usize {
        let within = std::iter::successors(Some(pair), |&pair| self.site.pair(pair).parent);
        within.filter_map(|pair| columns.by_section.get(&pair).copied()).next().unwrap_or(columns.sections.len())
    }

    fn map_cell(&self, marks: &Marks, section: Option<PairId>, language: Language) -> MapCell {
        let boxes = self.titles(&marks.boxes, language);
        let own = self.own_words(marks, section, language, &plain);
        let through = (!boxes.is_empty()).then(|| {
            let list = listed(&boxes, language, &marked);
            // A title in another language is marked as such, so what stands round it is written first.
            let sentence = [("boxes", HOLE.to_owned())];
            let sentence = self.templates.words.must(language, if section.is_some() { "map-through" } else { "map-cases" }, &sentence);
            escaped(&sentence).replace(HOLE, &list)
        });
        let words: Vec<String> = [self.own_words(marks, section, language, &marked), through].into_iter().flatten().collect();
        MapCell {
            size: if marks.own.is_empty() { 0 } else { 1 + marks.targets.len().min(MOST_TARGETS) },
            own: own.unwrap_or_default(),
            boxes,
            words: words.join("; "),
        }
    }

    /// What is tagged itself: `targets 13.1 and 13.2 (3.1 Networks)`; `None` if nothing.
    fn own_words(&self, marks: &Marks, section: Option<PairId>, language: Language, write: &dyn Fn(&Titled) -> String) -> Option<String> {
        if marks.own.is_empty() {
            return None;
        }
        let targets: Vec<String> = marks.targets.iter().map(Target::to_string).collect();
        let values = [("count", targets.len().to_string()), ("targets", format::list(language, &targets))];
        let words = self.templates.words.must(language, "map-own", &values);
        let words = write(&Titled { title: words, language: String::new() });
        let is_the_column = marks.own.iter().all(|&pair| Some(pair) == section);
        let pages = if is_the_column { Vec::new() } else { self.titles(&marks.own, language) };
        Some(if pages.is_empty() { words } else { format!("{words} ({})", listed(&pages, language, write)) })
    }

    /// The titles of pages, with the numbers of those that are sections.
    fn titles(&self, pairs: &[PairId], language: Language) -> Vec<Titled> {
        let title = |&pair: &PairId| {
            let view = self.site.shown(pair, language)?;
            let title = format!("{} {}", number(self.site.pair(pair)), self.site.title(view)).trim_start().to_owned();
            Some(Titled { title, language: self.foreign(view, language) })
        };
        pairs.iter().filter_map(title).collect()
    }

    fn map_summary(&self, groups: &[MapGroup; 3], language: Language) -> String {
        let [own, cases, _] = groups;
        let mut in_use: Vec<(usize, u8)> = own.rows.iter().chain(&cases.rows).map(|row| (row.goal.count, row.goal.number)).collect();
        in_use.sort_by_key(|&(count, number)| (std::cmp::Reverse(count), number));
        let list = |numbers: &mut dyn Iterator<Item = u8>| {
            let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
            format::list(language, &numbers)
        };
        let foremost = foremost(&in_use);
        let mut only: Vec<u8> = cases.rows.iter().map(|row| row.goal.number).collect();
        only.sort_unstable();
        let values = [
            ("used", in_use.len().to_string()),
            ("foremost", foremost.len().to_string()),
            ("most", list(&mut foremost.iter().map(|&(_, number)| number))),
            ("alone", only.len().to_string()),
            ("only", list(&mut only.into_iter())),
        ];
        self.templates.words.must(language, "map-summary", &values)
    }
}

/// Where a list of titles comes in a sentence: no word of a theme's.
const HOLE: &str = "\u{0}";

fn listed(titles: &[Titled], language: Language, write: &dyn Fn(&Titled) -> String) -> String {
    format::list(language, &titles.iter().map(write).collect::<Vec<_>>())
}

fn plain(titled: &Titled) -> String {
    titled.title.clone()
}

/// As HTML, with its language if that is another than the page's.
fn marked(titled: &Titled) -> String {
    let title = escaped(&titled.title);
    if titled.language.is_empty() { title } else { format!("<span lang=\"{}\">{title}</span>", titled.language) }
}

fn escaped(words: &str) -> String {
    let mut out = String::new();
    text(words, &mut out);
    out
}

impl Marks {
    fn is_empty(&self) -> bool {
        self.own.is_empty() && self.boxes.is_empty()
    }
}

/// The first of some goals, sorted by their pages, that have more pages than every other; none, if too many are equal.
fn foremost(sorted: &[(usize, u8)]) -> &[(usize, u8)] {
    let stands_out = |&length: &usize| sorted.get(length).is_some_and(|next| next.0 < sorted[length - 1].0);
    let length = (1..=NAMED).rev().find(stands_out).unwrap_or(0);
    &sorted[..length]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_goals_are_foremost_that_have_more_pages_than_every_other() {
        let named = |counts: &[usize]| {
            let sorted: Vec<(usize, u8)> = counts.iter().zip(1..).map(|(&count, number)| (count, number)).collect();
            foremost(&sorted).len()
        };
        assert_eq!(named(&[9, 7, 5, 3]), 3);
        assert_eq!(named(&[9, 7, 5, 5]), 2);
        assert_eq!(named(&[9, 5, 5, 5]), 1);
        assert_eq!(named(&[5, 5, 5, 5]), 0);
        assert_eq!(named(&[5, 5, 5]), 0, "all there are");
        assert_eq!(named(&[]), 0);
    }
}
