//! The summary of a quiz, and what to type next.

use crate::bank::Bank;
use crate::progress::percent;
use crate::report::{Row, rows};
use crate::sitting::{Item, Sitting};
use crate::terminal::palette::{HEADING, paint};
use crate::words::{counted, wrap};

/// What the summary depends on besides the answers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Summary {
    /// Stopped before the last question, and kept.
    pub(crate) paused: bool,
    /// Nothing was saved.
    pub(crate) unsaved: bool,
    /// Words instead of bars.
    pub(crate) plain: bool,
}

pub(crate) fn summary(sitting: &Sitting<'_>, bank: &Bank, about: Summary, width: usize) -> String {
    let (answered, correct) = (sitting.answered(), sitting.correct());
    let percent = percent(correct, answered).unwrap_or(0);
    let all = sitting.len();
    let questions = |n: usize| counted(n, "question");
    let head = match (about.paused, answered) {
        (true, 0) => format!("Stopped before the first of {} was answered.", questions(all)),
        (true, _) => format!("Stopped after {answered} of {}: {correct} right ({percent}%).", questions(all)),
        (false, _) => format!("Finished: {}, {correct} right ({percent}%).", questions(answered)),
    };
    let mut blocks = vec![];
    blocks.extend(wrap(&head, width).lines().map(|line| paint(HEADING, line)));
    let table: Vec<Row> = sitting
        .topics(bank)
        .into_iter()
        .filter(|score| score.answered > 0)
        .map(|score| Row::score(bank.title(&score.topic), score.correct, score.answered))
        .collect();
    if !table.is_empty() {
        blocks.push(String::new());
        blocks.push(rows(&table, width, about.plain));
    }
    let (missed, flagged) = to_go_over(sitting);
    if !missed.is_empty() || !flagged.is_empty() {
        blocks.push(String::new());
        let mut parts = vec![];
        if !missed.is_empty() {
            parts.push(format!("{} (wrong)", missed.join(", ")));
        }
        if !flagged.is_empty() {
            parts.push(format!("{} (flagged)", flagged.join(", ")));
        }
        blocks.push(wrap(&format!("To go over: {}.", parts.join(", ")), width));
    }
    blocks.push(String::new());
    blocks.push(next(about, !missed.is_empty(), !flagged.is_empty(), width));
    blocks.join("\n")
}

/// The ids of the questions that were answered wrong, and of those that are flagged but not wrong.
fn to_go_over(sitting: &Sitting<'_>) -> (Vec<String>, Vec<String>) {
    let wrong = |item: &Item<'_>| item.given.as_ref().is_some_and(|given| !given.correct);
    let ids = |keep: &dyn Fn(&Item<'_>) -> bool| {
        sitting
            .items()
            .iter()
            .filter(|item| keep(item))
            .map(|item| item.question.id.clone())
            .collect::<Vec<_>>()
    };
    (ids(&wrong), ids(&|item| item.flagged && !wrong(item)))
}

fn next(about: Summary, missed: bool, flagged: bool, width: usize) -> String {
    if about.unsaved {
        return String::from("Nothing was saved.\nNext:  guardprep quiz");
    }
    let mut lines: Vec<(&str, &str)> = vec![];
    if about.paused {
        lines.push(("guardprep resume", "go on where you stopped"));
    }
    match (missed, flagged) {
        (true, true) => lines.push(("guardprep quiz --missed --flagged", "go over these")),
        (true, false) => lines.push(("guardprep quiz --missed", "go over these")),
        (false, true) => lines.push(("guardprep quiz --flagged", "go over these")),
        (false, false) if !about.paused => {
            lines.push(("guardprep quiz --new", "questions you have not seen"));
        }
        _ => {}
    }
    lines.push(("guardprep progress", "how you stand"));
    let longest = lines.iter().map(|(command, _)| command.len()).max().unwrap_or(0);
    let beside = "Next:  ".len();
    // A command is never broken: if the descriptions do not fit, they are left out, and if a command does not fit after
    // "Next:" it gets its own row.
    let room = lines.iter().all(|(_, what)| beside + longest + 2 + what.len() <= width);
    let (first, other) = if beside + longest <= width { ("Next:  ", "       ") } else { ("Next:\n  ", "  ") };
    let row = |(at, (command, what)): (usize, &(&str, &str))| {
        let lead = if at == 0 { first } else { other };
        if room { format!("{lead}{command:longest$}  {what}") } else { format!("{lead}{command}") }
    };
    lines.iter().enumerate().map(row).collect::<Vec<_>>().join("\n")
}
