//! From a sheet to responses.

use std::collections::BTreeMap;

use super::super::findings::Findings;
use super::super::key_file::{self, KeyFile};
use super::super::sheet::{Cell, Sheet};
use super::cells::given;
use super::columns::Columns;
use super::item::Items;
use super::known::Known;
use super::marks::marks;
use super::slot::Slot;
use super::versions::{self, versions};
use crate::analysis::{Given, Responses, Student};
use crate::diagnostic::{Place, Severity};
use crate::exchange::intake::short;
use crate::words::{is_id, nearest};

/// What a sheet means.
pub(crate) struct Settled {
    pub(crate) responses: Responses,
    /// One for each student.
    pub(crate) who: Vec<Who>,
}

/// Tells a student from others.
pub(crate) struct Who {
    pub(crate) identity: String,
    pub(crate) place: Place,
}

pub(crate) fn settle(
    mut sheet: Sheet,
    known: &Known<'_>,
    key: Option<&KeyFile>,
    findings: &mut Findings,
) -> Settled {
    once_each(&mut sheet, findings);
    versions::leave_out_unknown(&mut sheet, key, findings);
    let questions = known.questions(&sheet);
    unknown_ids(&sheet, known, findings);
    let marks = marks(&sheet, &questions);
    let mut columns = Columns { sheet: &sheet, known, key, questions: &questions, items: Items::default() };
    let mut slots: BTreeMap<String, Vec<Option<Slot>>> = BTreeMap::new();
    let versions = versions(&sheet);
    for version in &versions {
        let slot = |at: usize| columns.slot(at, marks[at], version, versions.len() > 1, findings);
        slots.insert(version.clone(), (0..sheet.columns.len()).map(slot).collect());
    }
    let mut items = columns.items;
    let mut students = vec![];
    for row in &sheet.rows {
        let of_version = slots.iter().find(|(version, _)| versions::is(version, &row.version));
        let mut student = Student { name: row.name.clone(), given: vec![] };
        for (cell, slot) in row.cells.iter().zip(of_version.map_or(&[][..], |(_, slots)| slots)) {
            let Some(slot) = slot else { continue };
            let given = given(cell, slot, &mut items, findings);
            if student.given.len() <= slot.item {
                student.given.resize(slot.item + 1, Given::NotAsked);
            }
            student.given[slot.item] = given;
        }
        students.push(student);
    }
    for student in &mut students {
        student.given.resize(items.list.len(), Given::NotAsked);
    }
    let who =
        sheet.rows.iter().map(|row| Who { identity: row.identity.clone(), place: findings.place(&row.span) });
    Settled { who: who.collect(), responses: Responses { items: items.list, students } }
}

/// Leaves out students who stand in the file for a second time, and those who answered nothing.
fn once_each(sheet: &mut Sheet, findings: &mut Findings) {
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    sheet.rows.retain(|row| {
        if row.cells.iter().all(Cell::is_empty) {
            let message = "nothing was answered here; the student is left out";
            findings.warning("no-answer", row.span.clone(), message, "");
            return false;
        }
        if row.identity.is_empty() {
            return true;
        }
        if let Some(first) = seen.get(&row.identity) {
            let other = (first.clone(), "this one counts");
            let message = String::from("this student stands in the file twice; the first counts");
            findings.two(Severity::Warning, "duplicate-student", row.span.clone(), message, other, "");
            return false;
        }
        seen.insert(row.identity.clone(), findings.place(&row.span));
        true
    });
}

/// Where columns are called by ids, one that is none of the banks is likely misspelled.
fn unknown_ids(sheet: &Sheet, known: &Known<'_>, findings: &mut Findings) {
    if !sheet.columns.iter().any(|column| known.by_id(&column.name).is_some()) {
        return;
    }
    for column in &sheet.columns {
        let name = column.name.to_lowercase();
        if known.by_id(&name).is_none() && is_id(&name) && key_file::number(&name).is_none() {
            let ids = known.bank.questions().iter().map(|question| question.id.as_str());
            let near =
                nearest(&name, ids).first().map_or_else(String::new, |near| format!("did you mean {near}? "));
            findings.warning(
                "unknown-question",
                column.span.clone(),
                format!("the banks have no question {}", short(&column.name)),
                &format!("{near}Where its bank is not in use, name it with --bank"),
            );
        }
    }
}
