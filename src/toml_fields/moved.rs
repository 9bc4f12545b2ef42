//! Tables of a part of a text, with the places that they have in the whole.

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The same tables, with every place further on by so many bytes.
pub(super) fn moved(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    table.into_iter().map(|(key, value)| (on(key, by), moved_value(value, by))).collect()
}

fn moved_value(value: Spanned<DeValue<'_>>, by: usize) -> Spanned<DeValue<'_>> {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(moved(table, by)),
        DeValue::Array(list) => {
            let mut all = DeArray::new();
            list.into_iter().for_each(|value| all.push(moved_value(value, by)));
            DeValue::Array(all)
        }
        other => other,
    };
    on(Spanned::new(span, value), by)
}

fn on<T>(spanned: Spanned<T>, by: usize) -> Spanned<T> {
    let span = spanned.span();
    Spanned::new(span.start + by..span.end + by, spanned.into_inner())
}
