//! `sdg.csv` and `sdg.json`: which pages are tagged with which goals and targets, for those who count and compare.
//!
//! The guide for authors tells what each column means; a column is a promise to those who read the file by program.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::site::{PageId, Site};
use crate::source::Kind;
use crate::vocabulary::GoalTag;

/// The names of the columns, as [`Row`] has them.
const COLUMNS: [&str; 8] = ["key", "kind", "language", "goal", "target", "note", "address", "sections"];

/// A goal or target with which a page is tagged itself, as one of its languages tells it.
#[derive(Debug, Serialize)]
struct Row<'s> {
    key: &'s str,
    /// `front`, `section`, `case` or `page`.
    kind: &'static str,
    language: &'s str,
    /// 1 to 17.
    goal: u8,
    /// `13.2`; `None` for the goal as a whole.
    target: Option<String>,
    /// Why; `None` if the author does not say so.
    note: Option<&'s str>,
    /// The page's own address in full.
    address: String,
    /// The keys of the sections that show it, for a box.
    sections: Vec<&'s str>,
}

/// The whole of `sdg.json`.
#[derive(Debug, Serialize)]
struct Document<'s> {
    publication: Publication<'s>,
    rows: Vec<Row<'s>>,
}

/// What the rows are about.
#[derive(Debug, Serialize)]
struct Publication<'s> {
    /// In each language, by its code.
    title: BTreeMap<&'s str, &'s str>,
    publisher: &'s str,
    address: String,
}

/// All rows for programs.
pub(super) fn json(site: &Site) -> String {
    let config = &site.config;
    let title = config.languages.iter().map(|language| (language.as_str(), config.title.get(*language))).collect();
    let publication = Publication { title, publisher: &config.publisher.name, address: config.base_url.to_string() };
    // A tree of texts and numbers can always be written.
    let mut json = serde_json::to_string_pretty(&Document { publication, rows: rows(site) }).unwrap_or_default();
    json.push('\n');
    json
}

/// All rows for spreadsheets, as RFC 4180 has it.
pub(super) fn csv(site: &Site) -> Vec<u8> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = table.write_record(COLUMNS);
    for row in rows(site) {
        let Row { key, kind, language, goal, target, note, address, sections } = row;
        let (goal, target, sections) = (goal.to_string(), target.unwrap_or_default(), sections.join(" "));
        let cells = [key, kind, language, &goal, &target, note.unwrap_or_default(), &address, &sections];
        let _ = table.write_record(cells.map(|cell| plain(cell).into_owned()));
    }
    table.into_inner().unwrap_or_default()
}

/// Every page in reading order, its languages in the site's, its goals and targets in theirs.
fn rows(site: &Site) -> Vec<Row<'_>> {
    let halves = site.pairs().flat_map(|(_, pair)| pair.halves.iter().flatten());
    halves.flat_map(|&half| rows_of(site, half)).collect()
}

fn rows_of(site: &Site, half: PageId) -> impl Iterator<Item = Row<'_>> {
    let linked = site.page(half);
    let pair = site.pair(linked.pair);
    let language = linked.page.entry.language;
    let mut tags: Vec<GoalTag> = pair.sdgs.clone();
    tags.sort_unstable();
    tags.into_iter().map(move |tag| Row {
        key: pair.key.as_str(),
        kind: pair.kind.as_str(),
        language: linked.page.entry.language.as_str(),
        goal: tag.goal,
        target: tag.target.map(|target| target.to_string()),
        note: site.note(half, tag),
        address: site.config.base_url.absolute(&linked.permalink),
        sections: pair
            .used_in
            .iter()
            .filter(|&&user| site.half(user, language).is_some())
            .map(|&user| site.pair(user))
            .filter(|user| user.kind == Kind::Section)
            .map(|user| user.key.as_str())
            .collect(),
    })
}

/// A text that no spreadsheet takes for a formula: <https://owasp.org/www-community/attacks/CSV_Injection>.
fn plain(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}
