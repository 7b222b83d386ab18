//! The words of a text, as they are looked for: without regard to capitals, accents, or how æ, ø and å are typed.
//!
//! The script that asks does the same to what a reader types. Where one of the two changes, the other must.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The words of a text, each folded.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    raw(text).map(fold)
}

/// The words of a text as they are written: letters and digits, and an apostrophe between two letters.
fn raw(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = &rest[rest.find(is_part)?..];
        let (word, after) = rest.split_at(end(rest));
        rest = after;
        Some(word)
    })
}

/// Where the word ends with which a text begins.
fn end(text: &str) -> usize {
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let joins = is_apostrophe(sign) && signs.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !is_part(sign) && !joins {
            return at;
        }
    }
    text.len()
}

fn is_part(sign: char) -> bool {
    sign.is_alphanumeric() || is_accent(sign)
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’')
}

/// Whether a sign stands upon the letter before it.
fn is_accent(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign)
}

/// A word as it is looked for: *København* as *koebenhavn*, *Århus* and *Aarhus* as *aarhus*, *Zürich* as *zurich*.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.chars().filter(|&sign| !is_apostrophe(sign)).map(|sign| sign.to_ascii_lowercase()).collect();
    }
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(word).to_lowercase();
    let mut out = String::with_capacity(composed.len());
    for sign in composed.chars() {
        match sign {
            'æ' | 'ä' => out.push_str("ae"),
            'ø' | 'ö' | 'œ' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            'ß' => out.push_str("ss"),
            sign if !is_apostrophe(sign) => out.push(sign),
            _ => {}
        }
    }
    let plain = DecomposingNormalizerBorrowed::new_nfd().normalize(&out);
    plain.chars().filter(|&sign| !is_accent(sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_as_a_reader_may_type_them() {
        for (text, expected) in [
            ("København og Århus", "koebenhavn og aarhus"),
            ("Aarhus, A\u{30a}rhus", "aarhus aarhus"),
            ("Zürich, Malmö, São Paulo", "zurich malmoe sao paulo"),
            ("C40-byer (2,5 mio.)", "c40 byer 2 5 mio"),
            ("Copenhagen’s cities' O'Hara ’tis", "copenhagens cities ohara tis"),
            ("1.300 · 50 %", "1 300 50"),
            ("Ταξίδι — 東京", "ταξιδι 東京"),
            ("''", ""),
        ] {
            assert_eq!(words(text).collect::<Vec<_>>().join(" "), expected);
        }
    }
}
