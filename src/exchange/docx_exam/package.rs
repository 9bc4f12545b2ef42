//! The parts of a Word file around its text: which parts there are, how they hang together, what stands at the foot.

use super::paragraph::paragraph;
use crate::exchange::archive::Archive;
use crate::exchange::xml::Xml;

const STYLES: &str = include_str!("styles.xml");
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";

/// A file of the text and one foot for each section, in their order.
pub(super) fn package(title: &str, document: &[u8], feet: &[String]) -> Vec<u8> {
    let mut archive = Archive::new();
    archive.add("[Content_Types].xml", &content_types(feet.len()));
    archive.add("_rels/.rels", &package_relations());
    archive.add("docProps/core.xml", &core(title));
    archive.add("word/document.xml", document);
    archive.add("word/_rels/document.xml.rels", &document_relations(feet.len()));
    archive.add("word/styles.xml", STYLES.as_bytes());
    for (at, foot) in feet.iter().enumerate() {
        archive.add(&format!("word/footer{}.xml", at + 1), &footer(foot));
    }
    archive.finish()
}

/// How the text refers to the foot of a section.
pub(super) fn footer_id(section: usize) -> String {
    format!("footer{}", section + 1)
}

fn content_types(feet: usize) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/docProps/core.xml", CORE_TYPE);
        part("/word/document.xml", &format!("{WORD_TYPE}.document.main+xml"));
        part("/word/styles.xml", &format!("{WORD_TYPE}.styles+xml"));
        for at in 1..=feet {
            part(&format!("/word/footer{at}.xml"), &format!("{WORD_TYPE}.footer+xml"));
        }
    });
    xml.finish()
}

fn relations(all: &[(String, String, String)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for (id, kind, target) in all {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.finish()
}

fn package_relations() -> Vec<u8> {
    relations(&[
        (String::from("document"), format!("{RELATIONS}/officeDocument"), String::from("word/document.xml")),
        (
            String::from("core"),
            format!("{PACKAGE}/relationships/metadata/core-properties"),
            String::from("docProps/core.xml"),
        ),
    ])
}

fn document_relations(feet: usize) -> Vec<u8> {
    let styles = (String::from("styles"), format!("{RELATIONS}/styles"), String::from("styles.xml"));
    let footer = |at: usize| (footer_id(at), format!("{RELATIONS}/footer"), format!("footer{}.xml", at + 1));
    relations(&[styles].into_iter().chain((0..feet).map(footer)).collect::<Vec<_>>())
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
