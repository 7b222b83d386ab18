//! What authors write, and what readers get.

use crate::links::attributes;
use crate::site::{SETTINGS, TestSite, text};

/// The main part of a page.
fn main_of(site: &TestSite, address: &str) -> String {
    let html = site.page(address);
    html[html.find("<main").unwrap()..html.find("</main>").unwrap()].to_owned()
}

/// A section whose body is the same in both languages, built; its main part in each language.
fn both(body: &str) -> [String; 2] {
    let site = TestSite::new().section("01-aims", body, body);
    site.build();
    [main_of(&site, "/afsnit-aims/"), main_of(&site, "/en/section-aims/")]
}

#[test]
fn a_link_by_key_shows_the_title_of_its_target_in_the_language_of_the_page() {
    let site =
        TestSite::new().section("01-aims", "[[city]] [[city|byen]]", "[[city]] [[city|the city]]").case("city", "Byen.", "The city.");
    site.build();
    let danish = main_of(&site, "/afsnit-aims/");
    assert!(danish.contains("<a href=\"/cases/casen-city/\">Casen city</a> <a href=\"/cases/casen-city/\">byen</a>"), "{danish}");
    let english = main_of(&site, "/en/section-aims/");
    assert!(english.contains("<a href=\"/en/cases/the-city-case/\">The city case</a>"), "{english}");
    assert!(english.contains("<a href=\"/en/cases/the-city-case/\">the city</a>"), "{english}");
}

#[test]
fn a_link_may_name_a_file_or_an_address_or_a_heading() {
    let site = TestSite::new()
        .section("01-aims", "[a](../cases/city.da.md#by) [b](/cases/casen-city/) [c](#her) [[city#by|d]]\n\n## Her", "x")
        .case("city", "## By", "## Town");
    site.build();
    let html = main_of(&site, "/afsnit-aims/");
    for link in ["/cases/casen-city/#by\">a", "/cases/casen-city/\">b", "#her\">c", "/cases/casen-city/#by\">d"] {
        assert!(html.contains(&format!("<a href=\"{link}</a>")), "{link}: {html}");
    }
}

#[test]
fn a_link_to_a_file_of_the_other_language_says_so() {
    let site = TestSite::new().section("01-aims", "[engelsk](01-aims.en.md)", "[Danish](01-aims.da.md)");
    site.build();
    assert!(main_of(&site, "/afsnit-aims/").contains("<a href=\"/en/section-aims/\" hreflang=\"en\">engelsk</a>"));
    assert!(main_of(&site, "/en/section-aims/").contains("<a href=\"/afsnit-aims/\" hreflang=\"da\">Danish</a>"));
}

#[test]
fn a_goal_or_target_can_be_linked_to() {
    let body = "[[sdg:13]] [[sdg:13.2|d]] [[sdg:5|e]]";
    let site = TestSite::new()
        .file("content/sections/01-a.da.md", &format!("---\ntitle: A\nsdgs: [\"13.2\"]\n---\n\n{body}\n"))
        .file("content/sections/01-a.en.md", &format!("---\ntitle: A\n---\n\n{body}\n"));
    site.build();
    let danish = main_of(&site, "/a/");
    assert!(danish.contains("<a href=\"/verdensmaal/13-klimaindsats/\">13 Klimaindsats</a>"), "{danish}");
    assert!(danish.contains("<a href=\"/verdensmaal/13-klimaindsats/#sdg-13-2\">d</a>"), "{danish}");
    let english = main_of(&site, "/en/a/");
    assert!(english.contains("<a href=\"/en/global-goals/13-climate-action/\">13 Climate action</a>"), "{english}");
    assert!(english.contains("<a href=\"/en/global-goals/#sdg-5\">e</a>"), "a goal not in use leads to the overview: {english}");
    assert!(!site.path("public/verdensmaal/5-ligestilling-mellem-koennene").exists());
}

#[test]
fn a_wikilink_stands_in_a_table_with_its_bar_escaped() {
    for html in both("| a |\n| --- |\n| [[aims\\|the aims]] |") {
        assert!(html.contains(">the aims</a></td>"), "{html}");
    }
}

