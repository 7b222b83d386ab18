//! A page in two languages side by side, block by block, for whoever writes it or checks it.
//!
//! It is no part of the published site, and its words are the program's own, in the author's tongue. Its look is
//! `browser/side.css` over the style sheets of the theme. Each block carries its place in the sources (`data-source`) and,
//! where the author has named an editor, the address that opens it there (`data-editor`).

use super::checked::{Checked, Note};
use super::editor::Editor;
use crate::address::Language;
use crate::diagnostic::{Finding, Words};
use crate::page::{BlockKind, Page, Part};
use crate::render::{Parts, Renderer, Templates};
use crate::site::{Aligned, PairId, Site, View, align};

/// Where pages stand side by side, from the root of the host; their keys follow, and two languages if others than the
/// first two are wanted.
pub(super) const SIDE: &str = "/_langebro/side-by-side/";

/// Where a page stands side by side in two languages.
pub(super) fn side_address(site: &Site, pair: PairId, left: Language, right: Language) -> String {
    format!("{SIDE}{}/{left}/{right}", site.pair(pair).key)
}

/// The style sheet of this page, from the root of the host.
const STYLE: &str = "/_langebro/side.css";

/// The page that shows two halves side by side.
///
/// # Errors
/// A finding, if the template of boxes is at fault.
pub(super) fn side_by_side(
    site: &Site,
    templates: &Templates,
    author: &Author<'_>,
    pair: PairId,
    left: Language,
    right: Language,
) -> Result<String, Finding> {
    let words = author.words;
    let renderer = Renderer::new(site, templates);
    let column = |language: Language| -> Result<Column<'_>, Finding> {
        let name = words.text("side-language", &[("code", language.to_string())]);
        let half = match site.half(pair, language) {
            Some(id) => Some(Half {
                page: &site.page(id).page,
                address: site.config.base_url.rooted(site.permalink(View::Half(id)).as_str()),
                parts: renderer.parts(id, &format!("{language}--"))?,
            }),
            None => None,
        };
        Ok(Column { language, name, half })
    };
    let columns = [column(left)?, column(right)?];
    let rows = rows(&columns);
    Ok(Sides { site, templates, words, editor: author.editor, checked: author.checked, pair, columns, rows }.html())
}

/// For whom the page is made, and what is known of it beside its halves.
#[derive(Debug)]
pub(super) struct Author<'s> {
    /// In the author's tongue.
    pub(super) words: &'s Words,
    pub(super) editor: &'s Editor,
    /// What has changed since a person last checked the two halves.
    pub(super) checked: &'s Checked,
}

struct Sides<'s> {
    site: &'s Site,
    templates: &'s Templates,
    words: &'s Words,
    editor: &'s Editor,
    checked: &'s Checked,
    pair: PairId,
    /// Left and right.
    columns: [Column<'s>; 2],
    rows: Vec<Aligned>,
}

/// One language.
struct Column<'s> {
    language: Language,
    /// What it is called in the author's tongue.
    name: String,
    /// `None` if the page does not have it.
    half: Option<Half<'s>>,
}

struct Half<'s> {
    page: &'s Page,
    address: String,
    parts: Parts,
}

/// What is missing in a column that the other has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Missing {
    headings: usize,
    /// All else.
    texts: usize,
}

