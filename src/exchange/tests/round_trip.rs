//! `import(export(bank)) == bank`, minus what the format declares that it loses.

use proptest::prelude::*;

use super::made;
use super::samples::{nasty, whole};
use crate::bank::{Bank, Kind, Level, Objective, Parts, Question, Topic, natural_order};
use crate::exchange::intake::tidied;
use crate::exchange::text::one_line;
use crate::exchange::{FORMATS, Format, ImportOptions, Part};

/// A bank without what a format loses: its topics, and its questions in a form in which equal means equal.
#[derive(Debug, PartialEq)]
struct Plain {
    topics: Vec<Topic>,
    questions: Vec<Parts>,
}

/// Templates whose exporters say that they write line breaks as blanks.
const ON_ONE_LINE: &[&str] = &["kahoot", "blooket", "gimkit", "quizizz"];

fn plain(bank: &Bank, format: &Format, left_out: &dyn Fn(&str) -> bool) -> Plain {
    let loses = |part: Part| format.loses.contains(&part);
    let mut questions: Vec<Parts> = bank
        .questions()
        .iter()
        .filter(|question| !left_out(&question.id))
        .map(|question| plain_question(question, format.name, &loses))
        .collect();
    let mut topics: Vec<Topic> = bank
        .topics()
        .iter()
        .filter(|topic| bank.questions_of(&topic.id).any(|question| !left_out(&question.id)))
        .cloned()
        .collect();
    for topic in &mut topics {
        if loses(Part::Topic) {
            topic.id = String::from("imported");
            topic.title = String::from("Imported");
        }
        if loses(Part::TopicSummary) {
            topic.summary.clear();
        }
        // An objective that no question is about is a promise for later; only our own formats keep it.
        let used = |objective: &Objective| {
            questions.iter().any(|q| q.topic == topic.id && q.objective == objective.id)
        };
        topic.objectives.retain(used);
        topic.objectives.sort_by(|a, b| a.id.cmp(&b.id));
        if loses(Part::Objective) {
            topic.objectives = vec![];
        }
        for objective in &mut topic.objectives {
            if loses(Part::ObjectiveText) {
                objective.text.clear();
            }
        }
    }
    topics.dedup_by(|a, b| a.id == b.id);
    questions.sort_by(|a, b| (&a.id, &a.stem).cmp(&(&b.id, &b.stem)));
    Plain { topics, questions }
}

fn plain_question(question: &Question, format: &str, loses: &dyn Fn(Part) -> bool) -> Parts {
    let mut parts: Parts = (**question).clone();
    if loses(Part::Id) {
        parts.id.clear();
    }
    if loses(Part::Topic) {
        parts.topic = String::from("imported");
    }
    if loses(Part::Objective) {
        parts.objective.clear();
    }
    if loses(Part::Kind) {
        parts.kind = Kind::Concept;
    }
    if loses(Part::Level) {
        parts.level = Level::Understand;
    }
    if loses(Part::Explanation) {
        parts.explanation.clear();
    }
    if loses(Part::Source) {
        parts.source.clear();
    }
    if loses(Part::Jurisdiction) {
        parts.jurisdiction = None;
    }
    if loses(Part::Allow) {
        parts.allow.clear();
    }
    // An order that says what would be so anyway says nothing.
    let all: Vec<usize> = (0..question.option_count()).collect();
    let without = Question::new(Parts { order: vec![], ..parts.clone() }).unwrap();
    if loses(Part::Order) || natural_order(&without, &all) == natural_order(question, &all) {
        parts.order.clear();
    }
    for distractor in &mut parts.distractors {
        if loses(Part::Why) {
            distractor.why.clear();
        }
    }
    if loses(Part::Paragraph) || ON_ONE_LINE.contains(&format) {
        let whys = parts.distractors.iter_mut().flat_map(|d| [&mut d.text, &mut d.why]);
        let texts = [&mut parts.stem, &mut parts.explanation, &mut parts.source].into_iter();
        for text in texts.chain(&mut parts.keys).chain(&mut parts.order).chain(whys) {
            *text = one_line(text);
        }
    }
    // How the options come is a matter of the lay-out.
    parts.keys.sort();
    parts.distractors.sort_by(|a, b| a.text.cmp(&b.text));
    parts
}

