//! Texts of a bank that could do harm, or that are wider than they look.

use super::{SIZES, last_pause};
use crate::desk::desk_of_texts;
use crate::support::Sandbox;

#[test]
fn escape_sequences_of_a_bank_do_not_reach_the_terminal() {
    // Clears the screen, sets a title, hides the cursor, writes backwards, rings, answers, and the C1 forms of these.
    let evil = "\x1b[2J\x1b]0;gone\x07\x1b[?25l\u{8}\u{8}\u{7}\x1b[6n\u{9b}31m\u{9d}title\u{9c}\u{202e}turned\u{7f}\u{0}\r";
    let text = |name: &str| format!("{name} {evil} end of {name}");
    let texts = ["stem", "right", "wrong", "why", "explanation", "source"].map(text);
    for size @ (_, cols) in SIZES {
        for args in [&[][..], &["--plain"], &["--color", "never"]] {
            let sandbox = Sandbox::new();
            let bank = desk_of_texts(&sandbox, texts.each_ref().map(String::as_str));
            let mut terminal =
                sandbox.at_terminal(size, &[&["quiz", "desk", "--bank", &bank][..], args].concat(), &[]);
            terminal.asks("Answer A-B (? help):");
            if args == ["--plain"] {
                terminal.send("a\nq\n");
            } else {
                terminal.send("a").asks(last_pause(cols)).send("q");
            }
            assert_eq!(terminal.end(), 0);
            let printed = String::from_utf8_lossy(&terminal.bytes).into_owned();
            assert!(printed.contains("end of stem") || printed.contains("end of\r\nstem"), "{printed:?}");
            let harmful = |c: char| (c.is_control() && !"\r\n\x1b".contains(c)) || c == '\u{202e}';
            assert!(!printed.contains(harmful), "{printed:?}");
            // Of escape sequences there are only the styles that guardprep itself chooses.
            for rest in printed.split('\x1b').skip(1) {
                let own = ["[0m", "[1m", "[2m", "[31m", "[32m"].iter().any(|style| rest.starts_with(style));
                assert!(own, "{rest:?}");
            }
        }
    }
}

#[test]
fn wide_characters_do_not_wrap() {
    let cjk = "警備員の権限と責任について正しいものを一つ選びなさい。".repeat(3);
    let emoji = "🔦🚨👮 ".repeat(15) + &"🔦".repeat(45);
    let accents = "Éxîgé à l’entrée ".repeat(9);
    let combined = "e\u{301}a\u{308}".repeat(60) + " 👩\u{200d}🚒 🇨🇭";
    let long = "https://example.org/".to_owned() + &"a".repeat(200);
    for size @ (_, cols) in [(24, 80), (24, 40), (10, 40), (24, 24)] {
        for text in [&cjk, &emoji, &accents, &combined, &long] {
            let sandbox = Sandbox::new();
            let (right, wrong) = (format!("{text} right"), format!("{text} wrong"));
            let bank = desk_of_texts(&sandbox, [text, &right, &wrong, text, text, text]);
            let mut terminal = sandbox.at_terminal(size, &["quiz", "desk", "--bank", &bank], &[]);
            for key in ["r", "a"] {
                terminal.asks("Answer A-B (? help):").send(key);
            }
            terminal.asks(last_pause(cols)).send("q");
            assert_eq!(terminal.end(), 0);
        }
    }
}
