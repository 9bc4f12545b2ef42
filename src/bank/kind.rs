//! The two closed lists of a question: what kind it is, and what it asks of the mind.

/// A closed list whose members have names in the bank file and on the command line.
pub(crate) trait Named: Copy + Sized + 'static {
    const ALL: &'static [Self];

    fn name(self) -> &'static str;

    /// One line for help texts.
    fn summary(self) -> &'static str;

    fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.name() == name)
    }

    fn names() -> Vec<&'static str> {
        Self::ALL.iter().map(|member| member.name()).collect()
    }
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Definition,
    Concept,
    Purpose,
    Scenario,
    FirstAction,
    Wording,
    TrueFalse,
}

impl Named for Kind {
    const ALL: &'static [Self] = &[
        Self::Definition,
        Self::Concept,
        Self::Purpose,
        Self::Scenario,
        Self::FirstAction,
        Self::Wording,
        Self::TrueFalse,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Definition => "definition",
            Self::Concept => "concept",
            Self::Purpose => "purpose",
            Self::Scenario => "scenario",
            Self::FirstAction => "first-action",
            Self::Wording => "wording",
            Self::TrueFalse => "true-false",
        }
    }

    fn summary(self) -> &'static str {
        match self {
            Self::Definition => "what a term means",
            Self::Concept => "how ideas hang together",
            Self::Purpose => "what something is for",
            Self::Scenario => "the best response to a situation",
            Self::FirstAction => "what comes first",
            Self::Wording => "which words to say",
            Self::TrueFalse => "whether a statement is true",
        }
    }
}

/// The cognitive level, after the revised taxonomy of Anderson and Krathwohl (2001).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    Recall,
    Understand,
    Apply,
    Analyze,
}

impl Named for Level {
    const ALL: &'static [Self] = &[Self::Recall, Self::Understand, Self::Apply, Self::Analyze];

    fn name(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Understand => "understand",
            Self::Apply => "apply",
            Self::Analyze => "analyze",
        }
    }

    fn summary(self) -> &'static str {
        match self {
            Self::Recall => "know a fact",
            Self::Understand => "explain an idea",
            Self::Apply => "use it in a situation",
            Self::Analyze => "weigh what matters in a situation",
        }
    }
}
