//! From the parts of a text to its figures: a number and what makes a percentage, a million or a date of it.

use std::ops::Range;

use super::Weight;
use super::gap::Gap;
use super::lex::{Kind, Number, Token, lex};
use super::rules::Rules;
use super::suffix::{Shared, Suffix};
use super::value::{Decimal, Value};
use super::words::Meaning;

/// A figure in a text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) at: Range<usize>,
    pub(super) value: Value,
    pub(super) weight: Weight,
    /// The number, if nothing belongs to it yet that another one may share with it.
    pub(super) bare: Option<Decimal>,
    /// What the number before it may share with it: `10-15.000`, `4 til 5 mio.`, `20 og 30 %`.
    pub(super) shares: Option<Shared>,
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

/// A text being read.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) rules: Rules,
    pub(super) tokens: &'a [Token],
    pub(super) found: Vec<Found>,
}

impl Reader<'_> {
    pub(super) fn push(&mut self, at: Range<usize>, value: Value, weight: Weight) {
        self.found.push(Found { at, value, weight, bare: None, shares: None });
    }

    /// What stands between the end of one thing and the start of another, without the blanks round it.
    pub(super) fn gap(&self, from: usize, to: usize) -> Gap {
        self.text.get(from..to).map_or(Gap::Far, Gap::of)
    }

    pub(super) fn gap_before(&self, token: usize) -> Gap {
        let from = token.checked_sub(1).map_or(0, |last| self.tokens[last].at.end);
        self.gap(from, self.tokens[token].at.start)
    }

    /// The number of a token, if it is nothing but digits.
    pub(super) fn digits(&self, token: usize) -> Option<(u64, u8)> {
        match self.tokens.get(token)?.kind {
            Kind::Number(number) if number.digits > 0 && !number.is_named => Some((number.value.whole()?, number.digits)),
            _ => None,
        }
    }

    /// The day that the number of a token may be.
    pub(super) fn day(&self, token: usize) -> Option<u8> {
        let (number, digits) = self.digits(token)?;
        u8::try_from(number).ok().filter(|day| (1..=31).contains(day) && digits <= 2)
    }

    fn number(&mut self, token: usize, number: Number) -> usize {
        let at = self.tokens[token].at.clone();
        if number.is_named || self.text[..at.start].ends_with('+') {
            self.push(at, Value::Number(number.value), Weight::Mute);
            return token + 1;
        }
        let whole = self.telephone(token).or_else(|| self.date(token));
        whole.unwrap_or_else(|| self.sized(token, number))
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
            suffix.complete(&mut found, number.value);
            found.at = at.clone();
        }
        self.found.push(found);
        self.after(token, at.end)
    }

    /// The first token that does not begin before that place.
    fn after(&self, token: usize, end: usize) -> usize {
        token + 1 + self.tokens[token + 1..].iter().take_while(|token| token.at.start < end).count()
    }

    /// A telephone number in groups of two or four digits.
    fn telephone(&mut self, token: usize) -> Option<usize> {
        let size = self.digits(token)?.1;
        let of_size = |next: usize| self.digits(next).is_some_and(|(_, digits)| digits == size) && self.gap_before(next) == Gap::Blank;
        let count = 1 + (token + 1..self.tokens.len()).take(4).take_while(|next| of_size(*next)).count();
        if !matches!((size, count), (2, 4) | (4, 2)) || (size == 4 && self.digits(token)?.0 < 2200) {
            return None;
        }
        let last = token + count - 1;
        let at = self.tokens[token].at.start..self.tokens[last].at.end;
        let digits = self.text[at.clone()].bytes().filter(u8::is_ascii_digit);
        self.push(at.clone(), Value::Number(Decimal::of_digits(digits, 0)), Weight::Firm);
        Some(last + 1)
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
            suffix.complete(&mut found, Decimal::new(number, 0));
        }
        let end = found.at.end;
        self.found.push(found);
        self.after(next - 1, end)
    }

    fn is_hundred(&self, token: usize) -> bool {
        let is_power = self.tokens.get(token).is_some_and(|token| matches!(token.kind, Kind::Word(Meaning::Power(2))));
        is_power && self.gap_before(token) == Gap::Blank
    }
}
