//! Reading what was missed: the summary of a quiz, and `review` page by page or in a pager.

use crate::desk::desk;
use crate::screen::{CTRL_C, ENTER, Terminal};
use crate::support::Sandbox;

const SIZES: [(u16, u16); 2] = [(24, 80), (24, 40)];

/// Answers this many questions of the desk bank; gives the path of the bank.
fn answered(sandbox: &Sandbox, questions: usize, answers: usize) -> String {
    let bank = desk(sandbox, questions);
    let count = questions.to_string();
    let ran = sandbox.run(&["quiz", "desk", "-n", &count, "--bank", &bank], &"a\n".repeat(answers));
    assert_eq!(ran.code, Some(i32::from(answers < questions)), "{}", ran.stderr);
    bank
}

/// The number of the page whose prompt is the last row, and how many pages there are.
fn page(screen: &str) -> Option<(usize, usize)> {
    let row = screen.trim_end().lines().last()?;
    let whole = row.strip_prefix("Page ").and_then(|rest| rest.split_once(" of "));
    let (number, rest) = whole.or_else(|| row.split_once('/'))?;
    let of: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((number.parse().ok()?, of.parse().ok()?))
}

/// Waits for a page, and that all of it is on the screen.
fn at(terminal: &mut Terminal, number: usize) -> usize {
    terminal.until("a page", |screen| page(screen).is_some_and(|(at, _)| at == number));
    page(&terminal.text()).unwrap().1
}

