//! The banks in a learner's own folder, and what comes into it from other programs.

use std::fs;

use crate::support::{Sandbox, root};

fn gates() -> String {
    fs::read_to_string(root().join("tests/fixtures/gates.toml")).unwrap()
}

#[test]
fn a_broken_file_in_the_banks_folder_is_a_note_and_everything_else_works() {
    for (name, content) in [
        ("syntax.toml", b"schema = 1\nx".to_vec()),
        ("latin.toml", b"# caf\xe9\n".to_vec()),
        ("words.toml", b"a letter".to_vec()),
        ("question.toml", gates().replace("kind = \"wording\"", "kind = \"words\"").into_bytes()),
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(&format!("data/banks/{name}"), content);
        sandbox.write("data/banks/sound.toml", gates().replace("\"gates", "\"doors"));
        let note = format!("{name}:");
        sandbox.run(&["quiz", "-n", "2"], "a\n").ended_with(1).complains(&note).complains("is left out");
        for args in [&["progress"][..], &["topics"], &["resume"], &["export", "--to", "gift", "doors"]] {
            let ran = sandbox.run(args, "a\nb\n");
            assert!(matches!(ran.code, Some(0 | 1)), "{args:?}: {ran:?}");
            ran.complains(&note);
        }
        sandbox.run(&["quiz", "doors", "-n", "1"], "a\n").ended_with(0);
        sandbox.run(&["exam", "-n", "2"], "q\n").complains(&note);
        sandbox.run(&["undo"], "").ended_with(0);
        sandbox.run(&["progress", "reset", "--yes"], "").ended_with(0).complains(&note);
        // Whoever asks for the problems is given them.
        sandbox.run(&["check"], "").ended_with(1).says(name);
    }
}

#[test]
fn a_file_that_clashes_with_a_shipped_bank_is_a_note() {
    let sandbox = Sandbox::new();
    sandbox.write("shipped.toml", gates());
    // The same ids under another topic, as a copy has them.
    sandbox.write("data/banks/copy.toml", gates().replacen("id = \"gates\"", "id = \"copy\"", 1));
    sandbox
        .run(&["quiz", "gates", "-n", "1", "--bank", "shipped.toml"], "a\n")
        .ended_with(0)
        .complains("copy.toml:")
        .complains("two questions have the id");
    sandbox.run(&["progress", "--bank", "shipped.toml"], "").ended_with(0);
}

#[test]
fn a_bank_that_was_named_and_is_broken_does_not_lock_the_progress_away() {
    let sandbox = Sandbox::new();
    sandbox.run(&["quiz", "-n", "1"], "a\n").ended_with(0);
    sandbox.write("broken.toml", "schema = 1\nx");
    sandbox.run(&["quiz", "--bank", "broken.toml"], "").ended_with(2).complains("has 1 error");
    for args in [&["progress"][..], &["topics"], &["progress", "reset", "--yes"]] {
        let ran = sandbox.run(&[args, &["--bank", "broken.toml"]].concat(), "");
        ran.ended_with(0).complains("note: the question banks have 1 error");
    }
}

#[test]
fn what_is_imported_into_a_topic_has_new_ids_and_stands_beside_the_original() {
    let sandbox = Sandbox::new();
    sandbox.write("gates.toml", gates());
    for format in ["toml", "json", "csv", "tsv", "moodle-xml"] {
        let (out, bank) = (format!("out.{format}"), format!("data/banks/{format}.toml"));
        let topic = format!("my-{format}");
        let export = ["export", "--to", format, "--bank", "gates.toml", "gates", "-o", &out];
        sandbox.run(&export, "").ended_with(0);
        sandbox
            .run(&["import", &out, "--from", format, "--topic", &topic, "-o", &bank], "")
            .ended_with(2)
            .complains("there is no folder data/banks; make it first");
        sandbox.write("data/banks/.keep", "");
        sandbox.run(&["import", &out, "--from", format, "--topic", &topic, "-o", &bank], "").ended_with(0);
        let ran = sandbox.run(&["quiz", &topic, "-n", "1", "--bank", "gates.toml"], "a\n").ended_with(0);
        assert!(!ran.stderr.contains("left out"), "{format}: {}", ran.stderr);
        let text = fs::read_to_string(sandbox.path(&bank)).unwrap();
        assert!(text.contains(&format!("id = \"{topic}\"")), "{text}");
        assert!(text.contains(&format!("id = \"{topic}-gates-1\"")), "{format}: {text}");
        // The second time nothing is put before them again.
        let again = ["import", &bank, "--topic", &topic];
        sandbox.run(&again, "").ended_with(0).says(&format!("id = \"{topic}-gates-1\""));
        fs::remove_dir_all(sandbox.path("data")).unwrap();
    }
}

#[test]
fn what_powershell_writes_is_read() {
    let sandbox = Sandbox::new();
    sandbox.write("gates.toml", gates());
    for format in ["toml", "json", "csv", "gift"] {
        let export = ["export", "--to", format, "--bank", "gates.toml", "gates"];
        let text = sandbox.run(&export, "").ended_with(0).stdout;
        let utf16 = [0xff, 0xfe]
            .into_iter()
            .chain(text.replace('\n', "\r\n").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
        let file = format!("ps.{format}");
        sandbox.write(&file, utf16.collect::<Vec<u8>>());
        sandbox
            .run(&["import", &file, "--topic", "mine"], "")
            .ended_with(0)
            .complains("4 questions read, 0 skipped")
            .complains("the text is in UTF-16");
    }
    // A byte-order mark before the first answer.
    let ran = sandbox.run(&["quiz", "-n", "1"], "\u{feff}a\r\n").ended_with(0);
    assert!(!ran.stdout.contains("means nothing"), "{}", ran.stdout);
}

#[test]
fn a_table_is_safe_for_a_spreadsheet_unless_it_is_asked_raw() {
    let sandbox = Sandbox::new();
    sandbox.write("sum.toml", gates().replace("answer = \"1\"", "answer = \"=1+0\""));
    let export = |to: &str, more: &[&str]| {
        let args = ["export", "--to", to, "--bank", "sum.toml", "gates"];
        sandbox.run(&[&args, more].concat(), "")
    };
    let safe = export("csv", &[]).ended_with(0);
    assert!(safe.stdout.starts_with('\u{feff}') && safe.stdout.contains(",'=1+0,"), "{}", safe.stdout);
    export("csv", &["--raw"]).ended_with(0).says(",=1+0,");
    sandbox.write("safe.csv", &safe.stdout);
    sandbox.run(&["import", "safe.csv"], "").ended_with(0).says("answer = \"=1+0\"");
    export("gift", &["--raw"]).ended_with(2).complains("--raw means nothing for gift");
}
