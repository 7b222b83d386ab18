//! The exchange with translators: what is sent, what comes back, and that nothing else is touched.

mod missing;
mod placing;
mod random;
mod refusals;
mod stale;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::site::{Found, TestSite, files, text};

/// A message of a PO file.
#[derive(Debug, Clone, Default)]
struct Message {
    /// The lines before it.
    head: String,
    context: String,
    id: String,
    translation: String,
}

/// The messages of a PO file as the program writes it, its header first.
fn messages(po: &str) -> Vec<Message> {
    let mut messages = Vec::new();
    for block in po.split("\n\n") {
        let mut message = Message::default();
        let mut field = "";
        for line in block.lines() {
            let (word, value) = line.split_once(" \"").unwrap_or(("", line.strip_prefix('"').unwrap_or(line)));
            field = if matches!(word, "msgctxt" | "msgid" | "msgstr") { word } else { field };
            let value = unescaped(value.strip_suffix('"').unwrap_or(value));
            match field {
                "msgctxt" => message.context += &value,
                "msgid" => message.id += &value,
                "msgstr" => message.translation += &value,
                _ => {
                    message.head += line;
                    message.head += "\n";
                }
            }
        }
        messages.push(message);
    }
    messages
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        out.push(if c == '\\' { letters.next().unwrap() } else { c });
    }
    out
}

/// A PO file whose translations are others.
fn translated(po: &str, translate: impl Fn(&Message) -> String) -> String {
    let (head, _) = po.split_once("\n\n").unwrap();
    let quoted = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let mut out = format!("{head}\n");
    for message in messages(po).iter().skip(1) {
        let Message { head, context, id, .. } = message;
        let translation = translate(message);
        let _ = write!(out, "\n{head}msgctxt \"{context}\"\nmsgid \"{}\"\nmsgstr \"{}\"\n", quoted(id), quoted(&translation));
    }
    out
}

/// A text with every word changed and its marks kept.
fn pseudo(text: &str) -> String {
    let mut in_mark = false;
    let turned = |c: char, first: u8| char::from(first + (c as u8 - first + 13) % 26);
    let letter = |c: char| {
        in_mark = in_mark && c != '}' || c == '{';
        match c {
            _ if in_mark => c,
            'a'..='z' => turned(c, b'a'),
            'A'..='Z' => turned(c, b'A'),
            c => c,
        }
    };
    text.chars().map(letter).collect()
}

impl TestSite {
    /// Exports all texts into a language.
    fn export(&self, to: &str, more: &[&str]) -> String {
        let output = self.run(&[&["translations", "export", "--to", to], more].concat());
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Imports a file, and gives the exit status and what was said.
    fn import(&self, file: &str, more: &[&str]) -> (i32, String) {
        self.write("returned", file.as_bytes());
        let path = self.path("returned");
        let output = self.run(&[&["translations", "import", path.to_str().unwrap()], more].concat());
        (output.status.code().unwrap(), text(&output.stdout) + &text(&output.stderr))
    }

    /// Imports a file that fits.
    fn imports(&self, file: &str) -> String {
        let (status, said) = self.import(file, &[]);
        assert_eq!(status, 0, "{said}");
        said
    }

    /// What is found, but for what follows from words that mean nothing.
    fn faults(&self, more: &[&str]) -> Vec<String> {
        let output = self.run(&[&["check", "--format", "json"], more].concat());
        let found: Vec<Found> = serde_json::from_slice(&output.stdout).unwrap();
        let follows = |code: &str| code.starts_with("parity-") || code == "unmarked-language";
        found.iter().filter(|found| !follows(&found.code)).map(Found::place).collect()
    }

    /// Every file of the content.
    fn content(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path("content"))
    }

    /// Imports a file that does not fit: nothing is written. What is said is checked in Danish and in English.
    #[track_caller]
    fn refuses(&self, file: &str, code: &str, danish: &[&str], english: &[&str]) {
        let before = self.content();
        for (language, words) in [("da", danish), ("en", english)] {
            let (status, said) = self.import(file, &["--lang", language]);
            assert_eq!(status, 1, "{said}");
            for word in words.iter().chain([&code]) {
                assert!(said.contains(word), "{word}: {said}");
            }
        }
        assert_eq!(self.content(), before);
    }

