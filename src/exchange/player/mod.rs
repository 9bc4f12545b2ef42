//! One page that asks, explains and sums up, in a browser; a back end keeps the answers: a phone's browser
//! (`html_quiz`) or a learning platform (`scorm12`).
//!
//! The page is a frame (`page.html`), its looks (`player.css`), and scripts, each of which sees those before it: pieces
//! of a page (`page.js`), what is asked (`round.js`), a question (`question.js`), the result (`result.js`), the way
//! through them (`play.js`, which says what a back end has to offer), and the back end. The bank stands in it as JSON.
//! Its policy lets the browser run these scripts and nothing else, so that even an escape that somebody forgets one day
//! runs nothing.

#[cfg(test)]
pub(super) mod tests;

use serde::Serialize;

use super::Export;
use super::export::{Choice, is_fixed};
use super::template::filled;
use super::text::{html, html_attribute, json_in_html};
use crate::bank::{Question, Topic};

/// A script or a style, and what the policy calls it. When one changes, a test prints its new hash.
#[derive(Clone, Copy)]
pub(super) struct Source {
    pub(super) text: &'static str,
    /// SHA-256 in base64.
    pub(super) hash: &'static str,
}

const STYLE: Source =
    Source { text: include_str!("player.css"), hash: "4eHHWWeAJ70u3dipLRbJRAeSPC+85sNjijMIGj3AOB0=" };

#[rustfmt::skip] // one a line
const SHARED: [Source; 5] = [
    Source { text: include_str!("page.js"), hash: "UZPgTmy0O7Im2NAQ4hQ51eNJPKlaXu19hIxHJer7QLk=" },
    Source { text: include_str!("round.js"), hash: "35NDXidpBf/wPn1nRUzN6fXb3T/UcQDCCGBabRfGOFg=" },
    Source { text: include_str!("question.js"), hash: "cEy+cwqrHybnOWoJDOU2LAtrr78DlNpIpEs++ThCWD8=" },
    Source { text: include_str!("result.js"), hash: "jP0MT5zqigDB1FZSUzo5H+IP4cQbbhMpSkY/vajpucM=" },
    Source { text: include_str!("play.js"), hash: "4PmYcfN2P9Y2hJjwDo29vB5PIlYMkG05EGbPTe+Ho6E=" },
];

/// What the page asks, and what it is asked for.
#[derive(Serialize)]
pub(super) struct Quiz<'a> {
    pub(super) title: &'a str,
    /// What was kept for another stamp is not resumed.
    pub(super) stamp: &'a str,
    /// How many options a question shows; where it has more, some are drawn each time.
    pub(super) shown: usize,
    /// The lowest share of right answers, in percent, that passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pass: Option<u32>,
    pub(super) topics: &'a [TopicOut<'a>],
    pub(super) questions: &'a [QuestionOut<'a>],
}

#[derive(Serialize)]
pub(super) struct TopicOut<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
}

#[derive(Serialize)]
pub(super) struct QuestionOut<'a> {
    pub(super) id: String,
    topic: &'a str,
    objective: &'a str,
    stem: &'a str,
    options: Vec<OptionOut<'a>>,
    fixed: bool,
    explanation: &'a str,
    source: &'a str,
    law: Option<&'a str>,
}

#[derive(Serialize)]
struct OptionOut<'a> {
    text: &'a str,
    right: bool,
    why: &'a str,
}

pub(super) fn topics<'a>(export: &Export<'a>) -> Vec<TopicOut<'a>> {
    let topics = export.sections.iter().map(|section| section.topic);
    topics.map(|topic| TopicOut { id: &topic.id, title: &topic.title, summary: &topic.summary }).collect()
}

pub(super) fn question<'a>(export: &Export<'a>, topic: &'a Topic, question: &'a Question) -> QuestionOut<'a> {
    let objective = topic.objectives.iter().find(|objective| objective.id == question.objective);
    let option = |choice: Choice<'a>| OptionOut { text: choice.text, right: choice.right, why: choice.why };
    QuestionOut {
        id: question.id.clone(),
        topic: &question.topic,
        objective: objective.map_or("", |objective| &objective.text),
        stem: &question.stem,
        options: export.choices(question).into_iter().map(option).collect(),
        fixed: is_fixed(question),
        explanation: &question.explanation,
        source: &question.source,
        law: question.jurisdiction.as_deref(),
    }
}

pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts and lists of texts can be written")
}

/// The page with this quiz in it.
pub(super) fn page(quiz: &Quiz<'_>, back_end: Source) -> String {
    let scripts: Vec<Source> = SHARED.into_iter().chain([back_end]).collect();
    let elements: Vec<String> =
        scripts.iter().map(|script| format!("<script>{}</script>", script.text)).collect();
    filled(
        include_str!("page.html"),
        &[
            ("policy", &html_attribute(&policy(&scripts))),
            ("title", &html(quiz.title)),
            ("style", STYLE.text),
            ("bank", &json_in_html(&json(quiz))),
            ("scripts", &elements.join("\n")),
        ],
    )
}

/// What the browser may do for this page: run these scripts, draw with this style, and nothing else at all.
fn policy(scripts: &[Source]) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| format!("'sha256-{}'", script.hash)).collect();
    format!(
        "default-src 'none'; script-src {}; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        STYLE.hash
    )
}
