//! Dates: days of months and months of years, in the many ways in which they are written.

use super::Weight;
use super::gap::Gap;
use super::lex::{Kind, Token};
use super::read::Reader;
use super::value::{Decimal, Value};
use super::words::Meaning;

impl Reader<'_> {
    /// Reads a date that begins with a number. Gives the token behind it.
    pub(super) fn date(&mut self, token: usize) -> Option<usize> {
        self.written_date(token).or_else(|| self.slashed_date(token)).or_else(|| self.day_of_month(token))
    }

    /// `1. juli`, `1st of July`.
    fn day_of_month(&mut self, token: usize) -> Option<usize> {
        let day = self.day(token)?;
        let Token { at: word, kind: Kind::Word(Meaning::Month(month)) } = self.tokens.get(token + 1)? else { return None };
        self.gap_before(token + 1).is_of_day().then_some(())?;
        let start = self.tokens[token].at.start;
        self.days_before(*month, start);
        self.push(start..word.end, Value::Day { month: *month, day }, Weight::Firm);
        Some(token + 2)
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
    pub(super) fn month(&mut self, token: usize, month: u8) -> usize {
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
}
