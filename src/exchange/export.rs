//! What is exported: questions by topic, and how each of them is laid out.

use super::loss::Loss;
use crate::bank::{Bank, Fingerprint, Question, Topic, natural_order};

/// A selection of questions, by topic, with what the person asked for.
pub(crate) struct Export<'a> {
    pub(crate) sections: Vec<Section<'a>>,
    pub(crate) options: ExportOptions,
}

/// A topic and those of its questions that were selected; never empty.
#[derive(Clone)]
pub(crate) struct Section<'a> {
    pub(crate) topic: &'a Topic,
    pub(crate) questions: Vec<&'a Question>,
}

/// What may be asked of an export. Each format honors what means something to it.
#[derive(Clone, Debug)]
pub(crate) struct ExportOptions {
    /// What the whole is called.
    pub(crate) title: String,
    /// Decides the order of options wherever a format has to choose one.
    pub(crate) seed: u64,
    /// Write texts as they are into tables, also those that a spreadsheet takes for formulas.
    pub(crate) raw: bool,
    /// How many options a question shows where the format draws them each time that it asks.
    pub(crate) shown: usize,
    /// How many versions of an exam on paper.
    pub(crate) versions: usize,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            title: String::from("Security guard questions"),
            seed: 0,
            raw: false,
            shown: Question::SHOWN,
            versions: 2,
        }
    }
}

/// Bytes for a file, and what they do not say.
pub(crate) struct Exported {
    pub(crate) bytes: Vec<u8>,
    pub(crate) loss: Loss,
}

/// An option as it is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Choice<'a> {
    /// Its number in the question ([`Question::option`]): the same however it is laid out.
    pub(crate) index: usize,
    pub(crate) text: &'a str,
    pub(crate) right: bool,
    /// Why it is wrong; empty for a right one and where the bank does not say.
    pub(crate) why: &'a str,
}

impl<'a> Export<'a> {
    /// Groups questions by topic, topics in the order in which they first come up.
    pub(crate) fn new(
        bank: &'a Bank,
        questions: impl IntoIterator<Item = &'a Question>,
        options: ExportOptions,
    ) -> Self {
        let mut sections: Vec<Section<'a>> = vec![];
        for question in questions {
            match sections.iter_mut().find(|section| section.topic.id == question.topic) {
                Some(section) => section.questions.push(question),
                // A bank holds the topic of each of its questions.
                None => sections.extend(
                    bank.topic(&question.topic).map(|topic| Section { topic, questions: vec![question] }),
                ),
            }
        }
        Self { sections, options }
    }

    /// Everything a bank holds.
    #[cfg(test)]
    pub(crate) fn whole(bank: &'a Bank, options: ExportOptions) -> Self {
        Self::new(bank, bank.questions(), options)
    }

    /// The same topic by topic, for formats of which a file holds one.
    pub(crate) fn by_topic(&self) -> impl Iterator<Item = Self> {
        self.sections
            .iter()
            .map(|section| Self { sections: vec![section.clone()], options: self.options.clone() })
    }

    pub(crate) fn questions(&self) -> impl Iterator<Item = (&'a Topic, &'a Question)> {
        self.sections
            .iter()
            .flat_map(|section| section.questions.iter().map(|question| (section.topic, *question)))
    }

    /// The options of a question as this export shows them: see [`lay_out`].
    pub(crate) fn choices(&self, question: &'a Question) -> Vec<Choice<'a>> {
        choices(question, &lay_out(question, self.options.seed))
    }
}

/// Whether the options have an order of their own, so that the other program must not shuffle them.
pub(crate) fn is_fixed(question: &Question) -> bool {
    let all: Vec<usize> = (0..question.option_count()).collect();
    natural_order(question, &all).is_some()
}

pub(crate) fn choices<'a>(question: &'a Question, layout: &[usize]) -> Vec<Choice<'a>> {
    let choice = |&index: &usize| Choice {
        index,
        text: question.option(index),
        right: question.is_key(index),
        why: question.why(index).unwrap_or_default(),
    };
    layout.iter().map(choice).collect()
}

/// Numbers of options in the order in which they are written: all of them.
///
/// What has a natural order keeps it; everything else is put in an order that hangs on nothing but the seed, the
/// question's id and the options' texts, so that it is the same on every machine and a new distractor leaves the
/// others where they were. No order is favored: a key that always came first would give itself away in a program that
/// does not shuffle.
pub(crate) fn lay_out(question: &Question, seed: u64) -> Vec<usize> {
    let mut layout: Vec<usize> = (0..question.option_count()).collect();
    if let Some(ordered) = natural_order(question, &layout) {
        return ordered;
    }
    let seed = seed.to_string();
    layout.sort_by_cached_key(|&index| {
        (scatter(Fingerprint::of([seed.as_str(), &question.id, question.option(index)])), index)
    });
    layout
}

/// Spreads the bits of a fingerprint evenly: the last step of `SplitMix64` (Steele, Lea and Flood, 2014).
pub(super) fn scatter(fingerprint: Fingerprint) -> u64 {
    let mut bits = fingerprint.bits();
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
