//! HTML in Markdown: comments are dropped, the rest is refused or let through.

use pulldown_cmark::Event;

use super::{Reader, Spot};
use crate::config::RawHtml;
use crate::diagnostic::Code;
use crate::page::body::BlockKind;

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
        self.block(BlockKind::Html, spot);
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
