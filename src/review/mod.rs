//! Whether the halves of a page say the same.
//!
//! - [`Judgements`] keeps what was found of each pair, and looks again only at those that have changed.
//! - `parity` compares two halves as they stand: whether one has what the other has.
//! - [`readability`] tells how hard a half is to read.
//! - A half is held against the text that a person last checked ([`Record`]), whichever language was written first. Nothing
//!   goes by dates or by version control. The records are read by [`crate::source`] and written by [`crate::author`].

mod difference;
mod judgements;
mod overview;
mod parity;
mod readability;
mod record;
mod records;
mod rows;
mod stale;
mod standing;

pub use difference::{Difference, differences};
pub use judgements::Judgements;
pub use overview::{Stand, overview};
pub use readability::{HardSentence, Readability, readability};
pub use record::{Check, Record, read};
pub use records::{Filed, Found, Records};
pub use rows::{Row, rows};
pub use standing::{Change, Changes, Sides, Standing, State, sides};
