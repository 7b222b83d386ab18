//! The commands, as somebody types them who has just met the program.

use crate::site::{TestSite, langebro, text};

#[test]
fn init_makes_a_small_bilingual_site_that_builds_without_a_finding() {
    let folder = TestSite::empty();
    let dir = folder.path("min-strategi");
    let output = langebro().args(["init", dir.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    let output = langebro().args(["check", "--strict", "--root", dir.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    let output = langebro().args(["build", "--strict", "--root", dir.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    let page = |path: &str| folder.read(&format!("min-strategi/public/{path}index.html"));
    assert!(page("").contains("<html lang=\"da\""));
    assert!(page("en/").contains("<html lang=\"en\""));
    assert!(page("cases/havnebadet/").contains("Det gør vi for at"));
    assert!(page("en/cases/harbour-bath/").contains("This is how we"));
}

#[test]
fn init_makes_a_folder_that_is_named_from_where_one_is() {
    let folder = TestSite::empty();
    let output = langebro().args(["init", "en/to"]).current_dir(folder.root()).output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(folder.path("en/to/langebro.yaml").exists());
}

#[test]
fn init_never_writes_over_a_file() {
    let site = TestSite::new();
    let before = crate::site::files(site.root());
    let output = langebro().arg("init").arg(site.root()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("is there already"), "{}", text(&output.stderr));
    assert_eq!(crate::site::files(site.root()), before);
}

#[test]
fn new_makes_both_halves_with_title_and_slug_as_drafts() {
    for (kind, folder) in [("section", "sections/01-"), ("case", "cases/"), ("page", "pages/")] {
        let site = TestSite::new();
        let output = site.run(&["new", kind, "city-networks"]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let danish = site.read(&format!("content/{folder}city-networks.da.md"));
        let english = site.read(&format!("content/{folder}city-networks.en.md"));
        assert!(danish.contains("title: \"Ny side: city-networks\"\nslug: city-networks\n"), "{danish}");
        assert!(english.contains("title: \"New page: city-networks\"\nslug: city-networks\n"), "{english}");
        let output = site.run(&["check", "--strict", "--drafts"]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        site.build();
        assert!(!site.path("public/city-networks").exists(), "a new page is a draft");
    }
}

#[test]
fn a_new_section_comes_after_the_one_that_is_named() {
    let site = TestSite::new().section("10-aims", "a", "a").section("20-means", "b", "b");
    assert!(site.run(&["new", "section", "between", "--after", "aims"]).status.success());
    assert!(site.path("content/sections/11-between.da.md").exists());
    assert!(site.run(&["new", "section", "last"]).status.success());
    assert!(site.path("content/sections/21-last.en.md").exists());
    let nowhere = site.run(&["new", "section", "x", "--after", "nowhere"]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(text(&nowhere.stderr).contains("no page with the key `nowhere`"), "{}", text(&nowhere.stderr));
}

#[test]
fn a_new_section_finds_its_place_in_a_chapter() {
    let site = TestSite::new()
        .file("content/sections/03-work/index.da.md", "---\ntitle: Arbejdet\n---\n")
        .file("content/sections/03-work/index.en.md", "---\ntitle: The work\n---\n")
        .section("03-work/01-first", "a", "a");
    assert!(site.run(&["new", "section", "second", "--after", "first"]).status.success());
    assert!(site.path("content/sections/03-work/02-second.da.md").exists());
}

#[test]
fn a_new_section_makes_room_for_itself_and_leaves_keys_and_addresses_alone() {
    let site = TestSite::new()
        .section("01-aims", "[[means]]", "[[means]]")
        .section("02-means", "b", "b")
        .file("content/sections/03-work/index.da.md", "---\ntitle: Arbejdet\n---\n")
        .file("content/sections/03-work/index.en.md", "---\ntitle: The work\n---\n")
        .section("05-end", "c", "c");
    site.build();
    let before: Vec<String> = site.published().into_keys().collect();
    let output = site.run(&["new", "section", "between", "--after", "aims"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for path in ["01-aims.da.md", "02-between.da.md", "02-between.en.md", "03-means.en.md", "04-work/index.da.md", "05-end.da.md"] {
        assert!(site.path(&format!("content/sections/{path}")).exists(), "{path}: {}", text(&output.stdout));
    }
    assert!(!site.path("content/sections/02-means.da.md").exists());
    assert_eq!(site.places(), Vec::<String>::new());
    site.build();
    assert_eq!(site.published().into_keys().collect::<Vec<_>>(), before);
}

#[test]
fn where_a_link_names_a_file_that_gets_another_number_the_link_follows() {
    let site = TestSite::new().section("01-aims", "[x](02-means.da.md)", "a").section("02-means", "b", "b");
    let output = site.run(&["new", "section", "between", "--after", "aims"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("Text changed in:\n  content/sections/01-aims.da.md"), "{}", text(&output.stdout));
    assert!(site.read("content/sections/01-aims.da.md").contains("[x](03-means.da.md)"));
    assert_eq!(site.places(), Vec::<String>::new());
}

#[test]
fn a_key_that_is_taken_or_badly_spelt_is_refused_with_help() {
    let site = TestSite::new().case("c40", "a", "a");
    let taken = site.run(&["new", "section", "c40"]);
    assert_eq!(taken.status.code(), Some(1));
    assert!(text(&taken.stderr).contains("content/cases/c40.da.md"), "{}", text(&taken.stderr));
    let bad = site.run(&["new", "case", "Bynetværk 2"]);
    assert_eq!(bad.status.code(), Some(2));
    assert!(text(&bad.stderr).contains("bynetvaerk-2"), "{}", text(&bad.stderr));
}

#[test]
fn help_reads_in_the_language_of_its_reader() {
    for (language, usage, build) in [("da", "Brug: langebro", "Udgiv webstedet"), ("en", "Usage: langebro", "Publish the site")] {
        let output = langebro().args(["--lang", language, "--help"]).output().unwrap();
        let said = text(&output.stdout);
        assert!(said.contains(usage) && said.contains(build), "{said}");
        for command in ["init", "new", "rename", "move", "build", "serve", "check", "explain"] {
            assert!(said.contains(&format!("  {command} ")), "{command}");
            let output = langebro().args([command, "--lang", language, "--help"]).output().unwrap();
            assert!(output.status.success(), "{command}");
            let said = text(&output.stdout);
            assert!(said.contains(usage) && !said.contains("help-"), "a text is missing: {said}");
        }
    }
}

#[test]
fn the_language_is_that_of_the_option_then_of_the_environment_then_of_the_site() {
    let site = TestSite::new();
    let said = |args: &[&str], environment: &str| {
        let output = site.command(&[&["check"], args].concat()).env("LANG", environment).output().unwrap();
        text(&output.stdout)
    };
    assert_eq!(said(&["--lang", "en"], "da_DK.UTF-8").trim(), "All is well.");
    assert_eq!(said(&[], "da_DK.UTF-8").trim(), "Alt er i orden.");
    assert_eq!(said(&[], "C").trim(), "Alt er i orden.");
    assert_eq!(said(&[], "en_GB.UTF-8").trim(), "All is well.");
}

#[test]
fn the_exit_status_tells_success_error_and_misuse_apart() {
    let good = TestSite::new();
    let warned = TestSite::new().section("01-aims", "## A\n\n#### B", "## A\n\n#### B");
    let wrong = TestSite::new().section("01-aims", "[[nowhere]]", "[[nowhere]]");
    let status = |site: &TestSite, args: &[&str]| site.run(args).status.code().unwrap();
    for command in ["check", "build"] {
        assert_eq!(status(&good, &[command, "--strict"]), 0);
        assert_eq!(status(&warned, &[command]), 0);
        assert_eq!(status(&warned, &[command, "--strict"]), 1);
        assert_eq!(status(&wrong, &[command]), 1);
    }
    assert_eq!(status(&good, &["publish"]), 2);
    assert_eq!(status(&good, &["build", "--nonsense"]), 2);
    assert_eq!(status(&good, &["build", "--base-url", "nonsense"]), 2);
    assert_eq!(status(&good, &["check", "--lang", "de"]), 2);
    assert_eq!(status(&good, &["explain", "nonsense"]), 2);
    assert_eq!(status(&TestSite::empty(), &["build"]), 1);
}

#[test]
fn a_mistyped_command_is_answered_with_the_one_that_was_meant() {
    for (language, said) in [("da", "Mente du `build`?"), ("en", "Did you mean `build`?")] {
        let output = langebro().args(["--lang", language, "biuld"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(said), "{}", text(&output.stderr));
    }
}

#[test]
fn strict_refuses_to_publish_what_has_a_warning() {
    let site = TestSite::new().section("01-aims", "## A\n\n#### B", "## A\n\n#### B");
    assert_eq!(site.run(&["build", "--strict"]).status.code(), Some(1));
    assert!(!site.path("public").exists());
    site.build();
    assert!(site.path("public/index.html").exists());
}

#[test]
fn check_writes_nothing() {
    let site = TestSite::new().section("01-aims", "[[nowhere]]", "Fine.");
    let before = crate::site::files(site.root());
    site.run(&["check"]);
    assert_eq!(crate::site::files(site.root()), before);
}

#[test]
fn drafts_are_published_only_when_asked_for_and_marked() {
    let draft = |language: &str| format!("---\ntitle: Draft {language}\nslug: draft-{language}\ndraft: true\n---\n\nNot yet.\n");
    let site = TestSite::new().file("content/pages/x.da.md", &draft("da")).file("content/pages/x.en.md", &draft("en"));
    site.build();
    assert!(!site.path("public/draft-da").exists());
    assert!(site.run(&["build", "--drafts", "--output-dir", site.path("out").to_str().unwrap()]).status.success());
    for page in ["out/draft-da/index.html", "out/en/draft-en/index.html"] {
        assert!(site.read(page).contains("noindex"), "{page}");
    }
    assert!(!site.read("out/sitemap.xml").contains("draft-"));
}

#[test]
fn keep_going_shows_what_can_be_shown_in_another_folder() {
    let site = TestSite::new().section("01-aims", "Se [[nowhere|det]].", "See [[nowhere|that]].");
    assert_eq!(site.run(&["build", "--keep-going"]).status.code(), Some(2));
    let public = site.run(&["build", "--keep-going", "--output-dir", site.path("public").to_str().unwrap()]);
    assert_eq!(public.status.code(), Some(2));
    assert!(!site.path("public").exists());
    let output = site.run(&["build", "--keep-going", "--output-dir", site.path("out").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(site.read("out/afsnit-aims/index.html").contains("Se <span class=\"unresolved\">det</span>."));
    assert!(site.read("out/en/section-aims/index.html").contains("See <span class=\"unresolved\">that</span>."));
}

#[test]
fn no_colour_is_used_where_none_is_wanted_and_quiet_says_findings_alone() {
    let site = TestSite::new().section("01-aims", "[[nowhere]]", "Fine.");
    let output = site.run(&["check", "--quiet"]);
    assert!(!text(&output.stderr).contains('\u{1b}'));
    assert!(text(&output.stderr).contains("unknown-page"));
    assert_eq!(text(&output.stdout), "");
    assert_eq!(text(&TestSite::new().run(&["build", "--quiet"]).stdout), "");
}

#[test]
fn a_new_section_is_refused_where_a_file_cannot_be_read_whose_number_would_have_to_follow() {
    let site = TestSite::new().section("01-aims", "a", "a").section("02-means", "b", "b");
    site.write("content/sections/02-means.en.md", b"---\ntitle: C40: cities\n---\n");
    let before = crate::site::files(site.root());
    let output = site.run(&["new", "section", "between", "--after", "aims"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("content/sections/02-means.en.md"), "{}", text(&output.stderr));
    assert_eq!(crate::site::files(site.root()), before);
}

#[test]
fn a_program_that_asks_for_json_gets_json_whatever_happens() {
    let output = TestSite::empty().run(&["check", "--format", "json"]);
    let told: Vec<crate::site::Found> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((told.len(), told[0].code.as_str()), (1, "failure"));
    assert!(told[0].message.contains("langebro.yaml"));
}

#[test]
fn init_wants_a_folder_with_nothing_in_it_and_its_hint_can_be_copied() {
    let folder = TestSite::empty().file("used/notes.txt", "mine").file("fresh/.gitignore", "x");
    let init = |dir: &str| langebro().arg("init").arg(folder.path(dir)).output().unwrap();
    assert_eq!(init("used").status.code(), Some(1));
    assert_eq!(crate::site::files(&folder.path("used")).len(), 1);
    let said = text(&init("Ny strategi på dansk").stdout);
    assert!(said.contains("på dansk\" --open"), "{said}");
}
