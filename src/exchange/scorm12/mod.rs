//! A SCORM 1.2 package: one page that asks, explains, and tells the learning platform the score and every answer.
//!
//! The page is `page.html` with the bank as JSON in it; it shows texts as texts, never as markup.

use serde::Serialize;

use super::archive::Archive;
use super::export::is_fixed;
use super::template::filled;
use super::text::{html, json_in_html, opaque};
use super::xml::Xml;
use super::{Export, Exported, Format, Loss, Part};
use crate::bank::{Question, Topic};

pub(super) const FORMAT: Format = Format {
    name: "scorm12",
    summary: "SCORM 1.2 package: a page that asks, explains and reports to the learning platform",
    extension: "zip",
    loses: &[Part::TopicSummary, Part::Objective, Part::ObjectiveText, Part::Kind, Part::Level, Part::Allow],
    export: Some(export),
    import: None,
};

const PAGE: &str = "index.html";
/// What counts as passed, in percent: what most licensing exams ask for. The platform may set another there.
const PASS: u32 = 70;
/// SCORM 1.2 names an option by one letter or digit.
const OPTION_NAMES: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
/// The longest identifier that SCORM 1.2 takes.
const LONGEST_ID: usize = 255;

fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let questions: Vec<QuestionOut<'_>> = export
        .questions()
        .filter_map(|(topic, question)| {
            if question.option_count() <= OPTION_NAMES.len() {
                return Some(question_out(export, topic, question));
            }
            loss.refuse(&question.id, "more than the 36 options that SCORM 1.2 has names for");
            None
        })
        .collect();
    let identifier =
        opaque(["scorm", export.options.title.as_str()].into_iter().chain(questions.iter().map(|q| q.name)));
    let mut archive = Archive::new();
    archive.add("imsmanifest.xml", &manifest(&identifier, &export.options.title));
    archive.add(PAGE, page(&identifier, &export.options.title, questions).as_bytes());
    Exported { bytes: archive.finish(), loss }
}

fn manifest(identifier: &str, title: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    let attributes = [
        ("identifier", identifier),
        ("version", "1.2"),
        ("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"),
        ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2"),
    ];
    xml.within("manifest", &attributes, |xml| {
        xml.within("metadata", &[], |xml| {
            xml.leaf("schema", &[], "ADL SCORM");
            xml.leaf("schemaversion", &[], "1.2");
        });
        xml.within("organizations", &[("default", "course")], |xml| {
            xml.within("organization", &[("identifier", "course")], |xml| {
                xml.leaf("title", &[], title);
                xml.within("item", &[("identifier", "quiz"), ("identifierref", "page")], |xml| {
                    xml.leaf("title", &[], title);
                    xml.leaf("adlcp:masteryscore", &[], &PASS.to_string());
                });
            });
        });
        xml.within("resources", &[], |xml| {
            // With a capital T, as SCORM 2004 spells it, the page would count as a picture.
            let resource =
                [("identifier", "page"), ("type", "webcontent"), ("adlcp:scormtype", "sco"), ("href", PAGE)];
            xml.within("resource", &resource, |xml| xml.empty("file", &[("href", PAGE)]));
        });
    });
    xml.finish()
}

#[derive(Serialize)]
struct BankOut<'a> {
    /// Progress kept for another set of questions is not this one's.
    identifier: &'a str,
    title: &'a str,
    pass: u32,
    questions: Vec<QuestionOut<'a>>,
}

#[derive(Serialize)]
struct QuestionOut<'a> {
    #[serde(skip)]
    name: &'a str,
    id: String,
    topic: &'a str,
    stem: &'a str,
    several: bool,
    fixed: bool,
    options: Vec<OptionOut<'a>>,
    explanation: &'a str,
    source: &'a str,
    jurisdiction: &'a str,
}

#[derive(Serialize)]
struct OptionOut<'a> {
    name: char,
    text: &'a str,
    right: bool,
    why: &'a str,
}

fn question_out<'a>(export: &Export<'a>, topic: &'a Topic, question: &'a Question) -> QuestionOut<'a> {
    // The name of an option is its place in this export, so that `a` is not always the key.
    let options = export.choices(question).into_iter().zip(OPTION_NAMES.chars());
    // What SCORM 1.2 does not take as an identifier is reported under another name.
    let takes = question.id.len() <= LONGEST_ID && question.id.chars().all(|c| c.is_ascii_graphic());
    QuestionOut {
        name: &question.id,
        id: if takes { question.id.clone() } else { opaque(["item", &question.id]) },
        topic: &topic.title,
        stem: &question.stem,
        several: question.has_several_keys(),
        fixed: is_fixed(question),
        options: options
            .map(|(choice, name)| OptionOut { name, text: choice.text, right: choice.right, why: choice.why })
            .collect(),
        explanation: &question.explanation,
        source: &question.source,
        jurisdiction: question.jurisdiction.as_deref().unwrap_or_default(),
    }
}

fn page(identifier: &str, title: &str, questions: Vec<QuestionOut<'_>>) -> String {
    let bank = BankOut { identifier, title, pass: PASS, questions };
    let json = serde_json::to_string(&bank).expect("texts and lists of texts can be written");
    let (title, script, json) = (html(title), include_str!("player.js"), json_in_html(&json));
    filled(include_str!("page.html"), &[("title", &title), ("script", script), ("bank", &json)])
}
