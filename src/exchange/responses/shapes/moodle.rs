//! Moodle's quiz reports: "Responses", with or without the questions and the right answers, and "Grades".

use std::collections::BTreeMap;

use super::super::findings::Findings;
use super::super::shape::{Input, Shape};
use super::super::sheet::{Cell, Column, Key, Line, Sheet, Wrote, sound_rows};
use super::person::{Role, line, role};
use crate::exchange::table::Row;
use crate::words::same_name;

pub(super) const RESPONSES: Shape = Shape {
    summary: "Moodle's report of responses",
    is: |input| columns(input, RESPONSE).len() > 1 && has_grade(input),
    read: read_responses,
};

pub(super) const GRADES: Shape =
    Shape { summary: "Moodle's report of grades", is: |input| grades(input).len() > 1, read: read_grades };

/// What Moodle calls the columns, in the languages of many courses.
const RESPONSE: &[&str] =
    &["response", "antwort", "réponse", "respuesta", "risposta", "resposta", "antwoord"];
const QUESTION: &[&str] = &["question", "frage", "pregunta", "domanda", "questão", "vraag"];
const RIGHT: &[&str] = &[
    "right answer",
    "richtige antwort",
    "bonne réponse",
    "respuesta correcta",
    "risposta corretta",
    "resposta correta",
    "juiste antwoord",
];
/// Attempts that are not handed in.
const UNFINISHED: &[&str] = &["in progress", "never submitted", "in bearbeitung", "nie abgegeben", "overdue"];

/// Numbered columns: number and place.
fn columns(input: &Input<'_>, words: &[&str]) -> Vec<(usize, usize)> {
    let numbered = |(at, name): (usize, &String)| {
        let (word, number) = name.rsplit_once(' ')?;
        let number: usize = number.parse().ok()?;
        words.contains(&word.to_lowercase().as_str()).then_some((number, at))
    };
    input.grid.header().iter().enumerate().filter_map(numbered).collect()
}

fn has_grade(input: &Input<'_>) -> bool {
    input.grid.header().iter().any(|name| name.contains('/') && name.ends_with(|c: char| c.is_ascii_digit()))
}

/// `Q. 1 /1.00`: number, place, and how many points.
fn grades(input: &Input<'_>) -> Vec<(usize, usize, f64)> {
    let grade = |(at, name): (usize, &String)| {
        let (front, points) = name.rsplit_once('/')?;
        let (_, number) = front.trim().rsplit_once(' ')?;
        Some((number.parse().ok()?, at, decimal(points)?))
    };
    input.grid.header().iter().enumerate().filter_map(grade).collect()
}

fn decimal(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite())
}

/// The rows of attempts that were handed in.
fn attempts<'g>(input: &Input<'g>, findings: &mut Findings) -> Vec<(&'g Row, Line)> {
    let grid = input.grid;
    let header = grid.header();
    let roles: Vec<Role> = header.iter().map(|name| role(name)).collect();
    let of_state = |cell: &String| UNFINISHED.iter().any(|word| same_name(word, cell));
    let mut found = vec![];
    for row in sound_rows(grid, findings, 1) {
        let student = line(&roles, &row.cells, row.span.clone());
        let is_average =
            student.identity.contains("average") || (student.name.is_empty() && student.identity.is_empty());
        if is_average || row.cells.iter().any(of_state) {
            continue;
        }
        found.push((row, student));
    }
    found
}

fn read_responses(input: &Input<'_>, findings: &mut Findings) -> Sheet {
    let grid = input.grid;
    let (questions, rights) = (columns(input, QUESTION), columns(input, RIGHT));
    let of = |list: &[(usize, usize)], wanted: usize| {
        list.iter().find(|(number, _)| *number == wanted).map(|(_, at)| *at)
    };
    let mut sheet = Sheet::default();
    // A slot of the quiz may draw its question: then each student has another one in it.
    let mut known: BTreeMap<(usize, String), usize> = BTreeMap::new();
    let attempts = attempts(input, findings);
    for (number, response) in columns(input, RESPONSE) {
        for (row, _) in &attempts {
            let stem = of(&questions, number).map_or("", |at| row.cells[at].as_str());
            // The same question in another slot is the same question.
            let key = if stem.is_empty() { (number, String::new()) } else { (0, stem.to_owned()) };
            let at = *known.entry(key).or_insert_with(|| {
                sheet.columns.push(Column {
                    name: number.to_string(),
                    stem: stem.to_owned(),
                    span: grid.span(&grid.rows[0], response),
                    keys: vec![],
                });
                sheet.columns.len() - 1
            });
            let column = &mut sheet.columns[at];
            if let Some(right) = of(&rights, number).filter(|right| !row.cells[*right].is_empty())
                && !column.keys.iter().any(|key| key.text == row.cells[right])
            {
                let (version, text) = (String::new(), row.cells[right].clone());
                column.keys.push(Key { version, text, span: grid.span(row, right) });
            }
        }
    }
    let responses = columns(input, RESPONSE);
    for (row, mut student) in attempts {
        student.cells = vec![Cell::default(); sheet.columns.len()];
        let spans = grid.spans(row);
        for (number, response) in &responses {
            let stem = of(&questions, *number).map_or("", |at| row.cells[at].as_str());
            let key = if stem.is_empty() { (*number, String::new()) } else { (0, stem.to_owned()) };
            if let Some(at) = known.get(&key) {
                student.cells[*at] = Cell::of(&row.cells[*response], spans.of(*response));
            }
        }
        sheet.rows.push(student);
    }
    sheet
}

fn read_grades(input: &Input<'_>, findings: &mut Findings) -> Sheet {
    let grid = input.grid;
    let grades = grades(input);
    let column = |(number, at, _): &(usize, usize, f64)| Column {
        name: number.to_string(),
        span: grid.span(&grid.rows[0], *at),
        ..Column::default()
    };
    let mut sheet = Sheet { columns: grades.iter().map(column).collect(), ..Sheet::default() };
    for (row, mut student) in attempts(input, findings) {
        let spans = grid.spans(row);
        for (_, at, points) in &grades {
            let (text, span) = (&row.cells[*at], spans.of(*at));
            let mut cell = Cell::of(text, span.clone());
            match (&cell.wrote, decimal(text)) {
                (Wrote::Text(_), Some(earned)) => {
                    cell.wrote = Wrote::Nothing;
                    cell.right = Some(earned >= *points);
                    if earned > 0.0 && earned < *points {
                        findings.warning(
                            "partial-credit",
                            span,
                            format!("{text} of {points} points count as wrong"),
                            "",
                        );
                    }
                }
                (Wrote::Text(_), None) => {
                    findings.error("no-grade", span, format!("`{text}` is no grade"), "");
                    cell.wrote = Wrote::Blank;
                }
                _ => {}
            }
            student.cells.push(cell);
        }
        sheet.rows.push(student);
    }
    sheet
}
