//! What readers can find, and what is published for it. How words belong together is tested in a browser.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::preview::Preview;
use crate::site::{TestSite, text};

/// An index as the search page reads it.
struct Index {
    words: Vec<String>,
    /// The places of each word: page, passage, weight.
    places: Vec<Vec<(usize, usize, u64)>>,
    pages: Vec<Value>,
}

impl Index {
    /// Reads what was published at the root or below `en/`.
    fn of(files: &BTreeMap<String, Vec<u8>>, front: &str) -> Self {
        let json = |path: &str| serde_json::from_slice::<Value>(&files[path.trim_start_matches('/')]).unwrap();
        let head = json(&format!("{front}search.json"));
        let mut words: Vec<String> = Vec::new();
        for coded in head["words"].as_str().unwrap().split(' ') {
            let same = usize::from_str_radix(&coded[..1], 36).unwrap();
            let word = words.last().map_or(String::new(), |last| last.chars().take(same).collect()) + &coded[1..];
            words.push(word);
        }
        let all = |name: &str| -> Vec<Value> {
            let parts = head[name].as_array().unwrap().iter();
            parts.flat_map(|part| json(part[1].as_str().unwrap()).as_array().unwrap().clone()).collect()
        };
        let list = |list: &Value| {
            let numbers: Vec<u64> = list.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect();
            let mut page = 0;
            let step = |place: &[u64]| {
                page += place[0] as usize;
                (page, place[1] as usize, place[2])
            };
            numbers.chunks(3).map(step).collect()
        };
        Self { words, places: all("postings").iter().map(list).collect(), pages: all("texts") }
    }

    /// Where a word stands: address, and anchor where there is one.
    fn find(&self, word: &str) -> Vec<String> {
        let Ok(at) = self.words.binary_search(&word.to_owned()) else { return Vec::new() };
        let place = |&(page, passage, _): &(usize, usize, u64)| {
            let page = &self.pages[page];
            let anchor = page["p"][passage][0].as_str().unwrap();
            let address = page["a"].as_str().unwrap();
            if anchor.is_empty() { address.to_owned() } else { format!("{address}#{anchor}") }
        };
        self.places[at].iter().map(place).collect()
    }
}

fn site() -> TestSite {
    TestSite::new()
        .section(
            "01-aims",
            "Før.\n\n## Broer {#broer}\n\nVi *bygger*[^1] med [[c40]].\n\n![[c40]]\n\n[^1]: Fodnoten.",
            "Before.\n\n## Bridges {#bridges}\n\nWe *build*[^1] with [[c40]].\n\n![[c40]]\n\n[^1]: Footnote.",
        )
        .case("c40", "Om København.", "On Copenhagen.")
}

#[test]
fn every_word_of_a_text_leads_to_the_heading_under_which_it_stands() {
    let site = site();
    site.build();
    let files = site.published();
    for (front, places) in [
        (
            "",
            [
                ("foer", vec!["/afsnit-aims/"]),
                ("broer", vec!["/afsnit-aims/#broer"]),
                ("bygger", vec!["/afsnit-aims/#broer"]),
                ("fodnoten", vec!["/afsnit-aims/#broer"]),
                ("koebenhavn", vec!["/cases/casen-c40/"]),
                ("c40", vec!["/afsnit-aims/#broer", "/cases/casen-c40/"]),
                ("1", vec![]),
            ],
        ),
        (
            "en/",
            [
                ("before", vec!["/en/section-aims/"]),
                ("bridges", vec!["/en/section-aims/#bridges"]),
                ("build", vec!["/en/section-aims/#bridges"]),
                ("footnote", vec!["/en/section-aims/#bridges"]),
                ("copenhagen", vec!["/en/cases/the-c40-case/"]),
                ("c40", vec!["/en/section-aims/#bridges", "/en/cases/the-c40-case/"]),
                ("bygger", vec![]),
            ],
        ),
    ] {
        let index = Index::of(&files, front);
        for (word, expected) in places {
            assert_eq!(index.find(word), expected, "{word}");
        }
    }
}

