//! Moving house: a page gets another key, a section another place; every link, address and byte else stays.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Output;
use std::sync::Arc;

use langebro::address::Key;
use langebro::author::{Plan, Refused, Spot};
use langebro::diagnostic::Finding;
use langebro::site::{Drafts, Site};
use langebro::{Project, author};
use proptest::prelude::*;

use crate::site::{SETTINGS, TestSite, files, text};

/// All of a site but what was published.
fn sources(site: &TestSite) -> BTreeMap<String, Vec<u8>> {
    files(site.root()).into_iter().filter(|(path, _)| !path.starts_with("public/")).collect()
}

/// The findings without their lines, which a new line in a front matter moves, and the addresses at which something is.
fn published(site: &TestSite, drafts: &[&str]) -> (Vec<String>, BTreeSet<String>) {
    let output = site.run(&[&["check", "--format", "json"], drafts].concat());
    let found: Vec<crate::site::Found> = serde_json::from_slice(&output.stdout).unwrap();
    // A page that has moved comes at another place among the others.
    let mut findings: Vec<String> = found.into_iter().map(|found| found.code).filter(|code| code != "vanished-address").collect();
    findings.sort();
    let out = tempfile::tempdir().unwrap();
    site.run(&[&["build", "--keep-going", "--output-dir", out.path().to_str().unwrap()], drafts].concat());
    let addresses = files(out.path()).into_keys().filter(|path| path.ends_with("index.html")).collect();
    (findings, addresses)
}

/// Runs a command that moves house, and expects that nothing is found which was not found before, that every address of
/// before is still there, and that a rehearsal writes nothing.
fn moved(site: &TestSite, args: &[&str]) -> String {
    let before = (published(site, &[]), published(site, &["--drafts"]).0, sources(site));
    let rehearsed = site.run(&[args, &["--dry-run"]].concat());
    assert!(rehearsed.status.success(), "{args:?}: {}", text(&rehearsed.stderr));
    assert_eq!(sources(site), before.2, "a rehearsal writes nothing");
    let output = site.run(args);
    assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
    let after = (published(site, &[]), published(site, &["--drafts"]).0);
    assert_eq!(after.0.0, before.0.0, "{args:?}");
    assert_eq!(after.1, before.1, "{args:?}, with drafts");
    let lost: Vec<&String> = before.0.1.difference(&after.0.1).collect();
    assert!(lost.is_empty(), "{args:?}: {lost:?} are gone");
    text(&output.stdout)
}

/// Runs a command that must be refused, and expects that nothing was written.
fn refused(site: &TestSite, args: &[&str]) -> String {
    let before = sources(site);
    let output: Output = site.run(args);
    assert!(!output.status.success(), "{args:?} was done: {}", text(&output.stdout));
    assert_eq!(sources(site), before, "{args:?}");
    text(&output.stderr)
}

/// The text of a section that leads to a box in every way there is; `@` stands for its key.
const EVERY_WAY: &str = "\u{feff}---\r\ntitle: \"[[c40]]: Sådan\"  \r\nslug: c40s-ven\r\nextra: {note: c40}\r\n---\r\n\r\n\
    Se [[@]], [[ @ |c40 i byen]], [[@#maal|målet]], [c40](../cases/@.da.md), [c40](<../cases/@.da.md#maal> \"c40\")\r\n\
    og [c40](./../cases/@.da.md?x#maal), [[c40-topmoede]] og [[#@--maal|målet her]].[^c40]\r\n\r\n\
    ![[@]]\r\n\r\n![[c40-topmoede]]\r\n\r\n\
    > - c40: **[[@|c40]]** og `[[c40]]`, \\[[c40]]  \r\n>   [c40](#@--maal) <!-- [[c40]] -->\r\n\r\n\
    | c40 | B |\r\n|-----|---|\r\n| [[@\\|c40 og så videre]] | [[@]] [c40][c40] [x](#c40-topmoede--maal) |\r\n\r\n\
    ```\r\n[[c40]] ![[c40]]\r\n```\r\n\r\n<!-- ![[c40]] -->\r\n\r\n\
    c40\r\n: se [[@#maal]]\r\n\r\n[^c40]: c40 er [[@]].\r\n\r\n[c40]: ../cases/@.da.md 'c40'\r\n[ubrugt]: ../cases/@.en.md";

