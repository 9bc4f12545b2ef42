//! The sheets of an `.ods` workbook.

use super::sheet::{Room, Sheet, put};
use crate::exchange::xml::{Child, Node, elements};

pub(super) fn sheets(parts: &[(String, String)]) -> Result<Vec<Sheet>, String> {
    let content = parts.first().map_or("", |(_, text)| text.as_str());
    let mut room = Room::new();
    let tables = elements(content, "table").into_iter();
    tables
        .map(|table| {
            sheet(
                &table.map_err(|trouble| format!("the workbook is broken: {}", trouble.message))?,
                &mut room,
            )
        })
        .collect()
}

fn sheet(table: &Node, room: &mut Room) -> Result<Sheet, String> {
    let mut sheet = Sheet { name: table.attribute("name").unwrap_or("sheet").to_owned(), ..Sheet::default() };
    let mut number: usize = 1;
    for row in table.below("table-row") {
        let mut cells = vec![];
        let mut column: usize = 0;
        let mut far = false;
        for cell in
            row.nodes().filter(|node| matches!(node.name.as_str(), "table-cell" | "covered-table-cell"))
        {
            let text = text(cell);
            let times = times(cell, "number-columns-repeated");
            // A cell that is repeated beyond any question is not even looked at.
            for at in column..column.saturating_add(if text.is_empty() { 0 } else { times.min(1_000) }) {
                far |= !put(&mut cells, at, text.clone());
            }
            column = column.saturating_add(times);
        }
        let times = times(row, "number-rows-repeated");
        let filled = cells.iter().any(|cell: &String| !cell.trim().is_empty());
        for at in 0..if filled { times } else { 0 } {
            sheet.push(number.saturating_add(at), cells.clone(), room)?;
        }
        if far {
            let doubt = "some cells are too far away to belong to a question, and were not read";
            sheet.doubts.push((number, String::from(doubt)));
        }
        number = number.saturating_add(times);
        if number > 10_000_000 {
            break;
        }
    }
    Ok(sheet)
}

fn times(node: &Node, name: &str) -> usize {
    node.attribute(name).and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// What a cell shows: its paragraphs. Notes that hang on it are no part of it.
fn text(cell: &Node) -> String {
    let paragraphs: Vec<String> = cell.all("p").map(content).collect();
    paragraphs.join("\n")
}

fn content(node: &Node) -> String {
    let mut text = String::new();
    for child in &node.children {
        match child {
            Child::Text(piece) => text += piece,
            Child::Node(node) => match node.name.as_str() {
                "s" => text += &" ".repeat(times(node, "c").min(1_000)),
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                "annotation" | "note" => {}
                _ => text += &content(node),
            },
        }
    }
    text
}
