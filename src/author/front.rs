//! Lines added to the front matter of a text; every other byte stays as it is.

use crate::page::{self, Front};

/// The text with a `slug`; `None` if it has one, or no front matter.
pub(super) fn with_slug(text: &str, slug: &str) -> Option<String> {
    let front = page::front(text)?;
    let has_one = front.fields.iter().any(|field| field.name == "slug");
    (!has_one).then(|| with_line(text, &front, &format!("slug: {slug}")))
}

/// The text with one more address among its `aliases`; `None` if they are written in a way that leaves no room.
pub(super) fn with_alias(text: &str, address: &str) -> Option<String> {
    let front = page::front(text)?;
    let Some(field) = front.fields.iter().find(|field| field.name == "aliases") else {
        return Some(with_line(text, &front, &format!("aliases: [{address}]")));
    };
    let (start, end) = (field.value.start, field.value.end);
    match &field.items {
        None if field.is_empty && start < end => Some(format!("{}[{address}]{}", &text[..start], &text[end..])),
        None if field.is_empty => {
            let colon = field.at.end + text[field.at.end..].find(':')? + 1;
            Some(inserted(text, colon, &format!(" [{address}]")))
        }
        None => {
            // A text of several lines begins below its sign, `>` or `|`.
            let is_on_its_line = text.get(field.at.end..end).is_some_and(|line| !line.contains('\n'));
            is_on_its_line.then(|| format!("{}[{address}, {}]{}", &text[..start], &text[start..end], &text[end..]))
        }
        Some(items) if text[start..].starts_with('[') => {
            let gap = if items.is_empty() || text[start + 1..].starts_with(char::is_whitespace) { "" } else { " " };
            let comma = if items.is_empty() { "" } else { "," };
            Some(inserted(text, start + 1, &format!("{address}{comma}{gap}")))
        }
        Some(items) => {
            let first = items.first()?.start;
            let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
            let dash = &text[line..first];
            (dash.trim() == "-").then(|| inserted(text, line, &format!("{dash}{address}{}", line_end(text, &front))))
        }
    }
}

/// A field of its own, as the last.
fn with_line(text: &str, front: &Front, field: &str) -> String {
    inserted(text, front.at.end, &format!("{field}{}", line_end(text, front)))
}

fn inserted(text: &str, at: usize, more: &str) -> String {
    format!("{}{more}{}", &text[..at], &text[at..])
}

/// How the lines of a file end.
fn line_end(text: &str, front: &Front) -> &'static str {
    if text[..front.at.start].ends_with("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::{with_alias, with_slug};

    #[test]
    fn an_alias_finds_its_place_however_the_list_is_written() {
        let with = |fields: &str| with_alias(&format!("---\ntitle: A\n{fields}---\nB\n"), "/x/");
        let is = |fields: &str| Some(format!("---\ntitle: A\n{fields}---\nB\n"));
        assert_eq!(with(""), is("aliases: [/x/]\n"));
        assert_eq!(with("description: |\n  D\n"), is("description: |\n  D\naliases: [/x/]\n"));
        assert_eq!(with("aliases: [/a/, \"/b/\"] # old\n"), is("aliases: [/x/, /a/, \"/b/\"] # old\n"));
        assert_eq!(with("aliases: []\n"), is("aliases: [/x/]\n"));
        assert_eq!(with("aliases: [\n  /a/,\n]\n"), is("aliases: [/x/,\n  /a/,\n]\n"));
        assert_eq!(
            with("aliases:\n  # old\n  - /a/ # first\n  - /b/\nslug: a\n"),
            is("aliases:\n  # old\n  - /x/\n  - /a/ # first\n  - /b/\nslug: a\n")
        );
        assert_eq!(with("aliases:\n- /a/\n"), is("aliases:\n- /x/\n- /a/\n"));
        assert_eq!(with("aliases: /a/\n"), is("aliases: [/x/, /a/]\n"));
        assert_eq!(with("aliases: \"/a/\"\n"), is("aliases: [/x/, \"/a/\"]\n"));
        assert_eq!(with("aliases:\n"), is("aliases: [/x/]\n"));
        assert_eq!(with("aliases: ~\nslug: a\n"), is("aliases: [/x/]\nslug: a\n"));
        assert_eq!(with("aliases: >-\n  /a/\n"), None);
    }

    #[test]
    fn a_new_line_ends_as_the_others_do_and_nothing_else_changes() {
        let text = "\u{feff}---\r\ntitle: A  \r\n---\r\n\r\nB  \n";
        assert_eq!(with_alias(text, "/x/").as_deref(), Some("\u{feff}---\r\ntitle: A  \r\naliases: [/x/]\r\n---\r\n\r\nB  \n"));
        assert_eq!(with_slug(text, "a").as_deref(), Some("\u{feff}---\r\ntitle: A  \r\nslug: a\r\n---\r\n\r\nB  \n"));
        assert_eq!(with_slug("---\nslug: b\n---\n", "a"), None);
        assert_eq!(with_slug("A", "a"), None);
    }
}
