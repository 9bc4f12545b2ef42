//! Drawing the papers of an exam: by weight, and questions not seen lately first. The same seed draws the same exam.

use std::collections::BTreeSet;

use rand::seq::SliceRandom;

use super::blueprint::{Shortage, apportion, askable, fill, shares};
use super::profile::Blueprint;
use super::setup::{PaperSetup, Setup};
use crate::bank::Question;
use crate::progress::{ExamPlan, ExamTerms, Millis, PaperTerms};
use crate::sitting::{plan_item, rested_first, rng};

/// An exam that is drawn but has not begun, so that the person can be shown what it will be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawn {
    /// Without a deadline yet.
    plan: ExamPlan,
    /// How many questions were asked for.
    pub(crate) wanted: usize,
    /// Topics that have fewer questions than their share; other topics fill in as far as they can.
    pub(crate) shortages: Vec<Shortage>,
}

impl Drawn {
    /// How many questions were drawn: `wanted`, or fewer if the banks have no more.
    pub(crate) fn len(&self) -> usize {
        self.plan.items.len()
    }

    /// The terms, without a deadline yet.
    pub(crate) fn terms(&self) -> &ExamTerms {
        &self.plan.terms
    }

    /// The plan of an exam that begins now.
    pub(crate) fn begin(mut self, now: Millis) -> ExamPlan {
        let terms = &mut self.plan.terms;
        let allowed = terms.allowed.map(|allowed| Millis::try_from(allowed).unwrap_or(Millis::MAX));
        terms.deadline = allowed.map(|allowed| now.saturating_add(allowed));
        self.plan
    }
}

/// Draws an exam from the candidates. `last_seen` tells when a question was last answered; questions last answered
/// within the same 24 hours are equally likely. A paper without a question is left out.
pub(crate) fn draw(
    setup: &Setup,
    candidates: &[&Question],
    blueprint: &Blueprint,
    last_seen: impl Fn(&Question) -> Option<Millis>,
    seed: u64,
) -> Drawn {
    let mut rng = rng(seed);
    let asked = candidates.iter().copied().filter(|question| setup.may_ask(question)).collect();
    let ordered = rested_first(asked, last_seen, &mut rng);
    let mut topics: Vec<&str> = vec![];
    for question in candidates {
        if !topics.contains(&question.topic.as_str()) {
            topics.push(&question.topic);
        }
    }
    let mut used = BTreeSet::new();
    let (mut items, mut papers, mut shortages) = (vec![], vec![], vec![]);
    for paper in &setup.papers {
        let left: Vec<&Question> =
            ordered.iter().copied().filter(|question| !used.contains(question.id.as_str())).collect();
        let percent = setup.true_false_percent.unwrap_or(100);
        let mut drawn = draw_paper(paper, &left, &topics, blueprint, percent, &mut shortages);
        if drawn.is_empty() {
            continue;
        }
        used.extend(drawn.iter().map(|question| question.id.as_str()));
        drawn.shuffle(&mut rng);
        papers.push(PaperTerms {
            title: paper.title.clone(),
            questions: drawn.len(),
            pass: paper.pass.map(|rule| rule.settle(drawn.len(), paper.of)),
        });
        items.extend(drawn.into_iter().map(|question| plan_item(question, setup.options, &mut rng)));
    }
    let terms = ExamTerms {
        profile: setup.profile.clone(),
        title: setup.title.clone(),
        allowed: setup.allowed(items.len()),
        deadline: None,
        extra_time: setup.extra_time,
        untimed: setup.untimed,
        options: setup.options,
        papers,
    };
    let wanted = setup.papers.iter().map(|paper| paper.questions).sum();
    Drawn { plan: ExamPlan { seed, items: items.into(), terms }, wanted, shortages }
}

/// The questions of one paper. `left` is sorted by preference.
fn draw_paper<'b>(
    paper: &PaperSetup,
    left: &[&'b Question],
    topics: &[&str],
    blueprint: &Blueprint,
    true_false_percent: u32,
    shortages: &mut Vec<Shortage>,
) -> Vec<&'b Question> {
    // A profile's weights name all topics of the exam; the blueprint is applied to the topics that the banks have.
    let (names, shares): (Vec<&str>, Vec<u32>) = if paper.weights.is_empty() {
        let in_paper =
            |topic: &&str| paper.topics.is_empty() || paper.topics.iter().any(|other| other == topic);
        let names: Vec<&str> = topics.iter().copied().filter(in_paper).collect();
        let shares = shares(&names, &blueprint.weights);
        (names, shares)
    } else {
        paper.weights.iter().map(|(topic, share)| (topic.as_str(), *share)).unzip()
    };
    let pools: Vec<Vec<&Question>> = names
        .iter()
        .map(|topic| left.iter().copied().filter(|question| question.topic == *topic).collect())
        .collect();
    let available: Vec<usize> = pools
        .iter()
        .map(|pool| {
            let true_false = pool.iter().filter(|question| question.is_true_false()).count();
            askable(pool.len() - true_false, true_false, true_false_percent)
        })
        .collect();
    let wanted = apportion(paper.questions, &shares);
    for (at, topic) in names.iter().enumerate().filter(|(at, _)| wanted[*at] > available[*at]) {
        let (wanted, available) = (wanted[at], available[at]);
        shortages.push(Shortage { topic: (*topic).to_owned(), wanted, available });
    }
    let given = fill(paper.questions, &shares, &available);
    let mut drawn = vec![];
    for (pool, count) in pools.into_iter().zip(given) {
        let most_true_false = count * true_false_percent as usize / 100;
        let (mut taken, mut true_false) = (0, 0);
        for question in pool {
            if taken == count {
                break;
            }
            if question.is_true_false() {
                if true_false == most_true_false {
                    continue;
                }
                true_false += 1;
            }
            taken += 1;
            drawn.push(question);
        }
    }
    drawn
}
