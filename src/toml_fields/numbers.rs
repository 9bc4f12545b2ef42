//! Keys of a table that are not text: numbers, yes and no.

use std::ops::{Range, RangeInclusive};

use toml::de::DeValue;

use super::fields::{Fields, Text};
use crate::words::tidy;

/// A name of the writer's choice, and its number.
pub(crate) type Number = (Text, i64);

impl Fields<'_, '_> {
    pub(crate) fn integer(&mut self, key: &'static str, example: &str) -> Option<(i64, Range<usize>)> {
        let Some(value) = self.get(key) else {
            self.missing(key, example);
            return None;
        };
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(key, "a whole number", value);
            return None;
        };
        let parsed = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if parsed.is_none() {
            self.wrong_type(key, "a smaller number", value);
        }
        Some((parsed?, value.span()))
    }

    /// A whole number that may be left out, within limits; `unit` says what it counts, such as "percent".
    pub(crate) fn number(
        &mut self,
        key: &'static str,
        limits: RangeInclusive<u32>,
        unit: &str,
    ) -> Option<(u32, Range<usize>)> {
        if !self.has(key) {
            self.known.push(key);
            return None;
        }
        let (number, span) = self.integer(key, "1")?;
        let found = u32::try_from(number).ok().filter(|number| limits.contains(number));
        if found.is_none() {
            let (from, to) = limits.into_inner();
            let message = format!("`{key}` of {} is {number}, wanted {from} to {to} {unit}", self.what);
            self.error("out-of-range", message, span.clone());
        }
        found.map(|number| (number, span))
    }

    /// `true` or `false`, or left out.
    pub(crate) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        let DeValue::Boolean(flag) = value.get_ref() else {
            self.wrong_type(key, "true or false", value);
            return None;
        };
        Some(*flag)
    }

    /// A table whose keys are names of the writer's choice, each with a whole number; in the order of the file.
    pub(crate) fn numbers(&mut self, key: &'static str) -> Option<(Vec<Number>, Range<usize>)> {
        let (table, span) = self.optional_table(key)?;
        let mut numbers = vec![];
        for (name, value) in table {
            let parsed = match value.get_ref() {
                DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
                _ => None,
            };
            match parsed {
                Some(number) => numbers.push(((tidy(name.get_ref()), name.span()), number)),
                None => self.wrong_type(name.get_ref(), "a whole number", value),
            }
        }
        numbers.sort_by_key(|((_, span), _)| span.start);
        Some((numbers, span))
    }
}
