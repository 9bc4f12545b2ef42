//! QTI 2.0 to 3.0 of several programs: packages with and without a manifest, and documents alone.

use super::{check, check_bytes, import};
use crate::exchange::archive::Archive;

fn package(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = Archive::new();
    for (name, text) in files {
        archive.add(name, text.as_bytes());
    }
    archive.finish()
}

/// An item with a title, declarations, a body and rules.
fn item(identifier: &str, title: &str, key: &str, body: &str, rules: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p2\" identifier=\"{identifier}\" title=\"{title}\" adaptive=\"false\" timeDependent=\"false\">\n<responseDeclaration identifier=\"RESPONSE\" cardinality=\"single\" baseType=\"identifier\"><correctResponse><value>{key}</value></correctResponse></responseDeclaration>\n<outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"/>\n<itemBody>{body}</itemBody>\n{rules}</assessmentItem>"
    )
}

const CHOICE: &str = "<choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxChoices=\"1\"><prompt>Who opens the gate?</prompt><simpleChoice identifier=\"a\">The guard</simpleChoice><simpleChoice identifier=\"b\">The driver</simpleChoice></choiceInteraction>";
const MATCH: &str =
    "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct\"/>";

#[test]
fn an_item_alone() {
    let body = format!(
        "<p>It is night, and <strong>dark</strong>.</p><p><img src=\"gate.png\" alt=\"the gate\"/></p><div>{CHOICE}</div>"
    );
    check(
        "item.xml",
        &item("gate-1", "Gate", "a", &body, MATCH),
        &[
            "qti21: 1 read, 0 skipped",
            "It is night, and dark.\\n[the gate]\\nWho opens the gate? (item) + The guard - The driver",
            "not carried: formatting (1): item.xml:2",
            "not carried: images (1): item.xml:2",
        ],
    );
}

#[test]
fn a_package_with_a_test_of_sections() {
    let rules = "<responseProcessing><responseCondition><responseIf><match><variable identifier=\"RESPONSE\"/><correct identifier=\"RESPONSE\"/></match><setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">1</baseValue></setOutcomeValue><setOutcomeValue identifier=\"FB\"><baseValue baseType=\"identifier\">fb1</baseValue></setOutcomeValue></responseIf><responseElse><setOutcomeValue identifier=\"FB\"><baseValue baseType=\"identifier\">fb2</baseValue></setOutcomeValue></responseElse></responseCondition></responseProcessing><modalFeedback outcomeIdentifier=\"FB\" identifier=\"fb1\" showHide=\"show\">Only the guard has the key.</modalFeedback><modalFeedback outcomeIdentifier=\"FB\" identifier=\"fb2\" showHide=\"show\">Read page 4.</modalFeedback>";
    let test = "<assessmentTest xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p2\" identifier=\"t\" title=\"Week two\"><testPart identifier=\"p\" navigationMode=\"linear\" submissionMode=\"individual\"><assessmentSection identifier=\"s\" title=\"Gate\" visible=\"true\"><selection select=\"1\"/><rubricBlock view=\"candidate\"><p>No phones.</p></rubricBlock><assessmentSection identifier=\"s2\" title=\"Night\" visible=\"true\"><assessmentItemRef identifier=\"i2\" href=\"../items/two.xml\"><weight identifier=\"W\" value=\"2\"/></assessmentItemRef></assessmentSection><assessmentItemRef identifier=\"i1\" href=\"../items/one.xml\"/><assessmentItemRef identifier=\"i3\" href=\"../items/gone.xml\"/></assessmentSection></testPart></assessmentTest>";
    let two = item("i2", "Question", "b", &CHOICE.replace("opens", "shuts"), MATCH);
    let bytes = package(&[
        (
            "imsmanifest.xml",
            "<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\"><resources/></manifest>",
        ),
        ("items/one.xml", &item("i1", "Question", "a", CHOICE, rules)),
        ("items/two.xml", &two),
        ("tests/test.xml", test),
    ]);
    check_bytes(
        "week.zip",
        &bytes,
        &[
            "qti21: 2 read, 0 skipped",
            "Who shuts the gate? (gate-night) + The driver - The guard",
            "Who opens the gate? (gate) + The guard - The driver ! Only the guard has the key.",
            "1 group: of this group only 1 would be drawn; all its questions came in",
            "1 stray-text: instructions left out: \"No phones.\"",
            "1 missing-item: the test names 1 item not in this file, such as `items/gone.xml`",
            "not carried: points (1): week.zip/items/two.xml:2",
            "not carried: feedback on wrong answers as a whole (1): week.zip/items/one.xml:2",
        ],
    );
}

