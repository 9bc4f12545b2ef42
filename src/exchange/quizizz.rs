//! The spreadsheet of Quizizz, now called Wayground: names, one row of instructions that is passed over, questions.

use super::preset::{LOSES_WITH_EXPLANATION, Limits, SECONDS, commas};
use super::table::{self, Known};
use super::text::source_on_one_line;
use super::{Export, Exported, Format, Import};

pub(super) const FORMAT: Format = Format {
    name: "quizizz",
    summary: "the table of Quizizz (Wayground)",
    extension: "quizizz.csv",
    loses: LOSES_WITH_EXPLANATION,
    export: Some(export),
    import: Some(Import { read: table::import, likeness: |bytes| table::is_known(bytes, Known::Quizizz) }),
};

const LIMITS: Limits = Limits {
    options: 5,
    several_keys: true,
    explanation: true,
    stem: usize::MAX,
    option: usize::MAX,
    reasons: ["more than the 5 options that Quizizz takes", "", ""],
};

/// The second row is there to be passed over; what it says is our own.
const HEAD: &[&[&str]] = &[
    &[
        "Question Text",
        "Question Type",
        "Option 1",
        "Option 2",
        "Option 3",
        "Option 4",
        "Option 5",
        "Correct Answer",
        "Time in seconds",
        "Image Link",
        "Answer explanation",
    ],
    &[
        "Text of the question",
        "Multiple Choice or Checkbox",
        "First option",
        "Second option",
        "May be empty",
        "May be empty",
        "May be empty",
        "Number of the right option",
        "Time for the question",
        "May be empty",
        "May be empty",
    ],
];

fn export(export: &Export<'_>) -> Exported {
    commas(HEAD, export, &LIMITS, |short| {
        let kind = if short.question.has_several_keys() { "Checkbox" } else { "Multiple Choice" };
        let explanation = source_on_one_line(&short.question.explanation, &short.question.source);
        let mut row = vec![short.stem.clone(), kind.to_owned()];
        row.extend(short.options(5));
        row.extend([short.right(), SECONDS.to_owned(), String::new(), explanation]);
        row
    })
}
