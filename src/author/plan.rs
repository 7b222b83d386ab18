//! What a change of keys or places comes to: every rename and every text, worked out before anything is written.
//!
//! The texts are rewritten in memory, parsed and linked. So new addresses are known before they exist, and so is whether
//! every link leads where it led: what does not come out right is refused as a whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::Refused;
use super::front::{with_alias, with_slug};
use super::links::{Addresses, Change};
use super::moves::Move;
use super::proof::{Publication, prove};
use crate::address::Permalink;
use crate::diagnostic::{Code, Finding};
use crate::page::{self, Page};
use crate::source::{self, CONTENT};

/// What is to be done to the sources, all or none of it.
#[derive(Debug, Default)]
pub struct Plan {
    /// Files and folders that get another path, in the order in which they must.
    pub renames: Vec<Move>,
    /// Files that get another text.
    pub rewrites: Vec<Rewrite>,
    /// Pages that get another address, to which the old one leads on. Nobody has seen a draft at its old one.
    pub readdressed: Vec<Readdressed>,
}

/// A file that gets another text.
#[derive(Debug)]
pub struct Rewrite {
    /// Its path afterwards, from the site's folder.
    pub file: String,
    /// Where it lies now, behind all symbolic links.
    pub(super) disk: PathBuf,
    /// What it says now.
    pub(super) was: String,
    /// What it is to say.
    pub(super) text: String,
}

/// A page that gets another address.
#[derive(Debug)]
pub struct Readdressed {
    /// The path of its file afterwards.
    pub file: String,
    /// The address that it has.
    pub from: Permalink,
    /// The address that it gets.
    pub to: Permalink,
}

impl Plan {
    /// Whether nothing need be done.
    pub fn is_empty(&self) -> bool {
        self.renames.is_empty() && self.rewrites.is_empty()
    }
}

/// What is written into the front matter of a page besides.
#[derive(Debug, Default)]
struct Amendment {
    slug: Option<String>,
    alias: Option<Permalink>,
}

type Amendments = BTreeMap<Arc<str>, Amendment>;

/// A page as it will be.
struct Future {
    page: Arc<Page>,
    /// Its text, if it is another.
    text: Option<String>,
}

/// Works out what a change comes to.
pub(super) fn plan(change: &Change<'_>, root: &Path, findings: &[Finding]) -> Result<Plan, Refused> {
    if let Some(file) = unread(change, findings) {
        return Err(Refused::Unread(file));
    }
    let renames = change.moves.in_turn();
    let is_taken = |item: &&Move| fs::symlink_metadata(root.join(&item.to)).is_ok();
    if let Some(item) = renames.iter().find(is_taken) {
        return Err(Refused::Occupied(item.to.clone()));
    }
    let has_links = symbolic_links(change, root)?;
    let work = Work { change, root, has_links, texts: texts(change)? };
    let before = Publication::of(change.site);
    let mut amendments = Amendments::new();
    let mut addresses = Addresses::new();
    let mut futures = work.futures(&amendments, &addresses)?;
    let mut after = work.publication(&futures);
    work.keep_slugs(&before, &after, &mut amendments);
    if !amendments.is_empty() {
        futures = work.futures(&amendments, &addresses)?;
        after = work.publication(&futures);
    }
    let readdressed = work.readdressed(&before, &after, &mut amendments, &mut addresses);
    if !addresses.is_empty() {
        futures = work.futures(&amendments, &addresses)?;
        after = work.publication(&futures);
    }
    prove(change, &before, &after)?;
    Ok(Plan { renames, rewrites: work.rewrites(futures)?, readdressed })
}

/// A file of which it is not known what leads where: it cannot be read, or another has its key.
fn unread(change: &Change<'_>, findings: &[Finding]) -> Option<String> {
    let broken = change.site.broken().map(|entry| &entry.path);
    let left_out = change.site.left_out().map(|page| page.file());
    let dark = |finding: &&Finding| matches!(finding.code, Code::UnreadableFile | Code::OutsideLink | Code::NotUtf8);
    let places = findings.iter().filter(dark).filter_map(|finding| finding.place.as_ref()).map(|place| &place.file);
    let mut files = broken.chain(left_out).chain(places.filter(|file| file.starts_with(CONTENT)));
    files.next().map(ToString::to_string)
}

