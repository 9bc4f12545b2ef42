//! `guardprep undo`: take back the last answers.

use crate::bank::Bank;
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{Answer, Body, LastAnswers, last_answers};
use crate::report::few_words;
use crate::terminal::Choice;
use crate::words::{counted, hang, wrap};

/// Take back the last answer, or several
///
/// The log keeps that it was given and taken back; no number counts it any more. Only answers of quizzes are taken back:
/// an exam that was handed in stays as it is. Before it reaches beyond one quiz, it asks.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How many answers, the last ones first
    #[arg(short = 'n', long = "count", value_name = "N", default_value_t = 1, allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..))]
    count: u16,

    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// How many answers are told one by one; of more, the newest.
const MOST_TOLD: usize = 10;

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    if logbook::look(context)?.is_none() {
        return Err(Failure::NoAnswer);
    }
    let joined = library::known_banks(context)?;
    let mut store = logbook::writable(context)?;
    let events = store.events()?;
    let last = last_answers(&events, usize::from(args.count));
    if last.answers.is_empty() {
        return Err(if last.before_an_exam { Failure::OnlyExamAnswers } else { Failure::NoAnswer });
    }
    let width = context.width();
    if last.are_far_back() && !args.yes {
        context.print(Stream::Out, &about_to(&last, &joined.bank, width))?;
        let n = last.answers.len();
        let question = if n == 1 { String::from("Take it back?") } else { format!("Take back all {n}?") };
        match context.person(Stream::Out).confirm(&question)? {
            Choice::Item(_) => {}
            Choice::Left => {
                context.print(Stream::Out, "Nothing was changed.")?;
                return Ok(Exit::No);
            }
            Choice::Interrupted => return Ok(Exit::Interrupted),
        }
    }
    let bodies = last.answers.iter().map(|(event, _)| (None, Body::Undo { target: event.id.clone() }));
    store.record_all(context.now(), bodies.collect())?;
    let said = match &last.answers[..] {
        [(_, answer)] => wrap(&format!("Taken back: {}.", told(answer, &joined.bank, width)), width),
        answers => {
            let head = format!("Taken back: {}.", counted(answers.len(), "answer"));
            format!("{head}\n{}", list(&last, &joined.bank, width))
        }
    };
    context.print(Stream::Out, &said)?;
    Ok(Exit::Done)
}

/// What would be taken back, before the question.
fn about_to(last: &LastAnswers<'_>, bank: &Bank, width: usize) -> String {
    let since =
        if last.before_an_exam { " An exam was handed in since then, and stays as it is." } else { "" };
    let them = match (last.answers.len(), last.quizzes) {
        (1, _) => String::from("The last answer of a quiz"),
        (n, 1) => format!("The last {n} answers of a quiz"),
        (n, quizzes) => format!("The last {n} answers, of {quizzes} quizzes"),
    };
    format!("{}\n{}", wrap(&format!("{them}:{since}"), width), list(last, bank, width))
}

fn list(last: &LastAnswers<'_>, bank: &Bank, width: usize) -> String {
    let answers = last.answers.iter().take(MOST_TOLD);
    let mut lines: Vec<String> =
        answers.map(|(_, answer)| hang("  ", "    ", &told(answer, bank, width), width)).collect();
    let more = last.answers.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        lines.push(format!("  and {more} more"));
    }
    lines.join("\n")
}

fn told(answer: &Answer, bank: &Bank, width: usize) -> String {
    let was = if answer.correct { "right" } else { "wrong" };
    format!("your answer to {}, which was {was}", few_words(&answer.question, bank, width.saturating_sub(14)))
}
