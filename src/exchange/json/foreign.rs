//! JSON of quiz programs as a bank: every object that asks something, wherever it stands.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::apps::{Asked, asked};
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft, true_or_false};
use crate::exchange::keys::{self, Habit};
use crate::words::harmless_line;

/// Lists stand in lists of lists, but not for ever.
const DEEPEST: usize = 6;

/// Reads one document, or one on each line.
pub(super) fn import(intake: &mut Intake<'_>, text: &str) {
    let mut found = vec![];
    for value in serde_json::Deserializer::from_str(text).into_iter::<&RawValue>() {
        match value {
            Ok(value) => look(text, value, 0, &mut found),
            Err(error) => {
                let at = text.len().min(found.last().map_or(0, |(span, _): &(Range<usize>, Asked)| span.end));
                let message = format!("behind this place it is no JSON: {error}");
                intake.problem("syntax", at..at, message, "");
                break;
            }
        }
    }
    if found.is_empty() {
        let help = "a question is an object such as {\"question\": \"...\", \"options\": [\"...\", \"...\"], \"answer\": \"...\"}";
        intake.problem("no-question", 0..0, String::from("this JSON holds no list of questions"), help);
    }
    for (_, asked) in &mut found {
        complete(asked);
    }
    let Some(habit) = habit(intake, &found) else { return };
    for (span, asked) in found {
        add(intake, span, &asked, habit);
    }
}

/// Collects what asks something, with its place.
fn look(text: &str, value: &RawValue, depth: usize, found: &mut Vec<(Range<usize>, Asked)>) {
    let json = value.get();
    let inner: Vec<&RawValue> = if json.starts_with('[') {
        serde_json::from_str(json).unwrap_or_default()
    } else if json.starts_with('{') {
        if let Some(asked) = serde_json::from_str::<Map<String, Value>>(json).ok().as_ref().and_then(asked) {
            let start = json.as_ptr() as usize - text.as_ptr() as usize;
            found.push((start..start + json.len(), asked));
            return;
        }
        let mut all: Vec<&RawValue> = serde_json::from_str::<BTreeMap<String, &RawValue>>(json)
            .unwrap_or_default()
            .into_values()
            .collect();
        // In the order of the file.
        all.sort_by_key(|value| value.get().as_ptr() as usize);
        all
    } else {
        return;
    };
    if depth < DEEPEST {
        for value in inner {
            look(text, value, depth + 1, found);
        }
    }
}

/// A question that is answered with true or false has these two options.
fn complete(asked: &mut Asked) {
    if let Some((texts, _)) =
        asked.answer.as_deref().filter(|_| asked.options.is_empty()).and_then(true_or_false)
    {
        asked.options = texts.to_vec();
    }
}

fn choices(asked: &Asked) -> Vec<keys::Choice<'_>> {
    asked.options.iter().map(String::as_str).enumerate().collect()
}

/// How the answers are meant, or nothing where nobody can know.
fn habit(intake: &mut Intake<'_>, found: &[(Range<usize>, Asked)]) -> Option<Habit> {
    if let Some(habit) = intake.options().answers {
        return Some(habit);
    }
    let answered: Vec<&(Range<usize>, Asked)> =
        found.iter().filter(|(_, asked)| asked.answer.is_some()).collect();
    let answers: Vec<_> = answered
        .iter()
        .map(|(_, asked)| (asked.answer.clone().unwrap_or_default(), choices(asked)))
        .collect();
    let numbered = !answered.is_empty() && answered.iter().all(|(_, asked)| asked.numbered);
    match keys::decide(&answers, numbered) {
        Ok(decision) => {
            if decision.telling {
                intake.say(format!("the answers {}", decision.habit.in_words()));
            }
            Some(decision.habit)
        }
        Err(undecided) => {
            let span = answered[undecided.row].0.clone();
            intake.problem("answers", span, undecided.message, &undecided.help);
            None
        }
    }
}

fn add(intake: &mut Intake<'_>, span: Range<usize>, asked: &Asked, habit: Habit) {
    let right = match &asked.answer {
        Some(answer) => keys::read(answer, &choices(asked), habit, false),
        None => Ok(asked.marked.clone()),
    };
    let is_right = |at: usize| right.as_ref().is_ok_and(|right| right.contains(&at));
    let option = |(at, text): (usize, &String)| OptionDraft {
        text: text.clone(),
        right: is_right(at),
        why: String::new(),
    };
    let draft = Draft {
        span,
        id: asked.id.clone(),
        topic: TopicDraft { title: asked.topic.clone(), ..TopicDraft::default() },
        stem: asked.stem.clone(),
        options: asked.options.iter().enumerate().map(option).collect(),
        explanation: asked.explanation.clone(),
        ..Draft::default()
    };
    match right {
        Err(reason) => intake.refuse(&draft, "no-key", reason, "write the text of the right option"),
        Ok(_) => {
            if let Some(id) = intake.add(&draft) {
                for name in &asked.unread {
                    intake.loss.drop(&id, &format!("values of `{}`", harmless_line(name)), 1);
                }
            }
        }
    }
}
