//! What a line is.

use crate::exchange::list::in_line::several;
use crate::exchange::list::line::{Kind, Mark, Typed, kind};

fn of(text: &str) -> Kind {
    kind(&Typed { text, span: 0..text.len(), stands_out: false })
}

#[test]
fn options_are_told_from_other_lines_and_their_marks_from_their_text() {
    let right = Mark { right: true, ..Mark::default() };
    let bold = Mark { bold: true, ..Mark::default() };
    let word = Mark { word: true, ..Mark::default() };
    for (text, mark) in [
        ("b) x", Mark::default()),
        ("*b) x", right),
        ("- b) x", Mark::default()),
        ("   - *B. x", right),
        ("✓ b) x", right),
        ("b) x ✓", right),
        ("b) **x**", bold),
        ("**b) x**", bold),
        ("- **b) x**", bold),
        ("**b)** x", Mark::default()),
        ("b) x (correct)", word),
        ("b) x (richtig)", word),
        ("b) x <-- correct", right),
        ("b) x *", right),
        ("[x] b) x", right),
        ("b) ✅ x", right),
        ("Option B: x", Mark::default()),
        ("Б) x", Mark::default()),
    ] {
        let Kind::Lettered(letter, found, rest) = of(text) else { panic!("{text}: {:?}", of(text)) };
        let rest = if found.word { crate::exchange::list::line::without_word(&rest) } else { &rest };
        assert_eq!((letter.index, found, rest), (1, mark, "x"), "{text}");
    }
    assert!(matches!(of("* x"), Kind::Bulleted(..)) && matches!(of("[*] x"), Kind::Bulleted(..)));
    assert!(matches!(of("Answer: b"), Kind::Answer(_)) && matches!(of("### Answer"), Kind::Answer(_)));
    assert!(matches!(of("**Explanation:** so"), Kind::Explanation(text) if text == "so"));
    assert!(matches!(of("## Doors"), Kind::Heading(text) if text == "Doors"));
    assert!(matches!(of("**2. Who?**"), Kind::Numbered(_, text) if text == "Who?"));
    assert!(matches!(of("a < b: why?"), Kind::Text(_)) && matches!(of("----"), Kind::Structure(_)));
}

#[test]
fn options_in_one_line_are_parted() {
    let texts = |text: &str, from| {
        several(text, from).map(|(stem, options)| {
            let options: Vec<String> = options
                .into_iter()
                .map(|(_, mark, text)| if mark.right { text + "!" } else { text })
                .collect();
            format!("{stem}|{}", options.join("|"))
        })
    };
    for (line, from, found) in [
        ("a) x b) y c) z", 0, Some("|x|y|z")),
        ("A. x   *B. y\tC. z", 0, Some("|x|y!|z")),
        ("c) z   d) w", 2, Some("|z|w")),
        ("Who? a) x; b) y; c) z", 0, Some("Who?|x|y|z")),
        ("谁？A、一 B、二 C、三", 0, Some("谁？|一|二|三")),
        ("a) Both b) and c) are right", 0, None),
        ("d) Both a) and c)", 3, None),
        ("a) x", 0, None),
        ("Vitamins A. and B.", 0, None),
    ] {
        assert_eq!(texts(line, from).as_deref(), found, "{line}");
    }
}
