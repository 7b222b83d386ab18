//! A page in two languages side by side, block by block.

use serde::Serialize;

use super::body::Parts;
use super::html::{Html, shown};
use super::links::{Way, number};
use super::view::Item;
use crate::address::Language;
use crate::diagnostic::Finding;
use crate::page::{BlockKind, Page};
use crate::site::{Aligned, PageId, View, align};

/// Two halves side by side.
#[derive(Debug, Serialize)]
struct Parallel {
    /// The number of a section; empty for any other page.
    number: String,
    /// In which languages, in words.
    languages: String,
    /// The half in the page's own language, then the other.
    columns: [Column; 2],
    /// Blocks beside their counterparts, and at last the notes.
    rows: Vec<Row>,
    /// The pages in the same languages of the sections before and after it.
    previous: Option<Item>,
    next: Option<Item>,
}

/// A half, at the head of its column.
#[derive(Debug, Serialize)]
struct Column {
    language: String,
    /// The language's name in itself.
    name: String,
    title: String,
    /// What the author wrote to describe it; empty if nothing.
    description: String,
    /// Its own page.
    address: String,
    /// What the way there is called, in its language.
    alone: String,
}

/// What stands beside each other.
#[derive(Debug, Serialize)]
struct Row {
    /// The same on the page of the other language.
    id: String,
    /// The level of a heading; 0 for anything else.
    level: u8,
    /// What the address of the row is called.
    link: String,
    cells: [Cell; 2],
}

#[derive(Debug, Serialize)]
struct Cell {
    language: String,
    /// The language's name in itself.
    name: String,
    /// The text, as HTML; empty if there is none.
    html: String,
    /// That the text has no counterpart in this language, in the words of the page.
    gap: String,
}

/// One of two languages, and its half.
struct Side<'s> {
    language: Language,
    page: &'s Page,
    parts: Parts,
}

/// Names rows so that a name stays as it is while the text above it changes under other headings.
#[derive(Debug, Default)]
struct Names {
    /// The anchor of the heading above; empty before the first.
    heading: String,
    /// How many rows there were since.
    count: usize,
}

impl Names {
    /// The name of a row that begins with a heading.
    fn heading(&mut self, anchor: String) -> String {
        *self = Self { heading: anchor, count: 0 };
        self.heading.clone()
    }

    /// The name of any other row. No anchor of an author's has an underscore or a point.
    fn row(&mut self) -> String {
        self.count += 1;
        if self.heading.is_empty() { format!("_{}", self.count) } else { format!("{}.{}", self.heading, self.count) }
    }
}

