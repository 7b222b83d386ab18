//! At which heading of one half the same is said as under a heading of the other.

use super::align;
use crate::page::{BlockKind, Page};

/// Where a heading's text is in another half, each heading by its place in [`crate::page::Body::headings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counterpart {
    /// At the heading that stands beside it.
    Same(usize),
    /// It has none beside it: this one stands beside the nearest above it that has.
    Near(usize),
    /// No heading down to it has one: the top of the page.
    Top,
}

/// The counterpart of each heading of the one half in the other, found by the common shape of both ([`align`]); `None` for
/// a heading within a list or a quote, where nobody is led.
pub fn counterparts(one: &Page, other: &Page) -> Vec<Option<Counterpart>> {
    let mut found = vec![None; one.body.headings.len()];
    let heading = |page: &Page, block: Option<usize>| match page.body.blocks.get(block?)?.kind {
        BlockKind::Heading { number, .. } => Some(number as usize),
        _ => None,
    };
    let mut near = Counterpart::Top;
    for row in align(one, other) {
        let Some(own) = heading(one, row.one) else { continue };
        found[own] = Some(match heading(other, row.other) {
            Some(beside) => {
                near = Counterpart::Near(beside);
                Counterpart::Same(beside)
            }
            None => near,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::alignment::tests::page;

    /// Each heading of the one half, and where it leads in the other.
    fn led(one: &str, other: &str) -> Vec<String> {
        let (one, other) = (page(one), page(other));
        let name = |number: usize| other.body.headings[number].text.as_str();
        let told = |counterpart: &Option<Counterpart>| match counterpart {
            Some(Counterpart::Same(number)) => name(*number).to_owned(),
            Some(Counterpart::Near(number)) => format!("near {}", name(*number)),
            Some(Counterpart::Top) => "top".to_owned(),
            None => "nowhere".to_owned(),
        };
        let headings = one.body.headings.iter().map(|heading| heading.text.as_str());
        headings.zip(&counterparts(&one, &other)).map(|(heading, counterpart)| format!("{heading}: {}", told(counterpart))).collect()
    }

    #[test]
    fn headings_of_equal_trees_lead_to_each_other() {
        let (danish, english) = ("## Byer\n\nTekst.\n\n### Havn\n\n## Klima\n", "## Cities\n\nText.\n\n### Harbour\n\n## Climate\n");
        assert_eq!(led(danish, english), ["Byer: Cities", "Havn: Harbour", "Klima: Climate"]);
        assert_eq!(led(english, danish), ["Cities: Byer", "Harbour: Havn", "Climate: Klima"]);
    }

    #[test]
    fn a_heading_that_one_half_has_more_leads_to_the_nearest_above_it() {
        let (danish, english) = (
            "## Nyt\n\n## Byer\n\n### Havn\n\n#### Bad\n\n- liste\n\n## Klima\n",
            "## Cities\n\n### Harbour\n\n- list\n\n## Climate\n\n## More\n",
        );
        assert_eq!(led("## Nyt\n\nTekst.\n\n### Byer\n", "### Cities\n"), ["Nyt: top", "Byer: Cities"]);
        assert_eq!(led(danish, english), ["Nyt: Cities", "Byer: Climate", "Havn: near Climate", "Bad: near Climate", "Klima: More"]);
        let english = english.replace("\n## More\n", "");
        assert_eq!(led(danish, &english), ["Nyt: top", "Byer: Cities", "Havn: Harbour", "Bad: near Harbour", "Klima: Climate"]);
        assert_eq!(led(&english, danish), ["Cities: Byer", "Harbour: Havn", "Climate: Klima"]);
    }

    #[test]
    fn nobody_is_led_from_within_a_quote_or_to_an_empty_half() {
        assert_eq!(led("## A\n\n> ## B\n\n## C\n", "## X\n\n> ## Y\n\n## Z\n"), ["A: X", "B: nowhere", "C: Z"]);
        assert_eq!(led("## A\n\nTekst.\n", ""), ["A: top"]);
        assert_eq!(led("", "## X\n"), Vec::<String>::new());
    }
}
