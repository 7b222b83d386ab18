//! One language, or three, work as well as two: the pages, the switch, and all that is said to search engines and readers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::links::{attributes, broken, pages};
use crate::preview::Preview;
use crate::site::{TestSite, text};

const BASE: &str = "https://strategi.example";

/// What a site says in a language: its title, that of its section, of its case and of its other page.
struct Tongue {
    code: &'static str,
    locale: &'static str,
    site: &'static str,
    section: &'static str,
    heading: &'static str,
    case: &'static str,
    about: &'static str,
    /// A list, a term and a sentence of it.
    purposes: [&'static str; 3],
    /// How a date is written.
    date: &'static str,
    /// What the interface calls a page that is not there.
    not_found: &'static str,
}

const DANISH: Tongue = Tongue {
    code: "da",
    locale: "da_DK",
    site: "Strategien",
    section: "Indledning",
    heading: "Målet",
    case: "Havnebadet",
    about: "Om udgivelsen",
    purposes: ["Formål", "lære", "Det gør vi for at {terms}"],
    date: "1. juli 2026",
    not_found: "Siden findes ikke",
};

const ENGLISH: Tongue = Tongue {
    code: "en",
    locale: "en_GB",
    site: "The strategy",
    section: "Introduction",
    heading: "The aim",
    case: "The harbour bath",
    about: "About this edition",
    purposes: ["Purposes", "learn", "This is how we {terms}"],
    date: "1 July 2026",
    not_found: "Page not found",
};

const GREENLANDIC: Tongue = Tongue {
    code: "kl",
    locale: "kl_GL",
    site: "Periusissiaq",
    section: "Aallaqqaasiut",
    heading: "Anguniagaq",
    case: "Umiarsualivik",
    about: "Saqqummersitaq pillugu",
    purposes: ["Siunertat", "ilinniarneq", "Imatut: {terms}"],
    date: "2026-07-01",
    not_found: "Quppernermik nassaartoqanngilaq",
};

/// A small whole site in some languages: a front page, a section that shows a case, another page, goals and a list.
fn site(tongues: &[&Tongue]) -> TestSite {
    let each = |say: &dyn Fn(&Tongue) -> &'static str| {
        let said: Vec<String> = tongues.iter().map(|tongue| format!("{}: \"{}\"", tongue.code, say(tongue))).collect();
        format!("{{{}}}", said.join(", "))
    };
    let codes: Vec<&str> = tongues.iter().map(|tongue| tongue.code).collect();
    let settings = format!(
        "title: {}\nbase_url: {BASE}/\nlanguages: [{}]\npublisher: Havneby\ntaxonomies:\n  purposes:\n    title: {}\n    address: purposes\n    \
         sentence: {}\n    terms:\n      learn: {}\n",
        each(&|tongue| tongue.site),
        codes.join(", "),
        each(&|tongue| tongue.purposes[0]),
        each(&|tongue| tongue.purposes[2]),
        each(&|tongue| tongue.purposes[1]),
    );
    let mut site = TestSite::empty().file("langebro.yaml", &settings);
    for Tongue { code, site: name, section, heading, case, about, .. } in tongues {
        let section = format!(
            "---\ntitle: {section}\ndate: 2026-07-01\nsdgs: [13, \"13.2\"]\npurposes: [learn]\n---\n\n## {heading}\n\n[[bath]] [[sdg:13]] [[sdg:13.2]]\n\n![[bath]]\n"
        );
        site = site
            .file(&format!("content/index.{code}.md"), &format!("---\ntitle: {name}\ndescription: {name}.\n---\n\n[[introduction]]\n"))
            .file(&format!("content/sections/01-introduction.{code}.md"), &section)
            .file(&format!("content/cases/bath.{code}.md"), &format!("---\ntitle: {case}\nsdgs: [14]\n---\n\n## {case}\n"))
            .file(&format!("content/pages/about.{code}.md"), &format!("---\ntitle: {about}\n---\n\n[[introduction]]\n"));
    }
    site
}

/// The same with the words of the interface in Greenlandic, made as its author makes them.
fn three() -> TestSite {
    let site = site(&[&DANISH, &ENGLISH, &GREENLANDIC]);
    let output = site.run(&["new", "words", "kl"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let waiting = site.read("themes/havnefront/i18n/kl.ftl");
    let translated: String = waiting
        .lines()
        .skip(4)
        .filter(|line| {
            !line.starts_with("## ") && !line.strip_prefix("# goal-").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_digit()))
        })
        .map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or(line)))
        .collect();
    let translated = translated
        .replace("language-name = English", "language-name = Kalaallisut")
        .replace("locale = en_GB", "locale = kl_GL")
        .replace("not-found = Page not found", "not-found = Quppernermik nassaartoqanngilaq");
    site.file("themes/havnefront/i18n/kl.ftl", &translated)
}

