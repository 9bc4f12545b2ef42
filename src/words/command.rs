//! Sentences that end with what to type.

/// The sentences without the command that they end with, for where none can be typed. A command within a sentence stays.
pub(crate) fn without_command(text: &str) -> String {
    match text.rfind("guardprep ") {
        Some(at) if !text.ends_with('.') => {
            let said = text[..at].trim_end();
            let said = said.strip_suffix("Try:").unwrap_or(said).trim_end().trim_end_matches(':');
            if said.is_empty() || said.ends_with('.') { said.to_owned() } else { format!("{said}.") }
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_command;

    #[test]
    fn only_a_command_at_the_end_is_left_out() {
        for (text, without) in [
            ("Today: 20 questions. guardprep study", "Today: 20 questions."),
            ("Weakest: Keys. Try: guardprep quiz keys", "Weakest: Keys."),
            ("A quiz is paused: guardprep resume", "A quiz is paused."),
            ("guardprep study asks 20 questions a day.", "guardprep study asks 20 questions a day."),
            ("Done for today.", "Done for today."),
            ("guardprep study", ""),
        ] {
            assert_eq!(without_command(text), without);
        }
    }
}
