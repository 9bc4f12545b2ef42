//! Where a problem is, and what a person sees of it.

use super::{Diagnostic, Place, Severity, Source, count, render};

#[test]
fn places_count_lines_and_characters_from_one() {
    let source = Source::new("f.toml", "a\n\u{e9}\u{e9}x\n");
    for (byte, place) in [(0, (1, 1)), (2, (2, 1)), (6, (2, 3)), (8, (3, 1)), (3, (2, 1))] {
        assert_eq!(source.line_and_column(byte), place, "byte {byte}");
    }
}

#[test]
fn places_in_a_long_text_are_those_that_counting_from_the_start_gives() {
    let text: String =
        (0..3_000).map(|n| ["\u{e9}", "x", "\n", "\u{1f44d}", "\r\n"][n * n % 7 % 5]).collect();
    let source = Source::new("f.toml", format!("{text}{}\n{text}", "y".repeat(9_000)));
    for byte in (0..=source.text.len()).filter(|byte| source.text.is_char_boundary(*byte)) {
        let before = &source.text[..byte];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let counted = (before.matches('\n').count() + 1, before[start..].chars().count() + 1);
        assert_eq!(source.line_and_column(byte), counted, "byte {byte}");
        assert_eq!(source.line_start(byte), start, "byte {byte}");
    }
}

#[test]
fn a_problem_looks_like_one_of_rustc() {
    let source = Source::new("bank.toml", "[[question]]\nidd = \"x\"\n");
    let problem = Diagnostic::error("unknown-key", "unknown key `idd`")
        .at(Place::new(&source, 13..16))
        .label("no such key")
        .help("did you mean `id`?");
    assert_eq!(
        render(&problem, false, 80),
        "error[unknown-key]: unknown key `idd`\n --> bank.toml:2:1\n  |\n2 | idd = \"x\"\n  | ^^^ no such key\n  |\n  = help: did you mean `id`?"
    );
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let source = Source::new("b\u{1b}[2J.toml", "id = \"\u{1b}[31m\u{9b}2J\u{202e}\"\n");
    let problem = Diagnostic::error("x", "bad \u{1b}[0m text").at(Place::new(&source, 5..8)).help("\u{7}");
    let drawn = render(&problem, false, 80);
    assert!(drawn.chars().all(|c| c == '\n' || !crate::words::is_harmful(c)), "{drawn:?}");
}

#[test]
fn a_line_of_a_megabyte_is_cut() {
    let source = Source::new("b.toml", "x".repeat(1_000_000));
    let drawn = render(&Diagnostic::error("x", "long").at(Place::new(&source, 500_000..500_010)), false, 80);
    assert!(drawn.len() < 1_000, "{}", drawn.len());
    assert!(drawn.contains("b.toml:1:"), "{drawn}");
}

#[test]
fn counts_are_grammatical() {
    let of = |severities: &[Severity]| {
        count(&severities.iter().map(|&s| Diagnostic::new(s, "x", "y")).collect::<Vec<_>>())
    };
    assert_eq!(of(&[]), "no problems");
    assert_eq!(of(&[Severity::Error, Severity::Note, Severity::Error]), "2 errors, 1 note");
}
