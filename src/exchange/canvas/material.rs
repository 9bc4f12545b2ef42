//! Texts of QTI 1.2: plain, or HTML that is escaped once more, or XHTML as it stands.

use crate::exchange::html::plain;
use crate::exchange::xml::Node;

/// The texts of an element in which no options stand.
pub(super) fn text_of(node: &Node, lost: &mut Vec<&'static str>) -> String {
    let mut texts = vec![];
    collect(node, &mut texts, lost);
    texts.retain(|text| !text.trim().is_empty());
    texts.join("\n")
}

/// The texts around the options; some programs put boxes around both.
pub(super) fn collect(node: &Node, texts: &mut Vec<String>, lost: &mut Vec<&'static str>) {
    for child in node.nodes() {
        match child.name.as_str() {
            "mattext" | "matemtext" => texts.push(material(child, lost)),
            "matimage" | "mataudio" | "matvideo" | "matapplet" | "matapplication" => {
                lost.push(if child.name == "matimage" { "images" } else { "media" });
                texts.extend(
                    child
                        .attribute("label")
                        .filter(|label| !label.is_empty())
                        .map(|label| format!("[{label}]")),
                );
            }
            "matbreak" => texts.push(String::new()),
            // A second version of the same text.
            "altmaterial" => {}
            name if name.starts_with("response_") => {}
            _ => collect(child, texts, lost),
        }
    }
}

fn material(text: &Node, lost: &mut Vec<&'static str>) -> String {
    let kind = text.attribute("texttype").unwrap_or_default().to_lowercase();
    let raw = text.text();
    // Many programs write HTML and do not say so.
    let looks = ["</", "<br", "<p>"].iter().any(|tag| raw.contains(tag));
    let read = match text.nodes().next() {
        Some(_) => plain(&text.html(&|_| None)),
        None if kind.contains("html") || kind.is_empty() && looks => plain(&raw),
        None => return raw,
    };
    lost.extend(read.lost);
    read.text
}
