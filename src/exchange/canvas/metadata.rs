//! What the parts of a package are called, and the metadata of a question.

use std::collections::BTreeMap;

use crate::exchange::xml::Node;

pub(super) const MANIFEST: &str = "imsmanifest.xml";
/// The settings of a quiz, in the folder of the quiz.
pub(super) const META: &str = "assessment_meta.xml";

/// Names of metadata fields; Canvas knows all but the last, which it passes over.
pub(super) const QUESTION_TYPE: &str = "question_type";
pub(super) const POINTS: &str = "points_possible";
pub(super) const ANSWER_IDS: &str = "original_answer_ids";
/// On a question of the quiz: which question of a bank it is.
pub(super) const BANK_ITEM: &str = "assessment_question_identifierref";
pub(super) const BANK_TITLE: &str = "bank_title";
pub(super) const TOPIC_ID: &str = "topic_id";

/// Feedback that everybody sees, and the kind that hangs on an option.
pub(super) const GENERAL: &str = "general_fb";
pub(super) const OF_OPTION: &str = "_fb";

/// Metadata: labels and what they say.
pub(super) struct Fields(BTreeMap<String, String>);

impl Fields {
    pub(super) fn new(fields: impl IntoIterator<Item = Node>) -> Self {
        let text = |node: &Node, name| node.child(name).map(|node| node.text().trim().to_owned());
        Self(
            fields
                .into_iter()
                .filter_map(|n| Some((text(&n, "fieldlabel")?, text(&n, "fieldentry")?)))
                .collect(),
        )
    }

    pub(super) fn get(&self, label: &str) -> Option<&str> {
        self.0.get(label).map(String::as_str)
    }
}
