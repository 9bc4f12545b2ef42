//! All classes that are kept, and what they show together about a question.

use super::class::{KeptClass, KeptQuestion};
use crate::analysis::figures::ItemFigures;
use crate::analysis::flag::Flag;
use crate::analysis::responses::{Choice, Item};
use crate::analysis::sums::{Chosen, ItemSums};
use crate::bank::Question;

/// What a file of statistics holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Statistics {
    /// In the order in which they were added.
    pub(super) classes: Vec<KeptClass>,
}

/// What adding a class did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Added {
    New,
    /// It was there, and is as it was.
    Known,
    /// The same answers were there, with other keys or texts.
    Replaced,
}

/// What is known about a question of a bank.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shown {
    Nothing,
    /// It was asked, but another answer counted as right.
    OtherKey,
    Figures(Box<ItemFigures>),
}

impl Statistics {
    /// The same answers are one class, however often they are added.
    pub(crate) fn add(&mut self, class: KeptClass) -> Added {
        match self.classes.iter_mut().find(|kept| kept.id == class.id) {
            Some(kept) if *kept == class => Added::Known,
            Some(kept) => {
                *kept = class;
                Added::Replaced
            }
            None => {
                self.classes.push(class);
                Added::New
            }
        }
    }

    pub(crate) fn classes(&self) -> &[KeptClass] {
        &self.classes
    }

    pub(crate) fn students(&self) -> usize {
        self.classes.iter().map(|class| class.students).sum()
    }

    /// The ids of all questions, each once.
    pub(crate) fn ids(&self) -> Vec<&str> {
        let questions = self.classes.iter().flat_map(|class| &class.questions);
        let mut ids: Vec<&str> = questions.map(|question| question.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// All that classes showed about a question as it is now.
    pub(crate) fn of(&self, question: &Question) -> Shown {
        let asked = self.asked(&question.id);
        let key = question.key_fingerprint();
        let same: Vec<&KeptQuestion> = asked.iter().copied().filter(|kept| kept.key == key).collect();
        if same.is_empty() {
            return if asked.is_empty() { Shown::Nothing } else { Shown::OtherKey };
        }
        let options = (0..question.option_count())
            .map(|at| Choice { text: question.option(at).to_owned(), key: question.is_key(at) });
        Shown::Figures(Box::new(figures(&question.id, options.collect(), &same)))
    }

    /// The same without a bank, for the last key that counted.
    pub(super) fn of_last_key(&self, id: &str) -> Option<ItemFigures> {
        let asked = self.asked(id);
        let last = asked.last()?;
        let same: Vec<&KeptQuestion> = asked.iter().copied().filter(|kept| kept.key == last.key).collect();
        Some(figures(id, last.options.clone(), &same))
    }

    fn asked(&self, id: &str) -> Vec<&KeptQuestion> {
        let questions = self.classes.iter().flat_map(|class| &class.questions);
        questions.filter(|question| question.id == id).collect()
    }
}

/// How many were right comes from all classes; what was chosen only from those that had these options to choose from.
fn figures(id: &str, options: Vec<Choice>, asked: &[&KeptQuestion]) -> ItemFigures {
    let parts: Vec<(ItemSums, bool)> = asked.iter().map(|kept| (of_whole(&kept.sums), kept.common)).collect();
    let item = Item { name: id.to_owned(), known: true, ..Item::default() };
    let mut whole = ItemFigures::of_classes(&item, &parts);
    let chosen: Vec<(ItemSums, bool)> =
        asked.iter().filter_map(|kept| Some((in_order(kept, &options)?, kept.common))).collect();
    if !options.is_empty() && !chosen.is_empty() {
        let of_options = ItemFigures::of_classes(&Item { options, ..item }, &chosen);
        let about_options =
            |flag: &Flag| matches!(flag, Flag::WrongKey { .. } | Flag::DeadDistractors { .. });
        let suspect = of_options.flags.iter().any(|flag| matches!(flag, Flag::WrongKey { .. }));
        whole.flags.retain(|flag| !(suspect && matches!(flag, Flag::Negative | Flag::Weak)));
        whole.flags.extend(of_options.flags.into_iter().filter(about_options));
        whole.flags.sort();
        whole.options = of_options.options;
    }
    whole
}

fn of_whole(sums: &ItemSums) -> ItemSums {
    ItemSums { options: vec![], ..sums.clone() }
}

/// The sums with the options in this order; `None` where other ones were to be chosen from.
fn in_order(kept: &KeptQuestion, options: &[Choice]) -> Option<ItemSums> {
    if kept.options.len() != options.len() {
        return None;
    }
    let of = |option: &Choice| -> Option<Chosen> {
        let at = kept.options.iter().position(|kept| kept.text == option.text)?;
        kept.sums.options.get(at).copied()
    };
    Some(ItemSums { options: options.iter().map(of).collect::<Option<_>>()?, ..kept.sums.clone() })
}
