//! The words of HTML, as they are read.

/// Takes HTML in pieces and keeps its words.
#[derive(Debug, Default)]
pub(super) struct Plain {
    /// The words so far, with one blank between them.
    text: String,
    state: State,
    /// The tag that is open, as far as it was read.
    tag: String,
    /// The element whose content nobody reads, until it ends.
    silent: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Text,
    /// Between `<` and `>`.
    Tag,
    /// Within the value of an attribute, up to this sign.
    Quoted(char),
}

/// Elements that stand within a word or between two without a break.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong",
    "sub", "u", "var",
];

/// The signs that HTML writes otherwise, as our own writer does.
const SIGNS: [(&str, char); 6] = [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#39;", '\''), ("nbsp;", ' ')];

impl Plain {
    /// Whether what comes next is read, and not part of a tag.
    pub(super) fn is_in_text(&self) -> bool {
        self.state == State::Text && self.silent.is_none()
    }

    /// Takes in a piece of HTML.
    pub(super) fn html(&mut self, html: &str) {
        let mut signs = html.char_indices();
        while let Some((at, sign)) = signs.next() {
            match (self.state, sign) {
                // In a script a `<` may be less than, and its end follow.
                (State::Text | State::Tag, '<') => {
                    self.state = State::Tag;
                    self.tag.clear();
                }
                (State::Text, _) if self.silent.is_some() => {}
                (State::Text, '&') => {
                    let rest = &html[at + 1..];
                    let known = SIGNS.iter().find(|(written, _)| rest.starts_with(written));
                    self.sign(known.map_or('&', |(_, sign)| *sign));
                    let written = known.map_or(0, |(written, _)| written.len());
                    signs.by_ref().take(written).for_each(drop);
                }
                (State::Text, sign) => self.sign(sign),
                (State::Tag, '>') => {
                    self.state = State::Text;
                    self.tag_ends();
                }
                (State::Tag, '"' | '\'') => self.state = State::Quoted(sign),
                (State::Tag, sign) => self.tag.push(sign),
                (State::Quoted(end), sign) if sign == end => self.state = State::Tag,
                (State::Quoted(_), _) => {}
            }
        }
    }

    /// Takes in words.
    pub(super) fn words(&mut self, words: &str) {
        words.chars().for_each(|sign| self.sign(sign));
    }

    /// Parts what came from what comes.
    pub(super) fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    fn sign(&mut self, sign: char) {
        match sign {
            // The way back from a note to its mark.
            '↩' => {}
            sign if sign.is_whitespace() => self.part(),
            sign => self.text.push(sign),
        }
    }

    /// Sets what was said apart from what is said next, as an item of a list from the one below it.
    fn block_ends(&mut self) {
        let text = self.text.trim_end();
        if !text.is_empty() && !text.ends_with(['.', '!', '?', ':', ';', ',', '…', '·']) {
            self.text.truncate(text.len());
            self.text.push_str(" ·");
        }
        self.part();
    }

    /// What was read, as it is shown.
    pub(super) fn finish(self) -> String {
        self.text.trim_end_matches([' ', '·']).to_owned()
    }

    fn tag_ends(&mut self) {
        let ends = self.tag.starts_with('/');
        let name = self.tag.trim_start_matches('/').split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        match self.silent {
            Some(silent) if ends && name == silent => self.silent = None,
            Some(_) => {}
            // The mark of a note is no word of the text.
            None if !ends && name == "sup" => self.silent = Some("sup"),
            None if !ends && name == "script" => self.silent = Some("script"),
            None if !ends && name == "style" => self.silent = Some("style"),
            None if INLINE.contains(&name) || name == "sup" => {}
            None if ends => self.block_ends(),
            None => self.part(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(pieces: &[&str]) -> String {
        let mut plain = Plain::default();
        pieces.iter().for_each(|piece| plain.html(piece));
        plain.finish()
    }

    #[test]
    fn html_is_read_as_a_reader_does() {
        for (html, expected) in [
            ("<p>En <em>by</em>vækst.</p>\n<p>To <a>↩</a></p>", "En byvækst. To"),
            ("<ul><li>a</li><li><p>b.</p></li><li>c</li></ul><p>D</p>", "a · b. c · D"),
            ("<a href=\"x>y\" title='>'>ord</a>", "ord"),
            ("A &amp; B &lt;i&gt; &#39;c&#39; &ukendt;", "A & B <i> 'c' &ukendt;"),
            ("by<sup class=\"note\"><a href=\"#x\">1</a></sup> i", "by i"),
            ("5&nbsp;km, 6\u{a0}km<br>ja", "5 km, 6 km ja"),
            ("<script>if (a < b) c()</script>efter", "efter"),
            ("<p", ""),
        ] {
            assert_eq!(plain(&[html]), expected);
        }
    }

    #[test]
    fn html_may_come_in_pieces() {
        assert_eq!(plain(&["<h", "2 id=\"", "x\">Over", "skrift</h", "2>tekst"]), "Overskrift · tekst");
    }
}
