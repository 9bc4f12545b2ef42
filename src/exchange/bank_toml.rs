//! A bank file of our own: what every import ends as, and a selection as a bank to go on with.

use super::intake::{Decoded, IMPORTED, declared, decode, moved, objective, words};
use super::text::slug;
use super::{Export, Exported, Format, Import, ImportOptions, Imported, Loss, Part};
use crate::bank::{Bank, Objective, Parts, Question, Topic};
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
        let asked = options.topic.as_deref().filter(|asked| !asked.is_empty());
        // What an error was told of is mended here where it would keep the bank from being written.
        let id = asked.or_else(|| (!is_id(&topic.item.id)).then_some(topic.item.id.as_str()));
        let mut topic = topic.item.clone();
        if let Some(id) = id {
            topic.id =
                Some(id).filter(|id| is_id(id)).map_or_else(|| slug_or_imported(id), ToOwned::to_owned);
        }
        if asked.is_some() {
            topic.title = words(&topic.id);
        }
        let mut topic = declared(topic);
        let questions: Vec<Question> = file
            .questions
            .into_iter()
            .filter_map(|question| mended(&question.item, &mut topic, asked.is_some()))
            .collect();
        bank.add(topic, questions);
        imported.read = bank.questions().len();
    }
    imported.bank = bank;
    imported.problems = file.problems;
    if let Some(found) = found {
        imported.said.extend(found.said());
        imported.problems.extend(found.problem(&source));
    }
    imported
}

/// The same question as one of this topic, with an id and an objective that can be written; moved there from another
/// one, it gets an id of its own.
fn mended(question: &Question, topic: &mut Topic, is_moved: bool) -> Option<Question> {
    let id: String = question.id.chars().map(|c| if c.is_whitespace() { '-' } else { c }).collect();
    let id = if is_moved { moved(&id, &topic.id) } else { id };
    let (objective, text) = objective(&(question.objective.clone(), String::new()));
    if topic.objectives.iter().all(|known| known.id != objective) {
        topic.objectives.push(Objective { id: objective.clone(), text });
    }
    Question::new(Parts { id, topic: topic.id.clone(), objective, ..(**question).clone() }).ok()
}

fn slug_or_imported(name: &str) -> String {
    match slug(name) {
        id if id.is_empty() => IMPORTED.to_owned(),
        id => id,
    }
}
