//! Whether two halves still say the same is told by what a person last checked: exactly what has changed, on the side on
//! which it has, and nothing else.

use serde::Deserialize;

use crate::findings::DRAWING;
use crate::preview::Preview;
use crate::site::{TestSite, text};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stand {
    key: String,
    language: String,
    state: String,
    blocks: usize,
}

#[derive(Debug, Deserialize)]
struct Change {
    key: String,
    language: String,
    file: String,
    line: Option<u32>,
    old: Option<String>,
    new: Option<String>,
    counterpart: Counterpart,
}

#[derive(Debug, Deserialize)]
struct Counterpart {
    file: String,
    line: Option<u32>,
    text: Option<String>,
}

impl TestSite {
    /// Notes that all pages are checked.
    #[track_caller]
    fn reviewed(self) -> Self {
        self.review(&["--all"]);
        self
    }

    #[track_caller]
    fn review(&self, keys: &[&str]) -> String {
        let output = self.run(&[&["translations", "reviewed"], keys].concat());
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    }

    /// `key language state blocks` of each half that is not in step.
    #[track_caller]
    fn out_of_step(&self) -> Vec<String> {
        let output = self.run(&["translations", "--format", "json"]);
        let stands: Vec<Stand> = serde_json::from_slice(&output.stdout).unwrap();
        assert!(!stands.is_empty());
        let told = |stand: &Stand| format!("{} {} {} {}", stand.key, stand.language, stand.state, stand.blocks);
        stands.iter().filter(|stand| stand.state != "in-step").map(told).collect()
    }

