//! What has no translation yet is made of the text that it translates.

use super::{messages, pseudo, translated};
use crate::site::{SETTINGS, TestSite};

const DANISH: &str = "---
title: Byer i verden
description: Byens net
date: 2026-11-23
purposes: [learn]
sdgs:
  - \"13.2\"
  - {goal: 11, note: Fordi}
---

Byen er med i [[c40|netværket]].[^a] Se [[aims#vaekst|vækst]], [[#maal]], [nedenfor](#maal) og [målene](01-aims.da.md#vaekst).

<!-- til kolleger -->

## Mål {#maal}

![[c40]]

- Første [rapport][x]
- Andet

| By | Tal |
|:---|----:|
| [[c40\\|Havneby]] | 1.300 |
| – | |

```
kode
```

![En havn](havn.svg \"Havnen\")

***

### Et mål

[^a]: En note.

[x]: https://x.example/
";

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>\n";

fn site() -> TestSite {
    TestSite::new()
        .section("01-aims", "## Vækst {#vaekst}\n\nTekst.", "## Growth {#growth}\n\nText.")
        .case("c40", "Tekst.", "Text.")
        .file("content/media/havn.svg", DRAWING)
}

const WORDS: &[(&str, &str)] = &[
    ("Byer i verden", "Cities: a world"),
    ("Byens net", "The net"),
    ("Fordi", "Because"),
    (
        "Byen er med i {1}netværket{/1}.{2/} Se {3}vækst{/3}, {4/}, {5}nedenfor{/5} og {6}målene{/6}.",
        "See {3}growth{/3}, {4/}, {5}below{/5} and {6}the aims{/6}; the city is in {1}the network{/1}.{2/}",
    ),
    ("Mål", "What we want"),
    ("Første {1}rapport{/1}", "First {1}report{/1}"),
    ("Andet", "Second"),
    ("By", "City"),
    ("Tal", "Figure"),
    ("{1}Havneby{/1}", "{1}Havneby{/1}"),
    ("1.300", "1,300"),
    ("En havn", "A harbour"),
    ("Havnen", "The harbour"),
    ("Et mål", "An aim"),
    ("En note.", "A note."),
];

#[test]
fn a_half_that_is_missing_is_made_as_a_draft_with_links_of_its_own_language() {
    let site = site().file("content/sections/02-cities.da.md", DANISH);
    let said = site.imports(&site.translates("en", WORDS));
    assert!(said.contains("content/sections/02-cities.en.md: 15 texts (new file, a draft)"), "{said}");
    let expected = "---
title: \"Cities: a world\"
slug: cities-a-world
description: \"The net\"
sdgs:
  - \"13.2\"
  - {goal: 11, note: \"Because\"}
draft: true
---

See [[aims#growth|growth]], [[#what-we-want]], [below](#what-we-want) and [the aims](01-aims.en.md#growth); the city is in [[c40|the network]].[^a]

## What we want {#what-we-want}

![[c40]]

- First [report](https://x.example/)
- Second

| City | Figure |
|:---|----:|
| [[c40\\|Havneby]] | 1,300 |
| – | |

```
kode
```

![A harbour](havn.svg \"The harbour\")

***

### An aim

[^a]: A note.
";
    assert_eq!(site.read("content/sections/02-cities.en.md"), expected);
    assert_eq!(site.faults(&["--drafts"]), Vec::<String>::new());
    assert!(site.imports(&site.export("en", &[])).starts_with("No text is new."));
}

#[test]
fn blocks_that_are_missing_come_in_where_they_belong() {
    let danish = "Først.\n\n## Nyt {#nyt}\n\nNy [[#nyt|tekst]].[^n]\n\n![[c40]]\n\n- et\n- to\n\n## Gammelt\n\nSidst.\n\n[^n]: Ny note.";
    for line_break in ["\n", "\r\n"] {
        let english = "First. \n\n<!-- keep -->\n\n## Old\n\nLast.".replace('\n', line_break);
        let site = TestSite::new().case("c40", "Tekst.", "Text.").section("02-cities", danish, &english);
        let words =
            [("Nyt", "New"), ("Ny {1}tekst{/1}.{2/}", "New {1}text{/1}.{2/}"), ("et", "one"), ("to", "two"), ("Ny note.", "New note.")];
        site.imports(&site.translates("en", &words));
        let new = "\n\n## New {#new}\n\nNew [[#new|text]].[^n]\n\n![[c40]]\n\n- one\n- two".replace('\n', line_break);
        let expected = format!("First.{new} {line_break}{line_break}<!-- keep -->");
        let found = site.read("content/sections/02-cities.en.md");
        assert!(found.contains(&expected), "{found}");
        assert!(found.trim_end().ends_with(&format!("Last.{line_break}{line_break}[^n]: New note.")), "{found}");
        assert_eq!(site.faults(&[]), Vec::<String>::new());
        assert!(site.imports(&site.export("en", &[])).starts_with("No text is new."));
    }
}

#[test]
fn a_list_that_has_more_items_now_takes_the_place_of_the_old_one() {
    let site = site().section("02-cities", "Liste:\n\n- et\n- to\n- tre", "List:\n\n* one\n* three");
    let po = site.export("en", &["cities"]);
    assert!(po.contains("one / three"), "a translator sees what stands there now: {po}");
    site.imports(&site.translates("en", &[("et", "one"), ("to", "two"), ("tre", "three")]));
    assert!(site.read("content/sections/02-cities.en.md").ends_with("List:\n\n- one\n- two\n- three\n"));
}

#[test]
fn a_block_of_which_a_part_is_not_translated_waits() {
    let site = site().section("02-cities", "Først.\n\n- et\n- to\n\nSe her.[^n]\n\n[^n]: Note.", "First.");
    let before = site.content();
    let said = site.imports(&site.translates("en", &[("et", "one"), ("Se her.{1/}", "See here.{1/}")]));
    assert!(said.contains("2 texts wait"), "{said}");
    assert_eq!(site.content(), before);
    site.imports(&site.translates("en", &[("Se her.{1/}", "See here.{1/}"), ("Note.", "A note.")]));
    assert!(site.read("content/sections/02-cities.en.md").ends_with("First.\n\nSee here.[^n]\n\n[^n]: A note.\n"));
}

#[test]
fn without_a_title_no_half_is_made() {
    let site = site().file("content/sections/02-cities.da.md", DANISH);
    let before = site.content();
    let said = site.imports(&site.translates("en", &WORDS[1..]));
    assert!(said.contains("14 texts wait"), "{said}");
    assert_eq!(site.content(), before);
}

#[test]
fn the_whole_strategy_can_be_made_anew_from_either_language() {
    for (to, from) in [("en", "da"), ("da", "en")] {
        let site = TestSite::strategy();
        let before = site.content();
        let po = site.export(to, &[]);
        let own = format!(".{to}.md");
        for path in before.keys().filter(|path| path.ends_with(&own)) {
            site.remove(&format!("content/{path}"));
        }
        let known: Vec<String> = messages(&po).iter().map(|message| message.id.clone()).collect();
        let bare = site.export(to, &["--from", from]);
        let sent: Vec<String> = messages(&bare).iter().map(|message| message.id.clone()).collect();
        assert_eq!(sent, known);
        site.imports(&translated(&bare, |message| pseudo(&message.id)));
        assert_eq!(site.faults(&["--drafts"]), Vec::<String>::new());
        assert_eq!(site.content().keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
        assert!(site.imports(&site.export(to, &["--from", from, "--drafts"])).starts_with("No text is new."));
    }
}

#[test]
fn of_three_languages_each_can_be_translated_from_any_other() {
    let settings = SETTINGS
        .replace("languages: [da, en]", "languages: [da, en, kl]")
        .replace("en: The strategy", "en: The strategy, kl: Siunissaq")
        .replace("en: Purposes", "en: Purposes, kl: Siunertat")
        .replace("en: purposes}", "en: purposes, kl: siunertat}")
        .replace("\"This is how we {terms}\"", "\"This is how we {terms}\", kl: \"{terms}\"")
        .replace("en: learn", "en: learn, kl: ilinniarneq")
        .replace("en: influence", "en: influence, kl: sunniineq");
    let site = TestSite::new()
        .file("langebro.yaml", &settings)
        .file("content/index.kl.md", "---\ntitle: Siunissaq\n---\n\nAap.\n")
        .section("01-aims", "## Vækst {#v}\n\nTekst.", "## Growth {#g}\n\nA text, see [[#g|growth]].");
    let po = site.export("kl", &["--from", "en"]);
    assert!(po.contains("msgctxt \"en/aims/") && po.contains("\"Language: kl\\n\""), "{po}");
    assert!(site.export("kl", &[]).contains("msgctxt \"da/aims/"));
    assert!(site.export("da", &[]).contains("msgctxt \"en/aims/"));
    site.imports(&translated(&po, |message| message.id.replace("rowth", "roûth")));
    let made = site.read("content/sections/01-aims.kl.md");
    assert!(made.contains("## Groûth {#grouth}\n\nA text, see [[#grouth|groûth]].\n"), "{made}");
}

#[test]
fn drafts_are_left_out_unless_they_are_asked_for_and_pages_can_be_named() {
    let draft = "---\ntitle: Kladde\ndraft: true\n---\n\nTekst.\n";
    let site = site().file("content/pages/x.da.md", draft);
    let ids = |more: &[&str]| messages(&site.export("en", more)).into_iter().map(|message| message.id).collect::<Vec<_>>();
    assert!(!ids(&[]).contains(&"Kladde".to_owned()));
    assert!(ids(&["--drafts"]).contains(&"Kladde".to_owned()));
    assert_eq!(ids(&["c40"])[1..], ["Casen c40", "Tekst."]);
    let output = site.run(&["translations", "export", "--to", "en", "c41"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(crate::site::text(&output.stderr).contains("Did you mean `c40`?"));
}

#[test]
fn words_that_are_marked_as_those_of_a_language_need_no_mark_in_a_text_of_it() {
    let danish = "Byens [city branding](lang:en), *[savoir-vivre](lang:fr)* og [C40](https://www.c40.org/ \"lang:en\").";
    let site = TestSite::new().section("02-cities", danish, "");
    let sent = "Byens city branding, {1}{2}savoir-vivre{/2}{/1} og {3}C40{/3}.";
    site.imports(&site.translates("en", &[(sent, "The {3}C40{/3} network, city branding and {1}{2}savoir-vivre{/2}{/1}.")]));
    let english = site.read("content/sections/02-cities.en.md");
    assert!(
        english.trim_end().ends_with("\nThe [C40](https://www.c40.org/) network, city branding and *[savoir-vivre](lang:fr)*."),
        "{english}"
    );
    // The words of a third language may be translated, and those of the first are marked by whoever knows them.
    site.imports(&site.translates("en", &[(sent, "The {3}C40{/3} network, city branding and {1}the art of living{/1}.")]));
    assert!(site.read("content/sections/02-cities.en.md").trim_end().ends_with("and *the art of living*."));
}
