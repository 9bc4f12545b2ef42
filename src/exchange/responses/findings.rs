//! What is wrong with a file of answers, each with its place.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Severity, Source};

/// So many problems are told one by one; the rest is counted.
const MOST: usize = 1_000;

/// The problems of one file.
pub(super) struct Findings {
    pub(super) source: Arc<Source>,
    problems: Vec<Diagnostic>,
    untold: usize,
}

impl Findings {
    pub(super) fn of(source: &Arc<Source>) -> Self {
        Self { source: Arc::clone(source), problems: vec![], untold: 0 }
    }

    /// Something that is left out because of it.
    pub(super) fn error(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) {
        self.tell(Severity::Error, rule, span, message.into(), help, None);
    }

    /// Something that was read otherwise than it was written, or that a person should know.
    pub(super) fn warning(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) {
        self.tell(Severity::Warning, rule, span, message.into(), help, None);
    }

    /// The same, with another place that belongs to it.
    pub(super) fn two(
        &mut self,
        severity: Severity,
        rule: &'static str,
        span: Range<usize>,
        message: String,
        other: (Place, &str),
        help: &str,
    ) {
        self.tell(severity, rule, span, message, help, Some(other));
    }

    fn tell(
        &mut self,
        severity: Severity,
        rule: &'static str,
        span: Range<usize>,
        message: String,
        help: &str,
        other: Option<(Place, &str)>,
    ) {
        if self.problems.len() >= MOST {
            self.untold += 1;
            return;
        }
        let mut problem = Diagnostic::new(severity, rule, message).at(Place::new(&self.source, span));
        if !help.is_empty() {
            problem = problem.help(help);
        }
        if let Some((place, label)) = other {
            problem = problem.related(place, label);
        }
        self.problems.push(problem);
    }

    /// What somebody else found out about the file.
    pub(super) fn add(&mut self, problem: Option<Diagnostic>) {
        self.problems.extend(problem);
    }

    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::new(&self.source, span.clone())
    }

    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        if self.untold > 0 {
            self.problems.push(Diagnostic::untold(self.untold));
        }
        self.problems
    }
}
