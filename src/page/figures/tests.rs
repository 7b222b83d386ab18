//! What is the same in Danish and in English, and what is not.

use proptest::prelude::*;

use super::read::read;
use super::rules::Rules;
use super::{Value, Weight};
use crate::address::Language;

/// The values in a text, those of firm figures and of words, and not those that may be none.
fn values(language: &str, text: &str) -> Vec<Value> {
    let language = Language::parse(language).expect("a language");
    read(text, Rules::of(language)).into_iter().filter(|found| found.weight != Weight::Mute).map(|found| found.value).collect()
}

/// Every writing of a row says the same; each is Danish left of the bar, English right of it.
const SAME: &[&str] = &[
    // Thousands and decimals.
    "1.300 byer | 1,300 cities / 1\u{a0}300 cities",
    "1.300.000 | 1,300,000 | 1.3 million / £1.3m / DKK 1.3m",
    "4,3 mio. indbyggere / 4,3 mio / 4,3 millioner / 4,3\u{a0}mio. | 4.3 million inhabitants / 4.3 mn / €4.3m",
    "2,5 mia. kr. / 2,5 milliarder / 2.500 mio. | 2.5 billion / 2.5bn / DKK 2.5bn / 2,500 million",
    "3 billioner | 3 trillion",
    "7,45 kr. / kr. 7,45 / DKK7,45 | DKK 7.45 / 7.45",
    "7,50 | 7.5 / 7½",
    "0,75 | 0.75",
    "ca. 100 byer | around 100 cities / some 100 / c. 100",
    "100.000 / 100 tusind | 100,000 / 100 thousand / 100k",
    "200 / to hundrede / 2 hundrede | two hundred / 2 hundred",
    "12345678901234567890123 | 12345678901234567890123",
    // Spans.
    "10-15.000 / 10–15.000 / 10.000-15.000 / 10 til 15.000 / 10.000 til 15.000 / mellem 10 og 15.000 | 10,000 to 15,000 / 10,000–15,000 / between 10,000 and 15,000",
    "4-5 mio. / 4 til 5 millioner / fire til fem millioner | 4 to 5 million / 4–5 million / 4 million to 5 million",
    "1,5-2 mio. | 1.5–2 million / 1.5 million to 2 million",
    "2-3 | 2–3 / 2 to 3 / two to three / two or three",
    // Hundredths.
    "50 % / 50% / 50 procent / 50 pct. / 50 procentpoint | 50% / 50 % / 50 per cent / 50 percent / fifty per cent / 50 percentage points",
    "20-30 % / 20 til 30 procent / 20 og 30 % | 20% to 30% / 20–30% / 20 and 30 per cent / 20% and 30%",
    "2 ‰ / 0,2 % | 0.2%",
    // Days, months and years.
    "1. juli 2022 / d. 1. juli 2022 / fredag den 1. juli 2022 / 1 juli 2022 / 1.7.2022 / 01.07.2022 / 1/7-2022 / 1/7 2022 / 2022-07-01, / 1. jul. 2022 | 1 July 2022 / July 1, 2022 / 1st July 2022 / the 1st of July 2022 / Friday 1 July 2022 / 01/07/2022 / 1.7.2022 / 1 Jul. 2022",
    "1.-3. juli 2022 / 1. til 3. juli 2022 / 1. og 3. juli 2022 | 1–3 July 2022 / July 1–3, 2022 / 1 and 3 July 2022 / 1st to 3rd July 2022",
    "1. juni til 3. juli | 1 June to 3 July / June 1 to July 3",
    "den 1., 2. og 4. maj | 1, 2 and 4 May",
    "i juli 2023 | in July 2023 / July, 2023",
    "2010-2015 / 2010–15 / 2010-15 / 2010 til 2015 | 2010–2015 / 2010-15 / 2010 to 2015",
    "2021/22 | 2021/22 / 2021–2022",
    "2010'erne / 2010’erne / 2010erne | the 2010s / the 2010’s",
    "90'erne / 1990'erne | the 90s / the 1990s / the ’90s",
    "kl. 14 / 14.00 / 14:00 | 2 pm / 2 p.m. / 14:00 / 2.00pm",
    "kl. 10.30 / kl. 10:30 | 10:30 / 10.30 am / 10:30 a.m.",
    "kl. 14-16 | 2–4 pm / 2 pm to 4 pm / 14:00 to 16:00",
    "kl. 14.30 | 2.30 pm / 2:30 p.m.",
    // Order.
    "3. afsnit / afsnit 3 | section 3 / the 3rd section",
    "det 21. århundrede / 21. århundrede | the 21st century",
    "22. plads | 22nd place",
    // Words.
    "tre byer / 3 byer | three cities / 3 cities",
    "femogtyve / 25 | twenty-five / twenty five / 25",
    "Tolv | Twelve / 12",
    "tredje / 3. | third / 3rd",
    "hundrede og tre / et hundrede og tre | a hundred and three / one hundred and three / 103",
    "to tusind tre hundrede / to tusinde tre hundrede | two thousand three hundred / 2,300",
    "tre mio. / tre millioner | three million / 3 million",
    // Targets, versions, plans.
    "delmål 13.2 | target 13.2",
    "delmål 13.10 | target 13.10",
    "WCAG 2.2 | WCAG 2.2",
    "version 1.2.3 | version 1.2.3",
    "ISO 14001 | ISO 14001",
    "KBH 2025 Klimaplanen | the CPH 2025 Climate Plan",
    "2030-dagsordenen | the 2030 Agenda",
    "FN’s 17 mål | the UN’s 17 goals",
    "5-årig | five-year / 5-year",
    "33 66 33 66 / 3366 3366 / 33663366 | 33 66 33 66 / 3366 3366",
];

