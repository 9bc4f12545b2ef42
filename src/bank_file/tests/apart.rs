//! A file that is taken apart is read as it is read whole: the same questions, places and problems.

use proptest::prelude::*;

use crate::bank_file::read::{read, read_apart, read_whole};
use crate::diagnostic::Source;

/// Whether the file was taken apart; fails where the two ways differ.
fn is_the_same(text: &str) -> Result<bool, TestCaseError> {
    let source = Source::new("bank.toml", text);
    let (apart, whole) = (read_apart(&source), read_whole(&source));
    prop_assert_eq!(&read(&source), &whole, "{}", text);
    let Some(apart) = apart else { return Ok(false) };
    prop_assert_eq!(&apart, &whole, "{}", text);
    Ok(true)
}

const HEAD: &str = "schema = 1\n[topic]\nid = \"t\"\ntitle = \"T\"\nsummary = \"S\"\n\
                    [[objective]]\nid = \"one\"\ntext = \"O\"\n";

fn question(id: &str) -> String {
    format!(
        "[[question]]\nid = \"{id}\"\nobjective = \"one\"\nkind = \"concept\"\nlevel = \"recall\"\nstem = \"Why?\"\n\
         answer = \"It is\"\ndistractors = [\n  {{ text = \"It \\\"was\\\"\", why = \"No.\" }},\n  {{ text = \"Is it\" }},\n]\n\
         allow = [\"why-missing: a test\"]\n"
    )
}

/// What an author may write between, within and behind questions, sound and broken.
#[rustfmt::skip]
const TRICKS: &[&str] = &[
    "[[question]]\n", "[[question]] # why\n", "[[question]]   \n", "  [[question]]\n", "[[ question ]]\n",
    "[[\"question\"]]\n", "[[question]] x\n", "[[question]\n", "[question]\n", "[question.x]\n", "[[question.x]]\n",
    "[topic]\n", "[topic.x]\n", "[[topic]]\n", "[[objective]]\nid = \"two\"\ntext = \"X\"\n", "[objective.x]\n",
    "[other]\n", "[[other]]\n", "schema = 1\n", "schema = 2\n", "question = []\n", "question = 1\n", "objective = 1\n",
    "topic.id = \"x\"\n", "question.id = \"x\"\n", "id = \"q1\"\n", "id = \"x\"\n", "stem.x = \"y\"\n", "unknown = 1\n",
    "stem = \"\"\"\n[[question]]\n\"\"\"\n", "source = \"\"\"\n[[question]]\n\"\"\"\n", "source = '''\n[[question]]\n'''\n",
    "source = \"\"\"\n", "\"\"\"\n", "'''\n", "order = [\n[[question]]\n]\n", "order = [\n", "]\n", "# [[question]]\n",
    "#\n[[question]]\n", "\r\n", "\r", "\u{feff}", "\n\n", "\u{7}", "jurisdiction = \"\\u0041\"\n", "source = ''\n",
    "source = \"a\\\\b\\tc\"\n", "source = \"\\e\"\n", "source = \"S\"\n", "explanation = \"E\" # e\n", "explanation = 5\n",
];

fn part() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (0..6).prop_map(|n| question(&format!("q{n}"))),
        2 => proptest::sample::select(TRICKS).prop_map(String::from),
        // A question in the middle of which something else stands.
        2 => (0..6, 0..13_usize, proptest::sample::select(TRICKS)).prop_map(|(n, line, trick)| {
            let mut lines: Vec<String> = question(&format!("q{n}")).lines().map(|line| format!("{line}\n")).collect();
            lines.insert(line.min(lines.len()), trick.to_owned());
            lines.concat()
        }),
        1 => (0..6, 1..13_usize).prop_map(|(n, lines)| {
            question(&format!("q{n}")).split_inclusive('\n').take(lines).collect()
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn both_ways_read_the_same(
        has_head in proptest::bool::weighted(0.9),
        trick in proptest::option::weighted(0.2, proptest::sample::select(TRICKS)),
        parts in proptest::collection::vec(part(), 0..6),
        is_windows in proptest::bool::weighted(0.1),
    ) {
        let head = if has_head { HEAD } else { "" };
        let mut text = format!("{head}{}{}", trick.unwrap_or_default(), parts.concat());
        if is_windows {
            text = text.replace('\n', "\r\n");
        }
        is_the_same(&text)?;
    }
}

#[test]
fn a_file_of_the_usual_form_is_taken_apart() {
    let many: String = (0..1_200).map(|n| question(&format!("q{n}"))).collect();
    for (text, is_apart) in [
        (format!("{HEAD}{}", question("q1")), true),
        (question("q1"), true),
        (format!("\u{feff}{HEAD}\n# Easy ones\n{}\n{}", question("q1"), question("q1")), true),
        (format!("{HEAD}{}source = \"\\u00e9\"\n[question.x]\ny = 1\n", question("q1")), true),
        (format!("{HEAD}{}", question("q1")).replace('\n', "\r\n"), true),
        // Large enough for every core.
        (format!("{HEAD}{many}{}", question("q3")), true),
        (format!("{HEAD}{many}id = 5\n"), false),
        (format!("{HEAD}{}{HEAD}", question("q1")), false),
        (format!("schema = 2\n{}", question("q1")), false),
        (HEAD.to_owned(), false),
    ] {
        assert_eq!(is_the_same(&text).unwrap(), is_apart, "{}", &text[..text.len().min(2_000)]);
    }
}
