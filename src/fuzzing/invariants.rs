//! What holds whatever was read.

use crate::bank::{Bank, Question};
use crate::bank_file;
use crate::diagnostic::{Diagnostic, Source, json, render};
use crate::words::first_harmful;

use super::dice::hash;

/// What only a value that was printed for programmers has in it.
const DUMPS: &[&str] = &[
    "Some(",
    "None)",
    "Ok(",
    "Err(",
    "Error(",
    "Error {",
    "ErrorKind",
    "ParseInt",
    "Utf8Error",
    "kind: ",
    "Failure(",
];

/// As many problems are drawn: there may be a thousand.
const DRAWN: usize = 4;

/// Nothing in a text could move a cursor or hide what follows.
#[track_caller]
pub(super) fn harmless(text: &str) {
    if let Some(found) = first_harmful(text) {
        let at = text.find(found).unwrap_or_default();
        let around = &text[text.floor_char_boundary(at.saturating_sub(60))..text.ceil_char_boundary(at + 60)];
        panic!("{found:?} is printed: {around:?}");
    }
}

/// Problems have a place within their file, can be drawn, and are written for people.
#[track_caller]
pub(super) fn problems(problems: &[Diagnostic], bytes: &[u8]) -> u64 {
    let mut rules: Vec<&str> = vec![];
    for (number, problem) in problems.iter().enumerate() {
        if !rules.contains(&problem.rule) {
            rules.push(problem.rule);
        }
        let related = problem.related.iter().map(|(place, _)| place);
        for place in problem.place.iter().chain(related) {
            harmless(&place.text());
            let (text, span) = (&place.source.text, &place.span);
            assert!(
                span.start <= span.end && span.end <= text.len(),
                "{}: {span:?} of {} bytes: {}",
                problem.rule,
                text.len(),
                problem.message
            );
            assert!(
                text.is_char_boundary(span.start) && text.is_char_boundary(span.end),
                "{}: {span:?} is within a character: {}",
                problem.rule,
                problem.message
            );
        }
        assert!(!problem.message.trim().is_empty(), "{} says nothing", problem.rule);
        if number >= DRAWN {
            continue;
        }
        for width in [80, 30] {
            harmless(&render(problem, false, width));
        }
        let document = json(problem);
        assert_eq!(document["rule"], problem.rule);
        let help = problem.help.as_deref().unwrap_or_default();
        for said in [problem.message.as_str(), help, &problem.label] {
            assert!(said.len() < 5_000, "a message of {} bytes", said.len());
            for dump in DUMPS {
                let quoted = || {
                    String::from_utf8_lossy(bytes).contains(dump)
                        || problem.place.as_ref().is_some_and(|place| place.source.text.contains(dump))
                };
                assert!(!said.contains(dump) || quoted(), "printed for programmers: {said}");
            }
        }
    }
    rules.sort_unstable();
    hash(rules.concat().as_bytes())
}

/// What holds for a question that exists.
#[track_caller]
pub(super) fn question(question: &Question) {
    assert_eq!(Question::new((**question).clone()).as_ref(), Ok(question));
    let texts = [&question.id, &question.topic, &question.objective, &question.stem];
    let more = [&question.explanation, &question.source].into_iter().chain(&question.jurisdiction);
    let whys = question.distractors.iter().map(|distractor| &distractor.why);
    for text in texts.into_iter().chain(more).chain(whys).chain(&question.order) {
        harmless(text);
    }
    question.options().for_each(harmless);
    assert!(!question.id.is_empty() && !question.topic.is_empty());
    let luck = question.luck();
    assert!(luck > 0.0 && luck < 1.0, "a chance of {luck}");
}

/// A bank is sound, and what we write of it is read back as it was, with no other faults than it is known to have.
#[track_caller]
pub(super) fn bank(bank: &Bank, known: &[&str]) {
    for topic in bank.topics() {
        for text in [&topic.id, &topic.title, &topic.summary] {
            harmless(text);
        }
        let questions: Vec<&Question> = bank.questions_of(&topic.id).collect();
        questions.iter().copied().for_each(question);
        if questions.is_empty() {
            continue;
        }
        let text = bank_file::write(topic, &questions);
        let again = bank_file::read(&Source::new("again.toml", text.as_str()));
        let new: Vec<&str> =
            again.problems.iter().map(|problem| problem.rule).filter(|rule| !known.contains(rule)).collect();
        assert_eq!(new, [""; 0], "{text}");
        assert_eq!(again.topic.map(|topic| topic.item).as_ref(), Some(topic), "{text}");
        let read: Vec<&Question> = again.questions.iter().map(|question| &question.item).collect();
        assert_eq!(read, questions, "{text}");
    }
    let of_topics: usize = bank.topics().iter().map(|topic| bank.questions_of(&topic.id).count()).sum();
    assert_eq!(of_topics, bank.questions().len(), "a question of a topic that is not there");
}
