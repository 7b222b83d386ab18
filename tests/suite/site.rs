//! A site of a few files for one test, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::Deserialize;
use tempfile::TempDir;

/// The settings of a small Danish and English site with purposes.
pub(crate) const SETTINGS: &str = "title: {da: Strategien, en: The strategy}
base_url: https://example.org/
languages: [da, en]
strangers: en
publisher: Havneby
taxonomies:
  purposes:
    title: {da: Formål, en: Purposes}
    address: {da: formaal, en: purposes}
    sentence: {da: \"Det gør vi for at {terms}\", en: \"This is how we {terms}\"}
    terms:
      learn: {da: lære, en: learn}
      influence: {da: påvirke, en: influence}
";

/// A site in a folder of its own, which goes with it.
pub(crate) struct TestSite {
    folder: TempDir,
}

/// A finding as `--format json` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Found {
    pub(crate) severity: String,
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) help: String,
    pub(crate) file: Option<String>,
    pub(crate) line: Option<u32>,
    pub(crate) column: Option<u32>,
}

impl Found {
    /// `code file:line:column`.
    pub(crate) fn place(&self) -> String {
        match (&self.file, self.line, self.column) {
            (Some(file), Some(line), Some(column)) => format!("{} {file}:{line}:{column}", self.code),
            _ => self.code.clone(),
        }
    }
}

impl TestSite {
    /// A front page in both languages and nothing else.
    pub(crate) fn new() -> Self {
        Self::empty()
            .file("langebro.yaml", SETTINGS)
            .file("content/index.da.md", "---\ntitle: Strategien\n---\n\nForsiden.\n")
            .file("content/index.en.md", "---\ntitle: The strategy\n---\n\nThe front page.\n")
    }

    /// A folder without anything.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The strategy that this project ships.
    pub(crate) fn strategy() -> Self {
        let site = Self::empty();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (path, bytes) in files(root).into_iter().filter(|(path, _)| path.starts_with("content/") || path == "langebro.yaml") {
            site.write(&path, &bytes);
        }
        site
    }

    /// Writes a file; folders are made.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        self.write(path, text.as_bytes());
        self
    }

    /// A section in both languages: the same front matter but for the title, each its own body.
    pub(crate) fn section(self, name: &str, danish: &str, english: &str) -> Self {
        let key = name.rsplit('/').next().unwrap().trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
        self.file(&format!("content/sections/{name}.da.md"), &format!("---\ntitle: Afsnit {key}\n---\n\n{danish}\n"))
            .file(&format!("content/sections/{name}.en.md"), &format!("---\ntitle: Section {key}\n---\n\n{english}\n"))
    }

    /// A case box in both languages.
    pub(crate) fn case(self, key: &str, danish: &str, english: &str) -> Self {
        self.file(&format!("content/cases/{key}.da.md"), &format!("---\ntitle: Casen {key}\n---\n\n{danish}\n"))
            .file(&format!("content/cases/{key}.en.md"), &format!("---\ntitle: The {key} case\n---\n\n{english}\n"))
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Reads a file as text.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Takes a file away.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// Where a file of the site lies.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The folder.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Runs the program on the site, speaking English unless told otherwise, with colours off.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// The program on the site, to be run.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = langebro();
        command.args(args).arg("--root").arg(self.root());
        command
    }

    /// Publishes the site and expects success.
    pub(crate) fn build(&self) -> String {
        let output = self.run(&["build"]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    }

    /// All findings, in English.
    pub(crate) fn findings(&self) -> Vec<Found> {
        self.findings_in("en")
    }

    /// All findings, in a language of the program.
    pub(crate) fn findings_in(&self, language: &str) -> Vec<Found> {
        let output = self.run(&["check", "--format", "json", "--lang", language]);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stderr)))
    }

    /// The findings as `code file:line:column`.
    pub(crate) fn places(&self) -> Vec<String> {
        self.findings().iter().map(Found::place).collect()
    }

    /// The HTML of a published page, by its address.
    pub(crate) fn page(&self, address: &str) -> String {
        self.read(&format!("public{address}index.html"))
    }

    /// Every file in the output folder with its bytes.
    pub(crate) fn published(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path("public"))
    }
}

/// The program, with an environment that does not depend on whoever runs the tests.
pub(crate) fn langebro() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_langebro"));
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "en_GB.UTF-8").env("NO_COLOR", "1");
    command
}

/// What a program said.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Every file below a folder, by its path with `/`.
pub(crate) fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, root: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                let name = path.file_name().unwrap();
                if name != "target" && name != ".git" && name != "node_modules" {
                    walk(&path, root, found);
                }
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(root, root, &mut found);
    found
}