#[test]
fn a_word_counts_for_more_in_a_title_or_heading_than_in_the_text() {
    let site = TestSite::new()
        .section("01-a", "Havnen.\n\n## Havnen her\n\nTekst.", "Harbour.\n\n## Harbour here\n\nText.")
        .file("content/pages/b.da.md", "---\ntitle: Havnen\n---\n\nTekst.\n")
        .file("content/pages/b.en.md", "---\ntitle: Harbour\n---\n\nText.\n");
    site.build();
    let files = site.published();
    for (front, word) in [("", "havnen"), ("en/", "harbour")] {
        let index = Index::of(&files, front);
        let places = &index.places[index.words.binary_search(&word.to_owned()).unwrap()];
        let weights: Vec<u64> = places.iter().map(|(_, _, weight)| *weight).collect();
        assert!(weights.len() == 3 && weights[0] < weights[1] && weights[1] < weights[2], "{weights:?}");
    }
}

#[test]
fn goals_terms_and_lists_are_found_by_their_names() {
    let site = TestSite::strategy();
    site.build();
    let files = site.published();
    for (front, finds) in [
        ("", [("klimaindsats", "/verdensmaal/13-klimaindsats/"), ("inspirere", "/formaal/inspirere/"), ("cases", "/cases/")]),
        ("en/", [("climate", "/en/global-goals/13-climate-action/"), ("inspire", "/en/purposes/inspire/"), ("cases", "/en/cases/")]),
    ] {
        let index = Index::of(&files, front);
        for (word, address) in finds {
            assert!(index.find(word).iter().any(|found| found == address), "{word}: {:?}", index.find(word));
        }
    }
}

#[test]
fn a_draft_is_not_found() {
    let draft = "---\ntitle: Hemmelig\ndraft: true\n---\n\nUsagt.\n";
    let site = site().file("content/pages/b.da.md", draft).file("content/pages/b.en.md", draft);
    site.build();
    let all: Vec<u8> = site.published().into_iter().filter(|(path, _)| path.contains("search")).flat_map(|(_, bytes)| bytes).collect();
    let all = text(&all);
    assert!(all.contains("koebenhavn") && !all.contains("hemmelig") && !all.contains("usagt"));
}

#[test]
fn a_text_that_stands_in_for_another_is_found_in_its_own_language_alone() {
    let settings = site().read("langebro.yaml") + "missing_half: notice\n";
    let site = site().file("langebro.yaml", &settings).file("content/pages/b.en.md", "---\ntitle: Alone\n---\n\nUnderstudy.\n");
    site.build();
    assert!(site.page("/alone/").contains("Understudy"));
    let files = site.published();
    assert_eq!(Index::of(&files, "").find("understudy"), Vec::<String>::new());
    assert_eq!(Index::of(&files, "en/").find("understudy"), ["/en/alone/"]);
}

#[test]
fn every_page_has_a_field_that_leads_to_the_search_of_its_language() {
    let site = site();
    site.build();
    for (pages, search) in
        [(["/", "/afsnit-aims/", "/verdensmaal/"], "/soeg/"), (["/en/", "/en/section-aims/", "/en/global-goals/"], "/en/search/")]
    {
        for page in pages {
            assert!(site.page(page).contains(&format!("action=\"{search}\"")), "{page}");
        }
        assert!(site.read("public/sitemap.xml").contains(search));
    }
    assert!(site.read("public/404.html").contains("action=\"/soeg/\""));
    assert!(site.read("public/en/404.html").contains("action=\"/en/search/\""));
}

