//! Dates and lists as each language writes them.

use std::cmp::Ordering;

use icu_calendar::Date as CalendarDate;
use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use jiff::civil::Date;

use crate::address::Language;

/// The locale of a language. Plain `en` is American to the data; a public body in Europe writes British.
fn locale(language: Language) -> Option<Locale> {
    let tag = if language.as_str() == "en" { "en-GB" } else { language.as_str() };
    tag.parse().ok()
}

/// `1. juli 2022`, `1 July 2022`; the date as YYYY-MM-DD where the language is unknown to the data.
pub(super) fn date(language: Language, date: Date) -> String {
    let calendar = CalendarDate::try_new_iso(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs());
    let formatter = locale(language).and_then(|locale| DateTimeFormatter::try_new(locale.into(), YMD::long()).ok());
    let (Ok(calendar), Some(formatter)) = (calendar, formatter) else { return date.to_string() };
    let written = formatter.format(&calendar).to_string();
    // What knows no names of months calls them `M07`.
    if written.contains(&format!("M{:02}", date.month())) { date.to_string() } else { written }
}

/// Sorts texts as a language does: æ, ø and å behind z in Danish, å beside a in English.
#[derive(Debug)]
pub(super) struct Collator(Option<CollatorBorrowed<'static>>);

impl Collator {
    /// That of a language; the order of the letters' numbers where the language is unknown to the data.
    pub(super) fn of(language: Language) -> Self {
        let collator = locale(language).and_then(|locale| CollatorBorrowed::try_new(locale.into(), CollatorOptions::default()).ok());
        Self(collator)
    }

    pub(super) fn compare(&self, one: &str, other: &str) -> Ordering {
        self.0.as_ref().map_or_else(|| one.cmp(other), |collator| collator.compare(one, other))
    }
}

/// `a, b og c`, `a, b and c`.
pub(super) fn list(language: Language, items: &[String]) -> String {
    let formatter = locale(language).and_then(|locale| ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default()).ok());
    formatter.map_or_else(|| items.join(", "), |formatter| formatter.format(items.iter()).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_lists_and_order_are_those_of_the_language() {
        let language = |code| Language::parse(code).expect("a language");
        let day = jiff::civil::date(2022, 7, 1);
        assert_eq!(date(language("da"), day), "1. juli 2022");
        assert_eq!(date(language("en"), day), "1 July 2022");
        assert_eq!(date(language("kl"), day), "2022-07-01");
        assert_eq!(date(language("sv"), day), "1 juli 2022");
        let mut towns = ["Zürich", "Århus", "Aalborg", "Ærø", "Øster", "Byen"];
        towns.sort_by(|a, b| Collator::of(language("da")).compare(a, b));
        assert_eq!(towns, ["Byen", "Zürich", "Ærø", "Øster", "Aalborg", "Århus"]);
        towns.sort_by(|a, b| Collator::of(language("en")).compare(a, b));
        assert_eq!(towns, ["Aalborg", "Ærø", "Århus", "Byen", "Øster", "Zürich"]);
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(list(language("da"), &items), "a, b og c");
        assert_eq!(list(language("en"), &items), "a, b and c");
    }
}
