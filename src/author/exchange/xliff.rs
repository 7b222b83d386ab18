//! Texts for translators as XLIFF 2.1, and back. Markdown within a text is inline codes, with their original data.

use std::fmt::Write as _;

use roxmltree::{Document, Node};

use super::segments::{Mark, What};
use super::sheet::{Sheet, Unit};
use super::text::{Piece, Text};
use super::{Job, Returned, ReturnedUnit, Unreadable, describe};
use crate::diagnostic::{Lines, Words};

/// The namespace of all 2.x versions.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// Writes the texts, a file of the site to each `<file>`.
pub(super) fn write(job: &Job, words: &Words) -> String {
    let mut xml = Xml::default();
    let languages = [("srcLang", tag(job.from.as_str())), ("trgLang", tag(job.to.as_str()))];
    let [from, to] = languages.each_ref().map(|(name, value)| (*name, value.as_str()));
    xml.start("xliff", &[("xmlns", NAMESPACE), ("version", "2.1"), from, to]);
    for sheet in &job.sheets {
        xml.start("file", &[("id", sheet.key.as_str()), ("original", sheet.source.page.file())]);
        xml.notes(&describe::head(job, words));
        sheet.units.iter().for_each(|unit| write_unit(sheet, unit, words, &mut xml));
        xml.end("file");
    }
    xml.end("xliff");
    xml.out
}

/// A language as BCP 47 recommends: `pt-BR`.
fn tag(language: &str) -> String {
    match language.split_once('-') {
        Some((language, region)) if region.len() == 2 => format!("{language}-{}", region.to_uppercase()),
        _ => language.to_owned(),
    }
}

fn write_unit(sheet: &Sheet, unit: &Unit, words: &Words, xml: &mut Xml) {
    xml.start("unit", &[("id", unit.id.as_str()), ("xml:space", "preserve")]);
    xml.notes(&describe::unit(sheet, unit, words));
    let codes = Codes::of(unit);
    if !codes.data.is_empty() {
        xml.start("originalData", &[]);
        for (at, data) in codes.data.iter().enumerate() {
            xml.line("data", &[("id", &format!("d{}", at + 1))], &escaped(data));
        }
        xml.end("originalData");
    }
    let state = if unit.target.is_some() && unit.earlier.is_none() { "translated" } else { "initial" };
    xml.start("segment", &[("id", "s1"), ("state", state)]);
    xml.line("source", &[], &codes.inline(&unit.source));
    if let Some(target) = &unit.target {
        xml.line("target", &[], &codes.inline(target));
    }
    xml.end("segment");
    xml.end("unit");
}

/// The codes of a unit, by the numbers of its marks, and their original data.
struct Codes {
    data: Vec<String>,
    codes: Vec<Code>,
}

struct Code {
    number: u32,
    mark: Mark,
    /// Where its beginning stands among the data; its end stands behind.
    data: usize,
    /// Whether a translation must have it.
    is_needed: bool,
}

impl Codes {
    fn of(unit: &Unit) -> Self {
        let mut all = Self { data: Vec::new(), codes: Vec::new() };
        for mark in &unit.marks {
            let Some(code) = mark.source.as_ref().or(mark.target.as_ref()) else { continue };
            all.codes.push(Code {
                number: mark.number,
                mark: code.clone(),
                data: all.data.len() + 1,
                is_needed: mark.allowed(unit.target.is_some()).is_needed,
            });
            all.data.push(code.start.clone());
            all.data.extend(code.is_pair.then(|| code.end.clone()));
        }
        all
    }

    /// A text with its codes.
    fn inline(&self, text: &Text) -> String {
        let mut out = String::new();
        for piece in text.pieces() {
            match piece {
                Piece::Words(words) => out.push_str(&escaped(words)),
                Piece::Close(_) => out.push_str("</pc>"),
                Piece::Open(number) | Piece::Alone(number) => {
                    let Some(code) = self.codes.iter().find(|code| code.number == *number) else { continue };
                    out.push_str(&code.tag());
                }
            }
        }
        out
    }
}

