//! The page as a whole, from what is urgent to every option.

use super::bars::knowledge;
use super::chosen::chosen;
use super::map::map;
use super::questions::questions;
use super::scores::scores;
use crate::analysis::{Concern, Depth};
use crate::exchange::html;
use crate::report::browser::{Figure, Script, document, paragraph, table};
use crate::report::class::ClassReport;
use crate::report::class::flags::short;
use crate::report::class::sentences::{DIFFERENT_QUESTIONS, ONLY_FIRST};

/// When it changes, a test prints its new hash.
pub(super) const SORT: Script =
    Script { text: include_str!("sort.js"), hash: "gOxavnBuEOri+dLsxVM4+4+gNhC38TVL9UI0bc8e9JA=" };

impl ClassReport<'_> {
    /// `problems` says how many there are in the files, if any.
    pub(crate) fn html(&self, problems: &str) -> Vec<u8> {
        let mut page = String::from("<h1>A class and its questions</h1>\n");
        let mut about = vec![self.size()];
        about.extend(self.origins.iter().cloned());
        about.extend(self.first_only.then(|| ONLY_FIRST.to_owned()));
        if !problems.is_empty() {
            about.push(format!(
                "Problems of the files, which `analyze` prints with their places: {problems}."
            ));
        }
        page += &about.iter().map(|line| paragraph("soft", line)).collect::<String>();
        page += "<p class=\"soft\">Made by guardprep on this computer; the page sends and asks for nothing.</p>\n";
        page += &urgent(self);
        page += &test(self);
        let figures: Vec<Figure> = map(self).into_iter().chain(scores(self)).collect();
        if !figures.is_empty() {
            page += "<div class=\"plots\">\n";
            page += &figures.iter().map(Figure::section).collect::<String>();
            page += "</div>\n";
        }
        page += &knowledge(self, "Topics, weakest first", &self.analysis.topics);
        page += &knowledge(self, "Objectives, weakest first", &self.analysis.objectives);
        page += &questions(self);
        page += &chosen(self);
        page += &students(self);
        document("A class and its questions", &page, Some(&SORT)).into_bytes()
    }
}

fn urgent(report: &ClassReport<'_>) -> String {
    let mut section = String::from("<section>\n<h2>Look at these first</h2>\n");
    let flagged = report.flagged();
    let urgent: Vec<_> = flagged.iter().filter(|(_, _, flag)| flag.concern() != Concern::Note).collect();
    if urgent.is_empty() {
        section += &paragraph("", report.nothing_urgent());
    } else {
        section += "<ul>\n";
        for (item, figures, flag) in urgent {
            let (seen, act) = report.explained(item, figures, flag);
            section += &format!(
                "<li><strong>{}</strong> ({}): {} {}</li>\n",
                html(&item.name),
                short(flag),
                html(&seen),
                html(&act)
            );
        }
        section += "</ul>\n";
    }
    section += &report.notes().map_or_else(String::new, |notes| paragraph("", &notes));
    section + "</section>\n"
}

fn test(report: &ClassReport<'_>) -> String {
    let mut section = String::from("<section>\n<h2>The test</h2>\n");
    let sentences: Vec<String> = report.mean().into_iter().chain(report.reliability()).collect();
    section += &sentences.iter().map(|sentence| paragraph("", sentence)).collect::<String>();
    if sentences.is_empty() {
        section += &paragraph("", DIFFERENT_QUESTIONS);
    }
    if report.analysis.depth == Depth::Shares {
        let words = "How a question tells students apart, and with it the map of the questions, is said from 30 students up.";
        section += &paragraph("", words);
    }
    section + "</section>\n"
}

fn students(report: &ClassReport<'_>) -> String {
    let row = |(name, right, asked): (&str, usize, usize)| {
        let name = if name.is_empty() { "(no name)" } else { name };
        vec![name.to_owned(), format!("{right} of {asked}")]
    };
    let rows: Vec<Vec<String>> = report.results().into_iter().map(row).collect();
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "<section class=\"long\">\n<h2>Students</h2>\n{}\n</section>\n",
        table(&["Student", "Right"], &rows)
    )
}
