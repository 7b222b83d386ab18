//! The words of a language that are figures, or that go with them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Weight;
use crate::address::Language;

/// What a word says of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A number below a hundred, or one in its place in an order.
    Count(u8, Weight),
    /// Times a power of ten.
    Power(u8),
    /// A month.
    Month(u8),
}

/// The words of a language.
#[derive(Debug)]
pub(super) struct Words {
    meanings: FxHashMap<String, Meaning>,
    /// For each first byte a bit for each length of its words: most words are told by it to be none of them.
    lengths: [u32; 256],
    /// Whether its months begin with a capital, so that *May* is told from *may*.
    pub(super) has_capital_months: bool,
    /// Whether a day may stand behind its month.
    pub(super) has_days_behind: bool,
}

/// The longest word.
const LONGEST: usize = 24;

static DANISH: LazyLock<Words> = LazyLock::new(danish);
static ENGLISH: LazyLock<Words> = LazyLock::new(english);

/// The words of a language, if they are known.
pub(super) fn of(language: Language) -> Option<&'static Words> {
    match language.as_str().split('-').next() {
        Some("da") => Some(&DANISH),
        Some("en") => Some(&ENGLISH),
        _ => None,
    }
}

impl Words {
    /// What a word means; `None` if it is no figure.
    pub(super) fn meaning(&self, word: &str) -> Option<Meaning> {
        let bytes = word.as_bytes();
        let first = bytes.first()?.to_ascii_lowercase();
        if bytes.len() > LONGEST || self.lengths[usize::from(first)] >> bytes.len() & 1 == 0 {
            return None;
        }
        let mut lower = [0; LONGEST];
        lower[..bytes.len()].copy_from_slice(bytes);
        lower.make_ascii_lowercase();
        let meaning = self.meanings.get(std::str::from_utf8(&lower[..bytes.len()]).ok()?).copied()?;
        let is_small = matches!(meaning, Meaning::Month(_)) && self.has_capital_months && bytes[0].is_ascii_lowercase();
        (!is_small).then_some(meaning)
    }
}

/// Words in the making.
struct Table(FxHashMap<String, Meaning>);

impl Table {
    /// Words that count from a number on; those that are other words too are mute.
    fn count(&mut self, first: u8, step: u8, weight: Weight, words: &str) {
        for (i, word) in words.split_whitespace().enumerate() {
            let count = Meaning::Count(first + step * i as u8, weight);
            word.split('/').for_each(|word| _ = self.0.insert(word.to_owned(), count));
        }
    }

    fn months(&mut self, words: &str) {
        for (i, word) in words.split_whitespace().enumerate() {
            word.split('/').for_each(|word| _ = self.0.insert(word.to_owned(), Meaning::Month(i as u8 + 1)));
        }
    }

    fn powers(&mut self, power: u8, words: &str) {
        words.split_whitespace().for_each(|word| _ = self.0.insert(word.to_owned(), Meaning::Power(power)));
    }

    fn finish(self, has_capital_months: bool, has_days_behind: bool) -> Words {
        let mut lengths = [0; 256];
        let mut words: Vec<&String> = self.0.keys().collect();
        words.sort_unstable();
        for word in words {
            lengths[usize::from(word.as_bytes()[0])] |= 1 << word.len();
        }
        Words { lengths, has_capital_months, has_days_behind, meanings: self.0 }
    }
}

const DANISH_UNITS: [&str; 9] = ["en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"];
const DANISH_TENS: [&str; 9] = ["ti", "tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"];

fn danish() -> Words {
    use Weight::{Mute, Soft};
    let mut table = Table(FxHashMap::default());
    table.count(0, 1, Mute, "nul en/et/én/ét/første/først begge/anden/andet/dobbelt/dobbelte");
    table.count(2, 1, Soft, "to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten");
    table.count(3, 1, Soft, "tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende femtende");
    table.count(3, 1, Soft, "tredjedel/tredjedele fjerdedel/fjerdedele femtedel/femtedele");
    table.count(4, 1, Mute, "kvart");
    table.count(12, 8, Mute, "dusin snes");
    for (ten, word) in (1..).zip(DANISH_TENS) {
        table.count(10 * ten, 0, Soft, word);
        for (unit, first) in (1..).zip(DANISH_UNITS).filter(|_| ten > 1) {
            table.count(10 * ten + unit, 0, Soft, &format!("{first}og{word}"));
        }
    }
    table.count(20, 10, Soft, "tyvende tredivte");
    table.powers(2, "hundrede hundred");
    table.powers(3, "tusind tusinde tusinder");
    table.powers(6, "mio mill million millionen millioner");
    table.powers(9, "mia mrd milliard milliarden milliarder");
    table.powers(12, "billion billioner");
    table.months("januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov december/dec");
    table.finish(false, false)
}

fn english() -> Words {
    use Weight::{Mute, Soft};
    let mut table = Table(FxHashMap::default());
    table.count(0, 1, Mute, "zero/nil one/first/once both/second/twice/double");
    table.count(
        2,
        1,
        Soft,
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    );
    table.count(
        3,
        1,
        Soft,
        "third/thirds fourth/fourths fifth/fifths sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth",
    );
    table.count(4, 1, Mute, "quarter/quarters");
    table.count(12, 8, Mute, "dozen/dozens score");
    table.count(20, 10, Soft, "twenty/twentieth thirty/thirtieth forty/fortieth fifty/fiftieth sixty seventy eighty ninety");
    table.powers(2, "hundred hundreds");
    table.powers(3, "thousand thousands");
    table.powers(6, "mn million millions");
    table.powers(9, "bn billion billions");
    table.powers(12, "trillion trillions");
    table.months("January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug September/Sep/Sept October/Oct November/Nov December/Dec".to_lowercase().as_str());
    table.finish(true, true)
}
