//! What the site says to programs: the goals as tables, what each page is, and what is new.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;

use crate::links::{attributes, pages};
use crate::preview::Preview;
use crate::site::{SETTINGS, TestSite};

const BASE: &str = "https://strategi.example";

/// The shipped strategy as it is published.
static STRATEGY: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let site = TestSite::strategy();
    site.build();
    pages(&site.published())
});

/// The types of schema.org that a page may speak of, each with the properties that it may have there.
const SCHEMA: [(&str, &str); 9] = [
    (
        "Report",
        "name description inLanguage url version license creativeWorkStatus datePublished dateModified publisher isBasedOn hasPart about \
         workTranslation translationOfWork",
    ),
    (
        "Chapter",
        "name description inLanguage url position creativeWorkStatus datePublished dateModified isPartOf hasPart about \
         workTranslation translationOfWork",
    ),
    (
        "Article",
        "name description inLanguage url creativeWorkStatus datePublished dateModified isPartOf about workTranslation translationOfWork",
    ),
    (
        "WebPage",
        "name description inLanguage url creativeWorkStatus datePublished dateModified about workTranslation translationOfWork \
         mainEntity breadcrumb",
    ),
    ("CollectionPage", "name description inLanguage url about workTranslation translationOfWork breadcrumb"),
    ("Organization", "name url"),
    ("DefinedTerm", "name termCode inDefinedTermSet"),
    ("BreadcrumbList", "itemListElement"),
    ("ListItem", "position name item"),
];

/// What a page says that it is; `None` if it says nothing.
fn said(html: &str) -> Option<Value> {
    let mut parts = html.split("<script type=\"application/ld+json\">").skip(1);
    let json = parts.next()?.split("</script>").next().unwrap();
    assert_eq!(parts.next(), None, "said twice");
    let said: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(said["@context"], "https://schema.org");
    Some(said)
}

/// The nodes of all pages by their names, each the only one of its name.
fn nodes(pages: &BTreeMap<String, String>) -> BTreeMap<String, Value> {
    let mut nodes = BTreeMap::new();
    for (path, html) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        for node in said(html).iter().flat_map(|said| said["@graph"].as_array().unwrap()) {
            let id = node["@id"].as_str().unwrap().to_owned();
            assert_eq!(nodes.insert(id, node.clone()), None, "{path}");
        }
    }
    nodes
}

/// The page that a view is, without what is said of it beside.
fn page(site: &TestSite, address: &str) -> Value {
    said(&site.page(address)).unwrap()["@graph"][0].clone()
}

/// The nodes that a property names.
fn named(node: &Value, property: &str) -> Vec<String> {
    let values = match &node[property] {
        Value::Null => Vec::new(),
        Value::Array(values) => values.clone(),
        value => vec![value.clone()],
    };
    values.iter().map(|value| value["@id"].as_str().unwrap().to_owned()).collect()
}

/// What is wrong with the names in a graph: those that nothing bears, and halves of a relation that lack the other.
fn faults(nodes: &BTreeMap<String, Value>) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, node) in nodes {
        for (property, inverse) in [
            ("hasPart", "isPartOf"),
            ("workTranslation", "translationOfWork"),
            ("translationOfWork", "workTranslation"),
            ("mainEntity", ""),
        ] {
            for other in named(node, property) {
                match nodes.get(&other) {
                    None => faults.push(format!("{id} {property} {other}, which is nowhere")),
                    Some(found) if !inverse.is_empty() && !named(found, inverse).contains(id) => {
                        faults.push(format!("{id} {property} {other}, which does not say so"));
                    }
                    Some(_) => {}
                }
            }
        }
        // A report need not list what is part of it elsewhere, but what is part of a work says of which.
        faults.extend(named(node, "isPartOf").iter().filter(|whole| !nodes.contains_key(*whole)).map(|whole| format!("{id} in {whole}")));
        for item in node["breadcrumb"]["itemListElement"].as_array().unwrap_or(&Vec::new()) {
            let address = item["item"].as_str().unwrap();
            if !nodes.contains_key(address) {
                faults.push(format!("{id} lies below {address}, which is nowhere"));
            }
        }
    }
    faults
}

