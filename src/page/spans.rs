//! Where in the text of a file stands what leads elsewhere, and each field of its front matter, to the byte.
//!
//! A [`Page`](super::Page) is kept as long as the program runs and needs none of this; whoever rewrites a text asks for it.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::markdown::parser;
use super::split;
use crate::yaml::{self, Node, Value};

/// The destination of a link, box or image, as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// By which notation it is read.
    pub notation: Notation,
    /// From where to where it reaches: without brackets, words and title.
    pub at: Range<usize>,
}

/// How a destination is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// `[[c40#x]]`; read by [`Destination::wiki`](super::Destination::wiki).
    Wiki,
    /// `![[c40]]`.
    Box,
    /// `[words](../cases/c40.da.md)`, and what `[words][name]` leads to; read by
    /// [`Destination::ordinary`](super::Destination::ordinary).
    Link,
    /// `<https://kk.dk/>`: the words that readers see.
    Bare,
    /// `![words](harbour.jpg)`.
    Image,
}

/// Where all destinations of a file stand, in their order; none, if there is no page in it.
///
/// One that has signs escaped (`c\-40`) is left out: what is read of it does not stand there.
pub fn destinations(text: &str) -> Vec<Written> {
    let Some((_, start)) = split(text) else { return Vec::new() };
    let body = &text[start..];
    let events = parser(body).into_offset_iter();
    let mut found: BTreeMap<usize, Written> = BTreeMap::new();
    let mut note = |notation, at: Option<Range<usize>>| {
        if let Some(at) = at {
            let at = start + at.start..start + at.end;
            found.entry(at.start).or_insert(Written { notation, at });
        }
    };
    // Those that no link uses yet are to lead on too.
    let named: Vec<_> = events.reference_definitions().iter().map(|(_, named)| within(body, &named.dest)).collect();
    for (event, _) in events {
        let (notation, url) = match &event {
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, .. }) => (Notation::Wiki, dest_url),
            Event::Start(Tag::Image { link_type: LinkType::WikiLink { .. }, dest_url, .. }) => (Notation::Box, dest_url),
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => (Notation::Bare, dest_url),
            Event::Start(Tag::Link { link_type, dest_url, .. }) if *link_type != LinkType::Email => (Notation::Link, dest_url),
            Event::Start(Tag::Image { dest_url, .. }) => (Notation::Image, dest_url),
            _ => continue,
        };
        note(notation, within(body, url));
    }
    named.into_iter().for_each(|at| note(Notation::Link, at));
    found.into_values().collect()
}

/// Where a part of a text stands in it; `None` if it is no part but was made.
fn within(text: &str, part: &CowStr<'_>) -> Option<Range<usize>> {
    let CowStr::Borrowed(part) = part else { return None };
    let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let at = start..start + part.len();
    (text.get(at.clone())? == *part).then_some(at)
}

/// A field of a front matter, as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub at: Range<usize>,
    /// Where its value stands; empty if there is none.
    pub value: Range<usize>,
    /// Whether nothing was written, or `~`.
    pub is_empty: bool,
    /// Where each item of a list stands; `None` if it is none.
    pub items: Option<Vec<Range<usize>>>,
}

/// The front matter of a file, as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Front {
    /// All of it, between the two lines of dashes.
    pub at: Range<usize>,
    /// Its fields in their order.
    pub fields: Vec<Field>,
}

/// Where the front matter of a file stands; `None` if it has none that can be read.
pub fn front(text: &str) -> Option<Front> {
    let (at, _) = split(text)?;
    let moved = |range: &Range<usize>| at.start + range.start..at.start + range.end;
    let root = yaml::parse(&text[at.clone()]).ok()?;
    let entries = match &root.value {
        Value::Mapping(entries) => entries.as_slice(),
        _ if root.is_empty() => &[],
        _ => return None,
    };
    let items = |node: &Node| match &node.value {
        Value::Sequence(items) => Some(items.iter().map(|item| moved(&item.at)).collect()),
        _ => None,
    };
    let field = |(word, node): &(yaml::Word, Node)| Field {
        name: word.text.clone(),
        at: moved(&word.at),
        value: moved(&node.at),
        is_empty: node.is_empty(),
        items: items(node),
    };
    Some(Front { fields: entries.iter().map(field).collect(), at })
}

