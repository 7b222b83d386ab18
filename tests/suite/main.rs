//! What Langebro promises, told by its users' means: a folder of files, the program, and what it publishes or says.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "tests make and look at the files of a site themselves")]

mod architecture;
mod commands;
mod data;
mod exchange;
mod findings;
mod goals;
mod halves;
mod house;
mod images;
mod imprint;
mod languages;
mod links;
mod never_stale;
mod pages;
mod parallel;
mod parity;
mod phrases;
mod preview;
mod publishing;
mod readability;
mod review;
mod saving;
mod search;
mod site;
mod strategy;
mod switching;
mod theme;
mod whole;