impl Code {
    fn tag(&self) -> String {
        let (number, data) = (self.number, self.data);
        let can_delete = if self.is_needed { "no" } else { "yes" };
        let mut attributes = format!("id=\"{number}\" canCopy=\"no\" canDelete=\"{can_delete}\"");
        // Writing to a string cannot fail.
        let _ = if self.mark.is_pair {
            write!(attributes, " dataRefStart=\"d{data}\" dataRefEnd=\"d{}\"", data + 1)
        } else {
            write!(attributes, " dataRef=\"d{data}\" disp=\"{}\"", escaped(self.mark.start.trim()))
        };
        if let Some((kind, subkind)) = kind(&self.mark.what) {
            let _ = write!(attributes, " type=\"{kind}\"");
            let _ = if subkind.is_empty() { Ok(()) } else { write!(attributes, " subType=\"{subkind}\"") };
        }
        if self.mark.is_pair { format!("<pc {attributes}>") } else { format!("<ph {attributes}/>") }
    }
}

/// What the standard calls a mark.
fn kind(what: &What) -> Option<(&'static str, &'static str)> {
    match what {
        What::Emphasis => Some(("fmt", "xlf:i")),
        What::Strong => Some(("fmt", "xlf:b")),
        What::Break => Some(("fmt", "xlf:lb")),
        What::Struck => Some(("fmt", "")),
        What::Link(_) => Some(("link", "")),
        What::Image(_) => Some(("image", "")),
        What::Phrase(_) | What::Note(_) | What::Code(_) | What::Html(_) | What::Literal(_) => Some(("other", "")),
    }
}

/// XML in the making, indented but within texts.
#[derive(Default)]
struct Xml {
    out: String,
    depth: usize,
}

impl Xml {
    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        if self.out.is_empty() {
            self.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        }
        let _ = write!(self.out, "{}<{name}", "  ".repeat(self.depth));
        for (name, value) in attributes {
            let _ = write!(self.out, " {name}=\"{}\"", escaped(value));
        }
        self.out.push('>');
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push('\n');
        self.depth += 1;
    }

    fn end(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        let _ = writeln!(self.out, "{}</{name}>", "  ".repeat(self.depth));
    }

    /// An element with XML in it, in a line of its own.
    fn line(&mut self, name: &str, attributes: &[(&str, &str)], inner: &str) {
        self.tag(name, attributes);
        let _ = writeln!(self.out, "{inner}</{name}>");
    }

    fn notes(&mut self, lines: &[String]) {
        self.start("notes", &[]);
        lines.iter().for_each(|line| self.line("note", &[], &escaped(line)));
        self.end("notes");
    }
}

/// Text as XML takes it. What XML has no letter for means nothing in a text either.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
    out
}

/// Reads a translated file.
///
/// # Errors
/// [`Unreadable`] tells the line that is no XML, or that the file is no XLIFF 2.
pub(super) fn read(text: &str) -> Result<Returned, Unreadable> {
    let wrong = |line: u32, why, detail: String| Unreadable { line, why, detail };
    let text = text.trim_start_matches('\u{feff}');
    let document = Document::parse(text).map_err(|error| wrong(error.pos().row, "xml", error.to_string()))?;
    let root = document.root_element();
    if !is(root, "xliff") {
        return Err(wrong(1, "version", root.attribute("version").unwrap_or_default().to_owned()));
    }
    let language = |name: &str| root.attribute(name).map(str::to_lowercase).filter(|language| !language.is_empty());
    let to = language("trgLang").ok_or_else(|| wrong(1, "language", String::new()))?;
    let lines = Lines::new(text);
    let mut units = Vec::new();
    for file in root.children().filter(|node| is(*node, "file")) {
        for unit in file.descendants().filter(|node| is(*node, "unit")) {
            units.push(ReturnedUnit {
                key: file.attribute("id").unwrap_or_default().to_owned(),
                id: unit.attribute("id").unwrap_or_default().to_owned(),
                source: source(unit),
                target: target(unit),
                is_unsure: false,
                line: lines.line(unit.range().start),
            });
        }
    }
    Ok(Returned { from: language("srcLang").unwrap_or_default(), to, units })
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name && node.tag_name().namespace() == Some(NAMESPACE)
}

/// The segments of a unit, and what stands between them. A translator's program may have parted it.
fn segments<'n>(unit: Node<'n, 'n>) -> impl Iterator<Item = Node<'n, 'n>> {
    unit.children().filter(|node| is(*node, "segment") || is(*node, "ignorable"))
}

fn child<'n>(node: Node<'n, 'n>, name: &str) -> Option<Node<'n, 'n>> {
    node.children().find(|child| is(*child, name))
}

fn source(unit: Node<'_, '_>) -> Text {
    let mut pieces = Vec::new();
    segments(unit).filter_map(|segment| child(segment, "source")).for_each(|source| inline(source, &mut pieces));
    Text::new(pieces)
}

