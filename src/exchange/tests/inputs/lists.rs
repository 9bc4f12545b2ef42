//! Lists as people type them.

use super::check;

#[test]
fn numbers_letters_and_answers_of_every_habit() {
    check(
        "gate.txt",
        "1) Who opens\n   the gate?\na. the host\nb. the guard\nAns. B\nQ2: Who shuts it?\n(A) the guard\n(B) the host\n**Answer:** A\nQuestion 3\nWho locks it?\n- a) the host\n- b) the guard\nAnswer: b) the guard\n4. Who knocks?\nA、the host\nB、the guard\nAnswer: A, since he has no key.\n5. The guard is armed.\nAnswer: False\n",
        &[
            "list: 5 read, 0 skipped",
            "Who opens the gate? (gate) + the guard - the host",
            "Who shuts it? (gate) + the guard - the host",
            "Who locks it? (gate) + the guard - the host",
            "Who knocks? (gate) + the host - the guard ! since he has no key.",
            "The guard is armed. (gate) + False - True",
        ],
    );
}

#[test]
fn marks_of_every_habit() {
    check(
        "marks.md",
        "# Doors\n\n1. Who opens?\n   * a) host\n   * **b) guard**\n\n2. Who shuts?\n- [ ] host\n- [x] guard\n\n3. Who locks?\n- host\n- guard ✓\n\n**4. Who knocks?**\n\na) host (correct)\nb) guard\n\n5. Who waits?\n* host\n* **guard**\n* cook\n\n## Windows\n\n### Who looks `out`?\n\n- A. host\n- B. guard\n\n> Answer: B\n\n**Explanation:** the *guard* does,\nat night.\n",
        &[
            "list: 6 read, 0 skipped",
            "Who opens? (doors) + guard - host",
            "Who shuts? (doors) + guard - host",
            "Who locks? (doors) + guard - host",
            "Who knocks? (doors) + host - guard",
            "Who waits? (doors) + guard - host - cook",
            "Who looks out? (windows) + guard - host ! the guard does, at night.",
            "not carried: formatting (1): marks.md:27",
        ],
    );
}

#[test]
fn an_answer_key_at_the_end_is_given_to_its_questions() {
    let questions = "1. Who opens?\na) host\nb) guard\n2. Who shuts?\na) guard\nb) host\n3. Which two?\na) x\nb) y\nc) z\n";
    let read = [
        "list: 3 read, 0 skipped",
        "Who opens? (key) + guard - host",
        "Who shuts? (key) + guard - host",
        "Which two? (key) + x + z - y",
    ];
    for key in [
        "Answer key\n1. b\n2. a\n3. a, c\n",
        "\n1. b 2. a 3. a, c\n",
        "Answers:\n1-b; 2-a; 3-AC\n",
        "## Answers\n\n| Question | Answer |\n|---|---|\n| 1 | B |\n| 2 | A |\n| 3 | A, C |\n",
        "\n1. B\n2. A\n3. AC\n",
        "Lösungen:\n1: b) guard\n2: a) guard\n3: a und c\n",
    ] {
        check("key.txt", &format!("{questions}{key}"), &read);
    }
    check(
        "key.txt",
        &format!("{questions}Answers:\n1. b\n2. c\n9. a\n"),
        &[
            "list: 1 read, 2 skipped",
            "Who opens? (key) + guard - host",
            "14 answer-key: no question before this has the number 9 and waits for an answer",
            "13 no-key: the answer is `c`, and there is no such option",
            "7 no-key: no option is marked as right",
        ],
    );
}

#[test]
fn several_options_in_a_line() {
    check(
        "lines.txt",
        "1. Who opens?\na) host b) guard c) cook\nAnswer: b\n2. Who shuts? a) guard b) host c) cook\nAnswer: a\n3. Who locks?\nA. host     B. guard\nC. cook     D. Both a) and b)\nAnswer: B\n",
        &[
            "list: 3 read, 0 skipped",
            "Who opens? (lines) + guard - host - cook",
            "Who shuts? (lines) + guard - host - cook",
            "Who locks? (lines) + guard - host - cook - Both a) and b) fixed",
            "6 letters: \"Both a) and b)\" names an option by its letter",
        ],
    );
}

#[test]
fn answer_words_of_thirteen_languages() {
    for (language, question, answer) in [
        ("English", "1. Who?\na) host\nb) guard\n", "Correct answer: b"),
        ("Spanish", "1. ¿Quién?\na) host\nb) guard\n", "Respuesta correcta: b"),
        ("French", "1. Qui ?\na) host\nb) guard\n", "Bonne réponse : b"),
        ("German", "Frage 1: Wer?\na) host\nb) guard\n", "Lösung: b"),
        ("Portuguese", "Questão 1\nQuem?\na) host\nb) guard\n", "Gabarito: B"),
        ("Italian", "Domanda 1. Chi?\na) host\nb) guard\n", "Risposta esatta: b) guard"),
        ("Polish", "Pytanie 1: Kto?\na) host\nb) guard\n", "Prawidłowa odpowiedź: b"),
        ("Russian", "Вопрос 1. Кто?\nа) host\nб) guard\n", "Правильный ответ: б"),
        ("Ukrainian", "Питання №1. Хто?\nА. host\nБ. guard\n", "Відповідь: Б"),
        ("Vietnamese", "Câu 1: Ai?\nA. host\nB. guard\n", "Đáp án: B"),
        ("Chinese", "1、谁？\nA、host\nB、guard\n", "正确答案：B"),
        ("Japanese", "問1 誰？\nア. host\nイ. guard\n", "正解：イ"),
        ("Korean", "문제 1. 누구?\n① host\n② guard\n", "정답: ②"),
    ] {
        let (format, imported) = super::import("x.txt", format!("{question}{answer}\n").as_bytes());
        assert_eq!((format, &imported.problems), ("list", &vec![]), "{language}");
        assert_eq!(imported.bank.questions()[0].keys, ["guard"], "{language}");
    }
}

