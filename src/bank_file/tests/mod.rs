//! What a broken bank is told, and that everything sound in it is still read.

mod apart;

use super::{LoadedFile, join, read};
use crate::diagnostic::{Diagnostic, Source};

const TOPIC: &str = r#"schema = 1
[topic]
id = "t"
title = "T"
summary = "S"
[[objective]]
id = "one"
text = "Do one thing"
"#;

const GOOD: &str = r#"[[question]]
id = "t-1"
objective = "one"
kind = "concept"
level = "recall"
stem = "What?"
answer = "this"
distractors = [{ text = "that", why = "It is not." }, { text = "those" }]
explanation = "It is so."
source = "A book"
"#;

fn file(text: &str) -> LoadedFile {
    read(&Source::new("b.toml", text))
}

/// `line:column rule` of every problem.
fn told(problems: &[Diagnostic]) -> Vec<String> {
    problems
        .iter()
        .map(|problem| {
            let place = problem.place.as_ref().map_or((0, 0), |at| at.source.line_and_column(at.span.start));
            format!("{}:{} {}", place.0, place.1, problem.rule)
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    let file = file(text);
    assert_eq!(told(&file.problems), expected, "{text}");
}

#[test]
fn a_sound_bank_is_read_whole() {
    let file = file(&format!("{TOPIC}{GOOD}"));
    assert_eq!(file.problems, vec![]);
    let question = &file.questions[0];
    assert_eq!(question.item.keys, ["this"]);
    assert_eq!(question.item.distractors[1].why, "");
    assert_eq!(&question.source.text[question.spans.distractors[1].clone()], "\"those\"");
}

#[test]
fn every_fault_of_a_question_is_told_in_one_go() {
    let text = format!(
        "{TOPIC}{GOOD}\n[[question]]\nid = \"t-2\"\nobjetive = \"one\"\nkind = \"scenaro\"\nlevel = 3\nstem = \" \"\nanswer = \"a\"\ndistractors = [{{ text = \"b\", wy = \"c\" }}, 7]\n"
    );
    check(
        &text,
        &[
            "20:1 missing-key",
            "23:8 unknown-value",
            "24:9 wrong-type",
            "25:8 empty-text",
            "27:42 wrong-type",
            "22:1 unknown-key",
            "27:30 unknown-key",
        ],
    );
    assert_eq!(file(&text).questions.len(), 1, "the sound question is still there");
}

#[test]
fn what_cannot_be_answered_is_refused() {
    let with = |from: &str, to: &str| format!("{TOPIC}{}", GOOD.replace(from, to));
    check(&with("text = \"that\"", "text = \"this\""), &["16:25 equal-options"]);
    check(&with("text = \"that\"", "text = \"those\""), &["16:65 equal-options"]);
    check(&with("text = \"that\"", "text = \"\""), &["16:25 empty-text"]);
    check(&with("answer = \"this\"", ""), &["9:1 missing-key"]);
    check(&with("answer = \"this\"", "answer = 3"), &["15:10 wrong-type"]);
    check(&with("answer = \"this\"", "answers = [\"this\", \"this\"]"), &["15:20 equal-options"]);
    check(&with("answer = \"this\"", "answer = \"x\"\nanswers = [\"y\"]"), &["16:11 two-answers"]);
    check(
        &with("[{ text = \"that\", why = \"It is not.\" }, { text = \"those\" }]", "[]"),
        &["10:6 too-few-options"],
    );
    check(&with("objective = \"one\"", "objective = \"on\""), &["11:13 undeclared-objective"]);
    check(&with("source = ", "order = [\"this\", \"that\"]\nsource = "), &["18:9 order"]);
    check(&with("id = \"t-1\"", "id = \"t 1\""), &["10:6 id-form"]);
    check(&with("id = \"t-1\"", &format!("id = \"{}\"", "t".repeat(101))), &["10:6 id-form"]);
    check(&with("A book", "A \\u001b[31mbook"), &["18:10 control-character"]);
}

#[test]
fn several_answers_are_read() {
    let file =
        file(&format!("{TOPIC}{}", GOOD.replace("answer = \"this\"", "answers = [\"this\", \"and this\"]")));
    assert_eq!(file.problems, vec![]);
    assert!(file.questions[0].item.has_several_keys());
}

#[test]
fn a_file_that_is_no_bank_is_told_so() {
    check("schema = 2\nfoo = 1\n", &["1:10 unknown-schema"]);
    check("not toml at all", &["1:5 syntax"]);
    check("", &["1:1 missing-key", "1:1 missing-key", "1:1 no-question"]);
    check("schema = 1\ntopic = 3\nquestion = 4\n", &["2:9 wrong-type", "3:12 wrong-type", "4:1 no-question"]);
}

#[test]
fn a_syntax_error_does_not_cascade() {
    let problems = file(&format!("{TOPIC}[[question]\nid = \"a\nstem = [1\nx = = 2\ny = \"\n")).problems;
    assert!(!problems.is_empty() && problems.len() <= 3, "{problems:#?}");
}

#[test]
fn nesting_ten_thousand_deep_is_refused_without_a_crash() {
    for open in ["[", "{a="] {
        let problems = file(&format!("schema = 1\nx = {}", open.repeat(10_000))).problems;
        assert!(problems.iter().all(|problem| problem.rule == "syntax") && !problems.is_empty());
    }
    let dotted = format!("schema = 1\n{} = 1\n", vec!["a"; 10_000].join("."));
    assert!(!file(&dotted).problems.is_empty());
}

#[test]
fn ids_are_unique_in_a_file_and_across_files() {
    let twice = file(&format!("{TOPIC}{GOOD}{GOOD}"));
    assert_eq!(told(&twice.problems), ["20:6 duplicate-id"]);
    assert_eq!(twice.questions.len(), 1);

    let other = TOPIC.replace("id = \"t\"", "id = \"u\"");
    let joined = join(vec![vec![file(&format!("{TOPIC}{GOOD}")), file(&format!("{other}{GOOD}"))]]);
    assert_eq!(told(&joined.problems), ["10:6 duplicate-id"]);
}

#[test]
fn a_later_layer_replaces_a_topic_and_one_layer_may_hold_it_once() {
    let newer = format!("{TOPIC}{}", GOOD.replace("t-1", "t-9"));
    let joined = join(vec![vec![file(&format!("{TOPIC}{GOOD}"))], vec![file(&newer)]]);
    assert_eq!(joined.problems, vec![]);
    assert_eq!(joined.bank.questions().len(), 1);
    assert!(joined.bank.question("t-9").is_some());

    let joined = join(vec![vec![file(&newer), file(&newer)]]);
    assert_eq!(told(&joined.problems), ["3:6 duplicate-topic"]);
}

#[test]
fn a_file_that_nobody_named_is_left_out_when_it_is_broken_or_clashes() {
    let topic = |id: &str| TOPIC.replace("id = \"t\"", &format!("id = \"{id}\""));
    let named = |question: &str| GOOD.replace("t-1", question);
    let shipped = file(&format!("{TOPIC}{GOOD}"));
    for (own, expected, ids) in [
        // Its own topic and ids: it stands.
        (vec![format!("{}{}", topic("u"), named("u-1"))], vec![], vec!["t-1", "u-1"]),
        // The shipped topic again: it replaces it, with the ids it had.
        (vec![format!("{TOPIC}{GOOD}{}", named("t-2"))], vec![], vec!["t-1", "t-2"]),
        // Another topic with an id that is shipped.
        (vec![format!("{}{GOOD}", topic("u"))], vec!["10:6 duplicate-id"], vec!["t-1"]),
        // Broken, beside one that is sound.
        (
            vec![String::from("schema = 1\nx"), format!("{}{}", topic("u"), named("u-1"))],
            vec!["2:2 syntax"],
            vec!["t-1", "u-1"],
        ),
        // Two of one topic: the first stays.
        (
            vec![format!("{}{}", topic("u"), named("u-1")), format!("{}{}", topic("u"), named("u-2"))],
            vec!["3:6 duplicate-topic"],
            vec!["t-1", "u-1"],
        ),
    ] {
        let mut layers = vec![vec![shipped.clone()], own.iter().map(|text| file(text)).collect()];
        let left_out = super::leave_out(&mut layers, 1);
        assert_eq!(told(&left_out), expected);
        let joined = join(layers);
        assert_eq!(joined.problems, vec![]);
        let mut found: Vec<&str> = joined.bank.questions().iter().map(|q| q.id.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, ids);
    }
    // What is named on the command line goes before what lies in the folder.
    let own = file(&format!("{}{}", topic("u"), named("n-1")));
    let mut layers = vec![vec![], vec![own], vec![file(&format!("{}{}", topic("n"), named("n-1")))]];
    assert_eq!(told(&super::leave_out(&mut layers, 1)), ["10:6 duplicate-id"]);
    assert_eq!(join(layers).bank.topics()[0].id, "n");
}

#[test]
fn what_is_written_is_read_back_as_it_was() {
    let joined =
        join(vec![super::EMBEDDED.iter().map(|(name, text)| read(&Source::new(*name, *text))).collect()]);
    assert_eq!(joined.problems, vec![]);
    for topic in joined.bank.topics() {
        let questions: Vec<_> = joined.bank.questions_of(&topic.id).collect();
        let text = super::write(topic, &questions);
        let read = file(&text);
        assert_eq!(read.problems, vec![], "{text}");
        assert_eq!(read.topic.unwrap().item, *topic);
        assert!(read.questions.iter().map(|question| &question.item).eq(questions), "{text}");
        assert!(text.lines().all(|line| line.chars().count() < 1000));
    }
}

#[test]
fn odd_texts_are_written_so_that_they_are_read_back() {
    let mut parts = crate::bank::samples::parts("q", "t", 3);
    for text in [
        "\"",
        "\\",
        "ends in \\",
        "\"\"\"",
        "a \"\"\" b",
        "one\ntwo \"quoted\"\nthree\\n",
        "\u{a0}x \u{a0} y",
        "# no comment",
        "'''",
        "{ a = 1 }",
    ] {
        let long = format!("{text} {}", "word \"quoted\" \\ and ".repeat(20)).trim().to_owned();
        for text in [crate::words::tidy(text), crate::words::tidy(&long)] {
            parts.stem.clone_from(&text);
            parts.keys = vec![text.clone()];
            parts.explanation = text;
            let question = crate::bank::Question::new(parts.clone()).unwrap();
            let written = super::write(&crate::bank::samples::topic("t"), &[&question]);
            let read = file(&written);
            assert_eq!(read.problems, vec![], "{written}");
            assert_eq!(read.questions[0].item, question, "{written}");
        }
    }
}

#[test]
fn a_file_of_line_breaks_is_refused_before_it_is_parsed() {
    let file = read(&Source::new("breaks.toml", "\n".repeat(2_000_001)));
    let messages: Vec<&str> = file.problems.iter().map(|problem| problem.message.as_str()).collect();
    let message = "this is no file of questions: it has 2,000,001 lines, and 2,000,000 are the most";
    assert_eq!(messages, [message]);
}

#[test]
fn a_broken_bank_is_mended_in_one_go() {
    let broken = [
        // No TOML in some questions, every other fault in others.
        "[[question]]\nid = \"a\nobjective = \"one\"\n",
        "[[question]]\nid = \"b\"\nobjective = \"none\"\nkind = \"riddle\"\nlevel = \"recall\"\nstem = \"Who?\"\nanswer = \"x\"\ndistractors = [{ text = \"x\" }, { text = \"\" }]\n",
        "[[question]]\nid = \"c\"\nobjective = \"one\"\nkind = \"concept\"\nlevel = \"recall\"\nanswers = [\"x\", \"y\"]\ndistractors = [{ text = \"z\" }]\norder = [\"x\", \"z\"]\ncolor = \"red\"\n",
        "[[question]\nid = \"d\"\n",
    ];
    let problems = file(&format!("{TOPIC}{}", broken.concat())).problems;
    let told = |rule: &str| problems.iter().filter(|problem| problem.rule == rule).count();
    let rules = [
        "undeclared-objective",
        "unknown-value",
        "equal-options",
        "empty-text",
        "missing-key",
        "order",
        "unknown-key",
    ];
    assert_eq!(rules.map(told), [1; 7], "{problems:#?}");
    let lines: Vec<String> = self::told(&problems);
    let syntax: Vec<&String> = lines.iter().filter(|line| line.ends_with("syntax")).collect();
    assert!(syntax.len() >= 2, "{lines:?}");
    // Exactly what was told is mended: nothing else comes up.
    let mended = [
        "[[question]]\nid = \"a\"\nobjective = \"one\"\nkind = \"concept\"\nlevel = \"recall\"\nstem = \"What?\"\nanswer = \"x\"\ndistractors = [{ text = \"y\" }]\n",
        "[[question]]\nid = \"b\"\nobjective = \"one\"\nkind = \"concept\"\nlevel = \"recall\"\nstem = \"Who?\"\nanswer = \"x\"\ndistractors = [{ text = \"y\" }, { text = \"z\" }]\n",
        "[[question]]\nid = \"c\"\nobjective = \"one\"\nkind = \"concept\"\nlevel = \"recall\"\nstem = \"When?\"\nanswers = [\"x\", \"y\"]\ndistractors = [{ text = \"z\" }]\norder = [\"x\", \"z\", \"y\"]\n",
    ];
    assert_eq!(file(&format!("{TOPIC}{}", mended.concat())).problems, vec![]);
    // The sound questions around a broken one are read.
    assert_eq!(file(&format!("{TOPIC}{GOOD}{}", broken[0])).questions.len(), 1);
    // Where the topic is broken, nothing is said of what hangs on it.
    let torn = file(&format!("{}{GOOD}", TOPIC.replace("[topic]", "[topic")));
    assert!(torn.problems.iter().all(|problem| problem.rule == "syntax"), "{:#?}", torn.problems);
}

#[test]
fn code_comes_back_as_it_was_written() {
    let code = "What is printed?\n```\nif x:\n\n    print(\"a\\\\n\")\n```\nThink.";
    let read = file(&format!("{TOPIC}{GOOD}"));
    let key = String::from("```\na\n  b\n```");
    let parts =
        crate::bank::Parts { stem: code.to_owned(), keys: vec![key], ..(*read.questions[0].item).clone() };
    let question = crate::bank::Question::new(parts).unwrap();
    let text = crate::bank_file::write(&read.topic.unwrap().item, &[&question]);
    assert!(text.contains("\n```\nif x:\n\n    print("), "{text}");
    let again = file(&text);
    assert_eq!((again.problems, &again.questions[0].item), (vec![], &question));
}
