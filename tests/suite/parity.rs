//! The halves of a pair have what each other has; a difference is told in both files, with what stands in the other.

use langebro::diagnostic::Code;
use langebro::page::Weight;
use langebro::site::Drafts;
use langebro::{Project, Touched};

use crate::findings::DRAWING;
use crate::site::{Found, TestSite};

const DA: &str = "content/sections/01-climate.da.md";
const EN: &str = "content/sections/01-climate.en.md";

/// A section whose texts begin on line 5 of their files.
fn halves(danish: &str, english: &str) -> TestSite {
    TestSite::new().section("01-climate", danish, english)
}

/// Expects a difference to be told at these places (`line:column`) of the two files, each with what stands there, and no
/// other finding.
#[track_caller]
fn differ(danish: &str, english: &str, code: &str, here: (&str, &str), there: (&str, &str)) {
    let line = |place: &str| place.split(':').next().unwrap().to_owned();
    let told = |file: &str, other_file: &str, own: (&str, &str), other: (&str, &str)| {
        let words = if other.1.is_empty() { own.1 } else { other.1 };
        format!("{code} {file}:{} `{words}` `{other_file}:{}`", own.0, line(other.0))
    };
    halves(danish, english).finds(&[told(DA, EN, here, there), told(EN, DA, there, here)]);
}

/// Expects two texts to say the same.
#[track_caller]
fn agree(danish: &str, english: &str) {
    let found = halves(danish, english).findings();
    assert_eq!(found.iter().map(Found::place).collect::<Vec<_>>(), Vec::<String>::new(), "{found:#?}");
}

#[test]
fn a_heading_in_one_half_only_is_told_where_it_stands_and_where_it_is_missing() {
    let text = "Tekst.\n\n## Mål\n\nMere.\n\n## Midler\n\nMest.";
    differ(text, "Text.\n\n## Aims\n\nMore.", "parity-headings", ("11:1", "Midler"), ("9:1", ""));
}

#[test]
fn what_lies_under_a_heading_that_is_missing_is_not_told_again() {
    let (danish, english) = (
        "## Byer\n\nTekst.\n\n## Klima\n\n### Havet\n\n- 7 ting\n\n| a |\n|---|\n| 12 |\n\n![[c40]]\n\nI 2025[^1].\n\n[^1]: Note 8.\n\n## Børn\n\nTekst.",
        "## Cities\n\nText.\n\n## Children\n\nText.",
    );
    let site = halves(danish, english).case("c40", "Tekst.", "Text.");
    site.finds(&[format!("parity-headings {DA}:9:1 `Klima` `{EN}:7`"), format!("parity-headings {EN}:7:1 `Klima` `{DA}:9`")]);
}

#[test]
fn a_heading_on_another_level_is_told_once_and_the_text_below_it_is_not() {
    differ(
        "## Mål\n\nTekst.\n\n### Midler\n\nMere.",
        "## Aims\n\nText.\n\n## Means\n\nMore.",
        "parity-headings",
        ("9:1", "### Midler"),
        ("9:1", "## Means"),
    );
}

#[test]
fn a_box_in_one_half_only_is_told_and_one_that_moved_is_not() {
    let site = |danish: &str, english: &str| halves(danish, english).case("c40", "Tekst.", "Text.").case("force", "Tekst.", "Text.");
    site("Tekst.\n\n![[c40]]\n\nMere.", "Text.\n\nMore.")
        .finds(&[format!("parity-boxes {DA}:7:1 `c40` `{EN}:5`"), format!("parity-boxes {EN}:5:1 `c40` `{DA}:7`")]);
    site("![[c40]]\n\nTekst.", "![[force]]\n\nText.").finds(&[
        format!("parity-boxes {DA}:5:1 `c40` `{EN}:1`"),
        format!("parity-boxes {DA}:5:1 `force` `{EN}:5`"),
        format!("parity-boxes {EN}:1:1 `c40` `{DA}:5`"),
        format!("parity-boxes {EN}:5:1 `force` `{DA}:5`"),
    ]);
    site("![[c40]]\n\nTekst.\n\n![[force]]", "Text.\n\n![[force]]\n\n![[c40]]").finds(&[""; 0]);
}

