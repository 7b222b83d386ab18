//! A translator's text as Markdown: each sign that would mean something gets a backslash, each mark its Markdown back.

use super::segments::Kind;
use super::text::{Piece, Text};

/// How carefully words are written. A text is read again after it was written; only if it then says something else is it
/// written with all the care there is, which is hard to read for its authors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// A backslash before what would mean something here.
    Enough,
    /// A backslash before all that could mean something anywhere.
    All,
}

/// Where a text is to stand.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    pub(super) kind: Kind,
    pub(super) is_in_table: bool,
    /// What a further line begins with.
    pub(super) indent: String,
    pub(super) line_break: &'static str,
}

/// The Markdown in the place of a mark: all of it or its beginning, and its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Signs {
    pub(super) start: String,
    pub(super) end: String,
    pub(super) is_break: bool,
}

/// Writes a text. What stands in the place of each mark is told by its number.
pub(super) fn markdown(text: &Text, signs: impl Fn(u32) -> Signs, setting: &Setting, care: Care) -> String {
    if let Kind::Caption(quote) = setting.kind {
        return caption(&text.plain(), quote);
    }
    let mut out = String::new();
    let mut starts_line = true;
    let last = text.pieces().len();
    for (i, piece) in text.pieces().iter().enumerate() {
        match piece {
            Piece::Words(words) => {
                escape(words, Edge { starts_line, ends: i + 1 == last }, setting, care, &mut out);
                starts_line = false;
            }
            Piece::Open(number) => out.push_str(&signs(*number).start),
            Piece::Close(number) => out.push_str(&signs(*number).end),
            Piece::Alone(number) => {
                let signs = signs(*number);
                out.push_str(&signs.start);
                if signs.is_break {
                    out.push_str(setting.line_break);
                    out.push_str(&setting.indent);
                }
                starts_line = signs.is_break;
            }
        }
    }
    out
}

fn caption(words: &str, quote: Option<char>) -> String {
    let (open, close) = match quote {
        Some('\'') => ('\'', '\''),
        Some('(') => ('(', ')'),
        _ => ('"', '"'),
    };
    let mut inner = String::new();
    for (at, c) in words.char_indices() {
        if c == open || c == close || c == '\\' || c == '&' && is_entity(&words[at..]) {
            inner.push('\\');
        }
        inner.push(c);
    }
    if quote.is_some() { inner } else { format!(" \"{inner}\"") }
}

/// Where some words stand in their segment.
#[derive(Debug, Clone, Copy)]
struct Edge {
    starts_line: bool,
    ends: bool,
}

fn escape(words: &str, edge: Edge, setting: &Setting, care: Care, out: &mut String) {
    let start = if edge.starts_line { line_start(words, setting.kind) } else { None };
    let is_heading = matches!(setting.kind, Kind::Heading(_));
    let end = if edge.ends && is_heading { heading_end(words) } else { None };
    for (at, c) in words.char_indices() {
        let (before, behind) = (words[..at].chars().next_back(), words[at + c.len_utf8()..].chars().next());
        let rest = &words[at..];
        let means = match care {
            Care::All => c.is_ascii_punctuation() && !"'\",;%?/$".contains(c),
            Care::Enough => means_something(c, before, behind, rest) && !(edge.ends && behind.is_none() && matches!(c, '!' | '<' | '[')),
        };
        if means || start == Some(at) || end == Some(at) || c == '|' && setting.is_in_table {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Whether a sign among words is one of Markdown's.
fn means_something(c: char, before: Option<char>, behind: Option<char>, rest: &str) -> bool {
    let is_blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '`' => true,
        '\\' => behind.is_none_or(|c| c.is_ascii_punctuation()),
        '*' => !(is_blank(before) && is_blank(behind)),
        '_' => !(is_blank(before) && is_blank(behind) || is_letter(before) && is_letter(behind)),
        '~' => !is_blank(behind),
        '[' => matches!(behind, None | Some('[' | '^')) || rest.contains("](") || rest.contains("]["),
        '!' => matches!(behind, None | Some('[')),
        '<' => behind.is_none_or(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
        '&' => is_entity(rest),
        _ => false,
    }
}

/// Whether a text begins with something like `&amp;`.
fn is_entity(text: &str) -> bool {
    let name = text[1..].split(';').next().filter(|name| name.len() + 1 < text.len());
    name.is_some_and(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#'))
}

/// The sign that would make something else of a line that begins with these words.
fn line_start(words: &str, kind: Kind) -> Option<usize> {
    if matches!(kind, Kind::Heading(_) | Kind::Cell | Kind::Alt | Kind::Caption(_)) {
        return None;
    }
    let first = words.chars().next()?;
    let ends = |at: usize| words[at..].chars().next().is_none_or(|c| c.is_whitespace());
    let run = words.len() - words.trim_start_matches(first).len();
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match first {
        '#' if run <= 6 && ends(run) => Some(0),
        '-' | '+' if ends(1) => Some(0),
        '-' | '=' if words.trim_end().chars().all(|c| c == first || c == ' ') => Some(0),
        ':' | '>' => Some(0),
        '0'..='9' if digits <= 9 && words[digits..].starts_with(['.', ')']) && ends(digits + 1) => Some(digits),
        _ => None,
    }
}

/// The sign at the end of a heading that Markdown would take away, or read as its name.
fn heading_end(words: &str) -> Option<usize> {
    let without = words.trim_end_matches('#');
    if without.len() < words.len() && (without.is_empty() || without.ends_with(' ')) {
        return Some(without.len());
    }
    words.ends_with('}').then(|| words.rfind('{')).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(kind: Kind, words: &str) -> String {
        let setting = Setting { kind, is_in_table: kind == Kind::Cell, indent: String::new(), line_break: "\n" };
        markdown(&Text::words(words), |_| Signs::default(), &setting, Care::Enough)
    }

    #[test]
    fn only_what_would_mean_something_gets_a_backslash() {
        let paragraph = |words| written(Kind::Paragraph, words);
        for plain in ["2 * 3", "a_b", "R&D", "a < b", "[sic]", "Oh!", "C:\\Temp", "1.300", "-5", "50 %", "a: b", "(1) x", "»x«", "#1"] {
            assert_eq!(paragraph(plain), plain);
        }
        assert_eq!(paragraph("*a* _b_ `c`"), "\\*a\\* \\_b\\_ \\`c\\`");
        assert_eq!(paragraph("[[c40]] [^1] [a](b) ![x]"), "\\[\\[c40]] \\[^1] \\[a](b) \\![x]");
        assert_eq!(paragraph("<b> &amp; ~5"), "\\<b> \\&amp; \\~5");
        assert_eq!(paragraph("# a"), "\\# a");
        assert_eq!(paragraph("- a"), "\\- a");
        assert_eq!(paragraph("1. juli"), "1\\. juli");
        assert_eq!(paragraph("2026."), "2026\\.");
        assert_eq!(paragraph("> a"), "\\> a");
        assert_eq!(paragraph(": a"), "\\: a");
        assert_eq!(paragraph("---"), "\\---");
        assert_eq!(written(Kind::Heading(0), "1. juli #"), "1. juli \\#");
        assert_eq!(written(Kind::Heading(0), "Et {sted}"), "Et \\{sted}");
        assert_eq!(written(Kind::Cell, "a | b"), "a \\| b");
        assert_eq!(written(Kind::Caption(Some('"')), "Et \"hus\""), "Et \\\"hus\\\"");
        assert_eq!(written(Kind::Caption(None), "Hus"), " \"Hus\"");
    }
}
