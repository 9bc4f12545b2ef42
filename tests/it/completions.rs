//! Completions in real shells: commands, topics, objectives, exams.

use std::path::Path;
use std::process::Command;

use crate::support::{PROGRAM, Sandbox, root, run};

/// Takes back the line that is being typed.
const CTRL_U: &str = "\x15";

/// A home with a topic of its own, the gates; what a shell needs to find the program.
fn home() -> Sandbox {
    let mut sandbox = Sandbox::new();
    let gates = root().join("tests/fixtures/gates.toml");
    sandbox.environment.push((String::from("GUARDPREP_BANKS"), gates.to_str().unwrap().to_owned()));
    let folder = Path::new(PROGRAM).parent().unwrap().display();
    sandbox.environment.push((String::from("PATH"), format!("{folder}:/usr/bin:/bin")));
    sandbox
}

/// Where a shell is installed; `.ci/run` installs all three.
fn has(shell: &str) -> bool {
    ["/bin", "/usr/bin"].iter().any(|folder| Path::new(folder).join(shell).exists())
}

/// What a script of a shell prints.
fn said(sandbox: &Sandbox, shell: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(shell);
    command
        .args(arguments)
        .env_clear()
        .envs(sandbox.environment.iter().cloned())
        .current_dir(sandbox.path(""));
    let ran = run(command, b"");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{}", ran.stdout);
    ran.stdout
}

const CASES: [(&str, &str); 9] = [
    ("res", "resume"),
    ("quiz gat", "gates"),
    ("quiz gates compl", "complaints-difficult"),
    ("quiz --objective welc", "welcome"),
    ("exam onta", "ontario"),
    ("exam --topic gat", "gates"),
    ("progress reset gat", "gates"),
    ("progress gat", "gates"),
    ("progress rese", "reset"),
];

#[test]
fn bash_completes_names() {
    let sandbox = home();
    for (typed, expected) in CASES {
        let words: Vec<&str> = std::iter::once("guardprep").chain(typed.split(' ')).collect();
        let last = words[words.len() - 1];
        let script = format!(
            "source <(guardprep completions bash); COMP_WORDS=({}); COMP_CWORD={}; \
             _guardprep guardprep {last} {}; echo \"${{COMPREPLY[@]}}\"",
            words.join(" "),
            words.len() - 1,
            words[words.len() - 2],
        );
        let completed = said(&sandbox, "bash", &["--norc", "-c", &script]);
        assert!(completed.split_whitespace().any(|word| word == expected), "{typed}: {completed}");
    }
}

#[test]
fn fish_completes_names_and_says_what_they_are() {
    if !has("fish") {
        return;
    }
    let sandbox = home();
    for (typed, expected) in CASES {
        let script = format!("guardprep completions fish | source; complete -C 'guardprep {typed}'");
        let completed = said(&sandbox, "fish", &["--no-config", "-c", &script]);
        let names: Vec<&str> =
            completed.lines().map(|line| line.split('\t').next().unwrap_or_default()).collect();
        assert!(names.contains(&expected), "{typed}: {completed}");
    }
    let script = "guardprep completions fish | source; complete -C 'guardprep quiz gat'";
    assert_eq!(said(&sandbox, "fish", &["--no-config", "-c", script]), "gates\tAt the gate\n");
}

#[test]
fn zsh_completes_names() {
    if !has("zsh") {
        return;
    }
    let sandbox = home();
    sandbox.write(
        ".zshrc",
        "PS1='> '; autoload -U compinit && compinit -u; source <(guardprep completions zsh); print ready\n",
    );
    let mut terminal = sandbox.shell_at_terminal((24, 80), "exec zsh -i");
    terminal.wrapping_allowed().wait("ready").asks(">");
    for (typed, expected) in CASES {
        let whole = typed.rsplit_once(' ').map_or("", |(before, _)| before);
        let whole = format!("guardprep {whole} {expected}").replace("  ", " ");
        terminal.send(&format!("guardprep {typed}\t")).wait(&whole).send(CTRL_U).asks(">");
    }
    terminal.send("exit\r");
    terminal.end();
}

#[test]
fn what_a_bank_calls_itself_is_no_command_of_a_shell() {
    let sandbox = home();
    let title = "$(touch pwned) `touch pwned` '; touch pwned; ' \\\"; touch pwned; \\\"";
    let gates = std::fs::read_to_string(root().join("tests/fixtures/gates.toml")).unwrap();
    let hostile = gates.replace("title = \"At the gate\"", &format!("title = \"{title}\""));
    assert_ne!(gates, hostile);
    sandbox.write("data/banks/hostile.toml", hostile.replace("\"gates", "\"hostile"));
    for (shell, arguments) in
        [("bash", &["--norc", "-c"]), ("zsh", &["-f", "-c"]), ("fish", &["--no-config", "-c"])]
    {
        if !has(shell) {
            continue;
        }
        let script = sandbox.run(&["completions", shell], "").ended_with(0).stdout;
        assert!(script.contains("hostile") && !script.contains("pwned)"), "{script}");
        let file = sandbox.write("script", script);
        let mut command = Command::new(shell);
        let typed = match shell {
            "fish" => "; complete -C 'guardprep quiz host'",
            _ => "",
        };
        command.args(arguments).arg(format!("source {}{typed}", file.display()));
        command.env_clear().envs(sandbox.environment.iter().cloned()).current_dir(sandbox.path(""));
        let _ = run(command, b"");
        assert!(!sandbox.path("pwned").exists(), "{shell}");
    }
}
