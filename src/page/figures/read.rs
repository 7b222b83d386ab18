//! From the parts of a text to its figures: a number and what makes a percentage, a million or a date of it.

use std::ops::Range;

use super::Weight;
use super::lex::{Kind, Number, Token, is_currency, lex};
use super::rules::Rules;
use super::value::{Decimal, Value};
use super::words::Meaning;

/// A figure in a text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) at: Range<usize>,
    pub(super) value: Value,
    pub(super) weight: Weight,
    /// The number, if nothing belongs to it yet that another one may share with it.
    bare: Option<Decimal>,
    /// What the number before it may share with it: `10-15.000`, `4 til 5 mio.`, `20 og 30 %`.
    shares: Option<Shared>,
}

/// What two numbers have in common, written once behind the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shared {
    /// The noughts of `15.000`.
    Thousands,
    Power(u8),
    Percent,
    Afternoon,
}

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Suffix {
    Shared(Shared),
    Morning,
    PerMille,
    Decade,
}

/// Reads the figures of a text in their order.
pub(super) fn read(text: &str, rules: Rules) -> Vec<Found> {
    let mut tokens = Vec::new();
    lex(text, rules, &mut tokens);
    let mut reader = Reader { text, rules, tokens: &tokens, found: Vec::new() };
    let mut next = 0;
    while let Some(token) = tokens.get(next) {
        next = match token.kind {
            Kind::Number(number) => reader.number(next, number),
            Kind::Day { month, day } => {
                reader.push(token.at.clone(), Value::Day { month, day }, Weight::Firm);
                next + 1
            }
            Kind::Word(Meaning::Month(month)) => reader.month(next, month),
            Kind::Word(_) => reader.counted(next),
        };
    }
    reader.share();
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    rules: Rules,
    tokens: &'a [Token],
    found: Vec<Found>,
}

