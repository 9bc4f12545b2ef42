//! The words: American, the trade's own, and each term of the syllabuses asked for.

use std::collections::BTreeSet;

use super::{fixture, holds, list, none, questions, text, words};

/// Spellings and words that an American does not use; some of them have an innocent meaning and are left out.
#[rustfmt::skip]
const BRITISH: &[&str] = &[
    "queue", "queues", "queuing", "theatre", "theatres", "centre", "centres", "colour", "colours",
    "favour", "favours", "favourite", "neighbour", "neighbours", "neighbourhood", "licence", "licences", "organise",
    "organises", "organised", "organisation", "apologise", "apologises", "apologised", "recognise", "recognises",
    "recognised", "behaviour", "behaviours", "honour", "labour", "defence", "offence", "offences", "metre", "metres",
    "pavement", "pram", "programme", "programmes", "grey", "jewellery", "traveller", "travellers", "counsellor",
    "enquiry", "enquiries", "enquire", "whilst", "amongst", "judgement", "canteen", "carpark", "rubbish", "cheque",
    "mum", "lads", "trousers", "storey", "kerb", "tyre", "plough", "cosy", "sceptical", "fulfil", "skilful",
];

const NOT_SAID: &[&str] = &[
    "car park",
    "own safety",
    "by wish of",
    "bag that stands alone",
    "put on record",
    "what is best",
    "post code",
];

/// Who is called an officer.
#[rustfmt::skip]
const OFFICERS: &[&str] = &[
    "police", "peace", "enforcement", "privacy", "protection", "correctional", "probation", "court", "reporting",
];

#[test]
fn the_spelling_is_american() {
    let mut wrong = vec![];
    for question in questions() {
        let prose = question.prose();
        let words = words(&prose);
        wrong.extend(
            words
                .iter()
                .filter(|word| BRITISH.contains(&word.as_str()))
                .map(|word| format!("{}: {word}", question.id())),
        );
        wrong.extend(NOT_SAID.iter().filter(|p| holds(&words, p)).map(|p| format!("{}: {p}", question.id())));
        let abbreviated = |title: &str| prose.contains(&format!("{title} "));
        wrong.extend(
            ["Mr", "Ms", "Mrs", "Dr"]
                .iter()
                .filter(|t| abbreviated(t))
                .map(|t| format!("{}: {t}", question.id())),
        );
        // ", as she" for "because she".
        for pronoun in ["it", "he", "she", "they", "you", "we", "there"] {
            if prose.contains(&format!(", as {pronoun} ")) {
                wrong.push(format!("{}: a comma and \"as {pronoun}\"", question.id()));
            }
        }
    }
    none(&wrong);
}

#[test]
fn a_guard_is_no_officer() {
    let mut wrong = vec![];
    for question in questions() {
        let words = words(&question.prose());
        for (at, _) in words.iter().enumerate().filter(|(_, word)| word.starts_with("officer")) {
            let called = at.checked_sub(1).map(|before| words[before].as_str()).unwrap_or_default();
            // "A police officer arrives. The officer asks ..."
            let known =
                words[..at].iter().any(|word| word == "police" || word == "officers" || word == "officer")
                    || words.iter().any(|word| word == "police");
            if !OFFICERS.contains(&called) && !known {
                wrong.push(format!("{}: \"{called} {}\"", question.id(), words[at]));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_term_of_the_glossary_is_asked_for() {
    let glossary = fixture("exam-terms.toml");
    let terms = list(&glossary, "term");
    assert!(terms.len() >= 90, "{} terms", terms.len());
    let asked: Vec<Vec<String>> = questions()
        .iter()
        .map(|question| words(&[question.stem(), &question.options().join(" / ")].join(" / ")))
        .collect();
    let (mut wrong, mut seen) = (vec![], BTreeSet::new());
    for term in terms {
        let name = text(term, "term");
        let forms: Vec<&str> = match term.get("forms") {
            Some(forms) => forms.as_array().unwrap().iter().map(|form| form.as_str().unwrap()).collect(),
            None => vec![name],
        };
        if !asked.iter().any(|text| forms.iter().any(|form| holds(text, form))) {
            wrong.push(format!("no question asks for {forms:?}"));
        }
        if text(term, "syllabus").is_empty() || !seen.insert(name) {
            wrong.push(format!("{name} has no syllabus, or stands twice"));
        }
    }
    none(&wrong);
}
