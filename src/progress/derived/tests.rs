//! What is computed step by step is what is computed at once, and no bytes are trusted.

use proptest::prelude::*;

use super::bytes::{Reader, Writer, forged};
use super::{Derived, Mark};
use crate::bank::Fingerprint;
use crate::progress::answers::key;
use crate::progress::history::History;
use crate::progress::memory::Remembered;
use crate::progress::samples::exam_terms;
use crate::progress::{
    Answer, Attempt, Body, Event, ExamPlan, HandInReason, Millis, PlanItem, Purpose, QuizPlan, SittingPlan,
    StudyPlan, of_sitting, paused, put_aside, study_plan,
};

/// One step: what happens, in which sitting, to which question or event.
type Step = (u8, usize, usize, bool);

fn plan(kind: usize) -> SittingPlan {
    let items = (0..3).map(|n| PlanItem { question: format!("q{n}"), options: vec![] }).collect();
    match kind % 3 {
        0 => SittingPlan::Exam(ExamPlan { seed: 0, items, terms: exam_terms() }),
        1 => SittingPlan::Quiz(QuizPlan { seed: 0, purpose: Purpose::Study, items }),
        _ => SittingPlan::Quiz(QuizPlan { seed: 0, purpose: Purpose::Practice, items }),
    }
}

/// A log in which much is odd: what is about an event that comes later, or is nowhere; answers to sittings that are over.
fn log(steps: &[Step]) -> Vec<Event> {
    let mut starts: Vec<String> = vec![];
    let mut log: Vec<Event> = vec![];
    for (n, &(what, sitting, to, on)) in steps.iter().enumerate() {
        let id = format!("e{n}");
        let question = format!("q{}", to % 3);
        let topic = format!("t{}", to % 2);
        let target = format!("e{to}");
        let answer = || Answer {
            item: to % 3,
            question: question.clone(),
            topic: topic.clone(),
            chosen: if to == 5 { vec![] } else { vec![format!("o{}", to % 4)] },
            correct: on,
            key: format!("{:016x}", to % 2),
            took: 1,
        };
        let body = match what {
            0..=2 => Body::Start { plan: plan(sitting) },
            3..=9 => Body::Answer(answer()),
            10..=12 => Body::Choose(answer()),
            13 => Body::HandIn { reason: HandInReason::Asked, stands: vec![target, format!("e{}", to + 1)] },
            14 => Body::Undo { target },
            15 => Body::Guess { target, on },
            16 => Body::Flag { question, topic, on },
            17 => Body::Skip { item: to },
            18..=20 => Body::End,
            21 => Body::Plan(StudyPlan { minutes: Some(to as u32 + 1), ..StudyPlan::default() }),
            22 => Body::Reset { topic: on.then_some(topic) },
            _ => Body::Go { item: to % 3, spent: 1 },
        };
        let is_start = matches!(body, Body::Start { .. });
        // Most happens in the newest sitting, some in an older one, a little in none.
        let of = match sitting {
            0..=5 => starts.last().cloned(),
            6 => None,
            _ => starts.get(sitting % starts.len().max(1)).cloned(),
        };
        let sitting = if is_start { Some(id.clone()) } else { of };
        if is_start {
            starts.push(id.clone());
        }
        // Seven hours apart: on one day, and on another.
        let at = 25_000_000 * n as i64;
        log.push(Event { id, device: String::from("d"), number: n as u64, at, sitting, body });
    }
    log
}

fn mark(log: &[Event]) -> Option<Mark> {
    let last = log.last()?;
    Some((last.at, last.number, last.device.clone(), last.id.clone()))
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0..24_u8, 0..9_usize, 0..most + 1, any::<bool>()), 0..most)
}

fn check(derived: &Derived, log: &[Event]) -> Result<(), TestCaseError> {
    let whole = Derived::of(log.to_vec(), mark(log));
    prop_assert_eq!(&derived.history, &whole.history);
    is_remembered(&derived.history)?;
    prop_assert_eq!((derived.events(), derived.end().cloned()), (log.len(), mark(log)));
    let open = derived.open();
    prop_assert_eq!(paused(open), paused(log));
    prop_assert_eq!(study_plan(open), study_plan(log));
    for kind in 0..3 {
        prop_assert_eq!(put_aside(open, &plan(kind)), put_aside(log, &plan(kind)));
    }
    for waiting in paused(log) {
        prop_assert_eq!(of_sitting(open, &waiting.start.id), of_sitting(log, &waiting.start.id));
    }
    Ok(())
}

