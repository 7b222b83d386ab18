//! Signs of Markdown that came out as text, because something small is missing or too much.

use pulldown_cmark::Parser;

use super::links::beginning;
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

/// An address that is defined apart from the links to it: `[plan]: https://…`. It is shown nowhere.
#[derive(Debug)]
pub(super) struct Definition {
    label: String,
    spot: Spot,
}

/// The addresses that a text defines.
pub(super) fn definitions(parser: &Parser<'_>) -> Vec<Definition> {
    let all = parser.reference_definitions().iter();
    // `[//]: # (words)` is how some write a remark.
    let meant = all.filter(|(label, definition)| !(definition.dest.starts_with('#') && matches!(*label, "//" | "comment" | "_")));
    meant.map(|(label, definition)| Definition { label: known_as(label), spot: definition.span.clone() }).collect()
}

/// How Markdown compares the names of definitions.
fn known_as(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Reader<'_, '_> {
    /// A link has named a definition.
    pub(super) fn defined(&mut self, label: &str) {
        if !self.definitions.is_empty() && !label.is_empty() {
            let label = known_as(label);
            self.definitions.retain(|definition| definition.label != label);
        }
    }

    /// Tells definitions that no link names: their authors meant them as notes, and readers see nothing of them.
    pub(super) fn unused_definitions(&mut self) {
        let mut unused = std::mem::take(&mut self.definitions);
        unused.sort_by_key(|definition| definition.spot.start);
        for Definition { spot, .. } in unused {
            let wrote = self.source[spot.clone()].trim();
            let (value, better) = (beginning(wrote), beginning(&wrote.replacen('[', "[^", 1)));
            let finding = self.report(Code::LeftoverMarkup, &spot);
            finding.values.extend([("kind", "definition".to_owned()), ("value", value), ("better", better)]);
        }
    }

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
        if kind == "table" {
            // All lines of it come out as text, and so do the links in them.
            if spot.start < self.past {
                return;
            }
            self.past = self.source[spot.start..].find("\n\n").map_or(self.source.len(), |end| spot.start + end);
        }
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

/// `##Heading`, a heading with the hard blank of a word processor, the bullet of one, `[note]: words`, and a table that
/// lacks something.
fn at_start(text: &str) -> Option<Leftover> {
    if let Some(end) = text.find("]: ").filter(|end| text.starts_with('[') && *end > 1 && !text[1..*end].contains(['[', ']', '^'])) {
        let label = &text[1..end];
        return Some(Leftover { kind: "note", at: 0..end + 2, better: format!("[^{label}]:") });
    }
    if is_rule_of_table(text) || text.len() > 2 && text.starts_with('|') && text.trim_end().ends_with('|') {
        return Some(Leftover { kind: "table", at: 0..text.trim_end().len(), better: String::new() });
    }
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

/// The line of hyphens below the headings of a table: `|---|:-:|`.
fn is_rule_of_table(text: &str) -> bool {
    let cells = text.trim().trim_start_matches('|').trim_end_matches('|').split('|');
    let is_rule = |cell: &str| {
        let hyphens = cell.trim().trim_matches(':');
        hyphens.len() >= 2 && hyphens.bytes().all(|byte| byte == b'-')
    };
    text.contains('|') && cells.into_iter().all(is_rule)
}

/// `[words] (address)`, `[words](lang: en)`, `[words](my file.pdf)`, `[ [key]]`, and the asterisks of bold type that found no partner.
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
    if let Some(found) = with_blanks(text) {
        return Some(found);
    }
    if let Some(at) = text.find("[ [").filter(|at| !text[..*at].ends_with('\\')) {
        let end = text[at..].find(']').map_or(text.len(), |end| at + end);
        let key = text[at + 3..end].trim();
        let rest = text[end..].trim_start_matches([']', ' ']);
        let end = text.len() - rest.len();
        let blanks = text[..end].len() - text[..end].trim_end().len();
        return Some(Leftover { kind: "link", at: at..end - blanks, better: format!("[[{key}]]") });
    }
    let at = text.find("**").filter(|at| !text[..*at].ends_with('\\'))?;
    Some(Leftover { kind: "bold", at: at..at + 2, better: String::new() })
}

/// A link or an image whose file or address has blanks in it, and is therefore none.
fn with_blanks(text: &str) -> Option<Leftover> {
    let at = text.find("](").filter(|at| !text[..*at].ends_with('\\'))?;
    let start = text[..at].rfind('[')?;
    let end = at + text[at..].find(')')?;
    let target = text[at + 2..end].split(" \"").next().unwrap_or_default().trim();
    let is_file =
        target.rsplit_once('.').is_some_and(|(_, ending)| (2..=4).contains(&ending.len()) && ending.chars().all(char::is_alphanumeric));
    let is_address = ["http", "/", "../", "www."].iter().any(|beginning| target.starts_with(beginning));
    if !target.contains(char::is_whitespace) || !is_file && !is_address {
        return None;
    }
    let start = start - usize::from(text[..start].ends_with('!'));
    Some(Leftover { kind: "blanks", at: start..end + 1, better: text[start..=end].replacen(target, &target.replace(' ', "%20"), 1) })
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}
