//! The package: a manifest, the quiz with its settings, and the banks.

use super::metadata::{
    ANSWER_IDS, BANK_ITEM, BANK_TITLE, GENERAL, MANIFEST, META, OF_OPTION, POINTS, QUESTION_TYPE, TOPIC_ID,
};
use crate::bank::Question;
use crate::exchange::archive::Archive;
use crate::exchange::export::{Choice, Section, is_fixed};
use crate::exchange::text::{explanation_and_source, opaque, xhtml};
use crate::exchange::xml::Xml;
use crate::exchange::{Export, Exported, Loss};
use crate::parallel;

/// What Canvas calls the type of a file that is its own, such as settings and banks.
const OWN_FILE: &str = "associatedcontent/imscc_xmlv1p1/learning-application-resource";
const HTML: &[(&str, &str)] = &[("texttype", "text/html")];
const QTI: &[(&str, &str)] = &[("xmlns", "http://www.imsglobal.org/xsd/ims_qtiasiv1p2")];

/// What stands in a file and around it besides questions takes less.
const AROUND: usize = 16 * 1024;

/// What is the same of a question in the quiz and in its bank.
struct Written<'a> {
    question: &'a Question,
    in_bank: String,
    metadata: String,
    rest: String,
}

pub(super) fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    for (_, question) in export.questions().filter(|(_, question)| is_fixed(question)) {
        loss.change(&question.id, "natural orders of options, which a classic quiz shuffles all the same", 1);
    }
    // The same title with other topics is another quiz: Canvas replaces what comes again under the same identifier.
    let topics = export.sections.iter().map(|section| section.topic.id.as_str());
    let quiz = opaque(["quiz", export.options.title.as_str()].into_iter().chain(topics));
    // Each question stands in the quiz and in its bank, and most of it is the same.
    let sections = export.sections.iter();
    let written: Vec<Vec<Written<'_>>> = sections
        .map(|section| parallel::each(&section.questions, |question| write(export, question)))
        .collect();
    // Room that is not needed is never touched.
    let bytes = 2 * written.iter().map(|written| size(written)).sum::<usize>() + AROUND * (3 + written.len());
    let head = [
        (MANIFEST.to_owned(), manifest(export, &quiz)),
        (inner(&quiz), assessment(export, &quiz, &written)),
        (format!("{quiz}/{META}"), settings(export, &quiz)),
    ];
    let banks = export.sections.iter().zip(written);
    let banks = banks.map(|(section, written)| (inner(&bank_ident(section)), bank(section, &written)));
    Exported { bytes: Archive::of(bytes, head.into_iter().chain(banks)), loss }
}

/// Where the file of a quiz or a bank lies: the classic importer looks into folders for `.xml`, whatever the manifest
/// says.
fn inner(ident: &str) -> String {
    format!("{ident}/{ident}.xml")
}

/// Canvas sorts feedback by words in identifiers, so none of them may say anything.
fn bank_ident(section: &Section<'_>) -> String {
    opaque(["bank", &section.topic.id])
}

fn manifest(export: &Export<'_>, quiz: &str) -> Vec<u8> {
    let package = opaque(["package", quiz]);
    let meta = opaque(["settings", quiz]);
    let mut xml = Xml::new();
    let namespace = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1";
    xml.within("manifest", &[("identifier", &package), ("xmlns", namespace)], |xml| {
        xml.within("metadata", &[], |xml| {
            xml.leaf("schema", &[], "IMS Content");
            xml.leaf("schemaversion", &[], "1.1.3");
        });
        xml.empty("organizations", &[]);
        xml.within("resources", &[], |xml| {
            xml.within("resource", &[("identifier", quiz), ("type", "imsqti_xmlv1p2")], |xml| {
                xml.empty("file", &[("href", &inner(quiz))]);
                xml.empty("dependency", &[("identifierref", &meta)]);
            });
            own_file(xml, &meta, &format!("{quiz}/{META}"));
            for section in &export.sections {
                let bank = bank_ident(section);
                // As a second assessment it would be taken for the quiz.
                own_file(xml, &bank, &inner(&bank));
            }
        });
    });
    xml.finish()
}

