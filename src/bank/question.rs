//! A question that can be answered, and the faults that keep a set of texts from being one.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::{Fingerprint, Kind, Level};

/// A wrong option that a beginner could choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Distractor {
    pub(crate) text: String,
    /// Why a person picks it, and why it is wrong; may be empty in an imported bank.
    pub(crate) why: String,
}

/// A finding of `check` that the author has looked at and keeps, with the reason.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Allow {
    pub(crate) rule: String,
    pub(crate) reason: String,
}

/// The texts of a question before they are checked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parts {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) objective: String,
    pub(crate) kind: Kind,
    pub(crate) level: Level,
    pub(crate) stem: String,
    /// The right options: one, or several that have to be chosen together.
    pub(crate) keys: Vec<String>,
    pub(crate) distractors: Vec<Distractor>,
    /// Why the key is right; may be empty in an imported bank.
    pub(crate) explanation: String,
    pub(crate) source: String,
    /// The place whose law decides, where one does.
    pub(crate) jurisdiction: Option<String>,
    /// All option texts in their natural order, where they have one.
    pub(crate) order: Vec<String>,
    pub(crate) allow: Vec<Allow>,
}

/// A question that has at least one key and one distractor, no empty text, and no two options that read the same.
///
/// Its options are counted keys first, then distractors, in the order of the file; how they are laid out before a
/// person is decided for each sitting.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question(Parts);

/// A part of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Stem,
    Key(usize),
    Distractor(usize),
    Why(usize),
    Explanation,
    Order,
    Whole,
}

/// What keeps a set of texts from being a question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fault {
    Empty(Field),
    /// Two options read the same.
    Equal(Field, Field),
    NoKey,
    NoDistractor,
    /// A person is shown eight options at most, and several keys are all shown.
    TooManyKeys(usize),
    /// The pool holds more than [`Question::MOST_OPTIONS`].
    TooManyOptions(usize),
    /// `order` does not hold exactly the texts of the options.
    Order {
        missing: Vec<String>,
        unknown: Vec<String>,
    },
}

impl Question {
    /// How many options a question shows unless it has fewer; more distractors are a pool to draw from.
    pub(crate) const SHOWN: usize = 4;

    /// The most options that a question may show.
    pub(crate) const MOST_SHOWN: usize = 8;

    /// The most options that a pool may hold: several rules compare each with each.
    pub(crate) const MOST_OPTIONS: usize = 40;

    pub(crate) fn new(parts: Parts) -> Result<Self, Vec<Fault>> {
        let faults = faults(&parts);
        if faults.is_empty() { Ok(Self(parts)) } else { Err(faults) }
    }

    /// How many options there are: keys and all distractors of the pool.
    pub(crate) fn option_count(&self) -> usize {
        self.keys.len() + self.distractors.len()
    }

    /// The text of an option by its number: keys first.
    pub(crate) fn option(&self, index: usize) -> &str {
        match self.keys.get(index) {
            Some(key) => key,
            None => &self.distractors[index - self.keys.len()].text,
        }
    }

    pub(crate) fn options(&self) -> impl Iterator<Item = &str> {
        (0..self.option_count()).map(|index| self.option(index))
    }

    pub(crate) fn is_key(&self, index: usize) -> bool {
        index < self.keys.len()
    }

    /// Why a wrong option is wrong, where the bank says.
    pub(crate) fn why(&self, index: usize) -> Option<&str> {
        let distractor = index.checked_sub(self.keys.len()).and_then(|at| self.distractors.get(at))?;
        (!distractor.why.is_empty()).then_some(distractor.why.as_str())
    }

    pub(crate) fn has_several_keys(&self) -> bool {
        self.keys.len() > 1
    }

    /// How many options its stem asks for, where it says so as exams do: "Choose TWO."
    pub(crate) fn asked_for(&self) -> Option<usize> {
        let number = |word: &str| ["TWO", "THREE", "FOUR", "FIVE"].iter().position(|number| *number == word);
        let said = self.stem.split(|c: char| !c.is_alphabetic()).find_map(number)?;
        self.has_several_keys().then_some(said + 2)
    }

    /// Whether the options are only true and false, or yes and no.
    pub(crate) fn is_true_false(&self) -> bool {
        // Most options are longer than any of these words with its punctuation, and need no closer look.
        self.options().all(|text| {
            text.len() <= 16 && matches!(words_of(text).as_str(), "true" | "false" | "yes" | "no")
        })
    }

    /// Whether a set of chosen options is exactly the set of keys.
    pub(crate) fn is_right(&self, chosen: &[usize]) -> bool {
        let mut chosen = chosen.to_vec();
        chosen.sort_unstable();
        chosen.dedup();
        chosen == (0..self.keys.len()).collect::<Vec<_>>()
    }

