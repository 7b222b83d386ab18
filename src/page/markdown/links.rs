//! Links: wikilinks and ordinary ones, and what was meant to be one.

use pulldown_cmark::{Event, LinkType, Tag};

use super::phrases::mark;
use super::{Close, Reader, Spot, plain};
use crate::diagnostic::Code;
use crate::page::body::{Fill, Reference};
use crate::page::destination::{Destination, with_slashes};

/// How many characters of a line a message repeats.
const ROOM: usize = 80;

impl<'a> Reader<'a, '_> {
    pub(super) fn leftover_wikilink(&mut self, spot: &Spot) {
        let source = self.source;
        for (at, _) in source[spot.clone()].match_indices("[[") {
            let at = spot.start + at;
            if at < self.past {
                continue;
            }
            let escaped = source[..at].ends_with('\\') || source[..at].ends_with('[');
            if escaped {
                continue;
            }
            let line_end = source[at..].find('\n').map_or(source.len(), |end| at + end);
            let end = source[at..line_end].find("]]").map_or(line_end, |end| at + end + 2);
            let in_table = !self.table.columns.is_empty() && self.source[at..end].contains('|');
            let wrote = beginning(source[at..end].trim_end());
            self.past = end;
            let finding = self.report(Code::BrokenWikilink, &(at..end));
            finding.values.push(("cause", if in_table { "table" } else { "other" }.to_owned()));
            finding.values.push(("better", wrote.replacen('|', "\\|", 1)));
            finding.values.push(("value", wrote));
        }
    }

    pub(super) fn link(&mut self, link_type: LinkType, url: &str, title: &str, spot: Spot) {
        if let (Some(tag), false) = (mark(url), matches!(link_type, LinkType::WikiLink { .. })) {
            self.phrase(tag, &spot);
            return;
        }
        let inside = plain(self.inside());
        if let LinkType::WikiLink { has_pothole } = link_type {
            if url.contains('\n') {
                self.broken_over_lines(url, &spot);
                self.links.push(Close::Nothing);
                return;
            }
            self.reference(Destination::wiki(url), has_pothole, &inside, spot);
            if !has_pothole {
                // What the parser offers as text is the key; the title comes in its place.
                self.at += self.inside().len();
                self.gatherer.opaque();
            }
            return;
        }
        if url.trim().is_empty() {
            self.report(Code::EmptyLink, &spot).values.push(("lacks", "address".to_owned()));
            self.links.push(Close::Nothing);
            return;
        }
        let url = if link_type == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
        match Destination::ordinary(&url, &self.entry.path) {
            Ok(destination) => {
                self.reference(destination, true, &inside, spot.clone());
                if let Some(tag) = mark(title) {
                    self.phrase_in_link(tag, &spot);
                }
            }
            Err(code) => {
                // A goal is linked to as a page is, by its key.
                let goal = url.to_lowercase().starts_with("sdg:").then(|| format!("[[{}|{inside}]]", url.to_lowercase()));
                let repaired = if code == Code::BadWebAddress { with_slashes(&url) } else { None };
                let finding = self.report(code, &spot);
                finding.values.push(("value", url));
                finding.suggestion = goal.or(repaired);
                self.links.push(Close::Nothing);
            }
        }
    }

    pub(super) fn broken_over_lines(&mut self, key: &str, spot: &Spot) {
        let finding = self.report(Code::BrokenWikilink, spot);
        finding.values.push(("cause", "line".to_owned()));
        finding.values.push(("better", String::new()));
        finding.values.push(("value", key.split_whitespace().collect::<Vec<_>>().join(" ")));
    }

    pub(super) fn reference(&mut self, to: Destination, has_words: bool, words: &str, spot: Spot) {
        if has_words && words.trim().is_empty() && !self.holds_image() {
            self.report(Code::EmptyLink, &spot).values.push(("lacks", "words".to_owned()));
        } else if has_words && (is_weak(words, self.entry.language.as_str()) || is_address(words)) {
            self.report_value(Code::WeakLinkText, &spot, words.trim());
        }
        let number = self.body.references.len() as u32;
        self.body.references.push(Reference { to, has_words, place: self.place(&spot) });
        self.hole(Fill::Open(number));
        self.links.push(Close::Reference(number));
    }

    pub(super) fn holds_image(&self) -> bool {
        self.inside().iter().any(|(event, _)| matches!(event, Event::Start(Tag::Image { .. })))
    }
}

/// As much of a text as a message has room for.
pub(super) fn beginning(text: &str) -> String {
    let end = text.char_indices().nth(ROOM).map_or(text.len(), |(end, _)| end);
    if end < text.len() { format!("{}…", text[..end].trim_end()) } else { text.to_owned() }
}

/// Whether the words of a link tell nothing to somebody who hears them out of their sentence.
fn is_weak(words: &str, language: &str) -> bool {
    const DANISH: [&str; 18] = [
        "læs videre",
        "find mere",
        "mere information",
        "hent",
        "download",
        "klik",
        "her",
        "læs mere",
        "læs mere her",
        "klik her",
        "se her",
        "se mere",
        "læs her",
        "mere",
        "link",
        "dette link",
        "linket",
        "tryk her",
    ];
    const ENGLISH: [&str; 17] = [
        "find out more",
        "more information",
        "more info",
        "details",
        "download",
        "click",
        "here",
        "click here",
        "read more",
        "more",
        "link",
        "this link",
        "learn more",
        "see here",
        "see more",
        "read here",
        "this page",
    ];
    let words = words.trim().trim_end_matches(['.', '!', '…', '›', '»', '→', ':']).trim().to_lowercase();
    match language {
        "da" => DANISH.contains(&words.as_str()),
        "en" => ENGLISH.contains(&words.as_str()),
        _ => false,
    }
}

/// Whether the words of a link are an address in full, which a screen reader spells out. A host alone is a name:
/// `www.kk.dk`.
fn is_address(words: &str) -> bool {
    let words = words.trim();
    let rest = ["https://", "http://"].iter().find_map(|scheme| words.strip_prefix(scheme));
    let long = || words.strip_prefix("www.").is_some_and(|rest| rest.trim_end_matches('/').contains('/'));
    !words.contains(char::is_whitespace) && (rest.is_some() || long())
}

#[cfg(test)]
mod tests {
    use super::{is_address, is_weak};

    #[test]
    fn an_address_in_full_is_no_text_for_a_link() {
        for address in ["https://www.kk.dk/", "http://kk.dk", "www.kk.dk/politik/strategi"] {
            assert!(is_address(address), "{address}");
        }
        for words in ["www.kk.dk", "www.kk.dk/", "kk.dk", "klima@kk.dk", "Se https://kk.dk", "C40"] {
            assert!(!is_address(words), "{words}");
        }
    }

    #[test]
    fn a_link_is_weak_if_its_words_say_nothing_by_themselves() {
        assert!(is_weak("Læs mere …", "da"));
        assert!(is_weak("Click here", "en"));
        assert!(!is_weak("her", "en"));
        assert!(!is_weak("læs om C40", "da"));
    }
}
