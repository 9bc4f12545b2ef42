//! Hands the process to the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[expect(clippy::disallowed_methods, reason = "the one place that reads the arguments")]
fn main() -> ExitCode {
    guardprep::run(std::env::args_os())
}
