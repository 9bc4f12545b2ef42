//! What is there of a question that lacks something else, and what is wrong with that.

use std::ops::Range;

use crate::bank::{Distractor, Fault, Kind, Level, Parts, Question};
use crate::toml_fields::Text;

pub(super) struct Present<'a> {
    pub(super) stem: Option<&'a Text>,
    pub(super) keys: Option<&'a Vec<String>>,
    pub(super) distractors: Option<&'a Vec<Distractor>>,
    pub(super) order: Option<&'a (Vec<Text>, Range<usize>)>,
}

impl Present<'_> {
    pub(super) fn lacks(&self) -> bool {
        self.stem.is_none() || self.keys.is_none() || self.distractors.is_none()
    }

    /// Its faults, with something sound in the place of what is missing.
    pub(super) fn faults(&self) -> Vec<Fault> {
        // No text of a bank holds this character.
        let text = |words: &str| format!("\u{0}{words}");
        let missing = || vec![Distractor { text: text("distractor"), why: String::new() }];
        let order = self.order.filter(|_| self.keys.is_some() && self.distractors.is_some());
        let order = order.map(|(texts, _)| texts.iter().map(|(text, _)| text.clone()).collect());
        let parts = Parts {
            id: String::from("id"),
            topic: String::from("topic"),
            objective: String::from("objective"),
            kind: Kind::Concept,
            level: Level::Recall,
            stem: self.stem.map_or_else(|| text("stem"), |(stem, _)| stem.clone()),
            keys: self.keys.cloned().unwrap_or_else(|| vec![text("key")]),
            distractors: self.distractors.cloned().unwrap_or_else(missing),
            explanation: String::new(),
            source: String::new(),
            jurisdiction: None,
            order: order.unwrap_or_default(),
            allow: vec![],
        };
        Question::new(parts).err().unwrap_or_default()
    }
}
