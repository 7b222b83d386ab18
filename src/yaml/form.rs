//! Reading a tree field by field, each fault a finding at its place, without stopping at the first.

use std::ops::Range;
use std::sync::Arc;

use super::{Fault, Malformed, Node, Value, Word, parse};
use crate::diagnostic::{Code, Finding, Lines, Place};

/// A YAML document, or the front matter of one, being read.
#[derive(Debug)]
pub(crate) struct Form<'a> {
    file: &'a Arc<str>,
    lines: &'a Lines<'a>,
    /// Where the YAML begins in the file, in bytes.
    offset: usize,
    pub(crate) findings: Vec<Finding>,
}

/// What a field wants, as the message of `wrong-type` names it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Expected {
    Text,
    List,
    Map,
    Flag,
    Date,
}

impl Expected {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::List => "list",
            Self::Map => "map",
            Self::Flag => "flag",
            Self::Date => "date",
        }
    }
}

impl<'a> Form<'a> {
    pub(crate) fn new(file: &'a Arc<str>, lines: &'a Lines<'a>, offset: usize) -> Self {
        Self { file, lines, offset, findings: Vec::new() }
    }

    /// The place of a key or value.
    pub(crate) fn place(&self, at: &Range<usize>) -> Place {
        self.lines.place(self.file, self.offset + at.start..self.offset + at.end)
    }

    /// Adds a finding at a key or value, to be completed by the caller.
    pub(crate) fn report(&mut self, code: Code, at: &Range<usize>, complete: impl FnOnce(Finding) -> Finding) {
        let finding = Finding::new(code, self.place(at));
        self.findings.push(complete(finding));
    }

    /// The fields of the document; `None`, with a finding, if it is no mapping at all.
    pub(crate) fn read(&mut self, yaml: &str) -> Option<Vec<(Word, Node)>> {
        match parse(yaml) {
            Ok(Node { value: Value::Mapping(entries), .. }) => Some(self.once(entries)),
            Ok(node) if node.is_empty() => Some(Vec::new()),
            Ok(node) => {
                self.report(Code::YamlSyntax, &node.at, |finding| finding);
                None
            }
            Err(faults) => {
                for fault in faults {
                    self.malformed(yaml, &fault);
                }
                None
            }
        }
    }

    /// What is no YAML, with the field and the value of its line.
    fn malformed(&mut self, yaml: &str, Malformed { fault, at }: &Malformed) {
        let code = match fault {
            Fault::Colon => Code::YamlColon,
            Fault::CurlyQuotes => Code::YamlQuotes,
            Fault::Tab => Code::YamlTab,
            Fault::Alias | Fault::Syntax => Code::YamlSyntax,
        };
        let line = yaml[..at.start].rfind('\n').map_or(0, |i| i + 1);
        let line = yaml[line..].lines().next().unwrap_or_default();
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        // The help shows the value between straight quotes.
        let value = value.trim().replace('"', "\\\"");
        self.report(code, at, |finding| finding.with("field", field.trim()).with("value", value));
    }

    /// A mapping's fields, each once: a repeated one is a finding, and the first counts.
    fn once(&mut self, entries: Vec<(Word, Node)>) -> Vec<(Word, Node)> {
        let mut kept: Vec<(Word, Node)> = Vec::with_capacity(entries.len());
        for (word, node) in entries {
            if kept.iter().any(|(other, _)| other.text == word.text) {
                self.report(Code::RepeatedField, &word.at, |finding| finding.with("field", &word.text));
            } else {
                kept.push((word, node));
            }
        }
        kept
    }

    /// A finding that says what the field wants instead.
    pub(crate) fn wrong(&mut self, field: &str, node: &Node, expected: Expected) {
        self.report(Code::WrongType, &node.at, |finding| {
            finding.with("field", field).with("expected", expected.name()).with("value", node.text().unwrap_or_default())
        });
    }

    /// A text; whatever YAML itself would make of it (`2025`, `no`), these are its letters.
    pub(crate) fn text<'n>(&mut self, field: &str, node: &'n Node) -> Option<&'n str> {
        let text = node.text().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.wrong(field, node, Expected::Text);
        }
        text
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self, field: &str, node: &Node) -> Option<bool> {
        match (node.text(), &node.value) {
            (Some("true"), Value::Scalar { quoted: false, .. }) => Some(true),
            (Some("false"), Value::Scalar { quoted: false, .. }) => Some(false),
            _ => {
                self.wrong(field, node, Expected::Flag);
                None
            }
        }
    }

    /// A list; a single value is a list of one, an empty field an empty list. `da, en` was meant as a list of two.
    pub(crate) fn list<'n>(&mut self, field: &str, node: &'n Node) -> &'n [Node] {
        match &node.value {
            Value::Sequence(items) => items,
            Value::Scalar { .. } if node.is_empty() => &[],
            Value::Scalar { text, quoted: false } if text.contains(", ") => {
                self.wrong(field, node, Expected::List);
                &[]
            }
            Value::Scalar { .. } => std::slice::from_ref(node),
            Value::Mapping(_) => {
                self.wrong(field, node, Expected::List);
                &[]
            }
        }
    }

    /// `key: value` pairs, each key once.
    pub(crate) fn map(&mut self, field: &str, node: &Node) -> Option<Vec<(Word, Node)>> {
        match &node.value {
            Value::Mapping(entries) => Some(self.once(entries.clone())),
            _ => {
                self.wrong(field, node, Expected::Map);
                None
            }
        }
    }
}
