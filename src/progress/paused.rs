//! Which sittings are paused, and the order in which `resume` lists them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Body, Event, Purpose, SittingPlan};
use crate::bank::Bank;

/// A sitting that has not ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Paused<'e> {
    pub(crate) start: &'e Event,
    pub(crate) plan: &'e SittingPlan,
    /// The last answer given in it, even if it was taken back.
    pub(crate) answered: Option<&'e Event>,
    /// How many of its questions have an answer that stands.
    pub(crate) done: usize,
}

impl Paused<'_> {
    /// Whether the banks have a question of it: a bank that was given with `--bank` may be missing this time.
    pub(crate) fn is_known(&self, bank: &Bank) -> bool {
        self.plan.items().iter().any(|item| bank.question(&item.question).is_some())
    }
}

/// Of the paused sittings, the place of the one to resume: the first that has a question in the banks, or the first of
/// all where none has.
pub(crate) fn to_resume(paused: &[Paused<'_>], bank: &Bank) -> Option<usize> {
    let known = paused.iter().position(|paused| paused.is_known(bank));
    known.or((!paused.is_empty()).then_some(0))
}

/// What a new quiz or study session puts aside: quizzes and study sessions in which nothing was answered, since nothing
/// is lost with them; a study session also what is left of an earlier one, since it chooses that anew. An exam puts
/// nothing aside, and none is put aside: its clock runs.
pub(crate) fn put_aside<'e>(events: &'e [Event], new: &SittingPlan) -> Vec<Paused<'e>> {
    let SittingPlan::Quiz(new) = new else { return vec![] };
    let gives_way = |waiting: &Paused<'_>| match waiting.plan {
        SittingPlan::Exam(_) => false,
        SittingPlan::Quiz(old) => {
            waiting.answered.is_none() || (new.purpose == Purpose::Study && old.purpose == Purpose::Study)
        }
    };
    paused(events).into_iter().filter(gives_way).collect()
}

struct Seen<'e> {
    paused: Paused<'e>,
    /// Its answers by the number of the item: the last one of each that is no empty choice.
    given: BTreeMap<usize, &'e str>,
    /// The indices of its start and of its last answer in the log.
    places: (usize, Option<usize>),
    ended: bool,
    handed_in: bool,
}

/// The paused sittings of a log: the one with the latest answer first, those without an answer last.
///
/// An answer after the end reopens a quiz: it was ended in one window and continued in another. A quiz without an
/// answer counts as paused only if no later quiz was begun: [`put_aside`] ends it since it says so, and in older logs and
/// in those of two computers it was never ended.
pub(crate) fn paused(events: &[Event]) -> Vec<Paused<'_>> {
    let mut sittings: Vec<Seen<'_>> = vec![];
    // Where a sitting is in it, by the id of its start, and that of the event before.
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut at: Option<(&str, usize)> = None;
    let mut last_quiz = None;
    let mut undone = BTreeSet::new();
    for (place, event) in events.iter().enumerate() {
        if let Body::Start { plan } = &event.body {
            let paused = Paused { start: event, plan, answered: None, done: 0 };
            let seen = Seen {
                paused,
                given: BTreeMap::new(),
                places: (place, None),
                ended: false,
                handed_in: false,
            };
            places.entry(&event.id).or_insert_with(|| {
                sittings.push(seen);
                sittings.len() - 1
            });
            if matches!(plan, SittingPlan::Quiz(_)) {
                last_quiz = Some(place);
            }
            continue;
        }
        if let Body::Undo { target } = &event.body {
            undone.insert(target.as_str());
        }
        // Most events are of the same sitting as the one before.
        let Some(id) = event.sitting.as_deref() else { continue };
        if at.is_none_or(|(before, _)| before != id) {
            at = places.get(id).map(|&at| (id, at));
        }
        let Some((_, at)) = at else { continue };
        let seen: &mut Seen<'_> = &mut sittings[at];
        match &event.body {
            Body::Answer(answer) | Body::Choose(answer) => {
                if answer.chosen.is_empty() {
                    seen.given.remove(&answer.item);
                } else {
                    seen.given.insert(answer.item, &event.id);
                }
                seen.paused.answered = Some(event);
                seen.places.1 = Some(place);
                seen.ended = false;
            }
            Body::End => seen.ended = true,
            Body::HandIn { .. } => seen.handed_in = true,
            _ => {}
        }
    }
    let is_missed = |seen: &Seen<'_>| {
        seen.places.1.is_some()
            || matches!(seen.paused.plan, SittingPlan::Exam(_))
            || last_quiz == Some(seen.places.0)
    };
    let mut open: Vec<Seen<'_>> =
        sittings.into_iter().filter(|seen| !seen.ended && !seen.handed_in && is_missed(seen)).collect();
    open.sort_by_key(|seen| std::cmp::Reverse((seen.places.1, seen.places.0)));
    let done = |seen: &Seen<'_>| seen.given.values().filter(|id| !undone.contains(*id)).count();
    open.into_iter().map(|seen| Paused { done: done(&seen), ..seen.paused }).collect()
}