/// Texts that say nothing that the other half must say.
const NOTHING: &[&str] = &[
    "C40 og C40’s topmøde, COVID-19 og covid-19, CO2 og CO₂, G7, B2B, 5G og 3D",
    "en by, et år, én by, den ene, første gang, den anden, begge, dobbelt",
    "se https://www.kk.dk/2025/ og www.kk.dk/2025 og post2025@kk.dk",
    "Christian IV, Frederik X, hundreder af, millioner",
    "",
    "– ’ ½ … “ ” » « 📞 \u{1} \n . , - / : % ‰",
];

#[test]
fn figures_are_the_same_however_a_language_writes_them() {
    let mut wrong = Vec::new();
    for row in SAME {
        let (danish, english) = row.split_once(" | ").expect("both");
        let danish = danish.split(" / ").map(|text| ("da", text));
        let english = english.split(['|']).flat_map(|text| text.split(" / ")).map(|text| ("en", text.trim()));
        let all: Vec<_> = danish.chain(english).map(|(language, text)| (language, text, values(language, text))).collect();
        let sorted = |values: &[Value]| {
            let mut values = values.to_vec();
            values.sort();
            values
        };
        let expected = sorted(&all[0].2);
        assert!(!expected.is_empty(), "{row}");
        wrong.extend(all.iter().filter(|(.., found)| sorted(found) != expected).map(|found| format!("{found:?} in {row}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_no_figure_is_none() {
    for text in NOTHING {
        for language in ["da", "en", "sv", "kl", "xx"] {
            let is_language = |text: &&str| language == "da" || language == "en" || !text.contains('4');
            if is_language(text) {
                assert_eq!(values(language, text), [], "{language}: {text}");
            }
        }
    }
}

#[test]
fn figures_that_are_not_the_same_are_told_apart() {
    let pairs = [
        ("1.300", "1.300"),
        ("4,3 mio.", "4.3 billion"),
        ("1. juli", "2 July"),
        ("1. juli", "1 June"),
        ("50 %", "50"),
        ("13.1", "13.2"),
        ("tre", "four"),
        ("kl. 2", "2 pm"),
        ("2010'erne", "the 2020s"),
        ("21. århundrede", "20th century"),
    ];
    for (danish, english) in pairs {
        assert_ne!(values("da", danish), values("en", english), "{danish} | {english}");
    }
}

/// Pieces of what figures are made of, and of what is none.
const PIECES: &[&str] = &[
    "1",
    "31",
    "007",
    "300",
    "2022",
    "99999999999999999999",
    ".",
    ",",
    "-",
    "–",
    "/",
    ":",
    "%",
    "‰",
    " ",
    "\u{a0}",
    "\n",
    "½",
    "'",
    "’",
    "+",
    "€",
    "juli",
    "July",
    "May",
    "tre",
    "hundrede",
    "million",
    "mio.",
    "og",
    "and",
    "til",
    "to",
    "st",
    "th",
    "s",
    "erne",
    "pm",
    "a.m.",
    "k",
    "m",
    "XIV",
    "kr",
    "C",
    "www.",
    "://",
    "den ",
    "mellem ",
    "æ",
    "🌍",
    "\u{1}",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_reader_of_figures_fall(
        pieces in prop::collection::vec(prop_oneof![9 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()], 0..24),
        language in prop::sample::select(&["da", "en", "sv", "fr", "kl", "xx"][..]),
    ) {
        let text = pieces.concat();
        let mut end = 0;
        for found in read(&text, Rules::of(Language::parse(language).expect("a language"))) {
            prop_assert!(found.at.start < found.at.end, "{found:?}");
            prop_assert!(text.get(found.at.clone()).is_some(), "{found:?}");
            prop_assert!(found.at.start >= end, "{found:?}");
            end = found.at.end;
        }
    }
}
