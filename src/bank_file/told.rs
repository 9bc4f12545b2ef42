//! How many problems of questions are kept: a file may have millions of them, and nobody reads so many.

use super::read_question::ReadQuestion;
use crate::diagnostic::Diagnostic;
use crate::limits;

/// A question as it was read, with its problems.
type Read = (ReadQuestion, Vec<Diagnostic>);

#[derive(Default)]
pub(super) struct Told {
    told: usize,
    untold: usize,
}

impl Told {
    /// Takes the problems of a question away where enough is told.
    pub(super) fn keep(&mut self, (read, problems): Read) -> Read {
        if self.told >= limits::TOLD {
            self.untold += problems.len();
            return (read, vec![]);
        }
        self.told += problems.len();
        (read, problems)
    }

    /// What is said of those that were taken away.
    pub(super) fn rest(self) -> Option<Read> {
        let nothing = ReadQuestion { id: None, question: None };
        (self.untold > 0).then(|| (nothing, vec![Diagnostic::untold(self.untold)]))
    }
}
