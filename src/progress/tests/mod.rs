//! What is computed from a log: history, standings, exams, statistics.

mod derived;
mod known;
mod pacing;

use proptest::prelude::*;

use super::memory::Remembered;
use super::{
    Answer, Attempt, Body, Event, HandInReason, History, SittingPlan, Standing, Trend, overall, topics,
};
use crate::bank::{Bank, Question, samples};

fn event(number: u64, body: Body) -> Event {
    let at = 1_000 * number as i64;
    Event { id: format!("e{number}"), device: String::from("d"), number, at, sitting: None, body }
}

fn answer(number: u64, bank: &Bank, question: &str, correct: bool) -> Event {
    let question = bank.question(question).unwrap();
    event(
        number,
        Body::Answer(Answer {
            item: 0,
            question: question.id.clone(),
            topic: question.topic.clone(),
            chosen: vec![],
            correct,
            key: question.key_fingerprint().to_string(),
            took: 0,
        }),
    )
}

#[test]
fn the_last_answer_that_counts_decides() {
    let bank = samples::bank(1, 4);
    let undo = |number, target: &str| event(number, Body::Undo { target: target.to_owned() });
    let log = [
        answer(1, &bank, "t1-1", false),
        answer(2, &bank, "t1-1", true),
        answer(3, &bank, "t1-2", true),
        answer(4, &bank, "t1-2", false),
        answer(5, &bank, "t1-3", true),
        undo(6, "e5"),
    ];
    let history = History::derive(&log);
    let standings: Vec<Standing> = bank.questions().iter().map(|q| history.standing(q)).collect();
    assert_eq!(standings, [Standing::Right, Standing::Wrong, Standing::New, Standing::New]);
    let weak: Vec<bool> = bank.questions().iter().map(|q| history.is_weak(q)).collect();
    assert_eq!(weak, [true, true, false, false]);
}

#[test]
fn the_order_of_the_log_counts_and_no_clock() {
    let bank = samples::bank(1, 4);
    let mut log: Vec<Event> = (1..=4).map(|n| answer(n, &bank, &format!("t1-{n}"), true)).collect();
    for (event, at) in log.iter_mut().zip([5, 9, 1, 1]) {
        event.at = at;
    }
    let newest = |log: &[Event]| -> Vec<String> {
        History::derive(log).newest().into_iter().map(|(question, _)| question.to_owned()).collect()
    };
    assert_eq!(newest(&log), ["t1-4", "t1-3", "t1-2", "t1-1"]);
    // A reset with a clock that is a year ahead.
    let reset = Event { at: i64::MAX, ..event(3, Body::Reset { topic: None }) };
    log.insert(2, reset);
    assert_eq!(newest(&log), ["t1-4", "t1-3"]);
}

#[test]
fn another_right_answer_is_asked_again_and_a_typo_is_not() {
    let bank = samples::bank(1, 1);
    let history = History::derive(&[answer(1, &bank, "t1-1", true)]);
    let with_key = |key: &str| {
        let mut parts = samples::parts("t1-1", "t1", 3);
        parts.keys = vec![key.to_owned()];
        Question::new(parts).unwrap()
    };
    assert_eq!(history.standing(&with_key("The right thing of t1-1.")), Standing::Right);
    assert_eq!(history.standing(&with_key("Something else")), Standing::Changed);
}

#[test]
fn a_reset_forgets_what_came_before_it() {
    let bank = samples::bank(2, 2);
    let reset =
        |number, topic: Option<&str>| event(number, Body::Reset { topic: topic.map(ToOwned::to_owned) });
    let flag = |number, on| {
        event(number, Body::Flag { question: String::from("t1-1"), topic: String::from("t1"), on })
    };
    let seen = |log: &[Event]| {
        let history = History::derive(log);
        let topics = topics(&bank, &history, 0);
        (topics.iter().map(|topic| topic.seen).collect::<Vec<_>>(), history.is_flagged("t1-1"))
    };
    let mut log = vec![answer(1, &bank, "t1-1", true), flag(2, true), answer(3, &bank, "t2-1", true)];
    assert_eq!(seen(&log), (vec![1, 1], true));
    log.push(reset(4, Some("t1")));
    assert_eq!(seen(&log), (vec![0, 1], false));
    log.push(answer(5, &bank, "t1-2", true));
    assert_eq!(seen(&log), (vec![1, 1], false));
    log.push(reset(6, None));
    assert_eq!(seen(&log), (vec![0, 0], false));
}

#[test]
fn answers_to_vanished_questions_are_set_aside() {
    let bank = samples::bank(1, 2);
    let history = History::derive(&[answer(1, &bank, "t1-1", true), answer(2, &bank, "t1-2", true)]);
    let mut smaller = Bank::default();
    smaller.add(samples::topic("t1"), [samples::question("t1-1", "t1")]);
    let all = overall(&smaller, &history, &topics(&smaller, &history, 0));
    assert_eq!((all.seen, all.answers, all.set_aside), (1, 1, 1));
}

