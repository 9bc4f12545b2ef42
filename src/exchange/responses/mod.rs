//! Files of a class's answers, whatever program wrote them.
//!
//! A *shape* (`shapes/`, a file each) knows one program's table: it makes a [`sheet::Sheet`] of it, which says who wrote
//! what into which column. What that means (which question a column is, what a letter stands for, which answer is
//! right) is settled in one place for all of them (`settle/`), and several files are joined to one class (`join.rs`).

mod findings;
mod gather;
mod grid;
mod join;
mod key_file;
mod settle;
mod shape;
mod shapes;
mod sheet;

#[cfg(test)]
mod tests;

pub(crate) use gather::{Gathered, Origin, ResponseFile, gather};
