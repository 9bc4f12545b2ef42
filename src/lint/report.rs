//! What a whole bank looks like in numbers: each with what was to be expected, and the questions that stand out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json as value};

use super::cues::{self, Cue, with_one_key};
use super::explain::fill;
use super::prose::length;
use crate::bank::{Bank, Kind, Level, Named, Question};
use crate::words::counted;

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
pub(crate) struct Report {
    pub(crate) questions: usize,
    /// Questions with one key: the ones that a strategy can be tried on.
    pub(crate) judged: usize,
    pub(crate) key_longest: Share,
    pub(crate) key_shortest: Share,
    /// Mean over questions of log2(key's length / mean length of its distractors): 0 is even, 1 is twice as long.
    pub(crate) length_ratio: f64,
    pub(crate) option_counts: BTreeMap<usize, usize>,
    pub(crate) kinds: Vec<(&'static str, usize)>,
    pub(crate) levels: Vec<(&'static str, usize)>,
    pub(crate) cues: Vec<Cue>,
}

impl Report {
    pub(crate) fn of(bank: &Bank) -> Self {
        let questions = bank.questions();
        let mut option_counts = BTreeMap::new();
        for question in questions {
            *option_counts.entry(question.option_count()).or_insert(0) += 1;
        }
        let kinds =
            Kind::ALL.iter().map(|&kind| (kind.name(), questions.iter().filter(|q| q.kind == kind).count()));
        let levels = Level::ALL
            .iter()
            .map(|&level| (level.name(), questions.iter().filter(|q| q.level == level).count()));
        Self {
            questions: questions.len(),
            judged: with_one_key(bank).count(),
            key_longest: key_longest(bank),
            key_shortest: key_shortest(bank),
            length_ratio: length_ratio(bank),
            option_counts,
            kinds: kinds.collect(),
            levels: levels.collect(),
            cues: cues::measure(bank),
        }
    }

    /// The report for people, at most `width` columns wide where words allow.
    pub(crate) fn text(&self, width: usize) -> String {
        let mut out = String::new();
        let n = self.judged;
        let several = self.questions - n;
        let _ = writeln!(
            out,
            "{}, {several} of them with several right options",
            counted(self.questions, "question")
        );
        let counts = |counts: &mut dyn Iterator<Item = (String, usize)>| {
            let told: Vec<String> = counts
                .map(|(name, count)| format!("{name} {count} ({:.0} %)", percent(count, self.questions)))
                .collect();
            told.join(", ")
        };
        for (what, mut list) in self.mixtures() {
            out.push_str(&fill(&format!("{what}: {}", counts(&mut list.drain(..))), width, "  "));
        }
        if n < FEWEST {
            let words = format!("How the bank looks to a guesser is measured from {FEWEST} questions up.");
            return out + &fill(&words, width, "");
        }
        out.push('\n');
        for (what, share) in [
            ("answer strictly the longest option", &self.key_longest),
            ("answer strictly the shortest option", &self.key_shortest),
        ] {
            let line = format!(
                "{what}: {} of {n}, {:.1} %; by chance {:.1} ± {:.1} %",
                share.count,
                percent(share.count, n),
                100.0 * share.expected / n as f64,
                200.0 * share.error / n as f64
            );
            out.push_str(&fill(&line, width, "  "));
        }
        let times = self.length_ratio.exp2();
        let line = format!(
            "length of the answer against its distractors: {times:.2} times (log2 {:+.3}; 0 is even)",
            self.length_ratio
        );
        out.push_str(&fill(&line, width, "  "));
        out.push('\n');
        out.push_str(&fill(
            "What choosing by looks alone would earn (ties shared; points over chance):",
            width,
            "",
        ));
        let widest = self.cues.iter().map(|cue| cue.name.len()).max().unwrap_or(0);
        let _ = writeln!(
            out,
            "  {:widest$}  {:>6}  {:>6}  {:>6}  {:>5}",
            "choose", "hits", "chance", "points", "z"
        );
        for cue in &self.cues {
            let mark = if cue.gives_away() { "  too much" } else { "" };
            let (rate, chance, excess) = (100.0 * cue.rate, 100.0 * cue.chance, cue.excess());
            let _ = writeln!(
                out,
                "  {:widest$}  {rate:>4.1} %  {chance:>4.1} %  {excess:>+6.1}  {:>+5.1}{mark}",
                cue.name, cue.z
            );
        }
        for cue in self.cues.iter().filter(|cue| cue.gives_away()) {
            out.push_str(&fill(
                &format!("{} finds, clearest first: {}", cue.name, cue.worst.join(", ")),
                width,
                "  ",
            ));
        }
        if n < 150 {
            out.push_str(&fill("Below 150 questions such figures are weak.", width, ""));
        }
        out
    }

    pub(crate) fn json(&self) -> Value {
        let share = |share: &Share| value!({"count": share.count, "expected": share.expected, "standard_error": share.error, "worst": share.worst});
        let named = |list: &[(&str, usize)]| -> Value {
            list.iter()
                .map(|(name, count)| ((*name).to_owned(), value!(count)))
                .collect::<serde_json::Map<_, _>>()
                .into()
        };
        let counts: serde_json::Map<String, Value> =
            self.option_counts.iter().map(|(options, count)| (options.to_string(), value!(count))).collect();
        let cues: Vec<Value> = self
            .cues
            .iter()
            .map(|cue| {
                value!({
                    "name": cue.name, "summary": cue.summary, "rate": cue.rate, "chance": cue.chance,
                    "excess_points": cue.excess(), "z": cue.z, "p_holm": cue.p,
                    "gives_away": self.judged >= FEWEST && cue.gives_away(), "worst": cue.worst,
                })
            })
            .collect();
        value!({
            "questions": self.questions,
            "judged": self.judged,
            "key_longest": share(&self.key_longest),
            "key_shortest": share(&self.key_shortest),
            "length_ratio_log2": self.length_ratio,
            "option_counts": counts,
            "kinds": named(&self.kinds),
            "levels": named(&self.levels),
            "cues": cues,
        })
    }

    fn mixtures(&self) -> [(&'static str, Vec<(String, usize)>); 3] {
        let named = |list: &[(&str, usize)]| {
            list.iter().filter(|(_, n)| *n > 0).map(|(name, n)| ((*name).to_owned(), *n)).collect()
        };
        let options =
            self.option_counts.iter().map(|(options, n)| (format!("{options} options"), *n)).collect();
        [("options", options), ("kinds", named(&self.kinds)), ("levels", named(&self.levels))]
    }
}

pub(super) fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / (whole as f64).max(1.0)
}

/// Questions whose key is longer than every distractor.
pub(super) fn key_longest(bank: &Bank) -> Share {
    share(bank, |key, distractors| {
        let longest = distractors.iter().copied().max()?;
        (key > longest).then(|| key as f64 / longest as f64)
    })
}

/// Questions whose key is shorter than every distractor.
pub(super) fn key_shortest(bank: &Bank) -> Share {
    share(bank, |key, distractors| {
        let shortest = distractors.iter().copied().min()?;
        (key < shortest).then(|| shortest as f64 / key as f64)
    })
}

fn share(bank: &Bank, stands_out: impl Fn(usize, &[usize]) -> Option<f64>) -> Share {
    let (mut expected, mut variance) = (0.0, 0.0_f64);
    let mut out: Vec<(f64, &str)> = vec![];
    for question in with_one_key(bank) {
        let chance = 1.0 / question.option_count() as f64;
        expected += chance;
        variance += chance * (1.0 - chance);
        let (key, distractors) = lengths(question);
        out.extend(stands_out(key, &distractors).map(|by| (by, question.id.as_str())));
    }
    out.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let worst = out.iter().take(10).map(|(_, id)| (*id).to_owned()).collect();
    Share { count: out.len(), expected, error: variance.sqrt(), worst }
}

pub(super) fn length_ratio(bank: &Bank) -> f64 {
    let ratios: Vec<f64> = with_one_key(bank)
        .map(|question| {
            let (key, distractors) = lengths(question);
            let mean = distractors.iter().sum::<usize>() as f64 / distractors.len() as f64;
            (key as f64 / mean).log2()
        })
        .collect();
    ratios.iter().sum::<f64>() / (ratios.len() as f64).max(1.0)
}

/// Length of the key and of each distractor, of a question with one key.
fn lengths(question: &Question) -> (usize, Vec<usize>) {
    (
        length(&question.keys[0]),
        question.distractors.iter().map(|distractor| length(&distractor.text)).collect(),
    )
}
