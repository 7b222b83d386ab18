//! What a page is called while its address may change.
//!
//! `introduction.da` is a half of a page, `introduction:en.da` the same half beside the English one, `:goal-13.en` a list
//! that the program makes. The script in the page asks by this name where its page stands now.

use crate::address::Language;
use crate::site::{Site, View};

/// The name of a view; empty for a former address, which is nothing but the way to another.
pub(super) fn name(site: &Site, view: View) -> String {
    let language = site.language(view);
    let taxonomy = |taxonomy: usize| &site.config.taxonomies[taxonomy];
    match view {
        // What stands in for a half is called as the half will be: whoever looks at it sees it come.
        View::Half(id) | View::Stand(id, _) => format!("{}.{language}", site.pair(site.page(id).pair).key),
        View::Parallel(id, other) => format!("{}:{other}.{language}", site.pair(site.page(id).pair).key),
        View::Cases(_) => format!(":cases.{language}"),
        View::Goals(_) => format!(":goals.{language}"),
        View::Goal(_, number) => format!(":goal-{number}.{language}"),
        View::Taxonomy(_, number) => format!(":{}.{language}", taxonomy(number).key),
        View::Term(_, number, term) => format!(":{}:{}.{language}", taxonomy(number).key, taxonomy(number).terms[term].key),
        View::Whole(_) => format!(":whole.{language}"),
        View::Search(_) => format!(":search.{language}"),
        View::Alias(_) => String::new(),
    }
}

/// The view of a name.
pub(super) fn named(site: &Site, text: &str) -> Option<View> {
    let (key, language) = text.rsplit_once('.')?;
    if !key.starts_with(':') {
        let (key, other) = key.split_once(':').map_or((key, None), |(key, other)| (key, Some(other)));
        let (pair, language) = (site.with_key(key)?, Language::parse(language)?);
        return match other {
            Some(other) => site.parallel(site.half(pair, language)?, Language::parse(other)?),
            None => site.shown(pair, language),
        };
    }
    let is_list = |view: &View| !matches!(view, View::Half(_) | View::Stand(..) | View::Parallel(..) | View::Alias(_));
    let mut lists = site.views().into_iter().filter(is_list);
    lists.find(|view| name(site, *view) == text)
}
