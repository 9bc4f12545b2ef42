//! The screens of a quiz, at every width.

use crate::words::columns;

use super::{Progress, Summary, help, next_help, next_prompt, question, summary, verdict, why_not};
use crate::bank::{Bank, Parts, Question, samples};
use crate::progress::PlanItem;
use crate::sitting::{Item, OPTIONS_SHOWN, Sitting};

/// Text without its colors.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

fn parts() -> Parts {
    let mut parts = samples::parts("gate-01", "gate", 3);
    parts.stem = String::from("A driver leaves the dock with a pallet and no pass. What do you do first?");
    parts.keys =
        vec![String::from("Record the plate, the time and the direction, and notify the supervisor")];
    parts.distractors[0].text =
        String::from("Stop the driver and hold him in the gatehouse until the police arrive");
    parts.distractors[0].why = String::from("Holding a person is an arrest.");
    parts.distractors[1].text = "\u{8b66}\u{5099}\u{54e1}\u{306e}\u{6a29}\u{9650}".repeat(8);
    parts.distractors[2].text =
        String::from("Averyveryveryveryveryveryveryverylongwordthatfitsnowhereatallinthisnarrowwindow");
    parts.explanation = String::from("A guard observes and reports.");
    parts.source = String::from("Sample manual, section 2");
    parts
}

fn bank(parts: Parts) -> Bank {
    let mut bank = Bank::default();
    bank.add(samples::topic("gate"), [Question::new(parts).unwrap()]);
    bank
}

fn sitting(bank: &Bank) -> Sitting<'_> {
    let items = vec![PlanItem { question: String::from("gate-01"), options: vec![] }];
    Sitting::open(1, &items, OPTIONS_SHOWN, bank)
}

fn item<'b>(sitting: &Sitting<'b>) -> Item<'b> {
    let mut item = sitting.items()[0].clone();
    item.layout = (0..item.question.option_count()).rev().collect();
    item
}

const PROGRESS: Progress<'_> = Progress {
    number: 3,
    of: 20,
    answered: 2,
    right: 2,
    skipped: false,
    topic: "Powers to arrest",
    changed: false,
};

#[test]
fn a_question_has_a_head_a_stem_and_lettered_options() {
    let mut parts = parts();
    parts.distractors.truncate(1);
    let bank = bank(parts);
    assert_eq!(
        plain(&question(&item(&sitting(&bank)), PROGRESS, 79)),
        "Question 3 of 20  |  Powers to arrest  |  2 right so far\n\n\
         A driver leaves the dock with a pallet and no pass. What do you do first?\n\n  \
         A  Stop the driver and hold him in the gatehouse until the police arrive\n  \
         B  Record the plate, the time and the direction, and notify the supervisor\n"
    );
}

#[test]
fn a_wrong_answer_is_explained() {
    let bank = bank(parts());
    assert_eq!(
        plain(&verdict(&item(&sitting(&bank)), &[1], 79)),
        "\nWrong. You chose C. The answer is D: Record the plate, the time and the\n\
         direction, and notify the supervisor\n  \
         A guard observes and reports.\n  \
         Why not C: Holding a person is an arrest.\n  \
         Source: Sample manual, section 2\n"
    );
    assert!(plain(&verdict(&item(&sitting(&bank)), &[0], 79)).starts_with("\nRight. D is correct.\n"));
}

#[test]
fn the_reason_against_every_other_option_is_told() {
    let mut parts = parts();
    parts.distractors[1].why = String::from("It helps nobody.");
    parts.distractors[2].why = String::from("It is no word.");
    let bank = bank(parts);
    assert_eq!(
        plain(&why_not(&item(&sitting(&bank)), &[], 79)),
        "  Why not A: It is no word.\n  Why not B: It helps nobody.\n  Why not C: Holding a person is an arrest."
    );
}

#[test]
fn a_question_that_was_skipped_keeps_its_number() {
    let bank = bank(parts());
    let progress = Progress { number: 1, answered: 2, skipped: true, ..PROGRESS };
    let text = plain(&question(&item(&sitting(&bank)), progress, 88));
    assert!(
        text.starts_with("Question 1 of 20  |  Powers to arrest  |  2 right so far  |  skipped\n"),
        "{text}"
    );
}

#[test]
fn several_keys_are_named_and_what_was_left_out() {
    let mut parts = parts();
    parts.keys.push(String::from("Write it down"));
    let bank = bank(parts);
    let text = plain(&verdict(&item(&sitting(&bank)), &[0], 79));
    assert!(text.contains("Wrong. You chose E. The answers are D and E."), "{text}");
    assert!(text.contains("You left out D."), "{text}");
}

