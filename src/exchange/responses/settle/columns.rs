//! The columns of a sheet: which item each is for a version, and what is right.

use std::collections::BTreeMap;

use super::super::findings::Findings;
use super::super::key_file::KeyFile;
use super::super::sheet::{Sheet, Wrote};
use super::item::Items;
use super::known::{Known, plain};
use super::marks::Marks;
use super::slot::{How, Slot};
use super::versions;
use crate::bank::Question;

/// The columns of a sheet, as they are understood.
pub(super) struct Columns<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) known: &'s Known<'s>,
    pub(super) key: Option<&'s KeyFile>,
    pub(super) questions: &'s [Option<&'s Question>],
    pub(super) items: Items,
}

impl Columns<'_> {
    pub(super) fn slot(
        &mut self,
        at: usize,
        marks: Marks,
        version: &str,
        several: bool,
        findings: &mut Findings,
    ) -> Option<Slot> {
        match marks {
            Marks::Points => Some(self.points(at)),
            Marks::Texts => self.texts(at, version, findings),
            Marks::Letters => self.marked(at, None, version, several, findings),
            Marks::Numbers(first) => self.marked(at, Some(first), version, several, findings),
        }
    }

    fn points(&mut self, at: usize) -> Slot {
        let column = &self.sheet.columns[at];
        let entry = self.key.and_then(|key| key.entry("", &column.name));
        let question = self.questions[at].or_else(|| entry.and_then(|entry| self.known.by_id(&entry.id)));
        let item = match question {
            Some(question) => self.items.known(question, false),
            None => self.items.named(&column.name, &column.stem),
        };
        Slot { item, how: How::Points }
    }

    fn texts(&mut self, at: usize, version: &str, findings: &mut Findings) -> Option<Slot> {
        let column = &self.sheet.columns[at];
        let mut keys = column.keys.iter().filter(|key| !key.text.is_empty());
        if let Some(question) = self.questions[at] {
            let item = self.items.known(question, true);
            let is_key = |text: &str| {
                self.items
                    .option_with_text(item, text)
                    .is_none_or(|option| self.items.list[item].options[option].key)
            };
            if let Some(other) = keys.find(|key| !is_key(&key.text)) {
                Self::differs(question, &other.text, other.span.clone(), findings);
            } else if let Some(cell) = self.counted_otherwise(at, question) {
                let Wrote::Text(text) = &cell.wrote else { return None };
                Self::differs(question, text, cell.span.clone(), findings);
            }
            return Some(Slot { item, how: How::Texts { closed: true } });
        }
        let cells = || self.sheet.rows.iter().filter_map(|row| row.cells.get(at));
        // Sorted, so that the order of the students decides nothing.
        let mut texts: BTreeMap<String, (&str, bool)> = BTreeMap::new();
        for cell in cells() {
            let wrote: Vec<&str> = match &cell.wrote {
                Wrote::Text(text) => vec![text],
                Wrote::Options(texts) => texts.iter().map(String::as_str).collect(),
                _ => vec![],
            };
            for text in wrote {
                let known = texts.entry(plain(text)).or_insert((text, false));
                known.1 |= cell.right == Some(true);
            }
        }
        let key =
            self.key.and_then(|key| key.entry(version, &column.name)).map(|entry| entry.answer.as_str());
        let of_file = versions::key(column, version).map(|key| key.text.as_str());
        let said = key.or(of_file);
        let scored = cells().any(|cell| cell.right.is_some() || matches!(cell.wrote, Wrote::Options(_)));
        if said.is_none() && !scored {
            self.no_key(at, findings);
            return None;
        }
        let item = self.items.named(&column.name, &column.stem);
        for (text, right) in texts.values() {
            let option = self.items.option(item, text);
            self.items.set_key(item, option, *right && said.is_none());
        }
        if let Some(text) = said {
            let option = self.items.option(item, text);
            self.items.set_key(item, option, true);
        }
        Some(Slot { item, how: How::Texts { closed: false } })
    }
}
