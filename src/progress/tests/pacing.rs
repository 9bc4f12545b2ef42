//! How many answers are left until the exam, day by day.

use jiff::tz::TimeZone;

use super::answer;
use crate::bank::{Bank, Question, samples};
use crate::progress::pacing::Pace;
use crate::progress::{Calendar, Event, History, Knowledge, MILLIS_A_DAY, Pacing, StudyPlan, pacing};

pub(super) fn on_day(number: u64, day: i64, bank: &Bank, question: &str, correct: bool) -> Event {
    Event { at: day * MILLIS_A_DAY, ..answer(number, bank, question, correct) }
}

fn paced(bank: &Bank, log: &[Event], plan: &StudyPlan, day: i64) -> Pacing {
    at_hour(bank, log, plan, day, 12)
}

fn at_hour(bank: &Bank, log: &[Event], plan: &StudyPlan, day: i64, hour: i64) -> Pacing {
    let all: Vec<&Question> = bank.questions().iter().collect();
    let calendar = Calendar::new(day * MILLIS_A_DAY + hour * 3_600_000, TimeZone::UTC);
    let history = History::derive(log);
    pacing(&Knowledge::new(&all, &history), &history, plan, &calendar)
}

fn plan(exam: Option<&str>, minutes: Option<u32>) -> StudyPlan {
    StudyPlan { exam: exam.map(ToOwned::to_owned), minutes, profile: None }
}

#[test]
fn without_a_date_a_day_has_its_usual_share_or_its_minutes() {
    let bank = samples::bank(2, 50);
    let free = paced(&bank, &[], &plan(None, None), 0);
    assert_eq!((free.share, free.per_day, free.days, free.fits()), (20, None, None, None));
    let short = paced(&bank, &[], &plan(None, Some(9)), 0);
    assert_eq!((short.share, short.possible, short.minutes(12)), (12, Some(12), 9));
}

#[test]
fn a_date_makes_portions_that_count_second_looks_from_the_start() {
    let bank = samples::bank(2, 70);
    let plan = plan(Some("1970-01-15"), Some(5));
    let first = paced(&bank, &[], &plan, 0);
    assert_eq!((first.unseen, first.fading, first.days, first.per_day_once), (140, 0, Some(14), Some(10)));
    assert!(first.later > 50 && first.later < 140, "{first:?}");
    assert_eq!((first.fits(), first.fits_once(), first.share), (Some(false), Some(false), 6));
    // Half of the days, half of the answers: the portion stays about the same.
    let portion = first.per_day.unwrap();
    let log: Vec<Event> = (0..7 * portion)
        .map(|n| {
            let id = format!("t{}-{}", n % 2 + 1, n / 2 % 70 + 1);
            on_day(n as u64, (n / portion) as i64, &bank, &id, n % 3 > 0)
        })
        .collect();
    let half = paced(&bank, &log, &plan, 7);
    assert!(half.per_day.unwrap().abs_diff(portion) <= portion / 3, "{half:?}, {portion}");
}

#[test]
fn the_goal_of_a_day_does_not_move_while_it_is_done() {
    let bank = samples::bank(2, 70);
    let plan = plan(Some("1970-01-15"), None);
    let before = paced(&bank, &[], &plan, 0);
    let log: Vec<Event> = (1..=15).map(|n| on_day(n, 0, &bank, &format!("t1-{n}"), n % 2 == 0)).collect();
    let after = paced(&bank, &log, &plan, 0);
    assert_eq!((after.share, after.done), (before.share, 15));
    assert_eq!((before.left_today(), after.left_today()), (before.share, before.share - 15));
    assert_eq!(after.unseen, 125);
}

#[test]
fn on_the_day_of_the_exam_and_after_it_nothing_divides_by_zero() {
    let bank = samples::bank(1, 30);
    let on = paced(&bank, &[], &plan(Some("1970-01-01"), None), 0);
    assert_eq!((on.days, on.over, on.per_day), (Some(0), None, Some(30)));
    let after = paced(&bank, &[], &plan(Some("1970-01-01"), None), 3);
    assert_eq!((after.days, after.over, after.share), (Some(0), Some(3), 20));
}

