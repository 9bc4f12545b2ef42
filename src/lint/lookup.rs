//! A hash map that is only looked up in. Going through one would bring the order of its hashes into what is printed.

#![allow(clippy::disallowed_types, reason = "nothing here goes through the map")]

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use super::mixed::Secret;

/// Values by their keys, found in constant time whatever a bank holds: the hash has a secret of its own in each run.
#[derive(Debug)]
pub(super) struct Lookup<K, V>(HashMap<K, V, Secret>);

impl<K, V> Default for Lookup<K, V> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<K: Eq + Hash, V> Lookup<K, V> {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.0.get(key)
    }

    pub(super) fn insert(&mut self, key: K, value: V) {
        self.0.insert(key, value);
    }

    /// The value of a key; `first` is put there if it has none.
    pub(super) fn get_or_insert(&mut self, key: K, first: V) -> &mut V {
        self.0.entry(key).or_insert(first)
    }
}
