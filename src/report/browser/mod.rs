//! How a learner stands as one page for a browser: plots, and the same figures as tables. It needs no network and no
//! script, and asks for neither.

mod bars;
mod exams;
mod frame;
mod plots;
mod svg;
mod timeline;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use bars::{expected_score, topic_bar};
use exams::exams;
use plots::{answers_a_day, calendar, readiness_over_time};

use super::{ENOUGH, ProgressReport};
use crate::exchange::html;
use crate::progress::{Readiness, TopicStatistics};

pub(super) use bars::row_bar;
pub(super) use frame::{Figure, Script, document, paragraph, table};
pub(super) use svg::{Plot, along, count_ticks, percent_ticks, upright};
pub(crate) use timeline::timeline;

/// The page. `timeline` is the readiness at the end of each day with answers, oldest first.
pub(crate) fn page(report: &ProgressReport<'_>, timeline: &[(Date, Readiness)]) -> Vec<u8> {
    let today = report.today();
    let date = today.strftime("%B %-d, %Y").to_string();
    let mut page = format!(
        "<h1>Progress</h1>\n<p class=\"soft\">As of {date}. Made by guardprep from the answers on this computer; the page \
         sends and asks for nothing.</p>\n"
    );
    page += &standing(report);
    if report.overall.answers > 0 {
        let dated = |at| report.date(at);
        let mut figures = vec![answers_a_day(&report.days, today)];
        figures.extend(readiness_over_time(timeline));
        figures.push(calendar(&report.days, today));
        figures.extend(exams(&report.exams, &dated));
        page += "<div class=\"plots\">\n";
        page += &figures.iter().map(Figure::section).collect::<Vec<_>>().concat();
        page += "</div>\n";
    }
    page += &topics(report);
    document(&format!("Progress on {date}"), &page, None).into_bytes()
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
