//! What may be said on the command line. The words of `--help` come from the program's Fluent files.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Arg, ArgAction, Args, Command, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::diagnostic::Words;

#[derive(Debug, Parser)]
#[command(name = "langebro", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) task: Task,
    #[command(flatten)]
    pub(super) common: Common,
}

/// What every command understands.
#[derive(Debug, Args)]
pub(super) struct Common {
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
    #[arg(long, global = true, value_enum, value_name = "human|json", default_value = "human", hide_possible_values = true)]
    pub(super) format: Format,
    #[arg(long, global = true, value_name = "da|en")]
    pub(super) lang: Option<String>,
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
    /// For translators alone.
    Po,
    /// For translators alone.
    Xliff,
}

#[derive(Debug, Subcommand)]
pub(super) enum Task {
    Init {
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    New {
        #[arg(value_enum, value_name = "section|case|page|words", hide_possible_values = true)]
        kind: PageKind,
        #[arg(value_name = "KEY")]
        key: String,
        #[arg(long, value_name = "KEY")]
        after: Option<String>,
    },
    Rename {
        #[arg(value_name = "OLD")]
        old: String,
        #[arg(value_name = "NEW")]
        new: String,
        #[arg(long)]
        dry_run: bool,
    },
    Move {
        #[arg(value_name = "KEY")]
        section: String,
        #[command(flatten)]
        spot: SpotArguments,
        #[arg(long)]
        dry_run: bool,
    },
    Build(Build),
    Serve(Serve),
    Check(Check),
    Explain {
        #[arg(value_name = "CODE")]
        code: String,
    },
    Headers {
        #[arg(value_enum, value_name = "nginx|apache|headers-file", hide_possible_values = true)]
        server: ServerKind,
    },
    Translations {
        #[command(subcommand)]
        task: Option<Translations>,
    },
}

/// What may be done about how the halves stand to each other; without any of it, that is told.
#[derive(Debug, Subcommand)]
pub(super) enum Translations {
    Diff {
        #[arg(value_name = "KEY")]
        keys: Vec<String>,
    },
    Reviewed {
        #[arg(value_name = "KEY", required_unless_present = "all")]
        keys: Vec<String>,
        #[arg(long, conflicts_with = "keys")]
        all: bool,
    },
    Export(Export),
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, conflicts_with = "partial")]
        dry_run: bool,
        #[arg(long)]
        partial: bool,
    },
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(value_name = "KEY")]
    pub(super) keys: Vec<String>,
    #[arg(long, value_name = "da|en|…")]
    pub(super) to: String,
    #[arg(long, value_name = "da|en|…")]
    pub(super) from: Option<String>,
    #[arg(long)]
    pub(super) only_stale: bool,
    #[arg(long, short = 'D')]
    pub(super) drafts: bool,
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// The same option as everywhere, with other values.
    #[arg(long, value_enum, value_name = "po|xliff", default_value = "human", hide_possible_values = true)]
    pub(super) format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PageKind {
    Section,
    Case,
    Page,
    Words,
}

/// Where a section is to stand: one of them.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct SpotArguments {
    #[arg(long = "after", value_name = "KEY")]
    pub(super) behind: Option<String>,
    #[arg(long, value_name = "KEY")]
    pub(super) before: Option<String>,
    #[arg(long, value_name = "CHAPTER")]
    pub(super) into: Option<String>,
}

/// For which web server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ServerKind {
    Nginx,
    Apache,
    HeadersFile,
}

#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
    #[arg(long, short, value_name = "DIR")]
    pub(super) output_dir: Option<PathBuf>,
    #[arg(long)]
    pub(super) strict: bool,
    #[arg(long)]
    pub(super) keep_going: bool,
    #[arg(long)]
    pub(super) timings: bool,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
    #[arg(long)]
    pub(super) strict: bool,
    #[arg(long)]
    pub(super) readability: bool,
    #[arg(long, short, value_name = "DIR")]
    pub(super) output_dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    pub(super) host: IpAddr,
    #[arg(long, short, value_name = "PORT")]
    pub(super) port: Option<u16>,
    #[arg(long)]
    pub(super) open: bool,
    #[arg(long)]
    pub(super) no_drafts: bool,
    #[arg(long)]
    pub(super) poll: bool,
    #[arg(long, env = "LANGEBRO_EDITOR", hide_env = true, value_name = "URL")]
    pub(super) editor: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ReadingArguments {
    #[arg(long, short = 'u', value_name = "URL")]
    pub(super) base_url: Option<String>,
    #[arg(long, short = 'D')]
    pub(super) drafts: bool,
}

/// The command line, with its help in the reader's language.
pub(super) fn command(words: &Words) -> Command {
    localised(Arguments::command(), words, &[])
}

/// `above` are the names of the commands within which this one lies.
fn localised(command: Command, words: &Words, above: &[&str]) -> Command {
    let own = command.get_name().to_owned();
    let name = own.as_str();
    let text = |id: &str| words.text(id, &[]);
    let options = text("heading-options");
    let arguments = text("heading-arguments");
    let usage = text("heading-usage");
    let mut command = command
        .about(text(&format!("help-{name}")))
        .subcommand_help_heading(text("heading-commands"))
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}\n"))
        .disable_help_flag(true)
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help));
    if above.is_empty() {
        command = command.arg(Arg::new("version").long("version").short('V').action(ArgAction::Version)).after_help(text("help-after"));
    }
    let ids: Vec<(String, bool)> = command.get_arguments().map(|arg| (arg.get_id().to_string(), arg.is_positional())).collect();
    for (place, (id, positional)) in ids.into_iter().enumerate() {
        let id_of_words = id.replace('_', "-");
        let help = words.own_text(&format!("help-{name}-option-{id_of_words}"), &format!("help-option-{id_of_words}"));
        let heading = if positional { arguments.clone() } else { options.clone() };
        command = command.mut_arg(id, |arg| {
            let takes_value = arg.get_action().takes_values();
            let arg = arg.help(help).help_heading(heading);
            // In the order in which they are given, and not by the alphabet.
            let arg = if positional { arg.display_order(place) } else { arg };
            if takes_value { arg.hide_default_value(true) } else { arg }
        });
    }
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let path: Vec<&str> = above.iter().copied().chain([name]).collect();
    for name in subcommands {
        command = command.mut_subcommand(&name, |sub| localised(sub, words, &path));
    }
    let full = path.join(" ");
    let usage = command.clone().bin_name(full).render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", &text("usage-options"));
    command.override_usage(usage.replace("<COMMAND>", &text("usage-command")).replace("[COMMAND]", &text("usage-command-optional")))
}
