//! Laws of text.

use proptest::prelude::*;

use super::text::fold;
use super::{
    counted, duration, file_name, fit, harmless, harmless_json, harmless_line, has_words, is_harmful,
    is_tidy, nearest, numbers, opening, printable, quoted, same_name, shortened, tidy,
};

#[test]
fn text_is_tidied_and_harmless() {
    for (text, tidied) in [
        ("\n  Two lines\n  folded.\n", "Two lines folded."),
        ("One.\r\n\r\nTwo.", "One.\nTwo."),
        ("\u{1b}[31mred\u{7}", "\u{fffd}[31mred\u{fffd}"),
        ("a\u{202e}b", "a\u{fffd}b"),
        ("a\u{200f}b", "a\u{fffd}b"),
        ("שלום\u{200f} (A)\na\u{200e}", "שלום\u{200f} (A) a\u{200e}"),
        ("مرحبا\u{61c}\n\na\u{200e}\u{202e}", "مرحبا\u{61c}\na\u{fffd}\u{fffd}"),
        ("See:\n```python\n\tif x:\n\n\t\ty  \n```\nand\nthen", "See:\n```\nif x:\n\n    y\n```\nand then"),
        ("```\n\n```\nx", "x"),
        ("\n```\n \n", "```"),
        ("What opens code?\n\n```", "What opens code?\n```"),
        ("see ```x``` here", "see ```x``` here"),
        ("```\nnever closed", "```\nnever closed\n```"),
        ("\u{a0} a\u{a0}b \u{3000}\n\n\u{a0}", "a\u{a0}b"),
        ("caf\u{e9} \u{1f600} \u{8b66}", "caf\u{e9} \u{1f600} \u{8b66}"),
    ] {
        assert_eq!(tidy(text), tidied);
    }
}

proptest! {
    /// What one look takes for tidy is left alone by the long way, too.
    #[test]
    fn what_looks_tidy_is_tidy(text in "[ a-c.\\n\\t\u{a0}\u{e9}\u{2028}\u{200e}]{0,8}|\\PC{0,20}") {
        if is_tidy(&text) {
            prop_assert_eq!(fold(&text), text);
        }
    }
}

#[test]
fn names_are_matched_kindly_and_never_guessed() {
    let topics = ["de-escalation", "customers", "community-value", "communication-skills"];
    assert_eq!(nearest("deesc", topics), ["de-escalation"]);
    assert_eq!(nearest("custmers", topics), ["customers"]);
    assert_eq!(nearest("xyzzy", topics), Vec::<&str>::new());
    assert!(same_name("De Escalation", "de-escalation"));
    assert!(!same_name("deesc", "de-escalation"));
}

#[test]
fn one_gate_replaces_whatever_could_move_a_cursor_or_turn_a_text() {
    let evil = "a\u{1b}[2J\u{9b}31m\u{202e}b\u{61c}c\u{2066}d\u{7f}e\rf\u{2028}g\u{feff}h\u{180e}i\u{206a}j\u{fff9}k\u{86}";
    for text in [harmless(evil), harmless_line(evil), tidy(evil)] {
        assert!(
            text.chars().filter(|c| !c.is_ascii_graphic() && *c != ' ').all(|c| c == '\u{fffd}'),
            "{text:?}"
        );
        assert!(text.ends_with("k\u{fffd}"), "{text:?}");
    }
    assert_eq!(harmless("two\n\tlines"), "two\n\tlines");
    assert_eq!(harmless_line("two\n\tlines\r\n"), "two lines", "a line stays one");
    assert_eq!(harmless_line("a\u{200d}b"), "a\u{200d}b", "what joins an emoji stays");
}

#[test]
fn the_gate_at_the_exit_lets_colors_through_and_nothing_else() {
    for (text, printed) in [
        ("\u{1b}[1;31mWrong.\u{1b}[0m\n", "\u{1b}[1;31mWrong.\u{1b}[0m\n"),
        ("\u{1b}[2Jgone", "\u{fffd}[2Jgone"),
        ("\u{1b}[8mhidden\u{1b}[1;08mhidden", "\u{fffd}[8mhidden\u{fffd}[1;08mhidden"),
        ("\u{1b}]0;title\u{7}", "\u{fffd}]0;title\u{fffd}"),
        ("\u{1b}", "\u{fffd}"),
        ("\u{9b}31mC1 \u{61c}", "\u{fffd}31mC1 \u{fffd}"),
    ] {
        assert_eq!(printable(text), printed);
    }
}

#[test]
fn a_document_keeps_its_values_and_holds_no_harmful_character() {
    let value = serde_json::json!({ "a\u{9b}": "\u{1b}[2J \u{202e} \u{61c} \u{7f} \u{ffff} plain é 警" });
    let document = harmless_json(&value.to_string());
    assert!(!document.contains(is_harmful), "{document:?}");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&document).unwrap(), value);
}