#[test]
fn an_embedded_box_fits_its_headings_and_keeps_its_ids_apart() {
    let site = TestSite::new().section("01-aims", "## Baggrund\n\n### Mere\n\n![[city]]", "## Background\n\n![[city]]").case(
        "city",
        "## Baggrund\n\nSe [[#baggrund|oven for]].[^1]\n\n[^1]: En note.",
        "## Background\n\nSee [[#background|above]].",
    );
    site.build();
    let danish = main_of(&site, "/afsnit-aims/");
    let case = &danish[danish.find("<article class=\"case").unwrap()..];
    let case = &case[..case.find("</article>").unwrap()];
    assert!(case.contains("<h4") && case.contains("Casen city"), "the box's title is one below its heading: {case}");
    assert!(case.contains("<h5 id=\"city--baggrund\">Baggrund</h5>"), "{case}");
    assert!(case.contains("<a href=\"#city--baggrund\">oven for</a>"), "{case}");
    assert!(case.contains("<li id=\"city--note--1\">") && case.contains("href=\"#city--mark--1\""), "{case}");
    let english = main_of(&site, "/en/section-aims/");
    assert!(english.contains("<h4 id=\"city--background\">Background</h4>"), "{english}");
    let own = main_of(&site, "/cases/casen-city/");
    assert!(own.contains("<h2 id=\"baggrund\">Baggrund</h2>") && own.contains("<a href=\"#baggrund\">"), "{own}");
}

#[test]
fn a_case_knows_where_it_is_used_and_what_it_is_for() {
    let site = TestSite::new()
        .section("01-aims", "![[city]]", "![[city]]")
        .section("02-means", "![[city]]", "![[city]]")
        .file("content/cases/city.da.md", "---\ntitle: Byen\npurposes: [learn, influence]\nsdgs: [11]\n---\n\nByen.\n")
        .file("content/cases/city.en.md", "---\ntitle: The city\n---\n\nThe city.\n");
    site.build();
    for (address, sections, sentence) in [
        ("/cases/byen/", ["/afsnit-aims/", "/afsnit-means/"], "Det gør vi for at <a href=\"/formaal/laere/\">lære</a> og"),
        (
            "/en/cases/the-city/",
            ["/en/section-aims/", "/en/section-means/"],
            "This is how we <a href=\"/en/purposes/learn/\">learn</a> and",
        ),
    ] {
        let html = main_of(&site, address);
        assert!(sections.iter().all(|section| attributes(&html, "href").contains(section)), "{html}");
        assert!(html.contains(sentence), "{html}");
    }
}

#[test]
fn a_box_carries_its_kind_in_words() {
    let site = TestSite::new().section("01-aims", "![[city]]", "![[city]]").case("city", "a", "a");
    site.build();
    for address in ["/afsnit-aims/", "/en/section-aims/"] {
        let html = main_of(&site, address);
        let case = &html[html.find("<article class=\"case").unwrap()..];
        assert!(case[..case.find("</article>").unwrap()].contains(">Case<"), "{case}");
    }
}

#[test]
fn tables_notes_alerts_and_definitions_come_out_whole() {
    let body = "| left | right |\n| :-- | --: |\n| a | 1 |\n\nText[^a] again[^a].\n\n[^a]: The *note*.\n\n> [!WARNING]\n> Mind the gap.\n\nTerm\n: Its meaning.\n\n~~gone~~";
    for (html, words) in both(body).iter().zip([["Tabel 1", "Noter", "Advarsel"], ["Table 1", "Notes", "Warning"]]) {
        for needed in [
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"",
            "<th scope=\"col\" class=\"left\">left</th><th scope=\"col\" class=\"right\">right</th>",
            "<td class=\"left\">a</td><td class=\"right\">1</td>",
            "<a id=\"mark--1\" href=\"#note--1\" role=\"doc-noteref\"",
            "<a id=\"mark--1-2\" href=\"#note--1\"",
            "<li id=\"note--1\"><p>The <em>note</em>.</p>",
            "href=\"#mark--1\" role=\"doc-backlink\"",
            "href=\"#mark--1-2\" role=\"doc-backlink\"",
            "<div class=\"alert alert-warning\" role=\"note\">",
            "<p>Mind the gap.</p>",
            "<dt>Term</dt>\n<dd>",
            "<del>gone</del>",
        ] {
            assert!(html.contains(needed), "{needed}: {html}");
        }
        assert!(!html.contains("style="), "{html}");
        assert!(words.iter().all(|word| html.contains(word)), "{words:?}: {html}");
    }
}

