//! Signs of Markdown that came out as text, because something small is missing or too much.

use super::{Reader, Spot};
use crate::diagnostic::Code;

/// What an author meant with signs that are now read as text.
struct Leftover {
    /// Which kind, as the message selects on it.
    kind: &'static str,
    /// Where in the text.
    at: Spot,
    /// What to write instead.
    better: String,
}

impl Reader<'_, '_> {
    /// Tells a date at the start of a paragraph, which has become a numbered list and shows another day.
    pub(super) fn date_as_list(&mut self, spot: &Spot) {
        let line = self.source[spot.start..].lines().next().unwrap_or_default().trim_start();
        let Some((day, rest)) = line.split_once(". ") else { return };
        let month = first_word(rest).trim_end_matches(|c: char| !c.is_alphabetic());
        if MONTHS.contains(&month.to_lowercase().as_str()) {
            let wrote = format!("{day}. {month}");
            let start = spot.start + self.source[spot.start..].find(line).unwrap_or(0);
            let finding = self.report(Code::LeftoverMarkup, &(start..start + wrote.len()));
            finding.values.push(("kind", "date".to_owned()));
            finding.values.push(("better", format!("{day}\\. {month}")));
            finding.values.push(("value", wrote));
        }
    }

    /// Tells the first leftover of a stretch of text.
    pub(super) fn leftover_markup(&mut self, spot: &Spot) {
        let text = &self.source[spot.clone()];
        let before = self.source[..spot.start].rsplit('\n').next().unwrap_or_default();
        let starts_line = before.trim_start_matches(' ').is_empty();
        let found = starts_line.then(|| at_start(text)).flatten().or_else(|| within(text));
        let Some(Leftover { kind, at, better }) = found else { return };
        let value = text[at.clone()].to_owned();
        let finding = self.report(Code::LeftoverMarkup, &(spot.start + at.start..spot.start + at.end));
        finding.values.push(("kind", kind.to_owned()));
        finding.values.push(("value", value));
        finding.values.push(("better", better));
    }
}

/// The months in Danish, whose dates begin like an item of a numbered list: `1. juli 2022`.
const MONTHS: [&str; 12] =
    ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

/// `##Heading`, a heading with the hard blank of a word processor, and the bullet of one.
fn at_start(text: &str) -> Option<Leftover> {
    let signs = text.len() - text.trim_start_matches('#').len();
    let rest = &text[signs..];
    let blank = rest.starts_with('\u{a0}');
    // A single `#` before a word is what social media write.
    if (2..=6).contains(&signs) && rest.chars().next().is_some_and(|c| c.is_alphanumeric() || blank) || signs == 1 && blank {
        let word = first_word(rest);
        let end = text.len() - rest.trim_start().len() + word.len();
        return Some(Leftover { kind: "heading", at: 0..end, better: format!("{} {word}", &text[..signs]) });
    }
    let bullet = text.chars().next().filter(|c| matches!(c, '•' | '·' | '▪' | '●' | '◦'))?;
    let rest = &text[bullet.len_utf8()..];
    rest.starts_with(char::is_whitespace).then(|| Leftover {
        kind: "list",
        at: 0..bullet.len_utf8(),
        better: format!("- {}", first_word(rest.trim_start())),
    })
}

/// `[words] (address)`, `[words](lang: en)`, and the asterisks of bold type that found no partner.
fn within(text: &str) -> Option<Leftover> {
    // Behind a wikilink, which has its own brackets, the mark is all that comes out as text.
    let bracket = if text.starts_with("(lang") { Some(0) } else { text.find("](lang").map(|at| at + 1) };
    if let Some(at) = bracket.filter(|at| !text[..*at].ends_with("\\]")) {
        let start = text[..at].rfind('[').unwrap_or(at.saturating_sub(1));
        let end = text[at..].find(')').map_or(text.len(), |end| at + end + 1);
        let is_broken = text[at..end].contains(char::is_whitespace) || !text[at..end].ends_with(')');
        let better = text[at + 1..end].trim_end_matches(')').split_whitespace().collect::<String>();
        return Some(Leftover { kind: if is_broken { "phrase" } else { "phrase-link" }, better, at: start..end });
    }
    if let Some(at) = text.find("] (")
        && ["http", "/", "../", "www.", "lang:"].iter().any(|start| text[at + 3..].starts_with(start))
        && !text[..at].ends_with('\\')
    {
        let start = text[..at].rfind('[').unwrap_or(at);
        let end = text[at..].find(')').map_or(text.len(), |end| at + end + 1);
        return Some(Leftover { kind: "link", better: text[start..end].replacen("] (", "](", 1), at: start..end });
    }
    let at = text.find("**").filter(|at| !text[..*at].ends_with('\\'))?;
    Some(Leftover { kind: "bold", at: at..at + 2, better: String::new() })
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}
