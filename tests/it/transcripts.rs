//! Sessions as a person would see them: the `console` blocks of README.md and of `tests/transcripts`, run and compared.
//!
//! A line that starts with `$ ` is typed into a shell; what follows is what the terminal shows (stdout and stderr as
//! they come), and `[exit 1]` where a command ends with another code than 0. Each file has a home of its own.
//! `SNAPSHOTS=overwrite cargo test` writes what was printed into the files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{PROGRAM, Sandbox, root, run};

/// Where the programs find `tests/fixtures`: a name as long as what stands for it in the files, since lines are filled
/// by the width of what is printed, and a clone may be anywhere.
const FIXTURES: &str = ".fixtures";

/// Runs the console blocks of a file and gives the file as it would be if all were true.
fn replay(path: &Path) -> (String, String) {
    let written = fs::read_to_string(path).unwrap();
    let sandbox = Sandbox::new();
    std::os::unix::fs::symlink(root().join("tests/fixtures"), sandbox.path(FIXTURES)).unwrap();
    let mut happened = String::new();
    let mut lines = written.lines().peekable();
    while let Some(line) = lines.next() {
        happened += line;
        happened.push('\n');
        if line.trim() != "```console" {
            continue;
        }
        while let Some(line) = lines.next_if(|line| *line != "```") {
            let Some(typed) = line.strip_prefix("$ ") else { continue };
            happened += &["$ ", typed, "\n", &shell(&sandbox, typed)].concat();
        }
    }
    (written, happened)
}

fn shell(sandbox: &Sandbox, typed: &str) -> String {
    let mut command = sandbox.command(&[]);
    let folder = Path::new(PROGRAM).parent().unwrap().display().to_string();
    let program = std::mem::replace(&mut command, std::process::Command::new("sh"));
    command
        .arg("-c")
        .arg(format!("exec 2>&1; {typed}"))
        .env_clear()
        .current_dir(program.get_current_dir().unwrap());
    for (name, value) in &sandbox.environment {
        let value = if name == "PATH" { format!("{folder}:{value}") } else { value.clone() };
        command.env(name, value);
    }
    command.env("FIXTURES", FIXTURES);
    let ran = run(command, b"");
    let home = sandbox.path("").display().to_string();
    let shown: Vec<String> = ran
        .stdout
        .replace(FIXTURES, "$FIXTURES")
        .replace(home.trim_end_matches('/'), "/home/ana")
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect();
    let code = match ran.code {
        Some(0) => String::new(),
        code => format!("[exit {}]\n", code.unwrap_or(-1)),
    };
    let shown = if shown.is_empty() { String::new() } else { shown.join("\n") + "\n" };
    shown + &code
}

fn transcripts() -> Vec<PathBuf> {
    let folder = root().join("tests/transcripts");
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

#[track_caller]
fn check(path: &Path) {
    let (written, happened) = replay(path);
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::write(path, &happened).unwrap();
        return;
    }
    for (at, (expected, shown)) in written.lines().zip(happened.lines()).enumerate() {
        assert_eq!(expected, shown, "\n{}:{}\nit would be:\n{happened}", path.display(), at + 1);
    }
    assert_eq!(written, happened, "{}", path.display());
}

#[test]
fn readme_tells_the_truth() {
    check(&root().join("README.md"));
}

#[test]
fn transcripts_tell_the_truth() {
    for path in transcripts() {
        check(&path);
    }
}

#[test]
fn every_command_has_a_transcript() {
    let written: String = transcripts().iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let help = Sandbox::new().run(&["--help"], "").ended_with(0).stdout;
    let commands: BTreeSet<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Students:"))
        .take_while(|line| !line.starts_with("Examples:"))
        .filter_map(|line| {
            line.strip_prefix("  ").filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
        })
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.len() > 8, "{commands:?}");
    for command in commands {
        assert!(
            written.contains(&format!("guardprep {command}")),
            "no transcript shows `guardprep {command}`"
        );
    }
}

/// The commands of README that are not run here are run by `.ci/run`, word for word.
#[test]
fn every_command_of_the_readme_is_run() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let ci = fs::read_to_string(root().join(".ci/run")).unwrap();
    let mut inside = false;
    for line in readme.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            line if inside => {
                assert!(ci.lines().any(|run| run.trim().starts_with(line)), ".ci/run does not run `{line}`");
            }
            _ => {}
        }
    }
    assert!(readme.contains("```sh") && readme.contains("```console"));
}

/// Commands that stand in the text and in tables: each is understood. (What they find to do depends on what was done.)
#[test]
fn every_command_named_in_the_readme_is_understood() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let named: BTreeSet<&str> = readme
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| code.starts_with("guardprep") && !code.contains('\n'))
        .collect();
    assert!(named.len() > 20, "{named:?}");
    let sandbox = Sandbox::new();
    for command in named {
        // FILE, FORMAT and the like stand for what a person types.
        let typed = command.replace("FORMAT", "gift").replace("FILE", "some.toml");
        let arguments: Vec<&str> = typed.split_whitespace().skip(1).collect();
        let ran = sandbox.run(&arguments, "");
        assert!(!ran.stderr.contains("try '--help'"), "`{command}`: {}", ran.stderr);
        assert!(matches!(ran.code, Some(0..=2)), "`{command}` ended with {:?}: {}", ran.code, ran.stderr);
    }
}
