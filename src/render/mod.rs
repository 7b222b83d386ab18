//! From a linked site and a theme to the bytes of every file that is published.
//!
//! [`Renderer::routes`] lists what there is; [`Renderer::render`] makes one of them, when somebody needs it. Nothing
//! rendered is kept, so nothing rendered can be stale. The outputs (`html`, `data`, `feed`, `sitemap`) do not know each
//! other, but for `search`, which is made of what `html` shows.

mod body;
mod data;
mod feed;
mod format;
mod goals;
mod headers;
mod headings;
mod html;
mod linked_data;
mod links;
mod map;
mod parallel;
mod search;
mod sitemap;
mod switch;
mod templates;
mod view;
mod whole;
mod words;

use std::sync::{Arc, OnceLock};

pub use body::Parts;
pub use headers::{Server, headers};
pub use templates::Templates;

use crate::address::{Language, Permalink};
use crate::config::Config;
use crate::diagnostic::Finding;
use crate::media::{Made, VERSIONS};
use crate::site::{PageId, Site, View};

/// One file of the published site.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    /// A file of the theme, by its place in [`Templates::assets`].
    Asset(usize),
    /// A file of `content/media`, by its place in [`Site::media`].
    Media(usize),
    /// A smaller version of an image, by its place in [`Site::media`] and its width in pixels.
    Version(usize, u32),
    /// What readers visit.
    View(View),
    /// What readers get who follow a dead link.
    NotFound(Language),
    /// The way to what the publication says of its accessibility, at the address that Danish authorities use.
    Statement(Language),
    /// What is new in a language, for readers who follow it.
    Feed(Language),
    /// The tags of all pages, for spreadsheets.
    GoalsCsv,
    /// The tags of all pages, for programs.
    GoalsJson,
    /// What a search in a language begins with.
    SearchHead(Language),
    /// What a search needs besides, by its language's place among those that can be searched, and its own.
    SearchPart(usize, usize),
    /// The style sheet with which the whole strategy is printed in a language.
    PrintSheet(Language),
    /// The list of addresses for search engines.
    Sitemap,
    /// The word to robots.
    Robots,
}

/// When a route is put in place, so that no link of a published page ever leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// First: what pages are shown with.
    Asset,
    /// Then pages.
    Page,
    /// Last: lists of pages.
    List,
}

/// What makes the files of a site.
#[derive(Debug)]
pub struct Renderer<'a> {
    site: &'a Site,
    templates: &'a Templates,
    html: html::Html<'a>,
    search: Arc<Search>,
}

/// The search of a site as a theme shows it, made when it is first asked for. It may be kept as long as neither changes.
#[derive(Debug, Default)]
pub struct Search(OnceLock<Vec<search::Edition>>);

/// The bytes of a file: made, or to be read from the author's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Made.
    Bytes(Vec<u8>),
    /// The author's file as it is.
    File(std::path::PathBuf),
    /// A file of the theme.
    Shared(Arc<[u8]>),
}

impl<'a> Renderer<'a> {
    /// Prepares what all routes have in common.
    pub fn new(site: &'a Site, templates: &'a Templates) -> Self {
        Self::with_search(site, templates, Arc::default())
    }

    /// Likewise, with a search that may have been made already, of this site and theme.
    pub fn with_search(site: &'a Site, templates: &'a Templates, search: Arc<Search>) -> Self {
        Self { site, templates, html: html::Html::new(site, templates), search }
    }

    /// Every file of the site, in a fixed order.
    pub fn routes(&self) -> Vec<Route> {
        let assets = (0..self.templates.assets().len()).map(Route::Asset);
        let media = self.site.published_media().map(Route::Media);
        let views = self.site.views().into_iter().map(Route::View);
        assets.chain(media).chain(self.versions()).chain(views).chain(self.others()).chain(self.search_parts()).collect()
    }

    /// The smaller versions of all images that pages show.
    fn versions(&self) -> impl Iterator<Item = Route> {
        let shown = self.site.shown_media();
        let versions = |medium: usize| self.site.media[medium].versions.as_ref().map(|versions| (medium, versions));
        let shown = self.site.published_media().filter(move |medium| shown.contains(medium)).filter_map(versions);
        shown.flat_map(|(medium, versions)| versions.widths.iter().map(move |&width| Route::Version(medium, width)))
    }

