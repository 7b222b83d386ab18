//! A text as a translator gets it: words, and numbered marks in the place of Markdown.

use std::fmt::Write as _;

/// Words, or a mark for a stretch of Markdown that is not the translator's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Words(String),
    /// `{1}`: a pair of signs begins.
    Open(u32),
    /// `{/1}`: it ends.
    Close(u32),
    /// `{1/}`: something that stands alone.
    Alone(u32),
}

/// Words and marks in one line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text(Vec<Piece>);

/// What is wrong with the marks of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MarkFault {
    /// `missing`, `repeated`, `crossed` or `unknown`, as the message selects on it.
    pub(super) cause: &'static str,
    /// The mark as a translator sees it.
    pub(super) mark: String,
}

/// A mark that may or must stand in a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Allowed {
    pub(super) number: u32,
    pub(super) is_pair: bool,
    pub(super) is_needed: bool,
}

impl Text {
    /// Joins neighbouring words, and makes one blank of any run of blanks and line breaks. A hard blank stays.
    pub(super) fn new(pieces: impl IntoIterator<Item = Piece>) -> Self {
        let mut joined = joined(pieces);
        for piece in &mut joined {
            if let Piece::Words(words) = piece {
                *words = single_blanks(words);
            }
        }
        if let Some(Piece::Words(first)) = joined.first_mut() {
            *first = first.trim_start_matches(' ').to_owned();
        }
        if let Some(Piece::Words(last)) = joined.last_mut() {
            last.truncate(last.trim_end_matches(' ').len());
        }
        joined.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
        Self(joined)
    }

    pub(super) fn words(words: &str) -> Self {
        Self::new([Piece::Words(words.to_owned())])
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        &self.0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether there is anything to translate.
    pub(super) fn has_words(&self) -> bool {
        self.0.iter().any(|piece| matches!(piece, Piece::Words(words) if words.chars().any(char::is_alphanumeric)))
    }

    /// The words alone.
    pub(super) fn plain(&self) -> String {
        let words: String = self.0.iter().map(|piece| if let Piece::Words(words) = piece { words.as_str() } else { "" }).collect();
        single_blanks(words.trim())
    }

    /// The same text with other numbers; a mark without a new number goes.
    pub(super) fn renumbered(&self, new: impl Fn(u32) -> Option<u32>) -> Self {
        Self::new(self.0.iter().filter_map(|piece| match piece {
            Piece::Words(words) => Some(Piece::Words(words.clone())),
            Piece::Open(number) => new(*number).map(Piece::Open),
            Piece::Close(number) => new(*number).map(Piece::Close),
            Piece::Alone(number) => new(*number).map(Piece::Alone),
        }))
    }

    /// The numbers of the marks, each once, in the order in which they begin.
    pub(super) fn numbers(&self) -> Vec<u32> {
        let begin = |piece: &Piece| match piece {
            Piece::Open(number) | Piece::Alone(number) => Some(*number),
            _ => None,
        };
        self.0.iter().filter_map(begin).collect()
    }

    /// The text in one line, with marks such as `{1}`, `{/1}` and `{2/}`.
    pub(super) fn marked(&self) -> String {
        let mut out = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Words(words) => out.push_str(words),
                piece => out.push_str(&piece.mark()),
            }
        }
        out
    }

    /// Reads a text with marks.
    pub(super) fn read(marked: &str) -> Self {
        Self::new(split(marked).into_iter().map(|part| match part {
            Ok(piece) => piece,
            Err(words) => Piece::Words(words.to_owned()),
        }))
    }

    /// Takes blanks out of places where Markdown would lose its meaning or the blanks: inside a pair of signs at its ends,
    /// and round a line break.
    pub(super) fn tidied(&self, is_stress: impl Fn(u32) -> bool, is_break: impl Fn(u32) -> bool) -> Self {
        // With room for a blank beside every mark.
        let mut pieces = vec![Piece::Words(String::new())];
        for piece in &self.0 {
            pieces.extend([piece.clone(), Piece::Words(String::new())]);
        }
        let mut pieces = joined(pieces);
        for i in (0..pieces.len()).rev() {
            if matches!(pieces[i], Piece::Open(number) if is_stress(number)) {
                move_blank(&mut pieces, i, 1);
            }
        }
        for i in 0..pieces.len() {
            match pieces[i] {
                Piece::Close(number) if is_stress(number) => move_blank(&mut pieces, i, -1),
                Piece::Alone(number) if is_break(number) => {
                    trim_neighbour(&mut pieces, i, -1);
                    trim_neighbour(&mut pieces, i, 1);
                }
                _ => {}
            }
        }
        Self::new(pieces)
    }

    /// Holds the marks against those that are allowed.
    pub(super) fn fault(&self, allowed: &[Allowed]) -> Option<MarkFault> {
        let fault = |cause, piece: &Piece| Some(MarkFault { cause, mark: piece.mark() });
        let (mut seen, mut open): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for piece in &self.0 {
            let (number, is_pair) = match piece {
                Piece::Words(_) => continue,
                Piece::Open(number) | Piece::Close(number) => (*number, true),
                Piece::Alone(number) => (*number, false),
            };
            if !allowed.iter().any(|mark| mark.number == number && mark.is_pair == is_pair) {
                return fault("unknown", piece);
            }
            if let Piece::Close(_) = piece {
                if open.pop() != Some(number) {
                    return fault("crossed", piece);
                }
                continue;
            }
            if seen.contains(&number) {
                return fault("repeated", piece);
            }
            seen.push(number);
            if is_pair {
                open.push(number);
            }
        }
        if let Some(number) = open.last() {
            return fault("crossed", &Piece::Open(*number));
        }
        let missing = allowed.iter().find(|mark| mark.is_needed && !seen.contains(&mark.number))?;
        let piece = if missing.is_pair { Piece::Open(missing.number) } else { Piece::Alone(missing.number) };
        fault("missing", &piece)
    }
}

