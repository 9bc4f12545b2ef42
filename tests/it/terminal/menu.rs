//! The menu of `guardprep` alone.

use super::{ASKS, SIZES, pause};
use crate::desk::desk;
use crate::screen::{CTRL_C, DOWN, ENTER, ESCAPE, Terminal, UP};
use crate::support::Sandbox;

const MENU: &str = "What would you like to do?";

/// What is asked before the menu comes back.
const RETURN: &str = "Enter: menu   q: stop";

fn menu(sandbox: &Sandbox, size: (u16, u16)) -> Terminal {
    let mut terminal = sandbox.at_terminal(size, &["--bank", &desk(sandbox, 3)], &[]);
    terminal.wait(MENU).wait("arrows, Enter   q: stop");
    terminal
}

#[test]
fn it_says_its_keys_and_q_leaves_it() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, size);
        assert_eq!(terminal.printed("This is your first time here."), 1);
        terminal
            .shows("> 1  Study: the questions of today\n")
            .shows("  2  Practice: 10 questions, explained\n")
            .shows("  3  Practice one topic")
            .shows("  6  Plan: the day of my exam")
            .shows("  1-7, arrows, Enter   q: stop")
            .shows_no("paused")
            .send("q");
        assert_eq!(terminal.end(), 0);
        terminal.shows_no(MENU).shows_no("Practice");
        assert!(!sandbox.progress_file().exists(), "looking writes nothing");
    }
}

#[test]
fn escape_goes_back_one_step_and_leaves_only_when_it_is_meant() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, size);
        for (digit, prompt) in [("3", "Which topic?"), ("4", "Which exam?")] {
            terminal.send(digit).wait(prompt).wait("arrows, Enter   Esc: back").shows_no(MENU);
            terminal.send(ESCAPE).wait(MENU).wait("arrows, Enter   q: stop").shows_no(prompt);
        }
        terminal.send(ESCAPE).wait("Esc again or q stops guardprep").send(DOWN).wait("> 2").wait("q: stop");
        // What was done is a step as well, and so is what was about to begin.
        terminal.send("4").wait("Which exam?").wait("Esc: back").send(ENTER).turned("Enter: begin   q: stop");
        terminal.send(ESCAPE).turned(RETURN).send(ESCAPE).wait(MENU).wait("q: stop");
        terminal.send(ESCAPE).wait("Esc again or q stops guardprep").send(ESCAPE);
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_progress_file_that_cannot_be_read_is_no_first_time() {
    let sandbox = Sandbox::new();
    sandbox.write("data/progress.db", [7; 4_096]);
    let mut terminal = sandbox.at_terminal((24, 80), &["--bank", &desk(&sandbox, 3)], &[]);
    terminal.wait("going on without your progress").wait(MENU).wait("q: stop");
    terminal.shows_no("first time").send("q");
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
        terminal.send("3").wait("Which topic?").wait("Esc: back");
        terminal.send(CTRL_C);
        assert_eq!(terminal.end(), 130);
    }
}

#[test]
fn it_comes_back_after_each_choice_and_knows_what_was_done() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, size);
        terminal
            .send("2")
            .until("a question", |screen| screen.contains("(? help):") || screen.contains("(?):"));
        terminal.shows_no(MENU);
        assert_eq!(terminal.printed("Question 1 of 10"), 1);
        terminal.send("q").turned(RETURN).send(ENTER).wait(MENU).wait("1-8, arrows, Enter   q: stop");
        assert_eq!(terminal.printed("This is your first time here."), 1);
        terminal.shows("> 1  Study").shows("  2  Go on: quiz").shows("after 0 of 10");

        // A topic of one's own bank, the last of all: by its number, digit by digit, or with the arrow up.
        terminal
            .send("4")
            .wait("Which topic?")
            .send("2")
            .wait("another digit, or Enter")
            .send("1")
            .asks(ASKS);
        assert_eq!(terminal.printed("Question 1 of 3"), 1);
        let wrong = super::letter(&mut terminal, size, "Wrong");
        terminal.send(&wrong).asks(pause(cols)).send("q").turned(RETURN).send(ENTER);
        terminal.wait(MENU).wait("q: stop");
        terminal.until("the figure", |screen| screen.contains("What I got wrong (1)"));
        terminal.send("4").wait("Which topic?").wait("Esc: back").send(UP).wait("> 21  At the desk");
        terminal.shows("1/3").send(ESCAPE).wait(MENU).wait("q: stop").send("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(sandbox.answers(), 1);
    }
}

