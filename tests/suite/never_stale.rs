//! The preview is never stale: whatever is edited, it answers on every route what a fresh build would write.
//!
//! Random edits are made to a site, in the granularity in which a watcher tells of them (a new folder is told without the
//! files in it, a renamed folder by its two names alone). After each, every route of the preview is compared with the site
//! as it is read anew by a project that remembers nothing. A file that cannot be parsed is shown as it last could be: the
//! other site has that text in its place.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use langebro::diagnostic::{Tongue, Words};
use langebro::render::{Content, Renderer};
use langebro::serve::{Editor, Preview};
use langebro::site::Drafts;
use langebro::{Project, Touched};
use proptest::prelude::*;

use crate::findings::DRAWING;
use crate::site::{SETTINGS, TestSite, files, text};

/// Files that come and go. Some have the same key, or the same place in the order.
const PAGES: [&str; 16] = [
    "index.da.md",
    "index.en.md",
    "sections/01-aims.da.md",
    "sections/01-aims.en.md",
    "sections/02-means.da.md",
    "sections/02-means.en.md",
    "sections/03-chapter/index.da.md",
    "sections/03-chapter/index.en.md",
    "sections/03-chapter/01-part.da.md",
    "sections/03-chapter/01-part.en.md",
    "sections/02-part.da.md",
    "cases/c40.da.md",
    "cases/c40.en.md",
    "cases/who.da.md",
    "cases/who.en.md",
    "cases/means.en.md",
];
/// Those that cannot be there beside the others.
const CLASHING: [&str; 2] = ["sections/02-part.da.md", "cases/means.en.md"];
const FOLDERS: [&str; 5] = ["sections/03-chapter", "sections/04-other", "sections/other", "cases/sub", "elsewhere"];
const MEDIA: [&str; 3] = ["harbour.svg", "deep/harbour.svg", "report.pdf"];
const STRAYS: [&str; 4] = ["notes.txt", "sections/Means.md", "cases/c40.da.md.txt", "sections/.hidden/01-aims.da.md"];
const RECORDS: [&str; 4] = ["aims", "c40", "index", "nobody"];
/// With the number of the page, so that they differ.
const TITLES: [&str; 3] = ["Aims", "Means & København", "Ends"];
const FIELDS: [&str; 20] = [
    "draft: true\n",
    "missing_half: notice\n",
    "missing_half: omit\n",
    "missing_half: error\n",
    "slug: aims\n",
    "slug: means\n",
    "aliases: [/old/]\n",
    "aliases: [/old/, /en/older/]\n",
    "sdgs: [13, \"5.1\"]\n",
    "sdgs: [\"13.2\"]\n",
    "sdgs: [{target: \"13.2\", note: Why.}]\n",
    "sdgs: [{target: \"13.2\", note: Therefore.}]\n",
    "purposes: [learn]\n",
    "purposes: [learn, influence]\n",
    "date: 2022-07-01\n",
    "date: 2023-07-01\n",
    "updated: 2024-07-01\n",
    "updated: 2025-07-01\n",
    "description: In short.\n",
    "extra: {colour: red}\n",
];
const BLOCKS: [&str; 23] = [
    "In 2022 we were 1,300.",
    "I 2023 var vi tre.",
    "- one\n- two",
    "<!-- differs: 2022 -->",
    "Text.",
    "Another text.",
    "![[c40]]",
    "![[who]]",
    "[[aims]]",
    "[[part|words]]",
    "[[chapter#part]]",
    "[[aims#c40--part]]",
    // The title of some page, perhaps.
    "[[Ends 3]]",
    "[[sdg:13]] and [[sdg:5.1]]",
    "[x](../cases/c40.da.md#part)",
    "[y](/aims/) [z](https://example.org/en/means/#part)",
    "## Part",
    "## Part {#piece}",
    "#### Deep",
    "Text[^1].\n\n[^1]: Note.",
    "![The harbour](harbour.svg)",
    "[The report](/media/report.pdf)",
    "[[",
];
const SETTING: [&str; 8] = [
    "missing_half: omit\nparallel: true\n",
    "missing_half: notice\n",
    "missing_half: notice\nparallel: true\nedition: Second\n",
    "missing_half: omit\nraw_html: allow\n",
    "missing_half: error\nparallel: true\naddresses:\n  parallel: {da: part-1, en: part-2}\n",
    "parallel: false\naddresses:\n  cases: {da: eksempler, en: examples}\n",
    "missing_half: omit\ntheme: havnefront\nedition: First\nbased_on: https://a.example/\n",
    "",
];
const TEMPLATES: [(&str, &str); 4] = [
    ("templates/page.html", "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>{{ page.body | safe }}{% endblock %}"),
    ("templates/box.html", "<aside>{{ box.title }}{{ box.body | safe }}</aside>"),
    ("templates/box.html", "<aside id=\"{{ box.id }}\">{{ box.body | safe }}</aside>"),
    ("assets/havnefront.css", "body { color: black }"),
];

