//! Questions that are nearly the same, among many thousands, without comparing all pairs.
//!
//! A text is the set of its three-word runs; two texts are alike by their Jaccard index. Prefix filtering makes it
//! fast and misses nothing: with each set sorted from its rarest run to its commonest, two sets that are alike by t
//! or more share a run among the first |A| - ceil(t |A|) + 1 of A and likewise of B (Chaudhuri, Ganti and Kaushik
//! 2006; Bayardo, Ma and Srikant 2007). So only the rare runs are looked up, and phrases that stand everywhere never.

use std::collections::BTreeMap;

use super::lookup::Lookup;
use super::texts::shared;
use super::vocabulary::Word;

/// Two texts by their numbers, and how alike they are (0 to 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) first: usize,
    pub(super) second: usize,
    pub(super) likeness: f64,
}

/// Texts that are alike, each to another of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) members: Vec<usize>,
    pub(super) least: f64,
    pub(super) most: f64,
}

/// Words in a run.
const RUN: usize = 3;

/// Of texts that are all alike, so many are looked up by those after them. A template that was filled in ten thousand
/// times would otherwise be compared with itself fifty million times.
const COMPARED: usize = 30;

/// Pairs that are alike by `least` or more: all of them where no text is like more than [`COMPARED`] earlier ones. A text
/// is given in parts; runs do not reach over a part's end.
pub(super) fn alike(texts: &[Vec<&[Word]>], least: f64) -> Vec<Pair> {
    let (sets, single) = by_rarity(texts);
    // Run -> the last text, so far, that has it among its rare ones, as a number in `holders`; each knows the one before.
    let runs = sets
        .iter()
        .filter_map(|set| set.last())
        .max()
        .map_or(0, |&most| (most as usize + 1).max(single) - single);
    let mut last: Vec<u32> = vec![NONE; runs];
    let mut holders: Vec<(u32, u32)> = vec![];
    let mut pairs = vec![];
    let mut candidates: Vec<u32> = vec![];
    for (second, set) in sets.iter().enumerate() {
        let prefix = set.len() + 1 - ((least * set.len() as f64 - 1e-9).ceil() as usize).max(1);
        // A run of this text alone leads to no other.
        let rare =
            || set[..prefix.min(set.len())].iter().filter_map(|&run| (run as usize).checked_sub(single));
        candidates.clear();
        for run in rare() {
            let mut at = last[run];
            while let Some(&(text, earlier)) = holders.get(at as usize) {
                candidates.push(text);
                at = earlier;
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        let before = pairs.len();
        for first in candidates.iter().map(|&first| first as usize) {
            let (a, b) = (sets[first].len() as f64, set.len() as f64);
            // Sets of very different size cannot be alike.
            if a.min(b) < least * a.max(b) {
                continue;
            }
            let likeness = jaccard(&sets[first], set);
            if likeness >= least {
                pairs.push(Pair { first, second, likeness });
            }
        }
        if pairs.len() - before < COMPARED {
            for run in rare() {
                holders.push((second as u32, last[run]));
                last[run] = holders.len() as u32 - 1;
            }
        }
    }
    pairs
}

/// The end of a list of holders.
const NONE: u32 = u32::MAX;

/// Each text as its set of runs, numbered from the rarest in all texts to the commonest, ascending; and how many runs
/// stand in one text only.
fn by_rarity(texts: &[Vec<&[Word]>]) -> (Vec<Vec<u32>>, usize) {
    let mut numbers: Lookup<[Word; RUN], u32> = Lookup::default();
    let mut uses: Vec<u32> = vec![];
    let mut sets: Vec<Vec<u32>> = vec![];
    for parts in texts {
        let mut set = Vec::with_capacity(parts.iter().map(|part| part.len()).sum());
        for part in parts {
            // What has fewer words than a run is a run by itself.
            for words in part.windows(part.len().clamp(1, RUN)) {
                let mut run = [Word::MAX; RUN];
                run[..words.len()].copy_from_slice(words);
                let next = numbers.len() as u32;
                set.push(*numbers.get_or_insert(run, next));
            }
        }
        set.sort_unstable();
        set.dedup();
        uses.resize(numbers.len(), 0);
        for &run in &set {
            uses[run as usize] += 1;
        }
        sets.push(set);
    }
    drop(numbers);
    let (mut order, shared): (Vec<u32>, Vec<u32>) =
        (0..uses.len() as u32).partition(|&run| uses[run as usize] < 2);
    let single = order.len();
    order.extend(shared);
    order[single..].sort_unstable_by_key(|&run| (uses[run as usize], run));
    let mut rank = uses;
    for (at, run) in order.into_iter().enumerate() {
        rank[run as usize] = at as u32;
    }
    for set in &mut sets {
        for run in set.iter_mut() {
            *run = rank[*run as usize];
        }
        set.sort_unstable();
    }
    (sets, single)
}

fn jaccard(a: &[u32], b: &[u32]) -> f64 {
    let shared = shared(a, b);
    shared as f64 / ((a.len() + b.len() - shared) as f64).max(1.0)
}

/// Texts that hang together by pairs, each group and the groups ascending, with the least and the greatest likeness of
/// a pair in it.
pub(super) fn groups(pairs: &[Pair]) -> Vec<Group> {
    // Each text points to an earlier one of its group, the first to itself.
    let mut leads: BTreeMap<usize, usize> = BTreeMap::new();
    for pair in pairs {
        let (a, b) = (first(&mut leads, pair.first), first(&mut leads, pair.second));
        leads.insert(a.max(b), a.min(b));
    }
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    for text in leads.keys().copied().collect::<Vec<_>>() {
        let lead = first(&mut leads, text);
        groups.entry(lead).or_insert(Group { members: vec![], least: 1.0, most: 0.0 }).members.push(text);
    }
    for pair in pairs {
        if let Some(group) = groups.get_mut(&first(&mut leads, pair.first)) {
            group.least = group.least.min(pair.likeness);
            group.most = group.most.max(pair.likeness);
        }
    }
    groups.into_values().collect()
}

/// The first text of the group of a text; the way there is shortened on the way.
fn first(leads: &mut BTreeMap<usize, usize>, mut at: usize) -> usize {
    while let Some(&to) = leads.get(&at).filter(|to| **to != at) {
        let further = leads[&to];
        leads.insert(at, further);
        at = further;
    }
    leads.entry(at).or_insert(at);
    at
}
