//! What people call the parts of a question, in the languages that question files come in: one table for the headers of
//! tables, for hand-typed lists and for documents.
//!
//! All words are in lower case, as [`plain`] makes them, and stand in the order of the languages: English, Spanish,
//! French, German, Portuguese, Italian, Polish, Russian, Ukrainian, Vietnamese, Chinese, Japanese, Korean.

#![allow(dead_code, reason = "the readers that use it are coming one by one")]

/// The question itself.
#[rustfmt::skip] // a language a line
pub(in crate::exchange) const QUESTION: &[&str] = &[
    "question", "question text", "question title", "question stem", "prompt", "stem", "item", "task", "problem",
    "pregunta", "texto de la pregunta", "enunciado", "reactivo", "cuestión",
    "intitulé", "énoncé", "texte de la question", "libellé",
    "frage", "fragetext", "fragestellung", "aufgabe",
    "pergunta", "questão", "texto da pergunta", "texto da questão",
    "domanda", "testo della domanda", "quesito",
    "pytanie", "treść pytania", "treść", "zadanie",
    "вопрос", "текст вопроса", "задание",
    "питання", "запитання", "текст питання", "завдання",
    "câu hỏi", "câu", "nội dung câu hỏi", "đề bài",
    "题目", "問題", "问题", "題目", "题干", "題幹", "试题", "試題", "题", "題",
    "質問", "設問", "問題文", "問い", "問", "設問文",
    "문제", "질문", "문항", "지문",
];

/// One of the options, before its letter or number.
#[rustfmt::skip]
pub(in crate::exchange) const OPTION: &[&str] = &[
    "option", "choice", "answer", "answer choice", "answer option", "response", "alternative",
    "opción", "opcion", "respuesta", "alternativa",
    "réponse", "reponse", "choix", "proposition",
    "antwort", "antwortmöglichkeit", "auswahl", "antwortoption",
    "opção", "opcao", "resposta",
    "opzione", "risposta", "scelta",
    "odpowiedź", "odpowiedz", "opcja", "wariant",
    "вариант", "вариант ответа", "ответ",
    "варіант", "варіант відповіді", "відповідь",
    "đáp án", "phương án", "lựa chọn", "trả lời",
    "选项", "選項", "选择", "答案",
    "選択肢", "回答",
    "보기", "선택지", "선지", "답",
];

/// Which option is right.
#[rustfmt::skip]
pub(in crate::exchange) const KEY: &[&str] = &[
    "answer", "answers", "ans", "correct", "correct answer", "correct answers", "the correct answer", "right answer",
    "the right answer", "the answer", "key", "answer key", "correct option", "correct options", "correct choice",
    "solution", "correct response", "right option",
    "respuesta", "respuestas", "respuesta correcta", "la respuesta correcta", "respuestas correctas", "correcta",
    "opción correcta", "solución", "clave", "resp", "rpta", "rta", "sol", "solucion", "opcion correcta",
    "réponse", "réponses", "reponse", "bonne réponse", "la bonne réponse", "bonnes réponses", "réponse correcte",
    "réponse exacte", "réponse juste", "réponses correctes", "corrigé", "rép", "bonne reponse", "reponse correcte",
    "antwort", "antworten", "richtige antwort", "richtige antworten", "richtig", "lösung", "lösungen",
    "korrekte antwort", "korrekt", "loesung", "richtige lösung", "die richtige antwort",
    "resposta", "respostas", "resposta correta", "resposta certa", "gabarito", "alternativa correta",
    "opção correta", "solução", "resposta correcta",
    "risposta", "risposte", "risposta corretta", "risposta esatta", "risposta giusta", "risposte corrette",
    "soluzione", "esatta",
    "odpowiedź", "odpowiedzi", "poprawna odpowiedź", "prawidłowa odpowiedź", "poprawna", "odp", "rozwiązanie",
    "odpowiedz", "poprawna odpowiedz", "klucz", "prawidłowa", "klucz odpowiedzi",
    "ответ", "ответы", "правильный ответ", "верный ответ", "правильные ответы", "верно", "отв", "ключ", "ключи",
    "верные ответы",
    "відповідь", "відповіді", "правильна відповідь", "вірна відповідь", "правильні відповіді", "ключ до тесту",
    "đáp án", "đáp án đúng", "câu trả lời đúng", "trả lời", "câu trả lời", "dap an", "đa", "phương án đúng",
    "答案", "正确答案", "正確答案", "参考答案", "參考答案", "正解", "标准答案", "標準答案", "答",
    "解答", "正答", "答え", "正解番号",
    "정답", "답", "답안", "해답",
];

