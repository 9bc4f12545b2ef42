//! Lists as people write them.

use crate::exchange::{ImportOptions, Imported};

fn import(text: &str) -> Imported {
    crate::exchange::list::import(text.as_bytes(), &ImportOptions::default())
}

/// `stem | keys | distractors | explanation` of every question.
fn check(text: &str, expected: &[&str]) {
    let imported = import(text);
    assert_eq!(imported.problems, vec![], "{text}");
    let told: Vec<String> = imported
        .bank
        .questions()
        .iter()
        .map(|q| {
            let wrong: Vec<&str> = q.distractors.iter().map(|d| d.text.as_str()).collect();
            let mut told = format!("{} | {} | {}", q.stem, q.keys.join("+"), wrong.join("+"));
            if !q.explanation.is_empty() {
                told = format!("{told} | {}", q.explanation);
            }
            told
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn aiken_is_read_as_it_is_meant() {
    check(
        "What?\nA) this\nB) that\nANSWER: B\n\nWho?\nA. me\nB. you\nANSWER: A\n",
        &["What? | that | this", "Who? | me | you"],
    );
    check("What?\na) this\nb) that\nanswer: b\n", &["What? | that | this"]);
    check(
        "What?\r\nA) this\r\nB) that\r\nANSWER: B\r\nWho?\r\nA) me\r\nB) you\r\nANSWER: A",
        &["What? | that | this", "Who? | me | you"],
    );
    check(
        "What is meant\nby this?\nA) this and\nthat\nB) these\n\nANSWER: A\n",
        &["What is meant by this? | this and that | these"],
    );
    check("Which two?\nA) x\nB) y\nC) z\nANSWER: A, C\n", &["Which two? | x+z | y"]);
    check("U.S. law says?\nA) x\nB) y\nANSWER: A\n", &["U.S. law says? | x | y"]);
    check("Q: A) or what?\nA) x\nB) y\nANSWER: A\nFEEDBACK: Because.\n", &["A) or what? | x | y | Because."]);
    check(
        "What?\nA) this\nB) that\nCorrect answer: that\nExplanation: So it is.",
        &["What? | that | this | So it is."],
    );
}

#[test]
fn respondus_style_is_read() {
    check(
        "Title: GS-1\n3) What?\n~ Well done.\n@ No.\na. this\n*b. that\nc. those\n\n4) Who?\n*a. me\nb. you\n",
        &["What? | that | this+those | Well done.", "Who? | me | you"],
    );
    check(
        "1. What?\na) this\nb) that\n\n2. Who?\na) me\nb) you\n\nAnswers:\n1. b\n2. a\n",
        &["What? | that | this", "Who? | me | you"],
    );
}

#[test]
fn text2qti_style_is_read() {
    check(
        "Quiz title: Doors\n\n1.  What?\n... In general.\na)  this\n... Not this.\n*b) that\n    and more\n\n2.  Which?\n[*] x\n[ ] y\n[*] z\n",
        &["What? | that and more | this | In general.", "Which? | x+z | y"],
    );
}

#[test]
fn a_gap_in_the_letters_is_told_and_the_letter_counts() {
    let imported = import("What?\nA) x\nC) y\nANSWER: C\n");
    assert_eq!(imported.bank.questions()[0].keys, ["y"]);
    assert_eq!(imported.problems.len(), 1);
}

/// `line rule` of every problem, and the stems that were read.
fn check_broken(text: &str, problems: &[&str], stems: &[&str]) {
    let imported = import(text);
    let told: Vec<String> = imported
        .problems
        .iter()
        .map(|problem| {
            let place = problem.place.as_ref().unwrap();
            format!("{} {}", place.source.line_and_column(place.span.start).0, problem.rule)
        })
        .collect();
    assert_eq!(told, problems, "{text}");
    let read: Vec<&str> = imported.bank.questions().iter().map(|question| question.stem.as_str()).collect();
    assert_eq!(read, stems, "{text}");
}

#[test]
fn questions_without_an_answer_do_not_swallow_the_next_one() {
    check_broken("What?\nA) x\nB) y\nWho?\nA) me\nB) you\nANSWER: A\n", &["1 no-key"], &["Who?"]);
    check_broken(
        "ANSWER: A\nWho?\nA) me\nB) you\nANSWER: A\nANSWER: B\n",
        &["1 stray-line", "6 stray-line"],
        &["Who?"],
    );
    check_broken(
        "What?\nA) x\nB) y\nB) z\nA) w\nANSWER: A\n\nWho?\nA) me\nB) you\nANSWER: B\n",
        &["5 stray-line", "1 no-question"],
        &["Who?"],
    );
}