/// A choice in the exam `sitting`, made from an answer.
fn choose(number: u64, sitting: &str, bank: &Bank, question: &str, correct: bool) -> Event {
    let mut event = answer(number, bank, question, correct);
    let Body::Answer(mut answer) = event.body else { unreachable!() };
    answer.chosen = vec![String::from("an option")];
    answer.item = bank.questions().iter().position(|other| other.id == question).unwrap();
    event.body = Body::Choose(answer);
    event.sitting = Some(sitting.to_owned());
    event
}

fn hand_in(number: u64, sitting: &str, stands: &[&str]) -> Event {
    let stands = stands.iter().map(|id| (*id).to_owned()).collect();
    let body = Body::HandIn { reason: HandInReason::Asked, stands };
    Event { sitting: Some(sitting.to_owned()), ..event(number, body) }
}

#[test]
fn an_exam_counts_once_it_is_handed_in_and_changed_answers_count_once() {
    let bank = samples::bank(1, 3);
    let mut log = vec![
        choose(1, "x", &bank, "t1-1", false),
        choose(2, "x", &bank, "t1-2", false),
        choose(3, "x", &bank, "t1-1", true),
        choose(4, "y", &bank, "t1-3", true),
    ];
    let told = |log: &[Event]| {
        let history = History::derive(log);
        let answers: Vec<usize> = bank.questions().iter().map(|q| history.attempts(q).count()).collect();
        let standings: Vec<Standing> = bank.questions().iter().map(|q| history.standing(q)).collect();
        (answers, standings)
    };
    assert_eq!(told(&log).0, [0, 0, 0], "nothing is handed in");
    log.push(hand_in(5, "x", &["e3", "e2"]));
    let expected = (vec![1, 1, 0], vec![Standing::Right, Standing::Wrong, Standing::New]);
    assert_eq!(told(&log), expected);
    // Another machine handed the same exam in later: the first time counts.
    log.push(hand_in(6, "x", &["e1", "e2"]));
    assert_eq!(told(&log), expected);
    assert_eq!(History::derive(&log).last_seen("t1-1"), Some(3_000), "when it was answered");
    log.push(event(7, Body::Undo { target: String::from("e3") }));
    assert_eq!(told(&log).0, [0, 1, 0]);
}

#[test]
fn the_last_word_on_a_guess_counts_and_no_score_changes() {
    let bank = samples::bank(1, 2);
    let guess = |number, target: &str, on| event(number, Body::Guess { target: target.to_owned(), on });
    let guessed = |log: &[Event]| {
        let history = History::derive(log);
        let told = |q| history.attempts(q).map(|a| (a.correct, a.guessed)).collect::<Vec<_>>();
        (
            bank.questions().iter().map(told).collect::<Vec<_>>(),
            overall(&bank, &history, &topics(&bank, &history, 0)),
        )
    };
    let mut log =
        vec![answer(1, &bank, "t1-1", true), answer(2, &bank, "t1-2", false), answer(3, &bank, "t1-1", true)];
    let (_, score) = guessed(&log);
    log.extend([guess(4, "e1", true), guess(5, "e2", true), guess(6, "e9", true)]);
    assert_eq!(guessed(&log), (vec![vec![(true, true), (true, false)], vec![(false, true)]], score.clone()));
    log.extend([guess(7, "e1", false), guess(8, "e3", true)]);
    assert_eq!(guessed(&log), (vec![vec![(true, false), (true, true)], vec![(false, true)]], score));
    // An answer that is taken back takes its guess with it; another answer is no guess because of it.
    log.extend([event(9, Body::Undo { target: String::from("e3") }), answer(10, &bank, "t1-1", true)]);
    assert_eq!(guessed(&log).0[0], [(true, false), (true, false)]);
}

#[test]
fn a_guess_in_an_exam_counts_with_its_choice() {
    let bank = samples::bank(1, 3);
    let guess = Body::Guess { target: String::from("e1"), on: true };
    let mut log = vec![choose(1, "x", &bank, "t1-1", true), event(2, guess)];
    assert!(History::derive(&log).is_empty());
    log.push(hand_in(3, "x", &["e1"]));
    let history = History::derive(&log);
    assert!(history.attempts(&bank.questions()[0]).all(|attempt| attempt.correct && attempt.guessed));
}

