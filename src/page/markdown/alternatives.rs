//! What is wrong with an alternative text that is there.

/// A longer one is hard to follow: it cannot be read at leisure, nor gone back in.
const LONGEST: usize = 250;

/// What makes an alternative text a poor one, as its message selects on it, and what to write instead.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Poor {
    /// It is the name of a file.
    File,
    /// It begins by saying that it is an image, which a screen reader says by itself. The rest would do.
    Prefix(String),
    /// It has so many characters.
    Long(usize),
}

impl Poor {
    /// What is wrong with an alternative text, if anything is.
    pub(super) fn of(alt: &str) -> Option<Self> {
        let alt = alt.trim();
        if is_file_name(alt) {
            return Some(Self::File);
        }
        if let Some(rest) = after_prefix(alt) {
            let mut letters = rest.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            return Some(Self::Prefix(format!("{first}{}", letters.as_str())));
        }
        let length = alt.chars().count();
        (length > LONGEST).then_some(Self::Long(length))
    }
}

const ENDINGS: [&str; 11] = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg", ".tif", ".tiff", ".heic", ".bmp"];

/// The names that cameras, telephones and computers give.
const CAMERAS: [&str; 8] = ["img", "dsc", "dscn", "dscf", "pxl", "image", "screenshot", "skærmbillede"];

fn is_file_name(alt: &str) -> bool {
    let lower = alt.to_lowercase();
    let has_ending = ENDINGS.iter().any(|ending| lower.ends_with(ending) && lower.len() > ending.len());
    let from_camera = CAMERAS.iter().any(|name| {
        lower.strip_prefix(name).is_some_and(|rest| {
            rest.contains(|c: char| c.is_ascii_digit()) && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '_' | '-' | '.' | ' '))
        })
    });
    has_ending || from_camera
}

/// What follows `Billede af` or `Image of`; `None` for a text that begins otherwise.
fn after_prefix(alt: &str) -> Option<&str> {
    const PREFIXES: [&str; 12] = [
        "et billede af ",
        "billede af ",
        "billedet viser ",
        "billedet forestiller ",
        "illustration af ",
        "an image of ",
        "image of ",
        "the image shows ",
        "a picture of ",
        "picture of ",
        "the picture shows ",
        "image: ",
    ];
    let prefix = PREFIXES.iter().find(|prefix| {
        let mut letters = alt.chars().flat_map(char::to_lowercase);
        prefix.chars().all(|c| letters.next() == Some(c))
    })?;
    // All of them are ASCII.
    alt.get(prefix.len()..).map(str::trim_start).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alternative_text_that_tells_nothing_is_poor() {
        for file in ["IMG_1234.jpg", "havn.JPG", "IMG_1234", "DSC 0042", "Screenshot 2026-01-02 10.11.12", "image1"] {
            assert_eq!(Poor::of(file), Some(Poor::File), "{file}");
        }
        assert_eq!(Poor::of("Billede af børn i havnen"), Some(Poor::Prefix("Børn i havnen".to_owned())));
        assert_eq!(Poor::of("An image of åer"), Some(Poor::Prefix("Åer".to_owned())));
        assert_eq!(Poor::of(&"ø".repeat(251)), Some(Poor::Long(251)));
        for good in
            ["Børn i havnen", "Imaginære dyr 3", "Billedet", "Billede af", "Åer", "", "Image 3 in the row of five", &"a".repeat(250)]
        {
            assert_eq!(Poor::of(good), None, "{good}");
        }
    }
}
