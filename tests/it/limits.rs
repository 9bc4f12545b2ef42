//! What is bounded, and by what: each limit that README promises is crossed here. (Limits of imports are tested beside
//! their readers.)

use std::fmt::Write as _;

use crate::support::Sandbox;

/// A bank of questions, each of which has one problem and the same.
fn without_explanations(questions: usize) -> String {
    let mut bank = String::from(
        "schema = 1\n[topic]\nid = \"t\"\ntitle = \"T\"\nsummary = \"S.\"\n[[objective]]\nid = \"o\"\ntext = \"O\"\n",
    );
    for n in 0..questions {
        let _ = write!(
            bank,
            "[[question]]\nid = \"q{n}\"\nobjective = \"o\"\nkind = \"concept\"\nlevel = \"recall\"\n\
             stem = \"What number is {n} times {n}?\"\nanswer = \"{}\"\n\
             distractors = [{{ text = \"{}\", why = \"One more.\" }}, {{ text = \"{}\", why = \"Two more.\" }}]\n\
             source = \"Arithmetic\"\n",
            n * n,
            n * n + 1,
            n * n + 2
        );
    }
    bank
}

#[test]
fn a_hundred_problems_are_printed_in_full_and_the_rest_is_counted() {
    let sandbox = Sandbox::new();
    sandbox.write("bank.toml", without_explanations(130));
    let ran = sandbox.run(&["check", "bank.toml"], "").ended_with(1);
    assert_eq!(ran.stdout.matches("error[explanation-missing]").count(), 100, "{}", ran.stdout);
    let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("more problems, counted only: explanation-missing 30"), "{said}");
    assert!(said.contains("`guardprep check --all` prints each of them"), "{said}");
    assert!(said.contains("130 questions, 130 errors"), "the count is of all of them: {said}");
    let ran = sandbox.run(&["check", "--all", "bank.toml"], "").ended_with(1);
    assert_eq!(ran.stdout.matches("error[explanation-missing]").count(), 130);
    assert!(!ran.stdout.contains("counted only"));
    // Programs get all of them.
    let ran = sandbox.run(&["check", "--json", "bank.toml"], "").ended_with(1);
    assert_eq!(ran.stdout.matches("\"explanation-missing\"").count(), 130);
}
