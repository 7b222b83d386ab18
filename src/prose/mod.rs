//! What can be told of a text by itself, without knowing its page: which language it is in.

mod language;
mod small_words;

pub use language::{Heard, hear};
