//! What the law and readers ask of a publication: under what terms its text may be used, whom to write to, and what it says
//! of its accessibility.

use super::read::Settings;
use crate::address::{Key, WebAddress};
use crate::diagnostic::{Code, Place};
use crate::vocabulary::Labels;
use crate::yaml::{Node, Word};

/// What a publication says of itself for the law and for whoever wants to use it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imprint {
    /// Under what terms its text may be used; `None` if it is not said.
    pub licence: Option<Licence>,
    /// Whom readers may write to; `None` if it is not said.
    pub contact: Option<Contact>,
    /// What it says of its accessibility; `None` if it says nothing.
    pub statement: Option<Statement>,
}

/// Terms under which a text may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// What they are called.
    pub name: Labels,
    /// Where they are told.
    pub url: WebAddress,
}

/// Whom readers may write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// An address for mail.
    Mail(String),
    /// An address on the web.
    Web(WebAddress),
}

/// Where a publication says how accessible it is, as the Danish act on web accessibility (webtilgængelighedsloven) asks of
/// public bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// On a page of its own.
    Page {
        /// The key of the page.
        key: Key,
        /// Where the settings name it.
        place: Place,
    },
    /// Elsewhere: for a public body in Denmark below `https://was.digst.dk/`.
    Web(WebAddress),
}

impl Contact {
    /// The address as a link has it.
    pub fn href(&self) -> String {
        match self {
            Self::Mail(mail) => format!("mailto:{mail}"),
            Self::Web(url) => url.to_string(),
        }
    }
}

impl Settings<'_, '_> {
    /// Reads what the settings say of these.
    pub(super) fn imprint(&mut self, entries: &[(Word, Node)]) -> Imprint {
        let get = |name: &str| entries.iter().find(|(word, _)| word.text == name);
        let licence = get("licence").and_then(|(_, node)| self.licence(node));
        let contact = get("contact").and_then(|(_, node)| self.contact(node));
        let statement = get("accessibility").and_then(|(_, node)| self.statement(node));
        if let Some((word, node)) = get("public_body")
            && self.form.flag("public_body", node) == Some(true)
            && get("accessibility").is_none()
        {
            self.form.report(Code::StatementMissing, &word.at, |finding| finding);
        }
        Imprint { licence, contact, statement }
    }

    fn licence(&mut self, node: &Node) -> Option<Licence> {
        let entries = self.form.map("licence", node)?;
        self.refuse_unknown(&entries, &["name", "url"]);
        let get = |name: &str| entries.iter().find(|(word, _)| word.text == name).map(|(_, node)| node);
        let (name, url) = (get("name"), get("url"));
        for (field, part) in [("licence.name", name), ("licence.url", url)] {
            if part.is_none() {
                self.form.report(Code::SettingMissing, &node.at, |finding| finding.with("field", field));
            }
        }
        let (name, url) = (name.map(|name| self.labels("licence.name", name)), url.map(|url| self.web_address("licence.url", url)));
        Some(Licence { name: name??, url: url?? })
    }

    fn contact(&mut self, node: &Node) -> Option<Contact> {
        let text = self.form.text("contact", node)?;
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        if is_mail(text) { Some(Contact::Mail(text.to_owned())) } else { self.web_address("contact", node).map(Contact::Web) }
    }

    fn statement(&mut self, node: &Node) -> Option<Statement> {
        let text = self.form.text("accessibility", node)?;
        match Key::parse(text) {
            Some(key) => Some(Statement::Page { key, place: self.form.place(&node.at) }),
            None => self.web_address("accessibility", node).map(Statement::Web),
        }
    }
}

/// Whether a text may be an address for mail: `post@havneby.example`. Whether anybody reads it only sending tells.
fn is_mail(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let fits = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '@' | '/' | '<' | '>' | '"' | '\'' | '?' | '#' | '&' | '%');
    !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && text.replacen('@', "", 1).chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::is_mail;

    #[test]
    fn an_address_for_mail_has_a_name_and_a_host() {
        assert!(is_mail("post@havneby.example") && is_mail("børn.og-unge@kk.dk"));
        for text in
            ["post", "@kk.dk", "post@kk", "post@kk.", "a b@kk.dk", "a@b@kk.dk", "a\"@kk.dk", "a@kk.dk?subject=x", "https://kk.dk/@a"]
        {
            assert!(!is_mail(text), "{text}");
        }
    }
}
