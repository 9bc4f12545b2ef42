//! A question as Moodle stores it, from an export or from a backup, and how it becomes one of ours.

use std::ops::Range;

use super::terms::{right_ones, take_tag};
use super::text::Texts;
use crate::exchange::feedback::Feedback;
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft};
use crate::exchange::text::split_source;

/// A multiple-choice or true/false question.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Question {
    pub(in crate::exchange) span: Range<usize>,
    /// As Moodle calls it, such as `multichoice`.
    pub(in crate::exchange) kind: String,
    pub(in crate::exchange) id: String,
    pub(in crate::exchange) name: String,
    pub(in crate::exchange) topic: TopicDraft,
    pub(in crate::exchange) stem: String,
    pub(in crate::exchange) answers: Vec<Answer>,
    pub(in crate::exchange) single: bool,
    pub(in crate::exchange) fixed: bool,
    pub(in crate::exchange) general: String,
    pub(in crate::exchange) feedback: Feedback,
    pub(in crate::exchange) points: Option<f64>,
    pub(in crate::exchange) hints: usize,
    pub(in crate::exchange) tags: Vec<String>,
    pub(in crate::exchange) texts: Texts,
}

#[derive(Debug, Default)]
pub(in crate::exchange) struct Answer {
    pub(in crate::exchange) text: String,
    /// Of the full marks, in percent.
    pub(in crate::exchange) weight: f64,
    pub(in crate::exchange) why: String,
}

impl Question {
    /// Whether questions of a type can be read; the two last ones give marks for all keys together or not at all.
    pub(in crate::exchange) fn can_be(kind: &str) -> bool {
        matches!(kind, "multichoice" | "truefalse" | "multichoiceset" | "oumultiresponse")
    }

    /// Whether one option is chosen; `said` is what the question says about it.
    pub(in crate::exchange) fn is_single(kind: &str, said: &str) -> bool {
        match kind {
            "truefalse" => true,
            "multichoiceset" | "oumultiresponse" => false,
            _ => !matches!(said, "false" | "0" | ""),
        }
    }

    pub(in crate::exchange) fn add(self, intake: &mut Intake<'_>) {
        let weights: Vec<f64> = self.answers.iter().map(|answer| answer.weight).collect();
        let in_words = |text: String| match text.as_str() {
            // What is stored of a true/false question is what the program calls it.
            "true" if self.kind == "truefalse" => String::from("True"),
            "false" if self.kind == "truefalse" => String::from("False"),
            _ => text,
        };
        let option =
            |answer: Answer| OptionDraft { text: in_words(answer.text), right: false, why: answer.why };
        let options: Vec<OptionDraft> = self.answers.into_iter().map(option).collect();
        let (explanation, source) = split_source(&self.general);
        let mut draft = Draft {
            span: self.span,
            id: self.id,
            name: self.name,
            topic: self.topic,
            stem: self.stem,
            options,
            explanation,
            source,
            fixed: self.fixed,
            ..Draft::default()
        };
        match right_ones(&weights, self.single) {
            Ok(right) => {
                draft.options.iter_mut().zip(right).for_each(|(option, right)| option.right = right);
            }
            Err(reason) => {
                intake.refuse(&draft, "no-question", reason.to_owned(), "");
                return;
            }
        }
        let mut lost = self.feedback.settle(&mut draft);
        let foreign = self.tags.iter().filter(|tag| !take_tag(tag.trim(), &mut draft)).count();
        let partial = weights.iter().filter(|weight| self.single && **weight > 0.0 && **weight < 99.9);
        let points = self.points.is_some_and(|points| (points - 1.0).abs() > 0.001);
        lost.extend([
            ("tags", foreign),
            ("partial credits", partial.count()),
            ("points", usize::from(points)),
            ("hints", self.hints),
        ]);
        lost.extend(self.texts.losses());
        if let Some(id) = intake.add(&draft) {
            intake.lose(&id, lost);
        }
    }
}
