//! Days in a row are told, and can be switched off for one run or for all.

use crate::support::{Sandbox, root};

#[test]
fn days_in_a_row_are_told_unless_they_are_switched_off() {
    let mut sandbox = Sandbox::new();
    let bank = root().join("tests/fixtures/gates.toml").display().to_string();
    let on = |sandbox: &mut Sandbox, name: &str, value: &str| {
        sandbox.environment.retain(|(other, _)| other != name);
        sandbox.environment.push((name.to_owned(), value.to_owned()));
    };
    for day in ["2026-05-01T09:00:00Z", "2026-05-02T09:00:00Z"] {
        on(&mut sandbox, "GUARDPREP_NOW", day);
        let _ = sandbox.run(&["quiz", "gates", "-n", "1", "--bank", &bank], "a\n").ended_with(0);
    }
    let told = |sandbox: &Sandbox, more: &[&str]| {
        let arguments = [&["progress", "--bank", &bank], more].concat();
        sandbox.run(&arguments, "").ended_with(0).stdout
    };
    assert!(told(&sandbox, &[]).contains("2 days in a row."), "{}", told(&sandbox, &[]));
    assert!(told(&sandbox, &["--json"]).contains(r#""streak":{"days":2,"today":true}"#));
    assert!(!told(&sandbox, &["--no-streak"]).contains("in a row"));
    on(&mut sandbox, "GUARDPREP_NO_STREAK", "1");
    assert!(!told(&sandbox, &[]).contains("in a row"));
    assert!(told(&sandbox, &["--json"]).contains(r#""streak":null"#));
}
