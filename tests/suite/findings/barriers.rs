//! What an author writes that some readers cannot use: tables without headings, capitals, poor alternative texts.

use super::{DRAWING, at, file_finds, text_finds, text_on};
use crate::site::TestSite;

/// A site with an image.
fn with_image() -> TestSite {
    TestSite::new().file("content/media/havn.svg", DRAWING)
}

#[test]
fn a_table_without_headings_is_a_warning() {
    text_finds("| | |\n|---|---|\n| Havneby | 14 |", &["table-header 5:1"]);
    text_finds("| By | | |\n|---|---|---|\n| Havneby | 14 | 15 |", &["table-header 5:7 `2`"]);
    text_finds("| | 2020 | 2021 |\n|---|---|---|\n| Havneby | 14 | 15 |", &[]);
}

#[test]
fn a_cell_that_heads_nothing_is_published_as_no_heading() {
    let table = "| | 2020 |\n|---|---|\n| Havneby | 14 |";
    let site = TestSite::new().section("01-climate", table, table);
    site.build();
    for address in ["/afsnit-climate/", "/en/section-climate/"] {
        let html = site.page(address);
        assert!(html.contains("<tr><td></td><th scope=\"col\">2020</th></tr>"), "{html}");
    }
}

#[test]
fn a_cell_beyond_the_last_column_is_told_as_it_is_not_shown() {
    let table = |row: &str| format!("| By | Mål |\n|---|---|\n{row}");
    text_finds(&table("| Havneby | 14 | siden 2019 |"), &["table-cells 7:18 `siden 2019` `3` `2`"]);
    text_finds(&table("Havneby | 14 | siden | 2019"), &["table-cells 7:16 `siden | 2019` `4` `2`"]);
    text_finds(&table("| a \\| b | `x` |\n| Havneby |\n| a | b | |"), &[]);
}

#[test]
fn a_table_that_lacks_its_line_of_hyphens_or_a_cell_of_it_is_told() {
    text_finds("| By | Mål |\n| Havneby | 14 |", &["leftover-markup 5:1 `| By | Mål |`"]);
    text_finds("By | Mål\n---|---|---\nHavneby | 14", &["leftover-markup 6:1 `---|---|---`"]);
    text_finds("Enten | eller, og -- så videre. `| a |`", &[]);
}

#[test]
fn several_words_in_capitals_are_a_warning() {
    text_finds("Vi siger: HUSK AT STEMME PÅ SØNDAG.", &["all-capitals 5:11 `HUSK AT STEMME PÅ SØNDAG.`"]);
    text_finds(
        "## DET VIL KOMMUNEN GØRE\n\n- HUSK **AT** STEMME",
        &["all-capitals 5:4 `DET VIL KOMMUNEN GØRE`", "all-capitals 7:3 `HUSK AT STEMME`"],
    );
    file_finds(TestSite::new, "---\ntitle: DET VIL KOMMUNEN GØRE\n---\n\nTekst.\n", &["all-capitals 2:8 `DET VIL KOMMUNEN GØRE`"]);
    text_finds("WHO, UNESCO og UIA, C40, Louis XIV, `HUSK AT STEMME NU` og ÆØÅ.", &[]);
}

#[test]
fn a_bold_line_that_stands_for_a_heading_is_a_warning() {
    text_finds("## Klima\n\n**Det vil vi**\n\nTekst.", &["bold-heading 7:1 `Det vil vi` `### Det vil vi`"]);
    text_finds("__Det vil vi__\n\n- Et punkt", &["bold-heading 5:1 `## Det vil vi`"]);
    for fine in [
        "**Det her er vigtigt.**\n\nTekst.",
        "**Kontakt:**\n\nAnna",
        "**Fed** og ikke fed\n\nTekst.",
        "- **Et punkt**\n\n  Tekst.",
        "> **Et citat**\n>\n> Tekst.",
        "Tekst.\n\n**Til sidst**",
        "**En** og **to**\n\nTekst.",
    ] {
        text_finds(fine, &[]);
    }
}

