//! What is said to people when they have answered, and where of it a question has a place: what is said of a right answer
//! explains it where nothing else does.

use super::intake::{Draft, Word, fold, means};

/// What a question has no place for, as it is named.
pub(crate) const ON_RIGHT: &str = "feedback on right answers";
pub(crate) const ON_WRONG: &str = "feedback on wrong answers as a whole";
const ON_PART: &str = "feedback on partly right answers";
const BARE: &str = "feedback that only says right or wrong";

/// What programs say to everybody, in the languages that question files come in.
#[rustfmt::skip] // a line a language
const USUAL: &[&str] = &[
    "your answer is correct|your answer is incorrect|your answer is partially correct|well done|incorrect|wrong|sorry",
    "respuesta correcta|respuesta incorrecta|respuesta parcialmente correcta|su respuesta es correcta|su respuesta es incorrecta|incorrecto",
    "votre réponse est correcte|votre réponse est incorrecte|votre réponse est partiellement correcte|incorrect|faux",
    "die antwort ist richtig|die antwort ist falsch|die antwort ist teilweise richtig|leider falsch|falsch",
    "sua resposta está correta|sua resposta está incorreta|sua resposta está parcialmente correta|resposta correta|resposta incorreta",
    "risposta corretta|risposta errata|risposta parzialmente esatta|la tua risposta è corretta|sbagliato",
    "twoja odpowiedź jest poprawna|twoja odpowiedź jest niepoprawna|twoja odpowiedź jest częściowo poprawna|źle",
    "ваш ответ верный|ваш ответ неправильный|ваш ответ частично правильный|неверно|неправильно",
    "ваша відповідь правильна|ваша відповідь неправильна|ваша відповідь частково правильна|неправильно",
    "câu trả lời của bạn đúng|câu trả lời của bạn sai|sai",
    "回答正确|回答错误|回答部分正确|错误|你的答案正确",
    "あなたの答えは正解です|あなたの答えは正しくありません|不正解",
    "정답입니다|오답입니다|틀렸습니다",
];

/// Feedback that belongs to no single option.
#[derive(Debug, Default)]
pub(crate) struct Feedback {
    /// Shown to those who are right.
    pub(crate) right: Vec<String>,
    /// Shown to those who are wrong, whatever they chose.
    pub(crate) wrong: Vec<String>,
    /// Shown to those who are right in part.
    pub(crate) partly: Vec<String>,
}

impl Feedback {
    /// Gives a question whose options and explanation are known what it has a place for, and names the rest.
    pub(crate) fn settle(self, draft: &mut Draft) -> Vec<(&'static str, usize)> {
        let mut bare = 0;
        let mut said = |texts: Vec<String>| -> Vec<String> {
            let (empty, rest): (Vec<_>, Vec<_>) = texts
                .into_iter()
                .filter(|text| !text.trim().is_empty())
                .partition(|text| says_no_more_than_right_or_wrong(text));
            bare += empty.len();
            rest
        };
        let of_options: Vec<String> = draft
            .options
            .iter_mut()
            .filter(|option| option.right)
            .map(|option| std::mem::take(&mut option.why))
            .collect();
        let mut right = said(of_options);
        right.extend(said(self.right));
        right.dedup();
        let (wrong, partly) = (said(self.wrong).len(), said(self.partly).len());
        let mut unused = 0;
        if draft.explanation.trim().is_empty() {
            draft.explanation = right.join("\n");
        } else {
            unused = right.iter().filter(|text| **text != draft.explanation).count();
        }
        vec![(ON_RIGHT, unused), (ON_WRONG, wrong), (ON_PART, partly), (BARE, bare)]
    }
}

fn says_no_more_than_right_or_wrong(text: &str) -> bool {
    let folded = fold(text);
    means(Word::Right, text)
        || means(Word::False, text)
        || USUAL.iter().flat_map(|line| line.split('|')).any(|usual| fold(usual) == folded)
}

#[cfg(test)]
mod tests {
    use super::says_no_more_than_right_or_wrong;

    #[test]
    fn praise_that_explains_nothing_is_known() {
        for text in ["Your answer is correct.", "Richtig!", "Respuesta incorrecta.", "Ваш ответ верный."]
        {
            assert!(says_no_more_than_right_or_wrong(text), "{text}");
        }
        for text in ["Yes: the post orders name the guard.", "Correct, since only he has the key."] {
            assert!(!says_no_more_than_right_or_wrong(text), "{text}");
        }
    }
}
