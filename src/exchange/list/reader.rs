//! Lines gathered into questions.

use std::ops::Range;

use super::block::{Block, List, Stray};
use super::label::{Letter, Number};
use super::line::{Kind, Typed, kind, option};
use crate::exchange::intake::TopicDraft;
use crate::words::Fences;

/// Gathers the lines of a list.
pub(super) fn gather(typed: &[Typed<'_>]) -> List {
    let kinds: Vec<Kind> = typed.iter().map(kind).collect();
    let mut reader = Reader { typed, kinds, numeric: None, list: List::default(), ..Reader::default() };
    reader.numeric = reader.style_of_numeric_options();
    let mut at = 0;
    while at < typed.len() {
        at = reader.take(at);
    }
    reader.flush();
    reader.list
}

#[derive(Default)]
pub(super) struct Reader<'t> {
    pub(super) typed: &'t [Typed<'t>],
    pub(super) kinds: Vec<Kind>,
    /// How numbers are closed that stand before options.
    pub(super) numeric: Option<char>,
    pub(super) list: List,
    pub(super) block: Block,
    /// A blank line came last.
    pub(super) blank: bool,
    /// After the header of an answer key.
    pub(super) in_key: bool,
    /// Lines go on with an explanation.
    pub(super) in_explanation: bool,
    pub(super) code: Fences,
    pub(super) in_comment: bool,
    pub(super) title: String,
    pub(super) topic: TopicDraft,
}

