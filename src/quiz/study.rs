//! What to study today: some of what was guessed or got wrong the same way twice, as a small share of the day; then new
//! questions, weakest topics first; then whatever is most likely to have been forgotten by now.
//!
//! On the day of the exam nothing new comes as long as anything else is left ([`Order::Again`]).
//!
//! Coverage comes first because it is worth most before an exam: a system that asks what is due before what is new loses
//! half of the passes where answers are scarce. `quiz/tests/simulation` measures it.

use std::collections::{BTreeMap, BTreeSet};

use super::interleave::interleave;
use crate::bank::{Fingerprint, Question};
use crate::progress::{Calendar, Doubt, Knowledge, Last, Millis, Pacing, Purpose, QuizPlan};
use crate::sitting::{OPTIONS_SHOWN, plan_item, rng};

/// The questions of one day, in the order in which they are asked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Today<'b> {
    pub(crate) questions: Vec<&'b Question>,
    /// How many of them never came before.
    pub(crate) new: usize,
    /// The topic that most of the new ones are about.
    pub(crate) weakest: Option<&'b str>,
}

/// What comes before what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// At most so many of which an earlier day left a doubt ([`Doubt`]), misconceptions before guesses; what is new; what
    /// came.
    New { in_doubt: usize },
    /// What came, the least remembered first; what is new.
    Again,
}

impl Order {
    /// On the day of the exam it is too late for new questions.
    pub(crate) fn of(pacing: &Pacing, count: usize) -> Self {
        if pacing.is_exam_day() { Self::Again } else { Self::New { in_doubt: pacing.in_doubt(count) } }
    }
}

impl<'b> Today<'b> {
    /// Chooses up to `count` questions in this order. What was answered today does not come back today, unless it was wrong or a guess, and
    /// then only after everything else. `weights` are the shares of the topics in the exam.
    pub(crate) fn choose(
        knowledge: &Knowledge<'b>,
        weights: &[(String, f64)],
        calendar: &Calendar,
        count: usize,
        order: Order,
        seed: u64,
    ) -> Self {
        let is_open = |last: &Last| !(last.knew && calendar.is_today(last.remembered.at));
        let mut came: Vec<Again<'_>> = knowledge
            .questions()
            .iter()
            .filter_map(|known| Some((known, known.last.filter(is_open)?)))
            .map(|(known, last)| Again {
                question: known.question,
                today: calendar.is_today(last.remembered.at),
                doubt: known.doubt,
                recall: last.remembered.recall(calendar.now),
                then: (known.answers, last.remembered.at, mixed(seed, known.question)),
            })
            .collect();
        came.sort_by(|a, b| {
            a.today.cmp(&b.today).then(a.recall.total_cmp(&b.recall)).then(a.then.cmp(&b.then))
        });
        let is_first = |again: &&Again<'_>| again.doubt.is_some() && !again.today;
        let mut first: Vec<&Again<'_>> = came.iter().filter(is_first).collect();
        first.sort_by_key(|again| again.doubt);
        let before_new: Vec<&Again<'_>> = match order {
            Order::New { in_doubt } => first.into_iter().take(in_doubt).collect(),
            Order::Again => came.iter().collect(),
        };
        let mut chosen: Vec<&Question> = before_new.iter().map(|again| again.question).take(count).collect();
        let taken: BTreeSet<&str> = chosen.iter().map(|question| question.id.as_str()).collect();
        let new = new_ones(knowledge, weights, count - chosen.len(), seed);
        chosen.extend(&new);
        let others = came.iter().filter(|again| !taken.contains(again.question.id.as_str()));
        chosen.extend(others.map(|again| again.question).take(count - chosen.len()));
        Self { new: new.len(), weakest: most_frequent(&new), questions: interleave(&chosen, seed) }
    }

    pub(crate) fn plan(&self, seed: u64) -> QuizPlan {
        let mut rng = rng(seed);
        let items =
            self.questions.iter().map(|question| plan_item(question, OPTIONS_SHOWN, &mut rng)).collect();
        QuizPlan { seed, purpose: Purpose::Study, items }
    }
}

/// A question that may come again.
struct Again<'b> {
    question: &'b Question,
    /// Whether it was answered today: then it comes after all others.
    today: bool,
    doubt: Option<Doubt>,
    recall: f64,
    /// What decides where recall is the same: few answers, long ago, chance.
    then: (usize, Millis, u64),
}

/// The new questions of the weakest topics. Of topics that are about equally weak, the one comes next of which the least
/// has come so far, measured by its weight.
fn new_ones<'b>(
    knowledge: &Knowledge<'b>,
    weights: &[(String, f64)],
    count: usize,
    seed: u64,
) -> Vec<&'b Question> {
    let mut topics: BTreeMap<&str, Topic<'b>> = BTreeMap::new();
    for known in knowledge.questions() {
        let name = known.question.topic.as_str();
        let topic = topics.entry(name).or_insert_with(|| Topic {
            strength: (knowledge.prior(name) / ABOUT_EQUAL).floor(),
            weight: weights.iter().find(|(other, _)| other == name).map_or(0.0, |(_, weight)| *weight),
            came: 0,
            new: vec![],
        });
        match known.last {
            Some(_) => topic.came += 1,
            None => topic.new.push(known.question),
        }
    }
    for topic in topics.values_mut() {
        // The last one comes first.
        topic.new.sort_by_key(|question| std::cmp::Reverse(mixed(seed, question)));
    }
    let mut chosen = vec![];
    while chosen.len() < count {
        let next = topics
            .values_mut()
            .filter(|topic| !topic.new.is_empty())
            .min_by(|a, b| a.strength.total_cmp(&b.strength).then_with(|| a.filled().total_cmp(&b.filled())));
        let Some(topic) = next else { break };
        topic.came += 1;
        chosen.extend(topic.new.pop());
    }
    chosen
}

/// Topics are about equally weak within a step of this size: a day's new questions are to be about several.
const ABOUT_EQUAL: f64 = 0.1;

struct Topic<'b> {
    strength: f64,
    weight: f64,
    /// How many of its questions came.
    came: usize,
    new: Vec<&'b Question>,
}

impl Topic<'_> {
    /// How much of it has come, measured by its weight; what is not in the exam comes last.
    fn filled(&self) -> f64 {
        (self.came as f64 + 0.5) / self.weight.max(1e-9)
    }
}

/// A number for a question that is another one with each seed.
fn mixed(seed: u64, question: &Question) -> u64 {
    Fingerprint::of([seed.to_string().as_str(), &question.id]).bits()
}

fn most_frequent<'b>(questions: &[&'b Question]) -> Option<&'b str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for question in questions {
        *counts.entry(&question.topic).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(topic, _)| topic)
}
