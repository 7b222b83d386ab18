//! Whoever asks what a strategy does for a global goal is told: by which pages, with which targets, why, and through which
//! cases. The map says the same in one picture.

use langebro::vocabulary::GOALS;

use crate::links::attributes;
use crate::site::{SETTINGS, TestSite};

/// The addresses of goal 13, of goal 5's place and of the overview, in each language.
const CLIMATE: [&str; 2] = ["/verdensmaal/13-klimaindsats/", "/en/global-goals/13-climate-action/"];
const OVERVIEW: [&str; 2] = ["/verdensmaal/", "/en/global-goals/"];

/// A page in both languages, with front matter that both have.
trait Tagged {
    fn tagged(self, path: &str, titles: [&str; 2], front: &str, body: &str) -> Self;
}

impl Tagged for TestSite {
    fn tagged(self, path: &str, titles: [&str; 2], front: &str, body: &str) -> Self {
        let half = |title: &str| format!("---\ntitle: {title}\n{front}---\n\n{body}\n");
        self.file(&format!("content/{path}.da.md"), &half(titles[0])).file(&format!("content/{path}.en.md"), &half(titles[1]))
    }
}

/// A page in both languages, each half with front matter of its own.
fn halves(site: TestSite, path: &str, danish: &str, english: &str) -> TestSite {
    let half = |front: &str| format!("---\n{front}\n---\n\nx\n");
    site.file(&format!("content/{path}.da.md"), &half(danish)).file(&format!("content/{path}.en.md"), &half(english))
}

/// The main part of a page.
fn main_of(site: &TestSite, address: &str) -> String {
    let html = site.page(address);
    html[html.find("<main").unwrap()..html.find("</main>").unwrap()].to_owned()
}

/// What stands between two marks, each time that they do.
fn between<'a>(html: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    html.split(start).skip(1).filter_map(|rest| rest.split_once(end)).map(|(inner, _)| inner).collect()
}

