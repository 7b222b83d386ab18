//! A publication makes the look its own: with a few colours, with a template of its own, or with another theme.

use crate::site::{TestSite, text};

fn site() -> TestSite {
    let box_text = "![[c40]]";
    TestSite::new().case("c40", "Byer.", "Cities.").section("01-aims", box_text, box_text)
}

/// The files of the style sheets that a page asks for, in their order.
fn sheets(site: &TestSite, address: &str) -> Vec<String> {
    let html = site.page(address);
    let links = html.split("<link rel=\"stylesheet\" href=\"/").skip(1);
    links.map(|link| site.read(&format!("public/{}", link.split('"').next().unwrap()))).collect()
}

#[test]
fn a_few_colours_of_ones_own_are_laid_over_those_of_the_theme() {
    let own = ":root {\n  --harbour: #00517a;\n  --patina: #7a5200;\n}\n";
    let site = site();
    site.build();
    assert_eq!(sheets(&site, "/").len(), 1);
    let site = site.file("themes/havnefront/assets/own.css", own);
    site.build();
    for address in ["/", "/en/", "/afsnit-aims/", "/en/section-aims/"] {
        let sheets = sheets(&site, address);
        assert!(sheets.len() == 2 && sheets[0].contains("--harbour") && sheets[1] == own, "{address}");
    }
}

#[test]
fn every_colour_type_and_measure_of_the_theme_is_said_in_one_place() {
    let sheet = include_str!("../../themes/havnefront/assets/havnefront.css");
    // What follows the tokens takes its colours from them; the colours of the goals are not the theme's to choose.
    let (_, rest) = sheet.split_once("/* Ground */").unwrap();
    let (rest, print) = rest.split_once("@media print").unwrap();
    let lines = rest.lines().filter(|line| !line.contains("goal-") && line.contains('#'));
    let colours: Vec<&str> =
        lines.filter(|line| line.split('#').skip(1).any(|after| after.starts_with(|c: char| c.is_ascii_hexdigit()))).collect();
    assert_eq!(colours, Vec::<&str>::new());
    assert!(print.contains(":root {"));
}

#[test]
fn a_site_replaces_a_single_template_and_keeps_the_others() {
    let own = "<aside class=\"mine\" id=\"{{ box.id }}\"><p>{{ box.title }}</p>{{ box.body | safe }}</aside>";
    let site = site().file("themes/havnefront/templates/box.html", own);
    site.build();
    for (address, title, body) in [("/afsnit-aims/", "Casen c40", "Byer."), ("/en/section-aims/", "The c40 case", "Cities.")] {
        let html = site.page(address);
        assert!(html.contains(&format!("<aside class=\"mine\" id=\"_c40\"><p>{title}</p><p>{body}</p>")), "{html}");
        assert!(html.contains("class=\"skip\""));
    }
}

/// The whole of another theme: one template round all pages, one style sheet, and a word said otherwise.
const PLAIN: &str = "<!doctype html>
<html lang=\"{{ language }}\">
<head>
<meta charset=\"utf-8\">
<title>{{ head.title }}</title>
<link rel=\"stylesheet\" href=\"{{ asset(path=\"plain.css\") }}\">
</head>
<body>
<nav aria-label=\"{{ word(id=\"languages\") }}\">{% for item in switch %}<a href=\"{{ item.address }}\" lang=\"{{ item.language }}\">{{ item.name }}</a> {% endfor %}</nav>
<ol>{% for item in contents %}<li><a href=\"{{ item.address }}\">{{ item.title }}</a></li>{% endfor %}</ol>
<p>{% block name %}{{ publication.title }}{% endblock %}</p>
<main data-layout=\"{% block layout %}{% endblock %}\" data-type=\"{% block type %}{% endblock %}\">{% block rail %}{% endblock %}{% block main %}{% endblock %}</main>
</body>
</html>
";

#[test]
fn another_theme_takes_the_place_of_the_first_and_need_not_have_every_file() {
    let settings = site().read("langebro.yaml") + "theme: plain\n";
    let site = site()
        .file("langebro.yaml", &settings)
        .file("themes/plain/templates/base.html", PLAIN)
        .file("themes/plain/assets/plain.css", "body { max-width: 40rem }\n");
    site.build();
    for (address, language, title) in [("/afsnit-aims/", "da", "Afsnit aims"), ("/en/section-aims/", "en", "Section aims")] {
        let html = site.page(address);
        assert!(html.starts_with("<!doctype html>") && html.contains(&format!("<html lang=\"{language}\">")), "{html}");
        assert!(html.contains("assets/plain.") && !html.contains("havnefront"), "{html}");
        assert!(html.contains(&format!("{title}</h1>")), "what the theme does not say is taken from Havnefront: {html}");
    }
    assert!(text(&site.run(&["check", "--strict"]).stdout).contains("All is well."));
}

#[test]
fn the_readme_of_the_theme_names_what_every_template_gets() {
    let readme = include_str!("../../themes/havnefront/README.md");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/havnefront/templates");
    let templates = crate::site::files(&folder);
    assert!(templates.len() > 10);
    for name in templates.keys().filter(|name| !name.contains('/')) {
        assert!(readme.contains(&format!("`{name}`")), "{name} is not told of");
    }
    // Whatever a template asks of what it is given is on the list.
    for (name, bytes) in &templates {
        let template = String::from_utf8_lossy(bytes);
        let words = template.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'));
        let fields = words
            .filter_map(|word| word.split_once('.'))
            .filter(|(record, _)| ["page", "head", "publication", "box", "map", "goal"].contains(record));
        for (record, field) in fields {
            let field = field.split('.').next().unwrap();
            if field == "html" {
                continue;
            }
            assert!(readme.contains(&format!("`{field}`")), "{name} uses {record}.{field}, of which nothing is told");
        }
    }
}