/// The rows of two columns; where one is missing, those of the other alone.
fn rows(columns: &[Column<'_>; 2]) -> Vec<Aligned> {
    let blocks = |half: &Half<'_>| 0..half.page.body.blocks.len();
    match (&columns[0].half, &columns[1].half) {
        (Some(left), Some(right)) => align(left.page, right.page),
        (Some(left), None) => blocks(left).map(|block| Aligned { one: Some(block), other: None }).collect(),
        (None, Some(right)) => blocks(right).map(|block| Aligned { one: None, other: Some(block) }).collect(),
        (None, None) => Vec::new(),
    }
}

impl Sides<'_> {
    fn html(&self) -> String {
        let mut out = String::new();
        self.head(&mut out);
        out.push_str("<body>\n<main class=\"side\">\n");
        self.header(&mut out);
        out.push_str("<div class=\"side-rows\">\n");
        self.row("side-names", &mut out, |side, out| self.name(side, out));
        self.row("side-first", &mut out, |side, out| self.title(side, out));
        for row in &self.rows {
            let blocks = [row.one, row.other];
            let class = if self.is_heading(row) { "side-heading" } else { "side-text" };
            self.row(class, &mut out, |side, out| self.block(side, blocks, out));
        }
        if self.halves().any(|half| !half.parts.notes.is_empty()) {
            self.row("side-notes", &mut out, |side, out| self.notes(side, out));
        }
        out.push_str("</div>\n</main>\n</body>\n</html>\n");
        out
    }

    fn head(&self, out: &mut String) {
        let tongue = self.words.tongue().code();
        let whole = self.site.config.title.get(self.columns[0].language);
        let title = format!("{}: {} – {whole}", self.word("side-title"), self.numbered());
        out.push_str(&format!(
            "<!doctype html>\n<html lang=\"{tongue}\">\n<head>\n<meta charset=\"utf-8\">\n\
            <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
            <meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n",
            escaped(&title)
        ));
        let own = self.templates.assets().iter().filter(|asset| asset.name.ends_with(".css"));
        let sheets = own.map(|asset| self.site.config.base_url.rooted(&asset.published)).chain([STYLE.to_owned()]);
        for sheet in sheets {
            out.push_str(&format!("<link rel=\"stylesheet\" href=\"{}\">\n", escaped(&sheet)));
        }
        out.push_str("</head>\n");
    }

    /// Number and title for `<title>`, in the first language that has one.
    fn numbered(&self) -> String {
        let title = self.halves().next().map_or("", |half| half.page.front.title.as_str());
        format!("{} {title}", self.number()).trim().to_owned()
    }

    fn number(&self) -> String {
        self.site.pair(self.pair).number.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
    }

    fn halves(&self) -> impl Iterator<Item = &Half<'_>> {
        self.columns.iter().filter_map(|column| column.half.as_ref())
    }

    /// What page it is, in which languages, and whether they match.
    fn header(&self, out: &mut String) {
        let kind = self.words.text("side-kind", &[("kind", self.site.pair(self.pair).kind.as_str().to_owned())]);
        out.push_str(&format!(
            "<header class=\"side-head\">\n<p class=\"side-kind\">{} · {}</p>\n<h1>",
            escaped(&self.word("side-title")),
            escaped(&kind)
        ));
        let number = self.number();
        if !number.is_empty() {
            out.push_str(&format!("<span class=\"side-number\">{number}</span> "));
        }
        let mut titles: Vec<(Language, &str)> = Vec::new();
        for column in &self.columns {
            if let Some(half) = &column.half
                && titles.iter().all(|(_, title)| *title != half.page.front.title)
            {
                titles.push((column.language, &half.page.front.title));
            }
        }
        let titles: Vec<String> =
            titles.iter().map(|(language, title)| format!("<span lang=\"{language}\">{}</span>", escaped(title))).collect();
        out.push_str(&titles.join("&nbsp;<span class=\"side-bridge\">/</span> "));
        let [left, right] = &self.columns;
        let languages = self.words.text("side-languages", &[("left", left.name.clone()), ("right", right.name.clone())]);
        out.push_str(&format!("</h1>\n<p class=\"side-languages\">{}</p>\n", escaped(&languages)));
        self.choice(out);
        let (class, state) = self.state();
        out.push_str(&format!("<p class=\"side-state {class}\">{}</p>\n", escaped(&state)));
        if let Some((class, review)) = self.review() {
            out.push_str(&format!("<p class=\"side-state side-review {class}\">{}</p>\n", escaped(&review)));
        }
        out.push_str("</header>\n");
    }

    /// Links to the other pairs of languages, where there are more than two.
    fn choice(&self, out: &mut String) {
        let languages = &self.site.config.languages;
        if languages.len() < 3 {
            return;
        }
        let name = |language: Language| self.words.text("side-language", &[("code", language.to_string())]);
        let shown = [self.columns[0].language, self.columns[1].language];
        out.push_str(&format!("<nav class=\"side-choice\" aria-label=\"{}\">\n<ul>\n", escaped(&self.word("side-choose"))));
        for (i, &left) in languages.iter().enumerate() {
            for &right in &languages[i + 1..] {
                let current = if shown == [left, right] || shown == [right, left] { " aria-current=\"true\"" } else { "" };
                let words = self.words.text("side-pair", &[("left", name(left)), ("right", name(right))]);
                let address = side_address(self.site, self.pair, left, right);
                out.push_str(&format!("<li><a href=\"{address}\"{current}>{}</a></li>\n", escaped(&words)));
            }
        }
        out.push_str("</ul>\n</nav>\n");
    }

    /// Whether the halves match, as a class and in words.
    fn state(&self) -> (&'static str, String) {
        let lacking: Vec<String> = (0..2).filter(|&side| self.columns[side].half.is_none()).map(|side| self.no_half(side)).collect();
        if !lacking.is_empty() {
            return ("side-uneven", lacking.join(" "));
        }
        let missing = [self.missing(0), self.missing(1)];
        let told = |id: &str, count: fn(&Missing) -> usize| {
            let in_column = |side: usize| {
                let count = count(&missing[side]);
                let values = [("count", count.to_string()), ("language", self.columns[side].name.clone())];
                (count > 0).then(|| self.words.text(&format!("{id}-missing"), &values))
            };
            let parts: Vec<String> = (0..2).filter_map(in_column).collect();
            (!parts.is_empty()).then(|| self.words.text(id, &[("missing", parts.join(", "))]))
        };
        let headings = told("side-headings", |missing| missing.headings);
        let texts = told("side-texts", |missing| missing.texts);
        match (&headings, &texts) {
            (None, None) => ("side-even", self.word("side-even")),
            _ => ("side-uneven", [headings, texts].into_iter().flatten().collect::<Vec<_>>().join(" ")),
        }
    }

    /// What has changed since a person last checked the halves, as a class and in words.
    fn review(&self) -> Option<(&'static str, String)> {
        match self.checked {
            Checked::Not => None,
            Checked::Never => Some(("side-unsure", self.word("side-never-checked"))),
            Checked::Since(differences) if differences.is_empty() => Some(("side-even", self.word("side-checked"))),
            Checked::Since(_) => {
                let in_column = |(side, count): (usize, usize)| {
                    let values = [("count", count.to_string()), ("language", self.columns[side].name.clone())];
                    (count > 0).then(|| self.words.text("side-changed-in", &values))
                };
                let changed: Vec<String> = self.checked.counts().into_iter().enumerate().filter_map(in_column).collect();
                let key = self.site.pair(self.pair).key.to_string();
                Some(("side-uneven", self.words.text("side-changed-since", &[("changed", changed.join(", ")), ("key", key)])))
            }
        }
    }

    /// What is to be said of a passage, below it.
    fn note(&self, side: usize, page: &Page, part: Part) -> String {
        let Some(note) = self.checked.note(side, page, part) else { return String::new() };
        let language = &self.columns[1 - side].name;
        let (words, old, lang) = match note {
            Note::Changed(old) => (self.word("side-changed"), Some(old), self.columns[side].language),
            Note::New => (self.word("side-new"), None, self.columns[side].language),
            Note::Beside => (self.words.text("side-beside", &[("language", language.clone())]), None, self.columns[side].language),
            Note::BesideGone(old) => {
                (self.words.text("side-beside-gone", &[("language", language.clone())]), Some(old), self.columns[1 - side].language)
            }
        };
        let old = old.map_or(String::new(), |old| format!("<del lang=\"{lang}\">{}</del>", escaped(old)));
        format!("<p class=\"side-note\" lang=\"{}\">{} {old}</p>\n", self.words.tongue().code(), escaped(&words))
    }

    /// What a column lacks that the other has.
    fn missing(&self, side: usize) -> Missing {
        let mut missing = Missing::default();
        for row in self.rows.iter().filter(|row| [row.one, row.other][side].is_none()) {
            if self.is_heading(row) { missing.headings += 1 } else { missing.texts += 1 }
        }
        missing.texts += usize::from(self.lacks_description(side));
        missing
    }

    fn is_heading(&self, row: &Aligned) -> bool {
        let mut blocks = self.columns.iter().zip([row.one, row.other]);
        blocks.any(|(column, block)| match (&column.half, block) {
            (Some(half), Some(block)) => matches!(half.page.body.blocks[block].kind, BlockKind::Heading { .. }),
            _ => false,
        })
    }

    fn lacks_description(&self, side: usize) -> bool {
        let has = |side: usize| self.columns[side].half.as_ref().is_some_and(|half| half.page.front.description.is_some());
        self.columns[side].half.is_some() && !has(side) && has(1 - side)
    }

    fn no_half(&self, side: usize) -> String {
        // Of a file that cannot be read nothing is known, not even that it is there.
        let id = if self.site.is_whole() { "side-no-half" } else { "side-unread-half" };
        self.words.text(id, &[("language", self.columns[side].name.clone())])
    }

    fn row(&self, class: &str, out: &mut String, cell: impl Fn(usize, &mut String)) {
        out.push_str(&format!("<div class=\"side-row {class}\">\n"));
        cell(0, out);
        cell(1, out);
        out.push_str("</div>\n");
    }

    /// The head of a column: the way to the page as readers see it, and its file.
    fn name(&self, side: usize, out: &mut String) {
        let column = &self.columns[side];
        out.push_str("<div class=\"side-name\">");
        match &column.half {
            Some(half) => {
                let words = self.words.text("side-page", &[("language", column.name.clone())]);
                out.push_str(&format!("<a href=\"{}\">{}</a> ", escaped(&half.address), escaped(&words)));
                out.push_str(&format!("<code>{}</code>", escaped(half.page.file())));
            }
            None => out.push_str(&escaped(&column.name)),
        }
        out.push_str("</div>\n");
    }

    /// Title and description; for a half that is missing, what is to be done.
    fn title(&self, side: usize, out: &mut String) {
        let Some(half) = &self.columns[side].half else {
            let make = self.file_to_make(side).map(|file| self.words.text("side-make", &[("file", file)]));
            let words = format!("{} {}", self.no_half(side), make.unwrap_or_default());
            out.push_str(&format!("<div class=\"side-cell side-gap side-strong\">\n<p>{}</p>\n</div>\n", escaped(words.trim_end())));
            return;
        };
        let mut inner = format!("<p class=\"side-title\">{}</p>\n", escaped(&half.page.front.title));
        inner.push_str(&self.note(side, half.page, Part::Title));
        match &half.page.front.description {
            Some(description) => {
                inner.push_str(&format!("<p class=\"side-lead\">{}</p>\n", escaped(description)));
                inner.push_str(&self.note(side, half.page, Part::Description));
            }
            None if self.lacks_description(side) => {
                let words = self.words.text("side-no-description", &[("language", self.columns[side].name.clone())]);
                inner.push_str(&format!("<p class=\"side-lack\" lang=\"{}\">{}</p>\n", self.words.tongue().code(), escaped(&words)));
            }
            None => {}
        }
        for (tag, _) in &half.page.front.notes {
            inner.push_str(&self.note(side, half.page, Part::Note(*tag)));
        }
        self.cell(side, half, Some(1), &inner, out);
    }

    /// The file of a half that is missing: named as another half, but for the language.
    fn file_to_make(&self, side: usize) -> Option<String> {
        let known = self.site.pair(self.pair).halves.iter().flatten().next()?;
        let page = &self.site.page(*known).page;
        let stem = page.file().strip_suffix(&format!(".{}.md", page.entry.language))?;
        Some(format!("{stem}.{}.md", self.columns[side].language))
    }

    fn block(&self, side: usize, blocks: [Option<usize>; 2], out: &mut String) {
        let column = &self.columns[side];
        match (&column.half, blocks[side]) {
            (Some(half), Some(block)) => {
                let inner = format!("{}{}", half.parts.blocks[block], self.note(side, half.page, Part::Block(block as u32)));
                self.cell(side, half, Some(half.page.body.blocks[block].line), &inner, out);
            }
            (Some(_), None) => {
                let is_heading = self.is_heading(&Aligned { one: blocks[0], other: blocks[1] });
                let (class, id) =
                    if is_heading { ("side-gap side-strong", "side-no-heading") } else { ("side-gap", "side-no-counterpart") };
                let words = self.words.text(id, &[("language", column.name.clone())]);
                out.push_str(&format!("<div class=\"side-cell {class}\">\n<p>{}</p>\n</div>\n", escaped(&words)));
            }
            // That the half is missing was said at its head.
            (None, _) => out.push_str("<div class=\"side-cell side-void\"></div>\n"),
        }
    }

    /// The notes have no place of their own in the sources: each stands where its author put it.
    fn notes(&self, side: usize, out: &mut String) {
        match &self.columns[side].half {
            Some(half) if !half.parts.notes.is_empty() => {
                let is_footnote = |part: &Part| matches!(part, Part::Footnote(_));
                let parts = half.page.passages.iter().map(|passage| passage.part).filter(is_footnote);
                let notes: String = parts.map(|part| self.note(side, half.page, part)).collect();
                self.cell(side, half, None, &format!("{}{notes}", half.parts.notes), out);
            }
            _ => out.push_str("<div class=\"side-cell side-void\"></div>\n"),
        }
    }

    fn cell(&self, side: usize, half: &Half<'_>, line: Option<u32>, inner: &str, out: &mut String) {
        let column = &self.columns[side];
        out.push_str(&format!("<div class=\"side-cell\" lang=\"{}\"", column.language));
        if let Some(line) = line {
            let file = half.page.file();
            let name = self.words.text("side-source", &[("file", file.to_string()), ("line", line.to_string())]);
            let (name, file_name) = (escaped(&name), escaped(file));
            // The script in the page tells the place of a block that is clicked or entered.
            out.push_str(&format!(" tabindex=\"0\" role=\"group\" aria-label=\"{name}\" data-source=\"{file_name}:{line}\""));
            if let Some(link) = self.editor.link(file, line, 1) {
                out.push_str(&format!(" data-editor=\"{}\"", escaped(&link)));
            }
        }
        // What stands in the margin is said by the name of the cell and by its language.
        out.push_str(&format!(
            ">\n<p class=\"side-margin\" lang=\"{}\" aria-hidden=\"true\"><span class=\"side-language\">{}</span>",
            self.words.tongue().code(),
            escaped(&column.name)
        ));
        if let Some(line) = line {
            out.push_str(&format!(" <span class=\"side-line\">{line}</span>"));
        }
        out.push_str(&format!("</p>\n<div class=\"text\">\n{inner}</div>\n</div>\n"));
    }

    fn word(&self, id: &str) -> String {
        self.words.text(id, &[])
    }
}

