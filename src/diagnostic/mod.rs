//! A problem of a file, and the place where it was found.
//!
//! Readers and rules make [`Diagnostic`]s; [`render()`] shows them as rustc shows its own, [`json()`] for programs.

mod json;
mod render;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

pub(crate) use json::json;
pub(crate) use render::render;

use crate::words::counted;

/// A text with the name under which a person knows it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: text.into() })
    }

    /// Line and column of a byte, both from 1; columns count characters.
    pub(crate) fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let before = &self.text[..byte];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// A range of bytes in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) source: Arc<Source>,
    pub(crate) span: Range<usize>,
}

impl Place {
    pub(crate) fn new(source: &Arc<Source>, span: Range<usize>) -> Self {
        Self { source: Arc::clone(source), span }
    }

    /// `file:line:column`, the form that editors jump to.
    pub(crate) fn text(&self) -> String {
        let (line, column) = self.source.line_and_column(self.span.start);
        format!("{}:{line}:{column}", self.source.name)
    }
}

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

impl Diagnostic {
    pub(crate) fn new(severity: Severity, rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity,
            rule,
            message: message.into(),
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

    pub(crate) fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(crate) fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn question(mut self, id: impl Into<String>) -> Self {
        self.question = Some(id.into());
        self
    }

    pub(crate) fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Sorts problems as they are shown: errors, warnings, notes; within one severity by file and place.
pub(crate) fn sort(problems: &mut [Diagnostic]) {
    problems.sort_by(|a, b| {
        let key = |d: &Diagnostic| {
            (d.severity, d.place.as_ref().map(|place| (place.source.name.clone(), place.span.start)))
        };
        key(a).cmp(&key(b))
    });
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
