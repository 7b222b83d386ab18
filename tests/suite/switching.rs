//! From the place that one is reading to the same place in the other language.

use crate::links::attributes;
use crate::site::{SETTINGS, TestSite};

/// The links at the headings of a page to another language: where each leads, and what it is called.
fn bridges(html: &str) -> Vec<(String, String)> {
    let links = html.split("<a class=\"bridge\"").skip(1).map(|rest| rest.split('>').next().unwrap());
    links.map(|link| (attributes(link, "href")[0].to_owned(), attributes(link, "aria-label")[0].to_owned())).collect()
}

/// [`bridges`] of both halves of `aims`, written `ADDRESS NAME`.
fn both(danish: &str, english: &str) -> [Vec<String>; 2] {
    let site = TestSite::new().section("01-aims", danish, english);
    site.build();
    ["/afsnit-aims/", "/en/section-aims/"]
        .map(|address| bridges(&site.page(address)).iter().map(|(address, name)| format!("{address} {name}")).collect())
}

#[test]
fn from_each_heading_a_link_leads_to_the_same_one_in_the_other_language() {
    let [danish, english] = both("Intro.\n\n## Byer & havn\n\nTekst.\n\n## Klima", "Intro.\n\n## Cities {#town}\n\nText.\n\n## Climate");
    assert_eq!(
        danish,
        [
            "/en/section-aims/#town EN – the same place in English: ‘Cities’",
            "/en/section-aims/#climate EN – the same place in English: ‘Climate’",
        ]
    );
    assert_eq!(
        english,
        ["/afsnit-aims/#byer-havn DA – samme sted på dansk: »Byer &amp; havn«", "/afsnit-aims/#klima DA – samme sted på dansk: »Klima«",]
    );
}

#[test]
fn the_link_shows_the_language_and_says_which_it_is_after_the_heading_and_not_in_it() {
    let site = TestSite::new().section("01-aims", "## Byer", "## Cities");
    site.build();
    let html = site.page("/afsnit-aims/");
    let expected = "</h2> <a class=\"anchor\" href=\"#byer\" aria-label=\"Link til afsnittet »Byer«\"></a> \
        <a class=\"bridge\" href=\"/en/section-aims/#cities\" lang=\"en\" hreflang=\"en\" \
        aria-label=\"EN – the same place in English: ‘Cities’\">EN</a></div>";
    assert!(html.contains(expected), "{html}");
}

#[test]
fn a_heading_that_one_language_has_more_leads_to_the_nearest_above_it_and_says_so() {
    let [danish, english] = both("## Byer\n\nTekst.\n\n## Havne\n\n- en liste\n\n## Klima", "## Cities\n\nText.\n\n## Climate");
    assert_eq!(
        danish,
        [
            "/en/section-aims/#cities EN – the same place in English: ‘Cities’",
            "/en/section-aims/#climate EN – the same place in English: ‘Climate’",
            "/en/section-aims/#climate EN – the nearest place in English: ‘Climate’",
        ],
        "which of two equal headings is new cannot be told, but none leads astray"
    );
    assert_eq!(english, ["/afsnit-aims/#byer DA – samme sted på dansk: »Byer«", "/afsnit-aims/#havne DA – samme sted på dansk: »Havne«"]);
}

#[test]
fn a_heading_above_all_that_have_a_counterpart_leads_to_the_top_of_the_page() {
    let [danish, english] = both("## Nyt\n\nTekst.", "Text.");
    assert_eq!(danish, ["/en/section-aims/ EN – the page in English: ‘Section aims’"]);
    assert_eq!(english, Vec::<String>::new());
    let [danish, english] = both("Tekst.", "## News\n\nText.");
    assert_eq!(danish, Vec::<String>::new());
    assert_eq!(english, ["/afsnit-aims/ DA – siden på dansk: »Afsnit aims«"]);
}

#[test]
fn deeper_headings_tell_the_script_where_they_are_in_the_other_language() {
    let site = TestSite::new().section(
        "01-aims",
        "## Byer\n\n### Havn\n\n#### Bad\n\n##### Dybt\n\n### Kun her",
        "## Cities\n\n### Harbour\n\n#### Baths\n\n##### Deep",
    );
    site.build();
    for (address, headings) in [
        (
            "/afsnit-aims/",
            [
                "<h3 id=\"havn\" data-en=\"harbour\">Havn</h3>",
                "<h4 id=\"bad\" data-en=\"baths\">Bad</h4>",
                "<h5 id=\"dybt\">",
                "<h3 id=\"kun-her\">Kun",
            ],
        ),
        (
            "/en/section-aims/",
            [
                "<h3 id=\"harbour\" data-da=\"havn\">Harbour</h3>",
                "<h4 id=\"baths\" data-da=\"bad\">Baths</h4>",
                "<h5 id=\"deep\">",
                "<h2 id=\"cities\">",
            ],
        ),
    ] {
        let html = site.page(address);
        for heading in headings {
            assert!(html.contains(heading), "{heading}: {html}");
        }
        assert_eq!(bridges(&html).len(), 1, "no link but at the outermost: {html}");
    }
}

