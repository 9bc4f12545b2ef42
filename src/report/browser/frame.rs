//! What the pages for a browser have in common: the frame with its style and its policy, and plots with their tables.

use crate::exchange::html;

const STYLE: &str = include_str!("page.css");

/// A script that a page runs, and what its policy calls it: SHA-256 in base64.
pub(in crate::report) struct Script {
    pub(in crate::report) text: &'static str,
    pub(in crate::report) hash: &'static str,
}

/// Hatching tells wrong answers from right ones without color.
const PATTERNS: &str = "<svg class=\"patterns\" aria-hidden=\"true\"><defs><pattern id=\"hatch\" width=\"5\" height=\"5\" \
    patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" class=\"hatch\"/>\
    </pattern></defs></svg>";

/// A page with its own style, no script but this one, and nothing from anywhere.
pub(in crate::report) fn document(title: &str, main: &str, script: Option<&Script>) -> String {
    let scripts = script.map_or_else(String::new, |script| format!("script-src 'sha256-{}'; ", script.hash));
    let element = script.map_or_else(String::new, |script| format!("<script>{}</script>\n", script.text));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; {scripts}style-src 'unsafe-inline'; \
         img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         {PATTERNS}\n<main>\n{main}</main>\n{element}</body>\n</html>\n",
        html(title)
    )
}

/// A plot, what is said below it, and its figures as a table.
pub(in crate::report) struct Figure {
    pub(in crate::report) heading: String,
    pub(in crate::report) plot: String,
    pub(in crate::report) caption: String,
    pub(in crate::report) table: String,
}

impl Figure {
    pub(in crate::report) fn section(&self) -> String {
        format!(
            "<section>\n<h2>{}</h2>\n<figure>\n{}\n<figcaption>{}</figcaption>\n</figure>\n\
             <details><summary>The same as a table</summary><div>\n{}\n</div></details>\n</section>\n",
            html(&self.heading),
            self.plot,
            html(&self.caption),
            self.table
        )
    }
}

/// A table with a heading row; the first column names the row, the others are numbers.
pub(in crate::report) fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let head = |(at, head): (usize, &&str)| {
        let class = if at == 0 { "" } else { " class=\"number\"" };
        format!("<th scope=\"col\"{class}>{}</th>", html(head))
    };
    let cell = |(at, cell): (usize, &String)| match at {
        0 => format!("<th scope=\"row\">{}</th>", html(cell)),
        _ => format!("<td class=\"number\">{}</td>", html(cell)),
    };
    let heads: String = heads.iter().enumerate().map(head).collect();
    let rows: Vec<String> = rows
        .iter()
        .map(|row| format!("<tr>{}</tr>", row.iter().enumerate().map(cell).collect::<String>()))
        .collect();
    format!("<table><thead><tr>{heads}</tr></thead><tbody>\n{}\n</tbody></table>", rows.join("\n"))
}

pub(in crate::report) fn paragraph(class: &str, text: &str) -> String {
    // What is to be typed looks like it.
    let (said, command) = text.rfind("guardprep ").map_or((text, ""), |at| text.split_at(at));
    let command = if command.is_empty() { String::new() } else { format!("<code>{}</code>", html(command)) };
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<p{class}>{}{command}</p>\n", html(said))
}
