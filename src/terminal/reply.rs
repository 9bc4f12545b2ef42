//! What a person can say at a prompt, and the letters of options.

/// What a person said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// Options by the place at which they were shown, from 0.
    Options(Vec<usize>),
    Next,
    /// To the question before this one.
    Previous,
    /// To the question of a number, as it was typed.
    Go(usize),
    Flag,
    Skip,
    Undo,
    /// To take the answer out again.
    Clear,
    Again,
    /// To look over the whole and hand it in.
    HandIn,
    Yes,
    No,
    Help,
    Quit,
    /// The input has ended.
    End,
    /// Ctrl-C.
    Interrupted,
    /// Several keys in one instant, as a paste gives them: none of them counts.
    Burst,
    /// The watch stopped the waiting; see [`super::WatchEvent::Stop`].
    Stopped,
    /// Nothing that was expected.
    Unknown(String),
}

/// Letters of options.
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
