//! The menu of `guardprep` alone.

use super::{ASKS, SIZES, pause};
use crate::desk::desk;
use crate::screen::{CTRL_C, DOWN, ENTER, ESCAPE, Terminal};
use crate::support::Sandbox;

const MENU: &str = "What would you like to do?";

fn menu(sandbox: &Sandbox, size: (u16, u16)) -> Terminal {
    let mut terminal = sandbox.at_terminal(size, &["--bank", &desk(sandbox, 3)], &[]);
    terminal.wait(MENU).wait("  Quit");
    terminal
}

#[test]
fn escape_and_q_leave_it() {
    for size in SIZES {
        for key in [ESCAPE, "q"] {
            let sandbox = Sandbox::new();
            let mut terminal = menu(&sandbox, size);
            assert_eq!(terminal.printed("This is your first time here."), 1);
            terminal
                .shows("> Practice: 10 questions")
                .shows("  Practice one topic")
                .shows_no("paused")
                .send(key);
            assert_eq!(terminal.end(), 0);
            terminal.shows_no(MENU).shows_no("Practice");
            assert!(!sandbox.progress_file().exists(), "looking writes nothing");
        }
    }
}

#[test]
fn a_progress_file_that_cannot_be_read_is_no_first_time() {
    let sandbox = Sandbox::new();
    sandbox.write("data/progress.db", [7; 4_096]);
    let mut terminal = sandbox.at_terminal((24, 80), &["--bank", &desk(&sandbox, 3)], &[]);
    terminal.wait("going on without your progress").wait(MENU).wait("  Quit");
    terminal.shows_no("first time").send(ESCAPE);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn ctrl_c_leaves_it_and_the_menu_of_topics() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, size);
        terminal.send(CTRL_C);
        assert_eq!(terminal.end(), 130);

        let mut terminal = menu(&sandbox, size);
        terminal.send(DOWN).wait("> Practice one topic").send(ENTER).wait("Which topic?");
        terminal.send(CTRL_C);
        assert_eq!(terminal.end(), 130);

        let mut terminal = menu(&sandbox, size);
        terminal.send(DOWN).wait("> Practice one topic").send(ENTER).wait("Which topic?").send(ESCAPE);
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_quiz_is_started_and_gone_on_with() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, size);
        terminal
            .send(ENTER)
            .until("a question", |screen| screen.contains("(? help):") || screen.contains("(?):"));
        terminal.shows_no(MENU);
        assert_eq!(terminal.printed("Question 1 of 10"), 1);
        terminal.send("q").wait("Stopped before the first");
        assert_eq!(terminal.end(), 0);

        // The second run says where things stand, and offers to go on.
        let mut terminal = menu(&sandbox, size);
        assert_eq!(terminal.printed("This is your first time here."), 0);
        terminal.shows("> Go on with the paused quiz").send(ENTER).wait("help):");
        assert_eq!(terminal.printed("Question 1 of 10"), 1);
        terminal.send(CTRL_C);
        assert_eq!(terminal.end(), 130);

        // A topic of one's own bank, the last of all.
        let mut terminal = menu(&sandbox, size);
        terminal
            .send(DOWN)
            .wait("> Practice: 10")
            .send(DOWN)
            .wait("> Practice one topic")
            .send(ENTER)
            .wait("Which topic?");
        terminal.send("\x1b[A").wait("> At the desk").send(ENTER).asks(ASKS);
        assert_eq!(terminal.printed("Question 1 of 3"), 1);
        terminal.send("a").asks(pause(cols)).send("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(sandbox.answers(), 1);
    }
}

#[test]
fn progress_is_shown_from_it() {
    let sandbox = Sandbox::new();
    let mut terminal = menu(&sandbox, (24, 80));
    terminal
        .send(DOWN)
        .wait("> Practice one")
        .send(DOWN)
        .wait("> Mock exam")
        .send(DOWN)
        .wait("> How I am doing")
        .send(ENTER)
        .wait("At the desk");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn keys_typed_ahead_start_nothing_that_is_not_seen() {
    let sandbox = Sandbox::new();
    let bank = desk(&sandbox, 3);
    let mut terminal = sandbox.at_terminal((24, 80), &["--bank", &bank], &[]);
    terminal
        .send("\r\ra\ra\r")
        .until("the menu or a question", |screen| screen.contains(MENU) || screen.contains("help):"));
    if !terminal.text().contains("help):") {
        terminal.press_until(ENTER, "Question 1 of 10");
    }
    terminal.press_until("x", "means nothing here").shows_no("You chose").shows_no("is correct");
    terminal.press_until("q", "Stopped before the first");
    assert_eq!(terminal.end(), 0);
    assert_eq!(sandbox.answers(), 0);
}

#[test]
fn a_mock_exam_is_started_from_it() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, size);
        terminal.send(DOWN).wait("> Practice one").send(DOWN).wait("> Mock exam").send(ENTER);
        terminal
            .wait("Which exam?")
            .wait("> 50 questions of all topics")
            .send(DOWN)
            .wait("> Ontario, Canada");
        terminal.send(ENTER).wait("Enter: begin   q: not now");
        assert_eq!(terminal.printed("60 questions, "), 1);
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn its_exam_is_the_one_of_the_command() {
    let sandbox = Sandbox::new();
    let command = sandbox.run(&["exam", "--plain", "--no-save"], "q\n").ended_with(0).stdout;
    let mut terminal = menu(&sandbox, SIZES[0]);
    terminal.send(DOWN).wait("> Practice one").send(DOWN).wait("> Mock exam").send(ENTER);
    terminal.wait("Which exam?").send(ENTER).wait("Enter: begin   q: not now");
    let first = command.lines().find(|line| line.contains(" questions, ")).unwrap();
    assert_eq!(terminal.printed(first), 1, "{first}");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let help = sandbox.run(&["exam", "-h"], "").ended_with(0).stdout;
    let said = first.split(' ').next().unwrap();
    assert!(help.contains(&format!("as the profile says, or {said}]")), "{help}");
}
