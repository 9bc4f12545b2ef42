//! The quizzes of mdbook-quiz: TOML with `[[questions]]`, of which the multiple-choice ones are read.

use super::intake::{Draft, Intake, OptionDraft};
use super::markup::unmarked;
use super::{Format, Import, ImportOptions, Imported};
use crate::toml_fields::{Fields, Text, parse};

pub(super) const FORMAT: Format = Format {
    name: "mdbook-quiz",
    summary: "quizzes of mdbook-quiz (TOML)",
    extension: "toml",
    loses: &[],
    export: None,
    import: Some(Import { read: import, likeness }),
};

fn likeness(bytes: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(16_384)]);
    let has = |line: &str| text.lines().any(|other| other.trim() == line);
    if has("[[questions]]") && text.contains("prompt") { 100 } else { 0 }
}

fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let table = match parse(&source) {
        Ok(table) => table,
        Err(problems) => {
            for problem in problems {
                let span = problem.place.map_or(0..0, |place| place.span);
                intake.problem("syntax", span, problem.message, problem.help.as_deref().unwrap_or_default());
            }
            return intake.finish();
        }
    };
    let mut top = Fields::new(&source, &table, 0..0, "the quiz");
    for (question, span) in top.tables("questions", "[[questions]]") {
        let mut fields = Fields::new(&source, question, span.clone(), "the question");
        let kind = fields.raw_text("type").map(|(kind, _)| kind).unwrap_or_default();
        if kind != "MultipleChoice" {
            let reason = format!("a question of type `{kind}` is not multiple choice");
            intake.skip("question-type", span, reason, "");
            continue;
        }
        let prompt = fields.table("prompt", "{ prompt = \"...\" }");
        let answer = fields.table("answer", "{ answer = \"...\" }");
        let (Some((prompt, _)), Some((answer, _))) = (prompt, answer) else {
            intake.skip("no-question", span, "it has no `prompt` or no `answer`", "");
            continue;
        };
        let mut lost = vec![];
        let mut plain = |text: Text| {
            let read = unmarked(&text.0);
            lost.extend(read.lost);
            read.text
        };
        let mut prompt = Fields::new(&source, prompt, span.clone(), "the prompt");
        let mut answer = Fields::new(&source, answer, span.clone(), "the answer");
        let stem = prompt.raw_text("prompt").map(&mut plain).unwrap_or_default();
        let wrong = prompt.texts("distractors").map(|(texts, _)| texts).unwrap_or_default();
        let right = match answer.texts("answer") {
            Some((texts, _)) => texts,
            None => answer.raw_text("answer").into_iter().collect(),
        };
        let option = |right: bool| move |text: String| OptionDraft { text, right, why: String::new() };
        let options: Vec<OptionDraft> = right
            .into_iter()
            .map(&mut plain)
            .collect::<Vec<_>>()
            .into_iter()
            .map(option(true))
            .chain(wrong.into_iter().map(&mut plain).collect::<Vec<_>>().into_iter().map(option(false)))
            .collect();
        let draft = Draft {
            id: fields.raw_text("id").map(|(id, _)| id).unwrap_or_default(),
            explanation: fields.raw_text("context").map(&mut plain).unwrap_or_default(),
            span,
            stem,
            options,
            ..Draft::default()
        };
        if let Some(id) = intake.add(&draft) {
            lost.sort_unstable();
            lost.dedup();
            for what in lost {
                intake.loss.drop(&id, what, 1);
            }
        }
    }
    intake.finish()
}