/// The translation of a unit; `None` if a part of it is missing.
fn target(unit: Node<'_, '_>) -> Option<Text> {
    let mut parts = Vec::new();
    for (at, segment) in segments(unit).enumerate() {
        let target = child(segment, "target");
        // What is no text, such as a blank, need not be translated.
        let part = if is(segment, "ignorable") { target.or_else(|| child(segment, "source")) } else { target };
        let part = part?;
        let order = part.attribute("order").and_then(|order| order.parse::<usize>().ok()).unwrap_or(at + 1);
        parts.push((order, part));
    }
    parts.sort_by_key(|(order, _)| *order);
    let mut pieces = Vec::new();
    parts.into_iter().for_each(|(_, part)| inline(part, &mut pieces));
    Some(Text::new(pieces)).filter(|text| !text.is_empty())
}

fn inline(node: Node<'_, '_>, pieces: &mut Vec<Piece>) {
    // A code that nobody gave out has a number that no mark has.
    let number = |node: Node<'_, '_>, name: &str| node.attribute(name).and_then(|id| id.parse().ok()).unwrap_or(u32::MAX);
    for child in node.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            pieces.push(Piece::Words(text.to_owned()));
            continue;
        }
        match child.tag_name().name() {
            "pc" => {
                pieces.push(Piece::Open(number(child, "id")));
                inline(child, pieces);
                pieces.push(Piece::Close(number(child, "id")));
            }
            "ph" => pieces.push(Piece::Alone(number(child, "id"))),
            // A pair that reaches over several segments comes back in two halves.
            "sc" => pieces.push(Piece::Open(number(child, "id"))),
            "ec" => {
                let of = if child.has_attribute("startRef") { "startRef" } else { "id" };
                pieces.push(Piece::Close(number(child, of)));
            }
            "cp" => {
                let code = child.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                pieces.extend(code.and_then(char::from_u32).map(|c| Piece::Words(c.to_string())));
            }
            _ => inline(child, pieces),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(inner: &str) -> String {
        format!("<xliff xmlns=\"{NAMESPACE}\" version=\"2.1\" srcLang=\"da\" trgLang=\"en-GB\"><file id=\"a\">{inner}</file></xliff>")
    }

    fn targets(inner: &str) -> Vec<Option<String>> {
        let returned = read(&file(inner)).expect("a file");
        assert_eq!((returned.from.as_str(), returned.to.as_str()), ("da", "en-gb"));
        returned.units.into_iter().map(|unit| unit.target.map(|text| text.marked())).collect()
    }

    #[test]
    fn a_unit_is_read_however_a_tool_parted_it() {
        let parted = "<unit id=\"x\"><notes><note>n</note></notes>\
            <segment state=\"initial\"><source>En <sc id=\"1\"/>to.</source><target order=\"3\">Two<ec startRef=\"1\"/> &amp; <ph id=\"2\"/></target></segment>\
            <ignorable><source> </source></ignorable>\
            <segment><source>Tre<ec startRef=\"1\"/></source><target order=\"1\"><mrk id=\"m\" type=\"term\">One</mrk><sc id=\"1\"/><cp hex=\"0041\"/></target></segment></unit>";
        assert_eq!(targets(parted), [Some("One{1}A Two{/1} & {2/}".to_owned())]);
        let nested =
            "<group id=\"g\"><unit id=\"x\"><segment><source>a</source><target><pc id=\"1\">b</pc></target></segment></unit></group>";
        assert_eq!(targets(nested), [Some("{1}b{/1}".to_owned())]);
        assert_eq!(targets("<unit id=\"x\"><segment><source>a</source></segment></unit>"), [None]);
        let half = "<unit id=\"x\"><segment><source>a</source><target>b</target></segment><segment><source>c</source></segment></unit>";
        assert_eq!(targets(half), [None]);
    }

    #[test]
    fn what_is_no_xliff_2_is_told_with_its_line() {
        let fault = |text: &str| read(text).map(|_| ()).expect_err("a fault");
        assert_eq!((fault("<xliff>\n<a>\n</xliff>").line, fault("<xliff>\n<a>\n</xliff>").why), (3, "xml"));
        let old = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"/>";
        assert_eq!(fault(old), Unreadable { line: 1, why: "version", detail: "1.2".to_owned() });
        let unnamed = format!("<xliff xmlns=\"{NAMESPACE}\" version=\"2.1\" srcLang=\"da\"/>");
        assert_eq!(fault(&unnamed).why, "language");
        assert_eq!(fault("<!DOCTYPE x [<!ENTITY a \"b\">]>\n<x>&a;</x>").why, "xml");
    }
}
