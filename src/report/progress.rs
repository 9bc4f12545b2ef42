//! How a learner stands: per topic and over all.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::days::{Days, Streak};
use super::exams::{self, past_exams_line};
use super::{Ahead, ReadinessWords, ago, today_line};
use crate::bank::Bank;
use crate::progress::{
    Calendar, History, Knowledge, Millis, Overall, PastExam, TopicStatistics, overall, topics,
};
use crate::words::counted;

/// From so many answers on a topic is compared with others.
pub(crate) const ENOUGH: usize = 5;

/// Right answers that were guesses, and wrong options that were chosen again and again: how many questions of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doubtful {
    pub(crate) lucky: usize,
    pub(crate) misconceptions: usize,
}

/// A sitting that can be resumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ResumeNote {
    /// `quiz` or `exam`.
    pub(crate) what: &'static str,
    pub(crate) answered: usize,
    pub(crate) of: usize,
    /// Until when its clock runs, in words.
    pub(crate) clock: Option<String>,
    /// How many others are paused.
    pub(crate) others: usize,
}

pub(crate) struct ProgressReport<'e> {
    pub(crate) overall: Overall,
    pub(crate) topics: Vec<TopicStatistics>,
    pub(crate) paused: Option<ResumeNote>,
    /// Oldest first.
    pub(crate) exams: Vec<PastExam<'e>>,
    pub(crate) days: Days,
    /// Days in a row, unless the person does not want to hear of them.
    pub(crate) streak: Option<Streak>,
    /// How far it is to the exam, where that is asked for.
    pub(crate) ahead: Option<Ahead>,
    pub(crate) doubtful: Doubtful,
    /// How likely a question of a topic would be answered right now.
    chances: BTreeMap<String, f64>,
    now: Millis,
    zone: TimeZone,
    today: Date,
}

