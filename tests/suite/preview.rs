//! The preview shows what would be published, and follows what is saved.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use serde::Deserialize;

use crate::site::TestSite;

/// What the preview says that it has done.
#[derive(Debug, Deserialize)]
pub(super) struct Total {
    pub(super) generation: u64,
    pub(super) parsed: u64,
    pub(super) linked: u64,
    pub(super) compiled: u64,
    pub(super) rendered: u64,
}

/// A running preview, which ends with the test.
pub(super) struct Preview {
    program: Child,
    pub(super) host: String,
}

impl Preview {
    pub(super) fn start(site: &TestSite) -> Self {
        Self::start_with(site, &[])
    }

    /// With more options.
    pub(super) fn start_with(site: &TestSite, options: &[&str]) -> Self {
        let mut program =
            site.command(&[&["serve", "--port", "0"], options].concat()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(program.stdout.take().unwrap()).lines();
        let said = lines.find_map(|line| Some(line.unwrap().split_once("http://")?.1.to_owned())).unwrap();
        // What it says later must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { program, host: said.split('/').next().unwrap().to_owned() }
    }

    fn ask(&self, path: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host).unwrap();
        BufReader::new(stream)
    }

    /// Status and body of an answer.
    pub(super) fn get(&self, path: &str) -> (u16, String) {
        let mut answer = String::new();
        self.ask(path).read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer.split_once("\r\n\r\n").unwrap().1.to_owned())
    }

    /// The body of an answer that need not be text.
    pub(super) fn bytes(&self, path: &str) -> Vec<u8> {
        let mut answer = Vec::new();
        self.ask(path).read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap() + 4;
        answer.split_off(end)
    }

    /// The type of an answer.
    pub(super) fn kind(&self, path: &str) -> String {
        let mut answer = String::new();
        self.ask(path).read_to_string(&mut answer).unwrap();
        let head = answer.split("\r\n\r\n").next().unwrap().lines();
        let kinds = head.filter_map(|line| line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("content-type")));
        kinds.map(|(_, kind)| kind.to_owned()).next().unwrap()
    }

    /// The stream of events, which tells the number of the site that is shown; it has told the present one.
    pub(super) fn events(&self) -> impl Iterator<Item = String> + use<> {
        let lines = self.ask("/_langebro/events").lines();
        let mut events = lines.filter_map(|line| Some(line.unwrap().strip_prefix("data: ")?.to_owned()));
        events.next().unwrap();
        events
    }

    /// The work that was done so far.
    pub(super) fn work(&self) -> Total {
        serde_json::from_str(&self.get("/_langebro/work").1).unwrap()
    }

    /// Expects on every route what a build writes.
    pub(super) fn is_as_built(&self, site: &TestSite) {
        assert!(site.run(&["build", "--drafts"]).status.success());
        let published = site.published();
        // What pages and the search asked for before the last change stays a while, but is part of the site no more.
        let asking = published.iter().filter(|(path, _)| path.ends_with("search.json") || path.ends_with(".html"));
        let named: String = asking.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
        let is_left = |path: &str| ["assets/search/", "assets/print."].iter().any(|made| path.starts_with(made)) && !named.contains(path);
        for (path, bytes) in published.iter().filter(|(path, _)| !path.starts_with(".langebro") && !is_left(path)) {
            let asked = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
            let (status, body) = self.get(&asked);
            assert_eq!(status, 200, "{asked}");
            let less = if path.ends_with(".html") { less_script(&body) } else { body };
            assert_eq!(less.as_bytes(), bytes, "{asked}");
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A page without the one element that the preview adds to it.
pub(super) fn less_script(html: &str) -> String {
    let (before, rest) = html.rsplit_once("<script src=\"/_langebro/preview.js\"").unwrap();
    let (_, after) = rest.split_once("></script></body>").unwrap();
    format!("{before}</body>{after}")
}

#[test]
fn the_preview_shows_what_build_would_write_less_one_script() {
    let site = TestSite::strategy();
    Preview::start(&site).is_as_built(&site);
}

#[test]
fn a_save_in_either_language_is_told_to_the_browser_and_seen_at_once() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    for (language, title, word, address) in
        [("da", "Afsnit aims", "Efter", "/afsnit-aims/"), ("en", "Section aims", "After", "/en/section-aims/")]
    {
        assert!(!preview.get(address).1.contains(word));
        let page = format!("---\ntitle: {title}\n---\n\n{word}.\n");
        site.write(&format!("content/sections/01-aims.{language}.md"), page.as_bytes());
        events.next().unwrap();
        assert!(preview.get(address).1.contains(word), "{address}");
    }
}

#[test]
fn a_folder_that_comes_later_or_takes_the_place_of_another_is_followed_too() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    std::fs::rename(site.path("content"), site.path("content-old")).unwrap();
    std::fs::rename(site.path("content-old"), site.path("content")).unwrap();
    events.next().unwrap();
    let seen = |events: &mut dyn Iterator<Item = String>, word: &str| {
        while !preview.get("/en/section-aims/").1.contains(word) {
            events.next().unwrap();
        }
    };
    site.write("content/sections/01-aims.en.md", b"---\ntitle: Section aims\n---\n\nAfter.\n");
    seen(&mut events, "After.");
    site.write("themes/havnefront/templates/page.html", b"{% extends \"base.html\" %}{% block main %}Themed.{% endblock %}");
    seen(&mut events, "Themed.");
}

