//! What the answers of a class say about the class and about the questions: classical item analysis.
//!
//! [`Responses`] is what was answered, whatever file it came from; [`Analysis`] has the figures and the flags. Every
//! figure is made of sums of whole numbers, so that the order of students or questions changes nothing at all.
//!
//! How many students there are decides what is said ([`Depth`]): a correlation of twelve people is noise.

mod alpha;
mod depth;
mod figures;
mod flag;
mod flagging;
mod form;
mod interval;
mod item;
mod kept;
mod pool;
mod responses;
mod sums;
mod topics;
mod whole;

#[cfg(test)]
mod tests;

pub(crate) use depth::{Depth, FEWEST_STUDENTS};
pub(crate) use figures::{ItemFigures, OptionFigures};
pub(crate) use flag::{Concern, Flag};
pub(crate) use interval::Interval;
pub(crate) use kept::{Added, KeptClass, Shown, Statistics, read_statistics, write_statistics};
pub(crate) use responses::{Choice, Given, Item, MOST_OPTIONS, Responses, Student};
pub(crate) use topics::Knowledge;
pub(crate) use whole::Analysis;
