//! A Word file as the import of Microsoft Forms reads it: numbered questions, lettered options, a line with the answer.
//! Everything is typed text: what Word numbers by itself is not read there everywhere.

use super::docx_exam::package::{WORD, package};
use super::docx_exam::paragraph::styled;
use super::preset::LOSES;
use super::text::{letter, one_line};
use super::xml::Xml;
use super::{Export, Exported, Format, Loss};
use crate::bank::Question;

pub(super) const FORMAT: Format = Format {
    name: "ms-forms",
    summary: "a Word file that Microsoft Forms makes a quiz of (Quick import)",
    extension: "ms-forms.docx",
    loses: LOSES,
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

#[cfg(test)]
mod tests {
    use crate::bank::{Bank, Question};
    use crate::exchange::tests::samples::{bank, whole};
    use crate::exchange::{ImportOptions, find};

    /// What somebody makes in Word for the import of Microsoft Forms is a list that we read, too: so is ours.
    #[test]
    fn questions_options_and_keys_stand_in_the_file() {
        let bank = bank(&[("ordinary.toml", include_str!("../../tests/fixtures/ordinary.toml"))]);
        let exported = find("ms-forms").unwrap().export(&whole(&bank)).unwrap();
        let import = find("docx").unwrap().import.as_ref().unwrap();
        let imported = (import.read)(&exported.bytes, &ImportOptions::default());
        assert_eq!(imported.problems, vec![]);
        let plain = |bank: &Bank| {
            let plain = |question: &Question| {
                let mut keys = question.keys.clone();
                let mut others: Vec<String> = question.distractors.iter().map(|d| d.text.clone()).collect();
                keys.sort();
                others.sort();
                (question.stem.replace('\n', " "), keys, others)
            };
            let mut all: Vec<_> = bank.questions().iter().map(plain).collect();
            all.sort();
            all
        };
        assert_eq!(plain(&imported.bank), plain(&bank));
    }

    #[test]
    fn a_form_that_would_be_too_long_is_noted() {
        let bank = crate::bank::samples::bank(3, 67);
        let exported = find("ms-forms").unwrap().export(&whole(&bank)).unwrap();
        assert!(exported.loss.lines().last().unwrap().starts_with("note: 201 questions, and a form has 200"));
    }
}