#[test]
fn what_only_follows_from_a_box_or_an_image_that_does_not_exist_is_not_told() {
    let site = halves("![[c4O]]\n\n![Havn](havn.jpg)", "![[c40]]\n\n![Harbour](harbour.svg)").case("c40", "Tekst.", "Text.");
    let site = site.file("content/media/harbour.svg", DRAWING);
    site.finds(&[format!("unknown-case {DA}:5:1 `c4O` → c40"), format!("image-missing {DA}:7:1 `havn.jpg`")]);
}

#[test]
fn an_image_in_one_half_only_is_told_and_one_in_place_of_another() {
    let media = |site: TestSite| {
        ["a.svg", "b.svg", "map-da.svg", "map-en.svg"].iter().fold(site, |site, name| site.file(&format!("content/media/{name}"), DRAWING))
    };
    let page = "![x](a.svg)\n\n![x](b.svg)\n\n![x](map-da.svg)";
    let site = media(halves("Tekst.\n\n![x](a.svg)", "Text.")).section("02-means", page, &page.replace("-da", "-en"));
    site.finds(&[format!("parity-images {DA}:7:1 `a.svg` `{EN}:5`"), format!("parity-images {EN}:5:1 `a.svg` `{DA}:7`")]);
    let site = media(halves("Tekst ![x](a.svg).", "Text ![x](b.svg).")).section("02-means", page, &page.replace("-da", "-en"));
    site.finds(&[format!("parity-images {DA}:5:7 `a.svg` `b.svg` `{EN}:5`"), format!("parity-images {EN}:5:6 `b.svg` `a.svg` `{DA}:5`")]);
}

#[test]
fn a_table_in_one_half_only_is_told_or_one_of_another_size() {
    let table = "| a | b |\n|---|---|\n| c | d |";
    differ(&format!("Tekst.\n\n{table}\n\nMere."), "Text.\n\nMore.", "parity-tables", ("7:1", ""), ("5:1", ""));
    differ(table, &format!("{table}\n| e | f |"), "parity-tables", ("5:1", "2 × 2"), ("5:1", "3 × 2"));
    differ(table, "| a |\n|---|\n| c |", "parity-tables", ("5:1", "2 × 2"), ("5:1", "2 × 1"));
    differ(&format!("Tekst.\n\n{table}"), "Text.\n\n- c: d", "parity-tables", ("7:1", ""), ("7:1", ""));
}

#[test]
fn a_list_in_one_half_only_is_told_or_one_with_more_items_or_of_another_sort() {
    differ("Tekst.\n\n- a\n- b\n\nMere.", "Text.\n\nMore.", "parity-lists", ("7:1", ""), ("5:1", ""));
    differ("- a\n- b", "- a\n- b\n- c", "parity-lists", ("5:1", "2"), ("5:1", "3"));
    differ("- a\n  - b", "- a", "parity-lists", ("5:1", "2"), ("5:1", ""));
    differ("- a\n- b", "1. a\n2. b", "parity-lists", ("5:1", ""), ("5:1", ""));
    differ("Tekst.\n\n- a og b", "Text.\n\nA and b.", "parity-lists", ("7:1", ""), ("7:1", ""));
    differ("Ord\n: Betyder.\n\nMere\n: Igen.", "Word\n: Means.", "parity-lists", ("5:1", "2"), ("5:1", ""));
}

#[test]
fn a_quotation_or_an_alert_in_one_half_only_is_told_or_one_of_another_kind() {
    differ("Tekst.\n\n> Sagt.\n\nMere.", "Text.\n\nMore.", "parity-quotes", ("7:1", ""), ("5:1", ""));
    differ("> [!NOTE]\n> Husk.", "> [!WARNING]\n> Remember.", "parity-quotes", ("5:1", "[!NOTE]"), ("5:1", "[!WARNING]"));
    differ("> [!TIP]\n> Husk.", "> Remember.", "parity-quotes", ("5:1", "[!TIP]"), ("5:1", ""));
}

