//! Tables of different habit, as instructors of many countries make them: count, keys, texts, what is said, places.

use crate::exchange::{ImportOptions, Imported, recognize};

fn import(bytes: &[u8], columns: &[(&str, &str)]) -> Imported {
    let columns = columns.iter().map(|(field, name)| ((*field).to_owned(), (*name).to_owned())).collect();
    let options = ImportOptions { file_name: String::from("list.csv"), columns, ..ImportOptions::default() };
    super::import::import(bytes, &options)
}

/// Stem and key of each question, what was said, and each problem with its line.
fn check(bytes: &[u8], questions: &[(&str, &str)], said: &[&str], problems: &[(usize, &str)]) {
    let text = String::from_utf8_lossy(bytes);
    let name = recognize("list.csv", bytes).map(|format| format.name);
    assert!(matches!(name, Some("csv" | "tsv")), "{name:?}: {text}");
    let imported = import(bytes, &[]);
    let told: Vec<(usize, &str)> = imported
        .problems
        .iter()
        .map(|problem| {
            let place = problem.place.as_ref().unwrap();
            (place.source.line_and_column(place.span.start).0, problem.message.as_str())
        })
        .collect();
    assert_eq!(told, problems, "{text}");
    let all = imported.bank.questions().iter();
    let found: Vec<(&str, String)> =
        all.map(|question| (question.stem.as_str(), question.keys.join("+"))).collect();
    let expected: Vec<(&str, String)> =
        questions.iter().map(|(stem, key)| (*stem, (*key).to_owned())).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(imported.said, said, "{text}");
}

#[test]
fn tables_of_many_countries_are_read() {
    check(
        "\u{feff}Pregunta;Opción A;Opción B;Opción C;Respuesta correcta;Justificación\r\n¿Quién?;uno;dos;tres;B;Así es.\r\n¿Dónde?;aquí;allí;;a;\r\n".as_bytes(),
        &[("¿Quién?", "dos"), ("¿Dónde?", "aquí")],
        &[],
        &[],
    );
    check(
        "序号,题目,选项A,选项B,选项C,答案,解析\n1,谁开门？,保安,司机,房客,A,规定\n2,哪些？,甲,乙,丙,AC,\n"
            .as_bytes(),
        &[("谁开门？", "保安"), ("哪些？", "甲+丙")],
        &[],
        &[],
    );
    check(
        "№\tВопрос\tВариант 1\tВариант 2\tВариант 3\tПравильный ответ\n1\tКто?\tгость\tохрана\tводитель\t2\n2\tГде?\tздесь\tтам\tнигде\t3\n".as_bytes(),
        &[("Кто?", "охрана"), ("Где?", "нигде")],
        &["the answers count the options from 1"],
        &[],
    );
    check(
        "Pytanie|Odpowiedź A|Odpowiedź B|Poprawna odpowiedź\nKto?|strażnik|gość|strażnik\n".as_bytes(),
        &[("Kto?", "strażnik")],
        &[],
        &[],
    );
    check(
        "문제,보기1,보기2,보기3,보기4,정답\n누구?,가,나,다,라,④\n어디?,갑,을,병,정,①\n".as_bytes(),
        &[("누구?", "라"), ("어디?", "갑")],
        &["the answers count the options from 1"],
        &[],
    );
    check(
        "Domanda,Risposta corretta,Risposta errata 1,Risposta errata 2\nChi?,la guardia,l'ospite,nessuno\n"
            .as_bytes(),
        &[("Chi?", "la guardia")],
        &[],
        &[],
    );
    check(
        "Câu hỏi,Đáp án A,Đáp án B,Đáp án đúng\nAi?,bảo vệ,khách,A\n".as_bytes(),
        &[("Ai?", "bảo vệ")],
        &[],
        &[],
    );
    check(
        "問題,選択肢ア,選択肢イ,正解\n"
            .replace("選択肢ア", "選択肢1")
            .replace("選択肢イ", "選択肢2")
            .as_bytes(),
        &[],
        &[],
        &[(1, "no question was found")],
    );
}

