//! Answers as people write them.

use super::{Choice, Habit, decide, read};

const WORDS: &[Choice<'_>] = &[(0, "Ask first"), (1, "Wait"), (2, "A")];
const NUMBERS: &[Choice<'_>] = &[(0, "5"), (1, "3"), (2, "1")];

#[test]
fn an_answer_is_a_letter_a_number_or_a_text() {
    for (answer, options, habit, expected) in [
        ("A", WORDS, Habit::Letters, Some(vec![0])),
        ("A", WORDS, Habit::Texts, Some(vec![2])),
        ("b", WORDS, Habit::Letters, Some(vec![1])),
        ("c)", WORDS, Habit::Letters, Some(vec![2])),
        ("(C)", WORDS, Habit::Letters, Some(vec![2])),
        ("Option C", WORDS, Habit::Letters, Some(vec![2])),
        ("选项B", WORDS, Habit::Letters, Some(vec![1])),
        ("Ｂ", WORDS, Habit::Letters, Some(vec![1])),
        ("イ", WORDS, Habit::Letters, Some(vec![1])),
        ("1", WORDS, Habit::From1, Some(vec![0])),
        ("1", WORDS, Habit::From0, Some(vec![1])),
        ("2.0", WORDS, Habit::From1, Some(vec![1])),
        ("②", WORDS, Habit::From1, Some(vec![1])),
        ("A;C", WORDS, Habit::Letters, Some(vec![0, 2])),
        ("C, A", WORDS, Habit::Letters, Some(vec![0, 2])),
        ("a and b", WORDS, Habit::Letters, Some(vec![0, 1])),
        ("a und b", WORDS, Habit::Letters, Some(vec![0, 1])),
        ("AB", WORDS, Habit::Letters, Some(vec![0, 1])),
        ("[1, 3]", WORDS, Habit::From1, Some(vec![0, 2])),
        ("ask first", WORDS, Habit::Letters, Some(vec![0])),
        ("ask first", WORDS, Habit::Texts, Some(vec![0])),
        ("Ask first; Wait", WORDS, Habit::Texts, Some(vec![0, 1])),
        ("Wait, Ask first", WORDS, Habit::Texts, Some(vec![0, 1])),
        ("B) Wait", WORDS, Habit::Letters, Some(vec![1])),
        ("b. wait", WORDS, Habit::Texts, Some(vec![1])),
        ("2: Wait", WORDS, Habit::From1, Some(vec![1])),
        // A letter among texts can mean one thing only, a number among texts two.
        ("B", WORDS, Habit::Texts, Some(vec![1])),
        ("2", WORDS, Habit::Texts, None),
        ("A) Wait", WORDS, Habit::Letters, None),
        ("1", NUMBERS, Habit::Texts, Some(vec![2])),
        ("1", NUMBERS, Habit::From1, Some(vec![0])),
        ("D", WORDS, Habit::Letters, None),
        ("4", WORDS, Habit::From1, None),
        ("3", WORDS, Habit::From0, None),
        ("A;E", WORDS, Habit::Letters, None),
        ("never", WORDS, Habit::Letters, None),
        (" ", WORDS, Habit::Letters, None),
    ] {
        assert_eq!(read(answer, options, habit, false).ok(), expected, "{answer} {habit:?}");
    }
}

#[test]
fn an_exact_text_beats_a_list_of_letters() {
    let options = &[(0, "A, B"), (1, "A"), (2, "B"), (3, "1,3")];
    for habit in [Habit::Texts, Habit::Letters] {
        assert_eq!(read("A, B", options, habit, false), Ok(vec![0]), "{habit:?}");
    }
    assert_eq!(read("1,3", options, Habit::From1, false), Ok(vec![3]));
    assert_eq!(read("A, C", options, Habit::Letters, false), Ok(vec![0, 2]));
    // A program that writes numbers never means a text.
    let options = &[(0, "x"), (1, "1,3"), (2, "y")];
    assert_eq!(read("1,3", options, Habit::From1, true), Ok(vec![0, 2]));
}

#[test]
fn t_and_f_are_meant_for_true_and_false() {
    let options = &[(0, "Wahr"), (1, "Falsch")];
    for (answer, right) in [("W", 0), ("F", 1), ("falsch", 1), ("true", 0), ("richtig", 0)] {
        assert_eq!(read(answer, options, Habit::Texts, false), Ok(vec![right]), "{answer}");
    }
    assert!(read("x", options, Habit::Texts, false).is_err());
}

/// The habit of a file whose rows are an answer and its options, or the two that it could be.
fn habit(rows: &[(&str, &[&str])], numbered: bool) -> Result<Habit, [Habit; 2]> {
    let rows: Vec<(String, Vec<Choice<'_>>)> = rows
        .iter()
        .map(|(answer, texts)| ((*answer).to_owned(), texts.iter().copied().enumerate().collect()))
        .collect();
    decide(&rows, numbered).map(|decision| decision.habit).map_err(|undecided| undecided.habits)
}

#[test]
fn the_whole_file_decides() {
    const X: &[&str] = &["red", "green", "blue", "gray"];
    const L: &[&str] = &["B", "C", "A", "D"];
    const N: &[&str] = &["1", "2", "3", "4"];
    const M: &[&str] = &["2", "3", "4", "5"];
    for (rows, numbered, expected) in [
        (&[("green", X), ("A", L)][..], false, Ok(Habit::Texts)),
        (&[("B", X), ("A", L)], false, Ok(Habit::Letters)),
        (&[("2", X), ("0", X)], false, Ok(Habit::From0)),
        (&[("2", X), ("0", X)], true, Ok(Habit::From0)),
        (&[("2", X), ("4", X)], false, Ok(Habit::From1)),
        (&[("2", X), ("1", X)], true, Ok(Habit::From1)),
        (&[("2", X), ("1", X)], false, Err([Habit::From1, Habit::From0])),
        // Numbers that are options, too.
        (&[("2", X), ("1", X), ("3", N), ("3", M)], true, Ok(Habit::From1)),
        (&[("5", M), ("red", X), ("2", M)], true, Ok(Habit::Texts)),
        (&[("3", M), ("2", M)], true, Err([Habit::Texts, Habit::From1])),
        (&[("A", L), ("B", L)], false, Err([Habit::Texts, Habit::Letters])),
        (&[("A", &["A", "B"])], false, Ok(Habit::Texts)),
        // One broken row changes nothing, a torn habit is asked about.
        (&[("4", X), ("4", X), ("4", X), ("1", X), ("4", X), ("0", X)], true, Ok(Habit::From1)),
        (&[("4", X), ("0", X), ("1", X)], true, Err([Habit::From1, Habit::From0])),
        // Cyrillic letters: the third one looks like a Latin B.
        (&[("Б", X), ("В", X)], false, Ok(Habit::Cyrillic)),
        (&[("С", X), ("В", X)], false, Ok(Habit::Letters)),
        (&[("А", X), ("В", X)], false, Err([Habit::Letters, Habit::Cyrillic])),
        (&[("B) green", X), ("a. red", X)], false, Ok(Habit::Texts)),
        (&[("1. green", X), ("2. blue", X)], false, Ok(Habit::From0)),
        (&[], false, Ok(Habit::Letters)),
        (&[("", X)], false, Ok(Habit::Letters)),
    ] {
        assert_eq!(habit(rows, numbered), expected, "{rows:?}");
    }
}

#[test]
fn what_nobody_can_know_is_asked_with_an_example() {
    let rows = vec![(String::from("2"), vec![(0, "red"), (1, "green"), (2, "blue"), (3, "gray")])];
    let undecided = decide(&rows, false).unwrap_err();
    assert_eq!(
        undecided.message,
        "the answers count the options from 1 or count the options from 0; nothing in the file tells which: `2` is \
         \"green\" or \"blue\""
    );
    assert_eq!(undecided.help, "say which: `--answers from-1` or `--answers from-0`");
    let told = |answer: &str, numbered| {
        decide(&[(answer.to_owned(), vec![(0, "red"), (1, "green")])], numbered).unwrap().telling
    };
    assert!(told("2", true));
    assert!(!told("B", false) && !told("green", false));
}
