//! What scanner apps write (`ZipGrade`'s full format): for each question what was marked and which key it was marked by.

use super::super::findings::Findings;
use super::super::shape::{Input, Shape};
use super::super::sheet::{Cell, Column, Key, Sheet, sound_rows};
use super::person::{Role, line, role};

pub(super) const SHAPE: Shape =
    Shape { summary: "ZipGrade's table (full format)", is: |input| marks(input).len() > 1, read };

/// For each question its number, the column with what was marked, and the one with the key.
fn marks(input: &Input<'_>) -> Vec<(String, usize, usize)> {
    let header = input.grid.header();
    let numbered = |name: &str, start: &str| {
        let rest = name.to_lowercase().strip_prefix(start)?.to_owned();
        rest.parse::<usize>().ok().map(|number| number.to_string())
    };
    let key =
        |number: &str| header.iter().position(|name| numbered(name, "prikey").as_deref() == Some(number));
    let student = |(at, name): (usize, &String)| {
        let number = numbered(name, "stu")?;
        let key = key(&number)?;
        Some((number, at, key))
    };
    header.iter().enumerate().filter_map(student).collect()
}

fn read(input: &Input<'_>, findings: &mut Findings) -> Sheet {
    let grid = input.grid;
    let marks = marks(input);
    let roles: Vec<Role> = grid.header().iter().map(|name| role(name)).collect();
    let first = &grid.rows[0];
    let column = |(number, at, _): &(String, usize, usize)| Column {
        name: number.clone(),
        span: grid.span(first, *at),
        ..Column::default()
    };
    let mut sheet = Sheet { columns: marks.iter().map(column).collect(), ..Sheet::default() };
    for row in sound_rows(grid, findings, 1) {
        let mut student = line(&roles, &row.cells, row.span.clone());
        let spans = grid.spans(row);
        for ((_, at, key), column) in marks.iter().zip(&mut sheet.columns) {
            student.cells.push(Cell::of(&row.cells[*at], spans.of(*at)));
            let text = row.cells[*key].clone();
            let same = |known: &Key| known.version == student.version && known.text == text;
            if !text.is_empty() && !column.keys.iter().any(same) {
                column.keys.push(Key { version: student.version.clone(), text, span: spans.of(*key) });
            }
        }
        sheet.rows.push(student);
    }
    sheet
}
