//! Files that nobody named on the command line, such as those in a user's own folder: one that is broken, or clashes
//! with another, is left out as a whole, and everything else works.

use std::collections::{BTreeMap, BTreeSet};

use super::LoadedFile;
use super::read::duplicate_id;
use crate::bank::Field;
use crate::diagnostic::{Diagnostic, Place};

/// Takes the files out of one layer that cannot stand beside the others; gives the first problem of each.
pub(crate) fn leave_out(layers: &mut [Vec<LoadedFile>], of: usize) -> Vec<Diagnostic> {
    let mut problems = vec![];
    let Some(layer) = layers.get_mut(of) else { return problems };
    layer.retain(|file| match file.problems.iter().find(|problem| problem.is_error()) {
        Some(problem) => {
            problems.push(problem.clone());
            false
        }
        None => true,
    });
    while let Some((at, problem)) = clash(layers, of) {
        layers[of].remove(at);
        problems.push(problem);
    }
    problems
}

/// The first file of the layer that holds a topic or an id of another file, and what clashes.
fn clash(layers: &[Vec<LoadedFile>], of: usize) -> Option<(usize, Diagnostic)> {
    // Which file holds each topic in the end: a later layer replaces what an earlier one says.
    let mut topics: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut of_layer: BTreeSet<&str> = BTreeSet::new();
    for (layer, files) in layers.iter().enumerate() {
        for (at, file) in files.iter().enumerate() {
            let Some(topic) = &file.topic else { continue };
            if layer == of && !of_layer.insert(&topic.item.id) {
                let problem = Diagnostic::error(
                    "duplicate-topic",
                    format!("two files hold the topic `{}`", topic.item.id),
                );
                return Some((at, problem.at(topic.place(Field::Whole))));
            }
            topics.insert(&topic.item.id, (layer, at));
        }
    }
    let mut ids: BTreeMap<&str, Place> = BTreeMap::new();
    let is_of = |place: &&(usize, usize)| place.0 == of;
    let others = topics.values().filter(|place| !is_of(place));
    for &(layer, at) in others.chain(topics.values().filter(is_of)) {
        for question in &layers[layer][at].questions {
            let place = question.place(Field::Whole);
            match ids.get(question.item.id.as_str()) {
                Some(first) if layer == of => {
                    return Some((at, duplicate_id(&question.item.id, place, first.clone())));
                }
                Some(_) => {}
                None => drop(ids.insert(&question.item.id, place)),
            }
        }
    }
    None
}
