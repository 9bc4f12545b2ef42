//! Which questions are asked on a day: by the program, and by what it is compared with.

use super::dice::Dice;
use crate::bank::{Bank, Question};
use crate::progress::{Calendar, Event, History, Knowledge, Memory};
use crate::quiz::{Order, Today};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Policy {
    Random,
    RoundRobin,
    /// Boxes of 1, 2, 4, 8 and 16 days; what is due comes before what is new.
    Leitner,
    /// What is due by FSRS at 90 % comes before what is new, as in Anki: intervals of whole days, the longest overdue first.
    FsrsDue,
    Study,
    StudyWithMarks,
}

pub(super) const POLICIES: [Policy; 6] = [
    Policy::Random,
    Policy::RoundRobin,
    Policy::Leitner,
    Policy::FsrsDue,
    Policy::Study,
    Policy::StudyWithMarks,
];

/// What a policy other than the program's own remembers of a question.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    memory: Memory,
    /// The box, from 0.
    level: u32,
    day: usize,
}

impl Record {
    pub(super) fn after(before: Option<Self>, right: bool, day: usize) -> Self {
        let Some(before) = before else {
            return Self { memory: Memory::first(right), level: u32::from(right), day };
        };
        let memory = before.memory.after(right, before.memory.expected((day - before.day) as f64));
        Self { memory, level: if right { (before.level + 1).min(4) } else { 0 }, day }
    }

    /// For how many days it has been due by FSRS; below 0 if it is not.
    fn late(&self, day: usize) -> f64 {
        (day - self.day) as f64 - self.memory.lasts(0.9).round().max(1.0)
    }

    /// For how many days it has been due in its box; below 0 if it is not.
    fn overdue(&self, day: usize) -> i64 {
        (day - self.day) as i64 - (1_i64 << self.level)
    }
}

impl Policy {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Random => "uniform random",
            Self::RoundRobin => "round-robin",
            Self::Leitner => "Leitner (due, then new)",
            Self::FsrsDue => "FSRS (due, then new)",
            Self::Study => "study",
            Self::StudyWithMarks => "study, 70% of luck marked",
        }
    }

    /// The program's own choice, from a log.
    pub(super) fn is_ours(self) -> bool {
        matches!(self, Self::Study | Self::StudyWithMarks)
    }

    /// The questions of a day, as numbers.
    pub(super) fn choose(
        self,
        records: &[Option<Record>],
        day: usize,
        count: usize,
        dice: &mut Dice,
    ) -> Vec<usize> {
        let mut all: Vec<usize> = (0..records.len()).collect();
        // Ties are broken by chance.
        dice.shuffle(&mut all);
        let key = |&question: &usize| -> (u8, f64) {
            let Some(record) = &records[question] else {
                return (1, 0.0);
            };
            match self {
                Self::RoundRobin => (2, record.day as f64),
                Self::Leitner if record.overdue(day) >= 0 => (0, -record.overdue(day) as f64),
                Self::Leitner => (2, -record.overdue(day) as f64),
                Self::FsrsDue if record.late(day) >= 0.0 => (0, -record.late(day)),
                Self::FsrsDue => (2, -record.late(day)),
                _ => (1, 0.0),
            }
        };
        all.sort_by(|a, b| {
            let (a, b) = (key(a), key(b));
            a.0.cmp(&b.0).then_with(|| a.1.total_cmp(&b.1))
        });
        all.truncate(count);
        all
    }
}

/// What the program asks on a day, from the log, as ids.
pub(super) fn ours(
    bank: &Bank,
    events: &[Event],
    calendar: &Calendar,
    count: usize,
    seed: u64,
) -> Vec<String> {
    let questions: Vec<&Question> = bank.questions().iter().collect();
    let history = History::derive(events);
    let knowledge = Knowledge::new(&questions, &history);
    let weights: Vec<(String, f64)> = bank.topics().iter().map(|topic| (topic.id.clone(), 1.0)).collect();
    Today::choose(&knowledge, &weights, calendar, count, Order::New { in_doubt: count.div_ceil(10) }, seed)
        .questions
        .iter()
        .map(|q| q.id.clone())
        .collect()
}
