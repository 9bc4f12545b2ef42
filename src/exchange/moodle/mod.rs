//! What Moodle's formats share: categories, tags and weights as Moodle understands them, and a question as it stores one.

mod question;
mod terms;
mod text;

pub(super) use question::{Answer, Question};
pub(super) use terms::{beyond_limits, category, right_ones, tags, take_tag, title_of, weights};
pub(super) use text::{Texts, content};
