//! How a learner stands as one page for a browser: plots, and the same figures as tables. It needs no network and no
//! script, and asks for neither.

mod bars;
mod exams;
mod plots;
mod svg;
mod timeline;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use bars::{expected_score, topic_bar};
use exams::exams;
use plots::{Figure, answers_a_day, calendar, readiness_over_time};

use super::{ENOUGH, ProgressReport};
use crate::exchange::html;
use crate::progress::{Readiness, TopicStatistics};

pub(crate) use timeline::timeline;

const STYLE: &str = include_str!("page.css");
/// Its own style, no script at all, and nothing from anywhere.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Hatching tells wrong answers from right ones without color.
const PATTERNS: &str = "<svg class=\"patterns\" aria-hidden=\"true\"><defs><pattern id=\"hatch\" width=\"5\" height=\"5\" \
    patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" class=\"hatch\"/>\
    </pattern></defs></svg>";

/// The page. `timeline` is the readiness at the end of each day with answers, oldest first.
pub(crate) fn page(report: &ProgressReport<'_>, timeline: &[(Date, Readiness)]) -> Vec<u8> {
    let today = report.today();
    let date = today.strftime("%-d %B %Y").to_string();
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>Progress on {date}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         {PATTERNS}\n<main>\n<h1>Progress</h1>\n<p class=\"soft\">As of {date}. Made by guardprep from the answers on this \
         computer; the page sends and asks for nothing.</p>\n"
    );
    page += &standing(report);
    if report.overall.answers > 0 {
        let dated = |at| report.date(at);
        let mut figures = vec![answers_a_day(&report.days, today)];
        figures.extend(readiness_over_time(timeline));
        figures.push(calendar(&report.days, today));
        figures.extend(exams(&report.exams, &dated));
        page += "<div class=\"plots\">\n";
        page += &figures.iter().map(figure).collect::<Vec<_>>().concat();
        page += "</div>\n";
    }
    page += &topics(report);
    page += "</main>\n</body>\n</html>\n";
    page.into_bytes()
}

fn paragraph(class: &str, text: &str) -> String {
    // What is to be typed looks like it.
    let (said, command) = text.rfind("guardprep ").map_or((text, ""), |at| text.split_at(at));
    let command = if command.is_empty() { String::new() } else { format!("<code>{}</code>", html(command)) };
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<p{class}>{}{command}</p>\n", html(said))
}

fn standing(report: &ProgressReport<'_>) -> String {
    let mut section = String::from("<section>\n<h2>Where you stand</h2>\n");
    section += &paragraph("lead", &report.state());
    if let Some(words) = report.readiness_words() {
        for line in words.lines() {
            section += &paragraph("", &line);
        }
        let readiness = report.ahead.as_ref().and_then(|ahead| ahead.readiness.as_ref());
        if let Some(readiness) = readiness.filter(|readiness| readiness.enough) {
            section += "<div class=\"score\">";
            section += &expected_score(readiness, &words.line());
            section += "</div>\n";
        }
    }
    if let Some(line) = report.today_line() {
        section += &paragraph("", &line);
    }
    for line in report.exams_line().into_iter().chain(report.doubtful_lines()).chain(report.aside_lines()) {
        section += &paragraph("", &line);
    }
    if let Some(next) = report.next(&report.weakest_first()) {
        section += &paragraph("", &next);
    }
    section + "</section>\n"
}

fn figure(figure: &Figure) -> String {
    format!(
        "<section>\n<h2>{}</h2>\n<figure>\n{}\n<figcaption>{}</figcaption>\n</figure>\n\
         <details><summary>The same as a table</summary><div>\n{}\n</div></details>\n</section>\n",
        html(&figure.heading),
        figure.plot,
        html(&figure.caption),
        figure.table
    )
}

/// The topics, weakest first: a table with a bar in each row.
fn topics(report: &ProgressReport<'_>) -> String {
    let rows: Vec<String> = report.weakest_first().into_iter().map(|topic| row(report, topic)).collect();
    format!(
        "<section class=\"long\">\n<h2>Topics, weakest first</h2>\n\
         <p class=\"soft\">Bar: solid, last answer right; hatched, last answer wrong; empty, not asked yet. Chance: how \
         likely a question of the topic would be answered right now, shown from {} answers on.</p>\n\
         <table><thead><tr><th scope=\"col\">Topic</th><th scope=\"col\">Bar</th>\
         <th scope=\"col\" class=\"number\">Chance</th><th scope=\"col\" class=\"number\">Seen</th>\
         <th scope=\"col\" class=\"number wide\">Right at last</th><th scope=\"col\" class=\"number wide\">Due</th>\
         <th scope=\"col\" class=\"wide\">Trend</th><th scope=\"col\" class=\"wide\">Last</th></tr></thead><tbody>\n{}\n\
         </tbody></table>\n</section>\n",
        ENOUGH,
        rows.join("\n")
    )
}

fn row(report: &ProgressReport<'_>, topic: &TopicStatistics) -> String {
    let chance =
        report.chance_percent(topic).map_or_else(|| String::from("--"), |chance| format!("{chance}%"));
    format!(
        "<tr><th scope=\"row\">{}</th><td class=\"bar\">{}</td><td class=\"number\">{chance}</td>\
         <td class=\"number\">{}/{}</td><td class=\"number wide\">{}</td><td class=\"number wide\">{}</td>\
         <td class=\"wide\">{}</td><td class=\"wide\">{}</td></tr>",
        html(&topic.title),
        topic_bar(topic),
        topic.seen,
        topic.questions,
        topic.right_now,
        topic.due,
        topic.trend.map_or("", crate::progress::Trend::name),
        html(&report.ago(topic.last)),
    )
}
