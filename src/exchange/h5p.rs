//! An H5P package: a question set of multiple-choice questions, for H5P.com, Moodle, Lumi, `WordPress` and others.
//!
//! The libraries are named with their versions and not packed: whoever plays H5P has them, or gets them from its hub.

use serde_json::{Value, json};

use super::archive::Archive;
use super::export::is_fixed;
use super::text::{explanation_and_source, html, one_line, opaque};
use super::{Export, Exported, Format, Loss, Part};
use crate::bank::Question;
use crate::words::{Block, blocks};

pub(super) const FORMAT: Format = Format {
    name: "h5p",
    summary: "H5P package: a question set, for Moodle, Lumi, WordPress and H5P.com",
    extension: "h5p",
    loses: &[
        Part::Topic,
        Part::TopicSummary,
        Part::Objective,
        Part::ObjectiveText,
        Part::Kind,
        Part::Level,
        Part::Jurisdiction,
        Part::Allow,
    ],
    export: Some(export),
    import: None,
};

const SET: &str = "H5P.QuestionSet";
const SET_VERSION: (u32, u32) = (1, 20);
const CHOICE: &str = "H5P.MultiChoice";
const CHOICE_VERSION: (u32, u32) = (1, 16);
/// What counts as passed, in percent: what most licensing exams ask for.
const PASS: u32 = 70;

fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let questions: Vec<Value> =
        export.questions().map(|(_, question)| choice(export, question, &mut loss)).collect();
    let mut archive = Archive::new();
    archive.add("h5p.json", &bytes(&about(export)));
    archive.add("content/content.json", &bytes(&set(export, &questions)));
    Exported { bytes: archive.finish(), loss }
}

fn bytes(value: &Value) -> Vec<u8> {
    serde_json::to_vec(value).expect("texts and lists of texts can be written")
}

fn about(export: &Export<'_>) -> Value {
    let library = |name: &str, (major, minor): (u32, u32)| json!({"machineName": name, "majorVersion": major, "minorVersion": minor});
    json!({
        "title": one_line(&export.options.title),
        "language": "und",
        "mainLibrary": SET,
        "embedTypes": ["div"],
        "license": "U",
        "preloadedDependencies": [library(SET, SET_VERSION), library(CHOICE, CHOICE_VERSION)],
    })
}

fn set(export: &Export<'_>, questions: &[Value]) -> Value {
    json!({
        "introPage": {
            "showIntroPage": true,
            "title": html(&one_line(&export.options.title)),
            "introduction": format!("<p>{}</p>", counted(questions.len())),
            "startButtonText": "Start",
        },
        // Dots for hundreds of questions would fill the screen.
        "progressType": "textual",
        "passPercentage": PASS,
        "questions": questions,
        "texts": {
            "prevButton": "Previous question", "previous": "Previous", "nextButton": "Next question", "next": "Next",
            "finishButton": "Finish", "submitButton": "Submit",
            "textualProgress": "Question @current of @total", "jumpToQuestion": "Question %d of %total",
            "questionLabel": "Question", "readSpeakerProgress": "Question @current of @total",
            "unansweredText": "Unanswered", "answeredText": "Answered", "currentQuestionText": "Current question",
            "navigationLabel": "Questions", "questionSetInstruction": "Choose question to display",
        },
        "disableBackwardsNavigation": false,
        "randomQuestions": false,
        "endGame": {
            "showResultPage": true, "showSolutionButton": true, "showRetryButton": true,
            "noResultMessage": "Finished", "message": "Your result:",
            "scoreBarLabel": "You got @finals out of @totals points",
            "overallFeedback": [{"from": 0, "to": 100, "feedback": ""}],
            "solutionButtonText": "Show solution", "retryButtonText": "Retry",
            "finishButtonText": "Finish", "submitButtonText": "Submit",
            "showAnimations": false, "skippable": false, "skipButtonText": "Skip video",
        },
        "override": {"checkButton": true},
    })
}

fn counted(count: usize) -> String {
    crate::words::counted(count, "question")
}

