//! Each file in which an import once went wrong, with what is right.

use super::{fault, import};

#[test]
fn faults_of_gift() {
    fault(
        fixture!("category-parents.gift"),
        &[
            "gift: 2 read, 0 skipped",
            "Who opens the gate? (gate-test-questions) + The guard - The driver - The tenant",
            "Who sits at the desk? (night-desk-test-questions) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("category-merge.gift"),
        &[
            "gift: 2 read, 0 skipped",
            "Who opens the gate? (vorota-1) + The guard - The driver - The tenant",
            "Who sits at the desk? (stoika-1) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("explanation-letter.gift"),
        &[
            "gift: 1 read, 0 skipped",
            "Who opens the gate? (explanation-letter) + The guard - The driver - The tenant ! B is right, since only he has the key. fixed",
            "1 letters: \"B is\" names an option by its letter",
        ],
    );
    fault(
        fixture!("gift-no-blank-line.gift"),
        &[
            "gift: 3 read, 0 skipped",
            "Who opens the gate? (gate) + The guard - The driver - The tenant",
            "Who shuts the gate? (gate) + The guard - The driver - The tenant",
            "Who locks the gate? (gate) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("gift-percent-on-key.gift"),
        &[
            "gift: 1 read, 0 skipped",
            "Who may hold the master key? (gift-percent-on-key) + The shift leader - The tenant (He has his own key.) - The visitor (Never.) - The cleaner (Only while watched.) ! As the orders say.",
        ],
    );
    fault(
        fixture!("gift-tilde-equals.gift"),
        &[
            "gift: 2 read, 0 skipped",
            "The gate is opened by _____. (gift-tilde-equals) + the guard - the driver - the tenant",
            "Who shuts it? (gift-tilde-equals) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("superscript.gift"),
        &[
            "gift: 1 read, 0 skipped",
            "How far does the radio reach, in metres? (superscript) + 10³ - 10² - 10⁵",
        ],
    );
    fault(
        fixture!("typed-letters.gift"),
        &[
            "gift: 1 read, 0 skipped",
            "Who opens the gate? (typed-letters) + The guard - The driver - The tenant - Both a) and c) fixed",
            "1 letters: \"Both a) and c)\" names an option by its letter",
            "changed: letters typed before the options, taken off (4) in Gate",
        ],
    );
    let (_, utf16) = import("utf16.gift", fixture!("utf16.gift").1);
    assert_eq!(utf16.bank.questions()[0].stem, "Who opens the gate?");
    let (_, ids) = import("category-ids.gift", fixture!("category-ids.gift").1);
    let topics: Vec<(&str, &str)> =
        ids.bank.topics().iter().map(|topic| (topic.id.as_str(), topic.title.as_str())).collect();
    assert_eq!(
        topics,
        [
            ("vorota-1", "Ворота 1"),
            ("stoika-1", "Стойка 1"),
            ("da-men", "大门"),
            ("tur-und-tor", "Tür und Tor"),
            ("laka-i-zrodlo", "Łąka i żródło"),
        ]
    );
}

#[test]
fn faults_of_lists() {
    fault(
        fixture!("answer-with-text.txt"),
        &[
            "list: 1 read, 0 skipped",
            "Who opens the gate? (answer-with-text) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("c04-titles.txt"),
        &[
            "list: 2 read, 0 skipped",
            "A tenant has lost her card. What comes first? (night-desk) + Check her on the list - Let her in - Send her away",
            "What do you say? (night-desk) + Good evening, may I see your pass? - Go away - Nothing",
            "11 stray-text: this text stands between the questions and was left out: \"Case\"",
            "12 stray-text: this text stands between the questions and was left out: \"Read this first: it is midnight, and the lift is broken.\"",
            "not carried: points (1): c04-titles.txt:6",
        ],
    );
    let (_, titles) = import("c04-titles.txt", fixture!("c04-titles.txt").1);
    assert_eq!(titles.bank.topics()[0].title, "Night desk");
    assert_eq!(titles.bank.topics()[0].summary, "For the second week of the course.");
    assert_eq!(titles.bank.questions()[0].id, "night-desk-lost-card");
    fault(
        fixture!("c10-answer-lines.txt"),
        &[
            "list: 3 read, 0 skipped",
            "Answer the visitor's question. Which reply is best? (c10-answer-lines) + Please wait here. - No. - Ask someone else. ! since it is calm.",
            "Which of these is right?\\nAnswer: it depends on the post orders, says a colleague. (c10-answer-lines) + He is right. - He is wrong.",
            "Which three are on the list? (c10-answer-lines) + Keys + Radio + Torch - Lunch",
        ],
    );
    fault(
        fixture!("crlf-question-mark.txt"),
        &["list: 0 read, 1 skipped", "1 no-key: no option is marked as right"],
    );
    let (_, crlf) = import("crlf-question-mark.txt", fixture!("crlf-question-mark.txt").1);
    let drawn = crate::diagnostic::render(&crlf.problems[0], false, 80);
    assert!(drawn.contains("Who opens the gate?\n"), "{drawn}");
    fault(
        fixture!("explanation-two-lines.txt"),
        &[
            "list: 2 read, 0 skipped",
            "What does \"Code C\" mean? (explanation-two-lines) + Close the gate - Call the police - Come to the desk ! Code C is short for \"close\".\\nIt is said on channel 2 only.",
            "Who says it? (explanation-two-lines) + The shift leader - The tenant - The visitor",
        ],
    );
    fault(
        fixture!("german.txt"),
        &["list: 1 read, 0 skipped", "Wer öffnet das Tor? (german) + Die Wache - Der Fahrer - Der Mieter"],
    );
    fault(
        fixture!("markdown-bullets.txt"),
        &[
            "list: 1 read, 0 skipped",
            "Who opens the gate? (markdown-bullets) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("text2qti-feedback.txt"),
        &[
            "list: 1 read, 0 skipped",
            "Who opens the gate at night? (text2qti-feedback) + The guard - The driver - The tenant ! Right: only the guard has the key.",
            "not carried: feedback on wrong answers as a whole (1): text2qti-feedback.txt:1",
        ],
    );
    let (format, utf16) = import("utf16.txt", fixture!("utf16.txt").1);
    assert_eq!((format, utf16.bank.questions()[0].keys.join(" ").as_str()), ("aiken", "The guard"));
}
