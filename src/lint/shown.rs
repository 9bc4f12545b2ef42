//! What classes showed about questions, as `analyze --write-stats` keeps it: findings by the same policy as `analyze`.

use crate::analysis::{Flag, ItemFigures, Shown, Statistics};
use crate::bank::{Field, Question};
use crate::bank_file::Joined;
use crate::diagnostic::{Diagnostic, Severity};
use crate::words::shortened;

/// The names of the findings; a question can `allow` them.
pub(super) const NAMES: [&str; 6] = [
    "suspected-key",
    "unanswered",
    "negative-discrimination",
    "nobody-right",
    "weak-discrimination",
    "dead-distractor",
];

/// Each with the number of its question. What is only good to know, such as an easy question, is none.
pub(super) fn findings(joined: &Joined, statistics: &Statistics) -> Vec<(usize, Diagnostic)> {
    let mut found = vec![];
    for (number, question) in joined.bank.questions().iter().enumerate() {
        let Shown::Figures(figures) = statistics.of(question) else { continue };
        for flag in &figures.flags {
            let problems = finding(joined, number, question, &figures, flag);
            found.extend(problems.into_iter().map(|problem| (number, problem.question(question.id.clone()))));
        }
    }
    found
}

fn finding(
    joined: &Joined,
    number: usize,
    question: &Question,
    figures: &ItemFigures,
    flag: &Flag,
) -> Vec<Diagnostic> {
    let asked = figures.asked;
    let r = figures.discrimination.unwrap_or_default();
    let at_key = |problem: Diagnostic| problem.at(joined.place(number, Field::Key(0))).label("the key");
    match flag {
        Flag::WrongKey { option } => {
            let (key, other) = (figures.options.first(), figures.options.get(*option));
            let r = other.and_then(|other| other.correlation).unwrap_or_default();
            let message = format!(
                "{} of {asked} students chose another option and did better on the rest of the test (r {r:.2}); {} chose the \
                 key",
                other.map_or(0, |other| other.chosen),
                key.map_or(0, |key| key.chosen),
            );
            let problem = Diagnostic::new(Severity::Warning, "suspected-key", message)
                .help("if that option is right, mend the key, and give the point to all who chose it");
            vec![at_key(problem).related(joined.place(number, field(question, *option)), "what they chose")]
        }
        Flag::Unanswered => {
            let message = format!("none of {asked} students answered it");
            let problem = Diagnostic::new(Severity::Warning, "unanswered", message);
            vec![problem.at(joined.place(number, Field::Stem)).help("can it be answered as it stands?")]
        }
        Flag::Negative => {
            let message = format!(
                "students who did well on the rest of the test were wrong here more often (r {r:.2}, {asked} students)"
            );
            let problem = Diagnostic::new(Severity::Warning, "negative-discrimination", message)
                .help("check the key, then look for a second option that can be defended");
            vec![at_key(problem)]
        }
        Flag::NobodyRight => {
            let message = format!("none of {asked} students was right");
            let problem = Diagnostic::new(Severity::Warning, "nobody-right", message)
                .help("check the key; if it is right, teach this again");
            vec![at_key(problem)]
        }
        Flag::Weak => {
            let message = format!(
                "it hardly tells students who know the subject from others (r {r:.2}, {asked} students)"
            );
            let problem = Diagnostic::new(Severity::Note, "weak-discrimination", message)
                .help("is the wording clear, and is the key better than every other option?");
            vec![problem.at(joined.place(number, Field::Stem))]
        }
        Flag::DeadDistractors { options } => options
            .iter()
            .map(|option| {
                let message = format!(
                    "fewer than 5% of those who were wrong chose \"{}\" ({asked} students)",
                    shortened(question.option(*option), 60)
                );
                Diagnostic::new(Severity::Note, "dead-distractor", message)
                    .at(joined.place(number, field(question, *option)))
                    .help("replace it with a mistake that people make, or take it out")
            })
            .collect(),
        Flag::LeftOut | Flag::EverybodyRight | Flag::Easy => vec![],
    }
}

/// Where an option stands: the keys come first.
fn field(question: &Question, option: usize) -> Field {
    match option.checked_sub(question.keys.len()) {
        Some(distractor) => Field::Distractor(distractor),
        None => Field::Key(option),
    }
}
