//! The result of an exam, and what is printed when it is paused.

use super::start::needed_words;
use crate::bank::Bank;
use crate::exam::{ExamSitting, Outcome, face};
use crate::progress::{HandInReason, Millis, PaperScore, Verdict, percent};
use crate::report::{Row, rows};
use crate::sitting::{Item, Replay, TopicScore};
use crate::terminal::palette::{HEADING, RIGHT, WRONG, paint};
use crate::words::{counted, duration, numbers, wrap};

/// What the result screen depends on besides the outcome.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ResultView {
    /// Words instead of bars.
    pub(crate) plain: bool,
    /// The number for `exam --review`, if the exam is saved.
    pub(crate) number: Option<usize>,
}

/// How many slow questions are listed at most.
const MOST_SLOW: usize = 5;

pub(crate) fn result(
    outcome: &Outcome,
    exam: &ExamSitting<'_>,
    bank: &Bank,
    view: ResultView,
    width: usize,
) -> String {
    let mut blocks = vec![];
    let ended = match outcome.reason {
        HandInReason::Asked => "Handed in",
        HandInReason::TimeUp => "Time is up. Your exam is handed in",
    };
    blocks.push(wrap(
        &format!(
            "{ended}: {} of {} answered.",
            outcome.score.answered,
            counted(outcome.score.asked, "question")
        ),
        width,
    ));
    // Before the topics: the first page of a small window has it.
    blocks.push(verdict(outcome, exam.terms().profile.is_some(), width));
    if outcome.score.papers.len() > 1 {
        blocks.extend(outcome.score.papers.iter().map(|paper| wrap(&paper_line(paper), width)));
    }
    if outcome.score.answered == 0 {
        blocks.push(wrap("Nothing was answered: it does not count.", width));
    }
    blocks.push(String::new());
    let has_rule = outcome.topics.iter().any(|topic| outcome.is_below(topic).is_some());
    let row = |topic: &TopicScore| {
        let mut row = Row::score(bank.title(&topic.topic), topic.correct, topic.asked);
        if has_rule {
            let mark = if outcome.is_below(topic) == Some(true) { "below" } else { "ok" };
            row.more.push(("Mark", mark.to_owned()));
        }
        row
    };
    let table: Vec<Row> = outcome.topics.iter().map(row).collect();
    blocks.push(rows(&table, width, view.plain));
    blocks.push(String::new());
    blocks.extend(details(outcome, exam, has_rule).iter().map(|line| wrap(line, width)));
    if let Some(number) = view.number {
        blocks.push(String::new());
        blocks
            .push(format!("Next:  guardprep exam --review {number}\n       guardprep quiz --last --missed"));
    }
    blocks.join("\n")
}

/// The text when a person leaves an exam before the hand-in.
///
/// `clock` is when its time ends and how much is left; `resume` is the command that goes on with it; `None` if nothing was saved.
pub(crate) fn paused(
    exam: &ExamSitting<'_>,
    clock: Option<(&str, Millis)>,
    resume: Option<&str>,
    width: usize,
) -> String {
    let answered =
        format!("{} of {} answered", exam.sitting().answered(), counted(exam.items().len(), "question"));
    let Some(resume) = resume else {
        return wrap(&format!("Stopped: {answered}. Nothing was saved."), width);
    };
    let clock = match clock {
        Some((until, left)) => format!(" The clock goes on until {until}: {} left.", face(left)),
        None => String::new(),
    };
    let said = wrap(&format!("Paused: {answered}, and kept.{clock}"), width);
    format!("{said}\n\nNext:  {resume}")
}

/// Passed or not, in words as well as color.
fn verdict(outcome: &Outcome, from_profile: bool, width: usize) -> String {
    let (asked, correct) = (outcome.score.asked, outcome.score.correct);
    let score = format!("{correct} of {asked} right ({}%).", percent(correct, asked).unwrap_or(0));
    let rule = match &outcome.score.papers[..] {
        [paper] => needed(paper),
        _ => String::from(" Each paper has to be passed."),
    };
    let (lead, said, style) = match outcome.score.verdict {
        Some(Verdict::Passed) => ("Passed:", format!("{score}{rule}"), RIGHT),
        Some(Verdict::NotPassed) => ("Not passed:", format!("{score}{rule}"), WRONG),
        Some(Verdict::Review(open)) => {
            let missed = if open == 1 {
                String::from("1 missed question still has")
            } else {
                format!("{open} missed questions still have")
            };
            ("Not passed yet:", format!("{score} {missed} to be answered right."), WRONG)
        }
        None => {
            let why = if from_profile { "is confirmed for it" } else { "was given (--pass 70%)" };
            ("Score:", format!("{score} No pass mark {why}, so there is no verdict."), HEADING)
        }
    };
    let text = wrap(&format!("{lead} {said}"), width);
    match text.strip_prefix(lead) {
        Some(rest) => format!("{}{rest}", paint(style, lead)),
        None => text,
    }
}

