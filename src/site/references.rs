//! Where the links, boxes and images of a page lead.

use std::sync::Arc;

use super::meant::{as_heading, elsewhere};
use super::shown::instead;
use super::{Embedded, Link, Linked, Net, PageId, PairId, View};
use crate::address::{Key, Language};
use crate::config::Config;
use crate::diagnostic::{Code, Finding, Place};
use crate::media::Medium;
use crate::page::{Destination, Embed, Image, Page, Reference};
use crate::source::Kind;
use crate::vocabulary::{GoalTag, NoGoal};

/// Everything that a link may lead to.
pub(super) struct Resolver<'a> {
    pub(super) config: &'a Config,
    pub(super) media: &'a [Medium],
    pub(super) pages: &'a [Arc<Linked>],
    pub(super) net: &'a Net,
}

/// What became of a page's tables.
#[derive(Default)]
pub(super) struct Resolved {
    pub(super) links: Vec<Link>,
    pub(super) embeds: Vec<Embedded>,
    pub(super) images: Vec<Option<usize>>,
    pub(super) findings: Vec<Finding>,
}

impl Resolver<'_> {
    pub(super) fn resolve(&self, from: &Linked) -> Resolved {
        let mut resolved = Resolved::default();
        let body = &from.page.body;
        for reference in &body.references {
            let link = self.link(from, reference, &mut resolved.findings).unwrap_or_else(|finding| {
                let is_withheld = finding.as_ref().is_some_and(|finding| finding.code == Code::LinkToDraft);
                resolved.findings.extend(finding);
                if is_withheld { Link::Withheld(self.draft_title(from, reference)) } else { Link::Nowhere }
            });
            resolved.links.push(link);
        }
        for embed in &body.embeds {
            resolved.embeds.push(self.embed(from, embed, &mut resolved.findings).unwrap_or_else(|finding| {
                resolved.findings.extend(finding);
                Embedded::Nowhere
            }));
        }
        for image in &body.images {
            resolved.images.push(self.image(from, image).map_err(|finding| resolved.findings.extend(finding)).ok());
        }
        resolved
    }

    /// Where a reference leads; `Err(None)` for nowhere without a finding, because its target is at fault by itself.
    fn link(&self, from: &Linked, reference: &Reference, findings: &mut Vec<Finding>) -> Result<Link, Option<Finding>> {
        let finding = |code| Finding::new(code, reference.place.clone());
        let language = from.page.entry.language;
        match &reference.to {
            Destination::Key { key, anchor } if key.is_empty() => {
                // Not by its address, which another page may have taken.
                let own = self.net.by_file.get(&**from.page.file()).copied();
                self.anchored(View::Half(own.ok_or(None)?), anchor.as_deref(), &reference.place)
            }
            Destination::Key { key, anchor } => {
                let pair = self.pair(key, language, &reference.place)?;
                let half = self.half(pair, language).ok_or(None)?;
                let view = self.shown(pair, language).unwrap_or(View::Half(half));
                // A heading is named in the words of its language: in another half it cannot be looked for.
                let anchor = anchor.as_deref().filter(|_| self.pages[half.0 as usize].page.entry.language == language);
                self.warn_of_draft(from, half, &reference.place, findings);
                self.anchored(view, anchor, &reference.place)
            }
            Destination::Goal(text) => match GoalTag::parse(text) {
                Ok(tag) => Ok(self.goal(tag, language)),
                Err(no_goal) => {
                    let finding = match no_goal {
                        NoGoal::Goal => finding(Code::UnknownGoal),
                        NoGoal::Target(goal) => finding(Code::UnknownTarget).with("goal", goal).with("known", known_targets(goal)),
                    };
                    Err(Some(finding.with("value", text).propose(GoalTag::nearest(text).map(|tag| tag.to_string()))))
                }
            },
            Destination::File { path, anchor } => self.file(from, path, anchor.as_deref(), reference, findings),
            Destination::Address { path, anchor } => self.address(from, path, anchor.as_deref(), reference, findings),
            Destination::Web(url) => match self.config.base_url.strip(url).filter(|_| is_web(url)) {
                Some(within) => {
                    let (path, anchor) = within.split_once('#').map_or((within, None), |(path, anchor)| (path, Some(anchor)));
                    self.address(from, if path.is_empty() { "/" } else { path }, anchor, reference, findings)
                }
                None => Ok(Link::Web),
            },
        }
    }

    /// The title of a draft that is linked to by its key; nothing for other links, which have words of their own.
    fn draft_title(&self, from: &Linked, reference: &Reference) -> String {
        let Destination::Key { key, .. } = &reference.to else { return String::new() };
        let mut drafts = self.net.left_out.iter().filter(|page| page.entry.key.as_str() == key);
        let own = drafts.clone().find(|page| page.entry.language == from.page.entry.language);
        own.or_else(|| drafts.next()).map_or_else(|| key.clone(), |page| page.front.title.clone())
    }

    fn pair(&self, key: &str, language: Language, place: &Place) -> Result<PairId, Option<Finding>> {
        if let Some(pair) = self.net.by_key.get(key) {
            return Ok(*pair);
        }
        if self.net.broken.iter().any(|entry| entry.key.as_str() == key) {
            return Err(None);
        }
        if self.net.drafts.contains(key) {
            return Err(Some(Finding::new(Code::LinkToDraft, place.clone()).with("key", key)));
        }
        let keys = self.net.by_key.keys().map(Key::as_str);
        let finding = Finding::new(Code::UnknownPage, place.clone()).with("key", key).suggest(key, keys);
        Err(Some(finding.propose(self.meant(key, language))))
    }

    /// The half in that language, or else the one that stands in for it.
    pub(super) fn half(&self, pair: PairId, language: Language) -> Option<PageId> {
        let halves = &self.net.pairs[pair.0 as usize].halves;
        let own = self.config.index_of(language).and_then(|index| halves.get(index).copied().flatten());
        own.or_else(|| instead(self.config, halves, |half| self.pages[half.index()].page.front.draft).copied())
    }

    /// What stands for a page in a language.
    fn shown(&self, pair: PairId, language: Language) -> Option<View> {
        self.net.pairs[pair.0 as usize].shown(self.config.index_of(language)?, language)
    }

    fn warn_of_draft(&self, from: &Linked, to: PageId, place: &Place, findings: &mut Vec<Finding>) {
        if !self.net.shows_drafts {
            return;
        }
        let to = &self.pages[to.0 as usize].page;
        if to.front.draft && !from.page.front.draft {
            findings.push(Finding::new(Code::LinkToDraft, place.clone()).with("key", &to.entry.key));
        }
    }

    fn anchored(&self, view: View, anchor: Option<&str>, place: &Place) -> Result<Link, Option<Finding>> {
        let (Some(anchor), View::Half(id) | View::Stand(id, _)) = (anchor, view) else {
            return Ok(Link::View(view, anchor.map(str::to_owned)));
        };
        let linked = &self.pages[id.0 as usize];
        if linked.page.body.has_anchor(anchor) || self.is_in_box(linked, anchor).ok_or(None)? {
            return Ok(Link::View(view, Some(anchor.to_owned())));
        }
        let known: Vec<&str> = linked.page.body.headings.iter().map(|heading| heading.anchor.as_str()).collect();
        Err(Some(
            Finding::new(Code::UnknownAnchor, place.clone())
                .with("anchor", anchor)
                .with("file", linked.page.file())
                .with("known", known.join(", "))
                .suggest(anchor, known.iter().copied())
                .propose(as_heading(anchor, &known)),
        ))
    }

    /// Whether an anchor (`c40--baggrund`) is one of a box that stands on a page, or in a box that does; `None` if that
    /// cannot be told because the box is at fault itself.
    fn is_in_box(&self, linked: &Linked, anchor: &str) -> Option<bool> {
        let Some((key, inner)) = anchor.split_once("--") else { return Some(false) };
        let language = linked.page.entry.language;
        let mut boxes: Vec<&str> = linked.page.body.embeds.iter().map(|embed| embed.key.as_str()).collect();
        let mut next = 0;
        while let Some(&held) = boxes.get(next) {
            next += 1;
            let half = self.net.by_key.get(held).and_then(|pair| self.half(*pair, language));
            let Some(half) = half.map(|half| &self.pages[half.0 as usize].page.body) else {
                if held == key {
                    return None;
                }
                continue;
            };
            if held == key {
                return Some(half.has_anchor(inner));
            }
            for embed in &half.embeds {
                if !boxes.contains(&embed.key.as_str()) {
                    boxes.push(&embed.key);
                }
            }
        }
        Some(false)
    }

    /// The page of a goal in use; the overview for one that is not.
    fn goal(&self, tag: GoalTag, language: Language) -> Link {
        let tagged = &self.net.index.goals[usize::from(tag.goal) - 1];
        let place = self.config.index_of(language).unwrap_or(0);
        if !tagged.iter().any(|pair| self.net.pairs[pair.0 as usize].is_shown(place)) {
            return Link::View(View::Goals(language), Some(format!("sdg-{}", tag.goal)));
        }
        let target = tag.target.filter(|_| self.net.index.targets.contains(&tag));
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
        if let Some(id) = self.net.by_file.get(path) {
            self.warn_of_draft(from, *id, &reference.place, findings);
            return self.anchored(View::Half(*id), anchor, &reference.place);
        }
        if let Some(medium) = path.strip_prefix("content/media/").and_then(|name| self.net.media.get(name)) {
            return Ok(Link::Media(*medium, anchor.map(str::to_owned)));
        }
        if self.is_broken_file(path) {
            return Err(None);
        }
        if let Some(page) = self.net.left_out.iter().find(|page| &**page.file() == path) {
            // A page that is no draft was left out because another has its key, which is told there.
            let is_draft = page.front.draft;
            return Err(is_draft.then(|| Finding::new(Code::LinkToDraft, reference.place.clone()).with("key", &page.entry.key)));
        }
        let folder = from.page.file().rsplit_once('/').map_or("", |(folder, _)| folder);
        let wrote = path.strip_prefix(folder).map_or(path, |path| path.trim_start_matches('/'));
        let meant = elsewhere(wrote).or_else(|| self.nearest_file(path, from.page.entry.language));
        Err(Some(Finding::new(Code::BrokenFileLink, reference.place.clone()).with("path", path).propose(meant)))
    }

    fn address(
        &self,
        from: &Linked,
        path: &str,
        anchor: Option<&str>,
        reference: &Reference,
        findings: &mut Vec<Finding>,
    ) -> Result<Link, Option<Finding>> {
        let slashed = if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
        // Whoever copies an address from a site that stands in a folder of its host writes the folder too.
        let folder = self.config.base_url.path().trim_end_matches('/');
        let view = self.net.views.get(slashed.as_str()).or_else(|| self.net.views.get(slashed.strip_prefix(folder)?));
        if let Some(view) = view {
            return match view {
                View::Half(id) | View::Stand(id, _) => {
                    self.warn_of_draft(from, *id, &reference.place, findings);
                    self.anchored(*view, anchor, &reference.place)
                }
                _ => Ok(Link::View(*view, anchor.map(str::to_owned))),
            };
        }
        if let Some(medium) = path.strip_prefix("/media/").and_then(|name| self.net.media.get(name)) {
            return Ok(Link::Media(*medium, anchor.map(str::to_owned)));
        }
        let draft = self.net.left_out.iter().find(|page| page.front.draft && self.would_be_at(page, &slashed));
        if let Some(draft) = draft {
            return Err(Some(Finding::new(Code::LinkToDraft, reference.place.clone()).with("key", &draft.entry.key)));
        }
        if self.may_be_broken(&slashed) {
            return Err(None);
        }
        let finding = Finding::new(Code::BrokenAddress, reference.place.clone()).with("address", path);
        Err(Some(finding.propose(self.nearest_address(path, &slashed))))
    }

    fn embed(&self, from: &Linked, embed: &Embed, findings: &mut Vec<Finding>) -> Result<Embedded, Option<Finding>> {
        let finding = |code| Finding::new(code, embed.place.clone()).with("key", &embed.key);
        let cases = || self.net.pairs.iter().filter(|pair| pair.kind == Kind::Case).map(|pair| pair.key.as_str());
        if self.net.broken.iter().any(|entry| entry.key.as_str() == embed.key) && !self.net.by_key.contains_key(embed.key.as_str()) {
            return Err(None);
        }
        if self.net.drafts.contains(embed.key.as_str()) {
            findings.push(finding(Code::LinkToDraft));
            return Ok(Embedded::Withheld);
        }
        let pair = self.net.by_key.get(embed.key.as_str()).copied();
        let pair = pair.filter(|pair| self.net.pairs[pair.0 as usize].kind == Kind::Case);
        let pair = pair.ok_or_else(|| {
            let meant = self.meant(&embed.key, from.page.entry.language).filter(|key| cases().any(|case| case == key));
            Some(finding(Code::UnknownCase).suggest(&embed.key, cases()).propose(meant))
        })?;
        let half = self.half(pair, from.page.entry.language);
        if let Some(half) = half {
            self.warn_of_draft(from, half, &embed.place, findings);
        }
        Ok(half.map_or(Embedded::Nowhere, Embedded::Box))
    }

    /// Which file an image is; `Err(None)` if it cannot be read, which is told at the file.
    fn image(&self, from: &Linked, image: &Image) -> Result<usize, Option<Finding>> {
        let finding = |code| Finding::new(code, image.place.clone()).with("name", &image.file);
        let Some(found) = self.medium(&from.page, &image.file) else {
            let names = self.media.iter().map(|medium| &*medium.name);
            return Err(Some(finding(Code::ImageMissing).suggest(file_name(&image.file), names)));
        };
        let medium = &self.media[found];
        match medium.size {
            Some(_) => Ok(found),
            None if medium.is_image() => Err(None),
            None => Err(Some(finding(Code::ImageUnreadable))),
        }
    }

    /// The file in `content/media` that is meant by the name of an image.
    fn medium(&self, page: &Page, file: &str) -> Option<usize> {
        let folder = page.file().rsplit_once('/').map_or("", |(folder, _)| folder);
        let by_path = || crate::page::normal(folder, file)?.strip_prefix("content/media/").and_then(|name| self.net.media.get(name));
        self.net.media.get(file_name(file)).or_else(by_path).copied()
    }

    /// The media that a page shows or leads to, whether or not it is part of the site.
    pub(super) fn media_of(&self, page: &Page) -> Vec<usize> {
        let images = page.body.images.iter().filter_map(|image| self.medium(page, &image.file));
        let links = page.body.references.iter().filter_map(|reference| match &reference.to {
            Destination::File { path, .. } => self.net.media.get(path.strip_prefix("content/media/")?).copied(),
            Destination::Address { path, .. } => self.net.media.get(path.strip_prefix("/media/")?).copied(),
            Destination::Web(url) => self.net.media.get(self.config.base_url.strip(url)?.strip_prefix("/media/")?).copied(),
            Destination::Key { .. } | Destination::Goal(_) => None,
        });
        images.chain(links).collect()
    }
}

/// The name of a file in `content/media`, as authors write it: `havn.jpg`, `/media/havn.jpg`.
fn file_name(wrote: &str) -> &str {
    wrote.trim_start_matches('/').trim_start_matches("media/")
}

fn is_web(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}

fn known_targets(goal: u8) -> String {
    let targets = crate::vocabulary::Goal::of(goal).into_iter().flat_map(crate::vocabulary::Goal::targets);
    targets.map(|target| target.to_string()).collect::<Vec<_>>().join(", ")
}
