//! Broken lists.

use super::check;

#[test]
fn ten_broken_lists() {
    let good = "Good?\nA) yes\nB) no\nANSWER: A\n";
    let aiken = |text: &str, problems: &[&str], read: &[&str]| check("aiken", text, problems, read);
    // 1: no answer
    aiken(&format!("What?\nA) x\nB) y\n\n{good}"), &["1 no-key"], &["Good?"]);
    // 2: an answer that is no option
    aiken(&format!("{good}\nWhat?\nA) x\nB) y\nANSWER: E\n"), &["9 no-key"], &["Good?"]);
    // 3: no options
    aiken(&format!("What?\nANSWER: A\n\n{good}"), &["1 no-question"], &["Good?"]);
    // 4: an option without a text
    aiken(&format!("What?\nA) x\nB)\nANSWER: A\n\n{good}"), &["1 no-question"], &["Good?"]);
    // 5: two options with one letter
    aiken(&format!("What?\nA) x\nA) y\nANSWER: A\n\n{good}"), &["4 no-key"], &["Good?"]);
    // 6: an answer without a question
    aiken(&format!("ANSWER: B\n\n{good}"), &["1 stray-line"], &["Good?"]);
    // 7: a heading between questions
    aiken(&format!("Chapter one\n\n{good}"), &["1 stray-text"], &["Good?"]);
    // 8: no blank line and no answer before the next question
    aiken(&format!("What?\nA) x\nB) y\n{good}"), &["1 no-key"], &["Good?"]);
    // 9: a star and an answer that say different things
    aiken(&format!("What?\n*A) x\nB) y\nANSWER: B\n\n{good}"), &["4 no-key"], &["Good?"]);
    // 10: only one option
    aiken(&format!("{good}\n7. What?\nA) x\nANSWER: A"), &["6 no-question"], &["Good?"]);
}