#[test]
fn headings_get_ids_from_their_words_or_from_their_author() {
    let body = "## Vækst & æbler\n\n## Vækst & æbler\n\n## Own {#mine}\n\n## ?!";
    for html in both(body) {
        for id in ["vaekst-aebler", "vaekst-aebler-2", "mine", "section"] {
            assert!(html.contains(&format!("<h2 id=\"{id}\">")), "{id}: {html}");
        }
    }
}

#[test]
fn html_is_dropped_refused_or_let_through() {
    for html in both("Before.\n\n<!-- a comment\nof two lines -->\n\nAfter <!-- inline --> all.") {
        assert!(!html.contains("comment") && !html.contains("inline"), "{html}");
    }
    let body = "<section class=\"x\">\n\nText\n\n</section>";
    let refused = TestSite::new().section("01-aims", body, body);
    assert_eq!(refused.run(&["build"]).status.code(), Some(1));
    let allowed = TestSite::new().section("01-aims", body, body);
    allowed.write("langebro.yaml", format!("{SETTINGS}raw_html: allow\n").as_bytes());
    allowed.build();
    assert!(main_of(&allowed, "/afsnit-aims/").contains("<section class=\"x\">"));
}

#[test]
fn what_an_author_writes_is_never_taken_for_html() {
    let site = TestSite::new()
        .file("content/pages/x.da.md", "---\ntitle: A <b>& \"c\"\nslug: x\ndescription: \"<i>\"\n---\n\n5 < 6 & `<script>`\n")
        .file("content/pages/x.en.md", "---\ntitle: A <b>& \"c\"\nslug: x\n---\n\n[[x]]\n");
    site.build();
    for address in ["/x/", "/en/x/"] {
        let html = site.page(address);
        assert!(html.contains("A &lt;b&gt;&amp; &quot;c&quot;") && !html.contains("<b>") && !html.contains("<i>"), "{html}");
    }
    assert!(main_of(&site, "/x/").contains("5 &lt; 6 &amp; <code>&lt;script&gt;</code>"));
}

#[test]
fn an_image_tells_its_size_and_a_lone_one_is_a_figure_with_its_caption() {
    let site = TestSite::new()
        .section("01-aims", "![Buen](bro/arch.svg \"Broen\")\n\nI en linje ![bue](../media/bro/arch.svg).", "![The arch](bro/arch.svg)")
        .file("content/media/bro/arch.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"4\"/>");
    site.build();
    let html = main_of(&site, "/afsnit-aims/");
    let image = "src=\"/media/bro/arch.svg\" alt=\"Buen\" width=\"8\" height=\"4\"";
    assert!(html.contains(&format!("<figure><img {image}")) && html.contains("<figcaption>Broen</figcaption></figure>"), "{html}");
    assert!(html.contains("I en linje <img src=\"/media/bro/arch.svg\" alt=\"bue\""), "{html}");
    assert!(site.path("public/media/bro/arch.svg").exists());
}

/// A chapter of three levels in both languages.
fn chapters() -> TestSite {
    let index = |title: &str| format!("---\ntitle: {title}\n---\n\nText.\n");
    TestSite::new()
        .section("01-aims", "a", "a")
        .file("content/sections/02-work/index.da.md", &index("Arbejdet"))
        .file("content/sections/02-work/index.en.md", &index("The work"))
        .section("02-work/01-networks", "a", "a")
        .file("content/sections/02-work/02-eu/index.da.md", &index("EU"))
        .file("content/sections/02-work/02-eu/index.en.md", &index("The EU"))
        .section("02-work/02-eu/01-projects", "a", "a")
        .section("03-end", "a", "a")
}