/// Why the right option is right.
#[rustfmt::skip]
pub(in crate::exchange) const EXPLANATION: &[&str] = &[
    "explanation", "answer explanation", "general feedback", "feedback", "rationale", "reason", "justification",
    "comment", "comments", "note", "why", "reasoning",
    "explicación", "explicacion", "justificación", "justificacion", "retroalimentación", "retroalimentacion",
    "comentario", "razón",
    "explication", "explications", "justification de la réponse", "commentaire", "rétroaction",
    "erklärung", "erläuterung", "begründung", "rückmeldung", "kommentar", "erklaerung", "hinweis",
    "explicação", "explicacao", "justificativa", "comentário", "resolução",
    "spiegazione", "motivazione", "commento", "giustificazione",
    "wyjaśnienie", "uzasadnienie", "komentarz", "wyjasnienie",
    "объяснение", "пояснение", "комментарий", "обоснование",
    "пояснення", "обґрунтування", "коментар",
    "giải thích", "lời giải", "hướng dẫn giải", "giai thich", "hướng dẫn",
    "解析", "答案解析", "解释", "說明", "说明", "分析", "试题解析",
    "解説", "説明", "理由",
    "해설", "설명", "풀이",
];

/// Where it can be looked up.
#[rustfmt::skip]
pub(in crate::exchange) const SOURCE: &[&str] = &[
    "source", "reference", "references", "ref",
    "fuente", "referencia",
    "référence",
    "quelle", "fundstelle",
    "fonte", "referência",
    "riferimento",
    "źródło",
    "источник",
    "джерело",
    "nguồn",
    "出处", "出處", "来源", "來源",
    "出典",
    "출처",
];

/// What it is about.
#[rustfmt::skip]
pub(in crate::exchange) const TOPIC: &[&str] = &[
    "topic", "category", "chapter", "subject", "section", "unit", "module",
    "tema", "categoría", "categoria", "capítulo", "materia",
    "thème", "catégorie", "chapitre", "sujet",
    "thema", "kategorie", "kapitel", "themengebiet", "fach",
    "assunto", "disciplina",
    "argomento", "capitolo", "materia di studio",
    "temat", "kategoria", "rozdział", "dział",
    "тема", "категория", "раздел", "глава",
    "категорія", "розділ",
    "chủ đề", "chương", "danh mục",
    "主题", "主題", "分类", "分類", "类别", "類別", "章节", "章節",
    "カテゴリ", "カテゴリー", "分野", "章",
    "주제", "분류", "단원", "과목",
];

/// What it counts.
#[rustfmt::skip]
pub(in crate::exchange) const POINTS: &[&str] = &[
    "points", "point", "score", "marks", "mark", "grade", "weight",
    "puntos", "puntaje", "puntuación",
    "barème", "note maximale",
    "punkte", "punktzahl",
    "pontos", "pontuação", "valor",
    "punti", "punteggio",
    "punkty", "liczba punktów",
    "баллы", "балл",
    "бали", "бал",
    "điểm",
    "分值", "分数", "分數",
    "配点", "点数",
    "배점", "점수",
];

