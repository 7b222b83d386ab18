//! Where the links, boxes and images of a page lead.

use rustc_hash::FxHashMap;

use super::outline::Outline;
use super::{Link, Linked, Material, PageId, Pair, PairId, View, tags};
use crate::address::{Key, Language, Permalink};
use crate::config::Config;
use crate::diagnostic::{Code, Finding, Place};
use crate::page::{Destination, Embed, Image, Reference};
use crate::source::Kind;
use crate::vocabulary::{GoalTag, NoGoal};

/// Everything that a link may lead to.
pub(super) struct Resolver<'a> {
    config: &'a Config,
    material: &'a Material,
    outline: &'a Outline,
    pages: &'a [Linked],
    pairs: &'a [Pair],
    views: &'a FxHashMap<Permalink, View>,
    index: &'a tags::Index,
    by_file: FxHashMap<&'a str, PageId>,
    media: FxHashMap<&'a str, usize>,
}

/// What became of a page's tables.
#[derive(Default)]
pub(super) struct Resolved {
    pub(super) links: Vec<Link>,
    pub(super) embeds: Vec<Option<PageId>>,
    pub(super) images: Vec<Option<usize>>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(
        config: &'a Config,
        material: &'a Material,
        outline: &'a Outline,
        pages: &'a [Linked],
        pairs: &'a [Pair],
        views: &'a FxHashMap<Permalink, View>,
        index: &'a tags::Index,
    ) -> Self {
        let by_file = pages.iter().enumerate().map(|(i, linked)| (&**linked.page.file(), PageId(i as u32))).collect();
        let media = material.media.iter().enumerate().map(|(i, medium)| (&*medium.name, i)).collect();
        Self { config, material, outline, pages, pairs, views, index, by_file, media }
    }

    pub(super) fn resolve(&self, from: &Linked) -> Resolved {
        let mut resolved = Resolved::default();
        let body = &from.page.body;
        for reference in &body.references {
            let link = self.link(from, reference, &mut resolved.findings).unwrap_or_else(|finding| {
                resolved.findings.extend(finding);
                Link::Nowhere
            });
            resolved.links.push(link);
        }
        for embed in &body.embeds {
            resolved.embeds.push(self.embed(from, embed).unwrap_or_else(|finding| {
                resolved.findings.extend(finding);
                None
            }));
        }
        for image in &body.images {
            resolved.images.push(self.image(from, image).map_err(|finding| resolved.findings.push(finding)).ok());
        }
        resolved
    }

    /// Where a reference leads; `Err(None)` for nowhere without a finding, because its target is at fault by itself.
    fn link(&self, from: &Linked, reference: &Reference, findings: &mut Vec<Finding>) -> Result<Link, Option<Finding>> {
        let finding = |code| Finding::new(code, reference.place.clone());
        let language = from.page.entry.language;
        match &reference.to {
            Destination::Key { key, anchor } if key.is_empty() => {
                let own = self.views.get(&from.permalink).copied();
                self.anchored(own.ok_or(None)?, anchor.as_deref(), &reference.place)
            }
            Destination::Key { key, anchor } => {
                let pair = self.pair(key, &reference.place)?;
                let half = self.half(pair, language).ok_or(None)?;
                self.warn_of_draft(from, half, reference, findings);
                self.anchored(View::Half(half), anchor.as_deref(), &reference.place)
            }
            Destination::Goal(text) => match GoalTag::parse(text) {
                Ok(tag) => Ok(self.goal(tag, language)),
                Err(NoGoal::Goal) => Err(Some(finding(Code::UnknownGoal).with("value", text))),
                Err(NoGoal::Target(goal)) => {
                    Err(Some(finding(Code::UnknownTarget).with("value", text).with("goal", goal).with("known", known_targets(goal))))
                }
            },
            Destination::File { path, anchor } => self.file(from, path, anchor.as_deref(), reference, findings),
            Destination::Address { path, anchor } => self.address(path, anchor.as_deref(), reference),
            Destination::Web(url) => match self.config.base_url.strip(url).filter(|_| is_web(url)) {
                Some(within) => {
                    let (path, anchor) = within.split_once('#').map_or((within, None), |(path, anchor)| (path, Some(anchor)));
                    self.address(if path.is_empty() { "/" } else { path }, anchor, reference)
                }
                None => Ok(Link::Web),
            },
        }
    }

