//! How likely an exam would be passed today.
//!
//! The expected score is the mean of all questions' chances, weighted by topic. The real score differs from it by the
//! luck of the draw and by what is not known about the learner; the chance to pass is a normal approximation of both.

use super::{Knowledge, Millis};

/// The exam that somebody prepares for, as far as readiness depends on it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Aim {
    /// The id of its profile, if it has one.
    pub(crate) profile: Option<String>,
    /// One or more, each of which has to be passed.
    pub(crate) papers: Vec<PaperAim>,
    /// Whether no pass mark is known and a usual one was taken.
    pub(crate) pass_assumed: bool,
}

/// One paper of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PaperAim {
    pub(crate) questions: usize,
    /// How many right answers are needed to pass.
    pub(crate) needed: usize,
    /// Its topics and their shares, in any unit.
    pub(crate) weights: Vec<(String, u32)>,
}

/// How ready somebody is. Scores are shares of right answers, from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Readiness {
    /// Whether there are enough answers for the figures to mean something.
    pub(crate) enough: bool,
    /// How many answers there are.
    pub(crate) answers: usize,
    /// The chance to pass.
    pub(crate) chance: f64,
    /// Eight of ten scores are expected between `low` and `high`.
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// The score that passes.
    pub(crate) pass: f64,
    pub(crate) questions: usize,
    /// The profile of the exam, if it has one.
    pub(crate) profile: Option<String>,
    /// The topic that would raise the score most if all of it were known.
    pub(crate) raise: Option<String>,
}

/// The standard deviation of a score that no answer explains: the real exam asks a bit differently.
const SPREAD: f64 = 0.04;
/// Eight of ten values of a normal distribution are within so many standard deviations of its mean.
const EIGHT_OF_TEN: f64 = 1.28;

impl Readiness {
    /// Below this many answers, or with less than half of the questions seen, there is no telling.
    pub(crate) const ENOUGH: usize = 40;
}

impl Aim {
    /// The share of each topic in the whole exam; the sum is 1.
    pub(crate) fn weights(&self) -> Vec<(String, f64)> {
        let mut all: Vec<(String, f64)> = vec![];
        for paper in &self.papers {
            let sum: u32 = paper.weights.iter().map(|(_, share)| share).sum();
            for (topic, share) in &paper.weights {
                let share = f64::from(*share) / f64::from(sum.max(1)) * paper.questions as f64;
                match all.iter_mut().find(|(other, _)| other == topic) {
                    Some((_, so_far)) => *so_far += share,
                    None => all.push((topic.clone(), share)),
                }
            }
        }
        let sum: f64 = all.iter().map(|(_, share)| share).sum();
        all.into_iter().map(|(topic, share)| (topic, share / sum.max(f64::MIN_POSITIVE))).collect()
    }
}

/// The expected score of one paper, and its variance from what is not known about the learner.
#[derive(Clone, Copy)]
struct Expected {
    score: f64,
    variance: f64,
}

impl Expected {
    /// `weights` may be in any unit. Topics without a question are left out: others will fill in for them.
    fn of(weights: &[(String, f64)], knowledge: &Knowledge<'_>, now: Millis) -> Self {
        let (mut sum, mut score, mut slopes, mut unseen) = (0.0, 0.0, [0.0; 2], 0.0);
        for (topic, weight) in weights {
            let (mut questions, mut chances, mut of_topic) = (0.0, 0.0, [0.0; 2]);
            for known in knowledge.of_topic(topic) {
                let p = knowledge.chance(known, now);
                questions += 1.0;
                chances += p;
                if known.last.is_some() {
                    of_topic[usize::from(known.missed)] += p * (1.0 - p);
                }
            }
            if questions > 0.0 {
                let (variance, share) = knowledge.unseen(topic);
                sum += weight;
                score += weight * chances / questions;
                slopes[0] += weight * of_topic[0] / questions;
                slopes[1] += weight * of_topic[1] / questions;
                unseen += (weight * share).powi(2) * variance;
            }
        }
        if sum == 0.0 {
            return Self { score: 0.0, variance: 0.0 };
        }
        let shifts =
            slopes.iter().zip(knowledge.shifts()).map(|(slope, shift)| shift.variance * slope * slope);
        let variance = (shifts.sum::<f64>() + unseen) / sum.powi(2) + SPREAD.powi(2);
        Self { score: score / sum, variance }
    }

    /// The chance that at least `needed` of so many questions are answered right.
    fn reaches(self, needed: usize, questions: usize) -> f64 {
        let (n, mean) = (questions.max(1) as f64, self.score);
        let deviation = (mean * (1.0 - mean) / n + self.variance * (1.0 - 1.0 / n)).sqrt();
        normal((mean - (needed as f64 - 0.5) / n) / deviation.max(1e-9))
    }
}

/// How ready somebody with this knowledge (of all questions that the exam may ask) is for an exam now. Without an answer
/// the chance is never above one half.
pub(crate) fn readiness(knowledge: &Knowledge<'_>, aim: &Aim, now: Millis) -> Readiness {
    let papers = aim.papers.iter().map(|paper| {
        let weights: Vec<(String, f64)> =
            paper.weights.iter().map(|(topic, share)| (topic.clone(), f64::from(*share))).collect();
        Expected::of(&weights, knowledge, now).reaches(paper.needed, paper.questions)
    });
    // As if one paper told nothing about another: a bit too careful.
    let chance: f64 = papers.product();
    let questions: usize = aim.papers.iter().map(|paper| paper.questions).sum();
    let needed: usize = aim.papers.iter().map(|paper| paper.needed).sum();
    let weights = aim.weights();
    let Expected { score, variance } = Expected::of(&weights, knowledge, now);
    let n = questions.max(1) as f64;
    let around = EIGHT_OF_TEN * (score * (1.0 - score) / n + variance).sqrt();
    let missing = |(topic, weight): &(String, f64)| {
        knowledge.topic_chance(topic, now).map(|chance| (weight * (1.0 - chance), topic.clone()))
    };
    let raise =
        weights.iter().filter_map(missing).reduce(|most, one| if one.0 > most.0 { one } else { most });
    Readiness {
        enough: knowledge.answers >= Readiness::ENOUGH && knowledge.seen() * 2 >= knowledge.questions().len(),
        answers: knowledge.answers,
        chance: if knowledge.answers == 0 { chance.min(0.5) } else { chance },
        low: (score - around).max(0.0),
        high: (score + around).min(1.0),
        pass: needed as f64 / n,
        questions,
        profile: aim.profile.clone(),
        raise: raise.map(|(_, topic)| topic),
    }
}

/// The distribution function of the standard normal distribution, as a series (Marsaglia 2004, Evaluating the Normal
/// Distribution, Journal of Statistical Software 11/4).
fn normal(x: f64) -> f64 {
    if x.abs() > 8.0 {
        return if x < 0.0 { 0.0 } else { 1.0 };
    }
    let square = x * x;
    let (mut sum, mut term, mut n) = (x, x, 1.0);
    while term.abs() > 1e-17 * sum.abs() {
        n += 2.0;
        term *= square / n;
        sum += term;
    }
    (0.5 + sum * (-square / 2.0).exp() / std::f64::consts::TAU.sqrt()).clamp(0.0, 1.0)
}
