//! A disk that is full: the answer that could not be saved is not judged, and everything before it is there.

use crate::support::{PROGRAM, Sandbox, run};

/// Runs guardprep where no file may grow beyond so many blocks of 512 bytes.
fn limited(sandbox: &Sandbox, blocks: u64, args: &str, input: &str) -> crate::support::Ran {
    let mut shell = std::process::Command::new("sh");
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec {PROGRAM} {args}");
    shell
        .args(["-c", &script])
        .env_clear()
        .envs(sandbox.environment.iter().cloned())
        .current_dir(sandbox.path(""));
    run(shell, input.as_bytes())
}

fn verdicts(text: &str) -> usize {
    text.matches("\nRight.").count() + text.matches("\nWrong.").count()
}

#[test]
fn an_answer_that_does_not_fit_is_not_shown_as_saved() {
    let sandbox = Sandbox::new();
    sandbox.run(&["quiz", "-n", "100", "--plain"], "a\na\n").ended_with(1);
    let blocks = std::fs::metadata(sandbox.progress_file()).unwrap().len().div_ceil(512);
    // Room for a few answers more.
    let ran = limited(&sandbox, blocks + 24, "resume --plain", &"a\n".repeat(98));
    let ran = ran
        .ended_with(2)
        .complains("the disk is full, or the file may not grow")
        .complains("guardprep resume");
    let judged = verdicts(&ran.stdout);
    assert!((1..90).contains(&judged), "{judged} answers fitted");
    assert_eq!(sandbox.answers(), 2 + judged, "exactly what was judged is saved");
    assert!(
        ran.stdout.trim_end().ends_with("(? help): a"),
        "nothing is said behind the last answer:\n{}",
        ran.stdout
    );
    // With room again it goes on with the very question whose answer was lost.
    let lost = crate::pipe::questions(&ran.stdout).pop().unwrap();
    let again = sandbox.run(&["resume", "--plain"], &"a\n".repeat(98)).ended_with(0);
    assert_eq!(crate::pipe::questions(&again.stdout)[0], lost);
    assert_eq!(sandbox.answers(), 100);
}

#[test]
fn at_a_terminal_it_is_told_and_the_terminal_put_back() {
    let sandbox = Sandbox::new();
    sandbox.run(&["quiz", "-n", "100", "--plain"], "a\na\n").ended_with(1);
    let blocks = std::fs::metadata(sandbox.progress_file()).unwrap().len().div_ceil(512);
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec {PROGRAM} resume");
    let mut terminal = sandbox.shell_at_terminal((40, 80), &script);
    terminal.wrapping_allowed().wait("help):");
    let mut answers = sandbox.answers();
    let last_row = |screen: &str| screen.trim_end().lines().last().unwrap_or_default().to_owned();
    // The last pages of the file may have room for some.
    loop {
        terminal.send("a").until("a verdict or an error", |screen| {
            last_row(screen).starts_with("Enter: next") || screen.contains("error:")
        });
        if terminal.text().contains("error:") {
            break;
        }
        answers += 1;
        assert!(answers < 90);
        terminal.send("\r").until("the next question", |screen| last_row(screen).ends_with("(? help):"));
    }
    assert_eq!(terminal.end(), 2);
    terminal.shows("the disk is full, or the file may not grow");
    assert_eq!(sandbox.answers(), answers);
}

#[test]
fn a_quiz_that_cannot_be_begun_says_so() {
    let sandbox = Sandbox::new();
    let ran = limited(&sandbox, 8, "quiz --plain", "a\n");
    let ran = ran.ended_with(2).complains("the disk is full, or the file may not grow");
    assert_eq!(ran.stdout, "");
    // What was begun of the file is no obstacle when there is room.
    sandbox.run(&["quiz", "-n", "1", "--plain"], "a\n").ended_with(0);
}
