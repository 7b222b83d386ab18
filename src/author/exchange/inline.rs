//! What stands within a segment: words, and Markdown in the place of which a translator sees a mark.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::segments::{Mark, What, is_inline};
use super::text::{Piece, Text, split};
use crate::page::phrase;

/// Reads events up to the end of their element.
pub(super) struct Inline<'e, 'a> {
    source: &'a str,
    /// Where the source begins in the file.
    base: usize,
    events: &'e [(Event<'a>, Range<usize>)],
    /// How many events have been read.
    pub(super) at: usize,
    /// Where the last of them ends in the source; `None` if there was none.
    pub(super) end: Option<usize>,
    pub(super) marks: Vec<Mark>,
    pub(super) comments: Vec<String>,
}

impl<'e, 'a> Inline<'e, 'a> {
    pub(super) fn new(source: &'a str, base: usize, events: &'e [(Event<'a>, Range<usize>)]) -> Self {
        Self { source, base, events, at: 0, end: None, marks: Vec::new(), comments: Vec::new() }
    }

    pub(super) fn read(&mut self) -> Text {
        let mut pieces = Vec::new();
        self.pieces(&mut pieces);
        let text = Text::new(pieces);
        tidied(&text, &self.marks)
    }

    /// Reads up to the end of the element and gives the bytes of what was read.
    fn pieces(&mut self, out: &mut Vec<Piece>) -> Option<Range<usize>> {
        let mut whole: Option<Range<usize>> = None;
        while let Some((event, range)) = self.events.get(self.at).cloned() {
            match event {
                Event::End(_) | Event::Rule | Event::Html(_) => break,
                Event::Start(tag) if !is_inline(&tag) => break,
                Event::Start(tag) => self.element(&tag, &range, out),
                event => {
                    self.at += 1;
                    self.single(event, &range, out);
                }
            }
            whole = Some(whole.map_or(range.start, |whole| whole.start)..range.end);
            self.end = Some(range.end);
        }
        whole
    }

    fn single(&mut self, event: Event<'a>, range: &Range<usize>, out: &mut Vec<Piece>) {
        let raw = &self.source[range.clone()];
        match event {
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.words(&text, range, out),
            Event::SoftBreak => out.push(Piece::Words(" ".to_owned())),
            Event::HardBreak => {
                let sign = if raw.starts_with('\\') { "\\" } else { "  " };
                self.alone(What::Break, sign.to_owned(), range.start, out);
            }
            Event::Code(code) => {
                let raw = if raw.contains('\n') { in_ticks(&code) } else { raw.to_owned() };
                self.alone(What::Code(code.to_string()), raw, range.start, out);
            }
            Event::FootnoteReference(name) => self.alone(What::Note(name.to_string()), raw.to_owned(), range.start, out),
            Event::InlineHtml(html) if html.starts_with("<!--") => {
                self.comments.push(html.to_string());
                out.push(Piece::Words(" ".to_owned()));
            }
            Event::InlineHtml(html) => self.alone(What::Html(html.to_string()), html.to_string(), range.start, out),
            _ => {}
        }
    }

    fn alone(&mut self, what: What, start: String, at: usize, out: &mut Vec<Piece>) {
        self.marks.push(Mark { what, start, end: String::new(), at: self.base + at, is_pair: false, language: None });
        out.push(Piece::Alone(self.marks.len() as u32));
    }

    /// Words, of which those that look like a mark are one themselves.
    fn words(&mut self, text: &str, range: &Range<usize>, out: &mut Vec<Piece>) {
        for part in split(text) {
            match part {
                Err(words) => out.push(Piece::Words(words.to_owned())),
                Ok(piece) => {
                    let literal = Text::new([piece]).marked();
                    self.alone(What::Literal(literal.clone()), literal, range.start, out);
                }
            }
        }
    }

    fn element(&mut self, tag: &Tag<'a>, range: &Range<usize>, out: &mut Vec<Piece>) {
        self.at += 1;
        let raw = &self.source[range.clone()];
        let what = what(tag);
        let language = match tag {
            Tag::Link { title, .. } => phrase(title).map(str::to_owned),
            _ => None,
        };
        let at = self.base + range.start;
        self.marks.push(Mark { what, start: raw.to_owned(), end: String::new(), at, is_pair: false, language });
        let number = self.marks.len() as u32;
        let mut inner = Vec::new();
        let inside = self.pieces(&mut inner);
        self.at += 1;
        let has_own_words = !inner.iter().all(|piece| matches!(piece, Piece::Words(words) if words.is_empty())) && !shows_target(tag);
        let (true, Some(inside)) = (has_own_words, inside) else {
            self.marks.truncate(number as usize);
            out.push(Piece::Alone(number));
            return;
        };
        let (start, end) = signs(tag, &self.source[range.start..inside.start], &self.source[inside.end..range.end]);
        let mark = &mut self.marks[number as usize - 1];
        (mark.start, mark.end, mark.is_pair) = (start, end, true);
        out.push(Piece::Open(number));
        out.append(&mut inner);
        out.push(Piece::Close(number));
    }
}

impl What {
    /// Whether it is written with signs that must touch their words.
    pub(super) fn is_stress(&self) -> bool {
        matches!(self, Self::Emphasis | Self::Strong | Self::Struck)
    }

    /// Which kind it is, for telling whether two can stand for each other.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Emphasis => "emphasis",
            Self::Strong => "strong",
            Self::Struck => "struck",
            Self::Link(_) => "link",
            Self::Phrase(_) => "phrase",
            Self::Image(_) => "image",
            Self::Code(_) => "code",
            Self::Note(_) => "note",
            Self::Break => "break",
            Self::Html(_) => "html",
            Self::Literal(_) => "literal",
        }
    }
}

