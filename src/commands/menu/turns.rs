//! `guardprep` without a subcommand: a line about progress and a short menu that comes back after each choice; without a
//! terminal, the short help.

use super::choosing::{BESIDE, choose};
use super::entries::{Day, Entry, entries};
use super::planning::planning;
use crate::bank::Bank;
use crate::commands::goal::Goal;
use crate::commands::{exam, plan, progress, quiz, resume, review, study};
use crate::context::{Context, Stream};
use crate::exam::{PRACTICE_QUESTIONS, Profile};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{Event, History, Knowledge, Paused, StudyPlan, TopicStatistics, paused, study_plan};
use crate::report::{Ahead, ProgressReport, paused_clock};
use crate::terminal::{Choice, Expect, Leaving, Reply};
use crate::words::{columns, fit, wrap};

/// How one turn of the menu ended.
enum Turn {
    /// Something was done that leaves a text to read.
    Done,
    /// The person came back from a menu behind it.
    Back,
    Leave(Exit),
}

/// What was chosen after a text was read.
enum Then {
    Menu,
    /// Read what was wrong.
    Read,
    /// Answer it again.
    Again,
    Leave(Exit),
}

/// `definition` gives the whole command line, for its help.
pub(crate) fn menu(context: &Context, definition: fn() -> clap::Command) -> Result<Exit, Failure> {
    if !Context::is_interactive() {
        let help = definition().render_help().to_string();
        context.print(Stream::Out, help.trim_end())?;
        return Ok(Exit::Done);
    }
    loop {
        let joined = library::known_banks(context)?;
        let bank = &joined.bank;
        let log = logbook::glance(context)?.map(|(_, derived)| derived);
        let is_read = log.is_some();
        let derived = log.unwrap_or_default();
        let (events, history) = (derived.open(), &derived.history);
        // What cannot be read is said by the commands that need it.
        let ahead = Goal::of(events, bank, context)
            .ok()
            .map(|goal| goal.ahead(&Knowledge::new(&goal.questions, history), history, context));
        // Without a log `glance` has printed a note.
        if is_read {
            greet(context, bank, events, history, ahead.as_ref())?;
        }
        match turn(context, bank, events, history, ahead.as_ref())? {
            Turn::Back => {}
            Turn::Leave(exit) => return Ok(exit),
            Turn::Done => match read(context, history.newest().len())? {
                Some(exit) => return Ok(exit),
                None => context.print(Stream::Out, "")?,
            },
        }
    }
}

/// Waits, so that what was done can be read before the menu comes back, and does what follows from it; an exit code
/// leaves. There were so many answers before.
fn read(context: &Context, before: usize) -> Result<Option<Exit>, Failure> {
    let mut before = before;
    loop {
        let log = logbook::glance(context)?.map(|(_, derived)| derived);
        let history = log.unwrap_or_default().history;
        let has_missed = history.newest().len() > before
            && history.last_sitting().is_some_and(|last| !last.missed.is_empty());
        let done = match pause(context, has_missed)? {
            Then::Menu => return Ok(None),
            Then::Leave(exit) => return Ok(Some(exit)),
            Then::Read => review::run(&review::Args::of_last(), context),
            Then::Again => {
                before = history.newest().len();
                quiz::run(&quiz::Args::last_missed(), context)
            }
        };
        if let Turn::Leave(exit) = after(context, done)? {
            return Ok(Some(exit));
        }
    }
}

/// Where things stand, or what a new person should know.
fn greet(
    context: &Context,
    bank: &Bank,
    events: &[Event],
    history: &History,
    ahead: Option<&Ahead>,
) -> Result<(), Failure> {
    let width = context.width();
    let is_planned = study_plan(events) != StudyPlan::default();
    if is_planned || !history.is_empty() || !paused(events).is_empty() {
        let mut report = ProgressReport::new(bank, history, context.now(), context.zone());
        report.streak = report.streak.filter(|_| context.tells_streak());
        report.ahead = ahead.cloned();
        let mut lines = vec![report.state()];
        lines.extend(report.readiness_words().map(|words| words.line()));
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
    let of_a_place = bank.questions().iter().filter(|question| question.jurisdiction.is_some()).count();
    let places = match of_a_place {
        0 => String::new(),
        n => format!(", {n} of them about the law of one place"),
    };
    let text = format!(
        "guardprep: practice for a security-guard licensing exam\n\n\
         This is your first time here. {questions} questions on {topics} topics are ready{places}."
    );
    Ok(context.print(Stream::Out, &format!("{}\n{kept}", wrap(&text, width)))?)
}

fn turn(
    context: &Context,
    bank: &Bank,
    events: &[Event],
    history: &History,
    ahead: Option<&Ahead>,
) -> Result<Turn, Failure> {
    let room = context.width().saturating_sub(BESIDE);
    let day = ahead.map(|ahead| Day::of(&ahead.pacing)).unwrap_or_default();
    let clock = |paused: &Paused<'_>| paused_clock(paused, context.now(), &context.zone());
    let entries = entries(bank, events, history, day, room, &clock);
    let items: Vec<String> = entries.iter().map(|(_, words)| words.clone()).collect();
    let at = match choose(context, "What would you like to do?", &items, Leaving::Program)? {
        Choice::Item(at) => at,
        Choice::Interrupted => return Ok(Turn::Leave(Exit::Interrupted)),
        Choice::Left => return Ok(Turn::Leave(Exit::Done)),
    };
    let done = match entries[at].0 {
        Entry::Study => study::run(&study::Args::default(), context),
        Entry::More => study::run(&study::Args::more(), context),
        Entry::Resume => resume::run(&resume::Args::default(), context),
        Entry::Another => resume::run(&resume::Args::listed(), context),
        Entry::Quiz => quiz::run(&quiz::Args::of_topics(vec![]), context),
        Entry::Topic => return one_topic(context, bank, history),
        Entry::Missed => return missed(context),
        Entry::Exam => return mock_exam(context, events),
        Entry::Progress => progress::run(&progress::Args::default(), context),
        Entry::Plan => match planning(context, &study_plan(events))? {
            Ok(args) => plan::run(&args, context),
            Err(choice) => return Ok(back(choice)),
        },
        Entry::Quit => return Ok(Turn::Leave(Exit::Done)),
    };
    after(context, done)
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

/// Waits until what was done is read. What the last sitting missed can be read or answered again by a key.
fn pause(context: &Context, has_missed: bool) -> Result<Then, Failure> {
    let mut person = context.person(Stream::Out);
    person.say(if has_missed { "\nw: read what was wrong  a: answer again" } else { "" })?;
    let expect = if has_missed { Expect::Menu } else { Expect::More };
    Ok(match person.ask(&|_| String::from("Enter: menu   q: stop  "), &expect)? {
        Reply::Next | Reply::Previous => Then::Menu,
        Reply::Why => Then::Read,
        Reply::All => Then::Again,
        Reply::Interrupted => Then::Leave(Exit::Interrupted),
        _ => Then::Leave(Exit::Done),
    })
}

/// What follows when nothing was chosen in a menu behind the first one.
fn back(choice: Choice) -> Turn {
    if choice == Choice::Interrupted { Turn::Leave(Exit::Interrupted) } else { Turn::Back }
}
