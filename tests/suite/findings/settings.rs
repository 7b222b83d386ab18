//! `langebro.yaml`, the theme and the output folder.

use crate::site::{SETTINGS, TestSite};

/// The settings with one line of them changed.
#[track_caller]
fn settings_find(from: &str, to: &str, findings: &[&str]) {
    let placed: Vec<String> = findings.iter().map(|finding| finding.replacen(' ', " langebro.yaml:", 1)).collect();
    TestSite::new().setting(from, to).finds(&placed);
}

#[test]
fn settings_that_are_no_yaml_are_told() {
    settings_find("publisher: Havneby", "publisher: Havneby: byen", &["yaml-colon 5:19 `publisher: \"Havneby: byen\"`"]);
    settings_find("publisher: Havneby", "publisher: “Havneby”", &["yaml-quotes 5:12"]);
    settings_find("  purposes:", "\tpurposes:", &["yaml-tab 7:1"]);
}

#[test]
fn settings_that_are_not_utf8_are_told() {
    let site = TestSite::new();
    site.write("langebro.yaml", b"title: Strategien\npublisher: K\xf8benhavn\n");
    site.finds(&["not-utf8 langebro.yaml:2:13"]);
}

#[test]
fn settings_from_windows_are_fine_and_places_in_them_are_right() {
    let windows = |settings: &str| TestSite::new().file("langebro.yaml", &format!("\u{feff}{}", settings.replace('\n', "\r\n")));
    windows(SETTINGS).finds(&[] as &[&str]);
    windows(&SETTINGS.replace("publisher", "forlag"))
        .finds(&["setting-missing langebro.yaml:1:1 `publisher`", "unknown-setting langebro.yaml:5:1 `forlag`"]);
}

#[test]
fn a_setting_that_does_not_exist_is_told_with_the_nearest_one() {
    settings_find("strangers: en", "stranger: en", &["unknown-setting 4:1 `stranger` `missing_half` → strangers"]);
    settings_find("strangers: en", "farver: blå", &["unknown-setting 4:1 `farver`"]);
    settings_find("    sentence:", "    sentense:", &["unknown-setting 10:5 `sentense` → sentence"]);
    settings_find("publisher: Havneby", "publisher: Havneby\naddresses: {case: {da: a, en: a}}", &["unknown-setting 6:13 `case` → cases"]);
}

#[test]
fn a_misspelt_setting_that_must_be_there_is_not_also_a_missing_one() {
    settings_find("base_url:", "base-url:", &["unknown-setting 2:1 `base-url` → base_url"]);
    settings_find("languages:", "langauges:", &["unknown-setting 3:1 `langauges` → languages"]);
}

#[test]
fn a_setting_that_must_be_there_is_told() {
    settings_find("title: {da: Strategien, en: The strategy}\n", "", &["setting-missing 1:1 `title`"]);
    settings_find("base_url: https://example.org/\n", "", &["setting-missing 1:1 `base_url`"]);
    settings_find("languages: [da, en]\n", "", &["setting-missing 1:1 `languages`"]);
    settings_find("publisher: Havneby\n", "", &["setting-missing 1:1 `publisher`"]);
    let empty = TestSite::new().file("langebro.yaml", "");
    empty.finds(&["base_url", "languages", "publisher", "title"].map(|name| format!("setting-missing langebro.yaml:1:1 `{name}`")));
}

#[test]
fn a_repeated_setting_is_told_at_the_second() {
    settings_find("publisher: Havneby", "publisher: Havneby\npublisher: Byen", &["repeated-field 6:1 `publisher`"]);
}

#[test]
fn a_setting_that_cannot_be_used_is_told_with_what_can() {
    settings_find("languages: [da, en]", "languages: [da, en, engelsk]", &["bad-setting 3:21 `languages` `engelsk`"]);
    settings_find("languages: [da, en]", "languages: [da, en, da]", &["bad-setting 3:21 `languages` `da`"]);
    settings_find("languages: [da, en]", "languages: da, en", &["wrong-type 3:12 `languages` `[da, en]`"]);
    settings_find("strangers: en", "strangers: fr", &["bad-setting 4:12 `strangers` `fr` `da, en`"]);
    settings_find("strangers: en", "missing_half: omitt", &["bad-setting 4:15 `missing_half` `omitt` `error, notice, omit` → omit"]);
    settings_find("strangers: en", "raw_html: yes", &["bad-setting 4:11 `raw_html` `yes` `refuse, allow`"]);
    settings_find("publisher: Havneby", "publisher: [Havneby]", &["wrong-type 5:12 `publisher`"]);
    settings_find("strangers: en", "parallel: ja", &["wrong-type 4:11 `parallel`"]);
    settings_find("strangers: en", "paralel: true", &["unknown-setting 4:1 `paralel` → parallel"]);
    let word = |word: &str| format!("strangers: en\naddresses: {{parallel: {{da: {word}, en: parallel}}}}");
    settings_find("strangers: en", &word("På to sprog"), &["bad-slug 5:28 `På to sprog` `paa-to-sprog`"]);
    settings_find("strangers: en", &word("formaal"), &[]);
    settings_find("  purposes:", "  title:", &["bad-setting 7:3 `taxonomies.title` `title`"]);
}

