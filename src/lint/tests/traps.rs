//! Innocent questions that simpler checks took for flawed ones, and flaws in unusual dress. Most were met in real banks.

use std::collections::BTreeSet;

use super::super::lexicon;
use super::super::stem::negation;
use super::{broken, joined, of_stem, options};

/// Whether a question with these options breaks a rule.
fn breaks(rule: &str, stem: &str, key: &str, distractors: &[&str]) -> bool {
    broken(&options(stem, key, distractors), 1, false).contains(rule)
}

fn explained(explanation: &str) -> BTreeSet<&'static str> {
    broken(&format!("explanation = {explanation:?}\n"), 1, false)
}

#[test]
fn case_of_units_tells_options_apart() {
    // The reader would refuse equal options; that these are read is the point.
    joined(&options("Which is a thousand hertz?", "kHz", &["KHz", "khz"]), 1);
}

#[test]
fn operators_and_signs_and_points_tell_options_apart() {
    joined(&options("Which is Ohm's law?", "R = E / I", &["R = E x I", "R = E + I"]), 1);
    joined(&options("Which loss?", "-8 dB", &["+8 dB", "8.0 dB"]), 1);
    joined(&options("Which ratio?", "2.5 to 1", &["25 to 1", "250 to 1"]), 1);
}

#[test]
fn ranges_in_different_units_do_not_overlap() {
    let is = |key: &str, others: &[&str]| breaks("ranges-overlap", "Which range?", key, others);
    assert!(!is("30 to 300 kHz", &["30 to 300 MHz", "30 to 300 GHz"]));
    assert!(!is("1 to 5 metres", &["6 to 10 metres", "more than ten"]));
    assert!(!is("2.5 to 3.5 m", &["3.6 to 4 m", "1-2.4 m"]));
    assert!(is("1\u{2013}5", &["5\u{2013}10", "11\u{2013}15"]));
    assert!(is("between 1 and 5 days", &["4-10 days", "11 to 12 days"]));
}

#[test]
fn call_is_not_all_and_note_is_not_no() {
    for text in [
        "Call the wall hall small",
        "Take notes and know nobles",
        "Many meet anywhere",
        "Mayor, cannery, canned",
    ] {
        let count = |list| of_stem(text, |stem| stem.count(list));
        assert_eq!(
            (count(lexicon::SWEEPING), count(lexicon::ABSOLUTES), count(lexicon::HEDGES)),
            (0, 0, 0),
            "{text}"
        );
    }
    assert!(!breaks(
        "option-all-or-none-of-above",
        "Who?",
        "Call the above number",
        &["Alle of these", "Allow these options"]
    ));
    assert!(!breaks(
        "absolutes-only-in-distractors",
        "How?",
        "By phone",
        &["By the nevertheless shop", "By the alwaysopen shop"]
    ));
}

#[test]
fn all_visitors_above_an_age_is_not_all_of_the_above() {
    let is =
        |text: &str| breaks("option-all-or-none-of-above", "Who shows a card?", text, &["Drivers", "Guests"]);
    for innocent in [
        "All visitors above the age of 16",
        "None of them",
        "Both of the two guards",
        "All the correct papers",
        "None",
    ] {
        assert!(!is(innocent), "{innocent}");
    }
    for flaw in [
        "All of the above",
        "none of these",
        "Both of these answers",
        "All of these choices are correct.",
        "Neither of the above",
        "None of the other options",
        "All answers are correct",
    ] {
        assert!(is(flaw), "{flaw}");
    }
}

#[test]
fn letters_and_numbers_in_an_option_are_not_always_other_options() {
    let is = |text: &str| breaks("option-names-other-options", "What?", text, &["Water it", "Paint it"]);
    for innocent in [
        "5 or 6 metres",
        "1 and 2",
        "Give them options",
        "Vitamin A and B",
        "Hepatitis B only",
        "Plan B",
        "A",
        "A guest and a host",
        "Offer an option a guest likes",
        "Option A visitor likes",
        "Both A visitor and a host",
    ] {
        assert!(!is(innocent), "{innocent}");
    }
    for flaw in [
        "Both A and C",
        "A and B only",
        "B and D",
        "Option B",
        "Options 1 and 3",
        "Neither A nor B",
        "both 1 and 2 are correct",
        "C only",
    ] {
        assert!(is(flaw), "{flaw}");
    }
}

#[test]
fn answer_a_visitor_politely_names_no_letter() {
    let is = |text: &str| explained(text).contains("explanation-names-letter");
    for innocent in [
        "Answer A visitor politely, and the rest becomes easier for you both.",
        "Force is not the first option, and words come before hands.",
        "The first answer that a guest gives is often incomplete.",
        "Section 3 (C) of the act lists who may enter a site.",
        "28 CFR 36.302(C) covers service animals in public places.",
        "Plan B is ready for days when the lift is out of order.",
        "The best option a guard has is a calm voice and time.",
        "A is for airway in the memory aid of first responders.",
    ] {
        assert!(!is(innocent), "{innocent}");
    }
    for flaw in [
        "Option B skips the report, which the client relies on.",
        "Only the last one (C) keeps the door in view.",
        "A is correct because the badge had run out.",
        "The first option leaves the desk without anybody.",
        "Answer A is the one that keeps people safe.",
    ] {
        assert!(is(flaw), "{flaw}");
    }
}

