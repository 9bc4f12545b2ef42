//! `guardprep topics`: what the banks hold.

use serde_json::{Value, json};

use super::topic_choice::topic_ids;
use crate::bank::{Bank, Objective, Question};
use crate::context::Context;
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{TopicStatistics, topics};
use crate::report::{TopicLine, topic_lines};
use crate::words::hang;

/// What the question banks hold, and how much of it you have seen
///
/// With a topic: its objectives and how many questions each has.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Topics to look into
    #[arg(value_name = "TOPIC")]
    topics: Vec<String>,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = library::known_banks(context)?;
    let bank = &joined.bank;
    let chosen = topic_ids(context, bank, &args.topics)?;
    let log = logbook::glance(context)?;
    let is_known = log.is_some();
    let history = log.map(|(_, derived)| derived.history).unwrap_or_default();
    let statistics = topics(bank, &history, context.now());
    if args.json {
        context.document(&document(bank, &chosen, is_known.then_some(&statistics[..])))?;
        return Ok(Exit::Done);
    }
    if chosen.is_empty() {
        let lines: Vec<TopicLine> = statistics
            .iter()
            .map(|topic| TopicLine {
                id: topic.id.clone(),
                title: topic.title.clone(),
                questions: topic.questions,
                seen: is_known.then_some(topic.seen),
                percent: topic.percent(),
            })
            .collect();
        let all = bank.questions().len();
        let head = format!("{all} questions on {} topics\n", bank.topics().len());
        let next = "\nPractice one:      guardprep quiz TOPIC\nIts objectives:    guardprep topics TOPIC";
        return context.read_through(&|width| {
            let rows = topic_lines(&lines, width, context.is_plain());
            format!("{head}\n{rows}\n{next}").split("\n\n").map(ToOwned::to_owned).collect()
        });
    }
    context.read_through(&|width| {
        let mut blocks: Vec<String> = vec![];
        for topic in chosen.iter().filter_map(|id| bank.topic(id)) {
            let head = format!("{} ({})", topic.title, topic.id);
            blocks.push(format!("{head}\n{}", hang("  ", "  ", &topic.summary, width)));
            let objective = |objective: &Objective| {
                let is_of_it = |question: &&Question| question.objective == objective.id;
                let n = bank.questions_of(&topic.id).filter(is_of_it).count();
                hang("  ", "      ", &format!("{} ({n}): {}", objective.id, objective.text), width)
            };
            blocks.push(topic.objectives.iter().map(objective).collect::<Vec<_>>().join("\n"));
        }
        blocks.push(String::from("Practice one objective:  guardprep quiz --objective ID"));
        blocks
    })
}

/// Without statistics, what was seen is not known.
fn document(bank: &Bank, chosen: &[String], statistics: Option<&[TopicStatistics]>) -> Value {
    let topics: Vec<Value> = bank
        .topics()
        .iter()
        .filter(|topic| chosen.is_empty() || chosen.contains(&topic.id))
        .map(|topic| {
            let seen = statistics.map(|statistics| {
                statistics.iter().find(|other| other.id == topic.id).map_or(0, |topic| topic.seen)
            });
            let objectives: Vec<Value> = topic
                .objectives
                .iter()
                .map(|objective| {
                    let n = bank.questions_of(&topic.id).filter(|q| q.objective == objective.id).count();
                    json!({ "id": objective.id, "text": objective.text, "questions": n })
                })
                .collect();
            json!({
                "id": topic.id, "title": topic.title, "summary": topic.summary, "objectives": objectives,
                "questions": bank.questions_of(&topic.id).count(), "seen": seen,
            })
        })
        .collect();
    json!({ "schema": 1, "topics": topics })
}