#[test]
fn a_dead_link_in_the_preview_is_answered_in_the_language_of_its_address() {
    let site = TestSite::new();
    let preview = Preview::start(&site);
    for (address, language) in [("/nowhere/", "da"), ("/en/nowhere/", "en"), ("/../../etc/passwd", "da"), ("/%2e%2e/langebro.yaml", "da")] {
        let (status, body) = preview.get(address);
        assert_eq!(status, 404, "{address}");
        assert!(body.contains(&format!("<html lang=\"{language}\"")), "{address}");
    }
}

#[test]
fn another_site_cannot_read_the_preview_through_the_browser() {
    let site = TestSite::new();
    let preview = Preview::start(&site);
    let port = preview.host.rsplit(':').next().unwrap();
    let ask = |host: &str, origin: &str| {
        let mut stream = TcpStream::connect(&preview.host).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\n{origin}Connection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        BufReader::new(stream).read_to_string(&mut answer).unwrap();
        answer.split(' ').nth(1).unwrap().to_owned()
    };
    for own in [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("[::1]:{port}")] {
        assert_eq!(ask(&own, &format!("Origin: http://{own}\r\n")), "200", "{own}");
    }
    assert_eq!(ask("evil.example", ""), "403");
    assert_eq!(ask(&preview.host, "Origin: https://evil.example\r\n"), "403");
    assert_eq!(ask(&preview.host, "Origin: null\r\n"), "403");
}

#[test]
fn a_page_that_cannot_be_read_keeps_its_last_good_text_until_it_is_mended() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    site.write("content/sections/01-aims.en.md", b"---\ntitle: C40: cities\n---\n\nBroken.\n");
    events.next().unwrap();
    assert!(preview.get("/en/section-aims/").1.contains("Before."));
    site.write("content/sections/01-aims.en.md", b"---\ntitle: \"C40: cities\"\nslug: section-aims\n---\n\nMended.\n");
    events.next().unwrap();
    assert!(preview.get("/en/section-aims/").1.contains("Mended."));
}

#[test]
fn the_preview_ends_cleanly_when_it_is_asked_to() {
    let site = TestSite::new();
    let mut preview = Preview::start(&site);
    let _stream = preview.events();
    let asked = std::process::Command::new("kill").args(["-TERM", &preview.program.id().to_string()]).status().unwrap();
    assert!(asked.success());
    assert!(preview.program.wait().unwrap().success());
}

