//! The exam on paper as a Word file: to change before it is printed, in Word, `LibreOffice` or Google Docs.
//!
//! Numbers and letters are text, not a list of the program's: what is deleted or moved does not renumber what the key
//! refers to. A section for each version and one for the key, so that each counts its pages and says at the foot which
//! it is. The page is Letter with margins that leave room enough for A4, too.

mod package;
mod paragraph;

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
                let end = |xml: &mut Xml| xml.inline("w:pPr", &[], |xml| section(xml, at));
                xml.inline("w:p", &[], end);
            }
            for paper in &papers {
                marks(xml, export, paper);
            }
            explanations(xml, &solutions(export, &papers));
            section(xml, papers.len());
        });
    });
    Exported { bytes: package::package(title, &xml.finish(), &feet), loss: Loss::default() }
}

fn exam(xml: &mut Xml, title: &str, paper: &Paper<'_>) {
    styled(xml, "Heading1", title);
    styled(xml, "Normal", &format!("Version {}", paper.version));
    let right = format!("Right, of {} ", paper.items.len());
    paragraph(xml, "FillIn", |xml| {
        for label in ["Name ", " Date ", &format!(" {right}")] {
            run(xml, label);
            tab(xml);
        }
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

/// The key to mark a version with: number, letters, id.
fn marks(xml: &mut Xml, export: &Export<'_>, paper: &Paper<'_>) {
    let break_before = |xml: &mut Xml| {
        xml.inline("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "Heading1")]);
            xml.empty("w:pageBreakBefore", &[("w:val", if paper.version == "A" { "0" } else { "1" })]);
        });
    };
    xml.inline("w:p", &[], |xml| {
        break_before(xml);
        run(xml, &format!("Key to version {}", paper.version));
    });
    styled(xml, "Normal", &papers::provenance(export, paper));
    let widths = ["1300", "1700", "6360"];
    xml.within("w:tbl", &[], |xml| {
        xml.within("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", "Marks")]);
            xml.empty("w:tblW", &[("w:w", "9360"), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        });
        xml.within("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        row(xml, widths, ["Number", "Answer", "Question"], true);
        for item in &paper.items {
            row(xml, widths, [&format!("{}.", item.number), &item.keys(), &item.question.id], false);
        }
    });
}

fn row(xml: &mut Xml, widths: [&str; 3], cells: [&str; 3], head: bool) {
    xml.within("w:tr", &[], |xml| {
        xml.within("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if head {
                // Repeated at the top of each page.
                xml.empty("w:tblHeader", &[]);
            }
        });
        for (width, text) in widths.into_iter().zip(cells) {
            xml.within("w:tc", &[], |xml| {
                let size = [("w:w", width), ("w:type", "dxa")];
                xml.within("w:tcPr", &[], |xml| xml.empty("w:tcW", &size));
                paragraph(xml, "Cell", |xml| if head { lead(xml, text) } else { run(xml, text) });
            });
        }
    });
}

fn explanations(xml: &mut Xml, solutions: &[Solution<'_>]) {
    xml.inline("w:p", &[], |xml| {
        xml.inline("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "Heading1")]);
            xml.empty("w:pageBreakBefore", &[]);
        });
        run(xml, EXPLANATIONS);
    });
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

/// How the pages of a section look; each begins a page and counts from 1.
fn section(xml: &mut Xml, at: usize) {
    xml.within("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", &package::footer_id(at))]);
        xml.empty("w:type", &[("w:val", "nextPage")]);
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
        xml.empty("w:pgNumType", &[("w:start", "1")]);
    });
}