    fn pair(&self, key: &str, place: &Place) -> Result<PairId, Option<Finding>> {
        if let Some(pair) = self.outline.by_key.get(key) {
            return Ok(*pair);
        }
        if self.material.broken.iter().any(|entry| entry.key.as_str() == key) {
            return Err(None);
        }
        if self.outline.drafts.contains_key(key) {
            return Err(Some(Finding::new(Code::LinkToDraft, place.clone()).with("key", key)));
        }
        let keys = self.outline.by_key.keys().map(Key::as_str);
        Err(Some(Finding::new(Code::UnknownPage, place.clone()).with("key", key).suggest(key, keys)))
    }

    /// The half in that language, or else the one that there is.
    fn half(&self, pair: PairId, language: Language) -> Option<PageId> {
        let halves = &self.pairs[pair.0 as usize].halves;
        let own = self.config.index_of(language).and_then(|index| halves.get(index).copied().flatten());
        own.or_else(|| halves.iter().flatten().next().copied())
    }

    fn warn_of_draft(&self, from: &Linked, to: PageId, reference: &Reference, findings: &mut Vec<Finding>) {
        let to = &self.pages[to.0 as usize].page;
        if to.front.draft && !from.page.front.draft {
            findings.push(Finding::new(Code::LinkToDraft, reference.place.clone()).with("key", &to.entry.key));
        }
    }

    fn anchored(&self, view: View, anchor: Option<&str>, place: &Place) -> Result<Link, Option<Finding>> {
        let (Some(anchor), View::Half(id)) = (anchor, view) else { return Ok(Link::View(view, anchor.map(str::to_owned))) };
        let linked = &self.pages[id.0 as usize];
        let in_box = || {
            // An anchor of a box that stands on the page.
            let (key, inner) = anchor.split_once("--")?;
            let embeds = linked.page.body.embeds.iter().find(|embed| embed.key == key)?;
            let half = self.half(*self.outline.by_key.get(embeds.key.as_str())?, linked.page.entry.language)?;
            self.pages[half.0 as usize].page.body.has_anchor(inner).then_some(())
        };
        if linked.page.body.has_anchor(anchor) || in_box().is_some() {
            return Ok(Link::View(view, Some(anchor.to_owned())));
        }
        let known: Vec<&str> = linked.page.body.headings.iter().map(|heading| heading.anchor.as_str()).collect();
        Err(Some(
            Finding::new(Code::UnknownAnchor, place.clone())
                .with("anchor", anchor)
                .with("file", linked.page.file())
                .with("known", known.join(", "))
                .suggest(anchor, known),
        ))
    }

    /// The page of a goal in use; the overview for one that is not.
    fn goal(&self, tag: GoalTag, language: Language) -> Link {
        let tagged = &self.index.goals[usize::from(tag.goal) - 1];
        if tagged.is_empty() {
            return Link::View(View::Goals(language), Some(format!("sdg-{}", tag.goal)));
        }
        let target = tag.target.filter(|_| tagged.iter().any(|pair| self.pairs[pair.0 as usize].sdgs.contains(&tag)));
        let anchor = target.map(|target| format!("sdg-{}", target.to_string().replace('.', "-")));
        Link::View(View::Goal(language, tag.goal), anchor)
    }

    fn file(
        &self,
        from: &Linked,
        path: &str,
        anchor: Option<&str>,
        reference: &Reference,
        findings: &mut Vec<Finding>,
    ) -> Result<Link, Option<Finding>> {
        if let Some(id) = self.by_file.get(path) {
            self.warn_of_draft(from, *id, reference, findings);
            return self.anchored(View::Half(*id), anchor, &reference.place);
        }
        if let Some(medium) = path.strip_prefix("content/media/").and_then(|name| self.media.get(name)) {
            return Ok(Link::Media(*medium));
        }
        if self.material.broken.iter().any(|entry| &*entry.path == path) {
            return Err(None);
        }
        if let Some(draft) = self.material.pages.iter().find(|page| &**page.file() == path) {
            return Err(Some(Finding::new(Code::LinkToDraft, reference.place.clone()).with("key", &draft.entry.key)));
        }
        let media = self.material.media.iter().map(|medium| &*medium.path);
        let files = self.by_file.keys().copied().chain(media);
        Err(Some(Finding::new(Code::BrokenFileLink, reference.place.clone()).with("path", path).suggest(path, files)))
    }

