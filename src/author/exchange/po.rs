//! Texts for translators as a PO file, the format of gettext, and back.

use super::sheet::{Sheet, Unit};
use super::text::Text;
use super::{Job, Returned, ReturnedUnit, Unreadable, describe};
use crate::diagnostic::Words;

/// Writes the texts. Each is told apart by its context, which no two share.
pub(super) fn write(job: &Job, words: &Words) -> String {
    let mut out = String::new();
    for line in describe::head(job, words) {
        out.push_str(&format!("# {line}\n"));
    }
    let program = concat!("Langebro ", env!("CARGO_PKG_VERSION"));
    let fields = [
        ("Project-Id-Version", job.title.clone()),
        ("PO-Revision-Date", format!("{} 00:00+0000", job.date)),
        ("Last-Translator", job.title.clone()),
        ("Language-Team", tag(job.to.as_str())),
        ("Language", tag(job.to.as_str())),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=UTF-8".to_owned()),
        ("Content-Transfer-Encoding", "8bit".to_owned()),
        ("X-Source-Language", tag(job.from.as_str())),
        ("X-Generator", program.to_owned()),
    ];
    out.push_str("msgid \"\"\nmsgstr \"\"\n");
    for (name, value) in fields {
        out.push_str(&format!("{}\n", quoted(&format!("{name}: {value}\n"))));
    }
    for sheet in &job.sheets {
        for unit in &sheet.units {
            out.push('\n');
            message(job, sheet, unit, words, &mut out);
        }
    }
    out
}

fn message(job: &Job, sheet: &Sheet, unit: &Unit, words: &Words, out: &mut String) {
    for line in describe::unit(sheet, unit, words) {
        out.push_str(&format!("#. {line}\n"));
    }
    out.push_str(&format!("#: {}:{}\n", sheet.source.page.file(), unit.line));
    if let Some(earlier) = &unit.earlier {
        out.push_str(&format!("#, fuzzy\n#| msgid {}\n", quoted(&earlier.source)));
    }
    let context = format!("{}/{}/{}", job.from, sheet.key, unit.id);
    out.push_str(&format!("msgctxt {}\n", quoted(&context)));
    out.push_str(&format!("msgid {}\n", quoted(&unit.source.marked())));
    out.push_str(&format!("msgstr {}\n", quoted(&unit.target.as_ref().map_or_else(String::new, Text::marked))));
}

/// A language as gettext writes it: `pt_BR`.
fn tag(language: &str) -> String {
    match language.split_once('-') {
        Some((language, region)) => format!("{language}_{}", region.to_uppercase()),
        None => language.to_owned(),
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Reads a translated file.
///
/// # Errors
/// [`Unreadable`] tells the line that is no PO.
pub(super) fn read(text: &str) -> Result<Returned, Unreadable> {
    let mut reader = Reader::default();
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        reader.line(line.trim(), at as u32 + 1)?;
    }
    reader.finish();
    let header = reader.messages.iter().find(|message| message.id.is_empty() && message.context.is_none());
    let field = |name: &str| {
        let prefix = format!("{}:", name.to_lowercase());
        let line = header?.translation.lines().find(|line| line.to_lowercase().starts_with(&prefix))?;
        Some(line[prefix.len()..].trim().to_lowercase().replace('_', "-"))
    };
    let to =
        field("Language").filter(|language| !language.is_empty()).ok_or(Unreadable { line: 1, why: "language", detail: String::new() })?;
    let mut from = field("X-Source-Language");
    let mut units = Vec::new();
    for message in reader.messages.iter().filter(|message| message.context.is_some()) {
        let context = message.context.as_deref().unwrap_or_default();
        let mut parts = context.splitn(3, '/');
        let (language, key, id) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        from = from.or_else(|| Some(language.to_owned()));
        units.push(ReturnedUnit {
            key: key.unwrap_or_default().to_owned(),
            id: id.unwrap_or(context).to_owned(),
            source: Text::read(&message.id),
            target: Some(Text::read(&message.translation)).filter(|text| !text.is_empty()),
            is_unsure: message.is_fuzzy,
            line: message.line,
        });
    }
    Ok(Returned { from: from.unwrap_or_default(), to, units })
}

/// A message as it stands in the file.
#[derive(Debug, Default)]
struct Message {
    line: u32,
    context: Option<String>,
    id: String,
    translation: String,
    is_fuzzy: bool,
}

/// To what a line in quotation marks belongs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Nothing,
    Context,
    Id,
    Translation,
    /// What is read and not needed.
    Other,
}

#[derive(Debug, Default)]
struct Reader {
    messages: Vec<Message>,
    message: Message,
    part: Part,
    /// Whether the message that is being read has its translation already: what comes next begins another.
    is_whole: bool,
}

