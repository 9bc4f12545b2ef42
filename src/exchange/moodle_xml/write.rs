//! A category a topic, a `multichoice` question each.

use crate::bank::{Question, Topic};
use crate::exchange::export::is_fixed;
use crate::exchange::moodle::{beyond_limits, category, tags, weights};
use crate::exchange::text::{explanation_and_source, html};
use crate::exchange::xml::Xml;
use crate::exchange::{Export, Exported, Loss};

pub(super) fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let mut xml = Xml::new();
    xml.within("quiz", &[], |xml| {
        for section in &export.sections {
            write_category(xml, section.topic, &category(section, &mut loss));
            for question in &section.questions {
                match beyond_limits(section.topic, question) {
                    Some(reason) => loss.refuse(&question.id, reason),
                    None => write_question(xml, export, question),
                }
            }
        }
    });
    Exported { bytes: xml.finish(), loss }
}

fn write_category(xml: &mut Xml, topic: &Topic, category: &str) {
    xml.within("question", &[("type", "category")], |xml| {
        text(xml, "category", category);
        formatted(xml, "info", &html(&topic.summary));
        xml.leaf("idnumber", &[], &topic.id);
    });
}

fn write_question(xml: &mut Xml, export: &Export<'_>, question: &Question) {
    let (right, wrong) = weights(question);
    xml.within("question", &[("type", "multichoice")], |xml| {
        text(xml, "name", &question.id);
        formatted(xml, "questiontext", &html(&question.stem));
        let explanation = explanation_and_source(&question.explanation, &question.source);
        formatted(xml, "generalfeedback", &html(&explanation));
        xml.leaf("defaultgrade", &[], "1");
        xml.leaf("penalty", &[], "0.3333333");
        xml.leaf("hidden", &[], "0");
        xml.leaf("idnumber", &[], &question.id);
        // Every setting is written: what is missing becomes what the site prefers.
        xml.leaf("single", &[], if question.has_several_keys() { "false" } else { "true" });
        xml.leaf("shuffleanswers", &[], if is_fixed(question) { "false" } else { "true" });
        xml.leaf("answernumbering", &[], "ABCD");
        xml.leaf("showstandardinstruction", &[], "0");
        for choice in export.choices(question) {
            let fraction = if choice.right { right } else { &wrong };
            xml.within("answer", &[("fraction", fraction), ("format", "html")], |xml| {
                xml.leaf("text", &[], &html(choice.text));
                formatted(xml, "feedback", &html(choice.why));
            });
        }
        xml.within("tags", &[], |xml| {
            for tag in tags(question) {
                text(xml, "tag", &tag);
            }
        });
    });
}

fn text(xml: &mut Xml, name: &str, content: &str) {
    xml.within(name, &[], |xml| xml.leaf("text", &[], content));
}

fn formatted(xml: &mut Xml, name: &str, content: &str) {
    xml.within(name, &[("format", "html")], |xml| xml.leaf("text", &[], content));
}
