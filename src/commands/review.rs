//! `guardprep review`: what was missed, flagged or guessed, to be read again.

use std::cmp::Reverse;

use serde_json::json;

use super::nothing_left::nothing_left;
use crate::bank::{Bank, Question, Topic};
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::Millis;
use crate::quiz::Selection;
use crate::report::{ago, question_json};
use crate::terminal::view::{ReviewView, next_steps, reviewed};
use crate::words::{counted, same_name, wrap};

/// Read again what you got wrong: your answer, the right one, and why
///
/// Nothing is asked. The newest come first. Without an option these are the questions whose last answer was wrong;
/// several options add up.
///
/// WORDS that are the name of a topic choose that topic. Any other words are searched in the question, its options and
/// its explanation: each has to begin a word there, so `badge` finds badges.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// A topic, or words to search
    #[arg(value_name = "WORDS")]
    words: Vec<String>,

    /// Questions whose last answer was wrong; this is the default
    #[arg(long)]
    missed: bool,

    /// Questions that you flagged for review
    #[arg(long)]
    flagged: bool,

    /// Questions whose last answer was a guess, as you said
    #[arg(long)]
    guessed: bool,

    /// All questions, answered or not
    #[arg(long, conflicts_with_all = ["missed", "flagged", "guessed"])]
    all: bool,

    /// Only questions of the last quiz or exam
    #[arg(long)]
    last: bool,

    /// Only questions that you answered in this time: 12h, 7d or 2w
    #[arg(long, value_name = "TIME", value_parser = span)]
    since: Option<Millis>,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// A clap parser for a span of time.
fn span(text: &str) -> Result<Millis, String> {
    const HOUR: Millis = 3_600_000;
    let text = text.trim();
    let unit = match text.chars().last() {
        Some('h' | 'H') => HOUR,
        Some('d' | 'D') => 24 * HOUR,
        Some('w' | 'W') => 7 * 24 * HOUR,
        _ => 0,
    };
    // No longer than a life, so that nothing overflows.
    let number = text.get(..text.len().saturating_sub(1)).and_then(|digits| digits.parse::<u16>().ok());
    match number {
        Some(number @ 1..) if unit > 0 => Ok(Millis::from(number) * unit),
        _ => Err(String::from("give a number and h, d or w: 12h for hours, 7d for days, 2w for weeks")),
    }
}

impl Args {
    /// What the last quiz or exam missed, for the menu.
    pub(super) fn of_last() -> Self {
        Self { last: true, ..Self::default() }
    }
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = library::known_banks(context)?;
    let bank = &joined.bank;
    let history = logbook::derived(context)?.history;
    let (topics, words) = topics_or_words(bank, &args.words);
    let missed = args.missed || !(args.flagged || args.guessed || args.all);
    let selection = Selection {
        topics,
        words,
        last: args.last,
        since: args.since.map(|span| context.now().saturating_sub(span)),
        missed,
        flagged: args.flagged,
        guessed: args.guessed,
        ..Selection::default()
    };
    let mut chosen = match selection.choose(bank, &history) {
        Ok(chosen) => chosen,
        Err(_) if args.json => vec![],
        Err(empty) => {
            // What was searched may stand in questions that were right.
            let elsewhere = empty.is_history && !empty.is_first && !args.words.is_empty();
            let help = if elsewhere { "Put --all before the words to read these, too" } else { empty.help };
            nothing_left("read", &empty, help, &history, Stream::Out, context)?;
            return Ok(Exit::Done);
        }
    };
    // Questions without an answer come last, in the order of the bank.
    let newest = |question: &&Question| Reverse(history.attempts(question).next_back().map(|a| a.place));
    chosen.sort_by_key(newest);
    if args.json {
        let questions: Vec<_> = chosen.iter().map(|question| question_json(question, &history)).collect();
        context.document(&json!({ "schema": 1, "questions": questions }))?;
        return Ok(Exit::Done);
    }
    let when = |at| ago(at, context.now(), &context.zone());
    let count = counted(chosen.len(), "question");
    let head =
        if args.all { format!("{count}.") } else { format!("{count} to read again, the newest first.") };
    let next = next(args, &selection, &chosen[0].id);
    context.read_through(&|width| {
        let view = ReviewView { bank, history: &history, when: &when, plain: context.is_plain(), width };
        let mut blocks: Vec<String> = chosen.iter().map(|question| reviewed(question, view)).collect();
        // One block with the question beside it: no page holds this line alone.
        if let Some(first) = blocks.first_mut() {
            *first = format!("{}\n\n{first}", wrap(&head, width));
        }
        if let Some(last) = blocks.last_mut() {
            *last = format!("{last}\n\n{}", next_steps(&next, width));
        }
        blocks
    })
}

/// What was typed: names of topics choose topics, other words are searched. All of it together may be one title.
fn topics_or_words(bank: &Bank, typed: &[String]) -> (Vec<String>, Vec<String>) {
    let topic = |name: &str| {
        let is_meant = |topic: &&Topic| same_name(&topic.id, name) || same_name(&topic.title, name);
        bank.topics().iter().find(is_meant).map(|topic| topic.id.clone())
    };
    if let Some(id) = topic(&typed.join(" ")).filter(|_| !typed.is_empty()) {
        return (vec![id], vec![]);
    }
    let (mut topics, mut words) = (vec![], vec![]);
    for name in typed {
        match topic(name) {
            Some(id) => topics.push(id),
            None => words.push(name.clone()),
        }
    }
    (topics, words)
}

/// What to type next, with what it is good for; `first` is the id of the first question. A search has no quiz.
fn next(args: &Args, selection: &Selection, first: &str) -> Vec<(String, &'static str)> {
    let mut steps = vec![(format!("guardprep show {first}"), "all about a question, by its id")];
    if args.all || args.since.is_some() || !selection.words.is_empty() {
        return steps;
    }
    let mut quiz = String::from("guardprep quiz");
    for (asked, option) in [
        (args.last, "--last"),
        (selection.missed, "--missed"),
        (args.flagged, "--flagged"),
        (args.guessed, "--guessed"),
    ] {
        if asked {
            quiz = format!("{quiz} {option}");
        }
    }
    let quiz = selection.topics.iter().fold(quiz, |quiz, topic| format!("{quiz} {topic}"));
    steps.push((quiz, "ask them again"));
    steps
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn a_span_is_a_number_and_a_unit() {
        const DAY: i64 = 86_400_000;
        for (text, millis) in
            [("7d", 7 * DAY), ("2W", 14 * DAY), (" 12h ", DAY / 2), ("65535w", 65_535 * 7 * DAY)]
        {
            assert_eq!(span(text), Ok(millis), "{text}");
        }
        for wrong in ["", "7", "d", "0d", "-1d", "7 days", "1.5d", "99999d", "é"] {
            assert!(span(wrong).unwrap_err().contains("7d"), "{wrong}");
        }
    }
}