#[test]
fn a_footnote_in_one_half_only_is_told_at_its_mark_and_where_it_is_missing() {
    let notes = "[^a]: Kilde 12.\n\n[^b]: Kilde 13.";
    differ(
        &format!("Et[^a].\n\nTo[^b].\n\nTre.\n\n{notes}"),
        "One[^a].\n\nTwo.\n\nThree.\n\n[^a]: Source 12.",
        "parity-notes",
        ("7:3", "2"),
        ("7:1", ""),
    );
}

#[test]
fn text_in_one_half_only_is_told_where_the_other_has_none() {
    differ("Tekst.\n\n## Mål\n\nByen vil 12 ting.", "", "parity-text", ("5:1", ""), ("1:1", ""));
    differ(
        "Tekst.\n\n## Mål\n\nByen vil 12 ting.\n\n## Midler\n\nx",
        "Text.\n\n## Aims\n\n## Means\n\nx",
        "parity-text",
        ("9:1", ""),
        ("7:1", ""),
    );
    differ("Byen vil 12 ting.\n\n## Mål\n\nTekst.", "## Aims\n\nText.", "parity-text", ("5:1", ""), ("5:1", ""));
}

#[test]
fn paragraphs_may_be_parted_and_joined() {
    agree("Byen vokser. Den får 130.000 flere indbyggere inden 2050.", "The city grows.\n\nBy 2050 it will have 130,000 more inhabitants.");
    agree("## Mål\n\nEt.\n\nTo.\n\nTre.\n\n## Midler\n\nTekst.", "## Aims\n\nOne, two, three.\n\n## Means\n\nText.");
}

#[test]
fn one_figure_that_was_changed_is_told_in_both_halves_and_nothing_else() {
    differ(
        "Byen får 130.000 flere indbyggere inden 2050, og 4,3 mio. bor i regionen.",
        "By 2050 there will be 135,000 more people, and 4.3 million live in the region.",
        "parity-figures",
        ("5:10", "130.000"),
        ("5:23", "135,000"),
    );
    differ("Den *1. juli* 2022.", "On 1 July\n2023.", "parity-figures", ("5:15", "2022"), ("6:1", "2023"));
    differ("Den 1. juli 2022.", "On 1 June 2022.", "parity-figures", ("5:5", "1. juli"), ("5:4", "1 June"));
    differ("Vækst på 5 % i ca. 100 byer.", "Growth of 6% in about 100 cities.", "parity-figures", ("5:10", "5 %"), ("5:11", "6%"));
    differ("| a |\n|---|\n| 10 |\n| 20 |\n| 10 |", "| a |\n|---|\n| 10 |\n| 20 |\n| 20 |", "parity-figures", ("9:3", "10"), ("9:3", "20"));
    differ("| a |\n|---|\n| 10 |\n| 20 |\n| 10 |", "| a |\n|---|\n| 20 |\n| 20 |\n| 10 |", "parity-figures", ("7:3", "10"), ("7:3", "20"));
}

#[test]
fn a_figure_in_one_half_only_is_told_where_it_stands_and_beside_what() {
    differ("Et.\n\nByen har 12 havne.", "One.\n\nThe city has harbours.", "parity-figures", ("7:10", "12"), ("7:1", ""));
    differ(
        "Et.\n\nI 2022 og 2023 er vi 12.\n\nTo.",
        "One.\n\nWe are many.\n\nTwo.",
        "parity-figures",
        ("7:3", "2022; 2023; 12"),
        ("7:1", ""),
    );
}

