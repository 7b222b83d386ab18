//! YAML as a tree in which every key and value knows its place and keeps the author's own letters.
//!
//! The tree is built from the parser's events rather than through serde's data model, for two reasons: a reader of the
//! tree can report every fault of a front matter at once, and `13.10` stays `13.10` instead of becoming a number.
//! What keys there are and what they mean is known to the modules that read the tree.

mod form;

use std::ops::Range;

pub(crate) use form::{Expected, Form};
use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span};

/// A value and where it stands in the document, in bytes.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) at: Range<usize>,
}

/// What a value is, before anyone asks what it should be.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// A word, number or text, in the letters in which it was written.
    Scalar { text: String, quoted: bool },
    /// `[a, b]`, or lines that begin with `-`.
    Sequence(Vec<Node>),
    /// `key: value` pairs in their order, repeated keys included.
    Mapping(Vec<(Word, Node)>),
}

/// A key of a mapping and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) at: Range<usize>,
}

/// What keeps a text from being read as YAML at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub(crate) fault: Fault,
    pub(crate) at: Range<usize>,
}

/// Why a text is no YAML, told apart by what a writer has to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// `title: C40: byer`: a colon inside a text without quotes.
    Colon,
    /// Curly quotes, as a word processor writes them, round a value.
    CurlyQuotes,
    /// A tab where YAML wants blanks.
    Tab,
    /// An anchor or alias (`&a`, `*a`): valid YAML, but of no use here.
    Alias,
    /// Anything else.
    Syntax,
}

impl Node {
    /// The text of a scalar; `None` for a list, a map or a value left empty.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, quoted } if *quoted || !is_null(text) => Some(text),
            _ => None,
        }
    }

    /// Whether nothing was written: `title:`, `title: ~` or `title: null`.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, quoted: false } if is_null(text))
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// Reads one document. An empty one is an empty mapping.
///
/// # Errors
/// Each [`Malformed`] says why the text is no YAML, and where. The parser stops at its first fault; curly quotes are none
/// to it, and all of them are told.
pub(crate) fn parse(text: &str) -> Result<Node, Vec<Malformed>> {
    let mut reader = Reader { text, parser: Parser::new_from_str(text), curly: Vec::new() };
    let result = document(&mut reader);
    let mut faults: Vec<Malformed> = reader.curly.into_iter().map(|at| Malformed { fault: Fault::CurlyQuotes, at }).collect();
    match result {
        Ok(node) if faults.is_empty() => Ok(node),
        Ok(_) => Err(faults),
        Err(fault) => {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
            Err(faults)
        }
    }
}

fn document(reader: &mut Reader<'_>) -> Result<Node, Malformed> {
    let text = reader.text;
    let scan = |error: ScanError| malformed(text, error.marker().byte_offset().unwrap_or(text.len()));
    loop {
        match reader.next().map_err(scan)? {
            Some((Event::StreamStart | Event::DocumentStart(..), _)) => {}
            None | Some((Event::StreamEnd | Event::DocumentEnd, _)) => {
                return Ok(Node { value: Value::Mapping(Vec::new()), at: 0..0 });
            }
            Some((event, span)) => {
                let node = reader.node(event, &span, 0)?;
                while let Some((event, span)) = reader.next().map_err(scan)? {
                    if matches!(event, Event::DocumentStart(..)) {
                        return Err(Malformed { fault: Fault::Syntax, at: bytes(text, &span) });
                    }
                }
                return Ok(node);
            }
        }
    }
}

/// Deeper than this no front matter goes; a text that does is made to exhaust the stack.
const DEEPEST: usize = 32;

struct Reader<'a> {
    text: &'a str,
    parser: Parser<'a, granit_parser::StrInput<'a>>,
    /// Values that stand in curly quotes.
    curly: Vec<Range<usize>>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<Option<(Event<'a>, Span)>, ScanError> {
        self.parser.next_event().transpose()
    }

    fn expect(&mut self) -> Result<(Event<'a>, Span), Malformed> {
        let end = self.text.len();
        match self.next() {
            Ok(Some(found)) => Ok(found),
            Ok(None) => Err(malformed(self.text, end)),
            Err(error) => Err(malformed(self.text, error.marker().byte_offset().unwrap_or(end))),
        }
    }

    fn node(&mut self, event: Event<'a>, span: &Span, depth: usize) -> Result<Node, Malformed> {
        let at = bytes(self.text, span);
        if depth > DEEPEST {
            return Err(Malformed { fault: Fault::Syntax, at });
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let quoted = !matches!(style, ScalarStyle::Plain);
                if !quoted && is_in_curly_quotes(&text) {
                    self.curly.push(at.clone());
                }
                Ok(Node { value: Value::Scalar { text: text.into_owned(), quoted }, at })
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    let (event, span) = self.expect()?;
                    if matches!(event, Event::SequenceEnd) {
                        return Ok(Node { value: Value::Sequence(items), at });
                    }
                    items.push(self.node(event, &span, depth + 1)?);
                }
            }
            Event::MappingStart(..) => {
                let mut entries = Vec::new();
                loop {
                    let (event, span) = self.expect()?;
                    if matches!(event, Event::MappingEnd) {
                        return Ok(Node { value: Value::Mapping(entries), at });
                    }
                    let key = self.node(event, &span, depth + 1)?;
                    let Value::Scalar { text, .. } = key.value else {
                        return Err(Malformed { fault: Fault::Syntax, at: key.at });
                    };
                    let (event, span) = self.expect()?;
                    let value = self.node(event, &span, depth + 1)?;
                    entries.push((Word { text, at: key.at }, value));
                }
            }
            Event::Alias(..) | Event::UnresolvedAlias(..) => Err(Malformed { fault: Fault::Alias, at }),
            _ => Err(Malformed { fault: Fault::Syntax, at }),
        }
    }
}

