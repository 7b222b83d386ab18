//! The words of findings and of the program, Danish and English.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Code, Finding};

/// A language in which the program itself speaks. (The publication may have others.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Dansk.
    Danish,
    /// English.
    English,
}

impl Tongue {
    /// The tongue of a language tag or of a value of `LANG`, such as `da`, `da_DK.UTF-8` or `en-GB`; `None` for others.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split(['-', '_', '.', '@']).next() {
            Some("da") => Some(Self::Danish),
            Some("en") => Some(Self::English),
            _ => None,
        }
    }

    /// Its code, for `lang`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }
}

/// The program's words in one tongue.
pub struct Words {
    tongue: Tongue,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.tongue).finish()
    }
}

impl Words {
    /// Reads the words, which are part of the program.
    pub fn new(tongue: Tongue) -> Self {
        let (language, files) = match tongue {
            Tongue::Danish => ("da", [include_str!("findings.da.ftl"), include_str!("program.da.ftl")]),
            Tongue::English => ("en-GB", [include_str!("findings.en.ftl"), include_str!("program.en.ftl")]),
        };
        let mut bundle = FluentBundle::new_concurrent(language.parse::<LanguageIdentifier>().into_iter().collect());
        bundle.set_use_isolating(false);
        for file in files {
            // What the parser rejects is left out, and the test of all words names it.
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { tongue, bundle }
    }

    /// Which tongue it is.
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// A text of the program; its own name if there is none, so that nobody is left without a message.
    pub fn text(&self, id: &str, values: &[(&str, String)]) -> String {
        self.pattern(id, None, values).unwrap_or_else(|| id.to_owned())
    }

    /// A text of the program that may have a name of its own where it is used, and has that of all others otherwise.
    pub fn own_text(&self, own: &str, common: &str) -> String {
        self.pattern(own, None, &[]).unwrap_or_else(|| self.text(common, &[]))
    }

    /// What is wrong, in one sentence without a full stop.
    pub fn message(&self, finding: &Finding) -> String {
        self.pattern(finding.code.as_str(), None, &named(finding)).unwrap_or_else(|| finding.code.to_string())
    }

    /// How to mend it.
    pub fn help(&self, finding: &Finding) -> String {
        let help = self.pattern(finding.code.as_str(), Some("help"), &named(finding)).unwrap_or_default();
        match &finding.suggestion {
            Some(suggestion) => {
                let question = self.text("did-you-mean", &[("suggestion", suggestion.clone())]);
                format!("{question} {help}").trim_end().to_owned()
            }
            None => help,
        }
    }

    fn pattern(&self, id: &str, attribute: Option<&str>, values: &[(&str, String)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            match value.parse::<u32>() {
                Ok(number) if !value.starts_with('0') || value == "0" => arguments.set(*name, number),
                _ => arguments.set(*name, value.as_str()),
            }
        }
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut faults);
        debug_assert!(faults.is_empty(), "the words of {id}: {faults:?}");
        Some(text.into_owned())
    }
}

fn named(finding: &Finding) -> Vec<(&str, String)> {
    finding.values.iter().map(|(name, value)| (*name, value.clone())).collect()
}

/// What a code is, why it matters to a reader, a wrong and a right example: the code's part of `docs/findings.*.md`.
pub fn explanation(code: Code, tongue: Tongue) -> Option<&'static str> {
    let document = match tongue {
        Tongue::Danish => include_str!("../../docs/findings.da.md"),
        Tongue::English => include_str!("../../docs/findings.en.md"),
    };
    let heading = format!("\n## {code}\n");
    let start = document.find(&heading)? + 1;
    let length = document[start + 3..].find("\n## ").map_or(document.len() - start, |end| end + 3);
    Some(document[start..start + length].trim_end())
}