/// Whether there are symbolic links in the content. One says where it leads by a path, which may be another afterwards.
fn symbolic_links(change: &Change<'_>, root: &Path) -> Result<bool, Refused> {
    let folder = |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
    let links = source::symbolic_links(root);
    for (link, leads) in &links {
        let leads = leads.to_string_lossy().replace('\\', "/");
        // One that leads out of the site was refused, unless it leads to the site by way of the machine's root.
        let Some(old) = page::normal(&folder(link), &leads).filter(|_| !leads.starts_with('/')) else {
            let leads_to_moved = |item: Move| fs::canonicalize(root.join(item.from)).is_ok_and(|from| Path::new(&leads).starts_with(from));
            if change.moves.in_turn().into_iter().any(leads_to_moved) {
                return Err(Refused::SymbolicLink(link.clone()));
            }
            continue;
        };
        if page::normal(&folder(&change.moves.of(link)), &leads).as_deref() != Some(&*change.moves.of(&old)) {
            return Err(Refused::SymbolicLink(link.clone()));
        }
    }
    Ok(!links.is_empty())
}

/// The text of every page, by its path.
fn texts(change: &Change<'_>) -> Result<BTreeMap<Arc<str>, String>, Refused> {
    let pages: Vec<&Arc<Page>> = change.site.halves().map(|(_, linked)| &linked.page).collect();
    let read = |page: &Arc<Page>| match source::text(&page.entry) {
        Ok(text) => Ok((page.file().clone(), text)),
        Err(_) => Err(Refused::Unread(page.file().to_string())),
    };
    pages.into_par_iter().map(read).collect()
}

struct Work<'a> {
    change: &'a Change<'a>,
    root: &'a Path,
    /// Whether a file may lie at several paths.
    has_links: bool,
    texts: BTreeMap<Arc<str>, String>,
}

