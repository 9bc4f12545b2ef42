//! Texts that are made to be too long, too deep or too many. Each has the name of its reader before its own.

use std::fmt::Write as _;

use super::each;

type File = (String, Vec<u8>);

const HEAD: &str = "schema = 1\n[topic]\nid = \"t\"\ntitle = \"T\"\nsummary = \"S.\"\n[[objective]]\nid = \"o\"\ntext = \"O\"\n";
const MEGABYTE: usize = 1024 * 1024;

/// A question of a bank with a stem and more distractors than usual.
fn question(n: usize, stem: &str, distractors: usize) -> String {
    let mut text = format!(
        "[[question]]\nid = \"q{n}\"\nobjective = \"o\"\nkind = \"concept\"\nlevel = \"recall\"\nstem = \"{stem}\"\n\
         answer = \"yes\"\nexplanation = \"It is so because it is so.\"\nsource = \"A book\"\ndistractors = [\n"
    );
    for at in 0..distractors {
        let _ = writeln!(text, "{{ text = \"no {at}\", why = \"It is not {at}.\" }},");
    }
    text + "]\n"
}

/// Every text with the path it gets below the folder of its reader.
pub(super) fn texts() -> Vec<File> {
    let all = [banks(), tables(), words(), markup(), classes(), typed()].concat();
    all.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

fn banks() -> Vec<(&'static str, String)> {
    vec![
        ("bank/lists-in-lists.toml", format!("{HEAD}x = {}", "[".repeat(100_000))),
        ("bank/tables-in-tables.toml", format!("{HEAD}x = {}1{}", "{a=".repeat(50_000), "}".repeat(50_000))),
        ("bank/names-in-names.toml", format!("{HEAD}{}a = 1\n", "a.".repeat(50_000))),
        ("bank/a-line-of-2-megabytes.toml", "x".repeat(2 * MEGABYTE)),
        ("bank/lines-by-the-million.toml", "\n".repeat(2_000_001)),
        ("bank/questions-without-anything.toml", format!("{HEAD}{}", "[[question]]\n".repeat(3_000))),
        ("bank/keys-by-the-thousand.toml", HEAD.to_owned() + &each(5_000, |n| format!("k{n} = {n}\n"))),
        ("bank/the-same-key-again-and-again.toml", HEAD.to_owned() + &"k = 1\n".repeat(3_000)),
        (
            "bank/a-question-of-a-megabyte.toml",
            HEAD.to_owned() + &question(1, &"word ".repeat(MEGABYTE / 5), 2),
        ),
        ("bank/options-by-the-thousand.toml", HEAD.to_owned() + &question(1, "What is it?", 5_000)),
        ("bank/tiny-questions.toml", HEAD.to_owned() + &each(3_000, |n| question(n, "What?", 2))),
        ("bank/broken-questions.toml", HEAD.to_owned() + &"[[question]\nid = \"x\n".repeat(10_000)),
        ("bank/quotes.toml", HEAD.to_owned() + &"\"\"\"".repeat(100_001)),
        (
            "profile/profiles-by-the-thousand.toml",
            String::from("schema = 1\n") + &"[[profile]]\nid = \"p\"\n".repeat(2_000),
        ),
        (
            "stats/classes-by-the-thousand.toml",
            String::from("schema = 1\n") + &"[[class]]\nstudents = 1\n".repeat(3_000),
        ),
    ]
}

fn tables() -> Vec<(&'static str, String)> {
    let head = "stem,answer,A,B\n";
    vec![
        ("csv/columns-by-the-million.csv", format!("{}\n{}\n", ",".repeat(1_000_000), "x,".repeat(500_000))),
        (
            "csv/names-by-the-hundred-thousand.csv",
            format!("{head}{}\n", each(100_000, |n| format!("option {n},"))),
        ),
        ("csv/tiny-questions.csv", head.to_owned() + &each(2_000, |n| format!("What is {n}?,A,x{n},y\n"))),
        ("csv/the-same-question.csv", head.to_owned() + &"What?,A,x,y\n".repeat(5_000)),
        ("csv/a-cell-of-2-megabytes.csv", format!("{head}{},A,x,y\n", "word ".repeat(MEGABYTE / 3))),
        ("csv/quotes-never-closed.csv", head.to_owned() + &"\"What?,A,x,y\n".repeat(2_001)),
        (
            "csv/options-by-the-thousand.csv",
            format!("stem,answer,options\nWhat?,A,\"{}\"\n", each(20_000, |n| format!("x{n}; "))),
        ),
        ("csv/separators-of-every-kind.csv", ",;\t|:^".repeat(50_000)),
        ("kahoot/rows-without-anything.csv", ",,,,,,,\n".repeat(100_000)),
        (
            "quizizz/rows.csv",
            String::from("Question Text,Question Type,Option 1,Option 2,Correct Answer\n")
                + &each(2_000, |n| format!("Q{n},Multiple Choice,a,b,{n}\n")),
        ),
        ("tsv/tabs.tsv", String::from("stem\tanswer\tA\tB\n") + &"\t\t\t\t".repeat(200_000)),
        ("json/lists-in-lists.json", "[".repeat(MEGABYTE)),
        ("json/objects-in-objects.json", "{\"questions\":".repeat(100_000)),
        ("json/closed-lists-in-lists.json", "[".repeat(100_000) + &"]".repeat(100_000)),
        ("json/objects-without-anything.json", format!("[{}{{}}]", "{},".repeat(300_000))),
        (
            "json/tiny-questions.json",
            format!(
                "[{}{{}}]",
                each(2_000, |n| format!(
                    "{{\"question\":\"What is {n}?\",\"options\":[\"x\",\"y\"],\"answer\":\"x\"}},"
                ))
            ),
        ),
        (
            "json/options-by-the-hundred-thousand.json",
            format!(
                "[{{\"question\":\"What?\",\"answer\":1,\"options\":[{}\"x\"]}}]",
                each(100_000, |n| format!("\"o{n}\","))
            ),
        ),
        (
            "json/a-text-of-2-megabytes.json",
            format!(
                "[{{\"question\":\"{}\",\"options\":[\"x\",\"y\"],\"answer\":\"x\"}}]",
                "word ".repeat(MEGABYTE / 3)
            ),
        ),
        (
            "json/names-by-the-hundred-thousand.json",
            format!("[{{{}\"question\":\"What?\"}}]", each(100_000, |n| format!("\"k{n}\":{n},"))),
        ),
    ]
}

fn words() -> Vec<(&'static str, String)> {
    let aiken = |n: usize| format!("What is {n}?\nA) x\nB) y\nANSWER: A\n\n");
    vec![
        ("gift/braces.gift", "{".repeat(200_000)),
        ("gift/braces-and-answers.gift", "{~a=".repeat(100_000)),
        (
            "gift/answers-by-the-thousand.gift",
            format!("What?{{=x {}}}\n", each(20_000, |n| format!("~o{n} "))),
        ),
        ("gift/a-question-of-2-megabytes.gift", format!("{}?{{=x ~y}}\n", "word ".repeat(MEGABYTE / 3))),
        ("gift/tiny-questions.gift", each(2_000, |n| format!("What is {n}?{{=x ~y}}\n\n"))),
        ("gift/categories.gift", each(500, |n| format!("$CATEGORY: a/{n}\n\nWhat?{{=x{n} ~y}}\n\n"))),
        ("aiken/tiny-questions.txt", each(2_000, aiken)),
        ("aiken/options-by-the-thousand.txt", format!("What?\n{}ANSWER: A\n", "A) x\n".repeat(50_000))),
        (
            "aiken/a-line-of-2-megabytes.txt",
            format!("{}\nA) x\nB) y\nANSWER: A\n", "word ".repeat(MEGABYTE / 3)),
        ),
        ("list/tiny-questions.txt", each(2_000, |n| format!("{n}. What is it {n}?\na) x\nb) y\n*c) z\n"))),
        ("list/numbers-by-the-hundred-thousand.txt", each(100_000, |n| format!("{n}.\n"))),
        (
            "list/a-key-without-end.txt",
            format!("1. What?\na) x\nb) y\n\nAnswer key\n{}", each(50_000, |n| format!("{n}. a "))),
        ),
        ("list/parentheses.txt", format!("1. {}?\na) x\nb) y\nAnswer: a\n", "(".repeat(300_000))),
        ("markdown/headings.md", "# x\n".repeat(100_000)),
        ("markdown/stars.md", format!("# T\n\n{}\n\n- [x] x\n- [ ] y\n", "*_`[".repeat(100_000))),
        (
            "markdown/tiny-questions.md",
            format!("# T\n\n{}", each(2_000, |n| format!("## What is {n}?\n\n- [x] x\n- [ ] y\n\n"))),
        ),
        ("anki/cells-by-the-million.txt", "x\t".repeat(500_000)),
        (
            "anki/tiny-cards.txt",
            String::from("#separator:tab\n") + &each(2_000, |n| format!("What is {n}?<br>A) x<br>B) y\tA\n")),
        ),
        (
            "anki/elements-in-elements.txt",
            format!("#separator:tab\n#html:true\n{}What?\tx\n", "<div>".repeat(100_000)),
        ),
        ("opentriviaqa/tiny-questions.txt", each(2_000, |n| format!("#Q What is {n}?\n^ x\nA x\nB y\n\n"))),
    ]
}

fn markup() -> Vec<(&'static str, String)> {
    let question = |n: usize, stem: &str| {
        format!(
            "<question type=\"multichoice\"><name><text>n{n}</text></name><questiontext format=\"html\"><text>{stem}</text></questiontext>\
             <answer fraction=\"100\"><text>x</text></answer><answer fraction=\"0\"><text>y</text></answer></question>"
        )
    };
    let html = |inner: String| format!("<quiz>{}</quiz>", question(1, &format!("<![CDATA[{inner}]]>")));
    vec![
        ("moodle-xml/elements-in-elements.xml", format!("<quiz>{}", "<question>".repeat(100_000))),
        (
            "moodle-xml/other-elements-in-elements.xml",
            format!("<quiz><question type=\"multichoice\">{}", "<a>".repeat(200_000)),
        ),
        (
            "moodle-xml/attributes-by-the-hundred-thousand.xml",
            format!("<quiz><question {}/></quiz>", each(100_000, |n| format!("a{n}='1' "))),
        ),
        ("moodle-xml/tiny-questions.xml", format!("<quiz>{}</quiz>", each(2_000, |n| question(n, "What?")))),
        (
            "moodle-xml/answers-by-the-thousand.xml",
            format!(
                "<quiz><question type=\"multichoice\">{}</question></quiz>",
                "<answer fraction=\"0\"><text>x</text></answer>".repeat(20_000)
            ),
        ),
        (
            "moodle-xml/a-question-of-2-megabytes.xml",
            format!("<quiz>{}</quiz>", question(1, &"word ".repeat(MEGABYTE / 3))),
        ),
        ("moodle-xml/html-in-html.xml", html("<div>".repeat(100_000))),
        ("moodle-xml/html-never-closed.xml", html("<a b='".repeat(50_000))),
        (
            "moodle-xml/characters-by-name.xml",
            format!("<quiz>{}</quiz>", question(1, &"&amp;lt;&#x41;".repeat(100_000))),
        ),
        (
            "moodle-xml/declarations.xml",
            format!("<!DOCTYPE quiz [{}]><quiz/>", each(50_000, |n| format!("<!ENTITY e{n} \"x\">"))),
        ),
        (
            "canvas/items-by-the-thousand.xml",
            format!("<questestinterop>{}", "<item ident=\"x\">".repeat(50_000)),
        ),
        (
            "qti21/choices-by-the-thousand.xml",
            format!(
                "<assessmentItem><itemBody><choiceInteraction>{}</choiceInteraction></itemBody></assessmentItem>",
                "<simpleChoice identifier=\"a\">x</simpleChoice>".repeat(20_000)
            ),
        ),
    ]
}

fn classes() -> Vec<(&'static str, String)> {
    let wide = |columns: usize| {
        let row = |name: &str| format!("{name}{}\n", ",A".repeat(columns));
        format!(
            "student{}\n{}{}",
            each(columns, |n| format!(",q{n}")),
            row("key"),
            each(12, |n| row(&format!("s{n}")))
        )
    };
    let event = |n: usize| {
        format!(
            "{{\"id\":\"{n:032x}\",\"device\":\"{:032x}\",\"number\":{n},\"at\":1,\"sitting\":\"{:032x}\",\"event\":\"answer\",\"item\":0,\
             \"question\":\"q{n}\",\"topic\":\"t\",\"chosen\":[\"x\"],\"key\":\"x\",\"correct\":true,\"took\":1}}\n",
            1, 1
        )
    };
    vec![
        ("responses/columns-by-the-thousand.csv", wide(5_000)),
        ("responses/columns-by-the-hundred-thousand.csv", wide(100_000)),
        (
            "responses/students-by-the-thousand.csv",
            String::from("student,1,2\nkey,A,B\n") + &each(20_000, |n| format!("s{n},A,B\n")),
        ),
        (
            "responses/answers-of-every-kind.csv",
            String::from("student,1\nkey,A\n") + &each(5_000, |n| format!("s{n},text {n}\n")),
        ),
        (
            "responses/a-cell-of-2-megabytes.csv",
            format!(
                "student,1\nkey,A\n{}",
                each(12, |n| format!(
                    "s{n},{}\n",
                    if n == 5 { "word ".repeat(MEGABYTE / 3) } else { String::from("A") }
                ))
            ),
        ),
        (
            "responses/many-answers-in-a-cell.csv",
            format!("student,1\nkey,A\n{}", each(12, |n| format!("s{n},\"{}\"\n", "A;".repeat(20_000)))),
        ),
        (
            "responses/result.json",
            format!(
                "{{\"guardprep-result\":1,\"name\":\"x\",\"items\":[{}{{\"id\":\"x\",\"chosen\":null,\"right\":true}}]}}",
                each(50_000, |n| format!("{{\"id\":\"i{n}\",\"chosen\":[\"x\"],\"right\":true}},"))
            ),
        ),
        ("responses/log.jsonl", each(2_000, event)),
        (
            "key/versions-by-the-thousand.csv",
            String::from("version,number,answer\n") + &each(20_000, |n| format!("v{n},1,A\n")),
        ),
        (
            "key/options-by-the-thousand.csv",
            format!("number,answer{}\n1,A{}\n", ",A".repeat(20_000), ",x".repeat(20_000)),
        ),
    ]
}

fn typed() -> Vec<(&'static str, String)> {
    vec![
        ("typed/a-line-of-20-megabytes.txt", "x".repeat(20 * MEGABYTE)),
        ("typed/line-breaks.txt", "\n".repeat(20_000)),
        ("typed/answers.txt", "a\n".repeat(5_000)),
    ]
}
