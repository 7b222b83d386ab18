//! The strategy that this project ships says, in both languages, all that the City of Copenhagen's own says.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use langebro::vocabulary::GoalTag;

use crate::site::{TestSite, files};

/// The page, and how a figure, name or date of the strategy stands on it in Danish and in English.
const FACTS: &[(&str, &str, &str)] = &[
    ("introduction", "FN’s 17", "the UN’s 17"),
    ("introduction", "2050", "2050"),
    ("introduction", "Frem mod 2050 bliver der", "by 2050 there will be"),
    ("introduction", "ca.\u{a0}130.000", "around 130,000"),
    ("introduction", "130.000 flere københavnere", "130,000 more Copenhageners"),
    ("global-goals", "CO₂-neutralt København i 2025", "CO₂-neutral Copenhagen by 2025"),
    ("c40", "I 2019 var København vært for C40’s topmøde", "In 2019 Copenhagen hosted C40’s summit"),
    ("c40", "Topmødet i København i 2019", "The 2019 summit in Copenhagen"),
    ("greater-copenhagen", "de 85 kommuner", "the 85 municipalities"),
    ("cities-and-regions", "fire regioner og 85 kommuner", "four regions and 85 municipalities"),
    ("greater-copenhagen", "4,3\u{a0}mio. indbyggere", "4.3\u{a0}million inhabitants"),
    ("who-healthy-cities", "1988", "1988"),
    ("who-healthy-cities", "de seneste 32 år", "the past 32 years"),
    ("who-healthy-cities", "ca.\u{a0}100 medlemsbyer", "around 100 member cities"),
    ("cities-and-regions", "ca.\u{a0}100 europæiske medlemsbyer", "around 100 European member cities"),
    ("who-healthy-cities", "30 nationale netværk", "30 national networks"),
    ("who-healthy-cities", "mere end 1.300 byer", "more than 1,300 cities"),
    ("tour-de-france", "i 2022 kommer til Danmark", "comes to Denmark in 2022"),
    ("tour-de-france", "1. juli 2022", "1 July 2022"),
    ("capital-of-architecture", "I 2023", "In 2023"),
    ("capital-of-architecture", "juli 2023", "July 2023"),
    ("capital-of-architecture", "10.000–15.000 deltagere", "10,000–15,000 participants"),
    ("capital-of-architecture", "FN’s 17", "the UN’s 17"),
    ("force", "Ressource- og Affaldsplan 2018", "Resource and Waste Management Plan 2018"),
    ("force", "KBH 2025 Klimaplanen", "CPH 2025 Climate Plan"),
    ("meet-copenhagen-city", "over 400 ønsker om besøg", "over 400 requests for visits"),
    ("principles", "Syv principper", "Seven principles"),
    ("introduction", "Københavns Kommune", "City of Copenhagen"),
    ("introduction", "Danmarks hovedstad", "the capital of Denmark"),
    ("introduction", "covid-19-pandemien", "COVID-19 pandemic"),
    ("what-copenhagen-wants", "covid-19-pandemi", "COVID-19 pandemic"),
    ("introduction", "branding", "branding"),
    ("introduction", "vidensindhentning", "gathering knowledge"),
    ("introduction", "indflydelse", "influence"),
    ("introduction", "samarbejde", "cooperation"),
    ("introduction", "rammevilkår", "framework conditions"),
    ("introduction", "Sustainable Development Goals", "Sustainable Development Goals"),
    ("what-copenhagen-wants", "rammebetingelser", "framework conditions"),
    ("what-copenhagen-wants", "FN’s verdensmål", "the UN’s Global Goals"),
    ("what-copenhagen-wants", "erhvervsstrategi", "business strategy"),
    ("global-goals", "SDG’erne", "SDGs"),
    ("global-goals", "Klimaplanens mål", "the Climate Plan’s goal"),
    ("global-goals", "handlingsplan for FN’s verdensmål", "action plan for the UN’s Global Goals"),
    ("c40", "C40", "C40"),
    ("c40", "Paris-aftalen", "Paris Agreement"),
    ("c40", "erhvervsforum", "business forum"),
    ("c40", "Global Mayors COVID-19 Recovery Task Force", "Global Mayors COVID-19 Recovery Task Force"),
    ("c40", "klimatilpasning", "climate adaptation"),
    ("c40", "energieffektivitet", "energy efficiency"),
    ("c40", "coronakrisen", "coronavirus crisis"),
    ("greater-copenhagen", "Greater Copenhagen", "Greater Copenhagen"),
    ("greater-copenhagen", "Skandinavien", "Scandinavia"),
    ("greater-copenhagen", "Region Hovedstaden", "the Capital Region of Denmark"),
    ("greater-copenhagen", "Region Sjælland", "Region Zealand"),
    ("greater-copenhagen", "Region Skåne", "Region Skåne"),
    ("greater-copenhagen", "Region Halland", "Region Halland"),
    ("who-healthy-cities", "WHO European Healthy Cities Network", "WHO European Healthy Cities Network"),
    ("who-healthy-cities", "WHO Healthy Cities Network", "WHO Healthy Cities Network"),
    (
        "who-healthy-cities",
        "The Copenhagen Consensus of Mayors: Healthier and Happier Cities for All",
        "The Copenhagen Consensus of Mayors: Healthier and Happier Cities for All",
    ),
    ("who-healthy-cities", "Kommuneplanstrategien", "the Municipal Plan Strategy"),
    ("who-healthy-cities", "»Nyd livet, københavner«", "(Enjoy Life, Copenhageners)"),
    ("who-healthy-cities", "»Verdensby i bevægelse«", "(World City in Motion)"),
    ("who-healthy-cities", "Danmarks Idrætsforbund (DIF) og DGI", "the Sports Confederation of Denmark (DIF) and DGI"),
    ("projects-and-delegations", "Greater Copenhagen EU Office i Bruxelles", "Greater Copenhagen EU Office in Brussels"),
    ("projects-and-delegations", "FORCE", "FORCE"),
    ("force", "Cities Cooperating for Circular Economy", "Cities Cooperating for Circular Economy"),
    ("force", "(FORCE)", "(FORCE)"),
    ("force", "Hamburg og Lissabon", "Hamburg and Lisbon"),
    ("force", "den lineære økonomi", "the linear economy"),
    ("force", "cirkulær økonomi", "circular economy"),
    ("meet-copenhagen-city", "Meet Copenhagen City", "Meet Copenhagen City"),
    ("sector-cooperation", "Udenrigsministeriets ordning", "Ministry of Foreign Affairs’ scheme"),
    ("sector-cooperation", "Strategisk Sektorsamarbejde", "Strategic Sector Cooperation"),
    ("sector-cooperation", "tæt samarbejde med Beijing og Buenos Aires", "works closely with Beijing and Buenos Aires"),
    ("sector-cooperation", "klimatilpasning", "climate adaptation"),
    ("sector-cooperation", "energieffektivisering", "energy efficiency"),
    ("sector-cooperation", "spildevandshåndtering", "wastewater management"),
    ("sector-cooperation", "cirkulær økonomi", "the circular economy"),
    ("tour-de-france", "officiel startby for Tour de France", "official start city of the Tour de France"),
    ("tour-de-france", "enkeltstart gennem byen", "individual time trial through the city"),
    ("tour-de-france", "fremkommelighed, forurening og folkesundhed", "mobility, pollution and public health"),
    ("tour-de-france", "værtsbyprogrammet", "host city programme"),
    ("tour-de-france", "byens gule folkefest", "the city’s yellow celebrations"),
    ("capital-of-architecture", "World Capital of Architecture", "World Capital of Architecture"),
    ("capital-of-architecture", "UNESCO", "UNESCO"),
    ("capital-of-architecture", "UIA (International Union of Architects)", "UIA (International Union of Architects)"),
    ("capital-of-architecture", "liveability", "liveability"),
    ("capital-of-architecture", "borgerinddragelse", "public involvement"),
    ("organisation", "Økonomiforvaltningen", "the Finance Administration"),
    ("organisation", "jf. styrelsesvedtægten", "the City’s governing statutes (styrelsesvedtægten)"),
    ("principles", "Borgerrepræsentationen", "the City Council (Borgerrepræsentationen)"),
    ("principles", "it-sikkerhedshåndbog", "IT security handbook"),
    ("principles", "verdens indsats mod klimakrisen", "the global effort against the climate crisis"),
];

