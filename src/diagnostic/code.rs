//! The rules that content is held to, each with a stable code and a severity.

use std::fmt;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot be published as meant: nothing is published.
    Error,
    /// It can be published, but a reader loses something; `--strict` refuses it.
    Warning,
}

impl Severity {
    /// The word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($severity:ident { $($(#[$doc:meta])* $name:ident = $text:literal,)* })*) => {
        /// Which rule a finding is about. The text of a code never changes its meaning; wording may.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($($(#[$doc])* $name,)*)*
        }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$($(Self::$name,)*)*];

            /// The code as people and programs see it.
            pub fn as_str(self) -> &'static str {
                match self { $($(Self::$name => $text,)*)* }
            }

            /// How grave a breach is.
            pub fn severity(self) -> Severity {
                match self { $($(Self::$name => Severity::$severity,)*)* }
            }
        }
    };
}

codes! {
    Error {
        // Files.
        /// A file cannot be read.
        UnreadableFile = "unreadable-file",
        /// A file is not UTF-8.
        NotUtf8 = "not-utf8",
        /// A file name ends in a language that the site does not have, or in none.
        UnknownLanguage = "unknown-language",
        /// A second ending hides behind the first: `c40.da.md.txt`.
        HiddenExtension = "hidden-extension",
        /// Capitals, blanks or letters outside `a-z` in a file name.
        FileName = "file-name",
        /// A section deeper than three folders.
        FolderDepth = "folder-depth",
        /// A folder of sections without an `index` file.
        ChapterWithoutIndex = "chapter-without-index",
        /// A symbolic link that leads out of the site.
        OutsideLink = "outside-link",
        /// Two pages with one key.
        DuplicateKey = "duplicate-key",
        /// Two sections with one order number.
        DuplicateOrder = "duplicate-order",
        /// No front page in any language.
        FrontMissing = "front-missing",
        /// A page that exists in one language only.
        MissingHalf = "missing-half",

        // Front matter.
        /// No front matter, or none that ends.
        FrontMatter = "front-matter",
        /// A colon inside a value without quotes.
        YamlColon = "yaml-colon",
        /// Curly quotes round a value.
        YamlQuotes = "yaml-quotes",
        /// A tab where blanks should be.
        YamlTab = "yaml-tab",
        /// Any other fault of the YAML.
        YamlSyntax = "yaml-syntax",
        /// A field that no page has.
        UnknownField = "unknown-field",
        /// A field given twice.
        RepeatedField = "repeated-field",
        /// A value of the wrong kind.
        WrongType = "wrong-type",
        /// Another word than the few that a field takes.
        BadChoice = "bad-choice",
        /// No title.
        TitleMissing = "title-missing",
        /// A slug with other letters than `a-z0-9-`.
        BadSlug = "bad-slug",
        /// An alias that is no address within the site.
        BadAlias = "bad-alias",
        /// A number outside 1 to 17.
        UnknownGoal = "unknown-goal",
        /// A target that its goal does not have.
        UnknownTarget = "unknown-target",
        /// A term that the settings do not declare.
        UnknownTerm = "unknown-term",
        /// The two halves of a page say different things of what must be the same.
        HalvesDisagree = "halves-disagree",
        /// Two pages at one address.
        AddressClash = "address-clash",

        // Text.
        /// `# Title` in the text.
        HeadingOne = "heading-one",
        /// An id of a heading with other letters than `a-z0-9-`.
        BadAnchor = "bad-anchor",
        /// One id given to two headings.
        RepeatedAnchor = "repeated-anchor",
        /// A link to a key that no page has.
        UnknownPage = "unknown-page",
        /// A link to a heading that its page does not have.
        UnknownAnchor = "unknown-anchor",
        /// A link to a file that does not exist.
        BrokenFileLink = "broken-file-link",
        /// A link to an address within the site at which nothing is.
        BrokenAddress = "broken-address",
        /// A link that leads out of the site's folder.
        OutsideSite = "outside-site",
        /// A link whose scheme a browser would run.
        UnsafeScheme = "unsafe-scheme",
        /// A link to an address on the web that is none.
        BadWebAddress = "bad-web-address",
        /// A link with nothing to click on.
        EmptyLink = "empty-link",
        /// A phrase marked with what is no language.
        PhraseLanguage = "phrase-language",
        /// A wikilink that a table cell cuts in two, or that a line break does.
        BrokenWikilink = "broken-wikilink",
        /// An embed that does not stand alone.
        EmbedInText = "embed-in-text",
        /// An embed of a case that does not exist.
        UnknownCase = "unknown-case",
        /// Boxes that embed each other.
        EmbedCircle = "embed-circle",
        /// Boxes in boxes in boxes, without measure.
        EmbedDepth = "embed-depth",
        /// One box twice on a page.
        RepeatedEmbed = "repeated-embed",
        /// An image that is not in `content/media`.
        ImageMissing = "image-missing",
        /// An image whose size cannot be read.
        ImageUnreadable = "image-unreadable",
        /// HTML in the Markdown.
        RawHtml = "raw-html",
        /// A mark of a footnote that has no text.
        FootnoteMissing = "footnote-missing",

        // Settings and theme.
        /// A setting that does not exist.
        UnknownSetting = "unknown-setting",
        /// A setting whose value cannot be used.
        BadSetting = "bad-setting",
        /// A setting that must be there.
        SettingMissing = "setting-missing",
        /// A base URL that is none.
        BadBaseUrl = "bad-base-url",
        /// An address elsewhere that is none.
        BadUrl = "bad-url",
        /// A name that lacks a language.
        LabelMissing = "label-missing",
        /// A theme that does not exist, or lacks a template.
        ThemeMissing = "theme-missing",
        /// A template that cannot be read or rendered.
        TemplateFault = "template-fault",
        /// A word of the interface that lacks a language.
        WordMissing = "word-missing",
        /// A file of somebody else's where a page should be written.
        ForeignFile = "foreign-file",

        // Files from translators.
        /// A text for a page that does not exist.
        TranslationPage = "translation-page",
        /// A text whose name is none that was given out.
        TranslationName = "translation-name",
        /// A translation of a text that is another now.
        TranslationOutdated = "translation-outdated",
        /// A translation of a text that has meanwhile been translated otherwise.
        TranslationClash = "translation-clash",
        /// Two translations of one text.
        TranslationRepeated = "translation-repeated",
        /// A translation without the marks of its text, or with others.
        TranslationMarks = "translation-marks",
        /// A translation that would be something else than the text was.
        TranslationMarkup = "translation-markup",
    }
    Warning {
        /// A file that is no part of the site.
        UnknownFile = "unknown-file",
        /// A title or description that YAML cuts at ` #`.
        YamlComment = "yaml-comment",
        /// A target written as a number.
        TargetNumber = "target-number",
        /// A note on a goal or target in one language only.
        NoteInOneHalf = "note-in-one-half",
        /// A heading in one half only, or on another level.
        ParityHeadings = "parity-headings",
        /// A box in one half only.
        ParityBoxes = "parity-boxes",
        /// An image in one half only.
        ParityImages = "parity-images",
        /// A table in one half only, or one of another size.
        ParityTables = "parity-tables",
        /// A list in one half only, or one with more items or of another sort.
        ParityLists = "parity-lists",
        /// A quotation or alert in one half only, or of another kind.
        ParityQuotes = "parity-quotes",
        /// A footnote in one half only.
        ParityNotes = "parity-notes",
        /// Text in one half only, where the other has none.
        ParityText = "parity-text",
        /// A figure, a year or a date in one half only, or another in its place.
        ParityFigures = "parity-figures",
        /// A comment that says of a figure that it differs, where there is none.
        ParityException = "parity-exception",
        /// Signs of Markdown that come out as text.
        LeftoverMarkup = "leftover-markup",
        /// A heading two levels below the one above it.
        HeadingSkip = "heading-skip",
        /// A link to a draft.
        LinkToDraft = "link-to-draft",
        /// Link text that says nothing by itself.
        WeakLinkText = "weak-link-text",
        /// A passage in another of the site's languages that is not marked as such.
        UnmarkedLanguage = "unmarked-language",
        /// A phrase marked with the language of its page.
        PhraseOwnLanguage = "phrase-own-language",
        /// A mark of a language without words.
        EmptyPhrase = "empty-phrase",
        /// An image without alternative text.
        ImageAlt = "image-alt",
        /// An alternative text that tells nothing, or too much.
        WeakImageAlt = "weak-image-alt",
        /// A heading without words.
        EmptyHeading = "empty-heading",
        /// A paragraph in bold type that looks like a heading.
        BoldHeading = "bold-heading",
        /// Several words in capitals.
        AllCapitals = "all-capitals",
        /// A header cell without words.
        TableHeader = "table-header",
        /// A row with more cells than its table has columns.
        TableCells = "table-cells",
        /// A file in `content/media` that no page shows.
        UnusedMedia = "unused-media",
        /// A footnote that no mark leads to.
        FootnoteUnused = "footnote-unused",
        /// An alert of a kind that does not exist.
        UnknownAlert = "unknown-alert",
        /// A half that has changed since somebody held it against its counterpart.
        StaleHalf = "stale-half",
        /// A public body's publication that says nothing of its accessibility.
        StatementMissing = "statement-missing",
        /// A record of what was checked that cannot be read.
        ReviewDamaged = "review-damaged",
        /// A record of a page that the site does not have.
        ReviewWithoutPage = "review-without-page",
        /// An address that was published and is gone.
        VanishedAddress = "vanished-address",
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Code {
    /// The code of that text.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}
