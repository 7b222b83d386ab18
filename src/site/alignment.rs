//! Which block of one half stands beside which of the other.
//!
//! Two halves say the same, block by block, so that a person can hold them against each other. Where they do not, this
//! tells which block has no counterpart. It knows no language: it looks at what the blocks are, and how long.

use crate::page::{BlockKind, Page};

/// A row of two halves side by side: a block of each, by its place in [`crate::page::Body::blocks`], or a block of one of
/// them alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aligned {
    /// The block of the one half; `None` if the other's has no counterpart.
    pub one: Option<usize>,
    /// The block of the other half; `None` if the one's has no counterpart.
    pub other: Option<usize>,
}

/// Puts the blocks of two halves beside each other. Every block stands in one row, and each half keeps its order.
///
/// Only like stands beside like: a heading beside one of its level, a box beside the box of the same key, any other block
/// beside one of its kind. Of all the ways to do so, that is taken which pairs
///
/// 1. the most headings of level 2, then of level 3, and so on: the trees of headings are matched by their common shape,
///    the outermost first, as a heading of theirs that is missing moves all below it;
/// 2. then the most boxes, which are the same in every language;
/// 3. then the most other blocks;
/// 4. then the most of these that lie under headings which are a pair themselves;
/// 5. then those that are most alike in length, since a translation is about as long as its original;
/// 6. and of those that still are equal the first.
///
/// Between two pairs, what stands alone in the one half comes before what stands alone in the other.
///
/// This is exact for halves of about 2,000 blocks each. Beyond, what is alike at both ends is paired first, and the rest
/// is cut at a heading in its middle that both have, until the pieces are small enough.
pub fn align(one: &Page, other: &Page) -> Vec<Aligned> {
    let (one, other) = (marks(one), marks(other));
    let mut rows = Rows::default();
    if one.len() == other.len() && one.iter().zip(&other).all(|(one, other)| one.what == other.what) {
        // Nothing pairs more than what pairs all; this is what nearly all halves are like.
        one.iter().for_each(|_| rows.pair());
        return rows.rows;
    }
    for (i, j) in pairs(&one, &other) {
        rows.up_to(i, j);
        rows.pair();
    }
    rows.up_to(one.len(), other.len());
    rows.rows
}

/// How many comparisons are made at once; each takes two bytes.
const MOST: usize = 1 << 22;

/// What is seen of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark<'p> {
    what: What<'p>,
    /// In bytes of HTML, at least 1.
    length: usize,
}

/// Blocks stand beside each other where this is equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What<'p> {
    Heading(u8),
    Box(&'p str),
    Other(BlockKind),
}

fn marks(page: &Page) -> Vec<Mark<'_>> {
    let body = &page.body;
    let what = |kind| match kind {
        BlockKind::Heading { level, .. } => What::Heading(level),
        BlockKind::Box(number) => What::Box(&body.embeds[number as usize].key),
        kind => What::Other(kind),
    };
    body.blocks.iter().zip(body.lengths()).map(|(block, length)| Mark { what: what(block.kind), length: length.max(1) }).collect()
}

impl Mark<'_> {
    /// What it is worth to put two blocks beside each other; `None` if they are not alike. One pair of a rank outweighs all
    /// pairs of the ranks below it that there is room for.
    fn worth(&self, other: &Self, stride: Stride) -> Option<u128> {
        if self.what != other.what {
            return None;
        }
        let rank = match self.what {
            What::Heading(level) => 8 - u32::from(level.clamp(2, 6)),
            What::Box(_) => 1,
            What::Other(_) => 0,
        };
        let in_step = stride == Stride::In && !matches!(self.what, What::Heading(_));
        let (short, long) = (self.length.min(other.length), self.length.max(other.length));
        Some((1 << (LIKENESS + (rank + 1) * RANK)) + (u128::from(in_step) << LIKENESS) + (short * 255 / long) as u128)
    }
}

/// The bits in which the pairs of a rank add up: as many as the shorter half may have blocks, and one to spare.
const RANK: u32 = 12;
/// The bits in which likeness adds up, at most 255 for each pair.
const LIKENESS: u32 = RANK + 8;

