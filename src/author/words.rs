//! The words of the interface in one more language, for a person to translate.

use std::path::Path;

use super::Refused;
use super::commit::{Machine, NewFile, commit};
use super::plan::Plan;
use crate::address::Language;
use crate::site::Site;
use crate::source::{THEMES, Theme};

/// The language from which words are translated: every theme has it.
const FROM: &str = "i18n/en.ftl";

/// What the file begins with.
const HEAD: &str = "# Oversæt det, der står efter =, og fjern # og mellemrummet foran linjen. Det i krøllede parenteser bliver stående.
# `langebro check` fortæller, hvilke ord der mangler.
# Translate what follows = and take away the # and the blank before the line. What is in curly brackets stays.
# `langebro check` tells which words are missing.
";

/// Makes the file of the theme's words in a language, and gives its path. Each word waits behind a `#`, so that none is
/// taken for translated before it is. `names` are words that a language may have and need not.
///
/// # Errors
/// [`Refused`] tells why; then nothing was written.
pub fn words(site: &Site, root: &Path, language: Language, names: &[(String, String)]) -> Result<String, Refused> {
    let (theme, _) = Theme::read(root, &site.config);
    let own = format!("i18n/{language}.ftl");
    if theme.files.contains_key(&own) {
        return Err(Refused::HasWords(language));
    }
    let path = format!("{THEMES}/{}/{own}", site.config.theme);
    let from = theme.files.get(FROM).map(|file| file.text().map_err(|_| Refused::Unread(file.path.to_string())));
    let text = waiting(&from.transpose()?.unwrap_or_default(), names);
    let made = NewFile { path: path.clone(), bytes: text.into_bytes() };
    commit(&mut Machine, root, &Plan::default(), &[made]).map_err(Refused::Machine)?;
    Ok(path)
}

/// All words behind a `#`, and what is said of them behind two.
fn waiting(words: &str, names: &[(String, String)]) -> String {
    let mut text = HEAD.to_owned();
    // The first says which language it is.
    for line in words.lines().skip_while(|line| line.starts_with('#')) {
        match line.strip_prefix('#') {
            Some(remark) => text.push_str(&format!("## {}\n", remark.trim_start())),
            None if line.trim().is_empty() => text.push('\n'),
            None => text.push_str(&format!("# {line}\n")),
        }
    }
    text.push_str("\n## FN’s verdensmål. Uden dem vises de engelske navne. Delmål hedder target-13-2.");
    text.push_str("\n## The global goals. Without these, the English names are shown. Targets are called target-13-2.\n");
    names.iter().for_each(|(id, name)| text.push_str(&format!("# {id} = {name}\n")));
    text
}

#[cfg(test)]
mod tests {
    use super::{HEAD, waiting};

    #[test]
    fn every_word_waits_until_somebody_has_translated_it() {
        let text = waiting(
            "# English.\n\nskip = Skip\n# Of pages.\npages = { $n ->\n    [one] One\n}\n",
            &[("goal-1".into(), "No poverty".into())],
        );
        let rest = text.strip_prefix(HEAD).expect("the head");
        assert!(rest.starts_with("\n# skip = Skip\n## Of pages.\n# pages = { $n ->\n#     [one] One\n# }\n\n## FN"), "{rest}");
        assert!(rest.ends_with("\n# goal-1 = No poverty\n"), "{rest}");
        assert!(text.lines().all(|line| line.is_empty() || line.starts_with('#')));
    }
}
