//! A question in a few words, so that a person recognizes it.

use crate::bank::Bank;
use crate::words::opening;

/// The first words of its stem in quotes, in at most so many columns; its id if it is not in the banks.
pub(crate) fn few_words(id: &str, bank: &Bank, width: usize) -> String {
    match bank.question(id) {
        Some(question) => format!("\"{}\"", opening(&question.stem, width.saturating_sub(2))),
        None => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::few_words;
    use crate::bank::samples;

    #[test]
    fn a_question_is_told_by_its_stem() {
        let bank = samples::bank(1, 1);
        assert_eq!(few_words("t1-1", &bank, 60), "\"What is asked in t1-1?\"");
        assert_eq!(few_words("t1-1", &bank, 16), "\"What is...\"");
        assert_eq!(few_words("gone", &bank, 60), "gone");
    }
}
