//! How often options that hold a word are right: a person who has seen a part of the bank learns which words to trust.

use std::collections::{BTreeMap, BTreeSet};

use super::cues::with_one_key;
use super::prose::words;
use crate::bank::Bank;

/// Words that say the same to a person who guesses, counted together.
#[rustfmt::skip]
const CLASSES: &[(&str, &[&str])] = &[
    ("promising", &["promise", "promises", "promised", "promising", "assure", "assures", "assured", "guarantee", "guarantees"]),
    ("waiting", &["wait", "waits", "waiting", "later", "until", "tomorrow"]),
    ("telling", &["tell", "tells", "telling", "told"]),
    ("writing", &["write", "writes", "writing", "written", "note", "notes", "noting", "log", "logs", "logging", "record", "records", "recording", "document", "documents"]),
    ("thanking", &["thank", "thanks", "thanking"]),
    ("smiling", &["smile", "smiles", "smiling"]),
    ("apologizing", &["sorry", "apologize", "apologizes", "apologizing", "apology"]),
    ("politeness", &["polite", "politely", "politeness", "kindly", "courteous", "courteously", "courtesy"]),
    ("calling", &["call", "calls", "calling", "radio", "radios", "radioing"]),
    ("asking", &["ask", "asks", "asking"]),
    ("explaining", &["explain", "explains", "explaining"]),
    ("offering", &["offer", "offers", "offering"]),
    ("listening", &["listen", "listens", "listening"]),
    ("calmness", &["calm", "calmly", "calms", "calming"]),
    ("police", &["police"]),
    ("supervisor", &["supervisor", "supervisors", "supervisor's"]),
];

/// A word or a class of words in fewer options says nothing.
pub(crate) const FEWEST_OPTIONS: usize = 12;

/// How the options with a word, or with a word of a class, are shared between keys and distractors.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Balance {
    pub(crate) name: String,
    pub(crate) is_class: bool,
    /// Options that hold it.
    pub(crate) options: usize,
    /// Those of them that are keys, and how many would be by chance.
    pub(crate) keys: usize,
    pub(crate) expected: f64,
    variance: f64,
    /// Questions with such an option, at most ten.
    pub(crate) where_found: Vec<String>,
}

impl Balance {
    /// The share of keys among its options, in times of chance: 1 is even.
    pub(crate) fn ratio(&self) -> f64 {
        self.keys as f64 / self.expected
    }

    /// Whether keys are fewer than half, or more than one and a half times, what chance gives.
    pub(crate) fn is_lopsided(&self) -> bool {
        !(0.5..=1.5).contains(&self.ratio())
    }

    /// Keys above chance, in standard errors.
    pub(crate) fn z(&self) -> f64 {
        if self.variance > 0.0 { (self.keys as f64 - self.expected) / self.variance.sqrt() } else { 0.0 }
    }
}

/// Classes first, then words, each by name; over questions with one key.
pub(super) fn measure(bank: &Bank) -> Vec<Balance> {
    let mut found: BTreeMap<(bool, String), Balance> = BTreeMap::new();
    for question in with_one_key(bank) {
        let chance = 1.0 / question.option_count() as f64;
        for at in 0..question.option_count() {
            let words: BTreeSet<String> = words(question.option(at)).into_iter().collect();
            let classes =
                CLASSES.iter().filter(|(_, members)| members.iter().any(|word| words.contains(*word)));
            let names: Vec<(bool, String)> = classes
                .map(|(name, _)| (true, (*name).to_owned()))
                .chain(words.iter().map(|word| (false, word.clone())))
                .collect();
            for (is_class, name) in names {
                let balance = found.entry((!is_class, name)).or_insert_with_key(|(_, name)| Balance {
                    name: name.clone(),
                    is_class,
                    options: 0,
                    keys: 0,
                    expected: 0.0,
                    variance: 0.0,
                    where_found: vec![],
                });
                balance.options += 1;
                balance.keys += usize::from(question.is_key(at));
                balance.expected += chance;
                balance.variance += chance * (1.0 - chance);
                if balance.where_found.len() < 10 && balance.where_found.last() != Some(&question.id) {
                    balance.where_found.push(question.id.clone());
                }
            }
        }
    }
    found.into_values().filter(|balance| balance.options >= FEWEST_OPTIONS).collect()
}
