//! One `[[question]]`: its keys, its options, and every fault among them.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::present::Present;
use super::{Loaded, Spans};
use crate::bank::{Allow, Distractor, Fault, Field, Kind, Level, Parts, Question, Topic};
use crate::diagnostic::{Diagnostic, Place, Source};
use crate::toml_fields::{Fields, Table, Text};
use crate::words::{LONGEST_ID, is_id, nearest};

/// What was read of one `[[question]]`: its id even where the rest does not make a question.
pub(super) struct ReadQuestion {
    pub(super) id: Option<Text>,
    pub(super) question: Option<Loaded<Question>>,
}

/// What the questions of a file may refer to.
pub(super) struct Declared<'t> {
    topic: &'t Topic,
    objectives: BTreeSet<&'t str>,
}

impl<'t> Declared<'t> {
    pub(super) fn of(topic: &'t Loaded<Topic>) -> Self {
        let topic = &topic.item;
        Self { topic, objectives: topic.objectives.iter().map(|objective| objective.id.as_str()).collect() }
    }
}

pub(super) fn read_question(
    source: &Arc<Source>,
    table: &Table<'_>,
    header: Range<usize>,
    declared: Option<&Declared<'_>>,
) -> (ReadQuestion, Vec<Diagnostic>) {
    let mut fields = Fields::new(source, table, header.clone(), "the question");
    let id = fields.text("id", "\"...\"");
    let mut spans = Spans { whole: header, ..Spans::default() };
    let too_long = id.as_ref().is_some_and(|(id, _)| id.len() > LONGEST_ID);
    if let Some((id, span)) = id.as_ref().filter(|_| too_long) {
        let message = format!("an id of {} bytes; {LONGEST_ID} are the most", id.len());
        fields.error("id-form", message, span.clone()).help =
            Some(String::from("use letters, digits and hyphens, such as `first-contact-01`"));
    }
    let id = id.filter(|_| !too_long);
    if let Some((id, span)) = &id {
        fields.call(format!("question `{id}`"), Some(id.clone()));
        spans.id = span.clone();
        if id.chars().any(|c| c.is_whitespace() || c.is_control()) {
            fields.error("id-form", format!("the id `{id}` has a blank in it"), span.clone()).help =
                Some(String::from("use letters, digits and hyphens, such as `first-contact-01`"));
        }
    }
    let objective = fields.text("objective", "\"...\"");
    if let (Some((id, span)), Some(declared)) = (&objective, declared)
        && !declared.objectives.contains(id.as_str())
    {
        let ids = || declared.topic.objectives.iter().map(|objective| objective.id.as_str());
        let help = match nearest(id, ids()).first() {
            Some(near) => format!("did you mean `{near}`?"),
            None if ids().next().is_none() => String::from("declare it with `[[objective]]`"),
            None => format!(
                "declare it with `[[objective]]`, or use one of {}",
                ids().collect::<Vec<_>>().join(", ")
            ),
        };
        let message = format!("the objective `{id}` is not declared");
        fields.error("undeclared-objective", message, span.clone()).help = Some(help);
    }
    let kind = fields.one_of::<Kind>("kind");
    let level = fields.one_of::<Level>("level");
    let stem = fields.text("stem", "\"\"\"...\"\"\"");
    let (keys, key_spans) = read_keys(&mut fields);
    let (distractors, mut nested) =
        read_distractors(&mut fields, source, id.as_ref().map(|(id, _)| id.as_str()), &mut spans);
    let explanation = fields.optional_text("explanation");
    let source_text = fields.optional_text("source");
    let jurisdiction = fields.optional_text("jurisdiction");
    let order = fields.texts("order");
    let allow = fields.texts("allow").unwrap_or_default().0;

    spans.keys = key_spans;
    spans.stem = stem.as_ref().map_or(0..0, |(_, span)| span.clone());
    spans.explanation = explanation.as_ref().map_or(0..0, |(_, span)| span.clone());
    spans.order = order.as_ref().map_or(0..0, |(_, span)| span.clone());
    spans.allow = allow.iter().map(|(_, span)| span.clone()).collect();
    let allow = allow.into_iter().filter_map(|entry| read_allow(&mut fields, entry)).collect();

    let present = Present {
        stem: stem.as_ref(),
        keys: keys.as_ref(),
        distractors: distractors.as_ref(),
        order: order.as_ref(),
    };
    let lacks =
        id.is_none() || declared.is_none() || objective.is_none() || kind.is_none() || level.is_none();
    // It makes no question, and what is wrong with what is there is told all the same.
    let faults = if lacks || present.lacks() { present.faults() } else { vec![] };
    for fault in faults {
        report(&mut fields, source, &spans, &fault);
    }
    let whole = (|| {
        Some(Parts {
            id: id.clone()?.0,
            topic: declared?.topic.id.clone(),
            objective: objective?.0,
            kind: kind?,
            level: level?,
            stem: stem?.0,
            keys: keys?,
            distractors: distractors?,
            explanation: explanation.map_or_else(String::new, |(text, _)| text),
            source: source_text.map_or_else(String::new, |(text, _)| text),
            jurisdiction: jurisdiction.map(|(text, _)| text),
            order: order
                .map_or_else(Vec::new, |(texts, _)| texts.into_iter().map(|(text, _)| text).collect()),
            allow,
        })
    })();
    let question = match whole.map(Question::new) {
        Some(Ok(item)) => Some(Loaded { item, spans, source: Arc::clone(source) }),
        Some(Err(faults)) => {
            for fault in faults {
                report(&mut fields, source, &spans, &fault);
            }
            None
        }
        None => None,
    };
    let mut problems = fields.finish();
    problems.append(&mut nested);
    (ReadQuestion { id, question }, problems)
}

