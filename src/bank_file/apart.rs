//! A file taken apart: what stands before its questions, and each question by itself, parsed on all cores. The tables
//! of a whole file would take many times its size, and those of a question are gone before the next one is read.

use std::ops::Range;
use std::sync::Arc;

use super::parts::parts;
use super::read_question::{Declared, ReadQuestion, read_question};
use super::told::Told;
use crate::diagnostic::{Diagnostic, Source};
use crate::parallel;
use crate::toml_fields::{Table, has_too_many_lines, one_table, parse_part};

const HEADER: &str = "[[question]]";

/// Smaller files are read before a second core has begun.
const LARGE: usize = 256 * 1024;

/// So many questions are read before it is seen whether too much is told.
const AT_ONCE: usize = 5_000;

pub(super) struct Apart<'s> {
    source: &'s Arc<Source>,
    /// What stands before the first question.
    pub(super) head: Table<'s>,
    questions: Vec<Range<usize>>,
}

/// Takes a file apart that has the usual form: after the first question there are only questions.
///
/// A part that is TOML by itself and holds one question is the same in the whole: a header within a text or a list would
/// leave the part before it without its end.
pub(super) fn apart(source: &Arc<Source>) -> Option<Apart<'_>> {
    let text = &source.text;
    if has_too_many_lines(source) {
        return None;
    }
    let mut questions = parts(text, |line| line.starts_with(HEADER));
    let head = if text.starts_with(HEADER) { 0..0 } else { questions.remove(0) };
    if questions.is_empty() {
        return None;
    }
    let head = parse_part(source, head).filter(|head| !head.contains_key("question"))?;
    Some(Apart { source, head, questions })
}

impl Apart<'_> {
    /// Every question with its problems, unless a part is anything else than one question.
    pub(super) fn read(
        &self,
        declared: Option<&Declared<'_>>,
    ) -> Option<Vec<(ReadQuestion, Vec<Diagnostic>)>> {
        let read = |part: &Range<usize>| {
            let table = parse_part(self.source, part.clone())?;
            let (table, header) = one_table(&table, "question")?;
            Some(read_question(self.source, table, header, declared))
        };
        let mut all = Vec::with_capacity(self.questions.len());
        let mut budget = Told::default();
        for some in self.questions.chunks(AT_ONCE) {
            let read: Vec<_> = if self.source.text.len() < LARGE {
                some.iter().map(read).collect()
            } else {
                parallel::each(some, read)
            };
            for read in read {
                all.push(budget.keep(read?));
            }
        }
        all.extend(budget.rest());
        Some(all)
    }
}