#[test]
fn a_bad_base_url_is_told() {
    settings_find("https://example.org/", "www.example.org", &["bad-base-url 2:11 `www.example.org` → https://www.example.org/"]);
    settings_find("https://example.org/", "ftp://example.org/", &["bad-base-url 2:11 `ftp://example.org/`"]);
    settings_find("https://example.org/", "https://example.org/?x=1", &["bad-base-url 2:11 `https://example.org/?x=1`"]);
}

#[test]
fn a_publisher_may_be_a_name_or_a_name_and_an_address() {
    settings_find("publisher: Havneby", "publisher: {name: Havneby, url: \"https://www.havneby.dk/om?side=1#os\"}", &[]);
    settings_find("publisher: Havneby", "publisher: {name: Havneby}", &[]);
    settings_find(
        "publisher: Havneby",
        "publisher: {name: Havneby, url: www.havneby.dk}",
        &["bad-url 5:33 `www.havneby.dk` `publisher.url` → https://www.havneby.dk"],
    );
    settings_find("publisher: Havneby", "publisher: {name: Havneby, url: kontakt}", &["bad-url 5:33 `kontakt`"]);
    settings_find("publisher: Havneby", "publisher: {name: Havneby, url: [a]}", &["wrong-type 5:33 `publisher.url`"]);
    settings_find("publisher: Havneby", "publisher: {name: Havneby, adr: x}", &["unknown-setting 5:28 `adr` `name, url`"]);
    settings_find("publisher: Havneby", "publisher: {url: https://a.dk/}", &["setting-missing 5:13 `publisher.name` `Havneby`"]);
    settings_find("publisher: Havneby", "publisher: {nam: Havneby}", &["unknown-setting 5:13 `nam` → name"]);
    settings_find("publisher: Havneby", "publisher: {name: }", &["wrong-type 5:17 `publisher.name`"]);
}

#[test]
fn an_edition_is_said_in_every_language_or_once_for_all() {
    settings_find("publisher: Havneby", "publisher: Havneby\nedition: {da: 1. udgave, en: First edition}", &[]);
    settings_find("publisher: Havneby", "publisher: Havneby\nedition: 2.0", &[]);
    settings_find("publisher: Havneby", "publisher: Havneby\nedition: {da: 1. udgave}", &["label-missing 6:11 `edition` `en:`"]);
    settings_find("publisher: Havneby", "publisher: Havneby\nedition: {en: First}", &["label-missing 6:11 `edition` `da:`"]);
    settings_find("publisher: Havneby", "publisher: Havneby\nedition: [1]", &["wrong-type 6:10 `edition`"]);
    settings_find(
        "publisher: Havneby",
        "publisher: Havneby\nedition: {da: A, en: B, fr: C}",
        &["bad-setting 6:25 `edition` `fr` `da, en`"],
    );
}

#[test]
fn what_a_publication_retells_is_an_address_or_a_list_of_them() {
    settings_find("publisher: Havneby", "publisher: Havneby\nbased_on: https://www.kk.dk/", &[]);
    settings_find("publisher: Havneby", "publisher: Havneby\nbased_on: [https://www.kk.dk/, \"http://a.dk/b.pdf\"]", &[]);
    settings_find("publisher: Havneby", "publisher: Havneby\nbased_on: kk.dk/a", &["bad-url 6:11 `kk.dk/a` → https://kk.dk/a"]);
    settings_find(
        "publisher: Havneby",
        "publisher: Havneby\nbased_on: [https://www.kk.dk/, \"ftp://a.dk/\", \"https://a.dk/b c\"]",
        &["bad-url 6:32 `ftp://a.dk/` `based_on`", "bad-url 6:47 `https://a.dk/b c`"],
    );
    settings_find("publisher: Havneby", "publisher: Havneby\nbased_on: {url: x}", &["wrong-type 6:11 `based_on`"]);
    settings_find("publisher: Havneby", "publisher: Havneby\nbased-on: https://www.kk.dk/", &["unknown-setting 6:1 → based_on"]);
}

#[test]
fn a_name_that_lacks_a_language_is_told() {
    settings_find("title: {da: Strategien, en: The strategy}", "title: {da: Strategien}", &["label-missing 1:9 `title` `en:`"]);
    settings_find("title: {da: Strategien, en: The strategy}", "title: {en: The strategy}", &["label-missing 1:9 `title` `da:`"]);
    settings_find("learn: {da: lære, en: learn}", "learn: {en: learn}", &["label-missing 12:15 `taxonomies.purposes.terms.learn` `da:`"]);
    settings_find("learn: {da: lære, en: learn}", "learn: {da: lære}", &["label-missing 12:15 `taxonomies.purposes.terms.learn` `en:`"]);
    settings_find("{da: Formål, en: Purposes}", "{da: Formål}", &["label-missing 8:13 `taxonomies.purposes.title` `en:`"]);
}