/// The statement is true.
#[rustfmt::skip]
pub(in crate::exchange) const TRUE: &[&str] = &[
    "true", "right", "yes", "t",
    "verdadero", "cierto", "sí", "v",
    "vrai", "oui",
    "wahr", "richtig", "ja",
    "verdadeiro", "certo", "sim",
    "vero", "sì",
    "prawda", "tak", "p",
    "верно", "правда", "да", "истина",
    "вірно", "так", "істина", "правильно",
    "đúng",
    "对", "對", "正确", "正確", "是",
    "正しい", "はい", "○",
    "참", "맞다", "예", "네",
];

/// The statement is false.
#[rustfmt::skip]
pub(in crate::exchange) const FALSE: &[&str] = &[
    "false", "wrong", "no", "f",
    "falso",
    "faux", "non",
    "falsch", "nein",
    "errado", "não",
    "fałsz", "nie",
    "неверно", "неправда", "нет", "ложь",
    "невірно", "ні", "хибно", "неправильно",
    "sai",
    "错", "錯", "错误", "錯誤", "否", "不正确",
    "誤り", "間違い", "いいえ", "×",
    "거짓", "틀리다", "아니오",
];

/// What stands in parentheses behind a right option.
#[rustfmt::skip]
pub(in crate::exchange) const RIGHT: &[&str] = &[
    "correct", "right", "true", "correct answer", "right answer", "answer", "key", "✓", "✔", "✅", "☑", "*", "x",
    "correcta", "correcto", "respuesta correcta", "verdadera", "verdadero",
    "correcte", "bonne réponse", "vrai", "juste", "exact",
    "richtig", "korrekt", "richtige antwort", "wahr",
    "correta", "correto", "certa", "certo", "resposta correta",
    "corretta", "corretto", "esatta", "esatto", "giusta", "giusto", "risposta corretta",
    "poprawna", "poprawne", "prawidłowa", "poprawna odpowiedź", "dobra",
    "верно", "правильно", "правильный", "правильный ответ", "верный ответ",
    "вірно", "правильна", "правильна відповідь", "правильна",
    "đúng", "đáp án", "đáp án đúng",
    "正确", "正確", "正确答案", "对", "答案",
    "正解", "正答",
    "정답",
];

/// Between two answers.
#[rustfmt::skip]
pub(in crate::exchange) const AND: &[&str] =
    &["and", "y", "e", "et", "und", "i", "и", "та", "і", "và", "和", "与", "及", "と", "및", "&"];

/// A name as the lists of this file have it: in lower case, single blanks between its words, without what people put
/// around it (`**Answer:**` is `answer`).
pub(in crate::exchange) fn plain(name: &str) -> String {
    let marks = |c: char| c.is_whitespace() || "*_#:：.。【】[]()（）>`\u{a0}\u{feff}".contains(c);
    let lower = name.trim_matches(marks).to_lowercase();
    lower
        .split([' ', '\t', '\n', '_', '\u{a0}'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a name is one of these words.
pub(in crate::exchange) fn is_one_of(name: &str, words: &[&str]) -> bool {
    words.contains(&plain(name).as_str())
}

#[cfg(test)]
mod tests {
    use super::{EXPLANATION, KEY, OPTION, POINTS, QUESTION, SOURCE, TOPIC, is_one_of, plain};

    #[test]
    fn every_word_can_be_met() {
        for words in [QUESTION, OPTION, KEY, EXPLANATION, SOURCE, TOPIC, POINTS] {
            for word in words {
                assert_eq!(plain(word), *word);
            }
        }
    }

    #[test]
    fn case_blanks_and_marks_are_no_difference() {
        for name in [
            "Correct Answer",
            "**Correct answer:**",
            "correct_answer",
            " CORRECT  ANSWER ",
            "## Correct answer",
        ] {
            assert!(is_one_of(name, KEY), "{name}");
        }
        for name in
            ["Lösung", "LÖSUNG:", "Правильный ответ", "【答案】", "정답", "Đáp án", "Respuesta correcta"]
        {
            assert!(is_one_of(name, KEY), "{name}");
        }
        assert!(!is_one_of("Answer this", KEY));
    }
}