#[test]
fn a_figure_may_move_to_another_paragraph_and_be_named_more_often() {
    agree("Byen har 12 havne.\n\nDen ligger ved vandet.", "The city lies by the sea.\n\nIt has 12 harbours.");
    agree("I 2022 kom løbet til byen. Det var i 2022, at alle så det.", "In 2022 the race came to the city, and everybody saw it.");
    agree("## C40 i 2025\n\nC40 og C40 igen, efter COVID-19.", "## The network in 2025\n\nThe C40.");
}

#[test]
fn a_number_word_may_stand_for_a_figure_and_need_not_be_there() {
    agree("Der er tre byer og 4 havne, to af dem nye.", "There are 3 cities and four harbours, both of them new.");
    agree("En by og et år, første gang og den anden dag.", "A city in one year, first and second.");
    agree("De to parter er enige.", "The parties agree.");
    agree("Kong Christian 4. byggede det.", "King Christian IV built it.");
    differ("Vi har tre byer.", "We have four cities.", "parity-figures", ("5:8", "tre"), ("5:9", "four"));
    differ("Tre af de fire.", "Two of the four.", "parity-figures", ("5:1", "Tre"), ("5:1", "Two"));
    differ("Tre af de fire.", "Four of the four.", "parity-figures", ("5:1", "Tre"), ("5:13", "four"));
    differ("Vi har tre byer.", "We have 4 cities.", "parity-figures", ("5:8", "tre"), ("5:9", "4"));
}

#[test]
fn titles_descriptions_notes_captions_and_footnotes_count_too() {
    let site = |danish: [&str; 5], english: [&str; 5]| {
        let page = |[title, description, note, caption, footnote]: [&str; 5]| {
            format!(
                "---\ntitle: {title}\ndescription: \"{description}\"\nsdgs: [{{goal: 13, note: \"{note}\"}}]\n---\n\nTekst[^1].\n\n![x {caption}](a.svg \"{caption} ting\")\n\n[^1]: Fra {footnote}.\n"
            )
        };
        TestSite::new().file("content/media/a.svg", DRAWING).file(DA, &page(danish)).file(EN, &page(english))
    };
    site(["Plan 21", "I 22", "Om 23", "De 24", "25"], ["Plan 21", "In 22", "On 23", "The 24", "25"]).finds(&[""; 0]);
    let found = site(["Plan 21", "I 22", "Om 23", "De 24", "25"], ["Plan 31", "In 32", "On 33", "The 34", "35"]);
    let places = |file: &str, other: &str, own: [&str; 6], figures: [&str; 6], theirs: [&str; 6]| -> Vec<String> {
        let each = own.iter().zip(figures.iter().zip(theirs));
        each.map(|(place, (own, their))| {
            format!("parity-figures {file}:{place} `{own}` `{their}` `{other}:{}`", place.split(':').next().unwrap())
        })
        .collect()
    };
    let (danish, english) = (["21", "22", "23", "24", "24", "25"], ["31", "32", "33", "34", "34", "35"]);
    let mut expected = places(DA, EN, ["2:13", "3:17", "4:29", "9:8", "9:22", "11:11"], danish, english);
    expected.extend(places(EN, DA, ["2:13", "3:18", "4:29", "9:9", "9:24", "11:11"], english, danish));
    found.finds(&expected);
}

#[test]
fn targets_of_links_code_and_titles_of_other_pages_are_no_text() {
    let site = halves(
        "Se [[plan-25]], [planen](/plan-for-25/) og `x = 12`.[^fn7]\n\n## Mål {#maal-3}\n\n    9 = 9\n\n[^fn7]: Se [[plan-25#a-4|dér]].",
        "See [the plan](/en/plan-for-31/), [[plan-25]] and `x = 13`.[^fn8]\n\n## Aims {#aims}\n\n    8 = 8\n\n[^fn8]: See [[plan-25|there]].",
    );
    let page = |title: &str, slug: &str| format!("---\ntitle: {title}\nslug: {slug}\n---\n\n## A {{#a-4}}\n");
    let site = site.file("content/pages/plan-25.da.md", &page("Plan for 25", "plan-for-25"));
    site.file("content/pages/plan-25.en.md", &page("The plan for 25", "plan-for-31")).finds(&[""; 0]);
}

