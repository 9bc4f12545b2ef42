//! Markdown that guardprep wrote, as the bank that it was.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::bank::{Objective, Topic};
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft};
use crate::exchange::text::letter_index;
use crate::exchange::{ImportOptions, Imported};
use crate::words::{FENCE, is_id};

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(bytes);
    let begins = |mark: &str| text.lines().any(|line| line.starts_with(mark));
    if begins("## Answers: ") && begins("**Objective:** `") { 98 } else { 0 }
}

/// What the lines that come next go on with.
enum Place {
    Nowhere,
    Summary,
    Objective,
    Stem,
    Option,
    Explanation,
    Why(usize),
    Source,
}

#[derive(Default)]
struct Read {
    topics: Vec<Topic>,
    drafts: Vec<Draft>,
    /// Where the question of an id stands.
    by_id: BTreeMap<String, usize>,
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let mut read = Read::default();
    let mut place = Place::Nowhere;
    let mut current = 0;
    for (line, span) in paragraphs(&source.text) {
        place = read.take(&line, span, place, &mut current);
    }
    for topic in read.topics {
        if is_id(&topic.id) {
            intake.declare(topic);
        }
    }
    for draft in read.drafts {
        intake.add(&draft);
    }
    intake.finish()
}

impl Read {
    fn take(&mut self, line: &str, span: Range<usize>, place: Place, current: &mut usize) -> Place {
        if let Some(heading) = line.strip_prefix("### ") {
            let answered = heading
                .rsplit_once(": ")
                .and_then(|(id, keys)| Some((*self.by_id.get(&unescaped(id))?, keys)));
            return match answered {
                Some((at, keys)) if !self.drafts[at].options.is_empty() => {
                    *current = at;
                    for key in keys.split(" and ") {
                        let option = letter_index(key).and_then(|key| self.drafts[at].options.get_mut(key));
                        if let Some(option) = option {
                            option.right = true;
                        }
                    }
                    Place::Explanation
                }
                _ => {
                    let id = unescaped(heading);
                    let topic = self.topics.last().map_or_else(TopicDraft::default, |topic| TopicDraft {
                        id: topic.id.clone(),
                        title: topic.title.clone(),
                        summary: topic.summary.clone(),
                    });
                    *current = self.drafts.len();
                    self.by_id.insert(id.clone(), *current);
                    self.drafts.push(Draft { span, id, topic, ..Draft::default() });
                    Place::Stem
                }
            };
        }
        if let Some(heading) = line.strip_prefix("## ") {
            let Some((title, id)) = heading.strip_suffix("`)").and_then(|heading| heading.rsplit_once(" (`"))
            else {
                return Place::Nowhere;
            };
            self.topics.push(Topic {
                id: id.to_owned(),
                title: unescaped(title),
                summary: String::new(),
                objectives: vec![],
            });
            return Place::Summary;
        }
        if line.starts_with("# ") {
            return Place::Nowhere;
        }
        match &place {
            Place::Summary | Place::Objective => self.of_topic(line, place),
            Place::Nowhere => place,
            _ => match self.drafts.get_mut(*current) {
                Some(draft) => of_question(draft, line, place),
                None => place,
            },
        }
    }

    fn of_topic(&mut self, line: &str, place: Place) -> Place {
        let Some(topic) = self.topics.last_mut() else { return place };
        if let Some((id, text)) = line.strip_prefix("* `").and_then(|rest| rest.split_once("`: ")) {
            topic.objectives.push(Objective { id: id.to_owned(), text: unescaped(text) });
            return Place::Objective;
        }
        match (&place, topic.objectives.last_mut()) {
            (Place::Objective, Some(objective)) => go_on(&mut objective.text, line),
            _ => go_on(&mut topic.summary, line),
        }
        place
    }
}

fn of_question(draft: &mut Draft, line: &str, place: Place) -> Place {
    if let Some((_, text)) = line.strip_prefix("* **").and_then(|rest| rest.split_once(".** ")) {
        draft.options.push(OptionDraft { text: unescaped(text), ..OptionDraft::default() });
        return Place::Option;
    }
    if let Some((key, text)) = line.strip_prefix("* Not **").and_then(|rest| rest.split_once("**: "))
        && let Some(at) = letter_index(key).filter(|at| *at < draft.options.len())
    {
        draft.options[at].why = unescaped(text);
        return Place::Why(at);
    }
    if let Some(text) = line.strip_prefix("**Source:** ") {
        draft.source = unescaped(text);
        return Place::Source;
    }
    if let Some(text) = line.strip_prefix("**Law of:** ") {
        draft.jurisdiction = unescaped(text);
        return Place::Explanation;
    }
    if let Some((objective, rest)) =
        line.strip_prefix("**Objective:** `").and_then(|rest| rest.split_once("`, "))
    {
        let mut parts = rest.split(", ");
        objective.clone_into(&mut draft.objective.0);
        parts.next().unwrap_or_default().clone_into(&mut draft.kind);
        parts.next().unwrap_or_default().clone_into(&mut draft.level);
        draft.fixed = parts.next().is_some();
        return Place::Nowhere;
    }
    match &place {
        Place::Stem => go_on(&mut draft.stem, line),
        Place::Option => {
            if let Some(option) = draft.options.last_mut() {
                go_on(&mut option.text, line);
            }
        }
        Place::Why(at) => go_on(&mut draft.options[*at].why, line),
        Place::Source => go_on(&mut draft.source, line),
        _ => go_on(&mut draft.explanation, line),
    }
    place
}

fn go_on(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&unescaped(line));
}

/// The paragraphs of the file, code with all its lines, with their places.
fn paragraphs(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = vec![];
    let mut code: Option<(String, usize)> = None;
    let mut at = 0;
    for raw in text.split_inclusive('\n') {
        let start = at;
        at += raw.len();
        let line = raw.trim_end_matches(['\n', '\r']);
        if let Some((mut lines, indent)) = code.take() {
            lines.push('\n');
            let ends = line.trim() == FENCE;
            lines.push_str(if ends { FENCE } else { line.get(indent..).unwrap_or_default() });
            if ends {
                if let Some((text, span)) = found.last_mut() {
                    text.push_str(&lines);
                    span.end = at;
                }
            } else {
                code = Some((lines, indent));
            }
        } else if !line.trim().is_empty() {
            let indent = line.len() - line.trim_start().len();
            // Backticks in words are escaped: three in a row begin code, at the beginning or behind what it belongs to.
            let begins = line.strip_suffix(FENCE).is_some_and(|before| !before.ends_with('\\'));
            let indent = if begins && line.trim_start().starts_with("* ") { 2 } else { indent };
            code = begins.then(|| (String::new(), indent));
            found.push((line.trim().to_owned(), start..start + line.len()));
        }
    }
    if let (Some((lines, _)), Some((text, _))) = (code, found.last_mut()) {
        text.push_str(&lines);
    }
    found
}

/// A paragraph without its backslashes; code has none of ours.
fn unescaped(text: &str) -> String {
    let (words, code) =
        match text.find('\n').filter(|_| text[..text.find('\n').unwrap_or(0)].ends_with(FENCE)) {
            Some(_) => text.split_at(text.find(FENCE).unwrap_or(text.len())),
            None => (text, ""),
        };
    let mut out = String::with_capacity(text.len());
    let mut letters = words.chars().peekable();
    while let Some(c) = letters.next() {
        let escaped = if c == '\\' { letters.next_if(char::is_ascii_punctuation) } else { None };
        out.push(escaped.unwrap_or(c));
    }
    out + code
}