/// A text that cannot be parsed.
const BROKEN: &str = "---\ntitle: C40: byer\n---\n\nBroken.\n";

/// One thing that an author does, by the places of files in the lists above.
#[derive(Debug, Clone)]
enum Edit {
    Write {
        page: usize,
        title: usize,
        fields: Vec<usize>,
        blocks: Vec<usize>,
    },
    /// Adds a block to the text that is there.
    Append {
        page: usize,
        block: usize,
    },
    /// Adds a block before the text that is there.
    Prepend {
        page: usize,
        block: usize,
    },
    /// Takes the last block of the text away.
    Cut {
        page: usize,
    },
    /// Gives a page another title.
    Retitle {
        page: usize,
        title: usize,
    },
    /// Adds a field, or puts it in the place of the one of that name.
    Field {
        page: usize,
        field: usize,
    },
    /// Takes the last field away.
    Unfield {
        page: usize,
    },
    Break {
        page: usize,
    },
    Remove {
        page: usize,
    },
    Rename {
        page: usize,
        to: usize,
    },
    RenameFolder {
        folder: usize,
        to: usize,
    },
    RemoveFolder {
        folder: usize,
    },
    Stray {
        stray: usize,
        there: bool,
    },
    Medium {
        medium: usize,
        width: u8,
    },
    RemoveMedium {
        medium: usize,
    },
    Settings {
        setting: usize,
    },
    /// All pages are checked.
    Review,
    /// A record is damaged.
    BreakRecord {
        record: usize,
    },
    /// A record goes.
    RemoveRecord {
        record: usize,
    },
    BreakSettings,
    Template {
        template: usize,
    },
    BreakTemplate,
    Untheme,
}

fn edit() -> impl Strategy<Value = Edit> {
    // Most edits go to the same few pages, so that one meets what another has left.
    let page = || prop_oneof![3 => 2..6_usize, 1 => 0..PAGES.len()];
    let fields = prop::sample::subsequence((0..FIELDS.len()).collect::<Vec<_>>(), 0..4);
    let blocks = prop::collection::vec(0..BLOCKS.len(), 0..5);
    prop_oneof![
        6 => (page(), 0..TITLES.len(), fields, blocks).prop_map(|(page, title, fields, blocks)| Edit::Write { page, title, fields, blocks }),
        12 => (page(), 0..BLOCKS.len()).prop_map(|(page, block)| Edit::Append { page, block }),
        8 => (page(), 0..BLOCKS.len()).prop_map(|(page, block)| Edit::Prepend { page, block }),
        6 => page().prop_map(|page| Edit::Cut { page }),
        8 => (page(), 0..TITLES.len()).prop_map(|(page, title)| Edit::Retitle { page, title }),
        12 => (page(), 0..FIELDS.len()).prop_map(|(page, field)| Edit::Field { page, field }),
        4 => page().prop_map(|page| Edit::Unfield { page }),
        3 => page().prop_map(|page| Edit::Break { page }),
        3 => page().prop_map(|page| Edit::Remove { page }),
        4 => (page(), page()).prop_map(|(page, to)| Edit::Rename { page, to }),
        2 => (0..FOLDERS.len(), 0..FOLDERS.len()).prop_map(|(folder, to)| Edit::RenameFolder { folder, to }),
        1 => (0..FOLDERS.len()).prop_map(|folder| Edit::RemoveFolder { folder }),
        2 => (0..STRAYS.len(), any::<bool>()).prop_map(|(stray, there)| Edit::Stray { stray, there }),
        3 => (0..MEDIA.len(), 1..4_u8).prop_map(|(medium, width)| Edit::Medium { medium, width }),
        1 => (0..MEDIA.len()).prop_map(|medium| Edit::RemoveMedium { medium }),
        2 => (0..SETTING.len()).prop_map(|setting| Edit::Settings { setting }),
        2 => Just(Edit::Review),
        1 => (0..RECORDS.len()).prop_map(|record| Edit::BreakRecord { record }),
        1 => (0..RECORDS.len()).prop_map(|record| Edit::RemoveRecord { record }),
        1 => Just(Edit::BreakSettings),
        2 => (0..TEMPLATES.len()).prop_map(|template| Edit::Template { template }),
        1 => Just(Edit::BreakTemplate),
        1 => Just(Edit::Untheme),
    ]
}

