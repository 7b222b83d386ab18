//! What the site says to programs: the goals as tables.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;

use crate::links::{attributes, pages};
use crate::site::{SETTINGS, TestSite};

const BASE: &str = "https://strategi.example";

/// The shipped strategy as it is published.
static STRATEGY: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let site = TestSite::strategy();
    site.build();
    pages(&site.published())
});

/// The rows of a table as texts, the first of which is its head.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The rows of the same table in JSON, written as its cells.
fn rows_of_json(json: &str) -> Vec<Vec<String>> {
    let document: Value = serde_json::from_str(json).unwrap();
    let cell = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(texts) => texts.iter().map(|text| text.as_str().unwrap()).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    let row = |row: &Value| HEAD.map(|column| cell(row.get(column).unwrap())).to_vec();
    document["rows"].as_array().unwrap().iter().map(row).collect()
}

const HEAD: [&str; 8] = ["key", "kind", "language", "goal", "target", "note", "address", "sections"];

#[test]
fn the_table_of_goals_is_the_same_for_spreadsheets_and_for_programs() {
    let (csv, json) = (&STRATEGY["sdg.csv"], &STRATEGY["sdg.json"]);
    let rows = rows(csv);
    assert_eq!(rows[0], HEAD);
    assert_eq!(rows[1..], rows_of_json(json));
    assert!(csv.ends_with("\r\n") && csv.matches('\n').count() == csv.matches("\r\n").count(), "lines end as RFC 4180 has it");
    let document: Value = serde_json::from_str(json).unwrap();
    let publication = serde_json::json!({
        "title": {"da": "Københavns internationale strategi", "en": "Copenhagen’s International Strategy"},
        "publisher": "Langebro",
        "address": format!("{BASE}/"),
    });
    assert_eq!(document["publication"], publication);
}

#[test]
fn all_seven_sections_and_nine_boxes_are_in_the_table_in_both_languages_with_the_tags_that_their_authors_gave() {
    let mut found: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for row in &rows(&STRATEGY["sdg.csv"])[1..] {
        let tag = if row[4].is_empty() { &row[3] } else { &row[4] };
        let is_new = found.entry((row[0].clone(), row[2].clone())).or_default().insert(tag.clone());
        assert!(is_new, "{row:?} stands twice");
    }
    let mut written = BTreeMap::new();
    for (path, bytes) in crate::site::files(&TestSite::strategy().path("content")) {
        let name = path.rsplit('/').next().unwrap();
        let key = name.trim_end_matches(".da.md").trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some(tags) = text.lines().find_map(|line| line.strip_prefix("sdgs: [")) else { continue };
        assert!(path.ends_with(".da.md"), "this test reads tags in Danish files only");
        let tags: BTreeSet<String> = tags.trim_end_matches(']').split(", ").map(|tag| tag.trim_matches('"').to_owned()).collect();
        for language in ["da", "en"] {
            written.insert((key.to_owned(), language.to_owned()), tags.clone());
        }
    }
    assert_eq!(written.len(), 2 * (7 + 9));
    assert_eq!(found, written);
}

