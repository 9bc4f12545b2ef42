//! A selection as one document: topics and questions, each question on a line of its own.

use serde::Serialize;

use crate::bank::{Named, Question, Topic};
use crate::exchange::{Export, Exported, Loss};

/// The version of the document.
pub(super) const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct TopicOut<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    objectives: Vec<ObjectiveOut<'a>>,
}

#[derive(Serialize)]
struct ObjectiveOut<'a> {
    id: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct QuestionOut<'a> {
    id: &'a str,
    topic: &'a str,
    objective: &'a str,
    kind: &'a str,
    level: &'a str,
    stem: &'a str,
    answers: &'a [String],
    distractors: Vec<DistractorOut<'a>>,
    explanation: &'a str,
    source: &'a str,
    jurisdiction: Option<&'a str>,
    order: &'a [String],
    allow: Vec<String>,
}

#[derive(Serialize)]
struct DistractorOut<'a> {
    text: &'a str,
    why: &'a str,
}

pub(super) fn export(export: &Export<'_>) -> Exported {
    let topics: Vec<String> = export.sections.iter().map(|section| line(&topic(section.topic))).collect();
    let questions: Vec<String> = export.questions().map(|(_, item)| line(&question(item))).collect();
    let text = format!(
        "{{\n\"schema\": {SCHEMA},\n\"topics\": [\n{}\n],\n\"questions\": [\n{}\n]\n}}\n",
        topics.join(",\n"),
        questions.join(",\n")
    );
    Exported { bytes: text.into_bytes(), loss: Loss::default() }
}

fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts and lists of texts can be written")
}

fn topic(topic: &Topic) -> TopicOut<'_> {
    let objectives = topic.objectives.iter().map(|o| ObjectiveOut { id: &o.id, text: &o.text }).collect();
    TopicOut { id: &topic.id, title: &topic.title, summary: &topic.summary, objectives }
}

fn question(question: &Question) -> QuestionOut<'_> {
    QuestionOut {
        id: &question.id,
        topic: &question.topic,
        objective: &question.objective,
        kind: question.kind.name(),
        level: question.level.name(),
        stem: &question.stem,
        answers: &question.keys,
        distractors: question
            .distractors
            .iter()
            .map(|d| DistractorOut { text: &d.text, why: &d.why })
            .collect(),
        explanation: &question.explanation,
        source: &question.source,
        jurisdiction: question.jurisdiction.as_deref(),
        order: &question.order,
        allow: question.allow.iter().map(|allow| format!("{}: {}", allow.rule, allow.reason)).collect(),
    }
}