fn both_ways() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.export.is_some() && format.import.is_some())
}

fn check(format: &Format, bank: &Bank) {
    let exported = format.export(&whole(bank)).unwrap();
    let left_out = exported.loss.left_out();
    if left_out.len() == bank.questions().len() {
        return;
    }
    let options =
        ImportOptions { file_name: format!("imported.{}", format.extension), ..ImportOptions::default() };
    let imported = (format.import.as_ref().unwrap().read)(&exported.bytes, &options);
    let text = || String::from_utf8_lossy(&exported.bytes).into_owned();
    assert_eq!(imported.problems, vec![], "{}:\n{}", format.name, text());
    assert_eq!(imported.read, bank.questions().len() - left_out.len(), "{}", format.name);
    let expected = plain(bank, format, &|id| left_out.contains(id));
    let found = plain(&imported.bank, format, &|_| false);
    assert_eq!(found.topics, expected.topics, "{}:\n{}", format.name, text());
    for (found, expected) in found.questions.iter().zip(&expected.questions) {
        assert_eq!(found, expected, "{}:\n{}", format.name, text());
    }
    assert_eq!(found.questions.len(), expected.questions.len(), "{}", format.name);
}

#[test]
fn the_nasty_bank_comes_back() {
    for format in both_ways() {
        check(format, &nasty());
    }
}

#[test]
fn the_shipped_banks_come_back() {
    let whole = super::samples::bank(crate::bank_file::EMBEDDED);
    let formats: Vec<&Format> = both_ways().collect();
    // Where a file holds one topic, it is each topic's turn.
    let check_all = |format: &&Format| {
        if !format.loses.contains(&Part::SecondTopic) {
            check(format, &whole);
            return;
        }
        for (name, text) in crate::bank_file::EMBEDDED {
            check(format, &super::samples::bank(&[(name, text)]));
        }
    };
    crate::parallel::each(&formats, check_all);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bank_comes_back(bank in made::bank()) {
        for format in both_ways() {
            check(format, &bank);
        }
    }

    #[test]
    fn no_importer_panics_on_anything(bytes in made::garbage()) {
        for format in FORMATS {
            if let Some(import) = &format.import {
                let _ = (import.likeness)(&bytes);
                let imported = (import.read)(&bytes, &ImportOptions::default());
                prop_assert_eq!(imported.bank.questions().len(), imported.read);
            }
        }
    }
}

#[test]
fn what_is_imported_passes_our_own_reader() {
    for format in both_ways() {
        let bytes = format.export(&whole(&nasty())).unwrap().bytes;
        let imported = (format.import.as_ref().unwrap().read)(&bytes, &ImportOptions::default());
        for topic in imported.bank.topics() {
            let questions: Vec<&Question> = imported.bank.questions_of(&topic.id).collect();
            let text = crate::bank_file::write(topic, &questions);
            let file = crate::bank_file::read(&crate::diagnostic::Source::new("b.toml", text));
            assert_eq!(file.problems, vec![], "{}", format.name);
            let read: Vec<&Question> = file.questions.iter().map(|question| &question.item).collect();
            assert_eq!(read, questions, "{}", format.name);
            assert_eq!(&file.topic.unwrap().item, topic, "{}", format.name);
        }
    }
}

#[test]
fn each_format_is_recognized_by_what_it_writes() {
    for format in both_ways() {
        let bytes = format.export(&whole(&nasty())).unwrap().bytes;
        let name = format!("bank.{}", format.extension);
        let found = crate::exchange::recognize(&name, &bytes).map(|format| format.name);
        assert_eq!(found, Some(format.name));
    }
    assert_eq!(tidied("a\nb"), "a\nb");
}
