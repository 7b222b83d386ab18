//! What an author writes below the front matter.

use super::{DRAWING, HALVES, at, text_finds, text_on};
use crate::site::TestSite;

/// A site with a case and a page to lead to.
fn with_c40() -> TestSite {
    let body = "## Baggrund\n\nTekst.\n\n## Vækst i byen\n\nTekst.\n";
    TestSite::new().case("c40", body, body)
}

#[test]
fn a_heading_on_the_level_of_the_title_is_told() {
    text_finds("# Klima\n\n## Byer\n\nTekst.", &["heading-one 5:1 `## Klima`"]);
    text_finds("Klima\n=====", &["heading-one 5:1 `## Klima`"]);
}

#[test]
fn a_heading_that_skips_a_level_is_a_warning() {
    text_finds("### Klima", &["heading-skip 5:1 `Klima` `1` `3`"]);
    text_finds("## Klima\n\n#### Byer\n\n## Mål", &["heading-skip 7:1 `Byer` `2` `4`"]);
}

#[test]
fn a_bad_id_of_a_heading_is_told_at_the_id() {
    text_finds("## Vækst {#Vækst}", &["bad-anchor 5:11 `Vækst` `vaekst`"]);
    text_finds("## Vækst {#c40--x}", &["bad-anchor 5:11 `c40--x` `c40-x`"]);
}

#[test]
fn an_id_given_to_two_headings_is_told_at_the_second() {
    text_finds("## Mål {#maal}\n\n## Vores mål {#maal}\n\n## Klima\n\n## Klima", &["repeated-anchor 7:15 `maal`"]);
}

#[test]
fn a_link_to_a_key_that_no_page_has_is_told_with_the_nearest_key() {
    text_on(with_c40, "Se [[c4o]] og [[byer|vores byer]].", &["unknown-page 5:4 `c4o` → c40", "unknown-page 5:15 `byer`"]);
    text_on(with_c40, "[[C40]]", &["unknown-page 5:1 `C40` → c40"]);
    text_on(with_c40, "[[cases/c40]]", &["unknown-page 5:1 `cases/c40` → c40"]);
    text_on(with_c40, "[[c40.da.md]]", &["unknown-page 5:1 `c40.da.md` → c40"]);
    text_on(with_c40, "[[01-climate]]", &["unknown-page 5:1 `01-climate` → climate"]);
    text_on(with_c40, "[[Klima]]", &["unknown-page 5:1 `Klima` → climate"]);
}

#[test]
fn a_link_to_a_heading_that_its_page_does_not_have_is_told_with_the_nearest_one() {
    let site = || with_c40().section("02-oceans", "![[c40]]", "![[c40]]");
    text_on(site, "Se [[c40#bagrund]].", &["unknown-anchor 5:4 `bagrund` `baggrund, vaekst-i-byen` → baggrund"]);
    text_on(site, "[Vækst](../cases/c40.da.md#vækst)", &["unknown-anchor 5:1 `vækst` `content/cases/c40.da.md`"]);
    text_on(site, "[Vækst](/cases/casen-c40/#x)", &["unknown-anchor 5:1 `x` `content/cases/c40.da.md`"]);
    text_on(site, "[Vækst](https://example.org/cases/casen-c40/#x)", &["unknown-anchor 5:1 `x`"]);
    text_on(site, "Se [[oceans#c40--bagrund]].", &["unknown-anchor 5:4 `c40--bagrund`"]);
    text_on(site, "Se [[oceans#c40--baggrund]] og [[c40#baggrund]].", &[]);
}

#[test]
fn a_link_to_a_heading_that_its_own_page_does_not_have_is_told() {
    text_finds(
        "## Mål\n\n[Målene](#mål), [[#maal]] og [[#mål]]",
        &["unknown-anchor 7:1 `mål` `maal` → maal", "unknown-anchor 7:30 `mål` → maal"],
    );
    text_on(with_c40, "![[c40]]\n\n[[#c40--baggrund]] og [[#c40--x]]", &["unknown-anchor 7:23 `c40--x`"]);
}

#[test]
fn a_heading_of_a_box_within_a_box_can_be_linked_to() {
    let site = || with_c40().case("outer", "![[c40]]", "![[c40]]");
    text_on(site, "![[outer]]\n\nSe [[#c40--baggrund]].", &[]);
}

