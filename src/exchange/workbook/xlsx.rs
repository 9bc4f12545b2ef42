//! The sheets of an Excel workbook.

use std::collections::BTreeMap;

use super::number::{Shape, show};
use super::sheet::{Room, Sheet, put};
use crate::exchange::text::letter_index;
use crate::exchange::xml::{Node, Trouble, each_element, elements};

pub(super) fn sheets(parts: &[(String, String)]) -> Result<Vec<Sheet>, String> {
    let part =
        |name: &str| parts.iter().find(|(other, _)| other == name).map_or("", |(_, text)| text.as_str());
    let shared: Vec<String> = nodes(part("xl/sharedStrings.xml"), "si")?.iter().map(rich_text).collect();
    let shapes = shapes(part("xl/styles.xml"))?;
    let mut room = Room::new();
    named(parts)?
        .into_iter()
        .map(|(name, path)| sheet(name, part(&path), &shared, &shapes, &mut room))
        .collect()
}

/// The elements of this name, or what is wrong with one of them.
fn nodes(text: &str, name: &str) -> Result<Vec<Node>, String> {
    let all = elements(text, name).into_iter();
    all.map(|node| node.map_err(|trouble| broken(&trouble))).collect()
}

fn broken(trouble: &Trouble) -> String {
    format!("the workbook is broken: {}", trouble.message)
}

/// The sheets in their order: name and path.
fn named(parts: &[(String, String)]) -> Result<Vec<(String, String)>, String> {
    let part =
        |name: &str| parts.iter().find(|(other, _)| other == name).map_or("", |(_, text)| text.as_str());
    let relations = nodes(part("xl/_rels/workbook.xml.rels"), "Relationship")?;
    let targets: BTreeMap<&str, &str> = relations
        .iter()
        .filter_map(|node| Some((node.attribute("Id")?, node.attribute("Target")?)))
        .collect();
    let path = |target: &str| match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    };
    let listed = nodes(part("xl/workbook.xml"), "sheet")?;
    let named = listed.iter().filter_map(|node| {
        let target = targets.get(node.attribute("id")?)?;
        Some((node.attribute("name").unwrap_or("sheet").to_owned(), path(target)))
    });
    let named: Vec<(String, String)> =
        named.filter(|(_, path)| parts.iter().any(|(name, _)| name == path)).collect();
    if !named.is_empty() {
        return Ok(named);
    }
    // Programs that write workbooks by hand leave the list of sheets out.
    let sheets = parts.iter().map(|(name, _)| name).filter(|name| name.starts_with("xl/worksheets/"));
    let name =
        |path: &String| path.rsplit('/').next().unwrap_or_default().trim_end_matches(".xml").to_owned();
    let mut found: Vec<(String, String)> = sheets.map(|path| (name(path), path.clone())).collect();
    found.sort();
    Ok(found)
}

/// How numbers are shown, by the style of their cell.
fn shapes(styles: &str) -> Result<Vec<Shape>, String> {
    let Some(styles) = nodes(styles, "styleSheet")?.pop() else { return Ok(vec![]) };
    let number = |node: &Node, name: &str| node.attribute(name).and_then(|value| value.parse::<u32>().ok());
    let codes: BTreeMap<u32, String> = styles
        .below("numFmt")
        .into_iter()
        .filter_map(|node| Some((number(node, "numFmtId")?, node.attribute("formatCode")?.to_owned())))
        .collect();
    let formats = styles.child("cellXfs").map(|list| list.all("xf").collect::<Vec<_>>()).unwrap_or_default();
    Ok(formats
        .into_iter()
        .map(|format| {
            let id = number(format, "numFmtId").unwrap_or(0);
            Shape::of(id, codes.get(&id).map_or("", String::as_str))
        })
        .collect())
}

fn sheet(
    name: String,
    xml: &str,
    shared: &[String],
    shapes: &[Shape],
    room: &mut Room,
) -> Result<Sheet, String> {
    let mut sheet = Sheet { name, ..Sheet::default() };
    let mut number = 0;
    for row in each_element(xml, "row") {
        let row = row.map_err(|trouble| broken(&trouble))?;
        number =
            row.attribute("r").and_then(|r| r.parse().ok()).filter(|&r| r > number).unwrap_or(number + 1);
        if number > 1_048_576 {
            return Err(String::from("the workbook is broken: a row has a number that no sheet has"));
        }
        let mut cells = vec![];
        let mut column = 0;
        for cell in row.all("c") {
            let reference = cell.attribute("r").unwrap_or_default();
            column = letter_index(reference.trim_end_matches(|c: char| c.is_ascii_digit())).unwrap_or(column);
            let (text, doubt) = text(cell, shared, shapes);
            if let Some(doubt) = doubt {
                sheet.doubts.push((number, format!("cell {reference}: {doubt}")));
            }
            if !put(&mut cells, column, text) {
                sheet.doubts.push((
                    number,
                    format!("cell {reference}: it is too far away to belong to a question, and was not read"),
                ));
            }
            column += 1;
        }
        sheet.push(number, cells, room)?;
    }
    Ok(sheet)
}

/// What a cell shows, and what is not sure about it.
fn text(cell: &Node, shared: &[String], shapes: &[Shape]) -> (String, Option<String>) {
    let value = || cell.child("v").map(Node::text).unwrap_or_default();
    match cell.attribute("t").unwrap_or("n") {
        "s" => (
            value().trim().parse().ok().and_then(|at: usize| shared.get(at).cloned()).unwrap_or_default(),
            None,
        ),
        "inlineStr" => (cell.child("is").map(rich_text).unwrap_or_default(), None),
        "b" => (String::from(if value().trim() == "1" { "TRUE" } else { "FALSE" }), None),
        "e" => (String::new(), Some(format!("it shows the error {}, and was taken for empty", value()))),
        "n" => {
            let style = cell.attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0);
            show(&value(), shapes.get::<usize>(style).unwrap_or(&Shape::Plain))
        }
        _ => (value(), None),
    }
}

/// The text of pieces with different looks. How Japanese words are pronounced is no part of it.
fn rich_text(node: &Node) -> String {
    let mut text = String::new();
    for part in node.nodes() {
        match part.name.as_str() {
            "t" => text += &part.text(),
            "r" => part.all("t").for_each(|piece| text += &piece.text()),
            _ => {}
        }
    }
    // How Excel writes characters that XML may not hold.
    text.replace("_x000D_", "").replace("\r\n", "\n")
}
