//! The question bank of a backup: categories with their questions, as the tables of Moodle hold them.

use std::collections::BTreeMap;

use super::tar;
use crate::exchange::archive::{gunzip, unpack, unpack_within};
use crate::exchange::feedback::Feedback;
use crate::exchange::intake::{Intake, TopicDraft};
use crate::exchange::moodle::{Answer, Question, Texts};
use crate::exchange::xml::{Node, each_element, elements};
use crate::exchange::{ImportOptions, Imported};
use crate::limits::{self, MB};

const FILE: &str = "questions.xml";
/// What the same file is called by a Moodle of before 2010, with other names in it.
const OLD: &str = "moodle.xml";
const GZIP: &[u8] = b"\x1f\x8b";
/// As much as may come out of a backup: it holds the files of the course as well.
const MOST: u64 = 256 * MB;
const MOST_TEXT: u64 = limits::FILE;
/// More than a category says about itself.
const LONGEST_HEAD: usize = 64 * 1024;

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    if bytes.starts_with(GZIP) {
        return 60;
    }
    let found = std::cell::Cell::new(false);
    let looked = unpack(bytes, |name| {
        found.set(found.get() || name == "moodle_backup.xml" || name == OLD);
        false
    });
    if bytes.starts_with(b"PK") && looked.is_ok() && found.get() { 100 } else { 0 }
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_package(options);
    match questions(bytes, MOST) {
        Ok(text) => {
            intake.enter(FILE, &text);
            read(&mut intake);
        }
        Err(reason) => {
            let message = format!("this backup of a Moodle course cannot be read: {reason}");
            let help = "in Moodle, export the question bank as Moodle XML, and import that";
            intake.problem("backup", 0..0, message, help);
        }
    }
    intake.finish()
}

pub(super) fn questions(bytes: &[u8], most: u64) -> Result<Vec<u8>, String> {
    let none = || String::from("there are no questions in it");
    if !bytes.starts_with(GZIP) {
        let mut files = unpack_within(MOST_TEXT, bytes, |name| name == FILE || name == OLD)?;
        files.sort_by_key(|(name, _)| name != FILE);
        return match files.into_iter().next() {
            Some((name, _)) if name == OLD => Err(String::from("it is one of Moodle 1.9 or older")),
            Some((_, file)) => Ok(file),
            None => Err(none()),
        };
    }
    let file = tar::file(gunzip(bytes, most), FILE, MOST_TEXT).map_err(|error| error.to_string())?;
    let file = file.ok_or_else(none)?;
    if file.len() as u64 > MOST_TEXT {
        return Err(format!("its questions are more than {} MB", MOST_TEXT / MB));
    }
    Ok(file)
}

/// Where a category begins, and which one it is.
struct Category {
    at: usize,
    topic: TopicDraft,
}

fn read(intake: &mut Intake<'_>) {
    let source = intake.text();
    let categories = categories(&source.text);
    // Since Moodle 4 a question is the newest of its versions; the others are known by the same entry.
    if !source.text.contains("<question_bank_entry ") {
        for question in each_element(&source.text, "question") {
            match question {
                Ok(node) => add(intake, &node, "", &categories),
                Err(trouble) => torn(intake, trouble.span, &trouble.message),
            }
        }
        return;
    }
    for entry in each_element(&source.text, "question_bank_entry") {
        let entry = match entry {
            Ok(entry) => entry,
            Err(trouble) => {
                torn(intake, trouble.span, &trouble.message);
                continue;
            }
        };
        let number = |node: &Node| value(node, "version").parse::<u64>().unwrap_or(0);
        let mut versions = entry.below("question_versions");
        versions.sort_by_key(|node| number(node));
        let newest = versions.pop().map(|node| node.below("question")).unwrap_or_default();
        for question in newest {
            add(intake, question, &value(&entry, "idnumber"), &categories);
        }
    }
}

fn torn(intake: &mut Intake<'_>, span: std::ops::Range<usize>, message: &str) {
    intake.skip("syntax", span, format!("this is no XML: {message}"), "");
}

