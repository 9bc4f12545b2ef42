//! What a guesser without any knowledge gets: one strategy after the other, over a whole bank.
//!
//! A strategy gives each option a number and takes the highest. Ties are shared: where it cannot tell three options
//! apart and the key is among them, that is a third of a hit. So there is no luck in the figures.

use super::lexicon::{ABSOLUTES, AND, COURTEOUS, HEDGES, List, PROCEDURE, RUDE, SWEEPING};
use super::texts::{QuestionTexts, Text, Texts, shared};
use super::vocabulary::Word;

/// A way to choose that looks at words, not at sense.
struct Strategy {
    name: &'static str,
    summary: &'static str,
    score: fn(&Looks<'_>, usize) -> f64,
}

const fn strategy(
    name: &'static str,
    summary: &'static str,
    score: fn(&Looks<'_>, usize) -> f64,
) -> Strategy {
    Strategy { name, summary, score }
}

const STRATEGIES: &[Strategy] = &[
    strategy("longest", "the longest option", |looks, at| looks.option(at).length as f64),
    strategy("shortest", "the shortest option", |looks, at| -(looks.option(at).length as f64)),
    strategy("like-stem", "the one with most words of the stem", |looks, at| {
        shared(looks.option(at).content, looks.texts.stem().content) as f64
    }),
    strategy("hedged", "the most hedged one", |looks, at| looks.count(at, HEDGES)),
    strategy("courteous", "the most courteous one", |looks, at| looks.count(at, COURTEOUS)),
    strategy("fewest-absolutes", "the one with fewest absolutes", |looks, at| {
        -looks.count(at, ABSOLUTES) - looks.count(at, SWEEPING)
    }),
    strategy("like-others", "the one most like the others", like_others),
    strategy("most-detailed", "the one with most words of content", |looks, at| {
        looks.option(at).content.len() as f64
    }),
    strategy("fewest-rude", "the one with fewest harsh verbs", |looks, at| -looks.count(at, RUDE)),
    strategy("procedure", "the one with most words of procedure", |looks, at| looks.count(at, PROCEDURE)),
    strategy("most-joined", "the one with most \"and\" and commas", |looks, at| {
        looks.count(at, AND) + looks.option(at).raw.matches([',', ';']).count() as f64
    }),
];

/// What a question looks like.
struct Looks<'t> {
    texts: QuestionTexts<'t>,
    /// The words of each option, ascending, each once.
    distinct: Vec<Vec<Word>>,
}

impl<'t> Looks<'t> {
    fn of(texts: QuestionTexts<'t>) -> Self {
        let distinct = |option: Text<'_>| {
            let mut words = option.words.to_vec();
            words.sort_unstable();
            words.dedup();
            words
        };
        Self { texts, distinct: texts.options().map(distinct).collect() }
    }

    fn option(&self, at: usize) -> Text<'t> {
        self.texts.option(at)
    }

    fn count(&self, at: usize, list: List) -> f64 {
        self.option(at).count(list) as f64
    }
}

/// The overlap (Jaccard) of an option's words with those of each other option.
fn like_others(looks: &Looks<'_>, at: usize) -> f64 {
    let own = &looks.distinct[at];
    let others = looks.distinct.iter().enumerate().filter(|(other, _)| *other != at);
    others
        .map(|(_, other)| {
            let shared = shared(own, other) as f64;
            shared / (own.len() as f64 + other.len() as f64 - shared).max(1.0)
        })
        .sum()
}

/// What a strategy earns on a bank.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    pub(crate) name: &'static str,
    pub(crate) summary: &'static str,
    /// Expected share of hits, and what chance gives.
    pub(crate) rate: f64,
    pub(crate) chance: f64,
    /// Hits above chance, in standard errors of a bank whose keys were drawn by lot.
    pub(crate) z: f64,
    /// One-sided p-value, adjusted for the number of strategies (Holm).
    pub(crate) p: f64,
    /// Questions that it gets right, clearest first, at most ten.
    pub(crate) worst: Vec<String>,
}

