//! JSON of quiz programs: a list of objects in which something reads like a question, something like options, and
//! something says which is right. It is recognized by this shape, not by the names of one program.

use serde_json::{Map, Value};

use crate::exchange::html::{characters, plain};
use crate::exchange::intake::{Word, fold, means};

/// An object that reads like a question.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) stem: String,
    pub(super) options: Vec<String>,
    /// Which options are right, where they say so themselves.
    pub(super) marked: Vec<usize>,
    /// What says which option is right, where they do not.
    pub(super) answer: Option<String>,
    pub(super) explanation: String,
    pub(super) topic: String,
    pub(super) id: String,
    /// Whether the options have numbers from 1 in their names.
    pub(super) numbered: bool,
    /// Values that no bank has a place for.
    pub(super) unread: Vec<String>,
}

const STEMS: &[&str] =
    &["question", "questiontext", "stem", "text", "title", "prompt", "problem", "q", "body", "name"];
const OPTIONS: &[&str] = &[
    "options",
    "choices",
    "answers",
    "answeroptions",
    "alternatives",
    "variants",
    "responses",
    "possibleanswers",
];
const WRONGS: &[&str] =
    &["incorrectanswers", "wronganswers", "distractors", "incorrect", "wrong", "incorrectoptions"];
const KEYS: &[&str] = &[
    "correctanswer",
    "correctanswers",
    "correct",
    "answer",
    "key",
    "correctoption",
    "correctoptions",
    "answerindex",
    "correctindex",
    "correctanswerindex",
    "correctoptionindex",
    "correctanswerid",
    "correctchoice",
    "solution",
    "rightanswer",
    "answerkey",
    "right",
    "correctresponse",
];
const EXPLANATIONS: &[&str] = &[
    "explanation",
    "rationale",
    "feedback",
    "reason",
    "solutiontext",
    "hint",
    "generalfeedback",
    "description",
];
const TOPICS: &[&str] = &["category", "topic", "subject", "chapter", "section"];
const IDS: &[&str] = &["id", "questionid", "uid", "uuid", "_id"];
const TEXTS: &[&str] = &[
    "text",
    "option",
    "answer",
    "content",
    "label",
    "value",
    "title",
    "answertext",
    "choice",
    "name",
    "body",
];
const RIGHTS: &[&str] =
    &["correct", "iscorrect", "right", "isright", "isanswer", "answer", "istrue", "valid"];
/// Of no use to a bank, and in nearly every file.
const IDLE: &[&str] = &["type", "difficulty", "number", "no", "index", "questionnumber", "level"];

/// The value under the first of these names, or under a word for it in another language.
fn find<'m>(
    object: &'m Map<String, Value>,
    names: &[&str],
    word: Option<Word>,
) -> Option<(&'m str, &'m Value)> {
    let said = || object.iter().filter(|(_, value)| !value.is_null());
    let place = |key: &str| {
        let folded = fold(key);
        names.iter().position(|name| folded == *name)
    };
    let listed = said().filter_map(|found| place(found.0).map(|place| (place, found)));
    let listed = listed.min_by_key(|(place, _)| *place).map(|(_, found)| found);
    let found = listed.or_else(|| word.and_then(|word| said().find(|(key, _)| means(word, key))));
    found.map(|(key, value)| (key.as_str(), value))
}

