//! `guardprep progress`: the report, and what can be done with the log: merge, backup, reset, export.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::goal::Goal;
use super::reset::reset;
use super::topic_choice::topic_ids;
use crate::bank::{Bank, Question};
use crate::context::{Context, Stream};
use crate::exam::ExamSitting;
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{
    Event, History, Knowledge, Paused, SittingPlan, lucky_guesses, misconceptions, of_sitting, past_exams,
    paused, to_resume,
};
use crate::quiz::QuizSitting;
use crate::report::{Doubtful, ProgressReport, ResumeNote, TopicReport, browser, paused_clock, progress_csv};
use crate::sitting::{Replay, Sitting};
use crate::store::{Guest, Store};
use crate::terminal::view::progress::{Frame, page, topic_page};
use crate::whole_file;
use crate::words::harmless_json;

/// How you are doing, topic by topic
#[derive(Debug, Default, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Option<Action>,

    /// These topics, each with its objectives, what was missed and what is due
    #[arg(value_name = "TOPIC")]
    topics: Vec<String>,

    /// Every topic, even where the page is then longer than the window
    #[arg(long)]
    all: bool,

    /// Say nothing about days in a row
    #[arg(long)]
    no_streak: bool,

    /// Write a page for a browser into this file, with plots
    #[arg(long, value_name = "FILE", conflicts_with_all = ["json", "topics"])]
    html: Option<PathBuf>,

    /// Replace the file if it is there
    #[arg(long, requires = "html")]
    force: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,

    /// Print a table with commas, one row a topic
    ///
    /// Columns: topic, title, questions, seen (of them), `right_now` (last answer right), answers, correct (answers), chance
    /// (to be right now, 0 to 1; empty below 5 answers), due, trend (up, same, down), last (date).
    #[arg(long, conflicts_with_all = ["json", "html", "topics"])]
    csv: bool,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Join the progress of another machine to this one
    ///
    /// Every answer of both counts once, however often and in whatever order files are joined.
    Merge {
        /// The other progress file; it is only read
        file: PathBuf,
    },
    /// Copy your progress into a file: to keep it safe, or to join it to another machine's
    ///
    /// Such a copy is whole even while a quiz is running. A progress file that is copied by hand may lack the last answers,
    /// or be in the middle of a write.
    Backup {
        /// The copy
        file: PathBuf,
        /// Replace the file, if there is one
        #[arg(long)]
        force: bool,
    },
    /// Start anew, with one topic or with all
    ///
    /// What came before no longer counts. The log keeps it; to erase it, delete the progress file.
    Reset {
        /// Topics; all, if none is named
        #[arg(value_name = "TOPIC")]
        topic: Vec<String>,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Print the whole log, one JSON document a line
    Export,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    match &args.action {
        None => show(args, context),
        Some(Action::Merge { file }) => merge(file, context),
        Some(Action::Backup { file, force }) => backup(file, *force, context),
        Some(Action::Reset { topic, yes }) => reset(topic, *yes, context),
        Some(Action::Export) => export(context),
    }
}

