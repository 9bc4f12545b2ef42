//! The exam on paper as a Word file: to change before it is printed, in Word, `LibreOffice` or Google Docs.
//!
//! Numbers and letters are text, not a list of the program's: what is deleted or moved does not renumber what the key
//! refers to. A section for each version and some for the key, so that each counts its pages and says at the foot which
//! it is. The page is Letter with margins that leave room enough for A4, too.

pub(super) mod package;
pub(super) mod paragraph;

use paragraph::{lead, numbered, paragraph, run, styled, tab};

use super::office::RELATIONS;
use super::papers::{self, EXPLANATIONS, Item, LOSES, Paper, SEVERAL, Solution, papers, solutions};
use super::text::letter;
use super::xml::Xml;
use super::{Export, Exported, Format, Loss};

pub(super) const FORMAT: Format = Format {
    name: "docx-exam",
    summary: "an exam as a Word file: versions with name lines, and a key",
    extension: "docx",
    loses: LOSES,
    export: Some(export),
    import: None,
};

fn export(export: &Export<'_>) -> Exported {
    let papers = papers(export);
    let title = export.options.title.as_str();
    let feet: Vec<String> = papers
        .iter()
        .map(|paper| format!("Version {}", paper.version))
        .chain([String::from("Key: not for examinees")])
        .collect();
    let mut xml = Xml::new();
    xml.within("w:document", &[("xmlns:w", package::WORD), ("xmlns:r", RELATIONS)], |xml| {
        xml.within("w:body", &[], |xml| {
            for (at, paper) in papers.iter().enumerate() {
                exam(xml, title, paper);
                // The last paragraph of a section carries what the section looks like.
                let version = Section { foot: at, counts_anew: true, ..Section::default() };
                let end = |xml: &mut Xml| xml.inline("w:pPr", &[], |xml| section(xml, &version));
                xml.inline("w:p", &[], end);
            }
            let key = Section { foot: papers.len(), ..Section::default() };
            for (at, paper) in papers.iter().enumerate() {
                marks(xml, export, paper, &Section { counts_anew: at == 0, ..key });
            }
            explanations(xml, &solutions(export, &papers));
            section(xml, &key);
        });
    });
    Exported { bytes: package::package(title, &xml.finish(), &feet), loss: Loss::default() }
}

fn exam(xml: &mut Xml, title: &str, paper: &Paper<'_>) {
    styled(xml, "Heading1", title);
    styled(xml, "Normal", &format!("Version {}", paper.version));
    paragraph(xml, "FillIn", |xml| {
        for label in ["Name ", " Date ", " Score "] {
            run(xml, label);
            tab(xml);
        }
        run(xml, &format!(" / {}", paper.items.len()));
    });
    styled(xml, "Normal", &papers::instruction(paper));
    for item in &paper.items {
        question(xml, item);
    }
    styled(xml, "End", &format!("End of version {}", paper.version));
}

fn question(xml: &mut Xml, item: &Item<'_>) {
    numbered(xml, "Question", &format!("{}.", item.number), &item.question.stem);
    if item.question.has_several_keys() {
        styled(xml, "Several", SEVERAL);
    }
    let last = item.choices.len() - 1;
    for (at, choice) in item.choices.iter().enumerate() {
        let style = if at == last { "LastOption" } else { "Option" };
        numbered(xml, style, &format!("{}.", letter(at)), choice.text);
    }
}

/// The key to mark a version with: number, letters, id, in columns, so that a long exam stays a page or two.
fn marks(xml: &mut Xml, export: &Export<'_>, paper: &Paper<'_>, head: &Section) {
    styled(xml, "Heading1", &format!("Key to version {}", paper.version));
    ending(xml, "Normal", Some(head), |xml| run(xml, &papers::provenance(export, paper)));
    let columns = Section { columns: 3, counts_anew: false, ..*head };
    for item in &paper.items {
        let end = (item.number == paper.items.len()).then_some(&columns);
        ending(xml, "Mark", end, |xml| {
            lead(xml, &format!("{}.", item.number));
            tab(xml);
            run(xml, &item.keys());
            tab(xml);
            run(xml, &item.question.id);
        });
    }
}

/// A paragraph; the last one of a section.
fn ending(xml: &mut Xml, style: &str, end: Option<&Section>, content: impl FnOnce(&mut Xml)) {
    xml.inline("w:p", &[], |xml| {
        xml.inline("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
            if let Some(end) = end {
                section(xml, end);
            }
        });
        content(xml);
    });
}

fn explanations(xml: &mut Xml, solutions: &[Solution<'_>]) {
    styled(xml, "Heading1", EXPLANATIONS);
    let mut topic = "";
    for solution in solutions {
        if solution.topic.id != topic {
            topic = &solution.topic.id;
            styled(xml, "Heading2", &solution.topic.title);
        }
        paragraph(xml, "Heading3", |xml| {
            run(xml, &solution.question.id);
            run(xml, &format!("   {}", solution.places.join(" · ")));
        });
        for (word, text) in solution.lines() {
            let style = if word.is_empty() { "SolutionMore" } else { "Solution" };
            paragraph(xml, style, |xml| {
                if !word.is_empty() {
                    lead(xml, word);
                    run(xml, " ");
                }
                run(xml, text);
            });
        }
    }
}

/// How the pages of a section look. Those in columns go on where the section before ended, others begin a page.
#[derive(Clone, Copy)]
struct Section {
    /// Which foot its pages have.
    foot: usize,
    columns: usize,
    /// Whether its pages are counted from 1, not from the section before.
    counts_anew: bool,
}

impl Default for Section {
    fn default() -> Self {
        Self { foot: 0, columns: 1, counts_anew: false }
    }
}

fn section(xml: &mut Xml, section: &Section) {
    let columns = section.columns.to_string();
    xml.within("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", &package::footer_id(section.foot))]);
        xml.empty("w:type", &[("w:val", if section.columns > 1 { "continuous" } else { "nextPage" })]);
        xml.empty("w:pgSz", &[("w:w", "12240"), ("w:h", "15840")]);
        let margins = [
            ("w:top", "1080"),
            ("w:right", "1440"),
            ("w:bottom", "1080"),
            ("w:left", "1440"),
            ("w:header", "600"),
            ("w:footer", "600"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        if section.counts_anew {
            xml.empty("w:pgNumType", &[("w:start", "1")]);
        }
        xml.empty("w:cols", &[("w:num", &columns), ("w:space", "400")]);
    });
}
