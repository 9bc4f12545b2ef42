//! The page for a browser: what is in it, and what can never be.

use jiff::tz::TimeZone;

use super::svg::count_ticks;
use super::{page, timeline};
use crate::bank::{Bank, Question, samples};
use crate::exam::{ExamRequest, Profiles, Setup};
use crate::progress::samples::exam_terms;
use crate::progress::{
    Aim, Calendar, Event, ExamPlan, ExamScore, ExamTerms, HandInReason, History, ItemScore, Knowledge,
    MILLIS_A_DAY, PaperTerms, Pass, PastExam, StudyPlan, pacing, readiness,
};
use crate::report::tests::log;
use crate::report::{Ahead, ProgressReport};

const HOSTILE: &str = "</title><script>pwned()</script> \"& 'topic'";

/// A bank of two topics, one of which wants to run something on the reader's computer.
fn bank() -> Bank {
    let mut bank = Bank::default();
    for id in ["t1", "t2"] {
        let mut topic = samples::topic(id);
        if id == "t2" {
            topic.title = String::from(HOSTILE);
        }
        bank.add(topic, (1..=30).map(|n| samples::question(&format!("{id}-{n}"), id)));
    }
    bank
}

/// The page after answers on some days (all questions of the first topic and half of the second, on each).
fn made(days: &[i64], today: i64, exams: Vec<PastExam<'_>>) -> String {
    let bank = bank();
    let ids: Vec<String> =
        (1..=30).map(|n| format!("t1-{n}")).chain((1..=15).map(|n| format!("t2-{n}"))).collect();
    let answers: Vec<(&str, bool, i64)> = days
        .iter()
        .flat_map(|day| {
            ids.iter().enumerate().map(move |(n, id)| (id.as_str(), (n as i64 + day) % 3 != 0, *day))
        })
        .collect();
    let log: Vec<Event> = log(&bank, &answers);
    let history = History::derive(&log);
    let questions: Vec<&Question> = bank.questions().iter().collect();
    let knowledge = Knowledge::new(&questions, &history);
    let aim: Aim =
        Setup::new(None, &ExamRequest::default()).unwrap().aim(&Profiles::embedded().blueprint, &bank);
    let now = today * MILLIS_A_DAY + MILLIS_A_DAY / 2;
    let mut report = ProgressReport::new(&bank, &history, now, TimeZone::UTC).with_chances(&knowledge);
    let calendar = Calendar::new(now, TimeZone::UTC);
    report.ahead = Some(Ahead {
        readiness: (knowledge.answers > 0).then(|| readiness(&knowledge, &aim, now)),
        pacing: pacing(&knowledge, &history, &StudyPlan::default(), &calendar),
        exam: None,
        minutes: None,
        title: Some(String::from(HOSTILE)),
        place: Some(String::from(HOSTILE)),
        profile: Some(String::from(HOSTILE)),
        in_banks: questions.len() + 1,
        also_covers: Some(String::from(HOSTILE)),
        raise: Some(String::from(HOSTILE)),
    });
    report.exams = exams;
    let timeline = timeline(&report, &questions, &history, &aim);
    String::from_utf8(page(&report, &timeline)).unwrap()
}

fn plan() -> ExamPlan {
    let paper = PaperTerms {
        title: String::from("One"),
        questions: 20,
        pass: Some(Pass::Count { needed: 14, percent: Some(70) }),
    };
    let terms = ExamTerms { title: String::from(HOSTILE), papers: vec![paper], ..exam_terms() };
    ExamPlan { seed: 1, items: vec![].into(), terms }
}

fn exam(plan: &ExamPlan, day: i64, right: usize) -> PastExam<'_> {
    let item = |number| ItemScore { number, answered: true, correct: number < right, reviewed: false };
    let score: ExamScore = plan.terms.score(&(0..20).map(item).collect::<Vec<_>>());
    let (began, handed_in) = (day * MILLIS_A_DAY, day * MILLIS_A_DAY);
    PastExam { start: "x", plan, began, handed_in, reason: HandInReason::Asked, score }
}