#[test]
fn what_was_missed_is_read_page_by_page() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let bank = answered(&sandbox, 8, 8);
        let mut terminal = sandbox.at_terminal(size, &["review", "--bank", &bank], &[]);
        let pages = at(&mut terminal, 1);
        assert!(pages > 2, "{}", terminal.text());
        terminal.shows("questions to read again").shows("At the desk").shows("You chose: Wrong");
        terminal.send("b").wait("This is the first page.");
        at(&mut terminal, 1);
        terminal.send("x").wait("\"x\" means nothing here.");
        at(&mut terminal, 1);
        for number in 2..=pages {
            terminal.send(if number % 2 == 0 { ENTER } else { " " });
            at(&mut terminal, number);
        }
        terminal.shows("guardprep quiz --missed");
        terminal.send("p");
        at(&mut terminal, pages - 1);
        // What is on the last page is found from the first, round the end, wherever it was wrapped.
        for number in (1..pages - 1).rev() {
            terminal.send("b");
            at(&mut terminal, number);
        }
        terminal.send("/quiz --missed\r");
        at(&mut terminal, pages);
        terminal.send("/NEWEST FIRST\r");
        at(&mut terminal, 1);
        terminal.send("/zzz\r").wait("\"zzz\" is nowhere in this");
        at(&mut terminal, 1);
        terminal.send("?").wait("stops.");
        at(&mut terminal, 1);
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_page_is_never_higher_than_the_window() {
    for size @ (rows, _) in [(24, 80), (24, 40), (10, 40)] {
        let sandbox = Sandbox::new();
        let bank = answered(&sandbox, 8, 8);
        let mut terminal = sandbox.at_terminal(size, &["review", "--bank", &bank], &[]);
        let pages = at(&mut terminal, 1);
        for number in 2..=pages {
            let before = terminal.bytes.len();
            terminal.send(ENTER);
            at(&mut terminal, number);
            let printed = String::from_utf8_lossy(&terminal.bytes[before..]).matches('\n').count();
            // Besides its rows the end of the prompt before and an empty row.
            assert!(printed <= usize::from(rows) + 1, "{printed} rows:\n{}", terminal.text());
        }
        terminal.send(ENTER);
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_resized_window_gets_pages_of_its_size() {
    let sandbox = Sandbox::new();
    let bank = answered(&sandbox, 8, 8);
    let mut terminal = sandbox.at_terminal((24, 80), &["review", "--bank", &bank], &[]);
    let wide = at(&mut terminal, 1);
    // The second page can only be one of the window as it is now.
    terminal.resize(12, 40).send(ENTER);
    let narrow = at(&mut terminal, 2);
    assert!(narrow > wide, "{wide} pages, then {narrow}");
    terminal.send(CTRL_C);
    assert_eq!(terminal.end(), 130);
}

#[test]
fn the_pager_of_the_person_is_taken_if_it_can_be() {
    let sandbox = Sandbox::new();
    let bank = answered(&sandbox, 8, 8);
    let args = ["review", "--bank", &bank];
    let mut all = sandbox.at_terminal((24, 80), &args, &[("PAGER", "cat")]);
    assert_eq!(all.end(), 0);
    assert_eq!((all.printed("Page "), all.printed("newest first")), (0, 1));
    // One that is left before the end is no error.
    let mut first = sandbox.at_terminal((24, 80), &args, &[("PAGER", "head -1")]);
    assert_eq!(first.end(), 0);
    assert_eq!((first.printed("newest first"), first.printed("error")), (1, 0));
    // While it runs, Ctrl-C is for it.
    let script = "trap 'echo kept; kept=1' INT; echo ready; while [ -z \"$kept\" ]; do sleep 0.1; done; cat";
    let mut busy = sandbox.at_terminal((24, 80), &args, &[("PAGER", script)]);
    busy.wait("ready").send(CTRL_C);
    assert_eq!(busy.end(), 0);
    assert_eq!((busy.printed("kept"), busy.printed("newest first")), (1, 1));
    // One that does not exist, and lines: page by page.
    let mut own = sandbox.at_terminal((24, 80), &args, &[("PAGER", "no-such-pager")]);
    at(&mut own, 1);
    own.send("q");
    assert_eq!(own.end(), 0);
    let mut plain = sandbox.at_terminal((24, 80), &[&args[..], &["--plain"]].concat(), &[("PAGER", "cat")]);
    at(&mut plain, 1);
    plain.send("\n");
    at(&mut plain, 2);
    plain.send("/newest first\n");
    at(&mut plain, 1);
    plain.send("q\n");
    assert_eq!(plain.end(), 0);
}

#[test]
fn a_summary_is_no_longer_than_the_window() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let bank = answered(&sandbox, 30, 29);
        let mut terminal = sandbox.at_terminal(size, &["resume", "--bank", &bank], &[]);
        terminal
            .asks(super::ASKS)
            .send("a")
            .until("the end of it", |screen| screen.contains("Enter: finish"));
        terminal.press_until(ENTER, "Finished: 30 questions");
        assert_eq!(terminal.end(), 0);
        if size.0 >= 24 {
            terminal.shows("Finished: 30 questions").shows("To go over:").shows("Right: Right: greet the");
            assert_eq!(terminal.printed("Page "), 0, "it fits:\n{}", terminal.text());
        }
        assert_eq!(terminal.printed("more: guardprep review --last"), 1);
        terminal.shows("guardprep review --last").shows("guardprep quiz --last --missed");
        assert!(!terminal.text().contains("desk-0"), "no ids:\n{}", terminal.text());
        let missed = 30 - sandbox.log().iter().filter(|event| event["correct"] == true).count();
        assert!(missed > 10 && cols >= 40);
        // These, all of them and no other.
        let again = sandbox.run(&["quiz", "--last", "--missed", "--bank", &bank], "q\n").ended_with(0);
        assert!(again.stdout.contains(&format!("Question 1 of {missed}")), "{}", again.stdout);
    }
}

#[test]
fn long_lists_do_not_scroll_away() {
    let sandbox = Sandbox::new();
    for (size, args) in [
        ((24, 80), &["exam", "--list"][..]),
        ((10, 40), &["topics"]),
        ((10, 40), &["topics", "de-escalation"]),
    ] {
        let whole = sandbox.run(args, "").ended_with(0).stdout;
        let mut terminal = sandbox.at_terminal(size, args, &[]);
        let asks = if size.1 == 40 { "Enter b / q:" } else { "Page 1 of " };
        terminal.wait(asks).send("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.printed(asks), 1, "{args:?}");
        assert!(!whole.contains("Page ") && whole.lines().count() > 12, "{whole}");
    }
}