#[test]
fn a_site_goes_without_search_and_nothing_of_it_is_left() {
    let site = site();
    let settings = site.read("langebro.yaml");
    site.build();
    let site = site.file("langebro.yaml", &(settings.clone() + "search: false\n"));
    site.build();
    let files = site.published();
    let left: Vec<&String> = files.keys().filter(|path| path.contains("search") || path.contains("soeg")).collect();
    // What a page may still ask for that is open somewhere goes with the next change.
    assert!(left.iter().all(|path| path.starts_with("assets/")), "{left:?}");
    let site = site.case("c40", "Om byen.", "On the city.");
    site.build();
    assert!(site.published().keys().all(|path| !path.contains("search")));
    for page in ["/", "/en/", "/afsnit-aims/"] {
        assert!(!site.page(page).contains("<search"), "{page}");
    }
    for (lost, promise) in [("public/404.html", "Søg efter"), ("public/en/404.html", "Search for")] {
        assert!(!site.read(lost).contains("<search") && !site.read(lost).contains(promise), "{lost}");
    }
    // The word is free for a page of the author's.
    let site = site
        .file("content/pages/b.da.md", "---\ntitle: Søg\nslug: soeg\n---\n\nHer.\n")
        .file("content/pages/b.en.md", "---\ntitle: Seek\nslug: search\n---\n\nHere.\n");
    assert_eq!(site.places(), ["vanished-address"; 0]);
    let site = site.file("langebro.yaml", &settings);
    assert_eq!(site.places(), ["address-clash content/pages/b.da.md:3:1", "address-clash content/pages/b.en.md:3:1"]);
}

#[test]
fn the_words_in_the_address_of_the_search_may_be_chosen() {
    let site = site();
    let settings = site.read("langebro.yaml") + "addresses: {search: {da: find, en: seek}}\n";
    let site = site.file("langebro.yaml", &settings);
    site.build();
    assert!(site.page("/find/").contains("id=\"_find\"") && site.page("/en/seek/").contains("id=\"_find\""));
}

#[test]
fn what_is_kept_for_good_has_its_content_in_its_name_and_what_did_not_change_stays() {
    let site = site();
    site.build();
    let parts =
        |site: &TestSite| -> Vec<String> { site.published().into_keys().filter(|path| path.starts_with("assets/search/")).collect() };
    let before = parts(&site);
    let site = site.case("c40", "Om Aarhus.", "On Copenhagen.");
    site.build();
    let after = parts(&site);
    let new: Vec<&String> = after.iter().filter(|path| !before.contains(path)).collect();
    assert!(new.len() == 2 && new.iter().all(|path| path.contains("/da-")), "{new:?}");
    // Whoever has the search open goes on with the files that it knows.
    assert!(before.len() == 4 && before.iter().all(|path| after.contains(path)), "{before:?} {after:?}");
    assert_eq!(Index::of(&site.published(), "").find("aarhus"), ["/cases/casen-c40/"]);
}

#[test]
fn the_preview_finds_what_was_saved_last() {
    let site = site();
    let preview = Preview::start(&site);
    let found = |front: &str, word: &str| {
        let head: Value = serde_json::from_str(&preview.get(&format!("/{front}search.json")).1).unwrap();
        let mut files = BTreeMap::from([(format!("{front}search.json"), head.to_string().into_bytes())]);
        for part in ["postings", "texts"].iter().flat_map(|name| head[name].as_array().unwrap()) {
            let path = part[1].as_str().unwrap();
            let (status, body) = preview.get(path);
            assert_eq!(status, 200, "{path}");
            files.insert(path[1..].to_owned(), body.into_bytes());
        }
        Index::of(&files, front).find(word)
    };
    assert_eq!(found("", "koebenhavn"), ["/cases/casen-c40/"]);
    let mut events = preview.events();
    let site = site.file("content/cases/c40.da.md", "---\ntitle: Casen c40\n---\n\nOm Aarhus.\n");
    events.next().unwrap();
    assert_eq!(found("", "koebenhavn"), Vec::<String>::new());
    assert_eq!(found("", "aarhus"), ["/cases/casen-c40/"]);
    assert_eq!(found("en/", "copenhagen"), ["/en/cases/the-c40-case/"]);
    site.build();
    let published = site.published();
    assert_eq!(preview.get("/search.json").1.into_bytes(), published["search.json"]);
}
