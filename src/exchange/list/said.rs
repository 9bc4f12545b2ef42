//! Lines that say something about a question, and answer keys.

use std::ops::Range;

use super::answer::{entries, letters, value};
use super::block::{Block, Entry};
use super::label::Number;
use super::line::{Kind, Setting};
use super::reader::Reader;
use crate::exchange::intake::{TopicDraft, short};

impl Reader<'_> {
    pub(super) fn explain(&mut self, text: &str, span: &Range<usize>, raw: &str) {
        let fresh = self.block.is_fresh();
        match self.told_last() {
            Some(block) if block.has_options() => {
                if !text.is_empty() {
                    block.explanation.push(text.to_owned());
                }
                block.span.end = block.span.end.max(span.end);
                self.in_explanation = true;
            }
            _ if fresh => self.stray(span, "an explanation stands here without a question", true),
            _ => self.goes_on(raw, span),
        }
    }

    /// The question that a line is about: the one that is being read, or the one that a blank line ended.
    pub(super) fn told_last(&mut self) -> Option<&mut Block> {
        if self.block.is_fresh() { self.list.blocks.last_mut() } else { Some(&mut self.block) }
    }

    pub(super) fn answer(&mut self, at: usize, value: &str, span: &Range<usize>, raw: &str) -> usize {
        self.blank = false;
        if value.is_empty() {
            return self.announced(at, span);
        }
        let fresh = self.block.is_fresh();
        if !fresh && !self.block.has_options() && !is_short(value) && asks_on(self, at) {
            // "Answer: it depends, says a colleague." is part of what is asked.
            self.goes_on(raw, span);
            return at + 1;
        }
        let reason = match self.told_last() {
            Some(block) if block.answer.is_none() && (block.has_options() || !fresh) => {
                block.answer = Some((value.to_owned(), span.clone()));
                block.span.end = block.span.end.max(span.end);
                None
            }
            Some(block) if block.answer.is_some() => Some("a second answer stands under the same question"),
            _ => Some("an answer stands here without a question"),
        };
        if let Some(reason) = reason {
            self.stray(span, reason, true);
        }
        at + 1
    }

    /// A line that announces an answer or an answer key: what follows tells which.
    pub(super) fn announced(&mut self, at: usize, span: &Range<usize>) -> usize {
        let Some(next) = self.next(at) else {
            self.stray(span, "nothing stands behind this", true);
            return at + 1;
        };
        let line = self.typed[next].text.trim();
        let waits = self
            .told_last()
            .is_some_and(|block| block.has_options() && block.answer.is_none() && !block.is_marked());
        let is_key = !entries(line).is_empty() || line.starts_with('|');
        if waits && !is_key {
            let span = self.typed[next].span.clone();
            if let Some(block) = self.told_last() {
                block.answer = Some((line.to_owned(), span.clone()));
                block.span.end = span.end;
            }
            return next + 1;
        }
        self.flush();
        self.in_key = true;
        at + 1
    }

    /// Whether numbers and letters stand here as in an answer key, without a header: `1. b 2. c`, or `1. b` where no option
    /// follows.
    pub(super) fn is_key_at_the_end(&self, at: usize, number: Number, text: &str) -> bool {
        let several = entries(self.typed[at].text).len() > 1;
        let alone = letters(text).is_some()
            && text.chars().count() <= 7
            && !matches!(
                self.next(at).map(|next| &self.kinds[next]),
                Some(Kind::Lettered(..) | Kind::Bulleted(..))
            );
        let blocks = self.list.blocks.iter().chain(Some(&self.block));
        let open =
            |block: &&Block| block.number == number.number && block.has_options() && block.answer.is_none();
        (several || alone) && number.number.is_some() && blocks.into_iter().any(|block| open(&block))
    }

    /// The entries of a line of an answer key; false where the key is over.
    pub(super) fn take_entries(&mut self, raw: &str, span: &Range<usize>, kind: &Kind) -> bool {
        let found = entries(raw);
        let rule = raw.trim().starts_with('|') || matches!(kind, Kind::Blank | Kind::Structure(_));
        if found.is_empty() {
            self.in_key = self.in_key && rule;
            return rule;
        }
        self.flush();
        let before = self.list.blocks.len();
        let entry = |(number, value)| Entry { number, value, span: span.clone(), before };
        self.list.keys.extend(found.into_iter().map(entry));
        true
    }

    pub(super) fn structure(&mut self, text: &str, span: &Range<usize>) {
        if !self.block.is_fresh() && !self.block.has_options() {
            return;
        }
        self.flush();
        if text == "GROUP" {
            self.stray(span, "of this group some questions were to be drawn; all of them came in", false);
        }
    }

    pub(super) fn heading(&mut self, text: &str, span: &Range<usize>) {
        self.flush();
        if text.ends_with(['?', '？']) {
            self.begin(text, span);
        } else {
            self.topic = TopicDraft { title: text.to_owned(), ..TopicDraft::default() };
        }
    }

    pub(super) fn setting(&mut self, setting: Setting, value: &str, raw: &str, span: &Range<usize>) {
        let fresh = self.block.is_fresh();
        let waits = !fresh && !self.block.has_options();
        let lost = match setting {
            Setting::Points => "points",
            Setting::Difficulty => "difficulties",
            Setting::Hint => "hints",
            _ => "",
        };
        match setting {
            // In the middle of what is asked it is part of it.
            Setting::Title | Setting::Text | Setting::QuizTitle | Setting::Topic if waits => {
                self.goes_on(raw, span);
            }
            Setting::QuizTitle => {
                self.flush();
                value.clone_into(&mut self.topic.title);
            }
            Setting::QuizDescription => value.clone_into(&mut self.topic.summary),
            Setting::Title => {
                self.flush();
                value.clone_into(&mut self.title);
            }
            Setting::Topic if !fresh => {
                self.block.topic = TopicDraft { title: value.to_owned(), ..TopicDraft::default() }
            }
            Setting::Topic => self.topic = TopicDraft { title: value.to_owned(), ..TopicDraft::default() },
            Setting::TextTitle | Setting::Text => {
                self.flush();
                let reason =
                    format!("this text stands between the questions and was left out: \"{}\"", short(value));
                self.stray(span, &reason, false);
            }
            Setting::Play => {}
            Setting::Points | Setting::Difficulty | Setting::Hint if fresh && self.blank_before(span) => {
                self.block.lost.push(lost);
            }
            Setting::Points | Setting::Difficulty | Setting::Hint => match self.told_last() {
                Some(block) => block.lost.push(lost),
                None => self.block.lost.push(lost),
            },
        }
    }

    /// Whether a setting between two questions belongs to the one that follows.
    pub(super) fn blank_before(&self, span: &Range<usize>) -> bool {
        self.blank || !self.title.is_empty() || self.list.blocks.is_empty() || span.start == 0
    }

    /// The question before this line, where an explanation of it was still going on when a blank line ended it.
    pub(super) fn explains_on(&mut self, raw: &str, span: &Range<usize>) -> bool {
        let goes_on = !self.blank && self.in_explanation;
        let Some(block) = self.list.blocks.last_mut().filter(|_| goes_on) else { return false };
        block.explanation.push(raw.trim().to_owned());
        block.span.end = span.end;
        true
    }
}

/// An answer of a few letters.
fn is_short(text: &str) -> bool {
    value(text).is_some_and(|value| value.rest.is_empty())
}

/// Whether options follow before anything else does.
fn asks_on(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.next(at).map(|next| &reader.kinds[next]),
        Some(Kind::Lettered(..) | Kind::Bulleted(..) | Kind::Text(_))
    )
}
