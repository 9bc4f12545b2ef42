//! The document back as a bank. A broken document is searched for the questions that are whole.

use std::ops::Range;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::foreign;
use super::write::SCHEMA;
use crate::bank::{Allow, Objective, Topic};
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft, tidied};
use crate::exchange::{ImportOptions, Imported};
use crate::words::is_id;

#[derive(Deserialize)]
struct Document<'t> {
    #[serde(default)]
    schema: Option<u32>,
    #[serde(default, borrow)]
    topics: Vec<&'t RawValue>,
    #[serde(borrow)]
    questions: Vec<&'t RawValue>,
}

#[derive(Deserialize)]
struct TopicIn {
    id: String,
    title: String,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    objectives: Vec<ObjectiveIn>,
}

#[derive(Deserialize)]
struct ObjectiveIn {
    id: String,
    text: String,
}

#[derive(Deserialize)]
struct QuestionIn {
    #[serde(default)]
    id: String,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    objective: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    level: String,
    stem: String,
    answers: Vec<String>,
    distractors: Vec<DistractorIn>,
    #[serde(default)]
    explanation: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    jurisdiction: Option<String>,
    #[serde(default)]
    order: Vec<String>,
    #[serde(default)]
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct DistractorIn {
    text: String,
    #[serde(default)]
    why: String,
}

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text.starts_with(['{', '[']) {
        true if text.contains("\"questions\"") || text.contains("\"stem\"") => 100,
        true if text.contains("\":") => 60,
        _ => 0,
    }
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let text: &str = &source.text;
    // Ours has both; what has neither is some program's own.
    let own = text.contains("\"stem\"") && text.contains("\"distractors\"");
    if !own && !is_broken(text) {
        foreign::import(&mut intake, text);
        return intake.finish();
    }
    let list =
        || serde_json::from_str(text).map(|questions| Document { schema: None, topics: vec![], questions });
    match serde_json::from_str::<Document<'_>>(text).or_else(|error| list().map_err(|_| error)) {
        Ok(document) => {
            if let Some(schema) = document.schema.filter(|&schema| schema > SCHEMA) {
                let message = format!("the document has schema {schema}, this guardprep knows {SCHEMA}");
                intake.note("newer-schema", 0..0, message, "what is new in it is left out");
            }
            for topic in document.topics {
                read_topic(&mut intake, topic.get(), span_of(text, topic));
            }
            for question in document.questions {
                read_question(&mut intake, question.get(), span_of(text, question));
            }
        }
        Err(error) => {
            let at = byte_of(text, error.line(), error.column());
            let help = "the questions that are whole were looked for all the same";
            intake.problem("syntax", at..at, format!("this is not the JSON of a bank: {error}"), help);
            salvage(&mut intake, text);
        }
    }
    intake.finish()
}

/// Whether not even the first document can be read, or it is an empty one of ours.
fn is_broken(text: &str) -> bool {
    let first = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>().next();
    !matches!(first, Some(Ok(_))) || text.contains("\"schema\"") && text.contains("\"questions\"")
}

/// Where a raw value stands: it borrows from the text.
fn span_of(text: &str, value: &RawValue) -> Range<usize> {
    let start = value.get().as_ptr() as usize - text.as_ptr() as usize;
    start..start + value.get().len()
}

/// The place of a line and a column, both from 1; columns count bytes here.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = (start + column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn read_topic(intake: &mut Intake<'_>, json: &str, span: Range<usize>) {
    match serde_json::from_str::<TopicIn>(json) {
        Ok(topic) if is_id(&topic.id) => {
            let objectives = topic.objectives.into_iter().map(|o| Objective { id: o.id, text: o.text });
            let TopicIn { id, title, summary, .. } = topic;
            intake.declare(Topic { id, title, summary, objectives: objectives.collect() });
        }
        Ok(topic) => intake.note("topic", span, format!("`{}` is no id of a topic", topic.id), ""),
        Err(error) => intake.note("topic", span, format!("this topic cannot be read: {}", plain(&error)), ""),
    }
}

fn read_question(intake: &mut Intake<'_>, json: &str, span: Range<usize>) {
    let question: QuestionIn = match serde_json::from_str(json) {
        Ok(question) => question,
        Err(error) => {
            intake.skip("no-question", span, format!("this question cannot be read: {}", plain(&error)), "");
            return;
        }
    };
    // An order lists the options as they stand; without one they come keys first.
    let rights =
        question.answers.into_iter().map(|text| OptionDraft { text, right: true, why: String::new() });
    let wrongs =
        question.distractors.into_iter().map(|d| OptionDraft { text: d.text, right: false, why: d.why });
    let order = question.order;
    let draft = Draft {
        span,
        id: question.id,
        topic: TopicDraft { id: question.topic, ..TopicDraft::default() },
        objective: (question.objective, String::new()),
        kind: question.kind,
        level: question.level,
        stem: question.stem,
        options: rights.chain(wrongs).collect(),
        explanation: question.explanation,
        source: question.source,
        jurisdiction: question.jurisdiction.unwrap_or_default(),
        order,
        allow: question.allow.iter().filter_map(|entry| allow(entry)).collect(),
        ..Draft::default()
    };
    intake.add(&draft);
}

/// `rule: reason`.
fn allow(entry: &str) -> Option<Allow> {
    let (rule, reason) = entry.split_once(':')?;
    let (rule, reason) = (rule.trim(), tidied(reason));
    (is_id(rule) && !reason.is_empty()).then(|| Allow { rule: rule.to_owned(), reason })
}

/// The message without the line and column inside the value: the place of the value is in the report already.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rfind(" at line ").map_or(text.clone(), |at| text[..at].to_owned())
}

/// Tries every `{` of a broken document: what reads as an object with a stem is a question.
fn salvage(intake: &mut Intake<'_>, text: &str) {
    let mut at = 0;
    // Each try may get as far as the end; a document made to be tried for ever is given up.
    let mut patience = text.len().saturating_mul(20);
    while let Some(found) = text[at..].find('{') {
        let start = at + found;
        let rest = &text[start..];
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
        let tried = match stream.next() {
            Some(Ok(value)) => {
                let json = value.get();
                match serde_json::from_str::<Known<'_>>(json) {
                    Ok(Known { stem: Some(_), .. }) => read_question(intake, json, start..start + json.len()),
                    Ok(Known { title: Some(_), .. }) => read_topic(intake, json, start..start + json.len()),
                    _ => {}
                }
                at = start + json.len();
                json.len()
            }
            Some(Err(error)) => {
                at = start + 1;
                byte_of(rest, error.line(), error.column())
            }
            None => return,
        };
        patience = patience.saturating_sub(tried);
        if patience == 0 {
            let message = String::from("too much is broken; the rest was not read");
            intake.problem("syntax", start..start, message, "");
            return;
        }
    }
}

/// What tells a question from a topic and from the rest.
#[derive(Deserialize)]
struct Known<'t> {
    #[serde(borrow)]
    stem: Option<&'t RawValue>,
    #[serde(borrow)]
    title: Option<&'t RawValue>,
}
