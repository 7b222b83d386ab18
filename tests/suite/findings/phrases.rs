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

const DANISH: &str = "Byen skal blive ved med at være mangfoldig, og der skal fortsat være plads til alle.";
const ENGLISH: &str = "The city must remain diverse, and there must still be room for all of those who live in it.";

/// What the section of these texts is told, a line and column for each finding.
#[track_caller]
fn unmarked(danish: &str, english: &str, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|place| format!("unmarked-language content/sections/01-climate.{place}")).collect();
    TestSite::new().section("01-climate", danish, english).finds(&expected);
}

#[test]
fn a_paragraph_left_in_the_other_language_is_a_warning() {
    unmarked(DANISH, &format!("{ENGLISH}\n\n{DANISH}"), &["en.md:7:1 `Byen skal blive ved med` `(lang:da)`"]);
    unmarked(&format!("{DANISH}\n\n{ENGLISH}"), ENGLISH, &["da.md:7:1 `The city must remain` `(lang:en)`"]);
}

#[test]
fn a_heading_an_item_a_quote_or_a_note_left_in_the_other_language_is_a_warning() {
    let text =
        |foreign: &str| format!("## {foreign}\n\n- {foreign}\n\n> {foreign}\n\n| a |\n|---|\n| {foreign} |\n\nTo.[^1]\n\n[^1]: {foreign}");
    let [danish, english] = [format!("{DANISH}\n\n{}", text(ENGLISH)), format!("{ENGLISH}\n\n{}", text(DANISH))];
    let lines = ["7:4", "9:3", "11:3", "15:3", "19:7"];
    let places: Vec<String> = ["da.md", "en.md"].iter().flat_map(|half| lines.map(|place| format!("{half}:{place}"))).collect();
    unmarked(&danish, &english, &places.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn what_is_marked_is_silent() {
    let marked =
        |text: &str, tag: &str| format!("[{text}](lang:{tag})\n\n> *[{text}](lang:{tag})*\n\n[{text}](https://a.example \"lang:{tag}\")");
    unmarked(&marked(ENGLISH, "en"), &marked(DANISH, "da"), &[]);
}

#[test]
fn names_titles_code_and_short_quotations_of_the_other_language_are_silent() {
    unmarked(
        "## World Capital of Architecture\n\n- The International Union of Architects and the World Health Organization of the United Nations\n\n\
         *The Copenhagen Consensus of Mayors: Healthier and Happier Cities for All*\n\n`the words of the city and of the people with them`",
        "## Nyd livet, københavner\n\n- Region Hovedstaden, Region Sjælland og Region Skåne\n\nThe motto is “en by til alle og med alle”.",
        &[],
    );
}

#[test]
fn a_page_that_is_all_in_the_other_language_is_told_once() {
    let page = |text: &str| format!("{text}\n\n## Klima\n\n{text}\n\n{text}\n\n{text}");
    unmarked(&page(ENGLISH), &page(DANISH), &["da.md:5:1 `draft: true`", "en.md:5:1 `draft: true`"]);
    let alone = TestSite::new().setting("strangers: en", "strangers: en\nmissing_half: omit");
    let alone = alone.file("content/sections/01-climate.da.md", &format!("---\ntitle: Klima\n---\n\n{}\n", page(ENGLISH)));
    alone.finds(&["unmarked-language content/sections/01-climate.da.md:5:1 `draft: true`"]);
}

#[test]
fn a_description_a_note_or_an_image_left_in_the_other_language_is_a_warning() {
    let file = |text: &str| {
        let front = format!("title: Klima\ndescription: \"{text}\"\nsdgs: [{{goal: 13, note: \"{text}\"}}]");
        format!("---\n{front}\n---\n\n![{text}](havn.svg \"{text}\")\n")
    };
    let [danish, english] = ["da", "en"].map(|half| format!("content/sections/01-climate.{half}.md"));
    let site = TestSite::new().file("content/media/havn.svg", super::DRAWING).file(&danish, &file(ENGLISH)).file(&english, &file(DANISH));
    let places = ["3:14", "4:25", "7:1"];
    let told: Vec<String> =
        [danish, english].iter().flat_map(|file| places.map(|place| format!("unmarked-language {file}:{place}"))).collect();
    site.finds(&told);
}

#[test]
fn a_site_in_one_language_is_told_nothing_of_others() {
    let site = TestSite::empty()
        .file("langebro.yaml", "title: {da: Strategien}\nbase_url: https://example.org/\nlanguages: [da]\npublisher: Havneby\n")
        .file("content/index.da.md", &format!("---\ntitle: Strategien\n---\n\n{ENGLISH}\n"));
    site.finds(&[""; 0]);
}
