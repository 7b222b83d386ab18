//! Fills the holes of a body.

use percent_encoding::{AsciiSet, CONTROLS};
use rustc_hash::FxHashMap;

use super::headings::Offers;
use super::html::Html;
use crate::address::Language;
use crate::diagnostic::Finding;
use crate::media::Medium;
use crate::page::{Destination, Fill, Image, Reference};
use crate::site::{Embedded, Link, Linked, PageId, PairId, View};
use crate::vocabulary::{Goal, GoalTag};

/// What has a meaning of its own in an address, besides what is no part of any.
const PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'&').add(b'\'').add(b'<').add(b'>').add(b'?').add(b'\\');

/// How wide an image is shown: as the text, or as a screen that is narrower. A theme that sets text much wider shows it a
/// little less sharp on the finest screens.
const SIZES: &str = "(min-width: 42rem) 37rem, 100vw";

/// The text of a half in parts, finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The HTML of each of [`crate::page::Body::blocks`].
    pub blocks: Vec<String>,
    /// The HTML of the notes below the text; empty if it has none.
    pub notes: String,
}

/// Where a body is being written.
pub(super) struct Setting<'s> {
    /// What comes before every id of the page that is rendered, its boxes' included.
    pub(super) page: &'s str,
    /// The language of the page that is rendered.
    pub(super) language: Language,
    /// What comes before every id of this body.
    pub(super) prefix: String,
    /// By how much headings are lowered.
    lowered: u8,
    /// The pages on the way from the one that is rendered to this box: a box in itself ends there.
    way: &'s [PageId],
    /// What its headings offer.
    pub(super) offers: Offers<'s>,
    /// Beside what it stands.
    stands: Stands<'s>,
}

/// What the ids of each section and case begin with on the page where all of the strategy stands.
pub(super) type Places = FxHashMap<PairId, String>;

/// Beside what a body stands on the page that is rendered.
#[derive(Debug, Clone, Copy)]
enum Stands<'s> {
    /// It is the page's own.
    Alone,
    /// All of the strategy stands there, so that what leads to a part of it stays on the page.
    WithAll(&'s Places),
}

