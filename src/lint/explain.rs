//! `check --list` and `check --explain`: every name that `check` can print, and what stands behind it.

use std::fmt::Write as _;

use super::all::all;
use super::elsewhere::ELSEWHERE;
use super::reader::READER_RULES;
use super::rule::{Check, Rule};
use super::shown;
use crate::diagnostic::Severity;
use crate::words::hang;

/// One line of `check --list`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) name: &'static str,
    pub(crate) severity: Severity,
    pub(crate) summary: &'static str,
    /// `file`, `import`, `answers`, `statistics`, `profile`, `question`, `bank`.
    pub(crate) about: &'static str,
}

/// Every rule: what the reader refuses, then question and bank rules.
pub(crate) fn list() -> Vec<Listed> {
    let reader = READER_RULES.iter().map(|rule| Listed {
        name: rule.name,
        severity: rule.severity,
        summary: rule.summary,
        about: "file",
    });
    let own = all().map(|rule| Listed {
        name: rule.name,
        severity: rule.severity,
        summary: rule.summary,
        about: if rule.check.is_of_bank() { "bank" } else { "question" },
    });
    let elsewhere = ELSEWHERE.iter().map(|entry| Listed {
        name: entry.name,
        severity: entry.severity,
        summary: entry.summary,
        about: entry.about,
    });
    reader.chain(elsewhere).chain(own).collect()
}

/// What a rule is, why, a bad and a good example; `None` where there is no such rule.
pub(crate) fn explain(name: &str) -> Option<String> {
    let mut text = String::new();
    if let Some(rule) = all().find(|rule| rule.name == name) {
        head(&mut text, rule.severity, rule.name, rule.summary, rule.why);
        let times = times(rule);
        example(&mut text, &format!("Bad{times}"), rule.bad);
        example(&mut text, &format!("Good{times}"), rule.good);
        if rule.check.can_be_allowed() {
            allowing(&mut text, name);
        }
        return Some(text);
    }
    if let Some(entry) = ELSEWHERE.iter().find(|entry| entry.name == name) {
        head(&mut text, entry.severity, entry.name, entry.summary, entry.why);
        if shown::NAMES.contains(&name) {
            allowing(&mut text, name);
        }
        return Some(text);
    }
    let rule = READER_RULES.iter().find(|rule| rule.name == name)?;
    head(&mut text, rule.severity, rule.name, rule.summary, rule.why);
    example(
        &mut text,
        if rule.files > 1 { "Bad, where two files of a folder hold it" } else { "Bad" },
        rule.bad,
    );
    Some(text)
}

fn head(text: &mut String, severity: Severity, name: &str, summary: &str, why: &str) {
    let title = hang("", "  ", &format!("{}[{name}]: {summary}", severity.name()), 88);
    let _ = writeln!(text, "{title}\n\n{}", hang("", "", why, 88));
}

fn allowing(text: &mut String, name: &str) {
    let _ =
        writeln!(text, "\nTo keep a question as it is, give it the reason:\n\n    allow = [\"{name}: ...\"]");
}

fn example(text: &mut String, title: &str, example: &str) {
    let _ = writeln!(text, "\n{title}:\n");
    for line in example.trim().lines() {
        let _ = writeln!(text, "{}", format!("    {line}").trim_end());
    }
}

fn times(rule: &Rule) -> String {
    match rule.check {
        Check::Bank { times, .. } if times > 1 => format!(", in {times} questions like this one"),
        _ => String::new(),
    }
}