#[test]
fn a_port_that_is_in_use_is_an_error_and_without_one_the_next_is_taken() {
    let site = TestSite::new();
    let preview = Preview::start(&site);
    let port = preview.host.rsplit(':').next().unwrap();
    let output = site.run(&["serve", "--port", port]);
    assert_eq!(output.status.code(), Some(1));
    assert!(crate::site::text(&output.stderr).contains(port));
}

#[test]
fn an_address_without_its_last_slash_leads_to_the_page_for_now() {
    let site = TestSite::new();
    let preview = Preview::start(&site);
    let mut answer = String::new();
    preview.ask("/en").read_to_string(&mut answer).unwrap();
    // Not for ever: another site may stand at the same port tomorrow.
    assert!(answer.starts_with("HTTP/1.1 307") && answer.contains("location: /en/\r\n"), "{answer}");
}

/// Saves a page of a section called aims in English with a text, and with more front matter.
fn save(site: &TestSite, fields: &str, text: &str) {
    site.write("content/sections/01-aims.en.md", format!("---\ntitle: Section aims\n{fields}---\n\n{text}\n").as_bytes());
}

#[test]
fn an_edit_costs_one_parse_and_what_hangs_on_it_is_linked_only_if_something_does() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.").section("02-means", "Før.", "Before.").case("c40", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    let edits = [
        ("a text", "", "After.", 0),
        ("a heading", "", "## After", 0),
        ("a link", "", "[[means]]", 0),
        ("a description", "slug: section-aims\ndescription: In short.\n", "## After", 0),
        ("a date", "slug: section-aims\ndate: 2026-11-24\n", "## After", 0),
        ("a tag", "slug: section-aims\nsdgs: [13]\n", "## After", 1),
        ("a box", "slug: section-aims\nsdgs: [13]\n", "![[c40]]", 1),
        ("nothing at all", "slug: section-aims\nsdgs: [13]\n", "![[c40]]", 0),
    ];
    for (what, fields, text, links) in edits {
        let before = preview.work();
        save(&site, fields, text);
        events.next().unwrap();
        let parses = u64::from(what != "nothing at all");
        let after = preview.work();
        let done = (after.parsed - before.parsed, after.linked - before.linked, after.compiled - before.compiled);
        assert_eq!(done, (parses, links, 0), "{what}");
        assert_eq!((after.generation - before.generation, after.rendered - before.rendered), (1, 0), "{what}");
        preview.get("/en/section-aims/");
        assert_eq!(preview.work().rendered - after.rendered, 1, "what nobody asks for is not rendered");
    }
}

#[test]
fn two_hundred_open_streams_are_all_told_of_a_save() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut streams: Vec<_> = (0..200).map(|_| preview.events()).collect();
    save(&site, "", "After.");
    let told: Vec<String> = streams.iter_mut().map(|events| events.next().unwrap()).collect();
    assert_eq!(told, vec!["{\"generation\":2}"; 200]);
}

#[test]
fn a_page_is_found_again_by_its_name_when_its_address_has_changed() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.").case("c40", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    let stands = |page: &str| preview.get(&format!("/_langebro/page?address=/en/nowhere/&page={page}")).1;
    save(&site, "slug: renamed\n", "Before.");
    events.next().unwrap();
    assert!(stands("aims.en").contains("\"address\":\"/en/renamed/\""));
    site.write("langebro.yaml", format!("{}addresses: {{cases: {{da: eksempler, en: examples}}}}\n", crate::site::SETTINGS).as_bytes());
    events.next().unwrap();
    for (page, address) in [("c40.da", "/eksempler/casen-c40/"), (":cases.en", "/en/examples/"), (":goals.da", "/verdensmaal/")] {
        assert!(stands(page).contains(&format!("\"address\":\"{address}\"")), "{page}");
    }
}