#[test]
fn a_folder_makes_a_chapter_with_its_address_and_its_number() {
    let site = chapters();
    site.build();
    for (address, number) in [
        ("/arbejdet/", "2"),
        ("/arbejdet/afsnit-networks/", "2.1"),
        ("/arbejdet/eu/afsnit-projects/", "2.2.1"),
        ("/en/the-work/the-eu/section-projects/", "2.2.1"),
        ("/en/section-end/", "3"),
    ] {
        let html = site.page(address);
        assert!(html.contains(&format!(">{number}<")), "{address} is not numbered {number}");
    }
}

#[test]
fn the_contents_list_opens_the_readers_own_chapter_alone() {
    let site = chapters();
    site.build();
    let contents = |address: &str| {
        let html = site.page(address);
        attributes(&html[..html.find("<main").unwrap()], "href").iter().map(|link| (*link).to_owned()).collect::<Vec<_>>()
    };
    let inside = "/arbejdet/eu/afsnit-projects/".to_owned();
    assert!(contents("/arbejdet/eu/").contains(&inside));
    assert!(!contents("/arbejdet/afsnit-networks/").contains(&inside));
    assert!(contents("/arbejdet/afsnit-networks/").contains(&"/arbejdet/eu/".to_owned()));
    assert!(!contents("/afsnit-aims/").contains(&"/arbejdet/eu/".to_owned()));
}

#[test]
fn previous_and_next_follow_the_reading_order_through_the_chapters() {
    let site = chapters();
    site.build();
    let order = [
        "/en/section-aims/",
        "/en/the-work/",
        "/en/the-work/section-networks/",
        "/en/the-work/the-eu/",
        "/en/the-work/the-eu/section-projects/",
        "/en/section-end/",
    ];
    for pair in order.windows(2) {
        let link = |from: &str, rel: &str, to: &str| {
            let html = site.page(from);
            let links = html.split("<a ").skip(1).map(|tag| tag.split('>').next().unwrap());
            assert!(
                links.into_iter().any(|tag| tag.contains(&format!("rel=\"{rel}\"")) && tag.contains(&format!("href=\"{to}\""))),
                "{from} has no {rel} {to}"
            );
        };
        link(pair[0], "next", pair[1]);
        link(pair[1], "prev", pair[0]);
    }
}

#[test]
fn what_is_true_of_both_halves_is_said_once() {
    let front = "title: A\nsdgs: [13]\ndate: 2022-07-01\n";
    for (danish, english) in [(front, "title: A\n"), ("title: A\n", front)] {
        let site = TestSite::new()
            .file("content/sections/01-a.da.md", &format!("---\n{danish}---\n\nx\n"))
            .file("content/sections/01-a.en.md", &format!("---\n{english}---\n\nx\n"));
        site.build();
        assert!(site.page("/a/").contains("1. juli 2022") && site.page("/a/").contains("/verdensmaal/13-klimaindsats/"));
        assert!(site.page("/en/a/").contains("1 July 2022") && site.page("/en/a/").contains("/en/global-goals/13-climate-action/"));
    }
}

#[test]
fn a_goal_page_lists_its_pages_in_reading_order() {
    let tagged = |title: &str| format!("---\ntitle: {title}\nsdgs: [13]\n---\n\nx\n");
    let mut site = TestSite::new();
    for (number, word) in ["z", "y", "x"].iter().enumerate() {
        site = site
            .file(&format!("content/sections/{number}-{word}.da.md"), &tagged(&format!("Da {word}")))
            .file(&format!("content/sections/{number}-{word}.en.md"), &tagged(&format!("En {word}")));
    }
    site.build();
    for (address, pages) in [
        ("/verdensmaal/13-klimaindsats/", ["/da-z/", "/da-y/", "/da-x/"]),
        ("/en/global-goals/13-climate-action/", ["/en/en-z/", "/en/en-y/", "/en/en-x/"]),
    ] {
        let html = main_of(&site, address);
        let listed: Vec<&str> = attributes(&html, "href").into_iter().filter(|link| pages.contains(link)).collect();
        assert_eq!(listed, pages);
    }
}

