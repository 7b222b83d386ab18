//! Paragraphs, and what takes the place of one: a box or a picture that stands alone.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::alternatives::Poor;
use super::{Reader, SUMMARY, Spot, phrases, plain, shortened};
use crate::diagnostic::Code;
use crate::page::body::{BlockKind, Embed, Fill, Image};
use crate::page::destination::Destination;
use crate::prose::bound;

/// A longer line is no heading.
const HEADING: usize = 80;

impl<'a> Reader<'a, '_> {
    /// A paragraph, unless all of it is a box or a picture.
    pub(super) fn paragraph(&mut self) {
        let inside = self.inside();
        let skip = inside.len() + 1;
        let alone = matches!(inside.first(), Some((Event::Start(Tag::Image { .. }), _)))
            && matches!(inside.last(), Some((Event::End(TagEnd::Image), _)))
            && inside.iter().filter(|(event, _)| matches!(event, Event::Start(Tag::Image { .. }))).count() == 1;
        if let (true, Some((Event::Start(Tag::Image { link_type, dest_url, title, .. }), spot))) = (alone, inside.first().cloned()) {
            let is_box = matches!(link_type, LinkType::WikiLink { .. });
            // The paragraph itself counts as open.
            if is_box && dest_url.contains('\n') {
                self.broken_over_lines(&dest_url, &spot);
            } else if is_box && self.open_blocks == 1 && self.open_notes.is_empty() {
                self.turns_into(BlockKind::Box(self.body.embeds.len() as u32));
                self.embed(&dest_url, &spot);
            } else if is_box {
                self.report_value(Code::EmbedInText, &spot, &dest_url);
            } else {
                let alt = plain(&inside[1..inside.len() - 1]);
                self.turns_into(BlockKind::Figure);
                self.picture(&dest_url, alt, &title, true, &spot);
            }
            self.at += skip;
            self.open_blocks -= 1;
            return;
        }
        if self.body.summary.is_empty() && self.open_blocks == 1 && self.open_notes.is_empty() {
            self.body.summary = summary(inside);
        }
        self.bold_heading();
        self.put("<p>");
        self.unknown_alert();
    }

    /// Tells a paragraph that looks like a heading: all of it is bold, and it is short and no sentence.
    fn bold_heading(&mut self) {
        let inside = self.inside();
        let starts = inside.iter().filter(|(event, _)| matches!(event, Event::Start(Tag::Strong))).count();
        let is_bold = starts == 1
            && matches!(inside.first(), Some((Event::Start(Tag::Strong), _)))
            && matches!(inside.last(), Some((Event::End(TagEnd::Strong), _)));
        // What ends a text heads nothing.
        let is_last = self.events.len() <= self.at + inside.len() + 1;
        if !is_bold || is_last || self.open_blocks != 1 || !self.open_notes.is_empty() {
            return;
        }
        let text = plain(inside);
        if text.chars().count() > HEADING || text.ends_with(['.', '!', '?', ':', '…', ',', ';']) {
            return;
        }
        let spot = inside[0].1.clone();
        let better = format!("{} {text}", "#".repeat(usize::from(self.level.clamp(1, 5)) + 1));
        let finding = self.report(Code::BoldHeading, &spot);
        finding.values.extend([("value", text), ("better", better)]);
    }

    /// The paragraph that has just begun is another kind of block, if it is one at all.
    fn turns_into(&mut self, kind: BlockKind) {
        if self.open_blocks == 1
            && let Some(block) = self.body.blocks.last_mut()
        {
            block.kind = kind;
        }
    }

    pub(super) fn embed(&mut self, key: &str, spot: &Spot) {
        let number = self.body.embeds.len() as u32;
        let embed = Embed { key: key.trim().to_owned(), under: self.level, place: self.place(spot) };
        self.body.embeds.push(embed);
        self.hole(Fill::Embed(number));
        self.put("\n");
    }

    pub(super) fn image(&mut self, link_type: LinkType, url: &str, title: &str, spot: &Spot) {
        let inside = self.inside();
        let (alt, skip) = (plain(inside), inside.len() + 1);
        if matches!(link_type, LinkType::WikiLink { .. }) {
            self.report_value(Code::EmbedInText, spot, url);
        } else {
            self.picture(url, alt, title, false, spot);
        }
        self.at += skip;
    }

    fn poor_alternative(&mut self, poor: &Poor, alt: &str, url: &str, spot: &Spot) {
        let (state, better, length) = match poor {
            Poor::File => ("file", "", 0),
            Poor::Prefix(rest) => ("prefix", rest.as_str(), 0),
            Poor::Long(length) => ("long", "", *length),
        };
        let finding = self.report(Code::WeakImageAlt, spot);
        let values = [("state", state), ("value", alt), ("better", better), ("file", url)];
        finding.values.extend(values.map(|(name, value)| (name, value.to_owned())));
        finding.values.push(("length", length.to_string()));
    }

    pub(super) fn picture(&mut self, url: &str, alt: String, caption: &str, alone: bool, spot: &Spot) {
        if Destination::is_elsewhere(url) {
            self.report_value(Code::OutsideSite, spot, url);
            return;
        }
        if alt.trim().is_empty() {
            self.report_value(Code::ImageAlt, spot, url);
        } else if let Some(poor) = Poor::of(&alt) {
            self.poor_alternative(&poor, &alt, url, spot);
        }
        self.plain_language(&alt, spot);
        self.plain_language(caption, spot);
        if let Some(mark) = phrases::marked(caption) {
            let finding = self.report(Code::LeftoverMarkup, spot);
            finding.values.extend([("kind", "phrase-plain".to_owned()), ("better", String::new()), ("value", mark.to_owned())]);
        }
        self.gather_picture(&alt, caption, spot);
        let number = self.body.images.len() as u32;
        let file = percent_encoding::percent_decode_str(url).decode_utf8_lossy().into_owned();
        let caption = bound(caption, self.entry.language).into_owned();
        self.body.images.push(Image { file, alt, caption, alone, place: self.place(spot) });
        self.hole(Fill::Image(number));
        if alone {
            self.put("\n");
        }
    }

    /// The words of a picture are text of their own within whatever they stand in.
    fn gather_picture(&mut self, alt: &str, caption: &str, spot: &Spot) {
        let (start, end) = (self.start + spot.start, self.start + spot.end);
        let behind = self.source[spot.clone()].rfind(caption).unwrap_or(0);
        for (words, start) in [(alt, start), (caption, start + behind)] {
            self.gatherer.stop();
            self.gatherer.text(words, start..end);
        }
        self.gatherer.stop();
    }
}

/// The beginning of a paragraph without markup and pictures; empty where a link shows the title of its page, which only
/// the whole site knows.
fn summary(paragraph: &[(Event<'_>, Spot)]) -> String {
    let titled = |event: &Event<'_>| matches!(event, Event::Start(Tag::Link { link_type: LinkType::WikiLink { has_pothole: false }, .. }));
    if paragraph.iter().any(|(event, _)| titled(event)) {
        return String::new();
    }
    let mut pictures = 0_usize;
    let mut words = Vec::new();
    for (event, spot) in paragraph {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures -= 1,
            _ if pictures == 0 => words.push((event.clone(), spot.clone())),
            _ => {}
        }
    }
    shortened(&plain(&words), SUMMARY)
}
