//! The screens of an exam, from its start to its result.

mod over;
mod overview;
mod prompt;
mod question;
mod result;
mod start;

#[cfg(test)]
mod tests;

pub(crate) use over::{over_help, over_prompt, page};
pub(crate) use overview::{overview, overview_help, overview_prompt, sure, sure_prompt};
pub(crate) use prompt::PromptView;
pub(crate) use question::{again, help, kept, prompt, question};
pub(crate) use result::{ResultView, paused, result};
pub(crate) use start::{figures, start};