#[test]
fn tables_of_other_shapes_are_read() {
    // A title and a hint above the names; a table in Markdown; all options in one cell; true and false without options.
    check(
        b"Night desk,,,,\n\nFor week two,,,,\nQuestion,A,B,Answer,Points\nWho?,x,y,B,2\n",
        &[("Who?", "y")],
        &["the names of the columns stand in line 4"],
        &[(4, "columns that are not read: Points")],
    );
    check(
        b"| Question | A | B | Answer |\n|---|:-:|---|---|\n| Who? | x | y | B |\n| Where? | here | there | A |\n",
        &[("Who?", "y"), ("Where?", "here")],
        &[],
        &[],
    );
    check(
        b"question,options,answer\nWho?,x|y|z,y\nWhere?,here|there,here\n",
        &[("Who?", "y"), ("Where?", "here")],
        &[],
        &[],
    );
    check(
        b"Question,Answer,A,B\nIs it safe?,TRUE,,\nWho?,x,x,y\n",
        &[("Is it safe?", "True"), ("Who?", "x")],
        &[],
        &[],
    );
    // Several columns for the right answers.
    check(
        b"Question,Answer A,Answer B,Answer C,Correct Answer 1,Correct Answer 2\nWhich?,x,y,z,A,C\nWho?,x,y,z,B,\n",
        &[("Which?", "x+z"), ("Who?", "y")],
        &[],
        &[],
    );
    // No names at all.
    check(
        b"Who opens the gate?,The guard,The driver,The tenant,A\nWho shuts it?,The host,The cook,The guard,C\n",
        &[("Who opens the gate?", "The guard"), ("Who shuts it?", "The guard")],
        &[],
        &[(1, "no row names the columns: column 1 was taken for the question, 2 to 4 for the options A to C, 5 for the answer")],
    );
    check(
        b"sep=;\nquestion;a;b;answer\nWho?;x;y;b\n",
        &[("Who?", "y")],
        &["the names of the columns stand in line 2"],
        &[],
    );
}

#[test]
fn places_are_right_with_line_ends_of_windows_and_long_lines() {
    let long = "x".repeat(9_000);
    let text = format!(
        "question,a,b,answer\r\n\"Two\r\nlines?\",{long},y,b\r\nWho?,x,y,Z\r\n\"Torn?,x,y,a\r\nWhere?,here,there,a\r\nWhy?,x,x,a\r\n"
    );
    let imported = import(text.as_bytes(), &[]);
    let places: Vec<String> =
        imported.problems.iter().map(|problem| problem.place.as_ref().unwrap().text()).collect();
    let mut sorted = places.clone();
    sorted.sort();
    assert_eq!(sorted, ["list.csv:4:1", "list.csv:5:1", "list.csv:7:1"]);
    assert_eq!((imported.read, imported.skipped), (2, 3));
    assert_eq!(imported.bank.questions()[0].distractors[0].text.len(), 9_000);
}

#[test]
fn an_encoding_is_found_out_for_a_whole_table() {
    let text = "Вопрос;А;Б;В;Ответ\nКто открывает ворота?;охранник;гость;водитель;Б\nКто закрывает?;повар;хозяин;охранник;В\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
    check(
        &bytes,
        &[("Кто открывает ворота?", "гость"), ("Кто закрывает?", "охранник")],
        &["the answers are letters of options, in the Cyrillic alphabet"],
        &[(1, "the file is not UTF-8; it was read as Windows-1251 (Cyrillic)")],
    );
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(
        &[&b"\xff\xfe"[..], &utf16].concat(),
        &[("Кто открывает ворота?", "гость"), ("Кто закрывает?", "охранник")],
        &["the text is in UTF-16", "the answers are letters of options, in the Cyrillic alphabet"],
        &[],
    );
}

#[test]
fn columns_are_meant_by_name_or_number_and_unknown_ones_are_refused() {
    let table = b"Text,Eins,Zwei,Treffer\nWer?,x,y,2\n";
    let given = [("stem", "Text"), ("A", "Eins"), ("B", "Zwei"), ("answer", "Treffer")];
    let imported = import(table, &given);
    assert_eq!(imported.problems, vec![]);
    assert_eq!(imported.bank.questions()[0].keys, ["y"]);
    let imported = import(table, &[("stem", "Frage")]);
    assert_eq!(imported.read, 0);
    assert_eq!(
        imported.problems[0].message,
        "no column is called `Frage`, which was to be the stem; the row says: Text, Eins, Zwei, Treffer"
    );
    let imported = import(
        b"gate,Wer?,x,y,2\ndesk,Wo?,hier,da,1\n",
        &[("topic", "1"), ("stem", "2"), ("A", "3"), ("B", "4"), ("answer", "5")],
    );
    assert_eq!((imported.read, imported.bank.topics().len()), (2, 2), "{:?}", imported.problems);
}

#[test]
fn what_the_answers_mean_is_asked_where_nothing_tells() {
    let table = b"question,a,b,c,answer\nWho?,x,y,z,1\nWhere?,x,y,z,2\n";
    let imported = import(table, &[]);
    assert_eq!((imported.read, imported.problems.len()), (0, 1));
    let problem = &imported.problems[0];
    assert_eq!(
        problem.message,
        "the answers count the options from 1 or count the options from 0; nothing in the file tells which: `1` is \
         \"x\" or \"y\""
    );
    assert_eq!(problem.help.as_deref(), Some("say which: `--answers from-1` or `--answers from-0`"));
}