impl Html<'_> {
    /// The page on which a half stands side by side with the one in another language.
    pub(super) fn parallel_page(&self, view: View, id: PageId, other: Language) -> Result<String, Finding> {
        let own = self.site.language(view);
        let Some(beside) = self.site.beside(id, other) else { return Ok(String::new()) };
        let side = |id: PageId| -> Result<Side<'_>, Finding> {
            let page = &*self.site.page(id).page;
            let language = page.entry.language;
            Ok(Side { language, page, parts: self.parts(id, &format!("{language}--"))? })
        };
        // Rows and their names are the same on the pages of both languages.
        let is_first = self.site.config.index_of(own) < self.site.config.index_of(other);
        let (first, second) = if is_first { (id, beside) } else { (beside, id) };
        let sides = [side(first)?, side(second)?];
        let mut rows = self.rows(own, &sides);
        if !is_first {
            rows.iter_mut().for_each(|row| row.cells.reverse());
        }
        let pair = self.site.page(id).pair;
        let parallel = Parallel {
            number: number(self.site.pair(pair)),
            languages: self.in_languages("parallel", own, other, ""),
            columns: [self.head_of_column(id), self.head_of_column(beside)],
            rows,
            previous: self.neighbour_in_parallel(id, other, Way::Back),
            next: self.neighbour_in_parallel(id, other, Way::On),
        };
        let title = &self.site.page(id).page.front.title;
        let named = self.in_languages("parallel-title", own, other, title);
        let mut frame = self.frame(view, named, self.in_languages("parallel-description", own, other, title));
        // It repeats what the pages of both languages say.
        frame.head.noindex = true;
        if let Some(last) = frame.breadcrumbs.last_mut() {
            last.title.clone_from(&parallel.languages);
        }
        self.render("parallel.html", &frame, self.lists(view), vec![("parallel", shown(&parallel))])
    }

    /// The ways from a half to the pages on which it stands side by side with others.
    pub(super) fn ways_to_parallel(&self, id: PageId) -> Vec<Item> {
        let own = self.site.page(id).page.entry.language;
        let item = |view: View| match view {
            View::Parallel(_, other) => {
                Some(Item { title: self.in_languages("read-parallel", own, other, ""), address: self.rooted(view), ..Item::default() })
            }
            _ => None,
        };
        self.site.parallels(id).filter_map(item).collect()
    }

    fn head_of_column(&self, id: PageId) -> Column {
        let page = &self.site.page(id).page;
        let language = page.entry.language;
        Column {
            language: language.to_string(),
            name: self.word(language, "language-name"),
            title: page.front.title.clone(),
            description: page.front.description.clone().unwrap_or_default(),
            address: self.rooted(View::Half(id)),
            alone: self.word(language, "read-alone"),
        }
    }

    fn rows(&self, own: Language, sides: &[Side<'_>; 2]) -> Vec<Row> {
        let mut names = Names::default();
        let mut title = String::new();
        let mut rows = Vec::new();
        for Aligned { one, other } in align(sides[0].page, sides[1].page) {
            let blocks = [one, other];
            let cell = |side: usize| blocks[side].map_or("", |block| sides[side].parts.blocks[block].as_str());
            let cells = [0, 1].map(|side| self.cell(own, &sides[side], cell(side)));
            let row = match headings(sides, blocks) {
                [None, None] => {
                    let id = names.row();
                    let values = [("number", names.count.to_string()), ("title", title.clone()), ("place", place(&title).to_owned())];
                    Row { id, level: 0, link: self.templates.words.must(own, "row-link", &values), cells }
                }
                found => {
                    let name = match (found[0], found[1]) {
                        (Some(heading), _) => sides[0].page.body.headings[heading].anchor.to_string(),
                        // The languages may use the same anchor for different things.
                        (None, Some(heading)) => format!("{}:{}", sides[1].language, sides[1].page.body.headings[heading].anchor),
                        (None, None) => String::new(),
                    };
                    let side = usize::from(found[0].is_none() || (found[1].is_some() && sides[1].language == own));
                    let heading = found[side].map(|heading| &sides[side].page.body.headings[heading]);
                    title = heading.map_or(String::new(), |heading| heading.text.clone());
                    Row {
                        id: names.heading(name),
                        level: heading.map_or(0, |heading| heading.level),
                        link: self.templates.words.must(own, "heading-link", &[("title", title.clone())]),
                        cells,
                    }
                }
            };
            rows.push(row);
        }
        if sides.iter().any(|side| !side.parts.notes.is_empty()) {
            let title = self.templates.words.must(own, "notes", &[("inside", "no".to_owned())]);
            rows.push(Row {
                id: "_notes".to_owned(),
                level: 0,
                link: self.templates.words.must(own, "heading-link", &[("title", title)]),
                cells: sides.each_ref().map(|side| self.cell(own, side, &side.parts.notes)),
            });
        }
        rows
    }

    fn cell(&self, own: Language, side: &Side<'_>, html: &str) -> Cell {
        let gap = || self.templates.words.must(own, "no-counterpart", &[("language", self.in_language(own, side.language))]);
        Cell {
            language: side.language.to_string(),
            name: self.word(side.language, "language-name"),
            html: html.to_owned(),
            gap: if html.is_empty() { gap() } else { String::new() },
        }
    }

    /// The name of a language in the words of another; its own name, where those do not know it.
    fn in_language(&self, own: Language, named: Language) -> String {
        let values = [("code", named.to_string()), ("name", self.word(named, "language-name"))];
        self.templates.words.must(own, "in-language", &values)
    }

    fn in_languages(&self, word: &str, own: Language, other: Language, title: &str) -> String {
        let values = [("own", self.in_language(own, own)), ("other", self.in_language(own, other)), ("title", title.to_owned())];
        self.templates.words.must(own, word, &values)
    }

    /// The page in the same languages of the nearest section before or after that has one.
    fn neighbour_in_parallel(&self, id: PageId, other: Language, way: Way) -> Option<Item> {
        let own = self.site.page(id).page.entry.language;
        self.neighbours(self.site.page(id).pair, way).find_map(|pair| {
            let half = self.site.half(pair, own)?;
            let view = self.site.parallel(half, other)?;
            let title = self.site.title(view);
            Some(Item { number: number(self.site.pair(pair)), title, address: self.rooted(view), ..Item::default() })
        })
    }
}

/// The headings in a row, each by its place in [`crate::page::Body::headings`].
fn headings(sides: &[Side<'_>; 2], blocks: [Option<usize>; 2]) -> [Option<usize>; 2] {
    [0, 1].map(|side| match sides[side].page.body.blocks[blocks[side]?].kind {
        BlockKind::Heading { number, .. } => Some(number as usize),
        _ => None,
    })
}

/// Whether a row stands under a heading, as a word.
fn place(title: &str) -> &'static str {
    if title.is_empty() { "top" } else { "within" }
}
