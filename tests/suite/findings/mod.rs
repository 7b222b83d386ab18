//! What Langebro finds wrong: each rule shown on the smallest site that breaks it, with all that is reported and no more.
//!
//! A finding is written as `code file:line:column`, then in backticks what its words must name, then after an arrow what
//! they must suggest; without an arrow they must suggest nothing.

mod barriers;
mod front_matter;
mod names;
mod phrases;
mod random;
mod settings;
mod site;
mod text;
mod together;

use crate::site::{Found, TestSite};

/// A drawing that says its size.
pub(crate) const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>\n";

impl TestSite {
    /// Expects these findings and no other, in this order, told in Danish and in English.
    #[track_caller]
    pub(super) fn finds(&self, expected: &[impl AsRef<str>]) {
        let (danish, english) = (self.findings_in("da"), self.findings_in("en"));
        let expected: Vec<Expected<'_>> = expected.iter().map(|text| Expected::new(text.as_ref())).collect();
        let places: Vec<&str> = expected.iter().map(|expected| expected.place).collect();
        assert_eq!(self.places(), places, "{english:#?}");
        assert_eq!(danish.iter().map(Found::place).collect::<Vec<_>>(), places, "in Danish");
        for ((expected, danish), english) in expected.iter().zip(&danish).zip(&english) {
            expected.is_told(danish, "Mente du");
            expected.is_told(english, "Did you mean");
            assert_ne!(danish.message, english.message);
            assert_ne!(danish.help, english.help);
        }
    }

    /// Adds pages that differ in their titles alone.
    pub(super) fn pages(self, paths: &[&str]) -> Self {
        paths.iter().fold(self, |site, path| site.file(path, &format!("---\ntitle: Siden {path}\n---\n\nTekst.\n")))
    }

    /// Changes the settings.
    pub(super) fn setting(self, from: &str, to: &str) -> Self {
        let settings = self.read("langebro.yaml");
        assert!(settings.contains(from), "{from}");
        self.file("langebro.yaml", &settings.replace(from, to))
    }
}

/// A finding as a test writes it.
struct Expected<'a> {
    place: &'a str,
    names: Vec<&'a str>,
    suggestion: Option<&'a str>,
}

impl<'a> Expected<'a> {
    fn new(text: &'a str) -> Self {
        let (place, named) = text.split_once('`').map_or((text, None), |(place, named)| (place.trim(), Some(named)));
        let parts: Vec<&str> = named.into_iter().flat_map(|named| named.split('`')).collect();
        let names = parts.iter().step_by(2).copied().collect();
        let last = parts.last().filter(|_| parts.len().is_multiple_of(2)).copied();
        let (place, suggestion) = match last {
            Some(last) => (place, last.strip_prefix(" → ")),
            None => place.split_once(" → ").map_or((place, None), |(place, suggestion)| (place, Some(suggestion))),
        };
        Self { place, names, suggestion }
    }

    #[track_caller]
    fn is_told(&self, found: &Found, question: &str) {
        assert!(!found.message.is_empty() && !found.help.is_empty(), "{found:#?}");
        for name in &self.names {
            assert!(found.message.contains(name) || found.help.contains(name), "`{name}` is not named: {found:#?}");
        }
        match self.suggestion {
            Some(suggestion) => assert!(found.help.starts_with(&format!("{question} `{suggestion}`?")), "→ {suggestion}: {found:#?}"),
            None => assert!(!found.help.starts_with(question), "an unexpected suggestion: {found:#?}"),
        }
    }
}

/// The same findings for each of some files: `code 5:1 …` becomes `code FILE:5:1 …`.
pub(super) fn at(files: &[&str], findings: &[&str]) -> Vec<String> {
    let placed = |file: &str, finding: &str| {
        let (code, rest) = finding.split_once(' ').unwrap();
        format!("{code} {file}:{rest}")
    };
    files.iter().flat_map(|file| findings.iter().map(move |finding| placed(file, finding))).collect()
}

/// The halves of the section that the tests of front matter and text use.
pub(super) const HALVES: [&str; 2] = ["content/sections/01-climate.da.md", "content/sections/01-climate.en.md"];

/// A file with a fault, in both languages, and once where the English half is missing: the fault is told for each half
/// that there is, at the same place.
#[track_caller]
pub(super) fn file_finds(site: impl Fn() -> TestSite, file: &str, findings: &[&str]) {
    site().file(HALVES[0], file).file(HALVES[1], file).finds(&at(&HALVES, findings));
    let alone = site().setting("strangers: en", "strangers: en\nmissing_half: omit");
    alone.file(HALVES[0], file).finds(&at(&HALVES[..1], findings));
}

/// Lines of front matter, the first of which is line 2 of the file.
#[track_caller]
pub(super) fn front_finds(lines: &str, findings: &[&str]) {
    file_finds(TestSite::new, &format!("---\n{lines}\n---\n\nTekst.\n"), findings);
}

/// A text that begins on line 5 of its file.
#[track_caller]
pub(super) fn text_finds(text: &str, findings: &[&str]) {
    text_on(TestSite::new, text, findings);
}

/// A text that begins on line 5 of its file, on a site with more than a front page.
#[track_caller]
pub(super) fn text_on(site: impl Fn() -> TestSite, text: &str, findings: &[&str]) {
    file_finds(site, &format!("---\ntitle: Klima\n---\n\n{text}\n"), findings);
}
