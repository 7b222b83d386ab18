//! How hard the texts are to read, as information that makes no fault.

use serde_json::Value;

use crate::site::{SETTINGS, TestSite, text};

const DANISH: &str = "## Overskriften tæller ikke med\n\n| Det gør tabellen |\n|---|\n| heller ikke |\n\nByen vokser. Københavns Kommune vil skabe\nværdi for borgerne, fx med nye løsninger.";
const ENGLISH: &str = "## The heading does not count\n\n| And the table |\n|---|\n| does not either |\n\nThe city grows. We need more homes and better schools.";

/// What `check --readability` tells a program.
fn told(site: &TestSite) -> Value {
    let output = site.run(&["check", "--readability", "--format", "json"]);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stdout)))
}

/// What it tells of a file.
fn half<'a>(told: &'a Value, file: &str) -> &'a Value {
    told["readability"].as_array().unwrap().iter().find(|half| half["file"] == file).unwrap()
}

#[test]
fn each_half_is_measured_by_the_measure_of_its_language() {
    let told = told(&TestSite::new().section("01-climate", DANISH, ENGLISH));
    assert_eq!(told["findings"].as_array().map(Vec::len), Some(0), "{told:#}");
    let danish = half(&told, "content/sections/01-climate.da.md");
    // 13 words in 2 sentences, 4 of them long: 6.5 + 30.77.
    assert_eq!((&danish["measure"], &danish["value"], &danish["band"]), (&"lix".into(), &37.3.into(), &"medium".into()));
    assert_eq!(
        (&danish["key"], &danish["language"], &danish["words"], &danish["sentences"]),
        (&"climate".into(), &"da".into(), &13.into(), &2.into())
    );
    let english = half(&told, "content/sections/01-climate.en.md");
    // 10 words in 2 sentences, 12 syllables: 206.835 - 5.075 - 101.52.
    assert_eq!((&english["measure"], &english["value"], &english["band"]), (&"flesch".into(), &100.2.into(), &"very-easy".into()));
}

#[test]
fn the_five_hardest_sentences_are_told_with_their_places() {
    let sentence = |number: usize| format!("Kommunen skaber {} til borgerne.\n", "uforholdsmæssigheder ".repeat(number));
    let danish: String = (1..=7).map(sentence).collect();
    let told = told(&TestSite::new().section("01-climate", &danish, ENGLISH));
    let hardest = half(&told, "content/sections/01-climate.da.md")["hardest"].as_array().unwrap();
    let places: Vec<(u64, u64)> = hardest.iter().map(|one| (one["line"].as_u64().unwrap(), one["words"].as_u64().unwrap())).collect();
    assert_eq!(places, [(11, 11), (10, 10), (9, 9), (8, 8), (7, 7)]);
    assert_eq!(hardest[0]["file"], "content/sections/01-climate.da.md");
    assert!(hardest[4]["text"].as_str().unwrap().starts_with("Kommunen skaber uforholdsmæssigheder"));
}

#[test]
fn people_are_told_in_a_table_with_what_it_means() {
    let site = TestSite::new().section("01-climate", DANISH, ENGLISH);
    for (language, row, sentence, meaning) in [
        (
            "da",
            "climate     LIX 37, middel",
            "content/sections/01-climate.da.md:11  LIX 47, 11 ord: »Københavns Kommune vil skabe værdi",
            "35 til 44 middel som aviser",
        ),
        (
            "en",
            "climate    LIX 37, medium",
            "content/sections/01-climate.en.md:11  Flesch 103, 7 words: “We need more homes",
            "60 to 79 easy",
        ),
    ] {
        let output = site.run(&["check", "--readability", "--lang", language]);
        let said = text(&output.stdout);
        assert!(output.status.success());
        for part in [row, sentence, meaning] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
}

#[test]
fn it_changes_neither_the_findings_nor_the_exit_status() {
    let site = TestSite::new().section("01-climate", "[[ingen]] er væk.", "[[nobody]] is gone.");
    for strict in [&["check"][..], &["check", "--strict"]] {
        let with: Vec<&str> = strict.iter().copied().chain(["--readability"]).collect();
        let (plain, with) = (site.run(strict), site.run(&with));
        assert_eq!((plain.status.code(), &plain.stderr), (with.status.code(), &with.stderr));
    }
    let fine = TestSite::new().run(&["check", "--strict", "--readability"]);
    assert!(fine.status.success());
}

#[test]
fn a_language_without_a_measure_and_a_half_that_is_missing_are_said_to_be() {
    let site = TestSite::new()
        .file(
            "langebro.yaml",
            &SETTINGS
                .replace("languages: [da, en]", "languages: [da, kl]")
                .replace("en:", "kl:")
                .replace("strangers: en", "missing_half: omit"),
        )
        .file("content/index.kl.md", "---\ntitle: Siunnersuut\n---\n\nIllu angivoq. Nuuk illoqarfiuvoq angisooq.\n")
        .file("content/pages/om.da.md", "---\ntitle: Om\n---\n\nByen vokser, og borgerne er glade.\n");
    site.remove("content/index.en.md");
    let told = told(&site);
    let greenlandic = half(&told, "content/index.kl.md");
    assert_eq!((&greenlandic["measure"], &greenlandic["value"], &greenlandic["sentences"]), (&Value::Null, &Value::Null, &2.into()));
    let said = text(&site.run(&["check", "--readability"]).stdout);
    for part in ["no measure", "–", "There is no measure here for: kl."] {
        assert!(said.contains(part), "{part}: {said}");
    }
}
