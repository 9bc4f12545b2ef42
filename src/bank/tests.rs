//! What makes a question, what names it, and what becomes of its text.

use super::{Distractor, Fault, Field, Question, samples};

fn faults(change: impl FnOnce(&mut super::Parts)) -> Vec<Fault> {
    let mut parts = samples::parts("q", "t", 3);
    change(&mut parts);
    Question::new(parts).err().unwrap_or_default()
}

#[test]
fn a_question_that_cannot_be_answered_does_not_exist() {
    assert_eq!(faults(|_| {}), vec![]);
    assert_eq!(faults(|p| p.stem.clear()), vec![Fault::Empty(Field::Stem)]);
    assert_eq!(faults(|p| p.keys.clear()), vec![Fault::NoKey]);
    assert_eq!(faults(|p| p.distractors.clear()), vec![Fault::NoDistractor]);
    assert_eq!(faults(|p| p.distractors[1].text.clear()), vec![Fault::Empty(Field::Distractor(1))]);
    assert_eq!(
        faults(|p| p.distractors[2].text = p.keys[0].clone()),
        vec![Fault::Equal(Field::Key(0), Field::Distractor(2))]
    );
    assert_eq!(
        faults(|p| p.order = vec![p.keys[0].clone(), String::from("else")]).len(),
        1,
        "order must hold all options and no other"
    );
}

#[test]
fn options_that_differ_in_meaning_are_not_taken_for_one() {
    for (a, b, same) in [
        ("Ask the guest to wait", "ask the guest  to wait.", true),
        ("Come back at six, when the dock opens", "Come back at six when the dock opens", true),
        ("kHz", "KHz", false),
        ("R = E / I", "R = E x I", false),
        ("-8 dB", "+8 dB", false),
        ("2.5 to 1", "25 to 1", false),
        ("30 to 300 kHz", "30 to 300 MHz", false),
    ] {
        let found = faults(|p| {
            p.keys = vec![a.to_owned()];
            p.distractors = vec![Distractor { text: b.to_owned(), why: String::new() }];
        });
        assert_eq!(!found.is_empty(), same, "{a:?} and {b:?}: {found:?}");
    }
}

#[test]
fn the_exact_set_of_keys_is_right() {
    let mut parts = samples::parts("q", "t", 2);
    parts.keys.push(String::from("another right thing"));
    let question = Question::new(parts).unwrap();
    for (chosen, right) in [
        (&[0, 1][..], true),
        (&[1, 0], true),
        (&[0], false),
        (&[0, 1, 2], false),
        (&[2], false),
        (&[], false),
    ] {
        assert_eq!(question.is_right(chosen), right, "{chosen:?}");
    }
}

#[test]
fn a_typo_keeps_the_fingerprint_of_the_key_and_another_answer_changes_it() {
    let of = |key: &str| {
        let mut parts = samples::parts("q", "t", 2);
        parts.keys = vec![key.to_owned()];
        Question::new(parts).unwrap().key_fingerprint()
    };
    assert_eq!(of("Ask, then wait."), of("ask  then wait"));
    assert_ne!(of("Wait 10 minutes"), of("Wait 15 minutes"));
    assert_ne!(of("-8 dB"), of("+8 dB"));
}
