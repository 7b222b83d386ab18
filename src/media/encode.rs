//! Reading an author's image and writing it smaller.
//!
//! The versions are WebP, which every browser of the last five years shows. Of a photograph of 1,600 pixels across WebP made a
//! fifth of a JPEG of like looks, in 0.17 s; AVIF a tenth, but in 4 to 11 s (ravif without assembler, one thread), and its
//! encoder would double the time in which the program is compiled. Who saves a page wants to see it.
//!
//! A version has the colour profile of its original, stands upright, and says nothing of where and when it was taken.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageFormat, ImageReader, ImageResult};

use super::Size;

/// How good a photograph looks, of 100.
const QUALITY: f32 = 80.0;

/// Whether files with this ending may have smaller versions.
pub(super) fn is_known(ending: &str) -> bool {
    matches!(ending, "jpg" | "jpeg" | "png" | "webp")
}

/// An image as its first bytes describe it.
pub(super) struct Photo {
    pub(super) bytes: Vec<u8>,
    stored: Size,
    orientation: Orientation,
    /// Whether it can be written anew without loss of what it shows.
    pub(super) is_plain: bool,
}

impl Photo {
    /// Reads what an image is; `None` if it is none of a known kind.
    pub(super) fn read(bytes: Vec<u8>) -> Option<Self> {
        let format = image::guess_format(&bytes).ok()?;
        let stored = |decoder: &dyn ImageDecoder| {
            let (width, height) = decoder.dimensions();
            Size { width, height }
        };
        let input = Cursor::new(&bytes);
        let (stored, orientation, is_plain) = match format {
            ImageFormat::Jpeg => {
                let mut decoder = JpegDecoder::new(input).ok()?;
                // The colours of print are not those of a screen.
                let is_plain = !matches!(decoder.original_color_type(), ExtendedColorType::Cmyk8);
                (stored(&decoder), decoder.orientation(), is_plain)
            }
            ImageFormat::Png => {
                let mut decoder = PngDecoder::new(input).ok()?;
                let is_plain = !decoder.is_apng().unwrap_or(true);
                (stored(&decoder), decoder.orientation(), is_plain)
            }
            ImageFormat::WebP => {
                let mut decoder = WebPDecoder::new(input).ok()?;
                let is_plain = !decoder.has_animation();
                (stored(&decoder), decoder.orientation(), is_plain)
            }
            _ => return None,
        };
        Some(Self { orientation: orientation.unwrap_or(Orientation::NoTransforms), bytes, stored, is_plain })
    }

    /// Its size as it is shown, upright.
    pub(super) fn size(&self) -> Size {
        let Size { width, height } = self.stored;
        match self.orientation {
            Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH => {
                Size { width: height, height: width }
            }
            _ => self.stored,
        }
    }
}

/// Writes an image as WebP of that width.
///
/// # Errors
/// If the image is damaged, or larger than half a gigabyte of pixels.
pub(super) fn encode(bytes: &[u8], width: u32) -> ImageResult<Vec<u8>> {
    let mut decoder = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?.into_decoder()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let is_grey = !decoder.color_type().has_color();
    // The profile of greys says nothing of colours.
    let profile = decoder.icc_profile()?.filter(|_| !is_grey);
    let mut photo = DynamicImage::from_decoder(decoder)?;
    photo.apply_orientation(orientation);
    if width < photo.width() {
        let height = (u64::from(photo.height()) * u64::from(width)).div_ceil(u64::from(photo.width())).max(1);
        photo = photo.resize_exact(width, u32::try_from(height).unwrap_or(u32::MAX), FilterType::CatmullRom);
    }
    let has_alpha = photo.color().has_alpha();
    let webp =
        if has_alpha { written(&photo.to_rgba8(), webp::PixelLayout::Rgba) } else { written(&photo.to_rgb8(), webp::PixelLayout::Rgb) };
    Ok(match profile {
        Some(profile) => with_profile(&webp, &profile, Size { width: photo.width(), height: photo.height() }, has_alpha),
        None => webp,
    })
}

/// The smaller of what keeps every pixel, as drawings like it, and what keeps the looks, as photographs do.
fn written<P>(pixels: &image::ImageBuffer<P, Vec<u8>>, layout: webp::PixelLayout) -> Vec<u8>
where
    P: image::Pixel<Subpixel = u8>,
{
    let encoder = webp::Encoder::new(pixels.as_raw(), layout, pixels.width(), pixels.height());
    let (looks, exact) = (encoder.encode(QUALITY), encoder.encode_lossless());
    if exact.len() <= looks.len() { exact.to_vec() } else { looks.to_vec() }
}

/// Puts a colour profile into a WebP, which makes it one of the extended format: a header that says what there is, the profile,
/// and the chunks that were there (RFC 9649, section 2.7).
fn with_profile(webp: &[u8], profile: &[u8], size: Size, has_alpha: bool) -> Vec<u8> {
    const HEAD: usize = 12;
    let mut chunks = &webp[HEAD..];
    if chunks.starts_with(b"VP8X") {
        chunks = &chunks[8 + 10..];
    }
    let mut header = [0_u8; 10];
    header[0] = 0x20 | if has_alpha { 0x10 } else { 0 };
    header[4..7].copy_from_slice(&(size.width - 1).to_le_bytes()[..3]);
    header[7..10].copy_from_slice(&(size.height - 1).to_le_bytes()[..3]);
    let mut body = b"WEBP".to_vec();
    for (name, content) in [(b"VP8X", header.as_slice()), (b"ICCP", profile)] {
        body.extend_from_slice(name);
        body.extend_from_slice(&(content.len() as u32).to_le_bytes());
        body.extend_from_slice(content);
        body.resize(body.len().next_multiple_of(2), 0);
    }
    body.extend_from_slice(chunks);
    let mut out = b"RIFF".to_vec();
    out.extend_from_slice(&(body.len() as u32).to_le_bytes());
    out.extend_from_slice(&body);
    out
}

/// Whether a file is a whole WebP: its head tells its length.
pub(super) fn is_whole(webp: &[u8]) -> bool {
    let length = webp.get(4..8).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes);
    webp.starts_with(b"RIFF") && webp.get(8..12) == Some(b"WEBP") && length.is_some_and(|length| length as usize + 8 == webp.len())
}