/// The events of a sitting after its start, in the order of the log. This includes undos and guesses about its answers
/// that were recorded outside of it, but not flags that were set outside of it.
pub(crate) fn of_sitting<'e>(events: &'e [Event], start: &str) -> Vec<&'e Event> {
    let is_of_it = |event: &Event| event.sitting.as_deref() == Some(start);
    let own: BTreeSet<&str> =
        events.iter().filter(|event| is_of_it(event)).map(|event| event.id.as_str()).collect();
    let is_about_it = |event: &Event| match &event.body {
        Body::Undo { target } | Body::Guess { target, .. } => own.contains(target.as_str()),
        _ => false,
    };
    events
        .iter()
        .filter(|event| is_about_it(event) || (is_of_it(event) && !matches!(event.body, Body::Start { .. })))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::samples::exam_terms;
    use crate::progress::{Answer, ExamPlan, HandInReason, PlanItem, QuizPlan};

    fn plan(sitting: &str) -> SittingPlan {
        let (seed, items) = (0, vec![].into());
        let purpose = if sitting.starts_with('s') { Purpose::Study } else { Purpose::Practice };
        if !sitting.starts_with('x') {
            return SittingPlan::Quiz(QuizPlan { seed, purpose, items });
        }
        SittingPlan::Exam(ExamPlan { seed, items, terms: exam_terms() })
    }

    /// A log, written as `start-a answer-a end-a`; what begins with `x` is an exam, with `s` a
    /// study session.
    fn log(text: &str) -> Vec<Event> {
        let event = |(n, word): (usize, &str)| {
            let (what, sitting) = word.split_once('-').unwrap();
            let answer = || Answer {
                item: n,
                question: String::from("q"),
                topic: String::from("t"),
                chosen: vec![String::from("c")],
                correct: true,
                key: String::new(),
                took: 0,
            };
            let body = match what {
                "start" => Body::Start { plan: plan(sitting) },
                "answer" => Body::Answer(answer()),
                "choose" => Body::Choose(answer()),
                "clear" => Body::Choose(Answer { item: n - 1, chosen: vec![], ..answer() }),
                "undo" => Body::Undo { target: format!("e{}", n - 1) },
                "skip" => Body::Skip { item: 0 },
                "end" => Body::End,
                "hand" => Body::HandIn { reason: HandInReason::Asked, stands: vec![] },
                _ => unreachable!("{what}"),
            };
            let id = if what == "start" { sitting.to_owned() } else { format!("e{n}") };
            let (device, sitting) = (String::from("d"), Some(sitting.to_owned()));
            Event { id, device, number: n as u64, at: 0, sitting, body }
        };
        text.split(' ').enumerate().map(event).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let log = log(text);
        let order: Vec<&str> = paused(&log).iter().map(|paused| paused.start.id.as_str()).collect();
        assert_eq!(order, expected, "{text}");
    }

    #[test]
    fn what_a_new_sitting_puts_aside_is_one_rule() {
        for (text, new, expected) in [
            ("start-a", "b", &["a"][..]),
            ("start-a answer-a", "b", &[]),
            ("start-a answer-a start-b", "s2", &["b"]),
            ("start-s answer-s", "b", &[]),
            ("start-s answer-s", "s2", &["s"]),
            ("start-s", "b", &["s"]),
            ("start-a answer-a start-s answer-s start-x", "s2", &["s"]),
            ("start-x start-a", "b", &["a"]),
            ("start-a start-s answer-s", "x", &[]),
            ("start-a answer-a end-a", "b", &[]),
        ] {
            let log = log(text);
            let aside = put_aside(&log, &plan(new));
            let ids: Vec<&str> = aside.iter().map(|paused| paused.start.id.as_str()).collect();
            assert_eq!(ids, expected, "{text}, then {new}");
            // What is paused afterwards is what was paused before, without these, and what is new.
            let ended = ids.iter().fold(String::new(), |ended, id| ended + " end-" + id);
            let before: Vec<String> = paused(&log).iter().map(|paused| paused.start.id.clone()).collect();
            let later = self::log(&format!("{text}{ended} start-{new}"));
            let mut after: Vec<&str> = paused(&later).iter().map(|paused| paused.start.id.as_str()).collect();
            after.retain(|id| *id != new);
            let left: Vec<&str> = before.iter().map(String::as_str).filter(|id| !ids.contains(id)).collect();
            assert_eq!(after, left, "{text}, then {new}");
        }
    }

    #[test]
    fn what_was_answered_last_comes_first() {
        check("start-a answer-a start-b answer-b", &["b", "a"]);
        check("start-a answer-a start-b answer-b answer-a", &["a", "b"]);
        // Two windows: the one that was begun first is stopped last.
        check("start-a start-b answer-a", &["a", "b"]);
        check("start-x choose-x start-a answer-a", &["a", "x"]);
        check("start-x start-a answer-a", &["a", "x"]);
    }

    #[test]
    fn what_has_ended_is_not_paused() {
        check("start-a answer-a start-b answer-b end-b", &["a"]);
        check("start-x choose-x hand-x answer-x", &[]);
        // Ended in one window and continued in another.
        check("start-a answer-a end-a answer-a", &["a"]);
        check("start-a start-b end-a answer-a", &["a", "b"]);
    }

    #[test]
    fn answers_that_stand_are_counted() {
        let done = |text: &str| paused(&log(text)).iter().map(|paused| paused.done).collect::<Vec<_>>();
        assert_eq!(done("start-a answer-a answer-a skip-a"), [2]);
        assert_eq!(done("start-a answer-a answer-a undo-a"), [1]);
        assert_eq!(done("start-a answer-a undo-elsewhere"), [0]);
        assert_eq!(done("start-x choose-x choose-x clear-x start-a answer-a"), [1, 1]);
    }

    #[test]
    fn of_quizzes_without_an_answer_only_the_last_is_paused() {
        check("start-a skip-a start-b start-c", &["c"]);
        check("start-a start-b end-b", &[]);
        check("start-x start-a start-b", &["b", "x"]);
    }

    #[test]
    fn the_one_to_resume_has_questions_in_the_banks() {
        let mut log = log("start-x choose-x start-a answer-a");
        let Body::Start { plan: SittingPlan::Exam(plan) } = &mut log[0].body else { unreachable!("an exam") };
        plan.items = [PlanItem { question: String::from("t1-1"), options: vec![] }].into_iter().collect();
        let waiting = paused(&log);
        assert_eq!(waiting[0].start.id, "a");
        assert_eq!(to_resume(&waiting, &crate::bank::samples::bank(1, 1)), Some(1));
        assert_eq!(to_resume(&waiting, &Bank::default()), Some(0));
        assert_eq!(to_resume(&[], &Bank::default()), None);
    }
}
