//! What somebody prepares for: the questions that an exam may ask, and what readiness for it depends on.

use super::blueprint::shares;
use super::profile::Blueprint;
use super::setup::{PaperSetup, Setup};
use crate::bank::{Bank, Question};
use crate::progress::{Aim, PaperAim, Pass};

/// The share of right answers that is needed where nobody says: the most frequent one in the exam profiles.
const USUAL_PASS: usize = 70;

impl Setup {
    /// Whether a question may be asked: questions about the law of other places are not.
    pub(crate) fn may_ask(&self, question: &Question) -> bool {
        match (&self.jurisdictions, &question.jurisdiction) {
            (Some(places), Some(place)) => places.contains(place),
            _ => true,
        }
    }

    /// The questions that this exam may ask: those to study.
    pub(crate) fn may_ask_of<'b>(&self, bank: &'b Bank) -> Vec<&'b Question> {
        let has_topic = |question: &Question| {
            self.papers.iter().any(|paper| {
                let topics = topics_of(paper);
                topics.is_empty() || topics.contains(&question.topic.as_str())
            })
        };
        bank.questions().iter().filter(|question| self.may_ask(question) && has_topic(question)).collect()
    }

    /// What readiness for this exam depends on.
    pub(crate) fn aim(&self, blueprint: &Blueprint, bank: &Bank) -> Aim {
        let all: Vec<&str> = bank.topics().iter().map(|topic| topic.id.as_str()).collect();
        let mut pass_assumed = false;
        let papers = self.papers.iter().map(|paper| {
            let named = topics_of(paper);
            let in_paper = |topic: &&str| named.is_empty() || named.contains(topic);
            let topics: Vec<&str> = all.iter().copied().filter(in_paper).collect();
            let weights = if paper.weights.is_empty() {
                let shares = shares(&topics, &blueprint.weights);
                topics.iter().map(|topic| (*topic).to_owned()).zip(shares).collect()
            } else {
                paper.weights.clone()
            };
            let needed = match paper.pass.map(|rule| rule.settle(paper.questions, paper.of)) {
                Some(Pass::Count { needed, .. }) => needed,
                Some(Pass::AllCorrect) => paper.questions,
                Some(Pass::ReviewUntilRight) | None => {
                    pass_assumed = true;
                    (paper.questions * USUAL_PASS).div_ceil(100)
                }
            };
            PaperAim { questions: paper.questions, needed, weights }
        });
        let papers = papers.collect();
        Aim { profile: self.profile.clone(), papers, pass_assumed }
    }
}

/// The topics of a paper; empty for all.
fn topics_of(paper: &PaperSetup) -> Vec<&str> {
    if paper.weights.is_empty() {
        paper.topics.iter().map(String::as_str).collect()
    } else {
        paper.weights.iter().map(|(topic, _)| topic.as_str()).collect()
    }
}
