//! What can be told of a text by itself, without knowing its page: which language it is in, and
//! whether it is written in capitals.

mod capitals;
mod language;
mod small_words;

pub use capitals::capitals;
pub use language::{Heard, hear};
