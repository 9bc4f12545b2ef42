//! The package around an office document (ECMA-376, part 2): content types, and how the parts refer to each other.

use super::archive::Archive;
use super::xml::Xml;

/// Namespace of relationships between the parts of a document.
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Where the types of a package and of its core properties are defined.
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A document with what it consists of: each part's path and its content type. The first is the document itself.
pub(super) fn begin(parts: &[(&str, &str)], of_package: &[Relation<'_>]) -> Archive {
    let mut archive = Archive::new();
    archive.add("[Content_Types].xml", &content_types(parts));
    archive.add("_rels/.rels", &relations(of_package));
    archive
}

/// How one part refers to another: an id, a type, a path.
pub(super) struct Relation<'a> {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) target: &'a str,
}

impl<'a> Relation<'a> {
    /// A relation of one of the types of office documents, such as `styles`.
    pub(super) fn new(id: impl Into<String>, kind: &str, target: &'a str) -> Self {
        Self { id: id.into(), kind: format!("{RELATIONS}/{kind}"), target }
    }
}

fn content_types(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        for (path, kind) in parts {
            xml.empty("Override", &[("PartName", &format!("/{path}")), ("ContentType", kind)]);
        }
    });
    xml.finish()
}

pub(super) fn relations(all: &[Relation<'_>]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for Relation { id, kind, target } in all {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.finish()
}
