//! QTI 1.2 of other programs than Canvas, and what Canvas packs besides questions.

use super::{check, check_bytes};
use crate::exchange::archive::Archive;

fn label(ident: &str, text: &str) -> String {
    format!(
        "<response_label ident=\"{ident}\"><material><mattext texttype=\"text/plain\">{text}</mattext></material></response_label>"
    )
}

fn item(ident: &str, title: &str, head: &str, many: &str, scoring: &str) -> String {
    format!(
        "<item ident=\"{ident}\" title=\"{title}\">{head}<presentation><material><mattext>Who opens the {ident} gate?</mattext></material><response_lid ident=\"R\" rcardinality=\"{many}\"><render_choice>{}{}{}</render_choice></response_lid></presentation>{scoring}</item>",
        label("A", "The guard"),
        label("B", "The driver"),
        label("C", "The shift leader")
    )
}

fn scored(ident: &str) -> String {
    format!(
        "<resprocessing><outcomes><decvar/></outcomes><respcondition><conditionvar><varequal respident=\"R\">{ident}</varequal></conditionvar><setvar varname=\"SCORE\" action=\"Set\">1</setvar><displayfeedback linkrefid=\"Right\"/></respcondition><respcondition><conditionvar><other/></conditionvar><displayfeedback linkrefid=\"Wrong\"/></respcondition></resprocessing><itemfeedback ident=\"Right\"><material><mattext>Only the guard has the key.</mattext></material></itemfeedback><itemfeedback ident=\"Wrong\"><material><mattext>Read page 4.</mattext></material></itemfeedback>"
    )
}

#[test]
fn a_document_alone() {
    let text = format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE questestinterop SYSTEM \"ims_qtiasiv1p2.dtd\">\n<questestinterop>\n<assessment title=\"Gates\" ident=\"a\"><rubric><material><mattext>No phones.</mattext></material></rubric><section>\n{}\n</section></assessment></questestinterop>",
        item("north", "Who opens", "", "Single", &scored("A"))
    );
    check(
        "gates.xml",
        &text,
        &[
            "canvas: 1 read, 0 skipped",
            "Who opens the north gate? (gates) + The guard - The driver - The shift leader ! Only the guard has the key.",
            "not carried: feedback on wrong answers as a whole (1): gates.xml:5",
        ],
    );
    let (_, imported) = super::import("gates.xml", text.as_bytes());
    assert_eq!(imported.bank.topics()[0].summary, "No phones.");
    // Items of no quiz and no bank, as item banks write them.
    let text = format!(
        "<questestinterop>{}{}</questestinterop>",
        item("east", "e", "", "Single", &scored("A")),
        item("west", "w", "", "Single", "")
    );
    check(
        "items.xml",
        &text,
        &[
            "canvas: 1 read, 1 skipped",
            "Who opens the east gate? (items) + The guard - The driver - The shift leader ! Only the guard has the key.",
            "1 no-question: no option is worth a point",
            "not carried: feedback on wrong answers as a whole (1): items.xml:1",
        ],
    );
}

#[test]
fn a_package_without_a_manifest() {
    let mut archive = Archive::new();
    archive.add("quiz.xml", format!("<questestinterop><assessment title=\"Gates\" ident=\"a\"><section>{}</section></assessment></questestinterop>", item("north", "n", "", "Single", &scored("B"))).as_bytes());
    check_bytes(
        "quiz.zip",
        &archive.finish(),
        &[
            "canvas: 1 read, 0 skipped",
            "Who opens the north gate? (gates) + The driver - The guard - The shift leader ! Only the guard has the key.",
            "not carried: feedback on wrong answers as a whole (1): quiz.zip/quiz.xml:1",
        ],
    );
}

#[test]
fn a_common_cartridge() {
    let field = |label: &str, entry: &str| {
        format!(
            "<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry></qtimetadatafield>"
        )
    };
    let head = |profile: &str| {
        format!(
            "<itemmetadata><qtimetadata>{}{}</qtimetadata></itemmetadata>",
            field("cc_profile", profile),
            field("cc_weighting", "2")
        )
    };
    let both = "<resprocessing><outcomes><decvar/></outcomes><respcondition><conditionvar><and><varequal respident=\"R\">A</varequal><varequal respident=\"R\">C</varequal><not><varequal respident=\"R\">B</varequal></not></and></conditionvar><setvar>100</setvar></respcondition></resprocessing><itemfeedback ident=\"general_fb\"><flow_mat><material><mattext texttype=\"text/html\">&lt;p&gt;See the orders.&lt;/p&gt;&lt;p&gt;Source: Orders 4&lt;/p&gt;</mattext></material></flow_mat></itemfeedback><itemfeedback ident=\"B_fb\"><flow_mat><material><mattext>No key.</mattext></material></flow_mat></itemfeedback><itemfeedback ident=\"lost\"><material><mattext>Nobody sees it.</mattext></material></itemfeedback>";
    let text = format!(
        "<?xml version=\"1.0\"?><questestinterop xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\"><assessment ident=\"q\" title=\"Week 2\"><section ident=\"root\">{}{}</section></assessment></questestinterop>",
        item("north", "n", &head("cc.multiple_response.v0p1"), "Multiple", both),
        "<item ident=\"e\" title=\"e\"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>cc.essay.v0p1</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext>Why?</mattext></material><response_str ident=\"r\" rcardinality=\"Single\"><render_fib/></response_str></presentation></item>"
    );
    let mut archive = Archive::new();
    archive.add(
        "imsmanifest.xml",
        b"<manifest><resource type=\"imsqti_xmlv1p2/imscc_xmlv1p1/assessment\"/></manifest>",
    );
    archive.add("i1/assessment.xml", text.as_bytes());
    check_bytes(
        "week2.imscc",
        &archive.finish(),
        &[
            "canvas: 1 read, 1 skipped",
            "Who opens the north gate? (week-2) + The guard + The shift leader - The driver (No key.) ! See the orders. @ Orders 4",
            "1 question-type: there are no options to choose from",
            "not carried: feedback that is never shown (1): week2.imscc/i1/assessment.xml:1",
            "not carried: points (1): week2.imscc/i1/assessment.xml:1",
        ],
    );
}

