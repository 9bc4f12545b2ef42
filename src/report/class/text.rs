//! The report for people.

use super::distribution::{picture, sentences};
use super::options::options;
use super::sentences::{DIFFERENT_QUESTIONS, ONLY_FIRST};
use super::table::{legend, sentence, table};
use super::whole::ClassReport;
use crate::analysis::{Concern, Knowledge};
use crate::report::{Row, rows};
use crate::words::{hang, wrap};

impl ClassReport<'_> {
    /// At most `width` columns wide where words allow, tables at most `table_width`; `plain` makes sentences.
    pub(crate) fn text(&self, width: usize, table_width: usize, plain: bool) -> String {
        // Sentences are no tables.
        let table_width = if plain { width } else { table_width };
        let mut blocks = vec![self.head(width), self.flags(width)];
        if let Some(scores) = &self.analysis.scores {
            let picture =
                if plain { sentences(&scores.distribution) } else { picture(&scores.distribution, width) };
            blocks.push(format!("{}\n\nScores\n{picture}", self.test(width)));
        } else {
            blocks.push(wrap(DIFFERENT_QUESTIONS, width));
        }
        blocks.extend(self.knowledge("Topics, weakest first", &self.analysis.topics, table_width, plain));
        blocks.extend(self.knowledge(
            "Objectives, weakest first",
            &self.analysis.objectives,
            table_width,
            plain,
        ));
        let (questions, heads) = if plain {
            let sentences: Vec<String> =
                self.items().map(|(item, figures)| sentence(item, figures, width)).collect();
            (sentences.join("\n"), vec!["Right", "r", "Alpha"])
        } else {
            table(self, table_width)
        };
        blocks.push(format!("Questions\n{questions}\n{}", wrap(&legend(self, &heads), width)));
        let chosen: Vec<String> = self
            .items()
            .filter(|(item, _)| !item.options.is_empty())
            .map(|(item, figures)| options(item, figures, table_width, plain))
            .collect();
        if !chosen.is_empty() {
            blocks.push(format!("What was chosen (* is the key)\n{}", chosen.join("\n")));
        }
        blocks.extend(self.students());
        blocks.join("\n\n")
    }

    fn head(&self, width: usize) -> String {
        let mut lines = vec![self.size()];
        lines.extend(self.origins.iter().map(|origin| wrap(origin, width)));
        if self.first_only {
            lines.push(wrap(ONLY_FIRST, width));
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
            lines.push(hang("  ", "  ", self.nothing_urgent(), width));
        }
        lines.extend(self.notes().map(|notes| hang("  ", "    ", &notes, width)));
        lines.join("\n")
    }

    fn test(&self, width: usize) -> String {
        let sentences = self.mean().into_iter().chain(self.reliability());
        let lines: Vec<String> = sentences.map(|sentence| hang("  ", "  ", &sentence, width)).collect();
        format!("The test\n{}", lines.join("\n"))
    }

    fn knowledge(&self, heading: &str, list: &[Knowledge], width: usize, plain: bool) -> Option<String> {
        let table: Vec<Row> = list
            .iter()
            .map(|known| Row {
                more: vec![("Questions", known.questions.to_string())],
                ..Row::score(&self.name(known), known.right, known.answers)
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