/// What passes, in the words that were said before the exam.
fn needed(paper: &PaperScore) -> String {
    let Some(needed) = paper.needed else { return String::new() };
    let words = needed_words(needed, paper.asked);
    format!(" {}{}.", words[..1].to_uppercase(), &words[1..])
}

fn paper_line(paper: &PaperScore) -> String {
    let verdict = match paper.verdict {
        Some(Verdict::Passed) => "passed",
        Some(Verdict::NotPassed) => "not passed",
        Some(Verdict::Review(_)) => "not passed yet",
        None => "no pass mark",
    };
    format!("{}: {verdict}, {} of {} right.{}", paper.title, paper.correct, paper.asked, needed(paper))
}

/// Lines about time, changed answers, and what to go over.
fn details(outcome: &Outcome, exam: &ExamSitting<'_>, has_rule: bool) -> Vec<String> {
    let mut lines = vec![];
    if has_rule {
        lines.push(String::from("Mark: whether the topic alone reaches the pass mark."));
    }
    let timing = &outcome.timing;
    let of = exam.terms().allowed.map_or_else(String::new, |allowed| format!(" of {}", duration(allowed)));
    let extra = if exam.terms().extra_time > 100 { ", extra time included" } else { "" };
    lines.push(format!("Time used: {}{of}{extra}.", duration(outcome.used)));
    let median = timing.median > 0;
    match timing.pace {
        Some(pace) if median => lines.push(format!(
            "Half of the questions took {} or more; the time allows {} each.",
            duration(timing.median),
            duration(pace)
        )),
        _ if median => lines.push(format!("Half of the questions took {} or more.", duration(timing.median))),
        _ => {}
    }
    if !timing.slow.is_empty() {
        let slow: Vec<String> = timing
            .slow
            .iter()
            .take(MOST_SLOW)
            .map(|slow| {
                let came = if slow.correct { "right" } else { "not right" };
                format!("question {} ({}, {came})", slow.place + 1, duration(slow.spent))
            })
            .collect();
        lines.push(format!("Where time was lost: {}.", slow.join(", ")));
    }
    if timing.not_reached > 0 {
        lines.push(format!(
            "Without an answer when the time was up: {}.",
            counted(timing.not_reached, "question")
        ));
    }
    if exam.late > 0 {
        lines.push(format!("Too late, and not taken: {}.", counted(exam.late, "answer")));
    }
    if !exam.jumps.is_empty() {
        lines.push(format!("The clock of the computer was set while it ran: {}.", times(exam.jumps.len())));
    }
    for (what, places) in
        [("right to wrong", &outcome.right_to_wrong), ("wrong to right", &outcome.wrong_to_right)]
    {
        if !places.is_empty() {
            lines.push(format!("Changed from {what}: {}.", question_numbers(places)));
        }
    }
    if !outcome.go_over.is_empty() {
        let are = why(outcome, exam).join(", ");
        lines.push(format!("To go over ({are}): {}.", question_numbers(&outcome.go_over)));
    }
    lines
}

/// Why questions are gone over, with how many of each there are.
fn why(outcome: &Outcome, exam: &ExamSitting<'_>) -> Vec<String> {
    let count = |which: &dyn Fn(&Item<'_>) -> bool| {
        outcome.go_over.iter().filter(|&&place| which(&exam.items()[place])).count()
    };
    let wrong = count(&|item| item.given.as_ref().is_some_and(|given| !given.correct));
    [
        (wrong, "wrong"),
        (count(&|item| item.given.is_none()), "not answered"),
        (count(&|item| item.flagged), "flagged"),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, what)| format!("{n} {what}"))
    .collect()
}

fn times(n: usize) -> String {
    if n == 1 { String::from("once") } else { format!("{n} times") }
}

fn question_numbers(places: &[usize]) -> String {
    let noun = if places.len() == 1 { "question" } else { "questions" };
    format!("{noun} {}", numbers(places))
}
