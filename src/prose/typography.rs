//! Which blanks of a text hold together what belongs together: a number and its unit, a day and its month, an
//! abbreviation and its figure. A line never breaks at them.
//!
//! The rules are the tables below. A blank that is bound in error costs a place where the line could break, so a word is
//! in a table only if it means something else before or behind a figure hardly ever.

use std::borrow::Cow;

use super::language::primary;
use crate::address::Language;

/// The blank at which no line breaks.
const NO_BREAK: char = '\u{a0}';

/// So many blanks in a row are bound (`3 mio. kr.`); on a narrow screen a longer chain might not fit its line.
const LONGEST_CHAIN: usize = 2;

/// What a language holds together. Words with a small first letter are known with a capital too.
struct Rules {
    /// What belongs to the number before it.
    units: &'static [&'static str],
    /// Units that count money in turn.
    powers: &'static [&'static str],
    /// Money that stands behind its number only.
    money: &'static [&'static str],
    /// What belongs to the number behind it.
    leads: &'static [&'static str],
    /// Abbreviations that are written in two parts.
    pairs: &'static [(&'static str, &'static str)],
    /// As they stand beside a day.
    months: &'static [&'static str],
    /// What stands between the figures of a day and its month.
    day_mark: &'static str,
}

/// Units and signs that are the same everywhere.
const UNITS: &[&str] = &[
    "%", "‰", "°", "mm", "cm", "m", "km", "m²", "m2", "km²", "km2", "m³", "m3", "ha", "mg", "g", "kg", "t", "ml", "l", "h", "kW", "MW",
    "GW", "kWh", "MWh", "GWh", "TWh", "kB", "MB", "GB", "TB", "dB",
];

/// Money, which stands before its number or behind it.
const CURRENCIES: &[&str] = &["€", "£", "$", "DKK", "EUR", "GBP", "NOK", "SEK", "USD"];

/// Signs before a number that are the same everywhere.
const LEADS: &[&str] = &["§", "§§"];

/// `art. 5` is missing: `art` is a word with which a sentence may end.
const DANISH: Rules = Rules {
    units: &["mio.", "mia.", "million", "millioner", "milliard", "milliarder", "pct.", "procent", "min.", "stk."],
    powers: &["mio.", "mia.", "million", "millioner", "milliard", "milliarder"],
    money: &["kr."],
    leads: &[
        "kl.", "nr.", "s.", "kap.", "kapitel", "afsnit", "bilag", "artikel", "fig.", "figur", "tabel", "bd.", "stk.", "pkt.", "ca.", "d.",
    ],
    pairs: &[("bl.", "a."), ("f.", "eks."), ("m.", "m."), ("m.", "v."), ("o.", "a."), ("o.", "l."), ("p.", "t.")],
    months: &["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"],
    day_mark: ".",
};

/// `Section` and the like have their capital: `at each table 4 people` names no table.
const ENGLISH: Rules = Rules {
    units: &["million", "billion", "trillion", "percent", "per cent", "bn", "mn", "a.m.", "p.m.", "am", "pm", "min"],
    powers: &["million", "billion", "trillion", "bn", "mn"],
    money: &[],
    leads: &[
        "no.", "nos.", "p.", "pp.", "ch.", "sec.", "para.", "fig.", "vol.", "ca.", "c.", "approx.", "Section", "Chapter", "Article",
        "Annex", "Figure", "Table",
    ],
    pairs: &[("e.", "g."), ("i.", "e.")],
    months: &["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    day_mark: "",
};

/// A language that is not known has what all languages have.
const OTHER: Rules = Rules { units: &[], powers: &[], money: &[], leads: &[], pairs: &[], months: &[], day_mark: "" };

fn rules(language: Language) -> &'static Rules {
    match primary(&language) {
        "da" => &DANISH,
        "en" => &ENGLISH,
        _ => &OTHER,
    }
}

