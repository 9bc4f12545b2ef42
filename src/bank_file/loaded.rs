//! What was read of a file, and where each part of it stands.

use std::ops::Range;
use std::sync::Arc;

use crate::bank::{Field, Question, Topic};
use crate::diagnostic::{Diagnostic, Place, Source};

/// The schema that this guardprep reads.
pub(crate) const SCHEMA: i64 = 1;

/// What was read of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LoadedFile {
    pub(crate) topic: Option<Loaded<Topic>>,
    pub(crate) questions: Vec<Loaded<Question>>,
    pub(crate) problems: Vec<Diagnostic>,
}

/// A thing and where its parts stand in its file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Loaded<T> {
    pub(crate) item: T,
    pub(crate) spans: Spans,
    pub(crate) source: Arc<Source>,
}

impl<T> Loaded<T> {
    /// The place of a part, or of the whole where the part has none of its own.
    pub(crate) fn place(&self, field: Field) -> Place {
        Place::new(&self.source, self.spans.of(field))
    }
}

/// Byte ranges of the parts of a question (or of a topic, whose id stands in `id`).
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Spans {
    pub(crate) whole: Range<usize>,
    pub(crate) id: Range<usize>,
    pub(crate) stem: Range<usize>,
    pub(crate) keys: Vec<Range<usize>>,
    pub(crate) distractors: Vec<Range<usize>>,
    pub(crate) whys: Vec<Range<usize>>,
    pub(crate) explanation: Range<usize>,
    pub(crate) order: Range<usize>,
    /// The entries of `allow`.
    pub(crate) allow: Vec<Range<usize>>,
    /// The ids of a topic's objectives.
    pub(crate) objectives: Vec<Range<usize>>,
}

impl Spans {
    pub(crate) fn of(&self, field: Field) -> Range<usize> {
        let found = match field {
            Field::Stem => Some(&self.stem),
            Field::Key(at) => self.keys.get(at),
            Field::Distractor(at) => self.distractors.get(at),
            Field::Why(at) => self.whys.get(at),
            Field::Explanation => Some(&self.explanation),
            Field::Order => Some(&self.order),
            Field::Whole => Some(&self.id),
        };
        match found {
            Some(span) if *span != (0..0) => span.clone(),
            _ if self.id != (0..0) => self.id.clone(),
            _ => self.whole.clone(),
        }
    }
}