/// A text without blanks where Markdown would lose them, or its own meaning.
pub(super) fn tidied(text: &Text, marks: &[Mark]) -> Text {
    let what = |number: u32| (number as usize).checked_sub(1).and_then(|at| marks.get(at)).map(|mark| &mark.what);
    text.tidied(|number| what(number).is_some_and(What::is_stress), |number| what(number) == Some(&What::Break))
}

fn what(tag: &Tag<'_>) -> What {
    match tag {
        Tag::Strong => What::Strong,
        Tag::Strikethrough => What::Struck,
        Tag::Link { link_type: LinkType::Email, dest_url, .. } => What::Link(format!("mailto:{dest_url}")),
        Tag::Link { dest_url, .. } => match phrase(dest_url) {
            Some(tag) => What::Phrase(tag.to_owned()),
            None => What::Link(dest_url.to_string()),
        },
        Tag::Image { dest_url, .. } => What::Image(dest_url.to_string()),
        _ => What::Emphasis,
    }
}

/// Whether a link or an image has no words of its own.
fn shows_target(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::Link { link_type, .. } => {
            matches!(link_type, LinkType::WikiLink { has_pothole: false } | LinkType::Autolink | LinkType::Email)
        }
        Tag::Image { link_type, .. } => matches!(link_type, LinkType::WikiLink { .. }),
        _ => false,
    }
}

/// The signs before and behind the words of an element. What is defined elsewhere in the file, or runs over several lines, is
/// said in full, so that it can stand anywhere.
fn signs(tag: &Tag<'_>, before: &str, behind: &str) -> (String, String) {
    let full = |open: &str, url: &str, title: &str| (open.to_owned(), format!("]({})", address(url, title)));
    match tag {
        Tag::Link { link_type: LinkType::Inline | LinkType::WikiLink { .. }, .. } if !behind.contains('\n') => {}
        Tag::Image { link_type: LinkType::Inline, .. } if !behind.contains('\n') => {}
        Tag::Link { dest_url, title, .. } => return full("[", dest_url, title),
        Tag::Image { dest_url, title, .. } => return full("![", dest_url, title),
        _ => {}
    }
    // The backslash before the first word is the word's.
    let signs = before.trim_end_matches('\\');
    let escaped = (before.len() - signs.len()) % 2 == 1;
    (before[..before.len() - usize::from(escaped)].to_owned(), behind.to_owned())
}

/// What stands in the parentheses of a link.
pub(super) fn address(url: &str, title: &str) -> String {
    let is_plain = !url.is_empty() && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "()<>\\".contains(c));
    let url = if is_plain { url.to_owned() } else { format!("<{}>", url.replace('\\', "\\\\").replace('<', "\\<").replace('>', "\\>")) };
    if title.is_empty() { url } else { format!("{url} \"{}\"", title.replace('\\', "\\\\").replace('"', "\\\"")) }
}

/// Code between as many ticks as it needs.
fn in_ticks(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest + 1);
    let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{ticks}{pad}{code}{pad}{ticks}")
}

/// Where the caption of an image stands in its Markdown, and in which quotation marks; where it can be put, if there is none.
pub(super) fn caption_at(image: &str, caption: &str) -> (Range<usize>, Option<char>) {
    let inner = image.strip_suffix(')').unwrap_or(image).trim_end();
    let nowhere = (inner.len()..inner.len(), None);
    let Some(last) = inner.chars().last().filter(|c| matches!(c, '"' | '\'' | ')')) else { return nowhere };
    let first = if last == ')' { '(' } else { last };
    let body = &inner[..inner.len() - 1];
    let is_escaped = |at: usize| (body[..at].len() - body[..at].trim_end_matches('\\').len()) % 2 == 1;
    let Some((start, _)) = body.rmatch_indices(first).find(|(at, _)| !is_escaped(*at)) else { return nowhere };
    // An address may end in such a sign too.
    let is_caption = body[..start].ends_with(char::is_whitespace) && (!caption.is_empty() || start + 1 == body.len());
    if is_caption { (start + 1..body.len(), Some(first)) } else { nowhere }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_is_found_in_its_quotation_marks() {
        let found = |image: &'static str, caption: &str| {
            let (at, quote) = caption_at(image, caption);
            (&image[at], quote)
        };
        assert_eq!(found("![a](b.jpg \"Et \\\"hus\\\"\")", "Et \"hus\""), ("Et \\\"hus\\\"", Some('"')));
        assert_eq!(found("![a](b.jpg 'Hus' )", "Hus"), ("Hus", Some('\'')));
        assert_eq!(found("![a](b.jpg (Hus))", "Hus"), ("Hus", Some('(')));
        assert_eq!(found("![a](b.jpg)", ""), ("", None));
        assert_eq!(found("![a](b(1).jpg)", ""), ("", None));
        assert_eq!(found("![a](b_(1))", ""), ("", None));
        assert_eq!(found("![a](b.jpg \"\")", ""), ("", Some('"')));
    }

    #[test]
    fn an_address_is_written_so_that_it_is_read_again() {
        assert_eq!(address("a.jpg", ""), "a.jpg");
        assert_eq!(address("a (1).jpg", "Et \"hus\""), "<a (1).jpg> \"Et \\\"hus\\\"\"");
    }
}
