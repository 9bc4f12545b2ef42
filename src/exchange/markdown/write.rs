//! The questions of each topic, then their answers.

use crate::bank::{Named, Question};
use crate::exchange::export::Section;
use crate::exchange::text::{Lines, letter};
use crate::exchange::{Export, Exported, Loss};
use crate::words::{Block, FENCE, blocks};

pub(super) fn export(export: &Export<'_>) -> Exported {
    let mut page = Lines::default();
    page.line(&format!("# {}", escape(&export.options.title)));
    for section in &export.sections {
        questions(&mut page, export, section);
        page.line(&format!("\n## Answers: {}", escape(&section.topic.title)));
        for question in &section.questions {
            answer(&mut page, export, question);
        }
    }
    Exported { bytes: page.finish(), loss: Loss::default() }
}

fn questions(page: &mut Lines, export: &Export<'_>, section: &Section<'_>) {
    let topic = section.topic;
    let title = escape(&topic.title);
    page.line(&format!("\n## {title} (`{}`)\n\n{}\n", topic.id, paragraphs(&topic.summary, "")));
    for objective in &topic.objectives {
        page.line(&format!("* `{}`: {}", objective.id, paragraphs(&objective.text, "  ")));
    }
    for question in &section.questions {
        page.line(&format!("\n### {}\n\n{}\n", escape(&question.id), paragraphs(&question.stem, "")));
        for (at, choice) in export.choices(question).iter().enumerate() {
            page.line(&format!("* **{}.** {}", letter(at), paragraphs(choice.text, "  ")));
        }
    }
}

fn answer(page: &mut Lines, export: &Export<'_>, question: &Question) {
    let choices = export.choices(question);
    let keys: Vec<String> =
        choices.iter().enumerate().filter(|(_, choice)| choice.right).map(|(at, _)| letter(at)).collect();
    page.line(&format!("\n### {}: {}", escape(&question.id), keys.join(" and ")));
    if !question.explanation.is_empty() {
        page.line(&format!("\n{}", paragraphs(&question.explanation, "")));
    }
    page.blank();
    for (at, choice) in choices.iter().enumerate().filter(|(_, choice)| !choice.why.is_empty()) {
        page.line(&format!("* Not **{}**: {}", letter(at), paragraphs(choice.why, "  ")));
    }
    if !question.source.is_empty() {
        page.line(&format!("\n**Source:** {}", paragraphs(&question.source, "")));
    }
    if let Some(place) = &question.jurisdiction {
        page.line(&format!("\n**Law of:** {}", escape(place)));
    }
    let (kind, level) = (question.kind.name(), question.level.name());
    let order = if question.order.is_empty() { "" } else { ", options in this order" };
    page.line(&format!("\n**Objective:** `{}`, {kind}, {level}{order}", question.objective));
}

/// Paragraphs, those after the first indented.
fn paragraphs(text: &str, indent: &str) -> String {
    let block = |block: Block<'_>| match block {
        Block::Paragraph(paragraph) => escape(paragraph),
        Block::Code(lines) => {
            let lines = lines.iter().map(|line| format!("\n{indent}{line}")).collect::<Vec<_>>().concat();
            format!("{FENCE}{lines}\n{indent}{FENCE}")
        }
    };
    blocks(text).into_iter().map(block).collect::<Vec<_>>().join(&format!("\n\n{indent}"))
}

/// Text in which no character means anything to Markdown, wherever in a line it stands.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut beginning = true;
    for c in text.chars() {
        let always = "\\`*_{}[]<>()#|$&~".contains(c);
        // A list, a heading underlined, a quotation or a numbered item: `-`, `+`, `=` and `1.` at the start of a line.
        let at_start = beginning && "-+=".contains(c);
        let after_number = ".:".contains(c) && beginning;
        if always || at_start || after_number {
            escaped.push('\\');
        }
        escaped.push(c);
        beginning = c == '\n' || (beginning && c.is_ascii_digit());
    }
    escaped
}