#[test]
fn a_link_into_a_box_that_does_not_exist_is_told_of_the_box_alone() {
    text_on(with_c40, "![[c4o]]\n\nSe [[#c4o--baggrund]].", &["unknown-case 5:1 `c4o` → c40"]);
}

#[test]
fn a_link_to_a_file_that_does_not_exist_is_told_with_the_nearest_one() {
    text_on(with_c40, "[C40](../cases/c4o.da.md)", &["broken-file-link 5:1 `content/cases/c4o.da.md` → content/cases/c40.da.md"]);
    text_finds("[Byer](byer.da.md)", &["broken-file-link 5:1 `content/sections/byer.da.md`"]);
}

#[test]
fn a_web_or_mail_address_without_its_beginning_is_told_with_it() {
    text_finds(
        "[Byen](www.kk.dk/klima) og [mail](klima@kk.dk)",
        &["broken-file-link 5:1 `www.kk.dk/klima` → https://www.kk.dk/klima", "broken-file-link 5:28 `klima@kk.dk` → mailto:klima@kk.dk"],
    );
    text_finds("[C40](c40.org)", &["broken-file-link 5:1 `c40.org` → https://c40.org"]);
}

#[test]
fn a_link_to_an_address_at_which_nothing_is_is_told_with_the_nearest_one() {
    text_on(with_c40, "[C40](/cases/casen-c4/)", &["broken-address 5:1 `/cases/casen-c4/` → /cases/casen-c40/"]);
    text_on(with_c40, "[C40](https://example.org/cases/casen-c4)", &["broken-address 5:1 `/cases/casen-c4` → /cases/casen-c40/"]);
    text_on(with_c40, "[C40](/cases/casen-c40) og [C40](https://example.org/cases/casen-c40/)", &[]);
    text_on(with_c40, "[Rapporten](/media/rapport.pdf)", &["broken-address 5:1 `/media/rapport.pdf`"]);
}

#[test]
fn a_link_to_a_draft_is_a_warning_however_it_is_written() {
    let draft = "---\ntitle: En kladde\ndraft: true\n---\n\n## Mål\n";
    let site = || TestSite::new().file("content/cases/plan.da.md", draft).file("content/cases/plan.en.md", draft);
    text_on(site, "[[plan]] og [[plan#maal]]", &["link-to-draft 5:1 `plan`", "link-to-draft 5:13 `plan`"]);
    text_on(site, "[Planen](../cases/plan.da.md)", &["link-to-draft 5:1 `plan`"]);
    text_on(site, "[Planen](/cases/en-kladde/)", &["link-to-draft 5:1 `plan`"]);
    text_on(site, "![[plan]]", &["link-to-draft 5:1 `plan`"]);
}

#[test]
fn a_link_to_a_draft_is_also_a_warning_where_drafts_are_shown() {
    let draft = "---\ntitle: En kladde\ndraft: true\n---\n\n## Mål\n";
    let site = TestSite::new().file("content/cases/plan.da.md", draft).file("content/cases/plan.en.md", draft);
    let text = "[[plan]]\n\n[Planen](../cases/plan.da.md)\n\n[Planen](/cases/en-kladde/)\n\n![[plan]]";
    let site = site.section("01-climate", text, text);
    let output = site.run(&["check", "--drafts", "--format", "json"]);
    let found: Vec<crate::site::Found> = serde_json::from_slice(&output.stdout).unwrap();
    let told = at(&HALVES, &["link-to-draft 5:1", "link-to-draft 7:1", "link-to-draft 9:1", "link-to-draft 11:1"]);
    assert_eq!(found.iter().map(crate::site::Found::place).collect::<Vec<_>>(), told);
}

#[test]
fn a_bar_that_cuts_a_wikilink_in_a_table_is_told() {
    let table = |cell: &str| format!("| By | Net |\n|---|---|\n| København | {cell} |");
    text_on(with_c40, &table("[[c40|netværket]]"), &["broken-wikilink 7:15 `[[c40|netværket]]` `[[c40\\|netværket]]`"]);
    text_on(with_c40, &table("[[c40\\|netværket]] og [[c40]]"), &[]);
    text_on(with_c40, &table("[[c40"), &["broken-wikilink 7:15 `[[c40`"]);
}

