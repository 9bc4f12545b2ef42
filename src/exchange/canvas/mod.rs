//! Canvas: QTI 1.2 as Canvas itself writes it, a quiz with all questions and a question bank a topic in one package.
//!
//! Newer QTI would lose every feedback there; what the importers of Canvas pass over in silence (a feedback without
//! `flow_mat`, a key without `setvar`, an identifier in which a word such as "wrong" stands) decides the shape.

mod item;
mod read;
mod write;

#[cfg(test)]
mod tests;

use super::{Format, Import, Part};

pub(super) const FORMAT: Format = Format {
    name: "canvas",
    summary: "Canvas package (QTI 1.2): a quiz, and a question bank for each topic",
    extension: "zip",
    loses: &[
        Part::TopicSummary,
        Part::Objective,
        Part::ObjectiveText,
        Part::Kind,
        Part::Level,
        Part::Jurisdiction,
        Part::Allow,
    ],
    export: Some(write::export),
    import: Some(Import { read: read::import, likeness: read::likeness }),
};

const MANIFEST: &str = "imsmanifest.xml";
/// The settings of a quiz, in the folder of the quiz.
const META: &str = "assessment_meta.xml";

/// Names of metadata fields; Canvas knows all but the last, which it passes over.
const QUESTION_TYPE: &str = "question_type";
const POINTS: &str = "points_possible";
const ANSWER_IDS: &str = "original_answer_ids";
/// On a question of the quiz: which question of a bank it is.
const BANK_ITEM: &str = "assessment_question_identifierref";
const BANK_TITLE: &str = "bank_title";
const TOPIC_ID: &str = "topic_id";

/// Feedback that everybody sees, and the kind that hangs on an option.
const GENERAL: &str = "general_fb";
const OF_OPTION: &str = "_fb";