impl Piece {
    /// How a translator sees it.
    fn mark(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = match self {
            Self::Words(_) => Ok(()),
            Self::Open(number) => write!(out, "{{{number}}}"),
            Self::Close(number) => write!(out, "{{/{number}}}"),
            Self::Alone(number) => write!(out, "{{{number}/}}"),
        };
        out
    }
}

/// Parts a text into marks and the words between them.
pub(super) fn split(text: &str) -> Vec<Result<Piece, &str>> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(brace) = text[at..].find('{') {
        let start = at + brace;
        match mark(&text[start..]) {
            Some((piece, length)) => {
                parts.extend((from < start).then(|| Err(&text[from..start])));
                parts.push(Ok(piece));
                from = start + length;
                at = from;
            }
            None => at = start + 1,
        }
    }
    parts.extend((from < text.len()).then(|| Err(&text[from..])));
    parts
}

/// The mark with which a text begins, and its length.
fn mark(text: &str) -> Option<(Piece, usize)> {
    let end = text.find('}')?;
    let inner = &text[1..end];
    let number = |digits: &str| {
        let is_number = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| digits.parse().ok()).flatten()
    };
    let piece = if let Some(digits) = inner.strip_prefix('/') {
        Piece::Close(number(digits)?)
    } else if let Some(digits) = inner.strip_suffix('/') {
        Piece::Alone(number(digits)?)
    } else {
        Piece::Open(number(inner)?)
    };
    Some((piece, end + 1))
}

/// Makes one piece of words that stand beside each other.
fn joined(pieces: impl IntoIterator<Item = Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (piece, joined.last_mut()) {
            (Piece::Words(words), Some(Piece::Words(last))) => last.push_str(&words),
            (piece, _) => joined.push(piece),
        }
    }
    joined
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

fn single_blanks(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if !is_blank(c) {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// Moves the blank behind (`1`) or before (`-1`) a sign to its other side.
fn move_blank(pieces: &mut [Piece], at: usize, side: isize) {
    if trim_neighbour(pieces, at, side)
        && let Some(Piece::Words(words)) = at.checked_add_signed(-side).and_then(|other| pieces.get_mut(other))
    {
        if side > 0 { words.push(' ') } else { words.insert(0, ' ') }
    }
}

/// Takes the blank away that stands beside a piece; whether there was one.
fn trim_neighbour(pieces: &mut [Piece], at: usize, side: isize) -> bool {
    let Some(Piece::Words(words)) = at.checked_add_signed(side).and_then(|other| pieces.get_mut(other)) else { return false };
    let before = words.len();
    if side > 0 {
        *words = words.trim_start_matches(' ').to_owned();
    } else {
        words.truncate(words.trim_end_matches(' ').len());
    }
    words.len() < before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_it_was_marked() {
        let text = Text::read("See {1}the {2}net{/2}{/1}{3/}, {x} {} {12345678} {1");
        assert_eq!(text.marked(), "See {1}the {2}net{/2}{/1}{3/}, {x} {} {12345678} {1");
        assert_eq!(text.numbers(), [1, 2, 3]);
        assert_eq!(text.plain(), "See the net, {x} {} {12345678} {1");
        assert_eq!(Text::read("  a\n  b\u{a0}c\t ").marked(), "a b\u{a0}c");
    }

    #[test]
    fn marks_must_be_there_once_and_nested() {
        let pair = |number| Allowed { number, is_pair: true, is_needed: true };
        let allowed = [pair(1), pair(2), Allowed { number: 3, is_pair: false, is_needed: false }];
        let fault = |text: &str| Text::read(text).fault(&allowed).map(|fault| (fault.cause, fault.mark));
        assert_eq!(fault("{2}a{/2} {1}b{/1}"), None);
        assert_eq!(fault("{2}a {1}b{/1}{/2} {3/}"), None);
        assert_eq!(fault("{1}a{/1}"), Some(("missing", "{2}".to_owned())));
        assert_eq!(fault("{1}a{/1} {1}b{/1} {2}{/2}"), Some(("repeated", "{1}".to_owned())));
        assert_eq!(fault("{1}a {2}b{/1}{/2}"), Some(("crossed", "{/1}".to_owned())));
        assert_eq!(fault("{1}a{/1} {2}b"), Some(("crossed", "{2}".to_owned())));
        assert_eq!(fault("{1}a{/1} {2}b{/2} {4/}"), Some(("unknown", "{4/}".to_owned())));
        assert_eq!(fault("{1/} {2}b{/2}"), Some(("unknown", "{1/}".to_owned())));
    }

    #[test]
    fn blanks_move_out_of_a_pair_of_signs() {
        let tidied = |text: &str| Text::read(text).tidied(|number| number == 1, |number| number == 2).marked();
        assert_eq!(tidied("a{1} b {/1}c"), "a {1}b{/1} c");
        assert_eq!(tidied("{1} b {/1}"), "{1}b{/1}");
        assert_eq!(tidied("a {2/} b"), "a{2/}b");
        assert_eq!(tidied("a {3} b{/3}"), "a {3} b{/3}");
        assert_eq!(tidied("{4/}{1} b{/1}{4/}"), "{4/} {1}b{/1}{4/}");
    }
}