#[test]
fn a_line_break_in_a_wikilink_is_told() {
    text_on(with_c40, "Se [[greater\ncopenhagen]].", &["broken-wikilink 5:4 `greater copenhagen`"]);
    text_on(with_c40, "![[greater\ncopenhagen]]", &["broken-wikilink 5:1 `greater copenhagen`"]);
}

#[test]
fn a_wikilink_without_an_end_is_told() {
    text_on(with_c40, "Se [[c40] om byer.", &["broken-wikilink 5:4 `[[c40] om byer.`"]);
    text_on(with_c40, "Se [[]].", &["broken-wikilink 5:4 `[[]]`"]);
    text_on(with_c40, "Skriv \\[[c40]] eller `[[x`.", &[]);
}

#[test]
fn a_box_within_a_text_a_list_or_a_quote_is_told() {
    text_on(with_c40, "Se ![[c40]] her.", &["embed-in-text 5:4 `c40`"]);
    text_on(with_c40, "- ![[c40]]", &["embed-in-text 5:3 `c40`"]);
    text_on(with_c40, "> ![[c40]]", &["embed-in-text 5:3 `c40`"]);
    text_on(with_c40, "| a |\n|---|\n| ![[c40]] |", &["embed-in-text 7:3 `c40`"]);
    text_on(with_c40, "Tekst.[^1]\n\n[^1]: ![[c40]]", &["embed-in-text 7:7 `c40`"]);
    text_on(with_c40, "![[c40]]\n![[c40]]", &["embed-in-text 5:1 `c40`", "embed-in-text 6:1 `c40`"]);
}

#[test]
fn a_box_that_does_not_exist_or_is_no_case_is_told() {
    text_on(with_c40, "![[c41]]", &["unknown-case 5:1 `c41` → c40"]);
    text_on(with_c40, "![[climate]]", &["unknown-case 5:1 `climate` `content/cases`"]);
    text_on(with_c40, "![[c40#baggrund]]", &["unknown-case 5:1 `c40#baggrund` → c40"]);
}

#[test]
fn the_same_box_twice_on_a_page_is_told_at_the_second() {
    text_on(with_c40, "![[c40]]\n\nTekst.\n\n![[c40]]", &["repeated-embed 9:1 `c40`"]);
}

#[test]
fn the_same_box_twice_on_a_page_is_told_also_if_it_comes_through_another() {
    let site = || with_c40().case("outer", "![[c40]]", "![[c40]]");
    text_on(site, "![[c40]]\n\n![[outer]]", &["repeated-embed 7:1 `outer`"]);
    text_on(site, "![[outer]]\n\n![[c40]]", &["repeated-embed 7:1 `c40`"]);
}

#[test]
fn a_goal_or_target_that_does_not_exist_is_told_in_a_link_too() {
    text_finds("[[sdg:18]] og [[sdg:13.9]]", &["unknown-goal 5:1 `18`", "unknown-target 5:15 `13.9` `13.1, 13.2, 13.3, 13.a, 13.b`"]);
    text_finds("[[sdg:13,2|målet]] og [[sdg:1.A]]", &["unknown-goal 5:1 `13,2` → 13.2", "unknown-target 5:23 `1.A` → 1.a"]);
}

#[test]
fn a_link_to_a_goal_in_other_letters_works_or_is_told_how_to_write() {
    text_finds("[[SDG:13]] og [[sdg: 13]]", &[]);
    text_finds("[[sdg13]] og [[SDG 13]]", &["unknown-page 5:1 `sdg13` → sdg:13", "unknown-page 5:14 `SDG 13` → sdg:13"]);
    text_finds("[målet](SDG:13)", &["unsafe-scheme 5:1 `SDG:13` → [[sdg:13|målet]]"]);
}

#[test]
fn an_image_that_is_not_there_is_told_with_the_nearest_name() {
    let site = || TestSite::new().file("content/media/havn.svg", DRAWING);
    text_on(site, "![Havnen](havn.svg)\n\n![Havnen](Havn.SVG)", &["image-missing 7:1 `Havn.SVG` → havn.svg"]);
    text_finds("Se ![Havnen](havn.jpg).", &["image-missing 5:4 `havn.jpg`"]);
}