/// How the preview is asked.
enum Eyes {
    /// Within this program, told by the test what was touched.
    Told(Box<Preview>),
    /// As an author's browser does, over HTTP, while the program watches the folder.
    Watching(crate::preview::Preview, Box<dyn Iterator<Item = String>>),
}

impl Eyes {
    /// Status and bytes of an answer.
    fn answer(&self, address: &str) -> (u16, Vec<u8>) {
        match self {
            Self::Told(preview) => {
                let answer = preview.shown().answer(address);
                (answer.status, answer.bytes)
            }
            Self::Watching(preview, _) => {
                let (status, body) = preview.get(address);
                (status, body.into_bytes())
            }
        }
    }
}

/// A site, the preview of it, and the same site with the last good text of each file in place of a broken one.
struct Pair {
    site: TestSite,
    good: TestSite,
    eyes: Eyes,
    /// How often was compared.
    round: usize,
    settings_are_broken: bool,
    theme_is_broken: bool,
    /// Whether the theme was broken when the settings could last be used.
    shown_is_broken: bool,
    touched: Touched,
    last: BTreeMap<String, Vec<u8>>,
}

/// Eyes that are told.
fn told(site: &TestSite) -> Eyes {
    let project = Project::new(site.root().to_owned(), None, Drafts::Include);
    let editor = Editor::new(site.root(), None).unwrap();
    Eyes::Told(Box::new(Preview::new(project, Words::new(Tongue::English), editor).unwrap()))
}

/// Eyes that watch.
fn watching(site: &TestSite) -> Eyes {
    let preview = crate::preview::Preview::start(site);
    let events = Box::new(preview.events());
    Eyes::Watching(preview, events)
}

impl Pair {
    fn new(eyes: fn(&TestSite) -> Eyes) -> Self {
        // Nothing is wrong with it at first: where something is, the program is more careful than it need be.
        let make = || {
            let page = |site: TestSite, (number, path): (usize, &&str)| {
                let text = if path.starts_with("cases/c40") { "![The harbour](harbour.svg)\n\n## Part" } else { "Text." };
                site.file(&format!("content/{path}"), &format!("---\ntitle: {}\n---\n\n{text}\n", title(0, number)))
            };
            let site =
                TestSite::new().file("langebro.yaml", &format!("{SETTINGS}{}", SETTING[0])).file("content/media/harbour.svg", DRAWING);
            PAGES.iter().enumerate().filter(|(_, path)| !CLASHING.contains(path)).fold(site, page)
        };
        let (site, good) = (make(), make());
        let eyes = eyes(&site);
        let mut pair = Self {
            site,
            good,
            eyes,
            round: 0,
            settings_are_broken: false,
            theme_is_broken: false,
            shown_is_broken: false,
            touched: Touched::default(),
            last: BTreeMap::new(),
        };
        pair.last = pair.fresh().0;
        pair
    }

    fn put(&mut self, path: &str, bytes: &str) {
        self.make_room(path);
        self.site.write(path, bytes.as_bytes());
        self.good.write(path, bytes.as_bytes());
        self.touched.add(path);
    }

    /// The watcher tells of a new folder, and not of what was put into it at once.
    fn make_room(&mut self, path: &str) {
        let new = Path::new(path).ancestors().skip(1).take_while(|folder| !self.site.path(folder.to_str().unwrap()).exists());
        if let Some(outermost) = new.last().and_then(Path::to_str) {
            self.touched.add(outermost);
        }
    }

    fn remove(&mut self, path: &str) {
        for site in [&self.site, &self.good] {
            let _ = fs::remove_file(site.path(path));
        }
        self.touched.add(path);
    }

