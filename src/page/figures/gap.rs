//! What may stand between the parts of a figure, or between two figures that belong together.

use super::{OPAQUE, STOP};

/// What stands between two parts of a figure, or two figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
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
    pub(super) fn of(text: &str) -> Self {
        // Nothing that is looked for is longer, and no figure reaches across a stop or something that is no text.
        if text.len() > 24 || text.contains([STOP, OPAQUE]) {
            return Self::Far;
        }
        let ordered = ["st", "nd", "rd", "th", "."].iter().find_map(|ending| text.strip_prefix(ending));
        let trimmed = ordered.unwrap_or(text).trim();
        match trimmed {
            "" if text.is_empty() => Self::Nothing,
            "" if ordered.is_some() => Self::Order,
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
    pub(super) fn is_of_day(self) -> bool {
        matches!(self, Self::Nothing | Self::Blank | Self::Order)
    }

    pub(super) fn is_range(self) -> bool {
        matches!(self, Self::Hyphen | Self::Dash | Self::To)
    }

    pub(super) fn is_list(self) -> bool {
        self.is_range() || matches!(self, Self::And | Self::Comma)
    }
}
