//! The last quiz or exam: what was asked in it, and what was missed.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Body, Placed};
use super::plan::SittingPlan;
use super::plan_items::PlanItem;

/// The sitting with the newest answer that counts. An exam counts once it is handed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LastSitting {
    /// The ids of its questions.
    pub(crate) asked: BTreeSet<String>,
    /// Those whose last answer in it was wrong; in an exam those without an answer, too.
    pub(crate) missed: BTreeSet<String>,
}

/// The last sitting after `new` events: the one `before` if no answer of them counts. `open` are the
/// earlier events of sittings that go on. There is none if the log lacks its start.
pub(super) fn last_sitting(
    new: &[Placed<'_>],
    open: &[Placed<'_>],
    counts: impl Fn(Placed<'_>) -> bool,
    before: Option<LastSitting>,
) -> Option<LastSitting> {
    let newest = new.iter().rev().find(|placed| placed.1.sitting.is_some() && counts(**placed));
    let Some(newest) = newest else { return before };
    let start = newest.1.sitting.as_deref();
    let log = || open.iter().chain(new);
    // The last answer to each question.
    let mut answers: BTreeMap<&str, bool> = BTreeMap::new();
    for &placed in log().filter(|placed| placed.1.sitting.as_deref() == start) {
        if let Body::Answer(answer) | Body::Choose(answer) = &placed.1.body
            && counts(placed)
        {
            answers.insert(&answer.question, answer.correct);
        }
    }
    let mut plans = log().filter_map(|(_, event)| match &event.body {
        Body::Start { plan } if Some(event.id.as_str()) == start => Some(plan),
        _ => None,
    });
    let plan = plans.next()?;
    let is_missed = |item: &&PlanItem| match answers.get(item.question.as_str()) {
        Some(correct) => !correct,
        None => matches!(plan, SittingPlan::Exam(_)),
    };
    let ids = |items: &mut dyn Iterator<Item = &PlanItem>| items.map(|item| item.question.clone()).collect();
    Some(LastSitting {
        asked: ids(&mut plan.items().iter()),
        missed: ids(&mut plan.items().iter().filter(is_missed)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Bank, samples};
    use crate::exam::{ExamRequest, Profiles, Setup, draw};
    use crate::progress::{Answer, Event, ExamPlan, HandInReason, History, QuizPlan};

    fn event(id: &str, sitting: &str, body: Body) -> Event {
        let (id, device, sitting) = (id.to_owned(), String::from("d"), Some(sitting.to_owned()));
        Event { id, device, number: 1, at: 0, sitting, body }
    }

    fn answer(bank: &Bank, item: usize, correct: bool) -> Answer {
        let question = &bank.questions()[item];
        Answer {
            item,
            question: question.id.clone(),
            topic: question.topic.clone(),
            chosen: vec![String::from("an option")],
            correct,
            key: question.key_fingerprint().to_string(),
            took: 0,
        }
    }

    fn items(bank: &Bank) -> Vec<PlanItem> {
        bank.questions().iter().map(|q| PlanItem { question: q.id.clone(), options: vec![] }).collect()
    }

    fn quiz(bank: &Bank, id: &str) -> Event {
        event(
            id,
            id,
            Body::Start { plan: SittingPlan::Quiz(QuizPlan { items: items(bank).into(), ..plan() }) },
        )
    }

    fn plan() -> QuizPlan {
        serde_json::from_str(r#"{"seed":0,"items":[]}"#).unwrap()
    }

    fn exam(bank: &Bank, id: &str) -> Event {
        let setup = Setup::new(None, &ExamRequest::default()).unwrap();
        let all: Vec<_> = bank.questions().iter().collect();
        let plan = draw(&setup, &all, &Profiles::embedded().blueprint, |_| None, 1).begin(0);
        event(id, id, Body::Start { plan: SittingPlan::Exam(ExamPlan { items: items(bank).into(), ..plan }) })
    }

    fn missed(log: &[Event]) -> Vec<String> {
        let history = History::derive(log);
        history.last_sitting().map_or_else(Vec::new, |last| last.missed.iter().cloned().collect())
    }

    #[test]
    fn it_has_the_newest_answer_that_counts() {
        let bank = samples::bank(1, 3);
        let say = |id: &str, sitting: &str, item, right| {
            event(id, sitting, Body::Answer(answer(&bank, item, right)))
        };
        let mut log = vec![quiz(&bank, "a"), quiz(&bank, "b")];
        assert_eq!(missed(&log), Vec::<String>::new());
        log.extend([say("1", "a", 0, false), say("2", "b", 1, false), say("3", "b", 2, true)]);
        assert_eq!(missed(&log), ["t1-2"], "in a quiz what was not asked was not missed");
        log.push(say("4", "a", 1, true));
        assert_eq!(missed(&log), ["t1-1"], "the other window");
        log.push(event("5", "a", Body::Undo { target: String::from("4") }));
        log.push(event("6", "a", Body::Undo { target: String::from("1") }));
        assert_eq!(missed(&log), ["t1-2"]);
        log.push(event("7", "", Body::Reset { topic: None }));
        assert_eq!(missed(&log), Vec::<String>::new());
    }

    #[test]
    fn an_exam_counts_once_it_is_handed_in_and_blanks_were_missed() {
        let bank = samples::bank(1, 3);
        let mut log = vec![quiz(&bank, "a"), event("1", "a", Body::Answer(answer(&bank, 0, false)))];
        log.extend([exam(&bank, "x"), event("2", "x", Body::Choose(answer(&bank, 0, true)))]);
        assert_eq!(missed(&log), ["t1-1"], "the quiz");
        let stands = vec![String::from("2")];
        log.push(event("3", "x", Body::HandIn { reason: HandInReason::Asked, stands }));
        assert_eq!(missed(&log), ["t1-2", "t1-3"]);
    }
}
