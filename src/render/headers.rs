//! What a web server says with every page: that nothing but the site's own files may be loaded, that it is reached safely
//! only, and how long a file may be kept.
//!
//! The pages need no exception: they have no script or style of their own in them, and ask nobody else for anything.

use std::fmt::Write as _;

use crate::config::{Config, RawHtml};

/// A kind of web server, by which its settings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// What stands within `server { … }` of nginx.
    Nginx,
    /// A `.htaccess` or what stands within `<VirtualHost>` of Apache 2.4.
    Apache,
    /// A file `_headers`, as Netlify, Cloudflare Pages and others read it.
    HeadersFile,
}

/// Whence a page may load what: from its own host alone. No other page may show it in a frame.
const POLICY: &str = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The headers of every answer, but for those that only a host with HTTPS may send. In the order and with the values that
/// the OWASP Secure Headers Project recommends.
const ALWAYS: [(&str, &str); 6] = [
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// For two years browsers come by HTTPS alone.
const SAFELY: (&str, &str) = ("Strict-Transport-Security", "max-age=63072000; includeSubDomains");

/// How long a file of the theme may be kept, whose name tells its content.
const KEPT: &str = "public, max-age=31536000, immutable";

/// How long all else may be: until somebody asks again.
const ASKED: &str = "no-cache";

/// The settings of a web server for a site.
pub fn headers(config: &Config, server: Server) -> String {
    let base_url = config.base_url.to_string();
    let mut all: Vec<(&str, &str)> = ALWAYS.to_vec();
    if base_url.starts_with("https:") {
        all.push(SAFELY);
    }
    let mut out = String::new();
    let mut put = |line: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{line}");
    };
    put(&format!("# {base_url}"));
    if config.raw_html == RawHtml::Allow {
        put("# The texts may hold HTML: what it loads from elsewhere, or has in it as script or style, this policy refuses.");
    }
    let path = config.base_url.path();
    let fronts: Vec<String> =
        config.languages.iter().skip(1).map(|&language| config.base_url.rooted(config.front(language).as_str())).collect();
    match server {
        Server::Nginx => {
            put("charset utf-8;\nindex index.html;\ngzip on;\ngzip_vary on;");
            put("gzip_types text/css text/javascript application/javascript application/json application/xml image/svg+xml text/csv;");
            put(&format!("set $langebro_kept \"{ASKED}\";\nif ($uri ~ \"^{path}assets/\") {{ set $langebro_kept \"{KEPT}\"; }}"));
            all.iter().for_each(|(name, value)| put(&format!("add_header {name} \"{value}\" always;")));
            put("add_header Cache-Control $langebro_kept always;");
            put(&format!("error_page 404 {path}404.html;"));
            fronts.iter().for_each(|front| put(&format!("location {front} {{ error_page 404 {front}404.html; }}")));
            put("location ~ /\\. { return 404; }");
        }
        Server::Apache => {
            put("AddDefaultCharset utf-8\nDirectoryIndex index.html");
            all.iter().for_each(|(name, value)| put(&format!("Header always set {name} \"{value}\"")));
            put(&format!("Header always set Cache-Control \"{ASKED}\""));
            put(&format!("<If \"%{{REQUEST_URI}} =~ m#^{path}assets/#\">\n  Header always set Cache-Control \"{KEPT}\"\n</If>"));
            put(&format!("ErrorDocument 404 {path}404.html"));
            let own = |front: &String| format!("<If \"%{{REQUEST_URI}} =~ m#^{front}#\">\n  ErrorDocument 404 {front}404.html\n</If>");
            fronts.iter().for_each(|front| put(&own(front)));
            put("<FilesMatch \"^\\.\">\n  Require all denied\n</FilesMatch>");
        }
        Server::HeadersFile => {
            put(&format!("{path}*"));
            all.iter().for_each(|(name, value)| put(&format!("  {name}: {value}")));
            put(&format!("{path}assets/*\n  Cache-Control: {KEPT}"));
        }
    }
    out
}