#[test]
fn an_image_without_alternative_text_is_a_warning() {
    let site = || TestSite::new().file("content/media/havn.svg", DRAWING);
    text_on(site, "![](havn.svg)", &["image-alt 5:1 `havn.svg`"]);
}

#[test]
fn an_image_from_another_host_is_told() {
    text_finds("![Havnen](https://a.dk/havn.jpg)", &["outside-site 5:1 `https://a.dk/havn.jpg`"]);
    text_finds("![Havnen](//a.dk/havn.jpg)", &["outside-site 5:1 `//a.dk/havn.jpg`"]);
    text_finds("![Havnen](DATA:image/gif;base64,x)", &["outside-site 5:1 `DATA:image/gif;base64,x`"]);
    text_finds("![Havnen](C:\\billeder\\havn.jpg)", &["outside-site 5:1 `C:\\billeder\\havn.jpg`"]);
}

#[test]
fn html_in_the_text_is_told_once_for_each_element() {
    text_finds("<div class=\"x\">\nTekst\n</div>", &["raw-html 5:1 `<div class=\"x\">`"]);
    text_finds("Gør det <b>nu</b>.<br>", &["raw-html 5:9 `<b>`", "raw-html 5:19 `<br>`"]);
    text_finds("<div>\n\nTekst\n\n</div>", &["raw-html 5:1 `<div>`"]);
    text_finds("<!-- husk -->\n<div>Tekst</div>", &["raw-html 6:1 `<div>Tekst</div>`"]);
    text_finds("Tekst</b>", &["raw-html 5:6 `</b>`"]);
}

#[test]
fn a_comment_is_silent() {
    text_finds("<!-- husk: [[ingen]]\n\n<b> -->\n\nTekst <!-- x --> her.", &[]);
}

#[test]
fn a_comment_without_an_end_is_told_as_it_would_swallow_the_text() {
    text_finds("<!-- husk\n\nTekst.", &["raw-html 5:1 `<!-- husk`"]);
}

#[test]
fn html_is_silent_where_the_site_allows_it() {
    let allowed = || TestSite::new().setting("strangers: en", "strangers: en\nraw_html: allow");
    text_on(allowed, "<div>Tekst</div>\n\nGør det <b>nu</b>.", &[]);
}

#[test]
fn a_link_whose_scheme_a_browser_would_run_is_told() {
    for url in ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///C:/plan.docx"] {
        text_finds(&format!("[Planen]({url})"), &[&format!("unsafe-scheme 5:1 `{url}`")]);
    }
    text_finds("[Planen](javascript&#58;alert&#40;1&#41;)", &["unsafe-scheme 5:1 `javascript:alert(1)`"]);
    text_finds("[Planen](java&Tab;script:alert&lpar;1&rpar;)", &["unsafe-scheme 5:1"]);
    text_finds("[Planen](<\u{1}javascript:alert(1)>)", &["unsafe-scheme 5:1 `javascript:alert(1)`"]);
    text_finds("<javascript:alert(1)>", &["unsafe-scheme 5:1 `javascript:alert(1)`"]);
    text_finds("[Planen][p]\n\n[p]: javascript:alert(1)", &["unsafe-scheme 5:1 `javascript:alert(1)`"]);
}

#[test]
fn a_link_that_leads_out_of_the_site_is_told() {
    text_finds("[Planen](../../../plan.md)", &["outside-site 5:1 `../../../plan.md`"]);
    text_finds("[Planen](..\\cases\\c40.da.md)", &["outside-site 5:1 `..\\cases\\c40.da.md`"]);
    text_finds("[Planen](/../plan/)", &["outside-site 5:1 `/../plan/`"]);
    text_finds("[Planen](//a.dk/plan)", &["outside-site 5:1 `//a.dk/plan`"]);
}

#[test]
fn a_link_without_words_or_without_an_address_is_told() {
    text_on(with_c40, "Se [](https://c40.org) og [[c40|]].", &["empty-link 5:4", "empty-link 5:27"]);
    text_finds("Se [planen]() og [målene](<>).", &["empty-link 5:4", "empty-link 5:18"]);
}