#[cfg(test)]
mod tests {
    use super::{Notation, destinations, front};

    fn found(body: &str) -> Vec<(Notation, String)> {
        let text = format!("\u{feff}---\r\ntitle: [[title]]\r\n---\r\n{body}");
        destinations(&text).into_iter().map(|written| (written.notation, text[written.at].to_owned())).collect()
    }

    #[test]
    fn a_destination_is_found_wherever_a_link_may_stand() {
        use Notation::{Bare, Box, Image, Link, Wiki};
        let text = "Se [[c40]] og [[ c40 # x |om]][^n].\r\n\r\n![[c40]]\r\n\r\n> - **[a `]` b](../cases/c40.da.md#x \"T\")**\r\n\r\n\
            | a | b |\r\n|---|---|\r\n| [[c40\\|ord]] | ![x](<en havn.jpg>) |\r\n\r\n\
            [b][navn], <https://kk.dk/> og <a@kk.dk>\r\n\r\n\
            `[[kode]]` <!-- [[note]] --> \\[[nej]]\r\n\r\n    [[kode]]\r\n\r\n\
            [^n]: Se [[c40-topmoede]].\r\n\r\n[navn]: <../pages/om.da.md> 'T'\r\n[ubrugt]: x.da.md\r\n";
        let expected = [
            (Wiki, "c40"),
            (Wiki, " c40 # x "),
            (Box, "c40"),
            (Link, "../cases/c40.da.md#x"),
            (Wiki, "c40\\"),
            (Image, "en havn.jpg"),
            (Bare, "https://kk.dk/"),
            (Wiki, "c40-topmoede"),
            (Link, "../pages/om.da.md"),
            (Link, "x.da.md"),
        ];
        assert_eq!(found(text), expected.map(|(notation, at)| (notation, at.to_owned())));
    }

    #[test]
    fn a_name_that_an_image_uses_is_that_of_an_image() {
        assert_eq!(found("![a][n] [b][n]\n\n[n]: havn.jpg\n"), [(Notation::Image, "havn.jpg".to_owned())]);
    }

    #[test]
    fn what_was_escaped_is_left_out() {
        assert_eq!(found("[a](c\\-40.da.md) [b](c&amp;40.da.md)"), []);
        assert_eq!(found("No [[link"), []);
        assert_eq!(destinations("[[x]]"), []);
    }

    #[test]
    fn each_field_of_a_front_matter_knows_its_place() {
        let text =
            "\u{feff}---\r\ntitle: \"A: b\" # c\r\naliases: [/a/, \"/b/\"]\r\nempty:\r\nlist:\r\n  - x\r\n  - y\r\nnone: ~\r\n---\r\nText";
        let front = front(text).expect("a front matter");
        assert!(text[front.at.clone()].starts_with("title") && text[front.at.clone()].ends_with("~\r\n"));
        let told: Vec<_> = front
            .fields
            .iter()
            .map(|field| {
                assert_eq!(text[field.at.clone()], field.name);
                let items: Option<Vec<&str>> = field.items.as_ref().map(|items| items.iter().map(|at| &text[at.clone()]).collect());
                (field.name.as_str(), &text[field.value.clone()], field.is_empty, items)
            })
            .collect();
        assert_eq!(
            told,
            [
                ("title", "\"A: b\"", false, None),
                ("aliases", "[", false, Some(vec!["/a/", "\"/b/\""])),
                ("empty", "", true, None),
                ("list", "", false, Some(vec!["x", "y"])),
                ("none", "~", true, None),
            ]
        );
        assert!(super::front("---\n---\n").is_some_and(|front| front.fields.is_empty()));
        assert!(super::front("---\na: b: c\n---\n").is_none());
    }
}
