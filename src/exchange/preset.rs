//! What the tables of quiz programs share: short texts on one line, few options, the right ones by number.
//!
//! These files are made to be handed to their program, not to be opened in a spreadsheet: no text is guarded
//! here, because learners would see the mark that it puts before a text.

use super::export::Choice;
use super::text::one_line;
use super::{Export, Exported, Loss, Part};
use crate::bank::Question;

/// Seconds for a question, where a program insists on a limit: enough to read four options and think. Every program
/// here offers this number.
pub(super) const SECONDS: &str = "60";

/// What such a table, or the list of Microsoft Forms, has no place for.
pub(super) const LOSES: &[Part] = &[
    Part::Id,
    Part::Topic,
    Part::TopicSummary,
    Part::Objective,
    Part::ObjectiveText,
    Part::Kind,
    Part::Level,
    Part::Why,
    Part::Explanation,
    Part::Source,
    Part::Jurisdiction,
    Part::Order,
    Part::Allow,
];

/// The same for those that have a place for an explanation, and so for the source behind it.
pub(super) const LOSES_WITH_EXPLANATION: &[Part] = &[
    Part::Id,
    Part::Topic,
    Part::TopicSummary,
    Part::Objective,
    Part::ObjectiveText,
    Part::Kind,
    Part::Level,
    Part::Why,
    Part::Jurisdiction,
    Part::Order,
    Part::Allow,
];

/// How much a program takes.
pub(super) struct Limits {
    pub(super) options: usize,
    pub(super) several_keys: bool,
    /// Whether explanation and source are carried.
    pub(super) explanation: bool,
    /// Characters of a question's text.
    pub(super) stem: usize,
    /// Characters of an option's text.
    pub(super) option: usize,
    /// The reasons for what is refused: too many options, too long a question, too long an option.
    pub(super) reasons: [&'static str; 3],
}

/// A question that fits, its texts on one line.
pub(super) struct Short<'a> {
    /// Counted from 1.
    pub(super) number: usize,
    pub(super) question: &'a Question,
    pub(super) stem: String,
    pub(super) choices: Vec<Choice<'a>>,
}

/// The questions that a program takes as rows of cells, and what became of the others.
pub(super) fn rows(
    export: &Export<'_>,
    limits: &Limits,
    row: impl Fn(&Short<'_>) -> Vec<String>,
) -> (Vec<Vec<String>>, Loss) {
    let mut loss = Loss::default();
    let mut rows = vec![];
    let (mut all, mut with_fewer) = (0, 0);
    for (_, question) in export.questions() {
        all += 1;
        if question.has_several_keys() && !limits.several_keys {
            loss.skip(&question.id, "several keys");
        } else if let Some(reason) = limits.beyond(question) {
            loss.refuse(&question.id, reason);
            with_fewer += usize::from(limits.fits_with_fewer_options(question));
        } else {
            loss.change(&question.id, "line breaks written as blanks", breaks(question, limits.explanation));
            let choices = export.choices(question);
            rows.push(row(&Short {
                number: rows.len() + 1,
                question,
                stem: one_line(&question.stem),
                choices,
            }));
        }
    }
    let fit = rows.len();
    if fit < all {
        let more = match with_fewer {
            0 => String::new(),
            n => format!(", {n} more with --options {}", limits.options),
        };
        loss.note(&format!("{fit} of {all} questions fit{more}; --short chooses only those that fit"));
    }
    (rows, loss)
}

/// A table of such rows behind those that the program expects first.
pub(super) fn commas(
    head: &[&[&str]],
    export: &Export<'_>,
    limits: &Limits,
    row: impl Fn(&Short<'_>) -> Vec<String>,
) -> Exported {
    let owned = |row: &&[&str]| row.iter().map(|&cell| cell.to_owned()).collect();
    let mut table: Vec<Vec<String>> = head.iter().map(owned).collect();
    let (rows, loss) = rows(export, limits, row);
    table.extend(rows);
    Exported { bytes: super::table::rows(&table, b','), loss }
}

impl Limits {
    /// Whether all that is beyond the limits is the number of options, and fewer of them could be drawn.
    fn fits_with_fewer_options(&self, question: &Question) -> bool {
        question.option_count() > self.options
            && question.keys.len() < self.options
            && (self.several_keys || !question.has_several_keys())
            && length(&question.stem) <= self.stem
            && question.options().all(|text| length(text) <= self.option)
    }

    fn beyond(&self, question: &Question) -> Option<&'static str> {
        let [options, stem, option] = self.reasons;
        if question.option_count() > self.options {
            Some(options)
        } else if length(&question.stem) > self.stem {
            Some(stem)
        } else if question.options().any(|text| length(text) > self.option) {
            Some(option)
        } else {
            None
        }
    }
}

impl Short<'_> {
    /// The texts of the options, with empty cells up to `count`.
    pub(super) fn options(&self, count: usize) -> Vec<String> {
        let mut cells: Vec<String> = self.choices.iter().map(|choice| one_line(choice.text)).collect();
        cells.resize(count.max(cells.len()), String::new());
        cells
    }

    /// The right options by number, such as `1,3`.
    pub(super) fn right(&self) -> String {
        let numbers = self.choices.iter().enumerate().filter(|(_, choice)| choice.right);
        numbers.map(|(at, _)| (at + 1).to_string()).collect::<Vec<_>>().join(",")
    }
}

