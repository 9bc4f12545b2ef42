//! What is wrong with keys, in words.

use std::ops::Range;

use super::super::findings::Findings;
use super::super::key_file::Entry;
use super::super::sheet::{Cell, Wrote};
use super::columns::Columns;
use super::known::plain;
use super::marks::letters;
use super::versions;
use crate::bank::Question;
use crate::diagnostic::{Place, Severity};
use crate::exchange::intake::short;

impl Columns<'_> {
    pub(super) fn no_key(&self, at: usize, findings: &mut Findings) {
        let column = &self.sheet.columns[at];
        let name = short(&column.name);
        let message = format!("nothing says which answer to `{name}` is right; the column is left out");
        let help = match self.questions[at] {
            Some(_) => {
                "letters say nothing without the order of the options: add a row that begins with `key`, or give the key \
                 with --key FILE (`guardprep export --to exam-key` with the same --seed writes it)"
            }
            None => {
                "add a row that begins with `key`, give a file with --key, or the bank with --bank; if the column is no \
                 question, take it out"
            }
        };
        findings.error("no-key", column.span.clone(), message, help);
    }

    pub(super) fn two_keys(
        &self,
        at: usize,
        version: &str,
        entry: &Entry,
        key_of: &dyn Fn(&str) -> Option<Vec<usize>>,
        findings: &mut Findings,
    ) {
        let (Some(own), Some(key)) = (versions::key(&self.sheet.columns[at], version), self.key) else {
            return;
        };
        if key_of(&own.text) != letters(&entry.answer) {
            let message = format!(
                "the key here is {}, in the key file it is {}; that one counts",
                own.text, entry.answer
            );
            let other = (Place::new(&key.source, entry.span.clone()), "this one counts");
            findings.two(Severity::Error, "two-keys", own.span.clone(), message, other, "make both the same");
        }
    }

    /// An answer that the other program gave points for though the bank calls it wrong.
    pub(super) fn counted_otherwise(&self, at: usize, question: &Question) -> Option<&Cell> {
        if question.has_several_keys() {
            return None;
        }
        let is_wrong =
            |text: &str| question.distractors.iter().any(|distractor| plain(&distractor.text) == plain(text));
        let cells = self.sheet.rows.iter().filter_map(|row| row.cells.get(at));
        cells.into_iter().find(
            |cell| matches!(&cell.wrote, Wrote::Text(text) if cell.right == Some(true) && is_wrong(text)),
        )
    }

    pub(super) fn differs(question: &Question, text: &str, span: Range<usize>, findings: &mut Findings) {
        let message = format!(
            "to {} the file takes \"{}\" for right, the bank \"{}\"; the bank counts",
            question.id,
            short(text),
            short(question.option(0))
        );
        findings.warning("key-differs", span, message, "which of them is right?");
    }
}