fn every_way(key: &str) -> String {
    EVERY_WAY.replace('@', key)
}

fn with_every_way() -> TestSite {
    let half = |language: &str, heading: &str| format!("---\ntitle: C40 {language}\nslug: c40\n---\n\n{heading}\n");
    TestSite::new()
        .file("content/cases/c40.da.md", &half("da", "## Målet {#maal}"))
        .file("content/cases/c40.en.md", &half("en", "## The goal {#goal}\n\n[[c40#goal]]"))
        .case("c40-topmoede", "## Målet {#maal}\n\n[[c40]]", "## The goal {#goal}")
        .file("content/sections/01-alt.da.md", &every_way("c40"))
        .file("content/sections/01-alt.en.md", "---\ntitle: All\n---\n\nSee [the box](../cases/c40.en.md#goal).\n")
        .file("content/pages/kladde.da.md", "---\ntitle: Kladde\ndraft: true\n---\n\n[[c40|x]]\n")
        .file("content/pages/kladde.en.md", "---\ntitle: Draft\ndraft: true\n---\n\n![[c40]]\n")
}

/// A site whose pages have all been checked by a person.
fn reviewed(site: TestSite) -> TestSite {
    let output = site.run(&["translations", "reviewed", "--all"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    site
}

/// How each half stands to its counterpart, by a key that takes the place of another.
fn standing(site: &TestSite, key: &str, instead: &str) -> BTreeSet<String> {
    let output = site.run(&["translations", "--format", "json"]);
    let told: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    told.iter().map(|row| row.to_string().replace(&format!("\"key\":\"{key}\""), &format!("\"key\":\"{instead}\""))).collect()
}

#[test]
fn a_page_gets_another_key_with_both_halves_and_every_link_to_it_and_no_other_byte_changes() {
    let site = with_every_way();
    let before = sources(&site);
    let said = moved(&site, &["rename", "c40", "klima"]);
    assert!(
        said.starts_with("`c40` is now called `klima`.\nNew file names:\n  content/cases/c40.da.md → content/cases/klima.da.md\n"),
        "{said}"
    );
    assert!(said.ends_with("All addresses are as they were.\n"), "{said}");
    assert_eq!(site.read("content/sections/01-alt.da.md"), every_way("klima"));
    assert!(site.read("content/sections/01-alt.en.md").contains("(../cases/klima.en.md#goal)"));
    assert!(site.read("content/pages/kladde.da.md").contains("[[klima|x]]"));
    assert!(site.read("content/pages/kladde.en.md").contains("![[klima]]"));
    assert!(site.read("content/cases/klima.en.md").contains("[[klima#goal]]"));
    assert!(site.read("content/cases/c40-topmoede.da.md").contains("[[klima]]"));
    assert!(!site.path("content/cases/c40.da.md").exists());
    let names = |files: &BTreeMap<String, Vec<u8>>| files.len();
    assert_eq!(names(&sources(&site)), names(&before), "nothing is left over");
    moved(&site, &["rename", "klima", "c40"]);
    assert_eq!(sources(&site), before, "back again, to the byte");
}

#[test]
fn a_key_that_begins_like_another_is_not_taken_for_it() {
    let site = with_every_way();
    let before = sources(&site);
    moved(&site, &["rename", "c40-topmoede", "c40"].map(|word| if word == "c40" { "c40-2019" } else { word }));
    let expected = EVERY_WAY.replace('@', "c40").replace("c40-topmoede", "c40-2019");
    assert_eq!(site.read("content/sections/01-alt.da.md"), expected);
    assert!(site.path("content/cases/c40.da.md").exists());
    moved(&site, &["rename", "c40-2019", "c40-topmoede"]);
    assert_eq!(sources(&site), before);
}

#[test]
fn what_a_person_has_checked_stays_checked() {
    let site = reviewed(with_every_way());
    let (before, record) = (standing(&site, "c40", "c40"), site.read("content/reviews/c40.yaml"));
    assert!(before.iter().any(|row| row.contains("in-step")), "{before:?}");
    moved(&site, &["rename", "c40", "klima"]);
    assert_eq!(site.read("content/reviews/klima.yaml"), record);
    assert!(!site.path("content/reviews/c40.yaml").exists() && site.path("content/reviews/c40-topmoede.yaml").exists());
    assert_eq!(standing(&site, "klima", "c40"), before);
    let site = reviewed(with_chapters());
    let before = standing(&site, "", "");
    moved(&site, &["move", "first", "--before", "aims"]);
    moved(&site, &["move", "work", "--before", "aims"]);
    assert_eq!(standing(&site, "", ""), before);
}

/// A strategy with two chapters, one within the other, and links of every kind across them.
fn with_chapters() -> TestSite {
    let index = |title: &str| format!("---\ntitle: {title}\nslug: {}\n---\n", title.to_lowercase());
    TestSite::new()
        .section(
            "01-aims",
            "[m](02-means.da.md) [f](03-work/01-first.da.md#a) [[first]] [f](/arbejde/foerste/#a)",
            "[w](03-work/index.en.md)",
        )
        .section(
            "02-means",
            "[p](../pages/om.da.md) ![H](../media/havn.svg) [p](../media/havn.svg)",
            "[a](01-aims.en.md) [f](/en/work/one/)",
        )
        .file("content/sections/03-work/index.da.md", &index("Arbejde"))
        .file("content/sections/03-work/index.en.md", &index("Work"))
        .file(
            "content/sections/03-work/01-first.da.md",
            "---\ntitle: Første\nslug: foerste\n---\n\n## A\n\n[m](../02-means.da.md) [s](02-second.da.md)\n",
        )
        .file(
            "content/sections/03-work/01-first.en.md",
            "---\ntitle: One\nslug: one\naliases: [/en/uno/]\n---\n\n## A\n\n[w](index.en.md) [w](../03-work/index.en.md)\n",
        )
        .section("03-work/02-second", "[d](03-deep/index.da.md) ![H](havn.svg)", "[f](01-first.en.md)")
        .file("content/sections/03-work/03-deep/index.da.md", &index("Dyb"))
        .file("content/sections/03-work/03-deep/index.en.md", &index("Deep"))
        .section("03-work/03-deep/01-bottom", "[a](../../01-aims.da.md)", "[[work]]")
        .section(
            "04-end",
            "[f](https://example.org/arbejde/foerste/) <https://example.org/arbejde/foerste/> [b](03-work/03-deep/01-bottom.da.md)",
            "[[bottom]]",
        )
        .file("content/pages/om.da.md", "---\ntitle: Om\n---\n\n[w](../sections/03-work/02-second.da.md)\n")
        .file("content/pages/om.en.md", "---\ntitle: About\n---\n\n[w](../sections/03-work/02-second.en.md)\n")
        .file("content/media/havn.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>")
}

#[test]
fn a_chapter_gets_another_key_with_its_folder_and_the_links_through_it() {
    let site = with_chapters();
    let before = sources(&site);
    moved(&site, &["rename", "work", "doing"]);
    assert!(site.read("content/sections/01-aims.da.md").contains("(03-doing/01-first.da.md#a) [[first]] [f](/arbejde/foerste/#a)"));
    assert!(site.read("content/sections/03-doing/01-first.en.md").contains("[w](index.en.md) [w](../03-doing/index.en.md)"));
    assert!(site.read("content/sections/03-doing/03-deep/01-bottom.en.md").contains("[[doing]]"));
    assert!(!site.path("content/sections/03-work").exists());
    moved(&site, &["rename", "doing", "work"]);
    assert_eq!(sources(&site), before);
}

#[test]
fn a_section_moves_in_the_order_and_no_address_changes() {
    let site = with_chapters();
    site.build();
    let pages = |site: &TestSite| -> Vec<String> { site.published().into_keys().filter(|path| path.ends_with(".html")).collect() };
    let addresses = pages(&site);
    let said = moved(&site, &["move", "end", "--after", "aims"]);
    assert!(said.contains("content/sections/03-work → content/sections/04-work"), "{said}");
    for path in ["01-aims.da.md", "02-end.en.md", "03-means.da.md", "04-work/03-deep/01-bottom.da.md"] {
        assert!(site.path(&format!("content/sections/{path}")).exists(), "{path}");
    }
    assert!(site.read("content/sections/01-aims.da.md").contains("[m](03-means.da.md) [f](04-work/01-first.da.md#a)"));
    assert!(site.read("content/sections/02-end.da.md").contains("[b](04-work/03-deep/01-bottom.da.md)"));
    site.build();
    assert_eq!(pages(&site), addresses);
    assert!(moved(&site, &["move", "means", "--before", "end"]).contains("All addresses are as they were."));
    assert!(site.path("content/sections/02-means.da.md").exists() && site.path("content/sections/03-end.da.md").exists());
    moved(&site, &["move", "end", "--before", "aims"]);
    assert!(site.path("content/sections/01-end.da.md").exists() && site.path("content/sections/02-aims.da.md").exists());
    let there = site.run(&["move", "end", "--before", "aims"]);
    assert_eq!(text(&there.stdout), "`end` stands there already.\n");
}

#[test]
fn a_section_that_moves_into_a_chapter_leaves_its_old_address_leading_on() {
    let site = with_chapters();
    let said = moved(&site, &["move", "means", "--into", "work"]);
    assert!(said.contains("/afsnit-means/ → /arbejde/afsnit-means/\n  /en/section-means/ → /en/work/section-means/"), "{said}");
    let danish = site.read("content/sections/03-work/04-means.da.md");
    assert!(danish.starts_with("---\ntitle: Afsnit means\naliases: [/afsnit-means/]\n---\n"), "{danish}");
    assert!(danish.contains("[p](../../pages/om.da.md) ![H](../../media/havn.svg) [p](../../media/havn.svg)"), "{danish}");
    let english = site.read("content/sections/03-work/04-means.en.md");
    assert!(english.contains("aliases: [/en/section-means/]") && english.contains("[a](../01-aims.en.md)"), "{english}");
    assert!(site.read("content/sections/01-aims.da.md").contains("[m](03-work/04-means.da.md)"));
    assert!(site.read("content/sections/03-work/01-first.da.md").contains("[m](04-means.da.md)"));
    site.build();
    assert!(site.page("/afsnit-means/").contains("/arbejde/afsnit-means/"));
}

#[test]
fn a_chapter_moves_with_all_its_sections_and_links_by_address_follow() {
    let site = with_chapters().file("content/sections/03-work/notes.txt", "mine");
    site.remove("content/sections/03-work/notes.txt");
    moved(&site, &["move", "deep", "--after", "aims"]);
    assert!(site.path("content/sections/02-deep/01-bottom.da.md").exists() && site.path("content/sections/04-work/index.da.md").exists());
    let bottom = site.read("content/sections/02-deep/01-bottom.da.md");
    assert!(bottom.contains("aliases: [/arbejde/dyb/afsnit-bottom/]") && bottom.contains("[a](../01-aims.da.md)"), "{bottom}");
    assert!(site.read("content/sections/02-deep/index.en.md").contains("aliases: [/en/work/deep/]"));
    moved(&site, &["move", "first", "--before", "aims"]);
    assert!(site.read("content/sections/01-first.en.md").contains("aliases: [/en/work/one/, /en/uno/]"));
    assert!(site.read("content/sections/02-aims.da.md").contains("[f](01-first.da.md#a) [[first]] [f](/foerste/#a)"));
    assert!(
        site.read("content/sections/06-end.da.md").contains("[f](https://example.org/foerste/) <https://example.org/arbejde/foerste/>")
    );
    assert!(site.read("content/sections/04-means.en.md").contains("[f](/en/one/)"));
    moved(&site, &["move", "first", "--into", "work"]);
    let first = site.read("content/sections/05-work/03-first.en.md");
    assert!(first.contains("aliases: [/en/one/, /en/work/one/, /en/uno/]"), "{first}");
}

#[test]
fn a_page_without_a_translation_moves_all_the_same() {
    let site = TestSite::new()
        .file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"))
        .file("content/sections/01-arbejde/index.da.md", "---\ntitle: Arbejdet\nslug: arbejdet\n---\n")
        .section("01-arbejde/01-first", "a", "a")
        .file("content/sections/02-only.da.md", "---\ntitle: Kun\n---\n\n[[first]]\n");
    // Without an English half, the chapter's part of the English addresses is its key.
    let said = moved(&site, &["rename", "arbejde", "work"]);
    assert!(said.contains("/en/arbejde/section-first/ → /en/work/section-first/"), "{said}");
    assert!(site.read("content/sections/01-work/01-first.en.md").contains("aliases: [/en/arbejde/section-first/]"));
    assert!(!site.read("content/sections/01-work/01-first.da.md").contains("aliases"));
    moved(&site, &["move", "only", "--into", "work"]);
    assert!(site.read("content/sections/01-work/02-only.da.md").contains("aliases: [/kun/]"));
    moved(&site, &["rename", "only", "alone"]);
    assert!(site.path("content/sections/01-work/02-alone.da.md").exists());
}

#[test]
fn a_page_whose_address_comes_from_its_key_keeps_it() {
    let site = TestSite::new()
        .file("content/pages/a-b.da.md", "---\r\ntitle: \"?\"\r\n---\r\n")
        .file("content/pages/a-b.en.md", "---\ntitle: A and B\n---\n");
    let said = moved(&site, &["rename", "a-b", "c"]);
    assert!(said.contains("All addresses are as they were."), "{said}");
    assert_eq!(site.read("content/pages/c.da.md"), "---\r\ntitle: \"?\"\r\nslug: a-b\r\n---\r\n");
    assert_eq!(site.read("content/pages/c.en.md"), "---\ntitle: A and B\n---\n");
}

#[test]
fn a_draft_gets_no_alias_for_an_address_that_nobody_has_seen() {
    let site = with_chapters()
        .file("content/sections/05-new.da.md", "---\ntitle: Ny\ndraft: true\n---\n\n[n](/ny/)\n")
        .file("content/sections/05-new.en.md", "---\ntitle: New\ndraft: true\n---\n");
    moved(&site, &["move", "new", "--into", "work"]);
    let draft = site.read("content/sections/03-work/04-new.da.md");
    assert!(!draft.contains("aliases") && draft.contains("[n](/arbejde/ny/)"), "{draft}");
}

#[test]
fn sections_without_a_number_get_one_where_the_order_needs_it() {
    let site = TestSite::new().section("aims", "a", "a").section("means", "[z](zeal.da.md)", "b").section("zeal", "c", "c");
    moved(&site, &["move", "zeal", "--after", "aims"]);
    for path in ["01-aims.da.md", "02-zeal.en.md", "means.da.md"] {
        assert!(site.path(&format!("content/sections/{path}")).exists(), "{path}");
    }
    assert!(site.read("content/sections/means.da.md").contains("[z](02-zeal.da.md)"));
}

#[test]
fn what_cannot_be_done_is_refused_with_help_and_nothing_is_written() {
    let site = with_chapters().case("c40", "a", "a");
    let cases: [(&[&str], &str); 15] = [
        (&["rename", "c4", "x"], "there is no page with the key `c4`. Did you mean `c40`?"),
        (&["rename", "content/cases/c40.da.md", "x"], "Did you mean `c40`?"),
        (&["rename", "Afsnit aims", "x"], "Did you mean `aims`?"),
        (&["rename", "c40", "aims"], "the key `aims` is taken by content/sections/01-aims.da.md"),
        (&["rename", "c40", "C40"], "such as `c40`"),
        (&["rename", "c40", "content/cases/Klima.da.md"], "cannot be a key"),
        (&["rename", "c40", "2022-tour"], "Begin the key with a letter"),
        (&["rename", "index", "front"], "the front page has no other key"),
        (&["move", "c40", "--after", "aims"], "`c40` is not a section"),
        (&["move", "aims", "--after", "c40"], "`c40` is not a section"),
        (&["move", "index", "--after", "aims"], "the front page"),
        (&["move", "aims", "--into", "end"], "make the folder `content/sections/04-end`"),
        (&["move", "work", "--into", "deep"], "`work` cannot move to `deep`, which lies within it"),
        (&["move", "work", "--after", "work"], "cannot be placed by itself"),
        (&["move", "aims", "--before", "nowhere"], "no page with the key `nowhere`"),
    ];
    for (args, said) in cases {
        let answer = refused(&site, args);
        assert!(answer.contains(said), "{args:?}: {answer}");
    }
    assert_eq!(site.run(&["move", "aims"]).status.code(), Some(2));
    let both = refused(&site, &["move", "aims", "--after", "end", "--into", "work"]);
    assert!(both.contains("cannot be given together"), "{both}");
}

#[test]
fn refusals_are_told_in_danish_too() {
    let site = with_chapters();
    let answer = refused(&site, &["rename", "aim", "x", "--lang", "da"]);
    assert!(answer.contains("ingen side har nøglen `aim`. Mente du `aims`?"), "{answer}");
    let done = site.run(&["rename", "aims", "maal", "--lang", "da"]);
    assert!(text(&done.stdout).contains("`aims` hedder nu `maal`.\nNye filnavne:"), "{}", text(&done.stdout));
}

#[test]
fn a_chapter_that_would_lie_too_deep_does_not_move() {
    let index = "---\ntitle: X\n---\n";
    let mut site = TestSite::new();
    for folder in ["01-a", "01-a/01-b", "01-a/01-b/01-c", "02-d", "02-d/01-e"] {
        for language in ["da", "en"] {
            site = site.file(&format!("content/sections/{folder}/index.{language}.md"), index);
        }
    }
    assert!(refused(&site, &["move", "d", "--into", "b"]).contains("deeper than 3 folders"));
    assert!(refused(&site, &["move", "d", "--after", "c"]).contains("deeper than 3 folders"));
}

#[test]
fn a_file_that_cannot_be_read_holds_everything_back_and_is_named() {
    let broken: [(&str, &[u8]); 4] = [
        ("content/pages/x.da.md", b"---\ntitle: C40: byer\n---\n[[c40]]\n"),
        ("content/pages/x.da.md", b"---\ntitle: \xff\n---\n"),
        ("content/pages/X y.da.md", b"---\ntitle: X\n---\n[[c40]]\n"),
        ("content/sections/01-c40.da.md", b"---\ntitle: X\n---\n"),
    ];
    for (path, bytes) in broken {
        let site = TestSite::new().case("c40", "a", "a");
        site.write(path, bytes);
        for args in [&["rename", "c40", "klima"][..], &["rename", "c40", "klima", "--dry-run"]] {
            let answer = refused(&site, args);
            let twin = "content/cases/c40.da.md";
            assert!(answer.contains(&format!("`{path}`")) || answer.contains(twin), "{answer}");
        }
    }
}

#[test]
fn what_lies_in_the_way_stays_and_so_does_everything_else() {
    let site = with_every_way();
    std::fs::create_dir_all(site.path("content/cases/klima.en.md/x")).unwrap();
    assert!(refused(&site, &["rename", "c40", "klima"]).contains("`content/cases/klima.en.md`"));
    let site = with_every_way().file("content/reviews/klima.yaml", "another");
    assert!(refused(&site, &["rename", "c40", "klima"]).contains("`content/reviews/klima.yaml`"));
    let long = "x".repeat(300);
    assert!(refused(&site, &["rename", "c40", &long]).contains("too long"), "the second file fails after the first texts are ready");
}

#[test]
fn a_link_that_cannot_be_followed_is_named_before_anything_is_written() {
    let site = with_every_way()
        .file("content/pages/om.da.md", "---\ntitle: Om\n---\n\nEt\n\n[x](../cases/c\\40.da.md) [y](../cases/c&#52;0.da.md)\n");
    let site = site.file("content/pages/om.en.md", "---\ntitle: About\n---\n");
    let answer = refused(&site, &["rename", "c40", "klima"]);
    assert!(answer.contains("content/pages/om.da.md"), "{answer}");
}

#[test]
fn an_address_that_another_page_would_get_is_refused() {
    let site = with_chapters().file("content/sections/03-work/04-x.da.md", "---\ntitle: X\nslug: afsnit-means\n---\n");
    let site = site.file("content/sections/03-work/04-x.en.md", "---\ntitle: X\n---\n");
    let answer = refused(&site, &["move", "means", "--into", "work"]);
    assert!(answer.contains("would be wrong afterwards") && answer.contains("/arbejde/afsnit-means/"), "{answer}");
}

#[test]
fn aliases_that_leave_no_room_for_one_more_are_named() {
    let site = TestSite::new()
        .file("content/sections/01-work/index.da.md", "---\ntitle: Arbejde\n---\n")
        .file("content/sections/01-work/index.en.md", "---\ntitle: Work\n---\n")
        .file("content/sections/02-x.da.md", "---\ntitle: X\naliases: >-\n  /y/\n---\n")
        .file("content/sections/02-x.en.md", "---\ntitle: X\n---\n");
    assert!(refused(&site, &["move", "x", "--into", "work"]).contains("`aliases: [/x/]`"));
}

#[test]
fn programs_are_told_what_was_renamed_changed_and_readdressed() {
    let site = with_chapters();
    let output = site.run(&["move", "means", "--into", "work", "--dry-run", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["dry_run"], true);
    assert_eq!(told["renamed"][0]["from"], "content/sections/02-means.da.md");
    assert_eq!(told["renamed"][0]["to"], "content/sections/03-work/04-means.da.md");
    let changed: Vec<&str> = told["changed"].as_array().unwrap().iter().filter_map(|file| file.as_str()).collect();
    assert!(changed.contains(&"content/sections/01-aims.da.md") && changed.contains(&"content/sections/03-work/04-means.en.md"));
    assert_eq!(told["addresses"][1]["to"], "/en/work/section-means/");
    let output = site.run(&["rename", "nowhere", "x", "--format", "json"]);
    let told: Vec<crate::site::Found> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told[0].code, "failure");
    let output = site.run(&["new", "section", "x", "--after", "aims", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["made"][0], "content/sections/02-x.da.md");
}

#[cfg(unix)]
#[test]
fn symbolic_links_come_along_or_are_named() {
    use std::os::unix::fs::symlink;
    // The text of a half lies elsewhere: it is rewritten there, and the link stays one.
    let site = with_every_way();
    std::fs::rename(site.path("content/pages/kladde.da.md"), site.path("kladde.txt")).unwrap();
    symlink("../../kladde.txt", site.path("content/pages/kladde.da.md")).unwrap();
    moved(&site, &["rename", "c40", "klima"]);
    assert!(site.read("kladde.txt").contains("[[klima|x]]"));
    assert!(site.path("content/pages/kladde.da.md").is_symlink());
    moved(&site, &["rename", "kladde", "senere"]);
    assert!(site.path("content/pages/senere.da.md").is_symlink() && !site.path("content/pages/kladde.da.md").is_symlink());
    // A link to what is renamed would lead nowhere.
    symlink("klima.da.md", site.path("content/cases/kopi.da.md")).unwrap();
    symlink("klima.en.md", site.path("content/cases/kopi.en.md")).unwrap();
    assert!(refused(&site, &["rename", "klima", "c40"]).contains("`content/cases/kopi.da.md` is a symbolic link"));
    // A chapter that lies elsewhere.
    let site = with_chapters();
    std::fs::rename(site.path("content/sections/03-work"), site.path("work")).unwrap();
    symlink("../../work", site.path("content/sections/03-work")).unwrap();
    moved(&site, &["rename", "work", "doing"]);
    assert!(site.path("content/sections/03-doing").is_symlink());
    moved(&site, &["rename", "first", "one"]);
    assert!(site.path("work/01-one.da.md").exists());
    moved(&site, &["move", "one", "--before", "aims"]);
    assert!(site.path("content/sections/01-one.da.md").exists() && !site.path("work/01-one.da.md").exists());
}

/// A strategy of chance: where each section lies, and what it leads to.
#[derive(Debug, Clone)]
struct Chance {
    /// For each section the chapter that it lies in, if any, and whether it is one itself.
    sections: Vec<(usize, bool)>,
    /// From, to, and how it is written.
    links: Vec<(usize, usize, usize)>,
    /// Which sections move, to which others, and how.
    moves: Vec<(usize, usize, usize)>,
}

fn chance() -> impl Strategy<Value = Chance> {
    let sections = prop::collection::vec((0_usize..20, any::<bool>()), 3..9);
    let links = prop::collection::vec((0_usize..20, 0_usize..20, 0_usize..5), 0..20);
    let moves = prop::collection::vec((0_usize..20, 0_usize..20, 0_usize..3), 1..5);
    (sections, links, moves).prop_map(|(sections, links, moves)| Chance { sections, links, moves })
}

impl Chance {
    /// The site, and the keys of its sections.
    fn site(&self) -> (TestSite, Vec<String>) {
        let mut folders: Vec<(String, usize)> = vec![("content/sections".to_owned(), 0)];
        let mut stems: Vec<String> = Vec::new();
        for (i, (chapter, is_chapter)) in self.sections.iter().enumerate() {
            let (folder, depth) = folders[chapter % folders.len()].clone();
            let own = format!("{folder}/{:02}-s{i}", i + 1);
            if *is_chapter && depth < 3 {
                folders.push((own.clone(), depth + 1));
                stems.push(format!("{own}/index"));
            } else {
                stems.push(own);
            }
        }
        let mut site = TestSite::new();
        for (i, stem) in stems.iter().enumerate() {
            for language in ["da", "en"] {
                let mut body = String::new();
                for (_, to, how) in self.links.iter().filter(|(from, ..)| from % stems.len() == i) {
                    let to = to % stems.len();
                    let depth = stem.matches('/').count();
                    let path = format!("{}{}.{language}.md", "../".repeat(depth), stems[to]);
                    body += &match how {
                        0 => format!("[[s{to}]]\n"),
                        1 => format!("[l]({path})\n"),
                        2 if stems[to].rsplit_once('/').map(|(folder, _)| folder) == stem.rsplit_once('/').map(|(folder, _)| folder) => {
                            format!("[l]({}.{language}.md#h)\n", stems[to].rsplit('/').next().unwrap())
                        }
                        3 => format!("| [[s{to}#h\\|ord]] |\n|---|\n\n"),
                        _ => format!("[l](<{path}#h>)\n"),
                    };
                }
                site = site.file(&format!("{stem}.{language}.md"), &format!("---\ntitle: S{i} {language}\n---\n\n## H {{#h}}\n\n{body}"));
            }
        }
        (site, (0..stems.len()).map(|i| format!("s{i}")).collect())
    }
}

/// A site without drafts, its findings, and its addresses.
fn read(site: &TestSite) -> (Arc<Site>, Vec<Finding>, BTreeSet<String>) {
    let reading = Project::new(site.root().to_owned(), None, Drafts::Include).read().unwrap();
    let linked = reading.site.unwrap();
    let addresses = linked.views().into_iter().map(|view| linked.permalink(view).to_string()).collect();
    (linked, reading.findings, addresses)
}

/// Performs what was planned, and gives whether it could be planned.
fn performed(site: &TestSite, plan: impl FnOnce(&Site, &[Finding]) -> Result<Plan, Refused>) -> bool {
    let (linked, findings, addresses) = read(site);
    let before = sources(site);
    let planned = plan(&linked, &findings);
    assert_eq!(sources(site), before, "planning writes nothing");
    let Ok(plan) = planned else { return false };
    author::perform(site.root(), &plan).unwrap();
    let (_, found, kept) = read(site);
    assert_eq!(found, [], "{plan:?}");
    assert!(kept.is_superset(&addresses), "{plan:?}");
    true
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn whatever_moves_in_whatever_strategy_every_link_and_address_holds(chance in chance()) {
        let (site, keys) = chance.site();
        prop_assert_eq!(site.places(), Vec::<String>::new());
        let before = sources(&site);
        let old = &keys[chance.moves[0].0 % keys.len()];
        let key = |text: &str| Key::parse(text).unwrap();
        let root = site.root();
        prop_assert!(performed(&site, |linked, findings| author::rename(linked, root, findings, old, &key("s1-anew"))));
        prop_assert!(performed(&site, |linked, findings| author::rename(linked, root, findings, "s1-anew", &key(old))));
        prop_assert_eq!(&sources(&site), &before);
        for (section, to, how) in &chance.moves {
            let (section, to) = (&keys[section % keys.len()], &keys[to % keys.len()]);
            let spot = [Spot::After(to), Spot::Before(to), Spot::Into(to)][*how];
            performed(&site, |linked, findings| author::relocate(linked, root, findings, section, spot));
        }
    }
}

#[test]
fn the_strategy_that_is_shipped_survives_any_move() {
    let site = TestSite::strategy();
    let before = sources(&site);
    let root = site.root();
    for (old, new) in [("c40", "c40-cities"), ("c40-cities", "c40"), ("introduction", "beginning"), ("beginning", "introduction")] {
        let new = Key::parse(new).unwrap();
        assert!(performed(&site, |linked, findings| author::rename(linked, root, findings, old, &new)));
    }
    assert_eq!(sources(&site), before);
    for to in ["introduction", "organisation"] {
        assert!(performed(&site, |linked, findings| author::relocate(linked, root, findings, "principles", Spot::After(to))));
    }
    let key =
        |path: &String| Path::new(path).file_name().unwrap().to_string_lossy().trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
    let texts = |files: BTreeMap<String, Vec<u8>>| files.iter().map(|(path, bytes)| (key(path), bytes.clone())).collect::<BTreeMap<_, _>>();
    assert_eq!(texts(sources(&site)), texts(before));
}
