//! Figures of three made-up classes against those of R with its package psych (`tests/fixtures/responses/reference.R`).

use std::collections::BTreeMap;

use super::class::{analyzed, items, near, of_choices};
use crate::analysis::{ItemFigures, Responses};

const CLASSES: [(&str, &str); 3] = [
    ("small", include_str!("../../../tests/fixtures/responses/reference-small.csv")),
    ("middle", include_str!("../../../tests/fixtures/responses/reference-middle.csv")),
    ("large", include_str!("../../../tests/fixtures/responses/reference-large.csv")),
];
const FIGURES: &str = include_str!("../../../tests/fixtures/responses/reference.csv");

fn letter(cell: &str) -> Option<usize> {
    "ABCD".find(cell).filter(|_| !cell.is_empty())
}

fn class(text: &str) -> Responses {
    let rows: Vec<Vec<Option<usize>>> =
        text.lines().skip(1).map(|line| line.split(',').skip(1).map(letter).collect()).collect();
    let keys: Vec<usize> = rows[0].iter().map(|key| key.unwrap()).collect();
    of_choices(items(&keys, 4), &rows[1..])
}

fn figure(item: &ItemFigures, name: &str) -> Option<f64> {
    let option = |letter: &str| item.options["ABCD".find(letter).unwrap()];
    match name {
        "facility" => Some(item.facility),
        "facility from" => Some(item.facility_interval.0),
        "facility to" => Some(item.facility_interval.1),
        "r" => item.discrimination,
        "r from" => item.discrimination_interval.map(|(from, _)| from),
        "r to" => item.discrimination_interval.map(|(_, to)| to),
        "r with item" => item.sums.with_itself(),
        "alpha without" => item.alpha_without,
        name => match name.strip_prefix("r of ") {
            Some(letter) => option(letter).correlation,
            None => Some(option(name).share),
        },
    }
}

#[test]
fn figures_are_those_of_another_program_to_nine_digits() {
    let classes: BTreeMap<&str, _> =
        CLASSES.iter().map(|(name, text)| (*name, analyzed(&class(text)))).collect();
    let mut compared = 0;
    for line in FIGURES.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [name, item, what, value] = cells[..] else { panic!("{line}") };
        let analysis = &classes[name];
        let scores = analysis.scores.as_ref().unwrap();
        let found = match what {
            "mean" => Some(scores.mean),
            "sd" => scores.deviation,
            "alpha" => scores.reliability.map(|reliability| reliability.alpha),
            what => figure(&analysis.items[item[1..].parse::<usize>().unwrap() - 1], what),
        };
        match value.parse::<f64>() {
            Ok(value) => near(found.unwrap(), value, 1e-9, line),
            Err(_) => assert_eq!(found, None, "{line}: an option that nobody chose goes with nothing"),
        }
        compared += 1;
    }
    assert_eq!(compared, 3 * 3 + 63 * 16);
}
