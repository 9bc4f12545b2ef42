//! A bank file of our own: what every import ends as, and a selection as a bank to go on with.

use super::intake::{Decoded, decode, moved, words};
use super::text::slug;
use super::{Export, Exported, Format, Import, ImportOptions, Imported, Loss, Part};
use crate::bank::{Bank, Parts, Question, Topic};
use crate::bank_file::{read, write};
use crate::diagnostic::Source;
use crate::words::is_id;

pub(super) const FORMAT: Format = Format {
    name: "toml",
    summary: "a bank file of guardprep, one topic a file",
    extension: "toml",
    loses: &[Part::SecondTopic],
    export: Some(export),
    import: Some(Import { read: import, likeness }),
};

fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    for section in export.sections.iter().skip(1) {
        for question in &section.questions {
            loss.refuse(&question.id, "a bank file holds one topic: export each topic on its own");
        }
    }
    let text = export.sections.first().map_or_else(String::new, |first| write(first.topic, &first.questions));
    Exported { bytes: text.into_bytes(), loss }
}

fn likeness(bytes: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let has = |line: &str| text.lines().any(|other| other.trim() == line);
    if has("[topic]") || has("[[question]]") { 100 } else { 0 }
}

fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let Decoded { text, found } = decode(bytes);
    let source = Source::new(options.file_name.as_str(), text);
    let file = read(&source);
    let errors = file.problems.iter().filter(|problem| problem.is_error() && problem.question.is_some());
    let mut skipped: Vec<&str> = errors.filter_map(|problem| problem.question.as_deref()).collect();
    skipped.dedup();
    let mut imported = Imported { read: file.questions.len(), skipped: skipped.len(), ..Imported::default() };
    let mut bank = Bank::default();
    if let Some(topic) = file.topic {
        let questions = file.questions.into_iter().map(|question| question.item);
        match options.topic.as_deref().filter(|asked| !asked.is_empty()) {
            Some(asked) => {
                let id = if is_id(asked) { asked.to_owned() } else { slug(asked) };
                bank.add(
                    Topic { title: words(&id), id: id.clone(), ..topic.item },
                    questions.filter_map(|q| into_topic(&q, &id)),
                );
            }
            None => bank.add(topic.item, questions),
        }
    }
    imported.bank = bank;
    imported.problems = file.problems;
    if let Some(found) = found {
        imported.said.extend(found.said());
        imported.problems.extend(found.problem(&source));
    }
    imported
}

/// The same question in another topic, with an id of its own there.
fn into_topic(question: &Question, topic: &str) -> Option<Question> {
    let id = moved(&question.id, topic);
    Question::new(Parts { id, topic: topic.to_owned(), ..(**question).clone() }).ok()
}
