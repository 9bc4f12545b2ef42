//! The numbers that Word writes before paragraphs, which stand nowhere in their text.

use std::collections::BTreeMap;

use crate::exchange::text::letter;
use crate::exchange::xml::{Node, elements};

/// A level of a list: how it counts, what stands around the number, where it begins.
#[derive(Clone, Debug)]
struct Level {
    format: String,
    text: String,
    start: usize,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of each definition.
    levels: BTreeMap<(String, usize), Level>,
    /// The definition of each list, and whether it begins anew.
    lists: BTreeMap<String, (String, bool)>,
    /// The list of each style of paragraphs.
    styles: BTreeMap<String, (String, usize)>,
    counts: BTreeMap<(String, usize), usize>,
    begun: Vec<String>,
}

/// The value of a child, as Word writes most of what it says.
pub(super) fn value<'n>(node: &'n Node, path: &[&str]) -> Option<&'n str> {
    node.path(path)?.attribute("val")
}

fn number(text: Option<&str>) -> usize {
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}

impl Numbering {
    pub(super) fn of(numbering: &str, styles: &str) -> Self {
        let mut found = Self::default();
        for definition in elements(numbering, "abstractNum").into_iter().flatten() {
            let id = definition.attribute("abstractNumId").unwrap_or_default().to_owned();
            for level in definition.all("lvl") {
                let at = number(level.attribute("ilvl"));
                let read = Level {
                    format: value(level, &["numFmt"]).unwrap_or("decimal").to_owned(),
                    text: value(level, &["lvlText"]).unwrap_or("%1.").to_owned(),
                    start: level.child("start").map_or(1, |start| number(start.attribute("val"))),
                };
                found.levels.insert((id.clone(), at), read);
            }
        }
        for list in elements(numbering, "num").into_iter().flatten() {
            let id = list.attribute("numId").unwrap_or_default().to_owned();
            let definition = value(&list, &["abstractNumId"]).unwrap_or_default().to_owned();
            found.lists.insert(id, (definition, list.child("lvlOverride").is_some()));
        }
        for style in elements(styles, "style").into_iter().flatten() {
            let list = value(&style, &["pPr", "numPr", "numId"]);
            if let (Some(id), Some(list)) = (style.attribute("styleId"), list) {
                let level = number(value(&style, &["pPr", "numPr", "ilvl"]));
                found.styles.insert(id.to_owned(), (list.to_owned(), level));
            }
        }
        found
    }

    /// What stands before a paragraph: `1. `, `a) `, `- `; empty where it is in no list.
    pub(super) fn label(&mut self, paragraph: &Node) -> String {
        let style = value(paragraph, &["pPr", "pStyle"]).and_then(|style| self.styles.get(style)).cloned();
        let own = value(paragraph, &["pPr", "numPr", "numId"]);
        let level = value(paragraph, &["pPr", "numPr", "ilvl"]).map(|level| number(Some(level)));
        let (list, level) = match (own, style) {
            (Some(list), style) => (list.to_owned(), level.or(style.map(|style| style.1)).unwrap_or(0)),
            (None, Some((list, of_style))) => (list, level.unwrap_or(of_style)),
            (None, None) => return String::new(),
        };
        let Some((definition, anew)) = self.lists.get(&list).cloned() else { return String::new() };
        let Some(found) = self.levels.get(&(definition.clone(), level)).cloned() else {
            return String::new();
        };
        if found.format == "bullet" {
            return String::from("- ");
        }
        if anew && !self.begun.contains(&list) {
            self.begun.push(list);
            self.counts.retain(|(other, at), _| *other != definition || *at < level);
        }
        let count = self.counts.entry((definition.clone(), level)).or_insert(found.start.wrapping_sub(1));
        *count = count.wrapping_add(1);
        let count = *count;
        // A deeper level begins anew below the next item of this one.
        self.counts.retain(|(other, at), _| *other != definition || *at <= level);
        let close = found
            .text
            .rsplit('%')
            .next()
            .map_or(".", |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim());
        let close = if close.is_empty() { "." } else { close };
        let open = if found.text.starts_with('(') { "(" } else { "" };
        let written = match found.format.as_str() {
            "none" => return String::new(),
            "lowerLetter" => letter(count.saturating_sub(1)).to_lowercase(),
            "upperLetter" => letter(count.saturating_sub(1)),
            "russianLower" | "russianUpper" => {
                "абвгдежзиклмно".chars().nth(count.saturating_sub(1)).map(String::from).unwrap_or_default()
            }
            // Numbers below numbers are options; letters say the same and are told apart.
            _ if level > 0 => letter(count.saturating_sub(1)).to_lowercase(),
            _ => count.to_string(),
        };
        format!("{open}{written}{close} ")
    }
}
