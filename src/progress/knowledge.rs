//! What the answers so far say about each question: how likely it would be answered right in an exam.
//!
//! A question that was answered is believed by the memory model, plus luck, plus what the model has been wrong about
//! this learner so far. The latter is kept apart for what was known from the start and for what was learned here: the
//! model underrates the one and overrates the other, and a study order repeats mostly the second. A question that never
//! came is believed by the first answers to its topic.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::answers::Given;
use super::memory::Remembered;
use super::misconceptions::{Doubt, doubt};
use super::{Attempt, History, Millis};
use crate::bank::Question;

/// Everything that the answers up to some time say about some questions.
#[derive(Clone, Debug)]
pub(crate) struct Knowledge<'b> {
    questions: Vec<Known<'b>>,
    topics: BTreeMap<&'b str, Strength>,
    /// How many answers count.
    pub(crate) answers: usize,
    /// Only answers before this moment count.
    until: Millis,
    /// How far the memory model is off for what was known from the start, and for what was learned here. It takes longer
    /// than all else, and few ask for it.
    shifts: OnceLock<[Shift; 2]>,
}

/// By how much the learner does better (above 0) than the memory model says, in logits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shift {
    by: f64,
    pub(super) variance: f64,
}

/// What is known about one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Known<'b> {
    pub(crate) question: &'b Question,
    /// Its answers, later ones included.
    pub(super) given: Given<'b>,
    /// `None` while it never came.
    pub(crate) last: Option<Last>,
    pub(crate) answers: usize,
    /// Whether it was ever wrong, or a guess.
    pub(crate) missed: bool,
    /// What looks known, or is sure to the learner, and is not.
    pub(crate) doubt: Option<Doubt>,
}

impl Known<'_> {
    /// Whether its last answer was wrong.
    pub(super) fn is_wrong(&self) -> bool {
        self.given.attempts().next_back().is_some_and(|last| !last.correct)
    }
}

/// The last answer to a question, and what is remembered since.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Last {
    pub(crate) remembered: Remembered,
    /// Right, and not a guess.
    pub(crate) knew: bool,
    /// Its place in the log.
    pub(crate) place: usize,
}

/// The first answers to the questions of a topic, or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Strength {
    questions: usize,
    /// Questions answered at least once.
    seen: usize,
    /// Of these, right the first time; luck counts, as it will in the exam.
    right: usize,
    /// The sum of [`Question::luck`] of all questions.
    luck: f64,
}

/// The variance of the shift before any answer: a learner may well be this far from the model.
const SHIFT_VARIANCE: f64 = 0.49;
/// From so many questions on a topic is compared with others.
const COMPARABLE: usize = 5;
/// No probability is nearer to 0 or 1, so that its logit is a number.
const NEAREST: f64 = 1e-9;

impl<'b> Knowledge<'b> {
    /// What the answers before `until` say about these questions.
    pub(crate) fn until(until: Millis, questions: &[&'b Question], history: &'b History) -> Self {
        let mut topics: BTreeMap<&str, Strength> = BTreeMap::new();
        let mut attempts: Vec<Attempt> = vec![];
        let known = |&question: &&'b Question| {
            let given = history.given(question);
            attempts.clear();
            // Taken one after another from outside, they take three times as long.
            given.before(until).for_each(|attempt| attempts.push(attempt));
            let topic = topics.entry(&question.topic).or_default();
            topic.questions += 1;
            topic.luck += question.luck();
            topic.seen += usize::from(!attempts.is_empty());
            topic.right += usize::from(attempts.first().is_some_and(|first| first.correct));
            let remembered = given.remembered_before(until);
            let last = attempts.last().zip(remembered);
            Known {
                question,
                given,
                last: last.map(|(last, remembered)| Last {
                    remembered,
                    knew: last.knew(),
                    place: last.place,
                }),
                answers: attempts.len(),
                missed: attempts.iter().any(|attempt| !attempt.knew()),
                doubt: doubt(question, &attempts, history),
            }
        };
        let questions: Vec<Known<'b>> = questions.iter().map(known).collect();
        let answers = questions.iter().map(|known| known.answers).sum();
        Self { questions, topics, answers, until, shifts: OnceLock::new() }
    }