/// The words of a piece of HTML.
fn words(html: &str) -> String {
    let text: String = html.split('<').enumerate().map(|(i, part)| if i == 0 { part } else { part.split_once('>').unwrap().1 }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `a, b og c`.
fn list(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// An entry of a goal's page.
#[derive(Debug)]
struct Entry {
    title: String,
    /// Of a section.
    number: Option<String>,
    is_own: bool,
    targets: Vec<String>,
    through: Vec<String>,
}

/// What a goal's page lists.
fn entries(html: &str) -> Vec<Entry> {
    let listing = between(html, "<ul class=\"entries\">", "<section class=\"facts\"")[0];
    let items = listing.split("<p class=\"kind").skip(1);
    items
        .map(|item| {
            let own = item.split("<div class=\"lent\">").next().unwrap();
            let kind = words(&format!("<p{}", own.split("</p>").next().unwrap()));
            Entry {
                title: words(between(own, "<h2>", "</h2>")[0]),
                number: kind.strip_prefix("Afsnit ").or(kind.strip_prefix("Section ")).map(str::to_owned),
                is_own: own.contains("<p class=\"reason\">") || own.contains("<ul class=\"targets\">"),
                targets: between(own, "<span class=\"n\">", "</span>").into_iter().map(str::to_owned).collect(),
                through: item.split("<div class=\"lent\">").skip(1).map(|lent| words(between(lent, "\">", "</a>")[0])).collect(),
            }
        })
        .collect()
}

/// A row of the map.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    goal: String,
    page: Option<String>,
    /// What each cell says.
    cells: Vec<String>,
    /// What the margin says.
    count: String,
}

/// The numbers of the map's columns, and its rows.
fn map(html: &str) -> (Vec<String>, Vec<Row>) {
    let table = between(html, "<table class=\"map", "</table>")[0];
    let head = between(table, "<thead>", "</thead>")[0];
    let columns = between(head, "<span class=\"n\">", "</span>").into_iter().map(str::to_owned).collect();
    let rows = between(table, "<tr><th scope=\"row\">", "</tr>");
    let row = |row: &str| {
        let (goal, cells) = row.split_once("</th>").unwrap();
        let mut cells: Vec<String> = cells
            .split("<td")
            .skip(1)
            .map(|cell| {
                let spoken = between(cell, "<span class=\"hidden\">", "</span>").first().map(|words| (*words).to_owned());
                spoken.unwrap_or_else(|| {
                    if cell.contains("<svg class=\"bar") || !cell.contains("<svg") { words(&format!("<td{cell}")) } else { String::new() }
                })
            })
            .collect();
        let count = cells.pop().unwrap();
        Row {
            goal: between(goal, "<span class=\"tile goal-", "\"")[0].to_owned(),
            page: attributes(goal, "href").first().map(|address| (*address).to_owned()),
            cells,
            count,
        }
    };
    (columns, rows.into_iter().map(row).collect())
}

/// A section with goals of its own, one with a box, a chapter, a box that stands nowhere, and a page.
fn small() -> TestSite {
    let site = TestSite::new()
        .tagged("sections/01-aims", ["Mål", "Aims"], "sdgs: [\"13.1\", \"13.2\", 11]\n", "x")
        .tagged("sections/02-means", ["Midler", "Means"], "sdgs: [11]\n", "![[city]]")
        .tagged("sections/03-world/index", ["Verden", "World"], "", "x")
        .tagged("sections/03-world/01-towns", ["Byer", "Towns"], "sdgs: [\"13.2\"]\n", "![[port]]");
    site.tagged("cases/city", ["Byen", "The city"], "sdgs: [\"13.2\", 7]\n", "x")
        .tagged("cases/port", ["Havnen", "The port"], "sdgs: [13]\n", "x")
        .tagged("cases/lake", ["Søen", "The lake"], "sdgs: [\"6.6\"]\n", "x")
        .tagged("pages/press", ["Presse", "Press"], "sdgs: [\"13.3\"]\n", "x")
}

#[test]
fn a_section_that_shows_a_case_works_for_the_goals_of_the_case_through_it() {
    let site = small();
    site.build();
    for (address, [through, city, target]) in
        CLIMATE.into_iter().zip([["Gennem casen", "/cases/byen/", "Klimahensyn"], ["Through the case", "/en/cases/the-city/", "Climate"]])
    {
        let html = main_of(&site, address);
        let lent = between(&html, "<div class=\"lent\">", "</div>");
        assert!(lent[0].contains(through) && attributes(lent[0], "href").contains(&city), "{html}");
        assert!(lent[0].contains(">13.2</span>") && lent[0].contains(target), "with the targets of the case: {html}");
        let found = entries(&html);
        let numbers: Vec<Option<&str>> = found.iter().map(|entry| entry.number.as_deref()).collect();
        assert_eq!(numbers, [Some("1"), Some("2"), Some("3.1"), None, None, None], "sections, cases, pages: {html}");
        assert_eq!(found.iter().map(|entry| entry.is_own).collect::<Vec<_>>(), [true, false, true, true, true, true]);
        assert_eq!(found[0].targets, ["13.1", "13.2"]);
        assert_eq!(found[2].through.len(), 1, "its own and that of its case: {found:?}");
    }
    let section = main_of(&site, "/midler/");
    let facts = &section[section.find("<section class=\"facts\"").unwrap()..];
    let (own, lent) = facts.split_once("Gennem cases").expect("words for the goals of its cases");
    assert!(own.contains("goal-11") && !own.contains("goal-13"), "{facts}");
    assert!(lent.contains("goal-13") && lent.contains("goal-7") && lent.contains(">Byen</a>"), "{facts}");
    let front = main_of(&site, "/en/");
    assert!(front.contains("Through cases") && front.contains("<span class=\"hidden\"> Climate action</span>"), "{front}");
}

#[test]
fn a_case_says_on_the_page_of_a_goal_where_it_stands() {
    let site = small();
    site.build();
    for (address, section) in
        CLIMATE.into_iter().zip(["Indgår i <a href=\"/midler/\">2 Midler</a>", "Part of <a href=\"/en/means/\">2 Means</a>"])
    {
        let html = main_of(&site, address);
        assert!(html.contains(section), "{html}");
    }
}

#[test]
fn why_a_page_works_for_a_goal_is_said_in_the_words_of_each_language() {
    let site = halves(
        TestSite::new(),
        "sections/01-aims",
        "title: Mål\nsdgs: [{target: \"13.2\", note: \"Byen har en plan.\"}, {goal: 11, note: \"Alle skal have plads.\"}]",
        "title: Aims\nsdgs: [{goal: 11, note: \"Room for everyone.\"}, {target: \"13.2\", note: \"The city has a plan.\"}]",
    );
    site.finds(&[] as &[&str]);
    site.build();
    let pages = [
        ("/maal/", "/en/aims/", ["Byen har en plan.", "Alle skal have plads."], ["The city has a plan.", "Room for everyone."]),
        (CLIMATE[0], CLIMATE[1], ["Byen har en plan."; 2], ["The city has a plan."; 2]),
    ];
    for (danish, english, danish_notes, english_notes) in pages {
        for (address, own, other) in [(danish, danish_notes, english_notes), (english, english_notes, danish_notes)] {
            let html = site.page(address);
            assert!(own.iter().all(|note| html.contains(note)), "{address}: {html}");
            assert!(!other.iter().any(|note| html.contains(note)), "{address}: {html}");
        }
    }
}

#[test]
fn a_note_that_only_one_half_has_is_told_at_both() {
    let files = ["content/sections/01-aims.da.md", "content/sections/01-aims.en.md"];
    let noted = "title: A\nslug: a\nsdgs: [13, {target: \"11.3\", note: \"x\"}]";
    for (danish, english, places) in [
        (noted, "title: A\nslug: a\nsdgs: [\"11.3\", 13]", ["4:21 `11.3`", "4:1 `11.3`"]),
        (noted, "title: A\nslug: a", ["4:21 `11.3`", "1:1 `11.3`"]),
    ] {
        let site = halves(TestSite::new(), "sections/01-aims", danish, english);
        let told = [format!("note-in-one-half {}:{}", files[0], places[0]), format!("note-in-one-half {}:{}", files[1], places[1])];
        site.finds(&told);
    }
    let alone = TestSite::new().file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"));
    alone.file(files[0], &format!("---\n{noted}\n---\n\nx\n")).finds(&[] as &[&str]);
}

#[test]
fn a_tag_with_a_note_is_read_as_strictly_as_one_without() {
    for (tag, told) in [
        ("{target: \"13.2\", nota: x}", "unknown-field FILE:4:25 `nota` → note"),
        ("{target: 13.2, note: x}", "target-number FILE:4:17 `13.2`"),
        ("{note: x}", "wrong-type FILE:4:8 `sdgs`"),
        ("{target: \"13.9\", note: x}", "unknown-target FILE:4:17 `13.9`"),
        ("{goal: 18, note: x}", "unknown-goal FILE:4:15 `18`"),
    ] {
        let front = format!("title: A\nslug: a\nsdgs: [{tag}]");
        let site = halves(TestSite::new(), "sections/01-aims", &front, &front);
        let told = ["da", "en"].map(|language| told.replace("FILE", &format!("content/sections/01-aims.{language}.md")));
        site.finds(&told);
    }
}

#[test]
fn the_cases_of_a_goal_are_sorted_as_the_language_sorts() {
    let mut site = TestSite::new();
    for (key, titles) in
        [("a", ["Østerbro", "Østerbro"]), ("b", ["Ærø", "Ærø"]), ("c", ["Zoo", "Zoo"]), ("d", ["Årsta", "Årsta"]), ("e", ["Bro", "Bridge"])]
    {
        site = site.tagged(&format!("cases/{key}"), titles, "sdgs: [13]\n", "x");
    }
    site.build();
    let titles = |address: &str| entries(&main_of(&site, address)).into_iter().map(|entry| entry.title).collect::<Vec<_>>();
    assert_eq!(titles(CLIMATE[0]), ["Bro", "Zoo", "Ærø", "Østerbro", "Årsta"]);
    assert_eq!(titles(CLIMATE[1]), ["Ærø", "Årsta", "Bridge", "Østerbro", "Zoo"]);
}

#[test]
fn the_map_says_what_each_section_does_for_each_goal() {
    let site = small();
    site.build();
    for (address, said) in OVERVIEW.into_iter().zip([
        ["delmål 13.1 og 13.2", "gennem Byen", "delmål 13.2 (3.1 Byer); gennem Havnen", "delmål 13.3 (Presse)", "Søen", "målet som helhed"],
        [
            "targets 13.1 and 13.2",
            "through The city",
            "target 13.2 (3.1 Towns); through The port",
            "target 13.3 (Press)",
            "The lake",
            "the goal as a whole",
        ],
    ]) {
        let html = main_of(&site, address);
        let (columns, rows) = map(&html);
        assert_eq!(columns, ["1", "2", "3"], "{html}");
        assert_eq!(rows.len(), 17);
        let row = |goal: &str| rows.iter().find(|row| row.goal == goal).unwrap();
        assert_eq!(row("13").cells, [said[0], said[1], said[2], said[3]], "the last column is for what stands in no section");
        assert_eq!(row("13").count, "6");
        assert_eq!(row("11").cells, [said[5], said[5], "", ""]);
        assert_eq!(row("7").cells, ["", said[1], "", ""]);
        assert_eq!(row("6").cells, ["", "", "", said[4]]);
    }
    // Goals that the text works for, those of cases alone, and the rest, those with most pages first.
    let (_, rows) = map(&main_of(&site, OVERVIEW[0]));
    let order: Vec<&str> = rows.iter().map(|row| row.goal.as_str()).collect();
    assert_eq!(&order[..5], ["13", "11", "7", "6", "1"]);
}

#[test]
fn the_map_has_no_column_for_nothing() {
    let site = TestSite::new().section("01-aims", "![[city]]", "![[city]]").tagged("cases/city", ["Byen", "The city"], "sdgs: [7]\n", "x");
    site.build();
    let html = main_of(&site, OVERVIEW[0]);
    assert!(!html.contains("Uden for afsnittene"), "{html}");
    assert_eq!(map(&html).1[0].cells, ["gennem Byen"]);
}

#[test]
fn one_sentence_says_where_the_weight_of_the_strategy_lies() {
    let site = small();
    site.build();
    let said = |site: &TestSite| OVERVIEW.map(|address| between(&main_of(site, address), "<p class=\"said\">", "</p>")[0].to_owned());
    let expected = [
        "Strategien arbejder med 4 af de 17 verdensmål, mest med mål 13, 7 og 11; mål 6 og 7 er kun med gennem cases.",
        "The strategy works towards 4 of the 17 Global Goals, most of all goals 13, 7 and 11; goals 6 and 7 come in only through cases.",
    ];
    assert_eq!(said(&site), expected);
    let empty = TestSite::new().section("01-aims", "x", "x");
    empty.build();
    let none = ["Ingen sider i strategien er mærket med et verdensmål endnu.", "No page of the strategy is tagged with a Global Goal yet."];
    assert_eq!(said(&empty), none);
    let strategy = TestSite::strategy();
    strategy.build();
    assert!(said(&strategy)[0].ends_with("mest med mål 17, 11 og 13; mål 3, 6, 7 og 12 er kun med gennem cases."), "{:?}", said(&strategy));
}

#[test]
fn the_map_of_the_shipped_strategy_says_the_same_as_the_pages_of_its_goals() {
    let site = TestSite::strategy();
    site.build();
    for (overview, [own, whole, through, and]) in
        OVERVIEW.into_iter().zip([["delmål", "målet som helhed", "gennem", "og"], ["target", "the goal as a whole", "through", "and"]])
    {
        let (columns, rows) = map(&main_of(&site, overview));
        assert_eq!(columns, ["1", "2", "3", "4", "5", "6", "7"]);
        let in_use: Vec<&Row> = rows.iter().filter(|row| row.page.is_some()).collect();
        assert_eq!(in_use.len(), 10, "{rows:?}");
        for row in in_use {
            let found = entries(&main_of(&site, row.page.as_ref().unwrap()));
            assert_eq!(row.count, found.len().to_string(), "goal {}", row.goal);
            let expected: Vec<String> = columns
                .iter()
                .map(|column| {
                    let Some(entry) = found.iter().find(|entry| entry.number.as_ref() == Some(column)) else { return String::new() };
                    let plural = if own == "target" && entry.targets.len() > 1 { "s" } else { "" };
                    let own = match (entry.is_own, entry.targets.is_empty()) {
                        (false, _) => None,
                        (true, true) => Some(whole.to_owned()),
                        (true, false) => Some(format!("{own}{plural} {}", list(&entry.targets, and))),
                    };
                    let lent = (!entry.through.is_empty()).then(|| format!("{through} {}", list(&entry.through, and)));
                    [own, lent].into_iter().flatten().collect::<Vec<_>>().join("; ")
                })
                .collect();
            assert_eq!(row.cells, expected, "goal {} on {overview}", row.goal);
        }
    }
}

#[test]
fn a_goal_that_no_page_works_for_is_said_to_be_untouched() {
    let site = small();
    site.build();
    for (address, [group, nothing]) in OVERVIEW.into_iter().zip([["Ikke berørt", "Ingen sider"], ["Not addressed", "No pages"]]) {
        let html = main_of(&site, address);
        let tile = between(&html, "<li id=\"sdg-5\">", "</li>")[0];
        assert!(tile.contains(nothing) && !tile.contains("<a "), "{tile}");
        assert!(between(&html, "<li id=\"sdg-13\">", "</li>")[0].contains("class=\"plate goal-13\""), "{html}");
        assert!(html.contains(group), "{html}");
        let (_, rows) = map(&html);
        let row = rows.iter().find(|row| row.goal == "5").unwrap();
        assert_eq!((row.page.as_deref(), row.cells.len(), row.count.as_str()), (None, 0, nothing));
    }
}

#[test]
fn the_overview_offers_the_tables_as_open_data_and_nothing_else() {
    // What has a date makes a feed, which the overview names to programs.
    let site = small().tagged("pages/news", ["Nyt", "News"], "date: 2024-01-02\n", "x");
    site.build();
    for address in OVERVIEW {
        let html = main_of(&site, address);
        assert!(site.page(address).contains("application/atom+xml"));
        let offered = between(&html, "<p class=\"open-data\">", "</p>")[0];
        assert_eq!(attributes(offered, "href"), ["/sdg.csv", "/sdg.json"], "{offered}");
    }
}

#[test]
fn beside_a_case_and_a_goal_the_list_in_which_they_lie_is_marked() {
    let site = small();
    site.build();
    let cases = ["/cases/byen/", "/en/cases/the-city/"].into_iter().zip(["/cases/", "/en/cases/"]);
    for (address, list) in cases.chain(CLIMATE.into_iter().zip(OVERVIEW)) {
        let html = site.page(address);
        let contents = between(&html, "<nav class=\"contents\"", "</nav>")[0];
        let marked: Vec<&str> = contents.split("<a").filter(|link| link.contains(" aria-current=\"true\"")).collect();
        assert_eq!(marked.iter().flat_map(|link| attributes(link, "href")).collect::<Vec<_>>(), [list], "{address}");
    }
}

#[test]
fn a_case_that_a_language_lacks_lends_its_goals_to_no_page_of_that_language() {
    let site = TestSite::new()
        .file("langebro.yaml", &format!("{SETTINGS}missing_half: omit\n"))
        .section("01-aims", "![[city]]", "x")
        .section("02-means", "x", "x")
        .file("content/cases/city.da.md", "---\ntitle: Byen\nsdgs: [\"13.2\"]\n---\n\nx\n");
    site.build();
    assert_eq!(entries(&main_of(&site, CLIMATE[0])).len(), 2);
    assert!(!site.path(&format!("public{}", CLIMATE[1])).exists());
    let english = main_of(&site, OVERVIEW[1]);
    assert!(map(&english).1.iter().all(|row| row.page.is_none()), "{english}");
    assert!(!main_of(&site, "/en/section-aims/").contains("goal-13"));
}

#[test]
fn the_colours_of_the_theme_are_those_of_the_goals_and_can_be_read() {
    let sheet = include_str!("../../themes/havnefront/assets/havnefront.css");
    let luminance = |colour: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    for goal in &GOALS {
        let rule = between(sheet, &format!(".goal-{} {{", goal.number), "}")[0];
        assert_eq!(between(rule, "--of: ", ";"), [goal.colour], "goal {}", goal.number);
        let letters = between(rule, "--on: ", ";");
        assert_eq!(letters, if goal.is_light() { vec!["#000"] } else { Vec::new() }, "goal {}", goal.number);
        let (light, dark) = if goal.is_light() { (luminance(goal.colour), 0.0) } else { (1.0, luminance(goal.colour)) };
        assert!((light + 0.05) / (dark + 0.05) >= 4.5, "goal {}", goal.number);
    }
}

#[test]
fn the_targets_of_a_goal_lead_to_the_united_nations_and_say_in_which_language() {
    let site = small();
    site.build();
    for (address, words) in CLIMATE.into_iter().zip(["Delmål 13.2 hos FN (på engelsk)", "Target 13.2 at the United Nations"]) {
        let html = main_of(&site, address);
        let target = between(&html, "<li id=\"sdg-13-2\">", "</li>")[0];
        assert!(target.contains("href=\"http://metadata.un.org/sdg/13.2\"") && target.contains(words), "{target}");
        assert!(!html.contains("id=\"sdg-13-a\""), "only those in use: {html}");
    }
}

#[test]
fn each_term_of_a_list_leads_through_the_pages_tagged_with_it() {
    let site = TestSite::new().tagged("sections/01-aims", ["Mål", "Aims"], "purposes: [learn]\n", "![[city]]").tagged(
        "cases/city",
        ["Byen", "The city"],
        "purposes: [learn]\n",
        "x",
    );
    site.build();
    for (overview, term, [lead, first, untouched]) in [
        ("/formaal/", "/formaal/laere/", ["Det gælder 2 sider i strategien.", "/maal/", "Ingen sider er mærket med det"]),
        ("/en/purposes/", "/en/purposes/learn/", ["It applies to 2 pages of the strategy.", "/en/aims/", "No pages tagged with it"]),
    ] {
        let html = main_of(&site, term);
        assert!(html.contains(lead), "{html}");
        let others = between(&html, "<ul class=\"other-terms\">", "</ul>")[0];
        assert!(others.contains("aria-current=\"page\"") && words(others).contains("2 "), "{others}");
        assert!(
            attributes(&html, "href").iter().filter(|link| **link == first).count() == 2,
            "as itself and as the place of its case: {html}"
        );
        let html = main_of(&site, overview);
        assert!(attributes(&html, "href").contains(&first) && html.contains(untouched), "{html}");
    }
}

#[test]
fn a_reader_takes_the_address_of_a_heading_from_it() {
    let body = "## Klima \"her\"\n\n### Byer\n\n#### Land\n\nx";
    let site = TestSite::new().section("01-aims", "![[city]]", "![[city]]").case("city", body, body);
    site.build();
    for (own, section, name) in [
        ("/cases/casen-city/", "/afsnit-aims/", "Link til afsnittet »Byer«"),
        ("/en/cases/the-city-case/", "/en/section-aims/", "Link to the section ‘Byer’"),
    ] {
        for (address, prefix, level) in [(own, "", 3), (section, "city--", 4)] {
            let html = main_of(&site, address);
            let heading = format!(">Byer</h{level}> <a class=\"anchor\" href=\"#{prefix}byer\" aria-label=\"{name}\"></a>");
            assert!(html.contains(&heading), "{heading}: {html}");
            assert_eq!(html.matches("class=\"anchor\"").count(), 2, "none for the deepest: {html}");
        }
    }
}

#[test]
fn a_page_is_cited_in_one_go() {
    let site = small();
    site.build();
    for (address, words) in [
        ("/maal/", "Havneby: »Mål«. I: Strategien. https://example.org/maal/"),
        ("/en/aims/", "Havneby, ‘Aims’, The strategy, https://example.org/en/aims/"),
    ] {
        assert_eq!(between(&main_of(&site, address), "<p class=\"address\">", "</p>"), [words]);
    }
}
