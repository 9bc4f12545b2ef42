//! JSON as quiz programs write it: what comes in, and which option is right.

use crate::exchange::{ImportOptions, Imported, find, recognize};

fn import(text: &str, answers: Option<crate::exchange::Habit>) -> Imported {
    assert_eq!(recognize("quiz.json", text.as_bytes()).map(|format| format.name), Some("json"), "{text}");
    let options = ImportOptions { file_name: String::from("quiz.json"), answers, ..ImportOptions::default() };
    (find("json").unwrap().import.as_ref().unwrap().read)(text.as_bytes(), &options)
}

/// Stem, keys and distractors of each question.
fn check(text: &str, questions: &[(&str, &[&str], &[&str])], said: &[&str], lost: &[&str]) {
    let imported = import(text, None);
    assert_eq!(imported.problems, vec![], "{text}");
    let found: Vec<(&str, Vec<&str>, Vec<&str>)> = imported
        .bank
        .questions()
        .iter()
        .map(|question| {
            let keys = question.keys.iter().map(String::as_str).collect();
            (
                question.stem.as_str(),
                keys,
                question.distractors.iter().map(|other| other.text.as_str()).collect(),
            )
        })
        .collect();
    let expected: Vec<_> =
        questions.iter().map(|(stem, keys, others)| (*stem, keys.to_vec(), others.to_vec())).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(imported.said, said, "{text}");
    assert_eq!(imported.loss.lines(), lost, "{text}");
}

#[test]
fn a_list_of_objects_is_recognized_by_its_shape() {
    // The fault: every question was "missing field `stem`".
    check(
        include_str!("../../../tests/fixtures/imports/web-app.json"),
        &[("Who opens the gate?", &["The guard"], &["The driver", "The tenant"])],
        &[],
        &[],
    );
    // Objects that say which is right, nested in an object.
    check(
        r#"{"title": "Gate", "questions": [{"questionText": "Who?", "answerOptions": [{"answerText": "x", "isCorrect": false}, {"answerText": "y", "isCorrect": true}], "rationale": "Because."}]}"#,
        &[("Who?", &["y"], &["x"])],
        &[],
        &[],
    );
    // Options by letter, a letter as the answer.
    check(
        r#"[{"id": 7, "question": "Who?", "a": "x", "b": "y", "c": "z", "answer": "c"}, {"question": "Where?", "a": "here", "b": "there", "answer": "a"}]"#,
        &[("Who?", &["z"], &["x", "y"]), ("Where?", &["here"], &["there"])],
        &[],
        &[],
    );
    // An object of options, several keys.
    check(
        r#"[{"question": "Which?", "options": {"A": "x", "B": "y", "C": "z"}, "correct": ["A", "C"]}]"#,
        &[("Which?", &["x", "z"], &["y"])],
        &[],
        &[],
    );
    // Indices: the whole file tells from where they count.
    check(
        r#"[{"q": "Who?", "choices": ["x", "y", "z"], "correctIndex": 1, "img": "gate.png"}, {"q": "Where?", "choices": ["here", "there"], "correctIndex": 0}]"#,
        &[("Who?", &["y"], &["x", "z"]), ("Where?", &["here"], &["there"])],
        &["the answers count the options from 0"],
        &["not carried: values of `img` (1): quiz.json:1"],
    );
    // Deep in an object of objects, and a number that is an option.
    check(
        r#"{"quiz": {"maths": {"q1": {"question": "5 + 7 = ?", "options": ["10", "11", "12"], "answer": "12"}, "q2": {"question": "12 - 8 = ?", "options": ["1", "4"], "answer": "4"}}}}"#,
        &[("5 + 7 = ?", &["12"], &["10", "11"]), ("12 - 8 = ?", &["4"], &["1"])],
        &[],
        &[],
    );
    // One object a line.
    check(
        "{\"question\": \"Who?\", \"options\": [\"x\", \"y\"], \"answer\": \"x\"}\n{\"question\": \"True?\", \"answer\": true}\n",
        &[("Who?", &["x"], &["y"]), ("True?", &["True"], &["False"])],
        &[],
        &[],
    );
    // Other languages.
    check(
        r#"[{"pregunta": "¿Quién?", "opciones": ["x", "y"], "respuesta": "y"}, {"问题": "谁?", "选项列表": ["甲", "乙"], "答案": "乙"}]"#,
        &[("¿Quién?", &["y"], &["x"]), ("谁?", &["乙"], &["甲"])],
        &[],
        &[],
    );
}

#[test]
fn open_trivia_comes_with_its_categories_and_without_entities() {
    let text = r#"{"response_code":0,"results":[{"type":"multiple","difficulty":"easy","category":"Front &amp; Back Desk","question":"What does &quot;Code C&quot; mean?","correct_answer":"Close &lt;the&gt; gate","incorrect_answers":["Call","Come"]},{"type":"boolean","difficulty":"easy","category":"Gate","question":"Is it &ldquo;safe&rdquo;?","correct_answer":"False","incorrect_answers":["True"]}]}"#;
    check(
        text,
        &[
            ("What does \"Code C\" mean?", &["Close <the> gate"], &["Call", "Come"]),
            ("Is it “safe”?", &["False"], &["True"]),
        ],
        &[],
        &[],
    );
    let topics: Vec<String> =
        import(text, None).bank.topics().iter().map(|topic| topic.title.clone()).collect();
    assert_eq!(topics, ["Front & Back Desk", "Gate"]);
}

#[test]
fn what_nobody_can_know_is_asked_and_what_is_wrong_has_its_line() {
    let text = r#"[{"question": "Who?", "options": ["x", "y", "z"], "answer": 1}]"#;
    let imported = import(text, None);
    assert_eq!((imported.read, imported.problems.len()), (0, 1));
    assert!(imported.problems[0].help.as_ref().unwrap().contains("--answers from-0"));
    for (habit, key) in [(crate::exchange::Habit::From0, "y"), (crate::exchange::Habit::From1, "x")] {
        assert_eq!(import(text, Some(habit)).bank.questions()[0].keys, [key]);
    }
    let text = "[\n{\"question\": \"Who?\", \"options\": [\"x\", \"y\"], \"answer\": \"w\"},\n\
        {\"question\": \"\", \"options\": [\"x\", \"x\"], \"answer\": \"nobody\"},\n\
        {\"question\": \"Where?\", \"options\": [\"x\", \"y\"], \"answer\": \"x\"},\n{\"question\": \"And this?\"}]";
    let imported = import(text, None);
    let told: Vec<(usize, &str)> = imported
        .problems
        .iter()
        .map(|problem| {
            let place = problem.place.as_ref().unwrap();
            (place.source.line_and_column(place.span.start).0, problem.message.as_str())
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, "the answer \"w\" is none of the options"),
            (
                3,
                "the answer \"nobody\" is none of the options; it asks nothing: the question's text is empty; two options read the same: \"x\""
            ),
            (5, "no option is marked as right; there is no wrong option to choose from"),
        ]
    );
    assert_eq!((imported.read, imported.skipped), (1, 3));
}
