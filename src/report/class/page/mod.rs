//! The report as one page for a browser. It needs no network, and without its script everything is there but sorting.

mod bars;
mod chosen;
mod labels;
mod map;
mod questions;
mod scores;
mod whole;

#[cfg(test)]
mod tests;
