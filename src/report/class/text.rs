//! The report for people.

use super::distribution::{picture, sentences};
use super::figures::{percent, two};
use super::options::options;
use super::table::{legend, sentence, table};
use super::whole::ClassReport;
use crate::analysis::{Concern, Depth, Knowledge};
use crate::report::{Row, rows};
use crate::words::{counted, hang, wrap};

impl ClassReport<'_> {
    /// At most `width` columns wide where words allow; `plain` makes sentences.
    pub(crate) fn text(&self, width: usize, plain: bool) -> String {
        let mut blocks = vec![self.head(width), self.flags(width)];
        if let Some(scores) = &self.analysis.scores {
            let picture =
                if plain { sentences(&scores.distribution) } else { picture(&scores.distribution, width) };
            blocks.push(format!("{}\n\nScores\n{picture}", self.test(width)));
        } else {
            let words = "The students were asked different questions, so that their scores cannot be compared: there is no \
                         alpha, and r only where all who were asked a question had the same others.";
            blocks.push(wrap(words, width));
        }
        blocks.extend(self.knowledge("Topics, weakest first", &self.analysis.topics, width, plain));
        blocks.extend(self.knowledge("Objectives, weakest first", &self.analysis.objectives, width, plain));
        let (questions, heads) = if plain {
            let sentences: Vec<String> =
                self.items().map(|(item, figures)| sentence(item, figures, width)).collect();
            (sentences.join("\n"), vec!["Right", "r", "Alpha"])
        } else {
            table(self, width)
        };
        blocks.push(format!("Questions\n{questions}\n{}", wrap(&legend(self, &heads), width)));
        let chosen: Vec<String> = self
            .items()
            .filter(|(item, _)| !item.options.is_empty())
            .map(|(item, figures)| options(item, figures, width, plain))
            .collect();
        if !chosen.is_empty() {
            blocks.push(format!("What was chosen (* is the key)\n{}", chosen.join("\n")));
        }
        blocks.extend(self.students());
        blocks.join("\n\n")
    }

    fn head(&self, width: usize) -> String {
        let students = counted(self.analysis.students, "student");
        let questions = counted(self.responses.items.len(), "question");
        let mut lines = vec![format!("{students}, {questions}.")];
        lines.extend(self.origins.iter().map(|origin| wrap(origin, width)));
        if self.first_only {
            lines.push(wrap("Only the first answer of each student to each question counts.", width));
        }
        lines.join("\n")
    }

    fn flags(&self, width: usize) -> String {
        let flagged = self.flagged();
        let mut lines = vec![String::from("Look at these first")];
        let urgent = || flagged.iter().filter(|(_, _, flag)| flag.concern() != Concern::Note);
        for (item, figures, flag) in urgent() {
            let (seen, act) = self.explained(item, figures, flag);
            lines.push(hang(
                "  ",
                "    ",
                &format!("{} ({}): {seen} {act}", item.name, super::flags::short(flag)),
                width,
            ));
        }
        if urgent().next().is_none() {
            let none = match self.analysis.depth {
                Depth::Shares => {
                    "Nothing can be said about keys and distractors yet: that takes 30 students."
                }
                _ => "Nothing: no key is suspect, and no question is weak beyond doubt.",
            };
            lines.push(hang("  ", "  ", none, width));
        }
        let notes: Vec<String> = flagged
            .iter()
            .filter(|(_, _, flag)| flag.concern() == Concern::Note)
            .map(|(item, _, flag)| format!("{} ({})", item.name, super::flags::short(flag)))
            .collect();
        if !notes.is_empty() {
            lines.push(hang("  ", "    ", &format!("Good to know: {}.", notes.join(", ")), width));
        }
        lines.join("\n")
    }

    fn test(&self, width: usize) -> String {
        let Some(scores) = &self.analysis.scores else { return String::new() };
        let k = self.responses.items.len();
        let deviation =
            scores.deviation.map_or_else(String::new, |sd| format!(", standard deviation {sd:.1}"));
        let mean = format!(
            "Mean {:.1} of {k} right ({}), median {}{deviation}.",
            scores.mean,
            percent(scores.mean / k as f64),
            scores.median,
        );
        let reliability = match &scores.reliability {
            Some(found) => {
                let interval = found.interval.map_or_else(String::new, |(from, to)| {
                    format!(" (95% interval {} to {})", two(from), two(to))
                });
                format!(
                    "Alpha {}{interval}: {}. A score is off by {:.1} or less in two cases of three.",
                    two(found.alpha),
                    reliable(found.alpha),
                    found.error
                )
            }
            None if self.analysis.depth < Depth::Intervals => {
                String::from("How reliable the score is, is said from 30 students up.")
            }
            None if k < 5 => String::from("How reliable the score is, is said from 5 questions up."),
            None => String::from("All scores are equal: nothing can be said about reliability."),
        };
        format!("The test\n{}\n{}", hang("  ", "  ", &mean, width), hang("  ", "  ", &reliability, width))
    }

    fn knowledge(&self, heading: &str, list: &[Knowledge], width: usize, plain: bool) -> Option<String> {
        let name = |known: &Knowledge| {
            let topic = self.bank.topic(&known.topic);
            let objective = topic.and_then(|topic| topic.objectives.iter().find(|o| o.id == known.objective));
            objective
                .map_or_else(|| self.bank.title(&known.topic).to_owned(), |objective| objective.text.clone())
        };
        let table: Vec<Row> = list
            .iter()
            .map(|known| Row {
                more: vec![("Questions", known.questions.to_string())],
                ..Row::score(&name(known), known.right, known.answers)
            })
            .collect();
        (!table.is_empty()).then(|| format!("{heading}\n{}", rows(&table, width, plain)))
    }

    fn students(&self) -> Option<String> {
        let results = self.results();
        let line = |(name, right, asked): &(&str, usize, usize)| {
            let name = if name.is_empty() { "(no name)" } else { name };
            format!("  {name}: {right} of {asked}")
        };
        (!results.is_empty())
            .then(|| format!("Students\n{}", results.iter().map(line).collect::<Vec<_>>().join("\n")))
    }
}

/// What an alpha is good for, by the usual marks.
fn reliable(alpha: f64) -> &'static str {
    match alpha {
        a if a >= 0.9 => "good enough to decide about single people",
        a if a >= 0.8 => "good enough for a licensing test",
        a if a >= 0.7 => "good enough for a test in class",
        a if a >= 0.5 => "good enough to compare classes, not to decide about single people",
        _ => "too low to compare single people",
    }
}