    /// Translates texts, told by their words in the source, and leaves the others as they are.
    fn translates(&self, to: &str, texts: &[(&str, &str)]) -> String {
        let po = self.export(to, &[]);
        let all = messages(&po);
        for (id, _) in texts {
            assert!(
                all.iter().any(|message| message.id == *id),
                "{id} is not among {:#?}",
                all.iter().map(|message| &message.id).collect::<Vec<_>>()
            );
        }
        translated(&po, |message| {
            let new = texts.iter().find(|(id, _)| *id == message.id);
            new.map_or(message.translation.clone(), |(_, translation)| (*translation).to_owned())
        })
    }
}

#[test]
fn what_comes_back_as_it_went_out_changes_not_one_byte() {
    let site = TestSite::strategy();
    let before = site.content();
    for to in ["en", "da"] {
        let po = site.export(to, &[]);
        assert!(messages(&po).len() > 200);
        let said = site.imports(&po);
        assert!(said.starts_with("No text is new."), "{said}");
    }
    assert_eq!(site.content(), before);
}

#[test]
fn after_a_translation_nothing_is_left_to_do() {
    for to in ["en", "da"] {
        let site = TestSite::strategy();
        let other = if to == "en" { "da" } else { "en" };
        let before = site.content();
        let po = translated(&site.export(to, &[]), |message| pseudo(&message.id));
        site.imports(&po);
        let after = site.content();
        for (path, bytes) in &before {
            assert_eq!(after[path] != *bytes, path.contains(&format!(".{to}.md")), "{path}");
            assert!(path.contains(&format!(".{to}.")) || path.contains(&format!(".{other}.")) || !path.ends_with(".md"), "{path}");
        }
        // Whoever has read the translation says so.
        assert!(site.run(&["translations", "reviewed", "--all"]).status.success());
        assert_eq!(site.faults(&[]), Vec::<String>::new());
        for message in messages(&site.export(to, &[])).iter().skip(1) {
            assert_eq!(message.translation, pseudo(&message.id));
        }
        assert!(site.imports(&site.export(to, &[])).starts_with("No text is new."));
    }
}

/// An XLIFF file with every word of its translations changed.
fn pseudo_xliff(xliff: &str) -> String {
    let mut out = String::new();
    for line in xliff.lines() {
        match line.split_once("<target>").and_then(|(indent, rest)| Some((indent, rest.strip_suffix("</target>")?))) {
            Some((indent, inner)) => {
                let parts = inner.split_inclusive('>').map(|part| match part.split_once('<') {
                    Some((words, tag)) => format!("{}<{tag}", pseudo(words)),
                    None => pseudo(part),
                });
                let _ = writeln!(out, "{indent}<target>{}</target>", parts.collect::<String>());
            }
            None => {
                let _ = writeln!(out, "{line}");
            }
        }
    }
    out
}

#[test]
fn both_formats_carry_the_same() {
    for to in ["en", "da"] {
        let (po, xliff) = (TestSite::strategy(), TestSite::strategy());
        let before = xliff.content();
        let file = xliff.export(to, &["--format", "xliff"]);
        assert!(xliff.imports(&file).starts_with("No text is new."));
        assert_eq!(xliff.content(), before);
        xliff.imports(&pseudo_xliff(&file));
        po.imports(&translated(&po.export(to, &[]), |message| pseudo(&message.translation)));
        assert_eq!(xliff.content(), po.content());
        assert!(xliff.content() != before);
    }
}

#[test]
fn the_name_of_the_file_tells_its_format() {
    let site = TestSite::new();
    for (name, more, start) in
        [("a.po", &[][..], "# Texts"), ("a.xlf", &[], "<?xml"), ("a.xliff", &[], "<?xml"), ("b.po", &["--format", "xliff"], "<?xml")]
    {
        let path = site.path(name);
        let output = site.run(&[&["translations", "export", "--to", "en", "-o", path.to_str().unwrap()], more].concat());
        let said = format!("2 texts of 1 page from da to en, all with a translation: {}\n", path.display());
        assert_eq!(text(&output.stdout) + &text(&output.stderr), said);
        assert!(site.read(name).starts_with(start));
    }
}
