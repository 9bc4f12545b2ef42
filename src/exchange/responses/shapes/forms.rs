//! The tables of Google Forms and Microsoft Forms: the columns are the questions' texts, and quizzes have columns with
//! points beside them.

use super::super::findings::Findings;
use super::super::shape::{Input, Shape};
use super::super::sheet::{Cell, Column, Sheet, sound_rows};
use super::person::{Role, line, role};
use crate::words::same_name;

pub(super) const GOOGLE: Shape = Shape {
    summary: "the responses of a Google Form",
    is: |input| {
        input.grid.header().first().is_some_and(|name| {
            ["timestamp", "zeitstempel", "horodateur", "marca temporal"]
                .iter()
                .any(|word| same_name(word, name))
        })
    },
    read,
};

pub(super) const MICROSOFT: Shape = Shape {
    summary: "the responses of a Microsoft Form",
    is: |input| {
        let has = |word: &str| input.grid.header().iter().any(|name| same_name(name, word));
        has("id") && has("start time") && has("completion time")
    },
    read,
};

/// What marks a column that is about another one: behind its name (Google), or before it (Microsoft).
const POINTS: &[&str] = &["[Score]", "Points - ", "Points -"];
const FEEDBACK: &[&str] = &["[Feedback]", "Feedback - ", "Feedback -"];

fn read(input: &Input<'_>, findings: &mut Findings) -> Sheet {
    let grid = input.grid;
    let header = grid.header();
    let about = |name: &str, marks: &[&str]| {
        marks
            .iter()
            .find_map(|mark| name.strip_suffix(mark).or_else(|| name.strip_prefix(mark)))
            .map(|rest| rest.trim().to_owned())
    };
    let roles: Vec<Role> = header
        .iter()
        .map(|name| {
            let beside = about(name, POINTS).or_else(|| about(name, FEEDBACK));
            if beside.is_some() { Role::Other } else { role(name) }
        })
        .collect();
    let points = |title: &str| header.iter().position(|name| about(name, POINTS).as_deref() == Some(title));
    let questions: Vec<(usize, Option<usize>)> = (0..header.len())
        .filter(|&at| roles[at] == Role::Question)
        .map(|at| (at, points(&header[at])))
        .collect();
    let column = |(number, (at, _)): (usize, &(usize, Option<usize>))| Column {
        name: (number + 1).to_string(),
        stem: header[*at].clone(),
        span: grid.span(&grid.rows[0], *at),
        keys: vec![],
    };
    let mut sheet = Sheet { columns: questions.iter().enumerate().map(column).collect(), ..Sheet::default() };
    for row in sound_rows(grid, findings, 1) {
        let mut student = line(&roles, &row.cells, row.span.clone());
        let spans = grid.spans(row);
        for (at, points) in &questions {
            let mut cell = Cell::of(&row.cells[*at], spans.of(*at));
            cell.right = points.and_then(|at| earned_all(&row.cells[at]));
            student.cells.push(cell);
        }
        sheet.rows.push(student);
    }
    sheet
}

/// `1.00 / 1` (Google) or `1` (Microsoft, which does not say of how many).
fn earned_all(cell: &str) -> Option<bool> {
    let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
    match cell.split_once('/') {
        Some((earned, of)) => Some(number(earned)? >= number(of)?),
        None => number(cell).map(|earned| earned > 0.0),
    }
}
