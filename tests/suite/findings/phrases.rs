//! Words of another language, and the marks that tell which.

use super::{file_finds, text_finds};
use crate::site::TestSite;

#[test]
fn a_phrase_marked_with_what_is_no_language_is_told_with_the_one_that_was_meant() {
    text_finds("Se [Guten Tag](lang:tysk).", &["phrase-language 5:4 `tysk` → lang:de"]);
    text_finds("Se [Guten Tag](lang:xx) og [ja](lang:).", &["phrase-language 5:4 `xx`", "phrase-language 5:28"]);
    text_finds("[Planen](https://a.example \"lang:svensk\")", &["phrase-language 5:1 `svensk` → lang:sv"]);
    let site = TestSite::new().section("01-climate", "[Cities](lang:english) og [x](lang:gb)", "[Byer](lang:dk)");
    site.finds(&[
        "phrase-language content/sections/01-climate.da.md:5:1 `english` → lang:en",
        "phrase-language content/sections/01-climate.da.md:5:27 `gb` → lang:en",
        "phrase-language content/sections/01-climate.en.md:5:1 `dk` → lang:da",
    ]);
}

#[test]
fn a_phrase_marked_with_the_language_of_its_page_is_a_warning() {
    let site = TestSite::new().section("01-climate", "Se [byen](lang:DA).", "See [the city](lang:en) and [colour](lang:en-US).");
    site.finds(&[
        "phrase-own-language content/sections/01-climate.da.md:5:4 `da`",
        "phrase-own-language content/sections/01-climate.en.md:5:5 `en`",
    ]);
}

#[test]
fn a_mark_without_words_is_a_warning() {
    text_finds("Se [](lang:de) og [ ](lang:fr).", &["empty-phrase 5:4 `de`", "empty-phrase 5:19 `fr`"]);
}

#[test]
fn a_mark_that_comes_out_as_text_is_told_with_what_to_write() {
    text_finds("Se [Guten Tag](lang: de).", &["leftover-markup 5:4 `(lang:de)`"]);
    text_finds("Se [Guten *Tag*](lang:de\nog.", &["leftover-markup 5:16 `(lang:de)`"]);
    text_finds("Se [Guten Tag] (lang:de).", &["leftover-markup 5:4 `[Guten Tag](lang:de)`"]);
    text_finds("Se [Guten [Tag](https://a.example)](lang:de).", &["leftover-markup 5:35 `\"lang:de\"`"]);
    text_finds("Se [[index|Guten Tag]](lang:de).", &["leftover-markup 5:23 `(lang:de)` `\"lang:de\"`"]);
    text_finds("Skriv `[x](lang: de)` eller \\[x\\](lang: de).", &[]);
}

#[test]
fn a_mark_in_a_title_a_description_a_note_or_a_caption_is_told_as_it_has_no_effect() {
    let site = || TestSite::new().file("content/media/havn.svg", super::DRAWING);
    let front =
        "title: Om [Guten Tag](lang:de)\ndescription: \"Se [Guten Tag](lang:de).\"\nsdgs: [{goal: 13, note: \"Se [Guten Tag](lang:de).\"}]";
    let text = "![Et skilt: [Guten Tag](lang:de)](havn.svg \"Foto: [Guten Tag](lang:de)\")";
    file_finds(
        site,
        &format!("---\n{front}\n---\n\n{text}\n"),
        &[
            "leftover-markup 2:8 `[Guten Tag](lang:de)`",
            "leftover-markup 3:14 `[Guten Tag](lang:de)`",
            "leftover-markup 4:25 `[Guten Tag](lang:de)`",
            "leftover-markup 7:1 `[Guten Tag](lang:de)`",
        ],
    );
}
