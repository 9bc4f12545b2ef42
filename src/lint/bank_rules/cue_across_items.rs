//! The answer of one question stands in another.

use std::collections::BTreeMap;

use super::super::lookup::Lookup;
use super::super::rule::{Silenced, Told, option_field};
use super::super::vocabulary::Word;
use super::{Check, Rule, Whole, named, problem};
use crate::bank::Field;
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

fn check<'w>(whole: &'w Whole<'_>) -> Told<'w> {
    let keys = keys(whole);
    let index = by_rarest_run(&keys);
    // Key -> in which questions it stands, and where there.
    let mut found: BTreeMap<usize, Vec<(usize, Field)>> = BTreeMap::new();
    for (number, texts) in whole.texts.questions().enumerate() {
        let options = texts.options().enumerate().map(|(at, text)| (option_field(texts.question, at), text));
        for (field, text) in std::iter::once((Field::Stem, texts.stem())).chain(options) {
            let words = text.words;
            for (at, run) in words.array_windows().enumerate() {
                for &(key, offset) in index.get(run).into_iter().flatten() {
                    let wanted = keys[key].words;
                    let stands =
                        at.checked_sub(offset).and_then(|start| words.get(start..start + wanted.len()));
                    let holders = found.entry(key).or_default();
                    if stands == Some(wanted) && holders.last().is_none_or(|(last, _)| *last != number) {
                        holders.push((number, field));
                    }
                }
            }
        }
    }
    Box::new(move |silenced| {
        found.into_iter().filter_map(|(key, holders)| of_key(whole, &keys[key], &holders, silenced)).collect()
    })
}

/// What is said of one key: in which questions beside its own it stands.
fn of_key(
    whole: &Whole<'_>,
    key: &Key<'_>,
    holders: &[(usize, Field)],
    silenced: &mut Silenced<'_>,
) -> Option<Diagnostic> {
    let joined = whole.joined;
    let id = |number: usize| &joined.bank.questions()[number].id;
    let owner = key.owners[0];
    let others: Vec<(usize, Field)> = holders
        .iter()
        .filter(|(number, _)| *number != owner && !silenced(&[owner, *number]))
        .copied()
        .collect();
    let (first, field) = *others.first()?;
    let numbers: Vec<usize> = others.iter().map(|(number, _)| *number).collect();
    let message = format!("the answer of `{}` stands in {}", id(owner), named(&joined.bank, &numbers));
    Some(
        problem(&RULE, message)
            .at(joined.place(first, field))
            .related(joined.place(owner, Field::Key(0)), "the answer here")
            .help("say it in other words in one of them")
            .question(id(first).clone()),
    )
}

/// A key that is long enough, with the questions that it is a key of.
struct Key<'t> {
    words: &'t [Word],
    owners: Vec<usize>,
}

fn keys<'t>(whole: &Whole<'t>) -> Vec<Key<'t>> {
    let mut keys: Vec<Key<'_>> = vec![];
    let mut known: Lookup<&[Word], usize> = Lookup::default();
    for (number, texts) in whole.texts.questions().enumerate() {
        for key in texts.keys().filter(|key| key.words.len() >= FEWEST_WORDS) {
            let at = *known.get_or_insert(key.words, keys.len());
            if at == keys.len() {
                keys.push(Key { words: key.words, owners: vec![] });
            }
            keys[at].owners.push(number);
        }
    }
    keys
}

type Run = [Word; FEWEST_WORDS];

/// Each key under that run of its words which fewest keys share, so that a common opening finds nothing to try.
fn by_rarest_run(keys: &[Key<'_>]) -> Lookup<Run, Vec<(usize, usize)>> {
    let mut uses: Lookup<Run, usize> = Lookup::default();
    for run in keys.iter().flat_map(|key| key.words.array_windows()) {
        *uses.get_or_insert(*run, 0) += 1;
    }
    let mut index: Lookup<Run, Vec<(usize, usize)>> = Lookup::default();
    for (key, Key { words, .. }) in keys.iter().enumerate() {
        let rarest = words.array_windows().enumerate().min_by_key(|(_, run)| uses.get(*run));
        if let Some((offset, run)) = rarest {
            index.get_or_insert(*run, vec![]).push((key, offset));
        }
    }
    index
}