/// The pairs of the best way to put blocks beside each other.
fn pairs(one: &[Mark<'_>], other: &[Mark<'_>]) -> Vec<(usize, usize)> {
    let alike = |(a, b): &(&Mark<'_>, &Mark<'_>)| a.what == b.what;
    // Halves of one shape, as most are: nothing is worth more than to pair all, and that can be done in one way only.
    if one.len() == other.len() && one.iter().zip(other).all(|pair| alike(&pair)) {
        return (0..one.len()).map(|i| (i, i)).collect();
    }
    if one.len() * other.len() <= MOST {
        return best(one, other);
    }
    let start = one.iter().zip(other).take_while(alike).count();
    let end = one[start..].iter().rev().zip(other[start..].iter().rev()).take_while(alike).count();
    let (one_end, other_end) = (one.len() - end, other.len() - end);
    let (one_inner, other_inner) = (&one[start..one_end], &other[start..other_end]);
    let mut found: Vec<(usize, usize)> = (0..start).map(|i| (i, i)).collect();
    let mut add = |pairs: Vec<(usize, usize)>, i: usize, j: usize| found.extend(pairs.into_iter().map(|(a, b)| (a + i, b + j)));
    if one_inner.len() * other_inner.len() <= MOST {
        add(best(one_inner, other_inner), start, start);
    } else {
        let (i, j) = cut(one_inner, other_inner);
        add(pairs(&one_inner[..i], &other_inner[..j]), start, start);
        add(pairs(&one_inner[i..], &other_inner[j..]), start + i, start + j);
    }
    add((0..end).map(|i| (i, i)).collect(), one_end, other_end);
    found
}

/// Where two halves that are too long are cut: at the heading nearest to the middle that both have; in the middle, where
/// there is none, or too many to tell.
fn cut(one: &[Mark<'_>], other: &[Mark<'_>]) -> (usize, usize) {
    let headings = |marks: &[Mark<'_>]| -> (Vec<usize>, Vec<Mark<'static>>) {
        let heading = |(i, mark): (usize, &Mark<'_>)| match mark.what {
            What::Heading(level) => Some((i, Mark { what: What::Heading(level), length: mark.length })),
            _ => None,
        };
        marks.iter().enumerate().filter_map(heading).unzip()
    };
    let ((one_at, one_headings), (other_at, other_headings)) = (headings(one), headings(other));
    let few = one_headings.len() * other_headings.len() <= MOST;
    let found = if few { best(&one_headings, &other_headings) } else { Vec::new() };
    let cuts = found.into_iter().map(|(i, j)| (one_at[i], other_at[j])).filter(|cut| *cut != (0, 0));
    let middle = (one.len() + other.len()) / 2;
    cuts.min_by_key(|(i, j)| (i + j).abs_diff(middle)).unwrap_or((one.len() / 2, other.len() / 2))
}

/// The pairs of highest worth, found by going backwards through all that can be left of both.
fn best(one: &[Mark<'_>], other: &[Mark<'_>]) -> Vec<(usize, usize)> {
    let width = other.len();
    let mut steps = vec![[Step::One; 2]; one.len() * width];
    // What the rest is worth from each block of the other half on, in step and out of it, from the block of the one half
    // below on and from this one.
    let (mut below, mut here) = (vec![[0_u128; 2]; width + 1], vec![[0_u128; 2]; width + 1]);
    for (i, mark) in one.iter().enumerate().rev() {
        for (j, counterpart) in other.iter().enumerate().rev() {
            for stride in [Stride::In, Stride::Out] {
                let without_one = below[j][stride.past(mark) as usize];
                let without_other = here[j + 1][stride.past(counterpart) as usize];
                let both = mark.worth(counterpart, stride).map(|worth| worth + below[j + 1][stride.with(mark) as usize]);
                let (worth, step) = match both {
                    Some(both) if both >= without_one.max(without_other) => (both, Step::Both),
                    _ if without_one >= without_other => (without_one, Step::One),
                    _ => (without_other, Step::Other),
                };
                here[j][stride as usize] = worth;
                steps[i * width + j][stride as usize] = step;
            }
        }
        std::mem::swap(&mut below, &mut here);
    }
    let (mut i, mut j, mut stride) = (0, 0, Stride::In);
    let mut found = Vec::new();
    while i < one.len() && j < width {
        match steps[i * width + j][stride as usize] {
            Step::Both => {
                found.push((i, j));
                stride = stride.with(&one[i]);
                (i, j) = (i + 1, j + 1);
            }
            Step::One => {
                stride = stride.past(&one[i]);
                i += 1;
            }
            Step::Other => {
                stride = stride.past(&other[j]);
                j += 1;
            }
        }
    }
    found
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The next blocks stand beside each other.
    Both,
    /// The next block of the one half stands alone.
    One,
    /// The next block of the other half stands alone.
    Other,
}

