//! Only what needs a translator's work goes out, if that is asked for.

use super::{messages, translated};
use crate::site::TestSite;

/// A page in both languages that somebody has checked.
fn checked() -> TestSite {
    let site = TestSite::new().section("01-aims", "En.\n\n- to\n- tre", "One.\n\n- two\n- three");
    assert!(site.run(&["translations", "reviewed", "--all"]).status.success());
    site
}

fn ids(po: &str) -> Vec<String> {
    messages(po).into_iter().skip(1).map(|message| message.id).collect()
}

fn change(site: &TestSite, path: &str, from: &str, to: &str) {
    let text = site.read(path);
    assert!(text.contains(from));
    site.write(path, text.replacen(from, to, 1).as_bytes());
}

const DANISH: &str = "content/sections/01-aims.da.md";
/// What is said where there is no file.
const NOTHING: &str = "There is nothing to translate.\n";
const ENGLISH: &str = "content/sections/01-aims.en.md";

#[test]
fn of_pages_that_are_in_step_nothing_goes_out_and_of_those_nobody_has_checked_everything() {
    for to in ["en", "da"] {
        assert_eq!(checked().export(to, &["--only-stale"]), NOTHING);
        let site = TestSite::new().section("01-aims", "En.", "One.");
        assert_eq!(site.export(to, &["--only-stale"]), site.export(to, &[]));
    }
}

#[test]
fn what_has_changed_goes_out_with_what_it_said_before_and_comes_back_until_nothing_is_left() {
    for (file, to, other, from, now, old, beside) in
        [(DANISH, "en", "da", "En.", "En ny.", "En.", "One."), (ENGLISH, "da", "en", "One.", "A new one.", "One.", "En.")]
    {
        let site = checked();
        change(&site, file, from, now);
        let po = site.export(to, &["--only-stale"]);
        assert_eq!(ids(&po), [now]);
        assert!(po.contains(&format!("#, fuzzy\n#| msgid \"{old}\"\n")), "{po}");
        assert!(po.contains(&format!("#. It used to say: {old}\n#. And its translation: {beside}\n")), "{po}");
        assert_eq!(site.export(other, &["--only-stale"]), NOTHING, "the other half is what has to follow");
        let xliff = site.export(to, &["--only-stale", "--format", "xliff"]);
        assert!(xliff.contains("state=\"initial\"") && xliff.matches("<unit ").count() == 1, "{xliff}");
        // A translator's program takes the mark away when the translation is done.
        site.imports(&translated(&po, |_| "Oversat.".to_owned()).replace("#, fuzzy\n", ""));
        assert_eq!(site.export(to, &["--only-stale"]), NOTHING);
    }
}

#[test]
fn a_text_without_translation_goes_out_whatever_was_checked() {
    let site = checked();
    change(&site, DANISH, "En.", "En.\n\nTilføjet.");
    assert_eq!(ids(&site.export("en", &["--only-stale"])), ["Tilføjet."]);
    site.remove(ENGLISH);
    assert_eq!(site.export("en", &["--only-stale"]), site.export("en", &["aims"]));
}
