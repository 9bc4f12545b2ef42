//! Columns with letters or numbers of options.

use super::super::findings::Findings;
use super::super::key_file::Entry;
use super::super::sheet::Wrote;
use super::columns::Columns;
use super::known::plain;
use super::marks::{letters, number};
use super::slot::{How, Slot};
use super::versions::{self, has_keys_by_version};
use crate::bank::Question;
use crate::diagnostic::Severity;
use crate::exchange::intake::short;

/// Letters go up to J where nothing else is known.
const MOST_LETTERS: usize = 10;

impl Columns<'_> {
    /// Letters or numbers of options.
    pub(super) fn marked(
        &mut self,
        at: usize,
        first: Option<usize>,
        version: &str,
        several: bool,
        findings: &mut Findings,
    ) -> Option<Slot> {
        let column = &self.sheet.columns[at];
        let key_of = |text: &str| match first {
            None => letters(text),
            Some(first) => number(text)
                .and_then(|number| number.checked_sub(first))
                .map(|at| vec![at])
                .or_else(|| letters(text)),
        };
        if let Some(entry) = self.key.and_then(|key| key.entry(version, &column.name)) {
            self.two_keys(at, version, entry, &key_of, findings);
            return self.by_entry(at, first, entry, findings);
        }
        if self.key.is_some() {
            let message = format!("the key has no question {}", short(&column.name));
            findings.error("unknown-question", column.span.clone(), message, "the column is left out");
            return None;
        }
        let by_version = several && has_keys_by_version(self.sheet);
        let Some(key) = versions::key(column, version) else {
            return self.by_points_beside(at, first).or_else(|| {
                self.no_key(at, findings);
                None
            });
        };
        let Some(right) = key_of(&key.text) else {
            let message = format!("the key `{}` is no letter or number of an option", short(&key.text));
            findings.error("no-key", key.span.clone(), message, "the column is left out");
            return None;
        };
        let question = self.questions[at];
        if by_version && let Some(question) = question {
            // The same question with its options in another order: the letters cannot be put together.
            let item = self.items.known(question, false);
            return Some(Slot { item, how: How::Scored { first, right } });
        }
        let name = if by_version { format!("{version} {}", column.name) } else { column.name.clone() };
        let item = match question {
            Some(question) => self.items.known(question, false),
            None => self.items.named(&name, &column.stem),
        };
        let most = question.map_or(MOST_LETTERS, Question::option_count);
        let seen = self.highest(at, version, by_version, first).filter(|seen| *seen < most);
        let count = right.iter().copied().chain(seen).max().unwrap_or(0) + 1;
        self.items.letters(
            item,
            count.max(question.map_or(0, |question| question.option_count().min(Question::SHOWN))),
        );
        for option in right {
            self.items.set_key(item, option, true);
        }
        Some(Slot { item, how: How::Marked { first, layout: None, most } })
    }

    /// By a line of the key file.
    fn by_entry(
        &mut self,
        at: usize,
        first: Option<usize>,
        entry: &Entry,
        findings: &mut Findings,
    ) -> Option<Slot> {
        let column = &self.sheet.columns[at];
        let own = if entry.id.is_empty() {
            [entry.version.as_str(), column.name.as_str()].join(" ").trim().to_owned()
        } else {
            entry.id.clone()
        };
        let question = self.known.by_id(&entry.id);
        let item = match question {
            Some(question) => self.items.known(question, !entry.options.is_empty()),
            None => self.items.named(&own, &column.stem),
        };
        let right = letters(&entry.answer).or_else(|| {
            entry
                .options
                .iter()
                .position(|text| plain(text) == plain(&entry.answer))
                .map(|option| vec![option])
        });
        let Some(right) = right else {
            let place = findings.place(&column.span);
            let message = format!(
                "the key to question {} is `{}`, which is no option",
                column.name,
                short(&entry.answer)
            );
            findings.two(
                Severity::Error,
                "no-key",
                column.span.clone(),
                message,
                (place, ""),
                "the column is left out",
            );
            return None;
        };
        let layout: Vec<usize> = entry.options.iter().map(|text| self.items.option(item, text)).collect();
        if layout.is_empty() {
            let beyond_key = right.iter().max().map_or(0, |at| at + 1);
            let most = question.map_or(MOST_LETTERS, |question| question.option_count().max(beyond_key));
            let seen = self
                .highest(at, &entry.version, !entry.version.is_empty(), first)
                .filter(|seen| *seen < most);
            let count = right.iter().copied().chain(seen).max().unwrap_or(0) + 1;
            if question.is_some() && self.items.list[item].options.is_empty() && !entry.version.is_empty() {
                return Some(Slot { item, how: How::Scored { first, right } });
            }
            self.items.letters(item, count);
            for option in right {
                self.items.set_key(item, option, true);
            }
            return Some(Slot { item, how: How::Marked { first, layout: None, most } });
        }
        if question.is_none() {
            for option in right.iter().filter_map(|letter| layout.get(*letter)) {
                self.items.set_key(item, *option, true);
            }
        }
        let most = layout.len();
        Some(Slot { item, how: How::Marked { first, layout: Some(layout), most } })
    }

    /// Marks without a key, but with points beside them: what has points is right.
    fn by_points_beside(&mut self, at: usize, first: Option<usize>) -> Option<Slot> {
        let column = &self.sheet.columns[at];
        let mut right: Option<Vec<usize>> = None;
        for cell in self.sheet.rows.iter().filter_map(|row| row.cells.get(at)) {
            if let (Wrote::Text(text), Some(true)) = (&cell.wrote, cell.right) {
                right = letters(text);
            }
        }
        let right = right?;
        let item = self.items.named(&column.name, &column.stem);
        let seen = self.highest(at, "", false, first).filter(|seen| *seen < MOST_LETTERS);
        self.items.letters(item, right.iter().copied().chain(seen).max().unwrap_or(0) + 1);
        for option in right {
            self.items.set_key(item, option, true);
        }
        Some(Slot { item, how: How::Marked { first, layout: None, most: MOST_LETTERS } })
    }

    /// The highest option that somebody marked.
    fn highest(&self, at: usize, version: &str, of_version: bool, first: Option<usize>) -> Option<usize> {
        let rows = self.sheet.rows.iter().filter(|row| !of_version || versions::is(&row.version, version));
        let marks = rows.filter_map(|row| row.cells.get(at)).filter_map(|cell| match &cell.wrote {
            Wrote::Text(text) => How::options(text, first),
            _ => None,
        });
        marks.flatten().filter(|option| *option < MOST_LETTERS).max()
    }
}
