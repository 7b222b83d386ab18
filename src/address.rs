//! Small checked types for whatever is named on disk or on the web: languages, keys, slugs, permalinks, anchors
//! and addresses elsewhere.
//!
//! A value of one of these types is known to be well formed; the text it came from is checked once, here.
//! Which page a key or a permalink leads to is the business of [`crate::site`].

use std::fmt;
use std::sync::Arc;

/// A language of the publication: a BCP 47 tag such as `da`, `en` or `pt-br`, in lower case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language([u8; 8]);

impl Language {
    /// Reads a tag of two or three letters, with at most one region or script (`kl`, `pt-br`); `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (tag, region) = text.split_once('-').unwrap_or((text, "xx"));
        let letters = |part: &str, sizes: std::ops::RangeInclusive<usize>| {
            sizes.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase())
        };
        if text.len() > 8 || !letters(tag, 2..=3) || !letters(region, 2..=4) {
            return None;
        }
        let mut bytes = [0; 8];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Some(Self(bytes))
    }

    /// The tag, as it stands in file names, addresses and `lang` attributes.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|&b| b == 0).unwrap_or(8);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Makes a type of text that obeys one rule, cheap to clone.
macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident, $rule:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes text that obeys the rule of this type; `None` for any other.
            pub fn parse(text: &str) -> Option<Self> {
                let rule: fn(&str) -> bool = $rule;
                rule(text).then(|| Self(Arc::from(text)))
            }

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&*self.0, f)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

checked_text! {
    /// What a page is called by links and embeds, the same in all languages: `[a-z0-9-]+`, taken from the file's name.
    Key, |text| is_word(text)
}

checked_text! {
    /// A page's part of the address, its own in each language: `[a-z0-9-]+`.
    Slug, |text| is_word(text)
}

checked_text! {
    /// The id of a heading, its own in each language. Two hyphens in a row are kept for the ids of an embedded box
    /// (`c40--baggrund`), a leading underscore for the theme.
    Anchor, |text| is_word(text) && !text.contains("--")
}

checked_text! {
    /// An address within the site, from its root: `/en/cases/c40/`. It starts and ends with `/` and has no `.` or `..` part.
    Permalink, |text| {
        text == "/"
            || (text.starts_with('/')
                && text.ends_with('/')
                && text[1..text.len() - 1].split('/').all(is_word))
    }
}

checked_text! {
    /// An address on the web, elsewhere or here: `https://www.kk.dk/`. It has a scheme and a host and no user, and may have a
    /// query and a fragment.
    WebAddress, |text| is_web_address(text)
}

fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let is_label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    matches!(scheme, "http" | "https")
        && name.split('.').all(is_label)
        && port.is_none_or(|port| port.parse::<u16>().is_ok())
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

impl Slug {
    /// Makes a slug of a title: `København i verden` gives `koebenhavn-i-verden`. `None` if no letter or digit is left.
    pub fn from_title(title: &str) -> Option<Self> {
        Self::parse(&hyphenated(title))
    }
}

impl Key {
    /// The nearest well-formed key, to suggest instead of a text that is none.
    pub fn nearest(text: &str) -> Option<Self> {
        Self::parse(&hyphenated(text))
    }
}

impl Anchor {
    /// Makes an anchor of a heading's text; `None` if no letter or digit is left.
    pub fn from_heading(text: &str) -> Option<Self> {
        Self::parse(&hyphenated(text))
    }

    /// The anchor of a heading without a letter or digit, such as `## ?`.
    pub(crate) fn wordless() -> Self {
        Self(Arc::from("section"))
    }

    /// The same anchor with a number, for the second heading of the same words.
    pub(crate) fn numbered(&self, number: usize) -> Self {
        Self(Arc::from(format!("{self}-{number}")))
    }
}

impl Permalink {
    /// The front of the site.
    pub fn root() -> Self {
        Self(Arc::from("/"))
    }

    /// The address one step further down.
    pub fn join(&self, step: &str) -> Self {
        Self(Arc::from(format!("{}{step}/", self.0)))
    }
}

