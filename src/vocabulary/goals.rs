//! The United Nations' 17 goals for sustainable development and the ids of their 169 targets.
//!
//! Names: UN Statistics in English, UNDP Denmark in Danish. Ids and addresses: the UN's own linked data,
//! `http://metadata.un.org/sdg/13.2`. Colours: the UN's guidelines for the use of the SDG logo, May 2020. The labels of the
//! targets are this project's own.

use std::fmt;

use super::targets::LABELS;
use crate::address::{Language, Slug};

/// One of the 17 goals.
#[derive(Debug, PartialEq, Eq)]
pub struct Goal {
    /// 1 to 17.
    pub number: u8,
    danish: &'static str,
    english: &'static str,
    /// The goal's own colour, `#rrggbb`.
    pub colour: &'static str,
    /// How many targets have a number (`13.1` …).
    numbered: u8,
    /// How many have a letter (`13.a` …).
    lettered: u8,
}

/// The goals in their order.
pub static GOALS: [Goal; 17] = [
    Goal { number: 1, danish: "Afskaf fattigdom", english: "No poverty", colour: "#e5243b", numbered: 5, lettered: 2 },
    Goal { number: 2, danish: "Stop sult", english: "Zero hunger", colour: "#dda63a", numbered: 5, lettered: 3 },
    Goal { number: 3, danish: "Sundhed og trivsel", english: "Good health and well-being", colour: "#4c9f38", numbered: 9, lettered: 4 },
    Goal { number: 4, danish: "Kvalitetsuddannelse", english: "Quality education", colour: "#c5192d", numbered: 7, lettered: 3 },
    Goal { number: 5, danish: "Ligestilling mellem kønnene", english: "Gender equality", colour: "#ff3a21", numbered: 6, lettered: 3 },
    Goal { number: 6, danish: "Rent vand og sanitet", english: "Clean water and sanitation", colour: "#26bde2", numbered: 6, lettered: 2 },
    Goal { number: 7, danish: "Bæredygtig energi", english: "Affordable and clean energy", colour: "#fcc30b", numbered: 3, lettered: 2 },
    Goal {
        number: 8,
        danish: "Anstændige jobs og økonomisk vækst",
        english: "Decent work and economic growth",
        colour: "#a21942",
        numbered: 10,
        lettered: 2,
    },
    Goal {
        number: 9,
        danish: "Industri, innovation og infrastruktur",
        english: "Industry, innovation and infrastructure",
        colour: "#fd6925",
        numbered: 5,
        lettered: 3,
    },
    Goal { number: 10, danish: "Mindre ulighed", english: "Reduced inequalities", colour: "#dd1367", numbered: 7, lettered: 3 },
    Goal {
        number: 11,
        danish: "Bæredygtige byer og lokalsamfund",
        english: "Sustainable cities and communities",
        colour: "#fd9d24",
        numbered: 7,
        lettered: 3,
    },
    Goal {
        number: 12,
        danish: "Ansvarligt forbrug og produktion",
        english: "Responsible consumption and production",
        colour: "#bf8b2e",
        numbered: 8,
        lettered: 3,
    },
    Goal { number: 13, danish: "Klimaindsats", english: "Climate action", colour: "#3f7e44", numbered: 3, lettered: 2 },
    Goal { number: 14, danish: "Livet i havet", english: "Life below water", colour: "#0a97d9", numbered: 7, lettered: 3 },
    Goal { number: 15, danish: "Livet på land", english: "Life on land", colour: "#56c02b", numbered: 9, lettered: 3 },
    Goal {
        number: 16,
        danish: "Fred, retfærdighed og stærke institutioner",
        english: "Peace, justice and strong institutions",
        colour: "#00689d",
        numbered: 10,
        lettered: 2,
    },
    Goal {
        number: 17,
        danish: "Partnerskaber for handling",
        english: "Partnerships for the goals",
        colour: "#19486a",
        numbered: 19,
        lettered: 0,
    },
];

impl Goal {
    /// The goal of a number.
    pub fn of(number: u8) -> Option<&'static Self> {
        GOALS.get(usize::from(number).checked_sub(1)?)
    }

    /// The short name in a language; languages other than Danish get the English one, as [`names_in`] tells.
    pub fn name(&self, language: Language) -> &'static str {
        if language.as_str() == "da" { self.danish } else { self.english }
    }

    /// The last part of the address of the goal's page: `13-klimaindsats`.
    pub fn slug(&self, language: Language) -> String {
        let name = Slug::from_title(self.name(language)).map(|slug| format!("-{slug}"));
        format!("{}{}", self.number, name.unwrap_or_default())
    }

    /// Whether black letters on the goal's colour are easier to read than white ones: the contrast of the two is compared
    /// as WCAG 2.2 defines it.
    pub fn is_light(&self) -> bool {
        let luminance = luminance(self.colour);
        (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05)
    }

    /// The goal's address at the United Nations, which is also its name in linked data.
    pub fn iri(&self) -> String {
        format!("http://metadata.un.org/sdg/{}", self.number)
    }

    /// The ids of its targets: those with a number, then those with a letter.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        let numbered = (1..=self.numbered).map(Part::Number);
        let lettered = (b'a'..b'a' + self.lettered).map(Part::Letter);
        let goal = self.number;
        numbered.chain(lettered).map(move |part| Target { goal, part })
    }
}

/// The language in which the names of goals and targets are given to a page of a language.
pub fn names_in(language: Language) -> &'static str {
    if language.as_str() == "da" { "da" } else { "en" }
}

/// Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(colour.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0)) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// One of the 169 targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Target {
    /// The number of its goal.
    pub goal: u8,
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Part {
    Number(u8),
    Letter(u8),
}

impl Target {
    /// What it is about, in a few words; languages other than Danish get the English ones.
    pub fn label(self, language: Language) -> &'static str {
        let before: usize = GOALS.iter().take_while(|goal| goal.number < self.goal).map(|goal| goal.targets().count()).sum();
        let within = Goal::of(self.goal).and_then(|goal| goal.targets().position(|target| target == self)).unwrap_or(0);
        let (_, danish, english) = LABELS[before + within];
        if language.as_str() == "da" { danish } else { english }
    }

    /// Its address at the United Nations, which is also its name in linked data.
    pub fn iri(self) -> String {
        format!("http://metadata.un.org/sdg/{self}")
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Number(number) => write!(f, "{}.{number}", self.goal),
            Part::Letter(letter) => write!(f, "{}.{}", self.goal, char::from(letter)),
        }
    }
}

/// A goal, or one of its targets, as a page is tagged with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GoalTag {
    /// 1 to 17.
    pub goal: u8,
    /// The target, where the author named one.
    pub target: Option<Target>,
}

/// Why a text names no goal and no target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoGoal {
    /// There is no such goal.
    Goal,
    /// The goal is there, the target is not.
    Target(u8),
}

impl GoalTag {
    /// Reads `13`, `13.2` or `1.a`.
    ///
    /// # Errors
    /// [`NoGoal`] tells whether the goal or the target is unknown.
    pub fn parse(text: &str) -> Result<Self, NoGoal> {
        let (number, part) = match text.split_once('.') {
            Some((number, part)) => (number, Some(part)),
            None => (text, None),
        };
        let digits = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0');
        let goal = digits.then(|| number.parse().ok()).flatten().and_then(Goal::of).ok_or(NoGoal::Goal)?;
        let Some(part) = part else {
            return Ok(Self { goal: goal.number, target: None });
        };
        let found = goal.targets().find(|target| target.to_string()[number.len() + 1..] == *part);
        found.map(|target| Self { goal: goal.number, target: Some(target) }).ok_or(NoGoal::Target(goal.number))
    }
}

impl GoalTag {
    /// What was surely meant by a text that names no goal and no target: `SDG 13`, `013`, `13,2`, `1.A`.
    pub fn nearest(text: &str) -> Option<Self> {
        let text = text.to_lowercase().replace(',', ".");
        let number = text.trim_start_matches(|c: char| !matches!(c, '1'..='9')).trim_end_matches(['.', ' ']);
        Self::parse(number).ok()
    }
}

impl fmt::Display for GoalTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.target {
            Some(target) => target.fmt(f),
            None => self.goal.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_17_goals_and_169_targets() {
        let counts: Vec<usize> = GOALS.iter().map(|goal| goal.targets().count()).collect();
        assert_eq!(counts, [7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19]);
        assert_eq!(counts.iter().sum::<usize>(), 169);
        assert!(GOALS.iter().enumerate().all(|(i, goal)| usize::from(goal.number) == i + 1));
    }

    #[test]
    fn every_target_has_a_short_label_of_its_own_in_both_languages() {
        let languages = ["da", "en"].map(|code| Language::parse(code).expect("a language"));
        for (target, (id, ..)) in GOALS.iter().flat_map(Goal::targets).zip(&LABELS) {
            assert_eq!(target.to_string(), *id);
        }
        for (goal, language) in GOALS.iter().flat_map(|goal| languages.map(|language| (goal, language))) {
            let labels: Vec<&str> = goal.targets().map(|target| target.label(language)).collect();
            for (i, label) in labels.iter().enumerate() {
                assert!((8..60).contains(&label.chars().count()), "{label}");
                assert!(label.starts_with(char::is_uppercase) && !label.ends_with('.'), "{label}");
                assert!(!labels[..i].contains(label), "{label} twice in goal {}", goal.number);
            }
        }
        let target = GoalTag::parse("13.2").expect("a target").target.expect("a target");
        assert_ne!(target.label(languages[0]), target.label(languages[1]));
    }

    #[test]
    fn letters_on_the_colour_of_a_goal_can_be_read() {
        let contrast = |goal: &Goal| {
            let luminance = luminance(goal.colour) + 0.05;
            if goal.is_light() { luminance / 0.05 } else { 1.05 / luminance }
        };
        assert!(GOALS.iter().all(|goal| contrast(goal) >= 4.5));
        assert!((luminance("#ffffff") - 1.0).abs() < 1e-9 && luminance("#000000") < 1e-9);
    }

    #[test]
    fn a_tag_is_read_in_the_letters_of_its_author() {
        let read = |text| GoalTag::parse(text).map(|tag| tag.to_string());
        assert_eq!(read("13").as_deref(), Ok("13"));
        assert_eq!(read("8.10").as_deref(), Ok("8.10"));
        assert_eq!(read("1.a").as_deref(), Ok("1.a"));
        assert_eq!(read("18"), Err(NoGoal::Goal));
        assert_eq!(read("13.10"), Err(NoGoal::Target(13)));
        assert_eq!(read("013"), Err(NoGoal::Goal));
        assert_eq!(GoalTag::nearest("SDG 13").map(|tag| tag.to_string()).as_deref(), Some("13"));
        assert_eq!(GoalTag::nearest("13,2").map(|tag| tag.to_string()).as_deref(), Some("13.2"));
        assert_eq!(GoalTag::nearest("18"), None);
        for bad in ["", "x", "1.", "1.A", "1.aa", "1.1.1", "-1", "1.ø"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
