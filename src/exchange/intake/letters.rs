//! Letters that stand for options: typed before them, where they are taken off; and named in a text, where the options
//! have to stay in the order in which they were written.

use super::draft::{Draft, OptionDraft};
use super::word::means;
use super::word_list::Word;
use crate::exchange::text::letter_index;

/// Takes off the letters or numbers that stand before all options in their order, such as `a)`, `(b)`, `3.`; gives
/// whether it did. Where they are not in order they may mean something, and stay.
pub(super) fn untyped(options: &[OptionDraft]) -> Option<Vec<OptionDraft>> {
    let labels: Vec<Label<'_>> = options.iter().map(|option| label(&option.text)).collect::<Option<_>>()?;
    let first = labels.first()?;
    let ordered = labels
        .iter()
        .enumerate()
        .all(|(at, label)| label.index == at && label.style == first.style && !label.rest.is_empty());
    (labels.len() > 1 && ordered).then(|| {
        let plain = |(option, label): (&OptionDraft, &Label<'_>)| OptionDraft {
            text: label.rest.to_owned(),
            ..option.clone()
        };
        options.iter().zip(&labels).map(plain).collect()
    })
}

struct Label<'t> {
    index: usize,
    /// Digit, small or capital letter; opened by a parenthesis; what closes it.
    style: (u8, bool, char),
    rest: &'t str,
}

fn label(text: &str) -> Option<Label<'_>> {
    let (open, rest) = match text.trim_start().strip_prefix('(') {
        Some(rest) => (true, rest),
        None => (false, text.trim_start()),
    };
    let name = rest.chars().next()?;
    let (index, class) = match name {
        '1'..='9' => (name as usize - '1' as usize, b'1'),
        'a'..='z' => (name as usize - 'a' as usize, b'a'),
        'A'..='Z' => (name as usize - 'A' as usize, b'A'),
        'а'..='я' => (name as usize - 'а' as usize, b'r'),
        'А'..='Я' => (name as usize - 'А' as usize, b'R'),
        _ => return None,
    };
    let rest = &rest[name.len_utf8()..];
    let end = rest.chars().next().filter(|c| if open { *c == ')' } else { ").".contains(*c) })?;
    let rest = &rest[1..];
    let apart = rest.starts_with(char::is_whitespace) || (end == ')' && !rest.is_empty());
    apart.then(|| Label { index, style: (class, open, end), rest: rest.trim_start() })
}

/// Words before two letters that mean two options: "both A and C".
const PAIRS: &[&str] = &[
    "both", "neither", "either", "only", "ambas", "ambos", "beide", "sowohl", "weder", "entrambe", "oba",
    "обе", "оба",
];

/// What is said of an option behind its letter.
const SAID: &[&str] = &[
    "is",
    "ist",
    "es",
    "est",
    "are",
    "sind",
    "был",
    "верно",
    "correct",
    "right",
    "wrong",
    "incorrect",
    "false",
    "true",
    "richtig",
    "falsch",
    "because",
    "since",
    "weil",
];

/// The first words of a text of the question that name an option by its letter.
pub(super) fn named(draft: &Draft) -> Option<String> {
    let of_option = draft.options.iter().flat_map(|option| [&option.text, &option.why]);
    let mut texts = [&draft.stem, &draft.explanation].into_iter().chain(of_option);
    texts.find_map(|text| named_in(text, draft.options.len()))
}

