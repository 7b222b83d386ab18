//! The small words of a language, which hardly a sentence does without.
//!
//! Words that are spelt the same in another of these languages are left out (Danish and English: `for`, `at`, `under`,
//! `is`, `by`), and so are those that a neighbour has (`was` and `will` in German).

/// Whether a word is one of the small words of a language; `None` for a language whose small words are not known.
pub(super) fn of(language: &str) -> Option<fn(&[u8]) -> bool> {
    match language {
        "da" => Some(is_danish),
        "en" => Some(is_english),
        _ => None,
    }
}

/// No small word is longer.
const LONGEST: usize = 8;

/// Calls a rule with a word in small letters. Only A to Z are made small, as no small word needs more.
fn lower(word: &[u8], rule: fn(&[u8]) -> bool) -> bool {
    let mut small = [0; LONGEST];
    word.len() <= LONGEST && {
        small[..word.len()].copy_from_slice(word);
        small.make_ascii_lowercase();
        rule(&small[..word.len()])
    }
}

fn is_danish(word: &[u8]) -> bool {
    lower(word, |word| {
        matches!(
            word,
            b"og"
                | b"af"
                | b"det"
                | b"er"
                | b"til"
                | b"som"
                | b"der"
                | b"med"
                | b"ikke"
                | b"den"
                | b"et"
                | b"en"
                | b"har"
                | b"kan"
                | b"skal"
                | b"vil"
                | b"bliver"
                | b"blev"
                | b"fra"
                | b"eller"
                | b"sig"
                | b"om"
                | b"hvor"
                | b"hvad"
                | b"efter"
                | b"ved"
                | b"deres"
                | b"mellem"
                | b"denne"
                | b"disse"
                | b"dette"
                | b"mere"
                | b"mod"
                | b"uden"
                | b"gennem"
                | b"alle"
                | b"kun"
                | b"sin"
                | b"sit"
                | b"sine"
                | b"ind"
                | b"ud"
                | b"jeg"
                | b"os"
                | b"vores"
                | b"hvis"
                | b"fordi"
                | b"p\xc3\xa5"
                | b"ogs\xc3\xa5"
                | b"s\xc3\xa5"
                | b"n\xc3\xa5r"
                | b"f\xc3\xa5r"
                | b"v\xc3\xa6re"
        )
    })
}

fn is_english(word: &[u8]) -> bool {
    lower(word, |word| {
        matches!(
            word,
            b"the"
                | b"of"
                | b"and"
                | b"with"
                | b"that"
                | b"this"
                | b"from"
                | b"which"
                | b"are"
                | b"were"
                | b"must"
                | b"their"
                | b"they"
                | b"them"
                | b"through"
                | b"how"
                | b"what"
                | b"when"
                | b"where"
                | b"more"
                | b"than"
                | b"these"
                | b"those"
                | b"its"
                | b"can"
                | b"could"
                | b"should"
                | b"would"
                | b"between"
                | b"into"
                | b"about"
                | b"other"
                | b"our"
                | b"your"
                | b"you"
                | b"been"
                | b"being"
                | b"such"
                | b"every"
                | b"each"
                | b"because"
                | b"does"
                | b"not"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_word_is_known_by_its_letters_whatever_their_size() {
        assert!(["Og", "OG", "på", "også", "være"].iter().all(|word| is_danish(word.as_bytes())));
        assert!(["The", "between"].iter().all(|word| is_english(word.as_bytes())));
        assert!(!["by", "the", "", "kommunens"].iter().any(|word| is_danish(word.as_bytes())));
        assert!(!["by", "og", "through-"].iter().any(|word| is_english(word.as_bytes())));
        assert!(of("kl").is_none());
    }
}