    /// What a search loads when it is used. This makes it.
    fn search_parts(&self) -> impl Iterator<Item = Route> {
        let parts = |(edition, made): (usize, &search::Edition)| (0..made.parts.len()).map(move |part| Route::SearchPart(edition, part));
        self.editions().iter().enumerate().flat_map(parts)
    }

    fn editions(&self) -> &[search::Edition] {
        self.search.0.get_or_init(|| search::editions(&self.html))
    }

    /// The files at the root of the site and of each language.
    fn others(&self) -> impl Iterator<Item = Route> {
        let languages = || self.site.config.languages.iter().copied();
        let feeds = languages().filter(|&language| view::feed(self.site, language).is_some()).map(Route::Feed);
        let statements = languages().filter(|_| self.site.config.imprint.statement.is_some()).map(Route::Statement);
        let searches = search::offering(self.site).map(Route::SearchHead);
        let sheets = whole::printing(self.site, self.templates).map(Route::PrintSheet);
        languages().map(Route::NotFound).chain(statements).chain(feeds).chain(searches).chain(sheets).chain([
            Route::GoalsCsv,
            Route::GoalsJson,
            Route::Sitemap,
            Route::Robots,
        ])
    }

    /// The path of a route's file in the output folder, with `/`.
    pub fn path(&self, route: &Route) -> String {
        match route {
            Route::Asset(asset) => self.templates.assets()[*asset].published.clone(),
            Route::Media(medium) => format!("media/{}", self.site.media[*medium].name),
            Route::Version(medium, width) => {
                let medium = &self.site.media[*medium];
                medium.versions.as_ref().map_or(String::new(), |versions| versions.path(&medium.name, *width))
            }
            Route::View(view) => format!("{}index.html", &self.site.permalink(*view).as_str()[1..]),
            Route::NotFound(language) => format!("{}404.html", &self.site.config.front(*language).as_str()[1..]),
            Route::Statement(language) => format!("{}index.html", &statement_address(&self.site.config, *language).as_str()[1..]),
            Route::Feed(language) => format!("{}feed.xml", &self.site.config.front(*language).as_str()[1..]),
            Route::SearchHead(language) => search::head_path(self.site, *language),
            Route::SearchPart(edition, part) => self.editions()[*edition].parts[*part].path.clone(),
            Route::PrintSheet(language) => self.html.print_sheet_path(*language),
            Route::GoalsCsv => "sdg.csv".to_owned(),
            Route::GoalsJson => "sdg.json".to_owned(),
            Route::Sitemap => "sitemap.xml".to_owned(),
            Route::Robots => "robots.txt".to_owned(),
        }
    }

    /// Whether every file of the site could be read.
    pub fn is_whole(&self) -> bool {
        self.site.is_whole()
    }

    /// Whether an address is one of those that the program gives to its own pages: lists of cases, goals and terms, and pages
    /// in two languages.
    pub fn is_made_address(&self, address: &str) -> bool {
        let config = &self.site.config;
        config.languages.iter().any(|&language| {
            let front = config.front(language);
            let own = config.taxonomies.iter().map(|taxonomy| taxonomy.word.get(language)).chain([config.goals_word.get(language)]);
            let mut lists = own.map(|word| front.join(word));
            let cases = front.join(config.cases_word.get(language));
            let is_statement = address == statement_address(config, language).as_str();
            let is_parallel = self.site.is_parallel_address(address);
            is_statement || is_parallel || address == cases.as_str() || lists.any(|list| address.starts_with(list.as_str()))
        })
    }

