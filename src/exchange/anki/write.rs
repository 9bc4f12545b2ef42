//! A note a question, a deck a topic.

use super::tag::encoded;
use crate::bank::{Named, Question, Topic};
use crate::exchange::export::{Choice, is_fixed};
use crate::exchange::text::{Lines, html, letter};
use crate::exchange::{Export, Exported, Loss};

/// How the rows are to be read. The type of note is named for collections in which another one was used last.
const HEAD: &[&str] = &[
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    "#guid column:1",
    "#deck column:2",
    "#tags column:5",
    "#if matches:update current",
];

pub(super) fn export(export: &Export<'_>) -> Exported {
    let mut page = Lines::default();
    for line in HEAD {
        page.line(line);
    }
    for (topic, question) in export.questions() {
        let choices = export.choices(question);
        let cells = [
            question.id.clone(),
            format!("{}::{}", deck(&export.options.title, true), deck(&topic.title, false)),
            front(question, &choices),
            back(topic, question, &choices),
            tags(question),
        ];
        // All cells are quoted: a row that began with a `#` would be a comment, a text that began with a quotation mark
        // would lose it.
        let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        page.line(&quoted.join("\t"));
    }
    Exported { bytes: page.finish(), loss: Loss::default() }
}

/// A deck's name. `::` nests decks, which only the person who names the whole may want; the title of a topic arrives
/// unchanged on the card.
fn deck(title: &str, nests: bool) -> String {
    let mut name = title.replace('\n', " ");
    while !nests && name.contains("::") {
        name = name.replace("::", ": :");
    }
    name
}

fn front(question: &Question, choices: &[Choice<'_>]) -> String {
    let options: Vec<String> =
        choices.iter().map(|choice| format!("<li>{}</li>", field(choice.text))).collect();
    let class = if is_fixed(question) { "gp-options gp-fixed" } else { "gp-options" };
    format!(
        "<div class=\"gp-stem\">{}</div><ol class=\"{class}\" type=\"A\" style=\"text-align:left\">{}</ol>",
        field(&question.stem),
        options.concat()
    )
}

fn back(topic: &Topic, question: &Question, choices: &[Choice<'_>]) -> String {
    let mut parts = vec![];
    let mut add =
        |class: &str, content: &str| parts.push(format!("<div class=\"gp-{class}\">{content}</div>"));
    for (at, choice) in choices.iter().enumerate().filter(|(_, choice)| choice.right) {
        add("key", &format!("{}. {}", letter(at), field(choice.text)));
    }
    if !question.explanation.is_empty() {
        add("explanation", &field(&question.explanation));
    }
    for (at, choice) in choices.iter().enumerate().filter(|(_, choice)| !choice.why.is_empty()) {
        add("why", &format!("Not {}. {}", letter(at), field(choice.why)));
    }
    if !question.source.is_empty() {
        add("source", &format!("Source: {}", field(&question.source)));
    }
    add("topic", &field(&topic.title));
    parts.concat()
}

/// Text for a field. Anki sets what stands between `\(` and `\)` as a formula, and plays `[sound:...]`: behind an
/// element that shows nothing, a backslash and a bracket are only themselves.
fn field(text: &str) -> String {
    html(text).replace('\\', "<span>\\</span>").replace('[', "<span>[</span>")
}

fn tags(question: &Question) -> String {
    let mut tags = vec![
        format!("topic::{}", encoded(&question.topic)),
        format!("objective::{}", encoded(&question.objective)),
        format!("kind::{}", question.kind.name()),
        format!("level::{}", question.level.name()),
    ];
    tags.extend(question.jurisdiction.iter().map(|place| format!("jurisdiction::{}", encoded(place))));
    tags.join(" ")
}