#[test]
fn habits_of_other_scripts() {
    check(
        "quiz.txt",
        "一、选择题\n1、谁开门？（ B ）\nA、客人 B、保安 C、厨师\n2、谁关门？（A）\nA．保安\nB．客人\n【解析】保安有钥匙。\n",
        &[
            "list: 2 read, 0 skipped",
            "谁开门？ (quiz) + 保安 - 客人 - 厨师",
            "谁关门？ (quiz) + 保安 - 客人 ! 保安有钥匙。",
            "1 stray-text: this text belongs to no question: \"一、选择题\"",
        ],
    );
    check(
        "ворота.txt",
        "1. Кто открывает?\nа) гость\nb) охранник\nс) повар\nОтвет: b\n",
        &["list: 1 read, 0 skipped", "Кто открывает? (vorota) + охранник - гость - повар"],
    );
}

#[test]
fn numbers_before_options() {
    check(
        "n.txt",
        "1. Who opens?\n1) host\n2) guard\nAnswer: 2\n2. Who shuts?\n1) guard\n2) host\n3) cook\nAnswer: 1) guard\n",
        &["list: 2 read, 0 skipped", "Who opens? (n) + guard - host", "Who shuts? (n) + guard - host - cook"],
    );
}

#[test]
fn numbers_below_words_are_options_or_a_list_in_the_question() {
    check(
        "q.md",
        "**Q1.** Who?\n\n- [ ] host\n- [x] guard\n\n> **Why:** the orders.\n\n**Q2.** What is shown?\n\n```\nZONE 3\n   open\n```\n\n1. Fire\n2. A broken wire\n\n**Answer: 2**\n\nQ3. Which are right?\n1. x\n2. y\na) 1 only\nb) 1 and 2\nAnswer: b\n",
        &[
            "list: 3 read, 0 skipped",
            "Who? (q) + guard - host ! the orders.",
            "What is shown?\\n```\\nZONE 3\\n   open\\n``` (q) + A broken wire - Fire",
            "Which are right?\\n1. x\\n2. y (q) + 1 and 2 - 1 only",
        ],
    );
}

#[test]
fn respondus_and_text2qti_keep_what_a_bank_can_hold() {
    check(
        "respondus.txt",
        "Title: Lost card\nPoints: 2\n3) Who checks?\n~ Well done.\n@ No, look again.\na. host\n*b. guard\n\nType: MR\n4) Which two?\n*a. x\nb. y\n*c. z\n",
        &[
            "list: 2 read, 0 skipped",
            "Who checks? (respondus) + guard - host ! Well done.",
            "Which two? (respondus) + x + z - y",
            "not carried: feedback on wrong answers as a whole (1): respondus.txt:3",
            "not carried: points (1): respondus.txt:3",
        ],
    );
    check(
        "text2qti.txt",
        "Quiz title: Doors\nQuiz description: At night.\n\n% a comment\n1.  What is printed?\n    ```\n    if x:\n        print(1)\n    ```\n... In general.\n+ Right so.\n- Not so.\n*a) 1\n... Since x.\nb) 2\n... Why two?\n\nGROUP\npick: 1\npoints per question: 2\n\n2.  Which?\n[*] x\n[ ] y\n[*] z\n\nEND_GROUP\n",
        &[
            "list: 2 read, 0 skipped",
            "What is printed?\\n```\\nif x:\\n    print(1)\\n``` (doors) + 1 - 2 (Why two?) ! In general.",
            "Which? (doors) + x + z - y",
            "18 stray-text: of this group some questions were to be drawn; all of them came in",
            "not carried: feedback on right answers (2): text2qti.txt:5",
            "not carried: feedback on wrong answers as a whole (1): text2qti.txt:5",
        ],
    );
}

#[test]
fn what_does_not_fit_together_is_named() {
    check(
        "torn.txt",
        "1. Who?\n*a) host\nb) guard\nAnswer: b\n\n2. What?\na) x\nb) y\nAnswer: a) y\n\n3. When?\na) x\nb) y\nAnswer: noon\n\n4. Where?\na) x\nc) y\nAnswer: c\n\n5. How?\nAnswer: so\n\n6. Good?\na) A\nb) B\nc) C\nAnswer: B\n",
        &[
            "list: 2 read, 4 skipped",
            "Where? (torn) + y - x",
            "Good? (torn) + B - A - C",
            "4 no-key: the option that is marked and the answer are not the same",
            "9 no-key: the answer names option A by its letter and option B by its text",
            "14 no-key: the answer \"noon\" is none of the options",
            "16 letters: after option A comes C",
            "21 no-question: there are no options under \"How?\"",
        ],
    );
}
