//! How a learner stands: per topic and over all.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::exams::{self, past_exams_line};
use super::{Row, ago, rows};
use crate::bank::Bank;
use crate::progress::{History, Millis, Overall, PastExam, TopicStatistics, overall, topics};
use crate::words::{counted, wrap};

/// A sitting that can be resumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ResumeNote {
    /// `quiz` or `exam`.
    pub(crate) what: &'static str,
    pub(crate) answered: usize,
    pub(crate) of: usize,
}

pub(crate) struct ProgressReport<'e> {
    pub(crate) overall: Overall,
    pub(crate) topics: Vec<TopicStatistics>,
    pub(crate) paused: Option<ResumeNote>,
    /// Oldest first.
    pub(crate) exams: Vec<PastExam<'e>>,
    now: Millis,
    zone: TimeZone,
}

impl ProgressReport<'_> {
    pub(crate) fn new(bank: &Bank, history: &History, now: Millis, zone: TimeZone) -> Self {
        let topics = topics(bank, history, now);
        Self { overall: overall(bank, history, &topics), topics, paused: None, exams: vec![], now, zone }
    }

    /// One line of state: what is seen, how much is right, when it was.
    pub(crate) fn state(&self) -> String {
        let all = &self.overall;
        let Some(percent) = all.percent() else {
            return format!("No question of {} seen yet.", all.questions);
        };
        let last = all
            .last
            .map_or_else(String::new, |last| format!(" Last practiced {}.", ago(last, self.now, &self.zone)));
        format!("{} of {} questions seen, {percent}% right.{last}", all.seen, all.questions)
    }

    /// The report for a person; only topics among `only`, or all where it is empty.
    pub(crate) fn text(&self, only: &[String], width: usize, plain: bool) -> String {
        let shown: Vec<&TopicStatistics> =
            self.topics.iter().filter(|topic| only.is_empty() || only.contains(&topic.id)).collect();
        let table: Vec<Row> = shown.iter().map(|topic| self.row(topic)).collect();
        let mut blocks = vec![wrap(&self.state(), width), String::new(), rows(&table, width, plain)];
        let mut notes = vec![];
        if let Some(paused) = &self.paused {
            let a = if paused.what == "exam" { "An" } else { "A" };
            notes.push(if paused.of == 0 {
                format!("{a} {} of another bank is paused: guardprep resume --bank FILE", paused.what)
            } else {
                format!(
                    "{a} {} is paused after {} of {}: guardprep resume",
                    paused.what,
                    paused.answered,
                    counted(paused.of, "question")
                )
            });
        }
        notes.extend(past_exams_line(&self.exams, self.now, &self.zone));
        match self.overall.changed {
            0 => {}
            1 => notes.push(String::from(
                "1 question has another answer since you answered it. It will be asked again.",
            )),
            n => notes.push(format!(
                "{n} questions have another answer since you answered them. They will be asked again."
            )),
        }
        match self.overall.set_aside {
            0 => {}
            1 => notes
                .push(String::from("1 answer to a question that is no longer in the banks is kept aside.")),
            n => notes
                .push(format!("{n} answers to questions that are no longer in the banks are kept aside.")),
        }
        if let Some(next) = self.next(&shown) {
            notes.push(next);
        }
        if !notes.is_empty() {
            blocks.push(String::new());
            blocks.extend(notes.iter().map(|note| wrap(note, width)));
        }
        blocks.join("\n")
    }

    fn row(&self, topic: &TopicStatistics) -> Row {
        Row {
            title: topic.title.clone(),
            correct: topic.correct,
            answers: topic.answers,
            seen: Some((topic.seen, topic.questions)),
            more: vec![
                ("Trend", topic.trend.map_or_else(String::new, |trend| trend.name().to_owned())),
                ("Last", topic.last.map_or_else(String::new, |last| ago(last, self.now, &self.zone))),
            ],
        }
    }

    /// What to type next: the topic that the table shows as the worst, where there is anything to compare it with.
    fn next(&self, shown: &[&TopicStatistics]) -> Option<String> {
        if self.overall.answers == 0 {
            return Some(String::from("Start with: guardprep quiz"));
        }
        // As exact as the table is; of equal figures the one with more answers behind it.
        let weakest = shown
            .iter()
            .filter(|topic| shown.len() > 1 && topic.correct < topic.answers)
            .min_by_key(|topic| (topic.percent(), std::cmp::Reverse(topic.answers)));
        match weakest {
            Some(topic) => Some(format!("Weakest: {}. Try: guardprep quiz {}", topic.title, topic.id)),
            None => shown.iter().find(|topic| topic.seen < topic.questions).map(|topic| {
                format!(
                    "Not seen yet: {} more of {}. Try: guardprep quiz --new {}",
                    topic.questions - topic.seen,
                    topic.title,
                    topic.id
                )
            }),
        }
    }

    pub(crate) fn json(&self) -> Value {
        let all = &self.overall;
        let topics: Vec<Value> = self
            .topics
            .iter()
            .map(|topic| {
                json!({
                    "id": topic.id, "title": topic.title, "questions": topic.questions, "seen": topic.seen,
                    "answers": topic.answers, "correct": topic.correct, "due": topic.due,
                    "trend": topic.trend.map(crate::progress::Trend::name), "last": topic.last,
                })
            })
            .collect();
        json!({
            "schema": 1,
            "overall": {
                "questions": all.questions, "seen": all.seen, "answers": all.answers, "correct": all.correct,
                "last": all.last, "changed": all.changed, "set_aside": all.set_aside,
            },
            "topics": topics,
            "exams": self.exams.iter().zip(1..).map(|(exam, number)| exams::json(number, exam)).collect::<Vec<_>>(),
            "readiness": null,
        })
    }
}
