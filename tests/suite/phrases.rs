//! Words of another language carry it, so that a screen reader says them right.

use crate::links::pages;
use crate::site::TestSite;

/// The HTML of a section with these texts, in Danish and in English.
fn published(danish: &str, english: &str) -> [String; 2] {
    let site = TestSite::new().section("01-climate", danish, english);
    site.build();
    ["/afsnit-climate/", "/en/section-climate/"].map(|address| site.page(address))
}

#[test]
fn a_marked_phrase_carries_its_language_wherever_it_stands() {
    let text = |phrase: &str| {
        format!(
            "Se {phrase}.\n\n- {phrase}\n\n> {phrase}\n\n| {phrase} |\n|---|\n| {phrase} |\n\nOrd\n: {phrase}\n\nNote.[^1]\n\n[^1]: {phrase}"
        )
    };
    let [danish, english] = published(&text("[Cities *for* All](lang:en)"), &text("*[Nyd livet, københavner](LANG:da)*"));
    assert_eq!(danish.matches("<span lang=\"en\">Cities <em>for</em> All</span>").count(), 7, "{danish}");
    assert_eq!(english.matches("<em><span lang=\"da\">Nyd livet, københavner</span></em>").count(), 7, "{english}");
}

#[test]
fn a_phrase_may_be_of_a_language_that_the_site_does_not_have() {
    let [danish, english] = published("[Kalaallit Nunaat](lang:kl) og [日本](lang:JA-jp)", "[Kalaallit Nunaat](lang:kl)");
    assert!(danish.contains("<span lang=\"kl\">Kalaallit Nunaat</span> og <span lang=\"ja-JP\">日本</span>"), "{danish}");
    assert!(english.contains("<span lang=\"kl\">Kalaallit Nunaat</span>"), "{english}");
}

#[test]
fn a_heading_with_a_marked_phrase_is_told_without_the_mark_where_it_is_repeated() {
    let [danish, english] =
        published("## Om [Cities for All](lang:en)\n\nSe [[#om-cities-for-all]].", "## On [Nyd livet](lang:da)\n\nSee [[#on-nyd-livet]].");
    for (html, id, heading, words) in [
        (&danish, "om-cities-for-all", "Om <span lang=\"en\">Cities for All</span>", "Om Cities for All"),
        (&english, "on-nyd-livet", "On <span lang=\"da\">Nyd livet</span>", "On Nyd livet"),
    ] {
        assert!(html.contains(&format!("<h2 id=\"{id}\">{heading}</h2>")), "{html}");
        assert!(html.contains(&format!("<a href=\"#{id}\">{words}</a>")), "{html}");
        assert!(!html.contains("lang:"), "{html}");
    }
}

#[test]
fn a_summary_holds_the_words_of_a_phrase_and_not_its_mark() {
    let [danish, english] = published("Læs [Cities for All](lang:en) først.", "Read [Nyd livet](lang:da) first.");
    assert!(danish.contains("<meta name=\"description\" content=\"Læs Cities for All først.\">"), "{danish}");
    assert!(english.contains("<meta name=\"description\" content=\"Read Nyd livet first.\">"), "{english}");
}

#[test]
fn a_link_whose_words_are_of_another_language_says_so_in_its_title() {
    let link = |words: &str, tag: &str| format!("[{words}](https://who.example/ \"lang:{tag}\")");
    let [danish, english] = published(&link("Cities for All", "en"), &link("Nyd livet", "da"));
    assert!(danish.contains("><span lang=\"en\">Cities for All</span></a>"), "{danish}");
    assert!(english.contains("><span lang=\"da\">Nyd livet</span></a>"), "{english}");
}

#[test]
fn a_box_carries_its_phrases_to_where_it_is_shown_also_where_the_other_half_is_missing() {
    let case = "---\ntitle: C40\n---\n\nSe [Task Force](lang:en).\n";
    let site = TestSite::new()
        .file("langebro.yaml", &format!("{}missing_half: omit\n", crate::site::SETTINGS))
        .file("content/cases/c40.da.md", case)
        .file("content/sections/01-climate.da.md", "---\ntitle: Klima\n---\n\n![[c40]]\n");
    site.build();
    let html = site.page("/klima/");
    assert!(html.contains("<span lang=\"en\">Task Force</span>"), "{html}");
}

#[test]
fn words_are_published_unmarked_where_the_mark_cannot_be_used() {
    let site = TestSite::new().section("01-climate", "Se [byen](lang:da) og [](lang:en).", "See [the city](lang:en) and [](lang:da).");
    site.build();
    let pages = pages(&site.published());
    assert!(pages["afsnit-climate/index.html"].contains("<p>Se byen og .</p>"));
    assert!(pages["en/section-climate/index.html"].contains("<p>See the city and .</p>"));
}
