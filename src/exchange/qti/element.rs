//! A tree of elements with the names of QTI 2.1, written in the spelling of any version.

use super::dialect::Dialect;
use crate::exchange::xml::Xml;

pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Content>,
}

enum Content {
    Element(Element),
    /// A text of the bank: its paragraphs become line breaks.
    Lines(String),
}

impl Element {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, attributes: vec![], content: vec![] }
    }

    pub(super) fn with(mut self, attribute: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    pub(super) fn lines(mut self, text: &str) -> Self {
        self.content.push(Content::Lines(text.to_owned()));
        self
    }

    pub(super) fn child(self, child: Self) -> Self {
        self.children([child])
    }

    pub(super) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.content.extend(children.into_iter().map(Content::Element));
        self
    }

    /// The element as a document of its own.
    pub(super) fn document(self, dialect: &Dialect) -> Vec<u8> {
        let mut xml = Xml::new();
        self.with("xmlns", dialect.namespace)
            .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
            .with("xsi:schemaLocation", format!("{} {}", dialect.namespace, dialect.schema_location))
            .write(&mut xml, dialect);
        xml.finish()
    }

    fn write(&self, xml: &mut Xml, dialect: &Dialect) {
        let name = dialect.element(self.name);
        let names: Vec<_> = self.attributes.iter().map(|(name, _)| dialect.attribute(name)).collect();
        let attributes: Vec<(&str, &str)> = names
            .iter()
            .zip(&self.attributes)
            .map(|(name, (_, value))| (name.as_ref(), value.as_str()))
            .collect();
        let content = |xml: &mut Xml| {
            for content in &self.content {
                match content {
                    Content::Element(element) => element.write(xml, dialect),
                    Content::Lines(text) => xml.lines(text, "br"),
                }
            }
        };
        if self.content.is_empty() {
            xml.empty(&name, &attributes);
        } else if self.content.iter().any(|content| matches!(content, Content::Lines(_))) {
            xml.inline(&name, &attributes, content);
        } else {
            xml.within(&name, &attributes, content);
        }
    }
}
