//! What the class knows, a bar in each row.

use crate::analysis::Knowledge;
use crate::exchange::html;
use crate::report::browser::row_bar;
use crate::report::class::ClassReport;
use crate::report::class::figures::percent;

/// Topics or objectives; nothing where there are none.
pub(super) fn knowledge(report: &ClassReport<'_>, heading: &str, list: &[Knowledge]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let row = |known: &Knowledge| {
        let share = known.right as f64 / known.answers.max(1) as f64;
        format!(
            "<tr><th scope=\"row\">{}</th><td class=\"bar\">{}</td><td class=\"number\">{}</td>\
             <td class=\"number wide\">{} of {}</td><td class=\"number wide\">{}</td></tr>\n",
            html(&report.name(known)),
            row_bar(share, 1.0 - share),
            percent(share),
            known.right,
            known.answers,
            known.questions,
        )
    };
    format!(
        "<section class=\"long\">\n<h2>{heading}</h2>\n<p class=\"soft\">Bar: solid, right; hatched, wrong or left out.</p>\n\
         <table><thead><tr><th scope=\"col\">Subject</th><th scope=\"col\">Bar</th><th scope=\"col\" class=\"number\">Right</th>\
         <th scope=\"col\" class=\"number wide\">Answers</th><th scope=\"col\" class=\"number wide\">Questions</th></tr></thead>\
         <tbody>\n{}</tbody></table>\n</section>\n",
        list.iter().map(row).collect::<String>()
    )
}