    #[track_caller]
    fn changes(&self) -> Vec<Change> {
        let output = self.run(&["translations", "diff", "--format", "json"]);
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Changes a file.
    #[track_caller]
    fn change(&self, path: &str, from: &str, to: &str) {
        let before = self.read(path);
        assert!(before.contains(from), "{from} is not in {path}");
        self.write(path, before.replacen(from, to, 1).as_bytes());
    }
}

/// A section with a box, checked.
fn site() -> TestSite {
    let danish = "København er med i tre netværk.\n\n## Byer\n\nDer er 1.300 byer.\n\n- klima\n- børn\n\n![[c40]]";
    let english = "Copenhagen is part of three networks.\n\n## Cities\n\nThere are 1,300 cities.\n\n- climate\n- children\n\n![[c40]]";
    TestSite::new().case("c40", "Byer for klimaet.", "Cities for the climate.").section("01-networks", danish, english).reviewed()
}

const DANISH: &str = "content/sections/01-networks.da.md";
const ENGLISH: &str = "content/sections/01-networks.en.md";

#[test]
fn pages_that_a_person_has_checked_are_in_step() {
    let site = site();
    assert_eq!(site.out_of_step(), Vec::<String>::new());
    assert_eq!(site.places(), Vec::<String>::new());
    assert!(text(&site.run(&["translations", "--lang", "da"]).stdout).contains("Alle 3 sider følges ad."));
    assert!(text(&site.run(&["translations", "--lang", "en"]).stdout).contains("All 3 pages are in step."));
}

#[test]
fn the_shipped_strategy_has_been_checked() {
    let site = TestSite::strategy();
    assert_eq!(site.out_of_step(), Vec::<String>::new());
    assert_eq!(site.places(), Vec::<String>::new());
}

#[test]
fn what_nobody_has_checked_is_unreviewed_and_no_fault() {
    let site = TestSite::new().case("c40", "Byer.\n\nKlima.", "Cities.\n\nClimate.");
    let expected = ["index da unreviewed 2", "index en unreviewed 2", "c40 da unreviewed 3", "c40 en unreviewed 3"];
    assert_eq!(site.out_of_step(), expected);
    assert_eq!(site.places(), Vec::<String>::new());
    site.review(&["c40"]);
    assert_eq!(site.out_of_step(), &expected[..2]);
}

#[test]
fn a_paragraph_that_changed_is_told_at_its_place_with_the_old_words_and_its_counterpart() {
    for (here, there, language, other, from, to, beside) in [
        (DANISH, ENGLISH, "da", "en", "tre netværk", "fire netværk", "Copenhagen is part of three networks."),
        (ENGLISH, DANISH, "en", "da", "three networks", "four networks", "København er med i tre netværk."),
    ] {
        let site = site();
        site.change(here, from, to);
        let mut states = [format!("networks {language} changed-here 1"), format!("networks {other} changed-there 1")];
        states.sort();
        assert_eq!(site.out_of_step(), states);
        let [change] = &site.changes()[..] else { panic!("{:?}", site.changes()) };
        assert_eq!(
            (change.key.as_str(), change.language.as_str(), change.file.as_str(), change.line),
            ("networks", language, here, Some(5))
        );
        assert!(change.old.as_ref().unwrap().contains(from) && change.new.as_ref().unwrap().contains(to));
        assert_eq!((change.counterpart.file.as_str(), change.counterpart.line), (there, Some(5)));
        assert_eq!(change.counterpart.text.as_deref(), Some(beside));
        let stale: Vec<_> = site.findings().into_iter().filter(|found| found.code == "stale-half").collect();
        let [stale] = &stale[..] else { panic!("{stale:?}") };
        assert_eq!((stale.severity.as_str(), stale.file.as_deref(), stale.line), ("warning", Some(here), Some(5)));
        assert!(stale.help.contains(&format!("{there}:5")), "{}", stale.help);
    }
}

#[test]
fn one_table_shows_where_danish_is_newer_and_where_english_is() {
    let site = site();
    site.change(DANISH, "- børn", "- unge");
    site.change("content/cases/c40.en.md", "Cities", "Big cities");
    let table = text(&site.run(&["translations", "--lang", "da"]).stdout);
    let row = |key: &str| table.lines().find(|line| line.starts_with(key)).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(row("networks"), "networks nyere på dansk 1 sted viser c40: nyere på engelsk");
    assert_eq!(row("c40"), "c40 nyere på engelsk 1 sted");
    let table = text(&site.run(&["translations", "--lang", "en"]).stdout);
    assert!(
        table.contains("newer in Danish") && table.contains("newer in English") && table.contains("3 pages: 1 in step, 2 changed."),
        "{table}"
    );
}

#[test]
fn a_box_that_changed_is_told_once_as_a_box() {
    let site = site();
    site.change("content/cases/c40.da.md", "Byer for klimaet.", "Storbyer for klimaet.");
    assert_eq!(site.out_of_step(), ["c40 da changed-here 1", "c40 en changed-there 1"]);
    assert_eq!(site.places(), ["stale-half content/cases/c40.da.md:5:1"]);
}

#[test]
fn what_changed_on_both_sides_is_told_on_both() {
    let site = site();
    site.change(DANISH, "- børn", "- unge");
    site.change(ENGLISH, "- children", "- young people");
    assert_eq!(site.out_of_step(), ["networks da changed-both 2", "networks en changed-both 2"]);
    assert_eq!(site.places(), [format!("stale-half {DANISH}:11:1"), format!("stale-half {ENGLISH}:11:1")]);
    site.review(&["networks"]);
    assert_eq!(site.out_of_step(), Vec::<String>::new());
}

#[test]
fn what_is_new_and_what_has_gone_is_told_as_such() {
    let site = site();
    site.change(DANISH, "## Byer", "Et nyt afsnit.\n\n## Byer");
    site.change(DANISH, "- klima\n- børn\n\n", "");
    let changes = site.changes();
    let told: Vec<_> =
        changes.iter().map(|change| (change.old.as_deref(), change.new.as_deref(), change.counterpart.text.as_deref())).collect();
    assert_eq!(told, [(None, Some("Et nyt afsnit."), None), (Some("- klima\n- børn"), None, Some("- climate\n- children"))]);
}

#[test]
fn title_description_notes_and_footnotes_are_checked_too() {
    let front = |title: &str, note: &str| {
        format!("---\ntitle: {title}\ndescription: D\nsdgs: [{{goal: 13, note: \"{note}\"}}]\n---\n\nA.[^x]\n\n[^x]: N\n")
    };
    let site = TestSite::new()
        .file("content/pages/a.da.md", &front("En", "Fordi"))
        .file("content/pages/a.en.md", &front("One", "Because"))
        .reviewed();
    for (from, to) in [("title: En", "title: To"), ("description: D", "description: E"), ("Fordi", "Derfor"), ("[^x]: N", "[^x]: M")] {
        site.change("content/pages/a.da.md", from, to);
        assert_eq!(site.out_of_step(), ["a da changed-here 1", "a en changed-there 1"], "{to}");
        site.change("content/pages/a.da.md", to, from);
    }
    // Facts that are no words: they are the same in both halves, or a finding of their own.
    site.change("content/pages/a.da.md", "description: D", "description: D\ndate: 2026-01-01\nslug: en-anden\nextra: {a: b}");
    assert_eq!(site.out_of_step(), Vec::<String>::new());
}

#[test]
fn setting_a_text_anew_raises_no_alarm() {
    let site = TestSite::strategy().reviewed();
    for path in crate::site::files(&site.path("content")).keys().filter(|path| path.ends_with(".md")) {
        let path = format!("content/{path}");
        let wrapped = rewrapped(&site.read(&path));
        site.write(&path, wrapped.as_bytes());
    }
    assert_eq!(site.out_of_step(), Vec::<String>::new());
    assert_eq!(site.places(), Vec::<String>::new());
}

/// A text with other line breaks, other bullets, CRLF, and emphasis set with other signs.
fn rewrapped(text: &str) -> String {
    let (front, body) = text.split_at(text[4..].find("---\n").unwrap() + 8);
    let wrap = |line: &str| {
        let is_prose = line.len() > 60 && !line.starts_with(['#', '|', '[', '>', '-', '!', ':']) && !line.as_bytes()[0].is_ascii_digit();
        if is_prose { line.replacen(". ", ".\n", 2) } else { line.to_owned() }
    };
    let body: Vec<String> =
        body.lines().map(wrap).map(|line| if line.starts_with("- ") { line.replacen("- ", "*   ", 1) } else { line }).collect();
    format!("{front}{}\n", body.join("\n")).replace('\n', "\r\n")
}

#[test]
fn links_that_lead_elsewhere_and_pictures_of_another_name_raise_no_alarm() {
    let body = "[Byen](https://a.example) og [[index|forsiden]], *ja*.\n\n![Havnen](a.svg \"Foto\")";
    let site = TestSite::new().file("content/media/a.svg", DRAWING).file("content/media/b.svg", DRAWING).case("c40", body, body).reviewed();
    site.change("content/cases/c40.da.md", "https://a.example", "https://b.example/c");
    site.change("content/cases/c40.da.md", "[[index|", "[[c40|");
    site.change("content/cases/c40.da.md", "*ja*", "**ja**");
    assert_eq!(site.out_of_step(), Vec::<String>::new());
    site.change("content/cases/c40.da.md", "Havnen", "Havet");
    assert_eq!(site.out_of_step(), ["c40 da changed-here 1", "c40 en changed-there 1"]);
}

#[test]
fn a_page_keeps_its_record_under_another_number_another_folder_and_another_key() {
    let site = site();
    for (from, to) in [("01-networks", "07-networks"), ("07-networks", "07-city-networks")] {
        for language in ["da", "en"] {
            let path = |stem: &str| format!("content/sections/{stem}.{language}.md");
            site.write(&path(to), site.read(&path(from)).as_bytes());
            site.remove(&path(from));
        }
        assert_eq!(site.out_of_step(), Vec::<String>::new(), "{to}");
        assert_eq!(site.places(), Vec::<String>::new(), "{to}");
    }
    // A change is told of the page of the new key, and checking it puts the record under that.
    site.change("content/sections/07-city-networks.da.md", "tre", "fire");
    assert_eq!(site.out_of_step(), ["city-networks da changed-here 1", "city-networks en changed-there 1"]);
    site.review(&["city-networks"]);
    assert!(site.path("content/reviews/city-networks.yaml").exists() && !site.path("content/reviews/networks.yaml").exists());
    assert_eq!(site.out_of_step(), Vec::<String>::new());
}

#[test]
fn a_record_of_a_page_that_has_gone_is_told() {
    let site = site();
    site.remove(DANISH);
    site.remove(ENGLISH);
    assert_eq!(site.places(), ["review-without-page content/reviews/networks.yaml:1:1"]);
}

#[test]
fn a_draft_keeps_its_record_and_its_faults_to_itself() {
    let site = site();
    for path in [DANISH, ENGLISH] {
        site.change(path, "---\n", "---\ndraft: true\n");
    }
    assert_eq!(site.places(), Vec::<String>::new());
    assert_eq!(site.out_of_step(), Vec::<String>::new());
}

#[test]
fn a_half_that_is_missing_or_a_draft_beside_one_that_is_none_is_told_as_missing() {
    let site = site();
    site.remove(ENGLISH);
    assert_eq!(site.out_of_step(), ["networks da unreviewed 6", "networks en missing 6"]);
    let output = site.run(&["translations", "reviewed", "networks"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("not there in English"), "{}", text(&output.stderr));
    let site = self::site();
    site.change(DANISH, "---\n", "---\ndraft: true\n");
    assert_eq!(site.out_of_step(), ["networks da missing 6", "networks en unreviewed 6"]);
    let all = site.review(&["--all"]);
    assert!(all.contains("1 page is not there in every language") && all.contains("networks"), "{all}");
}

#[test]
fn a_damaged_record_is_a_finding_and_the_page_counts_as_never_checked() {
    let site = site();
    let path = "content/reviews/c40.yaml";
    let record = site.read(path);
    site.change(path, "  - da:", "<<<<<<< HEAD\n  - da:");
    assert_eq!(site.places(), [format!("review-damaged {path}:4:1")]);
    assert_eq!(site.out_of_step(), ["c40 da unreviewed 2", "c40 en unreviewed 2"]);
    let danish = &site.findings_in("da")[0];
    assert!(danish.message.contains("kan ikke læses") && danish.help.contains("langebro translations reviewed"));
    site.review(&["c40"]);
    assert_eq!(site.read(path), record);
    site.write("content/reviews/c40.yaml", b"\xff");
    assert_eq!(site.places(), [format!("not-utf8 {path}:1:1")]);
}

#[test]
fn a_site_may_refuse_to_publish_what_nobody_has_checked_again() {
    let site = site();
    site.change(DANISH, "tre", "fire");
    site.build();
    assert_eq!(site.run(&["check", "--strict"]).status.code(), Some(1));
    site.change("langebro.yaml", "strangers: en", "strangers: en\nstale_half: error");
    assert_eq!(site.run(&["build"]).status.code(), Some(1));
    assert_eq!(site.findings()[0].severity, "error");
}

#[test]
fn checking_a_page_again_writes_nothing_and_checking_one_leaves_the_others() {
    let site = site();
    let before = crate::site::files(&site.path("content/reviews"));
    assert!(site.review(&["--all"]).contains("nothing was written"));
    site.change(DANISH, "tre", "fire");
    site.change("content/cases/c40.da.md", "Byer", "Storbyer");
    site.review(&["c40"]);
    let after = crate::site::files(&site.path("content/reviews"));
    assert_eq!(before.keys().collect::<Vec<_>>(), ["c40.yaml", "index.yaml", "networks.yaml"]);
    let changed: Vec<_> = before.keys().filter(|name| before[*name] != after[*name]).collect();
    assert_eq!(changed, ["c40.yaml"]);
    assert_eq!(site.out_of_step(), ["networks da changed-here 1", "networks en changed-there 1"]);
}

#[test]
fn a_key_that_does_not_exist_is_answered_with_the_one_that_was_meant() {
    let site = site();
    for (language, said) in [("da", "Mente du `networks`?"), ("en", "Did you mean `networks`?")] {
        let output = site.run(&["translations", "reviewed", "netwroks", "--lang", language]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains(said), "{}", text(&output.stderr));
    }
    assert_eq!(site.run(&["translations", "reviewed"]).status.code(), Some(2));
}

#[test]
fn of_three_languages_each_is_held_against_the_first() {
    let site = TestSite::new()
        .file("langebro.yaml", "title: S\nbase_url: https://example.org/\nlanguages: [da, en, de]\npublisher: H\nmissing_half: omit\n")
        .case("c40", "Byer.", "Cities.")
        .file("content/cases/c40.de.md", "---\ntitle: Fall\n---\n\nStädte.\n")
        .reviewed();
    let states = |site: &TestSite| site.out_of_step().into_iter().filter(|stand| stand.starts_with("c40")).collect::<Vec<_>>();
    assert_eq!(states(&site), Vec::<String>::new());
    site.change("content/cases/c40.de.md", "Städte", "Großstädte");
    assert_eq!(states(&site), ["c40 da changed-there 1", "c40 de changed-here 1"]);
    site.change("content/cases/c40.da.md", "Byer", "Storbyer");
    assert_eq!(states(&site), ["c40 da changed-both 2", "c40 en changed-there 1", "c40 de changed-both 2"]);
}

#[test]
fn a_site_in_one_language_has_nothing_to_hold_against_each_other() {
    let settings = "title: S\nbase_url: https://example.org/\nlanguages: [da]\npublisher: H\n";
    let site = TestSite::empty().file("langebro.yaml", settings).file("content/index.da.md", "---\ntitle: S\n---\n\nForside.\n");
    assert!(text(&site.run(&["translations"]).stdout).contains("no pages in more than one language"));
    assert_eq!(text(&site.run(&["translations", "--format", "json"]).stdout).trim(), "[]");
    site.review(&["--all"]);
    assert!(!site.path("content/reviews").exists());
}

#[test]
fn the_author_sees_side_by_side_what_has_changed_block_by_block() {
    let site = site();
    let preview = Preview::start(&site);
    let mut events = preview.events();
    let seen = || {
        let html = preview.get("/_langebro/side-by-side/networks").1;
        html.split_once("<main").unwrap().1.to_owned()
    };
    assert!(seen().contains("Somebody has checked that the two languages say the same."));
    site.change(DANISH, "tre netværk", "fire netværk");
    events.next().unwrap();
    let html = seen();
    assert!(html.contains("1 passage in Danish"), "{html}");
    let cell = |text: &str| html.split("side-cell").find(|cell| cell.contains(text)).unwrap_or_else(|| panic!("{text}: {html}"));
    assert!(cell("fire netværk").contains("<del lang=\"da\">København er med i tre netværk.</del>"));
    assert!(cell("three networks").contains("The text beside this, in Danish, has changed."));
    assert!(!cell("1.300 byer").contains("side-note"));
    site.change(DANISH, "- klima\n- børn\n\n", "");
    events.next().unwrap();
    let html = seen();
    let cell = html.split("side-cell").find(|cell| cell.contains("<li>climate")).unwrap();
    assert!(cell.contains("the following was deleted: <del lang=\"da\">- klima\n- børn</del>"), "{cell}");
    // Whoever checks the page in another window sees it here.
    site.review(&["networks"]);
    events.next().unwrap();
    assert!(seen().contains("Somebody has checked that the two languages say the same."));
    site.change("content/reviews/networks.yaml", "da/en", "da/sv");
    events.next().unwrap();
    assert!(seen().contains("Nobody has yet checked"));
}

#[test]
fn the_panel_of_the_preview_tells_of_a_stale_half_in_the_authors_language() {
    let site = site();
    site.change(ENGLISH, "three", "four");
    for (language, said) in [("da", "siden er ændret på engelsk, men ikke på dansk"), ("en", "changed in English but not in Danish")] {
        let preview = Preview::start_with(&site, &["--lang", language]);
        assert!(preview.get("/_langebro/page?address=/en/section-networks/&page=").1.contains(said));
    }
}

#[test]
fn a_change_of_the_strategy_gives_exactly_the_report_that_it_should() {
    let changed = |path: &str, from: &str, to: &str, expected: &[&str]| {
        let site = TestSite::strategy();
        site.change(path, from, to);
        assert_eq!(site.places(), expected, "{path}");
    };
    let c40 = "content/cases/c40.da.md";
    changed(c40, "I 2019 var København vært", "I København var byen i 2019 vært", &["stale-half content/cases/c40.da.md:23:1"]);
    changed(
        "content/cases/who-healthy-cities.en.md",
        "1,300",
        "1,400",
        &[
            "parity-figures content/cases/who-healthy-cities.da.md:20:86",
            "stale-half content/cases/who-healthy-cities.en.md:18:1",
            "parity-figures content/cases/who-healthy-cities.en.md:18:113",
        ],
    );
    let site = TestSite::strategy();
    let organisation = "content/sections/06-organisation.da.md";
    site.write(organisation, format!("{}\n## Nyt\n\nEn ny tekst om byer.\n", site.read(organisation)).as_bytes());
    let expected = [
        "stale-half content/sections/06-organisation.da.md:26:1",
        "parity-headings content/sections/06-organisation.da.md:26:1",
        "parity-headings content/sections/06-organisation.en.md:22:1",
    ];
    assert_eq!(site.places(), expected);
    // Another number is another place in the order, and nothing else.
    let site = TestSite::strategy();
    for language in ["da", "en"] {
        let path = |number: &str| format!("content/sections/{number}-mega-events.{language}.md");
        site.write(&path("09"), site.read(&path("05")).as_bytes());
        site.remove(&path("05"));
    }
    assert_eq!((site.places(), site.out_of_step()), (Vec::new(), Vec::new()));
}