#[test]
fn what_was_wrong_is_read_or_asked_again() {
    for size in [(24, 80), (24, 40)] {
        let sandbox = Sandbox::new();
        let bank = desk(&sandbox, 1);
        let mut terminal = super::quiz(&sandbox, size, 1);
        let wrong = super::letter(&mut terminal, size, "Wrong");
        terminal.send(&wrong).wait("Source:").press_until("q", "Finished: 1 question");
        assert_eq!(terminal.end(), 0);
        let mut terminal = sandbox.at_terminal(size, &["--bank", &bank], &[("PAGER", "cat")]);
        terminal.wait("5  What I got wrong (1)").wait("q: stop").send("5");
        terminal.wait("What you got wrong").wait("Esc: back").send("2").asks(ASKS);
        assert_eq!(terminal.printed("Question 1 of 1"), 1);
        terminal.send("q").turned(RETURN).send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn the_study_of_today_comes_first() {
    for size in [(24, 80), (24, 40)] {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, size);
        terminal.send(ENTER).wait("help):");
        assert_eq!(terminal.printed("Question 1 of 20"), 1);
        terminal.send("q").turned(RETURN).send(ENTER).wait(MENU).wait("q: stop").send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_failure_is_told_and_the_menu_comes_back() {
    let sandbox = Sandbox::new();
    let bank = desk(&sandbox, 3);
    sandbox.run(&["quiz", "desk", "--bank", &bank], "a\n").ended_with(1);
    // Its bank is not given this time.
    let mut terminal = sandbox.at_terminal((24, 80), &[], &[]);
    terminal.wait("  2  Go on: quiz of another bank, after 1 of 3").wait("q: stop").send("2").turned(RETURN);
    terminal.shows("error: the banks hold no question of the paused quiz").send(ENTER).wait(MENU);
    terminal.wait("q: stop").send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn progress_is_shown_from_it_and_stays_until_it_was_read() {
    let sandbox = Sandbox::new();
    let mut terminal = menu(&sandbox, (24, 80));
    for item in ["> 2  Practice: 10", "> 3  Practice one", "> 4  Mock exam", "> 5  How I am doing"] {
        terminal.send(DOWN).wait(item);
    }
    terminal.send(ENTER).turned(RETURN);
    terminal.shows_no(MENU).send(ENTER).wait(MENU).wait("q: stop").send("7");
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
        terminal.press_until("2", "Question 1 of 10");
    }
    terminal.press_until("x", "means nothing here").shows_no("You chose").shows_no("is correct");
    terminal.press_until("q", "Stopped before the first").turned(RETURN).send("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(sandbox.answers(), 0);
}

#[test]
fn a_pasted_text_chooses_nothing() {
    let sandbox = Sandbox::new();
    let mut terminal = menu(&sandbox, (24, 80));
    terminal.send("2 quick jumps\r");
    std::thread::sleep(std::time::Duration::from_millis(200));
    terminal.send(DOWN).wait("> 2  Practice: 10").shows_no("Which topic?");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_window_that_is_resized_leaves_no_ghost_of_it() {
    let sandbox = Sandbox::new();
    let mut terminal = menu(&sandbox, (24, 80));
    for (rows, cols) in [(24, 40), (10, 40), (24, 80)] {
        terminal.resize(rows, cols).send(DOWN).wait("> 2  Practice").send(UP);
        // It is drawn row by row: a look in between would not see all of it.
        terminal.until("the menu, once", |screen| {
            let is_whole = screen.contains("> 1  Study") && screen.contains("q: stop");
            is_whole && screen.matches(MENU).count() == 1
        });
    }
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_mock_exam_is_started_from_it() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, size);
        terminal.send("4").wait("Which exam?").wait(">  1  50 questions of all topics").wait("Esc: back");
        terminal.send(DOWN).wait(">  2  Ontario, Canada").send(ENTER).turned("Enter: begin   q: stop");
        assert_eq!(terminal.printed("60 questions, "), 1);
        terminal.send("q").turned(RETURN).send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn its_exam_is_the_one_of_the_command() {
    let sandbox = Sandbox::new();
    let command = sandbox.run(&["exam", "--plain", "--no-save"], "q\n").ended_with(0).stdout;
    let mut terminal = menu(&sandbox, SIZES[0]);
    terminal.send("4").wait("Which exam?").wait("Esc: back").send(ENTER).turned("Enter: begin   q: stop");
    let first = command.lines().find(|line| line.contains(" questions, ")).unwrap();
    assert_eq!(terminal.printed(first), 1, "{first}");
    terminal.send("q").turned(RETURN).send("q");
    assert_eq!(terminal.end(), 0);
    let help = sandbox.run(&["exam", "-h"], "").ended_with(0).stdout;
    let said = first.split(' ').next().unwrap();
    assert!(help.contains(&format!("as the profile says, or {said}]")), "{help}");
}

#[test]
fn what_a_quiz_missed_is_read_and_asked_again_by_a_key_and_no_command_is_named() {
    for size @ (_, cols) in [(24, 80), (24, 40)] {
        let sandbox = Sandbox::new();
        let bank = desk(&sandbox, 1);
        let mut terminal = sandbox.at_terminal(size, &["--bank", &bank], &[("PAGER", "cat")]);
        terminal.wait(MENU).wait("q: stop").send("3").wait("Which topic?").wait("Esc: back").send(UP);
        terminal.wait("> 21").send(ENTER).asks(ASKS);
        let wrong = super::letter(&mut terminal, size, "Wrong");
        terminal.send(&wrong).asks(super::last_pause(cols)).send(ENTER).turned(RETURN);
        terminal.shows("Finished: 1 question").shows("w: read what was wrong").shows_no("guardprep ");
        terminal
            .send("w")
            .until("what was wrong", |screen| screen.contains("Your answer") || screen.contains("You chose"));
        terminal.turned(RETURN).send("a").asks(ASKS);
        let right = super::letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(super::last_pause(cols)).send(ENTER).turned(RETURN);
        terminal.shows_no("w: read").send("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(sandbox.answers(), 2);
    }
}

#[test]
fn the_plan_is_made_in_it_and_then_it_is_no_first_time() {
    for size in [(24, 80), (24, 40)] {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, size);
        terminal.shows("about the law of one place");
        terminal
            .send("6")
            .wait("Show what is left")
            .wait("Esc: back")
            .send("3")
            .wait("Which exam?")
            .wait("Esc: back");
        terminal.send("1").wait("another digit, or Enter").send(ENTER).turned(RETURN).shows_no("guardprep ");
        terminal.send(ENTER).wait(MENU).wait("q: stop").send("6").wait("Minutes a day").wait("Esc: back");
        terminal
            .send("2")
            .wait("In how many days")
            .wait("Esc: back")
            .send("1")
            .wait("another digit, or Enter")
            .send("4");
        terminal.turned(RETURN).send(ENTER).wait("Plan: the exam is in 14 days").wait("q: stop");
        assert_eq!(terminal.printed("This is your first time here."), 1);
        terminal
            .send("6")
            .wait("Forget the plan")
            .wait("Esc: back")
            .send(ESCAPE)
            .wait(MENU)
            .wait("q: stop")
            .send("q");
        assert_eq!(terminal.end(), 0);
    }
}
