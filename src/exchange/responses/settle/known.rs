//! Which question of the banks a column is.

use std::collections::{BTreeMap, BTreeSet};

use super::super::sheet::{Column, Sheet, Wrote};
use crate::bank::{Bank, Question};

/// The banks, to be asked for what a file calls a question.
pub(in crate::exchange::responses) struct Known<'b> {
    pub(super) bank: &'b Bank,
    by_stem: BTreeMap<String, usize>,
    /// By the text of an option: the questions that have it.
    by_option: BTreeMap<String, Vec<usize>>,
}

impl<'b> Known<'b> {
    pub(in crate::exchange::responses) fn of(bank: &'b Bank) -> Self {
        let mut by_option: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, question) in bank.questions().iter().enumerate() {
            for text in question.options() {
                by_option.entry(plain(text)).or_default().push(at);
            }
        }
        let stems = bank.questions().iter().enumerate();
        Self { bank, by_stem: stems.map(|(at, question)| (plain(&question.stem), at)).collect(), by_option }
    }

    /// The question with this id, whatever its case.
    pub(super) fn by_id(&self, name: &str) -> Option<&'b Question> {
        let name = name.trim();
        self.bank.question(name).or_else(|| self.bank.question(&name.to_lowercase()))
    }

    /// Which question each column is: by id, by the question's text, or by the answers: what was given are its options.
    /// Where several questions have those (true and false), the one that is left of the topics of the other columns.
    pub(super) fn questions(&self, sheet: &Sheet) -> Vec<Option<&'b Question>> {
        let candidates: Vec<Vec<&Question>> =
            (0..sheet.columns.len()).map(|at| self.candidates(sheet, at)).collect();
        let only = |found: &Vec<&'b Question>| match found[..] {
            [question] => Some(question),
            _ => None,
        };
        let sure: Vec<Option<&Question>> = candidates.iter().map(only).collect();
        let taken: BTreeSet<&str> = sure.iter().flatten().map(|question| question.id.as_str()).collect();
        let topics: BTreeSet<&str> = sure.iter().flatten().map(|question| question.topic.as_str()).collect();
        let left = |found: &Vec<&'b Question>| {
            let fits = |question: &&&Question| {
                topics.contains(question.topic.as_str()) && !taken.contains(question.id.as_str())
            };
            let left: Vec<&Question> = found.iter().filter(fits).copied().collect();
            (found.len() > 1).then(|| only(&left)).flatten()
        };
        sure.iter().zip(&candidates).map(|(sure, found)| sure.or_else(|| left(found))).collect()
    }

    fn candidates(&self, sheet: &Sheet, at: usize) -> Vec<&'b Question> {
        let column = &sheet.columns[at];
        if let Some(question) = self.named(column) {
            return vec![question];
        }
        let wrote = sheet.rows.iter().filter_map(|row| row.cells.get(at));
        let texts: BTreeSet<String> = wrote
            .filter_map(|cell| match &cell.wrote {
                Wrote::Text(text) => Some(plain(text)),
                _ => None,
            })
            .chain(column.keys.iter().map(|key| plain(&key.text)))
            .filter(|text| text.len() > 1)
            .collect();
        self.by_answers(&texts)
    }

    fn named(&self, column: &Column) -> Option<&'b Question> {
        let stem = plain(&column.stem);
        let by_stem = || self.by_stem.get(&stem).map(|&at| &self.bank.questions()[at]);
        self.by_id(&column.name).or_else(|| by_stem().filter(|_| !stem.is_empty()))
    }

    fn by_answers(&self, texts: &BTreeSet<String>) -> Vec<&'b Question> {
        let mut hits: BTreeMap<usize, usize> = BTreeMap::new();
        for text in texts {
            // Several right answers may stand in one cell.
            let parts =
                std::iter::once(text.as_str()).chain(text.split(';').map(str::trim)).collect::<BTreeSet<_>>();
            let questions: BTreeSet<usize> =
                parts.iter().filter_map(|part| self.by_option.get(*part)).flatten().copied().collect();
            for question in questions {
                *hits.entry(question).or_default() += 1;
            }
        }
        let best = hits.values().max().copied().unwrap_or(0);
        // A misprint among many does not make it another question.
        if best == 0 || 4 * best < 3 * texts.len() {
            return vec![];
        }
        hits.iter().filter(|(_, count)| **count == best).map(|(at, _)| &self.bank.questions()[*at]).collect()
    }
}

/// A text as it is compared: case, blanks and a final period aside.
pub(super) fn plain(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    joined.strip_suffix('.').unwrap_or(&joined).to_owned()
}