#[test]
fn a_site_may_be_in_one_language_or_in_three() {
    let one = TestSite::new();
    one.write("langebro.yaml", b"title: Strategien\nbase_url: https://example.org/\nlanguages: [da]\npublisher: Havneby\n");
    one.remove("content/index.en.md");
    one.build();
    assert!(!one.path("public/en").exists());
    let words: String = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/havnefront/i18n/en.ftl")).unwrap();
    let three = TestSite::new()
        .file("langebro.yaml", "title: Strategien\nbase_url: https://example.org/\nlanguages: [da, en, kl]\npublisher: Havneby\n")
        .file("content/index.kl.md", "---\ntitle: Periusissiaq\n---\n\nNuuk.\n")
        .file("themes/havnefront/i18n/kl.ftl", &words);
    let said = three.build();
    assert!(said.contains("(kl)"), "{said}");
    assert!(three.page("/kl/").contains("<html lang=\"kl\""));
    assert!(three.page("/").contains("hreflang=\"kl\" href=\"https://example.org/kl/\""));
}

#[test]
fn a_page_in_one_language_can_be_let_through() {
    let site = TestSite::new()
        .file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"))
        .section("01-aims", "[[only]]", "[[only]]")
        .file("content/pages/only.da.md", "---\ntitle: Kun dansk\n---\n\nx\n");
    site.build();
    let page = site.page("/kun-dansk/");
    assert!(!page.contains("hreflang=\"en\" href=\"https"), "nothing is claimed that is not there: {page}");
    assert!(main_of(&site, "/en/section-aims/").contains("<a href=\"/kun-dansk/\" hreflang=\"da\" lang=\"da\">Kun dansk</a>"));
    assert!(!site.path("public/en/kun-dansk").exists());
}

#[test]
fn a_single_template_of_the_theme_can_be_replaced() {
    let site =
        TestSite::new().file("themes/havnefront/templates/cases.html", "{% extends \"base.html\" %}{% block main %}Mine{% endblock %}");
    let site = site.case("city", "a", "a");
    site.build();
    assert!(main_of(&site, "/cases/").contains("Mine"));
    assert!(main_of(&site, "/en/cases/").contains("Mine"));
    assert!(!main_of(&site, "/").contains("Mine"));
}

#[test]
fn extra_fields_reach_the_templates() {
    let site = TestSite::new()
        .file("themes/havnefront/templates/page.html", "{% extends \"base.html\" %}{% block main %}{{ page.extra.owner }}{% endblock %}")
        .file("content/pages/x.da.md", "---\ntitle: X\nextra:\n  owner: Kontoret\n---\n\nx\n")
        .file("content/pages/x.en.md", "---\ntitle: X\nextra:\n  owner: The office\n---\n\nx\n");
    site.build();
    assert!(main_of(&site, "/x/").contains("Kontoret"));
    assert!(main_of(&site, "/en/x/").contains("The office"));
}

#[test]
fn the_summary_of_a_build_counts_pages_in_each_language() {
    let site = TestSite::new().section("01-aims", "a", "a");
    let danish = text(&site.run(&["build", "--lang", "da"]).stdout);
    assert!(danish.contains("sider (da)") && danish.contains("sider (en)") && danish.contains(" ms"), "{danish}");
}

#[test]
fn a_link_to_a_draft_is_published_as_its_title_in_plain_text() {
    let draft = |title: &str| format!("---\ntitle: {title}\ndraft: true\n---\n\nNot yet.\n");
    let site = TestSite::new()
        .section("01-aims", "Se [[plan]] nu.", "See [[plan]] now.")
        .file("content/cases/plan.da.md", &draft("Planen"))
        .file("content/cases/plan.en.md", &draft("The plan"));
    site.build();
    assert!(main_of(&site, "/afsnit-aims/").contains("<p>Se Planen nu.</p>"));
    assert!(main_of(&site, "/en/section-aims/").contains("<p>See The plan now.</p>"));
}

