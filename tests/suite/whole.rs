//! The whole strategy on one page: everything once, in order, and all links that can stay on the page do.

use crate::links::attributes;
use crate::site::TestSite;

fn site() -> TestSite {
    let danish = "## Byer {#byer}\n\nSe [[means#vej|vejen]], [[means]], [her nede](#byer) og [[about]].[^n]\n\n![[c40]]\n\n[^n]: Note.";
    let english =
        "## Cities {#cities}\n\nSee [[means#road|the road]], [[means]], [below](#cities) and [[about]].[^n]\n\n![[c40]]\n\n[^n]: Note.";
    TestSite::new()
        .section("01-aims", danish, english)
        .section("02-means", "## Vej {#vej}\n\nTekst.", "## Road {#road}\n\nText.")
        .case("c40", "### Inde {#inde}\n\nByer.", "### Inside {#inside}\n\nCities.")
        .case("lonely", "Alene.", "Alone.")
        .file("content/pages/about.da.md", "---\ntitle: Om\n---\n\nOm.\n")
        .file("content/pages/about.en.md", "---\ntitle: About\n---\n\nAbout.\n")
}

#[test]
fn everything_stands_there_once_and_links_stay_on_the_page_where_they_can() {
    let site = site();
    site.build();
    for (address, anchor, about, case, alone) in [
        ("/hele-strategien/", "#means--vej", "/om/", "Byer.", "Alene."),
        ("/en/whole-strategy/", "#means--road", "/en/about/", "Cities.", "Alone."),
    ] {
        let html = site.page(address);
        let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
        let links = attributes(main, "href");
        for link in [anchor, "#_means", about] {
            assert!(links.contains(&link), "{link}: {links:?}");
        }
        let ids = attributes(&html, "id");
        let unique: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        for link in links.iter().filter_map(|link| link.strip_prefix('#')) {
            assert!(ids.contains(&link), "{link}");
        }
        for text in [case, alone] {
            assert_eq!(main.matches(text).count(), 1, "{text}");
        }
        let order: Vec<usize> =
            ["_aims", "_means", "_cases", "_lonely", "_colophon"].iter().map(|id| main.find(&format!("id=\"{id}\"")).unwrap()).collect();
        assert!(order.is_sorted(), "{order:?}");
        assert!(html.contains("noindex") && !site.read("public/sitemap.xml").contains(address));
    }
}

#[test]
fn what_leads_to_a_case_leads_to_where_its_box_stands_on_the_page() {
    let danish = "Se [[c40]], [[c40#inde|det indre]], [[outer]], [[inner]], [[fronted]] og [[lonely]].\n\n![[outer]]";
    let english = "See [[c40]], [[c40#inside|the inside]], [[outer]], [[inner]], [[fronted]] and [[lonely]].\n\n![[outer]]";
    let site = site()
        .file("content/index.da.md", "---\ntitle: Strategien\n---\n\n![[fronted]]\n")
        .file("content/index.en.md", "---\ntitle: The strategy\n---\n\n![[fronted]]\n")
        .case("fronted", "Forrest.", "In front.")
        .case("inner", "Inderst.", "Innermost.")
        .case("outer", "![[inner]]", "![[inner]]")
        .section("03-more", danish, english);
    site.build();
    for (address, inside) in [("/hele-strategien/", "inde"), ("/en/whole-strategy/", "inside")] {
        let html = site.page(address);
        let (links, ids) = (attributes(&html, "href"), attributes(&html, "id"));
        for place in ["_aims--c40", &format!("aims--c40--{inside}"), "_more--outer", "_more--inner", "_index--fronted", "_lonely"] {
            assert!(links.contains(&format!("#{place}").as_str()), "{place}: {links:?}");
            assert_eq!(ids.iter().filter(|id| **id == place).count(), 1, "{place}: {ids:?}");
        }
        assert!(!ids.contains(&"_fronted"), "a case that the front page shows does not come again at the end");
    }
}

#[test]
fn on_paper_it_is_given_the_titles_of_its_sections_whatever_they_hold() {
    let site = site()
        .file("content/sections/03-quoted.da.md", "---\ntitle: 'Byens \"hjerte\" \\ </style>'\n---\n\nTekst.\n")
        .file("content/sections/03-quoted.en.md", "---\ntitle: 'The \"heart\" \\ of </style>'\n---\n\nText.\n");
    site.build();
    for (address, language, titles) in [
        ("/hele-strategien/", "da", ["Afsnit aims", r#""Byens \22 hjerte\22  \5c  \3c /style>""#, r#""Strategien""#]),
        ("/en/whole-strategy/", "en", ["Section aims", r#""The \22 heart\22  \5c  of \3c /style>""#, r#""The strategy""#]),
    ] {
        let html = site.page(address);
        let links = attributes(&html, "href");
        let sheet = links.iter().find(|link| link.starts_with(&format!("/assets/print.{language}."))).unwrap();
        let css = site.read(&format!("public{sheet}"));
        for title in titles {
            assert!(css.contains(title), "{title}: {css}");
        }
    }
}

#[test]
fn its_headings_lie_below_the_titles_of_their_sections() {
    let site = site()
        .file("content/sections/03-chapter/index.da.md", "---\ntitle: Kapitel\nslug: kapitel\n---\n")
        .file("content/sections/03-chapter/index.en.md", "---\ntitle: Chapter\nslug: chapter\n---\n")
        .file("content/sections/03-chapter/01-part.da.md", "---\ntitle: Del\nslug: del\n---\n\n## Under\n")
        .file("content/sections/03-chapter/01-part.en.md", "---\ntitle: Part\nslug: part\n---\n\n## Under\n");
    site.build();
    for address in ["/hele-strategien/", "/en/whole-strategy/"] {
        let html = site.page(address);
        for (level, id) in [(2, "_aims"), (2, "_chapter"), (3, "_part"), (4, "part--under")] {
            let at = html.find(&format!("id=\"{id}\"")).unwrap();
            let tag = &html[html[..at].rfind("<h").unwrap()..at];
            assert!(tag.starts_with(&format!("<h{level} ")), "{id}: {tag}");
        }
    }
}

#[test]
fn a_section_in_one_language_stands_on_the_page_of_that_language_alone() {
    let site = site().setting("strangers: en", "strangers: en\nmissing_half: omit");
    site.remove("content/sections/02-means.en.md");
    site.write("content/sections/01-aims.en.md", b"---\ntitle: Aims\n---\n\nText.\n");
    site.build();
    assert!(site.page("/hele-strategien/").contains("id=\"_means\""));
    assert!(!site.page("/en/whole-strategy/").contains("id=\"_means\""));
}

#[test]
fn a_site_may_do_without_it_and_call_it_otherwise() {
    let site = site();
    site.build();
    assert!(site.page("/").contains("href=\"/hele-strategien/\"") && site.page("/en/").contains("href=\"/en/whole-strategy/\""));
    let without = self::site().setting("strangers: en", "strangers: en\nwhole: false");
    without.build();
    assert!(!without.path("public/hele-strategien").exists() && !without.page("/").contains("hele-strategien"));
    let otherwise = self::site().setting("strangers: en", "strangers: en\naddresses: {whole: {da: alt, en: all}}");
    otherwise.build();
    assert!(otherwise.path("public/alt/index.html").exists() && otherwise.path("public/en/all/index.html").exists());
}
