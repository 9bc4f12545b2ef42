//! What is asked today, and in which order.

use jiff::tz::TimeZone;
use proptest::prelude::*;

use crate::bank::{Bank, Question, samples};
use crate::progress::{Answer, Body, Calendar, Event, History, Knowledge, MILLIS_A_DAY};
use crate::quiz::interleave::interleave;
use crate::quiz::{Order, Today};

/// An answer on a day, from 0: question, right, guessed.
type Given<'a> = (i64, &'a str, bool, bool);

fn log(bank: &Bank, answers: &[Given<'_>]) -> Vec<Event> {
    let mut events = vec![];
    for (day, id, correct, guessed) in answers {
        let question = bank.question(id).unwrap();
        let answer = Answer {
            item: 0,
            question: question.id.clone(),
            topic: question.topic.clone(),
            chosen: vec![question.option(usize::from(!*correct)).to_owned()],
            correct: *correct,
            key: question.key_fingerprint().to_string(),
            took: 0,
        };
        let mut bodies = vec![Body::Answer(answer)];
        if *guessed {
            bodies.push(Body::Guess { target: format!("e{}", events.len()), on: true });
        }
        for body in bodies {
            let (id, device, number) = (format!("e{}", events.len()), String::from("d"), events.len() as u64);
            events.push(Event { id, device, number, at: day * MILLIS_A_DAY, sitting: None, body });
        }
    }
    events
}

fn today<'b>(bank: &'b Bank, answers: &[Given<'_>], day: i64, count: usize, seed: u64) -> Today<'b> {
    in_order(bank, answers, day, count, seed, Order::New { in_doubt: count.div_ceil(10) })
}

fn in_order<'b>(
    bank: &'b Bank,
    answers: &[Given<'_>],
    day: i64,
    count: usize,
    seed: u64,
    order: Order,
) -> Today<'b> {
    let all: Vec<&Question> = bank.questions().iter().collect();
    let history = History::derive(&log(bank, answers));
    let knowledge = Knowledge::new(&all, &history);
    let weights: Vec<(String, f64)> =
        bank.topics().iter().zip(1..).map(|(topic, n)| (topic.id.clone(), f64::from(n))).collect();
    let calendar = Calendar::new(day * MILLIS_A_DAY + MILLIS_A_DAY / 2, TimeZone::UTC);
    let today = Today::choose(&knowledge, &weights, &calendar, count, order, seed);
    // The same without the history.
    Today {
        questions: today.questions.iter().filter_map(|question| bank.question(&question.id)).collect(),
        new: today.new,
        weakest: today.weakest.and_then(|topic| Some(bank.topic(topic)?.id.as_str())),
    }
}

fn ids<'b>(today: &Today<'b>) -> Vec<&'b str> {
    let mut ids: Vec<&str> = today.questions.iter().map(|question| question.id.as_str()).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn the_first_day_has_every_topic_by_its_weight() {
    let bank = samples::bank(3, 20);
    let first = today(&bank, &[], 0, 12, 7);
    let count = |topic: &str| first.questions.iter().filter(|question| question.topic == topic).count();
    assert_eq!((count("t1"), count("t2"), count("t3"), first.new), (2, 4, 6, 12));
    assert_eq!(first, today(&bank, &[], 0, 12, 7));
    assert_ne!(ids(&first), ids(&today(&bank, &[], 0, 12, 8)));
}

#[test]
fn what_is_new_comes_first_and_the_weakest_topic_before_the_others() {
    let bank = samples::bank(2, 12);
    let mut answers: Vec<(i64, String, bool, bool)> = vec![];
    for n in 1..=6 {
        answers.push((0, format!("t1-{n}"), false, false));
        answers.push((0, format!("t2-{n}"), true, false));
    }
    let answers: Vec<Given<'_>> = answers.iter().map(|(d, q, r, g)| (*d, q.as_str(), *r, *g)).collect();
    let second = today(&bank, &answers, 1, 8, 1);
    assert_eq!(second.new, 8);
    assert_eq!(second.questions.iter().filter(|question| question.topic == "t1").count(), 6);
    // Once all of it came: what is remembered least.
    let all = today(&bank, &answers, 1, 15, 1);
    assert_eq!(all.new, 12);
    let again: Vec<&&Question> = all
        .questions
        .iter()
        .filter(|q| q.id.ends_with(['1', '2', '3', '4', '5', '6']) && q.id.len() == 4)
        .collect();
    assert!(again.iter().all(|question| question.topic == "t1"), "{again:?}");
}

