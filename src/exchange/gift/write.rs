//! One block a question. Everything is HTML (`[html]`), on one line, with the marks escaped.

use super::block::TEXT_FORMATS;
use crate::bank::Question;
use crate::exchange::moodle::{beyond_limits, category, tags, weights};
use crate::exchange::text::{Lines, explanation_and_source, html};
use crate::exchange::{Export, Exported, Loss};

pub(super) fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let mut page = Lines::default();
    for section in &export.sections {
        // A category is not unescaped by Moodle: what would be taken for an escape cannot be said there.
        let category = category(section, &mut loss);
        let sound = without_escapes(&category);
        if sound != category {
            let first = section.questions.first().map_or("", |question| question.id.as_str());
            loss.change(first, "backslashes dropped from a topic's title", 1);
        }
        page.line(&format!("$CATEGORY: {sound}"));
        page.blank();
        for question in &section.questions {
            match beyond_limits(section.topic, question) {
                Some(reason) => loss.refuse(&question.id, reason),
                None => write_question(&mut page, &mut loss, export, question),
            }
        }
    }
    Exported { bytes: page.finish(), loss }
}

fn write_question(page: &mut Lines, loss: &mut Loss, export: &Export<'_>, question: &Question) {
    let tags = tags(question).iter().map(|tag| format!(" [tag:{tag}]")).collect::<Vec<_>>().concat();
    if question.id.contains('\\') {
        // Inside `[id:...]` only `]` can be escaped; a backslash could not be told from that.
        loss.drop(&question.id, "id numbers (the name carries the id)", 1);
        page.line(&format!("//{tags}"));
    } else {
        page.line(&format!("// [id:{}]{tags}", question.id.replace(']', "\\]")));
    }
    page.line(&format!("::{}::[html]{}{{", escaped(&question.id), text(&question.stem)));
    let (right, wrong) = weights(question);
    for choice in export.choices(question) {
        let mark = match (question.has_several_keys(), choice.right) {
            (false, true) => String::from("="),
            (false, false) => String::from("~"),
            (true, true) => format!("~%{right}%"),
            (true, false) => format!("~%{wrong}%"),
        };
        let why = if choice.why.is_empty() { String::new() } else { format!("#{}", text(choice.why)) };
        page.line(&format!("\t{mark}{}{why}", text(choice.text)));
    }
    let explanation = explanation_and_source(&question.explanation, &question.source);
    if !explanation.is_empty() {
        page.line(&format!("\t####{}", text(&explanation)));
    }
    page.line("}");
    page.blank();
}

/// A text as HTML with the marks of GIFT escaped, and nothing at its start that would be taken for a weight or a
/// format.
fn text(text: &str) -> String {
    let html = escaped(&html(text));
    let bracket = TEXT_FORMATS.iter().any(|format| html.starts_with(&format!("[{format}]")));
    match (bracket, html.strip_prefix('%')) {
        (true, _) => format!("&\\#91;{}", &html[1..]),
        (false, Some(rest)) => format!("&\\#37;{rest}"),
        (false, None) => html,
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if "\\~=#{}:".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn without_escapes(text: &str) -> String {
    let mut sound = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let escape = c == '\\' && letters.peek().is_some_and(|next| ":#={}~n\\".contains(*next));
        if !escape {
            sound.push(c);
        }
    }
    sound
}
