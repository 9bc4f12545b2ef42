//! Terms of an exam for the tests of every room.

use super::ExamTerms;

/// Without a time limit, and without a paper.
pub(crate) fn exam_terms() -> ExamTerms {
    ExamTerms {
        profile: None,
        title: String::from("An exam"),
        allowed: None,
        deadline: None,
        extra_time: 100,
        untimed: true,
        options: 4,
        papers: vec![],
    }
}
