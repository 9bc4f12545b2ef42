//! A progress file that cannot be used as usual: cut off in a write, unreadable, read-only, no file at all.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::support::{PROGRAM, Ran, Sandbox, run};

/// A sandbox in which a quiz of three questions is paused after two answers.
fn paused() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.run(&["quiz", "-n", "3", "--plain"], "a\na\n").ended_with(1);
    sandbox
}

/// Leaves a progress file as a kill leaves it in the middle of a write: half of it written, the journal beside it.
fn cut_off(path: &Path) {
    let writer = Connection::open(path).unwrap();
    writer.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE").unwrap();
    let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500)
                INSERT INTO event (id, device, number, at, stamp, kind, body)
                SELECT hex(randomblob(16)), 1, i, i, i, 'end', '{\"event\":\"end\"}' FROM n";
    writer.execute_batch(many).unwrap();
    // Reading it all takes the place of the changed pages in memory: they are written.
    let read = "SELECT sum(length(body)) FROM event; UPDATE own SET stamp = stamp + 1; SELECT sum(length(body)) FROM event";
    writer.execute_batch(read).unwrap();
    let journal = path.with_file_name("progress.db-journal");
    let (half, undo) = (fs::read(path).unwrap(), fs::read(&journal).unwrap());
    drop(writer);
    fs::write(path, half).unwrap();
    fs::write(journal, undo).unwrap();
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Runs as a user without privileges, whom a file can refuse: the superuser may read and write anything.
fn as_nobody(sandbox: &Sandbox, arguments: &[&str], input: &str) -> Ran {
    if !rustix::process::geteuid().is_root() {
        return sandbox.run(arguments, input);
    }
    mode(&sandbox.path(""), 0o755);
    let program = sandbox.path("guardprep");
    if !program.exists() {
        fs::copy(PROGRAM, &program).unwrap();
        mode(&program, 0o755);
    }
    let mut command = std::process::Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(program).args(arguments);
    command.env_clear().envs(sandbox.environment.iter().cloned()).current_dir(sandbox.path(""));
    run(command, input.as_bytes())
}

#[test]
fn what_a_kill_left_in_the_middle_of_a_write_is_put_right_by_whoever_looks_first() {
    let looks: [(&[&str], i32, &str); 6] = [
        (&["progress"], 0, "paused after 2 of 3 questions"),
        (&["progress", "export"], 0, "\"event\":\"answer\""),
        (&["progress", "backup", "copy.db"], 0, "Copied"),
        (&["resume", "--plain"], 1, "Question 3 of 3"),
        (&["undo"], 0, "Taken back"),
        (&["topics"], 0, "Seen"),
    ];
    for (arguments, code, says) in looks {
        let sandbox = paused();
        cut_off(&sandbox.progress_file());
        sandbox.run(arguments, "").ended_with(code).says(says);
        assert_eq!(sandbox.answers(), 2, "{arguments:?}");
    }
    // Also where it is merged from.
    let sandbox = paused();
    cut_off(&sandbox.progress_file());
    let file = sandbox.progress_file();
    Sandbox::new()
        .run(&["progress", "merge", file.to_str().unwrap()], "")
        .ended_with(0)
        .says("Joined: 2 answers came in.");
}

#[test]
fn a_copy_without_its_journal_is_refused_with_the_way_to_a_whole_one() {
    let sandbox = paused();
    cut_off(&sandbox.progress_file());
    let half = fs::read(sandbox.progress_file()).unwrap();
    let other = Sandbox::new();
    other.write("half.db", half);
    other
        .run(&["progress", "merge", "half.db"], "")
        .ended_with(2)
        .complains("was copied in the middle of a write")
        .complains("guardprep progress backup FILE");
}

#[test]
fn what_cannot_be_put_right_is_not_shown_as_empty() {
    let sandbox = paused();
    cut_off(&sandbox.progress_file());
    mode(&sandbox.path("data/progress.db-journal"), 0o644);
    mode(&sandbox.progress_file(), 0o444);
    mode(&sandbox.path("data"), 0o555);
    for arguments in [&["progress"][..], &["resume"], &["progress", "export"], &["undo"], &["quiz"]] {
        let ran = as_nobody(&sandbox, arguments, "").ended_with(2);
        assert!(ran.stderr.contains("was cut off"), "{arguments:?}: {}", ran.stderr);
        assert_eq!(ran.stdout, "", "{arguments:?}");
    }
    mode(&sandbox.path("data"), 0o755);
}

