//! What is kept of one class: no student, and no single answer.

use crate::analysis::responses::{Choice, Given, Item, Responses};
use crate::analysis::sums::ItemSums;
use crate::analysis::whole::Analysis;
use crate::bank::{Bank, Fingerprint};

/// The questions of a class that the banks know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptClass {
    /// Of the answers, whatever was taken for right: it tells whether a class is there already.
    pub(super) id: Fingerprint,
    pub(crate) students: usize,
    pub(crate) questions: Vec<KeptQuestion>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptQuestion {
    pub(super) id: String,
    /// Of the right answer at that time.
    pub(super) key: Fingerprint,
    /// Whether all who were asked it were asked the same besides.
    pub(super) common: bool,
    pub(super) sums: ItemSums,
    /// Their texts, in the order of the sums.
    pub(super) options: Vec<Choice>,
}

impl KeptClass {
    pub(crate) fn of(responses: &Responses, analysis: &Analysis, bank: &Bank) -> Self {
        let items = || responses.items.iter().enumerate().filter(|(_, item)| item.known);
        let mut questions: Vec<KeptQuestion> = items()
            .filter_map(|(at, item)| {
                let figures = analysis.items.get(at).filter(|figures| figures.asked > 0)?;
                Some(KeptQuestion {
                    id: item.name.clone(),
                    key: bank.question(&item.name)?.key_fingerprint(),
                    common: figures.common,
                    sums: figures.sums.clone(),
                    options: item.options.clone(),
                })
            })
            .collect();
        questions.sort_by(|a, b| a.id.cmp(&b.id));
        let mut rows: Vec<String> = responses
            .students
            .iter()
            .map(|student| {
                let mut cells: Vec<String> =
                    items().filter_map(|(at, item)| cell(item, *student.given.get(at)?)).collect();
                cells.sort();
                cells.join("\u{1f}")
            })
            .collect();
        rows.sort();
        Self {
            id: Fingerprint::of(rows.iter().map(String::as_str)),
            students: responses.students.len(),
            questions,
        }
    }
}

/// What a student did with an item, in whatever order the options stand.
fn cell(item: &Item, given: Given) -> Option<String> {
    let what = match given {
        Given::NotAsked => return None,
        Given::Blank => String::new(),
        Given::Scored(right) => right.to_string(),
        Given::Chose(bits) => {
            let chosen = item.options.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            let mut texts: Vec<&str> = chosen.map(|(_, option)| option.text.as_str()).collect();
            texts.sort_unstable();
            texts.join("\u{1d}")
        }
    };
    Some(format!("{}\u{1e}{what}", item.name))
}
