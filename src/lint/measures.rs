//! What a whole bank looks like in numbers: each with what was to be expected, and the questions that stand out.

use std::collections::BTreeMap;

use super::cues::{self, Cue, with_one_key};
use super::texts::{QuestionTexts, Texts};
use super::word_balance::{self, Balance};
use crate::bank::{Kind, Level, Named, Question};

/// Below this many questions with one key, shares are noise and are not judged.
pub(crate) const FEWEST: usize = 40;

/// How many questions have a property, what was to be expected, and the clearest of them.
#[derive(Clone, Debug)]
pub(crate) struct Share {
    pub(crate) count: usize,
    pub(crate) expected: f64,
    /// One standard error of `expected`.
    pub(crate) error: f64,
    /// Ids, clearest first, at most ten.
    pub(crate) worst: Vec<String>,
}

/// The measured bank.
#[derive(Clone, Debug)]
pub(crate) struct BankMeasures {
    pub(crate) questions: usize,
    /// Those with several keys.
    pub(crate) several_keys: usize,
    /// Questions with one key, true-false aside: the ones that a strategy can be tried on.
    pub(crate) judged: usize,
    pub(crate) key_longest: Share,
    pub(crate) key_shortest: Share,
    /// Mean over questions of log2(key's length / mean length of its distractors): 0 is even, 1 is twice as long.
    pub(crate) length_ratio: f64,
    pub(crate) option_counts: BTreeMap<usize, usize>,
    pub(crate) kinds: Vec<(&'static str, usize)>,
    pub(crate) levels: Vec<(&'static str, usize)>,
    pub(crate) cues: Vec<Cue>,
    pub(crate) balance: Vec<Balance>,
}

impl BankMeasures {
    pub(super) fn of(texts: &Texts<'_>) -> Self {
        let questions: Vec<&Question> = texts.questions().map(|texts| texts.question).collect();
        let mut option_counts = BTreeMap::new();
        for question in &questions {
            *option_counts.entry(question.option_count()).or_insert(0) += 1;
        }
        let kinds =
            Kind::ALL.iter().map(|&kind| (kind.name(), questions.iter().filter(|q| q.kind == kind).count()));
        let levels = Level::ALL
            .iter()
            .map(|&level| (level.name(), questions.iter().filter(|q| q.level == level).count()));
        Self {
            questions: questions.len(),
            several_keys: questions.iter().filter(|question| question.has_several_keys()).count(),
            judged: with_one_key(texts).count(),
            key_longest: key_longest(texts),
            key_shortest: key_shortest(texts),
            length_ratio: length_ratio(texts),
            option_counts,
            kinds: kinds.collect(),
            levels: levels.collect(),
            cues: cues::measure(texts),
            balance: word_balance::measure(texts),
        }
    }
}

pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / (whole as f64).max(1.0)
}

/// Questions whose key is longer than every distractor.
fn key_longest(texts: &Texts<'_>) -> Share {
    share(texts, |key, distractors| {
        let longest = distractors.iter().copied().max()?;
        (key > longest).then(|| key as f64 / longest as f64)
    })
}

/// Questions whose key is shorter than every distractor.
fn key_shortest(texts: &Texts<'_>) -> Share {
    share(texts, |key, distractors| {
        let shortest = distractors.iter().copied().min()?;
        (key < shortest).then(|| shortest as f64 / key as f64)
    })
}

fn share(texts: &Texts<'_>, stands_out: impl Fn(usize, &[usize]) -> Option<f64>) -> Share {
    let (mut expected, mut variance) = (0.0, 0.0_f64);
    let mut out: Vec<(f64, &str)> = vec![];
    for texts in with_one_key(texts) {
        let question = texts.question;
        let chance = 1.0 / question.option_count() as f64;
        expected += chance;
        variance += chance * (1.0 - chance);
        let (key, distractors) = lengths(texts);
        out.extend(stands_out(key, &distractors).map(|by| (by, question.id.as_str())));
    }
    out.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let worst = out.iter().take(10).map(|(_, id)| (*id).to_owned()).collect();
    Share { count: out.len(), expected, error: variance.sqrt(), worst }
}

fn length_ratio(texts: &Texts<'_>) -> f64 {
    let ratios: Vec<f64> = with_one_key(texts)
        .map(|texts| {
            let (key, distractors) = lengths(texts);
            let mean = distractors.iter().sum::<usize>() as f64 / distractors.len() as f64;
            (key as f64 / mean).log2()
        })
        .collect();
    ratios.iter().sum::<f64>() / (ratios.len() as f64).max(1.0)
}

/// Length of the key and of each distractor, of a question with one key.
fn lengths(texts: QuestionTexts<'_>) -> (usize, Vec<usize>) {
    (texts.option(0).length, texts.distractors().map(|distractor| distractor.length).collect())
}
