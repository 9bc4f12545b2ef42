//! How often options that hold a word are right: a person who has seen a part of the bank learns which words to trust.

use super::cues::with_one_key;
use super::texts::Texts;
use crate::bank::Question;

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

    fn count(&mut self, question: &Question, option: usize) {
        let chance = 1.0 / question.option_count() as f64;
        self.options += 1;
        self.keys += usize::from(question.is_key(option));
        self.expected += chance;
        self.variance += chance * (1.0 - chance);
        if self.where_found.len() < 10 && self.where_found.last() != Some(&question.id) {
            self.where_found.push(question.id.clone());
        }
    }

    /// Keys above chance, in standard errors.
    pub(crate) fn z(&self) -> f64 {
        if self.variance > 0.0 { (self.keys as f64 - self.expected) / self.variance.sqrt() } else { 0.0 }
    }
}

/// Classes first, then words, each by name; over questions with one key.
pub(super) fn measure(texts: &Texts<'_>) -> Vec<Balance> {
    let vocabulary = texts.vocabulary();
    let mut classes_of: Vec<u32> = vec![0; vocabulary.len()];
    for (at, (_, members)) in CLASSES.iter().enumerate() {
        for number in members.iter().filter_map(|word| vocabulary.number(word)) {
            classes_of[number as usize] |= 1 << at;
        }
    }
    let empty = |name: &str, is_class: bool| Balance {
        name: name.to_owned(),
        is_class,
        options: 0,
        keys: 0,
        expected: 0.0,
        variance: 0.0,
        where_found: vec![],
    };
    let mut classes: Vec<Balance> = CLASSES.iter().map(|(name, _)| empty(name, true)).collect();
    let mut words: Vec<Option<Balance>> = vec![None; vocabulary.len()];
    for texts in with_one_key(texts) {
        let question = texts.question;
        for (at, option) in texts.options().enumerate() {
            let count = |balance: &mut Balance| balance.count(question, at);
            let mut distinct = option.words.to_vec();
            distinct.sort_unstable();
            distinct.dedup();
            let held = distinct.iter().fold(0, |held, &word| held | classes_of[word as usize]);
            classes
                .iter_mut()
                .enumerate()
                .filter(|(class, _)| held & (1 << class) != 0)
                .for_each(|(_, class)| count(class));
            for word in distinct {
                count(words[word as usize].get_or_insert_with(|| empty(vocabulary.text(word), false)));
            }
        }
    }
    let mut found: Vec<Balance> = classes.into_iter().chain(words.into_iter().flatten()).collect();
    found.retain(|balance| balance.options >= FEWEST_OPTIONS);
    found.sort_by(|a, b| (!a.is_class, &a.name).cmp(&(!b.is_class, &b.name)));
    found
}
