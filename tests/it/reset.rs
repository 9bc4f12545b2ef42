//! `progress reset`: what it says before it takes progress away, and after.

use crate::support::Sandbox;

#[test]
fn a_reset_says_how_much_it_takes_away() {
    let sandbox = Sandbox::new();
    sandbox.run(&["quiz", "ethics-integrity", "-n", "2"], "a\na\n").ended_with(0);
    sandbox.run(&["quiz", "customers", "-n", "1"], "a\n").ended_with(0);
    sandbox.run(&["exam", "-n", "12"], "a\nb\nx\nx\ny\n").ended_with(0);
    sandbox
        .run(&["progress", "reset", "ethics", "and", "integrity"], "n\n")
        .ended_with(1)
        .says("It takes away ")
        .says("Reset Ethics and integrity? (y/N):")
        .says("Nothing was changed.");
    sandbox
        .run(&["progress", "reset"], "\n")
        .ended_with(1)
        .says("It takes away 5 answers and 1 exam.")
        .says("Reset all progress? (y/N):");
    sandbox
        .run(&["progress", "reset", "ethics-integrity", "customers", "--yes"], "")
        .ended_with(0)
        .says("Done: your progress on Who the customer is and Ethics and integrity starts")
        .says("Taken away: ");
    sandbox
        .run(&["progress", "reset", "--yes"], "")
        .ended_with(0)
        .says("Done: all your progress starts anew.");
    sandbox
        .run(&["progress", "reset", "--yes"], "")
        .ended_with(0)
        .says("Done: all your progress starts anew.\n");
}
