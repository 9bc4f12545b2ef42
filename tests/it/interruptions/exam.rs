//! An exam that is killed: the same paper, the same answers, and the time that is left by the clock on the wall.

use rustix::process::Signal;

use super::signal;
use crate::pipe::{PROMPT, Session, questions};
use crate::support::{Ran, Sandbox, run};

const EXAM: [&str; 4] = ["exam", "-n", "8", "--plain"];

/// Runs guardprep some time after the exam began.
fn at(sandbox: &Sandbox, time: &str, args: &[&str], input: &str) -> Ran {
    let mut command = sandbox.command(args);
    command.env("GUARDPREP_NOW", format!("2026-05-01T{time}Z"));
    run(command, input.as_bytes())
}

/// The questions of a paper as they stand without an answer, whatever is in the head lines.
fn paper(transcript: &str) -> Vec<String> {
    let body = |question: String| {
        // What was chosen is said behind an option, which may wrap otherwise then.
        let body = question.split_once("\n\n").unwrap().1.replace("\n     ", " ");
        body.replace("(you chose it)", "")
            .lines()
            .map(|line| line.trim_end().to_owned() + "\n")
            .collect::<String>()
    };
    let asked = |body: String| {
        body.split("\n\n[").next().unwrap().split("\n\nYour answer").next().unwrap().to_owned()
    };
    questions(transcript).into_iter().map(body).map(asked).collect()
}

#[test]
fn killed_after_any_answer_an_exam_goes_on_with_the_time_that_is_left() {
    let whole = Sandbox::new().run(&EXAM, &"a\n".repeat(8)).ended_with(1).stdout;
    let whole = paper(&whole);
    assert_eq!(whole.len(), 8);
    for k in 1..=8 {
        let sandbox = Sandbox::new();
        let mut session = Session::start(sandbox.command(&EXAM));
        session.wait(PROMPT, 1);
        for n in 1..=k {
            session.send(if n % 2 == 0 { "b" } else { "c" });
            session.until("the answer", |text| text.matches(" is kept;").count() == n);
        }
        signal(session.pid(), Signal::KILL);
        assert_eq!(session.end(), None, "ended by the signal");

        // Every question once more, from the first; three minutes of the ten are gone.
        let walk = format!("j 1\n{}", "n\n".repeat(8));
        let ran = at(&sandbox, "09:03:00", &["resume", "--plain"], &walk).ended_with(1);
        assert!(ran.stdout.contains("[07:00 left]"), "{}", ran.stdout);
        let shown = paper(&ran.stdout);
        let next = k.min(7);
        assert_eq!(shown[0], whole[next], "it goes on behind answer {k}");
        assert_eq!(shown[1..], whole, "the same paper");
        let given: Vec<&str> =
            ran.stdout.lines().filter_map(|line| line.strip_prefix("Your answer so far: ")).collect();
        let again = usize::from(k == 8);
        let expected: Vec<&str> = (1..=k).map(|n| if n % 2 == 0 { "B." } else { "C." }).collect();
        assert_eq!(given[again..], expected, "the same answers");

        // When the time is over it can be handed in as it stands.
        let ran = at(&sandbox, "09:10:00", &["resume", "--plain"], "1\n").ended_with(0);
        assert!(ran.stdout.contains("ran out while it was closed."), "{}", ran.stdout);
        assert!(ran.stdout.contains(&format!("handed in: {k} of 8 questions answered.")), "{}", ran.stdout);
        at(&sandbox, "09:11:00", &["resume"], "").ended_with(2).complains("there is no paused quiz or exam");
    }
}

#[test]
fn a_clock_that_was_set_back_is_said() {
    let sandbox = Sandbox::new();
    sandbox.run(&EXAM, "a\n").ended_with(1).complains("The exam is kept; go on with:");
    let ran = at(&sandbox, "08:00:00", &["resume", "--plain"], "b\n").ended_with(1);
    assert!(ran.stdout.contains("was set back by 1 hour. This is noted."), "{}", ran.stdout);
    let ran = at(&sandbox, "10:00:00", &["resume", "--plain"], "1\n").ended_with(0);
    assert!(ran.stdout.contains("The clock of the computer was set while it ran: once."), "{}", ran.stdout);
}

#[test]
fn an_answer_that_comes_late_is_not_taken() {
    let mut sandbox = Sandbox::new();
    sandbox.environment.retain(|(name, _)| name != "GUARDPREP_NOW");
    let mut session = Session::start(sandbox.command(&["exam", "-n", "3", "--plain", "--seconds", "1"]));
    session.wait(PROMPT, 1);
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    session.send("a").wait("Not taken: the time is up.", 1);
    session.wait("Time is up. Your exam is handed in: 0 of 3 questions answered.", 1);
    session.wait("Go over 3 questions now? (y/N): ", 1).send("n");
    assert_eq!(session.end(), Some(0));
}

#[test]
fn signals_keep_an_exam_in_lines() {
    for named in [Signal::TERM, Signal::HUP, Signal::INT] {
        let sandbox = Sandbox::new();
        let mut session = Session::start(sandbox.command(&EXAM));
        session.wait(PROMPT, 1).send("a").wait("answer A is kept", 1).wait(PROMPT, 2);
        signal(session.pid(), named);
        assert_eq!(session.end(), Some(130), "{named:?}");
        assert!(session.stderr.contains("The clock goes on."), "{:?}", session.stderr);
        at(&sandbox, "09:01:00", &["resume", "--plain"], "")
            .ended_with(1)
            .says("Question 2 of 8  |  1 answered");
    }
}
