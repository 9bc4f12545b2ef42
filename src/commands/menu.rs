//! `guardprep` without a subcommand: a line about progress and a short menu that comes back after each choice; without a
//! terminal, the short help.

use super::goal::Goal;
use super::{exam, progress, quiz, resume, review, study};
use crate::bank::Bank;
use crate::context::{Context, Stream};
use crate::exam::{PRACTICE_QUESTIONS, Profile};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{Event, History, Knowledge, Standing, TopicStatistics, paused, study_plan, to_resume};
use crate::report::{ProgressReport, paused_clock, paused_name};
use crate::terminal::{Choice, Expect, Leaving, Reply};
use crate::words::{columns, fit, wrap};

#[derive(Clone, Copy)]
enum Entry {
    Study,
    Resume,
    Another,
    Quiz,
    Topic,
    Exam,
    Missed,
    Progress,
    Quit,
}

/// How one turn of the menu ended.
enum Turn {
    /// Something was done that leaves a text to read.
    Done,
    /// The person came back from a menu behind it.
    Back,
    Leave(Exit),
}

/// The columns that a menu needs beside the text of an item: a pointer, a number, a column that stays free.
const BESIDE: usize = 7;

/// `definition` is the whole command line, for its help.
pub(crate) fn menu(context: &Context, definition: &clap::Command) -> Result<Exit, Failure> {
    if !Context::is_interactive() {
        let help = definition.clone().render_help().to_string();
        context.print(Stream::Out, help.trim_end())?;
        return Ok(Exit::Done);
    }
    loop {
        let joined = library::known_banks(context)?;
        let log = logbook::glance(context)?;
        let events = log.as_ref().map_or(&[][..], |(_, events)| events);
        // Without a log `glance` has printed a note.
        if log.is_some() {
            greet(context, &joined.bank, events)?;
        }
        match turn(context, &joined.bank, events)? {
            Turn::Back => {}
            Turn::Leave(exit) => return Ok(exit),
            Turn::Done => match pause(context)? {
                Some(exit) => return Ok(exit),
                None => context.print(Stream::Out, "")?,
            },
        }
    }
}

/// Where things stand, or what a new person should know.
fn greet(context: &Context, bank: &Bank, events: &[Event]) -> Result<(), Failure> {
    let history = History::derive(events);
    let width = context.width();
    if !history.is_empty() || !paused(events).is_empty() {
        let mut report = ProgressReport::new(bank, &history, context.now(), context.zone());
        report.streak = report.streak.filter(|_| context.tells_streak());
        let mut lines = vec![report.state()];
        let goal = Goal::of(events, bank, context)?;
        let ahead = goal.ahead(&Knowledge::new(&goal.questions, &history), &history, context);
        lines.extend(ahead.readiness_words().filter(|words| words.enough).map(|words| words.line()));
        return Ok(context.print(Stream::Out, &wrap(&format!("{}\n", lines.join("\n")), width))?);
    }
    let kept = match logbook::path(context) {
        // The path is not wrapped, so that it can be copied.
        Some(path) => {
            format!("{}\n  {}\n", wrap("Your answers are kept on this computer only:", width), path.display())
        }
        None => String::new(),
    };
    let (questions, topics) = (bank.questions().len(), bank.topics().len());
    let text = format!(
        "guardprep: practice for a security-guard licensing exam\n\n\
         This is your first time here. {questions} questions on {topics} topics are ready."
    );
    Ok(context.print(Stream::Out, &format!("{}\n{kept}", wrap(&text, width)))?)
}

fn turn(context: &Context, bank: &Bank, events: &[Event]) -> Result<Turn, Failure> {
    let history = History::derive(events);
    let entries = entries(context, bank, events, &history);
    let items: Vec<String> = entries.iter().map(|(_, words)| words.clone()).collect();
    let at = match choose(context, "What would you like to do?", &items, Leaving::Program)? {
        Choice::Item(at) => at,
        Choice::Interrupted => return Ok(Turn::Leave(Exit::Interrupted)),
        Choice::Left => return Ok(Turn::Leave(Exit::Done)),
    };
    let done = match entries[at].0 {
        Entry::Study => study::run(&study::Args::default(), context),
        Entry::Resume => resume::run(&resume::Args::default(), context),
        Entry::Another => resume::run(&resume::Args::listed(), context),
        Entry::Quiz => quiz::run(&quiz::Args::of_topics(vec![]), context),
        Entry::Topic => return one_topic(context, bank, &history),
        Entry::Missed => return missed(context),
        Entry::Exam => return mock_exam(context, events),
        Entry::Progress => progress::run(&progress::Args::default(), context),
        Entry::Quit => return Ok(Turn::Leave(Exit::Done)),
    };
    after(context, done)
}

/// The choices and their words.
fn entries(context: &Context, bank: &Bank, events: &[Event], history: &History) -> Vec<(Entry, String)> {
    let room = context.width().saturating_sub(BESIDE);
    let waiting = paused(events);
    let mut entries = vec![(Entry::Study, String::from("Study: the questions of today"))];
    if let Some(first) = to_resume(&waiting, bank).map(|at| waiting[at]) {
        let (name, done, of) = (first.plan.name(), first.done, first.plan.items().len());
        let clock = paused_clock(&first, context.now(), &context.zone());
        // Until when the clock runs matters more than what the exam is about.
        let mut words = match &clock {
            None => vec![
                format!("Go on: {}", paused_name(&first, bank)),
                format!("Go on: {name}, after {done} of {of}"),
            ],
            Some(clock) => vec![
                format!("Go on: {}; {clock}", paused_name(&first, bank)),
                format!("Go on: {name}, after {done} of {of}; {clock}"),
                format!("Go on: {name} {}", clock.strip_prefix("its clock runs ").unwrap_or(clock)),
            ],
        };
        let fits = words.iter().position(|words| columns(words) <= room).unwrap_or(words.len() - 1);
        entries.push((Entry::Resume, words.swap_remove(fits)));
    }
    if waiting.len() > 1 {
        entries.push((Entry::Another, format!("Go on with another ({} paused)", waiting.len())));
    }
    entries.push((Entry::Quiz, format!("Practice: {} questions, explained", quiz::USUAL)));
    entries.push((Entry::Topic, String::from("Practice one topic")));
    entries.push((Entry::Exam, String::from("Mock exam")));
    let missed = bank.questions().iter().filter(|q| history.standing(q) == Standing::Wrong).count();
    if missed > 0 {
        entries.push((Entry::Missed, format!("What I got wrong ({missed})")));
    }
    entries.push((Entry::Progress, String::from("How I am doing")));
    entries.push((Entry::Quit, String::from("Stop")));
    entries
}

