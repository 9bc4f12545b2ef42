//! Running programs and timing them.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// guardprep, with a home of its own.
pub(crate) fn guardprep(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guardprep"));
    command.args(arguments).env("GUARDPREP_HOME", home);
    command
}

/// The least of several times: what other programs do meanwhile only adds.
pub(crate) fn least(times: usize, mut seconds: impl FnMut() -> f64) -> f64 {
    (0..times).map(|_| seconds()).fold(f64::INFINITY, f64::min)
}

/// How long a program takes, in seconds. Its exit code may be one that says what was found.
pub(crate) fn run(mut command: Command) -> f64 {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let began = Instant::now();
    let code = command.status().unwrap().code();
    let seconds = began.elapsed().as_secs_f64();
    assert!(matches!(code, Some(0 | 1)), "{command:?} ended with {code:?}");
    seconds
}

/// How long until the first question is on the screen, in seconds. The input ends after it.
pub(crate) fn first_question(home: &Path, arguments: &[&str]) -> f64 {
    let mut command = guardprep(home, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let began = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().starts_with("Question 1 of")), "{arguments:?} asked nothing");
    let seconds = began.elapsed().as_secs_f64();
    drop(child.stdin.take());
    lines.for_each(drop);
    child.wait().unwrap();
    seconds
}

/// The most memory of a program, in bytes, as Python tells it.
pub(crate) fn memory(home: &Path, arguments: &[&str]) -> Option<f64> {
    let script = "import resource, subprocess, sys; \
        subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); \
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)";
    let arguments: Vec<&str> = [env!("CARGO_BIN_EXE_guardprep")].iter().chain(arguments).copied().collect();
    python(home, script, &arguments)
}

/// The number that a script for Python prints, if Python is there and the script ends well.
pub(crate) fn python(home: &Path, script: &str, arguments: &[&str]) -> Option<f64> {
    let mut command = Command::new("python3");
    command.args(["-c", script]).args(arguments).env("GUARDPREP_HOME", home).stderr(Stdio::null());
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

pub(crate) fn is_installed(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
