//! Langebro publishes the strategy of a public body in several languages that say the same.
//!
//! A publication flows through these stages, each a function from one kind of value to the next:
//!
//! 1. [`config`] reads `langebro.yaml`: what holds for the whole publication.
//! 2. [`source`] finds the files: content, media and theme, sorted by what their names say.
//! 3. [`page`] reads each file by itself: front matter, and a body of finished HTML with holes.
//! 4. [`media`] measures the images, and later makes them smaller, when a route asks for it.
//! 5. [`site`] links all pages: pairs, order, addresses, references, boxes, goals.
//! 6. [`review`] holds the halves of each page against each other, and against what a person last checked of them.
//! 7. [`render`] makes one route of the site, when somebody needs it.
//! 8. [`publish`] brings the output folder up to date with all routes; or [`serve`] answers a browser with one.
//!
//! Beside the flow stand the words that all stages speak ([`address`], [`vocabulary`], [`diagnostic`], and the YAML tree in
//! `yaml`), [`prose`], which knows languages and no page, [`author`], the only writer of sources, and [`cli`], the only
//! one that prints. [`Project::read`] performs the stages up to the review.
//!
//! # Which module may use which
//!
//! A test holds every `crate::` path of the code to this table.
//!
//! | module | may use |
//! |---|---|
//! | `diagnostic` | |
//! | `address` | |
//! | `vocabulary` | address, diagnostic |
//! | `yaml` | diagnostic |
//! | `prose` | address |
//! | `config` | yaml, vocabulary, address, diagnostic |
//! | `source` | config, address, diagnostic |
//! | `media` | source, config, diagnostic |
//! | `page` | source, prose, yaml, vocabulary, config, address, diagnostic |
//! | `site` | page, media, source, vocabulary, config, address, diagnostic |
//! | `review` | site, page, prose, yaml, config, address, diagnostic |
//! | `render` | site, page, media, vocabulary, config, source, address, diagnostic |
//! | `publish` | render, diagnostic |
//! | `author` | review, site, page, source, vocabulary, config, address, diagnostic |
//! | `serve` | all but author and cli |
//! | `cli` | all |
//!
//! The table differs from a plain chain in three places. `yaml` stands apart because settings and front matter read the same
//! notation, and both must name the place of every fault. `site` and `render` know `source`, since the kind of a page
//! (section, case, page) is told by its folder and decided there. And [`Project`] lives here, above the stages, because it
//! is their order that it knows.

pub mod address;
pub mod author;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod media;
pub mod page;
pub mod prose;
pub mod publish;
pub mod render;
pub mod review;
pub mod serve;
pub mod site;
pub mod source;
pub mod vocabulary;
mod yaml;

mod project;

pub use project::{Project, Reading, Touched, Work};
