//! However an editor saves a file, the preview shows what was saved.

use std::fs;
use std::io::Write as _;

use crate::preview::Preview;
use crate::site::TestSite;

const FILE: &str = "content/sections/01-aims.en.md";
const ADDRESS: &str = "/en/section-aims/";

/// A site with a section, the preview of it, and its events.
struct Desk {
    site: TestSite,
    preview: Preview,
    events: Box<dyn Iterator<Item = String>>,
}

impl Desk {
    fn new() -> Self {
        Self::with(&[])
    }

    fn with(options: &[&str]) -> Self {
        let site = TestSite::new().section("01-aims", "Før.", "Before.").section("02-means", "Før.", "Before.");
        let preview = Preview::start_with(&site, options);
        let events = Box::new(preview.events());
        Self { site, preview, events }
    }

    /// Waits until a page has what it should have.
    #[track_caller]
    fn waits_for(&mut self, address: &str, is_right: impl Fn(u16, &str) -> bool) {
        loop {
            let (status, html) = self.preview.get(address);
            if is_right(status, &html) {
                return;
            }
            self.events.next().unwrap();
        }
    }

    /// Waits until the section shows a word, and then expects everything as a build would write it.
    #[track_caller]
    fn shows(&mut self, word: &str) {
        self.waits_for(ADDRESS, |_, html| html.contains(word));
        self.preview.is_as_built(&self.site);
    }
}

fn text(word: &str) -> String {
    format!("---\ntitle: Section aims\n---\n\n{word}\n")
}

#[test]
fn written_in_place() {
    let mut desk = Desk::new();
    desk.site.write(FILE, text("After.").as_bytes());
    desk.shows("After.");
}

#[test]
fn written_in_several_steps_and_pieces() {
    let mut desk = Desk::new();
    let mut file = fs::File::create(desk.site.path(FILE)).unwrap();
    for piece in text("After, in several pieces.").as_bytes().chunks(7) {
        file.write_all(piece).unwrap();
        file.flush().unwrap();
    }
    drop(file);
    fs::OpenOptions::new().append(true).open(desk.site.path(FILE)).unwrap().write_all(b"\nAnd a last one.\n").unwrap();
    desk.shows("And a last one.");
}

#[test]
fn written_beside_and_renamed() {
    let mut desk = Desk::new();
    for (number, beside) in
        ["content/sections/.01-aims.en.md.tmp", "content/sections/01-aims.en.md.sb-a1b2", "elsewhere.md"].iter().enumerate()
    {
        let word = format!("After {number}.");
        desk.site.write(beside, text(&word).as_bytes());
        fs::rename(desk.site.path(beside), desk.site.path(FILE)).unwrap();
        desk.shows(&word);
    }
}

#[test]
fn set_aside_as_a_backup_and_written_anew_as_vim_does() {
    let mut desk = Desk::new();
    let [file, backup, probe] = [FILE, "content/sections/01-aims.en.md~", "content/sections/4913"].map(|path| desk.site.path(path));
    fs::write(desk.site.path("content/sections/.01-aims.en.md.swp"), "swap").unwrap();
    fs::write(&probe, "").unwrap();
    fs::remove_file(&probe).unwrap();
    fs::rename(&file, &backup).unwrap();
    fs::write(&file, text("After.")).unwrap();
    fs::remove_file(&backup).unwrap();
    // The page is never told to have gone.
    desk.events.next().unwrap();
    assert_eq!(desk.preview.get(ADDRESS).0, 200);
    desk.shows("After.");
}

#[test]
fn removed_and_made_again() {
    let mut desk = Desk::new();
    desk.site.remove(FILE);
    desk.site.write(FILE, text("After.").as_bytes());
    desk.events.next().unwrap();
    assert_eq!(desk.preview.get(ADDRESS).0, 200);
    desk.shows("After.");
}

#[test]
fn what_an_editor_keeps_for_itself_is_no_news() {
    let mut desk = Desk::new();
    let before = desk.preview.work();
    for name in [".01-aims.en.md.swp", "#01-aims.en.md#", "01-aims.en.md~", "01-aims.en.md.bak", ".git/index", ".DS_Store"] {
        desk.site.write(&format!("content/sections/{name}"), b"---\ntitle: [\n");
    }
    desk.site.write("public/index.html", b"Somebody's own.");
    desk.site.write(FILE, text("After.").as_bytes());
    desk.waits_for(ADDRESS, |_, html| html.contains("After."));
    let after = desk.preview.work();
    assert_eq!((after.parsed - before.parsed, after.linked - before.linked), (1, 0));
    assert!(desk.preview.get("/_langebro/page?address=/&page=").1.contains("\"findings\":[]"));
}

#[test]
fn taken_away_and_brought_back() {
    let mut desk = Desk::new();
    for language in ["da", "en"] {
        fs::rename(desk.site.path(&format!("content/sections/01-aims.{language}.md")), desk.site.path(&format!("{language}.md"))).unwrap();
    }
    desk.waits_for(ADDRESS, |status, _| status == 404);
    desk.waits_for("/afsnit-aims/", |status, _| status == 404);
    desk.preview.is_as_built(&desk.site);
    for language in ["da", "en"] {
        fs::rename(desk.site.path(&format!("{language}.md")), desk.site.path(&format!("content/sections/01-aims.{language}.md"))).unwrap();
    }
    desk.waits_for("/afsnit-aims/", |status, _| status == 200);
    desk.shows("Before.");
}

