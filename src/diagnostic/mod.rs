//! A finding: what is wrong with the content, where, and how to mend it, as data.
//!
//! Its words are not here but in Fluent files, Danish and English ([`Words`]), and its explanation in `docs/findings.*.md`
//! ([`explanation`]). Whoever finds a fault knows a [`Code`] and the named values; only [`crate::cli`] (and the
//! preview's panel) turns it into sentences.

mod code;
mod place;
mod words;

use std::cmp::Ordering;

pub use code::{Code, Severity};
pub use place::{Lines, Place};
pub use words::{Tongue, Words, explanation};

/// One fault of the content, the settings or the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule is broken.
    pub code: Code,
    /// Where; `None` for what has no place in a file, such as an address that has gone.
    pub place: Option<Place>,
    /// What the message names, by the names that its Fluent text uses.
    pub values: Vec<(&'static str, String)>,
    /// What the author may have meant.
    pub suggestion: Option<String>,
    severity: Severity,
}

impl Finding {
    /// A finding at a place.
    pub fn new(code: Code, place: Place) -> Self {
        Self { code, place: Some(place), values: Vec::new(), suggestion: None, severity: code.severity() }
    }

    /// A finding that stands in no file.
    pub fn nowhere(code: Code) -> Self {
        Self { code, place: None, values: Vec::new(), suggestion: None, severity: code.severity() }
    }

    /// Adds a value that the message names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Adds the candidate nearest to what the author wrote, if one is near enough to be worth asking about.
    #[must_use]
    pub fn suggest<'a>(mut self, wrote: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggestion = nearest(wrote, candidates).map(str::to_owned);
        self
    }

    /// Adds what the author surely meant, where that can be told, in place of the nearest candidate.
    #[must_use]
    pub fn propose(mut self, better: Option<String>) -> Self {
        self.suggestion = better.or(self.suggestion);
        self
    }

    /// The same as an error: for what a site wants to have in order before anything is published.
    #[must_use]
    pub fn forbidding(mut self) -> Self {
        self.severity = Severity::Error;
        self
    }

    /// How grave it is: as its code says, unless the site says otherwise.
    pub fn severity(&self) -> Severity {
        self.severity
    }
}

/// Findings in the order in which a person goes through them: by file, line and column, those without a place last.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.code, finding.values.clone());
        match (&a.place, &b.place) {
            (Some(x), Some(y)) => x.cmp(y),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
        .then_with(|| key(a).cmp(&key(b)))
    });
    findings.dedup();
}

/// The candidate that a slip of the hand turns into `wrote`; ties go to the first in alphabetical order.
pub(crate) fn nearest<'a>(wrote: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let as_written = wrote;
    let wrote = wrote.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| *candidate != as_written)
        .map(|candidate| {
            let likeness = strsim::jaro_winkler(&wrote, &candidate.to_lowercase());
            let edits = strsim::damerau_levenshtein(&wrote, &candidate.to_lowercase());
            (candidate, likeness, edits)
        })
        .filter(|&(_, likeness, edits)| likeness > 0.87 || edits <= (wrote.chars().count() / 3).min(2))
        .max_by(|a, b| b.2.cmp(&a.2).then(a.1.total_cmp(&b.1)).then(b.0.cmp(a.0)))
        .map(|(candidate, ..)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_recognised_and_a_different_word_is_not() {
        let keys = ["c40", "greater-copenhagen", "introduction"];
        assert_eq!(nearest("introdution", keys), Some("introduction"));
        assert_eq!(nearest("C40", keys), Some("c40"));
        assert_eq!(nearest("organisation", keys), None);
        assert_eq!(nearest("c40", keys), None, "what was written is no suggestion");
    }
}
