//! Laws of the rules as a family: each example does what it says, and each name is known once.

mod bank;
mod traps;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::elsewhere::ELSEWHERE;
use super::reader::READER_RULES;
use super::rule::{Check, Rule};
use super::texts::{Text, Texts};
use super::{all, explain, lint, list};
use crate::bank::{Question, samples};
use crate::bank_file::{Joined, join, read};
use crate::diagnostic::{Diagnostic, Severity, Source};

const HEADER: &str = r#"schema = 1
[topic]
id = "gates"
title = "Gates"
summary = "What opens them."
[[objective]]
id = "one"
text = "Open a gate"
"#;

/// What a question needs and an example may leave out.
const DEFAULTS: &[(&str, &str)] = &[
    ("objective", "\"one\""),
    ("kind", "\"concept\""),
    ("level", "\"understand\""),
    ("stem", "\"What opens the gate?\""),
    (
        "distractors",
        r#"[{ text = "A kind word", why = "Words open nothing." }, { text = "A red coat", why = "Coats open nothing." }]"#,
    ),
    ("explanation", "\"Written orders decide, together with common sense and the law of the place.\""),
    ("source", "\"Post orders\""),
];

/// A file from an example: with a header, and `times` over with other ids and other `{n}`.
fn complete(example: &str, times: usize) -> String {
    if example.trim_start().starts_with("schema") {
        return example.to_owned();
    }
    let mut parts = example.split("[[question]]");
    let mut file = String::from(HEADER);
    let mut questions: Vec<&str> = parts.clone().skip(1).collect();
    match parts.next() {
        Some(only) if questions.is_empty() => questions.push(only),
        before => file.push_str(before.unwrap_or_default()),
    }
    for n in 0..times {
        for (at, question) in questions.iter().enumerate() {
            file.push_str("[[question]]\n");
            let has = |key: &str| {
                question
                    .lines()
                    .any(|line| line.starts_with(&format!("{key} =")) || line == format!("# no {key}"))
            };
            if !has("id") {
                let _ = writeln!(file, "id = \"gates-{n}-{at}\"");
            }
            if !has("answer") && !has("answers") {
                file.push_str("answer = \"A valid badge\"\n");
            }
            for (key, value) in DEFAULTS.iter().filter(|(key, _)| !has(key)) {
                let _ = writeln!(file, "{key} = {value}");
            }
            file.push_str(question.replace("{n}", &format!("number {n} of {}", n * 7919)).trim());
            file.push('\n');
        }
    }
    file
}

fn joined(example: &str, times: usize) -> Joined {
    let file = read(&Source::new("example.toml", complete(example, times)));
    assert_eq!(file.problems, vec![], "{example}");
    join(vec![vec![file]])
}

/// The names of the rules that an example breaks; without those about the bank as a whole, unless asked for.
fn broken(example: &str, times: usize, bank: bool) -> BTreeSet<&'static str> {
    let is_bank = |name: &str| all().any(|rule| rule.name == name && rule.check.is_of_bank());
    lint(&joined(example, times), None)
        .problems
        .iter()
        .map(|problem| problem.rule)
        .filter(|name| bank || !is_bank(name))
        .collect()
}

/// A question with these options.
fn options(stem: &str, key: &str, distractors: &[&str]) -> String {
    let told: Vec<String> =
        distractors.iter().map(|text| format!("{{ text = {text:?}, why = \"It is wrong.\" }}")).collect();
    format!("stem = {stem:?}\nanswer = {key:?}\ndistractors = [{}]\n", told.join(", "))
}

