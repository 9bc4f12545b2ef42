//! The person's own pager, as `$PAGER` names it.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Write};
use std::process::{Command, Stdio};

/// What a shell answers where there is no such command, or one that cannot be run.
const NO_COMMAND: [i32; 2] = [126, 127];

/// Shows a text in a pager. Returns whether it could be started.
pub(crate) fn read_in_program(pager: &OsStr, text: &str) -> io::Result<bool> {
    let mut command = shell(pager);
    let Ok(mut child) = command.stdin(Stdio::piped()).spawn() else { return Ok(false) };
    let written = match child.stdin.take() {
        Some(mut input) => input.write_all(text.as_bytes()).and_then(|()| input.write_all(b"\n")),
        None => Ok(()),
    };
    let ended = child.wait()?;
    match written {
        // It was left before the end of the text.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error),
        _ => {}
    }
    Ok(!ended.code().is_some_and(|code| NO_COMMAND.contains(&code)))
}

/// A pager may be named with options, so a shell takes it apart.
fn shell(pager: &OsStr) -> Command {
    let (program, option) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut command = Command::new(program);
    command.arg(option).arg(pager);
    command
}
