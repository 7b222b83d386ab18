//! Which word stands where, and how much it counts there.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::json;

use super::gather::{Entry, Passage};
use super::words::words;
use super::{Edition, Part};
use crate::address::Language;
use crate::site::Site;

/// The folder of all files but the first.
pub(super) const FOLDER: &str = "assets/search/";

/// How many bytes of postings make a file, before packing: a search needs one or a few of these.
const POSTINGS: usize = 48_000;

/// How many bytes of text make a file, likewise. A list of ten hits takes in a few of these.
const TEXTS: usize = 32_000;

/// How much more a word counts in a title, and in a heading, than in the text.
const TITLE: f32 = 8.0;
const HEADING: f32 = 3.0;

/// How soon it stops to matter that a word comes again, and how much a long passage is held against it: the usual values
/// of BM25 (Robertson and Zaragoza, 2009).
const AGAIN: f32 = 1.2;
const LENGTH: f32 = 0.6;

/// The greatest weight is about this.
const SCALE: f32 = 9.0;

/// A word in a passage.
struct Posting {
    page: u32,
    passage: u32,
    weight: u32,
}

/// The words of a passage, each with what it counts there; and how many there are.
type Counted = (Vec<(String, f32)>, f32);

/// How many pages are counted at once: the words of all would take more room than the index.
const AT_ONCE: usize = 500;

/// Makes the files of a language.
pub(super) fn edition(site: &Site, language: Language, entries: Vec<Entry>) -> Edition {
    let sorted = postings(&entries);
    let rooted = |part: &Part| site.config.base_url.rooted(&format!("/{}", part.path));
    let mut parts = Vec::new();
    let mut table = |name: &str, items: &mut dyn Iterator<Item = String>, most: usize| {
        let made = bundles(items, most);
        let made = made.into_iter().enumerate().map(|(number, (first, json))| (first, part(language, name, number, json)));
        let start = parts.len();
        let firsts: Vec<usize> = made.map(|(first, part)| (first, parts.push(part)).0).collect();
        firsts.into_iter().zip(&parts[start..]).map(|(first, part)| json!([first, rooted(part)])).collect::<Vec<_>>()
    };
    let postings = table("words", &mut sorted.iter().map(|(_, postings)| list(postings)), POSTINGS);
    let texts = table("texts", &mut entries.iter().map(text), TEXTS);
    let head = json!({ "words": front_coded(sorted.iter().map(|(word, _)| word.as_str())), "postings": postings, "texts": texts });
    Edition { language, head: Arc::from(head.to_string().into_bytes()), parts }
}

/// Every word with all places where it stands, sorted.
fn postings(entries: &[Entry]) -> Vec<(String, Vec<Posting>)> {
    let passages = || entries.par_iter().flat_map(|entry| &entry.passages);
    let length: usize = passages().map(|passage| words(&passage.text).count()).sum();
    let average = (length as f32 / passages().count().max(1) as f32).max(1.0);
    let mut found: FxHashMap<String, Vec<Posting>> = FxHashMap::default();
    let mut pages = 0..;
    for entries in entries.chunks(AT_ONCE) {
        let counted: Vec<Vec<Counted>> = entries.par_iter().map(counted).collect();
        for (passages, page) in counted.into_iter().zip(&mut pages) {
            for ((words, length), passage) in passages.into_iter().zip(0..) {
                let dampened = AGAIN * (1.0 - LENGTH + LENGTH * length / average);
                for (word, count) in words {
                    let weight = (SCALE * count * (AGAIN + 1.0) / (count + dampened)).round().max(1.0) as u32;
                    found.entry(word).or_default().push(Posting { page, passage, weight });
                }
            }
        }
    }
    let mut sorted: Vec<_> = found.into_iter().collect();
    sorted.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    sorted
}

/// The words of each passage of a page; those of its title count in the first.
fn counted(entry: &Entry) -> Vec<Counted> {
    let count = |(number, passage): (usize, &Passage)| {
        let mut counts: FxHashMap<String, f32> = FxHashMap::default();
        let mut length = 0.0;
        let mut take = |text: &str, worth: f32| {
            for word in words(text) {
                length += 1.0;
                *counts.entry(word).or_default() += worth;
            }
        };
        take(if number == 0 { &entry.title } else { "" }, TITLE);
        take(&passage.heading, HEADING);
        take(&passage.text, 1.0);
        (counts.into_iter().collect(), length)
    };
    entry.passages.iter().enumerate().map(count).collect()
}

/// The postings of a word as a flat list.
fn list(postings: &[Posting]) -> String {
    let mut last = 0;
    let mut numbers = Vec::with_capacity(postings.len() * 3);
    for Posting { page, passage, weight } in postings {
        numbers.extend([page - last, *passage, *weight].map(|number| number.to_string()));
        last = *page;
    }
    format!("[{}]", numbers.join(","))
}

/// What is shown of a page.
fn text(entry: &Entry) -> String {
    let passages: Vec<_> = entry.passages.iter().map(|passage| [&passage.anchor, &passage.heading, &passage.text]).collect();
    json!({ "a": entry.address, "t": entry.title, "k": entry.kind, "p": passages }).to_string()
}

/// Puts items together to lists of about that many bytes, each with the place of its first item.
fn bundles(items: &mut dyn Iterator<Item = String>, most: usize) -> Vec<(usize, String)> {
    let mut bundles: Vec<(usize, String)> = Vec::new();
    for (place, item) in items.enumerate() {
        match bundles.last_mut().filter(|(_, json)| json.len() < most) {
            Some((_, json)) => {
                json.push_str(",\n");
                json.push_str(&item);
            }
            None => bundles.push((place, format!("[{item}"))),
        }
    }
    bundles.iter_mut().for_each(|(_, json)| json.push(']'));
    bundles
}

fn part(language: Language, name: &str, number: usize, json: String) -> Part {
    let hash = blake3::hash(json.as_bytes()).to_hex();
    Part { path: format!("{FOLDER}{language}-{name}-{number}.{}.json", &hash[..8]), bytes: Arc::from(json.into_bytes()) }
}

/// Sorted words, each as what it adds to the one before.
fn front_coded<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut out = String::new();
    let mut last = "";
    for word in words {
        let same = last.chars().zip(word.chars()).take_while(|(a, b)| a == b);
        // One digit says how much is the same.
        let mut units = 0;
        let mut bytes = 0;
        for (sign, _) in same {
            if units + sign.len_utf16() > 35 {
                break;
            }
            units += sign.len_utf16();
            bytes += sign.len_utf8();
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(char::from_digit(units as u32, 36));
        out.push_str(&word[bytes..]);
        last = word;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_by_what_they_add() {
        assert_eq!(front_coded(["by", "byen", "byer", "havn"].into_iter()), "0by 2en 3r 0havn");
        let long = "a".repeat(40);
        assert_eq!(front_coded([long.as_str(), &format!("{long}b")].into_iter()), format!("0{long} z{}b", "a".repeat(5)));
    }

    #[test]
    fn a_bundle_ends_when_it_is_full() {
        let mut items = ["1", "2", "3"].map(str::to_owned).into_iter();
        assert_eq!(bundles(&mut items, 5), [(0, "[1,\n2]".to_owned()), (2, "[3]".to_owned())]);
        assert_eq!(bundles(&mut std::iter::empty(), 5), []);
    }
}
