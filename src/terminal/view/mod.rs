//! What a person sees: functions from data and a width to text. Text is wrapped before it is styled.

pub(crate) mod exam;
mod next_steps;
mod plan;
pub(crate) mod progress;
mod question;
mod review;
mod source;
mod summary;
mod verdict;

#[cfg(test)]
mod tests;

pub(crate) use next_steps::next_steps;
pub(crate) use plan::plan;
pub(crate) use question::{
    Progress, answer_prompt, flagged, guessed, help, next_help, next_prompt, question, unconfirmed,
};
pub(crate) use review::{ReviewView, reviewed, shown};
pub(crate) use summary::{Summary, summary};
pub(crate) use verdict::{verdict, why_not};