#[test]
fn a_comment_says_that_a_figure_is_meant_to_differ() {
    let english = "<!-- differs: 1; 50% -->\nA ticket is 1 euro, with 50% off in 2022.";
    agree("Billetten koster 7,45 kr. <!-- afviger: 7,45 --> i 2022.", english);
    agree("<!-- differs: 7,45 -->\n\nBilletten koster 7,45 kr. i 2022.", english);
    agree("Billetten koster 7,45 kr. i 2022.\n<!-- Afviger : 7,45 -->", english);
    agree("- Billetten koster 7,45 kr.\n  <!-- afviger: 7,45 -->\n\nI 2022.", &format!("- In 2022.\n\n{english}"));
}

#[test]
fn the_comment_stands_above_a_table_a_list_a_heading_or_a_note() {
    for (danish, english) in [
        ("| Pris |\n|---|\n| 7,45 |", "| Price |\n|---|\n| 1 |"),
        ("- 7,45 kr.\n- billigt", "- 1 euro\n- cheap"),
        ("## 7,45 kr.", "## 1 euro"),
        ("[^pris]: 7,45 kr.\n\nBillet[^pris]", "[^price]: 1 euro.\n\nTicket[^price]"),
        ("> [!NOTE]\n> 7,45 kr.", "> [!NOTE]\n> 1 euro."),
    ] {
        agree(&format!("Før.\n\n<!-- afviger: 7,45 -->\n{danish}"), &format!("Before.\n\n<!-- differs: 1 -->\n\n{english}"));
    }
}

#[test]
fn a_comment_that_names_a_figure_which_is_not_there_is_told() {
    let site = |danish: &str| halves(danish, "<!-- differs: 1 -->\n\nA ticket is 1 euro.\n\nElsewhere.");
    site("<!-- afviger: 7,45 -->\n\nEt andet sted.\n\nBilletten koster 7,45 kr.").finds(&[
        format!("parity-exception {DA}:5:1 `7,45`"),
        format!("parity-figures {DA}:9:18 `7,45` `{EN}:9`"),
        format!("parity-figures {EN}:9:1 `7,45` `{DA}:9`"),
    ]);
    let absent = |column: u32, value: &str| format!("parity-exception {DA}:5:{column} `{value}`");
    site("Billetten koster lidt. <!-- afviger: 7,45; 8 -->\n\nMere.").finds(&[absent(24, "7,45"), absent(24, "8")]);
    site("<!-- afviger: -->\n\nDyrt.\n\nMere.").finds(&[absent(1, "")]);
    site("<!-- afviger: prisen -->\n\nDyrt.\n\nMere.").finds(&[absent(1, "")]);
    site("<!-- husk: 8 -->\n\nDyrt.\n\nMere.").finds(&[""; 0]);
}

#[test]
fn at_the_top_of_a_text_the_comment_is_about_title_and_description_too() {
    let page = |title: &str, text: &str| format!("---\ntitle: {title}\ndescription: {title}.\n---\n\n{text}\n");
    let site = TestSite::new().file(DA, &page("Plan 21", "<!-- afviger: 21 -->\n\n## Mål\n\nTekst."));
    site.file(EN, &page("The plan", "## Aims\n\nText.")).finds(&[""; 0]);
}

/// What is told of the halves of the shipped strategy once a file was changed, but that it was checked before.
#[track_caller]
fn told_of_the_strategy(file: &str, change: impl Fn(&str) -> String) -> Vec<String> {
    let site = TestSite::strategy();
    let text = site.read(file);
    let changed = change(&text);
    assert_ne!(changed, text, "{file}");
    site.write(file, changed.as_bytes());
    let (stale, told): (Vec<Found>, Vec<Found>) = site.findings().into_iter().partition(|found| found.code == "stale-half");
    assert!(stale.len() <= 1, "{stale:#?}");
    told.iter().map(Found::place).collect()
}