#[test]
fn choices_that_are_worth_points() {
    let text = "<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"m\" title=\"Two keys\" adaptive=\"false\" timeDependent=\"false\"><responseDeclaration identifier=\"R1\" cardinality=\"multiple\" baseType=\"identifier\"><mapping defaultValue=\"-1\"><mapEntry mapKey=\"c1\" mappedValue=\"1\"/><mapEntry mapKey=\"c3\" mappedValue=\"1\"/><mapEntry mapKey=\"c2\" mappedValue=\"0\"/></mapping></responseDeclaration><outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\" normalMaximum=\"2\"/><itemBody><rubricBlock view=\"scorer\"><p>Two.</p></rubricBlock><p>Which two open the gate?</p><choiceInteraction responseIdentifier=\"R1\" shuffle=\"false\" maxChoices=\"0\"><simpleChoice identifier=\"c1\"><p>The guard</p></simpleChoice><simpleChoice identifier=\"c2\"><p>The driver</p></simpleChoice><simpleChoice identifier=\"c3\"><p>The shift leader</p></simpleChoice></choiceInteraction></itemBody></assessmentItem>";
    check(
        "multi.xml",
        text,
        &[
            "qti21: 1 read, 0 skipped",
            "Which two open the gate? (multi) + The guard + The shift leader - The driver fixed",
            "not carried: points (1): multi.xml:1",
            "not carried: instructions (1): multi.xml:1",
        ],
    );
}

#[test]
fn version_three() {
    let text = "<qti-assessment-item xmlns=\"http://www.imsglobal.org/xsd/imsqtiasi_v3p0\" identifier=\"q3\" title=\"Code\" adaptive=\"false\" time-dependent=\"false\" xml:lang=\"en\"><qti-response-declaration identifier=\"RESPONSE\" cardinality=\"single\" base-type=\"identifier\"><qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration><qti-outcome-declaration identifier=\"FEEDBACK\" cardinality=\"single\" base-type=\"identifier\"/><qti-item-body><p>What does the radio say?</p><qti-choice-interaction response-identifier=\"RESPONSE\" shuffle=\"true\" max-choices=\"1\"><qti-prompt>Choose: 10<sup>2</sup> m</qti-prompt><qti-simple-choice identifier=\"A\">Code 1<qti-feedback-inline outcome-identifier=\"FEEDBACK\" identifier=\"A\" show-hide=\"show\">That is fire.</qti-feedback-inline></qti-simple-choice><qti-simple-choice identifier=\"B\">Code 2</qti-simple-choice></qti-choice-interaction></qti-item-body><qti-response-processing><qti-set-outcome-value identifier=\"FEEDBACK\"><qti-variable identifier=\"RESPONSE\"/></qti-set-outcome-value></qti-response-processing><qti-modal-feedback outcome-identifier=\"FEEDBACK\" identifier=\"B\" show-hide=\"show\"><qti-content-body><p>Two is a visitor.</p></qti-content-body></qti-modal-feedback></qti-assessment-item>";
    check(
        "three.xml",
        text,
        &[
            "qti30: 1 read, 0 skipped",
            "What does the radio say?\\nChoose: 10² m (three) + Code 2 - Code 1 (That is fire.) ! Two is a visitor.",
        ],
    );
    // Some programs name it with a prefix, and pack several without a manifest.
    let prefixed = text
        .replace("<qti-assessment-item xmlns=", "<q:qti-assessment-item xmlns:q=")
        .replace("</qti-assessment-item", "</q:qti-assessment-item")
        .replace("radio", "siren");
    let bytes = package(&[("a b/one.xml", text), ("a b/two.xml", &prefixed), ("notes.xml", "<notes/>")]);
    check_bytes(
        "loose.zip",
        &bytes,
        &[
            "qti30: 2 read, 0 skipped",
            "What does the radio say?\\nChoose: 10² m (loose) + Code 2 - Code 1 (That is fire.) ! Two is a visitor.",
            "What does the siren say?\\nChoose: 10² m (loose) + Code 2 - Code 1 (That is fire.) ! Two is a visitor.",
        ],
    );
}

