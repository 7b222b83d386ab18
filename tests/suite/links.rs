//! The published site hangs together: every link and fragment resolves, every page has its counterpart, every case its
//! section, and head and sitemap say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::site::TestSite;

/// The shipped strategy as it is published.
static STRATEGY: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let site = TestSite::strategy();
    site.build();
    let mut pages = pages(&site.published());
    // What leads on at once is no page of its own.
    pages.retain(|_, html| !html.contains("http-equiv=\"refresh\""));
    pages
});

const BASE: &str = "https://strategi.example";

/// The text files of a published site, by path.
pub(crate) fn pages(published: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let texts = published.iter().filter(|(path, _)| !path.starts_with('.'));
    texts.map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())).collect()
}

/// The values of an attribute, in their order.
pub(crate) fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.match_indices(&start).map(|(at, _)| html[at + start.len()..].split('"').next().unwrap()).collect()
}

/// The address of a page's file.
fn address(path: &str) -> String {
    format!("/{}", path.trim_end_matches("index.html"))
}

/// Links within the site that lead nowhere, as `page → link`. With `from`, only pages that can be reached from there.
pub(crate) fn broken(pages: &BTreeMap<String, String>, from: Option<&[&str]>) -> Vec<String> {
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, html)| (path.as_str(), attributes(html, "id").into_iter().collect())).collect();
    let mut broken = Vec::new();
    let mut open: Vec<String> = match from {
        Some(from) => from.iter().map(|path| (*path).to_owned()).collect(),
        None => pages.keys().filter(|path| path.ends_with(".html")).cloned().collect(),
    };
    let mut seen: BTreeSet<String> = open.iter().cloned().collect();
    while let Some(page) = open.pop() {
        let Some(html) = pages.get(&page) else {
            broken.push(format!("no {page}"));
            continue;
        };
        for link in attributes(html, "href").into_iter().chain(attributes(html, "src")) {
            let link = link.replace("&amp;", "&");
            let local = link.strip_prefix(BASE).unwrap_or(&link);
            if local.contains(':') || local.starts_with("//") {
                continue;
            }
            let (path, fragment) = local.split_once('#').map_or((local, None), |(path, fragment)| (path, Some(fragment)));
            let file = match path {
                "" => page.clone(),
                path if path.ends_with('/') => format!("{}index.html", &path[1..]),
                path => path[1..].to_owned(),
            };
            let found = ids.get(file.as_str());
            if found.is_none() || fragment.is_some_and(|fragment| !found.unwrap().contains(fragment)) {
                broken.push(format!("{page} → {link}"));
            } else if from.is_some() && file.ends_with(".html") && seen.insert(file.clone()) {
                open.push(file);
            }
        }
    }
    broken
}

#[test]
fn every_internal_link_and_fragment_of_the_strategy_resolves() {
    assert!(STRATEGY.len() > 70, "the strategy was not published whole");
    assert_eq!(broken(&STRATEGY, None), Vec::<String>::new());
}

