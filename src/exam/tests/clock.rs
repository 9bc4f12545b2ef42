//! Notices, jumps and faces of the clock.

use super::{MINUTE, START};
use crate::exam::clock::{Tick, face, jump, notice};

#[test]
fn a_notice_is_due_once_at_30_10_5_and_1_minutes() {
    let deadline = START + 40 * MINUTE;
    // A look every 250 ms from the start to a minute after the end.
    let looks: Vec<i64> = (START..=deadline + MINUTE).step_by(250).collect();
    let due: Vec<(i64, i64)> = looks
        .windows(2)
        .filter_map(|pair| notice(pair[0], pair[1], deadline).map(|n| (n, (deadline - pair[1]) / MINUTE)))
        .collect();
    assert_eq!(due, [(30, 30), (10, 10), (5, 5), (1, 1)]);
}

#[test]
fn a_notice_is_no_echo_of_the_start_or_the_end() {
    let deadline = START + 10 * MINUTE;
    assert_eq!(notice(START, START + 1_000, deadline), None, "the exam is ten minutes long");
    assert_eq!(notice(START, START + 5 * MINUTE, deadline), Some(5));
    assert_eq!(notice(START, deadline - 30_000, deadline), Some(1), "of several, the last");
    assert_eq!(notice(START, deadline, deadline), None, "the time is up");
    assert_eq!(notice(START + 6 * MINUTE, START, deadline), None, "the clock was set back");
}

#[test]
fn two_clocks_tell_when_one_was_set() {
    let tick = |wall, steady| Tick { wall, steady };
    let first = tick(START, 7);
    assert_eq!(jump(first, tick(START + 60_000, 60_007)), None);
    assert_eq!(jump(first, tick(START + 64_000, 60_007)), None, "within what a correction moves");
    assert_eq!(jump(first, tick(START + 3_660_000, 60_007)), Some(3_600_000));
    assert_eq!(jump(first, tick(START - 3_540_000, 60_007)), Some(-3_600_000));
    assert_eq!(jump(first, tick(i64::MIN, u64::MAX)), Some(i64::MIN));
}

#[test]
fn the_face_shows_begun_seconds() {
    for (left, expected) in [
        (0, "00:00"),
        (-5, "00:00"),
        (1, "00:01"),
        (41 * MINUTE + 7_000, "41:07"),
        (59 * MINUTE + 59_999, "1:00:00"),
        (62 * MINUTE + 3_000, "1:02:03"),
    ] {
        assert_eq!(face(left), expected);
    }
}
