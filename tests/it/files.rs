//! Files that are written and read: whole or not at all, with words that name the path.

use std::fs;

use crate::support::{Sandbox, root, run};

fn gates() -> String {
    root().join("tests/fixtures/gates.toml").display().to_string()
}

/// A second topic beside that of the fixture.
fn two_topics(sandbox: &Sandbox) -> String {
    let gates = fs::read_to_string(gates()).unwrap();
    sandbox.write("two/gates.toml", &gates);
    let other = gates.replace("id = \"gates\"", "id = \"aux\"").replace("id = \"gates-", "id = \"aux-");
    sandbox.write("two/aux.toml", other);
    sandbox.path("two").display().to_string()
}

#[test]
fn a_folder_is_written_only_when_every_file_of_it_can_be() {
    let sandbox = Sandbox::new();
    let banks = two_topics(&sandbox);
    let export = ["export", "--to", "toml", "--bank", &banks, "gates", "aux", "-o", "out"];
    sandbox.write("out/gates.toml", "mine");
    sandbox.run(&export, "").ended_with(2).complains("gates.toml is there already");
    assert_eq!(fs::read_dir(sandbox.path("out")).unwrap().count(), 1, "nothing was written");
    fs::remove_file(sandbox.path("out/gates.toml")).unwrap();
    sandbox.run(&export, "").ended_with(0);
    // Windows has no file of the name `aux`, whatever follows the dot.
    assert!(sandbox.path("out/aux-topic.toml").is_file());
    // The folder that is named is a file.
    let export = ["export", "--to", "toml", "--bank", &banks, "gates", "aux", "-o", "out/gates.toml"];
    sandbox.run(&export, "").ended_with(2).complains("out/gates.toml is there, and it is no folder");
}

#[test]
fn a_command_that_is_printed_can_be_typed() {
    let sandbox = Sandbox::new();
    sandbox.run(&["new", "my bank.toml"], "").ended_with(0).says("guardprep check \"my bank.toml\"");
    sandbox.write("list.txt", "Which is first?\nA) This\nB) That\nANSWER: A\n");
    sandbox
        .run(&["import", "list.txt", "--topic", "mine", "-o", "my list.toml"], "")
        .ended_with(0)
        .complains("Next:  guardprep check \"my list.toml\"");
    sandbox.write("bad bank.toml", "schema = 1\n");
    sandbox.run(&["quiz", "--bank", "bad bank.toml"], "").complains("`guardprep check \"bad bank.toml\"`");
}