#[test]
fn the_table_of_goals_says_what_the_pages_show() {
    let rows = rows(&STRATEGY["sdg.csv"]);
    let file = |address: &str| format!("{}index.html", address.strip_prefix(&format!("{BASE}/")).unwrap());
    let addresses: BTreeMap<(&str, &str), &str> =
        rows[1..].iter().map(|row| ((row[0].as_str(), row[2].as_str()), row[6].as_str())).collect();
    let mut goals: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for row in &rows[1..] {
        let [key, kind, language, goal, target, _, address, sections] = [0, 1, 2, 3, 4, 5, 6, 7].map(|column| row[column].as_str());
        // The page shows the tag, as a link to the goal or to the target on its page.
        let html = &STRATEGY[&file(address)];
        let folder = if language == "da" { "/verdensmaal/" } else { "/en/global-goals/" };
        let fragment = if target.is_empty() { String::new() } else { format!("#sdg-{}", target.replace('.', "-")) };
        let shown = |link: &&str| link.starts_with(&format!("{folder}{goal}-")) && link.ends_with(&format!("/{fragment}"));
        assert!(attributes(html, "href").iter().any(shown), "{key} does not show {goal} {target} in {language}");
        // A box stands in the sections that the row names, and in no other.
        let boxes = attributes(&STRATEGY[&file(address)], "href");
        for ((other, _), section) in addresses.iter().filter(|((_, other), _)| *other == language) {
            let link = section.strip_prefix(BASE).unwrap();
            let is_embedded = STRATEGY[&file(section)]
                .split("<article class=\"case")
                .skip(1)
                .any(|html| attributes(html, "href")[0] == address.strip_prefix(BASE).unwrap());
            assert_eq!(sections.split(' ').any(|key| key == *other), is_embedded && kind == "case", "{key} in {other}");
            assert!(!is_embedded || kind != "case" || boxes.contains(&link), "{key} in {other}");
        }
        let listed = goals.entry((language, goal)).or_default();
        listed.insert(address);
        listed.extend(sections.split(' ').filter(|key| !key.is_empty()).map(|key| addresses[&(key, language)]));
    }
    // The page of a goal lists all pages that the table has for it, and no other.
    let all: BTreeSet<&str> = addresses.values().copied().collect();
    let mut seen = 0;
    for (path, html) in STRATEGY.iter().filter(|(path, _)| path.contains("verdensmaal/") || path.contains("global-goals/")) {
        let language = if path.starts_with("en/") { "en" } else { "da" };
        let name = path.trim_end_matches("/index.html").rsplit('/').next().unwrap();
        let number = name.split('-').next().unwrap();
        let Some(expected) = goals.get(&(language, number)) else { continue };
        let main = html.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        let links: BTreeSet<String> = attributes(main, "href").iter().map(|link| format!("{BASE}{link}")).collect();
        let listed: BTreeSet<&str> = all.iter().copied().filter(|address| links.contains(*address)).collect();
        assert_eq!(&listed, expected, "{path}");
        seen += 1;
    }
    assert_eq!(seen, goals.len(), "every goal in the table has its page");
}

/// A site with a section of these tags, and a box that two sections and another page show.
fn tagged(danish: &str, english: &str) -> TestSite {
    TestSite::new()
        .file("content/sections/01-aims.da.md", &format!("---\ntitle: Mål\nsdgs:\n{danish}---\n\n![[c40]]\n"))
        .file("content/sections/01-aims.en.md", &format!("---\ntitle: Aims\nsdgs:\n{english}---\n\n![[c40]]\n"))
        .file("content/pages/more.da.md", "---\ntitle: Mere\n---\n\n![[c40]]\n")
        .file("content/pages/more.en.md", "---\ntitle: More\n---\n\n![[c40]]\n")
        .file("content/sections/02-means.da.md", "---\ntitle: Midler\n---\n\n![[c40]]\n")
        .file("content/sections/02-means.en.md", "---\ntitle: Means\n---\n\n![[c40]]\n")
        .file("content/cases/c40.da.md", "---\ntitle: C40\nsdgs: [13]\n---\n\nTekst.\n")
        .file("content/cases/c40.en.md", "---\ntitle: C40\n---\n\nText.\n")
}

#[test]
fn reasons_with_commas_quotes_breaks_and_danish_letters_come_through_whole() {
    let note = r#""Byen, der \"vil\" æ, ø og å;\nog en linje\r\ntil""#;
    let site =
        tagged(&format!("- {{target: \"13.2\", note: {note}}}\n"), "- {target: \"13.2\", note: 'The city’s \"will\", <b> & more'}\n");
    site.build();
    let rows = rows(&site.read("public/sdg.csv"));
    assert_eq!(rows[1][5], "Byen, der \"vil\" æ, ø og å;\nog en linje\r\ntil");
    assert_eq!(rows[2][5], "The city’s \"will\", <b> & more");
    assert_eq!(rows[1..], rows_of_json(&site.read("public/sdg.json")));
    assert!(!site.read("public/sdg.csv").starts_with('\u{feff}'));
}