#[test]
fn a_name_in_a_language_that_the_site_does_not_have_is_told() {
    let found = &["bad-setting 1:41 `title` `fr` `da, en`"];
    settings_find(
        "en: The strategy}",
        "en: The strategy, fr: La stratégie}",
        &found.map(|found| found.replace("1:41", "1:43")).each_ref().map(String::as_str),
    );
}

#[test]
fn a_word_of_addresses_with_other_letters_is_told_in_the_language_that_has_it() {
    settings_find("{da: formaal, en: purposes}", "{da: formål, en: purposes}", &["bad-slug 9:19 `formål` `formaal`"]);
}

#[test]
fn two_lists_at_one_address_are_told() {
    settings_find("{da: formaal, en: purposes}", "{da: cases, en: purposes}", &["address-clash 9:19 `/cases/`"]);
    settings_find("{da: formaal, en: purposes}", "{da: formaal, en: global-goals}", &["address-clash 9:32 `/en/global-goals/`"]);
    settings_find("influence: {da: påvirke, en:", "influence: {da: lære, en:", &["address-clash 13:23 `/formaal/laere/`"]);
}

#[test]
fn a_theme_that_does_not_exist_is_told_with_the_nearest_one() {
    settings_find("strangers: en", "theme: havnfront", &["theme-missing 4:8 `havnfront` → havnefront"]);
}

#[test]
fn a_fault_in_a_template_is_told_at_its_line() {
    let template = |name: &str, text: &str| TestSite::new().file(&format!("themes/havnefront/templates/{name}"), text);
    let file = "themes/havnefront/templates/front.html";
    template("front.html", "{% extends \"base.html\" %}\n\n{% if x %}\n").finds(&[format!("template-fault {file}:4:1")]);
    template("front.html", "<p>\n<b>{{ page.title | opper }}</b>\n").finds(&[format!("template-fault {file}:2:20 `opper`")]);
    template("front.html", "<p>\n{{ nothing.here }}\n").finds(&[format!("template-fault {file}:2:4 `nothing`")]);
    let site =
        template("front.html", "<p>\n{% include \"more.html\" %}\n").file("themes/havnefront/templates/more.html", "\n\n {{ nothing }}\n");
    site.finds(&["template-fault themes/havnefront/templates/more.html:3:5 `nothing`"]);
}

#[test]
fn a_word_of_the_interface_that_one_language_lacks_is_told() {
    for language in ["da", "en"] {
        let words = std::fs::read_to_string(format!("{}/themes/havnefront/i18n/{language}.ftl", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let without: String = words.lines().filter(|line| !line.starts_with("skip =")).map(|line| format!("{line}\n")).collect();
        let path = format!("themes/havnefront/i18n/{language}.ftl");
        TestSite::new().file(&path, &without).finds(&[format!("word-missing {path}:1:1 `skip`")]);
    }
}

#[test]
fn a_file_of_somebody_elses_where_a_page_should_be_published_is_told_and_left_alone() {
    let site = TestSite::new().file("public/index.html", "not ours");
    site.finds(&["foreign-file public/index.html:1:1"]);
    assert!(!site.run(&["build"]).status.success());
    assert_eq!(site.read("public/index.html"), "not ours");
}

#[test]
fn an_empty_text_is_told() {
    settings_find("title: {da: Strategien, en: The strategy}", "title: \"\"", &["wrong-type 1:8 `title`"]);
    settings_find("title: {da: Strategien, en: The strategy}", "title: {da: Strategien, en: \" \"}", &["wrong-type 1:29 `title`"]);
    settings_find("strangers: en", "strangers: en\naddresses: {cases: \"\"}", &["wrong-type 5:20 `addresses.cases`"]);
}

#[test]
fn extra_is_no_setting() {
    settings_find("strangers: en", "strangers: en\nextra: {a: b}", &["unknown-setting 5:1 `extra`"]);
}

#[test]
fn a_sentence_without_a_place_for_its_terms_is_told_in_the_language_that_has_it() {
    settings_find("we {terms}\"", "we learn\"", &["bad-setting 10:53 `taxonomies.purposes.sentence` `This is how we learn` `{terms}`"]);
    settings_find("for at {terms}\"", "for at lære\"", &["bad-setting 10:20 `taxonomies.purposes.sentence` `{terms}`"]);
}

#[test]
fn words_or_a_template_that_are_not_utf8_are_told() {
    for path in ["i18n/en.ftl", "i18n/da.ftl", "templates/parts/mine.html"] {
        let path = format!("themes/havnefront/{path}");
        let site = TestSite::new();
        site.write(&path, b"\n# K\xf8benhavn\n");
        let told = site.places();
        assert!(told.contains(&format!("not-utf8 {path}:2:4")), "{told:?}");
        assert!(told.iter().all(|told| !told.starts_with("word-missing")), "{told:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_shortcut_in_the_theme_to_its_own_folder_is_told() {
    let site = TestSite::new().file("themes/havnefront/assets/mine.css", "");
    std::os::unix::fs::symlink(site.path("themes/havnefront"), site.path("themes/havnefront/assets/again")).unwrap();
    site.finds(&["unreadable-file themes/havnefront/assets/again:1:1"]);
}
