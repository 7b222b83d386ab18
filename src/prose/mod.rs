//! What can be told of a text by itself, without knowing its page: which language it is in, whether it is written in
//! capitals, where its sentences end, how hard it is to read, and at which blanks its lines must not break.

mod capitals;
mod language;
mod readability;
mod sentences;
mod small_words;
mod typography;

pub use capitals::capitals;
pub use language::{Heard, hear};
pub use readability::{Band, Counts, Measure};
pub use sentences::sentences;
pub use typography::{bound, holds_over};