fn own_file(xml: &mut Xml, ident: &str, file: &str) {
    xml.within("resource", &[("identifier", ident), ("type", OWN_FILE), ("href", file)], |xml| {
        xml.empty("file", &[("href", file)]);
    });
}

/// Unpublished, so that the instructor looks at it before anybody else does.
fn settings(export: &Export<'_>, quiz: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespace = "http://canvas.instructure.com/xsd/cccv1p0";
    xml.within("quiz", &[("identifier", quiz), ("xmlns", namespace)], |xml| {
        xml.leaf("title", &[], &export.options.title);
        xml.leaf("shuffle_answers", &[], "true");
        xml.leaf("scoring_policy", &[], "keep_highest");
        xml.leaf("quiz_type", &[], "assignment");
        xml.leaf(POINTS, &[], &format!("{}.0", export.questions().count()));
        xml.leaf("show_correct_answers", &[], "true");
        xml.leaf("available", &[], "false");
    });
    xml.finish()
}

fn assessment(export: &Export<'_>, quiz: &str, written: &[Vec<Written<'_>>]) -> Vec<u8> {
    let mut xml = Xml::of(written.iter().map(|written| size(written)).sum());
    xml.within("questestinterop", QTI, |xml| {
        xml.within("assessment", &[("ident", quiz), ("title", &export.options.title)], |xml| {
            xml.within("section", &[("ident", "root_section")], |xml| {
                for written in written.iter().flatten() {
                    item(xml, written, Place::Quiz);
                }
            });
        });
    });
    xml.finish()
}

fn bank(section: &Section<'_>, written: &[Written<'_>]) -> Vec<u8> {
    let mut xml = Xml::of(size(written));
    xml.within("questestinterop", QTI, |xml| {
        xml.within("objectbank", &[("ident", &bank_ident(section))], |xml| {
            xml.within("qtimetadata", &[], |xml| {
                field(xml, BANK_TITLE, &section.topic.title);
                field(xml, TOPIC_ID, &section.topic.id);
            });
            for written in written {
                item(xml, written, Place::Bank);
            }
        });
    });
    xml.finish()
}

/// A reader takes the element that follows the label, whatever it is: no blank may stand between the two.
fn field(xml: &mut Xml, label: &str, entry: &str) {
    xml.inline("qtimetadatafield", &[], |xml| {
        xml.leaf("fieldlabel", &[], label);
        xml.leaf("fieldentry", &[], entry);
    });
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Quiz,
    Bank,
}

/// An option with the name that it has in its question: Canvas wants numbers.
struct Labelled<'a> {
    ident: String,
    choice: Choice<'a>,
}

