//! One file: text → topic, questions, problems.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use super::fields::Fields;
use super::read_question::read_question;
use super::{Loaded, LoadedFile, SCHEMA, Spans};
use crate::bank::{Objective, Topic, is_id};
use crate::diagnostic::{Diagnostic, Place, Source};

/// Reads a bank file. What has a problem is left out; everything else comes back.
pub(crate) fn read(source: &Arc<Source>) -> LoadedFile {
    let mut file = LoadedFile { topic: None, questions: vec![], problems: vec![] };
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    if !errors.is_empty() {
        file.problems = syntax_errors(source, &errors);
        return file;
    }
    let mut top = Fields::new(source, table.get_ref(), 0..0, "the bank");
    if let Some((schema, span)) = top.integer("schema", "1")
        && schema != SCHEMA
    {
        let message = format!("this is schema {schema}, and this guardprep reads schema {SCHEMA}");
        top.error("unknown-schema", message, span).help = Some(if schema > SCHEMA {
            String::from("a newer guardprep may read it")
        } else {
            format!("write `schema = {SCHEMA}`")
        });
        file.problems = top.problems;
        return file;
    }
    let topic = top.table("topic", "{ id = \"...\", title = \"...\", summary = \"...\" }");
    let objectives = top.tables("objective", "[[objective]]");
    let questions = top.tables("question", "[[question]]");
    file.problems = top.finish();

    let objectives = read_objectives(source, &objectives, &mut file.problems);
    if let Some((table, span)) = topic {
        file.topic = read_topic(source, table, span, objectives, &mut file.problems);
    }
    if questions.is_empty() {
        let end = source.text.len();
        let problem = Diagnostic::error("no-question", "the bank has no question");
        let help = "add a `[[question]]`; `guardprep check --help` shows where to read about its keys";
        file.problems.push(problem.at(Place::new(source, end..end)).help(help));
    }
    let mut ids: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for (table, span) in questions {
        let (read, mut problems) = read_question(source, table, span, file.topic.as_ref());
        if let Some((id, span)) = read.id {
            if let Some(first) = ids.get(&id) {
                problems.push(duplicate_id(&id, Place::new(source, span), Place::new(source, first.clone())));
            } else {
                ids.insert(id, span);
                file.questions.extend(read.question);
            }
        }
        file.problems.append(&mut problems);
    }
    file
}

/// Two questions with one id, in one file or in two.
pub(super) fn duplicate_id(id: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::error("duplicate-id", format!("two questions have the id `{id}`"))
        .at(place)
        .label("used again here")
        .related(first, "first used here")
        .help("give this one another id: progress is kept by id")
        .question(id)
}

fn syntax_errors(source: &Arc<Source>, errors: &[toml::de::Error]) -> Vec<Diagnostic> {
    // The parser goes on after an error and cascades: the first of each line is worth reading, and three are enough.
    let mut found: Vec<(usize, Range<usize>, &str)> = errors
        .iter()
        .map(|error| {
            let span = error.span().unwrap_or(0..0);
            (source.line_and_column(span.start).0, span, error.message())
        })
        .collect();
    found.sort_by_key(|(line, span, _)| (*line, span.start));
    found.dedup_by_key(|(line, _, _)| *line);
    let more = found.len().saturating_sub(3);
    let mut problems: Vec<Diagnostic> = found
        .into_iter()
        .take(3)
        .map(|(_, span, message)| {
            Diagnostic::error("syntax", format!("this is not TOML: {message}")).at(Place::new(source, span))
        })
        .collect();
    if let Some(first) = problems.first_mut() {
        let rest =
            if more > 0 { format!(" ({more} more follow from it or come after it)") } else { String::new() };
        first.help = Some(format!("mend this first; the rest of the file is looked at afterwards{rest}"));
    }
    problems
}

fn read_objectives(
    source: &Arc<Source>,
    tables: &[(&DeTable<'_>, Range<usize>)],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Objective> {
    let mut objectives: Vec<Objective> = vec![];
    for (table, span) in tables {
        let mut fields = Fields::new(source, table, span.clone(), "the objective");
        let id = fields.text("id", "\"...\"");
        let text = fields.text("text", "\"...\"");
        if let (Some((id, span)), Some((text, _))) = (id, text) {
            if objectives.iter().any(|objective| objective.id == id) {
                fields.error("duplicate-id", format!("two objectives have the id `{id}`"), span);
            } else {
                check_id(&mut fields, &id, span);
                objectives.push(Objective { id, text });
            }
        }
        problems.append(&mut fields.finish());
    }
    objectives
}

fn read_topic(
    source: &Arc<Source>,
    table: &DeTable<'_>,
    span: Range<usize>,
    objectives: Vec<Objective>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Loaded<Topic>> {
    let mut fields = Fields::new(source, table, span.clone(), "the topic");
    let id = fields.text("id", "\"short-name\"");
    let title = fields.text("title", "\"...\"");
    let summary = fields.text("summary", "\"...\"");
    if let Some((id, span)) = &id {
        check_id(&mut fields, id, span.clone());
    }
    problems.append(&mut fields.finish());
    let (id, id_span) = id?;
    let topic = Topic { id, title: title?.0, summary: summary?.0, objectives };
    let spans = Spans { whole: span, id: id_span, ..Spans::default() };
    Some(Loaded { item: topic, spans, source: Arc::clone(source) })
}

fn check_id(fields: &mut Fields<'_, '_>, id: &str, span: Range<usize>) {
    if !is_id(id) {
        fields.error("id-form", format!("`{id}` cannot be an id"), span).help =
            Some(String::from("use lower case letters, digits and hyphens, such as `first-contact`"));
    }
}
