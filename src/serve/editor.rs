//! The author's editor, which can be asked to open a file at a line by an address of its own.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

/// What of a path has a meaning of its own in some part of an address, or is no part of any. A drive keeps its colon.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b':').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Schemes by which a browser runs what the address says.
const UNSAFE: [&str; 3] = ["javascript", "data", "vbscript"];

/// How to ask for a file of a site.
#[derive(Debug, Clone)]
pub struct Editor {
    /// `None` if the author named none.
    template: Option<String>,
    /// The folder of the site, absolute.
    root: PathBuf,
}

/// Why a template is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditorFault {
    /// It begins with no scheme, such as `vscode:`.
    #[error("`{0}` begins with no scheme such as `vscode:`")]
    NoScheme(String),
    /// Its scheme would make the browser run it.
    #[error("`{0}` is no address of an editor")]
    UnsafeScheme(String),
    /// It does not say where the file comes.
    #[error("`{0}` does not say where the file comes: `{{path}}`")]
    NoPath(String),
}

impl Editor {
    /// The editor of the author of the site in a folder. A template is an address in which `{path}`, `{line}` and
    /// `{column}` are filled in, such as `vscode://file/{path}:{line}:{column}`.
    ///
    /// # Errors
    /// If the template is no such address.
    pub fn new(root: &Path, template: Option<&str>) -> Result<Self, EditorFault> {
        if let Some(template) = template {
            let scheme = scheme(template).ok_or_else(|| EditorFault::NoScheme(template.to_owned()))?;
            if UNSAFE.iter().any(|refused| scheme.eq_ignore_ascii_case(refused)) {
                return Err(EditorFault::UnsafeScheme(template.to_owned()));
            }
            if !template.contains("{path}") {
                return Err(EditorFault::NoPath(template.to_owned()));
            }
        }
        // Without a working folder the path stays as it was given, and the editor tells that it finds nothing.
        let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        Ok(Self { template: template.map(str::to_owned), root })
    }

    /// The address that opens a file of the site, given by its path from the site's folder, at a line and a column from 1.
    pub fn link(&self, place_file: &str, line: u32, column: u32) -> Option<String> {
        let template = self.template.as_deref()?;
        let path = path_in_address(&self.root.join(place_file));
        let template = template.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        let mut link = String::new();
        let mut parts = template.split("{path}");
        link.push_str(parts.next().unwrap_or_default());
        for after in parts {
            // `file/{path}` has the first slash of an absolute path already, `file://{path}` has not.
            let doubled = link.ends_with('/') && !link.ends_with("://");
            link.push_str(if doubled { path.trim_start_matches('/') } else { &path });
            link.push_str(after);
        }
        Some(link)
    }
}

fn path_in_address(path: &Path) -> String {
    let encoded = |bytes: &[u8]| percent_encode(bytes, PATH).to_string();
    if cfg!(windows) { encoded(path.to_string_lossy().replace('\\', "/").as_bytes()) } else { encoded(path.as_os_str().as_encoded_bytes()) }
}

fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let rest = scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'.' | b'-'));
    (starts && rest).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_link_names_file_line_and_column_in_the_way_of_the_editor() {
        let link = |template, root: &str| {
            let editor = Editor::new(Path::new(root), Some(template)).expect("a template");
            editor.link("content/cases/c40.da.md", 12, 1).expect("a link")
        };
        for (template, expected) in [
            ("vscode://file/{path}:{line}:{column}", "vscode://file/srv/by/content/cases/c40.da.md:12:1"),
            ("vscode://file{path}:{line}", "vscode://file/srv/by/content/cases/c40.da.md:12"),
            ("txmt://open?url=file://{path}&line={line}", "txmt://open?url=file:///srv/by/content/cases/c40.da.md&line=12"),
            ("idea://open?file={path}&line={line}", "idea://open?file=/srv/by/content/cases/c40.da.md&line=12"),
        ] {
            assert_eq!(link(template, "/srv/by"), expected);
        }
        let odd = link("idea://open?file={path}", "/srv/Københavns strategi/50% & #1?\\{line}");
        assert_eq!(odd, "idea://open?file=/srv/K%C3%B8benhavns%20strategi/50%25%20%26%20%231%3F%5C%7Bline%7D/content/cases/c40.da.md");
    }

    #[cfg(windows)]
    #[test]
    fn a_link_names_file_line_and_column_in_the_way_of_the_editor() {
        let editor = Editor::new(Path::new(r"C:\Min strategi"), Some("vscode://file/{path}:{line}:{column}")).expect("a template");
        let link = editor.link("content/cases/c40.da.md", 12, 1).expect("a link");
        assert_eq!(link, "vscode://file/C:/Min%20strategi/content/cases/c40.da.md:12:1");
    }

    #[test]
    fn a_site_is_found_wherever_the_program_was_started() {
        let editor = Editor::new(Path::new("sites"), Some("x:{path}")).expect("a template");
        let here = path_in_address(&std::env::current_dir().expect("a folder"));
        assert_eq!(editor.link("a.md", 1, 1), Some(format!("x:{here}/sites/a.md")));
    }

    #[test]
    fn what_would_run_in_the_browser_is_no_editor() {
        let fault = |template: &str| Editor::new(Path::new("/srv"), Some(template)).expect_err("a fault");
        for template in ["javascript:alert('{path}')", "JavaScript:{path}", "data:text/html,{path}", "vbscript:{path}"] {
            assert_eq!(fault(template), EditorFault::UnsafeScheme(template.to_owned()));
        }
        for template in
            ["", "code {path}", "/{path}", "{path}:{line}", "java\nscript:{path}", " javascript:{path}", "\u{1}javascript:{path}"]
        {
            assert_eq!(fault(template), EditorFault::NoScheme(template.to_owned()));
        }
        assert_eq!(fault("vscode://file/"), EditorFault::NoPath("vscode://file/".to_owned()));
    }

    #[test]
    fn without_a_template_there_is_no_link() {
        let editor = Editor::new(Path::new("/srv"), None).expect("no template");
        assert_eq!(editor.link("content/index.da.md", 1, 1), None);
    }
}
