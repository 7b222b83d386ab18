//! Where a link leads, as its author wrote it.

use percent_encoding::percent_decode_str;

use crate::diagnostic::Code;

/// A link's target, before anyone knows whether it exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// `[[c40]]`, `[[c40#baggrund]]`, `[[#baggrund]]`: by key, or (without one) within the page itself.
    Key {
        /// The key; empty for the page itself.
        key: String,
        /// The anchor.
        anchor: Option<String>,
    },
    /// `[[sdg:13.2]]`: a goal or target.
    Goal(String),
    /// A file, by its path from the site's folder: `content/cases/c40.da.md`.
    File {
        /// The path, without `.` and `..`.
        path: String,
        /// The anchor.
        anchor: Option<String>,
    },
    /// An address from the root of the site: `/en/cases/c40/`.
    Address {
        /// The path.
        path: String,
        /// The anchor.
        anchor: Option<String>,
    },
    /// An address elsewhere, or within the site written in full; only [`crate::site`] knows the site's own.
    Web(String),
}

impl Destination {
    /// Whether the address of an image leads out of the site: to another host, or to a folder of the author's computer.
    pub(super) fn is_elsewhere(url: &str) -> bool {
        scheme(url).is_some() || url.starts_with("//") || url.contains('\\')
    }

    /// Reads what stands between `[[` and `]]` before any `|`.
    pub fn wiki(text: &str) -> Self {
        // In a table the `|` is escaped, and the parser leaves the backslash on the key.
        let text = text.trim().trim_end_matches('\\').trim_end();
        if let Some((_, goal)) = text.split_once(':').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("sdg")) {
            return Self::Goal(goal.trim().to_owned());
        }
        let (key, anchor) = fragment(text);
        Self::Key { key: key.trim().to_owned(), anchor }
    }

    /// Reads the address of an ordinary link in a file of that path.
    ///
    /// # Errors
    /// The code of the finding, if no reader should be led there.
    pub fn ordinary(url: &str, file: &str) -> Result<Self, Code> {
        let url = url.trim_matches(|c: char| c.is_whitespace() || c.is_control());
        if let Some(scheme) = scheme(url) {
            return match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" if !has_host(&url[scheme.len()..]) => Err(Code::BadWebAddress),
                "http" | "https" | "mailto" | "tel" => Ok(Self::Web(url.to_owned())),
                _ => Err(Code::UnsafeScheme),
            };
        }
        if url.starts_with("//") || url.contains('\\') {
            return Err(Code::OutsideSite);
        }
        let (path, anchor) = fragment(url);
        let path = path.split('?').next().unwrap_or_default();
        if path.is_empty() {
            return Ok(Self::Key { key: String::new(), anchor });
        }
        let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
        if let Some(within) = path.strip_prefix('/') {
            return match normal("", within) {
                Some(clean) => {
                    let slash = if path.ends_with('/') && !clean.is_empty() { "/" } else { "" };
                    Ok(Self::Address { path: format!("/{clean}{slash}"), anchor })
                }
                None => Err(Code::OutsideSite),
            };
        }
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        normal(folder, &path).map(|path| Self::File { path, anchor }).ok_or(Code::OutsideSite)
    }
}

/// Whether an address names a host behind its scheme: `://www.kk.dk`, and not `:/www.kk.dk`.
fn has_host(rest: &str) -> bool {
    rest.strip_prefix("://").is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '['))
}

/// What an address without its slashes was meant to be: `https://www.kk.dk` for `https:/www.kk.dk`.
pub(super) fn with_slashes(url: &str) -> Option<String> {
    let (scheme, rest) = url.trim().split_once(':')?;
    let rest = rest.trim_start_matches(['/', ':', ' ']);
    (!rest.is_empty()).then(|| format!("{}://{rest}", scheme.to_ascii_lowercase()))
}

/// Splits off what follows `#`.
fn fragment(text: &str) -> (&str, Option<String>) {
    match text.split_once('#') {
        Some((before, anchor)) => {
            let anchor = percent_decode_str(anchor.trim()).decode_utf8_lossy().into_owned();
            (before, Some(anchor).filter(|anchor| !anchor.is_empty()))
        }
        None => (text, None),
    }
}

fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let rest = scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-') || c.is_ascii_control());
    (starts && rest).then_some(scheme)
}

/// Joins a path to a folder, with `.` and `..` resolved; `None` if it leads out of the site's folder.
pub fn normal(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_read_as_its_author_meant_it() {
        let file = "content/sections/01-introduction.da.md";
        let read = |url| Destination::ordinary(url, file);
        assert_eq!(
            read("../cases/c40.da.md#x"),
            Ok(Destination::File { path: "content/cases/c40.da.md".into(), anchor: Some("x".into()) })
        );
        assert_eq!(read("/en/cases/c40/"), Ok(Destination::Address { path: "/en/cases/c40/".into(), anchor: None }));
        assert_eq!(read("#v%C3%A6kst"), Ok(Destination::Key { key: String::new(), anchor: Some("vækst".into()) }));
        assert_eq!(read("https://c40.org"), Ok(Destination::Web("https://c40.org".into())));
        assert_eq!(read("../../../etc/passwd"), Err(Code::OutsideSite));
        assert_eq!(read("/../x"), Err(Code::OutsideSite));
        for bad in ["https:/www.kk.dk", "http:kk.dk", "https://", "https:///x", "HTTP:///"] {
            assert_eq!(read(bad), Err(Code::BadWebAddress), "{bad}");
        }
        assert_eq!(with_slashes("HTTPS:/www.kk.dk/x").as_deref(), Some("https://www.kk.dk/x"));
        assert_eq!(read("//evil.example/x"), Err(Code::OutsideSite));
        assert_eq!(read("JavaScript:alert(1)"), Err(Code::UnsafeScheme));
        assert_eq!(read("data:text/html,x"), Err(Code::UnsafeScheme));
        assert_eq!(read("\u{1}java\tscript:alert(1)"), Err(Code::UnsafeScheme));
    }

    #[test]
    fn a_wikilink_in_a_table_loses_the_backslash_of_its_bar() {
        assert_eq!(Destination::wiki("c40\\"), Destination::Key { key: "c40".into(), anchor: None });
        assert_eq!(Destination::wiki(" c40 # x "), Destination::Key { key: "c40".into(), anchor: Some("x".into()) });
        assert_eq!(Destination::wiki("sdg:13.2"), Destination::Goal("13.2".into()));
        assert_eq!(Destination::wiki("SDG: 13"), Destination::Goal("13".into()));
    }
}
