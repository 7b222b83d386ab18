//! Phrases of another language: `[Nyd livet](lang:da)`, a link in every other Markdown tool.
//!
//! A link whose own words are of another language says so in its title: `[Nyd livet](https://… "lang:da")`.

use super::{Close, Reader, Spot, plain};
use crate::diagnostic::Code;
use crate::page::tag::LanguageTag;

/// What follows `lang:` in the target or the title of a link.
pub(super) fn mark(text: &str) -> Option<&str> {
    let (word, tag) = text.trim().split_at_checked(4)?;
    let tag = tag.strip_prefix([':', '='])?;
    word.eq_ignore_ascii_case("lang").then(|| tag.trim())
}

/// The first marked phrase of a text that cannot hold one: `[Nyd livet](lang:da)`.
pub(in crate::page) fn marked(text: &str) -> Option<&str> {
    let at = text.find("](lang:")?;
    let start = text[..at].rfind('[')?;
    let end = text[at..].find(')').map_or(text.len(), |end| at + end + 1);
    Some(&text[start..end])
}

impl Reader<'_, '_> {
    /// Begins a phrase. What cannot be marked is shown as any other words.
    pub(super) fn phrase(&mut self, tag: &str, spot: &Spot) {
        let close = match self.foreign(tag, spot) {
            Some(_) if plain(self.inside()).is_empty() && !self.holds_image() => {
                self.report_value(Code::EmptyPhrase, spot, tag);
                Close::Nothing
            }
            Some(tag) => {
                self.put(&format!("<span lang=\"{tag}\">"));
                Close::Phrase
            }
            None => Close::Nothing,
        };
        self.links.push(close);
    }

    /// Marks the words of the link that has just begun.
    pub(super) fn phrase_in_link(&mut self, tag: &str, spot: &Spot) {
        let tag = self.foreign(tag, spot);
        if let (Some(tag), Some(Close::Reference(number))) = (tag, self.links.last().copied()) {
            self.put(&format!("<span lang=\"{tag}\">"));
            self.links.pop();
            self.links.push(Close::ForeignReference(number));
        }
    }

    /// The language of a mark, if it is one and another than the page's own.
    fn foreign(&mut self, wrote: &str, spot: &Spot) -> Option<LanguageTag> {
        let own = self.entry.language;
        let Some(tag) = LanguageTag::parse(wrote) else {
            let meant = LanguageTag::meant(wrote).map(|tag| tag.to_string()).filter(|meant| meant != own.as_str());
            let meant = meant.map(|tag| format!("lang:{tag}"));
            let finding = self.report(Code::PhraseLanguage, spot);
            finding.values.push(("value", wrote.to_owned()));
            finding.suggestion = meant;
            return None;
        };
        if tag.to_string().eq_ignore_ascii_case(own.as_str()) {
            self.report_value(Code::PhraseOwnLanguage, spot, own.as_str());
            return None;
        }
        Some(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_mark_is_known_also_where_it_is_written_a_little_differently() {
        for (wrote, tag) in [("lang:en", "en"), ("LANG: en-GB", "en-GB"), ("lang=da", "da"), ("lang:", "")] {
            assert_eq!(mark(wrote), Some(tag), "{wrote}");
        }
        for other in ["", "lan", "language", "lange-broen.md", "https://lang.example/", "långe:da"] {
            assert_eq!(mark(other), None, "{other}");
        }
    }
}
