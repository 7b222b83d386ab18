//! What does not fit is refused with its name, and then nothing is written.

use super::{messages, translated};
use crate::site::TestSite;

fn site() -> TestSite {
    TestSite::new().section(
        "01-aims",
        "Byen *vokser*, se [[index|forsiden]].\n\nMere.",
        "The city *grows*, see [[index|the front page]].\n\nMore.",
    )
}

const PARAGRAPH: &str = "Byen {1}vokser{/1}, se {2}forsiden{/2}.";

#[test]
fn a_text_that_has_changed_since_it_was_sent_is_refused() {
    let site = site();
    let po = site.translates("en", &[(PARAGRAPH, "Another {1}text{/1} {2}here{/2}.")]);
    let danish = site.read("content/sections/01-aims.da.md");
    site.write("content/sections/01-aims.da.md", danish.replace("forsiden", "vores forside").as_bytes());
    let named = "content/sections/01-aims.da.md";
    site.refuses(&po, "translation-outdated", &["er ændret eller slettet", "Byen vokser, se forsiden.", named], &["has changed", named]);
    // Only where a link leads, how lines are wrapped and what comes before has changed: that fits.
    site.write(
        "content/sections/01-aims.da.md",
        danish.replace("Byen *vokser*", "Nyt.\n\nByen\n_vokser_").replace("[[index|", "[[aims|").as_bytes(),
    );
    site.imports(&po);
    assert!(site.read("content/sections/01-aims.en.md").contains("Another *text* [[index|here]]."));
}

#[test]
fn a_translation_that_somebody_has_changed_meanwhile_is_not_lost() {
    let site = site();
    let po = site.translates("en", &[("Mere.", "Lots more.")]);
    let english = site.read("content/sections/01-aims.en.md");
    site.write("content/sections/01-aims.en.md", english.replace("More.", "Even more.").as_bytes());
    let named = "content/sections/01-aims.en.md";
    site.refuses(&po, "translation-clash", &["»Even more.«", named], &["“Even more.”", named]);
    let unchanged = site.export("en", &[]);
    site.write("content/sections/01-aims.en.md", english.replace("More.", "More still.").as_bytes());
    assert!(site.imports(&unchanged).starts_with("No text is new."), "what the translator left alone changes nothing");
    site.write("content/sections/01-aims.en.md", english.replace("More.", "Lots more.").as_bytes());
    assert!(site.imports(&po).starts_with("No text is new."), "both say the same");
}

#[test]
fn marks_that_are_missing_repeated_crossed_or_unknown_are_named() {
    let site = site();
    let cases = [
        ("It {1}grows{/1}, see.", "mangler mærket {2}", "the mark {2} is missing"),
        ("It {1}grows{/1}, {1}so{/1} {2}see{/2}.", "står mærket {1} mere end én gang", "the mark {1} stands more than once"),
        ("It {1}grows {2}see{/1}{/2}.", "slutter mærket {/1} det forkerte sted", "the mark {/1} ends in the wrong place"),
        ("It {1}grows{/1}, {2}see{/2} {3/}.", "hører mærket {3/} ikke hjemme", "the mark {3/} is none of this text"),
    ];
    for (translation, danish, english) in cases {
        site.refuses(&site.translates("en", &[(PARAGRAPH, translation)]), "translation-marks", &[danish], &[english]);
    }
}

#[test]
fn a_text_that_would_be_something_else_is_refused() {
    let site = site();
    for translation in ["It {1}{/1}, {2}see{/2}.", "It»{1}»grows«{/1}now, {2}see{/2}."] {
        site.refuses(
            &site.translates("en", &[(PARAGRAPH, translation)]),
            "translation-markup",
            &["kan ikke stå der"],
            &["cannot stand there"],
        );
    }
}

#[test]
fn a_page_or_a_name_that_nobody_gave_out_is_refused() {
    let site = site();
    let po = site.translates("en", &[("Mere.", "Lots more.")]);
    site.refuses(&po.replace("da/aims/", "da/aim/"), "translation-page", &["Mente du `aims`?"], &["Did you mean `aims`?"]);
    let renamed = po.replace("da/aims/paragraph.", "da/aims/paragraph ");
    site.refuses(&renamed, "translation-name", &["ikke navnet på en tekst"], &["is no name of a text"]);
}

#[test]
fn two_translations_of_one_text_are_refused() {
    let site = site();
    let po = site.translates("en", &[("Mere.", "Lots more.")]);
    let (_, message) = po.rsplit_once("\n\n").unwrap();
    let twice = format!("{po}\n{}", message.replace("Lots", "Much"));
    site.refuses(&twice, "translation-repeated", &["to oversættelser af »Mere.«"], &["two translations of “Mere.”"]);
    site.imports(&format!("{po}\n{message}"));
}

