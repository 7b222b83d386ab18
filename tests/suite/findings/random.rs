//! Whatever is written in a file, the program answers with a page or with findings.

use std::sync::{Arc, LazyLock};

use langebro::address::{Key, Language};
use langebro::diagnostic::{Tongue, Words};
use langebro::source::{Entry, Kind};
use langebro::{config, page};
use proptest::prelude::*;

use crate::site::SETTINGS;

/// What authors and attackers write, in pieces.
const PIECES: [&str; 60] = [
    "---",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "title: ",
    "titel: x\n",
    "sdgs: [13.10, \"1.a\"]\n",
    "draft: ja\n",
    "extra:\n  a: {b: [c]}\n",
    ": ",
    "“",
    "”",
    "\"",
    "'",
    "&a ",
    "*a ",
    "{",
    "}",
    "[",
    "]",
    "[[",
    "]]",
    "![[",
    "|",
    "\\|",
    "| a | b |\n|---|---|\n",
    "c40",
    "sdg:13",
    "#",
    "## ",
    "# ",
    "#### ",
    " {#maal}",
    "{#Ø}",
    "> ",
    "> [!NOTE]\n",
    "> [!OBS]\n",
    "- ",
    "1. ",
    "![x](y.svg)",
    "[her](",
    ")",
    "javascript:",
    "<div>\n",
    "</div>",
    "<!--",
    "-->",
    "[^1]",
    "[^1]: ",
    "`",
    "```\n",
    "\u{feff}",
    "æøå",
    "🌍",
    "\u{0}",
    "\u{301}",
    "term\n: ",
    "**",
];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![8 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)],
        0..40,
    )
    .prop_map(|pieces| pieces.concat())
}

static TOLD: LazyLock<[Words; 2]> = LazyLock::new(|| [Tongue::Danish, Tongue::English].map(Words::new));

/// Reads a file as the program does, and tells its findings in both languages.
fn read(text: &str) {
    let (config, _) = config::parse(SETTINGS);
    let entry = Entry {
        path: Arc::from("content/cases/c40.da.md"),
        disk: "c40.da.md".into(),
        kind: Kind::Case,
        key: Key::parse("c40").unwrap(),
        language: Language::parse("da").unwrap(),
        order: None,
        chapters: Vec::new(),
    };
    let findings = match page::parse(&entry, text, &config.unwrap()) {
        Ok(page) => page.findings,
        Err(findings) => {
            assert!(!findings.is_empty(), "no page, and nobody is told why");
            findings
        }
    };
    let lines = text.matches('\n').count() as u32 + 1;
    for finding in &findings {
        let place = finding.place.as_ref().unwrap();
        assert!((1..=lines).contains(&place.line) && place.column > 0 && place.width > 0, "{finding:?}");
        for words in TOLD.iter() {
            assert!(!words.message(finding).is_empty() && !words.help(finding).is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_program_fall(text in words()) {
        read(&text);
        read(&format!("---\ntitle: Klima\n---\n{text}"));
    }

    #[test]
    fn no_front_matter_makes_the_program_fall(text in words()) {
        read(&format!("---\n{text}\n---\nTekst.\n"));
    }

    #[test]
    fn no_settings_make_the_program_fall(text in words()) {
        let (config, findings) = config::parse(&text);
        prop_assert!(config.is_some() || !findings.is_empty());
        let (config, findings) = config::parse(&format!("{SETTINGS}{text}"));
        prop_assert!(config.is_some() || !findings.is_empty());
    }
}