    /// The probability that choosing blindly is right, with the options that are usually shown.
    pub(crate) fn luck(&self) -> f64 {
        let (keys, shown) = (self.keys.len(), self.option_count().min(Self::SHOWN.max(self.keys.len() + 1)));
        // One of the ways to choose that many.
        (1..=keys).map(|n| n as f64 / (shown - keys + n) as f64).product()
    }

    /// Names what the right answer is, whatever its case, punctuation and order: while it stays the same, a person
    /// who knew the question still knows it.
    pub(crate) fn key_fingerprint(&self) -> Fingerprint {
        let mut keys: Vec<String> = self.keys.iter().map(|key| words_of(key)).collect();
        keys.sort();
        Fingerprint::of(keys.iter().map(String::as_str))
    }
}

impl std::ops::Deref for Question {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// Letters, digits and signs that change a meaning (`-8 dB` is not `+8 dB`), the rest as one blank.
fn words_of(text: &str) -> String {
    let is_kept =
        |c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '*' | '/' | '=' | '<' | '>' | '%' | '.');
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            kept.push(if is_kept(c) { c.to_ascii_lowercase() } else { ' ' });
        } else {
            kept.extend(c.to_lowercase().map(|c| if is_kept(c) { c } else { ' ' }));
        }
    }
    let mut words = String::with_capacity(kept.len());
    for (at, word) in kept.split_whitespace().enumerate() {
        if at > 0 {
            words.push(' ');
        }
        words.push_str(word.trim_end_matches('.'));
    }
    words
}

fn faults(parts: &Parts) -> Vec<Fault> {
    let mut faults = Vec::new();
    if parts.stem.is_empty() {
        faults.push(Fault::Empty(Field::Stem));
    }
    let keys = parts.keys.iter().enumerate().map(|(at, text)| (Field::Key(at), text));
    let distractors = parts.distractors.iter().enumerate().map(|(at, d)| (Field::Distractor(at), &d.text));
    let options: Vec<(Field, &String)> = keys.chain(distractors).collect();
    let differ = surely_differ(options.iter().map(|(_, text)| text.as_str()));
    let mut seen: BTreeMap<String, Field> = BTreeMap::new();
    for (field, text) in &options {
        if text.is_empty() {
            faults.push(Fault::Empty(*field));
            continue;
        }
        if differ {
            continue;
        }
        match seen.entry(as_read(text)) {
            Entry::Occupied(earlier) => faults.push(Fault::Equal(*earlier.get(), *field)),
            Entry::Vacant(free) => {
                free.insert(*field);
            }
        }
    }
    if parts.keys.is_empty() {
        faults.push(Fault::NoKey);
    }
    if parts.distractors.is_empty() {
        faults.push(Fault::NoDistractor);
    }
    if parts.keys.len() >= Question::MOST_SHOWN {
        faults.push(Fault::TooManyKeys(parts.keys.len()));
    }
    if options.len() > Question::MOST_OPTIONS {
        faults.push(Fault::TooManyOptions(options.len()));
    }
    if !parts.order.is_empty() {
        let texts: BTreeSet<&String> = options.iter().map(|(_, text)| *text).collect();
        let ordered: BTreeSet<&String> = parts.order.iter().collect();
        let unknown: Vec<String> = parts.order.iter().filter(|text| !texts.contains(text)).cloned().collect();
        let missing: Vec<String> = options
            .iter()
            .filter(|(_, text)| !ordered.contains(text))
            .map(|(_, text)| (*text).clone())
            .collect();
        if !unknown.is_empty() || !missing.is_empty() || parts.order.len() != options.len() {
            faults.push(Fault::Order { missing, unknown });
        }
    }
    faults
}

/// Whether texts differ in their letters and digits, so that no two of them can read the same; `false` where only a
/// closer look tells.
fn surely_differ<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let letters = |text: &str| {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
        text.is_ascii().then(|| {
            letters.fold(0_u64, |sum, byte| {
                (sum.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517c_c1b7_2722_0a95)
            })
        })
    };
    let Some(mut sums) = texts.map(letters).collect::<Option<Vec<u64>>>() else { return false };
    sums.sort_unstable();
    sums.array_windows().all(|[a, b]| a != b)
}

/// An option as a person reads it: two options that are equal here look the same to a person.
///
/// Spaces and a final period do not count. Case and commas count in short options and next to digits or operators
/// (`kHz` is not `KHz`, `R = E / I` is not `R = E x I`), so that different answers are not taken for the same one.
fn as_read(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = joined.strip_suffix('.').unwrap_or(&joined);
    let is_prose =
        plain.split(' ').count() >= 3 && !plain.chars().any(|c| c.is_ascii_digit() || "+*/=<>%".contains(c));
    // In prose a comma makes no other option.
    if is_prose { plain.to_lowercase().replace([',', ';', ':', '!', '?'], "") } else { plain.to_owned() }
}
