//! A page that a language lacks: nothing is published, or it stands there under a notice, or the language goes without it.
//!
//! Each promise is kept in both directions, for a section, a chapter, a case and another page.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::links::{attributes, broken, pages};
use crate::preview::{Preview, less_script};
use crate::site::{SETTINGS, TestSite, text};

/// A language that has the page, and the one that lacks it.
#[derive(Debug, Clone, Copy)]
struct Way {
    has: &'static str,
    lacks: &'static str,
    /// The fronts of both.
    fronts: [&'static str; 2],
    /// What the notice says.
    notice: &'static str,
    /// The link from there to the text at home.
    home: &'static str,
    /// What the switch says where the text stands in.
    aside: &'static str,
    /// The name of the missing language in itself.
    name: &'static str,
}

const WAYS: [Way; 2] = [
    Way {
        has: "da",
        lacks: "en",
        fronts: ["/", "/en/"],
        notice: "So far, this page is available in Danish only",
        home: "Go to the page in Danish",
        aside: "this page is in Danish only",
        name: "English",
    },
    Way {
        has: "en",
        lacks: "da",
        fronts: ["/en/", "/"],
        notice: "Denne side findes indtil videre kun på engelsk",
        home: "Gå til siden på engelsk",
        aside: "siden findes kun på engelsk",
        name: "Dansk",
    },
];

/// The file of each kind of page, without language, and its address below the front.
const KINDS: [(&str, &str); 4] = [
    ("content/sections/02-gap", "hullet/"),
    ("content/sections/02-gap/index", "hullet/"),
    ("content/cases/gap", "cases/hullet/"),
    ("content/pages/gap", "hullet/"),
];

/// The page that a language lacks.
const GAP: &str = "title: Hullet
slug: hullet
description: Mellem to.
date: 2024-05-06
sdgs: [{target: \"13.2\", note: \"Derfor.\"}]
purposes: [learn]
";

const BODY: &str = "Se [[aims]] og [[aims#part|delen]].\n\n## Her\n\n[[#her]]\n\n## Der\n\n## Og der";

impl Way {
    fn file(self, stem: &str) -> String {
        format!("{stem}.{}.md", self.has)
    }

    /// Where the text is at home.
    fn home(self, address: &str) -> String {
        format!("{}{address}", self.fronts[0])
    }

    /// Where the language that lacks it has it all the same.
    fn stand(self, address: &str) -> String {
        format!("{}{address}", self.fronts[1])
    }

    /// The sections before and behind it, in the language that lacks it.
    fn neighbours(self) -> [&'static str; 2] {
        if self.lacks == "en" { ["/en/section-aims/", "/en/section-end/"] } else { ["/afsnit-aims/", "/afsnit-end/"] }
    }
}

/// The settings with a policy.
fn settings(policy: &str) -> String {
    format!("{SETTINGS}missing_half: {policy}\n")
}

/// Sections in both languages that lead to a page of which one language has no half.
fn site(policy: &str, way: Way, stem: &str) -> TestSite {
    let leads = "[[gap]] and [[gap#her|words]]\n\n## Part";
    let leads = if stem.contains("cases") { format!("{leads}\n\n![[gap]]") } else { leads.to_owned() };
    let site = TestSite::new().file("langebro.yaml", &settings(policy));
    let site = site.section("01-aims", &leads, &leads).section("03-end", "x", "x");
    let site = if stem.ends_with("index") { site.section("02-gap/01-below", "x", "x") } else { site };
    site.file(&way.file(stem), &format!("---\n{GAP}---\n\n{BODY}\n"))
}

/// A site for each kind of page in each direction, with the address of the page below the fronts.
fn each(policy: &str) -> impl Iterator<Item = (TestSite, Way, &'static str)> {
    WAYS.into_iter().flat_map(move |way| KINDS.map(|(stem, address)| (site(policy, way, stem), way, address)))
}

fn head(html: &str) -> &str {
    &html[..html.find("</head>").unwrap()]
}

fn main_of(html: &str) -> &str {
    &html[html.find("<main").unwrap()..html.find("</main>").unwrap()]
}

/// The link of the switch to a language.
fn switch<'h>(html: &'h str, language: &str) -> &'h str {
    let nav = &html[html.find("<nav class=\"switch\"").unwrap()..];
    let nav = &nav[..nav.find("</nav>").unwrap()];
    let link = nav.split("<a ").skip(1).find(|link| link.contains(&format!("lang=\"{language}\"")));
    link.unwrap().split("</a>").next().unwrap()
}

/// The part of the page that begins with some HTML, up to the end of its line.
fn line<'h>(html: &'h str, start: &str) -> &'h str {
    let at = html.find(start).unwrap_or_else(|| panic!("no {start}: {html}"));
    html[at..].lines().next().unwrap()
}