#[test]
fn a_heading_without_words_is_a_warning() {
    text_finds("##\n\nTekst.", &["empty-heading 5:1"]);
    text_finds("## {#maal}\n\nTekst.", &["empty-heading 5:1"]);
    text_on(with_image, "## ![Havnen](havn.svg)\n\nTekst.", &[]);
}

#[test]
fn an_alternative_text_that_tells_nothing_or_too_much_is_a_warning() {
    text_on(with_image, "![IMG_1234.jpg](havn.svg)", &["weak-image-alt 5:1 `IMG_1234.jpg` `(havn.svg)`"]);
    text_on(with_image, "![Billede af havnen](havn.svg)", &["weak-image-alt 5:1 `Billede af havnen` `Havnen`"]);
    text_on(with_image, "![Image of the harbour](havn.svg)", &["weak-image-alt 5:1 `Image of the harbour` `The harbour`"]);
    let long = "Havnen ".repeat(40);
    text_on(with_image, &format!("Se ![{long}](havn.svg)."), &["weak-image-alt 5:4 `279`"]);
    text_on(with_image, "![Havnen set fra Langebro](havn.svg)", &[]);
}

#[test]
fn an_address_in_full_as_the_words_of_a_link_is_a_warning() {
    text_finds(
        "Se [https://www.kk.dk/klima](https://www.kk.dk/klima) og <https://www.kk.dk/>.",
        &["weak-link-text 5:4 `https://www.kk.dk/klima`", "weak-link-text 5:58 `https://www.kk.dk/`"],
    );
    text_finds("Se [www.kk.dk](https://www.kk.dk/) og <post@kk.dk>.", &[]);
}

#[test]
fn an_address_on_the_web_without_its_slashes_is_told_with_them() {
    text_finds(
        "Se [planen](https:/www.kk.dk/klima) og [målene](http:kk.dk).",
        &["bad-web-address 5:4 `https:/www.kk.dk/klima` → https://www.kk.dk/klima", "bad-web-address 5:40 `http:kk.dk` → http://kk.dk"],
    );
}

#[test]
fn a_note_that_is_written_as_the_address_of_a_link_is_told() {
    text_finds("Klima.[^1]\n\n[^1]: En note.\n\n[2]: note", &["leftover-markup 9:1 `[2]: note` `[^2]: note`"]);
    text_finds("[note]: En note med flere ord.", &["leftover-markup 5:1 `[note]:` `[^note]:`"]);
    text_finds("Se [Planen][] og [målene][ Plan  b].\n\n[planen]: https://a.example\n[plan B]: https://b.example\n\n[//]: # (husk)", &[]);
}

#[test]
fn a_file_with_blanks_in_its_name_is_told_with_what_to_write() {
    text_finds("![Havnen](min havn.svg)", &["leftover-markup 5:1 `![Havnen](min%20havn.svg)`"]);
    text_finds("Se [planen](/media/min plan.pdf \"Plan\").", &["leftover-markup 5:4 `[planen](/media/min%20plan.pdf \"Plan\")`"]);
    text_finds("Se [1](a b c) og f(x)[i](a b).", &[]);
}

#[test]
fn a_blank_between_the_brackets_of_a_wikilink_is_told() {
    let case = || TestSite::new().case("c40", "Tekst.", "Text.");
    text_on(case, "Se [ [c40]] og mere.", &["leftover-markup 5:4 `[ [c40]]` `[[c40]]`"]);
    text_on(case, "Se [ [c40] ] og mere.", &["leftover-markup 5:4 `[[c40]]`"]);
    text_on(case, "- [ ] [[c40]]", &[]);
}

#[test]
fn a_barrier_is_told_also_where_the_other_half_is_missing() {
    let site = TestSite::new().setting("strangers: en", "strangers: en\nmissing_half: omit");
    let site = site.file("content/pages/om.da.md", "---\ntitle: Om\n---\n\n**Det vil vi**\n\n| | |\n|---|---|\n| a | b |\n");
    site.finds(&at(&["content/pages/om.da.md"], &["bold-heading 5:1", "table-header 7:1"]));
}
