//! An exam to print from a browser, on A4 or Letter: versions, then the key on pages of its own.
//!
//! Numbers and letters are written out rather than left to a list, so that a copy of the text still says what the key
//! refers to.

use super::papers::{self, Item, LOSES, Paper, SEVERAL, Solution, papers, solutions};
use super::text::{Lines, html, letter};
use super::{Export, Exported, Format, Loss};
use crate::words::{self, Block};

pub(super) const FORMAT: Format = Format {
    name: "html-exam",
    summary: "an exam to print: versions with name lines, and a key",
    extension: "html",
    loses: LOSES,
    export: Some(export),
    import: None,
};

const STYLE: &str = include_str!("exam.css");

/// No script at all, and nothing from anywhere.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

fn export(export: &Export<'_>) -> Exported {
    let papers = papers(export);
    let mut page = Lines::default();
    head(&mut page, export, &papers);
    for (at, paper) in papers.iter().enumerate() {
        exam(&mut page, export, paper, at == 0);
    }
    for paper in &papers {
        marks(&mut page, export, paper);
    }
    explanations(&mut page, export, &solutions(export, &papers));
    page.line("</body>\n</html>");
    Exported { bytes: page.finish(), loss: Loss::default() }
}

fn head(page: &mut Lines, export: &Export<'_>, papers: &[Paper<'_>]) {
    page.line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
    page.line(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"));
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.line("<link rel=\"icon\" href=\"data:,\">");
    page.line(&format!("<title>{}</title>", html(&export.options.title)));
    page.line(&format!("<style>{STYLE}"));
    // Loose sheets of several versions get mixed up: each says which it is.
    for paper in papers {
        let version = &paper.version;
        page.line(&format!(
            ".version-{version} {{ page: version-{version}; }}\n{}",
            foot(&format!("version-{version}"), &format!("Version {version}"))
        ));
    }
    page.line(&format!(".key {{ page: key; }}\n{}", foot("key", "Key: not for examinees")));
    page.line("</style>\n</head>\n<body>");
    let links: Vec<String> = papers
        .iter()
        .map(|paper| format!("<a href=\"#version-{0}\">Version {0}</a>", paper.version))
        .chain([String::from("<a href=\"#key\">Key</a>")])
        .collect();
    page.line(&format!(
        "<p class=\"screen soft\">To print: {}. Each version and the key begin on a page of their own; the paper may \
         be A4 or Letter. Keep the pages of the key apart.</p>",
        links.join(", ")
    ));
}

/// What stands at the foot of these pages. Each version and the key count their pages from 1: a counter of their own,
/// since browsers let nobody set that of all pages.
fn foot(pages: &str, says: &str) -> String {
    format!(
        "@page {pages} {{ counter-increment: pages-of-{pages}; @bottom-left {{ content: \"{says}\"; font: 9pt serif; }} \
         @bottom-right {{ content: \"Page \" counter(pages-of-{pages}); font: 9pt serif; }} }}"
    )
}

fn exam(page: &mut Lines, export: &Export<'_>, paper: &Paper<'_>, first: bool) {
    let version = &paper.version;
    let class = if first { "first " } else { "" };
    let count = paper.items.len();
    page.line(&format!("<section class=\"{class}version-{version}\" id=\"version-{version}\">"));
    page.line(&format!("<h1>{}</h1>", html(&export.options.title)));
    page.line(&format!("<p class=\"version\">Version {version}</p>"));
    page.line(&format!(
        "<p class=\"fill\"><span class=\"wide\">Name</span><span>Date</span>\
         <span class=\"score\">Score <i></i> / {count}</span></p>"
    ));
    page.line(&format!("<p>{}</p>", papers::instruction(paper)));
    page.line("<ol class=\"questions\">");
    for item in &paper.items {
        question(page, item);
    }
    page.line(&format!("</ol>\n<p class=\"end soft\">End of version {version}</p>\n</section>"));
}

fn question(page: &mut Lines, item: &Item<'_>) {
    page.line(&format!("<li class=\"question\"><span class=\"number\">{}.</span>", item.number));
    page.line(&format!("<p class=\"stem\">{}</p>", blocks(&item.question.stem)));
    if item.question.has_several_keys() {
        page.line(&format!("<p class=\"several\">{SEVERAL}</p>"));
    }
    page.line("<ol class=\"options\">");
    for (at, choice) in item.choices.iter().enumerate() {
        let letter = letter(at);
        page.line(&format!(
            "<li><span class=\"letter\">{letter}.</span> <span>{}</span></li>",
            blocks(choice.text)
        ));
    }
    page.line("</ol></li>");
}

/// The key to mark a version with: number, letters, id.
fn marks(page: &mut Lines, export: &Export<'_>, paper: &Paper<'_>) {
    let version = &paper.version;
    let anchor = if version == "A" { " id=\"key\"" } else { "" };
    page.line(&format!("<section class=\"key\"{anchor}>\n<h1>Key to version {version}</h1>"));
    page.line(&format!("<p class=\"soft\">{}</p>\n<ol class=\"marks\">", papers::provenance(export, paper)));
    for item in &paper.items {
        page.line(&format!(
            "<li><b>{}.</b> <span class=\"keys\">{}</span> <span class=\"id\">{}</span></li>",
            item.number,
            item.keys(),
            html(&item.question.id)
        ));
    }
    page.line("</ol>\n</section>");
}

fn explanations(page: &mut Lines, export: &Export<'_>, solutions: &[Solution<'_>]) {
    page.line(&format!("<section class=\"key\">\n<h1>{}</h1>", papers::EXPLANATIONS));
    page.line(&format!("<p class=\"soft\">{}</p>", html(&export.options.title)));
    let mut topic = "";
    for solution in solutions {
        if solution.topic.id != topic {
            topic = &solution.topic.id;
            page.line(&format!("<h2>{}</h2>", html(&solution.topic.title)));
        }
        page.line("<div class=\"solution\">");
        page.line(&format!(
            "<h3>{} <span class=\"places\">{}</span></h3>",
            html(&solution.question.id),
            solution.places.join(" · ")
        ));
        for (lead, text) in solution.lines() {
            page.line(&if lead.is_empty() {
                format!("<p class=\"more\">{}</p>", html(text))
            } else {
                format!("<p><b>{lead}</b> {}</p>", html(text))
            });
        }
        page.line("</div>");
    }
    page.line("</section>");
}

/// Each paragraph, and each line of code, a block of its own.
fn blocks(text: &str) -> String {
    let span = |class: &str, line: &str| format!("<span class=\"{class}\">{}</span>", html(line));
    let spans = words::blocks(text).into_iter().flat_map(|block| match block {
        Block::Paragraph(line) => vec![span("block", line)],
        Block::Code(lines) => lines.into_iter().map(|line| span("block code", line)).collect(),
    });
    spans.collect::<Vec<_>>().join(" ")
}