/// Reads an object, unless it does not ask anything.
pub(super) fn asked(object: &Map<String, Value>) -> Option<Asked> {
    let (stem_name, stem) = STEMS
        .iter()
        .find_map(|name| find(object, &[name], None).filter(|(_, value)| value.is_string()))
        .or_else(|| find(object, &[], Some(Word::Question)))?;
    let mut used = vec![stem_name];
    let mut asked = Asked { stem: text(stem)?, ..Asked::default() };
    let listed =
        find(object, OPTIONS, Some(Word::Options)).filter(|(_, value)| value.is_array() || value.is_object());
    let wrongs = find(object, WRONGS, Some(Word::Wrong)).filter(|(_, value)| value.is_array());
    if let Some((name, options)) = listed {
        used.push(name);
        asked.take_options(options);
    } else if let Some((name, wrongs)) = wrongs {
        used.push(name);
        let (name, right) = find(object, KEYS, Some(Word::Key))?;
        used.push(name);
        // The right answers stand apart from the wrong ones.
        asked.options = texts(right);
        asked.marked = (0..asked.options.len()).collect();
        asked.options.extend(texts(wrongs));
    } else {
        used.extend(asked.take_numbered(object));
    }
    if asked.marked.is_empty() {
        let key = find(object, KEYS, Some(Word::Key)).filter(|(name, _)| !used.contains(name));
        if let Some((name, key)) = key {
            used.push(name);
            asked.answer = Some(texts(key).join("\n"));
        }
    }
    // A title over a list, which is looked at in its turn. What is called a question and has no options is told.
    let holds = object.values().any(|value| value.is_array() || value.is_object());
    if asked.options.is_empty() && asked.answer.is_none() && (holds || !means(Word::Question, stem_name)) {
        return None;
    }
    for (names, word, place) in [
        (EXPLANATIONS, Some(Word::Explanation), &mut asked.explanation),
        (TOPICS, Some(Word::Topic), &mut asked.topic),
        (IDS, None, &mut asked.id),
    ] {
        if let Some((name, value)) = find(object, names, word).filter(|(name, _)| !used.contains(name)) {
            used.push(name);
            *place = text(value).unwrap_or_default();
        }
    }
    let said = |value: &Value| !matches!(value, Value::Null) && value != "" && value != &Value::Array(vec![]);
    let unread = object.iter().filter(|(key, value)| {
        said(value) && !used.contains(&key.as_str()) && !IDLE.contains(&fold(key).as_str())
    });
    asked.unread = unread.map(|(key, _)| key.clone()).collect();
    Some(asked)
}

impl Asked {
    /// Options as a list of texts or of objects, or as an object with a letter before each.
    fn take_options(&mut self, options: &Value) {
        let all: Vec<&Value> = match options {
            Value::Array(all) => all.iter().collect(),
            Value::Object(all) => all.values().collect(),
            _ => vec![],
        };
        for value in all {
            let Value::Object(option) = value else {
                self.options.extend(text(value));
                continue;
            };
            let Some(text) = find(option, TEXTS, Some(Word::Option)).and_then(|(_, value)| text(value))
            else {
                continue;
            };
            let right =
                RIGHTS.iter().find_map(|name| find(option, &[name], None).map(|(_, value)| is_true(value)));
            if right == Some(true) {
                self.marked.push(self.options.len());
            }
            self.options.push(text);
        }
    }

    /// Options as values of their own: `a`, `b`, or `option1`, `option2`.
    fn take_numbered<'m>(&mut self, object: &'m Map<String, Value>) -> Vec<&'m str> {
        let mut used = vec![];
        for at in 0..26_u8 {
            let (letter, number) = (char::from(b'a' + at).to_string(), (at + 1).to_string());
            let names = ["", "option", "choice", "answer", "opt", "answer"]
                .map(|word| [format!("{word}{letter}"), format!("{word}{number}")]);
            let names: Vec<&str> = names.iter().flatten().map(String::as_str).collect();
            let found = find(object, &names, None);
            let Some((name, value)) = found else { break };
            let Some(text) = text(value).filter(|text| !text.is_empty()) else { break };
            used.push(name);
            self.numbered |= name.ends_with(|c: char| c.is_ascii_digit());
            self.options.push(text);
        }
        used
    }
}

/// A value as text. What is written as HTML comes as it reads.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(read(text)),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(true) => Some(String::from("True")),
        Value::Bool(false) => Some(String::from("False")),
        Value::Object(object) => find(object, TEXTS, None).and_then(|(_, value)| value.as_str().map(read)),
        _ => None,
    }
}

/// Texts with entities such as `&quot;` or with elements are HTML; `1 < 2` is not.
fn read(text: &str) -> String {
    let elements = ["</", "<br", "<p>", "<b>", "<i>"].iter().any(|tag| text.contains(tag));
    if elements { plain(text).text } else { characters(text) }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all.iter().filter_map(text).collect(),
        // `{"answer_a_correct": "true", ...}` and the like say it by their names.
        Value::Object(all) => {
            all.iter().filter(|(_, value)| is_true(value)).map(|(key, _)| key.clone()).collect()
        }
        other => text(other).into_iter().collect(),
    }
}

fn is_true(value: &Value) -> bool {
    match value {
        Value::Bool(is) => *is,
        Value::Number(number) => number.as_f64().is_some_and(|number| number > 0.0),
        Value::String(text) => {
            matches!(text.trim().to_lowercase().as_str(), "true" | "1" | "yes" | "correct" | "right")
        }
        _ => false,
    }
}