#[test]
fn a_new_folder_with_files_in_it_at_once_and_what_is_saved_in_it_later() {
    let mut desk = Desk::new();
    for (language, title) in [("da", "Kapitel"), ("en", "Chapter")] {
        let page = |title: &str| format!("---\ntitle: {title}\n---\n\nNew.\n").into_bytes();
        desk.site.write(&format!("content/sections/03-chapter/index.{language}.md"), &page(title));
        desk.site.write(&format!("content/sections/03-chapter/01-deep/index.{language}.md"), &page("Deep"));
        desk.site.write(&format!("content/sections/03-chapter/01-deep/01-deeper.{language}.md"), &page("Deeper"));
    }
    desk.waits_for("/en/chapter/deep/deeper/", |_, html| html.contains("New."));
    desk.waits_for("/kapitel/deep/deeper/", |_, html| html.contains("New."));
    desk.preview.is_as_built(&desk.site);
    desk.site.write("content/sections/03-chapter/01-deep/01-deeper.en.md", b"---\ntitle: Deeper\n---\n\nLater.\n");
    desk.waits_for("/en/chapter/deep/deeper/", |_, html| html.contains("Later."));
}

#[test]
fn a_folder_that_is_renamed_and_what_is_saved_in_it_later() {
    let mut desk = Desk::new();
    for (language, title) in [("da", "Kapitel"), ("en", "Chapter")] {
        desk.site.write(&format!("content/sections/03-chapter/index.{language}.md"), format!("---\ntitle: {title}\n---\n").as_bytes());
        desk.site.write(&format!("content/sections/03-chapter/01-part.{language}.md"), b"---\ntitle: Part\n---\n\nBefore.\n");
    }
    desk.waits_for("/kapitel/part/", |status, _| status == 200);
    desk.waits_for("/en/chapter/part/", |status, _| status == 200);
    fs::rename(desk.site.path("content/sections/03-chapter"), desk.site.path("content/sections/00-chapter")).unwrap();
    desk.waits_for("/en/chapter/part/", |_, html| html.contains("1.1"));
    desk.preview.is_as_built(&desk.site);
    desk.site.write("content/sections/00-chapter/01-part.en.md", b"---\ntitle: Part\n---\n\nLater.\n");
    desk.waits_for("/en/chapter/part/", |_, html| html.contains("Later."));
}

#[test]
fn hundreds_of_files_at_once_as_another_branch_brings_them() {
    let mut desk = Desk::new();
    let page = |number: usize, word: &str| format!("---\ntitle: Case {number}\n---\n\n{word} {number}.\n");
    let path = |number: usize, language: &str| format!("content/cases/case-{number}.{language}.md");
    let put = |site: &TestSite, numbers: std::ops::Range<usize>, word: &str| {
        for number in numbers {
            for language in ["da", "en"] {
                // Version control removes a file and makes it anew.
                let _ = fs::remove_file(site.path(&path(number, language)));
                site.write(&path(number, language), page(number, word).as_bytes());
            }
        }
    };
    put(&desk.site, 0..200, "First");
    desk.waits_for("/en/cases/case-199/", |_, html| html.contains("First 199."));
    for number in 0..100 {
        desk.site.remove(&path(number, "da"));
        desk.site.remove(&path(number, "en"));
    }
    put(&desk.site, 100..300, "Second");
    desk.waits_for("/en/cases/case-299/", |_, html| html.contains("Second 299."));
    desk.preview.is_as_built(&desk.site);
}

#[test]
fn what_is_written_without_an_end_holds_nothing_up() {
    let mut desk = Desk::new();
    let media = desk.site.path("content/media/film.mp4");
    fs::create_dir_all(media.parent().unwrap()).unwrap();
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let writer = std::thread::spawn(move || {
        let mut film = fs::File::create(media).unwrap();
        while stopped.try_recv().is_err() {
            film.write_all(b"frame").unwrap();
        }
    });
    desk.site.write(FILE, text("After.").as_bytes());
    desk.waits_for(ADDRESS, |_, html| html.contains("After."));
    stop.send(()).unwrap();
    writer.join().unwrap();
}

#[cfg(unix)]
#[test]
fn behind_a_link_that_stays_within_the_site() {
    let mut desk = Desk::new();
    desk.site.write("shared/about.en.md", b"---\ntitle: About\n---\n\nBefore.\n");
    fs::create_dir_all(desk.site.path("content/pages")).unwrap();
    std::os::unix::fs::symlink("../../shared/about.en.md", desk.site.path("content/pages/about.en.md")).unwrap();
    desk.waits_for("/en/about/", |_, html| html.contains("Before."));
    desk.site.write("shared/about.en.md", b"---\ntitle: About\n---\n\nAfter.\n");
    desk.waits_for("/en/about/", |_, html| html.contains("After."));
}

#[test]
fn on_a_drive_that_tells_of_no_change_it_is_looked_for() {
    let mut desk = Desk::with(&["--poll"]);
    desk.site.write(FILE, text("After.").as_bytes());
    desk.shows("After.");
    // The same length, and perhaps the same second.
    desk.site.write(FILE, text("Later.").as_bytes());
    desk.shows("Later.");
    desk.site.remove(FILE);
    desk.waits_for(ADDRESS, |status, _| status == 404);
}
