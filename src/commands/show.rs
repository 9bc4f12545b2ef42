//! `guardprep show`: single questions with every option, and what you answered to them.

use serde_json::json;

use crate::bank::{Bank, Question};
use crate::context::Context;
use crate::failure::{Exit, Failure, Thing};
use crate::library;
use crate::logbook;
use crate::report::{ago, question_json};
use crate::terminal::view::{ReviewView, shown};
use crate::words::same_name;

/// All about a question: every option, why it is right or wrong, and your answers
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Questions by their ids; `guardprep review` prints them
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = library::known_banks(context)?;
    let bank = &joined.bank;
    let chosen = args.ids.iter().map(|id| find(bank, id)).collect::<Result<Vec<_>, _>>()?;
    let history = logbook::derived(context)?.history;
    if args.json {
        let questions: Vec<_> = chosen.iter().map(|question| question_json(question, &history)).collect();
        context.document(&json!({ "schema": 1, "questions": questions }))?;
        return Ok(Exit::Done);
    }
    let when = |at| ago(at, context.now(), &context.zone());
    context.read_through(&|width| {
        let view = ReviewView { bank, history: &history, when: &when, plain: context.is_plain(), width };
        chosen.iter().map(|question| shown(question, view)).collect()
    })
}

/// The question with this id, regardless of case and hyphens. A similar id is only suggested.
fn find<'b>(bank: &'b Bank, id: &str) -> Result<&'b Question, Failure> {
    let found = bank.question(id).or_else(|| bank.questions().iter().find(|other| same_name(&other.id, id)));
    found.ok_or_else(|| {
        Failure::unknown(Thing::Question, id, bank.questions().iter().map(|question| question.id.as_str()))
    })
}
