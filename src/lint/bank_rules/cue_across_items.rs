//! The answer of one question stands in another.

use std::collections::BTreeMap;

use super::super::rule::{Silenced, option_field};
use super::super::similar::Vocabulary;
use super::{Check, Rule, named, problem};
use crate::bank::Field;
use crate::bank_file::Joined;
use crate::diagnostic::{Diagnostic, Severity};

/// Shorter keys are names and phrases that stand in many places.
const FEWEST_WORDS: usize = 4;

pub(super) const RULE: Rule = Rule {
    name: "cue-across-items",
    summary: "the whole answer of a question stands in the stem or an option of another",
    why: "A person who gets both in one sitting reads the answer of one in the other.",
    severity: Severity::Note,
    bad: r#"
[[question]]
stem = "Where is a master key kept after a shift?"
answer = "In the sealed cabinet of the office"
distractors = [
  { text = "In the drawer of the front desk", why = "Anyone could open it." },
  { text = "In the pocket of its last user", why = "It would leave the site." },
]

[[question]]
stem = "You find a master key on a bench instead of in the sealed cabinet of the office. What comes first?"
answer = "Secure it and report the find"
distractors = [
  { text = "Ask around whose bench it is", why = "The key stays exposed." },
  { text = "Leave it and watch who comes", why = "The key stays exposed." },
]
"#,
    good: r#"
[[question]]
stem = "Where is a master key kept after a shift?"
answer = "In the sealed cabinet of the office"
distractors = [
  { text = "In the drawer of the front desk", why = "Anyone could open it." },
  { text = "In the pocket of its last user", why = "It would leave the site." },
]

[[question]]
stem = "You find a master key on a bench. What comes first?"
answer = "Secure it and report the find"
distractors = [
  { text = "Ask around whose bench it is", why = "The key stays exposed." },
  { text = "Leave it and watch who comes", why = "The key stays exposed." },
]
"#,
    check: Check::Pairs(check),
};

fn check(joined: &Joined, silenced: &mut Silenced<'_>) -> Vec<Diagnostic> {
    let mut vocabulary = Vocabulary::default();
    let keys = keys(joined, &mut vocabulary);
    let index = by_rarest_run(&keys);
    // Key -> in which questions it stands, and where there.
    let mut found: BTreeMap<usize, Vec<(usize, Field)>> = BTreeMap::new();
    for (number, loaded) in joined.loaded.iter().enumerate() {
        let options = (0..loaded.item.option_count())
            .map(|at| (option_field(&loaded.item, at), loaded.item.option(at)));
        for (field, text) in std::iter::once((Field::Stem, loaded.item.stem.as_str())).chain(options) {
            let words = vocabulary.numbers(text);
            for (at, run) in words.windows(FEWEST_WORDS).enumerate() {
                for &(key, offset) in index.get(run).into_iter().flatten() {
                    let wanted = &keys[key].words;
                    let whole =
                        at.checked_sub(offset).and_then(|start| words.get(start..start + wanted.len()));
                    let holders = found.entry(key).or_default();
                    if whole == Some(wanted) && holders.last().is_none_or(|(last, _)| *last != number) {
                        holders.push((number, field));
                    }
                }
            }
        }
    }
    found.into_iter().filter_map(|(key, holders)| of_key(joined, &keys[key], &holders, silenced)).collect()
}

/// What is said of one key: in which questions beside its own it stands.
fn of_key(
    joined: &Joined,
    key: &Key,
    holders: &[(usize, Field)],
    silenced: &mut Silenced<'_>,
) -> Option<Diagnostic> {
    let owner = key.owners[0];
    let others: Vec<(usize, Field)> = holders
        .iter()
        .filter(|(number, _)| *number != owner && !silenced(&[owner, *number]))
        .copied()
        .collect();
    let (first, field) = *others.first()?;
    let numbers: Vec<usize> = others.iter().map(|(number, _)| *number).collect();
    let (asked, holder) = (&joined.loaded[owner], &joined.loaded[first]);
    let message = format!("the answer of `{}` stands in {}", asked.item.id, named(joined, &numbers));
    Some(
        problem(&RULE, message)
            .at(holder.place(field))
            .related(asked.place(Field::Key(0)), "the answer here")
            .help("say it in other words in one of them")
            .question(holder.item.id.clone()),
    )
}

/// A key that is long enough, as numbers of words, with the questions that it is a key of.
struct Key {
    words: Vec<u32>,
    owners: Vec<usize>,
}

fn keys(joined: &Joined, vocabulary: &mut Vocabulary) -> Vec<Key> {
    let mut keys: BTreeMap<Vec<u32>, Vec<usize>> = BTreeMap::new();
    for (number, loaded) in joined.loaded.iter().enumerate() {
        for key in &loaded.item.keys {
            let words = vocabulary.numbers(key);
            if words.len() >= FEWEST_WORDS {
                keys.entry(words).or_default().push(number);
            }
        }
    }
    let mut keys: Vec<Key> = keys.into_iter().map(|(words, owners)| Key { words, owners }).collect();
    keys.sort_by_key(|key| key.owners[0]);
    keys
}

/// Each key under that run of its words which fewest keys share, so that a common opening finds nothing to try.
fn by_rarest_run(keys: &[Key]) -> BTreeMap<&[u32], Vec<(usize, usize)>> {
    let mut uses: BTreeMap<&[u32], usize> = BTreeMap::new();
    for run in keys.iter().flat_map(|key| key.words.windows(FEWEST_WORDS)) {
        *uses.entry(run).or_default() += 1;
    }
    let mut index: BTreeMap<&[u32], Vec<(usize, usize)>> = BTreeMap::new();
    for (key, Key { words, .. }) in keys.iter().enumerate() {
        let rarest = words.windows(FEWEST_WORDS).enumerate().min_by_key(|(_, run)| uses[run]);
        if let Some((offset, run)) = rarest {
            index.entry(run).or_default().push((key, offset));
        }
    }
    index
}
