//! Words that stand in answers far more often than in distractors.

use std::collections::{BTreeMap, BTreeSet};

use super::super::cues::with_one_key;
use super::super::prose::words;
use super::{Check, Found, Rule, judged, problem};
use crate::bank_file::Joined;
use crate::diagnostic::Severity;

const FEWEST_USES: usize = 8;
const LOG_ODDS: f64 = 1.5;

pub(in crate::lint) const RULE: Rule = Rule {
    name: "lopsided-words",
    summary: "words stand in answers far more often than in distractors",
    why: "Whoever has seen a part of the bank takes the option with the word, in questions never seen before.",
    severity: Severity::Note,
    bad: r#"
stem = "How does a guard speak to guest {n} who is upset?"
answer = "Calmly, as if there were time"
distractors = [
  { text = "Briefly, as if in a hurry now", why = "Haste upsets people more." },
  { text = "Loudly, as if far off from it", why = "Volume upsets people more." },
]
"#,
    good: r#"
stem = "What does a guard give guest {n} who is upset?"
answer = "A calm word, then a short wait"
distractors = [
  { text = "A short wait, then a calm word", why = "Waiting first upsets people more." },
  { text = "A short word, then a calm wait", why = "Curt words upset people more." },
]
"#,
    check: Check::Bank { look: check, times: 40 },
};

fn check(joined: &Joined) -> Vec<Found> {
    if judged(&joined.bank).is_none() {
        return vec![];
    }
    // Word -> in how many keys, in how many distractors, and in how many keys by chance (with its variance).
    let mut uses: BTreeMap<String, Uses> = BTreeMap::new();
    let (mut keys, mut distractors) = (0.0, 0.0);
    for question in with_one_key(&joined.bank) {
        let chance = 1.0 / question.option_count() as f64;
        for at in 0..question.option_count() {
            let is_key = question.is_key(at);
            if is_key {
                keys += 1.0;
            } else {
                distractors += 1.0;
            }
            for word in words(question.option(at)).into_iter().collect::<BTreeSet<_>>() {
                let entry = uses.entry(word).or_default();
                if is_key {
                    entry.keys += 1;
                } else {
                    entry.distractors += 1;
                }
                entry.expected += chance;
                entry.variance += chance * (1.0 - chance);
            }
        }
    }
    let mut lopsided: Vec<(f64, String, Uses)> = uses
        .into_iter()
        .filter(|(_, uses)| uses.keys + uses.distractors >= FEWEST_USES)
        .map(|(word, uses)| (uses.log_odds(keys, distractors), word, uses))
        // Among hundreds of words some meet the bar by luck: six of eight uses are not yet a finding.
        .filter(|(odds, _, uses)| *odds > LOG_ODDS && uses.z() > 3.5)
        .collect();
    if lopsided.is_empty() {
        return vec![];
    }
    lopsided.sort_by(|a, b| b.2.z().total_cmp(&a.2.z()).then_with(|| a.1.cmp(&b.1)));
    let told: Vec<String> = lopsided
        .iter()
        .take(10)
        .map(|(_, word, uses)| format!("\"{word}\" in {} and {}", uses.keys, uses.distractors))
        .collect();
    let message =
        format!("words that stand in answers far more often than in distractors: {}", told.join(", "));
    vec![Found::of_bank(
        problem(&RULE, message).help("use them in distractors too, or say the answers otherwise"),
    )]
}

#[derive(Default)]
struct Uses {
    keys: usize,
    distractors: usize,
    expected: f64,
    variance: f64,
}

impl Uses {
    /// Log of the odds to meet the word in a key against those in a distractor; a half is added to each count.
    fn log_odds(&self, keys: f64, distractors: f64) -> f64 {
        let odds = |with: usize, all: f64| (with as f64 + 0.5) / (all - with as f64 + 0.5);
        (odds(self.keys, keys) / odds(self.distractors, distractors)).ln()
    }

    fn z(&self) -> f64 {
        if self.variance > 0.0 { (self.keys as f64 - self.expected) / self.variance.sqrt() } else { 0.0 }
    }
}
