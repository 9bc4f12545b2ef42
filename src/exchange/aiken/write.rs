//! Strict Aiken, as Moodle reads it: a line each for the question and its options, then `ANSWER: B`.

use super::guard::{GUARD, needs_guard};
use crate::exchange::text::{Lines, letter, one_line};
use crate::exchange::{Export, Exported, Loss};

pub(super) fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let mut page = Lines::default();
    for (_, question) in export.questions() {
        if question.has_several_keys() {
            loss.skip(&question.id, "several keys");
            continue;
        }
        if question.option_count() > 26 {
            loss.refuse(&question.id, "more than 26 options");
            continue;
        }
        let stem = one_line(&question.stem);
        if needs_guard(&stem) {
            loss.change(
                &question.id,
                "stems begun with \"Q:\" because they look like an option or a keyword",
                1,
            );
            page.line(&format!("{GUARD}{stem}"));
        } else {
            page.line(&stem);
        }
        let choices = export.choices(question);
        for (at, choice) in choices.iter().enumerate() {
            page.line(&format!("{}) {}", letter(at), one_line(choice.text)));
        }
        let key = choices.iter().position(|choice| choice.right).unwrap_or_default();
        page.line(&format!("ANSWER: {}", letter(key)));
        page.blank();
    }
    Exported { bytes: page.finish(), loss }
}
