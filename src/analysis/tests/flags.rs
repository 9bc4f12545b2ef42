//! What is flagged, and for how many students.

use super::class::{analyzed, items, of_choices};
use crate::analysis::{Flag, Responses};

/// A class in which the better half chooses `better` on the first of six items and the others choose among the rest; on
/// the other items the better half is right. A few of each half do otherwise.
fn class(students: usize, key: usize, better: usize) -> Responses {
    let row = |at: usize| {
        let good = at.is_multiple_of(2);
        let exception = at % 10 >= 8;
        let first = if good == exception { [1, 2, 3, 1, 0][at / 2 % 5] } else { better };
        let others = (1..6).map(|item| usize::from(!good ^ ((at / 2 + item).is_multiple_of(7))));
        std::iter::once(first).chain(others).map(Some).collect()
    };
    let rows: Vec<Vec<Option<usize>>> = (0..students).map(row).collect();
    of_choices(items(&[key, 0, 0, 0, 0, 0], 4), &rows)
}

fn of_first(class: &Responses) -> Vec<Flag> {
    analyzed(class).items[0].flags.clone()
}

#[test]
fn a_wrong_key_comes_first_and_names_the_option() {
    let flags = of_first(&class(40, 3, 0));
    assert_eq!(flags.first(), Some(&Flag::WrongKey { option: 0 }));
    let flags = of_first(&class(200, 3, 0));
    assert_eq!(flags, [Flag::WrongKey { option: 0 }], "that it is negative, too, follows");
    assert!(!of_first(&class(200, 0, 0)).contains(&Flag::WrongKey { option: 0 }));
}

#[test]
fn what_is_said_hangs_on_the_number_of_students() {
    for students in [1, 9, 10, 29] {
        let flags = of_first(&class(students, 3, 0));
        assert!(!flags.iter().any(|flag| matches!(flag, Flag::WrongKey { .. } | Flag::Weak)), "{students}");
    }
    for students in [30, 99, 100] {
        let flags = of_first(&class(students, 3, 0));
        assert!(matches!(flags[0], Flag::WrongKey { .. }), "{students}");
    }
}

#[test]
fn a_distractor_is_dead_only_where_enough_were_wrong() {
    // 120 students, option 3 chosen by nobody; 60 wrong in the first class, 12 in the second.
    let of = |wrong: usize| {
        let rows: Vec<Vec<Option<usize>>> = (0..120)
            .map(|at| vec![Some(if at < wrong { 1 + at % 2 } else { 0 }), Some(at % 4), Some(at % 3)])
            .collect();
        of_first(&of_choices(items(&[0, 0, 0], 4), &rows))
    };
    assert!(of(60).contains(&Flag::DeadDistractors { options: vec![3] }), "{:?}", of(60));
    assert!(!of(12).iter().any(|flag| matches!(flag, Flag::DeadDistractors { .. })));
}

#[test]
fn an_easy_question_is_a_note_and_never_more() {
    let rows: Vec<Vec<Option<usize>>> =
        (0..50).map(|at| vec![Some(usize::from(at == 7)), Some(at % 2), Some(at / 2 % 2)]).collect();
    assert_eq!(of_first(&of_choices(items(&[0, 0, 0], 4), &rows)), [Flag::Easy]);
}
