//! One file: text → topic, questions, problems.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::apart::apart;
use super::pieces::pieces;
use super::read_question::{Declared, ReadQuestion, read_question};
use super::told::Told;
use super::{Loaded, LoadedFile, SCHEMA, Spans};
use crate::bank::{Objective, Topic};
use crate::diagnostic::{Diagnostic, Place, Source};
use crate::limits::{self, grouped};
use crate::toml_fields::{Fields, Table, parse};

/// Reads a bank file. What has a problem is left out; everything else comes back.
pub(crate) fn read(source: &Arc<Source>) -> LoadedFile {
    if let Some(problem) = too_many(source) {
        return LoadedFile { problems: vec![problem], ..LoadedFile::default() };
    }
    read_apart(source).unwrap_or_else(|| read_whole(source))
}

/// What is said of a file with more questions than any bank has.
fn too_many(source: &Arc<Source>) -> Option<Diagnostic> {
    let begins = "[[question]]";
    // Nearly every file is too short for so many, and not searched.
    let (at, _) = (source.text.len() / begins.len() > limits::BANK_QUESTIONS)
        .then(|| source.text.match_indices(begins).nth(limits::BANK_QUESTIONS))??;
    let message = format!("the bank has more than {} questions", grouped(limits::BANK_QUESTIONS));
    let problem = Diagnostic::error("too-large", message).at(Place::new(source, at..at + 1));
    Some(problem.help("make several files of it, each with a topic of its own"))
}

/// Reads a file of the usual form question by question.
pub(super) fn read_apart(source: &Arc<Source>) -> Option<LoadedFile> {
    let apart = apart(source)?;
    let (mut file, _) = read_head(source, &apart.head).ok()?;
    let questions = apart.read(file.topic.as_ref().map(Declared::of).as_ref())?;
    take_in(source, &mut file, questions);
    Some(file)
}

/// Reads a file of any form, all of it at once.
pub(super) fn read_whole(source: &Arc<Source>) -> LoadedFile {
    let problems = match parse(source) {
        Ok(table) => return read_table(source, &table),
        Err(problems) => problems,
    };
    let Some(pieces) = pieces(source) else {
        return LoadedFile { problems, ..LoadedFile::default() };
    };
    let (table, _) = Table::parse_recoverable(&pieces.text);
    let mut file = read_table(source, table.get_ref());
    file.problems.retain(|problem| !pieces.explain(problem));
    file.problems.extend(pieces.problems);
    file
}

fn read_table(source: &Arc<Source>, table: &Table<'_>) -> LoadedFile {
    let (mut file, tables) = match read_head(source, table) {
        Ok(read) => read,
        Err(problems) => return LoadedFile { problems, ..LoadedFile::default() },
    };
    if tables.is_empty() {
        let end = source.text.len();
        let problem = Diagnostic::error("no-question", "the bank has no question");
        let help = "add a `[[question]]`; `guardprep new FILE` makes a bank with every key explained";
        file.problems.push(problem.at(Place::new(source, end..end)).help(help));
    }
    let declared = file.topic.as_ref().map(Declared::of);
    let mut budget = Told::default();
    let mut questions: Vec<_> = tables
        .into_iter()
        .map(|(table, span)| budget.keep(read_question(source, table, span, declared.as_ref())))
        .collect();
    questions.extend(budget.rest());
    take_in(source, &mut file, questions);
    file
}

/// Tables of one kind, each with the place of its header.
type Tables<'t, 'i> = Vec<(&'t Table<'i>, Range<usize>)>;

/// Everything but the questions, and the tables of these; what is wrong, if it is of another schema.
fn read_head<'t, 'i>(
    source: &'t Arc<Source>,
    table: &'t Table<'i>,
) -> Result<(LoadedFile, Tables<'t, 'i>), Vec<Diagnostic>> {
    let mut file = LoadedFile::default();
    let mut top = Fields::new(source, table, 0..0, "the bank");
    if !top.schema(SCHEMA) {
        return Err(top.problems);
    }
    let topic = top.table("topic", "{ id = \"...\", title = \"...\", summary = \"...\" }");
    let objectives = top.tables("objective", "[[objective]]");
    let questions = top.tables("question", "[[question]]");
    file.problems = top.finish();

    let objectives = read_objectives(source, &objectives, &mut file.problems);
    if let Some((table, span)) = topic {
        file.topic = read_topic(source, table, span, objectives, &mut file.problems);
    }
    Ok((file, questions))
}

/// Takes the questions into their file, each id once.
fn take_in(source: &Arc<Source>, file: &mut LoadedFile, questions: Vec<(ReadQuestion, Vec<Diagnostic>)>) {
    let mut ids: BTreeMap<String, Range<usize>> = BTreeMap::new();
    file.questions.reserve_exact(questions.len());
    for (read, mut problems) in questions {
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

fn read_objectives(
    source: &Arc<Source>,
    tables: &[(&Table<'_>, Range<usize>)],
    problems: &mut Vec<Diagnostic>,
) -> Vec<(Objective, Range<usize>)> {
    let mut objectives: Vec<(Objective, Range<usize>)> = vec![];
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for (table, span) in tables {
        let mut fields = Fields::new(source, table, span.clone(), "the objective");
        let id = fields.text("id", "\"...\"");
        let text = fields.text("text", "\"...\"");
        if let (Some((id, span)), Some((text, _))) = (id, text) {
            if ids.contains(&id) {
                fields.error("duplicate-id", format!("two objectives have the id `{id}`"), span);
            } else {
                fields.check_id(&id, span.clone());
                ids.insert(id.clone());
                objectives.push((Objective { id, text }, span));
            }
        }
        problems.append(&mut fields.finish());
    }
    objectives
}

fn read_topic(
    source: &Arc<Source>,
    table: &Table<'_>,
    span: Range<usize>,
    objectives: Vec<(Objective, Range<usize>)>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Loaded<Topic>> {
    let mut fields = Fields::new(source, table, span.clone(), "the topic");
    let id = fields.text("id", "\"short-name\"");
    let title = fields.text("title", "\"...\"");
    let summary = fields.text("summary", "\"...\"");
    if let Some((id, span)) = &id {
        fields.check_id(id, span.clone());
    }
    problems.append(&mut fields.finish());
    let (id, id_span) = id?;
    let (objectives, places) = objectives.into_iter().unzip();
    let topic = Topic { id, title: title?.0, summary: summary?.0, objectives };
    let spans = Spans { whole: span, id: id_span, objectives: places, ..Spans::default() };
    Some(Loaded { item: topic, spans, source: Arc::clone(source) })
}
