//! What terminals do that nobody types: signals, sizes that no window has, Ctrl-S, sequences that never end.

use rustix::process::{Pid, Signal, kill_process};

use super::{ASKS, letter, pause, quiz};
use crate::desk::desk;
use crate::screen::{CTRL_C, DOWN, ENTER, Terminal};
use crate::support::Sandbox;

fn signal(terminal: &Terminal, named: Signal) {
    kill_process(Pid::from_raw(terminal.pid()).unwrap(), named).unwrap();
}

fn menu(sandbox: &Sandbox, size: (u16, u16)) -> Terminal {
    let mut terminal = sandbox.at_terminal(size, &["--bank", &desk(sandbox, 3)], &[]);
    terminal.wrapping_allowed();
    terminal
}

#[test]
fn a_menu_and_a_yes_or_no_outlive_a_resize() {
    let sandbox = Sandbox::new();
    let mut terminal = menu(&sandbox, (24, 80));
    terminal.wait("  Stop").resize(30, 100).resize(24, 60);
    signal(&terminal, Signal::WINCH);
    terminal.send(DOWN).wait("> 2  Practice: 10").send("q");
    assert_eq!(terminal.end(), 0);

    sandbox.run(&["quiz", "-n", "1"], "a\n").ended_with(0);
    let mut terminal = sandbox.at_terminal((24, 80), &["progress", "reset"], &[]);
    terminal.wait("Reset all progress?").resize(30, 100).resize(24, 60);
    signal(&terminal, Signal::WINCH);
    terminal.send("y").wait("Done: all your progress starts anew.");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_window_of_one_or_two_rows_has_a_menu_of_lines() {
    for rows in [1, 2] {
        let sandbox = Sandbox::new();
        let mut terminal = menu(&sandbox, (rows, 80));
        terminal.wait("What would you like to do? (1-");
        terminal.send("q\r");
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.printed("panicked"), 0);
    }
    // It becomes so small while the menu is open.
    let sandbox = Sandbox::new();
    let mut terminal = menu(&sandbox, (24, 80));
    terminal.wait("7  Stop").resize(2, 80).wait("What would you like to do? (1-").send("q\r");
    assert_eq!(terminal.end(), 0);
    assert_eq!(terminal.printed("panicked"), 0);
}

#[test]
fn ctrl_s_stops_nothing() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 2);
    terminal.send("\x13");
    std::thread::sleep(std::time::Duration::from_millis(100));
    terminal.send("x").asks(ASKS).shows("\"x\" means nothing here.").send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_sequence_that_never_ends_swallows_no_key() {
    for sequence in ["\x1b[<", "\x1b[?1;2", "\x1b[", "\x1bO", "\x1b[M", "\u{1b}[200~abc"] {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, (24, 80), 2);
        let right = letter(&mut terminal, (24, 80), "Right");
        terminal.send(sequence).press_until("x", "\"x\" means nothing here.");
        terminal.asks(ASKS).send(&right).asks(pause(80)).send(ENTER).asks(ASKS);
        assert_eq!(sandbox.answers(), 1);
        // And Ctrl-C means what it says in the middle of one.
        terminal.send(&format!("{sequence}{CTRL_C}"));
        assert_eq!(terminal.end(), 130, "{sequence:?}");
    }
}

#[test]
fn every_signal_that_ends_it_leaves_the_terminal_as_it_was() {
    let ending =
        [Signal::QUIT, Signal::USR1, Signal::USR2, Signal::ALARM, Signal::ABORT, Signal::XCPU, Signal::TERM];
    for named in ending {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, (24, 80), 2);
        signal(&terminal, named);
        assert_eq!(terminal.end(), 130, "{named:?}");
        terminal.shows("Stopped. Your answers are kept.");
        let mut terminal = menu(&sandbox, (24, 80));
        terminal.wait("  Stop");
        signal(&terminal, named);
        assert_eq!(terminal.end(), 130, "{named:?}");
    }
    // This one says that a file may not grow, and the write says so itself.
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 2);
    signal(&terminal, Signal::XFSZ);
    terminal.send("x").asks(ASKS).send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn after_a_stop_a_letter_is_one_key() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 2);
    let right = letter(&mut terminal, (24, 80), "Right");
    signal(&terminal, Signal::STOP);
    terminal.stty("sane");
    let asked = terminal.text().matches(ASKS).count();
    signal(&terminal, Signal::CONT);
    terminal.until("the prompt again", |screen| screen.matches(ASKS).count() > asked);
    terminal.send(&right).asks(pause(80));
    assert_eq!(terminal.printed("Several keys"), 0);
    assert_eq!(sandbox.answers(), 1);
    terminal.send("q").wait("guardprep resume");
    assert_eq!(terminal.end(), 0);
}