/// The links to an address, from `<a` to `</a>`.
fn links_to<'h>(html: &'h str, address: &str) -> Vec<&'h str> {
    let ends = |link: &'h str| link.split("</a>").next().unwrap();
    html.split("<a ").skip(1).map(ends).filter(|link| attributes(&format!(" {link}"), "href")[0] == address).collect()
}

/// The published HTML of every page, by its path.
fn htmls(site: &TestSite) -> Vec<(String, String)> {
    pages(&site.published()).into_iter().filter(|(path, _)| path.ends_with(".html")).collect()
}

#[test]
fn under_notice_a_page_stands_in_the_language_that_lacks_it_with_the_text_that_there_is() {
    for (site, way, address) in each("notice") {
        site.build();
        let page = site.page(&way.stand(address));
        assert!(page.contains(&format!("<html lang=\"{}\"", way.lacks)), "{page}");
        let (main, home) = (main_of(&page), way.home(address));
        assert!(main.contains(&format!("<p class=\"alert-title\">{}</p>", way.notice)), "{main}");
        assert!(main.contains(&format!("<a href=\"{home}\" hreflang=\"{}\">{}</a>", way.has, way.home)), "{main}");
        let lang = format!(" lang=\"{}\"", way.has);
        for marked in ["<h1", "<p class=\"lead\"", "<div class=\"text\"", "<ul"] {
            assert!(line(main, marked).contains(&lang), "{marked}: {main}");
        }
        let at_home = site.page(&home);
        assert!(!main_of(&at_home).contains("lang="), "{at_home}");
        assert!(!main_of(&at_home).contains(way.notice));
    }
}

#[test]
fn a_text_that_stands_in_is_no_page_for_search_engines_and_no_counterpart_of_any() {
    for (site, way, address) in each("notice") {
        site.build();
        let (home, stand) = (way.home(address), way.stand(address));
        let (there, here) = (site.page(&stand), site.page(&home));
        assert!(head(&there).contains("<meta name=\"robots\" content=\"noindex\">"), "{there}");
        assert!(!head(&there).contains("canonical") && !head(&there).contains("og:url"), "{there}");
        assert!(!head(&here).contains("noindex"));
        assert!(head(&here).contains(&format!("<link rel=\"canonical\" href=\"https://example.org{home}\">")));
        for html in [&here, &there] {
            assert!(!head(html).contains("<link rel=\"alternate\" hreflang"), "{html}");
        }
        let sitemap = site.read("public/sitemap.xml");
        let entry = sitemap.split("<url>").find(|entry| entry.contains(&format!("<loc>https://example.org{home}</loc>"))).unwrap();
        assert!(!entry.contains("hreflang"), "{entry}");
        assert!(!sitemap.contains(&format!("https://example.org{stand}<")), "{sitemap}");
        let feed = |front: &str| site.path(&format!("public{front}feed.xml"));
        assert!(std::fs::read_to_string(feed(way.fronts[0])).unwrap().contains(&home));
        assert!(!feed(way.fronts[1]).exists(), "nothing in this language has a date");
    }
}

