//! A page in two languages side by side, for readers who hold them against each other.

use std::collections::BTreeSet;

use crate::links::attributes;
use crate::site::{SETTINGS, TestSite};
use crate::switching::three;

/// A site with pages in two languages.
fn site() -> TestSite {
    TestSite::new().file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\nparallel: true\n"))
}

/// [`site`] with a section `aims` of these bodies, built.
fn aims(danish: &str, english: &str) -> TestSite {
    let site = site().section("01-aims", danish, english);
    site.build();
    site
}

/// The words of a piece of HTML.
fn words(html: &str) -> String {
    let text: String = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of a page, each `ID: LANGUAGE WORDS | LANGUAGE WORDS`, the name of the language included.
fn rows(html: &str) -> Vec<String> {
    let main = html.split("</header>").nth(2).unwrap().split("</article>\n</main>").next().unwrap();
    let row = |row: &str| {
        let id = attributes(&format!(" {row}"), "id")[0].to_owned();
        let body = row.split("<a class=\"anchor\"").next().unwrap();
        let cells = body.split("<div class=\"half\"").skip(1);
        let told = |cell: &str| format!("{} {}", attributes(cell, "lang")[0], words(&format!("<{cell}")));
        format!("{id}: {}", cells.map(told).collect::<Vec<_>>().join(" | "))
    };
    main.split("<div class=\"pair").skip(1).map(row).collect()
}

/// The addresses of all published pages in two languages.
fn published(site: &TestSite) -> Vec<String> {
    let pages = site.published().into_keys().filter(|path| path.contains("/parallel"));
    pages.map(|path| format!("/{}", path.trim_end_matches("index.html"))).collect()
}

#[test]
fn every_page_but_the_front_can_be_read_in_two_languages_side_by_side() {
    let page = "---\ntitle: X\n---\n\nText.\n";
    let site = site()
        .section("01-aims", "A", "A")
        .section("02-means/01-more", "A", "A")
        .section("02-means/index", "A", "A")
        .case("city", "A", "A")
        .file("content/pages/x.da.md", page)
        .file("content/pages/x.en.md", page);
    site.build();
    assert_eq!(
        published(&site),
        [
            "/afsnit-aims/parallelt/",
            "/afsnit-index/afsnit-more/parallelt/",
            "/afsnit-index/parallelt/",
            "/cases/casen-city/parallelt/",
            "/en/cases/the-city-case/parallel/",
            "/en/section-aims/parallel/",
            "/en/section-index/parallel/",
            "/en/section-index/section-more/parallel/",
            "/en/x/parallel/",
            "/x/parallelt/",
        ]
    );
}

#[test]
fn a_site_that_does_not_ask_for_it_has_none() {
    for setting in ["", "parallel: false\n"] {
        let site = TestSite::new().section("01-aims", "A", "A").file("langebro.yaml", &format!("{SETTINGS}{setting}"));
        site.build();
        assert_eq!(published(&site), Vec::<String>::new());
        assert!(!site.page("/afsnit-aims/").contains("parallel"));
    }
}

#[test]
fn blocks_stand_beside_their_counterparts_each_in_its_language_the_pages_own_first() {
    let site = aims("By.\n\n## Klima {#klima}\n\n- ét\n\n> Sagt.", "City.\n\n## Climate\n\n- one\n\n> Said.");
    let danish = site.page("/afsnit-aims/parallelt/");
    assert_eq!(
        rows(&danish),
        [
            "_1: da Dansk By. | en English City.",
            "klima: da Dansk Klima | en English Climate",
            "klima.1: da Dansk ét | en English one",
            "klima.2: da Dansk Sagt. | en English Said.",
        ]
    );
    assert_eq!(
        rows(&site.page("/en/section-aims/parallel/")),
        [
            "_1: en English City. | da Dansk By.",
            "klima: en English Climate | da Dansk Klima",
            "klima.1: en English one | da Dansk ét",
            "klima.2: en English Said. | da Dansk Sagt.",
        ],
        "a row has the same name in both"
    );
    assert!(danish.contains("<h1>") && danish.contains("<p class=\"title\">"), "one title is the page's own: {danish}");
}

#[test]
fn the_name_of_a_passage_stays_as_it_is_when_text_under_other_headings_changes() {
    let english = "## A\n\nOne.\n\n## B\n\nTwo.\n\nThree.";
    let names = |danish: &str| {
        let rows = rows(&aims(danish, english).page("/afsnit-aims/parallelt/"));
        rows.iter().map(|row| row.split(": ").next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("## A\n\nEt.\n\n## B\n\nTo.\n\nTre."), ["a", "a.1", "b", "b.1", "b.2"]);
    assert_eq!(names("Nyt.\n\n## A\n\n- nyt\n\nEt.\n\n## B\n\nTo.\n\nTre."), ["_1", "a", "a.1", "a.2", "b", "b.1", "b.2"]);
}

#[test]
fn what_has_no_counterpart_is_told_in_the_words_of_the_page() {
    let site = aims("## Klima\n\nTekst.\n\n- liste\n\n## Børn", "## Climate\n\nText.\n\n### News\n\nMore.\n\n## Børn");
    assert_eq!(
        rows(&site.page("/afsnit-aims/parallelt/")),
        [
            "klima: da Dansk Klima | en English Climate",
            "klima.1: da Dansk Tekst. | en English Text.",
            "klima.2: da Dansk liste | en English Intet modstykke på engelsk",
            "en:news: da Dansk Intet modstykke på dansk | en English News",
            "en:news.1: da Dansk Intet modstykke på dansk | en English More.",
            "boern: da Dansk Børn | en English Børn",
        ]
    );
    let english = site.page("/en/section-aims/parallel/");
    assert_eq!(rows(&english)[2], "klima.2: en English No counterpart in English | da Dansk liste");
    assert!(english.contains("<p class=\"gap\" lang=\"en\">No counterpart in Danish</p>"), "{english}");
}

#[test]
fn each_row_has_one_link_to_take_its_address_from_and_it_is_named() {
    let body = "Intro.\n\n## By & \"havn\"\n\nTekst[^1].\n\n[^1]: Note.";
    let site = aims(body, body);
    for (address, names) in [
        (
            "/afsnit-aims/parallelt/",
            [
                "Link til stykke 1",
                "Link til afsnittet »By &amp; &quot;havn&quot;«",
                "Link til stykke 1 i »By &amp; &quot;havn&quot;«",
                "Link til afsnittet »Noter«",
            ],
        ),
        (
            "/en/section-aims/parallel/",
            [
                "Link to passage 1",
                "Link to the section ‘By &amp; &quot;havn&quot;’",
                "Link to passage 1 in ‘By &amp; &quot;havn&quot;’",
                "Link to the section ‘Notes’",
            ],
        ),
    ] {
        let html = site.page(address);
        let links: Vec<&str> = html.split("<a class=\"anchor\"").skip(1).map(|link| link.split('>').next().unwrap()).collect();
        assert_eq!(links.iter().map(|link| attributes(link, "aria-label")[0]).collect::<Vec<_>>(), names);
        let rows = rows(&html);
        let ids: Vec<String> = rows.iter().map(|row| format!("#{}", row.split(": ").next().unwrap())).collect();
        assert_eq!(links.iter().map(|link| attributes(link, "href")[0]).collect::<Vec<_>>(), ids);
        assert!(!html.contains("class=\"bridge\""), "both languages are here: {html}");
    }
}

#[test]
fn boxes_stand_there_whole_and_every_id_is_there_once() {
    let danish = "By[^a], se [nedenfor](#klima).\n\n## Klima\n\n![[city]]\n\n[[#city--mere]]\n\n[^a]: Note.";
    let english = "City[^a], see [below](#klima).\n\n## Climate {#klima}\n\n![[city]]\n\n[[#city--more]]\n\n[^a]: Note.";
    let site = site().section("01-aims", danish, english).case("city", "Om byen.\n\n## Mere", "About it.\n\n## More");
    site.build();
    for address in ["/afsnit-aims/parallelt/", "/en/section-aims/parallel/"] {
        let html = site.page(address);
        for words in ["Om byen.", "About it.", "Casen city", "The city case", "Note."] {
            assert!(html.contains(words), "{words}: {html}");
        }
        let ids = attributes(&html, "id");
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{ids:?}");
        let within: Vec<&str> = attributes(&html, "href").into_iter().filter_map(|link| link.strip_prefix('#')).collect();
        assert!(within.contains(&"da--klima") && within.contains(&"en--city--more"), "{within:?}");
        assert!(within.iter().all(|id| once.contains(id)), "{within:?} in {ids:?}");
    }
}

#[test]
fn a_page_leads_to_its_languages_side_by_side_and_they_lead_back() {
    let site = aims("A", "A");
    let link = |address: &str, words: &str| format!("<a href=\"{address}\">{words}</a>");
    assert!(site.page("/afsnit-aims/").contains(&link("/afsnit-aims/parallelt/", "Læs på dansk og engelsk side om side")));
    let english = site.page("/en/section-aims/");
    assert!(english.contains(&link("/en/section-aims/parallel/", "Read English and Danish side by side")), "{english}");
    for address in ["/afsnit-aims/parallelt/", "/en/section-aims/parallel/"] {
        let html = site.page(address);
        assert!(html.contains("<a href=\"/afsnit-aims/\" hreflang=\"da\">Læs kun på dansk</a>"), "{html}");
        assert!(html.contains("<a href=\"/en/section-aims/\" hreflang=\"en\">Read in English only</a>"), "{html}");
    }
    let html = site.page("/afsnit-aims/parallelt/");
    let crumbs = words(html.split("<nav class=\"crumbs\"").nth(1).unwrap().split("</nav>").next().unwrap());
    assert!(crumbs.ends_with("Forside Afsnit aims På dansk og engelsk"), "{crumbs}");
}

#[test]
fn it_has_a_head_of_its_own_and_is_kept_from_search_engines() {
    let site = aims("A", "A");
    for (address, title) in [
        ("/afsnit-aims/parallelt/", "Afsnit aims på dansk og engelsk – Strategien"),
        ("/en/section-aims/parallel/", "Section aims in English and Danish – The strategy"),
    ] {
        let html = site.page(address);
        let head = html.split("</head>").next().unwrap();
        for expected in [
            format!("<title>{title}</title>"),
            "<meta name=\"robots\" content=\"noindex\">".to_owned(),
            format!("<link rel=\"canonical\" href=\"https://example.org{address}\">"),
            "<link rel=\"alternate\" hreflang=\"da\" href=\"https://example.org/afsnit-aims/parallelt/\">".to_owned(),
            "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/en/section-aims/parallel/\">".to_owned(),
        ] {
            assert!(head.contains(&expected), "{expected}: {head}");
        }
        let switch = html.split("<nav class=\"switch\"").nth(1).unwrap().split("</nav>").next().unwrap();
        assert_eq!(attributes(switch, "href"), ["/afsnit-aims/parallelt/", "/en/section-aims/parallel/"]);
    }
    assert!(!site.read("public/sitemap.xml").contains("parallel"));
}

#[test]
fn a_half_that_is_missing_or_a_draft_stands_beside_nothing() {
    let page = |fields: &str| format!("---\ntitle: Ja\n{fields}---\n\nTekst.\n");
    let site = site()
        .file("content/sections/01-one.da.md", &page(""))
        .file("content/sections/02-two.da.md", &page("slug: to\n"))
        .file("content/sections/02-two.en.md", &page("slug: two\ndraft: true\n"));
    for command in [&["build"][..], &["build", "--drafts"]] {
        assert!(site.run(command).status.success());
        assert_eq!(published(&site), Vec::<String>::new());
        for address in ["/ja/", "/to/"] {
            assert!(!site.page(address).contains("parallel"), "{address}");
        }
    }
}

#[test]
fn the_sections_before_and_after_lead_to_each_other_side_by_side() {
    let site = site()
        .section("01-aims", "A", "A")
        .file("content/sections/02-only.da.md", "---\ntitle: Kun her\n---\n")
        .section("03-ends", "A", "A");
    site.build();
    for (address, links) in [
        ("/afsnit-aims/parallelt/", [("next", "/afsnit-ends/parallelt/")]),
        ("/afsnit-ends/parallelt/", [("prev", "/afsnit-aims/parallelt/")]),
        ("/en/section-aims/parallel/", [("next", "/en/section-ends/parallel/")]),
        ("/en/section-ends/parallel/", [("prev", "/en/section-aims/parallel/")]),
    ] {
        let html = site.page(address);
        let turn = html.split("<nav class=\"turn\"").nth(1).unwrap().split("</nav>").next().unwrap();
        let found: Vec<(&str, &str)> = attributes(turn, "rel").into_iter().zip(attributes(turn, "href")).collect();
        assert_eq!(found, links, "{address}");
    }
}

#[test]
fn with_three_languages_each_stands_beside_each_and_the_first_of_the_others_needs_no_code() {
    let site = three();
    site.write(
        "langebro.yaml",
        (site.read("langebro.yaml") + "parallel: true\naddresses:\n  parallel: {da: par, en: par, kl: par}\n").as_bytes(),
    );
    site.build();
    let pages: Vec<String> = site.published().into_keys().filter(|path| path.contains("/par")).collect();
    let folders = ["da/par-kl", "da/par", "en/en/par-kl", "en/en/par", "kl/kl/par-en", "kl/kl/par"];
    assert_eq!(pages, folders.map(|folder| format!("{folder}/index.html")));
    assert_eq!(rows(&site.page("/da/par-kl/"))[0], "da: da Dansk da | kl Dansk kl");
    assert_eq!(rows(&site.page("/kl/kl/par-en/"))[0], "en: kl Dansk kl | en English en", "named by the first of the two");
    let html = site.page("/da/par-kl/");
    let switch = html.split("<nav class=\"switch\"").nth(1).unwrap().split("</nav>").next().unwrap();
    assert_eq!(attributes(switch, "href"), ["/da/par-kl/", "/en/en/", "/kl/kl/par/"], "the third leads to the page itself");
    assert!(site.page("/kl/kl/").contains("<a href=\"/kl/kl/par-en/\">Læs på grønlandsk og engelsk side om side</a>"));
}

#[test]
fn an_authors_page_at_such_an_address_is_told() {
    let site = site()
        .section("01-aims/index", "A", "A")
        .file("content/sections/01-aims/01-x.da.md", "---\ntitle: X\nslug: parallelt\n---\n")
        .file("content/sections/01-aims/01-x.en.md", "---\ntitle: X\naliases: [/en/section-index/parallel/]\n---\n");
    let found = site.findings();
    assert!(found.iter().all(|finding| finding.help.contains("See also `langebro.yaml`")), "{found:?}");
    let told: Vec<String> = found.iter().map(|finding| format!("{} {}", finding.place(), finding.message)).collect();
    assert_eq!(
        told,
        [
            "address-clash content/sections/01-aims/01-x.da.md:3:1 more than one page wants the address `/afsnit-index/parallelt/`",
            "address-clash content/sections/01-aims/01-x.en.md:3:11 more than one page wants the address `/en/section-index/parallel/`",
        ]
    );
}

#[test]
fn who_was_sent_there_is_led_on_from_a_former_address_and_nothing_is_said_of_it() {
    let site = aims("A", "A");
    let file = "content/sections/01-aims.da.md";
    site.write(
        file,
        site.read(file).replace("title: Afsnit aims\n", "title: Afsnit aims\nslug: maal\naliases: [/afsnit-aims/]\n").as_bytes(),
    );
    assert_eq!(site.places(), Vec::<String>::new());
    site.build();
    let html = site.page("/afsnit-aims/parallelt/");
    assert!(html.contains("url=/maal/parallelt/\""), "{html}");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/maal/parallelt/\">"), "{html}");
    site.write("langebro.yaml", SETTINGS.as_bytes());
    assert_eq!(site.places(), Vec::<String>::new(), "such pages may go without a word");
}
