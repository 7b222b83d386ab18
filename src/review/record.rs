//! What a person last checked of a page: the texts of its halves, each beside its counterpart.
//!
//! A page's record is `content/reviews/KEY.yaml`, made to be read, compared and merged line by line:
//!
//! ```yaml
//! da/en:
//!   - da: "title: Indledning"
//!     en: "title: Introduction"
//! ```
//!
//! A passage without counterpart stands alone in its row. Where a site has more than two languages, each is held against
//! the first, in a part of its own.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use crate::address::Language;
use crate::diagnostic::{Code, Finding, Lines, Place};
use crate::page::Print;
use crate::yaml::{Form, Node, Value, Word};

/// What was checked of a page, with its texts (`Cow<str>`) or by their prints alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<T> {
    /// For each language that was held against the first one.
    pub checks: Vec<Check<T>>,
}

/// Two halves as they were when a person last held one against the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check<T> {
    /// The languages of the halves.
    pub languages: [Language; 2],
    /// Their passages, in the order of the first half; `None` where one has no counterpart.
    pub rows: Vec<[Option<T>; 2]>,
}

impl<T> Record<T> {
    /// What was checked of two languages, whichever of them stands first.
    pub fn check(&self, languages: [Language; 2]) -> Option<&Check<T>> {
        let [one, other] = languages;
        self.checks.iter().find(|check| check.languages == [one, other] || check.languages == [other, one])
    }
}

impl<T> Check<T> {
    /// The texts of a language: the number of the row of each, and itself.
    pub fn texts(&self, language: Language) -> impl Iterator<Item = (usize, &T)> {
        let side = usize::from(self.languages[0] != language);
        self.rows.iter().enumerate().filter_map(move |(number, row)| Some((number, row[side].as_ref()?)))
    }

    /// The text in a language of a row.
    pub fn text(&self, row: usize, language: Language) -> Option<&T> {
        self.rows.get(row)?[usize::from(self.languages[0] != language)].as_ref()
    }
}

impl Check<Cow<'_, str>> {
    /// The check by the prints of its texts.
    pub fn prints(&self) -> Check<Print> {
        let print = |text: &Option<Cow<'_, str>>| text.as_deref().map(Print::of);
        Check { languages: self.languages, rows: self.rows.iter().map(|[one, other]| [print(one), print(other)]).collect() }
    }
}

impl Record<Cow<'_, str>> {
    /// The record by the prints of its texts.
    pub fn prints(&self) -> Record<Print> {
        Record { checks: self.checks.iter().map(Check::prints).collect() }
    }

    /// The record as a file.
    pub fn to_yaml(&self) -> String {
        let mut out = String::from(HEAD);
        for Check { languages, rows } in &self.checks {
            let _ = writeln!(out, "{}/{}:", languages[0], languages[1]);
            for row in rows {
                let mut mark = '-';
                for (language, text) in languages.iter().zip(row) {
                    let Some(text) = text else { continue };
                    let _ = write!(out, "  {mark} {language}: ");
                    quote(text, &mut out);
                    out.push('\n');
                    mark = ' ';
                }
            }
        }
        out
    }
}

/// What a record begins with, for whoever opens it.
const HEAD: &str = "# Teksten, som den var, da nogen sidst holdt sprogene op mod hinanden. Skrives af: langebro translations reviewed
# The text as it was when somebody last held the languages against each other. Written by: langebro translations reviewed
";

/// Reads a record.
///
/// # Errors
/// A finding, if it is damaged.
pub fn read<'t>(file: &Arc<str>, text: &'t str) -> Result<Record<Cow<'t, str>>, Finding> {
    plain(text).map_or_else(|| edited(file, text), Ok)
}

/// Reads a record as the program writes it, which is most of them, at the speed of looking at it.
fn plain(text: &str) -> Option<Record<Cow<'_, str>>> {
    let mut record = Record { checks: Vec::new() };
    for line in text.lines() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let Some(entry) = line.strip_prefix("  ") else {
            let languages = languages(line.strip_suffix(':')?)?;
            record.checks.push(Check { languages, rows: Vec::new() });
            continue;
        };
        let Check { languages, rows } = record.checks.last_mut()?;
        let (language, text) = entry[2.min(entry.len())..].split_once(": ")?;
        let side = languages.iter().position(|other| other.as_str() == language)?;
        match entry.get(..2)? {
            "- " => rows.push([None, None]),
            "  " => {}
            _ => return None,
        }
        let cell = &mut rows.last_mut()?[side];
        if cell.is_some() {
            return None;
        }
        *cell = Some(unquote(text)?);
    }
    Some(record)
}

fn languages(text: &str) -> Option<[Language; 2]> {
    let (one, other) = text.split_once('/')?;
    let languages = [Language::parse(one)?, Language::parse(other)?];
    (languages[0] != languages[1]).then_some(languages)
}