impl Cue {
    /// Points above chance.
    pub(crate) fn excess(&self) -> f64 {
        100.0 * (self.rate - self.chance)
    }

    /// More than five points, and not by accident.
    pub(crate) fn gives_away(&self) -> bool {
        self.excess() > 5.0 && self.z > 3.0 && self.p < 0.05
    }
}

/// Every strategy over the questions with one key.
pub(super) fn measure(texts: &Texts<'_>) -> Vec<Cue> {
    let questions: Vec<Looks<'_>> = with_one_key(texts).map(Looks::of).collect();
    let mut cues: Vec<Cue> = STRATEGIES.iter().map(|strategy| follow(strategy, &questions)).collect();
    adjust(&mut cues);
    cues
}

/// The questions that a strategy can be tried on: one key, and options that differ in more than yes and no.
pub(super) fn with_one_key<'t>(texts: &'t Texts<'_>) -> impl Iterator<Item = QuestionTexts<'t>> {
    texts.questions().filter(|texts| !texts.question.has_several_keys() && !texts.question.is_true_false())
}

fn follow(strategy: &Strategy, questions: &[Looks<'_>]) -> Cue {
    let (mut hits, mut expected, mut variance) = (0.0, 0.0, 0.0);
    let mut right: Vec<(f64, f64, &str)> = vec![];
    let mut scores: Vec<f64> = vec![];
    for question in questions {
        scores.clear();
        scores.extend((0..question.distinct.len()).map(|at| (strategy.score)(question, at)));
        let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let is_best = |score: f64| best - score < 1e-9;
        let tied = scores.iter().filter(|&&score| is_best(score)).count() as f64;
        let chance = 1.0 / scores.len() as f64;
        expected += chance;
        // A hit is worth 1/tied, and the key is among the tied with probability tied/options.
        variance += chance / tied - chance * chance;
        if is_best(scores[0]) {
            hits += 1.0 / tied;
            let next = scores[1..].iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let scale = best.abs().max(1.0);
            right.push((1.0 / tied, (best - next) / scale, question.texts.question.id.as_str()));
        }
    }
    // A hit that is shared by all options is no give-away.
    right.retain(|(share, margin, _)| *share > 0.5 && *margin > 0.0);
    right.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.2.cmp(b.2)));
    let n = (questions.len() as f64).max(1.0);
    let z = if variance > 0.0 { (hits - expected) / variance.sqrt() } else { 0.0 };
    Cue {
        name: strategy.name,
        summary: strategy.summary,
        rate: hits / n,
        chance: expected / n,
        z,
        p: upper_tail(z),
        worst: right.into_iter().take(10).map(|(_, _, id)| id.to_owned()).collect(),
    }
}

/// Holm's adjustment: the smallest p-value counts as often as there are strategies, the next once less, and so on.
fn adjust(cues: &mut [Cue]) {
    let mut order: Vec<usize> = (0..cues.len()).collect();
    order.sort_by(|&a, &b| cues[a].p.total_cmp(&cues[b].p));
    let mut least = 0.0_f64;
    for (rank, &at) in order.iter().enumerate() {
        least = least.max(cues[at].p * (cues.len() - rank) as f64).min(1.0);
        cues[at].p = least;
    }
}

/// P(Z > z) of the normal distribution; Abramowitz and Stegun 26.2.17, good to 7.5e-8.
pub(super) fn upper_tail(z: f64) -> f64 {
    if z < 0.0 {
        return 1.0 - upper_tail(-z);
    }
    let t = 1.0 / (1.0 + 0.231_641_9 * z);
    let series = [1.330_274_429, -1.821_255_978, 1.781_477_937, -0.356_563_782, 0.319_381_530];
    let sum = series.iter().fold(0.0, |sum, factor| (sum + factor) * t);
    (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt() * sum
}
