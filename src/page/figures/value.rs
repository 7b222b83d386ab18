//! What a figure says, whatever language it is written in.

/// A number as it is meant: `1.300` in Danish is 13 times 10².
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal {
    /// Without noughts at its end.
    mantissa: u64,
    exponent: i16,
}

/// The value of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A number, a year, the hour and minutes of a time (as `10.30`), or the number of an order (`3rd`).
    Number(Decimal),
    /// So many hundredths.
    Percent(Decimal),
    /// A day of the year.
    Day {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// A month before its year.
    Month(u8),
}

/// A kind of figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A number that may be a year.
    Year,
    /// Any other number.
    Number,
    /// So many hundredths.
    Percent,
    /// A day.
    Day,
    /// A month.
    Month,
}

impl Decimal {
    /// That many times that power of ten.
    pub fn new(mut mantissa: u64, mut exponent: i16) -> Self {
        if mantissa == 0 {
            return Self { mantissa, exponent: 0 };
        }
        while mantissa.is_multiple_of(10) {
            (mantissa, exponent) = (mantissa / 10, exponent.saturating_add(1));
        }
        Self { mantissa, exponent }
    }

    /// The number that some digits give, the last `decimals` of them behind the comma. A number too long to be counted
    /// with keeps enough of its digits to be told from others.
    pub(super) fn of_digits(digits: impl Iterator<Item = u8>, decimals: usize) -> Self {
        let add = |sum: u64, digit: u8| sum.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
        Self::new(digits.fold(0, add), -i16::try_from(decimals).unwrap_or(i16::MAX))
    }

    /// Times a power of ten.
    pub(super) fn scaled(self, power: i16) -> Self {
        Self::new(self.mantissa, self.exponent.saturating_add(power))
    }

    /// Its value, as near as is needed to see which of two is the greater.
    pub(super) fn approximate(self) -> f64 {
        self.mantissa as f64 * 10_f64.powi(self.exponent.into())
    }

    /// Its value, if it is a whole number that is not too great.
    pub(super) fn whole(self) -> Option<u64> {
        10_u64.checked_pow(u32::try_from(self.exponent).ok()?)?.checked_mul(self.mantissa)
    }
}

impl Decimal {
    fn is_year(self) -> bool {
        self.whole().is_some_and(|whole| (1500..2200).contains(&whole))
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(Decimal::new(number, 0))
    }
}

impl Value {
    /// All that can be compared where it is not known how one of the languages writes numbers, or what its words for
    /// thousands and months are: the digits, whatever they count.
    #[must_use]
    pub fn blurred(self) -> Self {
        match self {
            Self::Number(number) | Self::Percent(number) => Self::Number(Decimal { exponent: 0, ..number }),
            Self::Day { day, .. } => Self::Number(Decimal { exponent: 0, ..Decimal::new(day.into(), 0) }),
            Self::Month(_) => self,
        }
    }

    /// What kind of value it is: one may have been written in place of another of its kind.
    pub fn kind(self) -> Kind {
        match self {
            Self::Number(number) if number.is_year() => Kind::Year,
            Self::Number(_) => Kind::Number,
            Self::Percent(_) => Kind::Percent,
            Self::Day { .. } => Kind::Day,
            Self::Month(_) => Kind::Month,
        }
    }
}