/// The categories in the order of the file, each called by its parents, too.
fn categories(text: &str) -> Vec<Category> {
    let mut names: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut found = vec![];
    for (at, _) in text.match_indices("<question_category ") {
        // What stands before the questions; all of them as one tree would be lost by one fault.
        let near = &text[at..text.floor_char_boundary(at + LONGEST_HEAD)];
        let marks = ["<question_bank_entries", "<questions>", "</question_category>"];
        let end = marks.iter().filter_map(|mark| near.find(mark)).min().unwrap_or(near.len());
        let head = format!("{}</question_category>", &near[..end]);
        let Some(Ok(node)) = elements(&head, "question_category").into_iter().next() else { continue };
        let id = node.attribute("id").unwrap_or_default().to_owned();
        names.insert(id.clone(), (value(&node, "name"), value(&node, "parent")));
        let info = Texts::default().read(&value(&node, "info"), Some(&value(&node, "infoformat")));
        found.push((at, id, value(&node, "idnumber"), info));
    }
    let path = |id: &str| {
        let (mut path, mut id) = (vec![], id.to_owned());
        while let Some((name, parent)) = names.get(&id).filter(|_| path.len() < 32) {
            if name != "top" {
                path.insert(0, name.as_str());
            }
            id.clone_from(parent);
        }
        path.join("/")
    };
    let topic = |(at, id, idnumber, summary): (usize, String, String, String)| Category {
        at,
        topic: TopicDraft { id: idnumber, title: path(&id), summary },
    };
    found.into_iter().map(topic).collect()
}

/// The text of an element; nothing is written as `$@NULL@$`.
fn value(node: &Node, name: &str) -> String {
    let text = node.child(name).map(Node::text).unwrap_or_default();
    if text == "$@NULL@$" { String::new() } else { text.trim().to_owned() }
}

fn add(intake: &mut Intake<'_>, node: &Node, idnumber: &str, categories: &[Category]) {
    let kind = value(node, "qtype");
    // A part of another question, or one that draws others.
    if value(node, "parent").parse::<u64>().is_ok_and(|parent| parent > 0) && kind != "random" {
        return;
    }
    if !Question::can_be(&kind) {
        let reason = match kind.as_str() {
            "random" => String::from("it draws a question from the bank, and is none itself"),
            _ => format!("a question of type `{kind}` is not multiple choice"),
        };
        intake.skip("question-type", node.span.clone(), reason, "");
        return;
    }
    let mut texts = Texts::default();
    let mut field = |node: &Node, name: &str, format: &str| {
        texts.read(&value(node, name), Some(value(node, format).as_str()).filter(|format| !format.is_empty()))
    };
    let mut answers = vec![];
    for answer in node.below("answer") {
        let Ok(share) = value(answer, "fraction").parse::<f64>() else {
            intake.skip("no-question", answer.span.clone(), "an answer has no fraction that is a number", "");
            return;
        };
        answers.push(Answer {
            text: field(answer, "answertext", "answerformat"),
            weight: share * 100.0,
            why: field(answer, "feedback", "feedbackformat"),
        });
    }
    let settings = node.below(&kind).into_iter().next();
    let mut said =
        |name: &str| settings.map(|node| field(node, name, &format!("{name}format"))).unwrap_or_default();
    let feedback = Feedback {
        right: vec![said("correctfeedback")],
        wrong: vec![said("incorrectfeedback")],
        partly: vec![said("partiallycorrectfeedback")],
    };
    let setting = |name: &str| settings.map(|node| value(node, name)).unwrap_or_default();
    let (stem, general) = (
        field(node, "questiontext", "questiontextformat"),
        field(node, "generalfeedback", "generalfeedbackformat"),
    );
    let own = value(node, "idnumber");
    let question = Question {
        span: node.span.clone(),
        id: if own.is_empty() { idnumber.to_owned() } else { own },
        name: value(node, "name"),
        topic: categories
            .iter()
            .rev()
            .find(|category| category.at <= node.span.start)
            .map(|category| category.topic.clone())
            .unwrap_or_default(),
        stem,
        answers,
        single: Question::is_single(&kind, &setting("single")),
        fixed: setting("shuffleanswers") == "0",
        general,
        feedback,
        points: value(node, "defaultmark").parse().ok(),
        hints: node.below("question_hint").iter().filter(|hint| !value(hint, "hint").is_empty()).count(),
        tags: node
            .below("tag")
            .iter()
            .map(|tag| value(tag, "rawname"))
            .filter(|tag| !tag.is_empty())
            .collect(),
        kind,
        texts,
    };
    question.add(intake);
}
