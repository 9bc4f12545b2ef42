//! Reading QTI 2.0 to 3.0: a package with or without a manifest, or one document alone.

mod feedback;
mod import;
mod item;
mod keys;
mod names;
mod plan;

pub(super) use import::{import, likeness_of};
