//! Open Trivia QA and mdbook-quiz.

use super::check;

#[test]
fn open_trivia_text() {
    check(
        "trivia.txt",
        "#Q Who opens\nthe gate?\n^ The guard\nA The host\nB The guard\nC A cook\n\n#Q Who shuts it?\n^ nobody\nA The host\nB The guard\n\n#Q Is it shut?\n^ True\nA True\nB False\n#Q No answer?\nA x\n",
        &[
            "opentriviaqa: 2 read, 2 skipped",
            "Who opens the gate? (trivia) + The guard - The host - A cook",
            "Is it shut? (trivia) + True - False",
            "8 no-key: the answer \"nobody\" is none of the options",
            "17 no-key: no line begins with `^` and says the answer; there is no wrong option to choose from",
        ],
    );
}

#[test]
fn mdbook_quizzes() {
    check(
        "quiz.toml",
        "[[questions]]\ntype = \"MultipleChoice\"\nprompt.prompt = \"\"\"\nWhat does **this** print?\n\n```rust\nfn main() {\n    print();\n}\n```\n\"\"\"\nprompt.distractors = [\"`1`\", \"2\"]\nanswer.answer = \"3\"\ncontext = \"\"\"\nSo it\nis.\n\"\"\"\nid = \"a-1\"\n\n[[questions]]\ntype = \"MultipleChoice\"\nprompt.prompt = \"Which two?\"\nprompt.distractors = [\"z\"]\nanswer.answer = [\"x\", \"y\"]\n\n[[questions]]\ntype = \"ShortAnswer\"\nprompt.prompt = \"Who?\"\nanswer.answer = \"guard\"\n\n[[questions]]\ntype = \"MultipleChoice\"\nprompt.prompt = \"What?\"\n",
        &[
            "mdbook-quiz: 2 read, 2 skipped",
            "What does this print?\\n```\\nfn main() {\\n    print();\\n}\\n``` (quiz) + 3 - 1 - 2 ! So it is.",
            "Which two? (quiz) + x + y - z",
            "26 question-type: a question of type `ShortAnswer` is not multiple choice",
            "31 no-question: it has no `prompt` or no `answer`",
            "not carried: formatting (1): quiz.toml:1",
        ],
    );
}

#[test]
fn open_trivia_of_other_habits() {
    // Line breaks of Windows, and no blank line between questions.
    check(
        "crlf.txt",
        "#Q Who opens?\r\n^ The guard\r\nA The guard\r\nB The driver\r\n#Q Who shuts?\r\n^ The driver\r\nA The guard\r\nB The driver\r\n",
        &[
            "opentriviaqa: 2 read, 0 skipped",
            "Who opens? (crlf) + The guard - The driver",
            "Who shuts? (crlf) + The driver - The guard",
        ],
    );
    // Options on several lines, and an answer in capitals.
    check(
        "long.txt",
        "#Q What is said?\n^ GOOD EVENING, MAY I SEE YOUR PASS?\nA Good evening,\nmay I see your pass?\nB Go away\n",
        &[
            "opentriviaqa: 1 read, 0 skipped",
            "What is said? (long) + Good evening, may I see your pass? - Go away",
        ],
    );
    // Options before the answer, a letter left out, and one that begins a text.
    check(
        "letters.txt",
        "#Q Who?\n^ A guard\nA A guard\nB B team\nC Nobody\nE Everybody\n",
        &[
            "opentriviaqa: 1 read, 0 skipped",
            "Who? (letters) + A guard - B team - Nobody - Everybody",
            "6 letters: the option before `E` is not there, or has another letter",
        ],
    );
    // The same question twice, and two options that read the same.
    check(
        "twice.txt",
        "#Q Who?\n^ x\nA x\nB y\n\n#Q Who?\n^ x\nA x\nB y\n\n#Q Which?\n^ x\nA x\nB x\n",
        &[
            "opentriviaqa: 1 read, 2 skipped",
            "Who? (twice) + x - y",
            "6 duplicate: the same question stands at twice.txt:1:1",
            "11 no-question: two options read the same: \"x\"",
        ],
    );
    // Text before the first question, and Latin-1 as the old files have it.
    super::check_bytes("latin.txt", b"Caf\xe9 trivia\n\n#Q Wer \xf6ffnet fr\xfch das Tor f\xfcr G\xe4ste?\n^ Die W\xe4chter\nA Die W\xe4chter\nB Die K\xf6che\n", &[
    "opentriviaqa: 1 read, 0 skipped",
    "Wer öffnet früh das Tor für Gäste? (latin) + Die Wächter - Die Köche",
    "1 encoding: the file is not UTF-8; it was read as Windows-1252 (Western)",
    "1 stray-text: this text belongs to no question: \"Café trivia\"",
]);
}

