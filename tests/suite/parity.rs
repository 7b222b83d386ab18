//! The halves of a pair have what each other has; a difference is told in both files, with what stands in the other.

use crate::site::TestSite;

const DA: &str = "content/sections/01-climate.da.md";
const EN: &str = "content/sections/01-climate.en.md";

/// A section whose texts begin on line 5 of their files.
fn halves(danish: &str, english: &str) -> TestSite {
    TestSite::new().section("01-climate", danish, english)
}

#[test]
fn a_heading_in_one_half_only_is_told_where_it_stands_and_where_it_is_missing() {
    let site = halves("Tekst.\n\n## Mål\n\nMere.\n\n## Midler\n\nMest.", "Text.\n\n## Aims\n\nMore.");
    site.finds(&[format!("parity-headings {DA}:11:1 `Midler` `{EN}:9`"), format!("parity-headings {EN}:9:1 `Midler` `{DA}:11`")]);
}