/// Every state that a learner can be in.
fn pages() -> Vec<(&'static str, String)> {
    let plan = plan();
    let months: Vec<i64> = (20_000..20_400).filter(|day| day % 3 != 0).collect();
    vec![
        ("no answers", made(&[], 20_000, vec![])),
        ("one day", made(&[20_000], 20_000, vec![exam(&plan, 20_000, 3)])),
        (
            "a week ago",
            made(&[20_000, 20_001], 20_008, vec![exam(&plan, 20_000, 3), exam(&plan, 20_001, 20)]),
        ),
        (
            "a year",
            made(&months, 20_400, (0..30).map(|n| exam(&plan, 20_300 + n, 10 + n as usize % 11)).collect()),
        ),
        // The clock of another machine was ahead.
        ("the day after tomorrow", made(&[20_002], 20_000, vec![exam(&plan, 20_002, 14)])),
    ]
}

#[test]
fn nothing_of_anybody_is_markup_and_no_number_is_none() {
    for (state, page) in pages() {
        for never in ["<script", "NaN", "inf\"", "http:", "https:", "url(http", "style=", "onload"] {
            assert!(!page.contains(never), "{state}: {never}");
        }
        assert!(page.contains("&lt;/title&gt;&lt;script&gt;pwned()"), "{state}");
        assert_eq!(page.matches("Content-Security-Policy").count(), 1, "{state}");
        let numbers = page.split(['"', ' ']).filter_map(|word| word.parse::<f64>().ok());
        assert!(numbers.clone().count() > 50, "{state}");
        assert!(numbers.clone().all(f64::is_finite), "{state}");
    }
}

#[test]
fn every_plot_has_a_title_a_description_and_its_figures_as_a_table() {
    for (state, page) in pages() {
        let plots = page.matches("<figure>").count();
        let expected = match state {
            "no answers" => 0,
            // The timeline ends today.
            "the day after tomorrow" => 3,
            _ => 4,
        };
        assert_eq!(plots, expected, "{state}");
        assert_eq!(page.matches("<details>").count(), plots, "{state}");
        let pictures = page.matches("role=\"img\"").count();
        assert!(pictures >= plots);
        assert_eq!(page.matches("<title id=").count(), pictures, "{state}");
        assert_eq!(page.matches("<desc id=").count(), pictures, "{state}");
    }
}

#[test]
fn a_table_holds_what_the_plot_shows() {
    let pages = pages();
    let page = &pages.iter().find(|(state, _)| *state == "a week ago").unwrap().1;
    for row in [
        // Of 45 answers 15 are wrong on each day.
        "<th scope=\"row\">Oct 4, 2024</th><td class=\"number\">45</td><td class=\"number\">30</td><td class=\"number\">15</td>",
        "<th scope=\"row\">Oct 12, 2024</th><td class=\"number\">0</td>",
        "<td class=\"number\">3 of 20</td><td class=\"number\">14 right</td><td class=\"number\">not passed</td>",
        "<td class=\"number\">20 of 20</td><td class=\"number\">14 right</td><td class=\"number\">passed</td>",
        "<td class=\"number\">30/30</td>",
        "45 of 60 questions for your exam seen",
        "% chance to pass this part of the exam). Expected score",
    ] {
        assert!(page.contains(row), "no {row} in\n{page}");
    }
}

#[test]
fn ticks_are_round_and_reach_the_highest_bar() {
    for (most, top, labels) in [
        (0, 1, "0 1"),
        (1, 1, "0 1"),
        (5, 5, "0 1 2 3 4 5"),
        (7, 8, "0 2 4 6 8"),
        (43, 50, "0 10 20 30 40 50"),
        (1_200, 1_500, "0 500 1000 1500"),
    ] {
        let (found, ticks) = count_ticks(most);
        let shown: Vec<&str> = ticks.iter().map(|(_, label)| label.as_str()).collect();
        assert_eq!((found, shown.join(" ").as_str()), (top, labels), "{most}");
        assert!(ticks.first().unwrap().0.abs() < 1e-9 && (ticks.last().unwrap().0 - 1.0).abs() < 1e-9);
    }
}

/// Writes a page for each state to `target/consumers/progress/`, for the browser of `tests/consumers/pages`.
#[test]
#[ignore = "writes files: run it before the scripts of tests/consumers"]
fn write_exports_for_consumers() {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/consumers/progress");
    std::fs::create_dir_all(&folder).unwrap();
    for (state, page) in pages() {
        std::fs::write(folder.join(format!("{}.html", state.replace(' ', "-"))), page).unwrap();
    }
}
