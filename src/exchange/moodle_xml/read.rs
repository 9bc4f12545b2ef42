//! Questions of a Moodle export. Multiple choice and true/false are read; every other type is named and left.

use crate::exchange::html::plain;
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft};
use crate::exchange::moodle::{right_ones, take_tag, title_of};
use crate::exchange::text::split_source;
use crate::exchange::xml::{Node, elements};
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
    for element in elements(&source.text, "question") {
        match element {
            Err(trouble) => {
                let help = "in a text `&` is written `&amp;` and `<` is written `&lt;`";
                intake.skip("syntax", trouble.span, format!("this is no XML: {}", trouble.message), help);
            }
            Ok(node) => match node.attribute("type").unwrap_or_default() {
                "category" => topic = category(&node),
                "multichoice" | "truefalse" => read_question(&mut intake, &node, &topic),
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
        summary: node.child("info").map(|info| content(info, &mut vec![])).unwrap_or_default(),
    }
}

/// The text of an element with a format, as plain text.
fn content(node: &Node, lost: &mut Vec<&'static str>) -> String {
    let text = node.child("text").map(Node::text).unwrap_or_default();
    let html = match node.attribute("format") {
        Some("plain_text" | "markdown") => return text,
        // Line breaks count there, and so does markup.
        Some("moodle_auto_format") => text.trim().replace('\n', "<br>"),
        _ => text,
    };
    let plain = plain(&html);
    lost.extend(plain.lost);
    plain.text
}

fn read_question(intake: &mut Intake<'_>, node: &Node, topic: &TopicDraft) {
    let mut lost = vec![];
    let field = |name: &str, lost: &mut Vec<&'static str>| {
        node.child(name).map(|n| content(n, lost)).unwrap_or_default()
    };
    let value = |name: &str| node.child(name).map(|n| n.text().trim().to_lowercase()).unwrap_or_default();

    let mut weights = vec![];
    let mut options = vec![];
    for answer in node.all("answer") {
        let Some(weight) = answer.attribute("fraction").and_then(|text| text.trim().parse::<f64>().ok())
        else {
            let reason = "an `<answer>` has no fraction that is a number";
            intake.skip("no-question", answer.span.clone(), reason, "");
            return;
        };
        weights.push(weight);
        let why = answer.child("feedback").map(|feedback| content(feedback, &mut lost)).unwrap_or_default();
        options.push(OptionDraft { text: content(answer, &mut lost), right: false, why });
    }
    let single = node.attribute("type") == Some("truefalse")
        || !matches!(value("single").as_str(), "false" | "0" | "");
    match right_ones(&weights, single) {
        Ok(right) => options.iter_mut().zip(right).for_each(|(option, right)| option.right = right),
        Err(reason) => {
            intake.skip("no-question", node.span.clone(), reason, "");
            return;
        }
    }
    let (mut explanation, source) = split_source(&field("generalfeedback", &mut lost));
    let mut unused = 0;
    for option in options.iter_mut().filter(|option| option.right && !option.why.is_empty()) {
        // What is said about the right option explains the answer, where nothing else does.
        let why = std::mem::take(&mut option.why);
        if explanation.is_empty() { explanation = why } else { unused += 1 }
    }
    let idnumber = node.child("idnumber").map(Node::text).unwrap_or_default().trim().to_owned();
    let mut draft = Draft {
        span: node.span.clone(),
        id: idnumber,
        name: node.path(&["name", "text"]).map(Node::text).unwrap_or_default(),
        topic: topic.clone(),
        stem: field("questiontext", &mut lost),
        fixed: matches!(value("shuffleanswers").as_str(), "false" | "0")
            && node.child("shuffleanswers").is_some(),
        options,
        explanation,
        source,
        ..Draft::default()
    };
    let mut tags = 0;
    for tag in node.child("tags").into_iter().flat_map(|tags| tags.all("tag")) {
        let text = tag.child("text").map_or_else(|| tag.text(), Node::text);
        tags += usize::from(!take_tag(text.trim(), &mut draft));
    }
    if let Some(id) = intake.add(&draft) {
        intake.loss.drop(&id, "tags", tags);
        intake.loss.drop(&id, "feedback on right options", unused);
        let partial = weights.iter().filter(|weight| single && **weight > 0.0 && **weight < 99.9).count();
        intake.loss.drop(&id, "partial credits", partial);
        lost.sort_unstable();
        lost.dedup();
        for what in lost {
            intake.loss.drop(&id, what, 1);
        }
    }
}
