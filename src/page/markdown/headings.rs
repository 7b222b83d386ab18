//! Headings and their ids.

use pulldown_cmark::{Event, HeadingLevel};

use super::{Reader, Spot, plain};
use crate::address::Anchor;
use crate::diagnostic::Code;
use crate::page::body::{Fill, Heading};

/// The deepest headings that offer their address.
const OFFERED: u8 = 3;
/// The deepest headings from which the switch of languages leads to the same place. At those of level 2 a link does.
const FOLLOWED: u8 = 4;

impl<'a> Reader<'a, '_> {
    pub(super) fn heading(&mut self, level: HeadingLevel, id: Option<&str>, spot: &Spot) {
        let (written, level) = (level as u8, shown_level(level));
        let inside: Vec<(Event<'a>, Spot)> = self.inside().to_vec();
        let text = plain(&inside);
        let is_empty = text.is_empty() && !self.holds_image();
        if is_empty {
            self.report(Code::EmptyHeading, spot);
        } else if written == 1 {
            self.report_value(Code::HeadingOne, spot, &text);
        } else if level > self.level + 1 {
            let above = self.level;
            let finding = self.report(Code::HeadingSkip, spot);
            finding.values.push(("value", text.clone()));
            finding.values.push(("level", level.to_string()));
            finding.values.push(("above", above.to_string()));
        }
        self.level = level;
        let anchor = self.anchor(id, &text, spot);
        let is_offered = level <= OFFERED;
        if is_offered {
            self.put("<div class=\"heading\">");
        }
        self.put("<h");
        self.hole(Fill::Level(level));
        self.put(" id=\"");
        self.hole(Fill::IdPrefix);
        self.put(anchor.as_str());
        self.put("\"");
        if (3..=FOLLOWED).contains(&level) {
            self.hole(Fill::Counterpart(self.body.headings.len() as u32));
        }
        self.put(">");
        let end = self.at + inside.len();
        while self.at < end {
            self.step();
        }
        self.put("</h");
        self.hole(Fill::Level(level));
        self.put(">");
        if is_offered {
            // Beside the heading and not in it, or its words would be read twice.
            self.put(" ");
            self.hole(Fill::Anchor(self.body.headings.len() as u32));
            self.put("</div>");
        }
        self.put("\n");
        self.body.headings.push(Heading { level, anchor, text });
    }

    /// The heading's own id, or one made of its words; each once on the page.
    pub(super) fn anchor(&mut self, id: Option<&str>, text: &str, spot: &Spot) -> Anchor {
        if let Some(id) = id {
            let at = self.source[spot.clone()].rfind(&format!("#{id}"));
            let spot = &at.map_or(spot.clone(), |at| spot.start + at..spot.start + at + 1 + id.len());
            match Anchor::parse(id) {
                Some(anchor) if self.anchors.insert(anchor.clone()) => return anchor,
                Some(anchor) => self.report_value(Code::RepeatedAnchor, spot, anchor.as_str()),
                None => {
                    let better = Anchor::from_heading(id).map_or(String::new(), |anchor| anchor.to_string());
                    let finding = self.report(Code::BadAnchor, spot);
                    finding.values.push(("value", id.to_owned()));
                    finding.values.push(("better", better));
                }
            }
        }
        let base = id.and_then(Anchor::from_heading).or_else(|| Anchor::from_heading(text));
        let base = base.unwrap_or_else(Anchor::wordless);
        let mut anchor = base.clone();
        while !self.anchors.insert(anchor.clone()) {
            let number = self.next.entry(base.clone()).or_insert(2);
            anchor = base.numbered(*number);
            *number += 1;
        }
        anchor
    }
}

/// The level that a heading is given: the outermost is the title's alone.
pub(super) fn shown_level(level: HeadingLevel) -> u8 {
    (level as u8).max(2)
}
