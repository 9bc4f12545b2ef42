//! A table that a person made or a scanner wrote: one row a student, one column a question.

use super::super::findings::Findings;
use super::super::shape::{Input, Shape};
use super::super::sheet::{Cell, Column, Key, Sheet, sound_rows};
use super::person::{Role, line, role};
use crate::words::same_name;

pub(super) const SHAPE: Shape =
    Shape { summary: "a table with one row a student and one column a question", is: |_| true, read };

/// What a row with the right answers begins with, and a row with figures below the students.
const KEYS: &[&str] =
    &["key", "answer key", "keys", "correct", "correct answer", "correct answers", "answers", "solution"];
const FIGURES: &[&str] =
    &["average", "overall average", "mean", "median", "total", "sd", "standard deviation", "max", "min"];

fn read(input: &Input<'_>, findings: &mut Findings) -> Sheet {
    let grid = input.grid;
    let header = grid.header();
    let Some(first) = grid.rows.first() else { return Sheet::default() };
    let named = !is_data(header);
    let roles: Vec<Role> = if named {
        let known = |name: &str| input.bank.question(name).is_some();
        header.iter().map(|name| if known(name) { Role::Question } else { role(name) }).collect()
    } else {
        let starts_with_name = !is_answer(&header[0]);
        (0..header.len())
            .map(|at| if at == 0 && starts_with_name { Role::Identity } else { Role::Question })
            .collect()
    };
    let questions: Vec<usize> = (0..roles.len()).filter(|&at| roles[at] == Role::Question).collect();
    let column = |(number, &at): (usize, &usize)| Column {
        name: if named { header[at].clone() } else { (number + 1).to_string() },
        stem: if named { header[at].clone() } else { String::new() },
        span: grid.span(first, at),
        keys: vec![],
    };
    let mut sheet = Sheet { columns: questions.iter().enumerate().map(column).collect(), ..Sheet::default() };
    for row in sound_rows(grid, findings, usize::from(named)) {
        let mut student = line(&roles, &row.cells, row.span.clone());
        let begins = row.cells.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
        if FIGURES.iter().any(|word| same_name(word, begins)) {
            continue;
        }
        let spans = grid.spans(row);
        if let Some(version) = key_row(&row.cells, &roles) {
            let version = if version.is_empty() { student.version } else { version };
            for (column, &at) in sheet.columns.iter_mut().zip(&questions) {
                let key = Key { version: version.clone(), text: row.cells[at].clone(), span: spans.of(at) };
                column.keys.push(key);
            }
            continue;
        }
        student.cells = questions.iter().map(|&at| Cell::of(&row.cells[at], spans.of(at))).collect();
        sheet.rows.push(student);
    }
    sheet
}

/// The version of a row that holds the right answers: empty where it names none. `None` for a student.
fn key_row(cells: &[String], roles: &[Role]) -> Option<String> {
    let about = roles.iter().zip(cells).filter(|(role, _)| !matches!(role, Role::Question | Role::Version));
    about.into_iter().find_map(|(_, cell)| {
        let is = |text: &str| KEYS.iter().any(|word| same_name(word, text)) && !text.is_empty();
        if is(cell) {
            return Some(String::new());
        }
        // `Key A`, `A key`.
        let (first, last) = cell.rsplit_once(' ')?;
        let version = |text: &str| (text.len() <= 2).then(|| text.to_owned());
        if is(first) { version(last) } else { is(last).then(|| version(first)).flatten() }
    })
}

/// Whether the first row holds answers already: marks and nothing else, besides a name.
fn is_data(cells: &[String]) -> bool {
    let rest = cells.iter().skip(1).filter(|cell| !cell.is_empty());
    cells.len() >= 3
        && role(&cells[0]) == Role::Question
        && rest.clone().count() > 0
        && rest.into_iter().all(|cell| is_answer(cell))
}

fn is_answer(cell: &str) -> bool {
    let mut letters = cell.chars();
    match (letters.next(), letters.next()) {
        (Some('0' | '1'), None) => true,
        (Some(letter), None) => letter.is_ascii_alphabetic() || letter == '-' || letter == '*',
        _ => false,
    }
}
