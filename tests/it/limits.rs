//! Each limit that README promises is crossed here, by little and by much. What is said names README's figure, and what to
//! do; nothing takes more than 256 MB.

use std::fmt::Write as _;

use crate::bounded::Bounded;
use crate::hostile::each;
use crate::hostile::zip::{Entry, gzip, tar, zip};
use crate::support::{Ran, Sandbox, root};

/// The figure that README's table of limits has for something.
fn promised(what: &str) -> String {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let (_, table) = readme.split_once("\n## Limits\n").unwrap();
    let row = table.lines().find(|line| line.starts_with(&format!("| {what}")));
    row.unwrap_or_else(|| panic!("README has no limit of {what}"))
        .split('|')
        .nth(2)
        .unwrap()
        .trim()
        .to_owned()
}

/// The number in it.
fn number(what: &str) -> usize {
    promised(what).chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// Runs a command with a file, within the bounds of memory.
fn crossed(sandbox: &Sandbox, name: &str, content: impl AsRef<[u8]>, arguments: &[&str]) -> Ran {
    sandbox.write(name, content);
    Bounded::run(sandbox.command(arguments), b"").within()
}

/// Crosses a limit and looks for README's figure, and for other words, in what is said of it.
fn refused(what: &str, name: &str, content: impl AsRef<[u8]>, arguments: &[&str], words: &[&str]) {
    let sandbox = Sandbox::new();
    sandbox.write("gates.toml", include_str!("../fixtures/gates.toml"));
    let ran = crossed(&sandbox, name, content, arguments);
    assert!(matches!(ran.code, Some(1 | 2)), "{what}: {ran:?}");
    let said = format!("{} {}", ran.stdout, ran.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
    for word in std::iter::once(promised(what).as_str()).chain(words.iter().copied()) {
        assert!(said.contains(word), "{what}: no {word:?} in {said}");
    }
}

#[test]
fn files_and_streams() {
    let bytes = number("a file that is read") * 1024 * 1024 + 1;
    for arguments in
        [&["check", "big"][..], &["import", "big"], &["analyze", "big"], &["quiz", "--bank", "big"]]
    {
        refused("a file that is read", "big", vec![b'x'; bytes], arguments, &["make several files of it"]);
    }
    refused(
        "lines of a bank",
        "b.toml",
        "\n".repeat(number("lines of a bank") + 1),
        &["check", "b.toml"],
        &["b.toml:1:1"],
    );
    let header = "[[question]]\n".repeat(number("questions of a bank file") + 1);
    let bank = without_explanations(0) + &header;
    refused(
        "questions of a bank file",
        "b.toml",
        bank,
        &["check", "b.toml"],
        &["b.toml:150009:1", "make several files"],
    );
}

#[test]
fn questions_and_problems_of_a_bank() {
    let most = number("options of a question");
    let more =
        (0..=most).fold(String::new(), |more, n| more + &format!(", {{ text = \"no {n}\", why = \"No.\" }}"));
    let bank =
        without_explanations(1).replace("why = \"Two more.\" }", &format!("why = \"Two more.\" }}{more}"));
    refused("options of a question", "b.toml", bank, &["check", "b.toml"], &["b.toml:"]);
    // Nine problems each.
    let bank =
        without_explanations(0) + &"[[question]]\n".repeat(number("problems that are told of a bank") / 4);
    for arguments in [&["check", "b.toml"][..], &["check", "b.toml", "--json"], &["quiz", "--bank", "b.toml"]]
    {
        let ran = crossed(&Sandbox::new(), "b.toml", &bank, arguments);
        assert!(matches!(ran.code, Some(1 | 2)), "{ran:?}");
    }
    let ran = crossed(&Sandbox::new(), "b.toml", &bank, &["check", "b.toml", "--json"]);
    assert!(ran.stdout.contains("more problems are not listed"));
    let listed = ran.stdout.matches("\"rule\":").count();
    assert!(listed <= number("problems that are told of a bank") + 1, "{listed}");
}

#[test]
fn questions_topics_and_texts_of_an_import() {
    let import = ["import", "--from", "gift", "q.gift", "--dry-run"];
    let questions = |count: usize| each(count, |n| format!("What is {n}?{{=x ~y}}\n\n"));
    refused(
        "questions of a file",
        "q.gift",
        questions(number("questions of a file") + 1),
        &import,
        &["make several files", "1 skipped"],
    );
    let topics =
        each(number("topics of a file") + 1, |n| format!("$CATEGORY: a{n}x\n\nWhat is {n}?{{=x ~y}}\n\n"));
    refused("topics of a file", "q.gift", topics, &import, &["`--topic ID`", "1 skipped", "q.gift:8003:1"]);
    let long = format!("{}?{{=x ~y}}\n", "x".repeat(number("a text of a question")));
    refused("a text of a question", "q.gift", long, &import, &["too long", "q.gift:1:1"]);
    let faults = "What?{}\n\n".repeat(number("problems that are told of an import") + 7);
    let ran = crossed(&Sandbox::new(), "q.gift", faults, &import);
    assert!(ran.stderr.contains("7 more problems are not listed"), "{}", ran.stderr);
}

#[test]
fn tables_versions_and_keys() {
    let columns = number("columns of a table");
    let wide = format!("student{}\na{}\n", ",q".repeat(columns), ",A".repeat(columns));
    refused("columns of a table", "c.csv", wide, &["analyze", "c.csv"], &["leave out columns"]);
    let rows = number("cells of a table") / 500 + 1;
    let large = format!("stem,answer,A,B{}\n", ",".repeat(496))
        + &format!("What?,A,x,y{}\n", ",".repeat(496)).repeat(rows);
    refused(
        "cells of a table",
        "c.csv",
        &large,
        &["import", "c.csv", "--dry-run"],
        &["c.csv:4001:1", "make several files"],
    );
    refused(
        "cells of a table",
        "c.csv",
        format!("stem,answer,A,B\n{}", ",".repeat(5_000_000)),
        &["import", "--from", "csv", "c.csv", "--dry-run"],
        &["make several files"],
    );
    let versions = each(number("versions of a test") + 1, |n| format!("s{n},{n},A\n"));
    refused(
        "versions of a test",
        "c.csv",
        format!("student,version,1\n{versions}"),
        &["analyze", "c.csv"],
        &["is the column called `version`"],
    );
    let key = each(number("rows of a key") + 1, |n| format!("{n},A\n"));
    let sandbox = Sandbox::new();
    sandbox.write("c.csv", "student,1,2\na,A,B\n");
    let ran =
        crossed(&sandbox, "k.csv", format!("number,answer\n{key}"), &["analyze", "c.csv", "--key", "k.csv"]);
    assert!(ran.stderr.contains(&format!("more than {} rows", promised("rows of a key"))), "{}", ran.stderr);
}

/// A package of which a MB more comes out than README says, and one of which far more does.
fn package(what: &str, from: &str, inside: &str, before: &str, help: &str) {
    for more in [1, 1_000] {
        let name = &format!("p.{from}");
        let bomb = zip(&[Entry::bomb(inside, before.as_bytes(), number(what) + more)]);
        refused(
            what,
            name,
            bomb,
            &["import", "--from", from, name, "--dry-run"],
            &["come out of", name, help],
        );
    }
}

#[test]
fn packages() {
    let from = "what comes out of a ";
    package(
        &format!("{from}package of Canvas"),
        "canvas",
        "a.xml",
        "<questestinterop>",
        "is it the zip file",
    );
    package(&format!("{from}workbook"), "xlsx", "xl/worksheets/sheet1.xml", "<worksheet>", "save the sheet");
    package(
        &format!("{from}Word document"),
        "docx",
        "word/document.xml",
        "<document><body>",
        "save it again",
    );
    package(
        &format!("{from}deck of Anki"),
        "apkg",
        "collection.anki2",
        "SQLite format 3\0",
        "export the deck again",
    );
    let megabyte = vec![0; 1024 * 1024];
    for more in [1, 600] {
        let size = format!("{:011o}", 7 << 30);
        let mut head = tar(&[("files/video", &size, b'0', b"")]);
        head.truncate(512);
        let backup = [gzip(&head, 1), gzip(&megabyte, number(&format!("{from}backup")) + more)].concat();
        refused(
            &format!("{from}backup"),
            "p.mbz",
            backup,
            &["import", "p.mbz", "--dry-run"],
            &["come out of", "as Moodle XML"],
        );
    }
    let many: Vec<Entry> = (0..=number("files in a package"))
        .map(|n| Entry::stored(format!("{n}.xml"), "<questestinterop/>"))
        .collect();
    refused(
        "files in a package",
        "p.zip",
        zip(&many),
        &["import", "--from", "canvas", "p.zip", "--dry-run"],
        &["p.zip"],
    );
}

#[test]
fn depth_of_xml_and_a_file_to_merge() {
    let most = number("elements of XML");
    let deep = format!(
        "<quiz>\n<question type=\"multichoice\">{}{}</question></quiz>",
        "<a>".repeat(most),
        "</a>".repeat(most)
    );
    refused(
        "elements of XML",
        "q.xml",
        deep,
        &["import", "q.xml", "--dry-run"],
        &["q.xml:2:", "nested more than"],
    );
    let sandbox = Sandbox::new();
    let file = std::fs::File::create(sandbox.path("other.db")).unwrap();
    file.set_len(((number("a progress file") as u64) << 20) + 1).unwrap();
    let ran = Bounded::run(sandbox.command(&["progress", "merge", "other.db"]), b"").within();
    let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains(&format!("more than {}", promised("a progress file")))
            && said.contains("nothing of it was taken in"),
        "{said}"
    );
}

/// A column that computes is no value that anybody wrote.
#[test]
fn a_value_beyond_the_limit_is_told_and_the_file_left_alone() {
    let sandbox = Sandbox::new();
    let sql = "PRAGMA application_id = 0x67707270; PRAGMA user_version = 4;
               CREATE TABLE event (id TEXT, body TEXT AS (hex(zeroblob(400000000)))); INSERT INTO event (id) VALUES ('x');";
    rusqlite::Connection::open(sandbox.path("made.db")).unwrap().execute_batch(sql).unwrap();
    let before = std::fs::read(sandbox.path("made.db")).unwrap();
    sandbox
        .run(&["progress", "--progress", "made.db"], "")
        .ended_with(2)
        .complains("more than 64 MB")
        .complains("it was left as it was");
    assert_eq!(std::fs::read(sandbox.path("made.db")).unwrap(), before);
}

/// A bank of questions, each of which has one problem and the same.
fn without_explanations(questions: usize) -> String {
    let mut bank = String::from(
        "schema = 1\n[topic]\nid = \"t\"\ntitle = \"T\"\nsummary = \"S.\"\n[[objective]]\nid = \"o\"\ntext = \"O\"\n",
    );
    for n in 0..questions {
        let _ = write!(
            bank,
            "[[question]]\nid = \"q{n}\"\nobjective = \"o\"\nkind = \"concept\"\nlevel = \"recall\"\n\
             stem = \"What number is {n} times {n}?\"\nanswer = \"{}\"\n\
             distractors = [{{ text = \"{}\", why = \"One more.\" }}, {{ text = \"{}\", why = \"Two more.\" }}]\n\
             source = \"Arithmetic\"\n",
            n * n,
            n * n + 1,
            n * n + 2
        );
    }
    bank
}

#[test]
fn a_hundred_problems_are_printed_in_full_and_the_rest_is_counted() {
    let sandbox = Sandbox::new();
    sandbox.write("bank.toml", without_explanations(130));
    let ran = sandbox.run(&["check", "bank.toml"], "").ended_with(1);
    assert_eq!(ran.stdout.matches("error[explanation-missing]").count(), 100, "{}", ran.stdout);
    let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("more problems, counted only: explanation-missing 30"), "{said}");
    assert!(said.contains("`guardprep check --all` prints each of them"), "{said}");
    assert!(said.contains("130 questions, 130 errors"), "the count is of all of them: {said}");
    let ran = sandbox.run(&["check", "--all", "bank.toml"], "").ended_with(1);
    assert_eq!(ran.stdout.matches("error[explanation-missing]").count(), 130);
    assert!(!ran.stdout.contains("counted only"));
    // Programs get all of them.
    let ran = sandbox.run(&["check", "--json", "bank.toml"], "").ended_with(1);
    assert_eq!(ran.stdout.matches("\"explanation-missing\"").count(), 130);
}
