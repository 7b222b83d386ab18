//! Whether a text is plainly in another language than its page.
//!
//! Two signs have to agree: the small words of the language, and what its letters look like. For most texts three small
//! words of the page's own language settle it at once. In doubt nothing is said: to be told of what is no fault is worse
//! than not to be told of one.

use whatlang::{Detector, Lang};

use super::small_words;
use crate::address::Language;

/// How the language of a text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It is the page's own.
    Own,
    /// It is another of the site's languages.
    Foreign(Language),
    /// Nobody can be sure: it is too short, or a name, or in a language that is not known.
    Unclear,
}

/// So many small words of a language make it likely.
const ENOUGH: usize = 3;

/// A shorter text may be a name.
const SHORTEST: usize = 6;

/// No text of so many words has fewer bytes: most texts that are too short are not even counted.
const FEWEST_BYTES: usize = 24;

/// Of a language whose small words are not known, more is needed.
const SHORTEST_BY_LETTERS: usize = 12;

/// So sure must the letters be where the small words agree.
const CONFIDENCE: f64 = 0.5;

/// A stretch in quotation marks of so many words is a name rather than a text.
const NAME: usize = 10;

/// Which language a text is in, among the page's own and the others of its site.
pub fn hear(text: &str, own: Language, all: &[Language]) -> Heard {
    if text.len() < FEWEST_BYTES {
        return Heard::Unclear;
    }
    let is_own = small_words::of(primary(&own));
    if is_own.is_some_and(|is_own| roughly_words(text).filter(|word| is_own(word)).nth(ENOUGH - 1).is_some()) {
        return Heard::Own;
    }
    let is_other = |other: &Language| primary(other) != primary(&own);
    if !all.iter().any(is_other) || words(text).nth(SHORTEST - 1).is_none() {
        return Heard::Unclear;
    }
    let text = &without_quoted_names(text);
    let others: Vec<Language> = all.iter().copied().filter(is_other).collect();
    let judge = |other: &Language| is_plainly(text, own, *other, &others);
    others.iter().copied().find(judge).map_or(Heard::Unclear, Heard::Foreign)
}

/// Whether a text is plainly in one language rather than in that of its page.
fn is_plainly(text: &str, own: Language, other: Language, others: &[Language]) -> bool {
    let count = words(text).count();
    let letters = || by_letters(text, own, others).filter(|(heard, _)| Some(*heard) == known(primary(&other)));
    match small_words::of(primary(&other)) {
        Some(is_small) => {
            let small = words(text).filter(|word| is_small(word.as_bytes())).count();
            let own_words = small_words::of(primary(&own)).map_or(0, |is_own| words(text).filter(|word| is_own(word.as_bytes())).count());
            count >= SHORTEST
                && small >= ENOUGH
                && own_words * ENOUGH <= small
                && !is_name(text, |word| is_small(word.as_bytes()))
                && letters().is_some_and(|(_, confidence)| confidence > CONFIDENCE)
        }
        None => {
            count >= SHORTEST_BY_LETTERS
                && !is_name(text, |_| false)
                && letters().is_some_and(|(heard, confidence)| {
                    let of_all = whatlang::detect(text);
                    confidence > 0.9 && of_all.is_some_and(|of_all| of_all.is_reliable() && of_all.lang() == heard)
                })
        }
    }
}

/// What the letters say, and how sure they are.
fn by_letters(text: &str, own: Language, others: &[Language]) -> Option<(Lang, f64)> {
    let site: Vec<Lang> = others.iter().chain([&own]).filter_map(|language| known(primary(language))).collect();
    let heard = Detector::with_allowlist(site).detect(text)?;
    Some((heard.lang(), heard.confidence()))
}

/// Whether most words that carry a meaning have a capital, as in the names of organisations and of works.
fn is_name(text: &str, is_small: impl Fn(&str) -> bool) -> bool {
    let (mut capital, mut all) = (0, 0);
    for word in words(text).filter(|word| !is_small(word)) {
        all += 1;
        capital += usize::from(word.starts_with(char::is_uppercase));
    }
    capital * 2 > all
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && c != '’' && c != '\'').filter(|word| !word.is_empty())
}

/// The words of a text, found quickly: what stands between blanks, without the full stop or comma behind it.
fn roughly_words(text: &str) -> impl Iterator<Item = &[u8]> {
    let without_stop = |word: &'_ [u8]| word.iter().rposition(|byte| !byte.is_ascii_punctuation()).map_or(0, |last| last + 1);
    text.as_bytes().split(|byte| matches!(byte, b' ' | b'\n')).map(move |word| &word[..without_stop(word)])
}

/// A text without what stands in quotation marks, unless that is long.
fn without_quoted_names(text: &str) -> String {
    const MARKS: [(char, &[char]); 4] = [('»', &['«']), ('“', &['”']), ('„', &['“', '”']), ('"', &['"'])];
    let mut kept = String::new();
    let mut rest = text;
    while let Some((at, open, ends)) =
        rest.char_indices().find_map(|(at, c)| MARKS.iter().find(|(open, _)| *open == c).map(|(open, ends)| (at, *open, *ends)))
    {
        let inside = &rest[at + open.len_utf8()..];
        let Some(end) = inside.find(ends) else { break };
        kept.push_str(&rest[..at]);
        if words(&inside[..end]).nth(NAME - 1).is_some() {
            kept.push_str(&inside[..end]);
        }
        kept.push(' ');
        let close = inside[end..].chars().next().map_or(0, char::len_utf8);
        rest = &inside[end + close..];
    }
    kept.push_str(rest);
    kept
}

