//! Blooket's import template: a title row, a row of names with line breaks in them, then a question a row.

use super::preset::{LOSES, Limits, SECONDS, commas};
use super::table::{self, Known};
use super::{Export, Exported, Format, Import};

pub(super) const FORMAT: Format = Format {
    name: "blooket",
    summary: "Blooket's table, for a question set",
    extension: "blooket.csv",
    loses: LOSES,
    export: Some(export),
    import: Some(Import { read: table::import, likeness: |bytes| table::is_known(bytes, Known::Blooket) }),
};

const LIMITS: Limits = Limits {
    options: 4,
    several_keys: true,
    explanation: false,
    stem: usize::MAX,
    option: usize::MAX,
    reasons: ["more than the 4 options that Blooket takes", "", ""],
};

/// As the program's own template has them, blanks and line breaks included: it looks for nothing else.
const HEAD: &[&[&str]] = &[
    &["Blooket\nImport Template", "", "", "", "", "", "", ""],
    &[
        "Question #",
        "Question Text",
        "Answer 1",
        "Answer 2",
        "Answer 3\n(Optional)",
        "Answer 4\n(Optional)",
        "Time Limit (sec)\n(Max: 300 seconds)",
        "Correct Answer(s)\n(Only include Answer #)",
    ],
];

fn export(export: &Export<'_>) -> Exported {
    commas(HEAD, export, &LIMITS, |short| {
        let mut row = vec![short.number.to_string(), short.stem.clone()];
        row.extend(short.options(4));
        row.extend([SECONDS.to_owned(), short.right()]);
        row
    })
}