#[test]
fn damage_that_no_row_shows_is_told_by_progress() {
    let sandbox = paused();
    let file = Connection::open(sandbox.progress_file()).unwrap();
    let sql = "SELECT (rootpage - 1) * page_size, page_size FROM sqlite_schema, pragma_page_size
               WHERE name = 'sqlite_autoindex_event_1'";
    let (at, size): (i64, i64) = file.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let (at, size) = (at as usize, size as usize);
    drop(file);
    let mut bytes = fs::read(sandbox.progress_file()).unwrap();
    bytes[at..at + size].fill(0xa5);
    fs::write(sandbox.progress_file(), &bytes).unwrap();
    let ran = sandbox.run(&["progress"], "").ended_with(2).complains("is damaged").complains("merge FILE");
    assert_eq!(ran.stdout, "");
    assert_eq!(fs::read(sandbox.progress_file()).unwrap(), bytes);
    // What can be read can still be taken out.
    sandbox.run(&["progress", "export"], "").ended_with(0).says("\"event\":\"answer\"");
}

#[test]
fn a_file_that_may_not_be_read_is_not_shown_as_empty() {
    let sandbox = paused();
    mode(&sandbox.progress_file(), 0o000);
    let all = [
        &["progress"][..],
        &["resume"],
        &["progress", "export"],
        &["progress", "backup", "b.db"],
        &["undo"],
        &["exam", "--review"],
        &["progress", "reset", "--yes"],
        &["quiz", "--no-save", "--missed"],
        &["export", "--to", "json", "--weak"],
        &["quiz"],
    ];
    for arguments in all {
        let ran = as_nobody(&sandbox, arguments, "").ended_with(2);
        assert!(ran.stderr.contains("cannot be read"), "{arguments:?}: {}", ran.stderr);
        assert_eq!(ran.stdout, "", "{arguments:?}");
    }
    as_nobody(&sandbox, &["topics"], "").ended_with(0).says("?/").complains("going on without your progress");
}

#[test]
fn what_needs_no_progress_file_works_without_one() {
    for content in [&[7; 4_096][..], &fs::read(paused().progress_file()).unwrap()[..5_000]] {
        let sandbox = Sandbox::new();
        sandbox.write("data/progress.db", content);
        sandbox.run(&["quiz"], "").ended_with(2).complains("--no-save");
        let works: [(&[&str], &str); 6] = [
            (&["quiz", "--no-save", "-n", "1"], "Finished: 1 question"),
            (&["exam", "--no-save", "-n", "1"], "Question 1 of 1"),
            (&["topics"], "?/"),
            (&["topics", "--plain"], " questions"),
            (&["topics", "--json"], "\"seen\":null"),
            (&["export", "--to", "json"], "\"questions\""),
        ];
        for (arguments, says) in works {
            let ran = sandbox.run(arguments, "\na\na\nh\ny\n").says(says);
            assert!(ran.code == Some(0) || arguments[0] == "exam", "{arguments:?}: {ran:?}");
            let expected = usize::from(arguments[0] != "export");
            assert_eq!(ran.stderr.matches("going on without your progress").count(), expected, "{ran:?}");
        }
        assert_eq!(fs::read(sandbox.progress_file()).unwrap(), content);
    }
}

#[test]
fn nothing_is_said_to_be_done_that_a_read_only_file_did_not_take() {
    let sandbox = paused();
    let other = paused();
    fs::copy(other.progress_file(), sandbox.path("other.db")).unwrap();
    mode(&sandbox.path("other.db"), 0o644);
    mode(&sandbox.path("data"), 0o755);
    mode(&sandbox.progress_file(), 0o444);
    let before = fs::read(sandbox.progress_file()).unwrap();
    let all = [
        &["undo"][..],
        &["resume", "--drop"],
        &["progress", "reset", "--yes"],
        &["progress", "merge", "other.db"],
    ];
    for arguments in all {
        let ran = as_nobody(&sandbox, arguments, "").ended_with(2).complains("cannot be written");
        assert_eq!(ran.stdout, "", "{arguments:?}");
    }
    as_nobody(&sandbox, &["progress"], "").ended_with(0).says("paused after 2 of 3 questions");
    as_nobody(&sandbox, &["resume"], "a\n").ended_with(0).complains("progress cannot be kept");
    assert_eq!(fs::read(sandbox.progress_file()).unwrap(), before);
}