fn choice(export: &Export<'_>, question: &Question, loss: &mut Loss) -> Value {
    let explanation = explanation_and_source(&question.explanation, &question.source);
    // Plain text to H5P, which shows no line break of it.
    loss.change(
        &question.id,
        "line breaks of explanations written as blanks",
        explanation.matches('\n').count(),
    );
    let answers: Vec<Value> = export
        .choices(question)
        .into_iter()
        .map(|choice| {
            let why = if choice.why.is_empty() {
                String::new()
            } else {
                format!("<div>{}</div>", lines(choice.why))
            };
            json!({
                "text": format!("<div>{}</div>", lines(choice.text)),
                "correct": choice.right,
                "tipsAndFeedback": {"tip": "", "chosenFeedback": why, "notChosenFeedback": ""},
            })
        })
        .collect();
    let (major, minor) = CHOICE_VERSION;
    json!({
        "library": format!("{CHOICE} {major}.{minor}"),
        "subContentId": uuid(&question.id),
        "metadata": {"contentType": "Multiple Choice", "license": "U", "title": one_line(&question.id)},
        "params": {
            "media": {"disableImageZooming": false},
            "question": format!("<p>{}</p>", lines(&question.stem)),
            "answers": answers,
            "overallFeedback": [{"from": 0, "to": 100, "feedback": html(&one_line(&explanation))}],
            "UI": {
                "checkAnswerButton": "Check", "submitAnswerButton": "Submit", "showSolutionButton": "Show solution",
                "tryAgainButton": "Retry", "tipsLabel": "Show tip",
                "scoreBarLabel": "You got :num out of :total points", "tipAvailable": "Tip available",
                "feedbackAvailable": "Feedback available", "readFeedback": "Read feedback",
                "wrongAnswer": "Wrong answer", "correctAnswer": "Correct answer",
                "shouldCheck": "Should have been checked", "shouldNotCheck": "Should not have been checked",
                "noInput": "Please answer before viewing the solution",
                "a11yCheck": "Check the answers. The responses will be marked as correct, incorrect, or unanswered.",
                "a11yShowSolution": "Show the solution. The task will be marked with its correct solution.",
                "a11yRetry": "Retry the task. Reset all responses and start the task over again.",
            },
            "behaviour": {
                "enableRetry": true, "enableSolutionsButton": true, "enableCheckButton": true,
                // The number of keys would give them away only where there is one; all of them count as a whole.
                "type": if question.has_several_keys() { "multi" } else { "single" },
                "singlePoint": true, "randomAnswers": !is_fixed(question), "showSolutionsRequiresInput": true,
                "confirmCheckDialog": false, "confirmRetryDialog": false, "autoCheck": false,
                "passPercentage": 100, "showScorePoints": true,
            },
            "confirmCheck": {"header": "Finish?", "body": "Are you sure you wish to finish?",
                "cancelLabel": "Cancel", "confirmLabel": "Finish"},
            "confirmRetry": {"header": "Retry?", "body": "Are you sure you wish to retry?",
                "cancelLabel": "Cancel", "confirmLabel": "Confirm"},
        },
    })
}

/// A text as HTML with no more marks than H5P leaves everywhere: the blanks before a line of code are such that stay.
fn lines(text: &str) -> String {
    let lines = blocks(text).into_iter().flat_map(|block| match block {
        Block::Paragraph(line) => vec![html(line)],
        Block::Code(lines) => lines.into_iter().map(code).collect(),
    });
    lines.collect::<Vec<_>>().join("<br>")
}

fn code(line: &str) -> String {
    let rest = line.trim_start_matches(' ');
    format!("<code>{}{}</code>", "&nbsp;".repeat(line.len() - rest.len()), html(rest))
}

/// The name of a question in its set, in the shape that H5P gives such names, the same on every machine.
fn uuid(id: &str) -> String {
    let hex: String =
        ["first half", "second half"].map(|half| opaque(["h5p", half, id])[2..].to_owned()).concat();
    [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| &hex[part]).join("-")
}