    fn rename(&mut self, from: &str, to: &str) {
        if from == to || !self.site.path(from).exists() || to.starts_with(&format!("{from}/")) {
            return;
        }
        let before = under(&self.good, to);
        let texts = under(&self.site, from);
        if texts.values().any(|text| is_broken(text)) && self.touched != Touched::default() {
            // What is remembered of a broken file depends on what was read before it got its new name.
            return;
        }
        self.make_room(to);
        for site in [&self.site, &self.good] {
            fs::create_dir_all(site.path(to).parent().unwrap()).unwrap();
            if site.path(to).is_dir() {
                fs::remove_dir_all(site.path(to)).unwrap();
            }
            fs::rename(site.path(from), site.path(to)).unwrap();
        }
        for (within, text) in texts.iter().filter(|(_, text)| is_broken(text)) {
            // What is remembered of a broken file is what stood at its new path, if anything did.
            self.good.write(&format!("{to}{within}"), before.get(within).unwrap_or(text));
        }
        self.touched.add(from);
        self.touched.add(to);
    }

    /// Changes front matter and text of a file that is there.
    fn change(&mut self, path: &str, change: impl Fn(&str, &str) -> (String, String)) {
        if self.good.path(path).exists() {
            let text = self.good.read(path);
            let Some((front, body)) = text.strip_prefix("---\n").and_then(|text| text.split_once("---\n")) else { return };
            // A broken file that was given a new name has no good text.
            if is_broken(text.as_bytes()) {
                return;
            }
            let (front, body) = change(front, body);
            self.put(path, &format!("---\n{front}---\n{body}"));
        }
    }

    fn make(&mut self, edit: &Edit) {
        let page = |page: usize| format!("content/{}", PAGES[page]);
        let medium = |medium: usize| format!("content/media/{}", MEDIA[medium]);
        match edit {
            Edit::Write { page: number, title: words, fields, blocks } => {
                let fields: String = fields.iter().map(|&field| FIELDS[field]).collect();
                // Twice in a front matter is a fault of its own.
                let fields = fields.split_inclusive('\n').fold(String::new(), |all, field| {
                    let name = field.split(':').next().unwrap();
                    if all.contains(&format!("{name}:")) { all } else { all + field }
                });
                let blocks: Vec<&str> = blocks.iter().map(|&block| BLOCKS[block]).collect();
                let text = format!("---\ntitle: {}\n{fields}---\n\n{}\n", title(*words, *number), blocks.join("\n\n"));
                self.put(&page(*number), &text);
            }
            Edit::Cut { page: number } => self.change(&page(*number), |front, body| {
                (front.to_owned(), body.rsplit_once("\n\n").map_or("", |(before, _)| before).to_owned() + "\n")
            }),
            Edit::Prepend { page: number, block } => {
                self.change(&page(*number), |front, body| (front.to_owned(), format!("\n{}\n{body}", BLOCKS[*block])))
            }
            Edit::Retitle { page: number, title: words } => self.change(&page(*number), |front, body| {
                let (_, rest) = front.split_once('\n').unwrap();
                (format!("title: {}\n{rest}", title(*words, *number)), body.to_owned())
            }),
            Edit::Field { page: number, field } => self.change(&page(*number), |front, body| {
                let name = FIELDS[*field].split_inclusive(':').next().unwrap();
                let others: String = front.split_inclusive('\n').filter(|line| !line.starts_with(name)).collect();
                (others + FIELDS[*field], body.to_owned())
            }),
            Edit::Unfield { page: number } => self.change(&page(*number), |front, body| {
                let lines: Vec<&str> = front.split_inclusive('\n').collect();
                (lines[..lines.len().max(2) - 1].concat(), body.to_owned())
            }),
            Edit::Append { page: number, block } => {
                let path = page(*number);
                if self.good.path(&path).exists() {
                    let text = format!("{}\n{}\n", self.good.read(&path), BLOCKS[*block]);
                    self.put(&path, &text);
                }
            }
            Edit::Break { page: number } => {
                // Nothing is remembered of a text that was never read.
                let is_read = !self.settings_are_broken && self.touched == Touched::default();
                if is_read && self.site.path(&page(*number)).exists() {
                    self.site.write(&page(*number), BROKEN.as_bytes());
                    self.touched.add(page(*number));
                }
            }
            Edit::Remove { page: number } => self.remove(&page(*number)),
            Edit::Rename { page: number, to } => self.rename(&page(*number), &page(*to)),
            Edit::RenameFolder { folder, to } => {
                self.rename(&format!("content/{}", FOLDERS[*folder]), &format!("content/{}", FOLDERS[*to]));
            }
            Edit::RemoveFolder { folder } => {
                let folder = format!("content/{}", FOLDERS[*folder]);
                for site in [&self.site, &self.good] {
                    let _ = fs::remove_dir_all(site.path(&folder));
                }
                self.touched.add(folder);
            }
            Edit::Stray { stray, there: true } => self.put(&format!("content/{}", STRAYS[*stray]), "---\ntitle: Astray\n---\n"),
            Edit::Stray { stray, there: false } => self.remove(&format!("content/{}", STRAYS[*stray])),
            Edit::Medium { medium: number, width } => self.put(&medium(*number), &DRAWING.replace("40", &format!("4{width}"))),
            Edit::RemoveMedium { medium: number } => self.remove(&medium(*number)),
            Edit::Review => self.review(),
            Edit::BreakRecord { record } => self.put(&format!("content/reviews/{}.yaml", RECORDS[*record]), "<<<<<<< HEAD\n"),
            Edit::RemoveRecord { record } => self.remove(&format!("content/reviews/{}.yaml", RECORDS[*record])),
            Edit::Settings { setting } => {
                self.put("langebro.yaml", &format!("{SETTINGS}{}", SETTING[*setting]));
                self.settings_are_broken = false;
            }
            Edit::BreakSettings => {
                self.site.write("langebro.yaml", b"title: [\n");
                self.touched.add("langebro.yaml");
                self.settings_are_broken = true;
            }
            Edit::Template { template } => {
                let (path, text) = TEMPLATES[*template];
                self.put(&format!("themes/havnefront/{path}"), text);
                self.theme_is_broken &= path != "templates/page.html";
            }
            Edit::BreakTemplate => {
                self.put("themes/havnefront/templates/page.html", "{% block");
                self.theme_is_broken = true;
            }
            Edit::Untheme => {
                for site in [&self.site, &self.good] {
                    let _ = fs::remove_dir_all(site.path("themes"));
                }
                self.touched.add("themes");
                self.theme_is_broken = false;
            }
        }
    }