#[test]
fn the_pace_is_the_learners_own_once_there_is_enough_of_it() {
    let bank = samples::bank(1, 30);
    let log = |answers: u64| -> Vec<Event> {
        // Every tenth time a break.
        let at = |n: u64| (30_000 * n + 3_600_000 * (n / 10)) as i64;
        let one = |n| Event { at: at(n), ..answer(n, &bank, &format!("t1-{}", n % 30 + 1), true) };
        (0..answers).map(one).collect()
    };
    let pace = |answers| Pace::of(&History::derive(&log(answers)));
    assert_eq!(pace(15), Pace { millis: Pace::USUAL, is_own: false });
    assert_eq!(pace(60), Pace { millis: 30_000, is_own: true });
}

/// Studies until an exam on January 15, so many answers a day: new questions, then the oldest again, of which every
/// `right_of`th is right. Every evening and every morning is given to `look` with the number of wrong answers since.
fn studied(bank: &Bank, a_day: usize, right_of: usize, look: &mut dyn FnMut(Pacing, usize)) {
    let plan = plan(Some("1970-01-15"), Some(15));
    let ids: Vec<&str> = bank.questions().iter().map(|question| question.id.as_str()).collect();
    let mut log: Vec<Event> = vec![];
    for day in 0..14 {
        look(at_hour(bank, &log, &plan, day, 0), 0);
        let mut wrong = 0;
        for n in 0..a_day {
            let right = log.len().is_multiple_of(right_of);
            wrong += usize::from(!right);
            let at = day * MILLIS_A_DAY + 8 * 3_600_000 + n as i64 * 45_000;
            let number = log.len();
            log.push(Event { at, ..answer(number as u64, bank, ids[number % ids.len()], right) });
        }
        look(at_hour(bank, &log, &plan, day, 23), wrong);
    }
}

#[test]
fn what_is_needed_grows_by_what_was_wrong_at_most() {
    for (questions, a_day) in [(360, 20), (70, 20), (70, 40)] {
        for right_of in [1, 2, 4, 1_000] {
            let bank = samples::bank(2, questions);
            let mut before: Option<Pacing> = None;
            studied(&bank, a_day, right_of, &mut |now, wrong| {
                let told = format!("{questions}, {a_day}, {right_of}: {before:?}, {now:?}");
                if let Some(before) = &before {
                    assert!(now.needed() <= before.needed() + wrong, "{told}");
                    // A new question that was answered is one less, whatever came of it.
                    let new = before.unseen - now.unseen;
                    assert!(new == 0 || now.needed() < before.needed(), "{told}");
                    assert!(now.possible_until() <= before.possible_until(), "{told}");
                }
                if now.done > 0 {
                    assert_eq!((now.missed_today, now.done), (wrong, a_day), "{told}");
                }
                before = Some(now);
            });
        }
    }
}

#[test]
fn nothing_fades_because_it_is_later_in_the_day() {
    let bank = samples::bank(1, 60);
    let log: Vec<Event> = (0..60)
        .map(|n| {
            let at = n as i64 * MILLIS_A_DAY / 10;
            Event { at, ..answer(n, &bank, &format!("t1-{}", n + 1), true) }
        })
        .collect();
    let plan = plan(Some("1970-01-15"), None);
    let needed = |hour| at_hour(&bank, &log, &plan, 7, hour).needed();
    assert_eq!([0, 6, 12, 23].map(needed), [needed(0); 4]);
}