#[test]
fn the_usage_line_has_the_name_that_is_typed() {
    let sandbox = Sandbox::new();
    let program = sandbox.path("guardprep.exe");
    fs::copy(crate::support::PROGRAM, &program).unwrap();
    let mut command = std::process::Command::new(program);
    command.args(["quiz", "--nonsense"]);
    run(command, b"").ended_with(2).complains("Usage: guardprep quiz");
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{FileTypeExt, PermissionsExt};
    use std::process::Command;

    use super::*;

    fn pipe(sandbox: &Sandbox, name: &str) -> String {
        let path = sandbox.path(name);
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        path.display().to_string()
    }

    #[test]
    fn a_pipe_that_nobody_writes_is_refused_and_not_waited_for() {
        let sandbox = Sandbox::new();
        let pipe = pipe(&sandbox, "pipe.toml");
        for args in [&["check", &pipe][..], &["quiz", "--bank", &pipe], &["import", &pipe]] {
            sandbox.run(args, "").ended_with(2).complains("it is a device or a pipe, not a file");
        }
        fs::create_dir_all(sandbox.path("data")).unwrap();
        fs::rename(&pipe, sandbox.path("data/exams.toml")).unwrap();
        sandbox.run(&["exam", "--list"], "").ended_with(2).complains("a device or a pipe");
    }

    #[test]
    fn a_pipe_of_the_shell_is_read() {
        let sandbox = Sandbox::new();
        let mut shell = Command::new("bash");
        let script = format!("{} check <(cat {})", crate::support::PROGRAM, gates());
        shell.args(["-c", &script]).env_clear().envs(sandbox.environment.iter().cloned());
        run(shell, b"").says("4 questions");
    }

    #[test]
    fn force_replaces_a_file_and_nothing_else() {
        let sandbox = Sandbox::new();
        let pipe = pipe(&sandbox, "out.gift");
        let gates = gates();
        let export = |to: &str| {
            ["export", "--to", "gift", "--bank", &gates, "gates", "--force", "-o", to].map(str::to_owned)
        };
        let export = |to: &str| {
            let args = export(to);
            sandbox.run(&args.each_ref().map(String::as_str), "")
        };
        export(&pipe).ended_with(2).complains("out.gift is a device or a pipe, not a file");
        assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
        export("/dev/null").ended_with(2).complains("/dev/null is a device or a pipe");
        sandbox.write("private.gift", "");
        fs::set_permissions(sandbox.path("private.gift"), fs::Permissions::from_mode(0o600)).unwrap();
        export("private.gift").ended_with(0);
        let mode = fs::metadata(sandbox.path("private.gift")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_path_that_is_not_utf_8_is_printed_and_nothing_panics() {
        let sandbox = Sandbox::new();
        let out = OsStr::from_bytes(b"out\xff.gift");
        let mut export =
            sandbox.command(&["export", "--to", "gift", "--bank", &gates(), "gates", "--json", "-o"]);
        export.arg(out);
        run(export, b"").ended_with(0).says("\"file\":\"out\u{fffd}.gift\"");
        let mut import = sandbox.command(&["import", "--from", "gift", "--json", "--topic", "mine", "-o"]);
        import.arg(OsStr::from_bytes(b"b\xff.toml")).arg(out);
        run(import, b"").ended_with(0).says("b\u{fffd}.toml");
    }

    #[test]
    fn a_full_disk_is_called_one() {
        let sandbox = Sandbox::new();
        let mut shell = Command::new("sh");
        let script = format!(
            "trap '' XFSZ; ulimit -f 1; exec {} export --to html-quiz --bank {} gates -o page.html",
            crate::support::PROGRAM,
            gates()
        );
        shell.args(["-c", &script]).env_clear().envs(sandbox.environment.iter().cloned());
        shell.current_dir(sandbox.path(""));
        run(shell, b"")
            .ended_with(2)
            .complains("error: the disk is full, or the file may not grow: page.html");
        let left = fs::read_dir(sandbox.path("")).unwrap().count();
        assert_eq!(left, 0, "nothing half written is left");
    }

    #[test]
    fn work_is_done_where_nobody_can_be_told_about_it() {
        let sandbox = Sandbox::new();
        let mut export =
            sandbox.command(&["export", "--to", "gift", "--bank", &gates(), "gates", "-o", "out.gift"]);
        export.stderr(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
        assert_eq!(export.output().unwrap().status.code(), Some(0));
        assert!(sandbox.path("out.gift").is_file());
    }

    #[test]
    fn an_input_that_cannot_be_read_is_not_called_an_output() {
        let sandbox = Sandbox::new();
        let mut quiz = sandbox.command(&["quiz"]);
        quiz.stdin(fs::File::open(sandbox.path("")).unwrap());
        let output = quiz.output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("error: the input cannot be read"), "{said}");
    }

    #[test]
    fn what_cannot_be_printed_is_not_done() {
        let sandbox = Sandbox::new();
        for args in
            [&["--help"][..], &["--version"], &["help", "quiz"], &["topics"], &["man"], &["check", "--list"]]
        {
            let mut command = sandbox.command(args);
            command.stdout(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
            assert_eq!(command.output().unwrap().status.code(), Some(2), "{args:?}");
        }
    }
}