/// Reads a record that a person has edited, as any YAML of that shape.
fn edited<'t>(file: &Arc<str>, text: &str) -> Result<Record<Cow<'t, str>>, Finding> {
    let lines = Lines::new(text);
    let damaged = |at: Range<usize>| Finding::new(Code::ReviewDamaged, lines.place(file, at));
    let mut form = Form::new(file, &lines, 0);
    let entries = form.read(text);
    if let Some(fault) = form.findings.first() {
        return Err(Finding::new(Code::ReviewDamaged, fault.place.clone().unwrap_or_else(|| Place::file(file))));
    }
    let check = |(word, node): &(Word, Node)| {
        let languages = languages(&word.text).ok_or_else(|| word.at.clone())?;
        let items = match &node.value {
            Value::Sequence(items) => items.as_slice(),
            _ if node.is_empty() => &[],
            _ => return Err(node.at.clone()),
        };
        let rows = items.iter().map(|item| row(item, languages)).collect::<Result<_, _>>()?;
        Ok(Check { languages, rows })
    };
    let checks: Result<Vec<_>, Range<usize>> = entries.unwrap_or_default().iter().map(check).collect();
    checks.map(|checks| Record { checks }).map_err(damaged)
}

/// A row of a record; where it is damaged, if it is.
fn row<'t>(item: &Node, languages: [Language; 2]) -> Result<[Option<Cow<'t, str>>; 2], Range<usize>> {
    let Value::Mapping(entries) = &item.value else { return Err(item.at.clone()) };
    let mut row = [None, None];
    for (word, node) in entries {
        let side = languages.iter().position(|language| language.as_str() == word.text).ok_or_else(|| word.at.clone())?;
        let text = node.text().ok_or_else(|| node.at.clone())?;
        if row[side].replace(Cow::Owned(text.to_owned())).is_some() {
            return Err(word.at.clone());
        }
    }
    Ok(row)
}

/// Writes a text between double quotes, on one line whatever it holds.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}') => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Reads what [`quote`] has written; `None` for anything else.
fn unquote(text: &str) -> Option<Cow<'_, str>> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    if !inner.contains(['\\', '"']) {
        return Some(Cow::Borrowed(inner));
    }
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        out.push(match c {
            '"' => return None,
            '\\' => match rest.next()? {
                'n' => '\n',
                't' => '\t',
                c @ ('"' | '\\') => c,
                'u' => {
                    let digits = rest.as_str().get(..4)?;
                    rest = rest.as_str()[4..].chars();
                    char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
                }
                _ => return None,
            },
            c => c,
        });
    }
    Some(Cow::Owned(out))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn file() -> Arc<str> {
        Arc::from("content/reviews/a.yaml")
    }

    fn language(code: &str) -> Language {
        Language::parse(code).expect("a language")
    }

    /// The line at which a record is damaged.
    fn at(text: &str) -> Option<u32> {
        read(&file(), text).err().and_then(|finding| finding.place).map(|place| place.line)
    }

    fn record(rows: Vec<[Option<Cow<'_, str>>; 2]>) -> Record<Cow<'_, str>> {
        Record { checks: vec![Check { languages: [language("da"), language("en")], rows }] }
    }

    proptest! {
        #[test]
        fn whatever_was_checked_is_read_as_it_was_written(rows in prop::collection::vec((".*", prop::option::of("(?s).*")), 0..8)) {
            let rows = rows.into_iter().map(|(one, other)| [Some(Cow::Owned(one)), other.map(Cow::Owned)]).collect();
            let record = record(rows);
            let yaml = record.to_yaml();
            prop_assert!(plain(&yaml) == Some(record.clone()));
            // What is written is YAML to any other program too.
            prop_assert!(edited(&file(), &yaml) == Ok(record.clone()));
        }

        #[test]
        fn no_text_is_too_damaged_to_be_told_so(text in "(?s)(da/en:\n)?.*") {
            let _ = read(&file(), &text);
        }
    }

    #[test]
    fn a_record_that_a_person_has_edited_is_read_too() {
        let text = "da/en:\n- {da: Et, en: 'One'}\n- en: |\n    Two\n";
        let expected = record(vec![[Some("Et".into()), Some("One".into())], [None, Some("Two\n".into())]]);
        assert_eq!(read(&file(), text), Ok(expected));
    }

    #[test]
    fn a_damaged_record_is_told_at_its_line() {
        assert_eq!(at("da/en:\n  - da: \"a\"\n<<<<<<< HEAD\n    en: \"b\"\n"), Some(3));
        assert_eq!(at("da/en:\n  - da: \"a\"\n    sv: \"b\"\n"), Some(3));
        assert_eq!(at("da/en: x\n"), Some(1));
        assert_eq!(at("da/da:\n  - da: \"a\"\n"), Some(1));
        assert_eq!(at("- a\n"), Some(1));
    }
}
