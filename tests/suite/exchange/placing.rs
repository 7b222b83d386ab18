//! A text that came back stands in the place of the old one, and nothing else has changed.

use super::messages;
use crate::site::TestSite;

const DANISH: &str = "---
title: \"C40: byer\"
slug: byer
description: Byens net
sdgs: [\"13.2\", {target: \"11.3\", note: \"Fordi\"}]
---

Byen er med i [[c40|netværket]] og *vokser*.[^a] Se [[aims#vaekst|vækst]] og `kode`.

## Mål {#maal}

- Første punkt
- Andet **punkt**
  - Under

| By | Tal |
|:---|----:|
| [[c40\\|Havneby]] | 1.300 |
| [[c40]] | |

> [!NOTE]
> Husk det.

Begreb
: Forklaring.

![En havn](havn.svg \"Havnen\")

<!-- til kolleger -->

Linje ét\\
linje to.

[^a]: En note.
";

const ENGLISH: &str = "---
title: 'C40: cities'
slug: cities
description: The city’s net # a remark
sdgs: [\"13.2\", {target: \"11.3\", note: \"Because\"}]
---

The city is part of
[[c40|the network]] and *grows*.[^a]
See [[aims#growth|growth]] and `code`. <!-- to colleagues -->

## Aims {#aims}

* First item
* Second __item__
  * Below

| City | Figure |
| --- | --: |
| [[c40\\|Havneby]] | 1,300 |
| [[c40]] | |

> [!NOTE]
> Remember
> this.

Term
: Definition.

![A harbour](havn.svg 'The harbour')

Line one\\
line two.

[^a]: A note.
";

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>\n";

fn site(english: &str) -> TestSite {
    TestSite::new()
        .section("01-aims", "## Vækst {#vaekst}\n\nTekst.", "## Growth {#growth}\n\nText.")
        .case("c40", "Tekst.", "Text.")
        .file("content/media/havn.svg", DRAWING)
        .file("content/sections/02-cities.da.md", DANISH)
        .file("content/sections/02-cities.en.md", english)
}

/// Translates some texts, and expects that of the English file exactly these stretches have changed.
#[track_caller]
fn changes(texts: &[(&str, &str)], stretches: &[(&str, &str)]) {
    for line_break in ["\n", "\r\n"] {
        for mark in ["", "\u{feff}"] {
            let english = format!("{mark}{}", ENGLISH.replace('\n', line_break));
            let site = site(&english);
            let mut before = site.content();
            site.imports(&site.translates("en", texts));
            let expected = stretches.iter().fold(english, |text, (from, to)| {
                let (from, to) = (from.replace('\n', line_break), to.replace('\n', line_break));
                assert_eq!(text.matches(&from).count(), 1, "{from}");
                text.replace(&from, &to)
            });
            assert_eq!(site.read("content/sections/02-cities.en.md"), expected);
            before.insert("sections/02-cities.en.md".to_owned(), expected.into_bytes());
            assert_eq!(site.content(), before);
            assert_eq!(site.faults(&[]), Vec::<String>::new());
        }
    }
}

#[test]
fn every_text_is_sent_with_its_translation_and_none_of_the_signs_round_it() {
    let sent: Vec<(String, String)> =
        messages(&site(ENGLISH).export("en", &["cities"])).into_iter().skip(1).map(|message| (message.id, message.translation)).collect();
    let expected = [
        ("C40: byer", "C40: cities"),
        ("Byens net", "The city’s net"),
        ("Fordi", "Because"),
        (
            "Byen er med i {1}netværket{/1} og {2}vokser{/2}.{3/} Se {4}vækst{/4} og {5/}.",
            "The city is part of {1}the network{/1} and {2}grows{/2}.{3/} See {4}growth{/4} and {5/}.",
        ),
        ("Mål", "Aims"),
        ("Første punkt", "First item"),
        ("Andet {1}punkt{/1}", "Second {1}item{/1}"),
        ("Under", "Below"),
        ("By", "City"),
        ("Tal", "Figure"),
        ("{1}Havneby{/1}", "{1}Havneby{/1}"),
        ("1.300", "1,300"),
        ("Husk det.", "Remember this."),
        ("Begreb", "Term"),
        ("Forklaring.", "Definition."),
        ("En havn", "A harbour"),
        ("Havnen", "The harbour"),
        ("Linje ét{1/}linje to.", "Line one{1/}line two."),
        ("En note.", "A note."),
    ];
    assert_eq!(sent, expected.map(|(id, translation)| (id.to_owned(), translation.to_owned())));
}

#[test]
fn a_paragraph_keeps_its_links_its_emphasis_and_its_notes_to_colleagues() {
    changes(
        &[(
            "Byen er med i {1}netværket{/1} og {2}vokser{/2}.{3/} Se {4}vækst{/4} og {5/}.",
            "As it {2} grows {/2}, see {5/} and {4}growth{/4}: the city is in {1}the network of *cities*{/1}.{3/}",
        )],
        &[(
            "The city is part of\n[[c40|the network]] and *grows*.[^a]\nSee [[aims#growth|growth]] and `code`. <!-- to colleagues -->",
            "As it *grows* , see `code` and [[aims#growth|growth]]: the city is in [[c40|the network of \\*cities\\*]].[^a] <!-- to colleagues -->",
        )],
    );
}

#[test]
fn a_heading_keeps_its_name_an_item_its_sign_and_a_cell_its_bars() {
    changes(
        &[
            ("Mål", "Our aims #1 {x}"),
            ("Andet {1}punkt{/1}", "{1}Another{/1} item"),
            ("Under", "- under it"),
            ("{1}Havneby{/1}", "The {1}town | port{/1}"),
            ("1.300", "1,301"),
        ],
        &[
            ("## Aims {#aims}", "## Our aims #1 \\{x} {#aims}"),
            ("* Second __item__", "* __Another__ item"),
            ("  * Below", "  * \\- under it"),
            ("| [[c40\\|Havneby]] | 1,300 |", "| The [[c40\\|town \\| port]] | 1,301 |"),
        ],
    );
}

#[test]
fn quotations_terms_images_notes_and_line_breaks_keep_their_signs() {
    changes(
        &[
            ("Husk det.", "> Do not forget."),
            ("Begreb", "The term"),
            ("Forklaring.", ": what it means"),
            ("En havn", "A [harbour]"),
            ("Havnen", "The 'old' harbour"),
            ("Linje ét{1/}linje to.", "First line {1/} 1. line"),
            ("En note.", "# Another note."),
        ],
        &[
            ("> Remember\n> this.", "> \\> Do not forget."),
            ("Term\n: Definition.", "The term\n: \\: what it means"),
            ("![A harbour](havn.svg 'The harbour')", "![A [harbour]](havn.svg 'The \\'old\\' harbour')"),
            ("Line one\\\nline two.", "First line\\\n1\\. line"),
            ("[^a]: A note.", "[^a]: \\# Another note."),
        ],
    );
}

#[test]
fn front_matter_is_quoted_where_it_must_be_and_keeps_its_remarks() {
    changes(
        &[("C40: byer", "C40: the city’s 'net'"), ("Byens net", "Net: #1"), ("Fordi", "Since \"it\" grows")],
        &[
            ("title: 'C40: cities'", "title: 'C40: the city’s ''net'''"),
            ("description: The city’s net # a remark", "description: \"Net: #1\" # a remark"),
            ("note: \"Because\"", "note: \"Since \\\"it\\\" grows\""),
        ],
    );
}

#[test]
fn whatever_a_translator_writes_is_read_as_the_words_that_it_is() {
    let words = "*a* _b_ `c` [d](e) [[f]] <b>g</b> &amp; ~~h~~ ![i](j) \\k | l [^m] **n** http://o {p} 2 * 3 <https://q> a_b_c #1";
    let texts = ["Første punkt", "Mål", "By", "Husk det.", "Begreb", "Forklaring.", "En havn", "Havnen", "En note.", "C40: byer", "Fordi"];
    let site = site(ENGLISH);
    site.imports(&site.translates("en", &texts.map(|text| (text, words))));
    let sent = messages(&site.export("en", &["cities"]));
    for text in texts {
        let message = sent.iter().find(|message| message.id == text).unwrap();
        assert_eq!(message.translation, words, "{text}");
    }
}

#[test]
fn an_empty_cell_a_caption_and_a_description_that_were_missing_find_their_place() {
    let english = ENGLISH
        .replace("| 1,300 |", "|  |")
        .replace(" 'The harbour'", "")
        .replace("description: The city’s net # a remark\n", "")
        .replace("{target: \"11.3\", note: \"Because\"}", "\"11.3\"");
    let site = site(&english);
    site.imports(&site.translates("en", &[("1.300", "1,300"), ("Havnen", "The harbour"), ("Byens net", "The net"), ("Fordi", "Since")]));
    let expected = english
        .replace("|  |", "| 1,300 |")
        .replace("(havn.svg)", "(havn.svg \"The harbour\")")
        .replace("title: 'C40: cities'\n", "title: 'C40: cities'\ndescription: \"The net\"\n")
        .replace("\"11.3\"]", "{target: \"11.3\", note: \"Since\"}]");
    assert_eq!(site.read("content/sections/02-cities.en.md"), expected);
}
