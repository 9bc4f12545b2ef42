//! The review screen of an exam, and the question whether to hand in.

use super::super::question::list_of_keys;
use super::prompt::PromptView;
use super::question::shown_letters;
use crate::exam::{ExamSitting, face};
use crate::progress::Millis;
use crate::sitting::{Item, Replay};
use crate::terminal::palette::{HEADING, paint};
use crate::words::{counted, hang, numbers, wrap};

/// How many questions are answered, which are not, which are flagged, and a grid of all answers; no grid in plain mode.
pub(crate) fn overview(exam: &ExamSitting<'_>, left: Option<Millis>, plain: bool, width: usize) -> String {
    let (blanks, flagged) = (exam.unanswered(), exam.sitting().flagged());
    let miscounted = exam.miscounted();
    let left = left.map_or_else(String::new, |left| format!(" {} left.", face(left)));
    let head = format!(
        "{}: {} answered, {} not answered, {} flagged.{left}",
        counted(exam.items().len(), "question"),
        exam.sitting().answered(),
        blanks.len(),
        flagged.len(),
    );
    let mut blocks: Vec<String> = wrap(&head, width).lines().map(|line| paint(HEADING, line)).collect();
    let list =
        |name: &str, places: &[usize]| hang(&format!("{name:14}"), &" ".repeat(14), &numbers(places), width);
    if !(blanks.is_empty() && miscounted.is_empty() && flagged.is_empty()) {
        blocks.push(String::new());
    }
    if !blanks.is_empty() {
        blocks.push(list("Not answered:", &blanks));
    }
    if !miscounted.is_empty() {
        blocks.push(list("Too few/many:", &miscounted));
    }
    if !flagged.is_empty() {
        blocks.push(list("Flagged:", &flagged));
    }
    if !plain {
        blocks.push(String::new());
        blocks.push(grid(exam.items(), width));
    }
    blocks.push(String::new());
    let keys = "j 12: go to question 12   f 12: flag it   n: next not answered   x: hand in   Enter: back";
    // Wrapped between keys only.
    blocks.push(by_threes(keys, width));
    blocks.join("\n")
}

/// Wraps a text between parts that are separated by three spaces.
fn by_threes(text: &str, width: usize) -> String {
    let mut rows: Vec<String> = vec![];
    for part in text.split("   ") {
        match rows.last_mut() {
            Some(row) if row.len() + 3 + part.len() <= width => *row = format!("{row}   {part}"),
            _ => rows.push(part.to_owned()),
        }
    }
    rows.join("\n")
}

/// A grid of ten questions in a row, or five, or as many as fit: each with its letters, `-` for no answer, `f` for
/// flagged.
fn grid(items: &[Item<'_>], width: usize) -> String {
    let digits = items.len().to_string().len();
    let cell = |(place, item): (usize, &Item<'_>)| {
        let answer = match &item.given {
            Some(given) => shown_letters(item, &given.chosen).replace(", ", "").replace(" and ", ""),
            None => String::from("-"),
        };
        format!("{:>digits$} {answer}{}", place + 1, if item.flagged { " f" } else { "" })
    };
    let cells: Vec<String> = items.iter().enumerate().map(cell).collect();
    let widest = cells.iter().map(String::len).max().unwrap_or(0).max(digits + 4);
    let in_a_row = match width / (widest + 1) {
        10.. => 10,
        5..10 => 5,
        n => n.max(1),
    };
    let row = |row: &[String]| {
        let cells: Vec<String> = row.iter().map(|cell| format!("{cell:widest$}")).collect();
        cells.join(" ").trim_end().to_owned()
    };
    cells.chunks(in_a_row).map(row).collect::<Vec<_>>().join("\n")
}

/// The prompt under the review screen. With a number typed after it and any time on the clock it fits into 40 columns.
pub(crate) fn overview_prompt(view: PromptView) -> String {
    let keys = if view.keys { "j f n x Enter (?): " } else { "j NUMBER, f NUMBER, n, x or Enter (? help): " };
    format!("{}{keys}", view.clock())
}

/// The keys of the review screen.
pub(crate) fn overview_help(width: usize) -> String {
    let key = |key: &str| key.to_owned();
    let keys = [
        (key("j 12, or 12"), "go to question 12, and Enter"),
        (key("f 12"), "flag question 12, or take the flag off, and Enter"),
        (key("n"), "go to the next question without an answer"),
        (key("Enter, Esc, p"), "back to the question you come from"),
        (key("r"), "show this again"),
        (key("x"), "hand in: it asks once more"),
        (key("q"), "stop; everything is kept, and the clock goes on"),
    ];
    list_of_keys(&keys, width)
}

/// What a person should know before handing in.
pub(crate) fn sure(exam: &ExamSitting<'_>, width: usize) -> String {
    let (blanks, flagged) = (exam.unanswered(), exam.sitting().flagged());
    let said = match blanks.len() {
        0 => String::from("Every question is answered."),
        1 => format!("1 question has no answer, and counts as wrong: {}.", numbers(&blanks)),
        n => format!("{n} questions have no answer, and count as wrong: {}.", numbers(&blanks)),
    };
    let line = |lead: &str, places: &[usize]| match places {
        [] => String::new(),
        places => format!("\n{lead}: {}.", numbers(places)),
    };
    let miscounted = line("Another number of options is asked for", &exam.miscounted());
    wrap(&format!("{said}{miscounted}{}", line("Flagged", &flagged)), width)
}

pub(crate) fn sure_prompt(view: PromptView) -> String {
    format!("{}Hand in now? (y/N): ", view.clock())
}
