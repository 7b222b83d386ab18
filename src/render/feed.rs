//! `feed.xml` of each language: what is new or changed, for readers who follow the publication.
//!
//! The format is Atom, RFC 4287. All dates are those of the front matter, so that the same content gives the same bytes.

use std::cmp::Reverse;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::view::{changed, feed};
use crate::address::Language;
use crate::site::{PageId, Site};

/// How many pages a feed tells of.
const MOST: usize = 50;

/// The feed of a language; empty if nothing in it has a date.
pub(super) fn atom(site: &Site, language: Language) -> String {
    let mut listed: Vec<(Date, PageId)> = changed(site, language).collect();
    // What changed on one day comes in reading order.
    listed.sort_by_key(|(date, id)| (Reverse(*date), *id));
    listed.truncate(MOST);
    let (Some((newest, _)), Some(own)) = (listed.first(), feed(site, language)) else { return String::new() };
    let config = &site.config;
    let own = config.base_url.absolute_file(&own);
    let front = config.base_url.absolute(&config.front(language));
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(xml, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">");
    element("id", &own, &mut xml);
    element("title", config.title.get(language), &mut xml);
    element("subtitle", config.description.get(language), &mut xml);
    let _ = writeln!(xml, "<link rel=\"self\" type=\"application/atom+xml\" hreflang=\"{language}\" href=\"{}\"/>", escaped(&own));
    let _ = writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" hreflang=\"{language}\" href=\"{}\"/>", escaped(&front));
    element("updated", &moment(*newest), &mut xml);
    xml.push_str("<author>\n");
    element("name", &config.publisher.name, &mut xml);
    element("uri", config.publisher.url.as_ref().map_or("", |url| url.as_str()), &mut xml);
    xml.push_str("</author>\n");
    for (updated, id) in listed {
        entry(site, id, updated, &mut xml);
    }
    xml.push_str("</feed>\n");
    xml
}

fn entry(site: &Site, id: PageId, updated: Date, xml: &mut String) {
    let linked = site.page(id);
    let front = &linked.page.front;
    let address = site.config.base_url.absolute(&linked.permalink);
    let language = linked.page.entry.language;
    xml.push_str("<entry>\n");
    element("id", &address, xml);
    element("title", &front.title, xml);
    let _ = writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" hreflang=\"{language}\" href=\"{}\"/>", escaped(&address));
    if let Some(date) = site.date(linked.pair) {
        element("published", &moment(date), xml);
    }
    element("updated", &moment(updated), xml);
    element("summary", front.description.as_deref().unwrap_or(&linked.page.body.summary), xml);
    xml.push_str("</entry>\n");
}

/// An element with a text; none, if there is nothing to say.
fn element(name: &str, text: &str, xml: &mut String) {
    if !text.is_empty() {
        let _ = writeln!(xml, "<{name}>{}</{name}>", escaped(text));
    }
}

/// The first moment of a day, as RFC 3339 writes it.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

/// A text as XML has it: its own characters escaped, and those that it cannot hold at all left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}
