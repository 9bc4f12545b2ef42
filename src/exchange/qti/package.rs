//! The package: a manifest, a test with a section a topic, and a file for each item.

use super::dialect::Dialect;
use super::element::Element;
use super::item::{identifier, item};
use crate::bank::{Named, Question};
use crate::exchange::archive::Archive;
use crate::exchange::export::Section;
use crate::exchange::text::opaque;
use crate::exchange::xml::Xml;
use crate::exchange::{Export, Exported, Loss};

const TEST: &str = "test.xml";

pub(super) fn export(export: &Export<'_>, dialect: &Dialect) -> Exported {
    let mut archive = Archive::new();
    archive.add("imsmanifest.xml", &manifest(export, dialect));
    archive.add(TEST, &test(export).document(dialect));
    for (_, question) in export.questions() {
        archive.add(&file(question), &item(export, question, dialect).document(dialect));
    }
    Exported { bytes: archive.finish(), loss: Loss::default() }
}

fn file(question: &Question) -> String {
    format!("items/{}.xml", identifier(question))
}

fn test_identifier(export: &Export<'_>) -> String {
    let topics = export.sections.iter().map(|section| section.topic.id.as_str());
    opaque(["test", export.options.title.as_str()].into_iter().chain(topics))
}

fn test(export: &Export<'_>) -> Element {
    let score = Element::new("outcomeDeclaration")
        .with("identifier", "SCORE")
        .with("cardinality", "single")
        .with("baseType", "float");
    let sum = Element::new("sum").child(Element::new("testVariables").with("variableIdentifier", "SCORE"));
    let part = Element::new("testPart")
        .with("identifier", "part")
        .with("navigationMode", "nonlinear")
        .with("submissionMode", "individual")
        // Without it players keep the feedback of the options to themselves.
        .child(Element::new("itemSessionControl").with("maxAttempts", "1").with("showFeedback", "true"))
        .children(export.sections.iter().map(section));
    Element::new("assessmentTest")
        .with("identifier", test_identifier(export))
        .with("title", &export.options.title)
        .child(score)
        .child(part)
        .child(
            Element::new("outcomeProcessing")
                .child(Element::new("setOutcomeValue").with("identifier", "SCORE").child(sum)),
        )
}

fn section(section: &Section<'_>) -> Element {
    let items = section.questions.iter().map(|question| {
        Element::new("assessmentItemRef")
            .with("identifier", identifier(question))
            .with("href", file(question))
    });
    Element::new("assessmentSection")
        .with("identifier", opaque(["section", &section.topic.id]))
        .with("title", &section.topic.title)
        .with("visible", "true")
        .children(items)
}

fn manifest(export: &Export<'_>, dialect: &Dialect) -> Vec<u8> {
    let test = test_identifier(export);
    let mut xml = Xml::new();
    let attributes = [
        ("identifier", opaque(["package", test.as_str()])),
        ("xmlns", dialect.package_namespace.to_owned()),
        ("xmlns:lom", String::from("http://ltsc.ieee.org/xsd/LOM")),
    ];
    let attributes = attributes.each_ref().map(|(name, value)| (*name, value.as_str()));
    xml.within("manifest", &attributes, |xml| {
        xml.within("metadata", &[], |xml| {
            xml.leaf("schema", &[], dialect.schema);
            xml.leaf("schemaversion", &[], dialect.schema_version);
        });
        xml.empty("organizations", &[]);
        xml.within("resources", &[], |xml| {
            let resource = [("identifier", test.as_str()), ("type", dialect.test_type), ("href", TEST)];
            xml.within("resource", &resource, |xml| {
                xml.empty("file", &[("href", TEST)]);
                for (_, question) in export.questions() {
                    xml.empty("dependency", &[("identifierref", &identifier(question))]);
                }
            });
            for (_, question) in export.questions() {
                resource_of(xml, question, dialect);
            }
        });
    });
    xml.finish()
}

fn resource_of(xml: &mut Xml, question: &Question, dialect: &Dialect) {
    let (identifier, file) = (identifier(question), file(question));
    let resource = [("identifier", identifier.as_str()), ("type", dialect.item_type), ("href", &file)];
    xml.within("resource", &resource, |xml| {
        xml.within("metadata", &[], |xml| {
            xml.within("lom:lom", &[], |xml| {
                xml.within("lom:general", &[], |xml| {
                    for keyword in keywords(question) {
                        xml.within("lom:keyword", &[], |xml| xml.leaf("lom:string", &[], &keyword));
                    }
                });
            });
        });
        xml.empty("file", &[("href", &file)]);
    });
}

/// What a question says about itself: item banks filter by such words.
fn keywords(question: &Question) -> Vec<String> {
    let mut keywords = vec![
        format!("topic:{}", question.topic),
        format!("objective:{}", question.objective),
        format!("kind:{}", question.kind.name()),
        format!("level:{}", question.level.name()),
    ];
    keywords.extend(question.jurisdiction.iter().map(|place| format!("jurisdiction:{place}")));
    keywords
}
