//! What is kept of classes: the same class counts once, terms add up, and nothing foreign is read.

use proptest::prelude::*;

use super::class::near;
use crate::analysis::{
    Added, Analysis, Choice, Given, Item, KeptClass, Responses, Shown, Statistics, Student, read_statistics,
    write_statistics,
};
use crate::bank::{Bank, Question, samples};
use crate::diagnostic::Source;

const QUESTIONS: usize = 6;

fn bank() -> Bank {
    let mut bank = Bank::default();
    bank.add(samples::topic("t"), (0..QUESTIONS).map(|at| samples::question(&format!("q-{at}"), "t")));
    bank
}

fn item(question: &Question) -> Item {
    let choice = |at: usize| Choice { text: question.option(at).to_owned(), key: question.is_key(at) };
    Item {
        name: question.id.clone(),
        known: true,
        options: (0..question.option_count()).map(choice).collect(),
        ..Item::default()
    }
}

/// Each row lists the option chosen of each question; what does not exist was left out.
fn class(rows: &[Vec<usize>]) -> Responses {
    let bank = bank();
    let options = bank.questions()[0].option_count();
    let given = |at: &usize| if *at < options { Given::Chose(1 << at) } else { Given::Blank };
    let student = |row: &Vec<usize>| Student { name: String::new(), given: row.iter().map(given).collect() };
    Responses {
        items: bank.questions().iter().map(item).collect(),
        students: rows.iter().map(student).collect(),
    }
}

fn kept(responses: &Responses) -> KeptClass {
    KeptClass::of(responses, &Analysis::new(responses), &bank())
}

/// A class in which the first students know more.
fn made(students: usize, luck: usize) -> Vec<Vec<usize>> {
    let row = |student: usize| {
        let cell = |item: usize| match (student * 7 + item * 5 + luck * student * item) % 11 {
            dice if dice + 8 * (students - student) / students > 8 => 0,
            dice => 1 + dice % 4,
        };
        (0..QUESTIONS).map(cell).collect()
    };
    (0..students).map(row).collect()
}

fn figures(statistics: &Statistics, at: usize) -> crate::analysis::ItemFigures {
    match statistics.of(&bank().questions()[at]) {
        Shown::Figures(figures) => *figures,
        other => panic!("{other:?}"),
    }
}

fn of(classes: &[&[Vec<usize>]]) -> Statistics {
    let mut statistics = Statistics::default();
    for rows in classes {
        assert_eq!(statistics.add(kept(&class(rows))), Added::New);
    }
    statistics
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn two_terms_add_up_to_the_two_read_together(
        a in prop::collection::vec(prop::collection::vec(0usize..5, QUESTIONS), 10..50),
        b in prop::collection::vec(prop::collection::vec(0usize..5, QUESTIONS), 10..50),
    ) {
        prop_assume!(a != b);
        let both = [a.clone(), b.clone()].concat();
        let (apart, together) = (of(&[&a, &b]), Analysis::new(&class(&both)));
        for at in 0..QUESTIONS {
            let (apart, together) = (figures(&apart, at), &together.items[at]);
            prop_assert_eq!((apart.asked, apart.right, apart.blank), (together.asked, together.right, together.blank));
            prop_assert_eq!(apart.facility.to_bits(), together.facility.to_bits());
            prop_assert_eq!(apart.facility_interval, together.facility_interval);
            let chosen = |figures: &crate::analysis::ItemFigures| -> Vec<usize> {
                figures.options.iter().map(|option| option.chosen).collect()
            };
            prop_assert_eq!(chosen(&apart), chosen(together));
        }
    }

    #[test]
    fn what_is_written_is_read_again_as_it_was(
        a in prop::collection::vec(prop::collection::vec(0usize..5, QUESTIONS), 1..40),
        b in prop::collection::vec(prop::collection::vec(0usize..5, QUESTIONS), 1..40),
    ) {
        let mut statistics = of(&[&a]);
        statistics.add(kept(&class(&b)));
        let text = write_statistics(&statistics);
        let read = read_statistics(&Source::new("stats.toml", text.clone())).map_err(|problems| {
            TestCaseError::fail(format!("{problems:?}\n{text}"))
        })?;
        prop_assert_eq!(read, statistics);
    }
}

#[test]
fn the_same_class_counts_once_in_whatever_order_it_stands() {
    let rows = made(40, 1);
    let mut statistics = of(&[&rows]);
    let before = statistics.clone();
    assert_eq!(statistics.add(kept(&class(&rows))), Added::Known);
    let mut other = class(&rows);
    other.students.reverse();
    other.items.reverse();
    other.students.iter_mut().for_each(|student| student.given.reverse());
    assert_eq!(statistics.add(kept(&other)), Added::Known);
    assert_eq!(statistics, before);
    // Another key than before: the same answers, judged anew.
    let mut mended = class(&rows);
    mended.items[0].options[0].key = false;
    mended.items[0].options[1].key = true;
    assert_eq!(statistics.add(kept(&mended)), Added::Replaced);
    assert_eq!(statistics.classes().len(), 1);
}

