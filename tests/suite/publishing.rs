//! What publishing does to the output folder, and what it never does.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::links::{broken, pages};
use crate::site::{TestSite, text};

/// A site with a section, a box in it and a picture.
fn small() -> TestSite {
    TestSite::new()
        .section("01-aims", "Se [[city]].\n\n![[city]]", "See [[city]].\n\n![[city]]")
        .section("02-means", "Midler.", "Means.")
        .case("city", "Byen.", "The city.")
        .file("content/media/arch.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"4\"/>")
        .file("content/pages/about.da.md", "---\ntitle: Om\n---\n\n![Bue](arch.svg)\n")
        .file("content/pages/about.en.md", "---\ntitle: About\n---\n\n![Arch](arch.svg)\n")
}

/// What can be seen of each file and folder from outside, the moment of its last change included.
fn state(site: &TestSite) -> BTreeMap<String, (u64, i64, i64, u64)> {
    let mut found = BTreeMap::new();
    for item in walkdir::WalkDir::new(site.path("public")) {
        let item = item.unwrap();
        let meta = item.metadata().unwrap();
        let name = item.path().strip_prefix(site.root()).unwrap().to_str().unwrap().to_owned();
        found.insert(name, (meta.ino(), meta.mtime(), meta.mtime_nsec(), meta.len()));
    }
    found
}

#[test]
fn the_same_content_gives_the_same_bytes_on_any_machine() {
    let one = TestSite::strategy();
    let other = TestSite::strategy();
    let first = one.command(&["build"]).envs([("RAYON_NUM_THREADS", "1"), ("TZ", "America/Los_Angeles"), ("LANG", "C")]).output().unwrap();
    let second = other
        .command(&["build"])
        .envs([("RAYON_NUM_THREADS", "8"), ("TZ", "Asia/Tokyo"), ("LANG", "da_DK.UTF-8"), ("LC_ALL", "da_DK.UTF-8")])
        .output()
        .unwrap();
    assert!(first.status.success() && second.status.success());
    let published = one.published();
    assert!(published.len() > 70);
    assert_eq!(published, other.published());
    for (path, bytes) in &published {
        let root = one.root().to_str().unwrap().as_bytes();
        assert!(!bytes.windows(root.len()).any(|window| window == root), "{path} holds the path of the folder");
    }
}

#[test]
fn a_build_with_nothing_new_touches_no_file() {
    let site = small();
    site.build();
    let before = state(&site);
    let said = site.build();
    assert_eq!(before, state(&site));
    assert!(said.contains("0 new, 0 changed, 0 removed"), "{said}");
}

#[test]
fn a_build_writes_only_what_changed() {
    let site = small().file("content/sections/02-means.en.md", "---\ntitle: Section means\ndescription: D.\n---\n\nMeans.\n");
    site.build();
    let before = state(&site);
    site.write("content/sections/02-means.en.md", b"---\ntitle: Section means\ndescription: D.\n---\n\nOther means.\n");
    let said = site.build();
    // The words and texts of a search have names of their own, and `search.json` names them.
    assert!(said.contains("2 new, 3 changed, 0 removed"), "{said}");
    let after = state(&site);
    let touched: Vec<&String> =
        after.iter().filter(|(path, state)| path.ends_with(".html") && before.get(*path) != Some(state)).map(|(path, _)| path).collect();
    // Its own page, and the one on which the whole strategy stands.
    assert_eq!(touched, ["public/en/section-means/index.html", "public/en/whole-strategy/index.html"]);
}

