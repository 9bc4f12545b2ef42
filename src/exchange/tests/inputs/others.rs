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