#[test]
fn link_text_that_says_nothing_is_a_warning_in_the_language_of_its_half() {
    let weak = |danish: &str, english: &str| {
        let site = with_c40().section("01-climate", &format!("Se [[c40|{danish}]]."), &format!("See [it all]({english})."));
        site.finds(&at(&HALVES[..1], &[&format!("weak-link-text 5:4 `{danish}`")]));
    };
    for danish in ["her", "Læs mere", "læs mere her", "Klik her!", "dette link", "se mere →", "Læs videre"] {
        weak(danish, "https://c40.org");
    }
    for english in ["here", "Click here", "Read more…", "learn more", "Find out more"] {
        let site = TestSite::new().section("01-climate", "Se [C40](https://c40.org).", &format!("See [{english}](https://c40.org)."));
        site.finds(&at(&HALVES[1..], &[&format!("weak-link-text 5:5 `{english}`")]));
    }
    text_finds("[Læs mere om C40](https://c40.org) og [read more about C40](https://c40.org)", &[]);
}

#[test]
fn a_footnote_mark_without_a_text_is_told() {
    text_finds("Klima[^1] og byer[^kilde].", &["footnote-missing 5:6 `[^1]`", "footnote-missing 5:18 `[^kilde]`"]);
}

#[test]
fn a_footnote_without_a_mark_is_a_warning() {
    text_finds("Klima[^1].\n\n[^1]: En note.\n\n[^2]: En anden.", &["footnote-unused 9:1 `[^2]`"]);
    text_finds("Klima[^1].\n\n[^1]: En note.\n\n[^1]: En anden.", &["footnote-unused 9:1 `[^1]`"]);
}

#[test]
fn a_box_of_an_unknown_kind_is_a_warning() {
    text_finds("> [!OBS]\n> Tekst.", &["unknown-alert 5:3 `OBS` `NOTE, TIP, IMPORTANT, WARNING, CAUTION`"]);
    text_finds("> [!WARNNG]\n> Tekst.", &["unknown-alert 5:3 `WARNNG` → WARNING"]);
    text_finds("> [!NOTE]\n> Tekst.", &[]);
    text_finds("> [!NOTE] Tekst.", &["unknown-alert 5:3 `NOTE`"]);
}

#[test]
fn columns_count_characters_as_an_editor_does() {
    text_on(with_c40, "Blåbærgrød på Østerbro 🌍: [[ingen]]", &["unknown-page 5:27 `ingen`"]);
}

#[test]
fn an_address_that_only_begins_like_that_of_the_site_lies_elsewhere() {
    let site = || TestSite::new().setting("https://example.org/", "https://example.org/strategi/");
    text_on(
        site,
        "[Før](https://example.org/strategier/2020), [nu](https://example.org/strategi/), [og](https://example.org/strategi)",
        &[],
    );
    text_finds(
        "[Andre](https://example.org.uk/x), [havn](https://example.org:8080/x), [os](https://example.org#indhold)",
        &["unknown-anchor 5:72 `indhold`"],
    );
}

#[test]
fn many_faults_on_one_line_are_told_as_one() {
    text_finds("Se [[c40 og [[byer og *mange* [[andre", &["broken-wikilink 5:4 `[[c40 og [[byer og *mange* [[andre`"]);
    let long = format!("Se [[{}", "meget ".repeat(40));
    text_finds(&long, &[&format!("broken-wikilink 5:4 `{}…`", &long[3..82])]);
}

#[test]
fn markdown_that_comes_out_as_text_is_told_with_what_to_write() {
    for (text, found) in [
        ("##Mål", "leftover-markup 5:1 `##Mål` `## Mål`"),
        ("##\u{a0}Mål", "leftover-markup 5:1 `## Mål`"),
        ("• Et punkt", "leftover-markup 5:1 `•` `- Et`"),
        ("Se [planen] (https://www.kk.dk/).", "leftover-markup 5:4 `[planen](https://www.kk.dk/)`"),
        ("** fed **", "leftover-markup 5:1 `**`"),
        ("1. juli begynder løbet.", "leftover-markup 5:1 `1. juli` `1\\. juli`"),
    ] {
        text_on(TestSite::new, text, &[found]);
    }
    for fine in
        ["#dkpol", "`##x` og `a] (http`", "**fed** \\*\\* C# og nr. #1", "Pris (i kr.) [note] (se også)", "1. Julia cykler\n2. Vi går"]
    {
        text_on(TestSite::new, fine, &[]);
    }
    TestSite::new().section("01-climate", "1\\. juli 2022", "1 July 2022").finds(&[""; 0]);
}
