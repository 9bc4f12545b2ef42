//! The parts of a Word file around its text: which parts there are, how they hang together, what stands at the foot.

use super::paragraph::paragraph;
use crate::exchange::office::{self, PACKAGE, Relation};
use crate::exchange::xml::Xml;

const STYLES: &str = include_str!("styles.xml");
pub(in crate::exchange) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";

/// A file of the text and one foot for each section, in their order.
pub(in crate::exchange) fn package(title: &str, document: &[u8], feet: &[String]) -> Vec<u8> {
    let part = |kind: &str| format!("{WORD_TYPE}.{kind}+xml");
    let (main, styles, foot) = (part("document.main"), part("styles"), part("footer"));
    let names: Vec<(String, String)> =
        (0..feet.len()).map(|at| (footer_id(at), format!("footer{}.xml", at + 1))).collect();
    let paths: Vec<String> = names.iter().map(|(_, file)| format!("word/{file}")).collect();
    let mut parts = vec![
        ("docProps/core.xml", CORE_TYPE),
        ("word/document.xml", main.as_str()),
        ("word/styles.xml", styles.as_str()),
    ];
    parts.extend(paths.iter().map(|path| (path.as_str(), foot.as_str())));
    let core_kind = format!("{PACKAGE}/relationships/metadata/core-properties");
    let mut archive = office::begin(
        &parts,
        &[
            Relation::new("document", "officeDocument", "word/document.xml"),
            Relation { id: String::from("core"), kind: core_kind, target: "docProps/core.xml" },
        ],
    );
    archive.add("docProps/core.xml", &core(title));
    archive.add("word/document.xml", document);
    let styles = Relation::new("styles", "styles", "styles.xml");
    let footers = names.iter().map(|(id, file)| Relation::new(id.as_str(), "footer", file));
    let relations: Vec<Relation<'_>> = [styles].into_iter().chain(footers).collect();
    archive.add("word/_rels/document.xml.rels", &office::relations(&relations));
    archive.add("word/styles.xml", STYLES.as_bytes());
    for (path, text) in paths.iter().zip(feet) {
        archive.add(path, &footer(text));
    }
    archive.finish()
}

/// How the text refers to the foot of a section.
pub(super) fn footer_id(section: usize) -> String {
    format!("footer{}", section + 1)
}

/// The title, and no date: the same exam gives the same bytes on any day.
fn core(title: &str) -> Vec<u8> {
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    let mut xml = Xml::new();
    xml.within("cp:coreProperties", &names, |xml| xml.leaf("dc:title", &[], title));
    xml.finish()
}

fn footer(text: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("w:ftr", &[("xmlns:w", WORD)], |xml| {
        paragraph(xml, "Footer", |xml| {
            super::run(xml, text);
            super::tab(xml);
            super::run(xml, "Page ");
            xml.inline("w:fldSimple", &[("w:instr", " PAGE ")], |xml| super::run(xml, "1"));
        });
    });
    xml.finish()
}