#[test]
fn what_is_no_choice_is_named() {
    let inline = "<p>The gate is opened by <inlineChoiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\"><inlineChoice identifier=\"a\">the guard</inlineChoice><inlineChoice identifier=\"b\">the driver</inlineChoice></inlineChoiceInteraction> at night.</p>";
    let text = [
        item("gap", "Gap", "a", inline, MATCH),
        item(
            "entry",
            "Entry",
            "a",
            "<p>Who? <textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>",
            MATCH,
        ),
        item("two", "Two", "a", &format!("{CHOICE}{CHOICE}"), MATCH),
        item("none", "None", "z", CHOICE, MATCH),
        item("nothing", "Nothing", "", CHOICE, MATCH)
            .replace("<correctResponse><value></value></correctResponse>", ""),
        item("made", "Made", "a", CHOICE, MATCH).replace(
            "<outcomeDeclaration",
            "<templateDeclaration identifier=\"N\" cardinality=\"single\"/><outcomeDeclaration",
        ),
        item("torn", "Torn", "a", &CHOICE.replace("</prompt>", ""), MATCH),
    ];
    let names = ["1.xml", "2.xml", "3.xml", "4.xml", "5.xml", "6.xml", "7.xml"];
    let files: Vec<(&str, &str)> = names.into_iter().zip(text.iter().map(String::as_str)).collect();
    check_bytes(
        "mixed.zip",
        &package(&files),
        &[
            "qti21: 1 read, 6 skipped",
            "The gate is opened by _____ at night. (mixed) + the guard - the driver",
            "2 question-type: a question of type `textEntryInteraction` is not multiple choice",
            "2 question-type: there are several places to choose at",
            "2 no-question: the right answer `z` is none of the options",
            "2 no-question: it does not say in a way that can be read which option is right",
            "2 question-type: its texts are made anew for everybody (a template)",
            "5 syntax: this is no XML: ill-formed document: expected `</prompt>`, but `</choiceInteraction>` was found",
        ],
    );
}

#[test]
fn scores_by_rules_of_their_own() {
    let rules = "<responseProcessing><responseCondition><responseIf><match><variable identifier=\"RESPONSE\"/><baseValue baseType=\"identifier\">b</baseValue></match><setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">1</baseValue></setOutcomeValue><setOutcomeValue identifier=\"FB\"><baseValue baseType=\"identifier\">yes</baseValue></setOutcomeValue></responseIf><responseElseIf><match><variable identifier=\"RESPONSE\"/><baseValue baseType=\"identifier\">a</baseValue></match><setOutcomeValue identifier=\"FB\"><baseValue baseType=\"identifier\">no</baseValue></setOutcomeValue></responseElseIf></responseCondition><setOutcomeValue identifier=\"ALL\"><baseValue baseType=\"identifier\">show</baseValue></setOutcomeValue></responseProcessing><modalFeedback outcomeIdentifier=\"FB\" identifier=\"yes\" showHide=\"show\">He has the key.</modalFeedback><modalFeedback outcomeIdentifier=\"FB\" identifier=\"no\" showHide=\"show\">She has none.</modalFeedback><modalFeedback outcomeIdentifier=\"ALL\" identifier=\"show\" showHide=\"show\"><p>See the orders.</p><p>Source: Post orders 4</p></modalFeedback><modalFeedback outcomeIdentifier=\"OTHER\" identifier=\"x\" showHide=\"show\">Never seen.</modalFeedback>";
    let text = item("rules", "Rules", "", CHOICE, rules)
        .replace("<correctResponse><value></value></correctResponse>", "");
    check(
        "rules.xml",
        &text,
        &[
            "qti21: 1 read, 0 skipped",
            "Who opens the gate? (rules) + The driver - The guard (She has none.) ! See the orders. @ Post orders 4",
            "not carried: feedback on right answers (1): rules.xml:2",
            "not carried: feedback shown by rules of its own (1): rules.xml:2",
        ],
    );
}

#[test]
fn what_we_export_says_what_it_is() {
    let bank = crate::exchange::tests::samples::nasty();
    for name in ["qti21", "qti30"] {
        let export = crate::exchange::find(name).unwrap();
        let bytes = export.export(&crate::exchange::tests::samples::whole(&bank)).unwrap().bytes;
        let (format, imported) = import("own.zip", &bytes);
        assert_eq!((format, imported.read, imported.skipped), (name, bank.questions().len(), 0));
    }
}
