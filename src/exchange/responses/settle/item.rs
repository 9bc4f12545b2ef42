//! The items as they are found.

use std::collections::BTreeMap;

use super::known::plain;
use crate::analysis::{Choice, Item, MOST_OPTIONS};
use crate::bank::Question;
use crate::exchange::text::letter;

/// Items by their names, each with its options.
#[derive(Default)]
pub(super) struct Items {
    pub(super) list: Vec<Item>,
    by_name: BTreeMap<String, usize>,
    by_text: Vec<BTreeMap<String, usize>>,
}

impl Items {
    /// The item of this name, which may be new.
    pub(super) fn named(&mut self, name: &str, stem: &str) -> usize {
        if let Some(at) = self.by_name.get(name) {
            return *at;
        }
        self.list.push(Item { name: name.to_owned(), stem: stem.to_owned(), ..Item::default() });
        self.by_text.push(BTreeMap::new());
        self.by_name.insert(name.to_owned(), self.list.len() - 1);
        self.list.len() - 1
    }

    /// The item of a question of the banks; `with_options` unless its marks say nothing about its options.
    pub(super) fn known(&mut self, question: &Question, with_options: bool) -> usize {
        let at = self.named(&question.id, &question.stem);
        let item = &mut self.list[at];
        item.known = true;
        item.topic.clone_from(&question.topic);
        item.objective.clone_from(&question.objective);
        if with_options && item.options.is_empty() {
            for number in 0..question.option_count() {
                let option = self.option(at, question.option(number));
                self.set_key(at, option, question.is_key(number));
            }
        }
        at
    }

    pub(super) fn option_with_text(&self, at: usize, text: &str) -> Option<usize> {
        self.by_text[at].get(&plain(text)).copied()
    }

    /// The option with this text, which may be new; beyond what can be told apart the last one.
    pub(super) fn option(&mut self, at: usize, text: &str) -> usize {
        if let Some(option) = self.option_with_text(at, text) {
            return option;
        }
        let options = &mut self.list[at].options;
        if options.len() >= MOST_OPTIONS {
            return MOST_OPTIONS - 1;
        }
        options.push(Choice { text: text.to_owned(), key: false });
        self.by_text[at].insert(plain(text), options.len() - 1);
        options.len() - 1
    }

    /// Options of which only the letters are known.
    pub(super) fn letters(&mut self, at: usize, count: usize) {
        for number in self.list[at].options.len()..count.min(MOST_OPTIONS) {
            self.option(at, &letter(number));
        }
    }

    pub(super) fn set_key(&mut self, at: usize, option: usize, key: bool) {
        if let Some(option) = self.list[at].options.get_mut(option) {
            option.key = key;
        }
    }
}
