//! The words that a page may be tagged with: the United Nations' goals, built in, and the closed taxonomies of a site.
//!
//! Which page carries which tag is known to [`crate::site`].

mod goals;
mod targets;
mod taxonomy;

pub use goals::{GOALS, Goal, GoalTag, NoGoal, Target, names_in};
pub use taxonomy::{Labels, Taxonomy, Term};