/// The language of a tag without script or region.
pub(super) fn primary(language: &Language) -> &str {
    language.as_str().split('-').next().unwrap_or_default()
}

fn known(primary: &str) -> Option<Lang> {
    KNOWN.iter().find(|(tag, _)| *tag == primary).map(|(_, lang)| *lang)
}

/// The languages whose letters are known, by their tags.
const KNOWN: [(&str, Lang); 48] = [
    ("af", Lang::Afr),
    ("ar", Lang::Ara),
    ("be", Lang::Bel),
    ("bg", Lang::Bul),
    ("bn", Lang::Ben),
    ("ca", Lang::Cat),
    ("cs", Lang::Ces),
    ("cy", Lang::Cym),
    ("da", Lang::Dan),
    ("de", Lang::Deu),
    ("el", Lang::Ell),
    ("en", Lang::Eng),
    ("es", Lang::Spa),
    ("et", Lang::Est),
    ("fa", Lang::Pes),
    ("fi", Lang::Fin),
    ("fr", Lang::Fra),
    ("he", Lang::Heb),
    ("hi", Lang::Hin),
    ("hr", Lang::Hrv),
    ("hu", Lang::Hun),
    ("hy", Lang::Hye),
    ("it", Lang::Ita),
    ("ja", Lang::Jpn),
    ("ka", Lang::Kat),
    ("ko", Lang::Kor),
    ("la", Lang::Lat),
    ("lt", Lang::Lit),
    ("lv", Lang::Lav),
    ("mk", Lang::Mkd),
    ("nb", Lang::Nob),
    ("nl", Lang::Nld),
    ("no", Lang::Nob),
    ("pl", Lang::Pol),
    ("pt", Lang::Por),
    ("ro", Lang::Ron),
    ("ru", Lang::Rus),
    ("sk", Lang::Slk),
    ("sl", Lang::Slv),
    ("sr", Lang::Srp),
    ("sv", Lang::Swe),
    ("ta", Lang::Tam),
    ("th", Lang::Tha),
    ("tr", Lang::Tur),
    ("uk", Lang::Ukr),
    ("ur", Lang::Urd),
    ("vi", Lang::Vie),
    ("zh", Lang::Cmn),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(text: &str, languages: &str) -> Heard {
        let all: Vec<Language> = languages.split(' ').filter_map(Language::parse).collect();
        hear(text, all[0], &all)
    }

    fn foreign(language: &str) -> Heard {
        Heard::Foreign(Language::parse(language).expect("a language"))
    }

    const DANISH: &str = "Byen skal blive ved med at være mangfoldig, og der skal fortsat være plads til alle, der bor i den.";
    const ENGLISH: &str = "The city must remain diverse, and there must still be room for all of those who live in it.";
    const GERMAN: &str = "Die Stadt soll vielfältig bleiben, und für alle Menschen, die dort wohnen, muss weiterhin Platz sein.";
    const FRENCH: &str = "La ville doit rester diverse, et il doit toujours y avoir de la place pour tous ceux qui y habitent.";

    #[test]
    fn a_text_in_another_language_of_the_site_is_heard() {
        assert_eq!(heard(DANISH, "da en"), Heard::Own);
        assert_eq!(heard(ENGLISH, "en da"), Heard::Own);
        assert_eq!(heard(ENGLISH, "da en"), foreign("en"));
        assert_eq!(heard(DANISH, "en da"), foreign("da"));
        assert_eq!(heard(GERMAN, "da en de"), foreign("de"));
        assert_eq!(heard(DANISH, "de en da"), foreign("da"));
        assert_eq!(heard(ENGLISH, "kl da en-gb"), foreign("en-gb"));
        assert_eq!(heard(FRENCH, "en da fr"), foreign("fr"));
    }

    #[test]
    fn a_text_in_a_language_that_the_site_does_not_have_is_not_taken_for_one_that_it_has() {
        for text in [GERMAN, FRENCH] {
            for languages in ["da en", "en da", "da", "kl en"] {
                assert_eq!(heard(text, languages), Heard::Unclear, "{text} {languages}");
            }
        }
        let greenlandic = "Illoqarfik assigiinngisitaartuujuassaaq, inuillu tamarmik tassani najugallit suli inissaqartinneqassapput.";
        assert_eq!(heard(greenlandic, "kl da en"), Heard::Unclear);
    }

    #[test]
    fn names_and_short_texts_are_left_alone() {
        for text in [
            "World Capital of Architecture",
            "The Copenhagen Consensus of Mayors: Healthier and Happier Cities for All",
            "The Office of the United Nations High Commissioner for Refugees and the World Health Organization",
            "C40, Greater Copenhagen, WHO European Healthy Cities Network, Cities Cooperating for Circular Economy",
            "Politik: »The city and those who live in it«",
            "",
            "…",
        ] {
            assert_eq!(heard(text, "da en"), Heard::Unclear, "{text}");
        }
        for text in ["Nyd livet, københavner", "Region Hovedstaden, Region Sjælland, Region Skåne, Region Halland og Malmø Kommune"] {
            assert_eq!(heard(text, "en da"), Heard::Unclear, "{text}");
        }
    }

    #[test]
    fn what_stands_in_quotation_marks_is_left_out_unless_it_is_long() {
        assert_eq!(without_quoted_names("Se »Nyd livet« og “Enjoy life”, \"ja\"."), "Se   og  ,  .");
        assert_eq!(without_quoted_names("»A b c d e f g h i j«"), "A b c d e f g h i j ");
        assert_eq!(without_quoted_names("Et “uden slut"), "Et “uden slut");
    }
}