impl Html<'_> {
    /// The body of a page on its own address, or where it stands in for one in that language.
    pub(super) fn body(&self, id: PageId, language: Language) -> Result<String, Finding> {
        let across = self.across(id, language);
        let offers = Offers::Own(&across);
        self.whole(id, &Setting { page: "", language, prefix: String::new(), lowered: 0, way: &[id], offers, stands: Stands::Alone })
    }

    /// The body of a page where all of the strategy stands on one page, its headings lowered.
    pub(super) fn body_in_whole(&self, id: PageId, lowered: u8, places: &Places) -> Result<String, Finding> {
        let prefix = format!("{}--", self.site.pair(self.site.page(id).pair).key);
        let language = self.site.page(id).page.entry.language;
        let (offers, stands) = (Offers::Nothing, Stands::WithAll(places));
        self.whole(id, &Setting { page: &prefix, language, prefix: prefix.clone(), lowered, way: &[id], offers, stands })
    }

    /// The body of a page in parts, each as on its own address but for what comes before every id, and for what a reader takes
    /// from a heading.
    pub(super) fn parts(&self, id: PageId, prefix: &str) -> Result<Parts, Finding> {
        let language = self.site.page(id).page.entry.language;
        let (offers, stands) = (Offers::Nothing, Stands::Alone);
        let setting = Setting { page: prefix, language, prefix: prefix.to_owned(), lowered: 0, way: &[id], offers, stands };
        let part = |pieces: &mut dyn Iterator<Item = (&str, Option<Fill>)>| {
            let mut out = String::new();
            self.fill(id, pieces, &setting, &mut out)?;
            Ok(out)
        };
        let parts = self.site.page(id).page.body.parts().map(|mut pieces| part(&mut pieces));
        let mut blocks = parts.collect::<Result<Vec<String>, Finding>>()?;
        let notes = blocks.pop().unwrap_or_default();
        Ok(Parts { blocks, notes })
    }

    fn whole(&self, id: PageId, setting: &Setting<'_>) -> Result<String, Finding> {
        let mut out = String::new();
        self.fill(id, self.site.page(id).page.body.pieces(), setting, &mut out)?;
        Ok(out)
    }

    /// Writes some pieces of a body and fills the holes between them.
    fn fill<'p>(
        &self,
        id: PageId,
        pieces: impl Iterator<Item = (&'p str, Option<Fill>)>,
        setting: &Setting<'_>,
        out: &mut String,
    ) -> Result<(), Finding> {
        let linked = self.site.page(id);
        let language = linked.page.entry.language;
        for (html, fill) in pieces {
            out.push_str(html);
            match fill {
                None => {}
                Some(Fill::IdPrefix) => out.push_str(&setting.prefix),
                Some(Fill::Level(level)) => out.push(char::from(b'0' + (level + setting.lowered).min(6))),
                Some(Fill::Open(number)) => self.open(linked, number as usize, setting, out),
                Some(Fill::Close(number)) => out.push_str(match linked.links.get(number as usize) {
                    Some(Link::Withheld(_)) => "",
                    Some(Link::Nowhere) | None => "</span>",
                    Some(_) => "</a>",
                }),
                Some(Fill::Embed(number)) => self.embed(linked, number as usize, setting, out)?,
                Some(Fill::Image(number)) => self.image(linked, number as usize, out),
                Some(Fill::Anchor(number)) => self.anchor(linked, number as usize, setting, out),
                Some(Fill::Counterpart(number)) => setting.offers.counterpart(number as usize, out),
                Some(Fill::Word(word, number)) => {
                    let (inside, title) = if setting.way.len() > 1 || matches!(setting.stands, Stands::WithAll(_)) {
                        ("yes", linked.page.front.title.clone())
                    } else {
                        ("no", String::new())
                    };
                    let values = [("number", number.to_string()), ("title", title), ("inside", inside.to_owned())];
                    attribute(&self.templates.words.must(language, word.id(), &values), out);
                }
            }
        }
        Ok(())
    }

    fn open(&self, linked: &Linked, number: usize, setting: &Setting<'_>, out: &mut String) {
        let reference = &linked.page.body.references[number];
        let language = linked.page.entry.language;
        let mut title = None;
        match linked.links.get(number) {
            Some(Link::View(view, anchor)) => {
                let own = linked.permalink == self.site.permalink(*view);
                // A text on a page in another language keeps its words, but leads on in the language of the page.
                let to = if language == setting.language { *view } else { self.site.toward(*view, setting.language) };
                let anchor = anchor.as_deref().filter(|_| self.site.text(to) == self.site.text(*view));
                let beside = self.beside(to, setting).filter(|_| !own || anchor.is_none());
                // In a box, what leads to the box's own heading stays on the page.
                let stays = own && anchor.is_some() || beside.is_some();
                let address = if stays { String::new() } else { self.rooted(to) };
                // The heading of a box within keeps the prefix of that box.
                let within = anchor.is_some_and(|anchor| anchor.contains("--"));
                let beside_prefix = beside.map_or(String::new(), |place| format!("{place}--"));
                let prefix = match (own, within) {
                    (true, false) => setting.prefix.as_str(),
                    (true, true) => setting.page,
                    (false, _) => beside_prefix.as_str(),
                };
                out.push_str("<a href=\"");
                attribute(&address, out);
                if let Some(anchor) = anchor {
                    out.push('#');
                    out.push_str(prefix);
                    attribute(anchor, out);
                } else if let Some(place) = beside {
                    out.push_str("#_");
                    out.push_str(place);
                }
                let other = self.site.language(to);
                if other != language && !address.is_empty() {
                    out.push_str(&format!("\" hreflang=\"{other}"));
                }
                let written = self.site.text_language(*view);
                if written != language {
                    if !reference.has_words {
                        out.push_str(&format!("\" lang=\"{written}"));
                    }
                } else if let Some(known) = self.name_language(reference, language) {
                    out.push_str(&format!("\" lang=\"{known}"));
                }
                out.push_str("\">");
                title = Some(self.link_words(reference, *view, anchor, language));
            }
            Some(Link::Media(medium, part)) => {
                out.push_str("<a href=\"");
                out.push_str(&self.media_address(*medium));
                if let Some(part) = part {
                    out.push('#');
                    let _ = pulldown_cmark_escape::escape_href(&mut *out, part);
                }
                out.push_str("\">");
            }
            Some(Link::Web) => {
                let Destination::Web(url) = &reference.to else { return };
                out.push_str("<a href=\"");
                let _ = pulldown_cmark_escape::escape_href(&mut *out, url);
                out.push_str("\" rel=\"external\">");
            }
            Some(Link::Withheld(draft)) => title = Some(draft.clone()),
            Some(Link::Nowhere) | None => out.push_str("<span class=\"unresolved\">"),
        }
        if !reference.has_words {
            text(&title.unwrap_or_else(|| written(&reference.to)), out);
        }
    }

    /// What the ids of a section or case begin with, if that stands on the page too.
    fn beside<'s>(&self, view: View, setting: &Setting<'s>) -> Option<&'s str> {
        let (View::Half(id), Stands::WithAll(places)) = (view, setting.stands) else { return None };
        // Of the pages that a language lacks, none stands there.
        let is_there = self.site.language(view) == setting.language;
        places.get(&self.site.page(id).pair).filter(|_| is_there).map(String::as_str)
    }

    /// The words that a link shows which has none of its own; empty for one that has.
    pub(super) fn lent_words(&self, linked: &Linked, number: usize) -> String {
        let reference = &linked.page.body.references[number];
        let language = linked.page.entry.language;
        match linked.links.get(number).filter(|_| !reference.has_words) {
            Some(Link::View(view, anchor)) => self.link_words(reference, *view, anchor.as_deref(), language),
            Some(Link::Withheld(draft)) => draft.clone(),
            _ => String::new(),
        }
    }

    /// What a link without words of its own shows: the heading, goal or target that it names, or else the title of its page.
    fn link_words(&self, reference: &Reference, view: View, anchor: Option<&str>, language: Language) -> String {
        if let Destination::Goal(text) = &reference.to
            && let Ok(tag) = GoalTag::parse(text)
        {
            return match tag.target {
                Some(target) => self.templates.words.must(language, "target", &[("number", target.to_string())]),
                None => self.goal_title(tag.goal, language).0,
            };
        }
        let heading = |id| self.site.page(id).page.body.headings.iter().find(|heading| Some(heading.anchor.as_str()) == anchor);
        match view {
            View::Half(id) | View::Stand(id, _) => heading(id).map_or_else(|| self.title(view), |heading| heading.text.clone()),
            _ => self.title(view),
        }
    }

    /// The language of the name of a goal that stands for a link's words, where it is not that of the page.
    fn name_language(&self, reference: &Reference, language: Language) -> Option<&'static str> {
        let Destination::Goal(text) = &reference.to else { return None };
        let tag = GoalTag::parse(text).ok().filter(|tag| tag.target.is_none() && !reference.has_words)?;
        self.goal_title(tag.goal, language).1
    }

    fn embed(&self, linked: &Linked, number: usize, setting: &Setting<'_>, out: &mut String) -> Result<(), Finding> {
        let embed = &linked.page.body.embeds[number];
        let id = match linked.embeds.get(number) {
            Some(Embedded::Box(id)) if !setting.way.contains(id) => *id,
            Some(Embedded::Withheld) => return Ok(()),
            _ => {
                out.push_str("<p class=\"unresolved\">![[");
                text(&embed.key, out);
                out.push_str("]]</p>");
                return Ok(());
            }
        };
        let level = (embed.under + setting.lowered + 1).min(6);
        let key = &self.site.pair(self.site.page(id).pair).key;
        let way: Vec<PageId> = setting.way.iter().copied().chain([id]).collect();
        // The box's own `##` comes one level below the box's title.
        let prefix = format!("{}{key}--", setting.page);
        let inner = Setting { prefix, lowered: level - 1, way: &way, offers: setting.offers.in_box(), ..*setting };
        out.push_str(&self.case_box(id, level, setting, self.whole(id, &inner)?)?);
        Ok(())
    }

    fn image(&self, linked: &Linked, number: usize, out: &mut String) {
        let Image { file, alt, caption, alone, .. } = &linked.page.body.images[number];
        let Some(medium) = linked.images.get(number).copied().flatten() else {
            out.push_str("<span class=\"unresolved\">");
            text(if alt.is_empty() { file } else { alt }, out);
            out.push_str("</span>");
            return;
        };
        if *alone {
            out.push_str("<figure>");
        }
        let Medium { name, size, versions, .. } = &self.site.media[medium];
        if let Some(versions) = versions {
            out.push_str("<picture><source type=\"image/webp\" srcset=\"");
            for (number, width) in versions.widths.iter().enumerate() {
                let address = self.file_address(&versions.path(name, *width));
                out.push_str(&format!("{}{address} {width}w", if number == 0 { "" } else { ", " }));
            }
            out.push_str(&format!("\" sizes=\"{SIZES}\">"));
        }
        out.push_str("<img src=\"");
        out.push_str(&self.media_address(medium));
        out.push_str("\" alt=\"");
        attribute(alt, out);
        if let Some(size) = size {
            out.push_str(&format!("\" width=\"{}\" height=\"{}", size.width, size.height));
        }
        out.push_str("\" loading=\"lazy\" decoding=\"async\">");
        if versions.is_some() {
            out.push_str("</picture>");
        }
        if *alone && !caption.is_empty() {
            out.push_str("<figcaption>");
            text(caption, out);
            out.push_str("</figcaption>");
        }
        if *alone {
            out.push_str("</figure>");
        }
    }

    /// The address of a file in `content/media`, from the root of the host.
    pub(super) fn media_address(&self, medium: usize) -> String {
        self.file_address(&format!("media/{}", self.site.media[medium].name))
    }

    /// The address of a file by its path in the output folder, from the root of the host.
    fn file_address(&self, path: &str) -> String {
        let mut address = String::new();
        for step in path.split('/') {
            address.push('/');
            address.extend(percent_encoding::utf8_percent_encode(step, PATH));
        }
        self.site.config.base_url.rooted(&address)
    }

    /// What a view is called in its own language.
    pub(super) fn title(&self, view: View) -> String {
        match view {
            View::Cases(language) => self.word(language, "cases"),
            View::Goals(language) => self.word(language, "goals"),
            View::Whole(language) => self.word(language, "whole"),
            View::Search(language) => self.word(language, "search"),
            View::Goal(language, number) => self.goal_title(number, language).0,
            _ => self.site.title(view),
        }
    }

    /// What the page of a goal is called, `13 Klimaindsats`, and the language of that name where it is another.
    pub(super) fn goal_title(&self, number: u8, language: Language) -> (String, Option<&'static str>) {
        let Some(goal) = Goal::of(number) else { return (String::new(), None) };
        let (name, name_language) = self.goal_name(goal, language);
        (format!("{number} {name}"), name_language)
    }

    pub(super) fn word(&self, language: Language, id: &str) -> String {
        self.templates.words.must(language, id, &[])
    }
}

/// What an author wrote, for a link that leads nowhere.
fn written(to: &Destination) -> String {
    let with = |path: &str, anchor: &Option<String>| match anchor {
        Some(anchor) => format!("{path}#{anchor}"),
        None => path.to_owned(),
    };
    match to {
        Destination::Key { key, anchor } => with(key, anchor),
        Destination::Goal(text) => format!("sdg:{text}"),
        Destination::File { path, anchor } | Destination::Address { path, anchor } => with(path, anchor),
        Destination::Web(url) => url.clone(),
    }
}

pub(super) fn text(text: &str, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = pulldown_cmark_escape::escape_html_body_text(out, text);
}

pub(super) fn attribute(text: &str, out: &mut String) {
    let _ = pulldown_cmark_escape::escape_html(out, text);
}
