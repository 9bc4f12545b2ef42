//! An exam on paper, whatever the file looks like: versions with orders of their own, and the key to them.

use std::collections::BTreeMap;

use super::export::{Choice, choices, lay_out, scatter};
use super::text::letter;
use super::{Export, Part};
use crate::bank::{Fingerprint, Question, Topic};

/// What no paper exam carries.
pub(super) const LOSES: &[Part] = &[Part::TopicSummary, Part::Kind, Part::Level, Part::Allow];

/// More versions than letters would make the papers hard to tell apart.
const MOST_VERSIONS: usize = 26;

pub(super) const SEVERAL: &str = "More than one option is right: choose all of them.";

/// Heads the part of the key that goes by id.
pub(super) const EXPLANATIONS: &str = "Answers and explanations";

/// The instruction to examinees.
pub(super) fn instruction(paper: &Paper<'_>) -> String {
    let count = paper.items.len();
    let all = if count == 1 { String::from("1 question.") } else { format!("{count} questions.") };
    let several = paper.items.iter().any(|item| item.question.has_several_keys());
    let unless = if several { ", unless it says that more are right" } else { "" };
    format!("{all} Choose the one right answer to each question{unless}.")
}

/// How to come by the same paper again.
pub(super) fn provenance(export: &Export<'_>, paper: &Paper<'_>) -> String {
    format!(
        "Seed {}, version {}, {} questions. Number, answer, id of the question.",
        export.options.seed,
        paper.version,
        paper.items.len()
    )
}

/// One version of the exam.
pub(super) struct Paper<'a> {
    /// `A`, `B`, ...
    pub(super) version: String,
    pub(super) items: Vec<Item<'a>>,
}

/// A question on a paper.
pub(super) struct Item<'a> {
    /// Counts from 1.
    pub(super) number: usize,
    pub(super) question: &'a Question,
    pub(super) choices: Vec<Choice<'a>>,
}

/// What the key says about a question of all versions, in the order of the bank.
pub(super) struct Solution<'a> {
    pub(super) topic: &'a Topic,
    pub(super) question: &'a Question,
    /// Number and letters in each version, such as `A: 12 C`.
    pub(super) places: Vec<String>,
}

/// The versions that were asked for: each has its own order of questions and of options, from the seed.
pub(super) fn papers<'a>(export: &Export<'a>) -> Vec<Paper<'a>> {
    (0..export.options.versions.clamp(1, MOST_VERSIONS)).map(|at| paper(export, letter(at))).collect()
}

fn paper<'a>(export: &Export<'a>, version: String) -> Paper<'a> {
    let seed = export.options.seed.to_string();
    let seed = scatter(Fingerprint::of([seed.as_str(), "version", version.as_str()]));
    let word = seed.to_string();
    let mut questions: Vec<&Question> =
        export.sections.iter().flat_map(|section| section.questions.iter().copied()).collect();
    questions.sort_by_cached_key(|question| scatter(Fingerprint::of([word.as_str(), question.id.as_str()])));
    let item = |(at, question): (usize, &'a Question)| Item {
        number: at + 1,
        question,
        choices: choices(question, &lay_out(question, seed)),
    };
    Paper { version, items: questions.into_iter().enumerate().map(item).collect() }
}

impl Item<'_> {
    /// The letters of the right options, such as `A, C`.
    pub(super) fn keys(&self) -> String {
        let right = self.choices.iter().enumerate().filter(|(_, choice)| choice.right);
        right.map(|(at, _)| letter(at)).collect::<Vec<_>>().join(", ")
    }
}

pub(super) fn solutions<'a>(export: &Export<'a>, papers: &[Paper<'a>]) -> Vec<Solution<'a>> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for paper in papers {
        for item in &paper.items {
            let place = format!("{}: {} {}", paper.version, item.number, item.keys());
            places.entry(&item.question.id).or_default().push(place);
        }
    }
    let mut solutions = vec![];
    for section in &export.sections {
        for question in &section.questions {
            let places = places.remove(question.id.as_str()).unwrap_or_default();
            solutions.push(Solution { topic: section.topic, question, places });
        }
    }
    solutions
}

impl<'a> Solution<'a> {
    /// What the question is about, in the words of the bank.
    pub(super) fn objective(&self) -> &'a str {
        let objectives = &self.topic.objectives;
        objectives.iter().find(|objective| objective.id == self.question.objective).map_or("", |o| &o.text)
    }

    /// What stands under a question of the key: a word in front, and the text. One without a word goes on about the
    /// line before it.
    pub(super) fn lines(&self) -> Vec<(&'static str, &'a str)> {
        let question = self.question;
        let mut lines: Vec<(&str, &str)> = question.keys.iter().map(|key| ("Right:", key.as_str())).collect();
        let mut add = |lead: &'static str, text: &'a str| {
            if !text.is_empty() {
                lines.push((lead, text));
            }
        };
        add("Because:", &question.explanation);
        for distractor in question.distractors.iter().filter(|distractor| !distractor.why.is_empty()) {
            add("Not:", &distractor.text);
            add("", &distractor.why);
        }
        add("Source:", &question.source);
        add("Law of:", question.jurisdiction.as_deref().unwrap_or_default());
        add("Objective:", self.objective());
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::export::ExportOptions;
    use crate::exchange::tests::samples::nasty;

    #[test]
    fn versions_differ_in_their_orders_and_the_key_knows_each() {
        let bank = nasty();
        let export = Export::whole(&bank, ExportOptions { versions: 3, ..ExportOptions::default() });
        let papers = papers(&export);
        let orders: Vec<Vec<&str>> = papers
            .iter()
            .map(|paper| paper.items.iter().map(|item| item.question.id.as_str()).collect())
            .collect();
        assert_eq!(orders.len(), 3);
        assert!(orders[0] != orders[1] && orders[1] != orders[2] && orders[0] != orders[2]);
        let mut sorted = orders.clone();
        for order in &mut sorted {
            order.sort_unstable();
        }
        assert!(sorted.iter().all(|order| order == &sorted[0] && order.len() == bank.questions().len()));

        let eight: Vec<Vec<usize>> = papers
            .iter()
            .flat_map(|paper| paper.items.iter().filter(|item| item.question.id == "nasty-05"))
            .map(|item| item.choices.iter().map(|choice| choice.index).collect())
            .collect();
        assert!(eight[0] != eight[1] && eight[1] != eight[2]);

        for solution in solutions(&export, &papers) {
            for (paper, place) in papers.iter().zip(&solution.places) {
                let item = paper.items.iter().find(|item| item.question.id == solution.question.id).unwrap();
                assert_eq!(*place, format!("{}: {} {}", paper.version, item.number, item.keys()));
            }
            assert_eq!(solution.places.len(), 3);
        }
    }

    #[test]
    fn there_is_a_version_at_least_and_a_letter_for_each() {
        let bank = nasty();
        for (asked, made) in [(0, 1), (1, 1), (27, 26)] {
            let export = Export::whole(&bank, ExportOptions { versions: asked, ..ExportOptions::default() });
            assert_eq!(papers(&export).len(), made);
        }
    }
}
