//! What is said in whole sentences, on the screen and on the page.

use super::figures::{percent, two};
use super::flags::short;
use super::whole::ClassReport;
use crate::analysis::{Concern, Depth, Knowledge};
use crate::words::counted;

pub(super) const DIFFERENT_QUESTIONS: &str = "The students were asked different questions, so that their scores cannot be \
    compared: there is no alpha, and r only where all who were asked a question had the same others.";
pub(super) const ONLY_FIRST: &str = "Only the first answer of each student to each question counts.";

impl ClassReport<'_> {
    pub(super) fn size(&self) -> String {
        let students = counted(self.analysis.students, "student");
        format!("{students}, {}.", counted(self.responses.items.len(), "question"))
    }

    /// What is said where no flag is urgent.
    pub(super) fn nothing_urgent(&self) -> &'static str {
        match self.analysis.depth {
            Depth::Shares => "Nothing can be said about keys and distractors yet: that takes 30 students.",
            _ => "Nothing: no key is suspect, and no question is weak beyond doubt.",
        }
    }

    /// The flags that are only good to know.
    pub(super) fn notes(&self) -> Option<String> {
        let notes: Vec<String> = self
            .flagged()
            .iter()
            .filter(|(_, _, flag)| flag.concern() == Concern::Note)
            .map(|(item, _, flag)| format!("{} ({})", item.name, short(flag)))
            .collect();
        (!notes.is_empty()).then(|| format!("Good to know: {}.", notes.join(", ")))
    }

    pub(super) fn mean(&self) -> Option<String> {
        let scores = self.analysis.scores.as_ref()?;
        let k = self.responses.items.len();
        let deviation =
            scores.deviation.map_or_else(String::new, |sd| format!(", standard deviation {sd:.1}"));
        Some(format!(
            "Mean {:.1} of {k} right ({}), median {}{deviation}.",
            scores.mean,
            percent(scores.mean / k as f64),
            scores.median,
        ))
    }

    pub(super) fn reliability(&self) -> Option<String> {
        let scores = self.analysis.scores.as_ref()?;
        Some(match &scores.reliability {
            Some(found) => {
                let interval = found.interval.map_or_else(String::new, |(from, to)| {
                    format!(" (95% interval {} to {})", two(from), two(to))
                });
                format!(
                    "Alpha {}{interval}: {}. A score is off by {:.1} or less in two cases of three.",
                    two(found.alpha),
                    reliable(found.alpha),
                    found.error
                )
            }
            None if self.analysis.depth < Depth::Intervals => {
                String::from("How reliable the score is, is said from 30 students up.")
            }
            None if self.responses.items.len() < 5 => {
                String::from("How reliable the score is, is said from 5 questions up.")
            }
            None => String::from("All scores are equal: nothing can be said about reliability."),
        })
    }

    /// The text of an objective, or the title of a topic.
    pub(super) fn name(&self, known: &Knowledge) -> String {
        let topic = self.bank.topic(&known.topic);
        let objective = topic.and_then(|topic| topic.objectives.iter().find(|o| o.id == known.objective));
        objective.map_or_else(|| self.bank.title(&known.topic).to_owned(), |objective| objective.text.clone())
    }
}

/// What an alpha is good for, by the usual marks.
fn reliable(alpha: f64) -> &'static str {
    match alpha {
        a if a >= 0.9 => "good enough to decide about single people",
        a if a >= 0.8 => "good enough for a licensing test",
        a if a >= 0.7 => "good enough for a test in class",
        a if a >= 0.5 => "good enough to compare classes, not to decide about single people",
        _ => "too low to compare single people",
    }
}
