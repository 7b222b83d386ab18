//! The parts of a text that figures are made of: numbers as they are written, and the words that belong to them.

use std::ops::Range;

use super::Weight;
use super::rules::Rules;
use super::value::Decimal;
use super::words::Meaning;

/// A part of a figure.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) at: Range<usize>,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Number(Number),
    /// Day and month, written as numbers.
    Day {
        month: u8,
        day: u8,
    },
    Word(Meaning),
}

/// A number in digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    pub(super) value: Decimal,
    /// How many digits there are, where nothing else is part of the number; 0 where something is.
    pub(super) digits: u8,
    /// Whether its thousands are set apart.
    pub(super) is_grouped: bool,
    /// Whether it is part of a name: `C40`, `covid-19`, `5G`.
    pub(super) is_named: bool,
}

/// Codes of currencies, which may stand close before a number and make no name of it.
const CURRENCIES: [&str; 8] = ["chf", "dkk", "eur", "gbp", "kr", "nok", "sek", "usd"];

/// Reads the parts of a text in their order.
pub(super) fn lex(text: &str, rules: Rules, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let (mut at, mut word) = (0, 0..0);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            let digits = Digits { text, rules, start: at, is_named: is_named_by(text, &word, at) };
            at = digits.read(tokens);
        } else if is_of_word(byte) {
            let end = at + bytes[at..].iter().take_while(|byte| is_of_word(**byte)).count();
            word = at..end;
            if is_address(&text[word.clone()], &text[end..]) {
                at = end + text[end..].find(char::is_whitespace).unwrap_or(text.len() - end);
                continue;
            }
            if let Some(meaning) = rules.words.and_then(|words| words.meaning(&text[word.clone()])) {
                tokens.push(Token { at: word.clone(), kind: Kind::Word(meaning) });
            } else if let Some(number) = roman(&bytes[word.clone()]) {
                // A king, a pope, a chapter: the other language may count them in digits.
                tokens.push(Token { at: word.clone(), kind: Kind::Word(Meaning::Count(number, Weight::Mute)) });
            }
            at = end;
        } else {
            // Signs of more than one byte go by as a whole.
            at += match byte {
                0x00..0xc0 => 1,
                0xc0..0xe0 => 2,
                0xe0..0xf0 => 3,
                0xf0.. => 4,
            };
        }
    }
}

/// The value of a Roman number from II to XXXIX, as far as it cannot be taken for the English word *I*.
fn roman(word: &[u8]) -> Option<u8> {
    if word == b"I" || word.len() > 7 || !word.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X')) {
        return None;
    }
    let value = |byte: u8| match byte {
        b'I' => 1_u8,
        b'V' => 5,
        _ => 10,
    };
    let values = word.iter().map(|byte| value(*byte));
    let following = values.clone().skip(1).chain([0]);
    let less = |(value, next): (u8, u8)| if value < next { -i16::from(value) } else { value.into() };
    u8::try_from(values.zip(following).map(less).sum::<i16>()).ok().filter(|number| *number > 1)
}

/// Whether a byte is part of a word. Letters outside ASCII are; what begins with 0xc2 or 0xe2 are hard blanks, dashes,
/// quotation marks and fractions, and with 0xf0 pictures.
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80 && !matches!(byte, 0xc2 | 0xe2 | 0xf0..)
}

fn is_address(word: &str, rest: &str) -> bool {
    rest.starts_with("://") || rest.starts_with('.') && word.eq_ignore_ascii_case("www")
}

/// Whether a number that begins there is part of a name with the last word before it: `C40`, `covid-19`; but not `DKK40`,
/// nor `post-2015`.
fn is_named_by(text: &str, word: &Range<usize>, at: usize) -> bool {
    if word.end == at {
        return at > 0 && !is_currency(&text[word.clone()]);
    }
    let is_hyphen = matches!(&text[word.end..at], "-" | "\u{2010}" | "\u{2011}");
    is_hyphen && word.end > 0 && text[at..].bytes().take_while(u8::is_ascii_digit).count() != 4
}

/// Whether a word is the code of a currency, which may stand close before a number.
pub(super) fn is_currency(word: &str) -> bool {
    CURRENCIES.iter().any(|code| word.eq_ignore_ascii_case(code))
}

/// A number that begins somewhere in a text.
struct Digits<'a> {
    text: &'a str,
    rules: Rules,
    start: usize,
    is_named: bool,
}

/// Some digits on end, and the sign before them.
#[derive(Debug, Clone)]
struct Run {
    sign: char,
    at: Range<usize>,
}

