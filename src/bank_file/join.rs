//! Several files as one bank: later ones replace topics of the same id, ids are unique in the whole.

use std::collections::BTreeMap;

use super::read::duplicate_id;
use super::{Loaded, LoadedFile};
use crate::bank::{Bank, Field};
use crate::diagnostic::{Diagnostic, Place};

/// A bank, the places of its questions, and every problem of its files.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    pub(crate) bank: Bank,
    /// Where the questions of the bank stand, in its order.
    pub(crate) places: Vec<Loaded<()>>,
    /// Where the objectives stand, by topic and id.
    pub(crate) objectives: BTreeMap<(String, String), Place>,
    pub(crate) problems: Vec<Diagnostic>,
    /// The first problem of each file that was left out as a whole; see [`super::leave_out()`].
    pub(crate) left_out: Vec<Diagnostic>,
}

impl Joined {
    /// Where a part of a question stands, by the number of the question in the bank.
    pub(crate) fn place(&self, question: usize, field: Field) -> Place {
        self.places[question].place(field)
    }

    pub(crate) fn place_of_objective(&self, topic: &str, objective: &str) -> Option<Place> {
        self.objectives.get(&(topic.to_owned(), objective.to_owned())).cloned()
    }
}

/// Joins layers of files, weakest first: a topic of a later layer replaces the one of an earlier layer. Within one
/// layer a topic may stand in one file only.
pub(crate) fn join(layers: Vec<Vec<LoadedFile>>) -> Joined {
    let mut joined = Joined::default();
    let mut chosen: Vec<(String, LoadedFile)> = vec![];
    for layer in layers {
        let mut of_layer: BTreeMap<String, Place> = BTreeMap::new();
        for mut file in layer {
            joined.problems.append(&mut file.problems);
            let Some(topic) = &file.topic else { continue };
            let (id, place) = (topic.item.id.clone(), topic.place(Field::Whole));
            if let Some(first) = of_layer.get(&id) {
                let problem =
                    Diagnostic::error("duplicate-topic", format!("two files hold the topic `{id}`"))
                        .at(place)
                        .related(first.clone(), "first here")
                        .help("put their questions into one file, or give one of them another id");
                joined.problems.push(problem);
                continue;
            }
            of_layer.insert(id.clone(), place);
            // A replacement takes the place of what it replaces, so that the order of topics stays.
            match chosen.iter_mut().find(|(earlier, _)| *earlier == id) {
                Some(entry) => entry.1 = file,
                None => chosen.push((id, file)),
            }
        }
    }
    let questions = chosen.iter().map(|(_, file)| file.questions.len()).sum();
    joined.bank.reserve(questions);
    joined.places.reserve(questions);
    let mut first: BTreeMap<String, Place> = BTreeMap::new();
    for (_, file) in chosen {
        let Some(topic) = file.topic else { continue };
        let mut questions = Vec::with_capacity(file.questions.len());
        for question in file.questions {
            let place = question.place(Field::Whole);
            if let Some(earlier) = first.get(&question.item.id) {
                joined.problems.push(duplicate_id(&question.item.id, place, earlier.clone()));
            } else {
                first.insert(question.item.id.clone(), place);
                let Loaded { item, spans, source } = question;
                questions.push(item);
                joined.places.push(Loaded { item: (), spans, source });
            }
        }
        let objectives = topic.item.objectives.iter().zip(&topic.spans.objectives);
        joined.objectives.extend(objectives.map(|(objective, span)| {
            let key = (topic.item.id.clone(), objective.id.clone());
            (key, Place::new(&topic.source, span.clone()))
        }));
        joined.bank.add(topic.item, questions);
    }
    joined
}