impl Work<'_> {
    /// All pages as they will be, in the order of their paths.
    fn futures(&self, amendments: &Amendments, addresses: &Addresses) -> Result<Vec<Future>, Refused> {
        let pages: Vec<&Arc<Page>> = self.change.site.halves().map(|(_, linked)| &linked.page).collect();
        let future = |page: &Arc<Page>| self.future(page, amendments.get(page.file()), addresses);
        let mut futures = pages.into_par_iter().map(future).collect::<Result<Vec<Future>, Refused>>()?;
        futures.sort_by(|a, b| a.page.file().cmp(b.page.file()));
        Ok(futures)
    }

    fn future(&self, page: &Arc<Page>, amendment: Option<&Amendment>, addresses: &Addresses) -> Result<Future, Refused> {
        let was = &self.texts[page.file()];
        let mut text = if self.change.may_concern(page, was, addresses) { self.change.followed(page, was, addresses) } else { was.clone() };
        if let Some(amendment) = amendment {
            text = amended(&text, amendment).ok_or_else(|| Refused::NoRoomForAlias {
                file: page.file().to_string(),
                address: amendment.alias.as_ref().map_or(String::new(), Permalink::to_string),
            })?;
        }
        let path = self.change.moves.of(page.file());
        let is_other = text != *was;
        if !is_other && *path == **page.file() {
            return Ok(Future { page: page.clone(), text: None });
        }
        let config = &self.change.site.config;
        let entry = source::entry(self.root, &path, config).map_err(|finding| Refused::Faults(vec![finding]))?;
        let page = page::parse(&entry, &text, config).map_err(Refused::Faults)?;
        Ok(Future { page: Arc::new(page), text: is_other.then_some(text) })
    }

    fn publication(&self, futures: &[Future]) -> Publication {
        Publication::linked(self.change.site, futures.iter().map(|future| future.page.clone()).collect())
    }

    /// A page without a slug whose title gives none has its address from its key: it is given its old one as slug.
    fn keep_slugs(&self, before: &Publication, after: &Publication, amendments: &mut Amendments) {
        let Some(renamed) = &self.change.renamed else { return };
        let last = |address: &Permalink| address.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
        for (_, linked) in before.all.halves().filter(|(_, linked)| linked.page.entry.key == renamed.old) {
            let slug = last(&linked.permalink);
            if after.half(&renamed.new, linked.page.entry.language).is_some_and(|new| last(&new.permalink) != slug) {
                amendments.entry(linked.page.file().clone()).or_default().slug = Some(slug);
            }
        }
    }

    /// What gets another address, with an alias for what readers may have seen.
    fn readdressed(
        &self,
        before: &Publication,
        after: &Publication,
        amendments: &mut Amendments,
        addresses: &mut Addresses,
    ) -> Vec<Readdressed> {
        let mut readdressed = Vec::new();
        for (before, after) in [(&before.public, &after.public), (&before.all, &after.all)] {
            for (_, old) in before.halves() {
                let (page, from) = (&old.page, &old.permalink);
                let key = self.change.key(&page.entry.key);
                let new = after.with_key(key.as_str()).and_then(|pair| after.half(pair, page.entry.language));
                let Some(to) = new.map(|id| &after.page(id).permalink).filter(|to| *to != from) else { continue };
                if addresses.insert(from.clone(), to.clone()).is_some() {
                    continue;
                }
                if page.front.draft {
                    continue;
                }
                if !page.front.aliases.iter().any(|alias| alias.value == *from) {
                    amendments.entry(page.file().clone()).or_default().alias = Some(from.clone());
                }
                let file = self.change.moves.of(page.file()).into_owned();
                readdressed.push(Readdressed { file, from: from.clone(), to: to.clone() });
            }
        }
        readdressed
    }

    fn rewrites(mut self, futures: Vec<Future>) -> Result<Vec<Rewrite>, Refused> {
        let mut by_new: BTreeMap<String, Arc<Page>> = BTreeMap::new();
        for (_, linked) in self.change.site.halves() {
            by_new.insert(self.change.moves.of(linked.page.file()).into_owned(), linked.page.clone());
        }
        let mut rewrites: Vec<Rewrite> = Vec::new();
        let mut kept: Vec<PathBuf> = Vec::new();
        for future in futures {
            let file = future.page.file().to_string();
            let Some(old) = by_new.get(&file) else { continue };
            let disk = fs::canonicalize(&old.entry.disk).unwrap_or_else(|_| old.entry.disk.clone());
            match future.text {
                Some(text) => {
                    let was = self.texts.remove(old.file()).unwrap_or_default();
                    rewrites.push(Rewrite { file, disk, was, text });
                }
                None if self.has_links => kept.push(disk),
                None => {}
            }
        }
        one_text_a_file(rewrites, &kept)
    }
}

/// A file that lies at several paths, by symbolic links, can get one text only.
fn one_text_a_file(rewrites: Vec<Rewrite>, kept: &[PathBuf]) -> Result<Vec<Rewrite>, Refused> {
    let mut once: Vec<Rewrite> = Vec::new();
    for rewrite in rewrites {
        let same = once.iter().find(|other| other.disk == rewrite.disk);
        if kept.contains(&rewrite.disk) || same.is_some_and(|same| same.text != rewrite.text) {
            return Err(Refused::SymbolicLink(rewrite.file));
        }
        if same.is_none() {
            once.push(rewrite);
        }
    }
    Ok(once)
}

fn amended(text: &str, amendment: &Amendment) -> Option<String> {
    let mut text = text.to_owned();
    if let Some(slug) = &amendment.slug {
        text = with_slug(&text, slug)?;
    }
    if let Some(alias) = &amendment.alias {
        text = with_alias(&text, alias.as_str())?;
    }
    Some(text)
}