/// The page, the Danish verb of a commitment (empty for a statement), and its words in Danish and in English.
const COMMITMENTS: &[(&str, &str, &str, &str)] = &[
    (
        "principles",
        "",
        "udspringer af byens udfordringer og er et middel til at nå faglige mål såvel som politiske",
        "springs from the city’s challenges and is a means of reaching professional as well as political goals",
    ),
    (
        "principles",
        "vil",
        "København vil opsøge internationalt samarbejde og fortrinsvis prioritere",
        "Copenhagen will seek out international cooperation and give preference to cooperation",
    ),
    (
        "principles",
        "",
        "De partnere, København samarbejder med, indgår primært i",
        "The partners Copenhagen cooperates with are primarily members of",
    ),
    ("principles", "kan", "kan vurderes ud fra disse netværk", "may be assessed in the light of these networks"),
    (
        "principles",
        "kan",
        "Med andre byer kan København indgå samarbejdsaftaler",
        "Copenhagen may enter into cooperation agreements with other cities",
    ),
    (
        "principles",
        "kan",
        "kan København vælge at gå ind i konkrete samarbejdsrelationer eller aktiviteter",
        "Copenhagen may choose to enter into specific partnerships or activities",
    ),
    ("principles", "skal", "skal det vurderes, om", "it must be assessed whether"),
    (
        "principles",
        "skal",
        "om Borgerrepræsentationen skal have sagen forelagt til godkendelse",
        "whether the matter must be put before the City Council (Borgerrepræsentationen) for approval",
    ),
    ("principles", "skal", "I den vurdering skal det indgå, om aftalen", "That assessment must consider whether the agreement"),
    (
        "principles",
        "vil",
        "vil Københavns Kommune sikre, at data om byens borgere og virksomheder altid er tilstrækkeligt beskyttet",
        "the City of Copenhagen will ensure that data on the city’s residents and companies are always adequately protected",
    ),
    (
        "principles",
        "",
        "De gældende retningslinjer står i kommunens it-sikkerhedshåndbog",
        "The guidelines in force are found in the City’s IT security handbook",
    ),
    (
        "organisation",
        "",
        "er det Økonomiforvaltningen, der har den strategiske og koordinerende rolle",
        "it is the Finance Administration that has the strategic and coordinating role",
    ),
    ("organisation", "", "Den internationale strategi er den overordnede ramme", "The international strategy is the overall framework"),
    (
        "organisation",
        "kan",
        "Hver forvaltning kan udarbejde sine egne internationale agendaer og fokusområder",
        "Each administration may draw up its own international agendas and focus areas",
    ),
    (
        "organisation",
        "kan",
        "kan Økonomiforvaltningen tage initiativ til samarbejder",
        "the Finance Administration may initiate cooperation",
    ),
    (
        "introduction",
        "vil",
        "vil Københavns Kommune skabe værdi for borgerne",
        "The City of Copenhagen will use its international work to create value",
    ),
    ("introduction", "vil", "Byen vil give et positivt bidrag", "The city will make a positive contribution"),
    ("introduction", "skal", "skal der fortsat være plads til alle", "it must still have room for everyone"),
    ("introduction", "skal", "København skal blive ved med at være mangfoldig", "Copenhagen must remain a many-sided city"),
    (
        "introduction",
        "skal",
        "skal Københavns Kommune hele tiden tilbyde dem den bedste service",
        "the City of Copenhagen must at all times offer its residents the best service",
    ),
    ("introduction", "skal", "Den skal hjælpe med at indfri ambitionen", "It must help to fulfil the ambition"),
    ("introduction", "vil", "København vil opsøge internationalt samarbejde", "Copenhagen will seek out international cooperation"),
    ("what-copenhagen-wants", "skal", "Den position skal fastholdes og styrkes", "That position must be kept and strengthened"),
    ("what-copenhagen-wants", "vil", "København vil lytte og være opsøgende", "Copenhagen will listen and reach out"),
    (
        "what-copenhagen-wants",
        "vil",
        "vil København påvirke dagsordener i Danmark og internationalt",
        "Copenhagen will influence agendas in Denmark and internationally",
    ),
    ("what-copenhagen-wants", "vil", "Byen vil indgå aktivt i", "The city will play an active part in"),
    ("what-copenhagen-wants", "vil", "København vil være i front", "Copenhagen will be at the forefront"),
    ("what-copenhagen-wants", "skal", "De bæredygtige byløsninger skal bidrage til", "The sustainable urban solutions must contribute to"),
    ("what-copenhagen-wants", "skal", "Udviklingen i København skal være til gavn", "Copenhagen’s development must benefit"),
    ("what-copenhagen-wants", "vil", "Byen vil samarbejde med nationale partnere", "The city will cooperate with national partners"),
    (
        "what-copenhagen-wants",
        "vil",
        "København vil brande sig som en by, der er både ambitiøs og bæredygtig",
        "Copenhagen will brand itself as a city that is both ambitious and sustainable",
    ),
    ("what-copenhagen-wants", "vil", "København vil arbejde for at", "Copenhagen will work to"),
    ("greater-copenhagen", "skal", "København skal til enhver tid gøre sit bedste", "Copenhagen must always do its best"),
    ("who-healthy-cities", "skal", "at arbejdet skal gå på tværs af byen", "the work must cut across the whole city"),
    ("tour-de-france", "vil", "vil Københavns Kommune arrangere events", "the City of Copenhagen will arrange events"),
    (
        "capital-of-architecture",
        "vil",
        "Arkitekturåret vil styrke kommunens ambitioner",
        "The year of architecture will strengthen the City’s ambitions",
    ),
    ("capital-of-architecture", "skal", "Året skal bruges til at positionere", "The year must be used to position"),
    ("capital-of-architecture", "skal", "Kongressen skal bruges til at drøfte", "The congress must be used to discuss"),
];