#[test]
fn what_was_answered_today_comes_back_only_if_it_was_wrong_or_a_guess() {
    let bank = samples::bank(1, 4);
    let answers = [
        (0, "t1-1", true, false),
        (3, "t1-2", true, false),
        (3, "t1-3", true, true),
        (3, "t1-4", false, false),
    ];
    assert_eq!(ids(&today(&bank, &answers, 3, 4, 1)), ["t1-1", "t1-3", "t1-4"]);
    assert_eq!(ids(&today(&bank, &answers, 3, 1, 1)), ["t1-1"], "what is another day's comes first");
    assert_eq!(ids(&today(&bank, &answers, 4, 4, 1)).len(), 4);
    // A guess one day ago is less remembered than what was known three days before that.
    assert_eq!(ids(&today(&bank, &answers, 4, 2, 1)), ["t1-3", "t1-4"]);
    let all_known = answers.map(|(_, question, ..)| (3, question, true, false));
    assert_eq!(today(&bank, &all_known, 3, 4, 1).questions.len(), 0, "done for today");
}

#[test]
fn misconceptions_and_lucky_guesses_come_before_what_is_new_on_another_day() {
    let bank = samples::bank(2, 40);
    // Wrong the same way twice; a lucky guess; wrong once; known.
    let answers = [
        (0, "t1-1", false, false),
        (1, "t1-1", false, false),
        (1, "t1-2", true, true),
        (1, "t1-3", false, false),
        (1, "t1-4", true, false),
    ];
    let came = |day, count| -> Vec<String> {
        let chosen = today(&bank, &answers, day, count, 3);
        let came = |id: &&str| answers.iter().any(|(_, other, ..)| other == id);
        assert_eq!(chosen.new + ids(&chosen).iter().filter(|id| came(id)).count(), count);
        ids(&chosen).into_iter().filter(came).map(ToOwned::to_owned).collect()
    };
    assert_eq!(came(2, 20), ["t1-1", "t1-2"]);
    assert_eq!(came(2, 10), ["t1-1"], "a tenth of the day, misconceptions first");
    assert_eq!(came(2, 1), ["t1-1"]);
    assert_eq!(came(1, 10), [""; 0], "not on the day on which they were answered");
}

#[test]
fn on_the_day_of_the_exam_what_came_is_asked_and_nothing_new_before_it() {
    let bank = samples::bank(2, 12);
    let answers = [
        (0, "t1-1", false, false),
        (0, "t1-2", true, false),
        (8, "t1-3", true, false),
        (9, "t1-4", true, false),
    ];
    let asked = |day, count| in_order(&bank, &answers, day, count, 1, Order::Again);
    let two = asked(9, 2);
    assert_eq!((ids(&two), two.new, two.weakest), (vec!["t1-1", "t1-2"], 0, None), "the least remembered");
    assert_eq!(ids(&asked(9, 3)), ["t1-1", "t1-2", "t1-3"]);
    assert_eq!(asked(9, 5).new, 2, "nothing else is there");
    assert_eq!(in_order(&bank, &[], 9, 5, 1, Order::Again).new, 5);
}

#[test]
fn what_is_in_doubt_has_a_share_of_the_day_and_no_more() {
    let bank = samples::bank(1, 100);
    let all: Vec<String> = (1..=50).map(|n| format!("t1-{n}")).collect();
    let answers: Vec<Given<'_>> = all.iter().map(|id| (0, id.as_str(), true, true)).collect();
    assert_eq!(today(&bank, &answers, 1, 20, 1).new, 18);
    // Once nothing is new they have the rest of the day as well.
    assert_eq!(today(&bank, &answers, 1, 100, 1).questions.len(), 100);
}

proptest! {
    #[test]
    fn neighbors_differ_in_topic_where_that_is_possible(counts in prop::collection::vec(0..9_usize, 1..5), seed: u64) {
        let bank = samples::bank(counts.len(), 9);
        let picked: Vec<&Question> = counts
            .iter()
            .enumerate()
            .flat_map(|(at, count)| bank.questions_of(&bank.topics()[at].id).take(*count))
            .collect();
        let ordered = interleave(&picked, seed);
        let mut sorted: Vec<&str> = ordered.iter().map(|question| question.id.as_str()).collect();
        sorted.sort_unstable();
        let mut expected: Vec<&str> = picked.iter().map(|question| question.id.as_str()).collect();
        expected.sort_unstable();
        prop_assert_eq!(sorted, expected);
        let pairs = ordered.windows(2).filter(|two| two[0].topic == two[1].topic).count();
        let most = counts.iter().max().copied().unwrap_or(0);
        // With more than half of one topic, some of it has to stand side by side, and no more than that.
        let least = (2 * most).saturating_sub(picked.len() + 1);
        prop_assert_eq!(pairs, least);
    }
}