/// Whether the last headings of both halves stand beside each other, so that what follows in each lies under the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stride {
    In,
    Out,
}

impl Stride {
    /// After a block that stands alone.
    fn past(self, mark: &Mark<'_>) -> Self {
        if matches!(mark.what, What::Heading(_)) { Self::Out } else { self }
    }

    /// After a block with a counterpart.
    fn with(self, mark: &Mark<'_>) -> Self {
        if matches!(mark.what, What::Heading(_)) { Self::In } else { self }
    }
}

/// Rows in the making.
#[derive(Debug, Default)]
struct Rows {
    rows: Vec<Aligned>,
    one: usize,
    other: usize,
}

impl Rows {
    /// Lets the blocks before these two stand alone.
    fn up_to(&mut self, one: usize, other: usize) {
        self.rows.extend((self.one..one).map(|block| Aligned { one: Some(block), other: None }));
        self.rows.extend((self.other..other).map(|block| Aligned { one: None, other: Some(block) }));
        (self.one, self.other) = (one, other);
    }

    /// Lets the next blocks stand beside each other.
    fn pair(&mut self) {
        self.rows.push(Aligned { one: Some(self.one), other: Some(self.other) });
        self.one += 1;
        self.other += 1;
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::address::{Key, Language};
    use crate::source::{Entry, Kind};

    pub(in crate::site) fn page(text: &str) -> Page {
        let config =
            crate::config::parse("title: {da: A}\nbase_url: https://a.example/\nlanguages: [da]\npublisher: B\n").0.expect("settings");
        let entry = Entry {
            path: "content/pages/a.da.md".into(),
            disk: std::path::PathBuf::new(),
            kind: Kind::Page,
            key: Key::parse("a").expect("a key"),
            language: Language::parse("da").expect("a language"),
            order: None,
            chapters: Vec::new(),
        };
        crate::page::parse(&entry, &format!("---\ntitle: A\n---\n{text}"), &config).expect("a page")
    }

    /// The rows of two texts, each block told by the first line of its source; `–` where there is no counterpart.
    fn rows(one: &str, other: &str) -> Vec<String> {
        let told = |text: &str, page: &Page, block: Option<usize>| {
            let line = |block: usize| text.lines().nth(page.body.blocks[block].line as usize - 4).expect("a line").to_owned();
            block.map_or_else(|| "–".to_owned(), line)
        };
        let (one_page, other_page) = (page(one), page(other));
        let rows = align(&one_page, &other_page);
        rows.iter().map(|row| format!("{} | {}", told(one, &one_page, row.one), told(other, &other_page, row.other))).collect()
    }

    #[test]
    fn halves_of_the_same_shape_stand_side_by_side() {
        let (one, other) = ("Indledning.\n\n## Mål\n\n- ét\n\n![[c40]]\n", "Introduction.\n\n## Aims\n\n- one\n\n![[c40]]\n");
        assert_eq!(rows(one, other), ["Indledning. | Introduction.", "## Mål | ## Aims", "- ét | - one", "![[c40]] | ![[c40]]"]);
    }

    #[test]
    fn a_paragraph_that_one_half_has_more_stands_alone_where_it_is() {
        let (one, other) = (
            "Byen vokser, og det gør dens ansvar for resten af verden også.\n\nDet er nyt.\n\nDerfor samarbejder vi med andre byer om klima, sundhed og børn.\n",
            "The city grows, and so does its responsibility for the rest of the world.\n\nThat is why we work with other cities on climate, health and children.\n",
        );
        let expected = [
            "Byen vokser, og det gør dens ansvar for resten af verden også. | The city grows, and so does its responsibility for the rest of the world.",
            "Det er nyt. | –",
            "Derfor samarbejder vi med andre byer om klima, sundhed og børn. | That is why we work with other cities on climate, health and children.",
        ];
        assert_eq!(rows(one, other), expected);
        assert_eq!(rows("Ét.", "One.\n\nA second that is longer."), ["Ét. | One.", "– | A second that is longer."]);
    }

    #[test]
    fn a_heading_that_is_missing_leaves_the_others_with_their_counterparts() {
        let (one, other) = (
            "## Byer\n\nTekst om byer.\n\n## Klima\n\n- en liste\n\n## Børn\n\nTekst om børn.\n",
            "## Cities\n\nText on cities.\n\n## Children\n\nText on children.\n",
        );
        let expected = [
            "## Byer | ## Cities",
            "Tekst om byer. | Text on cities.",
            "## Klima | –",
            "- en liste | –",
            "## Børn | ## Children",
            "Tekst om børn. | Text on children.",
        ];
        assert_eq!(rows(one, other), expected);
    }

    #[test]
    fn an_outer_heading_is_not_given_up_for_inner_ones() {
        let (one, other) = ("## A\n\n### x\n\n### y\n\n## B\n", "## A\n\n## B\n\n### p\n\n### q\n");
        assert_eq!(rows(one, other), ["## A | ## A", "### x | –", "### y | –", "## B | ## B", "– | ### p", "– | ### q"]);
    }

    #[test]
    fn the_text_under_a_heading_that_is_missing_is_still_found() {
        let (one, other) = ("Før.\n\n### Underpunkt\n\nEfter.\n", "Before.\n\nAfter.\n");
        assert_eq!(rows(one, other), ["Før. | Before.", "### Underpunkt | –", "Efter. | After."]);
    }

    #[test]
    fn a_table_that_became_a_list_has_no_counterpart() {
        let (one, other) = ("Tal:\n\n| a |\n|---|\n| 1 |\n\nSlut.\n", "Figures:\n\n- a: 1\n\nThe end.\n");
        assert_eq!(rows(one, other), ["Tal: | Figures:", "| a | | –", "– | - a: 1", "Slut. | The end."]);
    }

    #[test]
    fn of_two_boxes_that_changed_places_one_stands_beside_itself() {
        let (one, other) = ("![[c40]]\n\nMidt.\n\n![[force]]\n", "![[force]]\n\nMiddle.\n\n![[c40]]\n");
        let found = rows(one, other);
        assert_eq!(found.iter().filter(|row| *row == "![[c40]] | ![[c40]]" || *row == "![[force]] | ![[force]]").count(), 1, "{found:?}");
        assert!(!found.iter().any(|row| row.contains("c40") && row.contains("force")), "{found:?}");
    }

    #[test]
    fn a_box_that_moved_does_not_part_two_headings() {
        let (one, other) = ("## A\n\n![[c40]]\n\n## B\n", "## A\n\n## B\n\n![[c40]]\n");
        assert_eq!(rows(one, other), ["## A | ## A", "![[c40]] | –", "## B | ## B", "– | ![[c40]]"]);
    }

    #[test]
    fn all_blocks_stand_alone_beside_an_empty_half() {
        assert_eq!(rows("## A\n\nTekst.\n", ""), ["## A | –", "Tekst. | –"]);
        assert_eq!(rows("", "## A\n"), ["– | ## A"]);
        assert_eq!(rows("", ""), Vec::<String>::new());
    }

    /// Sections of nine blocks each; those of some numbers have another paragraph at their end.
    fn long(sections: usize, more: &[usize]) -> String {
        (0..sections).fold(String::new(), |mut text, section| {
            let _ = write!(text, "## H{section}\n\n{}", format!("Tekst {section}.\n\n- {section}\n\n").repeat(4));
            if more.contains(&section) {
                let _ = write!(text, "Mere {section}.\n\n");
            }
            text
        })
    }

    #[test]
    fn halves_of_many_thousand_blocks_are_aligned_all_the_same() {
        let (one, other) = (page(&long(600, &[10, 580])), page(&long(600, &[200])));
        let rows = align(&one, &other);
        let alone: Vec<&Aligned> = rows.iter().filter(|row| row.one.is_none() || row.other.is_none()).collect();
        let expected = [
            Aligned { one: Some(11 * 9), other: None },
            Aligned { one: None, other: Some(201 * 9) },
            Aligned { one: Some(581 * 9 + 1), other: None },
        ];
        assert_eq!(alone, expected.iter().collect::<Vec<_>>());
        let paragraphs = page(&"x\n\n".repeat(6000));
        let fewer = page(&format!("- y\n\n{}- y\n", "x\n\n".repeat(5000)));
        let rows = align(&paragraphs, &fewer);
        assert_eq!(rows.iter().filter(|row| row.one.is_some()).count(), 6000);
        assert_eq!(rows.iter().filter(|row| row.other.is_some()).count(), 5002);
    }
}
