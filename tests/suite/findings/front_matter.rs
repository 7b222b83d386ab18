//! What stands between the two lines of dashes.

use super::{HALVES, at, file_finds, front_finds};
use crate::site::TestSite;

#[test]
fn a_file_without_front_matter_is_told() {
    file_finds(TestSite::new, "Tekst.\n", &["front-matter 1:1 `title:`"]);
    file_finds(TestSite::new, "", &["front-matter 1:1 `title:`"]);
    file_finds(TestSite::new, "\u{feff}", &["front-matter 1:1 `title:`"]);
}

#[test]
fn front_matter_that_does_not_end_is_told() {
    file_finds(TestSite::new, "---\ntitle: Klima\n\nTekst.\n", &["front-matter 1:1 `---`"]);
}

#[test]
fn a_file_of_front_matter_alone_is_fine_and_so_is_a_blank_line_before_it() {
    file_finds(TestSite::new, "---\ntitle: Klima\n---", &[]);
    file_finds(TestSite::new, "\n\n---\ntitle: Klima\n---\n", &[]);
}

#[test]
fn files_from_windows_are_fine_and_places_in_them_are_right() {
    let file = "\u{feff}---\r\ntitle: Klima\r\nslug: æ ø\r\n---\r\n\r\nÆøå [her i byen](ingen.da.md).\r\n";
    let found = &["bad-slug 3:7 `æ ø` `ae-oe`", "broken-file-link 6:5 `content/sections/ingen.da.md`"];
    file_finds(TestSite::new, file, found);
    file_finds(TestSite::new, "\u{feff}---\r\ntitle: C40: byer\r\n---\r\n", &["yaml-colon 2:11 `title: \"C40: byer\"`"]);
    file_finds(TestSite::new, "\u{feff}---\r\ntitle: Klima\r\n---\r\n\r\nTekst.\r\n", &[]);
}

#[test]
fn a_page_without_a_title_is_told() {
    front_finds("slug: klima", &["title-missing 2:1 `title:`"]);
    front_finds("", &["title-missing 2:1 `title:`"]);
}

#[test]
fn a_colon_in_a_title_without_quotes_is_told_with_the_line_to_write() {
    front_finds("title: C40: byer", &["yaml-colon 2:11 `title: \"C40: byer\"`"]);
    front_finds("slug: klima\ntitle: Æøå: byer\nsdgs: [13]", &["yaml-colon 3:11 `title: \"Æøå: byer\"`"]);
    front_finds("title: Klima\ndescription: Vores mål:", &["yaml-colon 3:23 `description: \"Vores mål:\"`"]);
}

#[test]
fn curly_quotes_from_a_word_processor_are_told() {
    front_finds("title: “Klima”", &["yaml-quotes 2:8"]);
    front_finds("title: ”C40: byer”", &["yaml-quotes 2:8"]);
    front_finds("title: Klima\nsdgs: [13, “13.2”]", &["yaml-quotes 3:12"]);
    front_finds("title: “Klima”\npurposes: [„learn“]\nslug: “klima”", &["yaml-quotes 2:8", "yaml-quotes 3:12", "yaml-quotes 4:7"]);
}

#[test]
fn a_title_that_begins_and_ends_with_a_quoted_word_is_fine() {
    front_finds("title: “Vækst” og “velfærd”", &[]);
    front_finds("title: »Klima«", &[]);
}

#[test]
fn a_tab_is_told() {
    front_finds("title: Klima\nextra:\n\tnote: x", &["yaml-tab 4:1"]);
    front_finds("title: Klima\nsdgs:\n\t- 13", &["yaml-tab 4:1"]);
}

#[test]
fn any_other_line_that_is_no_yaml_is_told() {
    front_finds("title: \"Klima\nslug: x", &["yaml-syntax 2:8"]);
    front_finds("title: Klima\nsdgs: [13", &["yaml-syntax 3:7"]);
    front_finds("title: Klima\nKlima og byer", &["yaml-syntax 3:1"]);
    front_finds("Klima", &["yaml-syntax 2:1"]);
    front_finds("title: *Klima*", &["yaml-syntax 2:8"]);
    front_finds("title: @kbh", &["yaml-syntax 2:8"]);
}

