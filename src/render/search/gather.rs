//! What can be found: the pages of a language, and what they say under which heading.

use rayon::prelude::*;

use super::plain::Plain;
use crate::address::Language;
use crate::page::{BlockKind, Fill};
use crate::render::html::Html;
use crate::render::links::number;
use crate::site::{Embedded, Linked, PageId, View};
use crate::source::Kind;
use crate::vocabulary::Goal;

/// A page that can be found.
#[derive(Debug)]
pub(super) struct Entry {
    /// From the root of the host.
    pub(super) address: String,
    pub(super) title: String,
    /// What it is, in words: `Section 3`, `Case`.
    pub(super) kind: String,
    /// What it says: above its first heading, and under each.
    pub(super) passages: Vec<Passage>,
}

/// What a page says under one of its headings.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// The heading's id; empty above the first heading.
    pub(super) anchor: String,
    pub(super) heading: String,
    pub(super) text: String,
}

/// All pages of a language that can be found, in the order of the site.
///
/// A text that stands in for one which the language lacks is found in the language in which it is written, and a box on its
/// own page: what is shown twice is found once.
pub(super) fn entries(html: &Html<'_>, language: Language) -> Vec<Entry> {
    let views = html.site.views();
    let own = views.par_iter().filter(|&&view| html.site.language(view) == language);
    own.filter_map(|&view| entry(html, view, language)).collect()
}

fn entry(html: &Html<'_>, view: View, language: Language) -> Option<Entry> {
    let word = |id| html.word(language, id);
    let told = |text: String| vec![Passage { text, ..Passage::default() }];
    let (kind, passages) = match view {
        View::Half(id) => (half_kind(html, id, language), half_passages(html, id)),
        View::Goal(_, number) => (word("goals"), told(targets(html, number, language))),
        View::Goals(_) => (word("page"), told(word("goals-description"))),
        View::Cases(_) => (word("page"), told(word("cases-description"))),
        View::Term(_, taxonomy, _) => (html.title(View::Taxonomy(language, taxonomy)), told(String::new())),
        View::Taxonomy(..) => (word("page"), told(String::new())),
        View::Parallel(..) | View::Stand(..) | View::Whole(_) | View::Search(_) | View::Alias(_) => return None,
    };
    let title = match view {
        View::Half(id) if is_front(html, id) => html.site.config.title.get(language).to_owned(),
        _ => html.title(view),
    };
    Some(Entry { address: html.rooted(view), title, kind, passages })
}

fn is_front(html: &Html<'_>, id: PageId) -> bool {
    html.site.pair(html.site.page(id).pair).kind == Kind::Front
}

fn half_kind(html: &Html<'_>, id: PageId, language: Language) -> String {
    let pair = html.site.pair(html.site.page(id).pair);
    match pair.kind {
        Kind::Front => html.word(language, "front"),
        Kind::Section => html.templates.words.must(language, "section", &[("number", number(pair))]),
        Kind::Case => html.word(language, "case"),
        Kind::Page => html.word(language, "page"),
    }
}

/// The targets of a goal for which pages work, in a few words each.
fn targets(html: &Html<'_>, number: u8, language: Language) -> String {
    let Some(goal) = Goal::of(number) else { return String::new() };
    let targets = html.targets_in_use(goal, language);
    targets.iter().map(|target| format!("{} {}", target.id, target.label)).collect::<Vec<_>>().join(". ")
}

/// What a half says, heading by heading.
fn half_passages(html: &Html<'_>, id: PageId) -> Vec<Passage> {
    let linked = html.site.page(id);
    let body = &linked.page.body;
    let mut passages = vec![Passage::default()];
    let mut plain = Plain::default();
    plain.words(linked.page.front.description.as_deref().unwrap_or_default());
    // What comes behind the last block are the notes, which stand below the last heading.
    let kinds = body.blocks.iter().map(|block| Some(block.kind)).chain([None]);
    for (kind, pieces) in kinds.zip(body.parts()) {
        plain.part();
        if let Some(BlockKind::Heading { number, .. }) = kind {
            end(&mut passages, &mut plain);
            let heading = &body.headings[number as usize];
            passages.push(Passage { anchor: heading.anchor.to_string(), heading: heading.text.clone(), text: String::new() });
            continue;
        }
        for (piece, fill) in pieces {
            plain.html(piece);
            if let Some(fill) = fill.filter(|_| plain.is_in_text()) {
                filled(html, linked, fill, &mut plain);
            }
        }
    }
    end(&mut passages, &mut plain);
    passages
}

/// Gives the last passage what was read since it began.
fn end(passages: &mut [Passage], plain: &mut Plain) {
    let text = std::mem::take(plain).finish();
    if let Some(passage) = passages.last_mut() {
        passage.text = text;
    }
}

/// What a reader reads in a hole.
fn filled(html: &Html<'_>, linked: &Linked, fill: Fill, plain: &mut Plain) {
    match fill {
        Fill::Open(number) => plain.words(&html.lent_words(linked, number as usize)),
        Fill::Image(number) => {
            let image = &linked.page.body.images[number as usize];
            plain.part();
            plain.words(&image.alt);
            plain.part();
            plain.words(&image.caption);
            plain.part();
        }
        // The words of a box are found on its own page; its title is what leads there.
        Fill::Embed(number) => {
            if let Some(Embedded::Box(id)) = linked.embeds.get(number as usize) {
                plain.words(&html.title(View::Half(*id)));
                plain.part();
            }
        }
        Fill::IdPrefix | Fill::Level(_) | Fill::Close(_) | Fill::Anchor(_) | Fill::Counterpart(_) | Fill::Word(..) => {}
    }
}
