//! Forms of question that do no harm now and then: negative stems, true or false, all of the above.

use super::super::measures::{FEWEST, percent};
use super::super::options::is_all_or_none;
use super::super::stem::negation;
use super::super::texts::QuestionTexts;
use super::{Check, Rule, Whole, problem};
use crate::diagnostic::{Diagnostic, Severity};

/// In percent.
const MOST: f64 = 6.0;

const SOUND: &str = r#"
stem = "What opens staff gate {n}?"
answer = "A valid staff badge"
distractors = [
  { text = "A friendly word", why = "Words open no gate." },
  { text = "A parking ticket", why = "It is for cars of guests." },
]
"#;

pub(super) const NEGATIVE: Rule = Rule {
    name: "many-negative-stems",
    summary: "more than 6 % of the stems ask for what is not so",
    why: "To know what is wrong is not yet to know what is right, and each such stem has to be read twice.",
    severity: Severity::Note,
    bad: r#"
stem = "What does NOT open staff gate {n}?"
answer = "A friendly word"
distractors = [
  { text = "A staff badge", why = "Badges open it." },
  { text = "A master key", why = "Keys open it." },
]
"#,
    good: SOUND,
    check: Check::Bank {
        look: |whole| judge(whole, &NEGATIVE, |q| negation(q.stem()).is_some(), "have a negative stem"),
        times: 40,
    },
};

pub(super) const TRUE_FALSE: Rule = Rule {
    name: "many-true-false",
    summary: "more than 6 % of the questions are true or false",
    why: "A coin passes half of them.",
    severity: Severity::Note,
    bad: r#"
stem = "Does a parking ticket open staff gate {n}?"
answer = "No"
distractors = [{ text = "Yes", why = "It is for cars of guests." }]
"#,
    good: SOUND,
    check: Check::Bank {
        look: |whole| {
            judge(whole, &TRUE_FALSE, |q| q.question.is_true_false(), "are true or false, yes or no")
        },
        times: 40,
    },
};

pub(super) const ALL_OF_THE_ABOVE: Rule = Rule {
    name: "many-all-of-the-above",
    summary: "more than 6 % of the questions have an all or none of the above",
    why: "Where it stands it is the answer too often, and after a shuffle nothing is above.",
    severity: Severity::Note,
    bad: r#"
stem = "What opens staff gate {n}?"
answer = "All of the above"
distractors = [
  { text = "A staff badge", why = "True, and so is the other." },
  { text = "A master key", why = "True, and so is the other." },
]
"#,
    good: SOUND,
    check: Check::Bank {
        look: |whole| {
            judge(
                whole,
                &ALL_OF_THE_ABOVE,
                |q| q.options().any(is_all_or_none),
                "have an all or none of the above",
            )
        },
        times: 40,
    },
};

fn judge(
    whole: &Whole<'_>,
    rule: &Rule,
    is_one: fn(QuestionTexts<'_>) -> bool,
    what: &str,
) -> Vec<Diagnostic> {
    let questions = whole.joined.bank.questions();
    let ones = whole.texts.questions().filter(|texts| is_one(*texts));
    let found: Vec<&str> = ones.map(|texts| texts.question.id.as_str()).collect();
    let share = percent(found.len(), questions.len());
    if questions.len() < FEWEST || share <= MOST {
        return vec![];
    }
    let message = format!(
        "{} of {} questions ({share:.1} %) {what}; {MOST} % are plenty",
        found.len(),
        questions.len()
    );
    let named: Vec<&str> = found.into_iter().take(10).collect();
    vec![(problem(rule, message).help(format!("begin with {}", named.join(", "))))]
}