/// The text of each published page without markup, by key and language.
static TEXTS: LazyLock<BTreeMap<(String, String), String>> = LazyLock::new(|| {
    let site = TestSite::strategy();
    site.build();
    let sources = files(&site.path("content"));
    let pages = sources.iter().filter_map(|(path, bytes)| {
        let (key, language) = path.rsplit('/').next()?.strip_suffix(".md")?.rsplit_once('.')?;
        let key = key.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
        let front = std::str::from_utf8(bytes).unwrap();
        let slug = front.lines().find_map(|line| line.strip_prefix("slug: "))?.trim_matches('"');
        let prefix = if language == "da" { "/" } else { "/en/" };
        let folder = if path.starts_with("cases/") { "cases/" } else { "" };
        let html = site.page(&format!("{prefix}{folder}{slug}/"));
        Some(((key.to_owned(), language.to_owned()), text_of(&html)))
    });
    pages.collect()
});

/// The words of a page's main part, with single blanks.
fn text_of(html: &str) -> String {
    let main = &html[html.find("<main").unwrap()..html.find("</main>").unwrap()];
    let mut text = String::new();
    let mut in_tag = false;
    for c in main.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn missing(key: &str, danish: &str, english: &str) -> Vec<String> {
    let halves = [("da", danish), ("en", english)];
    let lacks = halves.iter().filter(|(language, words)| {
        let text = TEXTS.get(&(key.to_owned(), (*language).to_owned())).unwrap_or_else(|| panic!("there is no {key}.{language}"));
        !text.contains(words)
    });
    lacks.map(|(language, words)| format!("{key}.{language}: {words}")).collect()
}

#[test]
fn every_figure_name_and_date_stands_in_both_languages() {
    let missing: Vec<String> = FACTS.iter().flat_map(|(key, danish, english)| missing(key, danish, english)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn will_must_and_may_are_kept_in_every_commitment() {
    let mut wrong = Vec::new();
    for (key, verb, danish, english) in COMMITMENTS {
        wrong.extend(missing(key, danish, english));
        let counterpart = match *verb {
            "vil" => "will",
            "skal" => "must",
            "kan" => "may",
            _ => continue,
        };
        let has = |text: &str, verb: &str| text.split(' ').any(|word| word == verb);
        if !has(danish, verb) || !has(english, counterpart) {
            wrong.push(format!("{key}: {danish} / {english}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn all_seven_principles_are_there() {
    for (language, word) in [("da", "princip-"), ("en", "principle-")] {
        let source = TestSite::strategy().read(&format!("content/sections/07-principles.{language}.md"));
        let found = (1..=7).filter(|number| source.contains(&format!("{{#{word}{number}}}"))).count();
        assert_eq!(found, 7, "{language}");
    }
}

#[test]
fn the_shipped_strategy_has_seven_sections_and_nine_boxes_tagged_with_at_least_twelve_targets() {
    let sources = files(&TestSite::strategy().path("content"));
    let count = |folder: &str, language: &str| {
        let ending = format!(".{language}.md");
        sources.keys().filter(|path| path.starts_with(folder) && path.ends_with(&ending)).count()
    };
    for language in ["da", "en"] {
        assert_eq!((count("sections/", language), count("cases/", language)), (7, 9), "{language}");
    }
    let mut targets = std::collections::BTreeSet::new();
    for (path, bytes) in
        sources.iter().filter(|(path, _)| path.ends_with(".da.md") && !path.starts_with("pages/") && !path.starts_with("index"))
    {
        let text = std::str::from_utf8(bytes).unwrap();
        let (_, tags) = text.split_once("\nsdgs:").unwrap_or_else(|| panic!("{path} has no goals"));
        let tags = tags.split("\npurposes:").next().unwrap().split("\n---").next().unwrap();
        let is_target = |part: &&str| GoalTag::parse(part).is_ok_and(|tag| tag.target.is_some());
        targets.extend(tags.split('"').filter(is_target).map(str::to_owned));
    }
    assert!(targets.len() >= 12, "{targets:?}");
}

#[test]
fn the_shipped_strategy_has_no_finding() {
    let output = TestSite::strategy().run(&["check", "--strict", "--format", "json"]);
    assert_eq!(crate::site::text(&output.stdout).trim(), "[]");
    assert!(output.status.success());
}
