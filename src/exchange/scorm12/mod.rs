//! A SCORM 1.2 package: one page that asks, explains, and reports the score and every answer to the learning platform.
//!
//! The calls to the platform are in `back_end.js`; everything else on the page comes from `player`.

use super::archive::Archive;
use super::player::{self, Quiz, Source};
use super::text::opaque;
use super::xml::Xml;
use super::{Export, Exported, Format, Loss, Part};

pub(super) const FORMAT: Format = Format {
    name: "scorm12",
    summary: "SCORM 1.2 package: a page that asks, explains and reports to the learning platform",
    extension: "zip",
    loses: &[Part::TopicSummary, Part::Kind, Part::Level, Part::Allow],
    export: Some(export),
    import: None,
};

pub(super) const BACK_END: Source =
    Source { text: include_str!("back_end.js"), hash: "fr0D5HzOvO8BkW5tk2jmt06+s5A9jIOdmmrYtfMMsxk=" };

const PAGE: &str = "index.html";
/// What counts as passed, in percent: what most licensing exams ask for. The platform may set another there.
const PASS: u32 = 70;
/// SCORM 1.2 names an option by one letter or digit.
const OPTION_NAMES: usize = 26 + 10;
/// The longest identifier that SCORM 1.2 takes.
const LONGEST_ID: usize = 255;

fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let (identifier, page) = page(export, &mut loss);
    let mut archive = Archive::new();
    archive.add("imsmanifest.xml", &manifest(&identifier, &export.options.title));
    archive.add(PAGE, page.as_bytes());
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

/// The page, with an identifier that names these questions, however their texts are corrected.
pub(super) fn page(export: &Export<'_>, loss: &mut Loss) -> (String, String) {
    let (mut names, mut questions) = (vec![export.options.title.as_str()], vec![]);
    for (topic, question) in export.questions() {
        if question.option_count() > OPTION_NAMES {
            loss.refuse(&question.id, "more than the 36 options that SCORM 1.2 has names for");
            continue;
        }
        names.push(&question.id);
        let mut asked = player::question(export, topic, question);
        // What SCORM 1.2 does not take as an identifier is reported under another name.
        if asked.id.len() > LONGEST_ID || !asked.id.chars().all(|c| c.is_ascii_graphic()) {
            asked.id = opaque(["item", &question.id]);
        }
        questions.push(asked);
    }
    let identifier = opaque(["scorm"].into_iter().chain(names));
    let quiz = Quiz {
        title: &export.options.title,
        stamp: &identifier,
        shown: OPTION_NAMES,
        pass: Some(PASS),
        topics: &player::topics(export),
        questions: &questions,
    };
    let page = player::page(&quiz, BACK_END);
    (identifier, page)
}
