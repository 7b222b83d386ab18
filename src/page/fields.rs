//! Where in a file the texts of its front matter stand that readers read, so that one can be put in the place of another.
//!
//! What a text means is known to [`FrontMatter`](super::FrontMatter); here is known how it is written.

use std::ops::Range;

use super::split;
use crate::vocabulary::GoalTag;
use crate::yaml::{Node, Value, Word, parse};

/// A text of the front matter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldName {
    /// The title.
    Title,
    /// The description.
    Description,
    /// Why the page works for a goal or target, by its number.
    Reason(String),
}

/// A text of the front matter and where it is written.
#[derive(Debug, Clone)]
pub(crate) struct FrontText {
    pub(crate) name: FieldName,
    /// What it says, without blanks at its ends.
    pub(crate) value: String,
    /// Where it stands in the file, in bytes, with its quotation marks.
    pub(crate) at: Range<usize>,
}

/// A goal or target in the front matter.
#[derive(Debug, Clone)]
pub(crate) struct TagPlace {
    /// Its number, such as `13.2`.
    pub(crate) tag: String,
    /// Where it stands in the file if it is a number alone, without quotation marks to be added.
    pub(crate) at: Range<usize>,
    pub(crate) form: TagForm,
}

/// How a goal or target is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TagForm {
    /// In a list, as a number.
    Listed,
    /// As the only one, without a list.
    Alone,
    /// As a map in braces: `{target: "13.2"}`.
    Braces,
    /// As a map over several lines.
    Lines,
}

/// What is written in a file's front matter.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields {
    /// Where its lines stand, without the two `---`.
    pub(crate) lines: Range<usize>,
    /// Where the body begins.
    pub(crate) body: usize,
    pub(crate) texts: Vec<FrontText>,
    pub(crate) tags: Vec<TagPlace>,
    /// Whether there is a field `sdgs`.
    pub(crate) has_tags: bool,
}

/// Finds the texts of a file's front matter; `None` if it cannot be read.
pub(crate) fn fields(text: &str) -> Option<Fields> {
    let (lines, body) = split(text)?;
    let yaml = &text[lines.clone()];
    let Value::Mapping(entries) = parse(yaml).ok()?.value else { return None };
    let mut finder = Finder { yaml, start: lines.start, fields: Fields { lines, body, ..Fields::default() } };
    for (word, node) in &entries {
        match word.text.as_str() {
            "title" => finder.text(FieldName::Title, word, node),
            "description" => finder.text(FieldName::Description, word, node),
            "sdgs" if !finder.fields.has_tags => finder.tags(node),
            _ => {}
        }
    }
    Some(finder.fields)
}

struct Finder<'a> {
    yaml: &'a str,
    start: usize,
    fields: Fields,
}

impl Finder<'_> {
    fn text(&mut self, name: FieldName, word: &Word, node: &Node) {
        let value = node.text().map(str::trim).filter(|text| !text.is_empty());
        let is_first = !self.fields.texts.iter().any(|field| field.name == name);
        if let (Some(value), true) = (value, is_first) {
            let at = self.whole(word, node);
            self.fields.texts.push(FrontText { name, value: value.to_owned(), at });
        }
    }

    /// Where a value stands in the file. The text of a block (`>`, `|`) begins below its sign, which belongs to it.
    fn whole(&self, word: &Word, node: &Node) -> Range<usize> {
        let between = &self.yaml[word.at.end..node.at.start.max(word.at.end)];
        let sign = between.find(':').map(|colon| colon + 1 + blanks(&between[colon + 1..])).filter(|at| *at < between.len());
        let start = sign.map_or(node.at.start, |sign| word.at.end + sign);
        self.start + start..self.start + node.at.end.max(start)
    }

    fn tags(&mut self, node: &Node) {
        self.fields.has_tags = true;
        match &node.value {
            Value::Sequence(items) => items.iter().for_each(|item| self.tag(item, TagForm::Listed)),
            Value::Scalar { .. } if !node.is_empty() => self.tag(node, TagForm::Alone),
            _ => {}
        }
    }

    fn tag(&mut self, node: &Node, form: TagForm) {
        let read = |node: &Node| node.text().and_then(|text| GoalTag::parse(text).ok()).map(|tag| tag.to_string());
        match &node.value {
            Value::Scalar { .. } => {
                let at = self.start + node.at.start..self.start + node.at.end;
                self.fields.tags.extend(read(node).map(|tag| TagPlace { tag, at, form }));
            }
            Value::Mapping(entries) => {
                let named = entries.iter().find(|(word, _)| matches!(word.text.as_str(), "goal" | "target"));
                let Some(tag) = named.and_then(|(_, value)| read(value)) else { return };
                let Some((word, last)) = entries.last() else { return };
                if let Some((word, note)) = entries.iter().find(|(word, _)| word.text == "note") {
                    self.text(FieldName::Reason(tag.clone()), word, note);
                }
                let form = if self.yaml[node.at.start..].starts_with('{') { TagForm::Braces } else { TagForm::Lines };
                let end = self.whole(word, last).end;
                self.fields.tags.push(TagPlace { tag, at: self.start + node.at.start..end, form });
            }
            Value::Sequence(_) => {}
        }
    }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// Writes a text of one line as a YAML value, in the manner of the one that it replaces, as far as YAML lets it.
