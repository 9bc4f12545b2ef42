//! What a person sees, as text of data and a width. Styled text is wrapped before it is styled.

pub(crate) mod exam;
mod question;
mod summary;
mod verdict;

#[cfg(test)]
mod tests;

pub(crate) use question::{Progress, answer_prompt, help, next_prompt, question};
pub(crate) use summary::{Summary, summary};
pub(crate) use verdict::verdict;
