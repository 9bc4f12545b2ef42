//! Gimkit's spreadsheet import: the right answer first, then up to three wrong ones, which the game shuffles.

use super::preset::{LOSES, Limits, commas};
use super::table::{self, Known};
use super::text::one_line;
use super::{Export, Exported, Format, Import};

pub(super) const FORMAT: Format = Format {
    name: "gimkit",
    summary: "Gimkit's table, for a kit",
    extension: "gimkit.csv",
    loses: LOSES,
    export: Some(export),
    import: Some(Import { read: table::import, likeness: |bytes| table::is_known(bytes, Known::Gimkit) }),
};

const LIMITS: Limits = Limits {
    options: 4,
    several_keys: false,
    explanation: false,
    stem: usize::MAX,
    option: usize::MAX,
    reasons: ["more than the 4 options that Gimkit takes", "", ""],
};

const HEAD: &[&[&str]] = &[
    &["Gimkit Spreadsheet Import Template", "", "", "", ""],
    &[
        "Question",
        "Correct Answer",
        "Incorrect Answer 1",
        "Incorrect Answer 2 (Optional)",
        "Incorrect Answer 3 (Optional)",
    ],
];

fn export(export: &Export<'_>) -> Exported {
    commas(HEAD, export, &LIMITS, |short| {
        let mut row = vec![short.stem.clone()];
        row.extend(short.question.options().map(one_line));
        row.resize(HEAD[1].len(), String::new());
        row
    })
}
