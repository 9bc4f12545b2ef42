//! A quiz as one page for a browser: it works from a file on a phone, without a network, and asks nobody for anything.
//!
//! The page is a frame (`quiz.html`), its looks (`quiz.css`), what it knows (`model.js`) and its screens
//! (`screens.js`). The bank stands in it as JSON. Its policy lets the browser run these two scripts and nothing else,
//! so that even an escape that somebody forgets one day runs nothing.

use serde::Serialize;

use super::export::{Choice, is_fixed};
use super::template::filled;
use super::text::{html, html_attribute, json_in_html, opaque};
use super::{Export, Exported, Format, Loss, Part};
use crate::bank::{Question, Topic};

pub(super) const FORMAT: Format = Format {
    name: "html-quiz",
    summary: "a quiz in one web page, for a phone's browser, without a network",
    extension: "html",
    loses: &[Part::Kind, Part::Level, Part::Allow],
    export: Some(export),
    import: None,
};

const FRAME: &str = include_str!("quiz.html");
const STYLE: &str = include_str!("quiz.css");
const MODEL: &str = include_str!("model.js");
const SCREENS: &str = include_str!("screens.js");

/// When one of the files above changes, a test prints the new value.
const STYLE_HASH: &str = "URNk6u+ECywOxuADFgsYnuicheutorz+NNpVeDPJOj0=";
const MODEL_HASH: &str = "Hf8JemLotPBoLF+BTTl78AvUzRfxnnxb5JiU7PdSIRQ=";
const SCREENS_HASH: &str = "RiFlBaKVJ8zKuPN/aWtdc0u/F/xeu9YC8/kZSBobqMM=";

/// As many options as a question shows in the terminal, too: more distractors are a pool to draw from.
const OPTIONS_SHOWN: usize = 4;

#[derive(Serialize)]
struct BankOut<'a> {
    title: &'a str,
    /// Names exactly these texts.
    stamp: &'a str,
    shown: usize,
    topics: &'a [TopicOut<'a>],
    questions: &'a [QuestionOut<'a>],
}

#[derive(Serialize)]
struct TopicOut<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
}

#[derive(Serialize)]
struct QuestionOut<'a> {
    id: &'a str,
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

fn export(export: &Export<'_>) -> Exported {
    let topics: Vec<TopicOut<'_>> = export.sections.iter().map(|section| topic(section.topic)).collect();
    let questions: Vec<QuestionOut<'_>> =
        export.questions().map(|(topic, item)| question(topic, item, export.choices(item))).collect();
    let title = export.options.title.as_str();
    let stamp = opaque([json(&topics).as_str(), json(&questions).as_str()]);
    let bank = BankOut { title, stamp: &stamp, shown: OPTIONS_SHOWN, topics: &topics, questions: &questions };
    let page = filled(
        FRAME,
        &[
            ("policy", &html_attribute(&policy())),
            ("title", &html(title)),
            ("style", STYLE),
            ("bank", &json_in_html(&json(&bank))),
            ("model", MODEL),
            ("screens", SCREENS),
        ],
    );
    Exported { bytes: page.into_bytes(), loss: Loss::default() }
}

fn topic(topic: &Topic) -> TopicOut<'_> {
    TopicOut { id: &topic.id, title: &topic.title, summary: &topic.summary }
}

fn question<'a>(topic: &'a Topic, question: &'a Question, choices: Vec<Choice<'a>>) -> QuestionOut<'a> {
    let objective = topic.objectives.iter().find(|objective| objective.id == question.objective);
    QuestionOut {
        id: &question.id,
        topic: &question.topic,
        objective: objective.map_or("", |objective| &objective.text),
        stem: &question.stem,
        options: choices
            .into_iter()
            .map(|choice| OptionOut { text: choice.text, right: choice.right, why: choice.why })
            .collect(),
        fixed: is_fixed(question),
        explanation: &question.explanation,
        source: &question.source,
        law: question.jurisdiction.as_deref(),
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts and lists of texts can be written")
}

/// What the browser may do for this page: run these scripts, draw with this style, and nothing else at all.
fn policy() -> String {
    format!(
        "default-src 'none'; script-src 'sha256-{MODEL_HASH}' 'sha256-{SCREENS_HASH}'; \
         style-src 'sha256-{STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    fn base64(bytes: &[u8]) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let digits = |three: &[u8]| -> String {
            let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(*three.get(at).unwrap_or(&0)));
            (0..4)
                .map(|at| if at > three.len() { '=' } else { char::from(DIGITS[bits >> (18 - 6 * at) & 63]) })
                .collect()
        };
        bytes.chunks(3).map(digits).collect()
    }

    #[test]
    fn the_policy_names_the_scripts_and_the_style_as_they_are() {
        let kept = [STYLE_HASH, MODEL_HASH, SCREENS_HASH].map(str::to_owned);
        let found = [STYLE, MODEL, SCREENS].map(|file| base64(&Sha256::digest(file.as_bytes())));
        assert_eq!(kept, found, "put what was found into the constants: style, model, screens");
    }

    #[test]
    fn nothing_of_a_bank_ends_the_script_that_it_stands_in() {
        let bank = crate::exchange::tests::samples::nasty();
        let page =
            FORMAT.export(&Export::whole(&bank, crate::exchange::export::ExportOptions::default())).unwrap();
        let page = String::from_utf8(page.bytes).unwrap();
        let (_, data) = page.split_once("id=\"bank\">").unwrap();
        let (data, rest) = data.split_once("</script>").unwrap();
        assert!(!data.contains('<') && !data.contains('&'));
        assert_eq!(rest.matches("<script>").count(), 2);
        let read: serde_json::Value = serde_json::from_str(data).unwrap();
        assert_eq!(read["questions"][4]["stem"], bank.question("nasty-05").unwrap().stem);
    }
}