fn one_topic(context: &Context, bank: &Bank, history: &History) -> Result<Turn, Failure> {
    let report = ProgressReport::new(bank, history, context.now(), context.zone());
    let room = context.width().saturating_sub(BESIDE);
    let plain = context.is_plain();
    let items: Vec<String> = report.topics.iter().map(|topic| topic_item(topic, room, plain)).collect();
    let at = match choose(context, "Which topic?", &items, Leaving::Back)? {
        Choice::Item(at) => at,
        other => return Ok(back(other)),
    };
    after(context, quiz::run(&quiz::Args::of_topics(vec![report.topics[at].id.clone()]), context))
}

/// A topic with how much of it was seen and how much is right.
fn topic_item(topic: &TopicStatistics, room: usize, plain: bool) -> String {
    let (seen, all) = (topic.seen, topic.questions);
    if plain {
        let right = topic.percent().map_or_else(String::new, |percent| format!(", {percent} percent right"));
        return format!("{}: {seen} of {all} seen{right}", topic.title);
    }
    let right = topic.percent().map_or_else(|| String::from("--"), |percent| format!("{percent}%"));
    let figures = match (room >= 60, topic.percent().is_some()) {
        (true, true) => format!("{seen:>3}/{all} seen  {right:>4} right"),
        (true, false) => format!("{seen:>3}/{all} seen  {:10}", ""),
        (false, _) => format!("{seen:>3}/{all}  {right:>4}"),
    };
    format!("{}  {figures}", fit(&topic.title, room.saturating_sub(columns(&figures) + 2)))
}

fn missed(context: &Context) -> Result<Turn, Failure> {
    let items = ["Read the answers and the reasons", "Answer 10 of them again"].map(String::from);
    match choose(context, "What you got wrong", &items, Leaving::Back)? {
        Choice::Item(0) => after(context, review::run(&review::Args::default(), context)),
        Choice::Item(_) => after(context, quiz::run(&quiz::Args::missed(), context)),
        other => Ok(back(other)),
    }
}

fn mock_exam(context: &Context, events: &[Event]) -> Result<Turn, Failure> {
    let profiles = library::profiles(context)?.all;
    let name = |profile: &Profile| format!("{}: {}", profile.place, profile.title);
    let plan = study_plan(events).profile;
    let planned = profiles.iter().find(|profile| Some(&profile.id) == plan.as_ref());
    let mut choices: Vec<(String, exam::Args)> = vec![];
    choices.extend(planned.map(|profile| (format!("Your plan: {}", name(profile)), exam::Args::default())));
    let of_all = format!("{PRACTICE_QUESTIONS} questions of all topics");
    choices.push((of_all, exam::Args::of_all_topics()));
    choices.extend(profiles.iter().map(|profile| (name(profile), exam::Args::of(&profile.id))));
    let items: Vec<String> = choices.iter().map(|(words, _)| words.clone()).collect();
    let at = match choose(context, "Which exam?", &items, Leaving::Back)? {
        Choice::Item(at) => at,
        other => return Ok(back(other)),
    };
    after(context, exam::run(&choices[at].1, context))
}

/// What follows a command: its failure is told, and the menu goes on; Ctrl-C and a reader that has gone end it.
fn after(context: &Context, done: Result<Exit, Failure>) -> Result<Turn, Failure> {
    match done {
        Ok(Exit::Interrupted) | Err(Failure::Left(Exit::Interrupted)) => Ok(Turn::Leave(Exit::Interrupted)),
        Err(Failure::Left(_)) => Ok(Turn::Back),
        Err(failure @ (Failure::BrokenPipe | Failure::Stream(_))) => Err(failure),
        Err(failure) => {
            if let Some(text) = failure.text() {
                context.print(Stream::Err, &text)?;
            }
            Ok(Turn::Done)
        }
        Ok(_) => Ok(Turn::Done),
    }
}

/// Waits, so that what was done can be read before the menu comes back; an exit code leaves.
fn pause(context: &Context) -> Result<Option<Exit>, Failure> {
    let mut person = context.person(Stream::Out);
    person.say("")?;
    Ok(match person.ask(&|_| String::from("Enter: menu   q: stop  "), &Expect::More)? {
        Reply::Next | Reply::Previous => None,
        Reply::Interrupted => Some(Exit::Interrupted),
        _ => Some(Exit::Done),
    })
}

fn choose(context: &Context, prompt: &str, items: &[String], leaving: Leaving) -> Result<Choice, Failure> {
    Ok(context.menu().choose(prompt, items, leaving, &mut context.stream(Stream::Out))?)
}

/// What follows when nothing was chosen in a menu behind the first one.
fn back(choice: Choice) -> Turn {
    if choice == Choice::Interrupted { Turn::Leave(Exit::Interrupted) } else { Turn::Back }
}
