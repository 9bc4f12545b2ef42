//! The answer of one question stands in another.

use std::collections::BTreeMap;

use super::super::rule::option_field;
use super::super::similar::Vocabulary;
use super::{Check, Found, Rule, problem};
use crate::bank::Field;
use crate::bank_file::Joined;
use crate::diagnostic::Severity;

/// Shorter keys are names and phrases that stand in many places.
const FEWEST_WORDS: usize = 4;

pub(super) const RULE: Rule = Rule {
    name: "cue-across-items",
    summary: "the whole answer of a question stands in the stem or an option of another",
    why: "Whoever gets both in one sitting reads the answer of one in the other.",
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

fn check(joined: &Joined) -> Vec<Found> {
    let mut vocabulary = Vocabulary::default();
    let keys = keys(joined, &mut vocabulary);
    let index = by_rarest_run(&keys);
    let mut found: BTreeMap<(usize, usize), Field> = BTreeMap::new();
    for (number, loaded) in joined.loaded.iter().enumerate() {
        let options = (0..loaded.item.option_count())
            .map(|at| (option_field(&loaded.item, at), loaded.item.option(at)));
        for (field, text) in std::iter::once((Field::Stem, loaded.item.stem.as_str())).chain(options) {
            let words = vocabulary.numbers(text);
            for (at, run) in words.windows(FEWEST_WORDS).enumerate() {
                for &(key, offset) in index.get(run).into_iter().flatten() {
                    let (owner, wanted) = &keys[key];
                    let whole =
                        at.checked_sub(offset).and_then(|start| words.get(start..start + wanted.len()));
                    if *owner != number && whole == Some(wanted) {
                        found.entry((*owner, number)).or_insert(field);
                    }
                }
            }
        }
    }
    found
        .into_iter()
        .map(|((owner, number), field)| {
            let (owned, other) = (&joined.loaded[owner], &joined.loaded[number]);
            let message = format!("the answer of `{}` stands in `{}`", owned.item.id, other.item.id);
            let problem = problem(&RULE, message)
                .at(other.place(field))
                .related(owned.place(Field::Key(0)), "the answer here")
                .help("say it in other words in one of them")
                .question(other.item.id.clone());
            Found { problem, questions: vec![owner, number] }
        })
        .collect()
}

/// The keys that are long enough, as numbers of words, with the question they belong to.
fn keys(joined: &Joined, vocabulary: &mut Vocabulary) -> Vec<(usize, Vec<u32>)> {
    let keys = joined
        .loaded
        .iter()
        .enumerate()
        .flat_map(|(number, loaded)| loaded.item.keys.iter().map(move |key| (number, key)));
    let numbered = keys.map(|(number, key)| (number, vocabulary.numbers(key)));
    numbered.filter(|(_, words)| words.len() >= FEWEST_WORDS).collect()
}

/// Each key under that run of its words which fewest keys share, so that a common opening finds nothing to try.
fn by_rarest_run(keys: &[(usize, Vec<u32>)]) -> BTreeMap<&[u32], Vec<(usize, usize)>> {
    let mut uses: BTreeMap<&[u32], usize> = BTreeMap::new();
    for run in keys.iter().flat_map(|(_, words)| words.windows(FEWEST_WORDS)) {
        *uses.entry(run).or_default() += 1;
    }
    let mut index: BTreeMap<&[u32], Vec<(usize, usize)>> = BTreeMap::new();
    for (key, (_, words)) in keys.iter().enumerate() {
        let rarest = words.windows(FEWEST_WORDS).enumerate().min_by_key(|(_, run)| uses[run]);
        if let Some((offset, run)) = rarest {
            index.entry(run).or_default().push((key, offset));
        }
    }
    index
}
