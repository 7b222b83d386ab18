//! The running text of a page: what is read in sentences.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{markdown, split};
use crate::diagnostic::Lines;

/// A paragraph, an item of a list, a note, or what else is read in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Its words, without markup.
    pub text: String,
    /// The line of the file on which the words begin that stand at this byte or after it.
    lines: Vec<(usize, u32)>,
}

impl Running {
    /// The line on which the word at a byte stands.
    pub fn line(&self, at: usize) -> u32 {
        let number = self.lines.partition_point(|(start, _)| *start <= at);
        self.lines.get(number.saturating_sub(1)).map_or(1, |(_, line)| *line)
    }
}

/// What is read in sentences on the page whose file has this text: not headings, tables, code and pictures, nor the words
/// that a link takes from another page.
pub fn running_text(text: &str) -> Vec<Running> {
    let Some((_, start)) = split(text) else { return Vec::new() };
    let lines = Lines::new(text);
    let mut found = Vec::new();
    let mut passage = Running { text: String::new(), lines: Vec::new() };
    let mut silent = 0_usize;
    for (event, spot) in markdown::parser(&text[start..]).into_offset_iter() {
        match event {
            Event::Start(tag) if is_silent(&tag) || silent > 0 => {
                silent += 1;
                flush(&mut passage, &mut found, is_inline(tag.to_end()));
            }
            Event::End(_) if silent > 0 => silent -= 1,
            _ if silent > 0 => {}
            Event::Start(tag) => flush(&mut passage, &mut found, is_inline(tag.to_end())),
            Event::End(tag) => flush(&mut passage, &mut found, is_inline(tag)),
            Event::Text(words) | Event::Code(words) => {
                passage.lines.push((passage.text.len(), lines.line(start + spot.start)));
                passage.text.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => passage.text.push(' '),
            _ => {}
        }
    }
    found
}

/// Ends a passage, unless what begins or ends here stands within it.
fn flush(passage: &mut Running, found: &mut Vec<Running>, is_within: Inline) {
    if is_within == Inline::No && !passage.lines.is_empty() {
        found.push(Running { text: std::mem::take(&mut passage.text), lines: std::mem::take(&mut passage.lines) });
    }
}

/// Whether an element is part of a line of text.
#[derive(PartialEq, Eq)]
enum Inline {
    Yes,
    No,
}

fn is_inline(tag: TagEnd) -> Inline {
    match tag {
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => Inline::Yes,
        _ => Inline::No,
    }
}

fn is_silent(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Table(_)
            | Tag::DefinitionListTitle
            | Tag::Image { .. }
            | Tag::Link { link_type: LinkType::WikiLink { has_pothole: false }, .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_in_sentences_is_told_with_its_lines() {
        let text = "---\ntitle: A\n---\n\n## Ikke\n\nEn *by* med\n[[c40|byer]] og [[c40]].\n\n- Et punkt[^1]\n  - Et til\n\n| a |\n|---|\n| b |\n\n\
            ```\nkode\n```\n\n![x](y.svg)\n\nOrd\n: Betyder `det`.\n\n> [Citat](lang:en)\n\n[^1]: En note.\n";
        let found = running_text(text);
        let texts: Vec<(&str, u32)> = found.iter().map(|running| (running.text.trim(), running.line(0))).collect();
        assert_eq!(
            texts,
            [("En by med byer og .", 7), ("Et punkt", 10), ("Et til", 11), ("Betyder det.", 24), ("Citat", 26), ("En note.", 28)]
        );
        assert_eq!(found[0].line("En by med byer".len() - 1), 8);
        assert_eq!(running_text("uden hoved"), []);
    }
}
