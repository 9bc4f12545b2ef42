//! What readers of QTI that cannot be run here ask for; `tests/consumers/qti.mjs` plays the packages.

use super::{QTI_21, QTI_30};
use crate::exchange::archive::unpack;
use crate::exchange::tests::samples::{nasty, whole};
use crate::exchange::xml::elements;

/// TAO takes no item without the place of its schema, and none with a feedback in an option.
#[test]
fn items_have_what_tao_asks_for() {
    let bank = nasty();
    let whys = bank.questions().iter().flat_map(|question| &question.distractors);
    let whys = whys.filter(|distractor| !distractor.why.is_empty()).count();
    for (format, item, option, modal) in [
        (QTI_21, "assessmentItem", "simpleChoice", "modalFeedback"),
        (QTI_30, "qti-assessment-item", "qti-simple-choice", "qti-modal-feedback"),
    ] {
        let package = format.export(&whole(&bank)).unwrap().bytes;
        let items = unpack(&package, |name| name.starts_with("items/")).unwrap();
        assert_eq!(items.len(), bank.questions().len());
        let mut told = 0;
        for (_, bytes) in items {
            let text = String::from_utf8(bytes).unwrap();
            let item = elements(&text, item).pop().unwrap().unwrap();
            let place = item.attribute("schemaLocation").unwrap();
            let namespace = place.split(' ').next().unwrap();
            assert!(
                text.contains(&format!("xmlns=\"{namespace}\"")) && place.rsplit('.').next() == Some("xsd"),
                "{place}"
            );
            assert!(text.contains(" xsi:schemaLocation=\"") && place.split(' ').count() == 2, "{place}");
            for option in item.below(option) {
                let inside: Vec<&str> = option.nodes().map(|node| node.name.as_str()).collect();
                assert!(inside.iter().all(|name| *name == "br"), "{inside:?}");
                let shown = item.all(modal).filter(|modal| {
                    modal.attribute("identifier") == option.attribute("identifier")
                        && modal.attribute(if item.name.starts_with('q') {
                            "outcome-identifier"
                        } else {
                            "outcomeIdentifier"
                        }) == Some("FEEDBACK")
                });
                told += shown.count();
            }
        }
        assert_eq!(told, whys, "{}", format.name);
    }
}