#[test]
fn a_reason_is_never_a_formula_for_a_spreadsheet() {
    for note in ["=HYPERLINK(1)", "+45 33 66 33 66", "-1", "@city", "\\tx", "\\rx"] {
        let tags = format!("- {{goal: 13, note: \"{note}\"}}\n");
        let site = tagged(&tags, &tags);
        site.build();
        let (csv, json) = (rows(&site.read("public/sdg.csv")), rows_of_json(&site.read("public/sdg.json")));
        for (row, plain) in csv[1..].iter().zip(&json).take(2) {
            let is_formula = plain[5].starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert_eq!(row[5], if is_formula { format!("'{}", plain[5]) } else { plain[5].clone() });
            assert!(!row[5].starts_with(['=', '+', '-', '@', '\t', '\r']), "{row:?}");
        }
    }
}

#[test]
fn rows_come_in_reading_order_then_by_language_goal_and_target_whatever_the_author_wrote_first() {
    let tags = "- \"17.10\"\n- \"13.a\"\n- 17\n- \"17.2\"\n- \"13.3\"\n- 3\n";
    let site = tagged(tags, tags);
    site.build();
    let rows = rows(&site.read("public/sdg.csv"));
    let told: Vec<String> = rows[1..].iter().map(|row| format!("{} {} {} {} {}", row[0], row[2], row[3], row[4], row[7])).collect();
    let tags = ["3  ", "13 13.3 ", "13 13.a ", "17  ", "17 17.2 ", "17 17.10 "];
    let section = |language: &str| tags.map(|tag| format!("aims {language} {tag}")).to_vec();
    let boxes = ["da", "en"].map(|language| format!("c40 {language} 13  aims means")).to_vec();
    assert_eq!(told, [section("da"), section("en"), boxes].concat());
}

#[test]
fn the_table_has_drafts_only_where_the_site_shows_them_and_each_language_only_its_own() {
    let site = tagged("- 13\n", "- 13\n")
        .file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"))
        .file("content/pages/later.da.md", "---\ntitle: Senere\ndraft: true\nsdgs: [5]\n---\n\nTekst.\n")
        .file("content/pages/later.en.md", "---\ntitle: Later\ndraft: true\n---\n\nText.\n")
        .file("content/pages/only.en.md", "---\ntitle: Only\nsdgs: [6]\n---\n\nText.\n");
    let told = || -> Vec<String> {
        let rows = rows(&site.read("public/sdg.csv"));
        rows[1..].iter().filter(|row| row[1] == "page").map(|row| format!("{} {} {}", row[0], row[2], row[6])).collect()
    };
    site.build();
    assert_eq!(told(), ["only en https://example.org/en/only/"]);
    assert!(site.run(&["build", "--drafts"]).status.success());
    assert_eq!(told().len(), 3);
}

#[test]
fn the_overview_of_the_goals_and_no_other_page_offers_the_tables() {
    for (path, html) in STRATEGY.iter().filter(|(path, _)| path.ends_with(".html")) {
        let is_overview = path == "verdensmaal/index.html" || path == "en/global-goals/index.html";
        for (kind, file) in [("text/csv", "/sdg.csv"), ("application/json", "/sdg.json")] {
            let head = html.split("</head>").next().unwrap();
            let link = head.lines().find(|line| line.starts_with("<link rel=\"alternate\"") && attributes(line, "type") == [kind]);
            assert_eq!(link.map(|line| attributes(line, "href")), is_overview.then(|| vec![file]), "{path}");
        }
    }
}
