//! Options of very different length.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule, option_field};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "lengths-uneven",
    summary: "the longest option is three times as long as the shortest",
    why: "Length draws the eye, and the eye should not decide.",
    severity: Severity::Note,
    bad: r#"
stem = "What belongs into a note for the next shift?"
answer = "Keys that are out"
distractors = [
  { text = "Every word that was spoken at the desk in the last eight hours", why = "Nobody would read it." },
  { text = "Gossip of the day", why = "Gossip is no fact." },
  { text = "The lunch of a guest", why = "It bears on nothing." },
]
"#,
    good: r#"
stem = "What belongs into a note for the next shift?"
answer = "Keys that are out"
distractors = [
  { text = "Words said at the desk", why = "Nobody would read it." },
  { text = "Gossip of the day", why = "Gossip is no fact." },
  { text = "The lunch of a guest", why = "It bears on nothing." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let lengths = || texts.options().map(|option| option.length).enumerate();
    let (Some((long, most)), Some((short, least))) =
        (lengths().max_by_key(|&(_, n)| n), lengths().min_by_key(|&(_, n)| n))
    else {
        return vec![];
    };
    if most < 3 * least || most < least + 30 {
        return vec![];
    }
    let finding =
        Finding::new(option_field(question, long), format!("options have {least} to {most} characters"))
            .and(option_field(question, short), "the shortest")
            .help("bring them within a fifth of each other");
    vec![finding]
}
