//! What an author meant by a link to something that is not there: a slip of the hand, or a file at fault by itself.

use super::Site;
use super::link::slug;
use super::references::Resolver;
use crate::address::{Anchor, Key, Language, Permalink};
use crate::diagnostic::nearest;
use crate::page::Page;
use crate::source::{Entry, named};
use crate::vocabulary::GoalTag;

impl Site {
    /// The key that somebody meant who wrote the file or the title of its page, or the key with a slip of the hand.
    pub fn meant_key(&self, wrote: &str) -> Option<Key> {
        let resolver = self.resolver();
        let meant = self.config.languages.iter().find_map(|&language| resolver.meant(wrote, language));
        let key = meant.as_deref().and_then(|meant| self.net.by_key.get_key_value(meant));
        let near = || nearest(wrote, self.net.by_key.keys().map(Key::as_str)).and_then(|near| self.net.by_key.get_key_value(near));
        key.or_else(near).map(|(key, _)| key.clone())
    }
}

impl Resolver<'_> {
    /// The key of the page that an author meant who wrote its file (`cases/c40.da.md`, `01-introduction`) or its title; or
    /// the goal.
    pub(super) fn meant(&self, text: &str, language: Language) -> Option<String> {
        let file = text.rsplit('/').next().unwrap_or_default();
        let stem = file.split(['.', '#']).next().unwrap_or_default().to_lowercase();
        let keys = [stem.as_str(), stem.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-')];
        let by_file = keys.into_iter().find(|key| self.net.by_key.contains_key(*key)).map(str::to_owned);
        let by_title = || {
            let wrote = text.to_lowercase();
            let own = self.pages.iter().map(|linked| &linked.page).filter(|page| page.entry.language == language);
            own.into_iter().find(|page| page.front.title.to_lowercase() == wrote).map(|page| page.entry.key.to_string())
        };
        // `sdg13` and `SDG 13` were meant as a goal.
        let goal = || GoalTag::nearest(&text.to_lowercase().strip_prefix("sdg")?.replace('-', " ")).map(|tag| format!("sdg:{tag}"));
        by_file.or_else(by_title).or_else(goal)
    }

    /// The file that was meant by a path at which there is none: a page whose key is near, in the language that the path
    /// names or else that of the link, or a file in `content/media` whose name is near.
    pub(super) fn nearest_file(&self, path: &str, language: Language) -> Option<String> {
        let name = path.rsplit('/').next().unwrap_or_default();
        let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let written = named(name).map(|(_, language)| language).filter(|language| self.config.languages.contains(language));
        let language = written.unwrap_or(language);
        let key = || {
            let stem = name.split('.').next().unwrap_or_default();
            let exact = self.meant(stem, language);
            exact.or_else(|| nearest(stem, self.net.by_key.keys().map(Key::as_str)).map(str::to_owned))
        };
        let page = |key: String| {
            let half = self.half(*self.net.by_key.get(key.as_str())?, language)?;
            Some(self.pages[half.0 as usize].page.file().to_string())
        };
        if name.ends_with(".md") {
            return page(key()?);
        }
        let names: Vec<(String, &str)> = self.media.iter().map(|medium| (last(&medium.path), &*medium.path)).collect();
        let exact = names.iter().find(|(other, _)| other == name).map(|(other, _)| other.as_str());
        let found = exact.or_else(|| nearest(name, names.iter().map(|(name, _)| name.as_str())))?;
        names.iter().find(|(name, _)| name == found).map(|(_, path)| (*path).to_owned())
    }

    /// The address, of a page or of a file in `content/media`, that is near to one at which nothing is.
    pub(super) fn nearest_address(&self, path: &str, slashed: &str) -> Option<String> {
        if path.starts_with("/media/") {
            let media: Vec<String> = self.media.iter().map(|medium| format!("/media/{}", medium.name)).collect();
            return nearest(path, media.iter().map(String::as_str)).map(str::to_owned);
        }
        let near = nearest(slashed, self.net.views.keys().map(Permalink::as_str));
        near.map(str::to_owned)
    }

    /// Whether a path is that of a file which cannot be read, or the right name of one whose name is wrong.
    pub(super) fn is_broken_file(&self, path: &str) -> bool {
        let named = named(path.rsplit('/').next().unwrap_or_default());
        let is_it = |entry: &Entry| named.as_ref().is_some_and(|(key, language)| entry.key == *key && entry.language == *language);
        self.net.broken.iter().any(|entry| &*entry.path == path || is_it(entry))
    }

    /// Whether a file that cannot be read, so that its slug and aliases are not known, may be what stands at an address of
    /// its language, or what gives a goal or a term its page.
    pub(super) fn may_be_broken(&self, address: &str) -> bool {
        let fronts = self.config.languages.iter().map(|&language| (self.config.front(language), language));
        // The front of the first language begins every address, so the longest tells the language.
        let Some((front, language)) =
            fronts.filter(|(front, _)| address.starts_with(front.as_str())).max_by_key(|(front, _)| front.as_str().len())
        else {
            return false;
        };
        let words = self.config.taxonomies.iter().map(|taxonomy| &taxonomy.word).chain([&self.config.goals_word]);
        let is_list = words.into_iter().any(|word| address.starts_with(front.join(word.get(language)).as_str()));
        self.net.broken.iter().any(|entry| is_list || entry.language == language)
    }

    /// Whether a draft that was left out would stand at an address (in a chapter only its last part is compared).
    pub(super) fn would_be_at(&self, page: &Page, address: &str) -> bool {
        let front = self.config.front(page.entry.language);
        address.starts_with(front.as_str()) && address.trim_end_matches('/').rsplit('/').next() == Some(&*slug(page))
    }
}

/// The anchor among those of a page that a text was meant for which its author wrote as the heading has it: `Vækst`.
pub(super) fn as_heading(wrote: &str, known: &[&str]) -> Option<String> {
    let anchor = Anchor::from_heading(wrote)?;
    known.contains(&anchor.as_str()).then(|| anchor.to_string())
}

/// What a path was meant to be that is no file but an address elsewhere without its beginning: `www.kk.dk`, `a@kk.dk`.
pub(super) fn elsewhere(path: &str) -> Option<String> {
    const ENDINGS: [&str; 9] = [".dk", ".com", ".org", ".eu", ".net", ".int", ".se", ".no", ".de"];
    let host = path.split('/').next().unwrap_or_default();
    if path.contains('@') {
        return Some(format!("mailto:{path}"));
    }
    (host.starts_with("www.") || ENDINGS.iter().any(|ending| host.ends_with(ending))).then(|| format!("https://{path}"))
}
