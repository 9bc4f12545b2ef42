//! The texts of a bank, each taken apart into words once: what every rule reads.

use super::lexicon::List;
use super::prose::length;
use super::vocabulary::{TakenIn, Vocabulary, Word};
use crate::bank::Question;
use crate::parallel;

/// All questions of a bank with their words.
#[derive(Debug)]
pub(crate) struct Texts<'b> {
    vocabulary: Vocabulary,
    parts: Vec<Part<'b>>,
    count: usize,
}

/// Some of the questions, as many as were read on one core.
#[derive(Debug, Default)]
struct Part<'b> {
    /// The words of each text, and behind them the stems of its content words.
    numbers: Vec<u32>,
    parsed: Vec<Parsed>,
    /// Each question with the number of its first text.
    questions: Vec<(&'b Question, usize)>,
}

/// Where the words of one text are, where its content, and its length.
#[derive(Clone, Copy, Debug)]
struct Parsed {
    words: u32,
    content: u32,
    end: u32,
    /// In characters: what its length looks like to a person.
    length: u32,
}

impl<'b> Texts<'b> {
    pub(crate) fn of(questions: &'b [Question]) -> Self {
        let mut read = parallel::in_parts(questions, Part::of).into_iter();
        let (mut vocabulary, first) = read.next().unwrap_or_default();
        let mut parts = vec![first];
        for (words, mut part) in read {
            let taken_in = vocabulary.take_in_all(&words);
            part.renumber(&taken_in);
            parts.push(part);
        }
        vocabulary.finish();
        Self { vocabulary, parts, count: questions.len() }
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The texts of a question, by its number in the bank.
    pub(super) fn question(&self, number: usize) -> QuestionTexts<'_> {
        // Every part but the last one is as long as the first.
        let size = self.parts[0].questions.len().max(1);
        let part = &self.parts[number / size];
        let (question, first) = part.questions[number % size];
        QuestionTexts {
            question,
            vocabulary: &self.vocabulary,
            numbers: &part.numbers,
            parsed: &part.parsed[first..],
        }
    }

    pub(super) fn questions(&self) -> impl Iterator<Item = QuestionTexts<'_>> {
        (0..self.count).map(|number| self.question(number))
    }
}

impl<'b> Part<'b> {
    /// The words of some questions, numbered as they come.
    fn of(questions: &'b [Question]) -> (Vocabulary, Self) {
        let (mut vocabulary, mut part) = (Vocabulary::default(), Self::default());
        // Of three letters there is less than one number, for a word or its stem; what is not needed is never touched.
        let letters =
            questions.iter().map(|q| q.stem.len() + q.explanation.len() + of_options(q)).sum::<usize>();
        part.numbers.reserve(letters / 3);
        for question in questions {
            part.questions.push((question, part.parsed.len()));
            let whys = question.distractors.iter().map(|distractor| distractor.why.as_str());
            let first = [question.stem.as_str(), &question.explanation];
            for text in first.into_iter().chain(question.options()).chain(whys) {
                part.read(text, &mut vocabulary);
            }
        }
        (vocabulary, part)
    }

    fn read(&mut self, text: &str, vocabulary: &mut Vocabulary) {
        let words = self.numbers.len();
        vocabulary.read(text, &mut self.numbers);
        let content = self.numbers.len();
        self.numbers.extend_from_within(words..);
        let mut kept = content;
        for at in content..self.numbers.len() {
            if let Some(stem) = vocabulary.stem(self.numbers[at]) {
                self.numbers[kept] = stem;
                kept += 1;
            }
        }
        self.numbers[content..kept].sort_unstable();
        let mut end = content;
        for at in content..kept {
            if end == content || self.numbers[end - 1] != self.numbers[at] {
                self.numbers[end] = self.numbers[at];
                end += 1;
            }
        }
        self.numbers.truncate(end);
        let [words, content, end, length] = [words, content, end, length(text)].map(|number| number as u32);
        self.parsed.push(Parsed { words, content, end, length });
    }

    /// Puts the numbers of another vocabulary in the place of its own.
    fn renumber(&mut self, taken_in: &TakenIn) {
        for parsed in &self.parsed {
            let [words, content, end] = [parsed.words, parsed.content, parsed.end].map(|at| at as usize);
            self.numbers[words..content].iter_mut().for_each(|word| *word = taken_in.words[*word as usize]);
            let stems = &mut self.numbers[content..end];
            for stem in &mut *stems {
                *stem = taken_in.stems[*stem as usize];
            }
            stems.sort_unstable();
        }
    }
}

/// The bytes of the options and of what is said of them.
fn of_options(question: &Question) -> usize {
    let distractors =
        question.distractors.iter().map(|distractor| distractor.text.len() + distractor.why.len());
    question.keys.iter().map(String::len).sum::<usize>() + distractors.sum::<usize>()
}

/// A question with its words.
#[derive(Clone, Copy)]
pub(super) struct QuestionTexts<'t> {
    pub(super) question: &'t Question,
    vocabulary: &'t Vocabulary,
    numbers: &'t [u32],
    /// Stem, explanation, options, whys; further ones are of the questions after it.
    parsed: &'t [Parsed],
}

impl<'t> QuestionTexts<'t> {
    fn text(self, raw: &'t str, at: usize) -> Text<'t> {
        let Parsed { words, content, end, length } = self.parsed[at];
        let [words, content, end, length] = [words, content, end, length].map(|number| number as usize);
        let (words, content) = (&self.numbers[words..content], &self.numbers[content..end]);
        Text { raw, words, content, length, vocabulary: self.vocabulary }
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