/// The text with blanks that do not break where its language holds words together. Most texts have none, and are not
/// copied.
pub fn bound(text: &str, language: Language) -> Cow<'_, str> {
    let rules = rules(language);
    let mut bound = String::new();
    let (mut from, mut chain) = (0, 0);
    for (at, _) in text.match_indices(' ') {
        let binds = chain < LONGEST_CHAIN && rules.hold(&text[..at], &text[at + 1..]);
        chain = if binds { chain + 1 } else { 0 };
        if binds {
            bound.push_str(&text[from..at]);
            bound.push(NO_BREAK);
            from = at + 1;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    bound.push_str(&text[from..]);
    Cow::Owned(bound)
}

/// Whether a line that ends holds together with the one that follows.
pub fn holds_over(line: &str, next: &str, language: Language) -> bool {
    rules(language).hold(line, next)
}

impl Rules {
    /// Whether what stands before a blank and what stands behind it belong together. Nearly all blanks stand beside no
    /// figure and behind no full stop, and are told at once.
    fn hold(&self, before: &str, after: &str) -> bool {
        let is_before_figure = after.starts_with(|c: char| c.is_ascii_digit());
        match before.chars().next_back() {
            _ if is_before_figure => self.leads(before, after),
            Some(last) if last.is_numeric() => self.counts(before, after),
            Some('.') => self.is_day(before, after) || self.is_pair(before, after) || self.is_money(before, after),
            Some('n' | 'r' | 'd') => self.is_money(before, after),
            _ => false,
        }
    }

    /// A number, and a unit or the month behind it.
    fn counts(&self, before: &str, after: &str) -> bool {
        let begins = |units: &[&str]| units.iter().any(|unit| starts_with(after, unit));
        is_number(before) && (begins(UNITS) || begins(self.units) || self.begins_with_money(after)) || self.is_day(before, after)
    }

    /// A word or sign, and its figure.
    fn leads(&self, before: &str, after: &str) -> bool {
        let ends = |leads: &[&str]| leads.iter().any(|lead| ends_with(before, lead));
        ends(CURRENCIES) || ends(LEADS) || ends(self.leads) || self.day_mark.is_empty() && ends(self.months) && is_lone_day(after)
    }

    /// `1. juli`, `1 July`.
    fn is_day(&self, before: &str, after: &str) -> bool {
        let Some(day) = before.strip_suffix(self.day_mark) else { return false };
        let figures = day.bytes().rev().take_while(u8::is_ascii_digit).count();
        let above = &day[..day.len() - figures];
        (1..=2).contains(&figures)
            && !above.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ','))
            && self.months.iter().any(|month| starts_with(after, month))
    }

    fn is_pair(&self, before: &str, after: &str) -> bool {
        self.pairs.iter().any(|(first, second)| ends_with(before, first) && starts_with(after, second))
    }

    /// Whether a text begins with money that belongs to what stands before it: `2022 DKK 30 million` are a year and a sum.
    fn begins_with_money(&self, text: &str) -> bool {
        let has_figure = |rest: &str| rest.trim_start_matches([' ', NO_BREAK]).starts_with(|c: char| c.is_ascii_digit());
        self.money.iter().any(|money| starts_with(text, money))
            || CURRENCIES.iter().any(|money| starts_with(text, money) && !has_figure(&text[money.len()..]))
    }

    /// The `kr.` of `3 mio. kr.`
    fn is_money(&self, before: &str, after: &str) -> bool {
        self.begins_with_money(after)
            && self.powers.iter().filter_map(|power| before.strip_suffix(power)).any(|number| {
                let end = number.trim_end_matches([' ', NO_BREAK]);
                end.len() < number.len() && is_number(end)
            })
    }
}

/// Whether a text ends with a number, and not with a name such as `C40`.
fn is_number(text: &str) -> bool {
    let is_part = |c: char| c.is_numeric() || matches!(c, '.' | ',' | ':' | '/' | '-' | '–' | '−');
    !text.trim_end_matches(is_part).ends_with(char::is_alphabetic) && text.ends_with(char::is_numeric)
}

/// Whether a figure behind a month is a day, and no number of something: `July 1, 2022`, but `in July 10,000 people`.
fn is_lone_day(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = rest.trim_start_matches([',', '.', ';', ':', ')']);
    let ends = rest.is_empty() || behind.len() < rest.len() && !behind.starts_with(|c: char| c.is_ascii_digit());
    text.len() - rest.len() <= 2 && ends
}