#[test]
fn one_is_not_many() {
    assert_eq!([0, 1, 2].map(|n| counted(n, "question")), ["0 questions", "1 question", "2 questions"]);
}

#[test]
fn a_text_is_fitted_by_columns() {
    for (text, columns, fitted) in
        [("gate", 6, "gate  "), ("gatehouse", 6, "gate.."), ("警備員の権限", 7, "警備.. "), ("é", 2, "é ")]
    {
        assert_eq!(fit(text, columns), fitted);
    }
}

#[test]
fn a_path_is_quoted_where_a_shell_would_split_or_expand_it() {
    let cases = [
        ("bank.toml", "bank.toml"),
        ("banks/été-1.toml", "banks/été-1.toml"),
        ("my bank.toml", "\"my bank.toml\""),
        ("it's.toml", "\"it's.toml\""),
        ("-o.toml", "./-o.toml"),
        ("a$b `c`!.toml", "'a$b `c`!.toml'"),
        ("a\"b'c", "'a\"b'\\''c'"),
        ("~x;rm", "\"~x;rm\""),
    ];
    for (path, typed) in cases {
        assert_eq!(quoted(std::path::Path::new(path)), typed);
    }
}

#[test]
fn a_text_is_known_by_its_first_words() {
    for (text, width, told) in [
        ("A driver leaves, late.", 22, "A driver leaves, late."),
        ("A driver leaves, late.", 21, "A driver leaves..."),
        ("Two\nparagraphs", 40, "Two paragraphs"),
        ("Averyverylongword", 8, "Averyv.."),
    ] {
        assert_eq!(opening(text, width), told);
    }
}

#[test]
fn the_middle_of_a_long_text_is_left_out() {
    assert_eq!(shortened("short", 10), "short");
    assert_eq!(shortened("警備員の権限", 10), "警備員の権限", "by characters, not bytes");
    assert_eq!(shortened("0123456789abcdef", 10), "01234 [... 6 characters ...] bcdef");
}

#[test]
fn a_topic_may_be_named_as_a_device_and_its_file_not() {
    let named = ["gates", "aux", "con", "com1", "lpt9", "com", "com10", "auxiliary"];
    assert_eq!(
        named.map(|topic| file_name(topic, "gift")),
        [
            "gates.gift",
            "aux-topic.gift",
            "con-topic.gift",
            "com1-topic.gift",
            "lpt9-topic.gift",
            "com.gift",
            "com10.gift",
            "auxiliary.gift"
        ]
    );
}

#[test]
fn spans_are_as_exact_as_matters() {
    for (millis, said) in [
        (0, "0 seconds"),
        (1_400, "1 second"),
        (59_400, "59 seconds"),
        (75_000, "1 minute 15 seconds"),
        (120_000, "2 minutes"),
        (2_460_000, "41 minutes"),
        (4_500_000, "1 hour 15 minutes"),
        (7_200_000, "2 hours"),
    ] {
        assert_eq!(duration(millis), said);
    }
    assert_eq!(numbers(&[2, 8, 9, 10, 11, 16]), "3, 9-12 and 17");
}

#[test]
fn a_command_is_never_broken() {
    let text = "Weakest: People in crisis. Try: guardprep quiz crisis-behavior";
    assert_eq!(super::wrap_command(text, 79), text);
    for width in 34..62 {
        let wrapped = super::wrap_command(text, width);
        assert!(wrapped.lines().any(|line| line.ends_with("guardprep quiz crisis-behavior")), "{wrapped}");
        assert!(wrapped.lines().all(|line| super::columns(line) <= width), "{wrapped}");
    }
    assert_eq!(super::wrap_command("No command.", 5), "No\ncomma\nnd.");
}

#[test]
fn words_that_were_typed_are_found_whatever_their_case_and_plural() {
    let texts = ["legal-liability", "Law and liability in service, the guards' part"];
    for typed in ["law", "LAWS", "guard", "liab", "law of liability", "service legal"] {
        assert!(has_words(typed, &texts), "{typed}");
    }
    for typed in ["lia", "law door", "the", "", "of the", "liabilities"] {
        assert!(!has_words(typed, &texts), "{typed}");
    }
}

#[test]
fn code_is_shown_line_by_line_and_kept_whole_where_it_is_too_wide() {
    use super::{hang, wrap};
    let text =
        tidy("What does it print, and how often?\n\n```\nfor n in range(3):\n    print(n)\n```\n\nThink.");
    assert_eq!(
        hang("1. ", "   ", &text, 26),
        "1. What does it print, and\n   how often?\n       for n in range(3):\n           print(n)\n   Think."
    );
    assert_eq!(
        wrap("```\na = one_long_name + another_long_name\n```", 26),
        "    a = one_long_name +\n        another_long_name"
    );
    let narrow = wrap("```\n                    deep = 1\n```", 12);
    assert!(narrow.lines().all(|line| line.len() <= 12) && narrow.contains("deep"), "{narrow}");
}
