//! Days are those of the calendar where the person is: `TZ`, or the zone of the system.

use crate::desk::desk;
use crate::support::Sandbox;

/// A place and two moments, in UTC.
fn in_los_angeles(answered: &str, looked: &str) -> Sandbox {
    let mut sandbox = Sandbox::new();
    let bank = desk(&sandbox, 3);
    let set = |sandbox: &mut Sandbox, name: &str, value: &str| {
        sandbox.environment.push((name.to_owned(), value.to_owned()));
    };
    set(&mut sandbox, "TZ", "America/Los_Angeles");
    set(&mut sandbox, "GUARDPREP_BANKS", &bank);
    set(&mut sandbox, "GUARDPREP_NOW", answered);
    sandbox.run(&["exam", "-n", "1"], "a\nx\ny\nn\n").ended_with(0);
    sandbox.run(&["quiz", "desk", "-n", "2"], "a\nq\n").ended_with(0);
    set(&mut sandbox, "GUARDPREP_NOW", looked);
    sandbox
}

/// Everything that names a day.
#[track_caller]
fn everything_says(sandbox: &Sandbox, day: &str) {
    let says = |arguments: &[&str], expected: &[String]| {
        let printed = sandbox.run(arguments, "").ended_with(0).stdout;
        let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        for text in expected {
            assert!(printed.contains(text), "no {text:?} in {printed}");
        }
    };
    says(&["progress", "--plain"], &[format!("Last practiced {day}."), format!(", last {day}")]);
    says(&["progress", "desk", "--plain"], &[format!("Last practiced {day}.")]);
    says(&["exam", "--review"], &[day.to_owned()]);
    says(&["resume", "--drop"], &[format!("last answered {day}")]);
}

#[test]
fn an_answer_of_yesterday_evening_is_not_of_today() {
    // Eight in the evening of May 1st, and eight in the morning of the 2nd: one day in UTC.
    everything_says(&in_los_angeles("2026-05-02T03:00:00Z", "2026-05-02T15:00:00Z"), "yesterday");
}

#[test]
fn an_answer_of_an_hour_ago_is_of_today() {
    // Half past four and half past five in the afternoon of May 1st: two days in UTC.
    everything_says(&in_los_angeles("2026-05-01T23:30:00Z", "2026-05-02T00:30:00Z"), "today");
}
