//! What Langebro promises, told by its users' means: a folder of files, the program, and what it publishes or says.

mod architecture;
mod commands;
mod findings;
mod links;
mod pages;
mod preview;
mod publishing;
mod site;
mod strategy;
