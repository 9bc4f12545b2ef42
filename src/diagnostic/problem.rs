//! One problem: what, where, and what to do.

use super::Place;
use crate::words::{counted, shortened};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One problem: what, where, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Diagnostic {
    pub(crate) severity: Severity,
    /// The name of the rule that was broken, kebab-case.
    pub(crate) rule: &'static str,
    pub(crate) message: String,
    /// None for what is true of a whole bank.
    pub(crate) place: Option<Place>,
    /// What stands at the place, in a few words; may be empty.
    pub(crate) label: String,
    /// Other places that belong to it.
    pub(crate) related: Vec<(Place, String)>,
    /// What to do.
    pub(crate) help: Option<String>,
    /// The id of the question, where there is one.
    pub(crate) question: Option<String>,
}

/// The most characters of one text: what it quotes from a file may be of any size.
const MOST_SHOWN: usize = 1_000;

fn bounded(text: impl Into<String>) -> String {
    let text = text.into();
    if text.len() <= MOST_SHOWN { text } else { shortened(&text, MOST_SHOWN) }
}

impl Diagnostic {
    pub(crate) fn new(severity: Severity, rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity,
            rule,
            message: bounded(message),
            place: None,
            label: String::new(),
            related: vec![],
            help: None,
            question: None,
        }
    }

    pub(crate) fn error(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, rule, message)
    }

    /// Says how many problems are not told, because nobody would read so many.
    pub(crate) fn untold(count: usize) -> Self {
        let verb = if count == 1 { "is" } else { "are" };
        Self::error("more-problems", format!("{} {verb} not listed", counted(count, "more problem")))
            .help("correct those that are listed first")
    }

    pub(crate) fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = bounded(label);
        self
    }

    pub(crate) fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, bounded(label)));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(bounded(help));
        self
    }

    pub(crate) fn question(mut self, id: impl Into<String>) -> Self {
        self.question = Some(bounded(id));
        self
    }

    pub(crate) fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Sorts problems as they are shown: errors, warnings, notes; within one severity by file and place.
pub(crate) fn sort(problems: &mut [Diagnostic]) {
    fn key(problem: &Diagnostic) -> (Severity, Option<(&str, usize)>) {
        let place = problem.place.as_ref().map(|place| (place.source.name.as_str(), place.span.start));
        (problem.severity, place)
    }
    problems.sort_by(|a, b| key(a).cmp(&key(b)));
}

/// `2 errors, 1 warning`, or `no problems`.
pub(crate) fn count(problems: &[Diagnostic]) -> String {
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter_map(|severity| {
            let n = problems.iter().filter(|problem| problem.severity == severity).count();
            (n > 0).then(|| counted(n, severity.name()))
        })
        .collect();
    if counts.is_empty() { String::from("no problems") } else { counts.join(", ") }
}
