//! What a question or a topic has, for saying which of it a format has no place for.

use crate::bank::{Question, Topic};

/// Something that a bank says and that a format may have no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Id,
    /// To which topic a question belongs.
    Topic,
    TopicSummary,
    Objective,
    ObjectiveText,
    Kind,
    Level,
    /// Why a distractor is wrong.
    Why,
    Explanation,
    Source,
    Jurisdiction,
    /// An order of the options that was written down.
    Order,
    /// A finding that the author keeps.
    Allow,
    /// A line break: it becomes a blank.
    Paragraph,
    /// A question with several keys: it is left out (by the exporter, which says so).
    SeveralKeys,
    /// A second topic: a file holds one (the exporter refuses the others; the command writes one file a topic).
    SecondTopic,
}

impl Part {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Id => "ids",
            Self::Topic => "topics of questions",
            Self::TopicSummary => "summaries of topics",
            Self::Objective => "objectives of questions",
            Self::ObjectiveText => "texts of objectives",
            Self::Kind => "kinds",
            Self::Level => "levels",
            Self::Why => "rationales",
            Self::Explanation => "explanations",
            Self::Source => "sources",
            Self::Jurisdiction => "jurisdictions",
            Self::Order => "orders of options",
            Self::Allow => "allowed findings",
            Self::Paragraph => "line breaks",
            Self::SeveralKeys => "questions with several keys",
            Self::SecondTopic => "topics after the first",
        }
    }

    /// How much of it a question has.
    pub(super) fn count_in(self, question: &Question) -> usize {
        let texts = || {
            let whys = question.distractors.iter().map(|distractor| &distractor.why);
            [&question.stem, &question.explanation, &question.source].into_iter().chain(whys)
        };
        match self {
            Self::Id | Self::Topic | Self::Objective | Self::Kind | Self::Level => 1,
            Self::Why => question.distractors.iter().filter(|distractor| !distractor.why.is_empty()).count(),
            Self::Explanation => usize::from(!question.explanation.is_empty()),
            Self::Source => usize::from(!question.source.is_empty()),
            Self::Jurisdiction => usize::from(question.jurisdiction.is_some()),
            Self::Order => usize::from(!question.order.is_empty()),
            Self::Allow => question.allow.len(),
            Self::Paragraph => texts()
                .map(String::as_str)
                .chain(question.options())
                .map(|text| text.matches('\n').count())
                .sum(),
            // Questions left out were counted by the exporter.
            Self::SeveralKeys | Self::SecondTopic | Self::TopicSummary | Self::ObjectiveText => 0,
        }
    }

    pub(super) fn count_in_topic(self, topic: &Topic) -> usize {
        match self {
            Self::TopicSummary => 1,
            Self::ObjectiveText => topic.objectives.len(),
            _ => 0,
        }
    }
}
