//! Where the sentences of a text begin and end, and what its words are.

use std::ops::Range;

/// The sentences of a passage, by their place in it.
///
/// A sentence ends with a full stop, a question mark, an exclamation mark or three dots, with quotation marks and brackets
/// behind it, where a capital or a figure follows; and where the passage ends. No sentence ends with `fx`, `ca.`, `dvs.`,
/// `e.g.` and the like, nor behind the day of a date (`1. juli`), as no capital follows it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let tokens: Vec<Range<usize>> = tokens(text).collect();
    let mut found = Vec::new();
    let mut from = None;
    for (number, token) in tokens.iter().enumerate() {
        let start = *from.get_or_insert(token.start);
        let next = tokens.get(number + 1).map(|next| &text[next.clone()]);
        if next.is_none_or(|next| ends_before(&text[token.clone()], next)) {
            found.push(start..token.end);
            from = None;
        }
    }
    found.retain(|at| words(&text[at.clone()]).next().is_some());
    found
}

/// The words of a text: whatever stands between blanks and holds a letter or a figure, without the signs round it.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty())
}

fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let start = |token: &str| token.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(move |token| start(token)..start(token) + token.len())
}

/// Whether a sentence ends with a token, before the next one.
fn ends_before(token: &str, next: &str) -> bool {
    let core = token.trim_end_matches(['"', '”', '’', '\'', '«', '»', ')', ']']);
    let Some(stop) = core.chars().last().filter(|c| matches!(c, '.' | '!' | '?' | '…')) else { return false };
    let follows = next.chars().find(|c| c.is_alphanumeric());
    if !follows.is_some_and(|c| c.is_uppercase() || c.is_numeric()) {
        return false;
    }
    stop != '.' || core.ends_with("..") || !is_shortened(core, next)
}

/// Whether a full stop belongs to the word before it.
fn is_shortened(token: &str, next: &str) -> bool {
    let word = token.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end_matches('.').to_lowercase();
    let before_figure = next.starts_with(|c: char| c.is_numeric());
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let is_day = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) && before_figure;
    is_initial || is_day || NEVER_LAST.contains(&word.as_str()) || before_figure && BEFORE_FIGURES.contains(&word.as_str())
}

/// Abbreviations behind which a sentence goes on.
const NEVER_LAST: [&str; 53] = [
    "adm", "afs", "al", "approx", "art", "bl.a", "ca", "cf", "d.v.s", "dr", "dvs", "e.g", "eds", "ekskl", "esp", "evt", "f.eks", "fig",
    "fr", "fx", "hhv", "hr", "i.e", "i.f.t", "ift", "iht", "incl", "inkl", "jf", "kap", "m.h.t", "maks", "max", "messrs", "mht", "min",
    "mr", "mrs", "ms", "nb", "p.g.a", "pga", "pp", "pr", "prof", "red", "sdr", "skt", "sml", "st", "tlf", "vedr", "vs",
];

/// Abbreviations behind which a figure belongs to them.
const BEFORE_FIGURES: [&str; 12] = ["bd", "bind", "kl", "kr", "no", "nos", "nr", "pct", "para", "sec", "stk", "vol"];

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn a_sentence_ends_where_its_stop_is_followed_by_a_capital() {
        assert_eq!(found("Byen vokser. Hvorfor? Fordi den kan! Og så …"), ["Byen vokser.", "Hvorfor?", "Fordi den kan!", "Og så …"]);
        assert_eq!(found("Hun sagde: »Ja.« Han sagde “No.” (De gik.) Slut"), ["Hun sagde: »Ja.«", "Han sagde “No.”", "(De gik.)", "Slut"]);
        assert_eq!(found("I 2025. Derefter i 2030. 14 byer er med"), ["I 2025.", "Derefter i 2030.", "14 byer er med"]);
        assert_eq!(found(" – … ."), [""; 0]);
        assert_eq!(found(""), [""; 0]);
    }

    #[test]
    fn a_stop_that_belongs_to_a_word_or_a_figure_ends_no_sentence() {
        for whole in [
            "Den 1. juli 2022 begynder løbet fx i København, dvs. Danmarks hovedstad, jf. Planen.",
            "Der er ca. 100 byer, bl.a. Hamburg, med 4,3 mio. indbyggere og 1.300 medlemmer, kl. 10 d. 3. 4. 2022.",
            "Cities, e.g. Copenhagen, i.e. The capital, have approx. 4.3 million people at no. 7, see Dr. H. C. Andersen vs. Mr. Jones.",
            "Se www.kk.dk/klima.html og C40.",
        ] {
            assert_eq!(found(whole), [whole]);
        }
        assert_eq!(
            found("Netværk, projekter osv. Byen er med. The answer is no. The end."),
            ["Netværk, projekter osv.", "Byen er med.", "The answer is no.", "The end."]
        );
    }

    #[test]
    fn words_are_what_stands_between_blanks() {
        let all: Vec<&str> = words("EU-projekter – 4,3 mio. »borgere« (ca. 10.000–15.000) …").collect();
        assert_eq!(all, ["EU-projekter", "4,3", "mio", "borgere", "ca", "10.000–15.000"]);
    }
}
