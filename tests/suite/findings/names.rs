//! Files, folders, and the two halves of a page.

use super::{DRAWING, HALVES, at};
use crate::site::TestSite;

const FINE: [&str; 2] = ["content/cases/c40.da.md", "content/cases/c40.en.md"];

/// A site whose only other page is the English half, and the Danish one under a name that is wrong.
fn misnamed(name: &str) -> TestSite {
    TestSite::new().pages(&[&format!("content/cases/{name}"), FINE[1]])
}

#[test]
fn a_site_of_two_halves_with_proper_names_has_no_findings() {
    TestSite::new().pages(&FINE).finds(&[] as &[&str]);
}

#[test]
fn a_language_that_the_site_does_not_have_is_told_and_no_half_is_called_missing() {
    misnamed("c40.dk.md").finds(&["unknown-language content/cases/c40.dk.md:1:1 `c40.dk.md` `da, en` → c40.da.md"]);
    misnamed("c40.DA.md").finds(&["unknown-language content/cases/c40.DA.md:1:1 `c40.DA.md` → c40.da.md"]);
    misnamed("c40.da-DK.md").finds(&["unknown-language content/cases/c40.da-DK.md:1:1 `c40.da-DK.md` → c40.da.md"]);
    misnamed("c40.fr.md").finds(&["unknown-language content/cases/c40.fr.md:1:1 `c40.fr.md`"]);
}

#[test]
fn a_file_name_without_a_language_is_told() {
    misnamed("c40.md").finds(&["unknown-language content/cases/c40.md:1:1 `c40.md` `da, en`"]);
    misnamed("c40-da.md").finds(&["unknown-language content/cases/c40-da.md:1:1 `c40-da.md` → c40.da.md"]);
    misnamed("c40_da.md").finds(&["unknown-language content/cases/c40_da.md:1:1 `c40_da.md` → c40.da.md"]);
    TestSite::new().pages(&["content/cases/c40.md"]).finds(&["unknown-language content/cases/c40.md:1:1 `c40.md`"]);
}

#[test]
fn a_second_ending_that_windows_hides_is_told() {
    misnamed("c40.da.md.txt").finds(&["hidden-extension content/cases/c40.da.md.txt:1:1 `c40.da.md.txt` `c40.da.md`"]);
    misnamed("C40.da.MD.docx").finds(&["hidden-extension content/cases/C40.da.MD.docx:1:1 `C40.da.MD.docx` `c40.da.md`"]);
    misnamed("İ.da.md.txt").finds(&[
        "missing-half content/cases/c40.en.md:1:1 `content/cases/c40.da.md`",
        "hidden-extension content/cases/İ.da.md.txt:1:1 `İ.da.md.txt`",
    ]);
}

#[test]
fn capitals_blanks_and_danish_letters_in_a_file_name_are_told_with_a_better_name() {
    misnamed("C40.da.md").finds(&["file-name content/cases/C40.da.md:1:1 `C40.da.md` `c40.da.md`"]);
    misnamed("c40.da.MD").finds(&["file-name content/cases/c40.da.MD:1:1 `c40.da.MD` `c40.da.md`"]);
    let site = TestSite::new().pages(&["content/cases/Vores by.da.md", "content/cases/københavn.en.md", "content/cases/to_byer.da.md"]);
    site.finds(&[
        "file-name content/cases/Vores by.da.md:1:1 `Vores by.da.md` `vores-by.da.md`",
        "file-name content/cases/københavn.en.md:1:1 `københavn.en.md` `koebenhavn.en.md`",
        "file-name content/cases/to_byer.da.md:1:1 `to_byer.da.md` `to-byer.da.md`",
    ]);
}

#[test]
fn a_folder_with_a_capital_is_told_once_and_not_for_each_file_in_it() {
    let site = TestSite::new().pages(&[
        "content/sections/03-Byer/index.da.md",
        "content/sections/03-Byer/index.en.md",
        "content/sections/03-Byer/01-netværk.da.md",
        "content/sections/03-Byer/01-netvaerk.en.md",
    ]);
    site.finds(&[
        "file-name content/sections/03-Byer:1:1 `03-Byer` `03-byer`",
        "file-name content/sections/03-Byer/01-netværk.da.md:1:1 `01-netværk.da.md` `01-netvaerk.da.md`",
    ]);
}

#[test]
fn a_page_in_one_language_only_is_told() {
    for (there, missing) in [(0, 1), (1, 0)] {
        let site = TestSite::new().pages(&[HALVES[there]]);
        site.finds(&at(&[HALVES[there]], &[&format!("missing-half 1:1 `{}`", HALVES[missing])]));
    }
}

#[test]
fn a_half_that_is_a_draft_counts_as_missing() {
    for (there, draft) in [(0, 1), (1, 0)] {
        let site = TestSite::new().pages(&[HALVES[there]]).file(HALVES[draft], "---\ntitle: Kladde\ndraft: true\n---\n");
        site.finds(&at(&[HALVES[there]], &[&format!("missing-half 1:1 `draft: true` `{}`", HALVES[draft])]));
    }
}

