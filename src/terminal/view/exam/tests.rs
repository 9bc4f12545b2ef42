//! An exam at every width: no row is wider than the window, no prompt wraps, numbers are right.

use crate::words::columns;

use super::{PromptView, ResultView, help, overview, overview_help, overview_prompt, page, paused};
use super::{prompt, question, result, start, sure, sure_prompt};
use crate::bank::{Bank, samples};
use crate::exam::{ExamRequest, ExamSitting, Outcome, Profiles, Setup, draw};
use crate::progress::{Body, Event, ExamPlan};
use crate::sitting::Replay;

const PLENTY: PromptView = PromptView { keys: true, left: Some(4 * 3_600_000) };

fn plan(bank: &Bank, profile: Option<&str>) -> ExamPlan {
    let profiles = Profiles::embedded();
    let setup = Setup::new(profile.and_then(|id| profiles.find(id)), &ExamRequest::default()).unwrap();
    let candidates: Vec<_> = bank.questions().iter().collect();
    draw(&setup, &candidates, &profiles.blueprint, |_| None, 1).begin(0)
}

/// Answers and flags some questions.
fn done(exam: &mut ExamSitting<'_>) {
    let mut number = 0;
    let mut write = |exam: &mut ExamSitting<'_>, body: Body| {
        number += 1;
        let device = String::from("d");
        exam.apply(&Event { id: format!("e{number}"), device, number, at: 1_000, sitting: None, body });
    };
    for place in (0..exam.items().len()).step_by(3) {
        let body = exam.choose(place, &[place % 2], 90_000 * place as u64, 1_000).unwrap();
        write(exam, body);
        let body = exam.flag(place / 2).unwrap();
        write(exam, body);
    }
}

#[test]
fn nothing_is_wider_than_the_window() {
    let bank = samples::bank(9, 20);
    let profiles = Profiles::embedded();
    for profile in [None, Some("ontario"), Some("florida-class-d"), Some("uk-guarding"), Some("washington")] {
        let plan = plan(&bank, profile);
        let mut exam = ExamSitting::open(&plan, 0, &bank);
        done(&mut exam);
        let body = exam.hand_in(2_000).unwrap();
        let mut handed_in = exam.clone();
        let (id, device) = (String::from("end"), String::from("d"));
        handed_in.apply(&Event { id, device, number: 999, at: 2_000, sitting: None, body });
        let outcome = Outcome::of(&handed_in, &bank).unwrap();
        for width in [30, 39, 55, 79, 88] {
            let about = |plain| ResultView { plain, number: Some(12) };
            let setup =
                Setup::new(profile.and_then(|id| profiles.find(id)), &ExamRequest::default()).unwrap();
            let candidates: Vec<_> = bank.questions().iter().collect();
            let drawn = draw(&setup, &candidates, &profiles.blueprint, |_| None, 1);
            for text in [
                start(&drawn, &setup, profile.and_then(|id| profiles.find(id)), &bank, width),
                question(&exam, 3, width),
                overview(&exam, Some(4_000_000), false, width),
                overview(&exam, None, true, width),
                overview_help(width),
                help(&exam.items()[0], width),
                sure(&exam, width),
                paused(&exam, Some(("Nov 30, 14:05", 4_000_000)), Some("guardprep resume"), width),
                page(&handed_in, &bank, 3, true, width),
                result(&outcome, &handed_in, &bank, about(false), width),
                result(&outcome, &handed_in, &bank, about(true), width),
            ] {
                let bare = anstream::adapter::strip_str(&text).to_string();
                for line in bare.lines().filter(|line| !line.contains("guardprep")) {
                    assert!(columns(line) <= width, "{width}: {line:?}");
                }
            }
        }
    }
}

#[test]
fn prompts_of_keys_fit_into_forty_columns_with_what_is_typed() {
    let bank = samples::bank(1, 3);
    let plan = plan(&bank, None);
    let exam = ExamSitting::open(&plan, 0, &bank);
    for (prompt, typed) in [
        (prompt(&exam.items()[0], PLENTY, 39), "j 12"),
        (overview_prompt(PLENTY), "j 120"),
        (sure_prompt(PLENTY), "yes"),
    ] {
        assert!(columns(&prompt) + typed.len() < 40, "{prompt:?}");
    }
}

#[test]
fn the_review_screen_has_lists_and_columns() {
    let bank = samples::bank(1, 12);
    let plan = plan(&bank, None);
    let mut exam = ExamSitting::open(&plan, 0, &bank);
    done(&mut exam);
    let text = overview(&exam, None, false, 79);
    let shown = anstream::adapter::strip_str(&text).to_string();
    let rows: Vec<&str> = shown.lines().collect();
    assert_eq!(rows[0], "12 questions: 4 answered, 8 not answered, 4 flagged.");
    assert_eq!(rows[2], "Not answered: 2, 3, 5, 6, 8, 9, 11 and 12");
    assert_eq!(rows[3], "Flagged:      1, 2, 4 and 5");
    let numbers = |row: &str| row.split_whitespace().filter(|word| word.parse::<u32>().is_ok()).count();
    assert_eq!((numbers(rows[5]), numbers(rows[6])), (10, 2));
    assert_eq!(overview(&exam, None, true, 79).lines().count(), rows.len() - 3, "plain: lists alone");
}

#[test]
fn what_passes_is_said_in_one_wording_before_and_after() {
    let (bank, profiles) = (samples::bank(1, 90), Profiles::embedded());
    for (profile, questions, words) in [
        ("ontario", None, "37 right answers pass"),
        ("ontario", Some(5), "3 right answers pass"),
        ("ontario", Some(1), "every answer has to be right"),
        ("ontario", Some(2), "1 right answer passes"),
    ] {
        let profile = profiles.find(profile).unwrap();
        let setup = Setup::new(Some(profile), &ExamRequest { questions, ..ExamRequest::default() }).unwrap();
        let candidates: Vec<_> = bank.questions().iter().collect();
        let drawn = draw(&setup, &candidates, &profiles.blueprint, |_| None, 1);
        let before = start(&drawn, &setup, Some(profile), &bank, 88);
        let plan = drawn.begin(0);
        let mut exam = ExamSitting::open(&plan, 0, &bank);
        let body = exam.hand_in(2_000).unwrap();
        let (id, device) = (String::from("end"), String::from("d"));
        exam.apply(&Event { id, device, number: 1, at: 2_000, sitting: None, body });
        let outcome = Outcome::of(&exam, &bank).unwrap();
        let after = result(&outcome, &exam, &bank, ResultView { plain: true, number: None }, 88);
        let after = after.to_lowercase();
        assert!(before.contains(&format!(", {words}.")), "{before}");
        assert!(after.contains(&format!("right (0%). {words}.")), "{after}");
        assert!(!before.contains('%') && !after.replace("(0%)", "").contains('%'), "{before}{after}");
        assert!(after.contains("nothing was answered: it does not count."), "{after}");
    }
}