#[test]
fn mdbook_quizzes_of_other_habits() {
    let one = |more: &str| {
        format!(
            "[[questions]]\ntype = \"MultipleChoice\"\nprompt.prompt = \"Who?\"\nprompt.distractors = [\"x\", \"y\"]\nanswer.answer = \"z\"\n{more}\n"
        )
    };
    // Tables written out, a context of several paragraphs.
    check(
        "tables.toml",
        "[[questions]]\ntype = \"MultipleChoice\"\n[questions.prompt]\nprompt = \"Who *opens*?\"\ndistractors = [\"The driver\"]\n[questions.answer]\nanswer = \"The guard\"\n",
        &[
            "mdbook-quiz: 1 read, 0 skipped",
            "Who opens? (tables) + The guard - The driver",
            "not carried: formatting (1): tables.toml:1",
        ],
    );
    check(
        "context.toml",
        &one("context = \"\"\"\nFirst.\n\nSecond: `x`.\n\"\"\""),
        &["mdbook-quiz: 1 read, 0 skipped", "Who? (context) + z - x - y ! First.\\nSecond: x."],
    );
    // Settings that only the page knows.
    check(
        "settings.toml",
        &one("answer.randomize = false\nprompt.sortAnswers = true\nmultipart = \"x\""),
        &["mdbook-quiz: 1 read, 0 skipped", "Who? (settings) + z - x - y"],
    );
    // Tracing questions and such are named; a comment is none.
    check(
        "tracing.toml",
        &format!(
            "# a quiz\n[[questions]]\ntype = \"Tracing\"\nprompt.program = \"fn main() {{}}\"\nanswer.doesCompile = true\n\n{}",
            one("")
        ),
        &[
            "mdbook-quiz: 1 read, 1 skipped",
            "Who? (tracing) + z - x - y",
            "2 question-type: a question of type `Tracing` is not multiple choice",
        ],
    );
    // No distractors, a key among them, and a syntax error.
    check(
        "lacking.toml",
        "[[questions]]\ntype = \"MultipleChoice\"\nprompt.prompt = \"Who?\"\nanswer.answer = \"z\"\n\n[[questions]]\ntype = \"MultipleChoice\"\nprompt.prompt = \"What?\"\nprompt.distractors = [\"z\"]\nanswer.answer = \"z\"\n",
        &[
            "mdbook-quiz: 0 read, 2 skipped",
            "1 no-question: there is no wrong option to choose from",
            "6 no-question: two options read the same: \"z\"",
        ],
    );
    check(
        "torn.toml",
        &format!("{}[[questions]\n", one("")),
        &["mdbook-quiz: 0 read, 0 skipped", "7 syntax: this is not TOML: unclosed array table, expected `]`"],
    );
}

#[test]
fn a_deck_that_anki_itself_wrote() {
    super::check_bytes(
        "anki-26.apkg",
        include_bytes!("../../../../tests/fixtures/imports/anki-26.apkg"),
        &[
            "apkg: 5 read, 2 skipped",
            "A visitor refuses to sign in. What do you do first? (week-3) + Explain why signing in is needed - Call the police - Let the visitor pass ! Most people sign once they know why.",
            "When does the fire log have to be signed? (week-3) + At the end of each round - Every hour - Once a month",
            "Which of these is part of a report? (week-3) + Date and time - Your opinion - A guess",
            "Who writes the incident report? (week-3) + The guard who saw it - The client - The police ! First hand counts.",
            "Which form is used for lost property? (week-3) + Form 7 - Form 4 - Form 9",
            "4 no-question: the front of the card lists no options to choose from",
            "1 note-type: a note of the type \"Cloze\" is not multiple choice",
            "not carried: tags (3): anki-26.apkg/Basic:1, 2, 3",
        ],
    );
}

#[test]
fn a_formula_that_was_drawn_as_an_image() {
    check(
        "formula.xml",
        "<quiz><question type=\"multichoice\"><name><text>f</text></name><questiontext format=\"html\"><text><![CDATA[<p>What is <img class=\"equation_image\" alt=\"LaTeX: k = 2 \\times 3\" src=\"/eq\">?</p>]]></text></questiontext><single>true</single><answer fraction=\"100\"><text>6</text></answer><answer fraction=\"0\"><text>5</text></answer></question></quiz>",
        &["moodle-xml: 1 read, 0 skipped", "What is $k = 2 \\times 3$? (formula) + 6 - 5"],
    );
}
