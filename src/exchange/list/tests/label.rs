//! What stands before questions and options.

use crate::exchange::list::label::{bullet, lettered, named_option, numbered};

#[test]
fn labels_of_options() {
    for (text, index, rest) in [
        ("a) x", 0, "x"),
        ("B. x", 1, "x"),
        ("(c) x", 2, "x"),
        ("A、x", 0, "x"),
        ("（B）x", 1, "x"),
        ("D.The x", 3, "The x"),
        ("б) x", 1, "x"),
        ("C: x", 2, "x"),
        ("② x", 1, "x"),
        ("A - x", 0, "x"),
        ("나. x", 1, "x"),
        ("Ｂ．x", 1, "x"),
        ("[a] x", 0, "x"),
    ] {
        let (letter, behind) = lettered(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((letter.index, behind), (index, rest), "{text}");
    }
    for text in ["U.S. law", "e.g. this", "a guard", "A guard", "a - x", "ab) x", "", "A", "(see) x", "A:x"] {
        assert!(lettered(text).is_none(), "{text}");
    }
    assert_eq!(named_option("Option B: x").map(|(letter, rest)| (letter.index, rest)), Some((1, "x")));
    assert_eq!(named_option("选项A：x").map(|(letter, rest)| (letter.index, rest)), Some((0, "x")));
    assert_eq!(lettered("с) x").unwrap().0.as_next(2).map(|letter| letter.index), Some(2));
}

#[test]
fn labels_of_questions() {
    for (text, number, rest) in [
        ("1. Who?", Some(1), "Who?"),
        ("12) Who?", Some(12), "Who?"),
        ("(3) Who?", Some(3), "Who?"),
        ("1、谁？", Some(1), "谁？"),
        ("Q1: Who?", Some(1), "Who?"),
        ("Q.7 Who?", Some(7), "Who?"),
        ("Question 2", Some(2), ""),
        ("Question #3. Who?", Some(3), "Who?"),
        ("Вопрос №4: Кто?", Some(4), "Кто?"),
        ("第5题：谁？", Some(5), "谁？"),
        ("问题6：谁？", Some(6), "谁？"),
        ("Câu 7: Ai?", Some(7), "Ai?"),
        ("Q: Who?", None, "Who?"),
        ("1.Who?", Some(1), "Who?"),
        ("문제 8. 누구?", Some(8), "누구?"),
        ("Pregunta: ¿Quién?", None, "¿Quién?"),
    ] {
        let (label, behind) = numbered(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((label.number, behind), (number, rest), "{text}");
    }
    for text in [
        "1.5 metres",
        "12:30 is late",
        "3 guards",
        "Who is 1?",
        "2nd.",
        "Question of law",
        "99999. x",
        "1",
        "",
    ] {
        assert!(numbered(text).is_none(), "{text}");
    }
}

#[test]
fn bullets_and_boxes() {
    for (text, marked, is_box) in [
        ("- x", false, false),
        ("[x] x", true, true),
        ("[ ] x", false, true),
        ("✓ x", true, true),
        ("•x", false, false),
    ] {
        let (found, rest) = bullet(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((found.marked, found.is_box, rest), (marked, is_box, "x"), "{text}");
    }
    assert!(bullet("-x").is_none() && bullet("*b) x").is_none() && bullet("x").is_none());
}
