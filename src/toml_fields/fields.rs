//! A TOML table, read key by key: every missing key, wrong type and unknown key is a problem of its own.
//!
//! serde stops at the first fault of a value; an author wants them all in one go.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::bank::Named;
use crate::diagnostic::{Diagnostic, Place, Severity, Source};
use crate::words::{first_harmful, is_id, is_tidy, nearest, tidy};

/// A tidied text and where it stands.
pub(crate) type Text = (String, Range<usize>);

/// What is being read of one table, and the problems found on the way.
pub(crate) struct Fields<'a, 'i> {
    source: &'a Arc<Source>,
    table: &'a DeTable<'i>,
    /// Marked for a missing key.
    header: Range<usize>,
    /// How the table is called in messages, such as "question `x-01`".
    pub(super) what: String,
    question: Option<String>,
    pub(super) known: Vec<&'static str>,
    pub(crate) problems: Vec<Diagnostic>,
}

impl<'a, 'i> Fields<'a, 'i> {
    pub(crate) fn new(
        source: &'a Arc<Source>,
        table: &'a DeTable<'i>,
        header: Range<usize>,
        what: &str,
    ) -> Self {
        let what = what.to_owned();
        Self { source, table, header, what, question: None, known: Vec::with_capacity(16), problems: vec![] }
    }

    /// From now on, problems are of the question with this id.
    pub(crate) fn call(&mut self, what: String, question: Option<String>) {
        self.what = what;
        self.question = question;
    }

    pub(crate) fn error(
        &mut self,
        rule: &'static str,
        message: impl Into<String>,
        span: Range<usize>,
    ) -> &mut Diagnostic {
        self.push(Diagnostic::error(rule, message), span)
    }

    pub(crate) fn push(&mut self, mut problem: Diagnostic, span: Range<usize>) -> &mut Diagnostic {
        problem.place = Some(Place::new(self.source, span));
        problem.question.clone_from(&self.question);
        self.problems.push(problem);
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    pub(super) fn get(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'i>>> {
        self.known.push(key);
        self.table.get(key)
    }

    pub(super) fn missing(&mut self, key: &'static str, example: &str) {
        let message = format!("{} has no `{key}`", self.what);
        let header = self.header.clone();
        self.error("missing-key", message, header).help = Some(format!("add `{key} = {example}`"));
    }

    pub(super) fn wrong_type(&mut self, key: &str, wanted: &str, value: &Spanned<DeValue<'i>>) {
        let message = format!("`{key}` is {}, wanted {wanted}", kind_of(value.get_ref()));
        self.error("wrong-type", message, value.span());
    }

    /// Reads `schema`; says so and gives `false` where it is there and is another one than `wanted`.
    pub(crate) fn schema(&mut self, wanted: i64) -> bool {
        let Some((schema, span)) = self.integer("schema", &wanted.to_string()) else { return true };
        if schema != wanted {
            let message = format!("this is schema {schema}, and this guardprep reads schema {wanted}");
            self.error("unknown-schema", message, span).help = Some(if schema > wanted {
                String::from("a newer guardprep may read it")
            } else {
                format!("write `schema = {wanted}`")
            });
        }
        schema == wanted
    }

    pub(crate) fn check_id(&mut self, id: &str, span: Range<usize>) {
        if !is_id(id) {
            self.error("id-form", format!("`{id}` cannot be an id"), span).help =
                Some(String::from("use lower case letters, digits and hyphens, such as `first-contact`"));
        }
    }

    /// A member of a closed list, by its name.
    pub(crate) fn one_of<T: Named>(&mut self, key: &'static str) -> Option<T> {
        let (name, span) = self.text(key, &format!("\"{}\"", T::names()[0]))?;
        let found = T::find(&name);
        if found.is_none() {
            let help = match nearest(&name, T::names()).first() {
                Some(near) => format!("did you mean `{near}`? There are {}", T::names().join(", ")),
                None => format!("use one of {}", T::names().join(", ")),
            };
            self.error("unknown-value", format!("`{name}` is no {key}"), span).help = Some(help);
        }
        found
    }

    /// A text; an empty one is a problem.
    pub(crate) fn text(&mut self, key: &'static str, example: &str) -> Option<Text> {
        let Some(value) = self.get(key) else {
            self.missing(key, example);
            return None;
        };
        self.filled_text(key, value, "write its text")
    }

    /// A text that may be left out, but not be empty.
    pub(crate) fn optional_text(&mut self, key: &'static str) -> Option<Text> {
        let value = self.get(key)?;
        self.filled_text(key, value, "write its text, or take the key out")
    }

    fn filled_text(&mut self, key: &str, value: &'a Spanned<DeValue<'i>>, help: &str) -> Option<Text> {
        let (text, span) = self.any_text(key, value)?;
        if text.is_empty() {
            let message = format!("`{key}` of {} is empty", self.what);
            self.error("empty-text", message, span).help = Some(help.to_owned());
            return None;
        }
        Some((text, span))
    }

    /// A text that may be empty: its owner decides what that means.
    fn any_text(&mut self, key: &str, value: &'a Spanned<DeValue<'i>>) -> Option<Text> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(key, "a text in quotes", value);
            return None;
        };
        if is_tidy(text) {
            return Some((text.clone().into_owned(), value.span()));
        }
        if let Some(c) = first_harmful(text) {
            let message = format!("`{key}` of {} holds the control character U+{:04X}", self.what, c as u32);
            self.push(Diagnostic::new(Severity::Warning, "control-character", message), value.span()).help =
                Some(String::from("take it out; it is shown as \u{fffd} meanwhile"));
        }
        Some((tidy(text), value.span()))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where a key stands; the header of the table where it does not.
    pub(crate) fn place_of(&self, key: &str) -> Range<usize> {
        self.table.get_key_value(key).map_or_else(|| self.header.clone(), |(key, _)| key.span())
    }