/// `answer = "..."`, or `answers = ["...", "..."]`.
fn read_keys(fields: &mut Fields<'_, '_>) -> (Option<Vec<String>>, Vec<Range<usize>>) {
    let one = fields.raw_text("answer");
    let several = fields.texts("answers");
    match (one, several) {
        (Some((text, span)), None) => (Some(vec![text]), vec![span]),
        (None, Some((texts, _))) => {
            let (texts, spans) = texts.into_iter().unzip();
            (Some(texts), spans)
        }
        (Some(_), Some((_, span))) => {
            fields.error("two-answers", "there are both `answer` and `answers`", span).help =
                Some(String::from("keep `answer` for one right option, `answers` for several"));
            (None, vec![])
        }
        (None, None) => {
            // Asked for as a key that must be there, so that the message is that of every missing key; where it is
            // there with a wrong type, that was said already.
            if fields
                .problems
                .last()
                .is_none_or(|problem| problem.rule != "wrong-type" || !problem.message.starts_with("`answer"))
            {
                fields.text("answer", "\"the right option\"");
            }
            (None, vec![])
        }
    }
}

fn read_distractors(
    fields: &mut Fields<'_, '_>,
    source: &Arc<Source>,
    id: Option<&str>,
    spans: &mut Spans,
) -> (Option<Vec<Distractor>>, Vec<Diagnostic>) {
    let before = fields.problems.len();
    let tables = fields.tables("distractors", "{ text = \"...\", why = \"...\" }");
    let mut nested = vec![];
    let mut whole = fields.problems.len() == before;
    let mut distractors = vec![];
    for (table, span) in tables {
        let mut inner = Fields::new(source, table, span.clone(), "the distractor");
        inner.call(String::from("the distractor"), id.map(ToOwned::to_owned));
        let has_text = table.contains_key("text");
        let text = if has_text { inner.raw_text("text") } else { inner.text("text", "\"...\"") };
        let why = inner.optional_text("why");
        whole &= text.is_some();
        spans.distractors.push(text.as_ref().map_or(span.clone(), |(_, span)| span.clone()));
        spans.whys.push(why.as_ref().map_or(span, |(_, span)| span.clone()));
        distractors.push(Distractor {
            text: text.map_or_else(String::new, |(text, _)| text),
            why: why.map_or_else(String::new, |(text, _)| text),
        });
        nested.append(&mut inner.finish());
    }
    (whole.then_some(distractors), nested)
}

/// `"rule: reason"`.
fn read_allow(fields: &mut Fields<'_, '_>, (entry, span): Text) -> Option<Allow> {
    match entry.split_once(':') {
        Some((rule, reason)) if !reason.trim().is_empty() && is_id(rule.trim()) => {
            Some(Allow { rule: rule.trim().to_owned(), reason: reason.trim().to_owned() })
        }
        _ => {
            fields.error("allow-form", format!("`{entry}` does not say which rule and why"), span).help =
                Some(String::from("write `\"rule: reason\"`; `guardprep check --list` names the rules"));
            None
        }
    }
}

fn report(fields: &mut Fields<'_, '_>, source: &Arc<Source>, spans: &Spans, fault: &Fault) {
    let place = |field: Field| spans.of(field);
    match fault {
        Fault::Empty(field) => {
            fields.error("empty-text", "this text is empty", place(*field)).help =
                Some(String::from("write it"));
        }
        Fault::Equal(first, second) => {
            let message = match (first, second) {
                (Field::Key(_), Field::Key(_)) => "two right options read the same",
                (Field::Key(_), _) => "a distractor reads the same as the answer",
                _ => "two distractors read the same",
            };
            let problem = fields.error("equal-options", message, place(*second));
            problem.related.push((Place::new(source, place(*first)), String::from("the same text")));
            problem.help = Some(String::from("a person could not tell them apart: change one"));
        }
        Fault::NoKey => {
            fields.error("too-few-options", "no option is right", place(Field::Whole));
        }
        Fault::NoDistractor => {
            fields
                .error("too-few-options", "there is no wrong option to choose from", place(Field::Whole))
                .help = Some(String::from(
                "add `distractors = [{ text = \"...\", why = \"...\" }]`; three are usual",
            ));
        }
        Fault::TooManyKeys(n) => {
            let most = Question::MOST_SHOWN;
            let message = format!("{n} right options leave no room for a wrong one among {most}");
            fields.error("too-many-keys", message, place(Field::Whole));
        }
        Fault::TooManyOptions(n) => {
            let message =
                format!("{n} options are too many; a pool holds {} at most", Question::MOST_OPTIONS);
            fields.error("too-many-options", message, place(Field::Whole));
        }
        Fault::Order { missing, unknown } => {
            let problem = fields.error(
                "order",
                "`order` has to hold the text of every option once",
                place(Field::Order),
            );
            let named = |texts: &[String]| {
                texts.iter().map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join(", ")
            };
            let mut help = vec![];
            if !missing.is_empty() {
                help.push(format!("missing: {}", named(missing)));
            }
            if !unknown.is_empty() {
                help.push(format!("no such option: {}", named(unknown)));
            }
            problem.help = (!help.is_empty()).then(|| help.join("; "));
        }
    }
}
