//! What is asked, and in how many words: the mixture of real exams.

use std::collections::BTreeMap;

use super::{Question, count, none, questions};

/// Share of the questions for which something holds, in percent.
fn share(questions: &[Question], is_one: impl Fn(&Question) -> bool) -> f64 {
    questions.iter().filter(|question| is_one(question)).count() as f64 * 100.0 / questions.len() as f64
}

fn median(mut lengths: Vec<usize>) -> usize {
    lengths.sort_unstable();
    lengths[lengths.len() / 2]
}

fn is_negative(question: &Question) -> bool {
    let mut words = question.stem().split(|c: char| !c.is_alphabetic());
    words.any(|word| ["NOT", "EXCEPT", "LEAST"].contains(&word))
}

#[test]
fn levels_and_kinds_are_mixed_as_exams_mix_them() {
    let questions = questions();
    let mut wrong = vec![];
    for (key, values, low, high) in [
        ("level", &["recall"][..], 20.0, 30.0),
        ("level", &["understand"], 25.0, 30.0),
        ("level", &["apply"], 30.0, 40.0),
        ("level", &["analyze"], 8.0, 15.0),
        ("kind", &["definition", "concept"], 40.0, 60.0),
        ("kind", &["purpose"], 4.0, 12.0),
        ("kind", &["scenario"], 18.0, 30.0),
        ("kind", &["first-action"], 2.0, 8.0),
        ("kind", &["wording"], 6.0, 10.0),
        ("kind", &["true-false"], 3.0, 6.0),
    ] {
        let share = share(&questions, |question| values.contains(&question.text(key)));
        if !(low..=high).contains(&share) {
            wrong.push(format!("{key} {values:?}: {share:.1} %"));
        }
    }
    let negative = share(&questions, is_negative);
    if !(3.0..=6.0).contains(&negative) {
        wrong.push(format!("NOT or EXCEPT: {negative:.1} %"));
    }
    none(&wrong);
}

#[test]
fn half_of_the_true_false_questions_are_true() {
    let questions = questions();
    let all: Vec<&Question> = questions.iter().filter(|question| question.is_true_false()).collect();
    let right = all.iter().filter(|question| question.keys() == ["True"]).count();
    assert!((45..=55).contains(&(100 * right / all.len())), "{right} of {}", all.len());
    for question in all {
        let mut options = question.options();
        options.sort_unstable();
        assert_eq!(options, ["False", "True"], "{}", question.id());
        assert!(question.stem().starts_with("True or false: "), "{}", question.id());
    }
}

#[test]
fn every_other_question_has_four_options_and_says_when_several_are_right() {
    let (mut wrong, mut three, mut several) = (vec![], 0, 0);
    for question in questions().iter().filter(|question| !question.is_true_false()) {
        let (id, keys, options) = (question.id(), question.keys().len(), question.options().len());
        match (keys, options) {
            (1, 4) => {}
            (1, 3) => three += 1,
            (2, 4 | 5) if question.stem().ends_with("Choose TWO.") => several += 1,
            _ => wrong.push(format!("{id}: {keys} of {options} options are right")),
        }
    }
    none(&wrong);
    assert!(three <= 20 && several >= 3, "{three} with three options, {several} with several keys");
}

#[test]
fn questions_are_as_long_as_those_of_exams() {
    let questions = questions();
    let mut wrong = vec![];
    for question in &questions {
        let (id, stem) = (question.id(), count(question.stem()));
        let most = if question.is_situation() { 45 } else { 25 };
        if stem > most {
            wrong.push(format!("{id}: a stem of {stem} words"));
        }
        // What is said aloud has more words than what is done.
        let most = if question.text("kind") == "wording" { 25 } else { 15 };
        for option in question.options().iter().filter(|option| count(option) > most) {
            wrong.push(format!("{id}: an option of {} words", count(option)));
        }
    }
    none(&wrong);
    let of = |situation: bool| {
        median(questions.iter().filter(|q| q.is_situation() == situation).map(|q| count(q.stem())).collect())
    };
    assert!(of(false) <= 14, "knowledge: {}", of(false));
    assert!((20..=35).contains(&of(true)), "situations: {}", of(true));
}

#[test]
fn stems_end_in_many_ways_and_options_are_one_act() {
    let questions = questions();
    let mut endings: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = vec![];
    for question in &questions {
        let last =
            question.stem().trim_end().rsplit_once(['.', '!', '"']).map_or(question.stem(), |(_, last)| last);
        *endings.entry(last.trim()).or_default() += 1;
        let stem = question.stem();
        if stem.contains("BEST") || stem.contains("...") || stem.contains('\u{2026}') {
            wrong.push(format!("{}: {stem}", question.id()));
        }
        let is_first = question.text("kind") == "first-action";
        if is_first != stem.contains("FIRST") {
            wrong.push(format!("{}: FIRST belongs to first actions", question.id()));
        }
    }
    none(&wrong);
    let (ending, most) =
        endings.into_iter().filter(|(ending, _)| !ending.is_empty()).max_by_key(|(_, n)| *n).unwrap();
    assert!(most * 10 <= questions.len(), "{most} stems end with \"{ending}\"");
    let options: Vec<&str> = questions.iter().flat_map(Question::options).collect();
    let joined = options.iter().filter(|option| option.contains(", and ")).count();
    assert!(joined * 30 <= options.len(), "{joined} of {} options join two halves", options.len());
}

#[test]
fn whys_do_not_begin_alike() {
    let mut openings: BTreeMap<String, usize> = BTreeMap::new();
    let questions = questions();
    let whys: Vec<&str> = questions.iter().flat_map(Question::distractors).map(|(_, why)| why).collect();
    for why in &whys {
        let first_two = why.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        *openings.entry(first_two).or_default() += 1;
    }
    let (opening, most) = openings.into_iter().max_by_key(|(_, n)| *n).unwrap();
    assert!(most * 25 <= whys.len(), "{most} of {} whys begin with \"{opening}\"", whys.len());
}