#[test]
fn only_what_is_asked_makes_a_stem_negative() {
    for innocent in [
        "Why should a guard not touch the bag?",
        "What should the officer do when the person will not leave?",
        "What is the limit above which a driver must not drive?",
        "What is the effect of not keeping a log?",
        "A guest is not on the list. What comes first?",
        "What should a guard do if the radio does not work?",
        "Which guest who has not signed in may wait inside?",
        "When a guest will not show a badge, what comes first?",
        "Which reply shows that the guard is not taking sides?",
        "Which sign says \"do not enter\"?",
        "Which duty is not only lawful but expected?",
        "What decides whether or not a report is written?",
        "Because nobody did not sign, which step is next?",
        "Who may enter, except for staff, on a Sunday?",
        "A guard should note",
    ] {
        assert!(of_stem(innocent, negation).is_none_or(|found| found.marked), "{innocent}");
    }
    for (flaw, word) in [
        ("Which of these is not a duty of a guard?", "not"),
        ("Who may not enter the plant room?", "not"),
        ("It is late. Which entry does not belong in a log?", "not"),
        ("All of the following are duties except:", "except"),
        ("Which tool isn't allowed on a post?", "isn't"),
        ("What should a guard never promise?", "never"),
        ("A guard on duty may not", "not"),
        ("When a guest is upset, which reply does not help?", "not"),
        ("In which case is a report not needed?", "not"),
    ] {
        let found = of_stem(flaw, negation);
        assert!(found.as_ref().is_some_and(|found| !found.marked && found.word == word), "{flaw}");
    }
    for marked in [
        "Which is NOT a duty?",
        "Which is *not* a duty?",
        "All of these are duties EXCEPT",
        "Which DOESN'T help?",
    ] {
        assert!(of_stem(marked, negation).is_some_and(|found| found.marked), "{marked}");
    }
}

#[test]
fn a_stem_may_end_in_many_ways_and_still_ask() {
    let is = |stem: &str| breaks("stem-asks-nothing", stem, "one", &["two", "three"]);
    for asking in [
        "What is it?",
        "The report should",
        "A log is kept because",
        "He says: \"Who is it?\"",
        "It is late. Choose the best reply.",
        "A report names the ___",
        "The first step is:",
        "A guard then\u{2026}",
        "Which two? (Choose two.)",
        "What now? Think of the exits.",
    ] {
        assert!(!is(asking), "{asking}");
    }
    for silent in ["The purpose of a patrol", "Visitors sign in at the desk.", "Access control!"] {
        assert!(is(silent), "{silent}");
    }
}

#[test]
fn an_article_fits_by_sound() {
    let is = |stem: &str, key: &str, others: &[&str]| breaks("article-cue", stem, key, others);
    assert!(is("It is called an", "alarm", &["beacon", "signal"]));
    assert!(!is("It is called a(n)", "alarm", &["beacon", "signal"]));
    assert!(!is("It takes an", "hour", &["evening", "honest word"]));
    assert!(!is("She wears a", "uniform", &["badge", "one-piece"]));
}

#[test]
fn a_name_may_have_a_capital_of_its_own() {
    let is = |key: &str, others: &[&str]| breaks("key-differs-in-form", "Which one?", key, others);
    assert!(!is("CCTV of the lobby", &["mirrors of the lobby", "guards of the lobby"]));
    assert!(is("Mirrors of the lobby", &["cameras of the lobby", "guards of the lobby"]));
    assert!(is("the lobby", &["The yard.", "The dock."]));
    assert!(is("Wait there", &["Go there", "Go home", "Go on"]));
    assert!(!is("Go away", &["Go there", "Go home", "Go on"]));
}

#[test]
fn a_straw_is_an_opening_in_any_form_and_no_part_of_a_word() {
    let is = |others: &[&str]| breaks("straw-distractors", "What comes first?", "Ask for a name", others);
    assert!(is(&["Ignoring the guest", "To argue with him", "Look at it"]));
    assert!(is(&["Simply walk away", "Do nothing at all", "Look at it"]));
    assert!(!is(&["Ignore the guest", "Look at it", "Wait for it"]), "one alone may be a real error");
    assert!(!is(&["Pushchairs go left", "Lies of the land", "Laughter helps all"]), "nouns are no verbs");
    assert!(!is(&["Do the rounds", "Walk with him", "Turn the key"]));
}

#[test]
fn a_quantity_inside_a_quantity_is_no_overlap() {
    let is = |key: &str, others: &[&str]| breaks("option-inside-option", "How much?", key, others);
    assert!(!is("5 feet of water", &["15 feet of water", "5 feet of water at night"]));
    assert!(is("call the desk", &["call the desk and wait", "call nobody"]));
    assert!(!is("all the desk", &["call the desk and wait", "call nobody"]));
}

#[test]
fn a_true_false_question_says_so_and_then_neither_its_stem_nor_its_coin_is_a_flaw() {
    let question = |kind: &str, key: &str, wrong: &str| {
        let options = options("True or false: A guard at a mall is a police officer.", key, &[wrong]);
        broken(&format!("kind = \"{kind}\"\n{options}"), 1, false)
    };
    assert_eq!(question("true-false", "False", "True"), BTreeSet::new());
    let stated = question("concept", "False", "True");
    assert_eq!(stated, BTreeSet::from(["stem-asks-nothing", "true-false-options"]));
    assert!(question("true-false", "A private firm", "The city").contains("true-false-options"));
}
