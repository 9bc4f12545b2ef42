//! A file of statistics → what it holds, or every problem of it.

use std::ops::Range;
use std::sync::Arc;

use super::class::{KeptClass, KeptQuestion};
use super::statistics::Statistics;
use crate::analysis::responses::Choice;
use crate::analysis::sums::{Chosen, ItemSums};
use crate::bank::Fingerprint;
use crate::diagnostic::{Diagnostic, Source};
use crate::toml_fields::{Fields, Table, parse};

pub(super) const SCHEMA: i64 = 1;

pub(crate) fn read_statistics(source: &Arc<Source>) -> Result<Statistics, Vec<Diagnostic>> {
    let table = parse(source)?;
    let mut top = Fields::new(source, &table, 0..0, "the file of statistics");
    if !top.schema(SCHEMA) {
        return Err(top.problems);
    }
    // Made from the classes, and made anew when they are written.
    top.tables("question", "[[question]]");
    let classes = top.tables("class", "[[class]]");
    if classes.is_empty() && !top.has("class") {
        top.error("no-class", "there is no [[class]] in this file", 0..0).help =
            Some(String::from("`guardprep analyze FILE --write-stats NEW-FILE` makes a file of statistics"));
    }
    let mut problems = top.finish();
    let mut statistics = Statistics::default();
    for (table, span) in classes {
        let (class, found) = read_class(source, table, span);
        problems.extend(found);
        statistics.classes.extend(class);
    }
    if problems.iter().any(Diagnostic::is_error) { Err(problems) } else { Ok(statistics) }
}

fn read_class(
    source: &Arc<Source>,
    table: &Table<'_>,
    span: Range<usize>,
) -> (Option<KeptClass>, Vec<Diagnostic>) {
    let mut fields = Fields::new(source, table, span, "the class");
    let id = fingerprint(&mut fields, "id");
    let students = count(&mut fields, "students");
    let tables = fields.tables("question", "[[class.question]]");
    let mut problems = fields.finish();
    let mut questions = vec![];
    for (table, span) in tables {
        let (question, found) = read_question(source, table, span);
        problems.extend(found);
        questions.extend(question);
    }
    let class = || Some(KeptClass { id: id?, students: usize::try_from(students?).ok()?, questions });
    (class(), problems)
}

fn read_question(
    source: &Arc<Source>,
    table: &Table<'_>,
    span: Range<usize>,
) -> (Option<KeptQuestion>, Vec<Diagnostic>) {
    let mut fields = Fields::new(source, table, span.clone(), "the question");
    let id = fields.text("id", "\"...\"").map(|(id, _)| id);
    if let Some(id) = &id {
        fields.call(format!("question `{id}`"), Some(id.clone()));
    }
    let key = fingerprint(&mut fields, "key");
    let common = fields.flag("comparable").unwrap_or(false);
    let mut number = |key| count(&mut fields, key);
    let sums = (|| {
        Some(ItemSums {
            n: number("asked")?,
            right: number("right")?,
            rest: number("rest")?,
            rest_squares: number("rest-squares")?,
            right_rest: number("right-rest")?,
            blank: Chosen { n: number("blank")?, rest: number("blank-rest")? },
            options: vec![],
        })
    })();
    let tables = fields.tables("options", "{ text = \"...\", chosen = 1, rest = 5 }");
    let (mut options, mut chosen, mut found) = (vec![], vec![], vec![]);
    for (table, span) in tables {
        let mut fields = Fields::new(source, table, span, "the option");
        let text = fields.text("text", "\"...\"").map(|(text, _)| text);
        let group =
            (|| Some(Chosen { n: count(&mut fields, "chosen")?, rest: count(&mut fields, "rest")? }))();
        let key = fields.flag("key").unwrap_or(false);
        options.extend(text.map(|text| Choice { text, key }));
        chosen.extend(group);
        found.extend(fields.finish());
    }
    let sums = sums.map(|sums| ItemSums { options: chosen, ..sums });
    if let Some(sums) = sums.as_ref().filter(|sums| !sums.is_possible()) {
        let message = format!("no {} students can have answered like this", sums.n);
        fields.error("impossible-sums", message, span).help =
            Some(String::from("write the file anew from the answers of the classes"));
    }
    let mut problems = fields.finish();
    problems.append(&mut found);
    (id.zip(key).zip(sums).map(|((id, key), sums)| KeptQuestion { id, key, common, sums, options }), problems)
}

/// A number that no class exceeds.
fn count(fields: &mut Fields<'_, '_>, key: &'static str) -> Option<i64> {
    let (number, span) = fields.integer(key, "0")?;
    if !(0..=1_000_000_000_000).contains(&number) {
        fields.error("out-of-range", format!("`{key}` is {number}, which no class has"), span);
        return None;
    }
    Some(number)
}

fn fingerprint(fields: &mut Fields<'_, '_>, key: &'static str) -> Option<Fingerprint> {
    let (text, span) = fields.text(key, "\"0123456789abcdef\"")?;
    let found = Fingerprint::parse(&text);
    if found.is_none() {
        let message = format!("`{key}` has to be 16 digits from 0 to f, as guardprep wrote them");
        fields.error("fingerprint", message, span);
    }
    found
}
