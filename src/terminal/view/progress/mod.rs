//! How a learner stands: the page of all topics, and the page of one.

mod blocks;
mod page;
mod table;
mod topic;

#[cfg(test)]
mod tests;

pub(crate) use page::{Frame, page};
pub(crate) use topic::topic_page;
