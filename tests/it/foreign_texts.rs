//! Texts of others (a merged log, a path, a message of the system) do nothing to a terminal.

use crate::desk::desk;
use crate::support::Sandbox;

/// Clears the screen, moves the cursor, breaks the line, turns the text, and the C1 form of a color.
const EVIL: &str = "x\u{1b}[2J\u{1b}]0;gone\u{7}\r\nfake line\u{2028}\u{202e}turned\u{61c}\u{9b}31m\u{7f}";

/// A log whose texts were written by somebody who means harm.
fn hostile(sandbox: &Sandbox, bank: &str) {
    sandbox.run(&["quiz", "desk", "-n", "2", "--bank", bank], "a\nb\n").ended_with(0);
    sandbox.run(&["exam", "-n", "2", "--topic", "desk", "--bank", bank], "a\nb\nx\ny\n").ended_with(0);
    let log = rusqlite::Connection::open(sandbox.progress_file()).unwrap();
    let rows: Vec<(i64, String)> = log
        .prepare("SELECT entry, body FROM event")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let evil = serde_json::to_string(EVIL).unwrap();
    let evil = evil.trim_matches('"');
    for (entry, body) in rows {
        let body = body
            .replace("\"desk-", &format!("\"{evil}desk-"))
            .replace("\"title\":\"", &format!("\"title\":\"{evil}"));
        log.execute("UPDATE event SET body = ?1 WHERE entry = ?2", (body, entry)).unwrap();
    }
}

#[test]
fn a_log_of_others_does_nothing_to_a_terminal() {
    let sandbox = Sandbox::new();
    let bank = desk(&sandbox, 4);
    hostile(&sandbox, &bank);
    let mut shown = String::new();
    for args in [
        &["progress"][..],
        &["progress", "--json"],
        &["progress", "export"],
        &["exam", "--past"],
        &["exam", "--review"],
        &["resume"],
        &["undo"],
    ] {
        let ran = sandbox.run(&[args, &["--bank", &bank, "--plain"][..]].concat(), "");
        assert!(matches!(ran.code, Some(0..=2)), "{args:?}: {ran:?}");
        for text in [&ran.stdout, &ran.stderr] {
            let harmful = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{61c}\u{2028}".contains(c);
            assert!(!text.contains(harmful), "{args:?}: {text:?}");
            assert!(!text.lines().any(|line| line.starts_with("fake line")), "{args:?}: {text}");
            shown += text;
        }
    }
    assert!(shown.contains("fake line"), "the texts are shown: {shown}");
}

#[cfg(unix)]
#[test]
fn a_path_does_nothing_to_a_terminal() {
    let sandbox = Sandbox::new();
    let name = "bank\u{1b}[2J\u{202e}.toml";
    sandbox.write(name, "schema = 1\nnonsense = 2\n");
    for args in [&["check", name][..], &["quiz", "--bank", name], &["new", name], &["import", name]] {
        let ran = sandbox.run(args, "");
        let harmful = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!(ran.stdout.clone() + &ran.stderr).contains(harmful), "{args:?}: {ran:?}");
    }
}
