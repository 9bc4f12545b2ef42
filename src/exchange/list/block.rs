//! A question as far as it was written down, and everything that a list holds beside its questions.

use std::ops::Range;

use super::label::Letter;
use super::line::Mark;
use crate::exchange::intake::TopicDraft;

#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) span: Range<usize>,
    pub(super) number: Option<usize>,
    /// What closes its number.
    pub(super) style: Option<char>,
    pub(super) title: String,
    pub(super) topic: TopicDraft,
    /// Lines as they were typed.
    pub(super) stem: Vec<String>,
    pub(super) options: Vec<Choice>,
    /// Bullets that stand where no option has a letter: options, or part of what is asked.
    pub(super) bullets: Vec<Choice>,
    /// What stands after `Answer:`, with its place.
    pub(super) answer: Option<(String, Range<usize>)>,
    pub(super) explanation: Vec<String>,
    pub(super) source: String,
    /// Said after a right answer.
    pub(super) praise: Vec<String>,
    /// What there is no place for, in the plural, once for each.
    pub(super) lost: Vec<&'static str>,
    /// A line of it could not be understood.
    pub(super) torn: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    /// Its letter, where it has one.
    pub(super) letter: Option<Letter>,
    /// A sign before it that may be a bullet, or a star that marks it.
    pub(super) sign: Option<char>,
    pub(super) is_box: bool,
    pub(super) mark: Mark,
    /// Its lines, with the place of each.
    pub(super) lines: Vec<(String, Range<usize>)>,
    pub(super) why: Vec<String>,
}

impl Choice {
    /// Its lines as they were typed.
    pub(super) fn typed(&self) -> Vec<String> {
        self.lines.iter().map(|(line, _)| line.clone()).collect()
    }

    pub(super) fn raw(&self) -> String {
        self.lines.iter().map(|(line, _)| line.as_str()).collect::<Vec<_>>().join("\n")
    }
}

impl Block {
    pub(super) fn is_fresh(&self) -> bool {
        self.stem.is_empty()
    }

    pub(super) fn has_options(&self) -> bool {
        !self.options.is_empty() || !self.bullets.is_empty()
    }

    /// The letter or place of the option that comes next.
    pub(super) fn next_letter(&self) -> usize {
        self.options.last().and_then(|option| option.letter).map_or(0, |letter| letter.index + 1)
    }

    /// The option that was written last.
    pub(super) fn last_choice(&mut self) -> Option<&mut Choice> {
        if self.options.is_empty() { self.bullets.last_mut() } else { self.options.last_mut() }
    }

    /// Whether an option says of itself that it is right.
    pub(super) fn is_marked(&self) -> bool {
        self.options.iter().chain(&self.bullets).any(|option| option.mark.right || option.mark.word)
    }
}

/// The questions of a list, and the entries of its answer keys.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) blocks: Vec<Block>,
    pub(super) keys: Vec<Entry>,
    /// Lines that belong to no question, and why that is wrong.
    pub(super) strays: Vec<Stray>,
}

/// `3. B` in an answer key.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) number: usize,
    pub(super) value: String,
    pub(super) span: Range<usize>,
    /// The questions that it may be about: those before it.
    pub(super) before: usize,
}

#[derive(Debug)]
pub(super) struct Stray {
    pub(super) span: Range<usize>,
    pub(super) reason: String,
    pub(super) is_error: bool,
}