/// What is kept of each memory is, to the last bit, what all answers give that count while the right answer is the same.
fn is_remembered(history: &History) -> Result<(), TestCaseError> {
    for answers in history.answers.values() {
        let mut keys = 0;
        for bits in 0..2 {
            let counts = Some(Fingerprint::from_bits(bits));
            let attempts: Vec<Attempt> =
                answers.attempts().iter().filter(|attempt| key(&history.said, attempt) == counts).collect();
            let given = answers.of_key(&history.said, counts);
            prop_assert_eq!(given.attempts().collect::<Vec<_>>(), attempts.clone());
            keys += usize::from(!attempts.is_empty());
            for until in [0, 200_000_000, Millis::MAX] {
                let mut expected: Option<Remembered> = None;
                for attempt in attempts.iter().filter(|attempt| attempt.at < until) {
                    expected = Some(Remembered::answered(expected, attempt));
                }
                prop_assert_eq!(given.remembered_before(until), expected);
            }
        }
        prop_assert_eq!(keys, answers.remembered().len());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn a_log_that_is_cut_anywhere_says_the_same(steps in steps(40), cuts in [0..41_usize, 0..41]) {
        let log = log(&steps);
        let mut cuts = cuts.map(|cut| cut.min(log.len()));
        cuts.sort_unstable();
        let [first, second] = cuts;
        let mut derived = Derived::of(log[..first].to_vec(), mark(&log[..first]));
        check(&derived, &log[..first])?;
        for (from, to) in [(first, second), (second, log.len())] {
            let mut read = Derived::decode(derived.encode(), derived.events()).unwrap();
            check(&read, &log[..from])?;
            let before = read.clone();
            let new = log[from..to].to_vec();
            if read.add(new.clone(), mark(&log[from..to])) {
                check(&read, &log[..to])?;
            } else {
                prop_assert_eq!(read, before, "it stays as it was");
            }
            // What is over, and not yet left out, takes more.
            if derived.add(new, mark(&log[from..to])) {
                check(&derived, &log[..to])?;
            } else {
                derived = Derived::of(log[..to].to_vec(), mark(&log[..to]));
            }
        }
    }

    #[test]
    fn no_bytes_are_taken_for_what_they_are_not(steps in steps(30), at in any::<prop::sample::Index>(), byte: u8) {
        let log = log(&steps);
        let derived = Derived::of(log.clone(), mark(&log));
        let sealed = derived.encode();
        let mut torn = sealed.clone();
        let at = at.index(sealed.len());
        torn[at] ^= byte.max(1);
        prop_assert_eq!(Derived::decode(torn, log.len()), None);
        prop_assert_eq!(Derived::decode(sealed[..at].to_vec(), log.len()), None);
        // Whoever made up the checksum, too, gets an error or what can be used.
        for change in [0, 1, 2] {
            let forged = forged(&sealed, |bytes| {
                let at = at % bytes.len();
                match change {
                    0 => bytes[at] = byte,
                    1 => bytes.truncate(at),
                    _ => bytes.insert(at, byte),
                }
            });
            let Some(mut read) = Derived::decode(forged, log.len()) else { continue };
            for (_, attempt) in read.history.newest() {
                let _ = (read.history.chosen(&attempt), read.history.topic(&attempt));
            }
            let _ = (paused(read.open()), study_plan(read.open()), read.encode());
            read.add(log.clone(), None);
        }
    }

    #[test]
    fn numbers_of_every_size_come_back(numbers in prop::collection::vec((any::<u64>(), 0..64_u32), 0..9)) {
        let numbers: Vec<u64> = numbers.into_iter().map(|(number, bits)| number >> bits).collect();
        let mut to = Writer::default();
        to.list(numbers.iter(), |to, number| to.number(*number));
        let sealed = to.sealed();
        let mut from = Reader::open(&sealed).unwrap();
        prop_assert_eq!(from.list(Reader::number), Some(numbers));
        prop_assert!(from.is_empty());
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        Derived::decode(bytes.clone(), 9);
        Derived::decode(forged(&[], |own| own.extend(bytes)), 9);
    }
}

/// A log of these steps, and whether those from `cut` on can be added to those before.
#[track_caller]
fn adds(cut: usize, steps: &[Step]) -> bool {
    let log = log(steps);
    let mut derived = Derived::of(log[..cut].to_vec(), mark(&log[..cut]));
    let is_added = derived.add(log[cut..].to_vec(), mark(&log));
    if is_added {
        check(&derived, &log).unwrap();
    }
    is_added
}

#[test]
fn what_an_evening_is_made_of_can_be_added() {
    let (quiz, exam) = ((0, 2, 0, true), (0, 0, 0, true));
    let (answer, choose, end) = ((3, 0, 1, true), (10, 0, 2, false), (18, 0, 0, true));
    // Two quizzes, cut anywhere.
    for cut in 0..8 {
        assert!(adds(cut, &[quiz, answer, answer, end, quiz, answer, (16, 0, 1, true), end]), "{cut}");
    }
    // An exam that is begun before, or after: e2 and e3 stand.
    for cut in [0, 1, 5] {
        assert!(adds(cut, &[exam, choose, choose, choose, (13, 0, 2, true)]), "{cut}");
    }
    // A guess about an answer that came with it; an answer that was taken back.
    for cut in [0, 1] {
        assert!(adds(cut, &[quiz, answer, answer, (15, 0, 1, true), (14, 0, 2, true)]), "{cut}");
    }
}

#[test]
fn what_changes_what_came_before_is_not_added() {
    let (quiz, exam) = ((0, 2, 0, true), (0, 0, 0, true));
    let (answer, choose, end) = ((3, 0, 1, true), (10, 0, 2, false), (18, 0, 0, true));
    assert!(!adds(2, &[quiz, answer, (14, 0, 1, true)]), "taken back");
    assert!(!adds(2, &[quiz, answer, (15, 0, 1, true)]), "a guess");
    assert!(!adds(2, &[quiz, answer, (22, 0, 0, true)]), "a reset");
    assert!(!adds(2, &[exam, choose, (13, 0, 1, true)]), "handed in");
    assert!(!adds(3, &[quiz, answer, end, answer]), "a quiz that was over goes on");
    assert!(!adds(2, &[quiz, (14, 0, 2, true), answer]), "taken back before it came");
}