/// Text for a tag or an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string cannot fail.
    let _ = pulldown_cmark_escape::escape_html(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::Project;
    use crate::diagnostic::Tongue;
    use crate::render::{Content, Route};
    use crate::site::Drafts;

    const SETTINGS: &str = "title: {da: Strategien, en: The strategy}\nbase_url: https://example.org/by/\nlanguages: [da, en]\n\
        publisher: Havneby\nmissing_half: omit\n";

    struct Shown {
        folder: tempfile::TempDir,
        site: Arc<Site>,
        templates: Arc<Templates>,
    }

    impl Shown {
        /// A site of these files below `content/`, besides a front page.
        fn new(settings: &str, files: &[(&str, &str)]) -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            let front = "---\ntitle: X\n---\n";
            let fronts = [("index.da.md", front), ("index.en.md", front)];
            write(&folder.path().join("langebro.yaml"), settings);
            for (path, text) in fronts.iter().chain(files) {
                write(&folder.path().join("content").join(path), text);
            }
            let reading = Project::new(folder.path().to_owned(), None, Drafts::Include).read().expect("a site");
            Self { folder, site: reading.site.expect("settings"), templates: reading.templates.expect("a theme") }
        }

        /// A section in Danish and English, and a box in both.
        fn section(danish: &str, english: &str) -> Self {
            let files = [
                ("sections/01-aims.da.md", format!("---\ntitle: Mål\ndescription: Hvad vi vil.\n---\n{danish}")),
                ("sections/01-aims.en.md", format!("---\ntitle: Aims\ndescription: What we want.\n---\n{english}")),
                ("cases/c40.da.md", "---\ntitle: C40\n---\n\n## Netværket\n\nSe [[#netvaerket|netværket]].\n".to_owned()),
                ("cases/c40.en.md", "---\ntitle: C40\n---\n\n## The network\n\nSee [[#the-network|the network]].\n".to_owned()),
            ];
            Self::new(SETTINGS, &files.each_ref().map(|(path, text)| (*path, text.as_str())))
        }

        /// The page of a key, with an editor.
        fn html(&self, key: &str, tongue: Tongue) -> String {
            let editor = Editor::new(self.folder.path(), Some("ed://{path}:{line}")).expect("a template");
            self.html_in(key, tongue, &editor, ["da", "en"])
        }

        fn html_in(&self, key: &str, tongue: Tongue, editor: &Editor, languages: [&str; 2]) -> String {
            let pair = self.site.pairs().find(|(_, pair)| pair.key.as_str() == key).expect("a page").0;
            let [left, right] = languages.map(|language| Language::parse(language).expect("a language"));
            let author = Author { words: &Words::new(tongue), editor, checked: &Checked::Not };
            side_by_side(&self.site, &self.templates, &author, pair, left, right).expect("a page")
        }
    }

    #[expect(clippy::disallowed_methods, reason = "a test makes a site of its own")]
    fn write(path: &Path, text: &str) {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    /// What each cell of each row says, tags left out.
    fn cells(html: &str) -> Vec<Vec<String>> {
        let plain = |html: &str| {
            let body = html.split_once("<div class=\"text\">").map_or(html, |(_, body)| body);
            let text: String = body.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let rows = html.split("<div class=\"side-row ").skip(3);
        rows.map(|row| row.split("<div class=\"side-cell").skip(1).map(|cell| plain(&format!("<{cell}"))).collect()).collect()
    }

    fn state(html: &str) -> &str {
        let (_, state) = html.split_once("<p class=\"side-state").expect("a state");
        state.split_once('>').and_then(|(_, state)| state.split_once('<')).expect("its words").0
    }

    #[test]
    fn halves_that_match_stand_block_by_block_and_it_says_so() {
        let shown = Shown::section("\nBy.\n\n## Klima\n\n- ét\n", "\nCity.\n\n## Climate\n\n- one\n");
        let html = shown.html("aims", Tongue::Danish);
        assert_eq!(cells(&html), [["By.", "City."], ["Klima", "Climate"], ["ét", "one"]]);
        assert_eq!(state(&html), "De to sprog følges ad: alt har et modstykke.");
        assert!(html.contains("<html lang=\"da\">") && html.contains("<title>Side om side: 1 Mål – Strategien</title>"));
        assert_eq!(state(&shown.html("aims", Tongue::English)), "The two languages match: everything has a counterpart.");
        let style = shown.templates.assets().iter().find(|asset| asset.name == "havnefront.css").expect("a style sheet");
        assert!(html.contains(&format!("<link rel=\"stylesheet\" href=\"/by/{}\">", style.published)));
        assert!(html.trim_end().ends_with("</main>\n</body>\n</html>"), "the server adds its script there");
    }

    #[test]
    fn each_block_tells_its_language_its_place_and_how_to_open_it() {
        let shown = Shown::section("\nBy.\n\nLand.\n", "\nCity.\n\nCountry.\n");
        let root = shown.folder.path().display();
        let html = shown.html("aims", Tongue::Danish);
        for (language, line) in [("da", 1), ("en", 1), ("da", 6), ("en", 6), ("da", 8), ("en", 8)] {
            let file = format!("content/sections/01-aims.{language}.md");
            let cell = format!(
                "<div class=\"side-cell\" lang=\"{language}\" tabindex=\"0\" role=\"group\" aria-label=\"{file}, linje {line}\" \
                data-source=\"{file}:{line}\" data-editor=\"ed://{root}/{file}:{line}\">"
            );
            assert!(html.contains(&cell), "{cell}\n{html}");
        }
        let without = Editor::new(shown.folder.path(), None).expect("no template");
        let html = shown.html_in("aims", Tongue::English, &without, ["da", "en"]);
        assert!(html.contains("aria-label=\"content/sections/01-aims.en.md line 8\" data-source=\"content/sections/01-aims.en.md:8\">"));
        assert!(!html.contains("data-editor"));
    }

    #[test]
    fn what_has_no_counterpart_is_told_in_words_and_counted() {
        let shown = Shown::section(
            "\nBy.\n\n## Klima\n\n- ét\n\n## Børn\n\nTekst om børn.\n",
            "\nCity.\n\n## Children\n\nText on children.\n\n| a |\n|---|\n| b |\n",
        );
        let html = shown.html("aims", Tongue::Danish);
        assert_eq!(
            cells(&html),
            [
                ["By.", "City."],
                ["Klima", "Overskriften mangler på engelsk"],
                ["ét", "Intet modstykke på engelsk"],
                ["Børn", "Children"],
                ["Tekst om børn.", "Text on children."],
                ["Intet modstykke på dansk", "a b"],
            ]
        );
        let expected = "Overskrifterne følges ikke ad: 1 mangler på engelsk. \
            Teksten følges ikke ad: 1 stykke mangler på dansk, 1 stykke mangler på engelsk.";
        assert_eq!(state(&html), expected);
        let expected = "The headings do not match: 1 is missing in English. \
            The text does not match: 1 passage is missing in Danish, 1 passage is missing in English.";
        assert_eq!(state(&shown.html("aims", Tongue::English)), expected);
    }

    #[test]
    fn a_half_that_is_missing_is_said_with_the_file_to_make() {
        let shown = Shown::new(SETTINGS, &[("sections/02-ideas/03-art.da.md", "---\ntitle: Kunst\n---\n\n## By\n\nTekst.\n")]);
        let html = shown.html("art", Tongue::Danish);
        assert!(html.contains("<p>Siden findes ikke på engelsk endnu. Opret filen content/sections/02-ideas/03-art.en.md</p>"), "{html}");
        assert_eq!(state(&html), "Siden findes ikke på engelsk endnu.");
        assert_eq!(cells(&html), [["By", ""], ["Tekst.", ""]]);
        let html = shown.html("art", Tongue::English);
        assert!(
            html.contains("<p>There is no version of this page in English yet. Create the file content/sections/02-ideas/03-art.en.md</p>")
        );
    }

    #[test]
    fn a_half_that_cannot_be_read_is_not_said_to_be_missing() {
        let files = [("sections/01-art.da.md", "---\ntitle: Kunst\n---\n"), ("sections/01-art.en.md", "No front matter.\n")];
        let html = Shown::new(SETTINGS, &files).html("art", Tongue::English);
        assert_eq!(state(&html), "There is no version of this page in English, or its file cannot be read.");
    }

    #[test]
    fn a_description_that_one_half_lacks_is_told() {
        let files = [
            ("sections/01-art.da.md", "---\ntitle: Kunst\ndescription: Om kunst.\n---\n"),
            ("sections/01-art.en.md", "---\ntitle: Art\n---\n"),
        ];
        let html = Shown::new(SETTINGS, &files).html("art", Tongue::English);
        assert!(html.contains("<p class=\"side-lack\" lang=\"en\">No description in English</p>"));
        assert_eq!(state(&html), "The text does not match: 1 passage is missing in English.");
    }

    #[test]
    fn every_id_is_there_once_and_links_stay_in_their_language() {
        let danish = "\nBy[^a], se [[#klima|klima]].\n\n## Klima\n\n![[c40]]\n\nSe [[#c40--netvaerket|boksen]].\n\n[^a]: Note.\n";
        let english =
            "\nCity[^a], see [[#klima|climate]].\n\n## Climate {#klima}\n\n![[c40]]\n\nSee [[#c40--the-network|the box]].\n\n[^a]: Note.\n";
        let html = Shown::section(danish, english).html("aims", Tongue::Danish);
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{ids:?}");
        for id in [
            "da--klima",
            "en--klima",
            "da--c40--netvaerket",
            "en--c40--the-network",
            "_da--c40",
            "_en--c40-title",
            "da--mark--1",
            "en--note--1",
        ] {
            assert!(once.contains(id), "{id} in {ids:?}");
        }
        let within: Vec<&str> = html.split(" href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(within.len(), 10, "{within:?}");
        for target in within {
            assert!(once.contains(target), "#{target} leads nowhere");
        }
    }

    /// A text without the pieces that begin and end like this.
    fn less(text: &str, start: &str, end: &str) -> String {
        let mut pieces = text.split(start);
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |out, piece| out + piece.split_once(end).map_or(piece, |(_, rest)| rest))
    }

    #[test]
    fn what_is_shown_is_what_readers_see_but_for_its_ids_and_the_links_of_headings() {
        let danish = "\nBy[^a].\n\n## Klima\n\n| a |\n|---|\n| b |\n\n![[c40]]\n\n- ét\n- [[c40]]\n\n[^a]: Note.\n";
        let shown = Shown::section(danish, "\nCity.\n\n## Climate\n");
        let renderer = Renderer::new(&shown.site, &shown.templates);
        for (id, _) in shown.site.halves() {
            let page = match renderer.render(&Route::View(View::Half(id))).expect("a page") {
                Content::Bytes(bytes) => String::from_utf8(bytes).expect("text"),
                other => panic!("{other:?}"),
            };
            let page = less(&less(&page, " <a class=\"bridge\"", "</a>"), "<a class=\"anchor\"", "</a>");
            let own = renderer.parts(id, "").expect("its parts");
            assert!(page.contains(&format!("{}{}", own.blocks.concat(), own.notes)), "{own:?}\n{page}");
            let parts = renderer.parts(id, "da--").expect("its parts");
            let without = |html: &str| html.replace("da--", "");
            assert_eq!(parts.blocks.iter().map(|block| without(block)).collect::<Vec<_>>(), own.blocks);
            assert_eq!(without(&parts.notes), own.notes);
        }
    }

    #[test]
    fn with_more_than_two_languages_the_reader_chooses_two() {
        let settings =
            "title: {da: S, en: S, kl: S}\nbase_url: https://example.org/\nlanguages: [da, en, kl]\npublisher: H\nmissing_half: omit\n";
        let page = |title: &str| format!("---\ntitle: {title}\n---\n\nTekst.\n");
        let files = [
            ("index.kl.md", page("Kl")),
            ("pages/om.da.md", page("Om")),
            ("pages/om.kl.md", page("Kl")),
            ("../themes/havnefront/i18n/kl.ftl", include_str!("../../themes/havnefront/i18n/da.ftl").to_owned()),
        ];
        let shown = Shown::new(settings, &files.each_ref().map(|(path, text)| (*path, text.as_str())));
        let editor = Editor::new(shown.folder.path(), None).expect("no template");
        let html = shown.html_in("om", Tongue::Danish, &editor, ["kl", "da"]);
        for link in [
            "<li><a href=\"/_langebro/side-by-side/om/da/en\">dansk og engelsk</a></li>",
            "<li><a href=\"/_langebro/side-by-side/om/da/kl\" aria-current=\"true\">dansk og kl</a></li>",
            "<li><a href=\"/_langebro/side-by-side/om/en/kl\">engelsk og kl</a></li>",
        ] {
            assert!(html.contains(link), "{link}\n{html}");
        }
        assert!(!Shown::section("", "").html("aims", Tongue::Danish).contains("side-by-side/"));
    }
}