#[test]
fn the_panel_tells_in_the_authors_language_what_is_wrong_with_this_page_first() {
    let site =
        TestSite::new().section("01-aims", "Før.", "[[c4o]]").section("02-means", "[[c5o]]", "Before.").case("c40", "Før.", "Before.");
    for (language, summary, help) in [("da", "2 fejl", "Mente du `c40`?"), ("en", "2 errors", "Did you mean `c40`?")] {
        let preview = Preview::start_with(&site, &["--lang", language, "--editor", "zed://file/{path}:{line}"]);
        let report = preview.get("/_langebro/page?address=/en/section-aims/&page=aims.en").1;
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        assert_eq!(report["summary"], summary);
        let [first, second] = report["findings"].as_array().unwrap().as_slice() else { panic!("{report}") };
        assert_eq!((&first["here"], &first["file"], &first["line"]), (&true.into(), &"content/sections/01-aims.en.md".into(), &5.into()));
        assert_eq!((&second["here"], &second["file"]), (&false.into(), &"content/sections/02-means.da.md".into()));
        assert!(first["help"].as_str().unwrap().contains(help) && first["excerpt"] == "[[c4o]]", "{first}");
        let editor = first["editor"].as_str().unwrap();
        assert!(editor.starts_with("zed://file/") && editor.ends_with("/content/sections/01-aims.en.md:5"), "{editor}");
    }
}

#[test]
fn the_way_to_both_languages_side_by_side_leads_back_to_the_language_it_came_from() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    let preview = Preview::start(&site);
    for (page, own) in [("aims.da", "/afsnit-aims/"), ("aims.en", "/en/section-aims/")] {
        let report = |address: &str, page: &str| -> serde_json::Value {
            serde_json::from_str(&preview.get(&format!("/_langebro/page?address={address}&page={page}")).1).unwrap()
        };
        let side = report(own, page)["side"].as_str().unwrap().to_owned();
        let both = preview.get(&side).1;
        assert!(both.contains("Før.") && both.contains("Before."), "{side}");
        assert_eq!(report(&side, "")["back"], own);
    }
}

#[test]
fn settings_that_cannot_be_read_leave_the_site_as_it_was_with_the_finding_over_it() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    site.write("langebro.yaml", b"title: [\n");
    events.next().unwrap();
    assert!(preview.get("/en/section-aims/").1.contains("Before."));
    let report =
        || -> serde_json::Value { serde_json::from_str(&preview.get("/_langebro/page?address=/en/section-aims/&page=aims.en").1).unwrap() };
    assert_eq!((&report()["frozen"], &report()["findings"][0]["file"]), (&true.into(), &"langebro.yaml".into()));
    assert_eq!(report()["findings"][0]["here"], true);
    site.remove("langebro.yaml");
    events.next().unwrap();
    assert!(preview.get("/_langebro/page?address=/&page=").1.contains("unreadable-file"));
    // What was saved meanwhile is seen when the settings are mended.
    save(&site, "", "After.");
    events.next().unwrap();
    site.write("langebro.yaml", crate::site::SETTINGS.as_bytes());
    events.next().unwrap();
    assert!(preview.get("/en/section-aims/").1.contains("After."));
    assert_eq!(report()["frozen"], false);
}

#[test]
fn a_fault_of_a_template_is_told_with_its_line_until_it_is_mended() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    let template = "themes/havnefront/templates/page.html";
    for (text, line) in
        [("{% extends \"base.html\" %}\n{% block", 2), ("{% extends \"base.html\" %}\n{% block main %}\n{{ nothing }}{% endblock %}", 3)]
    {
        site.write(template, text.as_bytes());
        events.next().unwrap();
        let (status, page) = preview.get("/en/section-aims/");
        assert_eq!(status, 500);
        assert!(page.contains(&format!("{template}:{line}:")), "{page}");
        let report: serde_json::Value =
            serde_json::from_str(&preview.get("/_langebro/page?address=/en/section-aims/&page=aims.en").1).unwrap();
        assert_eq!(
            (&report["html"], &report["findings"][0]["file"], &report["findings"][0]["line"]),
            (&serde_json::Value::Null, &template.into(), &line.into())
        );
    }
    site.remove(template);
    events.next().unwrap();
    assert!(preview.get("/en/section-aims/").1.contains("Before."));
}