/// The part of an address that the language gives.
fn front(tongues: &[&Tongue], tongue: &Tongue) -> String {
    if tongues[0].code == tongue.code { "/".to_owned() } else { format!("/{}/", tongue.code) }
}

fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    html.split_once(start).map_or("", |(_, rest)| rest.split(end).next().unwrap())
}

/// What links of a head or of an entry of the sitemap give as other languages of a page.
fn alternates(links: &str) -> BTreeMap<String, String> {
    let links = links.split('<').filter(|link| link.contains("rel=\"alternate\" hreflang="));
    links.map(|link| (attributes(link, "hreflang")[0].to_owned(), attributes(link, "href")[0].to_owned())).collect()
}

/// Publishes a site and looks at all that it says of its languages.
fn holds(site: &TestSite, tongues: &[&Tongue]) -> BTreeMap<String, String> {
    let output = site.run(&["check", "--strict"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let output = site.run(&["build", "--strict"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let published = pages(&site.published());
    assert_eq!(broken(&published, None), Vec::<String>::new());
    let codes: BTreeSet<&str> = tongues.iter().map(|tongue| tongue.code).collect();
    let is_one = tongues.len() == 1;
    for (path, html) in published.iter().filter(|(path, _)| path.ends_with(".html")) {
        let language = attributes(html, "lang")[0];
        let own = path.split('/').next().filter(|first| codes.contains(first) && tongues[0].code != *first).unwrap_or(tongues[0].code);
        assert_eq!(language, own, "{path}");
        let choices = between(html, "<nav class=\"switch\"", "</nav>");
        let offered: Vec<&str> = choices.split("<a ").skip(1).map(|link| attributes(link, "hreflang")[0]).collect();
        assert_eq!(offered.is_empty(), is_one, "{path}");
        if !is_one {
            assert_eq!(offered, tongues.iter().map(|tongue| tongue.code).collect::<Vec<_>>(), "{path}");
            assert_eq!(choices.matches("aria-current=\"true\"").count(), 1, "{path}");
        }
    }
    heads_and_sitemap_agree(&published, &codes);
    for tongue in tongues {
        speaks(&published, tongues, tongue);
    }
    published
}

/// Each page names itself and its counterparts, and where strangers are led; so does the sitemap.
fn heads_and_sitemap_agree(published: &BTreeMap<String, String>, codes: &BTreeSet<&str>) {
    let entries = published["sitemap.xml"].split("<url>").skip(1);
    let listed: BTreeMap<&str, BTreeMap<String, String>> =
        entries.map(|entry| (between(entry, "<loc>", "</loc>"), alternates(entry))).collect();
    let mut told = BTreeMap::new();
    let is_offered = |(path, html): &(&String, &String)| path.ends_with("index.html") && !html.contains("content=\"noindex\"");
    for (path, html) in published.iter().filter(is_offered) {
        let own = attributes(html.split("rel=\"canonical\"").nth(1).unwrap(), "href")[0];
        let named = alternates(html.split("<body>").next().unwrap());
        let expected: BTreeSet<&str> =
            if codes.len() == 1 { BTreeSet::new() } else { codes.iter().copied().chain(["x-default"]).collect() };
        assert_eq!(named.keys().map(String::as_str).collect::<BTreeSet<_>>(), expected, "{path}");
        assert_eq!(named.get("x-default"), named.get("da"), "strangers are led to the first language, unless it is said otherwise");
        assert!(named.is_empty() || named.values().any(|address| address == own), "{path}");
        told.insert(own, named);
    }
    assert_eq!(told, listed);
}

/// The page for dead links, the feed, the JSON-LD, the table of goals, and the texts of a language.
fn speaks(published: &BTreeMap<String, String>, tongues: &[&Tongue], tongue: &Tongue) {
    let front = front(tongues, tongue);
    let page = |path: &str| &published[&format!("{}{path}", &front[1..])];
    let lost = page("404.html");
    assert!(lost.contains(&format!("<title>{} – {}</title>", tongue.not_found, tongue.site)), "{lost}");
    assert!(lost.contains("noindex") && lost.contains(&format!("href=\"{front}\"")));
    let feed = roxmltree::Document::parse(page("feed.xml")).unwrap();
    let own = |node: &roxmltree::Node<'_, '_>| node.attribute(("http://www.w3.org/XML/1998/namespace", "lang")) == Some(tongue.code);
    assert!(own(&feed.root_element()), "{}", page("feed.xml"));
    assert!(page("feed.xml").contains(&format!("<title>{}</title>", tongue.section)));
    let home = page("index.html");
    assert!(home.contains(&format!("property=\"og:locale\" content=\"{}\"", tongue.locale)), "{home}");
    assert!(home.contains(&format!("type=\"application/atom+xml\" title=\"{}\" href=\"{front}feed.xml\"", tongue.site)));
    let slug = langebro::address::Slug::from_title(tongue.section).unwrap();
    let section = page(&format!("{slug}/index.html"));
    assert!(section.contains(tongue.case) && section.contains(tongue.about) && section.contains(tongue.heading));
    assert!(section.contains("<time datetime=\"2026-07-01\">") && section.contains(&format!("{}</time>", tongue.date)), "{section}");
    assert!(section.contains(&tongue.purposes[2].replace("{terms}", "")), "{section}");
    let json = between(section, "<script type=\"application/ld+json\">", "</script>");
    let said: Value = serde_json::from_str(json).unwrap();
    let node = &said["@graph"][0];
    assert_eq!(node["inLanguage"], tongue.code);
    let translations = node["workTranslation"].as_array().map_or(0, Vec::len);
    let is_first = tongue.code == tongues[0].code;
    assert_eq!(translations, if is_first { tongues.len() - 1 } else { 0 });
    assert_eq!(node["translationOfWork"].is_object(), !is_first);
    let table: Value = serde_json::from_str(&published["sdg.json"]).unwrap();
    let rows = table["rows"].as_array().or(table.as_array()).unwrap();
    assert_eq!(rows.iter().filter(|row| row["language"] == tongue.code).count(), 3, "{table}");
}

#[test]
fn a_site_in_one_language_says_nothing_of_others() {
    for tongue in [&DANISH, &ENGLISH] {
        let site = site(&[tongue]);
        let published = holds(&site, &[tongue]);
        let other = if tongue.code == "da" { "en" } else { "da" };
        for (path, html) in published.iter().filter(|(path, _)| path.ends_with(".html")) {
            assert!(!path.starts_with(&format!("{other}/")) && !path.starts_with(&format!("{}/", tongue.code)), "{path}");
            assert!(attributes(html, "lang").iter().all(|language| *language == tongue.code), "{path}");
            assert!(!html.contains("class=\"bridge\"") && !html.contains("havnefront.js"), "{path}");
        }
    }
}

#[test]
fn a_site_in_one_language_has_no_translations_to_look_after() {
    let site = site(&[&DANISH]);
    for args in [&["translations"][..], &["translations", "reviewed", "--all"]] {
        let output = site.run(args);
        assert!(output.status.success() && text(&output.stdout).contains("no pages in more than one language"), "{}", text(&output.stdout));
    }
    assert_eq!(text(&site.run(&["translations", "--format", "json"]).stdout).trim(), "[]");
    assert!(!site.path("content/reviews").exists());
}

#[test]
fn a_site_in_three_languages_is_whole_in_each() {
    let tongues = [&DANISH, &ENGLISH, &GREENLANDIC];
    let site = three();
    let published = holds(&site, &tongues);
    for (address, others) in [
        ("indledning", ["/en/introduction/#the-aim", "/kl/aallaqqaasiut/#anguniagaq"]),
        ("en/introduction", ["/indledning/#maalet", "/kl/aallaqqaasiut/#anguniagaq"]),
        ("kl/aallaqqaasiut", ["/indledning/#maalet", "/en/introduction/#the-aim"]),
    ] {
        let page = &published[&format!("{address}/index.html")];
        let led: Vec<&str> = page.split("class=\"bridge\"").skip(1).map(|link| attributes(link, "href")[0]).collect();
        assert_eq!(led, others, "{address}");
    }
}

#[test]
fn names_of_goals_that_a_language_lacks_are_marked_as_english() {
    let site = three();
    site.build();
    let page = site.page("/kl/aallaqqaasiut/");
    assert!(page.contains("<a href=\"/kl/global-goals/13-climate-action/\" lang=\"en\">13 Climate action</a>"), "{page}");
    assert!(page.contains("<span lang=\"en\">Climate action</span>"));
    assert!(page.contains("<span lang=\"en\">Climate action in national policy and planning</span>"));
    let goal = site.page("/kl/global-goals/13-climate-action/");
    assert!(goal.contains("<span aria-current=\"page\" lang=\"en\">13 Climate action</span>"));
    assert!(goal.contains("<span lang=\"en\">Climate action</span></h1>"));
    assert!(!site.page("/en/introduction/").contains("<span lang=\"en\">") && !site.page("/indledning/").contains("<span lang=\"en\">"));
    let words = site.read("themes/havnefront/i18n/kl.ftl") + "goal-13 = Silaannaap pissusia\ntarget-13-2 = Suliniutit\n";
    let site = site.file("themes/havnefront/i18n/kl.ftl", &words);
    holds(&site, &[&DANISH, &ENGLISH, &GREENLANDIC]);
    let page = site.page("/kl/aallaqqaasiut/");
    assert!(page.contains(">13 Silaannaap pissusia</a>") && page.contains("<span>Suliniutit</span>"), "{page}");
    assert!(page.contains("\"name\":\"Suliniutit\"") && !page.contains("Climate"));
    assert!(site.page("/kl/global-goals/13-climate-action/").contains("<title>13 Silaannaap pissusia – Periusissiaq</title>"));
}

#[test]
fn a_language_without_words_of_the_interface_is_told_once_with_the_way_to_them() {
    let site = site(&[&DANISH, &ENGLISH, &GREENLANDIC]);
    let found = site.findings();
    assert_eq!(found.iter().map(|found| found.place()).collect::<Vec<_>>(), ["word-missing themes/havnefront/i18n/kl.ftl:1:1"]);
    assert!(found[0].help.contains("`langebro new words kl`"), "{}", found[0].help);
    assert!(site.run(&["new", "words", "kl"]).status.success());
    let found = site.findings();
    assert!(found.len() == 1 && found[0].message.contains("lacks") && found[0].message.contains("`across`"), "{found:?}");
    for (code, said) in [("kl", "already"), ("da", "already"), ("sv", "none of the languages")] {
        let output = site.run(&["new", "words", code]);
        assert!(!output.status.success() && text(&output.stderr).contains(said), "{}", text(&output.stderr));
    }
}

#[test]
fn three_languages_are_each_held_against_the_first() {
    let site = three();
    let said = text(&site.run(&["translations"]).stdout);
    assert!(said.contains("introduction (da/en)") && said.contains("introduction (da/kl)"), "{said}");
    assert!(site.run(&["translations", "reviewed", "--all"]).status.success());
    let told: Value = serde_json::from_slice(&site.run(&["translations", "--format", "json"]).stdout).unwrap();
    let states: Vec<&str> = told.as_array().unwrap().iter().map(|row| row["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["in-step"; 12]);
    let page = site.read("content/pages/about.kl.md");
    site.write("content/pages/about.kl.md", page.replace("Saqqummersitaq", "Suliaq").as_bytes());
    let findings = site.places();
    assert!(
        findings.iter().any(|found| found.contains("about.kl.md")) && findings.iter().all(|found| !found.contains("about.en.md")),
        "{findings:?}"
    );
}

#[test]
fn the_preview_serves_one_language_or_three_as_they_are_published() {
    let side = |html: &str, code: &str| html.contains(&format!("lang=\"{code}\""));
    let one = site(&[&DANISH]);
    let published = holds(&one, &[&DANISH]);
    let preview = Preview::start(&one);
    for path in published.keys().filter(|path| path.ends_with("index.html")) {
        let (status, html) = preview.get(&format!("/{}", path.trim_end_matches("index.html")));
        assert_eq!(status, 200, "{path}");
        assert!(html.starts_with(published[path].split("</body>").next().unwrap()), "{path}");
    }
    assert_eq!(preview.get("/_langebro/side-by-side/introduction/").0, 404);
    assert!(!preview.get("/en/nowhere/").1.contains("lang=\"en\""));
    let three = three();
    let published = holds(&three, &[&DANISH, &ENGLISH, &GREENLANDIC]);
    let preview = Preview::start(&three);
    for path in published.keys().filter(|path| path.ends_with("index.html")) {
        let (status, html) = preview.get(&format!("/{}", path.trim_end_matches("index.html")));
        assert_eq!(status, 200, "{path}");
        assert!(html.starts_with(published[path].split("</body>").next().unwrap()), "{path}");
    }
    for (left, right) in [("da", "en"), ("da", "kl"), ("kl", "en")] {
        let (status, html) = preview.get(&format!("/_langebro/side-by-side/introduction/{left}/{right}/"));
        assert!(status == 200 && side(&html, left) && side(&html, right), "{left} {right}: {status}");
    }
    assert!(preview.get("/kl/nowhere/").1.contains("<html lang=\"kl\""));
}