#[test]
fn texts_in_every_dress() {
    let item = "<item ident=\"x\"><presentation><flow><material><mattext><![CDATA[<p>Which <b>sign</b> is 10<sup>3</sup>?</p>]]></mattext></material><material><matimage uri=\"s.png\" label=\"the sign\"/></material><response_lid ident=\"R\" rcardinality=\"Single\"><render_choice shuffle=\"No\"><flow_label><response_label ident=\"A\"><flow_mat><material><mattext texttype=\"text/xhtml\"><p>The <i>left</i> one</p></mattext></material></flow_mat></response_label></flow_label><flow_label><response_label ident=\"B\"><material><mattext>2 &lt; 3</mattext></material></response_label></flow_label></render_choice></response_lid></flow></presentation><resprocessing><respcondition><conditionvar><varequal respident=\"R\">B</varequal></conditionvar><setvar>1</setvar></respcondition></resprocessing><itemfeedback ident=\"s\"><solution><solutionmaterial><material><mattext>Two is less.</mattext></material></solutionmaterial></solution><hint><hintmaterial><material><mattext>Count.</mattext></material></hintmaterial></hint></itemfeedback></item>";
    check(
        "dress.xml",
        &format!("<questestinterop>{item}</questestinterop>"),
        &[
            "canvas: 1 read, 0 skipped",
            "Which sign is 10³?\\n[the sign] (dress) + 2 < 3 - The left one ! Two is less. fixed",
            "not carried: formatting (1): dress.xml:1",
            "not carried: images (1): dress.xml:1",
            "not carried: hints (1): dress.xml:1",
        ],
    );
}

#[test]
fn several_banks_in_one_document() {
    let bank = |title: &str, item: &str| {
        format!(
            "<objectbank ident=\"{title}\"><qtimetadata><qtimetadatafield><fieldlabel>bank_title</fieldlabel><fieldentry>{title}</fieldentry></qtimetadatafield></qtimetadata>{item}</objectbank>"
        )
    };
    let text = format!(
        "<questestinterop>{}{}</questestinterop>",
        bank("Gates", &item("north", "n", "", "Single", &scored("A"))),
        bank("Doors", &item("south", "s", "", "Single", &scored("C")))
    );
    check(
        "banks.xml",
        &text,
        &[
            "canvas: 2 read, 0 skipped",
            "Who opens the north gate? (gates) + The guard - The driver - The shift leader ! Only the guard has the key.",
            "Who opens the south gate? (doors) + The shift leader - The guard - The driver ! Only the guard has the key.",
            "not carried: feedback on wrong answers as a whole (2): banks.xml:1, 1",
        ],
    );
}

#[test]
fn a_quiz_that_draws_from_a_bank_elsewhere() {
    let bytes = include_bytes!("../../../../tests/fixtures/imports/canvas-bank-group.zip");
    check_bytes(
        "canvas-bank-group.zip",
        bytes,
        &[
            "canvas: 3 read, 3 skipped",
            "What do you say? See [map], 10² m (night-desk-quiz) + Good evening, may I see your pass? - Go away - Nothing",
            "Which two are right? (night-desk-quiz) + Ask + Note - Shout",
            "The guard is a police officer. (night-desk-quiz) + False - True (Not police) ! General text",
            "2 group: a group draws 5 questions from the bank `g123`, which is not in this file",
            "2 stray-text: this text stands between the questions and was left out: \"Read this first: it is midnight.\"",
            "2 question-type: a question of type `fill_in_multiple_blanks_question` is not multiple choice",
            "2 no-question: several options are right, each on its own; guardprep asks for all keys of a question together",
            "2 no-question: no option is worth a point",
            "not carried: images (1): canvas-bank-group.zip/g1/g1.xml:2",
        ],
    );
    let (_, imported) = super::import("canvas-bank-group.zip", bytes);
    assert_eq!(imported.bank.topics()[0].title, "Night desk quiz");
    assert_eq!(imported.bank.topics()[0].summary, "For week two\nRead every question twice. No phones.");
}
