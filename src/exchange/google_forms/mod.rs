//! A script that makes a quiz in Google Forms, which reads no file of questions: it is pasted into Google Apps Script
//! and run there once.

use serde_json::{Value, json};

use super::export::{Choice, Section};
use super::template::filled;
use super::text::{explanation_and_source, json_in_script, one_line};
use super::{Export, Exported, Format, Loss, Part};
use crate::bank::Question;
use crate::words::{Block, blocks};

pub(super) const FORMAT: Format = Format {
    name: "google-forms",
    summary: "a script that makes a quiz in Google Forms, to paste into script.google.com",
    extension: "gs",
    loses: &[
        Part::Id,
        Part::Objective,
        Part::ObjectiveText,
        Part::Kind,
        Part::Level,
        Part::Jurisdiction,
        Part::Allow,
    ],
    export: Some(export),
    import: None,
};

/// About as many as Google makes in the six minutes that it gives a script.
const IN_TIME: usize = 200;

fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let topics: Vec<Value> =
        export.sections.iter().map(|section| topic(export, section, &mut loss)).collect();
    let count = export.questions().count();
    if count > IN_TIME {
        loss.note(&format!(
            "{count} questions, and Google stops a script after six minutes, which is enough for about {IN_TIME}: \
             export some topics at a time"
        ));
    }
    let quiz = json!({"title": export.options.title, "topics": topics});
    let quiz = serde_json::to_string_pretty(&quiz).expect("texts and lists of texts can be written");
    let script = filled(include_str!("script.js"), &[("quiz", &json_in_script(&quiz))]);
    Exported { bytes: script.into_bytes(), loss }
}

fn topic(export: &Export<'_>, section: &Section<'_>, loss: &mut Loss) -> Value {
    let questions: Vec<Value> =
        section.questions.iter().map(|question| quiz_question(export, question, loss)).collect();
    json!({"title": section.topic.title, "summary": section.topic.summary, "questions": questions})
}

fn quiz_question(export: &Export<'_>, question: &Question, loss: &mut Loss) -> Value {
    let choices = export.choices(question);
    let breaks = question.options().map(|text| text.matches('\n').count()).sum();
    loss.change(&question.id, "line breaks of options written as blanks", breaks);
    let explanation = explanation_and_source(&question.explanation, &question.source);
    let whys = choices.iter().filter(|choice| !choice.why.is_empty());
    let whys = whys.map(|choice: &Choice<'_>| format!("Not \"{}\": {}", one_line(choice.text), choice.why));
    let parts = whys.chain((!explanation.is_empty()).then(|| explanation.clone()));
    let wrong = parts.collect::<Vec<_>>().join("\n\n");
    // A title is one line; what follows it stands below.
    let mut lines = blocks(&question.stem).into_iter().flat_map(|block| match block {
        Block::Paragraph(line) => vec![line],
        Block::Code(lines) => lines,
    });
    let stem = lines.next().unwrap_or_default();
    let options: Vec<Value> =
        choices.iter().map(|choice| json!({"text": one_line(choice.text), "right": choice.right})).collect();
    json!({
        "stem": stem,
        "more": lines.collect::<Vec<_>>().join("\n"),
        "several": question.has_several_keys(),
        "options": options,
        "right": explanation,
        "wrong": wrong,
    })
}
