//! A question to be read again: what was asked, what was answered, what is right and why. Nothing is asked, so options
//! have no letters: they change from one sitting to the next.

use super::question::head;
use super::source::source_in_words;
use crate::bank::{Bank, Named, Question};
use crate::progress::{Attempt, History};
use crate::terminal::palette::{DIM, HEADING, RIGHT, WRONG, paint};
use crate::words::{hang, wrap};

/// What the text depends on besides the question.
#[derive(Clone, Copy)]
pub(crate) struct ReviewView<'v> {
    pub(crate) bank: &'v Bank,
    pub(crate) history: &'v History,
    /// When a time was, in words.
    pub(crate) when: &'v dyn Fn(i64) -> String,
    /// Sentences without a layout.
    pub(crate) plain: bool,
    pub(crate) width: usize,
}

/// Lines of a text: a label in its style and what it says, or a text alone.
struct Lines<'v> {
    view: ReviewView<'v>,
    lines: Vec<String>,
}

/// A question as it was answered last: the stem, the answer, the right one, why, the source.
pub(crate) fn reviewed(question: &Question, view: ReviewView<'_>) -> String {
    let last = view.history.attempts(question).next_back();
    let mut lines = Lines { view, lines: vec![] };
    lines.head(question, last.as_ref(), true);
    match &last {
        Some(last) if last.correct => {
            lines.options("Right, and you chose it", RIGHT, &texts(view.history.chosen(last)));
        }
        Some(last) => {
            lines.options("You chose", WRONG, &texts(view.history.chosen(last)));
            lines.options("Right", RIGHT, &texts(&question.keys));
        }
        None => lines.options("Right", RIGHT, &texts(&question.keys)),
    }
    lines.gap();
    lines.say("Why", &question.explanation);
    if let Some(last) = last.as_ref().filter(|last| !last.correct) {
        let chosen = (0..question.option_count())
            .filter(|&at| view.history.chosen(last).iter().any(|t| t == question.option(at)));
        for why in chosen.filter_map(|at| question.why(at)) {
            lines.say("Why not your answer", why);
        }
    }
    lines.source(question);
    lines.lines.join("\n")
}

/// All of a question: every option, why each wrong one is wrong, and every answer that was given to it.
pub(crate) fn shown(question: &Question, view: ReviewView<'_>) -> String {
    let mut lines = Lines { view, lines: vec![] };
    lines.head(question, None, false);
    lines.options("Right", RIGHT, &texts(&question.keys));
    for (at, option) in question.options().enumerate().skip(question.keys.len()) {
        let why = question.why(at).map_or_else(String::new, |why| format!(" ({why})"));
        lines.options("Wrong", WRONG, &[&format!("{option}{why}")]);
    }
    lines.gap();
    lines.say("Why", &question.explanation);
    lines.source(question);
    let about = format!("{} ({})", question.kind.name(), question.level.name());
    let objective = view.bank.topic(&question.topic).into_iter().flat_map(|topic| &topic.objectives);
    let objective = objective.clone().find(|objective| objective.id == question.objective);
    lines.say("Objective", &objective.map_or_else(|| question.objective.clone(), |found| found.text.clone()));
    lines.say("Kind", &about);
    lines.gap();
    let mut answers = 0;
    for attempt in view.history.attempts(question).rev() {
        answers += 1;
        let guess = if attempt.guessed { ", a guess" } else { "" };
        let said = if attempt.correct {
            format!("right{guess}")
        } else {
            format!("{} (wrong{guess})", view.history.chosen(&attempt).join("; "))
        };
        lines.say(&format!("Your answer {}", (view.when)(attempt.at)), &said);
    }
    if answers == 0 {
        lines.line("You have not answered it yet.");
    }
    lines.lines.join("\n")
}

fn texts(options: &[String]) -> Vec<&str> {
    options.iter().map(String::as_str).collect()
}