impl Reader {
    fn line(&mut self, line: &str, number: u32) -> Result<(), Unreadable> {
        if let Some(comment) = line.strip_prefix('#') {
            // What begins with `#~` is kept by tools and no longer in use, `#|` is what a text was before.
            if !comment.starts_with(['~', '|']) {
                self.next();
            }
            if comment.starts_with(',') && comment.split(',').any(|flag| flag.trim() == "fuzzy") {
                self.message.is_fuzzy = true;
            }
            return Ok(());
        }
        if line.is_empty() {
            return Ok(());
        }
        if line.starts_with('"') {
            let text = unquoted(line, number)?;
            return self.add(&text, number);
        }
        let (word, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
        let part = match word {
            "msgctxt" => Part::Context,
            "msgid" => Part::Id,
            "msgstr" => Part::Translation,
            "domain" => Part::Other,
            _ => return Err(Unreadable { line: number, why: "word", detail: word.to_owned() }),
        };
        if matches!(part, Part::Context | Part::Id) {
            self.next();
        }
        if part == Part::Id || self.message.line == 0 {
            self.message.line = number;
        }
        self.part = part;
        if part == Part::Context {
            self.message.context = Some(String::new());
        }
        self.is_whole |= part == Part::Translation;
        let text = unquoted(rest.trim(), number)?;
        self.add(&text, number)
    }

    fn add(&mut self, text: &str, line: u32) -> Result<(), Unreadable> {
        match self.part {
            Part::Nothing => return Err(Unreadable { line, why: "lost", detail: String::new() }),
            Part::Context => self.message.context.get_or_insert_default().push_str(text),
            Part::Id => self.message.id.push_str(text),
            Part::Translation => self.message.translation.push_str(text),
            Part::Other => {}
        }
        Ok(())
    }

    /// Begins another message, if the last is whole.
    fn next(&mut self) {
        if self.is_whole {
            self.finish();
        }
    }

    fn finish(&mut self) {
        let message = std::mem::take(&mut self.message);
        if self.is_whole {
            self.messages.push(message);
        }
        (self.part, self.is_whole) = (Part::Nothing, false);
    }
}

/// What stands between two quotation marks.
fn unquoted(text: &str, line: u32) -> Result<String, Unreadable> {
    let wrong = |why, detail: &str| Unreadable { line, why, detail: detail.to_owned() };
    let inner = text.strip_prefix('"').ok_or_else(|| wrong("quotes", text))?;
    let mut out = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    loop {
        match letters.next() {
            None => return Err(wrong("quotes", text)),
            Some('"') if letters.as_str().trim().is_empty() => return Ok(out),
            Some('"') => return Err(wrong("quotes", text)),
            Some('\\') => match letters.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some(c @ ('"' | '\\')) => out.push(c),
                other => return Err(wrong("escape", &format!("\\{}", other.map_or(String::new(), |c| c.to_string())))),
            },
            Some(c) => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "msgid \"\"\nmsgstr \"\"\n\"Language: en_GB\\n\"\n\"X-Source-Language: da\\n\"\n\n";

    fn units(text: &str) -> Vec<(String, String, Option<String>, bool)> {
        let returned = read(&format!("{HEAD}{text}")).expect("a file");
        assert_eq!((returned.from.as_str(), returned.to.as_str()), ("da", "en-gb"));
        let told = |unit: ReturnedUnit| (unit.key, unit.id, unit.target.map(|text| text.marked()), unit.is_unsure);
        returned.units.into_iter().map(told).collect()
    }

    #[test]
    fn messages_are_read_however_a_tool_wrote_them() {
        let text = "# note\n#, fuzzy, no-wrap\n#| msgid \"old\"\nmsgctxt \"da/a/b\"\nmsgid \"\"\n\"En \"\n\"\\\"to\\\"\"\nmsgstr \"\"\n\"One\\n\"\n\" {1}two{/1}\"\n\
            msgctxt \"da/a/c\"\nmsgid \"x\"\nmsgstr \"\"\n\n#~ msgid \"gone\"\n#~ msgstr \"\"\n";
        let unit = |id: &str, target: Option<&str>, unsure| ("a".to_owned(), id.to_owned(), target.map(str::to_owned), unsure);
        assert_eq!(units(text), [unit("b", Some("One {1}two{/1}"), true), unit("c", None, false)]);
        assert_eq!(units(&text.replace('\n', "\r\n")).len(), 2);
    }

    #[test]
    fn what_is_no_po_is_told_with_its_line() {
        let fault = |text: &str| read(&format!("{HEAD}{text}")).map(|_| ()).expect_err("a fault");
        let expected = |line, why, detail: &str| Unreadable { line, why, detail: detail.to_owned() };
        assert_eq!(fault("msgid \"a\n"), expected(6, "quotes", "\"a"));
        assert_eq!(fault("msgid \"a\" b\"\n"), expected(6, "quotes", "\"a\" b\""));
        assert_eq!(fault("msgid \"\\q\"\n"), expected(6, "escape", "\\q"));
        assert_eq!(fault("\nhello\n"), expected(7, "word", "hello"));
        assert_eq!(read("\"a\"\n").map(|_| ()), Err(expected(1, "lost", "")));
        assert_eq!(read("msgid \"a\"\nmsgstr \"b\"\n").map(|_| ()), Err(expected(1, "language", "")));
    }
}
