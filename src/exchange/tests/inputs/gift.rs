//! GIFT of different habit.

use super::check;

#[test]
fn blocks_follow_each_other_without_a_blank_line() {
    check(
        "doors.gift",
        "::One:: Who opens? {=guard ~host}\n::Two:: Who shuts? {=host ~guard}\n// of the night\nWho locks?\n{=guard\n~host}\nWho knocks? {\n=host\n~guard\n}\nThe gate is {=shut ~open}\nat night, as the orders say.\n",
        &[
            "gift: 5 read, 0 skipped",
            "Who opens? (doors) + guard - host",
            "Who shuts? (doors) + host - guard",
            "Who locks? (doors) + guard - host",
            "Who knocks? (doors) + host - guard",
            "The gate is _____ at night, as the orders say. (doors) + shut - open",
        ],
    );
}

#[test]
fn weights_are_understood_wherever_they_stand() {
    check(
        "keys.gift",
        "::a:: Who? {~%-15%x =%100%y #So it is.\n~%0%z}\n\n::b:: Which two? {~%50%x ~%50%y ~%-100%z}\n\n::c:: Which two? {=%50%x =%50%y ~%-50%z}\n\n::d:: Who? {~=x ~y#No.}\n\n::e:: Who? {=x ~%30%y ~z}\n\n::f:: Who? {~%120%x ~y}\n",
        &[
            "gift: 5 read, 1 skipped",
            "Who? (keys) + y - x - z ! So it is.",
            "Which two? (keys) + x + y - z",
            "Which two? (keys) + x + y - z",
            "Who? (keys) + x - y (No.)",
            "Who? (keys) + x - y - z",
            "12 no-question: `f`: no option is marked as right",
            "not carried: partial credits (1): keys.gift:10",
        ],
    );
}

#[test]
fn true_or_false_with_feedback_in_any_language() {
    check(
        "tf.gift",
        "A guard is calm. {T#No\\#1 rule.#Right.####Calm calms.}\n\nThe gate is shut. {FALSE#It is open.}\n\nLa puerta está abierta. {V}\n\nДверь закрыта. {НЕВЕРНО}\n\nAn essay. {}\n\nAnother essay. {####Any text will do.}\n",
        &[
            "gift: 4 read, 2 skipped",
            "A guard is calm. (tf) + True - False (No#1 rule.) ! Calm calms.",
            "The gate is shut. (tf) + False - True (It is open.)",
            "La puerta está abierta. (tf) + True - False",
            "Дверь закрыта. (tf) + False - True",
            "9 no-question: an essay question (`{}`) has no options",
            "11 no-question: an essay question has no options",
            "not carried: feedback that only says right or wrong (1): tf.gift:1",
        ],
    );
}

#[test]
fn the_formats_of_a_text_are_honored() {
    check(
        "formats.gift",
        "[html]<p>How <b>far</b>?</p><p>See <img src=\"a.png\" alt=\"the plan\">.</p>{=10<sup>3</sup> ~10<sup>2</sup> ~H<sub>2</sub>O}\n\n[markdown]What does **this** print?\\n```\\nif x\\:\\n    print(1)\\n```\\n{=[plain]<b> ~*two* ~\\$x_1\\$}\n\n[html]What prints this?<pre>if x\\:\n    print(1)</pre>{=1 ~2}\n\n[plain]Is 1 < 2\nand 3 > 2? {=yes ~no}\n",
        &[
            "gift: 4 read, 0 skipped",
            "How far?\\nSee [the plan]. (formats) + 10³ - 10² - H₂O",
            "What does this print?\\n```\\nif x:\\n    print(1)\\n``` (formats) + <b> - two - $x_1$",
            "What prints this?\\n```\\nif x:\\n    print(1)\\n``` (formats) + 1 - 2",
            "Is 1 < 2 and 3 > 2? (formats) + yes - no",
            "not carried: formatting (2): formats.gift:1, 3",
            "not carried: images (1): formats.gift:1",
        ],
    );
}

#[test]
fn lines_of_the_editor_are_no_paragraphs() {
    check(
        "lines.gift",
        "::Grant:: Who is buried in Grant's\n   tomb in\n   New York? {=Grant\n  himself ~nobody\n ####He is.\\nSo is she.}\n\n::list:: Which are right?\n1. The gate is shut.\n2. The gate is open. {=1 ~2}\n",
        &[
            "gift: 2 read, 0 skipped",
            "Who is buried in Grant's tomb in New York? (lines) + Grant himself - nobody ! He is.\\nSo is she.",
            "Which are right?\\n1. The gate is shut.\\n2. The gate is open. (lines) + 1 - 2",
        ],
    );
}

#[test]
fn names_are_kept_in_ids_or_named_as_lost() {
    use super::import;
    let (_, imported) = import(
        "gate.gift",
        "::Gate 1:: Who? {=x ~y}\n\n::Вопрос 7:: What? {=x ~y}\n\n::q-9:: When? {=x ~y}\n\n::Why is the gate...:: Why is the gate shut? {=x ~y}\n\n::A name that is much longer than any name that one would type as an id:: Where? {=x ~y}\n\n::Gate 1:: How? {=x ~y}\n".as_bytes(),
    );
    let ids: Vec<&str> = imported.bank.questions().iter().map(|question| question.id.as_str()).collect();
    assert_eq!((ids[0], ids[1], ids[2]), ("gate-1", "gate-vopros-7", "q-9"));
    assert!(ids[3..].iter().all(|id| id.len() == "gate-".len() + 8), "{ids:?}");
    assert_eq!(imported.loss.lines(), ["not carried: names (2): gate.gift:9, 11"]);
    assert_eq!(imported.problems, vec![]);
}

#[test]
fn what_is_no_choice_is_named_with_its_line() {
    check(
        "others.gift",
        "How many gates? {#4}\n\nName it. {=gate =door}\n\nMatch. {=a -> b =c -> d}\n\nJust a text.\n\n::good:: Good? {=yes ~no}\n",
        &[
            "gift: 1 read, 4 skipped",
            "Good? (others) + yes - no",
            "1 no-question: a numerical question has no options",
            "3 no-question: it has right answers only (a short-answer question), and no wrong option",
            "5 no-question: a matching question has no options",
            "7 no-question: it has no answers in braces: a text, or a question cut in two by a blank line",
        ],
    );
}