/// Lower case, Danish letters spelt out (æ ae, ø oe, å aa), accents dropped, all else a single hyphen.
fn hyphenated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut letters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(c) = letters.next() {
        let mut single = [0; 4];
        let spelt = match composed(c, letters.peek().copied()) {
            'a'..='z' | '0'..='9' => c.encode_utf8(&mut single),
            'æ' | 'ä' => "ae",
            'ø' | 'ö' | 'œ' => "oe",
            'å' => "aa",
            'ü' | 'ú' | 'ù' | 'û' | 'ū' => "u",
            'é' | 'è' | 'ê' | 'ë' | 'ē' => "e",
            'á' | 'à' | 'â' | 'ã' | 'ā' => "a",
            'í' | 'ì' | 'î' | 'ï' | 'ī' => "i",
            'ó' | 'ò' | 'ô' | 'õ' | 'ō' => "o",
            'ç' | 'ć' | 'č' => "c",
            'ñ' | 'ń' => "n",
            'š' | 'ś' => "s",
            'ž' | 'ź' | 'ż' => "z",
            'ý' => "y",
            'ł' => "l",
            'ß' => "ss",
            'þ' => "th",
            'ð' => "d",
            '₂' => "2",
            // An apostrophe joins (`Copenhagen's` gives `copenhagens`), as does the mark of a soft hyphen and an accent of its own.
            '\'' | '’' | '\u{ad}' | '\u{300}'..='\u{36f}' => continue,
            _ => {
                gap = true;
                continue;
            }
        };
        if gap && !out.is_empty() {
            out.push('-');
        }
        gap = false;
        out.push_str(spelt);
    }
    out
}

/// The Nordic letter that a letter and the mark behind it are: macOS writes `å` as `a` and a ring.
fn composed(letter: char, mark: Option<char>) -> char {
    match (letter, mark) {
        ('a', Some('\u{30a}')) => 'å',
        ('a', Some('\u{308}')) => 'ä',
        ('o', Some('\u{308}')) => 'ö',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_danish_title_gives_a_slug_without_danish_letters() {
        let slug = |title| Slug::from_title(title).map(|slug| slug.to_string());
        assert_eq!(slug("København i verden").as_deref(), Some("koebenhavn-i-verden"));
        assert_eq!(slug("Æbler, ØL & Åer").as_deref(), Some("aebler-oel-aaer"));
        assert_eq!(slug("Copenhagen’s International Strategy").as_deref(), Some("copenhagens-international-strategy"));
        assert_eq!(slug("A\u{30a}ret fo\u{308}r").as_deref(), slug("Året för").as_deref());
        assert_eq!(slug("»?«"), None);
    }

    #[test]
    fn a_permalink_never_leads_out_of_the_site() {
        for good in ["/", "/en/", "/en/cases/c40/"] {
            assert!(Permalink::parse(good).is_some(), "{good}");
        }
        for bad in ["", "//", "/../", "/en/../x/", "/en", "en/", "/En/", "/a b/", "/a//b/"] {
            assert!(Permalink::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn an_address_on_the_web_has_a_scheme_and_a_host() {
        for good in ["https://www.kk.dk/", "http://kk.dk", "https://www.ærø.dk:8080/a_b/c.pdf?x=1&y=%20#side=3"] {
            assert!(WebAddress::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "www.kk.dk",
            "/en/",
            "ftp://kk.dk/",
            "javascript://kk.dk/%0aalert(1)",
            "https://",
            "https:///x",
            "https://me@kk.dk/",
            "https://kk..dk/",
            "https://kk.dk:99999/",
            "https://kk.dk/a b",
            "https://kk.dk/\"><b>",
        ] {
            assert!(WebAddress::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_language_is_a_short_lower_case_tag() {
        assert_eq!(Language::parse("da").map(|language| language.to_string()).as_deref(), Some("da"));
        assert_eq!(Language::parse("pt-br").map(|language| language.to_string()).as_deref(), Some("pt-br"));
        for bad in ["", "d", "dansk", "DA", "da-", "d1", "da_dk"] {
            assert!(Language::parse(bad).is_none(), "{bad}");
        }
    }
}
