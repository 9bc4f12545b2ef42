//! Questions of a Moodle export. Multiple choice and true/false are read; every other type is named and left.

use crate::exchange::feedback::Feedback;
use crate::exchange::intake::{Intake, TopicDraft};
use crate::exchange::moodle::{Answer, Question, Texts, content, title_of};
use crate::exchange::xml::{Node, each_element};
use crate::exchange::{ImportOptions, Imported};

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(8192)]);
    match (text.contains("<quiz"), text.contains("<question type=")) {
        (true, true) => 100,
        (true, false) | (false, true) => 60,
        _ => 0,
    }
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let mut topic = TopicDraft::default();
    for element in each_element(&source.text, "question") {
        match element {
            Err(trouble) => {
                let help = "in a text `&` is written `&amp;` and `<` is written `&lt;`";
                intake.skip("syntax", trouble.span, format!("this is no XML: {}", trouble.message), help);
            }
            Ok(node) => match node.attribute("type").unwrap_or_default() {
                "category" => topic = category(&node),
                kind if Question::can_be(kind) => read_question(&mut intake, &node, kind, &topic),
                other => {
                    let reason = format!("a question of type `{other}` is not multiple choice");
                    intake.skip("question-type", node.span, reason, "");
                }
            },
        }
    }
    intake.finish()
}

fn category(node: &Node) -> TopicDraft {
    let path = node.path(&["category", "text"]).map(Node::text).unwrap_or_default();
    TopicDraft {
        id: node.child("idnumber").map(Node::text).unwrap_or_default().trim().to_owned(),
        title: title_of(path.trim()),
        summary: content(node.child("info"), &mut Texts::default()),
    }
}

fn read_question(intake: &mut Intake<'_>, node: &Node, kind: &str, topic: &TopicDraft) {
    let mut texts = Texts::default();
    let value = |name: &str| node.child(name).map(|n| n.text().trim().to_lowercase()).unwrap_or_default();
    let mut answers = vec![];
    for answer in node.all("answer") {
        let Some(weight) = answer.attribute("fraction").and_then(|text| text.trim().parse::<f64>().ok())
        else {
            let reason = "an `<answer>` has no fraction that is a number";
            intake.skip("no-question", answer.span.clone(), reason, "");
            return;
        };
        let why = content(answer.child("feedback"), &mut texts);
        answers.push(Answer { text: content(Some(answer), &mut texts), weight, why });
    }
    let mut field = |name: &str| content(node.child(name), &mut texts);
    let (stem, general) = (field("questiontext"), field("generalfeedback"));
    let feedback = Feedback {
        right: vec![field("correctfeedback")],
        wrong: vec![field("incorrectfeedback")],
        partly: vec![field("partiallycorrectfeedback")],
    };
    let hints =
        node.all("hint").filter(|hint| !content(Some(hint), &mut Texts::default()).is_empty()).count();
    let tags = node.child("tags").into_iter().flat_map(|tags| tags.all("tag"));
    let question = Question {
        span: node.span.clone(),
        kind: kind.to_owned(),
        id: value_of(node, "idnumber"),
        name: node.path(&["name", "text"]).map(Node::text).unwrap_or_default(),
        topic: topic.clone(),
        stem,
        answers,
        single: Question::is_single(kind, &value("single")),
        fixed: matches!(value("shuffleanswers").as_str(), "false" | "0")
            && node.child("shuffleanswers").is_some(),
        general,
        feedback,
        points: value("defaultgrade").parse().ok(),
        hints,
        tags: tags.map(|tag| tag.child("text").map_or_else(|| tag.text(), Node::text)).collect(),
        texts,
    };
    question.add(intake);
}

fn value_of(node: &Node, name: &str) -> String {
    node.child(name).map(Node::text).unwrap_or_default().trim().to_owned()
}
