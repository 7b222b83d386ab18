//! The address at which a publication will stand.

use std::fmt;

use crate::address::Permalink;

/// An address such as `https://strategi.example/` or `https://www.example.dk/strategi/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// Scheme and host, without a slash at the end.
    origin: String,
    /// `/`, or the folder of the site with a slash at both ends.
    path: String,
}

impl BaseUrl {
    /// Reads an address; `None` if it lacks `http://` or `https://` or a host, or has a query, a fragment or a user.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let port = host.rsplit_once(':').is_none_or(|(_, port)| port.parse::<u16>().is_ok());
        let is_host = !name.is_empty()
            && name.split('.').all(|label| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
        let path = path.trim_matches('/');
        let is_path = path.is_empty() || path.split('/').all(is_step);
        if !matches!(scheme, "http" | "https") || !is_host || !port || !is_path {
            return None;
        }
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Some(Self { origin: format!("{scheme}://{}", host.to_ascii_lowercase()), path })
    }

    /// The folder of the site on its host, with a slash at both ends; `/` for a site of its own.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The address of a permalink or file (`/en/`, `/sitemap.xml`) from the root of the host.
    pub fn rooted(&self, path: &str) -> String {
        format!("{}{}", self.path, path.trim_start_matches('/'))
    }

    /// The whole address of what [`Self::rooted`] gave.
    pub fn on_host(&self, rooted: &str) -> String {
        format!("{}{rooted}", self.origin)
    }

    /// The whole address of a page.
    pub fn absolute(&self, permalink: &Permalink) -> String {
        self.absolute_file(permalink.as_str())
    }

    /// The whole address of a file, given by its path from the root of the site.
    pub fn absolute_file(&self, path: &str) -> String {
        self.on_host(&self.rooted(path))
    }

    /// What follows this address in another; `None` if that one lies elsewhere.
    pub fn strip<'a>(&self, address: &'a str) -> Option<&'a str> {
        let rest = address.strip_prefix(&self.origin)?.strip_prefix(self.path.trim_end_matches('/'))?;
        // `/strategier/` is no page below `/strategi/`, nor `example.org.uk` a site on `example.org`.
        (rest.is_empty() || rest.starts_with(['/', '#', '?'])).then_some(rest)
    }
}

fn is_step(step: &str) -> bool {
    !matches!(step, "" | "." | "..") && step.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~'))
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_may_stand_in_a_folder_of_its_host() {
        let base = BaseUrl::parse("https://www.Example.dk/strategi").expect("an address");
        assert_eq!(base.to_string(), "https://www.example.dk/strategi/");
        assert_eq!(base.rooted("/en/"), "/strategi/en/");
        assert_eq!(base.absolute(&Permalink::root()), "https://www.example.dk/strategi/");
        assert_eq!(base.on_host("/strategi/en/"), "https://www.example.dk/strategi/en/");
        assert_eq!(base.strip("https://www.example.dk/strategi/en/"), Some("/en/"));
        assert_eq!(base.strip("https://www.example.dk/strategi#maal"), Some("#maal"));
        assert_eq!(base.strip("https://www.example.dk/strategier/2020"), None);
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for bad in [
            "",
            "strategi.example",
            "ftp://a.dk/",
            "https://",
            "https:///x",
            "https://a.dk/?q",
            "https://a.dk/#x",
            "https://me@a.dk/",
            "https://a.dk/../x",
            "https://a..dk/",
            "https://a.dk:99999/",
            "https://a.dk/a b",
        ] {
            assert_eq!(BaseUrl::parse(bad), None, "{bad}");
        }
    }
}