/// Line breaks in what is carried.
fn breaks(question: &Question, explanation: bool) -> usize {
    let behind = [question.explanation.as_str(), &question.source].into_iter().filter(|_| explanation);
    let texts = std::iter::once(question.stem.as_str()).chain(question.options()).chain(behind);
    texts.map(|text| text.matches('\n').count()).sum()
}

/// The length of a text as programs that run in a browser count it: an emoji is two.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use crate::bank::{Bank, Parts, Question, samples};
    use crate::exchange::export::{Export, ExportOptions};
    use crate::exchange::find;

    /// What a format says about a question, and the bytes it writes.
    fn export(format: &str, change: impl FnOnce(&mut Parts)) -> (Vec<String>, Vec<u8>) {
        let mut parts = samples::parts("q-1", "t", 3);
        change(&mut parts);
        let mut bank = Bank::default();
        bank.add(samples::topic("t"), [Question::new(parts).unwrap()]);
        let export = Export::whole(&bank, ExportOptions::default());
        let exported = (find(format).unwrap().export.unwrap())(&export);
        (exported.loss.lines(), exported.bytes)
    }

    #[test]
    fn a_limit_refuses_the_question_and_names_it() {
        let mut long = "x".repeat(119);
        let (lines, bytes) = export("kahoot", |parts| parts.stem = format!("{long}?"));
        assert_eq!(lines, Vec::<String>::new());
        assert!(String::from_utf8_lossy(&bytes).contains(&long));
        // An emoji is two characters where the program counts.
        long.push('🙂');
        let (lines, bytes) = export("kahoot", |parts| parts.stem.clone_from(&long));
        let says = "note: 0 of 1 questions fit; --short chooses only those that fit";
        assert_eq!(
            lines,
            [
                "1 question refused (the question is longer than the 120 characters that Kahoot takes): q-1",
                says
            ]
        );
        assert!(!String::from_utf8_lossy(&bytes).contains("xxx"));
        let (lines, _) = export("kahoot", |parts| parts.distractors[1].text = "y".repeat(76));
        assert_eq!(
            lines,
            ["1 question refused (an option is longer than the 75 characters that Kahoot takes): q-1", says]
        );
        for (format, takes) in [("kahoot", 4), ("blooket", 4), ("gimkit", 4), ("quizizz", 5)] {
            for (count, refused) in [(takes, 0), (takes + 1, 1)] {
                let (lines, _) = export(format, |parts| {
                    parts.distractors = samples::parts("q-1", "t", count - 1).distractors;
                });
                let named = lines.iter().filter(|line| line.ends_with(": q-1")).count();
                assert_eq!(named, refused, "{format} {count}: {lines:?}");
                let more = format!("note: 0 of 1 questions fit, 1 more with --options {takes};");
                let noted = lines.iter().filter(|line| line.starts_with(&more)).count();
                assert_eq!(noted, refused, "{lines:?}");
            }
        }
    }

    #[test]
    fn several_keys_are_told_where_they_cannot_be_said() {
        let two = |parts: &mut Parts| parts.keys.push(String::from("another right thing"));
        assert_eq!(
            export("gimkit", |parts| {
                parts.distractors.pop();
                two(parts);
            })
            .0[0],
            "1 question skipped (several keys): q-1"
        );
    }

    #[test]
    fn line_breaks_are_told_where_they_are_carried() {
        let breaks = |parts: &mut Parts| {
            parts.stem = String::from("One.\nTwo?");
            parts.explanation = String::from("a\nb\nc");
        };
        assert_eq!(export("kahoot", breaks).0, ["changed: line breaks written as blanks (1) in q-1"]);
        assert_eq!(export("quizlet", breaks).0, ["changed: line breaks written as blanks (3) in q-1"]);
        assert_eq!(export("blackboard", breaks).0, Vec::<String>::new());
    }

    #[test]
    fn blackboard_gets_all_questions_and_the_advice() {
        for (each, advised) in [(125, 0), (126, 1)] {
            let bank = samples::bank(2, each);
            let export = Export::whole(&bank, ExportOptions::default());
            let exported = find("blackboard").unwrap().export(&export).unwrap();
            assert_eq!(exported.loss.left_out().len(), 0);
            assert_eq!(String::from_utf8(exported.bytes).unwrap().lines().count(), 2 * each);
            let notes: Vec<String> =
                exported.loss.lines().into_iter().filter(|line| line.starts_with("note: 252")).collect();
            assert_eq!(notes.len(), advised);
        }
    }
}