    /// A person checks all pages.
    fn review(&mut self) {
        let Ok(reading) = Project::new(self.good.root().to_owned(), None, Drafts::Include).read() else { return };
        let Some(site) = reading.site else { return };
        let is_whole = |id: &_| langebro::review::sides(&site, *id).any(|sides| sides.both().is_some());
        let pairs: Vec<_> = site.pairs().map(|(id, _)| id).filter(is_whole).collect();
        langebro::author::reviewed(&site, self.good.root(), &reading.records, &pairs).unwrap();
        let [before, now] = [&self.site, &self.good].map(|site| files(&site.path("content/reviews")));
        for name in before.keys().chain(now.keys()).filter(|name| before.get(*name) != now.get(*name)) {
            let path = format!("content/reviews/{name}");
            match now.get(name) {
                Some(bytes) => self.put(&path, &text(bytes)),
                None => self.remove(&path),
            }
        }
    }

    /// What a project that remembers nothing makes of the site: its files by their paths, and what is wrong with it.
    fn fresh(&self) -> (BTreeMap<String, Vec<u8>>, Vec<langebro::diagnostic::Finding>) {
        let reading = Project::new(self.good.root().to_owned(), None, Drafts::Include).read().unwrap();
        let (site, templates) = (reading.site.unwrap(), reading.templates.unwrap());
        let renderer = Renderer::new(&site, &templates);
        let bytes = |route| match renderer.render(route).unwrap() {
            Content::Bytes(bytes) => bytes,
            Content::Shared(bytes) => bytes.to_vec(),
            Content::File(path) => fs::read(path).unwrap(),
        };
        (renderer.routes().iter().map(|route| (renderer.path(route), bytes(route))).collect(), reading.findings)
    }

    /// Has the preview read what was touched.
    fn update(&mut self) {
        let touched = std::mem::take(&mut self.touched);
        self.round += 1;
        if let Eyes::Told(preview) = &mut self.eyes {
            preview.update(&touched);
            return;
        }
        // Changes are told in their order: when this one is seen, those before it have been.
        let mark = format!("Round {}.", self.round);
        self.put("content/pages/mark.da.md", &format!("---\ntitle: Mark\n---\n\n{mark}\n"));
        let Eyes::Watching(preview, events) = &mut self.eyes else { return };
        while !preview.get("/mark/").1.contains(&mark) {
            events.next().unwrap();
        }
        self.touched = Touched::default();
    }

