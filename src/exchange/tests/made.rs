//! Banks and bytes as nobody would write them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::bank::{Allow, Bank, Distractor, Kind, Level, Named, Objective, Parts, Question, Topic};
use crate::words::{tidy, tidy_lines};

/// What formats stumble over, in pieces.
const PIECES: &[&str] = &[
    "a",
    "B",
    "guest",
    "rule",
    " ",
    " ",
    " ",
    "\n\n",
    "\n\n```\nif x:\n    y\n```\n\n",
    "\n\n```\n  <b> & \"x\"\n\n z\n",
    "\n\n```\n```e\nx\n```\n\n",
    "```",
    "```e ",
    "~~~",
    "=",
    "~",
    "{",
    "}",
    "#",
    ":",
    "::",
    "\\",
    "\\n",
    "\"",
    "\"\"",
    "\"\"\"",
    "'",
    "<b>",
    "</script>",
    "&",
    "&amp;",
    "&#65;",
    "]]>",
    "<!--",
    "%50%",
    "%-100%",
    "[html]",
    "->",
    "####",
    "//",
    "$CATEGORY:",
    "ANSWER: A",
    "A) ",
    "B. ",
    "*",
    "[*] ",
    "1. ",
    "...",
    ",",
    ";",
    "\t",
    "|",
    "é",
    "警備",
    "🙂",
    "\u{a0}",
    "\u{3000}",
    "\u{301}",
    "$x$",
    "\\(",
    "{{c1::",
    "-",
    "+",
    "@",
    "'=",
    "Source: ",
    "#guid",
    "Q:",
    "T",
    "F",
    "0",
    "1,000",
];

fn text() -> impl Strategy<Value = String> {
    vec(select(PIECES), 1..8)
        .prop_map(|pieces| tidy(&pieces.concat()))
        .prop_filter("empty", |text| !text.is_empty())
}

fn optional() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 4 => text()]
}

/// A source may not hold the word by which several formats part it from the explanation; nobody writes code there.
fn source() -> impl Strategy<Value = String> {
    optional().prop_map(|text| tidy_lines(&text.replace("Source:", "S").replace("```", "")))
}

/// Formats with one place for both part it from the source by a line, which begins none behind a fence.
fn explanation() -> impl Strategy<Value = String> {
    optional().prop_map(|text| {
        let ends_with_fence = tidy_lines(&format!("{text}\nS")) != format!("{text}\nS");
        if ends_with_fence && !text.is_empty() { text + " is a fence" } else { text }
    })
}

fn id() -> impl Strategy<Value = String> {
    vec(
        select(&["a", "b", "7", "-", "]", "<", "&", "\"", "'", ":", "=", "#", "é", "/", "\\", ";", "=a"][..]),
        1..6,
    )
    .prop_map(|pieces| pieces.concat())
}

prop_compose! {
    fn parts(topic: String)(
        id in id(),
        objective in select(&["one", "two"][..]),
        kind in select(Kind::ALL),
        level in select(Level::ALL),
        stem in text(),
        options in vec((text(), optional()), 2..9),
        keys in 1_usize..3,
        explanation in explanation(),
        source in source(),
        jurisdiction in proptest::option::of(text().prop_map(|text| tidy(&text.replace('\n', " ")))),
        ordered in any::<bool>(),
        allow in subsequence(vec![Allow { rule: String::from("length"), reason: String::from("on purpose, \"really\"; yes") }], 0..=1),
    ) -> Parts {
        let keys = keys.min(options.len() - 1);
        let texts: Vec<String> = options.iter().map(|(text, _)| text.clone()).collect();
        Parts {
            id, topic: topic.clone(), objective: objective.to_owned(), kind, level, stem,
            keys: texts[..keys].to_vec(),
            distractors: options[keys..].iter().map(|(text, why)| Distractor { text: text.clone(), why: why.clone() }).collect(),
            explanation, source, jurisdiction,
            order: if ordered { texts.into_iter().rev().collect() } else { vec![] },
            allow,
        }
    }
}

fn questions(topic: &str) -> impl Strategy<Value = Vec<Question>> + use<> {
    // Options that read the same make no question: those are left out.
    vec(parts(topic.to_owned()), 1..5)
        .prop_map(|all| all.into_iter().filter_map(|parts| Question::new(parts).ok()).collect())
}

pub(super) fn bank() -> impl Strategy<Value = Bank> {
    any_bank().prop_filter("no question", |bank| !bank.questions().is_empty())
}

fn any_bank() -> impl Strategy<Value = Bank> {
    (questions("alpha"), questions("beta-2"), text(), text(), text()).prop_map(
        |(first, second, title, summary, objective)| {
            let mut bank = Bank::default();
            for (id, questions) in [("alpha", first), ("beta-2", second)] {
                // Two questions that say the same are one to an importer.
                let mut said = std::collections::BTreeSet::new();
                let questions: Vec<Question> = questions
                    .into_iter()
                    .filter(|question| said.insert(question.stem.replace('\n', " ")))
                    .collect();
                let objectives = ["one", "two"]
                    .map(|id| Objective { id: id.to_owned(), text: tidy(&format!("{objective}\n\n{id}")) });
                let used = |objective: &Objective| {
                    questions.iter().any(|question| question.objective == objective.id)
                };
                bank.add(
                    Topic {
                        id: id.to_owned(),
                        // GIFT cannot say every backslash of a title, and reports it.
                        title: tidy(&format!("{title} {id}").replace('\n', " ").replace('\\', "")),
                        summary: summary.clone(),
                        objectives: objectives.into_iter().filter(|o| used(o)).collect(),
                    },
                    questions,
                );
            }
            bank
        },
    )
}

/// Anything: bytes, or pieces of formats in any order.
pub(super) fn garbage() -> impl Strategy<Value = Vec<u8>> {
    const SYNTAX: &[&str] = &[
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "id,stem,answer,A,B",
        "\"",
        "<quiz>",
        "<question type=\"multichoice\">",
        "</question>",
        "<text>",
        "</text>",
        "<answer fraction=\"100\">",
        "</answer>",
        "{",
        "}",
        "=",
        "~",
        "::",
        "$CATEGORY: ",
        "ANSWER: ",
        "A) ",
        "a. ",
        "*b) ",
        "1. ",
        "...",
        "[",
        "]",
        "{\"questions\": [",
        "\"stem\": ",
        "\"a\"",
        ",",
        ":",
        "// [id:",
        "#guid column:1\n",
        "\t",
        "PK\u{3}\u{4}",
        "schema = 1",
        "[topic]",
        "[[question]]",
        "&",
        ";",
        "<![CDATA[",
        "]]>",
        "<!--",
        "\u{0}",
        "é",
    ];
    let pieces = vec(prop_oneof![4 => select(SYNTAX).prop_map(ToOwned::to_owned), 1 => text()], 0..60);
    prop_oneof![1 => vec(any::<u8>(), 0..200), 4 => pieces.prop_map(|pieces| pieces.concat().into_bytes())]
}
