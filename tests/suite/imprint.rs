//! What the law and readers ask of a publication: its accessibility statement, its terms, whom to write to, and the headers
//! with which it is served.

use crate::site::{SETTINGS, TestSite, text};

/// A site with a page on accessibility in both languages, and more settings.
fn site(settings: &str) -> TestSite {
    TestSite::new()
        .file("langebro.yaml", &format!("{SETTINGS}{settings}"))
        .file("content/pages/access.da.md", "---\ntitle: Om adgang\n---\n\nAlle kan læse.\n")
        .file("content/pages/access.en.md", "---\ntitle: On access\n---\n\nEveryone can read.\n")
}

/// The foot of a page.
fn foot(site: &TestSite, address: &str) -> String {
    site.page(address).split_once("<footer").unwrap().1.to_owned()
}

#[test]
fn the_statement_is_at_the_foot_of_every_page_and_at_was() {
    let site = site("accessibility: access\n");
    assert_eq!(site.places(), Vec::<String>::new());
    site.build();
    for (front, link, was) in [
        ("/", "<a href=\"/om-adgang/\">Tilgængelighedserklæring</a>", "/was/"),
        ("/en/", "<a href=\"/en/on-access/\">Accessibility statement</a>", "/en/was/"),
    ] {
        let foot = foot(&site, front);
        assert_eq!(foot.matches(link).count(), 1, "{foot}");
        // Its page is not linked to a second time under its title.
        assert!(!foot.contains("adgang</a>") && !foot.contains("access</a>"), "{foot}");
        let target = link.split('"').nth(1).unwrap();
        assert!(site.page(was).contains(&format!("content=\"0; url={target}\"")), "{}", site.page(was));
        assert!(!site.read("public/sitemap.xml").contains("/was/"));
    }
}

#[test]
fn a_statement_may_stand_elsewhere() {
    let address = "https://was.digst.dk/example-org";
    let site = site(&format!("accessibility: {address}\npublic_body: true\n"));
    assert_eq!(site.places(), Vec::<String>::new());
    site.build();
    for (front, words) in [("/", "Tilgængelighedserklæring"), ("/en/", "Accessibility statement")] {
        assert!(foot(&site, front).contains(&format!("<a href=\"{address}\">{words}</a>")));
        assert!(site.page(&format!("{front}was/")).contains(&format!("content=\"0; url={address}\"")));
    }
}

#[test]
fn a_statement_in_one_language_is_what_readers_of_the_other_are_led_to() {
    let site = site("accessibility: access\nmissing_half: omit\n");
    site.remove("content/pages/access.en.md");
    site.build();
    assert!(foot(&site, "/en/").contains("<a href=\"/om-adgang/\">Accessibility statement</a>"));
}

#[test]
fn a_publication_without_statement_has_neither_link_nor_was() {
    let site = site("");
    site.build();
    assert!(!foot(&site, "/").contains("Tilgængelighedserklæring"));
    assert!(!site.path("public/was").exists());
    // A statement that was taken away again leaves no warning of an address that has gone.
    let site = self::site("accessibility: access\n");
    site.build();
    site.write("langebro.yaml", SETTINGS.as_bytes());
    assert_eq!(site.places(), Vec::<String>::new());
}

#[test]
fn a_public_body_without_a_statement_is_warned() {
    let line = SETTINGS.lines().count() + 1;
    site("public_body: true\n").finds(&[format!("statement-missing langebro.yaml:{line}:1")]);
    site("public_body: false\n").finds(&[] as &[&str]);
}

#[test]
fn a_statement_on_a_page_that_is_not_there_is_told() {
    let line = SETTINGS.lines().count() + 1;
    site("accessibility: acces\n").finds(&[format!("unknown-page langebro.yaml:{line}:16 `acces` → access")]);
    let draft = site("accessibility: access\n")
        .file("content/pages/access.da.md", "---\ntitle: Om adgang\ndraft: true\n---\n")
        .file("content/pages/access.en.md", "---\ntitle: On access\ndraft: true\n---\n");
    draft.finds(&[format!("link-to-draft langebro.yaml:{line}:16")]);
}

#[test]
fn terms_and_contact_stand_at_the_foot_in_each_language() {
    let site = site(
        "licence: {name: {da: Kreditering 4.0, en: Attribution 4.0}, url: https://example.org/by/}\ncontact: post@havneby.example\nedition: {da: 1. udgave, en: First edition}\n",
    );
    site.build();
    for (front, licence, contact, edition) in [
        (
            "/",
            "Teksten må bruges på vilkårene i <a href=\"https://example.org/by/\" rel=\"license\">Kreditering 4.0</a>",
            "Kontakt",
            "1. udgave",
        ),
        ("/en/", "may be used under <a href=\"https://example.org/by/\" rel=\"license\">Attribution 4.0</a>", "Contact", "First edition"),
    ] {
        let foot = foot(&site, front);
        assert!(foot.contains(licence) && foot.contains(edition), "{foot}");
        assert!(foot.contains(&format!("<a href=\"mailto:post@havneby.example\">{contact}</a>")), "{foot}");
        assert!(site.page(front).contains("\"license\":\"https://example.org/by/\""));
    }
}

#[test]
fn settings_that_cannot_be_used_are_told_at_their_place() {
    let line = SETTINGS.lines().count() + 1;
    site("contact: post havneby\n").finds(&[format!("bad-url langebro.yaml:{line}:10 `contact`")]);
    site("licence: {name: A}\n").finds(&[format!("setting-missing langebro.yaml:{line}:10 `licence.url`")]);
    site("licence: {name: A, url: kk.dk}\n").finds(&[format!("bad-url langebro.yaml:{line}:25 `licence.url` → https://kk.dk")]);
    site("public_body: ja\n").finds(&[format!("wrong-type langebro.yaml:{line}:14 `public_body`")]);
}

#[test]
fn the_headers_are_written_for_the_address_of_the_site() {
    let site = TestSite::new();
    let headers = |server: &str| text(&site.run(&["headers", server]).stdout);
    let policy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    for (server, line) in [
        ("nginx", format!("add_header Content-Security-Policy \"{policy}\" always;")),
        ("apache", format!("Header always set Content-Security-Policy \"{policy}\"")),
        ("headers-file", format!("  Content-Security-Policy: {policy}")),
    ] {
        let said = headers(server);
        assert!(said.lines().any(|other| other == line), "{said}");
        for name in ["Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "immutable"] {
            assert!(said.contains(name), "{name}: {said}");
        }
    }
    let site = site.setting("base_url: https://example.org/", "base_url: http://example.org/strategi/");
    let said = text(&site.run(&["headers", "nginx"]).stdout);
    assert!(
        said.contains("error_page 404 /strategi/404.html;")
            && said.contains("location /strategi/en/ { error_page 404 /strategi/en/404.html; }")
    );
    assert!(said.contains("^/strategi/assets/") && !said.contains("Strict-Transport-Security"));
    assert_eq!(site.run(&["headers", "iis"]).status.code(), Some(2));
}