#[test]
fn a_file_in_another_language_or_in_no_format_is_refused_with_its_line() {
    let site = site();
    let po = site.export("en", &[]);
    let said = |file: &str, language: &str| site.import(file, &["--lang", language]);
    let cases = [
        (po.replace("Language: en", "Language: sv"), "er på `sv`", "is in `sv`"),
        (po.replace("Language: en", "Language: da"), "er på `da`", "is in `da`"),
        (po.replace("msgid \"Mere.\"", "msgid \"Mere."), "anførselstegn", "quotation marks"),
        (po.replace("msgid \"Mere.\"", "hello"), "`hello` er ikke et ord i PO", "`hello` is no word of PO"),
        ("<xliff>\n</xlif>".to_owned(), "linje 2: det er ikke XML", "line 2: this is no XML"),
        ("<xliff version=\"1.2\"/>".to_owned(), "det er ikke XLIFF af version 2", "this is no XLIFF of version 2"),
        (String::new(), "hvilket sprog", "which language"),
    ];
    let before = site.content();
    for (file, danish, english) in cases {
        let ((status, in_danish), (_, in_english)) = (said(&file, "da"), said(&file, "en"));
        assert_eq!(status, 1);
        assert!(in_danish.contains(danish), "{in_danish}");
        assert!(in_english.contains(english), "{in_english}");
    }
    let line = po.lines().position(|line| line == "msgid \"Mere.\"").unwrap() + 1;
    let (_, told) = said(&po.replace("msgid \"Mere.\"", "msgid \"Mere."), "en");
    assert!(told.contains(&format!("line {line}:")), "{told}");
    site.write("latin", b"msgid \"\xe6\"");
    let output = site.run(&["translations", "import", site.path("latin").to_str().unwrap()]);
    assert!(crate::site::text(&output.stderr).contains("UTF-8"));
    assert_eq!(site.content(), before);
}

#[test]
fn nothing_is_written_if_one_text_does_not_fit_unless_the_rest_is_asked_for() {
    let site = site();
    let po = site.translates("en", &[(PARAGRAPH, "Lacks its marks."), ("Mere.", "Lots more.")]);
    let before = site.content();
    let (status, said) = site.import(&po, &[]);
    assert!(status == 1 && said.contains("Nothing was written: 1 text does not fit."), "{said}");
    let (status, said) = site.import(&po, &["--partial", "--dry-run"]);
    assert_eq!(status, 2, "{said}");
    let (status, said) = site.import(&po, &["--dry-run"]);
    assert!(status == 1 && said.contains("content/sections/01-aims.en.md: 1 text"), "{said}");
    assert_eq!(site.content(), before);
    let (status, said) = site.import(&po, &["--partial"]);
    assert!(status == 0 && said.contains("1 text does not fit and was left out."), "{said}");
    assert!(site.read("content/sections/01-aims.en.md").contains("Lots more."));
    assert!(site.read("content/sections/01-aims.en.md").contains("The city *grows*"));
}

#[test]
fn if_one_file_cannot_be_written_none_is() {
    let site = site().section("02-means", "Midler.", "Means.");
    let po = translated(&site.export("en", &[]), |message| message.translation.replace("e", "é"));
    let before = site.content();
    let locked = site.path("content/sections/02-means.en.md");
    let mut rights = std::fs::metadata(&locked).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&locked, rights).unwrap();
    let (status, said) = site.import(&po, &[]);
    assert!(status == 1 && said.contains("02-means.en.md"), "{said}");
    assert_eq!(site.content(), before);
}

#[test]
fn what_is_untranslated_or_unsure_is_counted_and_left_alone() {
    let site = site();
    let po = translated(&site.export("en", &[]), |message| match message.id.as_str() {
        PARAGRAPH => String::new(),
        _ => message.translation.clone() + "!",
    });
    let po = po.replace("#: content/index.da.md:2", "#: content/index.da.md:2\n#, fuzzy");
    let said = site.imports(&po);
    assert!(said.contains("1 text has no translation."), "{said}");
    assert!(said.contains("1 text is marked as unsure"), "{said}");
    assert!(site.read("content/index.en.md").contains("title: The strategy\n"));
    assert!(site.read("content/sections/01-aims.en.md").contains("More.!"));
}

#[test]
fn the_language_to_translate_into_must_be_one_of_the_site_and_another() {
    let site = site();
    for (args, value) in
        [(&["--to", "sv"][..], "`sv`"), (&["--to", "en", "--from", "en"], "`en`"), (&["--to", "da", "--from", "de"], "`de`")]
    {
        let output = site.run(&[&["translations", "export"], args].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(crate::site::text(&output.stderr).contains(value));
    }
    assert_eq!(site.run(&["translations", "export", "--to", "en", "--format", "json"]).status.code(), Some(2));
    assert_eq!(site.run(&["check", "--format", "po"]).status.code(), Some(2));
    assert_eq!(messages(&site.export("en-GB", &[])).len(), messages(&site.export("en", &[])).len());
}