#[test]
fn a_changed_answer_is_said() {
    let bank = bank(parts());
    let text = plain(&question(&item(&sitting(&bank)), Progress { changed: true, ..PROGRESS }, 79));
    assert!(text.contains("the answer to this question has changed"), "{text}");
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let bank = bank(parts());
    let mut sitting = sitting(&bank);
    let question_item = item(&sitting);
    let asked = &sitting.items()[0];
    let wrong = asked.layout.iter().copied().find(|&at| at != 0).unwrap();
    let answer = asked.answer(&[wrong], 1);
    sitting.give(&answer, "e1").unwrap();
    for width in 39..=88 {
        let texts = [
            question(
                &question_item,
                Progress { topic: "A very long title of a topic indeed", ..PROGRESS },
                width,
            ),
            verdict(&question_item, &[1], width),
            why_not(&question_item, &[1], width),
            help(&question_item, width),
            next_help(false, width),
            next_prompt(false, true, width),
            next_prompt(true, true, width),
            next_prompt(true, false, width),
            summary(
                &sitting,
                &bank,
                Summary {
                    paused: true,
                    resume: Some("guardprep resume 2"),
                    unsaved: false,
                    plain: false,
                    rows: 24,
                    ahead: &[],
                    day_done: false,
                    last: None,
                    commands: true,
                },
                width,
            ),
        ];
        for text in texts {
            for line in plain(&text).lines() {
                assert!(columns(line) <= width, "{width}: {line:?}");
            }
        }
    }
}

/// A summary of so many questions that were all answered wrong, in a window of so many rows.
fn long_summary(questions: usize, about: Summary<'_>) -> String {
    summary_of(questions, 0, about)
}

/// The same, with so many right guesses among them.
fn summary_of(questions: usize, guessed: usize, about: Summary<'_>) -> String {
    let bank = samples::bank(1, questions);
    let items: Vec<PlanItem> =
        bank.questions().iter().map(|q| PlanItem { question: q.id.clone(), options: vec![] }).collect();
    let mut sitting = Sitting::open(1, &items, OPTIONS_SHOWN, &bank);
    for place in 0..questions {
        let is_guess = place < guessed;
        let answer = sitting.items()[place].answer(&[usize::from(!is_guess)], 0);
        sitting.give(&answer, &format!("e{place}")).unwrap();
        if is_guess {
            sitting.guess(&format!("e{place}"), true);
        }
    }
    plain(&summary(&sitting, &bank, about, 79))
}

#[test]
fn a_summary_tells_what_was_missed_in_words_and_fits_the_window() {
    let about = Summary {
        paused: false,
        resume: None,
        unsaved: false,
        plain: false,
        rows: 24,
        ahead: &[],
        day_done: false,
        last: None,
        commands: true,
    };
    let few = long_summary(2, about);
    assert!(
        few.contains(
            "To go over:\n  \"What is asked in t1-1?\"\n    Right: the right thing of t1-1\n  \"What is asked in t1-2?\""
        ),
        "{few}"
    );
    assert!(!few.contains("more"), "{few}");
    for questions in [5, 6, 7, 40] {
        let text = long_summary(questions, about);
        assert!(text.lines().count() < 24, "{questions}: {text}");
        let listed = text.matches("What is asked").count();
        assert_eq!(
            text.contains(&format!("  and {} more: guardprep review --last\n", questions - listed)),
            listed < questions,
            "{text}"
        );
        assert!(listed >= 5, "{text}");
    }
    let small = long_summary(9, Summary { rows: 5, ..about });
    assert_eq!(small.matches("What is asked").count(), 2, "some even in a small window: {small}");
    let unsaved = long_summary(9, Summary { unsaved: true, ..about });
    assert!(unsaved.contains(" more\n") && !unsaved.contains("review --last"), "nothing to read: {unsaved}");
}

#[test]
fn what_the_command_does_not_show_is_not_counted_with_it() {
    let about = Summary {
        paused: false,
        resume: None,
        unsaved: false,
        plain: false,
        rows: 5,
        ahead: &[],
        day_done: false,
        last: None,
        commands: true,
    };
    // Two of ten that were wrong are listed.
    let text = summary_of(13, 3, about);
    assert!(
        text.contains("  and 8 more: guardprep review --last\n  and 3 more, guessed or flagged\n"),
        "{text}"
    );
    assert!(!summary_of(5, 4, about).contains("review --last\n  and"), "{}", summary_of(5, 4, about));
}