#[cfg(unix)]
#[test]
fn a_file_that_was_replaced_by_a_link_out_of_the_site_is_not_served() {
    let site = TestSite::new().file("content/media/a.svg", crate::findings::DRAWING).section("01-aims", "![x](a.svg)", "![x](a.svg)");
    let secret = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(&secret, "secret").unwrap();
    let preview = Preview::start(&site);
    assert_eq!(preview.get("/media/a.svg").0, 200);
    site.remove("content/media/a.svg");
    std::os::unix::fs::symlink(&secret, site.path("content/media/a.svg")).unwrap();
    let (status, body) = preview.get("/media/a.svg");
    assert!(status == 404 && !body.contains("secret"), "{status} {body}");
}

#[cfg(unix)]
#[test]
fn nothing_is_read_for_a_finding_from_behind_a_link_out_of_the_site() {
    let secret = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(&secret, "top secret").unwrap();
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    std::os::unix::fs::symlink(&secret, site.path("content/sections/02-x.da.md")).unwrap();
    // Whoever opens a pipe waits for its other end.
    assert!(std::process::Command::new("mkfifo").arg(site.path("pipe")).status().unwrap().success());
    std::os::unix::fs::symlink("../../pipe", site.path("content/sections/03-x.da.md")).unwrap();
    let preview = Preview::start(&site);
    let report = preview.get("/_langebro/page?address=/&page=").1;
    assert!(report.contains("outside-link") && !report.contains("top secret"), "{report}");
    let told = crate::site::text(&site.run(&["check"]).stderr);
    assert!(told.contains("outside-link") && !told.contains("top secret"), "{told}");
}

#[test]
fn among_many_findings_errors_come_first_and_what_is_left_out_is_counted() {
    let many = "[Læs mere her](https://example.com/)\n\n[her](https://example.com/)\n\n".repeat(70);
    let site = TestSite::new().section("01-aims", &many, "Before.").section("02-means", "[[c4o]]", "[[c5o]]");
    let preview = Preview::start_with(&site, &["--lang", "en"]);
    let report: serde_json::Value = serde_json::from_str(&preview.get("/_langebro/page?address=/&page=").1).unwrap();
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.len() == 100 && findings[..2].iter().all(|finding| finding["severity"] == "error"), "{}", report["summary"]);
    assert_eq!(report["worst"], "error");
    assert!(report["more"].as_str().unwrap().contains("more"), "{}", report["more"]);
}

#[test]
fn a_picture_is_news_only_when_its_bytes_are() {
    let picture = crate::findings::DRAWING;
    let site = TestSite::new().file("content/media/a.svg", picture).section("01-aims", "![x](a.svg)", "![x](a.svg)");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    let media = || preview.get("/_langebro/page?address=/&page=").1.contains("/media/a.svg\":");
    site.write("langebro.yaml", crate::site::SETTINGS.replace("Havneby", "Kommunen").as_bytes());
    events.next().unwrap();
    assert!(!media());
    site.write("content/media/a.svg", picture.replace("40", "41").as_bytes());
    events.next().unwrap();
    assert!(media());
}

#[test]
fn another_site_cannot_show_the_preview_as_a_part_of_itself_but_may_lead_to_it() {
    let site = TestSite::new();
    let preview = Preview::start(&site);
    let ask = |fetch: &str| {
        let mut stream = TcpStream::connect(&preview.host).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nHost: {}\r\n{fetch}Connection: close\r\n\r\n", preview.host).unwrap();
        let mut answer = String::new();
        BufReader::new(stream).read_to_string(&mut answer).unwrap();
        answer.split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(ask("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n"), "403");
    assert_eq!(ask("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n"), "403");
    assert_eq!(ask("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n"), "200");
    assert_eq!(ask("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n"), "200");
}