#[test]
fn one_class_is_as_it_was_analyzed_and_of_two_the_discrimination_is_the_mean_of_z() {
    let (a, b) = (made(60, 1), made(40, 2));
    let (of_a, of_b) = (Analysis::new(&class(&a)), Analysis::new(&class(&b)));
    let both = of(&[&a, &b]);
    let mut compared = 0;
    for at in 0..QUESTIONS {
        let alone = figures(&of(&[&a]), at);
        assert_eq!(alone.discrimination, of_a.items[at].discrimination);
        assert_eq!((&alone.options, &alone.flags), (&of_a.items[at].options, &of_a.items[at].flags));
        let found = figures(&both, at);
        let each = (of_a.items[at].discrimination, of_b.items[at].discrimination);
        let (Some(r_a), Some(r_b)) = each else {
            // Where all were right nothing is known of the class, and the other one stands alone.
            assert_eq!(found.discrimination, each.0.or(each.1));
            continue;
        };
        compared += 1;
        let z = (57.0 * r_a.atanh() + 37.0 * r_b.atanh()) / 94.0;
        near(found.discrimination.unwrap(), z.tanh(), 1e-12, "pooled r");
        let (from, to) = found.discrimination_interval.unwrap();
        let half = 1.644_853_626_951_472_7 / 94f64.sqrt();
        near(from, (z - half).tanh(), 1e-12, "from");
        near(to, (z + half).tanh(), 1e-12, "to");
    }
    assert!(compared >= 4);
}

#[test]
fn two_small_classes_say_together_what_neither_says_alone() {
    let (a, b) = (made(20, 1), made(20, 2));
    assert_eq!(figures(&of(&[&a]), 1).discrimination, None);
    assert!(figures(&of(&[&a, &b]), 1).discrimination.is_some());
}

#[test]
fn a_question_with_another_key_says_so() {
    let statistics = of(&[&made(40, 1)]);
    let mut parts = samples::parts("q-0", "t", 3);
    parts.keys[0] = String::from("Something else");
    assert_eq!(statistics.of(&Question::new(parts).unwrap()), Shown::OtherKey);
    let question = samples::question("never", "t");
    assert_eq!(statistics.of(&question), Shown::Nothing);
}

#[test]
fn what_is_no_file_of_statistics_is_refused_with_its_place() {
    let good = write_statistics(&of(&[&made(40, 1)]));
    let line_of = |text: &str, what: &str| text.lines().position(|line| line.starts_with(what)).unwrap() + 1;
    let asked = line_of(&good, "asked");
    for (text, rule, line) in [
        (
            good.replacen("asked = 40", "asked = 3", 1),
            "impossible-sums",
            line_of(&good, "[[class.question]]"),
        ),
        (good.replacen("asked = 40", "asked = \"40\"", 1), "wrong-type", asked),
        (good.replacen("asked = 40", "asked = -40", 1), "out-of-range", asked),
        (good.replacen("right = ", "rihgt = ", 1), "unknown-key", line_of(&good, "right")),
        (good.replacen("key = \"", "key = \"x", 1), "fingerprint", line_of(&good, "key")),
        (good.replacen("schema = 1", "schema = 9", 1), "unknown-schema", line_of(&good, "schema")),
        (String::from("schema = 1\n"), "no-class", 1),
        (String::from("schema = 1\n[topic]\nid = \"x\"\n"), "unknown-key", 2),
        (good[..good.len() - 40].to_owned(), "syntax", 0),
    ] {
        assert_ne!(text, good, "{rule}");
        let problems = read_statistics(&Source::new("stats.toml", text)).expect_err(rule);
        let places: Vec<(&str, String)> = problems
            .iter()
            .map(|problem| {
                (
                    problem.rule,
                    problem.place.as_ref().map_or_else(String::new, crate::diagnostic::Place::text),
                )
            })
            .collect();
        let at = format!("stats.toml:{line}:");
        assert!(
            places.iter().any(|(found, place)| *found == rule && (line == 0 || place.starts_with(&at))),
            "{rule} at {line}: {places:?}"
        );
    }
    // All of them at once.
    let many = good.replacen("asked = 40", "asked = -40", 2).replacen("right = ", "rihgt = ", 3);
    assert!(read_statistics(&Source::new("stats.toml", many)).unwrap_err().len() >= 5);
}