    /// What all answers say.
    pub(crate) fn new(questions: &[&'b Question], history: &'b History) -> Self {
        Self::until(Millis::MAX, questions, history)
    }

    /// What is known about each question, in the order in which they were given.
    pub(crate) fn questions(&self) -> &[Known<'b>] {
        &self.questions
    }

    /// How many questions were answered at least once.
    pub(crate) fn seen(&self) -> usize {
        self.topics.values().map(|topic| topic.seen).sum()
    }

    /// How likely a question would be answered right at this time, luck included.
    pub(crate) fn chance(&self, known: &Known<'_>, now: Millis) -> f64 {
        match known.last {
            Some(last) => {
                let chance = with_luck(last.remembered.recall(now), known.question.luck());
                logistic(logit(chance) + self.shift(known).by)
            }
            None => self.first_right(&known.question.topic),
        }
    }

    /// How far the memory model is off for a question.
    fn shift(&self, known: &Known<'_>) -> Shift {
        self.shifts()[usize::from(known.missed)]
    }

    /// How far it is off for questions that were never missed, and for the others.
    pub(super) fn shifts(&self) -> [Shift; 2] {
        *self.shifts.get_or_init(|| self.repeats().map(|repeats| Shift::of(&repeats)))
    }

    /// For every answer that repeats a question on another day: how likely it was to be right, and whether it was. First
    /// for what was known from the start, then for what was learned here.
    fn repeats(&self) -> [Vec<(f64, bool)>; 2] {
        let mut repeats = [vec![], vec![]];
        for known in &self.questions {
            let (luck, mut missed) = (known.question.luck(), false);
            let mut before: Option<Remembered> = None;
            for attempt in known.given.before(self.until) {
                let expected = before.and_then(|before| before.expected(attempt.at));
                // The model is sure that nothing is forgotten within minutes: a miss would shock it.
                if let Some(recall) = expected {
                    repeats[usize::from(missed)].push((with_luck(recall, luck), attempt.correct));
                }
                before = Some(Remembered::tested(before, expected, &attempt));
                missed |= !attempt.knew();
            }
        }
        repeats
    }

    /// How likely a question of a topic would be answered right at this time: the mean of its questions. `None` without
    /// questions.
    pub(crate) fn topic_chance(&self, topic: &str, now: Millis) -> Option<f64> {
        let chances: Vec<f64> = self.of_topic(topic).map(|known| self.chance(known, now)).collect();
        (!chances.is_empty()).then(|| chances.iter().sum::<f64>() / chances.len() as f64)
    }

    /// The share of a topic's new questions that is known already, without luck: what decides which topic comes first.
    pub(crate) fn prior(&self, topic: &str) -> f64 {
        let luck = self.topics.get(topic).map_or(0.0, |topic| topic.luck / topic.questions.max(1) as f64);
        ((self.first_right(topic) - luck) / (1.0 - luck)).clamp(0.02, 0.98)
    }

    /// Whether enough of a topic came to say that less of it was right at first than of all.
    pub(crate) fn is_weak(&self, topic: &str) -> bool {
        let all = self.topics.values().fold((0, 0), |(right, seen), of| (right + of.right, seen + of.seen));
        self.topics.get(topic).is_some_and(|of| of.seen >= COMPARABLE && of.right * all.1 < all.0 * of.seen)
    }

    pub(super) fn of_topic<'k>(&'k self, topic: &'k str) -> impl Iterator<Item = &'k Known<'b>> {
        self.questions.iter().filter(move |known| known.question.topic == topic)
    }

    /// How likely a new question of a topic is answered right: its first answers so far, drawn toward those of all
    /// topics, and these toward 60 %.
    pub(super) fn first_right(&self, topic: &str) -> f64 {
        let seen: usize = self.topics.values().map(|topic| topic.seen).sum();
        let right: usize = self.topics.values().map(|topic| topic.right).sum();
        let all = (right as f64 + 2.4) / (seen as f64 + 4.0);
        let topic = self.topics.get(topic).copied().unwrap_or_default();
        (topic.right as f64 + 6.0 * all) / (topic.seen as f64 + 6.0)
    }

    /// The variance of [`Knowledge::first_right`], and the share of the topic's questions that it is about.
    pub(super) fn unseen(&self, topic: &str) -> (f64, f64) {
        let mean = self.first_right(topic);
        let topic = self.topics.get(topic).copied().unwrap_or_default();
        let share = (topic.questions - topic.seen) as f64 / topic.questions.max(1) as f64;
        (mean * (1.0 - mean) / (topic.seen as f64 + 7.0), share)
    }
}

/// Whoever does not recall may still guess.
fn with_luck(recall: f64, luck: f64) -> f64 {
    luck + (1.0 - luck) * recall
}

fn logit(p: f64) -> f64 {
    let p = p.clamp(NEAREST, 1.0 - NEAREST);
    (p / (1.0 - p)).ln()
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

impl Shift {
    /// The most likely shift, from predictions and what came of them (Newton's method; the logarithm of the posterior is
    /// concave).
    fn of(repeats: &[(f64, bool)]) -> Self {
        let predicted: Vec<(f64, f64)> =
            repeats.iter().map(|(p, right)| (logit(*p), f64::from(u8::from(*right)))).collect();
        let mut by = 0.0_f64;
        let mut precision = 1.0 / SHIFT_VARIANCE;
        for _ in 0..12 {
            let (mut slope, mut curve) = (-by / SHIFT_VARIANCE, 1.0 / SHIFT_VARIANCE);
            for (logit, right) in &predicted {
                let p = logistic(logit + by);
                slope += right - p;
                curve += p * (1.0 - p);
            }
            let step = slope / curve;
            // A step of more than 2 overshoots where the curve is flat.
            by += step.clamp(-2.0, 2.0);
            precision = curve;
            if step.abs() < 1e-9 {
                break;
            }
        }
        Self { by, variance: 1.0 / precision }
    }
}
