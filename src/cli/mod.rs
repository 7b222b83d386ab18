//! Arguments in, findings out in the reader's language, and the exit status.
//!
//! Nothing below this module prints. Exit status: 0 if all is well or there are warnings alone, 1 for an error (with
//! `--strict` also for a warning) or a failure, 2 for a wrong command line.

mod arguments;
mod commands;
mod exchange;
mod readability;
mod report;
mod sources;
mod translations;

use std::ffi::OsString;
use std::process::ExitCode;

use arguments::Arguments;
use clap::FromArgMatches as _;

use crate::diagnostic::{Tongue, Words};

/// Runs the program.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let words = Words::new(tongue(&args));
    let matches = arguments::command(&words).try_get_matches_from(&args);
    let arguments = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
    match arguments {
        Ok(arguments) => match commands::perform(&arguments, &words) {
            Ok(status) => status,
            Err(failure) => {
                report::failure(&failure, arguments.common.format, &words);
                failure.status()
            }
        },
        Err(error) => report::usage(&error, &words),
    }
}

/// The language in which to speak: that of `--lang`, of the environment, of the site (its first), or English.
fn tongue(args: &[OsString]) -> Tongue {
    let mut asked = None;
    let mut root = std::path::PathBuf::from(".");
    let mut args = args.iter().filter_map(|arg| arg.to_str()).skip(1);
    while let Some(arg) = args.next() {
        match arg {
            "--lang" => asked = args.next().and_then(Tongue::parse),
            "--root" => root = args.next().unwrap_or(".").into(),
            _ => {
                asked = arg.strip_prefix("--lang=").and_then(Tongue::parse).or(asked);
                root = arg.strip_prefix("--root=").map_or(root, Into::into);
            }
        }
    }
    let environment = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    asked
        .or_else(|| environment.as_deref().and_then(Tongue::parse))
        .or_else(|| {
            let text = crate::source::settings(&root).ok()?.ok()?;
            let (config, _) = crate::config::parse(&text);
            Tongue::parse(config?.first_language().as_str())
        })
        .unwrap_or(Tongue::English)
}
