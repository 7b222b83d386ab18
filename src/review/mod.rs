//! Whether the halves of a pair say the same.
//!
//! - [`Judgements`] keeps what was found of each pair, and looks again only at those that have changed.
//! - `parity` compares two halves as they stand: whether one has what the other has.

mod judgements;
mod parity;

pub use judgements::Judgements;
