//! Whatever a translator writes: the text is built as it was, and says what was written.

use proptest::prelude::*;

use super::{messages, translated};
use crate::site::TestSite;

const DANISH: &str = "En *to* [[index|tre]] `fire`.

## Fem

- seks
- syv **otte**

| ni | ti |
|---|---|
| elleve | [tolv](/) |

> tretten

Fjorten
: femten

Seksten\\
sytten.[^n]

[^n]: atten";

/// Signs that mean something in Markdown or in YAML, and some words.
const SIGNS: &[&str] = &[
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "[[",
    "]]",
    "<",
    ">",
    "&amp;",
    "~~",
    "|",
    "!",
    "#",
    "-",
    "+",
    "1.",
    "2)",
    ":",
    "\\",
    "{",
    "}",
    "^",
    "=",
    "\"",
    "'",
    "---",
    "===",
    "```",
    "<!--",
    "-->",
    "[^n]",
    "https://x.dk",
    "<b>",
    "$",
    "%",
    "@",
    "ord",
    "æøå",
    "1.300",
    "»",
    "«",
    "–",
    "\u{a0}",
    "[x]: y",
    "![",
    "](",
    "...",
    ";",
    ",",
];

fn words() -> impl Strategy<Value = String> {
    let part = || (proptest::sample::select(SIGNS), any::<bool>());
    let some = || proptest::collection::vec(part(), 0..5);
    // With a word among the signs, or there would be nothing to read.
    (some(), any::<bool>(), some())
        .prop_map(|(before, gap, behind)| [before, vec![("ord", gap)], behind].concat())
        .prop_map(|parts| parts.into_iter().map(|(sign, gap)| if gap { format!("{sign} ") } else { sign.to_owned() }).collect::<String>())
}

/// A text without blanks that make no difference.
fn single(text: &str) -> String {
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// The marks of a text in their order, each with its words replaced by others.
fn filled(text: &str, words: &[String]) -> String {
    let mut out = String::new();
    let mut next = words.iter().cycle();
    let mut rest = text;
    while let Some((before, mark)) = rest.split_once('{') {
        if !before.trim().is_empty() {
            out += next.next().unwrap();
        }
        let (mark, after) = mark.split_once('}').unwrap();
        out += &format!("{{{mark}}}");
        rest = after;
    }
    if !rest.trim().is_empty() {
        out += next.next().unwrap();
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_words_break_the_text(words in proptest::collection::vec(words(), 20), is_there in any::<bool>()) {
        let site = TestSite::new().section("01-aims", DANISH, DANISH);
        if !is_there {
            site.remove("content/sections/01-aims.en.md");
        }
        let po = site.export("en", &["aims"]);
        let sent = messages(&po);
        let mut at = 0;
        let all: Vec<String> = sent.iter().skip(1).map(|message| {
            at += 1;
            filled(&message.id, &words[at % words.len()..])
        }).collect();
        let returned = translated(&po, |message| {
            let at = sent.iter().position(|other| other.context == message.context).unwrap();
            all[at - 1].clone()
        });
        let (_, said) = site.import(&returned, &["--partial"]);
        let after = messages(&site.export("en", &["aims"]));
        prop_assert_eq!(after.len(), sent.len());
        // The same blocks, in the same order; each says what was written, or what it said before.
        for (at, message) in after.iter().enumerate().skip(1) {
            let (is, written, was) = (single(&message.translation), single(&all[at - 1]), single(&sent[at].translation));
            let squeezed = |text: &str| text.replace(' ', "");
            prop_assert!(squeezed(&is) == squeezed(&written) || is == was, "{} for {} ({}): {}", is, written, was, said);
        }
        // Words without marks always fit, unless they belong to a new block in which others do not.
        for (at, message) in sent.iter().enumerate().skip(1).filter(|(_, message)| is_there && !message.id.contains('{')) {
            prop_assert_eq!(single(&after[at].translation), single(&all[at - 1]), "{}: {}", message.id, said);
        }
    }
}
