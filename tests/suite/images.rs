//! An author's images are published in the sizes that readers' screens can show, made once, and nothing else changes.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GenericImageView as _, ImageDecoder as _, ImageEncoder as _, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use crate::preview::Preview;
use crate::site::TestSite;

/// A photograph of sorts: light from the left, with grain. Its upper left corner is red.
fn photo(width: u32, height: u32) -> RgbImage {
    let mut grain = 1_u32;
    RgbImage::from_fn(width, height, |x, y| {
        grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let light = (x * 200 / width + (grain >> 28)) as u8;
        if x < width / 4 && y < height / 4 { Rgb([220, 20, 20]) } else { Rgb([light, light, (y * 255 / height) as u8]) }
    })
}

fn jpeg(photo: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(photo).unwrap();
    bytes
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A JPEG with what a camera writes into its head: that it was held on its side (TIFF 6.0, tag 274, value 6).
fn on_its_side(jpeg: &[u8]) -> Vec<u8> {
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let mut out = jpeg[..2].to_vec();
    out.extend([0xff, 0xe1]);
    out.extend((exif.len() as u16 + 2).to_be_bytes());
    out.extend(exif);
    out.extend(&jpeg[2..]);
    out
}

/// A section in both languages that shows an image.
fn showing(name: &str, bytes: &[u8]) -> TestSite {
    let site = TestSite::new().section(
        "01-harbour",
        &format!("![Havnen om morgenen]({name} \"Foto: Havneby\")"),
        &format!("![The harbour at dawn]({name} \"Photo: Havneby\")"),
    );
    site.write(&format!("content/media/{name}"), bytes);
    site
}

const ADDRESSES: [&str; 2] = ["/afsnit-harbour/", "/en/section-harbour/"];

/// The versions that a page offers: path in the output folder and width.
fn offered(site: &TestSite, address: &str) -> Vec<(String, u32)> {
    let html = site.page(address);
    let Some((_, rest)) = html.split_once("<source type=\"image/webp\" srcset=\"") else { return Vec::new() };
    let list = rest.split('"').next().unwrap();
    let version = |entry: &str| {
        let (path, width) = entry.rsplit_once(' ').unwrap();
        (format!("public{path}"), width.trim_end_matches('w').parse().unwrap())
    };
    list.split(", ").map(version).collect()
}

fn opened(site: &TestSite, path: &str) -> DynamicImage {
    image::load_from_memory(&std::fs::read(site.path(path)).unwrap()).unwrap()
}

/// What is kept of images.
fn kept(site: &TestSite) -> Vec<String> {
    let folder = std::fs::read_dir(site.path(".langebro/images"));
    let mut names: Vec<String> =
        folder.into_iter().flatten().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_photograph_is_offered_in_the_sizes_of_readers_screens_and_in_none_larger_than_itself() {
    let original = jpeg(&photo(1000, 600));
    let site = showing("havn.jpg", &original);
    site.build();
    for address in ADDRESSES {
        let offered = offered(&site, address);
        assert_eq!(offered.iter().map(|(_, width)| *width).collect::<Vec<_>>(), [400, 800, 1000]);
        for (path, width) in &offered {
            assert_eq!(opened(&site, path).dimensions(), (*width, width * 6 / 10), "{path}");
            assert!(std::fs::read(site.path(path)).unwrap().len() < original.len() / 2, "{path}");
        }
        // Without WebP, and where the original is linked to, it is there as its author made it.
        let html = site.page(address);
        assert!(html.contains("<img src=\"/media/havn.jpg\"") && html.contains("width=\"1000\" height=\"600\""), "{html}");
    }
    assert_eq!(offered(&site, ADDRESSES[0]), offered(&site, ADDRESSES[1]));
    assert_eq!(std::fs::read(site.path("public/media/havn.jpg")).unwrap(), original);
    assert!(site.page(ADDRESSES[0]).contains("<figcaption>Foto: Havneby</figcaption>"));
    assert!(site.page(ADDRESSES[1]).contains("<figcaption>Photo: Havneby</figcaption>"));
}

#[test]
fn an_image_is_made_smaller_once_and_never_again_while_it_stays_the_same() {
    let site = showing("havn.jpg", &jpeg(&photo(900, 600)));
    site.build();
    let stamps = || -> Vec<_> {
        let stamp = |name: &String| std::fs::metadata(site.path(&format!(".langebro/images/{name}"))).unwrap().modified().unwrap();
        kept(&site).iter().map(stamp).collect()
    };
    let (names, before) = (kept(&site), stamps());
    assert_eq!(names.len(), 3);
    // Another output folder has to be filled anew, and another text names the same image.
    site.write("content/sections/01-harbour.da.md", "---\ntitle: Afsnit harbour\n---\n\n![Havnen](havn.jpg)\n".as_bytes());
    assert!(site.run(&["build", "--output-dir", site.path("elsewhere").to_str().unwrap()]).status.success());
    assert_eq!((kept(&site), stamps()), (names, before));
    assert_eq!(site.read(".langebro/.gitignore"), "*\n");
}

#[test]
fn another_photograph_of_the_same_name_gets_other_addresses_and_what_was_kept_of_the_first_goes() {
    let site = showing("havn.jpg", &jpeg(&photo(900, 600)));
    site.build();
    let (before, first) = (offered(&site, ADDRESSES[1]), kept(&site));
    site.write("content/media/havn.jpg", &jpeg(&photo(900, 500)));
    site.build();
    let (after, second) = (offered(&site, ADDRESSES[1]), kept(&site));
    assert!(before.len() == 3 && after.len() == 3 && before.iter().all(|version| !after.contains(version)));
    assert!(second.len() == 3 && second.iter().all(|name| !first.contains(name)), "{second:?}");
}

#[test]
fn a_version_that_was_damaged_on_the_disk_is_made_again() {
    let site = showing("havn.jpg", &jpeg(&photo(900, 600)));
    site.build();
    let name = format!(".langebro/images/{}", kept(&site)[0]);
    let sound = std::fs::read(site.path(&name)).unwrap();
    site.write(&name, &sound[..sound.len() / 2]);
    assert!(site.run(&["build", "--output-dir", site.path("elsewhere").to_str().unwrap()]).status.success());
    assert_eq!(std::fs::read(site.path(&name)).unwrap(), sound);
}

#[test]
fn what_the_camera_held_on_its_side_stands_upright() {
    let site = showing("havn.jpg", &on_its_side(&jpeg(&photo(1000, 600))));
    site.build();
    assert!(site.page(ADDRESSES[0]).contains("width=\"600\" height=\"1000\""));
    let offered = offered(&site, ADDRESSES[0]);
    assert_eq!(offered.iter().map(|(_, width)| *width).collect::<Vec<_>>(), [400, 600]);
    let upright = opened(&site, &offered[0].0);
    assert_eq!(upright.dimensions(), (400, 667));
    // What was above on the left is now on the right.
    let corner = |x, y| upright.get_pixel(x, y).0;
    assert!(corner(390, 10)[0] > 150 && corner(390, 10)[1] < 80, "{:?}", corner(390, 10));
    assert!(corner(10, 10)[0] < 150, "{:?}", corner(10, 10));
}

#[test]
fn a_drawing_keeps_its_transparency_and_every_pixel_of_its_own_size() {
    let drawing =
        RgbaImage::from_fn(640, 400, |x, y| if (x / 40 + y / 40) % 2 == 0 { Rgba([0, 80, 120, 255]) } else { Rgba([0, 0, 0, 0]) });
    let site = showing("tegning.png", &png(&DynamicImage::ImageRgba8(drawing.clone())));
    site.build();
    let offered = offered(&site, ADDRESSES[1]);
    let (path, width) = offered.last().unwrap();
    assert_eq!(*width, 640);
    let shown = opened(&site, path).to_rgba8();
    let same = shown.pixels().zip(drawing.pixels()).filter(|(a, b)| a.0[3] == b.0[3] && (a.0[3] == 0 || a == b)).count();
    assert_eq!(same, 640 * 400);
}

#[test]
fn the_colours_of_a_photograph_are_told_as_its_camera_told_them() {
    let mut bytes = Vec::new();
    let photo = photo(500, 300);
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_icc_profile(b"a profile of an odd length".to_vec()).unwrap();
    encoder.write_image(&photo, 500, 300, image::ExtendedColorType::Rgb8).unwrap();
    let site = showing("havn.jpg", &bytes);
    site.build();
    for (path, width) in offered(&site, ADDRESSES[0]) {
        let file = std::fs::read(site.path(&path)).unwrap();
        let mut decoder = image::codecs::webp::WebPDecoder::new(Cursor::new(&file)).unwrap();
        assert_eq!(decoder.icc_profile().unwrap().unwrap(), b"a profile of an odd length");
        assert_eq!(decoder.dimensions().0, width);
        assert_eq!(opened(&site, &path).dimensions().0, width);
    }
}

#[test]
fn small_images_drawings_and_films_stay_as_they_are_and_so_does_what_is_only_linked_to() {
    let small = png(&DynamicImage::ImageRgb8(photo(300, 200)));
    let site = showing("ikon.png", &small).section("02-link", "[Hent](/media/stor.jpg)", "[Get](/media/stor.jpg)");
    site.write("content/media/stor.jpg", &jpeg(&photo(900, 600)));
    site.build();
    assert_eq!(offered(&site, ADDRESSES[0]), []);
    let media: Vec<String> = site.published().into_keys().filter(|path| path.contains("media/")).collect();
    assert_eq!(media, ["media/ikon.png", "media/stor.jpg"]);
}

#[test]
fn a_photograph_that_breaks_off_is_told_and_nothing_is_published() {
    let whole = png(&DynamicImage::ImageRgb8(photo(900, 600)));
    let site = showing("havn.png", &whole[..whole.len() / 2]);
    for language in ["da", "en"] {
        let found = site.findings_in(language);
        // Once, however many versions it would have.
        assert_eq!(found.iter().map(|found| found.place()).collect::<Vec<_>>(), ["image-unreadable content/media/havn.png:1:1"]);
    }
    assert!(!site.run(&["build"]).status.success() && !site.path("public/index.html").exists());
}

#[test]
fn the_preview_shows_the_versions_that_are_published_and_makes_each_when_it_is_asked_for() {
    let site = showing("havn.jpg", &jpeg(&photo(900, 600)));
    let preview = Preview::start(&site);
    let html = preview.get(ADDRESSES[0]).1;
    assert!(html.contains("-400.") && kept(&site).is_empty());
    let path = html.split_once("srcset=\"").unwrap().1.split(' ').next().unwrap();
    let shown = preview.bytes(path);
    assert_eq!(kept(&site).len(), 1);
    site.build();
    assert_eq!(std::fs::read(site.path(&format!("public{path}"))).unwrap(), shown);
}

#[test]
fn the_same_photograph_gives_the_same_bytes_on_any_machine() {
    let bytes = jpeg(&photo(900, 600));
    let built = |threads: &str| {
        let site = showing("havn.jpg", &bytes);
        assert!(site.command(&["build"]).env("RAYON_NUM_THREADS", threads).output().unwrap().status.success());
        site.published()
    };
    assert_eq!(built("1"), built("8"));
}
