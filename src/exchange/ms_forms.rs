//! A Word file as the import of Microsoft Forms reads it: numbered questions, lettered options, a line with the answer.
//! Everything is typed text: what Word numbers by itself is not read there everywhere.

use super::docx_exam::package::{WORD, package};
use super::docx_exam::paragraph::styled;
use super::text::{letter, one_line};
use super::xml::Xml;
use super::{Export, Exported, Format, Loss, Part};
use crate::bank::Question;

pub(super) const FORMAT: Format = Format {
    name: "ms-forms",
    summary: "a Word file that Microsoft Forms makes a quiz of (Quick import)",
    extension: "ms-forms.docx",
    loses: &[
        Part::Id,
        Part::Topic,
        Part::TopicSummary,
        Part::Objective,
        Part::ObjectiveText,
        Part::Kind,
        Part::Level,
        Part::Why,
        Part::Explanation,
        Part::Source,
        Part::Jurisdiction,
        Part::Order,
        Part::Allow,
    ],
    export: Some(export),
    import: None,
};

/// As many questions as a form can have.
const MOST_QUESTIONS: usize = 200;

fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let count = export.questions().count();
    if count > MOST_QUESTIONS {
        loss.note(&format!(
            "{count} questions, and a form has {MOST_QUESTIONS} at most: export some topics at a time"
        ));
    }
    let mut xml = Xml::new();
    xml.within("w:document", &[("xmlns:w", WORD)], |xml| {
        xml.within("w:body", &[], |xml| {
            for (at, (_, question)) in export.questions().enumerate() {
                write(xml, export, at + 1, question, &mut loss);
            }
        });
    });
    Exported { bytes: package(&export.options.title, &xml.finish(), &[]), loss }
}

fn write(xml: &mut Xml, export: &Export<'_>, number: usize, question: &Question, loss: &mut Loss) {
    let texts = std::iter::once(question.stem.as_str()).chain(question.options());
    let breaks = texts.map(|text| text.matches('\n').count()).sum();
    loss.change(&question.id, "line breaks written as blanks", breaks);
    styled(xml, "Normal", &format!("{number}. {}", one_line(&question.stem)));
    let mut right = vec![];
    for (at, choice) in export.choices(question).into_iter().enumerate() {
        styled(xml, "Normal", &format!("{}. {}", letter(at), one_line(choice.text)));
        if choice.right {
            right.push(letter(at));
        }
    }
    styled(xml, "Normal", &format!("Answer: {}", right.join(", ")));
    styled(xml, "Normal", "");
}