#[test]
fn each_difference_in_the_shipped_strategy_gives_its_own_report_and_no_other() {
    let (danish, english) = ("content/cases/greater-copenhagen.da.md", "content/cases/greater-copenhagen.en.md");
    let pair = |code: &str, here: &str, there: &str| vec![format!("{code} {danish}:{here}"), format!("{code} {english}:{there}")];
    let told = told_of_the_strategy(english, |text| text.replace("4.3", "4.6"));
    assert_eq!(told, pair("parity-figures", "24:102", "22:190"));
    let told = told_of_the_strategy(danish, |text| format!("{text}\n## Regionens fremtid\n\nDen har 12 kommuner mere, fx:\n\n- Lund\n"));
    assert_eq!(told, pair("parity-headings", "26:1", "22:1"));
    let told = told_of_the_strategy(english, |text| text.replace("- Region Halland\n", ""));
    assert_eq!(told, pair("parity-lists", "19:1", "17:1"));
    let (danish, english) = ("content/sections/05-mega-events.da.md", "content/sections/05-mega-events.en.md");
    let told = told_of_the_strategy(english, |text| text.replace("![[tour-de-france]]\n", ""));
    assert_eq!(told, [format!("parity-boxes {danish}:19:1"), format!("parity-boxes {english}:15:1")]);
}

/// Every figure of the strategy's English texts that is written in digits, changed in its first digit.
#[test]
fn whichever_figure_of_the_strategy_is_changed_that_figure_is_told() {
    let site = TestSite::strategy();
    let mut project = Project::new(site.root().to_owned(), None, Drafts::LeaveOut);
    let read = project.read().unwrap().site.unwrap();
    let mut changed = 0;
    for (_, linked) in read.halves().filter(|(_, linked)| linked.page.entry.language.as_str() == "en") {
        let (page, file) = (&linked.page, linked.page.file());
        let digits = page.figures.iter().filter(|figure| figure.weight == Weight::Firm);
        for (place, text) in digits.map(|figure| (figure.place(file), page.figures.text(figure))) {
            let source = site.read(file);
            let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
            let line = &mut lines[place.line as usize - 1];
            let at = line.char_indices().nth(place.column as usize - 1).unwrap().0;
            assert!(line[at..].starts_with(text), "{place:?} is not `{text}`: {line}");
            let Some(first) = text.find(|c: char| c.is_ascii_digit()) else { continue };
            let digit = text.as_bytes()[first];
            let other = if digit >= b'8' { b'3' } else { digit + 1 };
            line.replace_range(at + first..at + first + 1, &char::from(other).to_string());
            site.write(file, (lines.join("\n") + "\n").as_bytes());
            let mut touched = Touched::default();
            touched.add(&**file);
            let findings = project.update(&touched).unwrap().findings;
            let told: Vec<_> = findings.iter().filter(|finding| finding.code != Code::StaleHalf).collect();
            let [one, other] = &told[..] else { panic!("{text} at {place:?}: {told:#?}") };
            assert!(one.code == Code::ParityFigures && other.code == Code::ParityFigures, "{told:#?}");
            assert!(told.iter().any(|finding| finding.place.as_ref().is_some_and(|told| told.file == *file && told.line == place.line)));
            site.write(file, source.as_bytes());
            assert_eq!(project.update(&touched).unwrap().findings, []);
            changed += 1;
        }
    }
    assert!(changed > 30, "{changed}");
}

#[test]
fn a_half_that_is_missing_or_a_draft_is_held_against_nothing() {
    let site = halves("## Mål\n\n- 7 ting", "Text.");
    assert_eq!(site.places().len(), 4);
    let draft = "---\ntitle: Klima\ndraft: true\n---\n\nText.\n";
    let site = site.file(EN, draft).setting("strangers: en", "strangers: en\nmissing_half: omit");
    site.finds(&[""; 0]);
    let reading = Project::new(site.root().to_owned(), None, Drafts::Include).read().unwrap();
    assert_eq!(reading.findings, [], "in the preview, which shows drafts");
    site.remove(EN);
    site.finds(&[""; 0]);
}

