//! Lines that are options: one by one, several in a line, without a letter.

use std::ops::Range;

use super::block::Choice;
use super::in_line::several;
use super::label::{Bullet, Letter, Number};
use super::line::{Kind, Mark, marked};
use super::reader::Reader;

impl Reader<'_> {
    /// A question with its options in one line.
    pub(super) fn stem_with_options(&mut self, at: usize, text: &str, span: &Range<usize>) -> bool {
        let Some((stem, options)) = several(text, 0).filter(|(stem, _)| !stem.is_empty()) else {
            return false;
        };
        if self.is_answered_again(at, options.len()) {
            return false;
        }
        self.begin(&stem, span);
        for (letter, mark, text) in options {
            self.option(Some(letter), None, false, mark, text, span);
        }
        true
    }

    /// Whether the next line has an option that these would already be: then the letters in this line are text.
    pub(super) fn is_answered_again(&self, at: usize, until: usize) -> bool {
        matches!(self.next(at).map(|next| &self.kinds[next]), Some(Kind::Lettered(letter, ..)) if letter.index < until)
    }

    pub(super) fn split(&mut self, at: usize, text: &str, span: &Range<usize>) -> bool {
        let from = self.block.next_letter();
        let found = several(text, from)
            .filter(|(stem, options)| stem.is_empty() && !self.is_answered_again(at, from + options.len()));
        let Some((_, options)) = found else { return false };
        for (letter, mark, text) in options {
            self.option(Some(letter), None, false, mark, text, span);
        }
        true
    }

    pub(super) fn lettered(
        &mut self,
        at: usize,
        letter: Letter,
        mark: Mark,
        text: String,
        span: &Range<usize>,
        raw: &str,
    ) -> usize {
        self.blank = false;
        let next = self.block.next_letter();
        if !self.block.is_fresh() && self.block.answer.is_none() {
            let plain = raw.trim().trim_start_matches(['-', '•']).trim_start();
            if self.split(at, plain, span) {
                self.touch(span);
                return at + 1;
            }
            let same = self.block.options.last().and_then(|option| option.letter);
            let fits = letter.as_next(next).or_else(|| {
                // A later letter may leave a gap, and the same one again is told apart by whoever reads the answer.
                let near = same.is_some_and(|last| {
                    last.style.2 == letter.style.2 && letter.index + 1 >= next && letter.index <= next + 2
                });
                near.then_some(letter)
            });
            if let Some(letter) = fits {
                self.option(Some(letter), sign_of(raw), false, mark, text, span);
                self.touch(span);
                return at + 1;
            }
        }
        if letter.index == 0 && self.begins_unseen() {
            self.option(Some(letter), sign_of(raw), false, mark, text, span);
        } else if self.block.is_fresh() || self.block.answer.is_some() && self.block.has_options() {
            self.flush();
            self.begin(raw.trim(), span);
        } else if self.block.options.is_empty() {
            self.goes_on(raw, span);
        } else {
            self.stray(span, "the letter of this option does not follow the one before it", true);
            // Which option an answer would mean is not known any more.
            self.block.torn = true;
        }
        self.touch(span);
        at + 1
    }

    pub(super) fn bulleted(
        &mut self,
        bullet: Bullet,
        mark: Mark,
        text: String,
        span: &Range<usize>,
        raw: &str,
    ) {
        if self.block.is_fresh() {
            self.text(usize::MAX - 1, raw, span);
            return;
        }
        if self.block.answer.is_some() && self.block.has_options() {
            self.flush();
            self.begin(raw.trim(), span);
            return;
        }
        if !self.block.options.is_empty() {
            self.goes_on(raw, span);
            return;
        }
        let choice = Choice { sign: Some(bullet.sign), is_box: bullet.is_box, mark, ..Choice::default() };
        self.block.bullets.push(Choice { lines: vec![(text, span.clone())], ..choice });
    }

    pub(super) fn option(
        &mut self,
        letter: Option<Letter>,
        sign: Option<char>,
        is_box: bool,
        mark: Mark,
        text: String,
        span: &Range<usize>,
    ) {
        self.leave_bullets();
        let choice = Choice { letter, sign, is_box, mark, ..Choice::default() };
        self.block.options.push(Choice { lines: vec![(text, span.clone())], ..choice });
    }

    /// Below a question that is numbered in another way, numbers from 1 are options, or a list in what is asked where
    /// options with letters follow.
    pub(super) fn numbers_option(&mut self, number: Number, text: &str, span: &Range<usize>) -> bool {
        let block = &mut self.block;
        let next = block.bullets.len();
        let other = block.style.is_some_and(|style| style != number.style) && number.style != 'Q';
        let numbered = block.bullets.iter().all(|bullet| bullet.letter.is_some());
        let fits = !block.is_fresh() && block.options.is_empty() && block.answer.is_none() && numbered;
        if !other || !fits || number.number != Some(next + 1) || text.is_empty() {
            return false;
        }
        let (mark, text) = marked(text, Mark::default());
        let letter = Letter { index: next, latin: None, style: (b'1', false, number.style) };
        let choice = Choice { letter: Some(letter), mark, ..Choice::default() };
        block.bullets.push(Choice { lines: vec![(text, span.clone())], ..choice });
        true
    }

    /// Before options with letters, bullets are part of what is asked, or feedback as text2qti has it.
    pub(super) fn leave_bullets(&mut self) {
        for bullet in std::mem::take(&mut self.block.bullets) {
            let text = bullet.raw();
            match bullet.sign {
                Some('+') => self.block.praise.push(text),
                Some('-') if !self.block.praise.is_empty() => {
                    self.block.lost.push("feedback on wrong answers as a whole");
                }
                Some(sign) => self.block.stem.push(format!("{sign} {text}")),
                None => match bullet.letter {
                    Some(letter) => self.block.stem.push(format!("{}. {text}", letter.index + 1)),
                    None => self.block.stem.push(text),
                },
            }
        }
    }

    pub(super) fn remark(&mut self, text: String) {
        match self.block.last_choice() {
            Some(option) => option.why.push(text),
            None => self.block.explanation.push(text),
        }
    }

    /// Where options begin again and no answer came, the lines that seemed to go on with the last option are the next
    /// question: they become one. Of lines without a blank one between them it is the last.
    pub(super) fn begins_unseen(&mut self) -> bool {
        let waiting = self.block.answer.is_none();
        let Some(option) = self.block.last_choice().filter(|_| waiting) else { return false };
        if option.lines.len() < 2 {
            return false;
        }
        let Some((text, span)) = option.lines.pop() else { return false };
        self.block.span.end = span.start;
        self.flush();
        self.begin(text.trim(), &span);
        true
    }
}

/// A star or another sign before a lettered option that may be a bullet.
fn sign_of(raw: &str) -> Option<char> {
    let text = raw.trim_start();
    text.chars().next().filter(|sign| "*-+•".contains(*sign) && text[1..].starts_with(' '))
}
