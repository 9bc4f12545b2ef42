//! The summary of a quiz, and what to type next.

use super::next_steps::next_steps;
use crate::bank::Bank;
use crate::progress::percent;
use crate::report::{Row, few_words, rows};
use crate::sitting::{Item, Sitting};
use crate::terminal::palette::{HEADING, paint};
use crate::words::{counted, opening, wrap};

/// What the summary depends on besides the answers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Summary<'a> {
    /// Stopped before the last question, and kept.
    pub(crate) paused: bool,
    /// The command that goes on with it, if there is one.
    pub(crate) resume: Option<&'a str>,
    /// Nothing was saved.
    pub(crate) unsaved: bool,
    /// Words instead of bars.
    pub(crate) plain: bool,
    /// The rows of the window.
    pub(crate) rows: usize,
    /// How far the person is now: sentences, one a line.
    pub(crate) ahead: &'a [String],
    /// The share of the day was studied, and is done.
    pub(crate) day_done: bool,
}

pub(crate) fn summary(sitting: &Sitting<'_>, bank: &Bank, about: Summary<'_>, width: usize) -> String {
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
    let wrong = |item: &Item<'_>| item.given.as_ref().is_some_and(|given| !given.correct);
    let missed: Vec<&Item<'_>> = sitting.items().iter().filter(|item| wrong(item)).collect();
    let flagged: Vec<&Item<'_>> =
        sitting.items().iter().filter(|item| item.flagged && !wrong(item)).collect();
    let ahead: Vec<String> = about.ahead.iter().map(|line| wrap(line, width)).collect();
    let next = next(about, !missed.is_empty(), !flagged.is_empty(), width);
    if !missed.is_empty() || !flagged.is_empty() {
        let height = |blocks: &[String]| blocks.iter().map(|block| block.split('\n').count()).sum::<usize>();
        // Besides the list there are three empty rows, its heading, and the prompt of the shell.
        let room = about
            .rows
            .saturating_sub(height(&blocks) + height(&ahead) + height(std::slice::from_ref(&next)) + 5);
        blocks.push(String::new());
        blocks.push(to_go_over(&missed, &flagged, bank, about, room, width));
    }
    if !ahead.is_empty() {
        blocks.push(String::new());
        blocks.extend(ahead);
    }
    blocks.push(String::new());
    blocks.push(next);
    blocks.join("\n")
}

/// At least so many questions are listed, even in a small window.
const FEWEST_LISTED: usize = 3;

/// The questions that were missed, each with its right answer, and those that are flagged, in about as many rows as there
/// is room for.
fn to_go_over(
    missed: &[&Item<'_>],
    flagged: &[&Item<'_>],
    bank: &Bank,
    about: Summary<'_>,
    room: usize,
    width: usize,
) -> String {
    let (first, other) = if about.plain { ("", "") } else { ("  ", "    ") };
    let told = |item: &Item<'_>, after: &str| {
        let words = few_words(&item.question.id, bank, width.saturating_sub(first.len() + after.len()));
        format!("{first}{words}{after}")
    };
    let missed = missed.iter().map(|item| {
        let right = format!("Right: {}", item.question.keys.join("; "));
        format!("{}\n{other}{}", told(item, ""), opening(&right, width.saturating_sub(other.len())))
    });
    let mut list: Vec<String> = missed.chain(flagged.iter().map(|item| told(item, " (flagged)"))).collect();
    let rows: usize = list.iter().map(|told| told.split('\n').count()).sum();
    if rows > room {
        let listed = (room.saturating_sub(1) / 2).max(FEWEST_LISTED);
        let more = list.len().saturating_sub(listed);
        if more > 0 {
            list.truncate(listed);
            let read = if about.unsaved { "" } else { ": guardprep review --last" };
            list.push(format!("{first}and {more} more{read}"));
        }
    }
    format!("To go over:\n{}", list.join("\n"))
}

fn next(about: Summary<'_>, missed: bool, flagged: bool, width: usize) -> String {
    if about.unsaved {
        return String::from("Nothing was saved.\nNext:  guardprep quiz");
    }
    let mut lines: Vec<(&str, &str)> = vec![];
    if let Some(resume) = about.resume {
        lines.push((resume, "go on where you stopped"));
    }
    if missed {
        lines.push(("guardprep review --last", "read again what was wrong"));
        lines.push(("guardprep quiz --last --missed", "answer these again"));
    }
    if flagged {
        lines.push(("guardprep quiz --flagged", "answer what is flagged"));
    }
    if about.day_done {
        lines.push(("guardprep study -n 10", "ten more, beyond today's share"));
    } else if !missed && !flagged && !about.paused {
        lines.push(("guardprep quiz --new", "questions you have not seen"));
    }
    lines.push(("guardprep progress", "how you stand"));
    next_steps(&lines, width)
}
