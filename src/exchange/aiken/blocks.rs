//! Lines gathered into questions.

use std::ops::Range;

use super::line::{Line, line};

/// A question as far as it was written down.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) span: Range<usize>,
    pub(super) number: Option<usize>,
    pub(super) title: String,
    pub(super) topic: String,
    pub(super) stem: Vec<String>,
    pub(super) options: Vec<Choice>,
    /// What stands after `ANSWER:`.
    pub(super) answer: Option<String>,
    pub(super) explanation: Vec<String>,
    /// Feedback on wrong answers as a whole, which we have no place for.
    pub(super) unused: usize,
    /// A line of it could not be understood.
    pub(super) torn: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    /// Its letter as a number, where it has one.
    pub(super) letter: Option<usize>,
    pub(super) starred: bool,
    text: String,
    /// Lines that go on with it.
    more: Vec<(String, Range<usize>)>,
    pub(super) why: String,
}

impl Choice {
    pub(super) fn text(&self) -> String {
        let more = self.more.iter().map(|(text, _)| text.as_str());
        std::iter::once(self.text.as_str()).chain(more).collect::<Vec<_>>().join(" ")
    }
}

/// The questions of a list, and the answers that stand at its end by number.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) blocks: Vec<Block>,
    pub(super) answers: Vec<(usize, String)>,
    /// Lines that belong to no question, and why that is wrong.
    pub(super) strays: Vec<(Range<usize>, &'static str)>,
}

pub(super) fn read(text: &str) -> List {
    let mut reader = Reader::default();
    let mut at = 0;
    for raw in text.split_inclusive('\n') {
        let start = at + raw.len() - raw.trim_start().len();
        let span =
            start.min(at + raw.len())..at + raw.trim_end().len().max(raw.len() - raw.trim_start().len());
        reader.take(&line(raw), raw.trim(), span);
        at += raw.len();
    }
    reader.flush();
    reader.list
}

#[derive(Default)]
struct Reader {
    list: List,
    block: Block,
    /// A blank line came last.
    blank: bool,
    /// After `Answers:` without a value: numbers and letters follow.
    at_the_end: bool,
    title: String,
    topic: String,
}

impl Reader {
    fn take(&mut self, line: &Line<'_>, raw: &str, span: Range<usize>) {
        if self.at_the_end && self.take_answer_of_list(line) {
            return;
        }
        let fresh = self.block.stem.is_empty();
        let has_options = !self.block.options.is_empty();
        match line {
            Line::Blank => {
                if self.is_complete() {
                    self.flush();
                }
                self.blank = true;
                return;
            }
            Line::Mark => self.flush(),
            Line::Setting(name, value) => self.setting(name, value),
            Line::Answer("") => {
                self.flush();
                self.at_the_end = true;
            }
            Line::Answer(value) if self.block.answer.is_none() && !fresh => {
                self.block.answer = Some((*value).to_owned());
            }
            Line::Answer(_) if fresh => self.stray(&span, "an answer stands here without a question"),
            Line::Answer(_) => self.stray(&span, "a second answer stands under the same question"),
            Line::Explanation(text) => self.explain(text, &span),
            Line::Remark(_) | Line::Feedback(..) if fresh => {
                self.stray(&span, "feedback stands here without a question");
            }
            Line::Remark(text) => self.remark(text),
            Line::Feedback(true, text) => self.block.explanation.push((*text).to_owned()),
            Line::Feedback(false, _) => self.block.unused += 1,
            Line::Numbered(number, text) if fresh || has_options || self.blank => {
                self.flush();
                self.block.number = Some(*number);
                self.begin(text, &span);
            }
            Line::Lettered(letter, starred, text) if !fresh && self.expects(*letter) => {
                self.option(Some(*letter), *starred, text);
            }
            Line::Lettered(0, starred, text) if self.begins_unseen() => self.option(Some(0), *starred, text),
            Line::Box(right, text) if !fresh => self.option(None, *right, text),
            _ if fresh => self.begin(raw, &span),
            _ if self.block.answer.is_some() || self.blank => {
                self.flush();
                self.begin(raw, &span);
            }
            Line::Lettered(..) if has_options => {
                self.stray(&span, "the letter of this option does not follow the one before it");
                // Which option an answer would mean is not known any more.
                self.block.torn = true;
                return;
            }
            _ => self.continuation(raw, &span),
        }
        self.blank = false;
        if !self.block.stem.is_empty() {
            self.block.span.end = span.end;
        }
    }

