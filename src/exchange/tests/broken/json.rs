//! Broken JSON documents.

use super::check;

const GOOD: &str = r#"{"id": "g", "stem": "Good?", "answers": ["yes"], "distractors": [{"text": "no"}]}"#;

fn json(broken: &str, problems: &[&str], read: &[&str]) {
    check("json", &format!("{{\"schema\": 1, \"questions\": [\n{broken},\n{GOOD}\n]}}"), problems, read);
}

#[test]
fn ten_broken_documents() {
    let question = r#"{"id": "q", "stem": "What?", "answers": ["x"], "distractors": [{"text": "y"}]}"#;
    // 1: a key that is not closed
    json(&question.replace("\"stem\"", "\"stem"), &["2 syntax"], &["Good?"]);
    // 2: a comma too many
    json(&question.replace("[\"x\"]", "[\"x\",]"), &["2 syntax"], &["Good?"]);
    // 3: no stem, and so no question
    json(&question.replace("\"stem\"", "\"stam\""), &["2 no-question"], &["Good?"]);
    // 4: a text where a list has to be
    json(&question.replace("[\"x\"]", "\"x\""), &["2 no-question"], &["Good?"]);
    // 5: no right answer
    json(&question.replace("[\"x\"]", "[]"), &["2 no-question"], &["Good?"]);
    // 6: a right answer that is also wrong
    json(&question.replace("\"y\"", "\"x\""), &["2 no-question"], &["Good?"]);
    // 7: a kind that does not exist is replaced and told
    json(
        &question.replace("\"id\"", "\"kind\": \"riddle\", \"id\""),
        &["2 unknown-value"],
        &["What?", "Good?"],
    );
    // 8: an order of other options
    json(&question.replace("\"id\"", "\"order\": [\"a\", \"b\"], \"id\""), &["2 no-question"], &["Good?"]);
    // 9: something that is no object
    json("17", &["2 no-question"], &["Good?"]);
    // 10: the document ends in the middle
    let text = format!("{{\"questions\": [\n{GOOD},\n{}", &question[..40]);
    check("json", &text, &["3 syntax"], &["Good?"]);
}

#[test]
fn other_documents_are_told_apart() {
    check("json", &format!("[\n{GOOD}\n]"), &[], &["Good?"]);
    check("json", "{\"a\": 1}", &["1 no-question"], &[]);
    check("json", "not json", &["1 syntax"], &[]);
    check("json", "", &["1 syntax"], &[]);
}
