//! Ranges that share a point: 1–5 and 5–10.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule, option_field};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "ranges-overlap",
    summary: "two options are ranges that share a number",
    why: "For the shared number two options are right.",
    severity: Severity::Error,
    bad: r#"
stem = "How many metres from the door does the house rule keep smokers?"
answer = "5 to 10 metres"
distractors = [
  { text = "1 to 5 metres", why = "Smoke still drifts in." },
  { text = "11 to 15 metres", why = "More than the rule asks for." },
  { text = "16 to 20 metres", why = "More than the rule asks for." },
]
"#,
    good: r#"
stem = "How many metres from the door does the house rule keep smokers?"
answer = "6 to 10 metres"
distractors = [
  { text = "1 to 5 metres", why = "Smoke still drifts in." },
  { text = "11 to 15 metres", why = "More than the rule asks for." },
  { text = "16 to 20 metres", why = "More than the rule asks for." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let Some(ranges) = question.options().map(range).collect::<Option<Vec<Range>>>() else { return vec![] };
    if ranges.iter().any(|range| range.unit != ranges[0].unit) {
        return vec![];
    }
    let mut sorted: Vec<(usize, &Range)> = ranges.iter().enumerate().collect();
    sorted.sort_by(|a, b| a.1.low.total_cmp(&b.1.low));
    sorted
        .windows(2)
        .filter(|pair| pair[1].1.low <= pair[0].1.high)
        .map(|pair| {
            let shared = pair[1].1.low;
            Finding::new(option_field(question, pair[1].0), format!("{shared} lies in two options"))
                .and(option_field(question, pair[0].0), "and here")
                .help("let one range end before the next begins")
        })
        .collect()
}

struct Range {
    low: f64,
    high: f64,
    unit: String,
}

/// "5 to 10 metres", "5-10 m", "between 5 and 10 metres". Units are compared as they are written: kHz is not MHz.
fn range(option: &str) -> Option<Range> {
    let text = option.trim().trim_end_matches('.');
    let text = ["from ", "between ", "From ", "Between "]
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .unwrap_or(text);
    let (low, rest) = number(text)?;
    let (first_unit, rest) = [" to ", "\u{2013}", "\u{2014}", " and ", "-"]
        .iter()
        .filter_map(|between| rest.split_once(between))
        .find(|(_, after)| number(after.trim()).is_some())?;
    let (high, unit) = number(rest.trim())?;
    let (first_unit, unit) = (first_unit.trim(), unit.trim());
    let alike = first_unit.is_empty() || first_unit == unit;
    (alike && low <= high).then(|| Range { low, high, unit: unit.to_owned() })
}

fn number(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(text.len());
    let number = text[..end].replace(',', "").parse().ok()?;
    Some((number, &text[end..]))
}