impl Reader<'_> {
    /// Takes the line at a place; gives the place of the next one.
    pub(super) fn take(&mut self, at: usize) -> usize {
        let kind = self.kinds[at].clone();
        let Typed { text: raw, span, .. } = self.typed[at].clone();
        let raw = raw.trim_end();
        if self.in_comment {
            self.in_comment = raw.trim() != "END_COMMENT";
            return at + 1;
        }
        if self.code.are_open() || kind == Kind::Fence && !self.block.is_fresh() {
            self.code.next(raw);
            self.goes_on(raw, &span);
            return at + 1;
        }
        if raw.trim() == "COMMENT" {
            self.in_comment = true;
            return at + 1;
        }
        if raw.trim_start().starts_with("% ") {
            return at + 1;
        }
        if self.in_key && self.take_entries(raw, &span, &kind) {
            return at + 1;
        }
        let fresh = self.block.is_fresh();
        let has_options = self.block.has_options();
        if !matches!(kind, Kind::Text(_) | Kind::Blank) {
            self.in_explanation = false;
        }
        match kind {
            Kind::Blank => {
                if self.is_complete() {
                    self.flush();
                }
                self.in_explanation = false;
                self.blank = true;
                return at + 1;
            }
            Kind::Structure(text) => self.structure(&text, &span),
            Kind::Setting(setting, value) => self.setting(setting, &value, raw, &span),
            Kind::Heading(text) => self.heading(&text, &span),
            Kind::Answer(value) => return self.answer(at, &value, &span, raw),
            Kind::Explanation(text) => self.explain(&text, &span, raw),
            Kind::Source(text) => match self.told_last() {
                Some(block) if block.has_options() => block.source = text,
                _ => self.goes_on(raw, &span),
            },
            Kind::Remark(_) | Kind::Feedback(..) if fresh => {
                self.stray(&span, "feedback stands here without a question", true);
            }
            Kind::Remark(text) => self.remark(text),
            Kind::Feedback(true, text) => self.block.praise.push(text),
            Kind::Feedback(false, _) => self.block.lost.push("feedback on wrong answers as a whole"),
            Kind::Numbered(number, text) => self.numbered(at, number, &text, &span, raw),
            Kind::Lettered(letter, mark, text) => return self.lettered(at, letter, mark, text, &span, raw),
            Kind::Bulleted(bullet, mark, text) => self.bulleted(bullet, mark, text, &span, raw),
            Kind::Fence => self.goes_on(raw, &span),
            Kind::Text(text) => {
                if fresh || !has_options || !self.split(at, &text, &span) {
                    self.text(at, raw, &span);
                }
            }
        }
        self.blank = false;
        self.touch(&span);
        at + 1
    }

    pub(super) fn touch(&mut self, span: &Range<usize>) {
        if !self.block.is_fresh() {
            self.block.span.end = self.block.span.end.max(span.end);
        }
    }

    /// Whether nothing more has to come.
    pub(super) fn is_complete(&self) -> bool {
        self.block.has_options() && (self.block.answer.is_some() || self.block.is_marked())
    }

    /// The next line that is not blank.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        (at + 1..self.kinds.len()).find(|&at| self.kinds[at] != Kind::Blank)
    }

    pub(super) fn text(&mut self, at: usize, raw: &str, span: &Range<usize>) {
        if self.block.is_fresh() && self.explains_on(raw, span) {
            return;
        }
        if self.in_explanation {
            self.block.explanation.push(raw.trim().to_owned());
            return;
        }
        // Behind a number what is asked may have several paragraphs; without one a blank line ends everything.
        let ends = self.block.answer.is_some()
            || self.blank && (self.block.has_options() || self.block.number.is_none());
        if ends {
            self.flush();
        }
        if self.block.is_fresh() {
            if !self.stem_with_options(at, raw.trim(), span) {
                self.begin(raw.trim(), span);
            }
        } else {
            self.goes_on(raw, span);
        }
    }

    pub(super) fn begin(&mut self, text: &str, span: &Range<usize>) {
        self.block.span = span.clone();
        self.block.title = std::mem::take(&mut self.title);
        self.block.topic.clone_from(&self.topic);
        self.block.stem.push(text.to_owned());
    }

    /// A line that goes on with the one before it.
    pub(super) fn goes_on(&mut self, raw: &str, span: &Range<usize>) {
        if self.block.is_fresh() {
            self.begin(raw.trim(), span);
        } else if let Some(option) = self.block.last_choice() {
            option.lines.push((raw.to_owned(), span.clone()));
        } else {
            self.block.stem.push(raw.to_owned());
        }
        self.touch(span);
    }

    pub(super) fn numbered(&mut self, at: usize, number: Number, text: &str, span: &Range<usize>, raw: &str) {
        let fresh = self.block.is_fresh();
        if self.numeric == Some(number.style) && !fresh {
            let next = self.block.options.len();
            if number.number == Some(next + 1) && self.block.answer.is_none() {
                let letter = Letter { index: next, latin: None, style: (b'1', false, number.style) };
                let Some(Kind::Lettered(_, mark, text)) =
                    option(&format!("a) {text}"), self.typed[at].stands_out)
                else {
                    return;
                };
                self.option(Some(letter), None, false, mark, text, span);
                return;
            }
        }
        if self.numbers_option(number, text, span) {
            return;
        }
        if self.is_key_at_the_end(at, number, text)
            && self.take_entries(raw, span, &Kind::Text(raw.to_owned()))
        {
            return;
        }
        let lists_in_stem = !self.blank
            && !fresh
            && !self.block.has_options()
            && number.style != 'Q'
            && self.block.number.is_some();
        if lists_in_stem
            && number.number.is_none_or(|number| Some(number) != self.block.number.map(|own| own + 1))
        {
            self.goes_on(raw, span);
            return;
        }
        self.flush();
        self.block.number = number.number;
        self.block.style = Some(number.style);
        if text.is_empty() {
            // The question stands in the next line.
            self.block.span = span.clone();
            self.begin("", span);
            self.block.stem.clear();
            self.title = std::mem::take(&mut self.block.title);
        } else if !self.stem_with_options(at, text, span) {
            self.begin(text, span);
        }
    }

    pub(super) fn stray(&mut self, span: &Range<usize>, reason: &str, is_error: bool) {
        self.list.strays.push(Stray { span: span.clone(), reason: reason.to_owned(), is_error });
    }

    /// Numbers stand before options where no letter, bullet or box does, and they begin again with 1.
    pub(super) fn style_of_numeric_options(&self) -> Option<char> {
        let lettered = self.kinds.iter().any(|kind| {
            matches!(kind, Kind::Lettered(letter, ..) if letter.index == 0)
                || matches!(kind, Kind::Bulleted(bullet, ..) if bullet.is_box)
        });
        if lettered {
            return None;
        }
        let runs = |style: char| {
            let mut runs = 0;
            let mut asked = false;
            let mut last = 0;
            for kind in self.kinds.iter().filter(|kind| **kind != Kind::Blank) {
                match kind {
                    Kind::Numbered(number, _) if number.style == style => {
                        let n = number.number.unwrap_or(0);
                        if n == 2 && last == 1 && asked {
                            runs += 1;
                        }
                        last = n;
                    }
                    Kind::Numbered(..) | Kind::Text(_) => (asked, last) = (true, 0),
                    _ => {}
                }
            }
            runs
        };
        [')', '.', '(', ':', '、']
            .into_iter()
            .map(|style| (runs(style), style))
            .filter(|(runs, _)| *runs > 0)
            .max_by_key(|(runs, _)| *runs)
            .map(|(_, style)| style)
    }

    pub(super) fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        if block.is_fresh() {
            // What was said of a question that is yet to come.
            self.block.lost = block.lost;
            self.block.number = None;
        } else {
            self.list.blocks.push(block);
        }
    }
}