#[test]
fn a_field_that_no_page_has_is_told_with_the_nearest_one() {
    front_finds("title: Klima\nsdg: [13]", &["unknown-field 3:1 `sdg` `description` → sdgs"]);
    front_finds("title: Klima\nforfatter: Anna", &["unknown-field 3:1 `forfatter` `purposes`"]);
}

#[test]
fn a_misspelt_title_is_not_also_a_missing_one() {
    front_finds("titel: Klima", &["unknown-field 2:1 `titel` → title"]);
    front_finds("Title: Klima", &["unknown-field 2:1 `Title` → title"]);
}

#[test]
fn a_field_given_twice_is_told_at_the_second() {
    front_finds("title: Klima\nsdgs: [13]\nsdgs: [11]", &["repeated-field 4:1 `sdgs`"]);
    front_finds("title: Klima\nextra:\n  a: 1\n  a: 2", &["repeated-field 5:3 `a`"]);
}

#[test]
fn a_value_of_the_wrong_kind_is_told_at_the_value() {
    front_finds("title: [Klima, byer]", &["wrong-type 2:8 `title`"]);
    front_finds("title:", &["wrong-type 2:6 `title`"]);
    front_finds("title: Klima\ndraft: ja", &["wrong-type 3:8 `draft` `true`"]);
    front_finds("title: Klima\nmissing_half: [omit]", &["wrong-type 3:15 `missing_half`"]);
    front_finds("title: Klima\ndate: 30-06-2025", &["wrong-type 3:7 `date` `2025-06-30`"]);
    front_finds("title: Klima\nupdated: 2025-02-30", &["wrong-type 3:10 `updated`"]);
    front_finds("title: Klima\nsdgs: {13: x}", &["wrong-type 3:7 `sdgs`"]);
    front_finds("title: Klima\nextra: note", &["wrong-type 3:8 `extra`"]);
}

#[test]
fn a_word_that_is_no_policy_for_missing_halves_is_told_with_those_that_are() {
    front_finds("title: Klima\nmissing_half: omitt", &["bad-choice 3:15 `missing_half` `omitt` `error, notice, omit` → omit"]);
    front_finds("title: Klima\nmissing_half: nej", &["bad-choice 3:15 `missing_half` `nej` `error, notice, omit`"]);
    // Whether the page may be in one language is then not known.
    let page = "---\ntitle: Klima\nmissing_half: notise\n---\n\nTekst.\n";
    for half in HALVES {
        TestSite::new().file(half, page).finds(&at(&[half], &["bad-choice 3:15 `notise` → notice"]));
    }
}

#[test]
fn a_list_whose_brackets_were_forgotten_is_told() {
    front_finds("title: Klima\npurposes: learn, influence", &["wrong-type 3:11 `purposes`"]);
    front_finds("title: Klima\nsdgs: 11, 13", &["wrong-type 3:7 `sdgs` `[11, 13]`"]);
}

#[test]
fn a_number_or_a_no_is_a_fine_title() {
    front_finds("title: 2025", &[]);
    front_finds("title: no", &[]);
    front_finds("title: 13.10", &[]);
    front_finds("title: 2025-06-30", &[]);
}

#[test]
fn an_address_with_other_letters_is_told_with_a_better_one() {
    front_finds("title: Klima\nslug: Vores Klima", &["bad-slug 3:7 `Vores Klima` `vores-klima`"]);
    front_finds("title: Klima\nslug: /klima/", &["bad-slug 3:7 `/klima/` `klima`"]);
}

#[test]
fn a_former_address_that_leads_out_of_the_site_is_told() {
    front_finds("title: Klima\naliases: [/../etc/]", &["bad-alias 3:11 `/../etc/`"]);
    front_finds("title: Klima\naliases: [//vært/x, https://a.dk/x]", &["bad-alias 3:11 `//vært/x`", "bad-alias 3:21 `https://a.dk/x`"]);
}

#[test]
fn a_goal_that_does_not_exist_is_told() {
    front_finds("title: Klima\nsdgs: [13, 18]", &["unknown-goal 3:12 `18`"]);
    front_finds("title: Klima\nsdgs: [klima]", &["unknown-goal 3:8 `klima`"]);
    front_finds("title: Klima\nsdgs: [SDG 13, \"013\"]", &["unknown-goal 3:8 `SDG 13` → 13", "unknown-goal 3:16 `013` → 13"]);
    front_finds("title: Klima\nsdgs: 13,2", &["unknown-goal 3:7 `13,2` → 13.2"]);
}