impl Digits<'_> {
    /// Reads the number, or the date. Gives where it ends.
    fn read(&self, tokens: &mut Vec<Token>) -> usize {
        let runs = self.runs();
        if let Some((day, month)) = self.date(&runs) {
            let (from, to) = (runs[0].at.start, runs[2].at.end);
            tokens.push(Token { at: from..to, kind: Kind::Day { month, day } });
            let year = self.text[runs[2].at.clone()].parse().unwrap_or(0);
            let year = if year < 100 { 2000 + year } else { year };
            let number = Number { value: Decimal::new(year, 0), digits: 4, is_grouped: false, is_named: false };
            tokens.push(Token { at: runs[2].at.clone(), kind: Kind::Number(number) });
            return to;
        }
        let (mut number, used) = self.number(&runs);
        let mut end = runs[used - 1].at.end;
        if let Some((value, more)) = self.minutes(&number, end).or_else(|| self.fraction(&number, end)) {
            (number.value, number.digits) = (value, 0);
            end += more;
        }
        tokens.push(Token { at: self.start..end, kind: Kind::Number(number) });
        end
    }

    /// The digits from here on, as long as no more than a sign stands between them that may be part of a number.
    fn runs(&self) -> Vec<Run> {
        let digits = |from: usize| from..from + self.text[from..].bytes().take_while(u8::is_ascii_digit).count();
        let mut runs = vec![Run { sign: ' ', at: digits(self.start) }];
        let mut end = runs[0].at.end;
        while let Some(sign) = self.text[end..].chars().next().filter(|sign| self.is_separator(*sign)) {
            let next = digits(end + sign.len_utf8());
            if next.is_empty() {
                break;
            }
            end = next.end;
            runs.push(Run { sign, at: next });
        }
        runs
    }

    fn is_separator(&self, sign: char) -> bool {
        matches!(sign, '.' | ',') || self.is_group(sign)
    }

    /// Whether a sign stands between thousands.
    fn is_group(&self, sign: char) -> bool {
        matches!(sign, '\u{a0}' | '\u{2009}' | '\u{202f}') || self.rules.separators.is_some_and(|separators| separators.group == sign)
    }

    /// Day and month of a date such as `1.7.2022` or `01.07.22`.
    fn date(&self, runs: &[Run]) -> Option<(u8, u8)> {
        let [day, month, year] = runs else { return None };
        let is_dotted = month.sign == '.' && year.sign == '.' && !self.is_named;
        let lengths = (day.at.len(), month.at.len(), year.at.len());
        let is_long = matches!(lengths, (1..=2, 1..=2, 4) | (2, 2, 2));
        let part = |run: &Run, most: u8| self.text[run.at.clone()].parse().ok().filter(|part| (1..=most).contains(part));
        (is_dotted && is_long).then_some(())?;
        Some((part(day, 31)?, part(month, 12)?))
    }

    /// The number that the first of some runs make, and how many of them.
    fn number(&self, runs: &[Run]) -> (Number, usize) {
        let first = runs[0].at.len();
        let of = |used: usize, decimals: usize| {
            let digits = runs[..used].iter().flat_map(|run| self.text[run.at.clone()].bytes());
            let digits_alone = if used == 1 { u8::try_from(first).unwrap_or(0) } else { 0 };
            Number { value: Decimal::of_digits(digits, decimals), digits: digits_alone, is_grouped: false, is_named: self.is_named }
        };
        let Some(next) = runs.get(1) else { return (of(1, 0), 1) };
        let Some(separators) = self.rules.separators else {
            // Which of them are decimals cannot be told; only the digits will be looked at.
            return (of(runs.len(), 0), runs.len());
        };
        let groups = runs[1..].iter().take_while(|run| self.is_group(run.sign) && run.sign == next.sign && run.at.len() == 3).count();
        let (is_grouped, used) = if groups > 0 && (1..=3).contains(&first) { (true, 1 + groups) } else { (false, 1) };
        if let Some(decimals) = runs.get(used).filter(|run| run.sign == separators.decimal)
            && runs.get(used + 1).is_none_or(|run| run.sign != separators.decimal)
        {
            return (Number { is_grouped, ..of(used + 1, decimals.at.len()) }, used + 1);
        }
        if is_grouped {
            return (Number { is_grouped, ..of(used, 0) }, used);
        }
        if next.sign == '.' && runs.len() > 2 && runs.iter().skip(1).all(|run| run.sign == '.') {
            // A version, or the number of a part of a text, by which it is called in every language.
            return (of(runs.len(), 3 * runs.len()), runs.len());
        }
        // The decimals of another language, a time (`10.30`), a target (`13.2`).
        let is_dotted = runs.len() == 2 && matches!(next.sign, '.' | ',') && next.at.len() <= 2;
        if is_dotted { (of(2, next.at.len()), 2) } else { (of(1, 0), 1) }
    }

    /// The minutes behind a colon, as decimals: so a time is the same with a full stop.
    fn minutes(&self, hours: &Number, end: usize) -> Option<(Decimal, usize)> {
        let minutes = self.text[end..].strip_prefix(':')?;
        let length = minutes.bytes().take_while(u8::is_ascii_digit).count();
        let minutes = minutes[..length].parse::<u64>().ok().filter(|minutes| length == 2 && *minutes < 60)?;
        let hours = hours.value.whole().filter(|whole| hours.digits <= 2 && hours.digits > 0 && *whole < 25)?;
        Some((Decimal::new(hours * 100 + minutes, -2), 1 + length))
    }

    /// A half or a quarter behind a whole number.
    fn fraction(&self, number: &Number, end: usize) -> Option<(Decimal, usize)> {
        let sign = self.text[end..].chars().next()?;
        let hundredths = match sign {
            '¼' => 25,
            '½' => 50,
            '¾' => 75,
            _ => return None,
        };
        let whole = number.value.whole()?.checked_mul(100)?.checked_add(hundredths)?;
        Some((Decimal::new(whole, -2), sign.len_utf8()))
    }
}
