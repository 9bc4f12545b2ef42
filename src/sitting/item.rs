//! One question of a sitting, with its current answer.

use crate::bank::Question;
use crate::progress::Answer;

/// One question of a sitting.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item<'b> {
    /// Its index in the plan, which events use. Its place in the sitting can be smaller: see [`super::Sitting`].
    pub(crate) number: usize,
    pub(crate) question: &'b Question,
    /// Option numbers ([`Question::option`]) in the order in which they are shown.
    pub(crate) layout: Vec<usize>,
    /// The current answer; `None` while there is none.
    pub(crate) given: Option<Given>,
    /// Whether the person flagged it to look at it again.
    pub(crate) flagged: bool,
}

/// The current answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Given {
    /// The option numbers that were chosen.
    pub(crate) chosen: Vec<usize>,
    pub(crate) correct: bool,
    /// In milliseconds.
    pub(crate) took: u64,
    /// The id of the event that recorded it.
    pub(crate) event: String,
}

impl Item<'_> {
    pub(crate) fn is_right(&self) -> bool {
        self.given.as_ref().is_some_and(|given| given.correct)
    }

    /// The option numbers that are chosen; none without an answer.
    pub(crate) fn chosen(&self) -> &[usize] {
        self.given.as_ref().map_or(&[], |given| &given.chosen)
    }

    /// What the log records when these option numbers are chosen after `took` milliseconds. This is where an answer is
    /// judged right or wrong; the log keeps the result, whatever becomes of the question.
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

    /// Where these option numbers are shown, as indices of the layout.
    pub(crate) fn places(&self, options: &[usize]) -> Vec<usize> {
        options.iter().filter_map(|option| self.layout.iter().position(|at| at == option)).collect()
    }

    /// The option numbers shown at these indices of the layout (0 is the letter A).
    pub(crate) fn options(&self, places: &[usize]) -> Vec<usize> {
        places.iter().map(|&place| self.layout[place]).collect()
    }
}