#[test]
fn a_target_that_does_not_exist_is_told_with_those_that_do() {
    front_finds("title: Klima\nsdgs: [\"13.9\"]", &["unknown-target 3:8 `13.9` `13` `13.1, 13.2, 13.3, 13.a, 13.b`"]);
    front_finds("title: Klima\nsdgs: [\"1.A\"]", &["unknown-target 3:8 `1.A` → 1.a"]);
    front_finds("title: Klima\nsdgs: [13.10]", &["unknown-target 3:8 `13.10`"]);
}

#[test]
fn a_target_without_quotes_is_a_warning_and_keeps_its_last_zero() {
    front_finds("title: Klima\nsdgs: [13.2, \"13.1\", 13]", &["target-number 3:8 `\"13.2\"`"]);
    front_finds("title: Klima\nsdgs: [8.10]", &["target-number 3:8 `8.10`"]);
}

#[test]
fn a_purpose_that_the_settings_do_not_have_is_told_with_the_nearest_one() {
    front_finds(
        "title: Klima\npurposes: [lern, påvirke]",
        &["unknown-term 3:12 `lern` `purposes` `learn, influence` → learn", "unknown-term 3:18 `påvirke` `learn, influence` → influence"],
    );
}

#[test]
fn what_must_be_the_same_in_both_halves_is_told_at_each_where_it_is_not() {
    let disagree = |danish: &str, english: &str, field: &str, says: [&str; 2]| {
        let half = |line: &str| format!("---\ntitle: Klima\n{line}\n---\n");
        let site = TestSite::new().file(HALVES[0], &half(danish)).file(HALVES[1], &half(english));
        let told = |other: &str| format!("halves-disagree 3:1 `{field}` `{}` `{}` `{other}`", says[0], says[1]);
        site.finds(&[at(&HALVES[..1], &[&told(HALVES[1])]), at(&HALVES[1..], &[&told(HALVES[0])])].concat());
    };
    disagree("sdgs: [13]", "sdgs: [11, 13]", "sdgs", ["13", "11, 13"]);
    disagree("purposes: [learn]", "purposes: [influence]", "purposes", ["learn", "influence"]);
    disagree("date: 2025-06-30", "date: 2025-06-29", "date", ["2025-06-30", "2025-06-29"]);
}

#[test]
fn what_is_the_same_in_another_order_or_said_once_is_fine() {
    let half = |line: &str| format!("---\ntitle: Klima\n{line}\n---\n");
    let fine = |danish: &str, english: &str| {
        TestSite::new().file(HALVES[0], &half(danish)).file(HALVES[1], &half(english)).finds(&[] as &[&str]);
    };
    fine("sdgs: [13, 11]", "sdgs: [11, 13]");
    fine("purposes: [learn]\ndate: 2025-06-30", "updated: 2025-07-01");
}

#[test]
fn several_faults_of_one_front_matter_are_told_together() {
    front_finds(
        "titel: Klima\nsdgs: [18, 13.2]\ndraft: ja\nslug: Ø",
        &[
            "unknown-field 2:1 `titel` → title",
            "unknown-goal 3:8 `18`",
            "target-number 3:12 `13.2`",
            "wrong-type 4:8 `draft`",
            "bad-slug 5:7 `Ø` `oe`",
        ],
    );
}

#[test]
fn a_title_that_yaml_cuts_at_a_number_sign_is_told() {
    for (front, told) in [
        ("title: Vores #københavn", Some("yaml-comment content/pages/x.da.md:2:14 `#københavn`")),
        ("title: X\ndescription: Plan #by", Some("yaml-comment content/pages/x.da.md:3:19 `#by`")),
        ("title: \"Vores #københavn\"", None),
        ("title: Vores plan # husk at spørge", None),
    ] {
        let site = TestSite::new()
            .file("content/pages/x.da.md", &format!("---\n{front}\nslug: x\n---\n"))
            .file("content/pages/x.en.md", "---\ntitle: X\nslug: x\n---\n");
        site.finds(&told.into_iter().collect::<Vec<_>>());
    }
}