    /// Has the preview read what was touched, and compares.
    fn compare(&mut self) {
        self.update();
        if !self.settings_are_broken {
            self.shown_is_broken = self.theme_is_broken;
        }
        if self.shown_is_broken {
            let (status, page) = self.eyes.answer("/");
            assert_eq!(status, 500);
            let place = "themes/havnefront/templates/page.html:1:";
            assert!(self.settings_are_broken || text(&page).contains(place), "{}", text(&page));
            return;
        }
        let mut expected = if self.settings_are_broken { (self.last.clone(), Vec::new()) } else { self.fresh() };
        if self.settings_are_broken {
            // An author's own file is never shown other than it is.
            expected.0.retain(|path, _| !path.starts_with("media/"));
            self.last = expected.0.clone();
        }
        for (path, bytes) in &expected.0 {
            let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
            let (_, answered) = self.eyes.answer(&address);
            let answered = if path.ends_with(".html") { crate::preview::less_script(&text(&answered)).into_bytes() } else { answered };
            if answered != *bytes {
                let (answered, bytes) = (text(&answered), text(bytes));
                let differing = answered.lines().zip(bytes.lines()).find(|(answered, bytes)| answered != bytes);
                panic!("{address} answers {} instead of {}: {differing:?}", answered.len(), bytes.len());
            }
        }
        for path in self.last.keys().filter(|path| !expected.0.contains_key(*path)) {
            let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
            assert_eq!(self.eyes.answer(&address).0, 404, "{address} is gone");
        }
        let is_broken = files(&self.site.path("content")) != files(&self.good.path("content"));
        if let Eyes::Told(preview) = &self.eyes
            && !is_broken
            && !self.settings_are_broken
        {
            assert_eq!(preview.shown().findings(), expected.1);
        }
        self.last = expected.0;
    }
}

fn is_broken(text: &[u8]) -> bool {
    text == BROKEN.as_bytes()
}

fn title(title: usize, page: usize) -> String {
    format!("{} {page}", TITLES[title])
}

/// A file, or those in a folder, by what follows its own path in theirs.
fn under(site: &TestSite, path: &str) -> BTreeMap<String, Vec<u8>> {
    match fs::read(site.path(path)) {
        Ok(bytes) => BTreeMap::from([(String::new(), bytes)]),
        Err(_) => files(&site.path(path)).into_iter().map(|(within, bytes)| (format!("/{within}"), bytes)).collect(),
    }
}

/// How many series of edits are made; LANGEBRO_EDITS asks for others.
fn series(usual: u32) -> u32 {
    std::env::var("LANGEBRO_EDITS").ok().and_then(|edits| edits.parse().ok()).map_or(usual, |edits: u32| edits * usual / 1250)
}

fn edits() -> impl Strategy<Value = Vec<Vec<Edit>>> {
    prop::collection::vec(prop::collection::vec(edit(), 1..3), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: series(50), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_preview_answers_what_a_fresh_build_would_write_after_any_edits(edits in edits()) {
        let mut pair = Pair::new(told);
        for together in edits {
            together.iter().for_each(|edit| pair.make(edit));
            pair.compare();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: series(10), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn so_it_does_when_it_finds_out_by_itself_what_was_edited(edits in edits()) {
        let mut pair = Pair::new(watching);
        for together in edits {
            // Of what cannot be shown at all, no mark can tell when it was read.
            let can_be_shown = |edit: &&Edit| !matches!(edit, Edit::BreakSettings | Edit::BreakTemplate);
            together.iter().filter(can_be_shown).for_each(|edit| pair.make(edit));
            pair.compare();
        }
    }
}

#[test]
fn the_preview_follows_each_field_and_each_block_that_takes_the_place_of_another() {
    let mut pair = Pair::new(told);
    let mut write = |field: &str, block: &str| {
        let text = format!("---\ntitle: {}\n{field}---\n\n{block}\n", title(0, 3));
        pair.put("content/sections/01-aims.en.md", &text);
        pair.compare();
    };
    for field in FIELDS {
        let name = |field: &str| field.split(':').next().unwrap().to_owned();
        for other in FIELDS.iter().filter(|other| name(other) == name(field)) {
            write(field, "Text.");
            write(other, "Text.");
        }
        write("", "Text.");
    }
    for block in BLOCKS {
        for other in BLOCKS {
            write("", block);
            write("", other);
        }
    }
}