fn bytes(text: &str, span: &Span) -> Range<usize> {
    let range = span.byte_range().unwrap_or(0..0);
    // A plain scalar's span may take in the line break behind it.
    let end = range.start + text.get(range.clone()).unwrap_or_default().trim_end().len();
    range.start..end
}

/// Finds out from the line at fault (or the one above, where the parser noticed late) what the writer did.
fn malformed(text: &str, offset: usize) -> Malformed {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let start = text[..offset].rfind('\n').map_or(0, |i| i + 1);
    let above = text[..start.saturating_sub(1)].rfind('\n').map_or(0, |i| i + 1);
    for start in [start, above] {
        let line = text[start..].lines().next().unwrap_or_default();
        if let Some((fault, range)) = blame(line) {
            return Malformed { fault, at: start + range.start..start + range.end };
        }
    }
    let line = text[start..].lines().next().unwrap_or_default();
    let from = offset.min(start + line.len());
    Malformed { fault: Fault::Syntax, at: from..(start + line.len()).max(from) }
}

fn blame(line: &str) -> Option<(Fault, Range<usize>)> {
    let indent = line.len() - line.trim_start().len();
    if let Some(tab) = line[..indent].find('\t') {
        return Some((Fault::Tab, tab..tab + 1));
    }
    let colon = line.find(": ").or_else(|| line.find(":\t"))?;
    let value = line[colon + 1..].trim_start();
    let at = line.len() - value.len();
    if is_in_curly_quotes(value) || value.starts_with(CURLY) && value.matches(CURLY).count() == 1 {
        return Some((Fault::CurlyQuotes, at..line.trim_end().len()));
    }
    if !value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '#'])
        && let Some(second) = value.find(": ").or_else(|| value.strip_suffix(':').map(str::len))
    {
        return Some((Fault::Colon, at + second..at + second + 1));
    }
    line[colon + 1..].find('\t').map(|tab| (Fault::Tab, colon + 1 + tab..colon + 2 + tab))
}

const CURLY: [char; 4] = ['“', '”', '„', '‟'];

/// Whether curly quotes stand round all of a value; `“Vækst” og “velfærd”` only begins and ends with them.
fn is_in_curly_quotes(text: &str) -> bool {
    let inner = text.trim_end().strip_prefix(CURLY).and_then(|rest| rest.strip_suffix(CURLY));
    inner.is_some_and(|inner| !inner.contains(CURLY))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (Fault, &str) {
        let malformed = parse(text).expect_err("no YAML").remove(0);
        (malformed.fault, &text[malformed.at])
    }

    #[test]
    fn what_writers_do_most_is_told_apart() {
        assert_eq!(fault("slug: x\ntitle: C40: byer\n"), (Fault::Colon, ":"));
        assert_eq!(fault("title: “C40: byer”\n"), (Fault::CurlyQuotes, "“C40: byer”"));
        assert_eq!(fault("title: “C40”\nslug: x"), (Fault::CurlyQuotes, "“C40”"));
        assert_eq!(fault("title: “Vækst” og: “velfærd”"), (Fault::Colon, ":"));
        assert!(parse("title: “Vækst” og “velfærd”").is_ok());
        assert_eq!(fault("extra:\n\ta: 1\n"), (Fault::Tab, "\t"));
        assert_eq!(fault("title: \"C40\n").0, Fault::Syntax);
        assert_eq!(fault("a: &x 1\nb: *x\n").0, Fault::Alias);
    }

    #[test]
    fn a_number_keeps_its_letters_and_a_repeated_key_stays_visible() {
        let node = parse("sdgs: [13.10, \"13.2\"]\nsdgs: 1\n").expect("good YAML");
        let Value::Mapping(entries) = node.value else { panic!("a mapping") };
        assert_eq!(entries.len(), 2);
        let Value::Sequence(items) = &entries[0].1.value else { panic!("a sequence") };
        assert_eq!(items[0].text(), Some("13.10"));
        assert!(matches!(items[1].value, Value::Scalar { quoted: true, .. }));
    }

    #[test]
    fn no_depth_exhausts_the_stack() {
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}
