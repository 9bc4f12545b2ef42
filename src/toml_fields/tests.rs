//! What is read at one go is what the whole parser reads, with the same places.

use proptest::prelude::*;
use toml::de::{DeTable, DeValue};

use super::Table;
use super::moved::moved;
use super::plain::plain;

/// Everything about a table: its keys, values and places.
fn all(table: &DeTable<'_>) -> String {
    let pair = |(key, value): (&toml::Spanned<toml::de::DeString<'_>>, _)| {
        format!("{:?} {:?} = {}", key.span(), key.get_ref(), of(value))
    };
    format!("{{ {} }}", table.iter().map(pair).collect::<Vec<_>>().join(", "))
}

fn of(value: &toml::Spanned<DeValue<'_>>) -> String {
    let inner = match value.get_ref() {
        DeValue::Table(table) => all(table),
        DeValue::Array(list) => format!("[{}]", list.iter().map(of).collect::<Vec<_>>().join(", ")),
        other => format!("{other:?}"),
    };
    format!("{:?} {inner}", value.span())
}

/// Where there is a result, the whole parser gives the same; also for the text as a part of a larger one.
fn is_the_same(text: &str) -> Result<bool, TestCaseError> {
    let (whole, errors) = Table::parse_recoverable(text);
    let Some(table) = plain(text, 0..text.len()) else { return Ok(false) };
    prop_assert!(errors.is_empty(), "{text:?} is no TOML: {errors:?}");
    prop_assert_eq!(all(&table), all(whole.get_ref()), "{:?}", text);
    let before = "é = [[\n";
    let longer = format!("{before}{text}\u{0}\"");
    let part = plain(&longer, before.len()..before.len() + text.len());
    prop_assert_eq!(part.map(|table| all(&table)), Some(all(&moved(table, before.len()))));
    Ok(true)
}

/// Pieces of TOML, sound and broken.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "[topic]", "[[question]]", "[[objective]]", "[a]", "[[a]]", "[a.b]", "[[a.b]]", "[ a ]", "[\"a\"]", "[", "]",
    "{", "}", "\n", "\n", "\n", "\r\n", "\r", " ", "\t", "id", "a", "b-c", "1", "a.b", "\"a\"", "'a'", "=", " = ",
    " = ", ",", ", ", "\"", "\"\"", "\"\"\"", "\"\"\"\n", "\"\"\"\"", "'", "''", "'''", "\"x\"", "\"é ü\"", "'x y'",
    "\"a\\nb\"", "\"\\u00e9\"", "\"\\\"\"", "\\", "\\n", "#", "# note", "#\u{7}", "\u{7}", "\u{7f}", "\u{feff}",
    "true", "false", "truex", "0", "01", "12", "1_2", "-1", "1.5", "1979-05-27", "0x1F", "99999999999999999999",
    "a = 1\n", "b = \"t\"\n", "c = [\"x\", \"y\"]\n", "d = [\n  { text = \"x\", why = \"y\" },\n]\n", "e = {}\n",
    "f = []\n", "g = {a = 1, a = 2}\n", "h = \"\"\"two\nlines\"\"\"\n", "x.y = 1\n", "a = 1 # why\n",
    "more than thirty-two bytes without any end", "\"and as many of them in double quotes\"", "# as long as that, with a bell \u{7} in it",
];

const SOUND: &str = r#"# A file of questions.
schema = 1

[topic]
id = "t" # short
title = "Ti\"tle"
[[objective]]
id = "o"
[[question]]
id = "q-1"
stem = """
Who, "quoted",
asks?"""
answer = 'It is'
flag = true # a note of more than thirty-two bytes, with 'quotes' and "quotes"
explanation = "More than thirty-two bytes before the \"first\" escape, and as many of them once more behind it"
source = """One line of more than thirty-two bytes, and "quotes" behind the first of them"""
distractors = [
  { text = "é", why = "no\nno" }, # first
  {text="x",why=''},
]
[[question]]
allow = ["a: b", "c: d"]
order = [1, 2, [3]]
"#;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn pieces_of_toml_are_read_as_the_whole_parser_reads_them(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..14),
    ) {
        is_the_same(&pieces.concat())?;
    }

    #[test]
    fn a_file_with_a_few_bytes_changed_is_read_as_the_whole_parser_reads_it(
        changes in proptest::collection::vec((0..SOUND.len(), 0..4_usize, proptest::sample::select(PIECES)), 0..4),
    ) {
        let mut text = SOUND.to_owned();
        for (at, gone, piece) in changes {
            let at = text.floor_char_boundary(at);
            let end = text.floor_char_boundary(at + gone).max(at);
            text.replace_range(at..end, piece);
        }
        is_the_same(&text)?;
    }
}

#[test]
fn what_is_usual_needs_no_other_parser() {
    assert!(is_the_same(SOUND).unwrap());
    let one_line = SOUND.replace("\"\"\"\nWho, \"quoted\",\nasks?\"\"\"", "\"Who asks?\"");
    assert!(is_the_same(&one_line.replace('\n', "\r\n")).unwrap());
    for text in ["", "\n", "a = 1", "[a]", "[[a]]", "[[a]]\n[[a]]", "a = \"\"", "a = ''", "a = \"\"\"\"\"\""]
    {
        assert!(is_the_same(text).unwrap(), "{text}");
    }
    for text in
        ["a = 1\na = 2", "[a]\n[a]", "[[a]]\n[a]", "[a]\n[[a]]", "a = 1\n[a]", "a = []\n[[a]]", "a = ''''"]
    {
        assert!(!is_the_same(text).unwrap(), "{text}");
    }
}