#[test]
fn programs_are_told_of_the_text_where_it_is_at_home_alone() {
    for (site, way, address) in each("notice") {
        site.build();
        let (csv, json) = (site.read("public/sdg.csv"), site.read("public/sdg.json"));
        let rows: Vec<&str> = csv.lines().filter(|row| row.starts_with("gap,")).collect();
        assert_eq!(rows.len(), 1, "{csv}");
        assert!(rows[0].contains(&format!(",{},13,13.2,Derfor.,https://example.org{},", way.has, way.home(address))), "{csv}");
        let json: Value = serde_json::from_str(&json).unwrap();
        let languages: Vec<&Value> = json["rows"].as_array().unwrap().iter().map(|row| &row["language"]).collect();
        assert_eq!(languages, [way.has]);
        let page = site.page(&way.stand(address));
        let said = page.split("<script type=\"application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        let said: Value = serde_json::from_str(said).unwrap();
        let node = &said["@graph"][0];
        assert_eq!(node["@type"], "WebPage");
        assert_eq!(node["inLanguage"], way.has);
        assert_eq!(node["mainEntity"]["@id"], format!("https://example.org{}", way.home(address)));
        assert_eq!((&node["workTranslation"], &node["translationOfWork"]), (&Value::Null, &Value::Null));
        assert!(
            !site.page(way.fronts[1]).contains(&format!("\"@id\":\"https://example.org{}\"", way.stand(address))),
            "no part of the work"
        );
    }
}

#[test]
fn the_switch_says_that_a_text_stands_in_and_leads_there_and_back() {
    for (site, way, address) in each("notice") {
        site.build();
        let (home, stand) = (way.home(address), way.stand(address));
        let here = site.page(&home);
        let there = switch(&here, way.lacks);
        assert!(there.contains(&format!("href=\"{stand}\"")) && !there.contains("hreflang"), "{there}");
        assert!(there.ends_with(&format!("{} <span class=\"aside\">({})</span>", way.name, way.aside)), "{there}");
        let page = site.page(&stand);
        let back = switch(&page, way.has);
        assert!(back.contains(&format!("href=\"{home}\"")) && !back.contains("aside"), "{back}");
        assert!(switch(&page, way.lacks).contains("aria-current"), "{page}");
    }
}

#[test]
fn every_list_leads_to_the_text_that_stands_in_and_marks_its_title() {
    for (site, way, address) in each("notice") {
        site.build();
        let (stand, front) = (way.stand(address), way.fronts[1]);
        let climate = if way.lacks == "en" { "/en/global-goals/13-climate-action/" } else { "/verdensmaal/13-klimaindsats/" };
        let goals = if way.lacks == "en" { "/en/global-goals/" } else { "/verdensmaal/" };
        let term = if way.lacks == "en" { "/en/purposes/learn/" } else { "/formaal/laere/" };
        let taxonomy = if way.lacks == "en" { "/en/purposes/" } else { "/formaal/" };
        let [before, behind] = way.neighbours();
        let mut lists = vec![before.to_owned(), climate.to_owned(), term.to_owned(), taxonomy.to_owned()];
        match address {
            "cases/hullet/" => lists.extend([format!("{front}cases/"), front.to_owned()]),
            _ if site.path("content/pages").exists() => lists.extend([front.to_owned(), goals.to_owned()]),
            _ => lists.extend([front.to_owned(), goals.to_owned(), behind.to_owned(), format!("{front}404.html")]),
        }
        if site.path("content/sections/02-gap").exists() {
            lists.push(format!("{stand}{}", if way.lacks == "en" { "section-below/" } else { "afsnit-below/" }));
        }
        for list in lists {
            let html = if list.ends_with('/') { site.page(&list) } else { site.read(&format!("public{list}")) };
            let links = links_to(&html, &stand);
            assert!(!links.is_empty(), "{list} leads not to {stand}: {html}");
            for link in links.iter().filter(|link| link.contains("Hullet")) {
                // A box in the text has its language as a whole.
                let boxed = link.ends_with(">Hullet") && html.contains(&format!("class=\"title\" id=\"_gap-title\"><a {link}"));
                assert!(link.contains(&format!("lang=\"{}\"", way.has)) || boxed, "{list}: {link}");
            }
            assert!(links_to(main_of(&html), &way.home(address)).is_empty(), "{list}: {html}");
        }
    }
}

#[test]
fn the_map_marks_the_title_of_a_text_that_stands_in() {
    for way in WAYS {
        let (aims, below) = ("x\n\n![[box]]", "---\ntitle: Under & i\nsdgs: [13]\n---\n\nx\n");
        let site = TestSite::new().file("langebro.yaml", &settings("notice")).section("01-aims", aims, aims);
        let site = both(site, "content/sections/02-chapter/index", ["Kapitlet", "The chapter"]);
        let site = site.file(&way.file("content/sections/02-chapter/01-below"), below);
        let site = site.file(&way.file("content/cases/box"), "---\ntitle: Kassen & co\nsdgs: [13]\n---\n\nx\n");
        site.build();
        let overview = site.page(if way.lacks == "en" { "/en/global-goals/" } else { "/verdensmaal/" });
        for title in ["2.1 Under &amp; i", "Kassen &amp; co"] {
            assert!(overview.contains(&format!("<span lang=\"{}\">{title}</span>", way.has)), "{title}: {overview}");
        }
        assert!(overview.contains(&format!("<title lang=\"{}\">Kassen &amp; co</title>", way.has)), "{overview}");
    }
}

#[test]
fn a_goal_counts_the_pages_that_its_readers_find() {
    for (site, way, _) in each("notice") {
        site.build();
        let (climate, said) = match way.lacks {
            "en" => ("/en/global-goals/13-climate-action/", ["1 page", "2 pages", "One page", "2 pages of"]),
            _ => ("/verdensmaal/13-klimaindsats/", ["1 side", "2 sider", "Én side", "2 sider i"]),
        };
        let page = site.page(climate);
        let listed = main_of(&page).matches("<h2><a").count();
        assert!(page.contains(if listed == 1 { said[2] } else { said[3] }), "{page}");
        assert!(page.contains(&format!(" lang=\"{}\">Derfor.</p>", way.has)), "the reason is told, in its language: {page}");
        let overview = site.page(&format!("{}/", climate.rsplit_once("/13").unwrap().0));
        assert!(overview.contains(if listed == 1 { said[0] } else { said[1] }), "{overview}");
    }
}

#[test]
fn every_link_leads_somewhere_under_either_policy() {
    for policy in ["notice", "omit"] {
        for (site, way, address) in each(policy) {
            site.build();
            let pages = pages(&site.published());
            assert_eq!(broken(&pages, None), Vec::<String>::new(), "{policy} {way:?} {address}");
        }
    }
}

#[test]
fn the_text_that_stands_in_leads_on_in_the_language_of_the_page() {
    for (site, way, address) in each("notice") {
        site.build();
        let page = site.page(&way.stand(address));
        let [before, _] = way.neighbours();
        let title = if way.has == "da" { "Afsnit aims" } else { "Section aims" };
        let main = main_of(&page);
        // In its own words; what is a heading's of another text cannot be followed there.
        assert!(main.contains(&format!("<a href=\"{before}\" hreflang=\"{}\">{title}</a>", way.lacks)), "{main}");
        assert!(main.contains(&format!("<a href=\"{before}\" hreflang=\"{}\">delen</a>", way.lacks)), "{main}");
        assert!(main.contains("<a href=\"#her\">Her</a>"), "{main}");
        // Each heading leads home to itself.
        let bridge = format!("<a class=\"bridge\" href=\"{}#her\" lang=\"{}\"", way.home(address), way.has);
        assert!(main.contains(&bridge) && main.matches("class=\"bridge\"").count() == 3, "{main}");
        assert!(!site.page(&way.home(address)).contains("class=\"bridge\""));
    }
}

#[test]
fn under_omit_the_language_goes_without_and_the_switch_leads_to_what_is_nearest() {
    for (site, way, address) in each("omit") {
        site.build();
        assert!(!site.path(&format!("public{}index.html", way.stand(address))).exists());
        let here = site.page(&way.home(address));
        assert!(!head(&here).contains("<link rel=\"alternate\" hreflang"));
        assert!(head(&here).contains(&format!("<link rel=\"canonical\" href=\"https://example.org{}\">", way.home(address))));
        let there = switch(&here, way.lacks);
        let (nearest, said) = match (address, way.lacks) {
            ("cases/hullet/", "en") => ("/en/", "this page is in Danish only – to the front page"),
            ("cases/hullet/", _) => ("/", "siden findes kun på engelsk – til forsiden"),
            (_, "en") => ("/en/", "this page is in Danish only – to the front page"),
            _ => ("/", "siden findes kun på engelsk – til forsiden"),
        };
        assert!(there.contains(&format!("href=\"{nearest}\"")) && there.contains(&format!("({said})")), "{there}");
        for (path, html) in htmls(&site).iter().filter(|(_, html)| html.contains(&format!("<html lang=\"{}\"", way.lacks))) {
            assert!(!html.contains(way.notice) && links_to(html, &way.stand(address)).is_empty(), "{path}");
        }
    }
}

/// A page in both languages.
fn both(site: TestSite, stem: &str, titles: [&str; 2]) -> TestSite {
    let page = |title: &str| format!("---\ntitle: {title}\n---\n\nx\n");
    site.file(&format!("{stem}.da.md"), &page(titles[0])).file(&format!("{stem}.en.md"), &page(titles[1]))
}

#[test]
fn the_nearest_page_is_the_chapter_above_or_the_list() {
    for way in WAYS {
        let site = TestSite::new().file("langebro.yaml", &settings("omit"));
        let site = both(site, "content/cases/city", ["Byen", "The city"]);
        let site = both(site, "content/sections/01-outer/index", ["Det ydre", "The outer"]);
        let alone = |site: TestSite, stem: &str| site.file(&way.file(stem), "---\ntitle: Alene\nsdgs: [13]\npurposes: [learn]\n---\n\nx\n");
        let stems = ["sections/01-outer/01-inner/index", "sections/01-outer/01-inner/01-deep", "cases/only"];
        let site = stems.iter().fold(site, |site, stem| alone(site, &format!("content/{stem}")));
        let site = site.file(&way.file("content/cases/only"), "---\ntitle: Kun\nsdgs: [13]\npurposes: [learn]\n---\n\nx\n");
        site.build();
        let (english, only) = (way.lacks == "en", way.home("cases/kun/"));
        let deep = way.home(if english { "det-ydre/alene/alene/" } else { "the-outer/alene/alene/" });
        let goal = if english { "/verdensmaal/13-klimaindsats/" } else { "/en/global-goals/13-climate-action/" };
        let term = if english { "/formaal/laere/" } else { "/en/purposes/learn/" };
        let expected = if english {
            [
                ("/en/the-outer/", "‘The outer’"),
                ("/en/cases/", "‘Cases’"),
                ("/en/global-goals/", "‘Global Goals’"),
                ("/en/purposes/", "‘Purposes’"),
            ]
        } else {
            [("/det-ydre/", "»Det ydre«"), ("/cases/", "»Cases«"), ("/verdensmaal/", "»Verdensmål«"), ("/formaal/", "»Formål«")]
        };
        for (from, (to, called)) in [deep.as_str(), &only, goal, term].into_iter().zip(expected) {
            let page = site.page(from);
            let link = switch(&page, way.lacks);
            assert!(link.contains(&format!("href=\"{to}\"")) && link.contains(called) && link.contains(way.aside), "{from}: {link}");
        }
    }
}

#[test]
fn the_page_for_dead_links_says_that_its_switch_leads_to_the_front() {
    let site = TestSite::new();
    site.build();
    let danish = site.read("public/404.html");
    let english = site.read("public/en/404.html");
    assert!(
        switch(&danish, "en")
            .ends_with("href=\"/en/\" lang=\"en\" hreflang=\"en\">English <span class=\"aside\">(to the front page)</span>")
    );
    assert!(switch(&english, "da").ends_with("href=\"/\" lang=\"da\" hreflang=\"da\">Dansk <span class=\"aside\">(til forsiden)</span>"));
}

#[test]
fn under_error_nothing_is_published_and_the_finding_names_the_other_ways() {
    for (site, way, _) in each("error") {
        assert!(!site.run(&["build"]).status.success());
        assert!(!site.path("public").exists());
        let found = site.findings();
        let [missing] = &found[..] else { panic!("{found:#?}") };
        assert_eq!(missing.code, "missing-half");
        assert!(missing.file.as_ref().unwrap().ends_with(&format!(".{}.md", way.has)) && missing.help.contains("`missing_half: notice`"));
    }
}

#[test]
fn the_policy_of_a_page_beats_that_of_the_site() {
    let is_there = |site: &TestSite, way: Way, address: &str| site.path(&format!("public{}index.html", way.stand(address))).exists();
    for of_site in ["error", "notice", "omit"] {
        for of_page in ["error", "notice", "omit"] {
            for (site, way, address) in each(of_site) {
                let stem = KINDS.iter().map(|(stem, _)| way.file(stem)).find(|file| site.path(file).exists()).unwrap();
                let site = site.file(&stem, &format!("---\n{GAP}missing_half: {of_page}\n---\n\n{BODY}\n"));
                assert_eq!(site.run(&["build"]).status.success(), of_page != "error", "{of_site} {of_page} {stem}");
                assert_eq!(is_there(&site, way, address), of_page == "notice", "{of_site} {of_page} {stem}");
            }
        }
    }
}

#[test]
fn a_draft_counts_as_missing_and_nothing_of_it_is_published() {
    for (site, way, address) in each("notice") {
        let stem = KINDS.iter().map(|(stem, _)| *stem).find(|stem| site.path(&way.file(stem)).exists()).unwrap();
        let draft = "---\ntitle: Hemmeligheden\nslug: hemmeligheden\ndraft: true\nsdgs: [\"13.2\"]\npurposes: [learn]\n---\n\nHemmeligt.\n";
        let site = site.file(&format!("{stem}.{}.md", way.lacks), draft);
        site.build();
        assert!(main_of(&site.page(&way.stand(address))).contains(way.notice));
        for (path, html) in pages(&site.published()) {
            assert!(!html.to_lowercase().contains("hemmelig"), "{path}: {html}");
        }
    }
}

#[test]
fn a_draft_may_say_what_becomes_of_its_page_while_it_is_missing() {
    for way in WAYS {
        let site = site("error", way, "content/cases/gap");
        let draft = format!("---\n{GAP}draft: true\nmissing_half: notice\n---\n\nx\n");
        let site = site.file(&format!("content/cases/gap.{}.md", way.lacks), &draft);
        site.build();
        assert!(site.page(&way.stand("cases/hullet/")).contains(way.notice));
    }
}

#[test]
fn the_policy_may_stand_in_either_half_and_must_agree_where_it_stands_in_both() {
    let files = ["content/pages/x.da.md", "content/pages/x.en.md"];
    let page = |policy: &str| format!("---\ntitle: X\n{policy}---\n\nx\n");
    let (notice, omit) = (page("missing_half: notice\n"), page("missing_half: omit\n"));
    for (danish, english) in [(&notice, &page("")), (&page(""), &notice), (&notice, &notice)] {
        TestSite::new().file(files[0], danish).file(files[1], english).finds(&[] as &[&str]);
    }
    TestSite::new().file(files[0], &notice).file(files[1], &omit).finds(&[
        "halves-disagree content/pages/x.da.md:3:1 `missing_half` `notice` `omit` `content/pages/x.en.md`",
        "halves-disagree content/pages/x.en.md:3:1 `missing_half` `omit` `notice` `content/pages/x.da.md`",
    ]);
}

#[test]
fn the_front_page_is_always_needed() {
    for way in WAYS {
        for (of_site, of_page) in [("notice", ""), ("omit", ""), ("notice", "missing_half: omit\n"), ("error", "missing_half: notice\n")] {
            let site = TestSite::new().file("langebro.yaml", &settings(of_site));
            let site = site.file(&way.file("content/index"), &format!("---\ntitle: Forsiden\n{of_page}---\n\nx\n"));
            let missing = format!("content/index.{}.md", way.lacks);
            site.remove(&missing);
            site.finds(&[format!("front-missing `{missing}`")]);
            assert!(!site.run(&["build"]).status.success());
        }
        let site = TestSite::new();
        site.remove(&format!("content/index.{}.md", way.lacks));
        let found = site.findings();
        assert!(found[0].code == "missing-half" && !found[0].help.contains("missing_half"), "{found:#?}");
    }
}

/// A site in Danish, English and Greenlandic, in which English is for strangers.
fn three() -> TestSite {
    let settings = "title: S\nbase_url: https://example.org/\nlanguages: [da, en, kl]\nstrangers: en\npublisher: H\nmissing_half: notice\n";
    let words = include_str!("../../themes/havnefront/i18n/en.ftl").replace("language-name = English", "language-name = Kalaallisut");
    TestSite::new()
        .file("langebro.yaml", settings)
        .file("content/index.kl.md", "---\ntitle: S\n---\n\nx\n")
        .file("themes/havnefront/i18n/kl.ftl", &words)
}

#[test]
fn of_three_languages_that_of_strangers_stands_in_or_else_the_first() {
    let page = |title: &str, more: &str| format!("---\ntitle: {title}\n{more}---\n\nx\n");
    let site = three();
    let site = site.file("content/pages/a.da.md", &page("Dansk a", "")).file("content/pages/a.en.md", &page("English a", ""));
    let site = site.file("content/pages/b.da.md", &page("Dansk b", "")).file("content/pages/b.kl.md", &page("Kalaallisut b", ""));
    let site = site.file("content/pages/c.da.md", &page("Dansk c", "")).file("content/pages/c.en.md", &page("English c", "draft: true\n"));
    site.build();
    let (a, b, c) = (site.page("/kl/english-a/"), site.page("/en/dansk-b/"), site.page("/kl/dansk-c/"));
    assert!(main_of(&a).contains("So far, this page is available in Danish, English only"), "{a}");
    assert!(main_of(&a).contains("That is why the text below is in English."));
    assert!(main_of(&b).contains("available in Danish and Greenlandic only"), "{b}");
    assert!(main_of(&c).contains("available in Danish only"), "{c}");
    assert!(switch(&c, "da").contains("href=\"/dansk-c/\"") && switch(&c, "en").contains("href=\"/en/dansk-c/\""), "{c}");
    // Two languages have it: they name each other, and none the third.
    let danish = site.page("/dansk-a/");
    assert_eq!(head(&danish).matches("rel=\"alternate\" hreflang").count(), 3, "{danish}");
    assert!(!head(&danish).contains("/kl/"));
    // A preview that includes drafts shows the draft, and lets none stand in that would not be published.
    assert!(site.run(&["build", "--drafts"]).status.success());
    assert!(site.path("public/kl/dansk-c").exists() && !site.path("public/kl/english-c").exists());
}

#[test]
fn one_address_for_two_is_told_at_both() {
    let page = |slug: &str| format!("---\ntitle: X\nslug: {slug}\n---\n\nx\n");
    let site = TestSite::new().file("langebro.yaml", &settings("notice")).file("content/pages/a.da.md", &page("same"));
    let site = site.file("content/pages/b.da.md", &page("other")).file("content/pages/b.en.md", &page("same"));
    site.finds(&[
        "address-clash content/pages/a.da.md:3:1 `/en/same/` `content/pages/b.en.md`",
        "address-clash content/pages/b.en.md:3:1 `/en/same/` `content/pages/a.da.md`",
    ]);
    let site = site.file("content/pages/a.da.md", &page("cases"));
    let site = site.case("city", "x", "x");
    site.finds(&[
        "address-clash content/pages/a.da.md:3:1 `/cases/` `langebro.yaml`",
        "address-clash content/pages/a.da.md:3:1 `/en/cases/` `langebro.yaml`",
    ]);
}

#[test]
fn when_the_translation_comes_the_address_of_the_text_that_stood_in_is_not_lost_unawares() {
    for way in WAYS {
        let site = site("notice", way, "content/pages/gap");
        site.build();
        let (stand, file) = (way.stand("hullet/"), format!("content/pages/gap.{}.md", way.lacks));
        let site = site.file(&file, "---\ntitle: Fundet\n---\n\n## Her\n");
        let found = site.findings();
        assert!(found.iter().any(|found| found.code == "vanished-address" && found.message.contains(&stand)), "{found:#?}");
        let site = site.file(&file, &format!("---\ntitle: Fundet\naliases: [{stand}]\n---\n\n## Her\n"));
        site.build();
        assert!(site.page(&stand).contains(&format!("<link rel=\"canonical\" href=\"https://example.org{}\">", way.stand("fundet/"))));
    }
}

#[test]
fn a_former_address_leads_to_what_stands_there_in_its_own_language() {
    for way in WAYS {
        let old = format!("{}gammelt/", way.fronts[1]);
        let site = site("notice", way, "content/pages/gap");
        let site = site.file(&way.file("content/pages/gap"), &format!("---\n{GAP}aliases: [{old}]\n---\n\n{BODY}\n"));
        site.build();
        let page = site.page(&old);
        assert!(
            page.contains(&format!("<html lang=\"{}\"", way.lacks)) && page.contains(&format!("url={}\"", way.stand("hullet/"))),
            "{page}"
        );
        assert!(!page.contains("canonical"), "{page}");
    }
}

#[test]
fn a_link_to_an_address_where_a_text_stands_in_finds_its_headings() {
    for way in WAYS {
        let stand = way.stand("hullet/");
        let site = site("notice", way, "content/pages/gap").section("04-more", &format!("[x]({stand}#her)"), "x");
        site.finds(&[] as &[&str]);
        let site = site.section("04-more", &format!("[x]({stand}#hos)"), "x");
        site.finds(&[format!("unknown-anchor content/sections/04-more.da.md:5:1 `hos` `{}`", way.file("content/pages/gap"))]);
    }
}

#[test]
fn the_preview_shows_an_edit_where_the_text_stands_in_and_names_its_file() {
    for way in WAYS {
        let site = site("notice", way, "content/sections/02-gap");
        let preview = Preview::start(&site);
        let mut events = preview.events();
        let stand = way.stand("hullet/");
        assert!(preview.get(&stand).1.contains(way.notice));
        let (file, work) = (way.file("content/sections/02-gap"), preview.work());
        let site =
            site.file(&file, &format!("---\n{}---\n\nEt nyt ord.\n\n## Her\n\n## Der\n\n## Og der\n", GAP.replace("Mellem to", "Midt i")));
        let follows = |page: &str| page.contains("Et nyt ord.") && page.contains("Midt i");
        while !follows(&preview.get(&stand).1) {
            events.next().unwrap();
        }
        assert_eq!(preview.work().linked, work.linked, "nothing hangs on it");
        let report = preview.get(&format!("/_langebro/page?address={stand}&page=gap.{}", way.lacks)).1;
        assert!(report.contains(&format!("\"file\":\"{file}\"")), "{report}");
        // The translation takes its place under the eyes of whoever looks at it.
        let translated = format!("content/sections/02-gap.{}.md", way.lacks);
        site.write(&translated, b"---\ntitle: Fundet\n---\n\n## Her\n");
        let found = format!("\"address\":\"{}\"", way.stand("fundet/"));
        while !preview.get(&format!("/_langebro/page?address={stand}&page=gap.{}", way.lacks)).1.contains(&found) {
            events.next().unwrap();
        }
        assert!(!less_script(&preview.get(&way.stand("fundet/")).1).contains(way.notice));
    }
}

#[test]
fn the_two_directions_may_stand_side_by_side_on_one_site() {
    let site = WAYS.into_iter().fold(TestSite::new().file("langebro.yaml", &settings("notice")), |site, way| {
        site.file(&way.file(&format!("content/pages/only-{}", way.has)), &format!("---\ntitle: Kun {}\n---\n\nx\n", way.has))
    });
    let said = site.build();
    assert!(said.contains("(da)") && said.contains("(en)"), "{said}");
    let addresses: BTreeSet<String> = htmls(&site).into_iter().map(|(path, _)| path).filter(|path| path.contains("kun")).collect();
    let expected = ["en/kun-da/index.html", "en/kun-en/index.html", "kun-da/index.html", "kun-en/index.html"];
    assert_eq!(addresses, expected.map(str::to_owned).into());
    assert_eq!(text(&site.run(&["check"]).stdout).trim(), "All is well.");
}
