//! One question of a sitting, and the answer that stands for it.

use crate::bank::Question;
use crate::progress::Answer;

/// One question of a sitting.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item<'b> {
    /// Its place in the plan, which events name.
    pub(crate) number: usize,
    pub(crate) question: &'b Question,
    /// Numbers of options in the order in which they are shown.
    pub(crate) layout: Vec<usize>,
    /// The answer that stands; `None` is a blank.
    pub(crate) given: Option<Given>,
    /// To be looked at again.
    pub(crate) flagged: bool,
}

/// An answer that stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Given {
    /// Numbers of the chosen options.
    pub(crate) chosen: Vec<usize>,
    pub(crate) correct: bool,
    /// In milliseconds.
    pub(crate) took: u64,
    /// The id of its event.
    pub(crate) event: String,
}

impl Item<'_> {
    pub(crate) fn is_right(&self) -> bool {
        self.given.as_ref().is_some_and(|given| given.correct)
    }

    /// The numbers of the options that are chosen; none for a blank.
    pub(crate) fn chosen(&self) -> &[usize] {
        self.given.as_ref().map_or(&[], |given| &given.chosen)
    }

    /// What the log keeps of choosing options ([`Question::option`]) after `took` milliseconds.
    pub(crate) fn answer(&self, chosen: &[usize], took: u64) -> Answer {
        Answer {
            item: self.number,
            question: self.question.id.clone(),
            topic: self.question.topic.clone(),
            chosen: chosen.iter().map(|&at| self.question.option(at).to_owned()).collect(),
            correct: self.question.is_right(chosen),
            key: self.question.key_fingerprint().to_string(),
            took,
        }
    }

    /// The options that are shown at these places, by their numbers.
    pub(crate) fn options(&self, places: &[usize]) -> Vec<usize> {
        places.iter().map(|&place| self.layout[place]).collect()
    }
}
