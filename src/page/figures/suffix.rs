//! What stands behind a number and makes a percentage, a million or a time of it, and what it shares of that with the
//! number before it.

use super::gap::Gap;
use super::lex::is_currency;
use super::read::{Found, Reader};
use super::value::{Decimal, Value};
use super::words::Meaning;

/// What two numbers have in common, written once behind the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shared {
    /// The noughts of `15.000`.
    Thousands,
    Power(u8),
    Percent,
    Afternoon,
}

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Suffix {
    Shared(Shared),
    Morning,
    PerMille,
    Decade,
}

impl Suffix {
    /// Gives a number what stands behind it.
    pub(super) fn complete(self, found: &mut Found, number: Decimal) {
        found.value = match self {
            Self::Shared(Shared::Thousands) => found.value,
            Self::Shared(Shared::Power(power)) => Value::Number(number.scaled(power.into())),
            Self::Shared(Shared::Percent) => Value::Percent(number),
            Self::PerMille => Value::Percent(number.scaled(-1)),
            Self::Shared(Shared::Afternoon) => afternoon(number),
            Self::Morning if number.whole() == Some(12) => Value::from(0),
            Self::Morning => found.value,
            Self::Decade => decade(number).map_or(found.value, Value::from),
        };
        if let Self::Shared(shared) = self {
            found.shares = Some(shared);
        }
        found.bare = None;
    }
}

impl Reader<'_> {
    /// What stands behind a number that ends there, and how long it is. Where it begins is told of digits alone.
    pub(super) fn suffix(&self, end: usize, digits: Option<usize>) -> Option<(Suffix, usize)> {
        let rest = &self.text[end..];
        let close = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
        let blanks = rest.len() - close.len();
        if blanks > 3 {
            return None;
        }
        for (sign, suffix) in [("%", Suffix::Shared(Shared::Percent)), ("‰", Suffix::PerMille)] {
            if close.starts_with(sign) {
                return Some((suffix, blanks + sign.len()));
            }
        }
        let words = self.rules.words?;
        if blanks == 0 && digits.is_some() {
            let word = rest.trim_start_matches(['\'', '’']);
            let length = letters(word);
            if matches!(&word[..length], "s" | "er" | "erne" | "ernes") {
                return Some((Suffix::Decade, rest.len() - word.len() + length));
            }
        }
        let length = letters(close);
        let word = &close[..length];
        let suffix = match word.to_ascii_lowercase().as_str() {
            "" => return None,
            "procent" | "pct" | "percent" | "procentpoint" | "percentage" => Suffix::Shared(Shared::Percent),
            "per" if close[length..].trim_start().starts_with("cent") => {
                return Some((Suffix::Shared(Shared::Percent), blanks + length + close[length..].find("cent")? + 4));
            }
            "am" if digits.is_some() => Suffix::Morning,
            "pm" if digits.is_some() => Suffix::Shared(Shared::Afternoon),
            "a" if close[length..].starts_with(".m.") => return Some((Suffix::Morning, blanks + 4)),
            "p" if close[length..].starts_with(".m.") => return Some((Suffix::Shared(Shared::Afternoon), blanks + 4)),
            "k" if blanks == 0 => Suffix::Shared(Shared::Power(3)),
            "m" if blanks == 0 && digits.is_some_and(|start| self.is_price(start)) => Suffix::Shared(Shared::Power(6)),
            _ => match words.meaning(word)? {
                Meaning::Power(power) => Suffix::Shared(Shared::Power(power)),
                Meaning::Count(..) | Meaning::Month(_) => return None,
            },
        };
        Some((suffix, blanks + length))
    }

    /// Whether the sign or code of a currency stands before a number.
    fn is_price(&self, start: usize) -> bool {
        let before = self.text[..start].trim_end();
        before.ends_with(['€', '£', '$'])
            || is_currency(&before[before.len() - before.bytes().rev().take_while(u8::is_ascii_alphabetic).count()..])
    }

    /// Gives each number what it shares with the one behind it.
    pub(super) fn share(&mut self) {
        for at in (1..self.found.len()).rev() {
            let (before, behind) = self.found.split_at_mut(at);
            let (Some(first), second) = (before.last_mut(), &mut behind[0]) else { continue };
            let Some(bare) = first.bare else { continue };
            let gap = Gap::of(&self.text[first.at.end..second.at.start]);
            let is_span = gap.is_range() || gap == Gap::And && is_between(&self.text[..first.at.start]);
            let year = bare.whole().filter(|year| (1500..2200).contains(year));
            let shared = second.shares.filter(|_| year.is_none());
            match shared {
                Some(shared) if is_span || shared == Shared::Percent && gap.is_list() => {
                    if let Some(value) = shared.given(bare, second.value) {
                        (first.value, first.bare, first.shares) = (value, None, Some(shared));
                    }
                }
                Some(_) => {}
                None => {
                    let is_close = matches!(gap, Gap::Slash | Gap::Hyphen | Gap::Dash) && second.at.len() == 2;
                    let short = second.bare.and_then(Decimal::whole).filter(|_| is_close);
                    if let Some((year, short)) = year.zip(short).filter(|(year, short)| *short > year % 100) {
                        second.value = Value::from(year / 100 * 100 + short);
                    }
                }
            }
        }
    }
}

impl Shared {
    /// The value of a number that shares this with the one behind it; `None` if it does not, as it would be the greater.
    fn given(self, bare: Decimal, second: Value) -> Option<Value> {
        let value = match self {
            Self::Percent => return Some(Value::Percent(bare)),
            Self::Thousands => Value::Number(bare.scaled(3)),
            Self::Power(power) => Value::Number(bare.scaled(power.into())),
            Self::Afternoon => afternoon(bare),
        };
        let (first, second) = (number(value)?.approximate(), number(second)?.approximate());
        // `10-15.000` begins with ten thousand, `1-90.000` with one.
        let is_near = self != Self::Thousands || first * 10.0 >= second;
        (first < second && is_near).then_some(value)
    }
}

fn number(value: Value) -> Option<Decimal> {
    if let Value::Number(number) = value { Some(number) } else { None }
}

/// The hour of the day of a time after noon.
fn afternoon(time: Decimal) -> Value {
    // Hours and minutes are four digits at most: `2.30`.
    let hundredths = time.scaled(2).whole().filter(|hundredths| *hundredths < 1200);
    Value::Number(hundredths.map_or(time, |hundredths| Decimal::new(hundredths + 1200, -2)))
}

/// The first year of a decade: those of two digits are of the last century, or of this one.
fn decade(number: Decimal) -> Option<u64> {
    let year = number.whole()?;
    match year {
        0..30 => Some(2000 + year),
        30..100 => Some(1900 + year),
        _ => None,
    }
}

/// How many bytes of letters a text begins with.
fn letters(text: &str) -> usize {
    text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())
}

/// Whether a text ends with what begins a span: `between 10 and 15,000`.
fn is_between(before: &str) -> bool {
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    matches!(word.as_str(), "mellem" | "between")
}
