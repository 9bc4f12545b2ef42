//! What a learner has done, and what follows from it.
//!
//! The log of [`Event`]s is the only source: it is appended to, never edited, and two logs merge by union. Everything
//! else here is computed from it by pure functions; the time is a parameter.

mod answers;
mod attempt;
mod calendar;
mod derived;
mod event;
mod exam_date;
mod gate;
mod history;
mod knowledge;
mod last_sitting;
mod later;
mod memory;
mod misconceptions;
mod pacing;
mod past_exams;
mod paused;
mod plan;
mod plan_items;
mod planned;
mod readiness;
#[cfg(test)]
pub(crate) mod samples;
mod score;
mod sound;
mod statistics;
mod study_plan;
mod take_back;
mod terms;
mod time;

#[cfg(test)]
mod tests;

pub(crate) use attempt::Attempt;
pub(crate) use calendar::Calendar;
pub(crate) use derived::{Derived, Mark, VERSION};
pub(crate) use event::{Answer, Body, Event};
pub(crate) use exam_date::{NoDate, exam_date};
pub(crate) use history::{History, Standing};
pub(crate) use knowledge::{Knowledge, Known, Last};
pub(crate) use later::fits_by;
#[cfg(test)]
pub(crate) use memory::Memory;
pub(crate) use misconceptions::{Doubt, Misconception, lucky_guesses, misconceptions};
pub(crate) use pacing::{Pacing, USUAL_SHARE, pacing};
pub(crate) use past_exams::{PastExam, past_exams, standing_choices};
pub(crate) use paused::{Paused, of_sitting, paused, put_aside, to_resume};
pub(crate) use plan::{ExamPlan, Purpose, QuizPlan, SittingPlan};
pub(crate) use plan_items::PlanItem;
pub(crate) use planned::study_plan;
pub(crate) use readiness::{Aim, PaperAim, Readiness, readiness};
pub(crate) use score::{ExamScore, ItemScore, PaperScore, Verdict};
pub(crate) use statistics::{Overall, TopicStatistics, Trend, overall, percent, topics};
pub(crate) use study_plan::StudyPlan;
pub(crate) use take_back::{LastAnswers, last_answers};
pub(crate) use terms::{ExamTerms, HandInReason, PaperTerms, Pass};
pub(crate) use time::{MILLIS_A_DAY, Millis};