impl ProgressReport<'_> {
    pub(crate) fn new(bank: &Bank, history: &History, now: Millis, zone: TimeZone) -> Self {
        let topics = topics(bank, history, now);
        let calendar = Calendar::new(now, zone.clone());
        let days = Days::of(history, &calendar);
        let (streak, overall) = (days.streak(calendar.today()), overall(bank, history, &topics));
        Self {
            overall,
            topics,
            paused: None,
            exams: vec![],
            days,
            streak,
            ahead: None,
            doubtful: Doubtful::default(),
            chances: BTreeMap::new(),
            now,
            zone,
            today: calendar.today(),
        }
    }

    /// With the chances of the topics, by what is known about all questions.
    pub(crate) fn with_chances(mut self, knowledge: &Knowledge<'_>) -> Self {
        let chance =
            |topic: &TopicStatistics| Some((topic.id.clone(), knowledge.topic_chance(&topic.id, self.now)?));
        self.chances = self.topics.iter().filter_map(chance).collect();
        self
    }

    /// How likely a question of the topic would be answered right now, if there are enough answers to compare it.
    pub(crate) fn chance(&self, topic: &TopicStatistics) -> Option<f64> {
        self.chances.get(&topic.id).copied().filter(|_| topic.answers >= ENOUGH)
    }

    /// The same in percent.
    pub(crate) fn chance_percent(&self, topic: &TopicStatistics) -> Option<usize> {
        self.chance(topic).map(|chance| (chance * 100.0).round() as usize)
    }

    /// What there is to say about readiness; nothing without answers.
    pub(crate) fn readiness_words(&self) -> Option<ReadinessWords<'_>> {
        self.ahead.as_ref()?.readiness_words()
    }

    /// What is to be done today.
    pub(crate) fn today_line(&self) -> Option<String> {
        Some(today_line(self.ahead.as_ref()?))
    }

    /// What looks known and is not.
    pub(crate) fn doubtful_lines(&self) -> Vec<String> {
        let mut lines = vec![];
        match self.doubtful.misconceptions {
            0 => {}
            1 => lines.push(String::from(
                "1 question was answered wrong the same way twice or more: guardprep review --missed",
            )),
            n => lines.push(format!(
                "{n} questions were answered wrong the same way twice or more: guardprep review --missed"
            )),
        }
        match self.doubtful.lucky {
            0 => {}
            1 => lines.push(String::from("1 right answer was a guess: guardprep review --guessed")),
            n => lines.push(format!("{n} right answers were guesses: guardprep review --guessed")),
        }
        lines
    }

    /// One line of state: what is seen, how much is right, when it was.
    pub(crate) fn state(&self) -> String {
        let all = &self.overall;
        let Some(percent) = all.percent() else {
            return format!("No question of {} seen yet.", all.questions);
        };
        let counted = self.ahead.as_ref().and_then(|ahead| Some((ahead.counted()?, &ahead.pacing)));
        let seen = match counted {
            Some((counted, pacing)) => {
                format!("{} of {counted} questions for your exam seen", pacing.questions - pacing.unseen)
            }
            None => format!("{} of {} questions seen", all.seen, all.questions),
        };
        let last = all
            .last
            .map_or_else(String::new, |last| format!(" Last practiced {}.", ago(last, self.now, &self.zone)));
        format!("{seen}, {percent}% right.{last}{}", self.streak_sentence())
    }

    /// Where a sitting waits, and how to go on with it.
    pub(crate) fn paused_line(&self) -> Option<String> {
        let paused = self.paused.as_ref()?;
        let a = if paused.what == "exam" { "An" } else { "A" };
        let clock = paused.clock.as_ref().map_or_else(String::new, |clock| format!(", and {clock}"));
        let others = match paused.others {
            0 => String::new(),
            1 => String::from(" Another one is paused: guardprep resume --list"),
            n => format!(" {n} others are paused: guardprep resume --list"),
        };
        Some(if paused.of == 0 {
            format!("{a} {} of another bank is paused: guardprep resume --bank FILE{others}", paused.what)
        } else {
            format!(
                "{a} {} is paused after {} of {}{clock}: guardprep resume{}{others}",
                paused.what,
                paused.answered,
                counted(paused.of, "question"),
                if others.is_empty() { "" } else { "." },
            )
        })
    }

    pub(crate) fn exams_line(&self) -> Option<String> {
        past_exams_line(&self.exams, self.now, &self.zone)
    }

    /// What became of answers that do not count as they were given.
    pub(crate) fn aside_lines(&self) -> Vec<String> {
        let mut lines = vec![];
        match self.overall.changed {
            0 => {}
            1 => lines.push(String::from(
                "1 question has another answer since you answered it. It will be asked again.",
            )),
            n => lines.push(format!(
                "{n} questions have another answer since you answered them. They will be asked again."
            )),
        }
        match self.overall.set_aside {
            0 => {}
            1 => lines
                .push(String::from("1 answer to a question that is no longer in the banks is kept aside.")),
            n => lines
                .push(format!("{n} answers to questions that are no longer in the banks are kept aside.")),
        }
        lines
    }

    /// The topics: the weakest first, then those with too few answers to tell,
    /// then those that are not begun, in the order of the bank.
    pub(crate) fn weakest_first(&self) -> Vec<&TopicStatistics> {
        let mut shown: Vec<&TopicStatistics> = self.topics.iter().collect();
        shown.sort_by(|a, b| {
            let rank = |topic: &TopicStatistics| match self.chance(topic) {
                Some(chance) => (0, chance),
                None if topic.answers > 0 => (1, 0.0),
                None => (2, 0.0),
            };
            rank(a).partial_cmp(&rank(b)).unwrap_or(std::cmp::Ordering::Equal)
        });
        shown
    }

    /// What to type next, given the topics of the table, weakest first.
    pub(crate) fn next(&self, shown: &[&TopicStatistics]) -> Option<String> {
        if self.overall.answers == 0 {
            return Some(String::from("Start with: guardprep quiz"));
        }
        // A weakest is one of several.
        let comparable = shown.iter().filter(|topic| self.chance(topic).is_some()).count();
        match shown.first().filter(|_| comparable > 1) {
            Some(topic) => Some(format!("Lowest chance: {}. Try: guardprep quiz {}", topic.title, topic.id)),
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

    /// How long ago something was, as of this report.
    pub(crate) fn ago(&self, then: Option<Millis>) -> String {
        then.map_or_else(String::new, |then| ago(then, self.now, &self.zone))
    }

    /// The day on which the report is made.
    pub(crate) fn today(&self) -> Date {
        self.today
    }

    /// The day of a moment.
    pub(crate) fn date(&self, at: Millis) -> Date {
        Calendar::new(at, self.zone.clone()).today()
    }

    /// The first moment of a day.
    pub(crate) fn morning(&self, date: Date) -> Option<Millis> {
        Some(date.to_zoned(self.zone.clone()).ok()?.timestamp().as_millisecond())
    }

    /// Such as `5 days in a row.`; nothing about a single day.
    fn streak_sentence(&self) -> String {
        match self.streak {
            Some(Streak { days: days @ 2.., today: true }) => format!(" {days} days in a row."),
            Some(Streak { days: days @ 2.., today: false }) => {
                format!(" {days} days in a row up to yesterday.")
            }
            _ => String::new(),
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
                    "right_now": topic.right_now, "chance": self.chance(topic),
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
            "readiness": self.ahead.as_ref().and_then(Ahead::readiness_json),
            "plan": self.ahead.as_ref().map(Ahead::plan_json),
            "streak": self.streak.map(|streak| json!({ "days": streak.days, "today": streak.today })),
            "lucky": self.doubtful.lucky,
            "misconceptions": self.doubtful.misconceptions,
        })
    }
}