#[test]
fn a_failing_build_leaves_the_published_site_to_the_byte() {
    let faults: [(&str, &str); 3] = [
        ("content/sections/02-means.da.md", "---\ntitle: Afsnit means\n---\n\n[[nowhere]]\n"),
        ("content/sections/02-means.da.md", "---\ntitle: C40: byer\n---\n"),
        ("themes/havnefront/templates/goals.html", "{% extends \"base.html\" %}{% block main %}{{ nothing.there }}{% endblock %}"),
    ];
    for (path, fault) in faults {
        let site = small();
        site.build();
        let before = files_only(state(&site));
        site.write("content/sections/01-aims.en.md", b"---\ntitle: Section aims\n---\n\nChanged meanwhile.\n");
        site.write(path, fault.as_bytes());
        let output = site.run(&["build"]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(text(&output.stderr).contains("Nothing was published"), "{}", text(&output.stderr));
        assert_eq!(before, files_only(state(&site)), "{path}");
    }
}

/// Without folders, whose times tell of temporary files that came and went.
fn files_only(state: BTreeMap<String, (u64, i64, i64, u64)>) -> BTreeMap<String, (u64, i64, i64, u64)> {
    state.into_iter().filter(|(path, _)| path.rsplit('/').next().is_some_and(|name| name.contains('.'))).collect()
}

#[test]
fn a_first_build_that_fails_leaves_no_folder_behind() {
    let site = small().file("themes/havnefront/templates/goals.html", "{{ nothing.there }}");
    assert_eq!(site.run(&["build"]).status.code(), Some(1));
    assert_eq!(site.published(), BTreeMap::new());
}

#[test]
fn a_file_of_somebody_elses_survives_every_build() {
    let site = small();
    let own =
        [("public/.gitkeep", ""), ("public/robots-old.txt", "mine"), ("public/afsnit-aims/note.txt", "mine too"), ("public/x/y/z", "deep")];
    for (path, words) in own {
        site.write(path, words.as_bytes());
    }
    site.build();
    site.remove("content/sections/01-aims.da.md");
    site.remove("content/sections/01-aims.en.md");
    site.build();
    site.build();
    for (path, words) in own {
        assert_eq!(site.read(path), words, "{path}");
    }
}

#[test]
fn a_page_never_takes_the_place_of_somebody_elses_file() {
    let site = small().file("public/en/index.html", "mine");
    let output = site.run(&["build", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("foreign-file"), "{}", text(&output.stdout));
    assert_eq!(site.published().keys().collect::<Vec<_>>(), ["en/index.html"]);
    assert_eq!(site.read("public/en/index.html"), "mine");
}

#[test]
fn the_page_of_a_section_that_is_gone_goes_with_its_folder() {
    let site = small();
    site.build();
    assert!(site.path("public/afsnit-means").is_dir());
    for language in ["da", "en"] {
        site.remove(&format!("content/sections/02-means.{language}.md"));
    }
    let said = site.build();
    assert!(said.contains("2 removed"), "{said}");
    assert!(!site.path("public/afsnit-means").exists());
    assert!(!site.path("public/en/section-means").exists());
    assert!(site.path("public/en/section-aims/index.html").exists());
}

#[test]
fn an_address_that_goes_is_told_once_and_an_alias_keeps_it_alive() {
    let site = small();
    site.build();
    site.write("content/sections/02-means.en.md", b"---\ntitle: Ways\n---\n\nMeans.\n");
    let codes = site.places();
    assert_eq!(codes, ["vanished-address"]);
    let told = &site.findings()[0];
    assert!(told.help.contains("aliases: [/en/section-means/]"), "{told:?}");
    site.write("content/sections/02-means.en.md", b"---\ntitle: Ways\naliases: [/en/section-means/]\n---\n\nMeans.\n");
    assert_eq!(site.places(), Vec::<String>::new());
    site.build();
    let old = site.page("/en/section-means/");
    assert!(old.contains("href=\"/en/ways/\"") && old.contains("http-equiv=\"refresh\""), "{old}");
    assert!(!site.read("public/sitemap.xml").contains("/en/section-means/"));
}

#[test]
fn the_style_sheet_of_the_build_before_stays_for_one_more_build() {
    let site = small();
    let sheets =
        || -> Vec<String> { site.published().into_keys().filter(|path| path.contains("/havnefront.") && path.ends_with(".css")).collect() };
    let restyle = |css: &str| {
        site.write("themes/havnefront/assets/havnefront.css", css.as_bytes());
        site.build();
    };
    site.build();
    let first = sheets();
    assert_eq!(first.len(), 1);
    restyle("body { color: black }");
    let second = sheets();
    assert_eq!(second.len(), 2);
    assert!(second.contains(&first[0]));
    site.build();
    assert_eq!(sheets(), second, "a build that changes nothing does not count");
    restyle("body { color: navy }");
    assert_eq!(sheets().len(), 2);
    assert!(!sheets().contains(&first[0]));
}

#[test]
fn pages_are_not_published_among_the_sources() {
    let site = small();
    for folder in [".", "content", "content/new", "..", "themes"] {
        let output = site.run(&["build", "--output-dir", site.path(folder).to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{folder}");
    }
}

#[test]
fn a_list_of_files_that_was_tampered_with_removes_nothing_outside() {
    let site = small();
    site.build();
    site.write("precious.txt", b"mine");
    let list = site.read("public/.langebro.json").replacen("\"files\": [", "\"files\": [\"../precious.txt\",", 1);
    site.write("public/.langebro.json", list.as_bytes());
    site.build();
    assert_eq!(site.read("precious.txt"), "mine");
}

#[test]
fn a_site_may_stand_in_a_folder_of_its_host() {
    let site = small();
    let output = site.run(&["build", "--base-url", "https://www.example.dk/strategi/"]);
    assert!(output.status.success());
    let page = site.page("/en/section-aims/");
    assert!(page.contains("href=\"/strategi/en/cases/the-city-case/\""), "{page}");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://www.example.dk/strategi/en/section-aims/\">"));
    assert!(!page.contains("href=\"/en/"), "{page}");
}

/// A build that is killed at any moment leaves whole pages and no dead link; the next one puts all right. With
/// `LANGEBRO_KILLS` it is tried more often.
#[test]
fn a_build_killed_at_any_moment_leaves_whole_pages_and_the_next_puts_all_right() {
    let kills: u32 = std::env::var("LANGEBRO_KILLS").map_or(12, |number| number.parse().unwrap());
    let version = |site: &TestSite, word: &str, gone: &str| {
        for number in 1..40 {
            for language in ["da", "en"] {
                let page = format!("content/sections/{number:02}-part{number}.{language}.md");
                let next = number % 39 + 1;
                site.write(&page, format!("---\ntitle: Part {number}\n---\n\n{word} [[part{next}]]\n").as_bytes());
            }
        }
        for language in ["da", "en"] {
            site.write(&format!("content/sections/50-{word}.{language}.md"), format!("---\ntitle: {word}\n---\n\nOnly here.\n").as_bytes());
            let gone = site.path(&format!("content/sections/50-{gone}.{language}.md"));
            if gone.exists() {
                fs::remove_file(gone).unwrap();
            }
        }
    };
    let site = TestSite::new();
    version(&site, "red", "blue");
    site.build();
    let red = html(&site);
    version(&site, "blue", "red");
    let start = Instant::now();
    site.build();
    let whole = start.elapsed();
    let blue = html(&site);
    let mut cut_short = 0;
    for kill in 0..kills {
        let (word, gone) = if kill % 2 == 0 { ("red", "blue") } else { ("blue", "red") };
        version(&site, word, gone);
        let mut build = site.command(&["build"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // The moment of the kill is what is being varied.
        std::thread::sleep(whole.mul_f64(f64::from(kill + 1) / f64::from(kills)).min(Duration::from_secs(5)));
        build.kill().unwrap();
        cut_short += u32::from(!build.wait().unwrap().success());
        let left = html(&site);
        for (path, bytes) in &left {
            assert!(red.get(path) == Some(bytes) || blue.get(path) == Some(bytes), "{path} is torn after kill {kill}");
        }
        let left = pages(&site.published());
        assert_eq!(broken(&left, Some(&["index.html", "en/index.html"])), Vec::<String>::new(), "after kill {kill}");
        let goal = if word == "red" { &red } else { &blue };
        site.build();
        assert_eq!(&html(&site), goal, "after the build that follows kill {kill}");
        let litter: Vec<String> = site.published().into_keys().filter(|path| path.ends_with('~') || path.ends_with(".lock")).collect();
        assert_eq!(litter, Vec::<String>::new());
    }
    assert!(cut_short > 0, "no build was cut short");
}

#[test]
fn the_mark_of_a_build_that_was_cut_short_at_its_very_end_goes_with_the_next() {
    let site = small();
    site.build();
    let before = site.published();
    site.write("public/.langebro.lock", b"");
    site.build();
    assert_eq!(site.published(), before);
}

fn html(site: &TestSite) -> BTreeMap<String, Vec<u8>> {
    site.published().into_iter().filter(|(path, _)| path.ends_with(".html") && !path.starts_with('.') && !path.contains("/.")).collect()
}

#[test]
fn a_link_in_the_output_folder_never_leads_a_build_elsewhere() {
    let site = small();
    site.write("elsewhere/note.txt", b"mine");
    fs::create_dir_all(site.path("public")).unwrap();
    std::os::unix::fs::symlink(site.path("elsewhere"), site.path("public/en")).unwrap();
    let output = site.run(&["build", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("foreign-file"), "{}", text(&output.stdout));
    assert_eq!(crate::site::files(&site.path("elsewhere")).into_keys().collect::<Vec<_>>(), ["note.txt"]);
}

#[test]
fn a_file_of_somebody_elses_stays_theirs_even_if_it_says_what_a_page_would() {
    let site = small();
    site.build();
    let robots = site.read("public/robots.txt");
    let other = small().file("public/robots.txt", &robots);
    let output = other.run(&["build", "--format", "json"]);
    assert!(text(&output.stdout).contains("public/robots.txt"), "{}", text(&output.stdout));
    assert_eq!(other.published().into_keys().collect::<Vec<_>>(), ["robots.txt"]);
}

#[test]
fn a_file_that_wants_the_place_of_a_folder_of_pages_is_told_before_anything_is_written() {
    let page = |language: &str| format!("---\ntitle: X {language}\nslug: media\n---\n\n[x](/media/index.html)\n");
    let site = TestSite::new()
        .file("content/pages/x.da.md", &page("da"))
        .file("content/pages/x.en.md", &page("en"))
        .file("content/media/index.html", "x");
    assert_eq!(site.places(), ["address-clash"]);
    assert_eq!(site.run(&["build"]).status.code(), Some(1));
    assert_eq!(site.published(), BTreeMap::new());
}

#[test]
fn the_list_of_published_files_may_be_damaged_and_nothing_is_lost() {
    let site = small();
    site.build();
    site.write("public/.langebro.json", b"{ damaged");
    let before = site.published();
    for command in ["build", "check"] {
        let output = site.run(&[command]);
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert!(text(&output.stderr).contains("cannot be read"), "{}", text(&output.stderr));
    }
    assert_eq!(site.published(), before);
}

#[test]
fn a_build_waits_for_no_other_but_says_that_one_is_at_work() {
    let site = small();
    site.build();
    let folder = fs::File::open(site.path("public")).unwrap();
    folder.lock().unwrap();
    let output = site.run(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("another build"), "{}", text(&output.stderr));
    drop(folder);
    site.build();
}

#[test]
fn what_only_a_draft_shows_is_not_published() {
    let site = small()
        .file("content/cases/plan.da.md", "---\ntitle: Planen\ndraft: true\n---\n\n![Plan](plan.svg)\n")
        .file("content/cases/plan.en.md", "---\ntitle: The plan\ndraft: true\n---\n\nNot yet.\n")
        .file("content/media/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"4\"/>")
        .section("03-plans", "Før.\n\n![[plan]]\n\nEfter.", "Before.\n\n![[plan]]\n\nAfter.");
    site.build();
    assert!(!site.path("public/media/plan.svg").exists());
    for (address, words) in [("/afsnit-plans/", "Planen"), ("/en/section-plans/", "The plan")] {
        let page = site.page(address);
        assert!(!page.contains("![[") && !page.contains(words), "{page}");
    }
    assert!(site.run(&["build", "--drafts", "--output-dir", site.path("out").to_str().unwrap()]).status.success());
    assert!(site.path("out/media/plan.svg").exists());
}
