//! The preview shows what would be published, and follows what is saved.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::site::TestSite;

/// A running preview, which ends with the test.
struct Preview {
    program: Child,
    host: String,
}

impl Preview {
    fn start(site: &TestSite) -> Self {
        let mut program = site.command(&["serve", "--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
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
    fn get(&self, path: &str) -> (u16, String) {
        let mut answer = String::new();
        self.ask(path).read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer.split_once("\r\n\r\n").unwrap().1.to_owned())
    }

    /// The stream of events, which tells the number of the site that is shown.
    fn events(&self) -> impl Iterator<Item = String> {
        let lines = self.ask("/_langebro/events").lines();
        lines.filter_map(|line| Some(line.unwrap().strip_prefix("data: ")?.to_owned()))
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
    assert!(site.run(&["build", "--drafts"]).status.success());
    let preview = Preview::start(&site);
    for (path, bytes) in site.published().iter().filter(|(path, _)| !path.starts_with(".langebro")) {
        let asked = format!("/{}", path.trim_end_matches("index.html"));
        let (status, body) = preview.get(&asked);
        assert_eq!(status, 200, "{asked}");
        let less = if path.ends_with(".html") { less_script(&body) } else { body };
        assert_eq!(less.as_bytes(), bytes, "{asked}");
    }
}

#[test]
fn a_save_in_either_language_is_told_to_the_browser_and_seen_at_once() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    let mut seen = events.next().unwrap();
    for (language, title, word, address) in
        [("da", "Afsnit aims", "Efter", "/afsnit-aims/"), ("en", "Section aims", "After", "/en/section-aims/")]
    {
        assert!(!preview.get(address).1.contains(word));
        let page = format!("---\ntitle: {title}\n---\n\n{word}.\n");
        site.write(&format!("content/sections/01-aims.{language}.md"), page.as_bytes());
        let next = events.next().unwrap();
        assert_ne!(next, seen);
        seen = next;
        assert!(preview.get(address).1.contains(word), "{address}");
    }
}

#[test]
fn a_folder_that_comes_later_or_takes_the_place_of_another_is_followed_too() {
    let site = TestSite::new().section("01-aims", "Før.", "Before.");
    let preview = Preview::start(&site);
    let mut events = preview.events();
    events.next().unwrap();
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
    events.next().unwrap();
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
    let _stream = preview.events().next();
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
