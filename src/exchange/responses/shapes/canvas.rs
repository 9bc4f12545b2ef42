//! Canvas' student analysis: two columns a question, `4711: its text` with the answer, then the points for it.

use super::super::findings::Findings;
use super::super::shape::{Input, Shape};
use super::super::sheet::{Cell, Column, Sheet, Wrote, sound_rows};
use super::person::{Role, line, role};
use crate::words::same_name;

pub(super) const SHAPE: Shape = Shape {
    summary: "Canvas' student analysis",
    is: |input| {
        input.grid.header().iter().any(|name| same_name(name, "n correct")) && !questions(input).is_empty()
    },
    read,
};

/// For each question its place, its text, and how many points it gives.
fn questions<'i>(input: &'i Input<'_>) -> Vec<(usize, &'i str, f64)> {
    let header = input.grid.header();
    let question = |at: usize| {
        let (number, stem) = header[at].split_once(':')?;
        let points: f64 = header.get(at + 1)?.parse().ok()?;
        number.bytes().all(|byte| byte.is_ascii_digit()).then_some((at, stem.trim(), points))
    };
    (0..header.len()).filter_map(question).collect()
}

fn read(input: &Input<'_>, findings: &mut Findings) -> Sheet {
    let grid = input.grid;
    let questions = questions(input);
    let roles: Vec<Role> = grid.header().iter().map(|name| role(name)).collect();
    let column = |(number, (at, stem, _)): (usize, &(usize, &str, f64))| Column {
        name: (number + 1).to_string(),
        stem: (*stem).to_owned(),
        span: grid.span(&grid.rows[0], *at),
        keys: vec![],
    };
    let mut sheet = Sheet { columns: questions.iter().enumerate().map(column).collect(), ..Sheet::default() };
    for row in sound_rows(grid, findings, 1) {
        let mut student = line(&roles, &row.cells, row.span.clone());
        let spans = grid.spans(row);
        for (at, _, points) in &questions {
            let (text, earned) = (&row.cells[*at], &row.cells[*at + 1]);
            // Canvas puts a comma between several answers, and a backslash before one that belongs to a text.
            let mut cell = Cell::of(&text.replace("\\,", ","), spans.of(*at));
            // Nobody has points for a question that was not drawn.
            if text.is_empty() && earned.is_empty() {
                cell.wrote = Wrote::NotAsked;
            }
            cell.right = earned.parse::<f64>().ok().map(|earned| earned >= *points && *points > 0.0);
            student.cells.push(cell);
        }
        sheet.rows.push(student);
    }
    sheet
}