    /// A member of a closed list that may be left out.
    pub(crate) fn optional_one_of<T: Named>(&mut self, key: &'static str) -> Option<T> {
        if self.has(key) {
            return self.one_of(key);
        }
        self.known.push(key);
        None
    }

    /// A table that may be left out.
    pub(crate) fn optional_table(&mut self, key: &'static str) -> Option<(&'a DeTable<'i>, Range<usize>)> {
        if self.has(key) {
            return self.table(key, "{}");
        }
        self.known.push(key);
        None
    }

    /// A list of texts that may be left out. Empty texts come back as they are.
    pub(crate) fn texts(&mut self, key: &'static str) -> Option<(Vec<Text>, Range<usize>)> {
        let value = self.get(key)?;
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(key, "a list of texts, [\"...\", \"...\"]", value);
            return None;
        };
        let texts = items.iter().filter_map(|item| self.any_text(key, item)).collect();
        Some((texts, value.span()))
    }

    /// A text whose emptiness the caller judges, `None` where the key is missing.
    pub(crate) fn raw_text(&mut self, key: &'static str) -> Option<Text> {
        let value = self.get(key)?;
        self.any_text(key, value)
    }

    pub(crate) fn table(
        &mut self,
        key: &'static str,
        example: &str,
    ) -> Option<(&'a DeTable<'i>, Range<usize>)> {
        let Some(value) = self.get(key) else {
            self.missing(key, example);
            return None;
        };
        if let DeValue::Table(table) = value.get_ref() {
            return Some((table, value.span()));
        }
        self.wrong_type(key, "a table", value);
        None
    }

    /// A list of tables; empty where the key is missing.
    pub(crate) fn tables(
        &mut self,
        key: &'static str,
        example: &str,
    ) -> Vec<(&'a DeTable<'i>, Range<usize>)> {
        let Some(value) = self.get(key) else {
            return vec![];
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(key, &format!("a list of tables, {example}"), value);
            return vec![];
        };
        let mut tables = vec![];
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => tables.push((table, item.span())),
                _ => self.wrong_type(key, &format!("a table such as {example}"), item),
            }
        }
        tables
    }

    /// Reports every key that was not asked for, and hands over all problems.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !self.known.contains(&name) {
                let message = format!("unknown key `{name}` in {}", self.what);
                let known = self.known.clone();
                let help = match nearest(name, known.iter().copied()).first() {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("the keys are {}", known.join(", ")),
                };
                self.error("unknown-key", message, key.span()).help = Some(help);
            }
        }
        self.problems
    }
}

fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
