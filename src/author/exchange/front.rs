//! Translations in front matter.

use super::half::Half;
use super::place::Edit;
use crate::page::{FieldName, TagForm, written};

/// Puts a text into the front matter of a half: in the place of the one that is there, or anew. `None` if there is no place
/// for it.
pub(super) fn edit(target: &Half, name: &FieldName, value: &str) -> Option<Edit> {
    if let Some(field) = target.fields.texts.iter().find(|field| field.name == *name) {
        return Some(Edit { span: field.at.clone(), text: written(value, target.slice(field.at.clone())) });
    }
    let quoted = written(value, "\"");
    let line_break = target.line_break();
    match name {
        FieldName::Title => {
            let at = target.fields.lines.start;
            Some(Edit { span: at..at, text: format!("title: {quoted}{line_break}") })
        }
        FieldName::Description => {
            let title = target.fields.texts.iter().find(|field| field.name == FieldName::Title);
            let from = title.map_or(target.fields.lines.start, |field| field.at.end);
            let at = title.map_or(from, |_| target.text[from..].find('\n').map_or(target.fields.lines.end, |end| from + end + 1));
            Some(Edit { span: at..at, text: format!("description: {quoted}{line_break}") })
        }
        FieldName::Reason(tag) => reason(target, tag, &quoted),
    }
}

/// Puts a reason to a goal that stands there without one.
fn reason(target: &Half, tag: &str, note: &str) -> Option<Edit> {
    let place = target.fields.tags.iter().find(|place| place.tag == tag)?;
    let map = format!("{{{}, note: {note}}}", named(tag));
    Some(match place.form {
        TagForm::Listed => Edit { span: place.at.clone(), text: map },
        TagForm::Alone => Edit { span: place.at.clone(), text: format!("[{map}]") },
        TagForm::Braces => Edit { span: place.at.end..place.at.end, text: format!(", note: {note}") },
        TagForm::Lines => {
            let indent: String = target.before(place.at.start).chars().map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
            Edit { span: place.at.end..place.at.end, text: format!("{}{indent}note: {note}", target.line_break()) }
        }
    })
}

/// Whether there is a place for the reason for a goal.
pub(super) fn has_place(target: &Half, name: &FieldName) -> bool {
    match name {
        FieldName::Reason(tag) => !target.fields.has_tags || target.fields.tags.iter().any(|place| place.tag == *tag),
        _ => true,
    }
}

/// The goals of a half with the reasons that there are.
pub(super) fn tags(source: &Half, reason: impl Fn(&str) -> Option<String>, line_break: &str) -> String {
    let mut list = format!("sdgs:{line_break}");
    for place in &source.fields.tags {
        let item = match reason(&place.tag) {
            Some(note) => format!("{{{}, note: {}}}", named(&place.tag), written(&note, "\"")),
            None if place.tag.contains('.') => format!("\"{}\"", place.tag),
            None => place.tag.clone(),
        };
        list.push_str(&format!("  - {item}{line_break}"));
    }
    list
}

/// A goal or target as a field of a map.
fn named(tag: &str) -> String {
    if tag.contains('.') { format!("target: \"{tag}\"") } else { format!("goal: {tag}") }
}

/// The front matter of a half that is yet to be made. It is a draft: nobody has looked at it.
pub(super) fn new(source: &Half, text: impl Fn(&FieldName) -> Option<String>, slug: Option<&str>) -> String {
    let line_break = source.line_break();
    let mut lines = vec!["---".to_owned()];
    lines.extend(text(&FieldName::Title).map(|title| format!("title: {}", written(&title, "\""))));
    lines.extend(slug.map(|slug| format!("slug: {slug}")));
    lines.extend(text(&FieldName::Description).map(|description| format!("description: {}", written(&description, "\""))));
    let reason = |tag: &str| text(&FieldName::Reason(tag.to_owned()));
    if source.fields.tags.iter().any(|place| reason(&place.tag).is_some()) {
        lines.push(tags(source, reason, line_break).trim_end().to_owned());
    }
    lines.extend(["draft: true".to_owned(), "---".to_owned(), String::new()]);
    lines.join(line_break)
}
