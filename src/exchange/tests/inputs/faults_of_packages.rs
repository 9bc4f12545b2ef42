//! Each package or XML file in which an import once went wrong, with what is right.

use super::{fault, import};

#[test]
fn faults_of_moodle_xml() {
    fault(
        fixture!("category-parents.xml"),
        &[
            "moodle-xml: 2 read, 0 skipped",
            "Who opens the gate? (gate-test-questions) + The guard - The driver",
            "Who sits at the desk? (night-desk-test-questions) + The guard - The driver",
        ],
    );
}

#[test]
fn combined_feedback() {
    fault(
        fixture!("moodle-combined-feedback.xml"),
        &[
            "moodle-xml: 1 read, 0 skipped",
            "Who opens the gate for a lorry? (gate) + The guard on duty - The lorry driver - The tenant ! Yes: the post orders name the guard.",
            "not carried: feedback on wrong answers as a whole (1): moodle-combined-feedback.xml:4",
            "not carried: points (1): moodle-combined-feedback.xml:4",
            "not carried: hints (1): moodle-combined-feedback.xml:4",
        ],
    );
    let (_, imported) = import("x.xml", fixture!("moodle-combined-feedback.xml").1);
    assert_eq!(imported.bank.topics()[0].summary, "For the second week of the course.");
    assert_eq!(imported.bank.questions()[0].id, "gate-7-who-opens-exam-2024");
}

#[test]
fn all_or_nothing() {
    fault(
        fixture!("multichoiceset.xml"),
        &[
            "moodle-xml: 1 read, 0 skipped",
            "Which two may open the gate? (multichoiceset) + The guard + The shift leader - The driver",
        ],
    );
}

#[test]
fn raised_letters() {
    fault(
        fixture!("superscript.xml"),
        &[
            "moodle-xml: 1 read, 0 skipped",
            "How far does the hall radio reach, in metres? (superscript) + 10³ - 10² - 10⁵",
        ],
    );
}

#[test]
fn latin_two() {
    fault(
        fixture!("xml-latin2.xml"),
        &["moodle-xml: 1 read, 0 skipped", "Kto otwiera bramę? (xml-latin2) + Strażnik - Kierowca"],
    );
}
