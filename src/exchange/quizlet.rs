//! Quizlet's import box: a card a line, a tab between its two sides. It knows no quoting, so that a line break would
//! begin another card.

use super::preset::{LOSES_WITH_EXPLANATION, Limits, rows};
use super::text::{Lines, explanation_and_source, letter, one_line};
use super::{Export, Exported, Format};

pub(super) const FORMAT: Format = Format {
    name: "quizlet",
    summary: "cards to paste into Quizlet: question with options, then the answer",
    extension: "quizlet.txt",
    loses: LOSES_WITH_EXPLANATION,
    export: Some(export),
    import: None,
};

const LIMITS: Limits = Limits {
    options: usize::MAX,
    several_keys: true,
    explanation: true,
    stem: usize::MAX,
    option: usize::MAX,
    reasons: ["", "", ""],
};

fn export(export: &Export<'_>) -> Exported {
    let (rows, loss) = rows(export, &LIMITS, |short| {
        let lettered = |right_only: bool| {
            let choices =
                short.choices.iter().enumerate().filter(move |(_, choice)| choice.right || !right_only);
            choices
                .map(|(at, choice)| format!("{}) {}", letter(at), one_line(choice.text)))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let explanation = explanation_and_source(&short.question.explanation, &short.question.source);
        let answer = format!("{} {}", lettered(true), one_line(&explanation));
        vec![format!("{} {}", short.stem, lettered(false)), answer.trim_end().to_owned()]
    });
    let mut page = Lines::default();
    for row in rows {
        page.line(&row.join("\t"));
    }
    Exported { bytes: page.finish(), loss }
}
