//! Faults among other faults: all are told at once, in order, and none that only follows from another.

use super::{DRAWING, HALVES, at};
use crate::site::{TestSite, langebro, text};

const BROKEN: &str = "---\ntitle: C40: byer\n---\n\n## Baggrund\n\n![Havnen](havn.svg)\n";

#[test]
fn all_faults_of_all_files_are_told_at_once_sorted_by_file_and_line() {
    let danish = "# Klima\n\n[[ingen]] og [[heller-ikke]]\n\n<b>x</b>\n\n#### Vækst";
    let site = TestSite::new().section("01-climate", danish, "## Climate\n\n[](https://c40.org)\n\n#### Growth");
    let site = site.case("c40", "[[ingen]]", "Text.").file("content/notes.txt", "x").setting("strangers: en", "strangers: en\ntheme: x");
    site.finds(&[
        "unknown-page content/cases/c40.da.md:5:1 `ingen`",
        "unknown-file content/notes.txt:1:1",
        "heading-one content/sections/01-climate.da.md:5:1 `Klima`",
        "unknown-page content/sections/01-climate.da.md:7:1 `ingen`",
        "unknown-page content/sections/01-climate.da.md:7:14 `heller-ikke`",
        "raw-html content/sections/01-climate.da.md:9:1 `<b>`",
        "heading-skip content/sections/01-climate.da.md:11:1 `Vækst`",
        "empty-link content/sections/01-climate.en.md:7:1",
        "heading-skip content/sections/01-climate.en.md:9:1 `Growth`",
        "theme-missing langebro.yaml:5:8 `x`",
    ]);
}

/// Everything that leads to the case `c40`.
fn links() -> String {
    let all = ["[[c40]]", "[[c40#baggrund]]", "[C40](../cases/c40.da.md#baggrund)", "[C40](/cases/c40/)", "![[c40]]", "[[#c40--baggrund]]"];
    all.join("\n\n")
}

fn leads_to_c40() -> TestSite {
    TestSite::new().file("content/media/havn.svg", DRAWING).section("01-climate", &links(), &links().replace("(/cases", "(/en/cases"))
}

#[test]
fn a_file_that_cannot_be_read_is_the_only_fault_of_links_to_it() {
    let cases = ["content/cases/c40.da.md", "content/cases/c40.en.md"];
    leads_to_c40().file(cases[0], BROKEN).file(cases[1], BROKEN).finds(&at(&cases, &["yaml-colon 2:11"]));
}

#[test]
fn the_other_half_of_a_file_that_cannot_be_read_is_not_called_lonely() {
    let whole = "---\ntitle: C40\n---\n\n## Baggrund\n";
    for (broken, fine) in [("da", "en"), ("en", "da")] {
        let [broken, fine] = [broken, fine].map(|language| format!("content/cases/c40.{language}.md"));
        let site = leads_to_c40().file(&broken, BROKEN).file(&fine, whole);
        site.finds(&[format!("yaml-colon {broken}:2:11 `C40: byer`")]);
    }
}

#[test]
fn a_page_that_is_not_utf8_is_the_only_fault_of_links_to_it() {
    let site = leads_to_c40().file("content/cases/c40.en.md", "---\ntitle: C40\n---\n\n## Baggrund\n");
    site.write("content/cases/c40.da.md", b"---\ntitle: C40\n---\n\nK\xf8benhavn\n");
    site.finds(&["not-utf8 content/cases/c40.da.md:5:2"]);
}

#[test]
fn a_file_with_a_wrong_name_is_the_only_fault_of_links_to_it() {
    let whole = "---\ntitle: C40\n---\n\n## Baggrund\n\n![Havnen](havn.svg)\n";
    let site = leads_to_c40().file("content/cases/C40.da.md", whole).file("content/cases/c40.md", whole);
    site.finds(&["file-name content/cases/C40.da.md:1:1 `c40.da.md`", "unknown-language content/cases/c40.md:1:1 `c40.md`"]);
}

#[test]
fn a_front_page_or_a_chapter_that_cannot_be_read_is_its_own_only_fault() {
    let site = TestSite::new()
        .file("content/index.da.md", BROKEN)
        .file("content/index.en.md", "Text.\n")
        .file("content/sections/02-cities/index.da.md", BROKEN)
        .file("content/sections/02-cities/index.en.md", BROKEN)
        .pages(&["content/sections/02-cities/01-a.da.md", "content/sections/02-cities/01-a.en.md"])
        .section("01-climate", "[Forsiden](/)", "[The front page](/en/)");
    site.finds(&[
        "yaml-colon content/index.da.md:2:11",
        "front-matter content/index.en.md:1:1",
        "yaml-colon content/sections/02-cities/index.da.md:2:11",
        "yaml-colon content/sections/02-cities/index.en.md:2:11",
    ]);
}

#[test]
fn a_fault_in_the_front_matter_does_not_hide_those_of_the_text() {
    let file = "---\ntitle: Klima\nsdg: 13\n---\n\n# Klima\n";
    let site = TestSite::new().file(HALVES[0], file).file(HALVES[1], file);
    site.finds(&at(&HALVES, &["unknown-field 3:1 `sdg` → sdgs", "heading-one 6:1 `Klima`"]));
}

#[test]
fn an_address_of_a_file_that_cannot_be_read_is_not_called_vanished() {
    let site = TestSite::new().case("c40", "Tekst.", "Text.");
    site.build();
    site.file("content/cases/c40.da.md", BROKEN).finds(&["yaml-colon content/cases/c40.da.md:2:11"]);
}

#[test]
fn every_code_is_explained_in_both_languages() {
    for code in langebro::diagnostic::Code::ALL {
        let [danish, english] = ["da", "en"].map(|language| {
            let output = langebro().args(["explain", code.as_str(), "--lang", language]).output().unwrap();
            assert!(output.status.success(), "{code} in {language}");
            text(&output.stdout)
        });
        assert!(danish.contains(code.as_str()) && english.contains(code.as_str()), "{code}");
        assert_ne!(danish, english);
    }
}