/// Whether a text begins with a word or sign of a table, and with no longer word: `m`, but neither `med` nor `m.fl.`
fn starts_with(text: &str, word: &str) -> bool {
    let Some(rest) = text.strip_prefix(word) else { return false };
    let is_word = word.ends_with(char::is_alphanumeric);
    let goes_on =
        rest.starts_with(char::is_alphanumeric) || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    !is_word || !goes_on
}

/// Whether a text ends with a word or sign of a table, with or without a capital, and with no longer word.
fn ends_with(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()).filter(|start| text.is_char_boundary(*start)) else { return false };
    let (above, end) = text.split_at(start);
    let (first, rest) = (word.as_bytes()[0], &word.as_bytes()[1..]);
    let is_first = |c: u8| c == first || first.is_ascii_lowercase() && c.to_ascii_lowercase() == first;
    if !is_first(end.as_bytes()[0]) || end.as_bytes()[1..] != *rest {
        return false;
    }
    !word.starts_with(char::is_alphabetic) || !above.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '’' | '\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts with `_` for each blank that is bound.
    const DANISH: &[&str] = &[
        "20_%, 5_‰ og 5_%-point",
        "3_mio._kr. til 4,3_mio. indbyggere",
        "1,3_millioner_kr. og 2_mia._DKK",
        "10.000–15.000_km, (5_km), »5_km«, 5_km/t og 3_km²",
        "25_°C, 2½_m, -5_°C",
        "100_kr. 20 byer",
        "Kl._10.30, kl._8 og nr._4 (s._12, jf. kap._2)",
        "§_3, stk._2 og §§_4–5",
        "Den 1._juli 2022, 1.–3._maj, d._1._juli og d._1/7",
        "DKK_30, 30_DKK og €_5",
        "I 2022 DKK_30_mio. kr.",
        "Kapitel_3 og figur_2",
        "f._eks. byer, bl._a. Hamburg og ca._100 andre",
        "i 2022 blev de 17 mål til 5 med 3 m.fl.",
        "kap Verde, C40 km, CO₂ %, vokal. 5 byer, bl.s. 12 og arkiv-nr. 4",
        "20  %,  5 ",
        " 5 juli, 2022. juli og 1,2. juli",
        "De 3 mio kr. er art. 5 byer",
        "",
        " ",
        "% 5 kr",
    ];
    const ENGLISH: &[&str] = &[
        "5_km, 20_% and 20_per cent, but 20 per year",
        "4.3_million people and DKK_30_million",
        "30_million_DKK, £_5 and €5_million",
        "On 1_July 2022, on July_1, 2022 and on July_1",
        "In July 10,000 people, in May 20 cities, July 2023, 2022 July and 5 july",
        "No._4, no._4, pp._12–14, Section_3 and (see Figure_2)",
        "at each table 4 people; in section 5 cities",
        "25_°C at 10_a.m. or 10_pm",
        "In 2022 £5_million, in 2022 £_5_million and for 5 $10 tickets",
        "the 17 goals, the 17 members, I am 5 and e._g. 7",
    ];

    fn assert_bound(language: &str, texts: &[&str]) {
        let language = Language::parse(language).unwrap();
        for text in texts {
            let plain = text.replace('_', " ");
            assert_eq!(bound(&plain, language).replace(NO_BREAK, "_"), **text);
        }
    }

    #[test]
    fn what_belongs_together_is_bound_and_nothing_else() {
        assert_bound("da", DANISH);
        assert_bound("en", ENGLISH);
        assert_bound("en-gb", ENGLISH);
    }

    #[test]
    fn a_language_that_is_not_known_has_the_signs_of_all_languages() {
        assert_bound("de", &["20_%, 5_km, §_3 und 30_EUR", "3 mio. kr., 1. juli, nr. 4, kl. 10, f. eks."]);
    }

    #[test]
    fn a_text_without_such_blanks_is_not_copied() {
        let danish = Language::parse("da").unwrap();
        for text in ["I 2022 blev der vedtaget 17 mål.", "5\u{a0}km"] {
            assert!(matches!(bound(text, danish), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn no_chain_is_longer_than_a_number_its_unit_and_its_money() {
        assert_bound("da", &["kl._10_km 5_km 5_km", "§_3_mio. kr."]);
    }
}
