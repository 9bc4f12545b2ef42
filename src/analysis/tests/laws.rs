//! What must hold whatever a class answers.

use proptest::prelude::*;

use super::class::{analyzed, items, of_choices, of_scores};
use crate::analysis::{Analysis, Depth, Flag, Given, Responses};

fn classes() -> impl Strategy<Value = Responses> {
    (1usize..9, 1usize..70).prop_flat_map(|(k, n)| {
        let keys = prop::collection::vec(0usize..4, k);
        let row = prop::collection::vec(prop::option::weighted(0.9, 0usize..4), k);
        (keys, prop::collection::vec(row, n)).prop_map(|(keys, rows)| of_choices(items(&keys, 4), &rows))
    })
}

/// The same with some questions not asked of some.
fn drawn() -> impl Strategy<Value = Responses> {
    (classes(), any::<u64>()).prop_map(|(mut class, bits)| {
        for (at, given) in class.students.iter_mut().flat_map(|student| &mut student.given).enumerate() {
            if bits >> (at % 64) & 1 == 1 {
                *given = Given::NotAsked;
            }
        }
        class
    })
}

proptest! {
    #[test]
    fn the_order_of_students_changes_nothing(class in prop_oneof![classes(), drawn()], seed in any::<u64>()) {
        let mut other = class.clone();
        shuffle(&mut other.students, seed);
        let (mut a, mut b) = (analyzed(&class), analyzed(&other));
        // Only the list of results is in the order of the students.
        a.results.sort_unstable();
        b.results.sort_unstable();
        prop_assert_eq!(a, b);
    }

    #[test]
    fn the_order_of_questions_changes_nothing_but_theirs(class in prop_oneof![classes(), drawn()], seed in any::<u64>()) {
        let mut order: Vec<usize> = (0..class.items.len()).collect();
        shuffle(&mut order, seed);
        let mut other = class.clone();
        other.items = order.iter().map(|&at| class.items[at].clone()).collect();
        for (student, original) in other.students.iter_mut().zip(&class.students) {
            student.given = order.iter().map(|&at| original.given[at]).collect();
        }
        let (mut a, mut b) = (analyzed(&class), analyzed(&other));
        a.items = order.iter().map(|&at| a.items[at].clone()).collect();
        (a.topics, b.topics) = (vec![], vec![]);
        prop_assert_eq!(a, b);
    }

    #[test]
    fn figures_stay_where_they_belong(class in prop_oneof![classes(), drawn()]) {
        let analysis = analyzed(&class);
        for item in &analysis.items {
            prop_assert!(item.right + item.blank <= item.asked);
            let (from, to) = item.facility_interval;
            prop_assert!(0.0 <= from && from <= item.facility + 1e-12 && item.facility <= to + 1e-12 && to <= 1.0);
            for r in [item.discrimination, item.blank_correlation].into_iter().flatten() {
                prop_assert!((-1.0..=1.0).contains(&r));
            }
            prop_assert!(item.upper_lower.is_none_or(|d| (-1.0 - 1e-9..=1.0 + 1e-9).contains(&d)));
            prop_assert!(item.efficiency.is_none_or(|e| e <= 100.0 + 1e-9));
            let chosen: usize = item.options.iter().map(|option| option.chosen).sum();
            prop_assert_eq!(chosen + item.blank, item.asked);
        }
        if let Some(scores) = &analysis.scores {
            prop_assert_eq!(scores.distribution.iter().sum::<usize>(), analysis.students);
        }
    }
}

fn shuffle<T>(list: &mut [T], mut seed: u64) {
    for at in (1..list.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        list.swap(at, (seed >> 33) as usize % (at + 1));
    }
}

fn forty(row: impl Fn(usize) -> String) -> Analysis {
    let rows: Vec<String> = (0..40).map(row).collect();
    analyzed(&of_scores(rows.iter().map(String::as_str)))
}

#[test]
fn an_item_that_all_or_none_got_right_has_no_discrimination_and_says_so() {
    let analysis = forty(|at| format!("10-{}{}{}", at % 2, at % 3 % 2, (at / 3) % 2));
    let [all, none, nobody, ..] = &analysis.items[..] else { panic!() };
    assert_eq!((all.discrimination, none.discrimination, nobody.discrimination), (None, None, None));
    assert_eq!(all.flags, [Flag::EverybodyRight]);
    assert_eq!(none.flags, [Flag::NobodyRight]);
    assert_eq!(nobody.flags, [Flag::Unanswered]);
    assert_eq!((nobody.blank, nobody.asked), (40, 40));
    // They add nothing to alpha, and alpha without them is a figure all the same.
    assert!(all.alpha_without.is_some() && analysis.scores.unwrap().reliability.is_some());
}

#[test]
fn equal_scores_leave_nothing_to_compare() {
    // Everybody has three of six, in two ways.
    let analysis = forty(|at| String::from(if at % 2 == 0 { "111000" } else { "000111" }));
    let scores = analysis.scores.unwrap();
    assert_eq!((scores.mean, scores.deviation, scores.reliability), (3.0, Some(0.0), None));
    // Who is right here has a lower rest, as it must be.
    assert!(analysis.items.iter().all(|item| item.discrimination == Some(-1.0)));
}

#[test]
fn one_student_gets_figures_that_nobody_shows() {
    let analysis = analyzed(&of_scores(["1010"]));
    assert_eq!((analysis.depth, analysis.students), (Depth::Nothing, 1));
    let scores = analysis.scores.unwrap();
    assert_eq!((scores.mean, scores.deviation, scores.reliability), (2.0, None, None));
    assert!(analysis.items.iter().all(|item| item.discrimination.is_none() && item.flags.is_empty()));
    let nobody = analyzed(&of_scores([]));
    assert_eq!((nobody.students, nobody.forms), (0, 0));
}

#[test]
fn ties_at_the_edge_of_the_upper_and_lower_groups_are_shared() {
    // 40 students: 27% are 10.8. The ten best are all right on the first item; of the next level half are.
    let rows: Vec<String> = (0..40)
        .map(|at| match at {
            0..10 => String::from("1111"),
            10..30 => format!("{}110", at % 2),
            _ => String::from("0000"),
        })
        .collect();
    let analysis = analyzed(&of_scores(rows.iter().map(String::as_str)));
    // Scores with the item: 4 (10 of 10 right), 3 (10 of 10), 2 (0 of 10), 0 (0 of 10).
    let upper = (10.0 + 0.8) / 10.8;
    let lower = 0.0;
    super::class::near(analysis.items[0].upper_lower.unwrap(), upper - lower, 1e-12, "D");
    // The second item: right for all but the last ten. Lower: ten with 0 of 10, then 0.8 of a level with 10 of 10.
    super::class::near(analysis.items[1].upper_lower.unwrap(), 1.0 - 0.8 / 10.8, 1e-12, "D");
}

#[test]
fn different_questions_for_different_students_have_no_common_score() {
    // Half of the class is asked the first four, half the last four.
    let analysis = forty(|at| {
        let four = format!("{}{}{}{}", at % 2, at % 3 % 2, at % 5 % 2, at % 7 % 2);
        if at % 2 == 0 { format!("{four}   ") } else { format!("   {four}") }
    });
    assert_eq!((analysis.forms, analysis.scores.is_none()), (2, true));
    assert!(!analysis.items[3].common && analysis.items[3].discrimination.is_none());
    // The others were asked of 20 students each: too few.
    assert!(analysis.items[0].common && analysis.items[0].discrimination.is_none());
}