#[test]
fn a_name_that_means_something_else_to_sqlite_is_a_file() {
    for name in [":memory:", "file:x?mode=memory", "file:y.db", "a b?c#d.db"] {
        let sandbox = Sandbox::new();
        sandbox.run(&["quiz", "-n", "2", "--progress", name], "a\n").ended_with(1).complains("is kept");
        assert!(sandbox.path(name).is_file(), "{name}");
        sandbox.run(&["resume", "--progress", name], "a\n").ended_with(0).says("Question 2 of 2");
        let files = fs::read_dir(sandbox.path("")).unwrap().count();
        assert_eq!(files, 1, "{name} is the only file");
    }
}

#[test]
fn what_is_no_file_is_refused_at_once() {
    let sandbox = Sandbox::new();
    let pipe = sandbox.path("pipe");
    std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    fs::create_dir(sandbox.path("folder")).unwrap();
    for name in [pipe.to_str().unwrap(), "/dev/null", "/dev/zero", "folder"] {
        for arguments in [&["quiz"][..], &["progress"], &["resume"], &["progress", "reset", "--yes"]] {
            let ran = sandbox.run(&[arguments, &["--progress", name]].concat(), "");
            ran.ended_with(2).complains("is not a progress file of guardprep");
        }
        sandbox.run(&["progress", "merge", name], "").ended_with(2).complains("is not a progress file");
    }
}

#[test]
fn a_device_in_place_of_an_answer_is_no_yes() {
    let sandbox = paused();
    let script = format!("ulimit -v 2000000; exec {PROGRAM} progress reset < /dev/zero");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &script]).env_clear().envs(sandbox.environment.iter().cloned());
    let began = Instant::now();
    run(shell, b"").ended_with(1).says("Nothing was changed.");
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_backup_is_whole_private_and_replaces_nothing_unasked() {
    let sandbox = paused();
    sandbox
        .run(&["progress", "backup", "copy.db"], "")
        .ended_with(0)
        .says("Copied your progress into copy.db");
    assert_eq!(fs::metadata(sandbox.path("copy.db")).unwrap().permissions().mode() & 0o777, 0o600);
    sandbox.run(&["progress", "backup", "copy.db"], "").ended_with(2).complains("copy.db is there already");
    sandbox.run(&["resume", "--plain"], "a\n").ended_with(0);
    sandbox.run(&["progress", "backup", "copy.db", "--force"], "").ended_with(0);
    let other = Sandbox::new();
    let copy = sandbox.path("copy.db");
    other.run(&["progress", "merge", copy.to_str().unwrap()], "").ended_with(0).says("Joined: 3 answers");
    other.run(&["progress", "merge", copy.to_str().unwrap()], "").ended_with(0).says("Nothing new");
    Sandbox::new()
        .run(&["progress", "backup", "x.db"], "")
        .ended_with(2)
        .complains("there is no progress yet");
    // Of a damaged file nobody should keep a copy in the belief that it is one.
    let bytes = fs::read(sandbox.progress_file()).unwrap();
    sandbox.write("data/progress.db", &bytes[..bytes.len() - 8_192]);
    sandbox.run(&["progress", "backup", "y.db"], "").ended_with(2).complains("is damaged");
    assert!(!sandbox.path("y.db").exists());
}

#[test]
fn a_merge_that_is_refused_takes_in_nothing() {
    let sandbox = paused();
    let other = paused();
    let bad = Connection::open(other.progress_file()).unwrap();
    bad.execute_batch(&format!(
        "ATTACH '{}' AS first;
         UPDATE main.device SET id = (SELECT id FROM first.device);
         UPDATE main.event SET number = 9223372036854775807 WHERE kind = 'answer'",
        sandbox.progress_file().display(),
    ))
    .unwrap();
    drop(bad);
    let file = other.progress_file();
    sandbox
        .run(&["progress", "merge", file.to_str().unwrap()], "")
        .ended_with(2)
        .complains("no possible number")
        .complains("nothing of it was taken in");
    assert_eq!(sandbox.answers(), 2);
    sandbox.run(&["resume", "--plain"], "a\n").ended_with(0).says("Finished: 3 questions");
}