#[test]
fn a_link_to_a_heading_or_a_target_shows_what_it_names() {
    let body = "## Mål {#maal}\n\n[[aims#maal]] [[sdg:13]] [[sdg:13.2]]";
    for (html, target) in both(body).iter().zip(["Delmål 13.2", "Target 13.2"]) {
        assert!(html.contains("<a href=\"#maal\">Mål</a>"), "{html}");
        assert!(html.contains(&format!(">{target}</a>")), "{html}");
        assert!(html.contains(">13 Klimaindsats</a>") || html.contains(">13 Climate action</a>"), "{html}");
    }
}

/// Sections 1 to 3, the second in Danish only, on a site that lets halves be missing.
fn with_a_gap(between: &str) -> TestSite {
    TestSite::new()
        .file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"))
        .section("01-aims", "a", "a")
        .file(&format!("content/sections/{between}.da.md"), "---\ntitle: Kun dansk\n---\n\nx\n")
        .section("03-end", "c", "c")
}

#[test]
fn the_way_through_the_sections_goes_past_one_that_the_language_lacks() {
    let site = with_a_gap("02-only");
    site.build();
    let turn = |address: &str, to: &str, rel: &str| {
        let main = main_of(&site, address);
        assert!(main.contains(&format!("href=\"{to}\" rel=\"{rel}\"")), "{main}");
    };
    turn("/afsnit-aims/", "/kun-dansk/", "next");
    turn("/en/section-aims/", "/en/section-end/", "next");
    turn("/en/section-end/", "/en/section-aims/", "prev");
}

#[test]
fn the_sections_of_a_chapter_that_the_language_lacks_stand_in_its_place() {
    let site = with_a_gap("02-only/index").section("02-only/01-below", "b", "b");
    site.build();
    for address in ["/en/section-aims/", "/en/only/section-below/", "/en/"] {
        let page = site.page(address);
        let list = page.find("<ol class=\"outline\">").or(page.find("<main")).unwrap();
        let links = ["<a href=\"/en/section-aims/\"", "<a href=\"/en/only/section-below/\"", "<a href=\"/en/section-end/\""];
        let places = links.map(|link| page[list..].find(link));
        assert!(places[0].is_some() && places.is_sorted(), "{address} {places:?}: {page}");
    }
}

#[test]
fn a_page_that_one_language_alone_has_claims_no_alternates_in_head_or_sitemap() {
    let site = with_a_gap("02-only");
    site.build();
    let page = site.page("/kun-dansk/");
    assert!(!page.contains("rel=\"alternate\""), "{page}");
    assert!(site.page("/afsnit-aims/").contains("hreflang=\"x-default\""));
    let sitemap = site.read("public/sitemap.xml");
    let entry = sitemap.split("<url>").find(|entry| entry.contains("/kun-dansk/")).unwrap();
    assert!(!entry.contains("hreflang"), "{entry}");
}

#[test]
fn strangers_are_led_to_no_page_that_is_not_in_their_language() {
    let settings = SETTINGS.replace("[da, en]", "[da, en, kl]").replace("strangers: en", "strangers: kl\nmissing_half: omit");
    let words = include_str!("../../themes/havnefront/i18n/en.ftl");
    let page = |title: &str| format!("---\ntitle: {title}\n---\n\nx\n");
    let labels = [
        ("en: The strategy", "en: The strategy, kl: Periusissiaq"),
        ("en: Purposes}", "en: Purposes, kl: Siunertat}"),
        ("en: purposes}", "en: purposes, kl: siunertat}"),
        ("en: \"This is how we {terms}\"}", "en: \"This is how we {terms}\", kl: \"{terms}\"}"),
        ("en: learn}", "en: learn, kl: ilinniarneq}"),
        ("en: influence}", "en: influence, kl: sunniineq}"),
    ];
    let settings = labels.iter().fold(settings, |settings, (from, to)| settings.replace(from, to));
    let site = TestSite::new().file("langebro.yaml", &settings).file("themes/havnefront/i18n/kl.ftl", words);
    let site = site.file("content/index.kl.md", &page("Periusissiaq")).section("01-aims", "a", "a");
    site.build();
    assert!(site.page("/").contains("hreflang=\"x-default\" href=\"https://example.org/kl/\""));
    let aims = site.page("/afsnit-aims/");
    assert!(aims.contains("hreflang=\"en\" href=\"https") && !aims.contains("x-default"), "{aims}");
}