/// About as many bytes as the items of questions take.
fn size(written: &[Written<'_>]) -> usize {
    written.iter().map(|written| written.metadata.len() + written.rest.len() + 400).sum()
}

fn item(xml: &mut Xml, written: &Written<'_>, place: Place) {
    let Written { question, in_bank, metadata, rest } = written;
    let in_quiz = opaque(["quiz item", &question.id]);
    let ident = if place == Place::Bank { in_bank } else { &in_quiz };
    // A line for each question: indentation would be a quarter of a package.
    xml.inline("item", &[("ident", ident), ("title", &question.id)], |xml| {
        xml.within("itemmetadata", &[], |xml| {
            xml.within("qtimetadata", &[], |xml| {
                xml.part(metadata);
                if place == Place::Quiz {
                    // Otherwise the question would come into the course a second time.
                    field(xml, BANK_ITEM, in_bank);
                }
            });
        });
        xml.part(rest);
    });
}

fn write<'a>(export: &Export<'_>, question: &'a Question) -> Written<'a> {
    let choices: Vec<Labelled<'_>> = export
        .choices(question)
        .into_iter()
        .zip(1001..)
        .map(|(choice, number)| Labelled { ident: number.to_string(), choice })
        .collect();
    let explanation = explanation_and_source(&question.explanation, &question.source);
    let metadata = Xml::line(|xml| {
        let keys = if question.has_several_keys() { "answers" } else { "choice" };
        field(xml, QUESTION_TYPE, &format!("multiple_{keys}_question"));
        field(xml, POINTS, "1.0");
        let ids: Vec<&str> = choices.iter().map(|choice| choice.ident.as_str()).collect();
        field(xml, ANSWER_IDS, &ids.join(","));
    });
    let rest = Xml::line(|xml| {
        presentation(xml, question, &choices);
        processing(xml, question, &choices, !explanation.is_empty());
        if !explanation.is_empty() {
            feedback(xml, GENERAL, &explanation);
        }
        for Labelled { ident, choice } in choices.iter().filter(|labelled| !labelled.choice.why.is_empty()) {
            feedback(xml, &format!("{ident}{OF_OPTION}"), choice.why);
        }
    });
    Written { question, in_bank: opaque(["bank item", &question.id]), metadata, rest }
}

fn presentation(xml: &mut Xml, question: &Question, choices: &[Labelled<'_>]) {
    let cardinality = if question.has_several_keys() { "Multiple" } else { "Single" };
    let shuffle = if is_fixed(question) { "No" } else { "Yes" };
    xml.within("presentation", &[], |xml| {
        material(xml, &question.stem);
        xml.within("response_lid", &[("ident", "response1"), ("rcardinality", cardinality)], |xml| {
            xml.within("render_choice", &[("shuffle", shuffle)], |xml| {
                for Labelled { ident, choice } in choices {
                    xml.within("response_label", &[("ident", ident)], |xml| material(xml, choice.text));
                }
            });
        });
    });
}

/// HTML that is text to XML: escaped twice on the paper, once for each reader.
fn material(xml: &mut Xml, text: &str) {
    xml.within("material", &[], |xml| xml.leaf("mattext", HTML, &xhtml(text)));
}

fn processing(xml: &mut Xml, question: &Question, choices: &[Labelled<'_>], has_general: bool) {
    xml.within("resprocessing", &[], |xml| {
        xml.within("outcomes", &[], |xml| {
            let score =
                [("maxvalue", "100"), ("minvalue", "0"), ("varname", "SCORE"), ("vartype", "Decimal")];
            xml.empty("decvar", &score);
        });
        if has_general {
            xml.within("respcondition", &[("continue", "Yes")], |xml| {
                xml.within("conditionvar", &[], |xml| xml.empty("other", &[]));
                show(xml, GENERAL);
            });
        }
        for Labelled { ident, .. } in choices.iter().filter(|labelled| !labelled.choice.why.is_empty()) {
            xml.within("respcondition", &[("continue", "Yes")], |xml| {
                xml.within("conditionvar", &[], |xml| chosen(xml, ident));
                show(xml, &format!("{ident}{OF_OPTION}"));
            });
        }
        xml.within("respcondition", &[("continue", "No")], |xml| {
            xml.within("conditionvar", &[], |xml| key(xml, question, choices));
            xml.leaf("setvar", &[("action", "Set"), ("varname", "SCORE")], "100");
        });
    });
}

fn key(xml: &mut Xml, question: &Question, choices: &[Labelled<'_>]) {
    if !question.has_several_keys() {
        choices.iter().filter(|labelled| labelled.choice.right).for_each(|right| chosen(xml, &right.ident));
        return;
    }
    // Here, too, a blank would be taken for an option.
    xml.inline("and", &[], |xml| {
        for Labelled { ident, choice } in choices {
            if choice.right {
                chosen(xml, ident);
            } else {
                xml.inline("not", &[], |xml| chosen(xml, ident));
            }
        }
    });
}

fn chosen(xml: &mut Xml, ident: &str) {
    xml.leaf("varequal", &[("respident", "response1")], ident);
}

fn show(xml: &mut Xml, feedback: &str) {
    xml.empty("displayfeedback", &[("feedbacktype", "Response"), ("linkrefid", feedback)]);
}

/// Without `flow_mat` Canvas drops every feedback and says nothing; without an element around the text a classic quiz
/// shows the escapes of `&` and `<`.
fn feedback(xml: &mut Xml, ident: &str, text: &str) {
    let html = format!("<p class=\"feedback\">{}</p>", xhtml(text));
    xml.within("itemfeedback", &[("ident", ident)], |xml| {
        xml.within("flow_mat", &[], |xml| {
            xml.within("material", &[], |xml| xml.leaf("mattext", HTML, &html));
        });
    });
}
