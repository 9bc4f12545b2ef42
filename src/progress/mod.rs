//! What a learner has done, and what follows from it.
//!
//! The log of [`Event`]s is the only source: it is appended to, never edited, and two logs merge by union. Everything
//! else here is computed from it by pure functions; the time is a parameter.

#[allow(dead_code, reason = "the commands that use it are being written")]
mod calendar;
mod event;
mod exam_date;
mod gate;
mod history;
#[allow(dead_code, reason = "the commands that use it are being written")]
mod knowledge;
mod last_sitting;
mod later;
#[allow(dead_code, reason = "the commands that use it are being written")]
mod memory;
#[allow(dead_code, reason = "the commands that use it are being written")]
mod misconceptions;
#[allow(dead_code, reason = "the commands that use it are being written")]
mod pacing;
mod past_exams;
mod paused;
mod plan;
mod planned;
#[allow(dead_code, reason = "the commands that use it are being written")]
mod readiness;
mod score;
mod sound;
mod statistics;
mod study_plan;
mod take_back;
mod terms;
mod time;

#[cfg(test)]
mod tests;

pub(crate) use calendar::Calendar;
pub(crate) use event::{Answer, Body, Event};
pub(crate) use exam_date::{NoDate, exam_date};
pub(crate) use history::{Attempt, History, Standing};
#[allow(unused_imports, reason = "the commands that use it are being written")]
pub(crate) use knowledge::{Knowledge, Known, Last};
pub(crate) use later::fits_by;
#[allow(unused_imports, reason = "the commands that use it are being written")]
pub(crate) use memory::{Memory, Remembered};
#[allow(unused_imports, reason = "the commands that use it are being written")]
pub(crate) use misconceptions::{Misconception, lucky_guesses, misconceptions};
#[allow(unused_imports, reason = "the commands that use it are being written")]
pub(crate) use pacing::{Pace, Pacing, USUAL_SHARE, pacing};
pub(crate) use past_exams::{PastExam, past_exams, standing_choices};
pub(crate) use paused::{Paused, of_sitting, paused, to_resume};
pub(crate) use plan::{ExamPlan, PlanItem, Purpose, QuizPlan, SittingPlan};
#[allow(unused_imports, reason = "the commands that use it are being written")]
pub(crate) use planned::study_plan;
#[allow(unused_imports, reason = "the commands that use it are being written")]
pub(crate) use readiness::{Aim, PaperAim, Readiness, readiness};
pub(crate) use score::{ExamScore, ItemScore, PaperScore, Verdict};
pub(crate) use statistics::{Overall, TopicStatistics, Trend, overall, percent, topics};
pub(crate) use study_plan::StudyPlan;
pub(crate) use take_back::{LastAnswers, last_answers};
pub(crate) use terms::{ExamTerms, HandInReason, PaperTerms, Pass};
pub(crate) use time::{MILLIS_A_DAY, Millis};