#[test]
fn the_page_for_dead_links_says_in_its_title_that_there_is_no_page() {
    let site = TestSite::new();
    site.build();
    assert!(site.read("public/404.html").contains("<title>Siden findes ikke – Strategien</title>"));
    assert!(site.read("public/en/404.html").contains("<title>Page not found – The strategy</title>"));
}

#[test]
fn a_description_made_of_the_text_has_no_keys_of_pages_and_no_words_of_pictures() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>\n";
    let described = |body: &str| {
        let site = TestSite::new().file("content/media/havn.svg", drawing).case("city", "x", "x").section("01-aims", body, body);
        site.build();
        let page = site.page("/en/section-aims/");
        page.split_once("<meta name=\"description\" content=\"")
            .map_or(String::new(), |(_, rest)| rest.split('"').next().unwrap().to_owned())
    };
    assert_eq!(described("See [[city]].\n\nWe learn of [[city|a city]]."), "We learn of a city.");
    assert_eq!(described("We ![a harbour](havn.svg) learn."), "We learn.");
    assert_eq!(described("See [[city]]."), "");
}

#[test]
fn an_address_does_not_depend_on_how_a_system_writes_danish_letters() {
    let page = "---\ntitle: A\u{30a}ret fo\u{308}r la\u{308}ngst\n---\n\nx\n";
    let site = TestSite::new().file("content/pages/year.da.md", page).file("content/pages/year.en.md", page);
    site.build();
    assert!(site.path("public/aaret-foer-laengst/index.html").exists() && site.path("public/en/aaret-foer-laengst/index.html").exists());
}

#[test]
fn no_line_breaks_between_a_number_and_what_belongs_to_it() {
    let danish = "Den 1\\. juli kl. 10 gik 20 % af byens 4,3 mio. indbyggere 5 km for 3 mio. kr.";
    let english = "On 1 July at 10 a.m. 20 % of 4.3 million people walked 5 km for DKK 3 million, see p. 12.";
    let site = TestSite::new().section("01-aims", danish, english);
    site.build();
    let page = main_of(&site, "/afsnit-aims/").replace('\u{a0}', "_");
    assert!(page.contains("<p>Den 1._juli kl._10 gik 20_% af byens 4,3_mio. indbyggere 5_km for 3_mio._kr.</p>"), "{page}");
    let page = main_of(&site, "/en/section-aims/").replace('\u{a0}', "_");
    assert!(page.contains("<p>On 1_July at 10_a.m. 20_% of 4.3_million people walked 5_km for DKK_3_million, see p._12.</p>"), "{page}");
}

#[test]
fn numbers_keep_what_belongs_to_them_wherever_readers_see_words() {
    let body = "## Om 5 km\n\n- 6 km\n\n| 7 km | b |\n|--|--|\n| 8 km | b |\n\n![Sti på 2 km](a.png \"En sti på 9 km\")\n\n\
                [[city|De 10 km]] **11 km**[^a]\n\n![[city]]\n\n12\nkm\n\n[^a]: 13 km";
    let png = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/site.png")).unwrap();
    let site = TestSite::new().section("01-aims", body, body).case("city", "14 km", "14 km");
    site.write("content/media/a.png", &png);
    site.build();
    for address in ["/afsnit-aims/", "/en/section-aims/"] {
        let page = main_of(&site, address).replace('\u{a0}', "_");
        for number in 5..=14 {
            assert!(page.contains(&format!("{number}_km")), "{number} km: {page}");
        }
        assert!(page.contains("alt=\"Sti på 2 km\""), "{page}");
        assert!(page.contains("id=\"om-5-km\""), "{page}");
    }
}

#[test]
fn code_has_the_blanks_that_its_author_typed() {
    let pages = both("`5 km`\n\n```\n20 %\n```\n\n    3 mio. kr.");
    for page in pages {
        assert!(page.contains("<code>5 km</code>"), "{page}");
        assert!(page.contains("20 %\n") && page.contains("3 mio. kr.\n</code>"), "{page}");
    }
}