/// Holds a tree to the types and properties of [`SCHEMA`].
fn is_known(path: &str, node: &Value) {
    let Some(kind) = node["@type"].as_str() else {
        assert!(node.as_object().unwrap().keys().all(|key| key == "@id"), "{path}: {node}");
        return;
    };
    let (_, known) = SCHEMA.iter().find(|(name, _)| *name == kind).unwrap_or_else(|| panic!("{path}: {kind}"));
    for (property, value) in node.as_object().unwrap().iter().filter(|(property, _)| !property.starts_with('@')) {
        assert!(known.split(' ').any(|known| known == property), "{path}: a {kind} has no {property}");
        assert!(!matches!(value, Value::Null) && *value != "" && *value != Value::Array(Vec::new()), "{path}: {property} is empty");
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        values.iter().filter(|value| value.is_object()).for_each(|value| is_known(path, value));
    }
}

#[test]
fn every_page_of_the_strategy_says_what_it_is_in_words_of_schema_org() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for (path, html) in STRATEGY.iter().filter(|(path, _)| path.ends_with(".html")) {
        let Some(said) = said(html) else {
            let leads_on = html.contains("http-equiv=\"refresh\"");
            assert!(path.ends_with("404.html") || leads_on, "{path} says nothing");
            continue;
        };
        assert!(!path.ends_with("404.html"), "{path} is no page");
        let graph = said["@graph"].as_array().unwrap();
        graph.iter().for_each(|node| is_known(path, node));
        let address = format!("{BASE}/{}", path.trim_end_matches("index.html"));
        assert_eq!((&graph[0]["@id"], &graph[0]["url"]), (&address.as_str().into(), &address.as_str().into()), "{path}");
        assert_eq!(graph[0]["inLanguage"], if path.starts_with("en/") { "en" } else { "da" }, "{path}");
        let has_crumbs = graph.iter().any(|node| !node["breadcrumb"].is_null());
        assert_eq!(has_crumbs, path != "index.html" && path != "en/index.html", "{path}");
        *kinds.entry(graph[0]["@type"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    let kinds: Vec<(&str, usize)> = kinds.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    let is_page = |(path, html): &(&String, &String)| path.ends_with("index.html") && !html.contains("http-equiv=\"refresh\"");
    let parallel = STRATEGY.keys().filter(|path| crate::links::is_parallel(path)).count();
    assert_eq!(parallel, 14 + 18 + 4);
    let lists = STRATEGY.iter().filter(is_page).count() - 2 - 2 * parallel;
    assert_eq!(kinds, [("Article", 18), ("Chapter", 14), ("CollectionPage", lists), ("Report", 2), ("WebPage", 4 + parallel)]);
}

#[test]
fn the_languages_of_every_page_point_at_each_other_and_no_name_leads_nowhere() {
    let nodes = nodes(&STRATEGY);
    assert_eq!(faults(&nodes), Vec::<String>::new());
    for (id, node) in nodes.iter().filter(|(id, _)| !id.contains('#')) {
        let translations = (named(node, "workTranslation").len(), named(node, "translationOfWork").len());
        let expected = if node["inLanguage"] == "da" { (1, 0) } else { (0, 1) };
        assert_eq!(translations, expected, "{id}");
    }
    let report = &nodes[&format!("{BASE}/en/")];
    assert_eq!(named(report, "hasPart").len(), 16);
    assert_eq!(report["version"], "First edition, November 2026");
    assert_eq!(report["isBasedOn"], serde_json::json!(["https://www.kk.dk/"]));
    assert_eq!(report["publisher"]["name"], "Langebro");
}

#[test]
fn a_page_in_one_language_has_no_translation_and_what_it_holds_belongs_to_what_is_there() {
    let chapter = "content/sections/02-cities";
    let site = TestSite::new()
        .file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"))
        .section("01-aims", "![[city]]", "![[city]]")
        .case("city", "Byen.", "The city.")
        .file(&format!("{chapter}/index.da.md"), "---\ntitle: Byer\n---\n\nByer.\n")
        .section("02-cities/01-networks", "Netværk.", "Networks.")
        .file("content/pages/only.en.md", "---\ntitle: Only\n---\n\nOnly.\n");
    site.build();
    let nodes = nodes(&pages(&site.published()));
    assert_eq!(faults(&nodes), Vec::<String>::new());
    let base = "https://example.org";
    for alone in ["/byer/", "/en/only/"] {
        let node = &nodes[&format!("{base}{alone}")];
        assert!(node["workTranslation"].is_null() && node["translationOfWork"].is_null(), "{node}");
    }
    let danish = &nodes[&format!("{base}/byer/afsnit-networks/")];
    assert_eq!((&danish["position"], named(danish, "isPartOf")), (&"2.1".into(), vec![format!("{base}/byer/")]));
    assert_eq!(named(&nodes[&format!("{base}/byer/")], "hasPart"), [format!("{base}/byer/afsnit-networks/")]);
    let english = nodes.values().find(|node| node["name"] == "Section networks").unwrap();
    assert_eq!(named(english, "isPartOf"), [format!("{base}/en/")], "the language has no such chapter");
    assert!(named(&nodes[&format!("{base}/en/")], "hasPart").contains(&english["@id"].as_str().unwrap().to_owned()));
}

#[test]
fn what_an_author_writes_never_ends_the_element_for_programs() {
    let title = "</script><b>\\\"æ & 'x' <!--";
    let site = TestSite::new()
        .file("content/pages/x.da.md", &format!("---\ntitle: \"{title}\"\nslug: x\n---\n\nTekst.\n"))
        .file("content/pages/x.en.md", &format!("---\ntitle: \"{title}\"\nslug: x\n---\n\nText.\n"));
    site.build();
    for address in ["/x/", "/en/x/"] {
        assert_eq!(page(&site, address)["name"], title.replace('\\', ""));
        let html = site.page(address);
        let written = html.split("application/ld+json").nth(1).unwrap();
        assert_eq!(written.matches("</script>").count(), 1);
    }
}

#[test]
fn a_page_says_when_it_was_published_and_changed_what_it_is_about_and_that_it_is_a_draft() {
    let front = "date: 2025-01-02\nupdated: 2026-03-04\nsdgs: [13, \"3.d\"]\n";
    let site = TestSite::new()
        .file("content/cases/c40.da.md", &format!("---\ntitle: C40\n{front}---\n\nTekst.\n"))
        .file("content/cases/c40.en.md", "---\ntitle: C40\n---\n\nText.\n")
        .file("content/pages/later.da.md", "---\ntitle: Senere\ndraft: true\n---\n\nTekst.\n")
        .file("content/pages/later.en.md", "---\ntitle: Later\ndraft: true\n---\n\nText.\n");
    assert!(site.run(&["build", "--drafts"]).status.success());
    let (danish, english) = (page(&site, "/cases/c40/"), page(&site, "/en/cases/c40/"));
    assert_eq!((&danish["datePublished"], &danish["dateModified"]), (&"2025-01-02".into(), &"2026-03-04".into()));
    assert_eq!((&english["datePublished"], &english["dateModified"]), (&"2025-01-02".into(), &Value::Null));
    let codes = |node: &Value| node["about"].as_array().unwrap().iter().map(|term| term["termCode"].clone()).collect::<Vec<_>>();
    assert_eq!(codes(&english), ["3.d", "13"]);
    assert_eq!(named(&danish, "about"), ["http://metadata.un.org/sdg/3.d", "http://metadata.un.org/sdg/13"]);
    assert_eq!((&danish["about"][1]["name"], &english["about"][1]["name"]), (&"Klimaindsats".into(), &"Climate action".into()));
    assert!(english["creativeWorkStatus"].is_null());
    assert_eq!(page(&site, "/senere/")["creativeWorkStatus"], "Draft");
    assert_eq!(page(&site, "/en/later/")["creativeWorkStatus"], "Draft");
}

#[test]
fn a_former_address_says_nothing_of_itself() {
    let site = TestSite::new()
        .file("content/pages/x.da.md", "---\ntitle: X\naliases: [/y/]\n---\n\nTekst.\n")
        .file("content/pages/x.en.md", "---\ntitle: X\naliases: [/en/y/]\n---\n\nText.\n");
    site.build();
    for address in ["/y/", "/en/y/"] {
        assert_eq!(said(&site.page(address)), None);
    }
}

/// The rows of a table as texts, the first of which is its head.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The rows of the same table in JSON, written as its cells.
fn rows_of_json(json: &str) -> Vec<Vec<String>> {
    let document: Value = serde_json::from_str(json).unwrap();
    let cell = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(texts) => texts.iter().map(|text| text.as_str().unwrap()).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    let row = |row: &Value| HEAD.map(|column| cell(row.get(column).unwrap())).to_vec();
    document["rows"].as_array().unwrap().iter().map(row).collect()
}

const HEAD: [&str; 8] = ["key", "kind", "language", "goal", "target", "note", "address", "sections"];

#[test]
fn the_table_of_goals_is_the_same_for_spreadsheets_and_for_programs() {
    let (csv, json) = (&STRATEGY["sdg.csv"], &STRATEGY["sdg.json"]);
    let rows = rows(csv);
    assert_eq!(rows[0], HEAD);
    assert_eq!(rows[1..], rows_of_json(json));
    assert!(csv.ends_with("\r\n") && csv.matches('\n').count() == csv.matches("\r\n").count(), "lines end as RFC 4180 has it");
    let document: Value = serde_json::from_str(json).unwrap();
    let publication = serde_json::json!({
        "title": {"da": "Københavns internationale strategi", "en": "Copenhagen’s International Strategy"},
        "publisher": "Langebro",
        "address": format!("{BASE}/"),
    });
    assert_eq!(document["publication"], publication);
}

#[test]
fn all_seven_sections_and_nine_boxes_are_in_the_table_in_both_languages_with_the_tags_that_their_authors_gave() {
    let mut found: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for row in &rows(&STRATEGY["sdg.csv"])[1..] {
        let tag = if row[4].is_empty() { &row[3] } else { &row[4] };
        let is_new = found.entry((row[0].clone(), row[2].clone())).or_default().insert(tag.clone());
        assert!(is_new, "{row:?} stands twice");
    }
    let mut written = BTreeMap::new();
    for (path, bytes) in crate::site::files(&TestSite::strategy().path("content")) {
        let name = path.rsplit('/').next().unwrap();
        let key = name.trim_end_matches(".da.md").trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((_, tags)) = text.split_once("\nsdgs:").filter(|_| path.ends_with(".da.md")) else { continue };
        // The list goes on to the next field; a note says nothing of the tag.
        let tags = tags.split("\n---").next().unwrap().lines().enumerate();
        let tags = tags.take_while(|(at, line)| *at == 0 || line.starts_with(' ')).map(|(_, line)| line.split("note:").next().unwrap());
        let tags = tags.flat_map(|line| line.split(|c: char| !c.is_ascii_alphanumeric() && c != '.'));
        let tags: BTreeSet<String> = tags.filter(|tag| tag.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned).collect();
        for language in ["da", "en"] {
            written.insert((key.to_owned(), language.to_owned()), tags.clone());
        }
    }
    assert_eq!(written.len(), 2 * (7 + 9));
    assert_eq!(found, written);
}

#[test]
fn the_table_of_goals_says_what_the_pages_show() {
    let rows = rows(&STRATEGY["sdg.csv"]);
    let file = |address: &str| format!("{}index.html", address.strip_prefix(&format!("{BASE}/")).unwrap());
    let addresses: BTreeMap<(&str, &str), &str> =
        rows[1..].iter().map(|row| ((row[0].as_str(), row[2].as_str()), row[6].as_str())).collect();
    let mut goals: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for row in &rows[1..] {
        let [key, kind, language, goal, target, _, address, sections] = [0, 1, 2, 3, 4, 5, 6, 7].map(|column| row[column].as_str());
        // The page shows the tag, as a link to the goal or to the target on its page.
        let html = &STRATEGY[&file(address)];
        let folder = if language == "da" { "/verdensmaal/" } else { "/en/global-goals/" };
        let fragment = if target.is_empty() { String::new() } else { format!("#sdg-{}", target.replace('.', "-")) };
        let shown = |link: &&str| link.starts_with(&format!("{folder}{goal}-")) && link.ends_with(&format!("/{fragment}"));
        assert!(attributes(html, "href").iter().any(shown), "{key} does not show {goal} {target} in {language}");
        // A box stands in the sections that the row names, and in no other.
        let boxes = attributes(&STRATEGY[&file(address)], "href");
        for ((other, _), section) in addresses.iter().filter(|((_, other), _)| *other == language) {
            let link = section.strip_prefix(BASE).unwrap();
            let is_embedded = STRATEGY[&file(section)]
                .split("<article class=\"case")
                .skip(1)
                .any(|html| attributes(html, "href")[0] == address.strip_prefix(BASE).unwrap());
            assert_eq!(sections.split(' ').any(|key| key == *other), is_embedded && kind == "case", "{key} in {other}");
            assert!(!is_embedded || kind != "case" || boxes.contains(&link), "{key} in {other}");
        }
        let listed = goals.entry((language, goal)).or_default();
        listed.insert(address);
        listed.extend(sections.split(' ').filter(|key| !key.is_empty()).map(|key| addresses[&(key, language)]));
    }
    // The page of a goal lists all pages that the table has for it, and no other.
    let all: BTreeSet<&str> = addresses.values().copied().collect();
    let mut seen = 0;
    for (path, html) in STRATEGY.iter().filter(|(path, _)| path.contains("verdensmaal/") || path.contains("global-goals/")) {
        let language = if path.starts_with("en/") { "en" } else { "da" };
        let name = path.trim_end_matches("/index.html").rsplit('/').next().unwrap();
        let number = name.split('-').next().unwrap();
        let Some(expected) = goals.get(&(language, number)) else { continue };
        let main = html.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        let links: BTreeSet<String> = attributes(main, "href").iter().map(|link| format!("{BASE}{link}")).collect();
        let listed: BTreeSet<&str> = all.iter().copied().filter(|address| links.contains(*address)).collect();
        assert_eq!(&listed, expected, "{path}");
        seen += 1;
    }
    assert_eq!(seen, goals.len(), "every goal in the table has its page");
}

/// A site with a section of these tags, and a box that two sections and another page show.
fn tagged(danish: &str, english: &str) -> TestSite {
    TestSite::new()
        .file("content/sections/01-aims.da.md", &format!("---\ntitle: Mål\nsdgs:\n{danish}---\n\n![[c40]]\n"))
        .file("content/sections/01-aims.en.md", &format!("---\ntitle: Aims\nsdgs:\n{english}---\n\n![[c40]]\n"))
        .file("content/pages/more.da.md", "---\ntitle: Mere\n---\n\n![[c40]]\n")
        .file("content/pages/more.en.md", "---\ntitle: More\n---\n\n![[c40]]\n")
        .file("content/sections/02-means.da.md", "---\ntitle: Midler\n---\n\n![[c40]]\n")
        .file("content/sections/02-means.en.md", "---\ntitle: Means\n---\n\n![[c40]]\n")
        .file("content/cases/c40.da.md", "---\ntitle: C40\nsdgs: [13]\n---\n\nTekst.\n")
        .file("content/cases/c40.en.md", "---\ntitle: C40\n---\n\nText.\n")
}

#[test]
fn reasons_with_commas_quotes_breaks_and_danish_letters_come_through_whole() {
    let note = r#""Byen, der \"vil\" æ, ø og å;\nog en linje\r\ntil""#;
    let site =
        tagged(&format!("- {{target: \"13.2\", note: {note}}}\n"), "- {target: \"13.2\", note: 'The city’s \"will\", <b> & more'}\n");
    site.build();
    let rows = rows(&site.read("public/sdg.csv"));
    assert_eq!(rows[1][5], "Byen, der \"vil\" æ, ø og å;\nog en linje\r\ntil");
    assert_eq!(rows[2][5], "The city’s \"will\", <b> & more");
    assert_eq!(rows[1..], rows_of_json(&site.read("public/sdg.json")));
    assert!(!site.read("public/sdg.csv").starts_with('\u{feff}'));
}

#[test]
fn a_reason_is_never_a_formula_for_a_spreadsheet() {
    for note in ["=HYPERLINK(1)", "+45 33 66 33 66", "-1", "@city", "\\tx", "\\rx"] {
        let tags = format!("- {{goal: 13, note: \"{note}\"}}\n");
        let site = tagged(&tags, &tags);
        site.build();
        let (csv, json) = (rows(&site.read("public/sdg.csv")), rows_of_json(&site.read("public/sdg.json")));
        for (row, plain) in csv[1..].iter().zip(&json).take(2) {
            let is_formula = plain[5].starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert_eq!(row[5], if is_formula { format!("'{}", plain[5]) } else { plain[5].clone() });
            assert!(!row[5].starts_with(['=', '+', '-', '@', '\t', '\r']), "{row:?}");
        }
    }
}

#[test]
fn rows_come_in_reading_order_then_by_language_goal_and_target_whatever_the_author_wrote_first() {
    let tags = "- \"17.10\"\n- \"13.a\"\n- 17\n- \"17.2\"\n- \"13.3\"\n- 3\n";
    let site = tagged(tags, tags);
    site.build();
    let rows = rows(&site.read("public/sdg.csv"));
    let told: Vec<String> = rows[1..].iter().map(|row| format!("{} {} {} {} {}", row[0], row[2], row[3], row[4], row[7])).collect();
    let tags = ["3  ", "13 13.3 ", "13 13.a ", "17  ", "17 17.2 ", "17 17.10 "];
    let section = |language: &str| tags.map(|tag| format!("aims {language} {tag}")).to_vec();
    let boxes = ["da", "en"].map(|language| format!("c40 {language} 13  aims means")).to_vec();
    assert_eq!(told, [section("da"), section("en"), boxes].concat());
}

#[test]
fn the_table_has_drafts_only_where_the_site_shows_them_and_each_language_only_its_own() {
    let site = tagged("- 13\n", "- 13\n")
        .file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"))
        .file("content/pages/later.da.md", "---\ntitle: Senere\ndraft: true\nsdgs: [5]\n---\n\nTekst.\n")
        .file("content/pages/later.en.md", "---\ntitle: Later\ndraft: true\n---\n\nText.\n")
        .file("content/pages/only.en.md", "---\ntitle: Only\nsdgs: [6]\n---\n\nText.\n");
    let told = || -> Vec<String> {
        let rows = rows(&site.read("public/sdg.csv"));
        rows[1..].iter().filter(|row| row[1] == "page").map(|row| format!("{} {} {}", row[0], row[2], row[6])).collect()
    };
    site.build();
    assert_eq!(told(), ["only en https://example.org/en/only/"]);
    assert!(site.run(&["build", "--drafts"]).status.success());
    assert_eq!(told().len(), 3);
}

#[test]
fn the_overview_of_the_goals_and_no_other_page_offers_the_tables() {
    for (path, html) in STRATEGY.iter().filter(|(path, _)| path.ends_with(".html")) {
        let is_overview = path == "verdensmaal/index.html" || path == "en/global-goals/index.html";
        for (kind, file) in [("text/csv", "/sdg.csv"), ("application/json", "/sdg.json")] {
            let head = html.split("</head>").next().unwrap();
            let link = head.lines().find(|line| line.starts_with("<link rel=\"alternate\"") && attributes(line, "type") == [kind]);
            assert_eq!(link.map(|line| attributes(line, "href")), is_overview.then(|| vec![file]), "{path}");
        }
    }
}

/// A feed as a reader takes it: what comes for all of it, and for each entry its address, when it was published, when updated.
#[derive(Debug, PartialEq, Eq)]
struct Feed {
    updated: String,
    entries: Vec<[String; 3]>,
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// Reads a feed and holds it to what RFC 4287 asks for.
fn feed(xml: &str, language: &str) -> Feed {
    let document = roxmltree::Document::parse(xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    assert_eq!(root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some(language));
    let text = |node: roxmltree::Node<'_, '_>, name: &str| {
        let mut found = node.children().filter(|child| child.has_tag_name((ATOM, name)));
        let text = found.next().map(|child| child.text().unwrap_or_default().to_owned());
        assert_eq!(found.next(), None, "{name} stands twice");
        text
    };
    let links = |node: roxmltree::Node<'_, '_>| -> Vec<[String; 4]> {
        let links = node.children().filter(|child| child.has_tag_name((ATOM, "link")));
        links.map(|link| ["rel", "type", "hreflang", "href"].map(|name| link.attribute(name).unwrap().to_owned())).collect()
    };
    let own = text(root, "id").unwrap();
    let front = own.trim_end_matches("feed.xml");
    assert_eq!(
        links(root),
        [["self", "application/atom+xml", language, &own], ["alternate", "text/html", language, front]].map(|link| link.map(str::to_owned))
    );
    assert!(text(root, "title").is_some_and(|title| !title.is_empty()));
    let author = root.children().find(|child| child.has_tag_name((ATOM, "author"))).unwrap();
    assert!(text(author, "name").is_some_and(|name| !name.is_empty()));
    let entries = root.children().filter(|child| child.has_tag_name((ATOM, "entry")));
    let entries = entries.map(|entry| {
        let id = text(entry, "id").unwrap();
        assert_eq!(links(entry), [["alternate", "text/html", language, &id].map(str::to_owned)]);
        assert!(text(entry, "title").is_some() && text(entry, "summary").is_some(), "{id}");
        let updated = text(entry, "updated").unwrap();
        let published = text(entry, "published").unwrap_or_default();
        for moment in [&updated, &published] {
            assert!(moment.is_empty() || moment.ends_with("T00:00:00Z"), "{moment}");
        }
        [id, published, updated].map(|text| text.trim_end_matches("T00:00:00Z").to_owned())
    });
    let entries: Vec<[String; 3]> = entries.collect();
    let updated = text(root, "updated").unwrap().trim_end_matches("T00:00:00Z").to_owned();
    assert!(entries.is_sorted_by(|one, next| one[2] >= next[2]), "newest first: {entries:?}");
    assert_eq!(updated, entries[0][2], "the feed is as new as its newest entry");
    Feed { updated, entries }
}

/// A page in both languages, or in one, with lines of front matter for each.
fn dated(site: TestSite, name: &str, danish: Option<&str>, english: Option<&str>) -> TestSite {
    [("da", danish), ("en", english)].into_iter().fold(site, |site, (language, front)| match front {
        Some(front) => site.file(&format!("content/pages/{name}.{language}.md"), &format!("---\ntitle: {name}\n{front}---\n\nTekst.\n")),
        None => site,
    })
}

fn omitting() -> TestSite {
    TestSite::new().file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"))
}

#[test]
fn the_feed_of_each_language_tells_what_is_new_by_the_dates_that_authors_gave() {
    let mut site = omitting().section("01-undated", "Tekst.", "Text.");
    site = dated(site, "a", Some("date: 2024-05-01\n"), Some(""));
    site = dated(site, "b", Some("date: 2023-05-01\nupdated: 2026-01-01\n"), Some(""));
    site = dated(site, "c", Some("updated: 2025-01-01\n"), Some(""));
    site = dated(site, "d", None, Some("date: 2025-06-01\n"));
    site = dated(site, "e", Some("date: 2026-09-09\ndraft: true\n"), Some("draft: true\n"));
    site.build();
    let entry = |front: &str, [key, published, updated]: [&str; 3]| {
        [format!("https://example.org{front}{key}/"), published.to_owned(), updated.to_owned()]
    };
    let danish = feed(&site.read("public/feed.xml"), "da");
    let expected = [["b", "2023-05-01", "2026-01-01"], ["c", "", "2025-01-01"], ["a", "2024-05-01", "2024-05-01"]];
    assert_eq!(danish.entries, expected.map(|told| entry("/", told)));
    let english = feed(&site.read("public/en/feed.xml"), "en");
    let expected = [["d", "2025-06-01", "2025-06-01"], ["a", "2024-05-01", "2024-05-01"], ["b", "2023-05-01", "2023-05-01"]];
    assert_eq!(english.entries, expected.map(|told| entry("/en/", told)), "`updated` is each language's own");
    assert!(site.run(&["build", "--drafts"]).status.success());
    assert_eq!(feed(&site.read("public/feed.xml"), "da"), danish, "a draft is not new to anybody");
}

#[test]
fn a_language_with_nothing_dated_has_no_feed_and_no_link_to_one() {
    let offers = |html: &str| html.contains("application/atom+xml");
    let site = dated(omitting(), "a", Some(""), Some(""));
    site.build();
    assert!(!site.path("public/feed.xml").exists() && !site.path("public/en/feed.xml").exists());
    assert!(site.published().iter().all(|(path, bytes)| !path.ends_with(".html") || !offers(&String::from_utf8_lossy(bytes))));
    let site = dated(dated(site, "b", None, Some("date: 2025-06-01\n")), "c", Some("updated: 2025-06-01\n"), None);
    site.build();
    assert!(site.path("public/feed.xml").exists() && site.path("public/en/feed.xml").exists());
    for (path, html) in pages(&site.published()).iter().filter(|(path, _)| path.ends_with("index.html")) {
        let own = if path.starts_with("en/") { "/en/feed.xml" } else { "/feed.xml" };
        let link = html.lines().find(|line| offers(line)).unwrap_or_else(|| panic!("{path} offers no feed"));
        assert_eq!((attributes(link, "href"), attributes(link, "title").len()), (vec![own], 1), "{path}");
    }
    site.remove("content/pages/b.en.md");
    site.build();
    assert!(!site.path("public/en/feed.xml").exists() && !offers(&site.page("/en/")) && offers(&site.page("/")));
}

#[test]
fn a_feed_is_well_formed_whatever_an_author_writes_and_tells_of_the_fifty_newest() {
    let mut site = TestSite::new().setting(
        "publisher: Havneby",
        "publisher: {name: Havneby & Co, url: \"https://havneby.example/?a=1&b=2\"}\ndescription: {da: A < B, en: A > B}",
    );
    site = dated(site, "strange", Some("date: 2026-01-01\ndescription: \"<b> & \\x0b \\\"æ\\\" ]]>\"\n"), Some("slug: strange\n"));
    for number in 1..=60 {
        site = dated(site, &format!("p{number}"), Some(&format!("date: 2025-01-{:02}\n", number % 28 + 1)), Some(""));
    }
    site.build();
    for (path, language) in [("public/feed.xml", "da"), ("public/en/feed.xml", "en")] {
        let xml = site.read(path);
        let told = feed(&xml, language);
        assert_eq!((told.entries.len(), told.updated.as_str()), (50, "2026-01-01"));
        let document = roxmltree::Document::parse(&xml).unwrap();
        let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
        assert!(texts.contains(&"Havneby & Co") && texts.contains(&"https://havneby.example/?a=1&b=2"), "{texts:?}");
        assert!(language == "en" || texts.contains(&"<b> &  \"æ\" ]]>"), "{texts:?}");
    }
}

#[test]
fn the_feeds_of_the_strategy_tell_of_every_dated_page_and_of_no_other() {
    for (path, language, front) in [("feed.xml", "da", "/"), ("en/feed.xml", "en", "/en/")] {
        let told = feed(&STRATEGY[path], language);
        let told: BTreeSet<String> = told.entries.into_iter().map(|[address, ..]| address).collect();
        let nodes = nodes(&STRATEGY);
        let own = nodes.iter().filter(|(id, node)| !id.contains('#') && node["inLanguage"] == language && *id != &format!("{BASE}{front}"));
        let dated = own.filter(|(_, node)| node["datePublished"].is_string() || node["dateModified"].is_string());
        assert_eq!(told, dated.map(|(id, _)| id.clone()).collect(), "{path}");
    }
}

#[test]
fn the_preview_answers_tables_and_feeds_by_their_types() {
    let site = dated(tagged("- 13\n", "- 13\n"), "a", Some("date: 2025-06-01\n"), Some(""));
    let preview = Preview::start(&site);
    preview.is_as_built(&site);
    for (path, kind) in [
        ("/sdg.csv", "text/csv; charset=utf-8"),
        ("/sdg.json", "application/json"),
        ("/feed.xml", "application/xml"),
        ("/en/feed.xml", "application/xml"),
    ] {
        assert_eq!(preview.kind(path), kind, "{path}");
    }
}