/// What is asked of one text, of the stem of a question.
fn of_stem<T>(stem: &str, ask: impl FnOnce(Text<'_>) -> T) -> T {
    let mut parts = samples::parts("q", "t", 3);
    stem.clone_into(&mut parts.stem);
    let question = Question::new(parts).expect("a question");
    let texts = Texts::of(std::slice::from_ref(&question));
    ask(texts.question(0).stem())
}

fn times(rule: &Rule) -> usize {
    if let Check::Bank { times, .. } = rule.check { times } else { 1 }
}

#[test]
fn bad_breaks_its_rule_and_no_other_and_good_keeps_all() {
    let mut wrong = vec![];
    for rule in all() {
        let of_bank = rule.check.is_of_bank();
        let times = times(rule);
        let bad = broken(rule.bad, times, of_bank);
        let good = broken(rule.good, times, of_bank);
        // Copies of one question stand out in more than one way; a question stands for itself.
        let exact = of_bank || bad == BTreeSet::from([rule.name]);
        if !bad.contains(rule.name) || !exact {
            wrong.push(format!("bad of {} breaks {bad:?}", rule.name));
        }
        if good.contains(rule.name) || (!of_bank && !good.is_empty()) {
            wrong.push(format!("good of {} breaks {good:?}", rule.name));
        }
        let questions: Vec<_> = lint(&joined(rule.bad, times), None)
            .problems
            .into_iter()
            .filter(|problem| problem.rule == rule.name)
            .collect();
        if questions.iter().any(|problem| !of_bank && (problem.place.is_none() || problem.question.is_none()))
        {
            wrong.push(format!("{} has no place", rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_bad_example_of_the_reader_makes_its_problem_and_no_other() {
    let mut wrong = vec![];
    for rule in READER_RULES {
        let source = Source::new("example.toml", complete(rule.bad, 1));
        let files = (0..rule.files).map(|_| read(&source)).collect();
        let problems = join(vec![files]).problems;
        let told: Vec<(&str, Severity)> =
            problems.iter().map(|problem| (problem.rule, problem.severity)).collect();
        if told != [(rule.name, rule.severity)] {
            wrong.push(format!("{}: {problems:#?}", rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A rule that the reader names and nobody explains would be a dead end for an author.
#[test]
fn every_name_that_the_reader_uses_is_listed() {
    let code = [
        include_str!("../../bank_file/read.rs"),
        include_str!("../../toml_fields/fields.rs"),
        include_str!("../../toml_fields/mod.rs"),
        include_str!("../../bank_file/join.rs"),
        include_str!("../../diagnostic/problem.rs"),
    ];
    let elsewhere = |name: &str| ELSEWHERE.iter().any(|entry| entry.name == name);
    for code in code {
        for (before, rest) in ["error(\"", "Severity::Warning, \""]
            .iter()
            .flat_map(|start| code.match_indices(start).map(|(at, _)| code.split_at(at + start.len())))
        {
            let name = rest.split('"').next().unwrap_or_default();
            assert!(
                READER_RULES.iter().any(|rule| rule.name == name) || elsewhere(name),
                "{name} after {}",
                before.lines().next_back().unwrap_or_default()
            );
        }
    }
}

#[test]
fn names_are_unique_and_well_formed_and_each_can_be_explained() {
    let mut seen = BTreeSet::new();
    for listed in list() {
        assert!(seen.insert(listed.name), "{} twice", listed.name);
        assert!(crate::words::is_id(listed.name), "{}", listed.name);
        assert!(
            !listed.summary.ends_with('.') && listed.summary.len() <= 100,
            "{}: {}",
            listed.name,
            listed.summary
        );
        let text = explain(listed.name).expect("an explanation");
        // What is no bank, or no bank yet, has no example of one.
        let has_example = !["import", "answers", "statistics", "profile"].contains(&listed.about)
            && !["not-utf-8", "unreadable"].contains(&listed.name);
        assert_eq!(text.contains("\nBad"), has_example, "{text}");
        assert!(text.lines().all(|line| line.starts_with("    ") || line.chars().count() <= 88), "{text}");
    }
    assert_eq!(explain("no-such-rule"), None);
}

#[test]
fn an_explanation_reads_well() {
    let text = explain("two-options").expect("an explanation");
    let start = "warning[two-options]: there are only two options\n\nOne wrong option makes a guess right half of the time. \
                 Three options are enough; two are\nnot.\n\nBad:\n\n    stem = \"Where does a found purse go?\"\n";
    assert!(text.starts_with(start), "{text}");
    assert!(text.ends_with("    allow = [\"two-options: ...\"]\n"), "{text}");
}

const TWO: &str = "answer = \"Yes, it is\"\ndistractors = [{ text = \"No, not so\", why = \"It is.\" }]\nstem = \"Is it so?\"\n";

#[test]
fn an_allow_silences_its_rule_and_is_noticed_when_it_does_not() {
    let with = |allow: &str| -> Vec<String> {
        let problems = lint(&joined(&format!("{TWO}allow = [{allow}]\n"), 1), None).problems;
        let bank = |problem: &&Diagnostic| problem.rule != "objective-thin";
        problems
            .iter()
            .filter(bank)
            .map(|problem| format!("{}: {}", problem.rule, problem.help.clone().unwrap_or_default()))
            .collect()
    };
    assert_eq!(with("\"two-options: a coin is wanted\""), Vec::<String>::new());
    assert_eq!(with("\"two-options: a coin is wanted\", \"k-type: none\""), ["unused-allow: take it out"]);
    let told = with("\"two-option: a coin is wanted\"");
    assert_eq!(told.len(), 2);
    assert!(told[1].starts_with("unknown-allow: did you mean `two-options`"), "{told:?}");
}

#[test]
fn an_allow_of_either_question_silences_what_is_between_two() {
    let rule = all().find(|rule| rule.name == "near-duplicate").expect("the rule");
    for at in [1, 2] {
        let mut parts: Vec<String> = rule.bad.split("[[question]]").map(ToOwned::to_owned).collect();
        parts[at].push_str("allow = [\"near-duplicate: a pair on purpose\"]\n");
        let names = broken(&parts.join("[[question]]"), 1, true);
        assert!(!names.contains("near-duplicate") && !names.contains("unused-allow"), "{names:?}");
    }
}