#[test]
fn a_page_that_is_a_draft_in_both_languages_is_not_missing() {
    let draft = "---\ntitle: Kladde\ndraft: true\n---\n\n# Ikke færdig <b>endnu</b>, se [[c40]]\n";
    TestSite::new().file(HALVES[0], draft).file(HALVES[1], draft).finds(&[] as &[&str]);
}

#[test]
fn one_key_in_two_kinds_of_page_is_told_at_each_file() {
    let [case, section] = ["cases/climate", "sections/01-climate"].map(|path| ["da", "en"].map(|l| format!("content/{path}.{l}.md")));
    let site = TestSite::new().pages(&[&case[0], &case[1], &section[0], &section[1]]);
    let site = site.case("c40", "Se [afsnittet](../sections/01-climate.da.md).", "See [it](../sections/01-climate.en.md).");
    site.finds(&[
        format!("duplicate-key {}:1:1 `climate` `{}`", case[0], section[0]),
        format!("duplicate-key {}:1:1 `climate` `{}`", case[1], section[1]),
        format!("duplicate-key {}:1:1 `climate` `{}`", section[0], case[0]),
        format!("duplicate-key {}:1:1 `climate` `{}`", section[1], case[1]),
    ]);
}

#[test]
fn one_key_in_two_folders_is_told_at_each_file() {
    let chapters = ["01-a", "02-b"].map(|folder| ["da", "en"].map(|l| format!("content/sections/{folder}/index.{l}.md")));
    let twice = ["01-a", "02-b"].map(|folder| ["da", "en"].map(|l| format!("content/sections/{folder}/01-x.{l}.md")));
    let site = TestSite::new().pages(&chapters.as_flattened().iter().chain(twice.as_flattened()).map(String::as_str).collect::<Vec<_>>());
    site.finds(&[
        format!("duplicate-key {}:1:1 `x` `{}`", twice[0][0], twice[1][0]),
        format!("duplicate-key {}:1:1 `x` `{}`", twice[0][1], twice[1][1]),
        format!("duplicate-key {}:1:1 `x` `{}`", twice[1][0], twice[0][0]),
        format!("duplicate-key {}:1:1 `x` `{}`", twice[1][1], twice[0][1]),
    ]);
}

#[test]
fn two_halves_in_folders_of_different_kinds_are_told_to_disagree_and_not_to_be_missing() {
    TestSite::new().pages(&["content/cases/climate.da.md", "content/pages/climate.en.md"]).finds(&[
        "halves-disagree content/cases/climate.da.md:1:1 `content/pages/climate.en.md`",
        "halves-disagree content/pages/climate.en.md:1:1 `content/cases/climate.da.md`",
    ]);
}

#[test]
fn two_halves_with_different_numbers_are_told_to_disagree() {
    let page = |title: &str| format!("---\ntitle: {title}\n---\n\nTekst.\n");
    let site = TestSite::new().file("content/sections/01-climate.da.md", &page("Klima"));
    site.file("content/sections/02-climate.en.md", &page("Climate")).finds(&[
        "halves-disagree content/sections/01-climate.da.md:1:1 `content/sections/02-climate.en.md`",
        "halves-disagree content/sections/02-climate.en.md:1:1 `content/sections/01-climate.da.md`",
    ]);
}

#[test]
fn one_number_given_to_two_sections_is_told_at_each_file() {
    let names = ["01-climate", "01-oceans"].map(|name| ["da", "en"].map(|l| format!("content/sections/{name}.{l}.md")));
    let site = TestSite::new().pages(&names.as_flattened().iter().map(String::as_str).collect::<Vec<_>>());
    let told = |file: &str, other: &str| format!("duplicate-order {file}:1:1 `1` `{other}`");
    site.finds(&[
        told(&names[0][0], &names[1][0]),
        told(&names[0][1], &names[1][1]),
        told(&names[1][0], &names[0][0]),
        told(&names[1][1], &names[0][1]),
    ]);
}

#[test]
fn a_site_without_a_front_page_is_told_which_file_to_make() {
    let site = TestSite::new();
    site.remove("content/index.da.md");
    site.finds(&["missing-half content/index.en.md:1:1 `content/index.da.md`"]);
    site.remove("content/index.en.md");
    site.finds(&["front-missing `content/index.da.md`"]);
}

