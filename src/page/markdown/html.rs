//! HTML in Markdown: comments are dropped, the rest is refused or let through.

use pulldown_cmark::Event;

use super::{Reader, Spot};
use crate::config::RawHtml;
use crate::diagnostic::Code;
use crate::page::Part;
use crate::page::body::BlockKind;
use crate::page::figures::Scope;

impl<'a> Reader<'a, '_> {
    /// Comments are dropped; other HTML is published only where the site says so.
    pub(super) fn html(&mut self, html: &str, spot: &Spot) {
        let start = after_comments(html);
        let rest = &html[start..];
        // A comment that does not end takes all the text below it with it.
        let swallows = rest.starts_with("<!--");
        if rest.is_empty() {
        } else if self.config.raw_html == RawHtml::Allow && !swallows {
            self.put(&without_comments(html));
        } else if swallows || !self.ends_refused(rest) {
            let line = rest.lines().next().unwrap_or_default().trim_end().to_owned();
            self.report_value(Code::RawHtml, &(spot.start + start..spot.end), &line);
        }
    }

    /// Comments in a line of text, which are about the block round them, and whatever else is there.
    pub(super) fn inline_html(&mut self, html: &str, spot: &Spot) {
        self.comments(html, &[Scope::Part(self.gatherer.part())], spot);
        self.html(html, spot);
    }

    fn comments(&mut self, html: &str, scopes: &[Scope], spot: &Spot) {
        let mut from = 0;
        while let Some((start, end)) = html[from..].find("<!--").and_then(|start| {
            let start = from + start;
            Some((start, start + 4 + html[start + 4..].find("-->")?))
        }) {
            let at = self.start + spot.start + start;
            self.gatherer.comment(&html[start + 4..end], scopes, at..(at + end + 3 - start).min(self.start + spot.end));
            from = end + 3;
        }
    }

    /// What a comment is about that stands by itself: the block round it; or the next one, the one that ends right above
    /// it, and at the top of the text the front matter too.
    fn scopes(&self, spot: &Spot) -> Vec<Scope> {
        if self.open_blocks > 0 {
            return vec![Scope::Part(self.gatherer.part())];
        }
        let above = self.source[..spot.start].trim_end_matches([' ', '\t']);
        let is_close = above.strip_suffix('\n').is_some_and(|above| !above.trim_end_matches([' ', '\t', '\r']).ends_with('\n'));
        match self.body.blocks.len() as u32 {
            0 => vec![Scope::Next, Scope::Front],
            blocks if is_close => vec![Scope::Next, Scope::Part(Part::Block(blocks - 1))],
            _ => vec![Scope::Next],
        }
    }

    /// Whether HTML is the end tag of an element that was refused where it began. A start tag is remembered.
    pub(super) fn ends_refused(&mut self, html: &str) -> bool {
        let name = |tag: &str| tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        if let Some(tag) = html.strip_prefix("</") {
            let open = self.refused.iter().rposition(|open| *open == name(tag));
            return open.map(|open| self.refused.remove(open)).is_some();
        }
        let name = name(html.trim_start_matches('<'));
        if !name.is_empty() && !html.contains(&format!("</{name}")) {
            self.refused.push(name);
        }
        false
    }

    /// All lines of a block at once, since a comment may span several of them.
    pub(super) fn html_block(&mut self, spot: &Spot) {
        let inside = self.inside();
        let skip = inside.len();
        let html: String = inside.iter().map(|(event, _)| if let Event::Html(html) = event { html.as_ref() } else { "" }).collect();
        let before = self.out.html.len();
        let scopes = self.scopes(spot);
        self.block(BlockKind::Html, spot);
        self.comments(&html, &scopes, spot);
        self.html(&html, spot);
        // A comment is no block.
        if self.open_blocks == 0 && self.out.html.len() == before {
            self.body.blocks.pop();
            self.told.blocks.pop();
        }
        self.at += skip;
    }
}

/// Where the first thing in some HTML begins that is neither a comment nor blank; its length, if there is none. A comment
/// without an end counts.
fn after_comments(html: &str) -> usize {
    let mut rest = html.trim_start();
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        rest = after.trim_start();
    }
    html.len() - rest.len()
}

pub(in crate::page) fn without_comments(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some(start) = rest.find("<!--") {
        kept.push_str(&rest[..start]);
        let Some(end) = rest[start + 4..].find("-->") else { return kept };
        rest = &rest[start + 4 + end + 3..];
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_dropped_wherever_it_ends() {
        assert_eq!(
            without_comments(
                "<!-- a
b -->"
            ),
            ""
        );
        assert_eq!(without_comments("<!-- a --> <b>x</b> <!-- c"), " <b>x</b> ");
        assert_eq!(without_comments("<!-->-->"), "");
    }
}
