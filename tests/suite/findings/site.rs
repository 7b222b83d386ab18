//! What only shows when all pages are seen together: addresses, boxes in boxes, media.

use super::{DRAWING, HALVES, at};
use crate::site::TestSite;

/// A page in both languages with the same lines of front matter.
fn page(site: TestSite, path: &str, lines: &str) -> TestSite {
    let file = format!("---\n{lines}\n---\n\nTekst.\n");
    site.file(&format!("content/{path}.da.md"), &file).file(&format!("content/{path}.en.md"), &file)
}

/// The findings of two pages that clash in both languages: each is told of the other.
fn clash(site: &TestSite, one: (&str, &str), two: (&str, &str), address: &str) {
    let told = |(page, place): (&str, &str), (other, _): (&str, &str), language: &str| {
        let front = if language == "en" { "/en" } else { "" };
        format!("address-clash content/{page}.{language}.md:{place} `{front}{address}` `content/{other}.{language}.md`")
    };
    site.finds(&[told(one, two, "da"), told(one, two, "en"), told(two, one, "da"), told(two, one, "en")]);
}

#[test]
fn two_pages_at_one_address_are_told_at_each_at_what_gives_the_address() {
    let site = page(TestSite::new(), "pages/about", "title: Om\nslug: klima");
    clash(&page(site, "sections/01-climate", "title: Klima"), ("pages/about", "3:1"), ("sections/01-climate", "2:1"), "/klima/");
}

#[test]
fn a_link_to_a_heading_of_its_own_page_is_no_fault_because_another_page_wants_the_address() {
    let site = page(TestSite::new(), "pages/about", "title: Om\nslug: afsnit-climate");
    let site = site.section("01-climate", "## Mål\n\nSe [[#maal]] og [målene](#maal).", "## Aims\n\nText.");
    site.finds(&[
        "address-clash content/pages/about.da.md:3:1 `/afsnit-climate/` `content/sections/01-climate.da.md`",
        "address-clash content/sections/01-climate.da.md:2:1 `/afsnit-climate/` `content/pages/about.da.md`",
    ]);
}

#[test]
fn a_former_address_at_which_a_page_stands_is_told_at_both() {
    let site = TestSite::new().file(HALVES[0], "---\ntitle: Klima\n---\n").file(HALVES[1], "---\ntitle: Climate\n---\n");
    let site = site.file("content/pages/about.da.md", "---\ntitle: Om\naliases: [/om-os/, /klima/]\n---\n");
    let site = site.file("content/pages/about.en.md", "---\ntitle: About\naliases: /en/climate\n---\n");
    site.finds(&[
        "address-clash content/pages/about.da.md:3:20 `/klima/` `content/sections/01-climate.da.md`",
        "address-clash content/pages/about.en.md:3:10 `/en/climate/` `content/sections/01-climate.en.md`",
        "address-clash content/sections/01-climate.da.md:2:1 `/klima/` `content/pages/about.da.md`",
        "address-clash content/sections/01-climate.en.md:2:1 `/en/climate/` `content/pages/about.en.md`",
    ]);
}

#[test]
fn one_former_address_of_two_pages_is_told_at_both() {
    let site = TestSite::new().file(HALVES[0], "---\ntitle: Klima\naliases: /gammel/\n---\n");
    let site = site.file(HALVES[1], "---\ntitle: Climate\naliases: [/en/old/, /gammel/]\n---\n");
    site.finds(&[
        format!("address-clash {}:3:10 `/gammel/` `{}`", HALVES[0], HALVES[1]),
        format!("address-clash {}:3:21 `/gammel/` `{}`", HALVES[1], HALVES[0]),
    ]);
}

#[test]
fn a_former_address_that_the_page_has_again_or_names_twice_is_fine() {
    let site = TestSite::new().file(HALVES[0], "---\ntitle: Klima\naliases: [/klima/, /gammel/, gammel]\n---\n");
    site.file(HALVES[1], "---\ntitle: Climate\n---\n").finds(&[] as &[&str]);
}

#[test]
fn a_page_at_the_address_of_a_list_that_the_program_makes_is_told() {
    let site = TestSite::new().file("content/pages/goals.da.md", "---\ntitle: Verdensmål\n---\n");
    let site = site.file("content/pages/goals.en.md", "---\ntitle: Our purposes\nslug: purposes\n---\n");
    site.finds(&[
        "address-clash content/pages/goals.da.md:2:1 `/verdensmaal/` `langebro.yaml`",
        "address-clash content/pages/goals.en.md:3:1 `/en/purposes/` `langebro.yaml`",
    ]);
}

#[test]
fn boxes_that_show_each_other_are_told_with_the_way_round() {
    let site = TestSite::new().case("a", "![[b]]", "![[b]]").case("b", "Tekst.\n\n![[a]]", "Text.\n\n![[a]]");
    site.section("01-climate", "![[a]]", "![[a]]").finds(&[
        "embed-circle content/cases/a.da.md:5:1 `a → b → a`",
        "embed-circle content/cases/a.en.md:5:1 `a → b → a`",
        "embed-circle content/cases/b.da.md:7:1 `b → a → b`",
        "embed-circle content/cases/b.en.md:7:1 `b → a → b`",
    ]);
}