#[test]
fn a_chapter_without_an_index_file_is_told_once_at_its_folder() {
    let sections = ["01-a", "02-b"].map(|name| ["da", "en"].map(|l| format!("content/sections/02-cities/{name}.{l}.md")));
    let sections: Vec<&str> = sections.as_flattened().iter().map(String::as_str).collect();
    TestSite::new().pages(&sections).finds(&["chapter-without-index content/sections/02-cities:1:1 `cities`"]);
    let within = ["content/sections/02-cities/03-deep/01-c.da.md", "content/sections/02-cities/03-deep/01-c.en.md"];
    TestSite::new().pages(&sections).pages(&within).finds(&[
        "chapter-without-index content/sections/02-cities:1:1 `cities`",
        "chapter-without-index content/sections/02-cities/03-deep:1:1 `deep`",
    ]);
}

#[test]
fn a_chapter_with_an_index_file_in_one_language_lacks_a_half_and_nothing_else() {
    let site = TestSite::new().pages(&[
        "content/sections/02-cities/index.da.md",
        "content/sections/02-cities/01-a.da.md",
        "content/sections/02-cities/01-a.en.md",
    ]);
    site.finds(&["missing-half content/sections/02-cities/index.da.md:1:1 `content/sections/02-cities/index.en.md`"]);
}

#[test]
fn a_section_four_folders_deep_is_told() {
    let chapters = ["a", "a/b", "a/b/c"].map(|folder| ["da", "en"].map(|l| format!("content/sections/{folder}/index.{l}.md")));
    let site = TestSite::new().pages(&chapters.as_flattened().iter().map(String::as_str).collect::<Vec<_>>());
    site.pages(&["content/sections/a/b/c/d/01-x.da.md", "content/sections/a/b/c/d/01-x.en.md"])
        .finds(&["folder-depth content/sections/a/b/c/d/01-x.da.md:1:1 `3`", "folder-depth content/sections/a/b/c/d/01-x.en.md:1:1 `3`"]);
}

#[test]
fn a_file_that_is_no_part_of_the_site_is_told() {
    let site = TestSite::new()
        .file("content/notes.txt", "x")
        .file("content/cases/c40.docx", "x")
        .file("content/sections/index.da.md", "x")
        .file("content/cases/.DS_Store", "x")
        .file("content/cases/~$c40.docx", "x")
        .file("content/cases/c40.md~", "x");
    site.finds(&[
        "unknown-file content/cases/c40.docx:1:1 `content/cases`",
        "unknown-file content/notes.txt:1:1 `content/media`",
        "unknown-file content/sections/index.da.md:1:1 `content/sections`",
    ]);
}

#[test]
fn a_misspelt_folder_of_content_is_told_with_the_nearest_name_and_links_into_it_are_not() {
    let site = TestSite::new().pages(&["content/case/c40.da.md", "content/case/c40.en.md"]);
    let site = site.section("01-climate", "![[c40]]\n\nSe [[c40]].", "![[c40]]\n\nSee [[c40]].");
    site.finds(&[
        "unknown-file content/case/c40.da.md:1:1 `content/cases` → cases",
        "unknown-file content/case/c40.en.md:1:1 `content/cases` → cases",
    ]);
}

#[cfg(unix)]
#[test]
fn a_shortcut_that_leads_out_of_the_site_is_told_and_what_it_leads_to_is_not_read() {
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(elsewhere.path().join("c40.da.md"), "not even front matter").unwrap();
    let link = |to: &std::path::Path, path: &str, site: &TestSite| std::os::unix::fs::symlink(to, site.path(path)).unwrap();
    let site = TestSite::new().pages(&[FINE[1]]).file("content/media/havn.svg", DRAWING);
    link(&elsewhere.path().join("c40.da.md"), FINE[0], &site);
    link(elsewhere.path(), "content/pages", &site);
    link(elsewhere.path(), "content/media/more", &site);
    site.finds(&["outside-link content/cases/c40.da.md:1:1", "outside-link content/media/more:1:1", "outside-link content/pages:1:1"]);
}

#[cfg(unix)]
#[test]
fn a_shortcut_to_its_own_folder_is_told() {
    let site = TestSite::new().pages(&FINE);
    std::os::unix::fs::symlink(site.path("content/cases"), site.path("content/cases/again")).unwrap();
    site.finds(&["unreadable-file content/cases/again:1:1"]);
}

#[test]
fn a_file_in_the_place_of_the_folder_for_media_is_told() {
    TestSite::new().file("content/media", "x").finds(&["unknown-file content/media:1:1 `media`"]);
}

#[test]
fn a_number_of_more_than_four_digits_is_part_of_the_name() {
    let site = TestSite::new().section("4294967295-x", "a", "a").section("01-aims", "[[4294967295-x]]", "[[4294967295-x]]");
    site.finds(&[] as &[&str]);
}

#[test]
fn a_text_that_strayed_into_the_media_is_told_and_never_published() {
    let site = TestSite::new().file("content/media/klima.da.md", "---\ntitle: Klima\n---\n\n<!-- til os selv -->\n");
    assert_eq!(site.places(), ["unknown-file content/media/klima.da.md:1:1"]);
    site.build();
    assert!(!site.path("public/media").exists());
}
