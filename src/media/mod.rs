//! An author's images: how large they are, so that a page keeps its shape while they load, and smaller versions of them, so
//! that nobody loads more than the screen can show.
//!
//! Which page shows which image is known to [`crate::site`].

mod encode;
mod versions;

use std::path::PathBuf;
use std::sync::Arc;

pub use versions::{Made, VERSIONS, Versions, prune};

use crate::diagnostic::{Code, Finding, Place};
use crate::source::{self, MediaFile};

/// A file that pages may show or link to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medium {
    /// The path below `content/media`, with `/`; its address is `/media/` and this.
    pub name: Arc<str>,
    /// The path from the site's folder.
    pub path: Arc<str>,
    /// Where it lies on this machine.
    pub disk: PathBuf,
    /// Its size in pixels as it is shown, upright; `None` for what is no image, or cannot be read as one.
    pub size: Option<Size>,
    /// Its smaller versions; `None` for what is better shown as it is: drawings, animations, small images.
    pub versions: Option<Versions>,
}

impl Medium {
    /// Whether its name says that it is an image.
    pub fn is_image(&self) -> bool {
        is_image(&self.name)
    }
}

/// Width and height in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// Endings of files that are shown as images.
const IMAGES: [&str; 8] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp", "jxl"];

fn is_image(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| IMAGES.contains(&ending.to_ascii_lowercase().as_str()))
}

/// Measures a file. A finding comes with it if its name says that it is an image and its content does not.
pub fn measure(file: &MediaFile) -> (Medium, Option<Finding>) {
    let ending = file.name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    let is_image = is_image(&file.name);
    let photo = if encode::is_known(&ending) { source::bytes(&file.disk).ok().and_then(encode::Photo::read) } else { None };
    let size = match ending.as_str() {
        _ if photo.is_some() => photo.as_ref().map(encode::Photo::size),
        "svg" => source::bytes(&file.disk).ok().and_then(|bytes| svg_size(&String::from_utf8_lossy(&bytes))),
        _ if is_image => imagesize::size(&file.disk)
            .ok()
            .and_then(|size| Some(Size { width: u32::try_from(size.width).ok()?, height: u32::try_from(size.height).ok()? })),
        _ => None,
    };
    let size = size.filter(|size| size.width > 0 && size.height > 0);
    let finding =
        (is_image && size.is_none()).then(|| Finding::new(Code::ImageUnreadable, Place::file(&file.path)).with("name", &file.name));
    let versions = photo.and_then(|photo| Versions::of(file, &photo));
    (Medium { name: file.name.clone(), path: file.path.clone(), disk: file.disk.clone(), size, versions }, finding)
}

/// The size that a drawing gives itself: `width` and `height` in pixels, or else its `viewBox`.
fn svg_size(text: &str) -> Option<Size> {
    let start = text.find("<svg")?;
    let tag = &text[start..start + text[start..].find('>')?];
    let attribute = |name: &str| {
        let at = tag.find(&format!(" {name}=")).or_else(|| tag.find(&format!("\n{name}=")))? + name.len() + 2;
        let quote = tag[at..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
        tag[at + 1..].split(quote).next()
    };
    let pixels = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok().map(|number| number.round() as u32);
    let own = attribute("width").and_then(pixels).zip(attribute("height").and_then(pixels));
    let (width, height) = own.or_else(|| {
        let numbers: Vec<u32> = attribute("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).filter_map(pixels).collect();
        (numbers.len() == 4).then(|| (numbers[2], numbers[3]))
    })?;
    Some(Size { width, height })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_tells_its_size_in_pixels_or_by_its_view() {
        let size = |text| svg_size(text).map(|size| (size.width, size.height));
        assert_eq!(size("<svg width=\"40px\" height='20' viewBox=\"0 0 1 1\">"), Some((40, 20)));
        assert_eq!(size("<?xml?>\n<svg viewBox=\"0 0 640 480\" width=\"100%\">"), Some((640, 480)));
        assert_eq!(size("<svg>"), None);
        assert_eq!(size("no drawing"), None);
    }
}