fn show(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = library::known_banks(context)?;
    let bank = &joined.bank;
    let topics = topic_ids(context, bank, &args.topics)?;
    if let Some(file) = &args.html {
        // Before anything is computed.
        whole_file::is_free(file, args.force)?;
    }
    let store = logbook::look(context)?;
    let events = store.as_ref().map_or_else(|| Ok(vec![]), Store::checked_events)?;
    let history = History::derive(&events);
    let goal = Goal::of(&events, bank, context)?;
    let all: Vec<&Question> = bank.questions().iter().collect();
    let knowledge = Knowledge::new(&all, &history);
    let ahead = if goal.questions.len() == all.len() {
        goal.ahead(&knowledge, &history, context)
    } else {
        goal.ahead(&Knowledge::new(&goal.questions, &history), &history, context)
    };
    let mut report =
        ProgressReport::new(bank, &history, context.now(), context.zone()).with_chances(&knowledge);
    report.ahead = Some(ahead);
    let (wrong_again, lucky) = (misconceptions(bank, &history), lucky_guesses(bank, &history));
    report.doubtful = Doubtful { lucky: lucky.len(), misconceptions: wrong_again.len() };
    if args.no_streak || !context.tells_streak() {
        report.streak = None;
    }
    let waiting = paused(&events);
    report.paused = to_resume(&waiting, bank).map(|at| ResumeNote {
        clock: paused_clock(&waiting[at], context.now(), &context.zone()),
        others: waiting.len() - 1,
        ..resume_note(&waiting[at], &events, bank)
    });
    report.exams = past_exams(&events);
    if args.json {
        context.document(&report.json())?;
    } else if args.csv {
        context.print(Stream::Out, progress_csv(&report).trim_end())?;
    } else if let Some(file) = &args.html {
        let timeline = browser::timeline(&report, &goal.questions, &history, &goal.aim);
        whole_file::write_private(file, &browser::page(&report, &timeline), args.force)?;
        context.print(Stream::Out, &format!("Written to {}", file.display()))?;
    } else {
        let kept = logbook::path(context).filter(|_| store.is_some());
        let kept = kept.map(|path| path.display().to_string());
        let frame = |width| Frame {
            width,
            table_width: if topics.is_empty() { context.table_width() } else { width },
            rows: context.page_rows(),
            plain: context.is_plain(),
            all: args.all,
            short: false,
            commands: !context.in_menu(),
            kept: kept.as_deref(),
        };
        if topics.is_empty() {
            context.print(Stream::Out, &page(&report, frame(context.width())))?;
            return Ok(Exit::Done);
        }
        let of_topic = |id: &String| {
            let statistics = report.topics.iter().find(|topic| topic.id == *id)?.clone();
            let doubtful = (&wrong_again[..], &lucky[..]);
            Some(TopicReport::new(bank.topic(id)?, statistics, &history, &knowledge, doubtful, context.now()))
        };
        let told: Vec<TopicReport<'_>> = topics.iter().filter_map(of_topic).collect();
        return context.read_through(&|width| {
            told.iter().flat_map(|of| topic_page(&report, of, frame(width))).collect()
        });
    }
    Ok(Exit::Done)
}

fn resume_note(paused: &Paused<'_>, events: &[Event], bank: &Bank) -> ResumeNote {
    let Paused { start, plan, .. } = paused;
    let events = of_sitting(events, &start.id);
    let note = |sitting: &Sitting<'_>| ResumeNote {
        what: plan.name(),
        answered: sitting.answered(),
        of: sitting.len(),
        clock: None,
        others: 0,
    };
    match plan {
        SittingPlan::Quiz(plan) => note(QuizSitting::open(plan, bank, |_| false).replayed(events).sitting()),
        SittingPlan::Exam(plan) => note(ExamSitting::open(plan, start.at, bank).replayed(events).sitting()),
    }
}

fn merge(file: &Path, context: &Context) -> Result<Exit, Failure> {
    let Some(other) = Guest::open(file)? else {
        return Err(Failure::NoFileToMerge(file.to_owned()));
    };
    let mut store = logbook::writable(context)?;
    let merged = store.merge(&other)?;
    let said = match (merged.events, merged.answers) {
        (0, _) => String::from("Nothing new: everything in that file is here already."),
        (_, 1) => String::from("Joined: 1 answer came in."),
        (_, answers) => format!("Joined: {answers} answers came in."),
    };
    context.print(Stream::Out, &said)?;
    Ok(Exit::Done)
}

fn backup(file: &Path, force: bool, context: &Context) -> Result<Exit, Failure> {
    let Some(mut store) = logbook::look(context)? else {
        return Err(Failure::NoProgress);
    };
    whole_file::write_private(file, &store.copy()?, force)?;
    context.print(Stream::Out, &format!("Copied your progress into {}", file.display()))?;
    Ok(Exit::Done)
}

fn export(context: &Context) -> Result<Exit, Failure> {
    let events = logbook::look(context)?.map_or_else(|| Ok(vec![]), |store| store.events())?;
    // The file can exist without an event, if the program was killed right after creating it.
    if events.is_empty() {
        return Err(Failure::NoProgress);
    }
    let mut lines = vec![];
    for event in events {
        let line = serde_json::to_string(&event).map_err(|error| Failure::Unwritable(error.to_string()))?;
        lines.push(harmless_json(&line));
    }
    context.print(Stream::Out, &lines.join("\n"))?;
    Ok(Exit::Done)
}
