//! The summary of a quiz, and what to type next.

use super::next_steps::next_steps;
use crate::bank::Bank;
use crate::progress::percent;
use crate::report::{Row, few_words, rows};
use crate::sitting::{Item, Sitting};
use crate::terminal::palette::{HEADING, paint};
use crate::words::{counted, hang, wrap};

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
    /// Whether commands can be typed.
    pub(crate) commands: bool,
    /// How far the person is now: sentences, one a line.
    pub(crate) ahead: &'a [String],
    /// The share of the day was studied, and is done.
    pub(crate) day_done: bool,
    /// What is worth doing on the last evening before the exam and on its day; `None` on other days.
    pub(crate) last: Option<&'a [(String, &'static str)]>,
}

pub(crate) fn summary(sitting: &Sitting<'_>, bank: &Bank, about: Summary<'_>, width: usize) -> String {
    let (answered, correct) = (sitting.answered(), sitting.correct());
    let percent = percent(correct, answered).unwrap_or(0);
    let all = sitting.len();
    let questions = |n: usize| counted(n, "question");
    let guesses = match sitting.places(|item| sitting.is_guess(item)).len() {
        0 => String::new(),
        1 => String::from(" 1 answer was a guess."),
        n => format!(" {n} answers were guesses."),
    };
    let head = match (about.paused, answered) {
        (true, 0) => format!("Stopped before the first of {} was answered.", questions(all)),
        // No percent: that of a few questions says nothing of all.
        (true, _) => format!("Stopped: {answered} of {} answered, {correct} right.{guesses}", questions(all)),
        (false, _) => format!("Finished: {}, {correct} right ({percent}%).{guesses}", questions(answered)),
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
    let again: Vec<Again<'_>> = sitting.items().iter().filter_map(|item| Again::of(item, sitting)).collect();
    let ahead: Vec<String> = about.ahead.iter().map(|line| wrap(line, width)).collect();
    let next = about.commands.then(|| next(about, &again, width));
    if !again.is_empty() {
        let height = |blocks: &[String]| blocks.iter().map(|block| block.split('\n').count()).sum::<usize>();
        // Besides the list there are three empty rows, its heading, and the prompt of the shell.
        let room = about.rows.saturating_sub(
            height(&blocks)
                + height(&ahead)
                + next.as_ref().map_or(0, |next| height(std::slice::from_ref(next)))
                + 5,
        );
        blocks.push(String::new());
        blocks.push(to_go_over(again, bank, about, room, width));
    }
    if !ahead.is_empty() {
        blocks.push(String::new());
        blocks.extend(ahead);
    }
    if let Some(next) = next {
        blocks.push(String::new());
        blocks.push(next);
    } else if about.unsaved {
        blocks.push(String::from("\nNothing was saved."));
    }
    blocks.join("\n")
}

/// At least so many questions are listed, even in a small window.
const FEWEST_LISTED: usize = 2;

/// A question to go over, and why.
struct Again<'i> {
    item: &'i Item<'i>,
    missed: bool,
    guessed: bool,
}

impl<'i> Again<'i> {
    fn of(item: &'i Item<'i>, sitting: &Sitting<'_>) -> Option<Self> {
        let missed = item.given.as_ref().is_some_and(|given| !given.correct);
        let guessed = sitting.is_guess(item);
        (missed || guessed || item.flagged).then_some(Self { item, missed, guessed })
    }

    /// What is said behind the question.
    fn words(&self) -> String {
        let why = [
            (self.guessed && !self.missed, "right guess"),
            (self.guessed && self.missed, "a guess"),
            (self.item.flagged, "flagged"),
        ];
        let why: Vec<&str> = why.into_iter().filter(|(is, _)| *is).map(|(_, words)| words).collect();
        if why.is_empty() { String::new() } else { format!(" ({})", why.join(", ")) }
    }
}

/// The questions that were missed, each with its right answer, then those that were guessed or flagged, in about as many
/// rows as there is room for.
fn to_go_over(
    mut again: Vec<Again<'_>>,
    bank: &Bank,
    about: Summary<'_>,
    room: usize,
    width: usize,
) -> String {
    let (first, other) = if about.plain { ("", "") } else { ("  ", "    ") };
    again.sort_by_key(|again| !again.missed);
    let told = |again: &Again<'_>| {
        let words = again.words();
        let id = &again.item.question.id;
        let told = few_words(id, bank, width.saturating_sub(first.len() + words.len()));
        if !again.missed {
            return format!("{first}{told}{words}");
        }
        let right = again.item.question.keys.join("; ");
        let right = hang(&format!("{other}Right: "), &format!("{other}  "), &right, width);
        format!("{first}{told}{words}\n{right}")
    };
    let mut list: Vec<String> = again.iter().map(told).collect();
    let rows = |list: &[String]| list.iter().map(|told| told.split('\n').count()).sum::<usize>();
    let all = list.len();
    if rows(&list) > room {
        while list.len() > FEWEST_LISTED && rows(&list) + 1 > room {
            list.pop();
        }
        // What was wrong is listed first, and it alone is what the command shows.
        let (missed, shown) = (again.iter().filter(|again| again.missed).count(), list.len());
        let wrong = missed.saturating_sub(shown);
        let others = all - shown - wrong;
        if wrong > 0 {
            let read = if about.unsaved || !about.commands { "" } else { ": guardprep review --last" };
            list.push(format!("{first}and {wrong} more{read}"));
        }
        if others > 0 {
            list.push(format!("{first}and {others} more, guessed or flagged"));
        }
    }
    format!("To go over:\n{}", list.join("\n"))
}

fn next(about: Summary<'_>, again: &[Again<'_>], width: usize) -> String {
    if about.unsaved {
        return String::from("Nothing was saved.\nNext:  guardprep quiz");
    }
    let missed = again.iter().any(|again| again.missed);
    let flagged = again.iter().any(|again| again.item.flagged && !again.missed);
    let guessed = again.iter().any(|again| again.guessed && !again.missed);
    let mut lines: Vec<(&str, &str)> = vec![];
    if let Some(resume) = about.resume {
        lines.push((resume, "go on where you stopped"));
    }
    // On the last days there is no time to go over one sitting and then over all of them.
    if missed && about.last.is_none() {
        lines.push(("guardprep review --last", "read again what was wrong"));
        lines.push(("guardprep quiz --last --missed", "answer these again"));
    }
    lines.extend(about.last.unwrap_or_default().iter().map(|(command, what)| (command.as_str(), *what)));
    if flagged {
        lines.push(("guardprep quiz --flagged", "answer what is flagged"));
    }
    if guessed {
        lines.push(("guardprep quiz --guessed", "answer what you guessed"));
    }
    if about.day_done {
        lines.push(("guardprep study -n 10", "ten more, beyond today's share"));
    } else if again.is_empty() && !about.paused && about.last.is_none() {
        lines.push(("guardprep quiz --new", "questions you have not seen"));
    }
    lines.push(("guardprep progress", "how you stand"));
    next_steps(&lines, width)
}
