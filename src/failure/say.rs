//! What is said of a failure: a sentence, then what to do next.

/// A sentence, and lines with the next thing to type.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) message: String,
    pub(crate) hints: Vec<String>,
}

pub(super) fn say(message: impl Into<String>) -> Words {
    Words { message: message.into(), hints: vec![] }
}

impl Words {
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}
