//! Paragraphs of a Word file, and what stands in them.

use crate::exchange::xml::Xml;
use crate::words::{Block, blocks};

pub(in crate::exchange) fn paragraph(xml: &mut Xml, style: &str, content: impl FnOnce(&mut Xml)) {
    xml.inline("w:p", &[], |xml| {
        xml.inline("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", style)]));
        content(xml);
    });
}

pub(in crate::exchange) fn styled(xml: &mut Xml, style: &str, text: &str) {
    paragraph(xml, style, |xml| run(xml, text));
}

pub(super) fn numbered(xml: &mut Xml, style: &str, number: &str, text: &str) {
    paragraph(xml, style, |xml| {
        run(xml, number);
        tab(xml);
        run(xml, text);
    });
}

pub(super) fn run(xml: &mut Xml, text: &str) {
    xml.inline("w:r", &[], |xml| content(xml, text));
}

/// A word in bold before what it is about.
pub(super) fn lead(xml: &mut Xml, text: &str) {
    xml.inline("w:r", &[], |xml| {
        xml.inline("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", "Lead")]));
        content(xml, text);
    });
}

pub(super) fn tab(xml: &mut Xml) {
    xml.inline("w:r", &[], |xml| xml.empty("w:tab", &[]));
}

fn content(xml: &mut Xml, text: &str) {
    let lines = blocks(text).into_iter().flat_map(|block| match block {
        Block::Paragraph(line) => vec![line],
        Block::Code(lines) => lines,
    });
    for (at, line) in lines.enumerate() {
        if at > 0 {
            xml.empty("w:br", &[]);
        }
        xml.leaf("w:t", &[("xml:space", "preserve")], line);
    }
}
