//! The text of a document line by line, with what stands out in it; tables apart.

use super::numbering::{Numbering, value};
use crate::exchange::html::small;
use crate::exchange::xml::{Child, Node};

/// How a piece of a line looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Looks {
    pub(super) highlighted: bool,
    pub(super) colored: bool,
    pub(super) bold: bool,
    pub(super) underlined: bool,
}

/// A line of a paragraph, in pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) label: String,
    pub(super) pieces: Vec<(String, Looks)>,
    /// Pictures and formulas in it.
    pub(super) lost: Vec<&'static str>,
}

impl Line {
    pub(super) fn text(&self) -> String {
        let text: String = self.pieces.iter().map(|(text, _)| text.as_str()).collect();
        format!("{}{}", self.label, text)
    }

    /// Whether all that is seen of it looks so. A letter typed before it may look otherwise.
    pub(super) fn all(&self, looks: impl Fn(&Looks) -> bool) -> bool {
        let seen = |text: &str| text.chars().any(char::is_alphanumeric);
        let mut pieces = self.pieces.iter().filter(|(text, _)| seen(text)).peekable();
        if pieces.peek().is_some_and(|(text, of)| text.trim().chars().count() <= 3 && !looks(of))
            && pieces.clone().count() > 1
        {
            pieces.next();
        }
        pieces.peek().is_some() && pieces.all(|(_, of)| looks(of))
    }
}

/// A part of a document.
pub(super) enum Part {
    Line(Line),
    /// Rows of cells.
    Table(Vec<Vec<Vec<Line>>>),
}

/// As many lines as any document of questions has.
const MOST_LINES: usize = 200_000;

pub(super) fn parts(body: &Node, numbering: &mut Numbering) -> Vec<Part> {
    let mut parts = vec![];
    for node in body.nodes() {
        if parts.len() > MOST_LINES {
            break;
        }
        match node.name.as_str() {
            "p" => parts.extend(lines(node, numbering).into_iter().map(Part::Line)),
            "tbl" => {
                let cells = |row: &Node, numbering: &mut Numbering| -> Vec<Vec<Line>> {
                    row.all("tc")
                        .map(|cell| cell.below("p").into_iter().flat_map(|p| lines(p, numbering)).collect())
                        .collect()
                };
                parts.push(Part::Table(node.all("tr").map(|row| cells(row, numbering)).collect()));
            }
            // Content controls and tracked insertions hold paragraphs of their own.
            "sdt" | "sdtContent" | "ins" | "customXml" | "smartTag" => {
                parts.extend(self::parts(node, numbering));
            }
            _ => {}
        }
    }
    parts
}

/// The lines of a paragraph: a break within it begins a new one.
fn lines(paragraph: &Node, numbering: &mut Numbering) -> Vec<Line> {
    let mut lines = vec![Line { label: numbering.label(paragraph), ..Line::default() }];
    let of_paragraph = looks(paragraph.path(&["pPr", "rPr"]), &Looks::default());
    runs(paragraph, &Looks { bold: false, ..of_paragraph }, &mut lines);
    lines
}

fn runs(node: &Node, around: &Looks, lines: &mut Vec<Line>) {
    for child in node.nodes() {
        match child.name.as_str() {
            "r" => run(child, around, lines),
            "oMath" | "oMathPara" => {
                let text: String = child.below("t").iter().map(|text| text.text()).collect();
                push(lines, &text, around);
                lose(lines, "formulas (their letters stay)");
            }
            "hyperlink" | "ins" | "sdt" | "sdtContent" | "smartTag" | "fldSimple" => {
                runs(child, around, lines);
            }
            _ => {}
        }
    }
}

fn run(run: &Node, around: &Looks, lines: &mut Vec<Line>) {
    let properties = run.child("rPr");
    let looks = looks(properties, around);
    let raised = properties.and_then(|properties| value(properties, &["vertAlign"]));
    for child in &run.children {
        let Child::Node(node) = child else { continue };
        match node.name.as_str() {
            "t" => {
                let text = node.text();
                let text = match raised {
                    Some("superscript") => small(&text, "sup"),
                    Some("subscript") => small(&text, "sub"),
                    _ => text,
                };
                push(lines, &text, &looks);
            }
            "tab" => push(lines, "\t", &looks),
            "noBreakHyphen" => push(lines, "-", &looks),
            "br" | "cr" if node.attribute("type").is_none_or(|kind| kind == "textWrapping") => {
                lines.push(Line::default());
            }
            "drawing" | "pict" | "object" => {
                let words = node
                    .below("docPr")
                    .first()
                    .and_then(|about| about.attribute("descr"))
                    .unwrap_or_default();
                if !words.trim().is_empty() {
                    push(lines, &format!("[{}]", words.trim()), &looks);
                }
                lose(lines, "a picture");
            }
            _ => {}
        }
    }
}

fn push(lines: &mut [Line], text: &str, looks: &Looks) {
    let Some(line) = lines.last_mut() else { return };
    line.pieces.push((text.replace(['\n', '\r'], " "), looks.clone()));
}

fn lose(lines: &mut [Line], what: &'static str) {
    if let Some(line) = lines.last_mut() {
        line.lost.push(what);
    }
}

fn looks(properties: Option<&Node>, around: &Looks) -> Looks {
    let Some(properties) = properties else { return around.clone() };
    let on = |name: &str, before: bool| {
        properties
            .child(name)
            .map_or(before, |node| !matches!(node.attribute("val"), Some("0" | "false" | "none")))
    };
    let plain =
        |color: &str| matches!(color.to_ascii_lowercase().as_str(), "auto" | "000000" | "ffffff" | "");
    let shaded =
        properties.child("shd").and_then(|node| node.attribute("fill")).is_some_and(|fill| !plain(fill));
    Looks {
        highlighted: on("highlight", around.highlighted) || shaded,
        colored: value(properties, &["color"]).map_or(around.colored, |color| !plain(color)),
        bold: on("b", around.bold),
        underlined: on("u", around.underlined),
    }
}
