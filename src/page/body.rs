//! The body of a page: HTML that is finished but for its holes.
//!
//! A hole is what depends on something outside the file: where a link leads, what a box says, which level a heading has
//! when its page stands inside another, a word of the interface. Rendering a page is copying the HTML and filling them.

use std::ops::Range;
use std::sync::Arc;

use super::Destination;
use crate::address::Anchor;
use crate::diagnostic::Place;

/// Finished HTML and the holes in it, with what the rest of the program wants to know of the text.
#[derive(Debug, Clone, Default)]
pub struct Body {
    pub(super) html: String,
    /// In the order in which they stand.
    pub(super) holes: Vec<Hole>,
    /// Where the notes below the text begin; the end of the HTML, if there are none.
    pub(super) notes: u32,
    /// What the text is made of, in order: all that stands at its outermost level, but for the notes.
    pub blocks: Vec<Block>,
    /// Headings in their order.
    pub headings: Vec<Heading>,
    /// Links that lead somewhere within the site.
    pub references: Vec<Reference>,
    /// Boxes.
    pub embeds: Vec<Embed>,
    /// Images.
    pub images: Vec<Image>,
    /// Where the first mark of each note stands, in the order of their numbers.
    pub marks: Vec<Place>,
    /// The first paragraph that shows no title of another page, without markup and pictures, cut at a word after about 300
    /// characters.
    pub summary: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hole {
    pub(super) at: u32,
    pub(super) fill: Fill,
}

/// What goes into a hole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// The prefix of ids: nothing on the page's own address, `c40--` where it is embedded.
    IdPrefix,
    /// The number of a heading's level, as written.
    Level(u8),
    /// The start tag of a reference, by its place in [`Body::references`].
    Open(u32),
    /// Its end tag.
    Close(u32),
    /// A box, by its place in [`Body::embeds`].
    Embed(u32),
    /// An image, by its place in [`Body::images`].
    Image(u32),
    /// The link that a reader takes from a heading, and the way to the same place in other languages; the heading by its
    /// place in [`Body::headings`].
    Anchor(u32),
    /// Attributes of a deeper heading that say where the same is in other languages; the heading by its place in
    /// [`Body::headings`].
    Counterpart(u32),
    /// A word of the interface, with the number that it speaks of.
    Word(InterfaceWord, u32),
}

/// Words that a body needs from the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InterfaceWord {
    /// What a table is called for a reader who cannot see it.
    Table,
    /// What the notes at the end are called.
    Notes,
    /// What the mark of a note is called.
    NoteMark,
    /// What the way back from a note is called.
    NoteBack,
    /// The title of an alert of the kind `NOTE`.
    AlertNote,
    /// … `TIP`.
    AlertTip,
    /// … `IMPORTANT`.
    AlertImportant,
    /// … `WARNING`.
    AlertWarning,
    /// … `CAUTION`.
    AlertCaution,
}

impl InterfaceWord {
    /// The word's name in the theme's Fluent files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Notes => "notes",
            Self::NoteMark => "note-mark",
            Self::NoteBack => "note-back",
            Self::AlertNote => "alert-note",
            Self::AlertTip => "alert-tip",
            Self::AlertImportant => "alert-important",
            Self::AlertWarning => "alert-warning",
            Self::AlertCaution => "alert-caution",
        }
    }
}

/// What stands at the outermost level of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// How many characters that line has.
    pub width: u32,
    /// How large it is.
    pub shape: Shape,
    /// Where its HTML begins, which may be empty; it ends where the next block or the notes begin.
    pub(super) at: u32,
}

