//! The smaller versions of an image: which there are, and where they are kept.
//!
//! They lie in `.langebro/images/` in the site's folder, each named by the content of its original, so that an image is
//! written smaller once and not on each build. The folder may go at any time; it tells version control to leave it out.

#![expect(clippy::disallowed_methods, reason = "what was made of images is kept and taken away here and nowhere else")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::encode::{Photo, encode, is_whole};
use super::{Medium, Size};
use crate::diagnostic::{Code, Finding, Place};
use crate::source::{self, MediaFile};

/// The widths of versions, in pixels: a phone's column, twice and thrice that for its finer screens, and the widest that a
/// page shows on one with two pixels for one.
const WIDTHS: [u32; 5] = [400, 800, 1200, 1600, 2400];

/// The folder of all versions in the output. What lies in `assets/` may be kept by browsers for ever, and stays for one build
/// more than the pages that name it.
pub const VERSIONS: &str = "assets/media/";

/// An image that is no wider is small already.
const SMALL: u32 = 320;

/// Changes when the same image would be written otherwise.
const EDITION: u8 = 1;

/// The smaller versions of an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// A part of the hash of the original.
    hash: Arc<str>,
    /// Their widths in pixels, the smallest first.
    pub widths: Vec<u32>,
    /// Where they are kept; `None` if the image lies outside the site's folder.
    folder: Option<PathBuf>,
}

/// A version: kept in a file, or made and not to be kept, as on a disk that cannot be written to.
#[derive(Debug)]
pub enum Made {
    /// In this file.
    Kept(PathBuf),
    /// These bytes.
    Loose(Vec<u8>),
}

impl Versions {
    pub(super) fn of(file: &MediaFile, photo: &Photo) -> Option<Self> {
        let Size { width, height } = photo.size();
        // WebP has no more pixels a side.
        if !photo.is_plain || width <= SMALL || width.max(height) > 16_383 {
            return None;
        }
        let widest = WIDTHS[WIDTHS.len() - 1];
        let own = (width <= widest && !WIDTHS.contains(&width)).then_some(width);
        let widths = WIDTHS.iter().copied().filter(|&other| other <= width).chain(own).collect();
        let mut hasher = blake3::Hasher::new();
        hasher.update(&[EDITION]).update(&photo.bytes);
        Some(Self { hash: Arc::from(&hasher.finalize().to_hex()[..16]), widths, folder: folder(&file.disk, &file.path) })
    }

    /// The path of a version in the output folder: `assets/media/harbour-800.1a2b3c4d.webp`.
    pub fn path(&self, original: &str, width: u32) -> String {
        let stem = original.rsplit_once('.').map_or(original, |(stem, _)| stem);
        format!("{VERSIONS}{stem}-{width}.{}.webp", &self.hash[..8])
    }

    /// Makes a version, unless it is kept already.
    ///
    /// # Errors
    /// A finding, if the image is damaged.
    pub fn make(&self, medium: &Medium, width: u32) -> Result<Made, Finding> {
        let kept = self.folder.as_ref().map(|folder| folder.join(format!("{}-{width}.webp", self.hash)));
        if let Some(kept) = kept.as_ref().filter(|kept| fs::read(kept).is_ok_and(|webp| is_whole(&webp))) {
            return Ok(Made::Kept(kept.clone()));
        }
        let damaged = || Finding::new(Code::ImageUnreadable, Place::file(&medium.path)).with("name", &medium.name);
        let webp = source::bytes(&medium.disk).ok().and_then(|bytes| encode(&bytes, width).ok()).ok_or_else(damaged)?;
        Ok(match kept.filter(|kept| keep(kept, &webp).is_ok()) {
            Some(kept) => Made::Kept(kept),
            None => Made::Loose(webp),
        })
    }
}

/// Where the versions of an image are kept that lies at this path in the site's folder.
fn folder(disk: &Path, path: &str) -> Option<PathBuf> {
    let root = disk.ancestors().nth(path.split('/').count())?;
    (root.join(path) == disk).then(|| root.join(".langebro/images"))
}

/// How many versions this program has begun to write.
static MAKING: AtomicU32 = AtomicU32::new(0);

/// Puts a version in its place, whole or not at all.
fn keep(place: &Path, webp: &[u8]) -> std::io::Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let ignore = folder.with_file_name(".gitignore");
    if !ignore.exists() {
        fs::write(&ignore, "*\n")?;
    }
    // Two that make the same at once must not write into each other's file.
    let number = MAKING.fetch_add(1, Ordering::Relaxed);
    let temporary = place.with_extension(format!("{}-{number}~", std::process::id()));
    let mut file = fs::File::create(&temporary)?;
    file.write_all(webp)?;
    drop(file);
    fs::rename(&temporary, place)
}

/// Takes away what is kept of images that the site does not have any more. What cannot be taken away stays.
pub fn prune(media: &[Medium]) {
    let all = media.iter().filter_map(|medium| medium.versions.as_ref());
    let hashes: BTreeSet<&str> = all.clone().map(|versions| &*versions.hash).collect();
    let folders: BTreeSet<&PathBuf> = all.filter_map(|versions| versions.folder.as_ref()).collect();
    for entry in folders.into_iter().flat_map(fs::read_dir).flatten().flatten() {
        let name = entry.file_name();
        let is_used = name.to_string_lossy().split('-').next().is_some_and(|hash| hashes.contains(hash));
        if !is_used {
            let _ = fs::remove_file(entry.path());
        }
    }
}
