//! `guardprep` without a subcommand: a line about progress and a short menu; without a terminal, the short help.

use super::{exam, progress, quiz, resume};
use crate::context::{Context, Stream};
use crate::exam::PRACTICE_QUESTIONS;
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{History, SittingPlan, paused, to_resume};
use crate::report::ProgressReport;
use crate::terminal::Choice;
use crate::words::wrap;

#[derive(Clone, Copy)]
enum Entry {
    Resume,
    Quiz,
    Topic,
    Exam,
    Missed,
    Progress,
    Quit,
}

/// `definition` is the whole command line, for its help.
pub(crate) fn menu(context: &Context, definition: &clap::Command) -> Result<Exit, Failure> {
    if !Context::is_interactive() {
        let help = definition.clone().render_help().to_string();
        context.print(Stream::Out, help.trim_end())?;
        return Ok(Exit::Done);
    }
    let joined = library::known_banks(context)?;
    let bank = &joined.bank;
    let log = logbook::glance(context)?;
    let events = log.as_ref().map_or(&[][..], |(_, events)| events);
    let waiting = paused(events);
    let paused = to_resume(&waiting, bank).map(|at| waiting[at]);
    let history = History::derive(events);
    let report = ProgressReport::new(bank, &history, context.now(), context.zone());
    if log.is_none() {
        // The progress file cannot be read; `glance` has printed a note.
    } else if history.is_empty() && paused.is_none() {
        let width = context.width();
        let kept = match logbook::path(context) {
            // The path is not wrapped, so that it can be copied.
            Some(path) => format!(
                "{}\n  {}\n",
                wrap("Your answers are kept on this computer only:", width),
                path.display()
            ),
            None => String::new(),
        };
        let (questions, topics) = (bank.questions().len(), bank.topics().len());
        let text = format!(
            "guardprep: practice for a security-guard licensing exam\n\n\
             This is your first time here. {questions} questions on {topics} topics are ready."
        );
        context.print(Stream::Out, &format!("{}\n{kept}", wrap(&text, width)))?;
    } else {
        context.print(Stream::Out, &wrap(&format!("{}\n", report.state()), context.width()))?;
    }
    let practice = format!("Practice: {} questions, the reason after each", quiz::USUAL);
    let mut entries: Vec<(Entry, &str)> = vec![];
    match paused.map(|first| first.plan) {
        Some(SittingPlan::Exam(_)) => entries.push((Entry::Resume, "Go on with the paused exam")),
        Some(SittingPlan::Quiz(_)) => entries.push((Entry::Resume, "Go on with the paused quiz")),
        None => {}
    }
    entries.push((Entry::Quiz, &practice));
    entries.push((Entry::Topic, "Practice one topic"));
    entries.push((Entry::Exam, "Mock exam"));
    if bank.questions().iter().any(|q| history.standing(q) == crate::progress::Standing::Wrong) {
        entries.push((Entry::Missed, "Go over what I got wrong"));
    }
    entries.push((Entry::Progress, "How I am doing"));
    entries.push((Entry::Quit, "Quit"));
    let items: Vec<String> = entries.iter().map(|(_, words)| (*words).to_owned()).collect();
    let at = match choose(context, "What would you like to do?", &items)? {
        Choice::Item(at) => at,
        other => return Ok(left(other)),
    };
    match entries[at].0 {
        Entry::Resume => resume::run(&resume::Args::default(), context),
        Entry::Quiz => quiz::run(&quiz::Args::of_topics(vec![]), context),
        Entry::Missed => quiz::run(&quiz::Args::missed(), context),
        Entry::Topic => {
            let titles: Vec<String> = bank.topics().iter().map(|topic| topic.title.clone()).collect();
            let at = match choose(context, "Which topic?", &titles)? {
                Choice::Item(at) => at,
                other => return Ok(left(other)),
            };
            quiz::run(&quiz::Args::of_topics(vec![bank.topics()[at].id.clone()]), context)
        }
        Entry::Exam => mock_exam(context),
        Entry::Progress => progress::run(&progress::Args::default(), context),
        Entry::Quit => Ok(Exit::Done),
    }
}

fn mock_exam(context: &Context) -> Result<Exit, Failure> {
    let profiles = library::profiles(context)?.all;
    let mut items = vec![format!("{PRACTICE_QUESTIONS} questions of all topics")];
    items.extend(profiles.iter().map(|profile| format!("{}: {}", profile.place, profile.title)));
    let at = match choose(context, "Which exam?", &items)? {
        Choice::Item(at) => at,
        other => return Ok(left(other)),
    };
    let args = match at.checked_sub(1) {
        None => exam::Args::default(),
        Some(at) => exam::Args::of(&profiles[at].id),
    };
    exam::run(&args, context)
}

fn choose(context: &Context, prompt: &str, items: &[String]) -> Result<Choice, Failure> {
    Ok(context.menu().choose(prompt, items, &mut context.stream(Stream::Out))?)
}

fn left(choice: Choice) -> Exit {
    if choice == Choice::Interrupted { Exit::Interrupted } else { Exit::Done }
}
