//! The tag of a language that an author marks a phrase with.

use icu_locale_core::LanguageIdentifier;

/// A tag after BCP 47, as `lang` attributes have it: `da`, `en-GB`, `zh-Hant`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LanguageTag(LanguageIdentifier);

impl LanguageTag {
    /// Reads a tag, whatever its capitals; `None` if it is none, or if no language has it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let tag: LanguageIdentifier = text.trim().parse().ok()?;
        let language = tag.language.as_str();
        let exists = match language.len() {
            2 => TWO_LETTERS.split(' ').any(|code| code == language),
            // There are some 8,000 of these; a language with two letters goes by them.
            3 => language != "und" && meant(language).is_none(),
            _ => false,
        };
        exists.then_some(Self(tag))
    }

    /// The tag that an author meant by a language's name, by its three letters or by those of its country.
    pub(super) fn meant(text: &str) -> Option<Self> {
        let text = text.trim().replace('_', "-");
        Self::parse(&text).or_else(|| Self::parse(meant(text.split('-').next().unwrap_or_default())?))
    }
}

impl std::fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

fn meant(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    MEANT.iter().find(|(_, names)| names.split(' ').any(|name| name == word)).map(|(tag, _)| *tag)
}

/// The languages with two letters (ISO 639-1).
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km \
    kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi \
    pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz \
    ve vi vo wa wo xh yi yo za zh zu";

/// What authors write instead of the tags that they are likely to need.
const MEANT: [(&str, &str); 26] = [
    ("ar", "ara arabic arabisk"),
    ("cs", "cz ces cze czech tjekkisk"),
    ("da", "dk dan danish dansk danmark"),
    ("de", "deu ger german tysk deutsch"),
    ("el", "gr ell gre greek græsk"),
    ("en", "eng english engelsk gb us british britisk"),
    ("es", "spa spanish spansk español"),
    ("fi", "fin finnish finsk suomi"),
    ("fo", "fao faroese færøsk føroyskt"),
    ("fr", "fra fre french fransk français"),
    ("is", "isl ice icelandic islandsk"),
    ("it", "ita italian italiensk italiano"),
    ("ja", "jp jpn japanese japansk"),
    ("kl", "kal greenlandic grønlandsk kalaallisut"),
    ("la", "lat latin"),
    ("nb", "nob bokmål"),
    ("nl", "nld dut dutch hollandsk nederlandsk"),
    ("no", "nor norwegian norsk"),
    ("pl", "pol polish polsk polski"),
    ("pt", "por portuguese portugisisk português"),
    ("ru", "rus russian russisk"),
    ("so", "som somali somalisk"),
    ("sv", "swe swedish svensk svenska"),
    ("tr", "tur turkish tyrkisk"),
    ("uk", "ua ukr ukrainian ukrainsk"),
    ("zh", "cn zho chi chinese kinesisk"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_that_of_a_language_that_exists() {
        let tag = |text| LanguageTag::parse(text).map(|tag| tag.to_string());
        for (wrote, canonical) in
            [("da", "da"), ("EN-gb", "en-GB"), (" kl ", "kl"), ("zh-hant", "zh-Hant"), ("smj", "smj"), ("pt-br", "pt-BR"), ("no", "no")]
        {
            assert_eq!(tag(wrote).as_deref(), Some(canonical));
        }
        for bad in ["", "d", "dk", "english", "eng", "xx", "und", "en-", "en gb", "pt_BR", "*", "da\"><b>"] {
            assert_eq!(tag(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_an_author_meant_by_a_name_or_a_country_is_known() {
        let meant = |text| LanguageTag::meant(text).map(|tag| tag.to_string());
        for (wrote, tag) in [("dk", "da"), ("English", "en"), ("eng-GB", "en"), ("en_gb", "en-GB")] {
            assert_eq!(meant(wrote).as_deref(), Some(tag));
        }
        assert_eq!(meant("xx"), None);
    }
}
