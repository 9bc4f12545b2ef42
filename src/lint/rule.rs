//! What a rule is, and what it finds.

use super::measures::BankMeasures;
use super::texts::{QuestionTexts, Texts};
use crate::bank::{Field, Question};
use crate::bank_file::Joined;
use crate::diagnostic::{Diagnostic, Severity};

/// One rule: what it is called, why it is there, and how it is checked.
pub(crate) struct Rule {
    /// Unique, kebab-case; what `allow` and `--explain` take.
    pub(crate) name: &'static str,
    /// What is wrong, in one line.
    pub(crate) summary: &'static str,
    /// Why that is bad for the person who is asked.
    pub(crate) why: &'static str,
    pub(crate) severity: Severity,
    /// What breaks this rule and no other: a question or more, shown by `--explain` and run by the tests, which
    /// add the keys that are left out.
    pub(crate) bad: &'static str,
    /// The same, mended.
    pub(crate) good: &'static str,
    pub(super) check: Check,
}

/// How a rule looks.
pub(super) enum Check {
    Question(fn(QuestionTexts<'_>) -> Vec<Finding>),
    /// A statistic needs a bank of some size: its examples stand for `times` questions of their sort.
    Bank {
        look: fn(&Whole<'_>) -> Vec<Diagnostic>,
        times: usize,
    },
    /// What stands between two questions, either of which may allow it. What belongs together is reported once, with
    /// all its members: pairs of a template that was filled in many times would bury everything else.
    ///
    /// What belongs together is found first, on a core of its own; what is said of it depends on who allows what.
    Pairs(for<'w> fn(&'w Whole<'_>) -> Told<'w>),
    /// About `allow` itself: it is known after all other rules were run.
    Allow,
}

impl Check {
    /// Whether an `allow` in a question can silence it.
    pub(super) fn can_be_allowed(&self) -> bool {
        matches!(self, Self::Question(_) | Self::Pairs(_))
    }

    /// Whether it is about the bank as a whole.
    pub(super) fn is_of_bank(&self) -> bool {
        matches!(self, Self::Bank { .. } | Self::Pairs(_))
    }
}

/// A whole bank, as rules about it see it.
pub(super) struct Whole<'a> {
    pub(super) joined: &'a Joined,
    pub(super) texts: &'a Texts<'a>,
    pub(super) measures: &'a BankMeasures,
}

/// A breach of a question rule.
pub(super) struct Finding {
    pub(super) message: String,
    pub(super) at: Field,
    pub(super) label: String,
    pub(super) related: Vec<(Field, String)>,
    pub(super) help: Option<String>,
}

impl Finding {
    pub(super) fn new(at: Field, message: impl Into<String>) -> Self {
        Self { message: message.into(), at, label: String::new(), related: vec![], help: None }
    }

    pub(super) fn and(mut self, at: Field, label: impl Into<String>) -> Self {
        self.related.push((at, label.into()));
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Whether one of these questions (by their numbers in the bank) allows the rule that is looking.
pub(super) type Silenced<'a> = dyn FnMut(&[usize]) -> bool + 'a;

/// What a rule about pairs says once it is known what is allowed.
pub(super) type Told<'w> = Box<dyn FnOnce(&mut Silenced<'_>) -> Vec<Diagnostic> + Send + 'w>;

/// The place of an option by its number: keys first.
pub(super) fn option_field(question: &Question, index: usize) -> Field {
    match index.checked_sub(question.keys.len()) {
        None => Field::Key(index),
        Some(at) => Field::Distractor(at),
    }
}
