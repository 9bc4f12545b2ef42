//! Learners: what they know before they begin, how they answer, and three laws by which they forget.
//!
//! The laws are from the literature. Their parameters are such that half of the questions are known before (60 % right with
//! luck) and that round-robin, averaged over the laws, reaches about 77 % with one answer a question in two weeks, 86 %
//! with two and 93 % with four. They were set by round-robin alone, before any other order or readiness was looked at.

use super::dice::Dice;

/// How a learner forgets. None of them is the model that the program believes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Law {
    /// Recall halves and halves again (Ebbinghaus; half-life regression). A successful recall lengthens the half-life, and
    /// the more so the later it comes.
    Exponential,
    /// A power law with difficulty and stability, as FSRS has, but with another exponent (1/2, as Wixted and Carpenter
    /// found) and other gains.
    Power,
    /// ACT-R: every answer leaves a trace that decays as a power of its age; traces laid while much is active decay
    /// faster (Anderson and Schooler 1991; Pavlik and Anderson 2005).
    Traces,
}

pub(super) const LAWS: [Law; 3] = [Law::Exponential, Law::Power, Law::Traces];

/// Of four options a guesser takes the right one this often.
pub(super) const LUCK: f64 = 0.25;
/// What was known before was learned about this many days ago.
const LEARNED_BEFORE: f64 = 60.0;

/// What a learner has of one question.
#[derive(Clone, Debug)]
enum Mind {
    Nothing,
    /// Since this day, with a stability in days; the difficulty is used by the power law only.
    Stable {
        stability: f64,
        difficulty: f64,
        since: f64,
    },
    /// Traces with their day, weight and decay.
    Traces(Vec<(f64, f64, f64)>),
}

pub(super) struct Learner {
    law: Law,
    minds: Vec<Mind>,
    /// How well each question sticks with this learner: 1 on average.
    sticks: Vec<f64>,
    dice: Dice,
}

/// What an answer was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) recalled: bool,
    pub(super) right: bool,
}

impl Learner {
    /// A learner for a bank whose questions have these topics (as numbers). About half are known before.
    pub(super) fn new(law: Law, topics: &[usize], seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let able = 0.6 * dice.normal() - 0.02;
        let count = topics.iter().max().map_or(0, |most| most + 1);
        let strengths: Vec<f64> = (0..count).map(|_| able + 0.7 * dice.normal()).collect();
        let own = (0.3 * dice.normal()).exp();
        let (mut minds, mut sticks) = (vec![], vec![]);
        for &topic in topics {
            let known = logistic(strengths[topic] + dice.normal());
            let known = dice.chance(known);
            minds.push(if known { law.known() } else { Mind::Nothing });
            sticks.push(own * (0.4 * dice.normal()).exp());
        }
        Self { law, minds, sticks, dice }
    }

    /// How likely a question is recalled on a day.
    pub(super) fn recall(&self, question: usize, day: f64) -> f64 {
        match &self.minds[question] {
            Mind::Nothing => 0.0,
            Mind::Stable { stability, since, .. } => match self.law {
                Law::Power => (1.0 + 19.0 / 81.0 * (day - since) / stability).powf(-0.5),
                _ => (-(day - since) / stability).exp(),
            },
            Mind::Traces(traces) => logistic((activation(traces, day) + 0.55) / 0.4),
        }
    }

    /// The expected share of right answers in an exam of all questions on a day.
    pub(super) fn score(&self, day: f64) -> f64 {
        let chances = (0..self.minds.len()).map(|question| LUCK + (1.0 - LUCK) * self.recall(question, day));
        chances.sum::<f64>() / self.minds.len() as f64
    }

    /// Answers a question in an exam, which teaches nothing.
    pub(super) fn tested(&mut self, question: usize, day: f64) -> bool {
        let recall = self.recall(question, day);
        self.dice.chance(recall) || self.dice.chance(LUCK)
    }

    /// Answers a question on a day, reads the explanation, and learns from it.
    pub(super) fn answer(&mut self, question: usize, day: f64) -> Given {
        let recall = self.recall(question, day);
        let recalled = self.dice.chance(recall);
        let right = recalled || self.dice.chance(LUCK);
        let stick = self.sticks[question];
        let mind = &mut self.minds[question];
        match (self.law, mind) {
            (Law::Traces, Mind::Traces(traces)) => {
                let decay = 0.35 + 0.3 * activation(traces, day).exp().min(4.0);
                traces.push((day, stick.sqrt(), decay));
            }
            (Law::Traces, mind) => *mind = Mind::Traces(vec![(day, stick.sqrt(), 0.35)]),
            (law, Mind::Stable { stability, difficulty, since }) => {
                *since = day;
                match law {
                    Law::Power if recalled => {
                        *stability *= 1.0
                            + (11.0 - *difficulty)
                                * stability.powf(-0.15)
                                * ((0.5 * (1.0 - recall)).exp() - 1.0);
                    }
                    Law::Power => {
                        *stability = (0.5 * stick * (1.0 + *stability).powf(0.2)).min(*stability);
                        *difficulty = (*difficulty + 1.0).min(10.0);
                    }
                    _ if recalled => *stability *= 1.1 + 1.2 * (1.0 - recall),
                    _ => *stability = (0.5 * *stability).max(7.0 * stick),
                }
            }
            (law, mind) => {
                let stability = if law == Law::Power { 0.45 } else { 7.5 } * stick;
                *mind = Mind::Stable { stability, difficulty: 6.0, since: day };
            }
        }
        Given { recalled, right }
    }

    /// Whether a guess is said to be one: 70 % of the lucky ones are, and 10 % of what was known.
    pub(super) fn says_guess(&mut self, given: Given) -> bool {
        given.right && self.dice.chance(if given.recalled { 0.1 } else { 0.7 })
    }
}

impl Law {
    /// The mind of somebody who has known a question for a while.
    fn known(self) -> Mind {
        match self {
            Self::Exponential => Mind::Stable { stability: 250.0, difficulty: 5.0, since: 0.0 },
            Self::Power => Mind::Stable { stability: 100.0, difficulty: 4.0, since: 0.0 },
            Self::Traces => Mind::Traces(vec![(-LEARNED_BEFORE, 6.0, 0.35)]),
        }
    }
}

fn activation(traces: &[(f64, f64, f64)], day: f64) -> f64 {
    // An hour is the youngest that a trace gets.
    traces
        .iter()
        .map(|(since, weight, decay)| weight * (day - since).max(0.04).powf(-decay))
        .sum::<f64>()
        .ln()
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}
