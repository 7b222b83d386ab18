//! Whatever is written in a file, the program answers with a page or with findings.

use std::sync::{Arc, LazyLock};

use langebro::address::{Key, Language};
use langebro::diagnostic::{Tongue, Words};
use langebro::render::Renderer;
use langebro::site::Drafts;
use langebro::source::{Entry, Kind};
use langebro::{Project, config, page};
use proptest::prelude::*;

use crate::site::{SETTINGS, TestSite};

/// What authors and attackers write, in pieces.
const PIECES: [&str; 76] = [
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
    "[en](lang:",
    "](lang:en)",
    "](x \"lang:kl\")",
    "dk",
    "1.300,50",
    "10-15.000 ",
    "4,3 mio.",
    "50 %",
    "1. juli 2022",
    "1.7.2022",
    "kl. 9.30-11 ",
    "½",
    "femogtyve ",
    "2010'erne",
    "<!-- afviger: ",
    "99999999999999999999999999999",
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
fn read(text: &str) -> Vec<langebro::diagnostic::Finding> {
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
    findings
}

/// Names of folders and files below `content/`, most of which fit together.
const FOLDERS: [&str; 10] =
    ["cases", "cases/sub", "pages", "sections", "sections/01-a", "sections/a", "sections/01-a/02-b", "sections/b", "", "Cases"];
const NAMES: [&str; 12] = ["a", "b", "01-a", "02-b", "02-c", "c", "d", "index", "index", "07-index", "99999-e", "E e"];

/// What pages of such a tree say of each other.
const LINES: [&str; 28] = [
    "Text.",
    "![[a]]",
    "![[b]]",
    "![[c]]",
    "![[d]]",
    "[[a]]",
    "[[b|words]]",
    "[[c#part]]",
    "[[d#b--part]]",
    "[[sdg:13]]",
    "[x](../cases/a.da.md#part)",
    "[y](/a/) [z](https://example.org/en/a/#part)",
    "## Part",
    "## Part {#part}",
    "#### Deep",
    "[^1] [^1]\n\n[^1]: Note.",
    "![alt](missing.png)",
    "> [!NOTE]\n> Text.",
    "| a | [[b\\|c]] |\n|---|---|\n| d | e |",
    "[[",
    "| a |\n|---|\n| 1.300 |\n| 4,3 mio. |",
    "- 50 %\n- tre\n  - 1. juli 2022",
    "1. den 1.-3. juli\n2. 10-15.000",
    "Term 7\n: Means 8[^1].",
    "<!-- differs: 7; 8 -->",
    "Text. <!-- afviger: 1,300 -->",
    "In 2022 and 2023 one of the two cities had three.",
    "### Part 3",
];

const FIELDS: [&str; 11] = [
    "draft: true\n",
    "missing_half: notice\n",
    "missing_half: omit\n",
    "draft: true\n",
    "slug: a\n",
    "aliases: [/a/, /old/, /en/b/]\n",
    "sdgs: [13, \"5.1\"]\n",
    "purposes: [learn]\n",
    "date: 2022-07-01\n",
    "description: Words.\n",
    "nothing: x\n",
];

/// A file of a tree, by its path below `content/`.
fn file() -> impl Strategy<Value = (String, String)> {
    let path = (prop::sample::select(&FOLDERS[..]), prop::sample::select(&NAMES[..]), prop::sample::select(&["da", "en", "kl"][..]));
    let fields = prop::sample::subsequence(&FIELDS[..], 0..3);
    let lines = prop::collection::vec(prop::sample::select(&LINES[..]), 0..6);
    (path, prop::sample::select(&["A", "B", "C", "Ø", "?"][..]), fields, lines).prop_map(
        |((folder, name, language), title, fields, lines)| {
            (
                format!("content/{folder}/{name}.{language}.md"),
                format!("---\ntitle: {title}\n{}---\n\n{}\n", fields.concat(), lines.join("\n\n")),
            )
        },
    )
}

/// What halves may be missing.
const POLICIES: [&str; 3] = ["", "missing_half: notice\n", "missing_half: omit\n"];

/// Reads a tree as the program does, and makes all that would be published of it.
fn publish(begin: fn() -> TestSite, files: &[(String, String)], policy: &str, drafts: Drafts) {
    let root = files.iter().fold(begin(), |site, (path, text)| site.file(path, text));
    let root = root.file("langebro.yaml", &format!("{SETTINGS}{policy}"));
    let reading = Project::new(root.root().to_owned(), None, drafts).read().unwrap();
    let (site, templates) = (reading.site.unwrap(), reading.templates.unwrap());
    let renderer = Renderer::new(&site, &templates);
    for route in renderer.routes() {
        assert!(renderer.render(&route).is_ok(), "{route:?}");
    }
    for finding in &reading.findings {
        for words in TOLD.iter() {
            assert!(!words.message(finding).is_empty() && !words.help(finding).is_empty());
        }
    }
}

#[test]
fn a_hostile_text_is_told_in_no_more_words_than_it_has() {
    for piece in ["[[ ", "[[ *a* ", "** *a* ", "[^a ", "## a\n\n", "[[a]] ", "![x](y.svg) ", "> ", "[^1] ", "`", "*a_ "] {
        let findings = read(&format!("---\ntitle: Klima\n---\n\n{}", piece.repeat(8000)));
        let told: usize = findings.iter().flat_map(|finding| &finding.values).map(|(_, value)| value.len()).sum();
        assert!(findings.len() <= 8000 && told < 8000 * 200, "{piece:?}: {} findings, {told} bytes", findings.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_tree_of_files_makes_the_program_fall(
        files in prop::collection::vec(file(), 0..9),
        begin in prop::sample::select(&[TestSite::new, TestSite::empty][..]),
        policy in prop::sample::select(&POLICIES[..]),
        drafts in prop::sample::select(&[Drafts::Include, Drafts::LeaveOut][..]),
    ) {
        publish(begin, &files, policy, drafts);
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