impl Reader<'_> {
    fn push(&mut self, at: Range<usize>, value: Value, weight: Weight) {
        self.found.push(Found { at, value, weight, bare: None, shares: None });
    }

    /// What stands between the end of one thing and the start of another, without the blanks round it.
    fn gap(&self, from: usize, to: usize) -> Gap {
        self.text.get(from..to).map_or(Gap::Far, Gap::of)
    }

    fn gap_before(&self, token: usize) -> Gap {
        let from = token.checked_sub(1).map_or(0, |last| self.tokens[last].at.end);
        self.gap(from, self.tokens[token].at.start)
    }

    /// The number of a token, if it is nothing but digits.
    fn digits(&self, token: usize) -> Option<(u64, u8)> {
        match self.tokens.get(token)?.kind {
            Kind::Number(number) if number.digits > 0 && !number.is_named => Some((number.value.whole()?, number.digits)),
            _ => None,
        }
    }

    /// The day that the number of a token may be.
    fn day(&self, token: usize) -> Option<u8> {
        let (number, digits) = self.digits(token)?;
        u8::try_from(number).ok().filter(|day| (1..=31).contains(day) && digits <= 2)
    }

    fn number(&mut self, token: usize, number: Number) -> usize {
        let at = self.tokens[token].at.clone();
        if number.is_named || self.text[..at.start].ends_with('+') {
            self.push(at, Value::Number(number.value), Weight::Mute);
            return token + 1;
        }
        if let Some(next) = self.telephone(token).or_else(|| self.written_date(token)).or_else(|| self.slashed_date(token)) {
            return next;
        }
        if let (Some(day), Some(Token { at: word, kind: Kind::Word(Meaning::Month(month)) })) =
            (self.day(token), self.tokens.get(token + 1))
            && self.gap(at.end, word.start).is_of_day()
        {
            let (month, end) = (*month, word.end);
            self.days_before(month, at.start);
            self.push(at.start..end, Value::Day { month, day }, Weight::Firm);
            return token + 2;
        }
        self.sized(token, number)
    }

    /// A number with what stands behind it.
    fn sized(&mut self, token: usize, number: Number) -> usize {
        let mut at = self.tokens[token].at.clone();
        let suffix = self.suffix(at.end, Some(at.start));
        let is_sign = suffix.is_none() && self.text[at.end..].starts_with(|c: char| c.is_ascii_uppercase());
        let mut found = Found {
            at: at.clone(),
            value: Value::Number(number.value),
            weight: if is_sign { Weight::Mute } else { Weight::Firm },
            bare: (!number.is_grouped).then_some(number.value),
            shares: number.is_grouped.then_some(Shared::Thousands),
        };
        if let Some((suffix, length)) = suffix {
            at.end += length;
            self.complete(&mut found, number.value, suffix);
            found.at = at.clone();
        }
        self.found.push(found);
        self.after(token, at.end)
    }

    /// The first token that does not begin before that place.
    fn after(&self, token: usize, end: usize) -> usize {
        token + 1 + self.tokens[token + 1..].iter().take_while(|token| token.at.start < end).count()
    }

    fn complete(&self, found: &mut Found, number: Decimal, suffix: Suffix) {
        found.value = match suffix {
            Suffix::Shared(Shared::Thousands) => found.value,
            Suffix::Shared(Shared::Power(power)) => Value::Number(number.scaled(power.into())),
            Suffix::Shared(Shared::Percent) => Value::Percent(number),
            Suffix::PerMille => Value::Percent(number.scaled(-1)),
            Suffix::Shared(Shared::Afternoon) => afternoon(number),
            Suffix::Morning if number.whole() == Some(12) => Value::from(0),
            Suffix::Morning => found.value,
            Suffix::Decade => decade(number).map_or(found.value, Value::from),
        };
        if let Suffix::Shared(shared) = suffix {
            found.shares = Some(shared);
        }
        found.bare = None;
    }

    /// What stands behind a number that ends there, and how long it is. Where it begins is told of digits alone.
    fn suffix(&self, end: usize, digits: Option<usize>) -> Option<(Suffix, usize)> {
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

    /// A telephone number in groups of two or four digits.
    fn telephone(&mut self, token: usize) -> Option<usize> {
        let size = self.digits(token)?.1;
        let of_size = |next: usize| self.digits(next).is_some_and(|(_, digits)| digits == size) && self.gap_before(next) == Gap::Blank;
        let count = 1 + (token + 1..self.tokens.len()).take_while(|next| of_size(*next)).count();
        if !matches!((size, count), (2, 4) | (4, 2)) || (size == 4 && self.digits(token)?.0 < 2200) {
            return None;
        }
        let last = token + count - 1;
        let at = self.tokens[token].at.start..self.tokens[last].at.end;
        let digits = self.text[at.clone()].bytes().filter(u8::is_ascii_digit);
        self.push(at.clone(), Value::Number(Decimal::of_digits(digits, 0)), Weight::Firm);
        Some(last + 1)
    }

    /// `2022-07-01`.
    fn written_date(&mut self, token: usize) -> Option<usize> {
        let ((year, 4), (month, 2), (_, 2)) = (self.digits(token)?, self.digits(token + 1)?, self.digits(token + 2)?) else { return None };
        let (month, day) = (u8::try_from(month).ok()?, self.day(token + 2)?);
        let is_close = [token + 1, token + 2].into_iter().all(|next| self.gap_before(next) == Gap::Hyphen);
        (is_close && (1..=12).contains(&month)).then_some(())?;
        self.push(self.tokens[token].at.clone(), Value::from(year), Weight::Firm);
        self.push(self.tokens[token + 1].at.start..self.tokens[token + 2].at.end, Value::Day { month, day }, Weight::Firm);
        Some(token + 3)
    }

    /// `1/7 2022`, `1/7-2022`, `01/07/2022`; without a year only behind `den` or `d.`, or it may be a fraction.
    fn slashed_date(&mut self, token: usize) -> Option<usize> {
        let (day, month) = (self.day(token)?, self.day(token + 1).filter(|month| *month <= 12)?);
        (self.gap_before(token + 1) == Gap::Slash).then_some(())?;
        let has_year = self.digits(token + 2).is_some_and(|(_, digits)| digits == 4)
            && matches!(self.gap_before(token + 2), Gap::Slash | Gap::Blank | Gap::Hyphen);
        let start = self.tokens[token].at.start;
        let before = &self.text[..start];
        (has_year || before.ends_with("den ") || before.ends_with("d. ")).then_some(())?;
        self.push(start..self.tokens[token + 1].at.end, Value::Day { month, day }, Weight::Firm);
        Some(token + 2)
    }

    /// The numbers before a day may be days of the same month: `1.-3. juli`, `1 and 3 July`.
    fn days_before(&mut self, month: u8, mut start: usize) {
        for at in (0..self.found.len()).rev() {
            let last = &self.found[at];
            let day = last.bare.and_then(Decimal::whole).and_then(|bare| u8::try_from(bare).ok()).filter(|day| (1..=31).contains(day));
            let Some(day) = day.filter(|_| self.gap(last.at.end, start).is_list()) else { return };
            let last = &mut self.found[at];
            (last.value, last.bare, last.shares) = (Value::Day { month, day }, None, None);
            start = last.at.start;
        }
    }

    /// A month that no day stands before: of a year, or with its day behind it.
    fn month(&mut self, token: usize, month: u8) -> usize {
        let at = self.tokens[token].at.clone();
        let Some((_, digits)) = self.digits(token + 1) else { return token + 1 };
        let gap = self.gap_before(token + 1);
        if digits == 4 && (gap.is_of_day() || gap == Gap::Comma) {
            self.push(at, Value::Month(month), Weight::Firm);
            return token + 1;
        }
        let has_days_behind = self.rules.words.is_some_and(|words| words.has_days_behind);
        let (Some(day), true) = (self.day(token + 1), has_days_behind && gap.is_of_day()) else { return token + 1 };
        self.push(at.start..self.tokens[token + 1].at.end, Value::Day { month, day }, Weight::Firm);
        let mut next = token + 2;
        // `July 1-3`, but not `July 1 and 3 August`.
        while let Some(day) = self.day(next).filter(|_| self.gap_before(next).is_range() && !self.is_day_of_month(next)) {
            self.push(self.tokens[next].at.clone(), Value::Day { month, day }, Weight::Firm);
            next += 1;
        }
        next
    }

    fn is_day_of_month(&self, token: usize) -> bool {
        let month = self.tokens.get(token + 1).filter(|next| matches!(next.kind, Kind::Word(Meaning::Month(_))));
        month.is_some() && self.gap_before(token + 1).is_of_day()
    }

    /// A number in words.
    fn counted(&mut self, token: usize) -> usize {
        let (mut sum, mut group, mut last) = (0_u64, None, None);
        let mut next = token;
        let mut weight = Weight::Mute;
        while let Some(Token { kind: Kind::Word(meaning), .. }) = self.tokens.get(next) {
            let gap = if next == token { Gap::Blank } else { self.gap_before(next) };
            match (*meaning, last) {
                (Meaning::Count(count, own), None) => (group, weight) = (Some(u64::from(count)), own),
                (Meaning::Count(count @ 1..10, _), Some(Meaning::Count(ten, _)))
                    if ten >= 20 && ten.is_multiple_of(10) && matches!(gap, Gap::Blank | Gap::Hyphen) =>
                {
                    group = group.map(|group| group + u64::from(count));
                }
                (Meaning::Count(count, _), Some(Meaning::Power(_)))
                    if gap == Gap::And || gap == Gap::Blank && self.is_hundred(next + 1) =>
                {
                    group = Some(group.unwrap_or(0) + u64::from(count));
                }
                (Meaning::Power(2), _) if gap == Gap::Blank => group = Some(group.unwrap_or(1).saturating_mul(100)),
                (Meaning::Power(power), _) if gap == Gap::Blank => {
                    let times = 10_u64.saturating_pow(power.into());
                    sum = group.take().unwrap_or(1).saturating_mul(times).saturating_add(sum);
                }
                _ => break,
            }
            if last.is_some() {
                weight = Weight::Soft;
            }
            last = Some(*meaning);
            next += 1;
        }
        if next == token {
            return token + 1;
        }
        let at = self.tokens[token].at.start..self.tokens[next - 1].at.end;
        let number = sum.saturating_add(group.unwrap_or(0));
        let bare = Some(Decimal::new(number, 0));
        let mut found = Found { at, value: Value::from(number), weight, bare, shares: None };
        if let (Some(Meaning::Power(power)), true) = (last, next > token + 1) {
            (found.bare, found.shares) = (None, Some(Shared::Power(power)));
        } else if let Some((suffix @ Suffix::Shared(Shared::Percent), length)) = self.suffix(found.at.end, None) {
            found.at.end += length;
            found.weight = Weight::Soft;
            self.complete(&mut found, Decimal::new(number, 0), suffix);
        }
        let end = found.at.end;
        self.found.push(found);
        self.after(next - 1, end)
    }

    fn is_hundred(&self, token: usize) -> bool {
        let is_power = self.tokens.get(token).is_some_and(|token| matches!(token.kind, Kind::Word(Meaning::Power(2))));
        is_power && self.gap_before(token) == Gap::Blank
    }

    /// Gives each number what it shares with the one behind it.
    fn share(&mut self) {
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

/// What stands between two parts of a figure, or two figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Nothing,
    Blank,
    /// A full stop or the ending of an order: `1. juli`, `1st of July`.
    Order,
    Hyphen,
    Dash,
    Slash,
    /// `til`, `to`.
    To,
    /// `og`, `and`, `eller`, `or`.
    And,
    Comma,
    /// Anything else.
    Far,
}

impl Gap {
    fn of(text: &str) -> Self {
        // Nothing that is looked for is longer.
        if text.len() > 24 {
            return Self::Far;
        }
        let ordered = ["st", "nd", "rd", "th", "."].iter().find_map(|ending| text.strip_prefix(ending));
        let trimmed = ordered.unwrap_or(text).trim();
        match trimmed {
            "" if text.is_empty() => Self::Nothing,
            "" if ordered.is_some() => Self::Order,
            "" if text.contains(['\n', '\u{1}']) => Self::Far,
            "" => Self::Blank,
            "of" => Self::Order,
            "-" | "\u{2010}" | "\u{2011}" => Self::Hyphen,
            "–" | "—" => Self::Dash,
            "/" => Self::Slash,
            "til" | "to" => Self::To,
            "og" | "and" | "eller" | "or" | "&" => Self::And,
            "," | ", og" | ", and" | ", or" => Self::Comma,
            _ => Self::Far,
        }
    }

    /// Whether a day and its month may stand round it.
    fn is_of_day(self) -> bool {
        matches!(self, Self::Nothing | Self::Blank | Self::Order)
    }

    fn is_range(self) -> bool {
        matches!(self, Self::Hyphen | Self::Dash | Self::To)
    }

    fn is_list(self) -> bool {
        self.is_range() || matches!(self, Self::And | Self::Comma)
    }
}