#[test]
fn it_says_until_when_new_questions_come() {
    let bank = samples::bank(1, 200);
    let until = |log: &[Event], minutes, day| {
        let until = paced(&bank, log, &plan(Some("1970-01-15"), Some(minutes)), day).new_until;
        until.map(|date| date.to_string())
    };
    // 15 minutes are 20 answers: ten days.
    assert_eq!(until(&[], 15, 0).as_deref(), Some("1970-01-10"));
    assert_eq!(until(&[], 3, 0), None, "4 a day are not enough");
    let log: Vec<Event> = (1..=19).map(|n| on_day(n, 0, &bank, &format!("t1-{n}"), true)).collect();
    assert_eq!(until(&log, 15, 0).as_deref(), Some("1970-01-10"));
    assert_eq!(until(&log, 15, 1).as_deref(), Some("1970-01-11"));
    let all: Vec<Event> = (1..=200).map(|n| on_day(n, 0, &bank, &format!("t1-{n}"), true)).collect();
    assert_eq!(until(&all, 15, 1), None, "none is new");
    assert_eq!(paced(&bank, &[], &plan(None, None), 0).new_until.unwrap().to_string(), "1970-01-10");
}

#[test]
fn the_last_evening_does_not_make_up_for_what_was_left_undone() {
    let bank = samples::bank(2, 200);
    let plan = plan(Some("1970-01-15"), None);
    let eve = paced(&bank, &[], &plan, 13);
    assert!(eve.needed() >= 400 && eve.is_last_evening());
    assert_eq!(eve.share, 40);
    // Whoever is used to more may do more.
    let log: Vec<Event> = (1..=70).map(|n| on_day(n, 3, &bank, &format!("t1-{n}"), true)).collect();
    assert_eq!(paced(&bank, &log, &plan, 13).share, 70);
    assert!(paced(&bank, &log, &plan, 14).is_exam_day());
}

#[test]
fn what_is_in_doubt_has_a_tenth_of_a_day_and_leaves_room_for_what_is_new() {
    // 20 answers a day; until an exam in 14 days they are 280.
    let in_doubt = |questions, exam, count| {
        let pacing = paced(&samples::bank(1, questions), &[], &plan(exam, Some(15)), 0);
        (pacing.share, pacing.in_doubt(count))
    };
    let exam = Some("1970-01-15");
    assert_eq!(in_doubt(270, None, 20), (20, 2));
    assert_eq!(in_doubt(270, None, 1), (20, 1));
    assert_eq!(in_doubt(270, exam, 20), (20, 2));
    assert_eq!(in_doubt(279, exam, 20), (20, 1), "room for one more than what is new");
    assert_eq!(in_doubt(280, exam, 20), (20, 0));
    assert_eq!(in_doubt(300, exam, 20), (20, 2), "not everything comes anyway");
}

#[test]
fn on_the_day_of_the_exam_a_few_are_enough() {
    let bank = samples::bank(1, 300);
    let share = |minutes| paced(&bank, &[], &plan(Some("1970-01-15"), minutes), 14).share;
    assert_eq!((share(None), share(Some(30)), share(Some(3))), (10, 10, 4));
}

#[test]
fn what_is_needed_divides_by_the_days_that_are_left() {
    let bank = samples::bank(2, 360);
    studied(&bank, 20, 2, &mut |now, _| {
        let days = now.days.unwrap();
        let plain = match now.done {
            0 => now.needed().div_ceil(days),
            _ => now.needed().div_ceil((days - 1).max(1)),
        };
        assert_eq!(now.per_day, Some(plain), "{now:?}");
        assert_eq!(now.fits(), Some(now.possible_until().unwrap() >= now.needed()), "{now:?}");
    });
    // In the middle of a day what is left of its share comes first.
    let log: Vec<Event> = (1..=5).map(|n| on_day(n, 0, &bank, &format!("t1-{n}"), true)).collect();
    let now = paced(&bank, &log, &plan(Some("1970-01-15"), Some(15)), 0);
    assert_eq!((now.left_today(), now.per_day), (15, Some((now.needed() - 15).div_ceil(13))));
}