pub(crate) fn written(value: &str, like: &str) -> String {
    if like.starts_with('\'') && !value.contains(char::is_control) {
        return format!("'{}'", value.replace('\'', "''"));
    }
    let is_plain = !like.starts_with(['"', '\'', '>', '|', '[', '{']) && !like.is_empty();
    if is_plain && can_be_plain(value) { value.to_owned() } else { quoted(value) }
}

fn quoted(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a text is the same without quotation marks, on a line of its own and within braces.
fn can_be_plain(value: &str) -> bool {
    let reads = |node: Option<&Node>| {
        node.is_some_and(|node| !node.is_empty() && matches!(&node.value, Value::Scalar { text, quoted: false } if text == value))
    };
    let first = |yaml: &str| match parse(yaml).ok()?.value {
        Value::Mapping(entries) if entries.len() == 1 => entries.into_iter().next().map(|(_, node)| node),
        _ => None,
    };
    let within = first(&format!("x: {{y: {value}}}\n"));
    let inner = match within.as_ref().map(|node| &node.value) {
        Some(Value::Mapping(entries)) if entries.len() == 1 => entries.first().map(|(_, node)| node),
        _ => None,
    };
    reads(first(&format!("x: {value}\n")).as_ref()) && reads(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(yaml: &str) -> Vec<(FieldName, String, String)> {
        let text = format!("---\n{yaml}---\nText\n");
        let fields = fields(&text).expect("front matter");
        fields.texts.into_iter().map(|field| (field.name, field.value, text[field.at].to_owned())).collect()
    }

    #[test]
    fn each_text_is_found_however_it_is_written() {
        let title = |yaml: &str| found(yaml).remove(0);
        let expected = |value: &str, source: &str| (FieldName::Title, value.to_owned(), source.to_owned());
        assert_eq!(title("title: Byer i verden # husk\n"), expected("Byer i verden", "Byer i verden"));
        assert_eq!(title("title:   \"C40: \\\"byer\\\"\"\n"), expected("C40: \"byer\"", "\"C40: \\\"byer\\\"\""));
        assert_eq!(title("title: 'Byens hus'\n"), expected("Byens hus", "'Byens hus'"));
        assert_eq!(title("title: >\n  Byer\n  i verden\nslug: x\n"), expected("Byer i verden", ">\n  Byer\n  i verden"));
        assert_eq!(title("title: |-\n  Byer\nslug: x\n"), expected("Byer", "|-\n  Byer"));
        assert_eq!(title("\"title\": Byer\n"), expected("Byer", "Byer"));
        assert_eq!(title("title:\n  Byer\n  i verden\n").1, "Byer i verden");
        assert_eq!(found("title:\nslug: x\n"), []);
    }

    #[test]
    fn the_reason_for_a_goal_is_found_with_its_goal() {
        let yaml = "title: A\nsdgs:\n  - \"13.2\"\n  - {goal: 11, note: \"Fordi, ja\"}\n  - target: \"6.3\"\n    note: Vand\n";
        let reasons: Vec<_> = found(yaml).into_iter().skip(1).map(|(name, value, _)| (name, value)).collect();
        let reason = |tag: &str, value: &str| (FieldName::Reason(tag.to_owned()), value.to_owned());
        assert_eq!(reasons, [reason("11", "Fordi, ja"), reason("6.3", "Vand")]);
        let text = format!("---\n{yaml}---\n");
        let tags = fields(&text).expect("front matter").tags;
        let tags: Vec<_> = tags.into_iter().map(|tag| (tag.tag, tag.form, text[tag.at].to_owned())).collect();
        assert_eq!(tags[0], ("13.2".to_owned(), TagForm::Listed, "\"13.2\"".to_owned()));
        assert_eq!(tags[1], ("11".to_owned(), TagForm::Braces, "{goal: 11, note: \"Fordi, ja\"".to_owned()));
        assert_eq!(tags[2], ("6.3".to_owned(), TagForm::Lines, "target: \"6.3\"\n    note: Vand".to_owned()));
    }

    #[test]
    fn a_value_is_quoted_only_where_it_must_be() {
        assert_eq!(written("Byer i verden", "Title"), "Byer i verden");
        assert_eq!(written("C40: byer", "Title"), "\"C40: byer\"");
        assert_eq!(written("Vores #1", "Title"), "\"Vores #1\"");
        assert_eq!(written("a, b", "Title"), "\"a, b\"");
        assert_eq!(written("null", "Title"), "\"null\"");
        assert_eq!(written("“Byer”", "Title"), "\"“Byer”\"");
        assert_eq!(written("Byens \"hus\" \\", "\"Title\""), "\"Byens \\\"hus\\\" \\\\\"");
        assert_eq!(written("Byens 'hus'", "'Title'"), "'Byens ''hus'''");
        assert_eq!(written("Byer", ">\n  Title"), "\"Byer\"");
    }

    #[test]
    fn every_value_reads_as_it_was_written() {
        for value in ["a", "- a", "a: b", "#a", "@a", "a\\nb", "'", "\"", "{a}", "[a]", "true", "13.10", "æøå – “x”", "%", "?", "a #b", "|"]
        {
            for like in ["x", "'x'", "\"x\"", ">\n x"] {
                let yaml = format!("title: {}\nslug: x\n", written(value, like));
                assert_eq!(found(&yaml).first().map(|(_, value, _)| value.as_str()), Some(value), "{yaml}");
            }
        }
    }
}
