//! `sitemap.xml` and `robots.txt`.

use std::fmt::Write as _;

use crate::site::{Site, View};

/// Every address that search engines may show, each with its counterparts, itself and `x-default`.
///
/// The format is that of <https://www.sitemaps.org/protocol.html>, the alternates are Google's extension of it.
pub(super) fn sitemap(site: &Site) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for view in site.views() {
        let hidden = match view {
            View::Half(id) => site.is_draft(id),
            // They say what other pages say; a text that stands in for another is found where it is at home.
            View::Parallel(..) | View::Whole(_) | View::Stand(..) | View::Alias(_) => true,
            _ => false,
        };
        if hidden {
            continue;
        }
        let address = |view| site.config.base_url.absolute(&site.permalink(view));
        let _ = write!(xml, "<url>\n<loc>{}</loc>\n", address(view));
        if let View::Half(id) = view {
            let front = &site.page(id).page.front;
            if let Some(date) = front.updated.or(site.date(site.page(id).pair)) {
                let _ = writeln!(xml, "<lastmod>{date}</lastmod>");
            }
        }
        for (language, other) in super::view::alternates(site, view) {
            let _ = writeln!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\"/>", address(other));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// All may be read; drafts are not published in the first place.
pub(super) fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.config.base_url.absolute_file("/sitemap.xml"))
}
