//! Writes the HTML of a body: text escaped, tags as given, holes noted where they stand.

use super::body::{Fill, Hole};

/// HTML in the making.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) html: String,
    pub(super) holes: Vec<Hole>,
}

impl Writer {
    /// Tags and whatever else is HTML already.
    pub(super) fn tag(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Text of the author's.
    pub(super) fn text(&mut self, text: &str) {
        // Writing to a string cannot fail.
        let _ = pulldown_cmark_escape::escape_html_body_text(&mut self.html, text);
    }

    /// Text within an attribute.
    pub(super) fn attribute(&mut self, text: &str) {
        let _ = pulldown_cmark_escape::escape_html(&mut self.html, text);
    }

    /// What is to be filled in when the page is rendered.
    pub(super) fn hole(&mut self, fill: Fill) {
        self.holes.push(Hole { at: self.html.len() as u32, fill });
    }

    /// Adds what another has written, holes and all.
    pub(super) fn append(&mut self, other: &Self) {
        let base = self.html.len() as u32;
        self.html.push_str(&other.html);
        self.holes.extend(other.holes.iter().map(|hole| Hole { at: hole.at + base, fill: hole.fill }));
    }
}