    /// The route whose file has that path; the path of a page may be given without `index.html`.
    pub fn find(&self, path: &str) -> Option<Route> {
        let folder = path.strip_suffix("index.html").unwrap_or(path);
        if folder.is_empty() || folder.ends_with('/') {
            let view = self.site.at(&format!("/{folder}")).map(Route::View);
            return view.or_else(|| self.others().find(|route| self.path(route).strip_suffix("index.html") == Some(folder)));
        }
        let asset = || self.templates.assets().iter().position(|asset| asset.published == path).map(Route::Asset);
        let medium = || {
            let name = path.strip_prefix("media/")?;
            self.site.published_media().find(|&medium| &*self.site.media[medium].name == name).map(Route::Media)
        };
        if search::is_part(path) {
            return self.search_parts().find(|route| self.path(route) == path);
        }
        let version = || if path.starts_with(VERSIONS) { self.versions().find(|route| self.path(route) == path) } else { None };
        asset().or_else(medium).or_else(version).or_else(|| self.others().find(|route| self.path(route) == path))
    }

    /// When the route is put in place.
    pub fn rank(&self, route: &Route) -> Rank {
        match route {
            Route::Asset(_) | Route::Media(_) | Route::Version(..) | Route::SearchPart(..) | Route::PrintSheet(_) => Rank::Asset,
            Route::View(View::Half(_) | View::Stand(..) | View::Parallel(..) | View::Alias(_)) => Rank::Page,
            Route::NotFound(_) | Route::Statement(_) => Rank::Page,
            Route::View(_) | Route::Feed(_) | Route::SearchHead(_) => Rank::List,
            Route::GoalsCsv | Route::GoalsJson | Route::Sitemap | Route::Robots => Rank::List,
        }
    }

    /// The text of a half in parts, each as on its own page, but for the links that a reader takes from a heading. `prefix` comes before every id, so that several halves can
    /// stand on one page; it ends with `--`, or is empty.
    ///
    /// # Errors
    /// A finding, if the template of boxes is at fault.
    pub fn parts(&self, id: PageId, prefix: &str) -> Result<Parts, Finding> {
        self.html.parts(id, prefix)
    }

    /// Makes one file.
    ///
    /// # Errors
    /// A finding, if a template is at fault.
    pub fn render(&self, route: &Route) -> Result<Content, Finding> {
        Ok(match route {
            Route::Asset(asset) => Content::Shared(self.templates.assets()[*asset].bytes.clone()),
            Route::Media(medium) => Content::File(self.site.media[*medium].disk.clone()),
            Route::Version(medium, width) => {
                let medium = &self.site.media[*medium];
                match medium.versions.as_ref().map(|versions| versions.make(medium, *width)).transpose()? {
                    Some(Made::Kept(file)) => Content::File(file),
                    Some(Made::Loose(bytes)) => Content::Bytes(bytes),
                    None => Content::File(medium.disk.clone()),
                }
            }
            Route::View(view) => Content::Bytes(self.html.view(*view)?.into_bytes()),
            Route::NotFound(language) => Content::Bytes(self.html.not_found(*language)?.into_bytes()),
            Route::Statement(language) => Content::Bytes(self.html.statement(*language)?.into_bytes()),
            Route::Feed(language) => Content::Bytes(feed::atom(self.site, *language).into_bytes()),
            Route::SearchHead(language) => {
                let made = self.editions().iter().find(|edition| edition.language == *language);
                Content::Shared(made.map_or_else(|| Arc::from([]), |edition| edition.head.clone()))
            }
            Route::SearchPart(edition, part) => Content::Shared(self.editions()[*edition].parts[*part].bytes.clone()),
            Route::PrintSheet(language) => Content::Bytes(self.html.print_sheet(*language)?.into_bytes()),
            Route::GoalsCsv => Content::Bytes(data::csv(self.site)),
            Route::GoalsJson => Content::Bytes(data::json(self.site).into_bytes()),
            Route::Sitemap => Content::Bytes(sitemap::sitemap(self.site).into_bytes()),
            Route::Robots => Content::Bytes(sitemap::robots(self.site).into_bytes()),
        })
    }
}

/// Where readers look for what a publication says of its accessibility: `/was/`, and `/en/was/` (Agency for Digital
/// Government, on webtilgængelighedsloven).
fn statement_address(config: &Config, language: Language) -> Permalink {
    config.front(language).join("was")
}