/// How large a block is, as far as it consists of parts that any language has as many of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shape {
    /// The items of the lists in it, those of lists in lists included, or the terms that it explains.
    pub items: u16,
    /// Whether it is a numbered list.
    pub is_numbered: bool,
    /// The rows of the tables in it, their heads included.
    pub rows: u16,
    /// The columns of its widest table.
    pub columns: u16,
    /// What an alert is called; `None` for all else.
    pub alert: Option<InterfaceWord>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading.
    Heading {
        /// 2 to 6.
        level: u8,
        /// Its place in [`Body::headings`], which has headings within lists and quotes too.
        number: u32,
    },
    /// A paragraph.
    Paragraph,
    /// A list, numbered or not.
    List,
    /// A quote or an alert.
    Quote,
    /// Code.
    Code,
    /// A table.
    Table,
    /// A list of terms and what they mean.
    Definitions,
    /// A case box, by its place in [`Body::embeds`].
    Box(u32),
    /// A picture that stands alone.
    Figure,
    /// A line across.
    Rule,
    /// HTML of the author's own.
    Html,
}

/// A heading of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its id.
    pub anchor: Anchor,
    /// Its text without markup.
    pub text: String,
}

/// A link within the site.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Where it leads, as written.
    pub to: Destination,
    /// Whether the author gave it words of its own; otherwise it shows its target's title.
    pub has_words: bool,
    /// Where it stands.
    pub place: Place,
}

/// A box that stands here.
#[derive(Debug, Clone)]
pub struct Embed {
    /// The key, as written.
    pub key: String,
    /// The level of the heading under which it stands; 1 before the first.
    pub under: u8,
    /// Where it stands.
    pub place: Place,
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Image {
    /// The file, as written.
    pub file: String,
    /// What it shows, for a reader who cannot see it.
    pub alt: String,
    /// The line below it, as readers see it; empty for none.
    pub caption: String,
    /// Whether it stands alone, as a figure, or in a line of text.
    pub alone: bool,
    /// Where it stands.
    pub place: Place,
}

impl Block {
    /// Where it begins, in a file of that path.
    pub fn place(&self, file: &Arc<str>) -> Place {
        Place { file: file.clone(), line: self.line, column: 1, width: self.width.max(1) }
    }
}

impl Body {
    /// The HTML up to each hole, the hole, and at last the HTML after the last one.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, Option<Fill>)> {
        self.pieces_of(0..self.html.len())
    }

    /// The pieces of each block, and at last those of the notes.
    pub fn parts(&self) -> impl Iterator<Item = impl Iterator<Item = (&str, Option<Fill>)>> {
        self.bounds().chain(std::iter::once(self.notes as usize..self.html.len())).map(|bounds| self.pieces_of(bounds))
    }

    /// How many bytes of HTML each block is, what fills its holes not counted.
    pub fn lengths(&self) -> impl Iterator<Item = usize> {
        self.bounds().map(|bounds| bounds.len())
    }

    /// From where to where the HTML of each block reaches.
    fn bounds(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.blocks.iter().skip(1).map(|block| block.at).chain([self.notes]);
        self.blocks.iter().zip(ends).map(|(block, end)| block.at as usize..end as usize)
    }

    /// The pieces of a stretch of the HTML. A hole where two stretches meet belongs to the second: a block may begin with
    /// a hole, but each that has one ends with a tag or a line break.
    fn pieces_of(&self, bounds: Range<usize>) -> impl Iterator<Item = (&str, Option<Fill>)> {
        let before = |at: usize| self.holes.partition_point(|hole| (hole.at as usize) < at);
        let holes = &self.holes[before(bounds.start)..before(bounds.end)];
        let ends = holes.iter().map(|hole| (hole.at as usize, Some(hole.fill)));
        let mut from = bounds.start;
        ends.chain(std::iter::once((bounds.end, None))).map(move |(end, fill)| {
            let piece = &self.html[from..end];
            from = end;
            (piece, fill)
        })
    }

    /// The block in which a line of the file lies, by its place in [`Body::blocks`]; `None` above the first.
    pub fn block_at(&self, line: u32) -> Option<usize> {
        self.blocks.partition_point(|block| block.line <= line).checked_sub(1)
    }

    /// Whether there is any text.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// Whether a heading has this id.
    pub fn has_anchor(&self, anchor: &str) -> bool {
        self.headings.iter().any(|heading| heading.anchor.as_str() == anchor)
    }
}