#[test]
fn three_boxes_in_a_circle_are_told() {
    let site = [("a", "![[b]]"), ("b", "![[c]]"), ("c", "![[a]]")];
    let site = site.iter().fold(TestSite::new(), |site, (key, text)| site.case(key, text, text));
    let told = |(key, way)| ["da", "en"].map(|language| format!("embed-circle content/cases/{key}.{language}.md:5:1 `{way}`"));
    let ways = [("a", "a → b → c → a"), ("b", "b → c → a → b"), ("c", "c → a → b → c")];
    site.finds(&ways.into_iter().flat_map(told).collect::<Vec<_>>());
}

#[test]
fn a_box_in_itself_is_told() {
    let site = TestSite::new().case("a", "![[a]]", "![[a]]").section("01-climate", "![[a]]", "![[a]]");
    site.finds(&["embed-circle content/cases/a.da.md:5:1 `a → a`", "embed-circle content/cases/a.en.md:5:1 `a → a`"]);
}

#[test]
fn a_box_twice_within_a_box_is_told_there_and_not_at_each_page_that_shows_it() {
    let site = TestSite::new().case("a", "![[b]]\n\n![[b]]", "![[b]]").case("b", "Tekst.", "Text.");
    site.section("01-climate", "![[a]]", "![[a]]").finds(&["repeated-embed content/cases/a.da.md:7:1 `b`"]);
}

#[test]
fn many_boxes_within_boxes_are_checked_in_no_time() {
    let twice = |key: usize| format!("![[x{}]]\n\n![[x{}]]", key + 1, key + 1);
    let site = (0..40).fold(TestSite::new(), |site, key| site.case(&format!("x{key}"), &twice(key), &twice(key)));
    let site = site.case("x40", "Tekst.", "Text.");
    let told = |(key, language): (usize, &str)| {
        let place = format!("content/cases/x{key}.{language}.md");
        let deep = |line| format!("embed-depth {place}:{line}:1");
        // From the eighth last on the boxes are not too deep any more, but each still shows the next one twice.
        if key < 32 { vec![deep(5), deep(7)] } else { vec![format!("repeated-embed {place}:7:1")] }
    };
    let mut keys: Vec<usize> = (0..40).collect();
    keys.sort_by_key(|key| format!("content/cases/x{key}.da.md"));
    let halves = keys.into_iter().flat_map(|key| [(key, "da"), (key, "en")]);
    site.finds(&halves.flat_map(told).collect::<Vec<_>>());
}

#[test]
fn an_image_that_no_page_shows_is_a_warning() {
    let site = TestSite::new().file("content/media/2025/havn.svg", DRAWING).file("content/media/plan.pdf", "x");
    site.finds(&["unused-media content/media/2025/havn.svg:1:1 `2025/havn.svg`", "unused-media content/media/plan.pdf:1:1 `plan.pdf`"]);
    let text = "![Havnen](2025/havn.svg)\n\n[Planen](../media/plan.pdf)";
    site.section("01-climate", text, text).finds(&[] as &[&str]);
}

#[test]
fn an_image_that_a_draft_shows_is_not_called_unused() {
    let draft = "---\ntitle: Kladde\ndraft: true\n---\n\n![Havnen](havn.svg)\n\n[Planen](/media/plan.pdf)\n";
    let site = TestSite::new().file("content/media/havn.svg", DRAWING).file("content/media/plan.pdf", "x");
    site.file(HALVES[0], draft).file(HALVES[1], draft).finds(&[] as &[&str]);
}

#[test]
fn an_image_that_cannot_be_read_is_told_once_at_its_file() {
    let site = TestSite::new().file("content/media/havn.jpg", "no image").section("01-climate", "![Havnen](havn.jpg)", "![H](havn.jpg)");
    site.finds(&["image-unreadable content/media/havn.jpg:1:1 `havn.jpg`"]);
}

#[test]
fn a_file_that_is_no_image_is_told_where_it_is_shown_as_one() {
    let site = TestSite::new().file("content/media/plan.pdf", "x").section("01-climate", "![Planen](plan.pdf)", "Text.");
    site.finds(&at(&HALVES[..1], &["image-unreadable 5:1 `plan.pdf`"]));
}

#[test]
fn an_address_that_was_published_and_is_gone_is_a_warning_with_the_line_to_write() {
    let section = |slug: &str| format!("---\ntitle: Klima\n{slug}\n---\n");
    let site = TestSite::new().file(HALVES[0], &section("slug: klima")).file(HALVES[1], &section("slug: climate"));
    site.build();
    let site = site.file(HALVES[0], &section("slug: klimaet")).file(HALVES[1], &section("slug: the-climate"));
    site.finds(&["vanished-address `/en/climate/` `aliases: [/en/climate/]`", "vanished-address `/klima/` `aliases: [/klima/]`"]);
    let site = site.file(HALVES[0], &section("slug: klimaet\naliases: [/klima/]"));
    site.file(HALVES[1], &section("slug: the-climate\naliases: [/en/climate/]")).finds(&[] as &[&str]);
}
