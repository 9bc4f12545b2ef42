//! guardprep prepares people for security-guard licensing exams, in the terminal.
//!
//! # The map
//!
//! A clap command line loads question banks (TOML), asks questions, explains every answer and keeps a log of what was
//! answered. Everything else is derived from banks and log.
//!
//! A module imports only from the layers above its own; `tests/it/layering.rs` holds the code to this table, and
//! `tests/it/circles.rs` sees to it that no two files depend on each other, also inside a room.
//!
//! | layer | room | what it is |
//! | --- | --- | --- |
//! | 0 facts | [`bank`] | topics, objectives, questions: valid by construction |
//! | | [`diagnostic`] | a problem and its place in a file, drawn as rustc draws it |
//! | | [`words`] | the dictionary of text: harmless, tidied, wrapped; names and numbers |
//! | | [`toml_fields`] | TOML that people write, read key by key: every mistake in one go |
//! | 1 rules | [`progress`] | the log of events; history, memory model and statistics derived from it |
//! | | [`bank_file`] | a bank as TOML with spans; the banks that are compiled in |
//! | 2 rules | [`sitting`] | one sitting, quiz or exam: items, layouts, answers that stand, flags; replay of the log |
//! | | [`quiz`] | selecting and drawing questions, a queue over a sitting |
//! | | [`lint`] | what can be read but is bad: rules of good questions and good banks, one file each |
//! | | [`exam`] | exam profiles as data, drawing by weight, a sitting with a clock and a hand-in, its result |
//! | | [`exchange`] | formats of other programs, one file each, both directions in it |
//! | | [`report`] | numbers in words: tables, sentences, JSON |
//! | 3 world | [`store`] | the log on disk, in SQLite |
//! | | [`catalog`] | finds banks: compiled in, in the user's folder, at a path |
//! | | [`whole_file`] | reads a file up to a limit, writes it whole or not at all |
//! | | [`terminal`] | the person at the keyboard: keys, lines, menus, views |
//! | 4 world | [`failure`] | what stopped a command, as data; its words, what to type next, the exit code |
//! | | [`context`] | clock, seed, environment, streams, folders: read once, handed down |
//! | 5 this run | [`library`] | its banks and exam profiles, and what is done when something is wrong in them |
//! | | [`logbook`] | its progress file, and what is done when it cannot be used |
//! | 6 | [`commands`] | one file a subcommand |
//! | 7 | [`cli`] | the command line as a whole |
//!
//! # What always holds
//!
//! * Layers 0 to 2 touch no file, clock, environment, terminal or random source: time and seed are parameters.
//! * Reading a bank never fails: it gives what could be read *and* every problem. Only asking refuses a bank with
//!   errors.
//! * A [`bank::Question`] that exists can be answered.
//! * An answer is on disk before its verdict is on the screen.
//! * The log is appended to and never edited; two logs join by union. Migrations are appended, never edited.
//! * The log has one order, which no clock can change; times are for display.
//! * A progress file that cannot be read is never shown as an empty one. Nothing is said to be done that is not kept.
//! * The same seed and the same history ask the same questions with the same option order, on every platform.
//! * Every order of the options is equally likely, in a quiz every question equally likely to be drawn. An
//!   exam draws by weight, and what was not seen lately first.
//! * stdout is the result, stderr is about it. Nothing prints but through [`context`].
//! * Text of a bank is data: no control character of it reaches a terminal.
//! * The network is never used.
//!
//! # Where to start
//!
//! * for what a person sees: `terminal/view`, then `commands/quiz/conversation.rs` and `commands/exam/conversation.rs`
//! * for what can be typed at a prompt: `terminal/expect.rs`
//! * for a new subcommand: a file in `commands/`, three lines in its `mod.rs`, one in the help of `cli.rs`, a transcript
//!   in `tests/transcripts`
//! * for another way to select questions: `quiz/selection/filters.rs`
//! * for what a bank may hold: `bank/question.rs` (what can be answered), `bank_file/read.rs` (how it is written)
//! * for a rule of `check`: a file in `lint/rules` (one question) or `lint/bank_rules` (the whole), two lines in
//!   `lint/rules/mod.rs`
//! * for another exam profile: an entry in `exam/profiles.toml`, which says what its keys mean
//! * for what is remembered: `progress/event.rs` (what can happen), `store/migrations` (how it is kept)
//! * for a new kind of event: `Body` in `progress/event.rs`, its bounds in `progress/sound.rs`, a migration in
//!   `store/migrate.rs` (an older guardprep has to say "newer"), a line in `store/tests/versions.rs`
//! * for how an answer comes to stand, in a quiz or an exam: `commands/session.rs` (recorded first), `sitting/mod.rs`
//!   (`give`); for how a question is judged: `bank/question.rs`, `terminal/view/verdict.rs`
//! * for how an exam is passed: `progress/score.rs`; for which of its answers count: `progress/past_exams.rs`
//! * for the order of the log: `store/rows.rs`; for which paused sitting comes first: `progress/paused.rs`
//! * for why a merge is safe: `store/guest.rs`; for what happens without a progress file: `logbook.rs`

mod bank;
mod bank_file;
mod catalog;
mod cli;
mod commands;
mod context;
mod diagnostic;
mod exam;
mod exchange;
mod failure;
mod library;
mod lint;
mod logbook;
mod progress;
mod quiz;
mod report;
mod sitting;
mod store;
mod terminal;
mod toml_fields;
mod whole_file;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs guardprep with a command line (its first argument is the name of the program) and gives its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::from(cli::run(arguments) as u8)
}
