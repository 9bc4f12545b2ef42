//! Recognizing the words of the list, however they are typed.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::word_list::{WORDS, Word};

/// Whether a text is one of the words for something: `Lösung:` for [`Word::Key`].
pub(crate) fn means(word: Word, text: &str) -> bool {
    static FOLDED: OnceLock<BTreeSet<(String, Word)>> = OnceLock::new();
    let folded = FOLDED.get_or_init(|| {
        let all = WORDS.iter().map(|(word, _)| *word);
        all.flat_map(|word| words_of(word).map(move |text| (fold(text), word))).collect()
    });
    // Longer than any of the words.
    text.len() < 200 && folded.contains(&(fold(text), word))
}

/// The two options of a question that is answered with a word such as `True` or `Falso`, in its language, and
/// whether the first one is right.
pub(crate) fn true_or_false(answer: &str) -> Option<([String; 2], bool)> {
    let languages =
        |word: Word| WORDS.iter().find(|(other, _)| *other == word).map(|(_, languages)| languages);
    let (yes, no) = (languages(Word::True)?, languages(Word::False)?);
    let answer = fold(answer);
    let says = |line: &str| line.split('|').any(|known| known.chars().count() > 1 && fold(known) == answer);
    let first = |line: &str| {
        let mut letters = line.split('|').next().unwrap_or(line).chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    let pairs = yes.iter().zip(no);
    let mut found = pairs.filter_map(|(yes, no)| match (says(yes), says(no)) {
        (true, false) => Some(([first(yes), first(no)], true)),
        (false, true) => Some(([first(yes), first(no)], false)),
        _ => None,
    });
    found.next()
}

/// All words for something.
pub(crate) fn words_of(word: Word) -> impl Iterator<Item = &'static str> {
    let of = WORDS.iter().filter(move |(other, _)| *other == word);
    of.flat_map(|(_, languages)| languages.iter().flat_map(|line| line.split('|')))
}

/// A text as it is compared: its letters and digits, in lower case, without accents.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric() || "№√○×#".contains(*c))
    {
        if c.is_ascii() {
            folded.push(c);
            continue;
        }
        match BASES.iter().find(|(_, accented)| accented.contains(c)) {
            Some((base, _)) => folded.push_str(base),
            // Full-width letters and digits, as East Asian keyboards type them.
            None => match u32::from(c) {
                code @ 0xff01..=0xff5e => folded.extend(char::from_u32(code - 0xfee0)),
                _ => folded.push(c),
            },
        }
    }
    folded
}

/// Letters with their accents taken off, as people type them on a foreign keyboard.
const BASES: &[(&str, &str)] = &[
    ("a", "áàâãäåāăąạảấầẩẫậắằẳẵặ"),
    ("c", "çćčĉ"),
    ("d", "đďð"),
    ("e", "éèêëēĕėęěẹẻẽếềểễệ"),
    ("g", "ğģĝ"),
    ("i", "íìîïīĭįıỉịĩ"),
    ("l", "łĺľļ"),
    ("n", "ñńňņ"),
    ("o", "óòôõöøōőơọỏốồổỗộớờởỡợ"),
    ("r", "řŕ"),
    ("s", "śšşș"),
    ("ss", "ß"),
    ("t", "ťțţ"),
    ("u", "úùûüūŭůűųưụủũứừửữự"),
    ("y", "ýÿỳỵỷỹ"),
    ("z", "źżž"),
    ("oe", "œ"),
    ("ae", "æ"),
    ("е", "ё"),
    ("и", "й"),
    ("і", "ї"),
];

#[cfg(test)]
mod tests {
    use super::{fold, means, true_or_false, words_of};
    use crate::exchange::intake::word_list::{WORDS, Word};

    #[test]
    fn words_are_known_however_they_are_typed() {
        for (word, text) in [
            (Word::Key, "Lösung:"),
            (Word::Key, "LOSUNG"),
            (Word::Key, "Respuesta Correcta"),
            (Word::Key, "Đáp án"),
            (Word::Key, "Đa\u{301}p a\u{301}n"),
            (Word::Key, "答案："),
            (Word::Question, "Pytanie"),
            (Word::Question, "text_of_question".replace("text_of_", "").as_str()),
            (Word::Option, "選択肢"),
            (Word::Explanation, "Обоснование"),
            (Word::Wrong, "Risposta errata"),
            (Word::And, "und"),
            (Word::Number, "№"),
        ] {
            assert!(means(word, text), "{word:?} {text}");
        }
        for (word, text) in
            [(Word::Key, "Question"), (Word::Question, ""), (Word::And, "or"), (Word::Key, ":")]
        {
            assert!(!means(word, text), "{word:?} {text}");
        }
        assert_eq!(fold("Ａnswer "), "answer");
    }

    #[test]
    fn true_and_false_are_options_in_the_language_of_the_answer() {
        assert_eq!(true_or_false("TRUE"), Some((["True", "False"].map(String::from), true)));
        assert_eq!(true_or_false("Falsch"), Some((["Wahr", "Falsch"].map(String::from), false)));
        assert_eq!(true_or_false("Неверно"), Some((["Верно", "Неверно"].map(String::from), false)));
        assert_eq!(true_or_false("maybe"), None);
        assert_eq!(true_or_false("F"), None);
    }

    #[test]
    fn no_word_for_a_question_is_one_for_its_key() {
        for question in words_of(Word::Question) {
            for other in [Word::Key, Word::Options, Word::Explanation, Word::Topic, Word::Source] {
                assert!(!means(other, question), "{question} is {other:?}, too");
            }
        }
        for (word, languages) in WORDS {
            assert!(languages.iter().all(|line| !line.is_empty()), "{word:?}");
            assert!(words_of(*word).all(|known| !fold(known).is_empty()), "{word:?}");
        }
    }
}