#[test]
fn every_page_can_be_reached_from_the_front() {
    let fronts = ["index.html", "en/index.html"];
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut open: Vec<String> = fronts.iter().map(|path| (*path).to_owned()).collect();
    while let Some(page) = open.pop() {
        if !reached.insert(page.clone()) {
            continue;
        }
        for link in attributes(&STRATEGY[&page], "href") {
            let path = link.split('#').next().unwrap();
            if path.starts_with('/') && path.ends_with('/') {
                open.push(format!("{}index.html", &path[1..]));
            }
        }
    }
    let all: BTreeSet<String> = STRATEGY.keys().filter(|path| path.ends_with("index.html")).cloned().collect();
    assert_eq!(all.difference(&reached).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_address_is_the_only_one_of_its_ids() {
    for (path, html) in STRATEGY.iter().filter(|(path, _)| path.ends_with(".html")) {
        let ids = attributes(html, "id");
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{path} has an id twice: {ids:?}");
    }
}

/// Whether a page is one in two languages side by side.
pub(crate) fn is_parallel(address: &str) -> bool {
    let address = address.trim_end_matches("index.html");
    address.ends_with("/parallelt/") || address.ends_with("/parallel/")
}

/// For each page the alternates that it names, language by language.
fn alternates_in_heads() -> BTreeMap<String, BTreeMap<String, String>> {
    let pages = STRATEGY.iter().filter(|(path, _)| path.ends_with("index.html"));
    pages
        .map(|(path, html)| {
            let head = &html[..html.find("</head>").unwrap()];
            let links = head.split("<link rel=\"alternate\"").skip(1).filter(|link| link.starts_with(" hreflang"));
            let named = links.map(|link| (attributes(link, "hreflang")[0].to_owned(), attributes(link, "href")[0].to_owned()));
            (format!("{BASE}{}", address(path)), named.collect())
        })
        .collect()
}

#[test]
fn every_page_has_its_counterpart_and_both_name_each_other() {
    let heads = alternates_in_heads();
    assert_eq!(heads.len() % 2, 0);
    for (page, alternates) in &heads {
        let languages: Vec<&str> = alternates.keys().map(String::as_str).collect();
        assert_eq!(languages, ["da", "en", "x-default"], "{page}");
        assert!(alternates["da"] == *page || alternates["en"] == *page, "{page} does not name itself");
        assert_eq!(alternates["x-default"], alternates["en"], "{page}");
        for counterpart in [&alternates["da"], &alternates["en"]] {
            assert_eq!(heads.get(counterpart), Some(alternates), "{page} and {counterpart} disagree");
        }
    }
}

#[test]
fn head_and_sitemap_agree() {
    let sitemap = &STRATEGY["sitemap.xml"];
    let listed: BTreeMap<String, BTreeMap<String, String>> = sitemap
        .split("<url>")
        .skip(1)
        .map(|url| {
            let address = url.split("<loc>").nth(1).unwrap().split("</loc>").next().unwrap();
            let alternates = attributes(url, "hreflang").into_iter().zip(attributes(url, "href"));
            (address.to_owned(), alternates.map(|(language, address)| (language.to_owned(), address.to_owned())).collect())
        })
        .collect();
    let mut heads = alternates_in_heads();
    // What search engines are told to leave out is not offered to them.
    heads.retain(|page, _| !is_parallel(page) && !page.ends_with("/hele-strategien/") && !page.ends_with("/whole-strategy/"));
    assert_eq!(listed, heads);
}

#[test]
fn every_page_tells_its_language_and_its_own_address() {
    for (path, html) in STRATEGY.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let language = if path.starts_with("en/") { "en" } else { "da" };
        assert!(html.contains(&format!("<html lang=\"{language}\"")), "{path}");
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{BASE}{}\"", address(path))), "{path}");
        for needed in ["<meta name=\"description\" content=\"", "property=\"og:title\"", "<link rel=\"icon\""] {
            assert!(html.contains(needed), "{path} lacks {needed}");
        }
        for refused in [" style=\"", "<style"] {
            assert!(!html.contains(refused), "{path} has {refused}");
        }
        // What is said for programs runs nothing.
        for script in html.split("<script").skip(1).filter(|script| !script.starts_with(" type=\"application/ld+json\">")) {
            let is_of_the_theme = script.starts_with(" src=\"/assets/") && script.split("</script>").next().unwrap().ends_with(" defer>");
            assert!(is_of_the_theme, "{path} has {script}");
        }
    }
}

#[test]
fn every_case_is_reached_from_a_section_and_lists_it() {
    for (front, cases) in [("", "cases/"), ("en/", "en/cases/")] {
        let own = |path: &str| path.starts_with(cases) && path != format!("{cases}index.html") && !is_parallel(path);
        let boxes: Vec<&String> = STRATEGY.keys().filter(|path| own(path)).collect();
        assert_eq!(boxes.len(), 9);
        for case in boxes {
            let address = address(case);
            let embeds = STRATEGY.iter().find(|(path, html)| {
                let boxes = html.split("<article class=\"case").skip(1);
                // A box's first link is that of its heading, which leads to its own page.
                path.starts_with(front) && !is_parallel(path) && boxes.into_iter().any(|html| attributes(html, "href")[0] == address)
            });
            let (section, _) = embeds.unwrap_or_else(|| panic!("{case} is in no section"));
            let back = format!("href=\"/{}\"", section.trim_end_matches("index.html"));
            let main = STRATEGY[case].split("<main").nth(1).unwrap();
            assert!(main.contains(&back), "{case} does not list {section}");
        }
    }
}
