//! What a person can reply at a prompt, and the letters of options.

/// A person's reply at a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// Options by their index in the layout: 0 is the letter A.
    Options(Vec<usize>),
    Next,
    /// Go to the question before this one.
    Previous,
    /// Go to the question with this number, from 1, as typed.
    Go(usize),
    /// Go to the next page with these words.
    Find(String),
    /// Switch between a part of the questions and all of them.
    All,
    Flag,
    /// In an exam: flag the question that was answered last, which is no longer on the screen.
    FlagLast,
    /// On the review screen of an exam: flag the question with this number, from 1, as typed.
    FlagNumber(usize),
    /// Why the other options are wrong.
    Why,
    /// The last answer was a guess, or was none after all.
    Guess,
    Skip,
    Undo,
    /// Remove the answer.
    Clear,
    Again,
    /// Go to the review screen, and from there hand in.
    HandIn,
    Yes,
    No,
    Help,
    Quit,
    /// The input has ended.
    End,
    /// Ctrl-C.
    Interrupted,
    /// Several keys at once, as from a paste: none of them counts.
    Burst,
    /// The watch stopped the wait; see [`super::WatchEvent::Stop`].
    Stopped,
    /// Something that means nothing at this prompt.
    Unknown(String),
}

/// The letter of an option by its index in the layout.
pub(crate) fn letter(shown: usize) -> char {
    char::from(b'A' + shown.min(25) as u8)
}

/// `A`, `A and C`, `A, B and D`.
pub(crate) fn letters(shown: &[usize]) -> String {
    let mut shown = shown.to_vec();
    shown.sort_unstable();
    let names: Vec<String> = shown.iter().map(|&at| letter(at).to_string()).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_are_listed_as_a_person_would() {
        assert_eq!(letters(&[0]), "A");
        assert_eq!(letters(&[2, 0]), "A and C");
        assert_eq!(letters(&[3, 0, 1]), "A, B and D");
    }
}