    fn address(&self, path: &str, anchor: Option<&str>, reference: &Reference) -> Result<Link, Option<Finding>> {
        let slashed = if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
        // Whoever copies an address from a site that stands in a folder of its host writes the folder too.
        let folder = self.config.base_url.path().trim_end_matches('/');
        let view = self.views.get(slashed.as_str()).or_else(|| self.views.get(slashed.strip_prefix(folder)?));
        if let Some(view) = view {
            return match view {
                View::Half(_) => self.anchored(*view, anchor, &reference.place),
                _ => Ok(Link::View(*view, anchor.map(str::to_owned))),
            };
        }
        if let Some(medium) = path.strip_prefix("/media/").and_then(|name| self.media.get(name)) {
            return Ok(Link::Media(*medium));
        }
        let draft = self.material.pages.iter().find(|page| page.front.draft && self.would_be_at(page, &slashed));
        if let Some(draft) = draft {
            return Err(Some(Finding::new(Code::LinkToDraft, reference.place.clone()).with("key", &draft.entry.key)));
        }
        let known = self.views.keys().map(Permalink::as_str);
        Err(Some(Finding::new(Code::BrokenAddress, reference.place.clone()).with("address", path).suggest(&slashed, known)))
    }

    /// Whether a draft that was left out would stand at an address (in a chapter only its last part is compared).
    fn would_be_at(&self, page: &crate::page::Page, address: &str) -> bool {
        let slug = page.front.slug.as_ref().map_or(page.entry.key.as_str(), |slug| slug.as_str());
        let front = self.config.front(page.entry.language);
        address.starts_with(front.as_str()) && address.trim_end_matches('/').rsplit('/').next() == Some(slug)
    }

    fn embed(&self, from: &Linked, embed: &Embed) -> Result<Option<PageId>, Option<Finding>> {
        let finding = |code| Finding::new(code, embed.place.clone()).with("key", &embed.key);
        let cases = || self.pairs.iter().filter(|pair| pair.kind == Kind::Case).map(|pair| pair.key.as_str());
        if self.material.broken.iter().any(|entry| entry.key.as_str() == embed.key) && !self.outline.by_key.contains_key(embed.key.as_str())
        {
            return Err(None);
        }
        if self.outline.drafts.contains_key(embed.key.as_str()) {
            return Err(Some(finding(Code::LinkToDraft)));
        }
        let pair = self.outline.by_key.get(embed.key.as_str()).copied();
        let pair = pair.filter(|pair| self.pairs[pair.0 as usize].kind == Kind::Case);
        let pair = pair.ok_or_else(|| Some(finding(Code::UnknownCase).suggest(&embed.key, cases())))?;
        Ok(self.half(pair, from.page.entry.language))
    }

    fn image(&self, from: &Linked, image: &Image) -> Result<usize, Finding> {
        let name = image.file.trim_start_matches('/').trim_start_matches("media/");
        let folder = from.page.file().rsplit_once('/').map_or("", |(folder, _)| folder);
        let by_path = || crate::page::normal(folder, &image.file)?.strip_prefix("content/media/").and_then(|name| self.media.get(name));
        let found = self.media.get(name).or_else(by_path).copied();
        let found = found.filter(|medium| self.material.media[*medium].size.is_some());
        let names = self.material.media.iter().map(|medium| &*medium.name);
        found.ok_or_else(|| Finding::new(Code::ImageMissing, image.place.clone()).with("name", &image.file).suggest(name, names))
    }
}

fn is_web(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}

fn known_targets(goal: u8) -> String {
    let targets = crate::vocabulary::Goal::of(goal).into_iter().flat_map(crate::vocabulary::Goal::targets);
    targets.map(|target| target.to_string()).collect::<Vec<_>>().join(", ")
}