    /// Whether nothing more has to come.
    fn is_complete(&self) -> bool {
        self.block.answer.is_some() || self.block.options.iter().any(|option| option.starred)
    }

    /// Whether a letter goes on with the options: `A` begins them, a later one may leave a gap.
    fn expects(&self, letter: usize) -> bool {
        match self.block.options.last() {
            None => letter == 0,
            Some(last) => {
                self.block.answer.is_none()
                    && last
                        .letter
                        .is_some_and(|before| letter > before && letter <= before + 3 || letter == before)
            }
        }
    }

    fn begin(&mut self, text: &str, span: &Range<usize>) {
        self.block.span = span.clone();
        self.block.title = std::mem::take(&mut self.title);
        self.block.topic.clone_from(&self.topic);
        self.block.stem.push(text.to_owned());
    }

    fn option(&mut self, letter: Option<usize>, starred: bool, text: &str) {
        self.block.options.push(Choice { letter, starred, text: text.to_owned(), ..Choice::default() });
    }

    fn remark(&mut self, text: &str) {
        match self.block.options.last_mut() {
            Some(option) if option.why.is_empty() => text.clone_into(&mut option.why),
            Some(option) => option.why = format!("{}\n{text}", option.why),
            None => self.block.explanation.push(text.to_owned()),
        }
    }

    /// A line that goes on with the one before it.
    fn continuation(&mut self, text: &str, span: &Range<usize>) {
        match self.block.options.last_mut() {
            Some(option) => option.more.push((text.to_owned(), span.clone())),
            None => self.block.stem.push(text.to_owned()),
        }
    }

    /// Where options begin again and no answer came, the line that seemed to go on with the last option is the next
    /// question: it becomes one.
    fn begins_unseen(&mut self) -> bool {
        let last = self.block.options.last_mut().filter(|_| self.block.answer.is_none());
        let Some((text, span)) = last.and_then(|option| option.more.pop()) else { return false };
        self.flush();
        self.begin(&text, &span);
        true
    }

    /// An explanation may come after the blank line that ended its question.
    fn explain(&mut self, text: &str, span: &Range<usize>) {
        let block =
            if self.block.stem.is_empty() { self.list.blocks.last_mut() } else { Some(&mut self.block) };
        match block.filter(|block| !block.options.is_empty()) {
            Some(block) => block.explanation.push(text.to_owned()),
            None => self.stray(span, "an explanation stands here without a question"),
        }
    }

    fn stray(&mut self, span: &Range<usize>, reason: &'static str) {
        self.list.strays.push((span.clone(), reason));
    }

    fn setting(&mut self, name: &str, value: &str) {
        self.flush();
        match name {
            "title" | "id" => value.clone_into(&mut self.title),
            "topic" | "category" => value.clone_into(&mut self.topic),
            _ => {}
        }
    }

    /// `3. B` in the list of answers; false where the list is over.
    fn take_answer_of_list(&mut self, line: &Line<'_>) -> bool {
        match line {
            Line::Blank => true,
            Line::Numbered(number, text) if text.len() <= 24 => {
                self.list.answers.push((*number, (*text).to_owned()));
                true
            }
            _ => {
                self.at_the_end = false;
                false
            }
        }
    }

    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        if !block.stem.is_empty() {
            self.list.blocks.push(block);
        }
    }
}