fn named_in(text: &str, options: usize) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let means = |word: Option<&&str>, of: Word| word.is_some_and(|word| means(of, word));
    let is = |word: Option<&&str>, list: &[&str]| {
        word.is_some_and(|word| list.contains(&word.to_lowercase().as_str()))
    };
    (0..words.len()).find_map(|at| {
        let (letter, closed) = letter_of(words[at], options)?;
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let (next, after) = (words.get(at + 1), words.get(at + 2));
        let other = after.and_then(|word| letter_of(word, options));
        // "a) and c)", "both A and C", "option B", "B is right"
        let pair = means(next, Word::And)
            && next.is_some_and(|word| *word != "&")
            && other.is_some_and(|(_, also)| (closed && also) || is(before, PAIRS));
        let noun =
            before.is_some_and(|word| word.chars().all(char::is_alphabetic)) && means(before, Word::Option);
        let noun = noun && (letter.is_ascii_uppercase() && letter != 'A' || closed);
        let said = letter.is_ascii_uppercase()
            && letter != 'A'
            && before.is_none_or(|word| word.ends_with(['.', '!', '?', ';', ':']))
            && is(next, SAID);
        (pair || noun || said).then(|| {
            let from = if noun || is(before, PAIRS) { at - 1 } else { at };
            let to = if pair { at + 3 } else { (at + 2).min(words.len()) };
            words[from..to].join(" ")
        })
    })
}

/// The letter that a word consists of, and whether it is closed by a parenthesis.
fn letter_of(word: &str, options: usize) -> Option<(char, bool)> {
    let closed = word.trim_end_matches(['.', ',', ';', ':']).ends_with(')');
    let bare = word.trim_matches(['(', ')', '.', ',', ';', ':', '"', '\'']);
    let letter = bare.chars().next().filter(|c| bare.len() == 1 && c.is_ascii_alphabetic())?;
    letter_index(bare).is_some_and(|index| index < options.max(2)).then_some((letter, closed))
}

/// What was done about letters that stand for options.
pub(super) struct Letters {
    /// How many were taken off.
    pub(super) typed: usize,
    /// How a text names an option, for which the options keep their order.
    pub(super) named: Option<String>,
}

/// A draft without letters typed before its options, and with a fixed order where a text names one by its letter.
pub(super) fn lettered(draft: &Draft) -> (Draft, Letters) {
    let mut draft = draft.clone();
    let mut letters = Letters { typed: 0, named: None };
    if !draft.order.is_empty() {
        return (draft, letters);
    }
    if let Some(options) = untyped(&draft.options) {
        letters.typed = options.len();
        draft.options = options;
    }
    if !draft.fixed {
        letters.named = named(&draft);
        draft.fixed = letters.named.is_some();
    }
    (draft, letters)
}

#[cfg(test)]
mod tests {
    use super::{OptionDraft, named_in, untyped};

    fn options(texts: &[&str]) -> Vec<OptionDraft> {
        texts.iter().map(|text| OptionDraft { text: (*text).to_owned(), ..OptionDraft::default() }).collect()
    }

    #[test]
    fn letters_before_all_options_in_order_are_taken_off() {
        for typed in [
            ["a) x", "b) y", "c) z"],
            ["(A) x", "(B) y", "(C)z"],
            ["1. x", "2. y", "3. z"],
            ["а) x", "б) y", "в) z"],
            ["A. x", "B. y", "C.  z"],
        ] {
            assert_eq!(untyped(&options(&typed)), Some(options(&["x", "y", "z"])), "{typed:?}");
        }
        for kept in [
            &["b) x", "a) y"][..],
            &["a) x", "b) y", "z"],
            &["a) x", "c) y"],
            &["a) x", "b. y"],
            &["1.5 m", "2.5 m"],
            &["A.M.", "B.M."],
            &["a)", "b)"],
            &["a) x"],
        ] {
            assert_eq!(untyped(&options(kept)), None, "{kept:?}");
        }
    }

    #[test]
    fn options_named_by_their_letter_are_noticed() {
        for (text, what) in [
            ("Both a) and c)", Some("Both a) and c)")),
            ("B is right, since only he has the key.", Some("B is")),
            ("So option C fits. No other does.", Some("option C fits.")),
            ("Только вариант B годится", Some("вариант B годится")),
            ("Both A and B", Some("Both A and B")),
            ("A guard is calm.", None),
            ("Vitamins A and B", None),
            ("Answer a visitor politely", None),
            ("Plan B is the stairs", None),
            ("i and j", None),
        ] {
            assert_eq!(named_in(text, 4).as_deref(), what, "{text}");
        }
    }
}
