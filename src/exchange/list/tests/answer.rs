//! Which option is said to be right.

use crate::exchange::list::answer::{answer_line, entries, value};

#[test]
fn lines_that_say_the_answer() {
    for (line, said) in [
        ("Answer: b", "b"),
        ("ANSWER: B", "B"),
        ("Ans. B", "B"),
        ("**Answer:** B", "B"),
        ("**Correct answer: B**", "B"),
        ("(Answer: C)", "C"),
        ("【答案】B", "B"),
        ("答案：B", "B"),
        ("正确答案B", "B"),
        ("The correct answer is B", "B"),
        ("Answer - B", "B"),
        ("Lösung: b", "b"),
        ("Respuesta correcta: b) El guarda", "b) El guarda"),
        ("Đáp án: A", "A"),
        ("정답: ②", "②"),
        ("Correct Answer: the guard", "the guard"),
        ("Answers:", ""),
        ("## Answer key", ""),
        ("> Answer: B", "B"),
        ("Ответ: б", "б"),
        ("Odpowiedź: C", "C"),
        ("Gabarito: D", "D"),
    ] {
        assert_eq!(answer_line(line), Some(said), "{line}");
    }
    for line in [
        "Answer the visitor's question.",
        "The answer depends on the orders",
        "Key holders: who?",
        "Answer a guard",
        "A) Answer: no",
        "Who?",
    ] {
        assert_eq!(answer_line(line), None, "{line}");
    }
}

#[test]
fn values() {
    let places = |text: &str| value(text).map(|value| (value.places, value.rest));
    for (text, found, rest) in [
        ("B", vec![1], ""),
        ("b.", vec![1], ""),
        ("(b)", vec![1], ""),
        ("b) The guard", vec![1], "The guard"),
        ("A, since it is calm.", vec![0], "since it is calm."),
        ("A, B and C", vec![0, 1, 2], ""),
        ("AC", vec![0, 2], ""),
        ("2", vec![1], ""),
        ("1 and 3", vec![0, 2], ""),
        ("B because only he may", vec![1], "because only he may"),
        ("Option C", vec![2], ""),
        ("B - the orders say so", vec![1], "the orders say so"),
        ("б", vec![1], ""),
        ("A/C", vec![0, 2], ""),
        ("①", vec![0], ""),
    ] {
        assert_eq!(places(text), Some((found, rest.to_owned())), "{text}");
    }
    for text in ["the guard", "A guard", "it depends on", "BAD", "true", "a calm voice", "0"] {
        assert_eq!(places(text), None, "{text}");
    }
}

#[test]
fn keys_at_the_end() {
    let told = |line: &str| {
        entries(line).iter().map(|(number, value)| format!("{number}{value}")).collect::<Vec<_>>().join(" ")
    };
    for (line, found) in [
        ("1. b 2. c", "1b 2c"),
        ("1-b, 2-c, 3-a", "1b 2c 3a"),
        ("1) B", "1B"),
        ("1-5: BACAD", "1B 2A 3C 4A 5D"),
        ("| 4 | A |", "4A"),
        ("3. B - because he may", "3B - because he may"),
        ("7: A, C 8: B", "7A, C 8B"),
        ("1b 2c", "1b 2c"),
        ("12. the guard", "12the guard"),
        ("no entry", ""),
        ("1", ""),
        ("", ""),
    ] {
        assert_eq!(told(line), found, "{line}");
    }
}