impl Lines<'_> {
    /// `answered` says whether the last answer is told, if there is one.
    fn head(&mut self, question: &Question, last: Option<&Attempt>, answered: bool) {
        let mut parts = vec![self.view.bank.title(&question.topic).to_owned()];
        match (last, answered) {
            (Some(last), _) => parts.push((self.view.when)(last.at)),
            (None, true) => parts.push(String::from("not answered")),
            (None, false) => {}
        }
        if last.is_some_and(|last| last.guessed) {
            parts.push(String::from("a guess"));
        }
        if self.view.history.is_flagged(&question.id) {
            parts.push(String::from("flagged"));
        }
        parts.push(question.id.clone());
        if self.view.plain {
            self.line(&format!("{}.", parts.join(", ")));
        } else {
            let rows = wrap(&head(&parts, self.view.width), self.view.width);
            self.lines.extend(rows.lines().map(|row| paint(HEADING, row)));
            self.gap();
        }
        self.line(&question.stem);
        self.gap();
    }

    fn line(&mut self, text: &str) {
        self.lines.push(wrap(text, self.view.width));
    }

    /// An empty row, except in sentences.
    fn gap(&mut self) {
        if !self.view.plain {
            self.lines.push(String::new());
        }
    }

    /// A label and the texts of options: one behind it, several below it.
    fn options(&mut self, label: &str, style: anstyle::Style, options: &[&str]) {
        match options {
            [one] => self.labeled(label, style, one),
            several if self.view.plain => self.labeled(label, style, &several.join("; ")),
            several => {
                self.labeled(label, style, "");
                for option in several {
                    let text = hang("    - ", "      ", option, self.view.width);
                    self.lines.push(text);
                }
            }
        }
    }

    fn say(&mut self, label: &str, text: &str) {
        if !text.is_empty() {
            self.labeled(label, anstyle::Style::new(), text);
        }
    }

    fn source(&mut self, question: &Question) {
        self.labeled_in("Source", DIM, &source_in_words(&question.source), true);
    }

    fn labeled(&mut self, label: &str, style: anstyle::Style, text: &str) {
        self.labeled_in(label, style, text, false);
    }

    /// The label is styled, or all of it.
    fn labeled_in(&mut self, label: &str, style: anstyle::Style, text: &str, whole: bool) {
        if whole && text.is_empty() {
            return;
        }
        let (first, other) = if self.view.plain { ("", "") } else { ("  ", "    ") };
        let label = format!("{label}:");
        let rows = hang(first, other, format!("{label} {text}").trim_end(), self.view.width);
        let painted = match rows.strip_prefix(&format!("{first}{label}")) {
            _ if whole => rows.lines().map(|row| paint(style, row)).collect::<Vec<_>>().join("\n"),
            Some(rest) => format!("{first}{}{rest}", paint(style, &label)),
            None => rows,
        };
        self.lines.push(painted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Parts, samples};
    use crate::progress::{Answer, Body, Event};
    use crate::words::columns;

    fn bank(change: impl FnOnce(&mut Parts)) -> Bank {
        let mut parts = samples::parts("t-1", "t", 2);
        change(&mut parts);
        let mut bank = Bank::default();
        bank.add(samples::topic("t"), [Question::new(parts).unwrap()]);
        bank
    }

    /// Answers of the options with these numbers, the last of them said to be a guess, and a flag.
    fn history(bank: &Bank, answers: &[&[usize]]) -> History {
        let question = &bank.questions()[0];
        let event = |number: usize, body| {
            let (id, device) = (format!("e{number}"), String::from("d"));
            Event { id, device, number: number as u64, at: number as i64, sitting: None, body }
        };
        let answer = |chosen: &[usize]| {
            Body::Answer(Answer {
                item: 0,
                question: question.id.clone(),
                topic: question.topic.clone(),
                chosen: chosen.iter().map(|&at| question.option(at).to_owned()).collect(),
                correct: question.is_right(chosen),
                key: question.key_fingerprint().to_string(),
                took: 0,
            })
        };
        let mut log: Vec<Event> =
            answers.iter().enumerate().map(|(n, chosen)| event(n + 1, answer(chosen))).collect();
        let target = format!("e{}", log.len());
        log.push(event(90, Body::Guess { target, on: true }));
        log.push(event(
            91,
            Body::Flag { question: question.id.clone(), topic: question.topic.clone(), on: true },
        ));
        History::derive(&log)
    }

    fn bare(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn a_wrong_answer_is_told_with_the_right_one_and_both_reasons() {
        let bank = bank(|_| {});
        let history = history(&bank, &[&[0], &[2]]);
        let when = |at| format!("on day {at}");
        let view = ReviewView { bank: &bank, history: &history, when: &when, plain: false, width: 79 };
        assert_eq!(
            bare(&reviewed(&bank.questions()[0], view)),
            "Title of t  |  on day 2  |  a guess  |  flagged  |  t-1\n\n\
             What is asked in t-1?\n\n  \
             You chose: wrong thing 2 of t-1\n  \
             Right: the right thing of t-1\n\n  \
             Why: Because it is so.\n  \
             Why not your answer: It is wrong thing 2.\n  \
             Source: A source"
        );
        assert_eq!(
            bare(&reviewed(&bank.questions()[0], ReviewView { plain: true, ..view })),
            "Title of t, on day 2, a guess, flagged, t-1.\n\
             What is asked in t-1?\n\
             You chose: wrong thing 2 of t-1\n\
             Right: the right thing of t-1\n\
             Why: Because it is so.\n\
             Why not your answer: It is wrong thing 2.\n\
             Source: A source"
        );
        let all = bare(&shown(&bank.questions()[0], view));
        assert!(all.contains("  Wrong: wrong thing 1 of t-1 (It is wrong thing 1.)\n"), "{all}");
        let answers =
            "  Your answer on day 2: wrong thing 2 of t-1 (wrong, a guess)\n  Your answer on day 1: right";
        assert!(all.ends_with(answers), "{all}");
    }

    #[test]
    fn what_a_bank_does_not_say_leaves_no_label() {
        let bank = bank(|parts| {
            parts.explanation.clear();
            parts.source.clear();
            parts.distractors[0].why.clear();
        });
        let history = history(&bank, &[&[1]]);
        let view = ReviewView {
            bank: &bank,
            history: &history,
            when: &|_| String::from("today"),
            plain: false,
            width: 79,
        };
        for text in [reviewed(&bank.questions()[0], view), shown(&bank.questions()[0], view)] {
            assert!(!text.contains("Why") && !text.contains("Source"), "{text}");
        }
    }

    #[test]
    fn no_row_is_wider_than_the_window() {
        let bank = bank(|parts| {
            parts
                .keys
                .push(String::from("another right thing of some length, in words enough for a second row"));
            parts.stem = "Averyveryverylongwordthatfitsnowhere and \u{8b66}\u{5099}\u{54e1} ".repeat(4);
        });
        let history = history(&bank, &[&[0, 2], &[1]]);
        let when = |_| String::from("30 days ago");
        for (width, plain) in (30..90).flat_map(|width| [(width, false), (width, true)]) {
            let view = ReviewView { bank: &bank, history: &history, when: &when, plain, width };
            for text in [reviewed(&bank.questions()[0], view), shown(&bank.questions()[0], view)] {
                for row in bare(&text).lines() {
                    assert!(columns(row) <= width, "{width}: {row:?}");
                }
            }
        }
    }
}