#[test]
fn a_box_leads_across_on_its_own_page_and_not_where_it_is_shown() {
    let site = TestSite::new().section("01-aims", "## Byer\n\n![[city]]", "## Cities\n\n![[city]]").case(
        "city",
        "## Baggrund\n\n### Mere",
        "## Background\n\n### More",
    );
    site.build();
    for (section, own, name) in [
        ("/afsnit-aims/", "/cases/casen-city/", "EN – the same place in English: ‘Background’"),
        ("/en/section-aims/", "/en/cases/the-city-case/", "DA – samme sted på dansk: »Baggrund«"),
    ] {
        assert_eq!(bridges(&site.page(section)).len(), 1);
        assert!(!site.page(section).contains("data-"), "{}", site.page(section));
        assert_eq!(bridges(&site.page(own))[0].1, name);
    }
}

#[test]
fn where_there_is_no_other_half_no_heading_leads_to_it() {
    let text = |title: &str| format!("---\ntitle: {title}\n---\n\n## A\n\n### B\n");
    let site = TestSite::new()
        .file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"))
        .file("content/sections/01-aims.da.md", &text("Mål"))
        .file("content/sections/02-means.en.md", &text("Means"));
    site.build();
    for address in ["/maal/", "/en/means/"] {
        let html = site.page(address);
        assert!(bridges(&html).is_empty() && !html.contains("data-"), "{html}");
    }
}

#[test]
fn with_three_languages_a_heading_leads_to_each_of_the_others() {
    let site = three();
    site.build();
    let led = |address: &str| bridges(&site.page(address)).into_iter().map(|(address, _)| address).collect::<Vec<_>>();
    assert_eq!(led("/da/"), ["/en/en/#en", "/kl/kl/#kl"]);
    assert_eq!(led("/en/en/"), ["/da/#da", "/kl/kl/#kl"]);
    assert_eq!(led("/kl/kl/"), ["/da/#da", "/en/en/#en"]);
    assert!(site.page("/da/").contains("<h3 id=\"dyb-da\" data-en=\"dyb-en\" data-kl=\"dyb-kl\">"));
}

/// A page in three languages, each with its code for title and heading.
pub(crate) fn three() -> TestSite {
    let settings = "title: {da: S, en: S, kl: S}\nbase_url: https://example.org/\nlanguages: [da, en, kl]\npublisher: H\n";
    let site = TestSite::empty()
        .file("langebro.yaml", settings)
        .file("themes/havnefront/i18n/kl.ftl", include_str!("../../themes/havnefront/i18n/da.ftl"));
    ["da", "en", "kl"].iter().fold(site, |site, code| {
        site.file(&format!("content/index.{code}.md"), "---\ntitle: S\n---\n").file(
            &format!("content/sections/01-aims.{code}.md"),
            &format!("---\ntitle: {code}\n---\n\n## {code}\n\n### Dyb {code}\n\nTekst.\n"),
        )
    })
}

#[test]
fn the_script_that_helps_is_a_file_of_the_theme_and_only_where_there_is_a_choice() {
    let site = TestSite::new().section("01-aims", "## A", "## A");
    site.build();
    let html = site.page("/afsnit-aims/");
    let scripts: Vec<&str> = html.split("<script").skip(1).filter(|script| !script.contains("application/ld+json")).collect();
    assert_eq!(scripts.len(), 2, "{scripts:?}");
    for (script, name) in scripts.into_iter().zip(["contents", "havnefront"]) {
        let source = attributes(script, "src")[0];
        assert!(source.starts_with(&format!("/assets/{name}.")) && script.contains(" defer>"), "{script}");
        assert!(site.read(&format!("public{source}")).len() < 3072);
    }
    let alone = TestSite::empty()
        .file("langebro.yaml", "title: {da: S}\nbase_url: https://example.org/\nlanguages: [da]\npublisher: H\nsearch: false\n")
        .file("content/index.da.md", "---\ntitle: S\n---\n\n## A\n");
    alone.build();
    assert!(!alone.page("/").contains("src=") && bridges(&alone.page("/")).is_empty());
}
