//! The table of `lib.rs`, which says which module may use which, is true.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::site::files;

#[test]
fn no_module_uses_another_that_the_table_does_not_allow() {
    let source = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let table = table(std::str::from_utf8(&source["lib.rs"]).unwrap());
    assert!(table.len() > 10, "the table was not found");
    let mut breaches = Vec::new();
    let mut seen = BTreeSet::new();
    for (path, bytes) in source.iter().filter(|(path, _)| path.ends_with(".rs")) {
        let module = path.split(['/', '.']).next().unwrap();
        if matches!(module, "lib" | "main" | "project") {
            continue;
        }
        let allowed = table.get(module).unwrap_or_else(|| panic!("{module} is not in the table"));
        seen.insert(module.to_owned());
        for used in uses(std::str::from_utf8(bytes).unwrap()) {
            if used != module && !allowed.contains(&used) {
                breaches.push(format!("{path} uses {used}"));
            }
        }
    }
    assert_eq!(breaches, Vec::<String>::new());
    assert_eq!(seen, table.keys().cloned().collect(), "the table names modules that do not exist");
}

/// For each module those that it may use.
fn table(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! | `")).filter_map(|row| row.split_once("` |"));
    let rows: Vec<(String, String)> = rows.map(|(module, may)| (module.to_owned(), may.trim_matches([' ', '|']).to_owned())).collect();
    let all: BTreeSet<String> = rows.iter().map(|(module, _)| module.clone()).chain(["project".to_owned()]).collect();
    let allowed = |may: &str| -> BTreeSet<String> {
        match may.strip_prefix("all") {
            Some(but) => {
                let but = but.trim().trim_start_matches("but ").replace(" and ", ",");
                let but: BTreeSet<String> = but.split(',').map(|word| word.trim().to_owned()).collect();
                all.difference(&but).cloned().collect()
            }
            None => may.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect(),
        }
    };
    rows.iter().map(|(module, may)| (module.clone(), allowed(may))).collect()
}

/// The modules that a file names by a `crate::` path, in a `use` or elsewhere, comments left out.
fn uses(text: &str) -> BTreeSet<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let path = &code[at + "crate::".len()..];
        let names: Vec<&str> = match path.strip_prefix('{') {
            Some(list) => list[..list.find('}').unwrap_or(list.len())].split(',').map(str::trim).collect(),
            None => vec![path],
        };
        for name in names {
            let name: String = name.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            // `Project` and `Reading` are given by the crate itself.
            let module = if name.starts_with(|c: char| c.is_ascii_uppercase()) { "project".to_owned() } else { name };
            found.insert(module);
        }
    }
    found.retain(|name| !name.is_empty());
    found
}