/// A page in some languages.
fn in_languages(languages: &[(&str, &str)]) -> TestSite {
    let codes: Vec<&str> = languages.iter().map(|(code, _)| *code).collect();
    let titles = codes.iter().map(|code| format!("{code}: S")).collect::<Vec<_>>().join(", ");
    let settings = format!("title: {{{titles}}}\nbase_url: https://example.org/\nlanguages: [{}]\npublisher: H\n", codes.join(", "));
    let page = |site: TestSite, (code, text): &(&str, &str)| {
        site.file(&format!("content/index.{code}.md"), &format!("---\ntitle: S\n---\n\n{text}\n"))
    };
    languages.iter().fold(TestSite::empty().file("langebro.yaml", &settings), page)
}

impl TestSite {
    /// Where differences of the halves are told.
    fn differences(&self) -> Vec<String> {
        self.places().into_iter().filter(|place| place.starts_with("parity-")).collect()
    }
}

#[test]
fn one_language_has_nothing_to_be_held_against() {
    assert_eq!(in_languages(&[("da", "## Mål\n\nI 2022 var vi 12.")]).differences(), Vec::<String>::new());
}

#[test]
fn each_further_language_is_held_against_the_first() {
    let danish = ("da", "I 2022 var vi 1.300. Det er 4,3 mio. gange 5 %.");
    let site = in_languages(&[
        danish,
        ("en", "In 2022 we were 1,300. 4.3 million times 5%."),
        ("sv", "År 2022 var vi 1 300: 4,3 miljoner gånger 5 %."),
    ]);
    assert_eq!(site.differences(), Vec::<String>::new());
    let site = in_languages(&[
        danish,
        ("en", "In 2022 we were 1,301. 4.3 million times 5%."),
        ("sv", "År 2022 var vi 1 302: 4,3 miljoner gånger 5 %."),
    ]);
    let expected = ["da.md:5:15", "en.md:5:17", "sv.md:5:16"].map(|place| format!("parity-figures content/index.{place}"));
    let mut told = site.differences();
    assert_eq!(told.len(), 4, "{told:?}");
    told.dedup();
    assert_eq!(told, expected);
}

#[test]
fn of_a_language_whose_words_are_not_known_the_digits_are_compared() {
    let danish = ("da", "Den 1. juli 2022 kom 1.300 til de tre byer med 4,3 mio. indbyggere, kl. 14.30.");
    assert_eq!(
        in_languages(&[danish, ("de", "Am 1. Juli 2022 kamen 1.300 in die drei Städte mit 4,3 Mio. Einwohnern, 14:30 Uhr.")]).differences(),
        Vec::<String>::new()
    );
    assert_eq!(in_languages(&[danish, ("kl", "2022 ulloq 1, 1.300 4,3 14.30.")]).differences(), Vec::<String>::new());
    let places =
        in_languages(&[danish, ("de", "Am 1. Juli 2023 kamen 1.300 in die drei Städte mit 4,3 Mio. Einwohnern, 14:30 Uhr.")]).differences();
    assert_eq!(places, ["parity-figures content/index.da.md:5:13", "parity-figures content/index.de.md:5:12"]);
}

#[test]
fn long_halves_that_have_nothing_in_common_are_told_in_no_time() {
    let danish: String = (0..1500).map(|i| format!("## Afsnit {i}\n\nTekst {i}[^a{i}] ![x](a.svg)\n\n- {i}\n\n[^a{i}]: {i}\n\n")).collect();
    let rows: String = (0..4000).map(|i| format!("| {} | {} |\n", 10_000 + i, 50_000 - i)).collect();
    let english = format!("| a | b |\n|---|---|\n{rows}\n{}", "10 20 30 40 50 60 70 og 80 ".repeat(2000));
    let site = halves(&danish, &english).file("content/media/a.svg", DRAWING);
    assert!(site.differences().len() > 2000);
}
