//! The options of `quiz` and `export` that select questions, and parsers that other commands use, too.

use std::collections::BTreeSet;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::topic_choice::topic_ids;
use crate::bank::{Bank, Kind, Level, Named, Question, place_code, place_label};
use crate::context::Context;
use crate::failure::{Failure, Thing};
use crate::progress::History;
use crate::quiz::Selection;

#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Selecting {
    /// Topics to take questions from; all, if none is named
    #[arg(value_name = "TOPIC")]
    pub(crate) topics: Vec<String>,

    /// The same, as `exam` has it
    #[arg(long, value_name = "TOPIC", hide = true)]
    pub(crate) topic: Vec<String>,

    /// Only questions on this objective (may be repeated)
    #[arg(long, value_name = "ID")]
    pub(crate) objective: Vec<String>,

    /// Only questions of this kind (may be repeated)
    #[arg(long, value_name = "KIND", value_parser = named::<Kind>())]
    pub(crate) kind: Vec<Kind>,

    /// Only questions on this cognitive level (may be repeated)
    #[arg(long, value_name = "LEVEL", value_parser = named::<Level>())]
    pub(crate) level: Vec<Level>,

    /// Only questions about the law of this place, by name or code, such as California or us-ca (may be repeated)
    #[arg(long, value_name = "PLACE")]
    pub(crate) jurisdiction: Vec<String>,

    /// Questions whose last answer was wrong
    #[arg(long, alias = "wrong")]
    pub(crate) missed: bool,

    /// Questions that were right in fewer than two of the last three answers
    #[arg(long)]
    pub(crate) weak: bool,

    /// Questions that you have not answered, or whose right answer has changed
    #[arg(long)]
    pub(crate) new: bool,

    /// Questions that you flagged for review
    #[arg(long)]
    pub(crate) flagged: bool,

    /// Questions whose last answer was a guess, as you said
    #[arg(long)]
    pub(crate) guessed: bool,

    /// Only questions of the last quiz or exam; with --missed those that you missed in it
    #[arg(long)]
    pub(crate) last: bool,
}

impl Selecting {
    /// The selected questions in the order of the bank, or a failure that says why there are none.
    pub(crate) fn choose<'b>(
        &self,
        context: &Context,
        bank: &'b Bank,
        history: &History,
    ) -> Result<Vec<&'b Question>, Failure> {
        self.selection(context, bank)?.choose(bank, history).map_err(Failure::NothingToAsk)
    }

    /// Whether the selection depends on earlier answers.
    pub(crate) fn asks_history(&self) -> bool {
        self.missed || self.weak || self.new || self.flagged || self.guessed || self.last
    }

    fn selection(&self, context: &Context, bank: &Bank) -> Result<Selection, Failure> {
        let named: Vec<String> = self.topics.iter().chain(&self.topic).cloned().collect();
        let topics = topic_ids(context, bank, &named)?;
        let objectives = || {
            bank.topics().iter().flat_map(|topic| &topic.objectives).map(|objective| objective.id.as_str())
        };
        for id in &self.objective {
            if !objectives().any(|known| known == id) {
                return Err(Failure::unknown(Thing::Objective, id, objectives()));
            }
        }
        let places = || bank.questions().iter().filter_map(|question| question.jurisdiction.as_deref());
        let mut jurisdictions = vec![];
        for place in &self.jurisdiction {
            let code = [Some(place.as_str()), place_code(place)].into_iter().flatten();
            let Some(code) = code.into_iter().find(|code| places().any(|known| known == *code)) else {
                let all: BTreeSet<String> = places().map(place_label).collect();
                return Err(Failure::unknown(Thing::Jurisdiction, place, all.iter().map(String::as_str)));
            };
            jurisdictions.push(code.to_owned());
        }
        Ok(Selection {
            topics,
            objectives: self.objective.clone(),
            kinds: self.kind.clone(),
            levels: self.level.clone(),
            jurisdictions,
            words: vec![],
            last: self.last,
            since: None,
            missed: self.missed,
            weak: self.weak,
            new: self.new,
            flagged: self.flagged,
            guessed: self.guessed,
        })
    }
}

/// A clap parser for the names of a closed list, with their help.
pub(super) fn named<T: Named + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let values = T::ALL.iter().map(|member| PossibleValue::new(member.name()).help(member.summary()));
    PossibleValuesParser::new(values)
        .try_map(|name| T::find(&name).ok_or_else(|| String::from("no such name")))
}

/// The highest number of questions that can be asked for; small enough that multiplying it does not overflow.
const MOST_QUESTIONS: usize = 1_000_000;

/// A clap parser for a number of questions.
pub(super) fn count(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(n @ 1..=MOST_QUESTIONS) => Ok(n),
        _ => Err(format!(
            "give a whole number from 1 to {MOST_QUESTIONS}; more than there are asks all of them"
        )),
    }
}
