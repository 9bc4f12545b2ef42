//! The texts of a bank, each taken apart into words once: what every rule reads.

use super::lexicon::List;
use super::prose::length;
use super::vocabulary::{Vocabulary, Word};
use crate::bank::Question;

/// All questions of a bank with their words.
#[derive(Debug)]
pub(crate) struct Texts<'b> {
    vocabulary: Vocabulary,
    questions: Vec<(&'b Question, Vec<Parsed>)>,
}

/// One text: its words, its content, its length.
#[derive(Debug)]
struct Parsed {
    words: Vec<Word>,
    /// The stems of its content words, ascending, each once.
    content: Vec<u32>,
    /// In characters: what its length looks like to a person.
    length: usize,
}

impl<'b> Texts<'b> {
    pub(crate) fn of(questions: impl IntoIterator<Item = &'b Question>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut parse = |text: &str| {
            let words = vocabulary.read(text);
            let mut content: Vec<u32> = words.iter().filter_map(|&word| vocabulary.stem(word)).collect();
            content.sort_unstable();
            content.dedup();
            Parsed { words, content, length: length(text) }
        };
        let questions = questions
            .into_iter()
            .map(|question| {
                let whys = question.distractors.iter().map(|distractor| distractor.why.as_str());
                let first = [question.stem.as_str(), &question.explanation];
                (question, first.into_iter().chain(question.options()).chain(whys).map(&mut parse).collect())
            })
            .collect();
        vocabulary.finish();
        Self { vocabulary, questions }
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The texts of a question, by its number in the bank.
    pub(super) fn question(&self, number: usize) -> QuestionTexts<'_> {
        let (question, parsed) = &self.questions[number];
        QuestionTexts { question, vocabulary: &self.vocabulary, parsed }
    }

    pub(super) fn questions(&self) -> impl Iterator<Item = QuestionTexts<'_>> {
        (0..self.questions.len()).map(|number| self.question(number))
    }
}

/// A question with its words.
#[derive(Clone, Copy)]
pub(super) struct QuestionTexts<'t> {
    pub(super) question: &'t Question,
    vocabulary: &'t Vocabulary,
    /// Stem, explanation, options, whys.
    parsed: &'t [Parsed],
}

impl<'t> QuestionTexts<'t> {
    fn text(self, raw: &'t str, at: usize) -> Text<'t> {
        let Parsed { words, content, length } = &self.parsed[at];
        Text { raw, words, content, length: *length, vocabulary: self.vocabulary }
    }

    pub(super) fn stem(self) -> Text<'t> {
        self.text(&self.question.stem, 0)
    }

    pub(super) fn explanation(self) -> Text<'t> {
        self.text(&self.question.explanation, 1)
    }

    /// An option by its number: keys first.
    pub(super) fn option(self, at: usize) -> Text<'t> {
        self.text(self.question.option(at), 2 + at)
    }

    pub(super) fn options(self) -> impl ExactSizeIterator<Item = Text<'t>> + Clone {
        (0..self.question.option_count()).map(move |at| self.option(at))
    }

    pub(super) fn keys(self) -> impl ExactSizeIterator<Item = Text<'t>> + Clone {
        (0..self.question.keys.len()).map(move |at| self.option(at))
    }

    pub(super) fn distractors(self) -> impl ExactSizeIterator<Item = Text<'t>> + Clone {
        let keys = self.question.keys.len();
        (0..self.question.distractors.len()).map(move |at| self.option(keys + at))
    }

    /// Why each distractor is wrong; may be empty.
    pub(super) fn whys(self) -> impl ExactSizeIterator<Item = Text<'t>> {
        let options = self.question.option_count();
        let distractors = &self.question.distractors;
        distractors.iter().enumerate().map(move |(at, d)| self.text(&d.why, 2 + options + at))
    }
}

/// A text with its words.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    pub(super) raw: &'t str,
    /// Its words in lower case.
    pub(super) words: &'t [Word],
    /// The stems of its content words, ascending, each once.
    pub(super) content: &'t [u32],
    /// In characters.
    pub(super) length: usize,
    vocabulary: &'t Vocabulary,
}

impl<'t> Text<'t> {
    /// How often words and phrases of a list stand in it.
    pub(super) fn count(self, list: List) -> usize {
        self.vocabulary.count(self.words, list)
    }

    /// Whether a word or phrase of a list stands in it.
    pub(super) fn has(self, list: List) -> bool {
        self.vocabulary.has(self.words, list)
    }

    /// Its words in lower case, as texts.
    pub(super) fn lower(self) -> impl DoubleEndedIterator<Item = &'t str> + ExactSizeIterator + Clone {
        self.words.iter().map(move |&word| self.vocabulary.text(word))
    }

    /// The stem of a word of it, where the word has content of its own.
    pub(super) fn stem_of(self, at: usize) -> Option<u32> {
        self.vocabulary.stem(self.words[at])
    }
}

/// How many numbers stand in both of two ascending lists.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut at, mut other, mut shared) = (0, 0, 0);
    while at < a.len() && other < b.len() {
        match a[at].cmp(&b[other]) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => other += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                at += 1;
                other += 1;
            }
        }
    }
    shared
}