#[test]
fn a_log_from_before_there_were_exams_still_reads() {
    let plan: SittingPlan =
        serde_json::from_str(r#"{"mode":"quiz","seed":7,"items":[{"question":"q","options":["a"]}]}"#)
            .unwrap();
    assert!(matches!(&plan, SittingPlan::Quiz(quiz) if quiz.seed == 7), "{plan:?}");
    let text = serde_json::to_string(&event(1, Body::Start { plan })).unwrap();
    assert!(!text.contains("exam"), "and a quiz is written as before: {text}");
}

#[test]
fn the_plan_of_a_sitting_stands_in_the_log_as_it_always_did() {
    for stored in [
        r#"{"mode":"quiz","seed":7,"items":[{"question":"q","options":["a"]}]}"#,
        r#"{"mode":"exam","seed":7,"items":[],"exam":{"title":"T","deadline":9,"extra_time":100,"options":4,"papers":[]}}"#,
    ] {
        let plan: SittingPlan = serde_json::from_str(stored).unwrap();
        assert_eq!(serde_json::to_string(&plan).unwrap(), stored);
        assert_eq!(matches!(plan, SittingPlan::Exam(_)), stored.contains("deadline"));
    }
}

#[test]
fn a_flag_of_an_exam_has_kept_its_older_name_on_disk() {
    let stored = r#"{"event":"mark","item":3,"on":true}"#;
    let body: Body = serde_json::from_str(stored).unwrap();
    assert_eq!(body, Body::FlagItem { item: 3, on: true });
    assert_eq!((serde_json::to_string(&body).unwrap().as_str(), body.name()), (stored, "mark"));
}

#[test]
fn a_trend_needs_ten_answers_and_ten_points() {
    let bank = samples::bank(1, 1);
    let trend = |rights: &str| {
        let log: Vec<Event> =
            rights.chars().enumerate().map(|(n, c)| answer(n as u64, &bank, "t1-1", c == '+')).collect();
        topics(&bank, &History::derive(&log), 0)[0].trend
    };
    assert_eq!(trend("+++++----"), None);
    assert_eq!(trend("-----+++++"), Some(Trend::Up));
    assert_eq!(trend("++++------"), Some(Trend::Down));
    assert_eq!(trend("++++++++++++++++++++"), Some(Trend::Same));
    assert_eq!(trend("-----------+++++++++-+++++++++"), Some(Trend::Same));
}

#[test]
fn memory_fades_and_grows_as_the_model_says() {
    let attempt =
        |day: i64, correct| Attempt { at: day * 86_400_000, correct, guessed: false, said: 0, place: 0 };
    let after = |attempts: &[Attempt], days: f64| {
        let remembered =
            attempts.iter().fold(None, |before, attempt| Some(Remembered::answered(before, attempt)));
        remembered.unwrap().recall((days * 86_400_000.0) as i64)
    };
    assert!((after(&[attempt(0, true)], 0.0) - 1.0).abs() < 1e-9);
    // Stability is by definition the time after which recall has fallen to 90 %.
    assert!((after(&[attempt(0, true)], 2.3065) - 0.9).abs() < 1e-6);
    assert!((after(&[attempt(0, false)], 0.212) - 0.9).abs() < 1e-6);
    assert!(after(&[attempt(0, true), attempt(3, true)], 13.0) > after(&[attempt(0, true)], 10.0));
    assert!(
        after(&[attempt(0, true), attempt(3, false)], 6.0)
            < after(&[attempt(0, true), attempt(3, true)], 6.0)
    );
}

prop_compose! {
    fn logs()(steps in prop::collection::vec((0..5_u8, 1..4_u8, any::<bool>(), 0..30_u64), 0..30)) -> Vec<Event> {
        let bank = samples::bank(1, 3);
        steps.into_iter().enumerate().map(|(n, (what, question, right, target))| {
            let (n, id) = (n as u64, format!("t1-{question}"));
            match what {
                0 => event(n, Body::Undo { target: format!("e{target}") }),
                1 => event(n, Body::Flag { question: id, topic: String::from("t1"), on: right }),
                2 => choose(n, "x", &bank, &id, right),
                3 => hand_in(n, "x", &[&format!("e{target}")]),
                _ => answer(n, &bank, &id, right),
            }
        }).collect()
    }
}

proptest! {
    #[test]
    fn undoing_an_answer_restores_every_number(mut log in logs(), right: bool, question in 1..4_u8) {
        let bank = samples::bank(1, 3);
        let derive = |log: &[Event]| {
            let history = History::derive(log);
            let stats = topics(&bank, &history, 1_000_000);
            (overall(&bank, &history, &stats), stats, history)
        };
        let before = derive(&log);
        log.push(answer(100, &bank, &format!("t1-{question}"), right));
        prop_assert_ne!(&derive(&log).0, &before.0);
        log.push(event(101, Body::Undo { target: String::from("e100") }));
        prop_assert_eq!(derive(&log), before);
    }
}
