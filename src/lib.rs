//! guardprep prepares people for security-guard licensing exams, in the terminal.
//!
//! # The map
//!
//! A clap command line loads question banks (TOML), asks questions, explains every answer and appends what was answered
//! to a log. Everything else (history, statistics, exam results) is computed from the banks and the log.
//!
//! Each top-level module (a "room" in the tests) belongs to a layer. It may use modules of the layers listed above its
//! own, which have lower numbers, and the neighbors within its layer that `tests/it/layering.rs` names. That test
//! enforces this table; `tests/it/circles.rs` checks that no two files depend on each other, even within one module.
//!
//! | layer | module | what it is |
//! | --- | --- | --- |
//! | 0 data | [`bank`] | topics, objectives, questions: valid by construction |
//! | | [`diagnostic`] | a problem and its place in a file, rendered the way rustc does |
//! | | [`limits`] | what is bounded, and by what: the page of all limits |
//! | | [`parallel`] | independent work on all cores, with results in order
//! | | [`words`] | text: control characters, wrapping, plurals, names that people type |
//! | | [`toml_fields`] | hand-written TOML, read key by key, with every mistake reported in one pass |
//! | 1 rules | [`progress`] | the log of events; history, memory model, statistics and exam scores computed from it |
//! | | [`bank_file`] | a bank as TOML with source spans; the banks that are compiled in |
//! | 2 rules | [`analysis`] | what a class's answers say about the class and about the questions |
//! | | [`sitting`] | what a quiz and an exam share: questions, order of options, answers, flags; log replay |
//! | | [`quiz`] | selecting questions (for `export`, too) and drawing them; a quiz as a queue over a sitting |
//! | | [`lint`] | the rules of `check` about good questions and good banks, one file each |
//! | | [`exam`] | exam profiles as data, drawing by weight, an exam as a sitting with a clock, its result |
//! | | [`exchange`] | formats of other programs: a file or folder each, with the exporter, the importer or both |
//! | | [`report`] | numbers in words: tables, sentences, JSON |
//! | 3 world | [`store`] | the log on disk, in SQLite |
//! | | [`catalog`] | finds banks and exam profiles: compiled in, in the user's folder, at a path |
//! | | [`whole_file`] | reads a file up to a size limit; writes it completely or not at all |
//! | | [`terminal`] | the person at the keyboard: keys, lines, menus, and the text of every screen (`view`) |
//! | 4 world | [`failure`] | what stopped a command, as data; its message, what to type next, the exit code |
//! | | [`context`] | clock, seed, environment, streams, folders: read once and passed down |
//! | 5 this run | [`library`] | this run's banks and exam profiles, and what happens when something is wrong in them |
//! | | [`logbook`] | this run's progress file, and what happens when it cannot be used |
//! | 6 | [`commands`] | one file or folder for each subcommand |
//! | 7 | [`cli`] | the command line as a whole |
//!
//! Beside them `fuzzing` holds every reader of foreign bytes to what it promises; it is compiled for tests and for
//! `tests/fuzz/run` only.
//!
//! # Words that are easy to confuse
//!
//! * A *sitting* is one quiz or one exam, from its start event to its end. `Sitting` holds what both have in common;
//!   `QuizSitting` and `ExamSitting` contain one. A `Session` is a sitting in progress with the store that records it.
//! * A question has an *item number*, its index in the plan, which events use, and a *place*, its index in the sitting.
//!   They differ when questions of the plan are no longer in the bank. Both count from 0; an exam shows its places to
//!   people, from 1.
//! * An *option number* counts the keys first, then the distractors (`Question::option`). A *layout* lists option
//!   numbers in the order shown, so index 0 of a layout is the letter A. A *key* is a right option.
//! * An answer *stands* while it is the current answer to its question. A hand-in lists the choices that stand.
//!   `Standing` is something else: how well a learner knows a question.
//! * A *verdict* is either `progress::Verdict`, whether an exam is passed, or `terminal::view::verdict`, the text after
//!   one answer.
//! * `Body::Flag` marks a question for later practice; `Body::FlagItem` ("mark" on disk) marks it in one exam only.
//!
//! # What always holds
//!
//! * Layers 0 to 2 touch no file, clock, environment, terminal or random source: time and seed are parameters.
//! * Reading a bank never fails: it gives what could be read *and* every problem. A bank with errors is refused only by
//!   commands that ask or export its questions (`library::sound_banks`).
//! * A [`bank::Question`] that exists can be answered.
//! * An answer is on disk before anything is said about it, unless nothing is saved: with `--no-save`, or after a note
//!   that progress cannot be kept.
//! * The log is appended to and never edited; two logs merge by union. Migrations are appended, never edited.
//! * The log has one order, which no clock can change; times are for display.
//! * What is kept beside the log (`store/snapshot.rs`, `progress/derived`) says what the whole log says. It is used as long
//!   as the log begins with the same events, computed anew otherwise, and never merged.
//! * A progress file that cannot be read is never treated as an empty one. Nothing is reported as done before it is
//!   saved.
//! * The same seed and the same history ask the same questions with the same option order, on every platform.
//! * A quiz and an exam prefer what was not seen lately (`sitting/rested.rs`); of questions last answered within the same
//!   24 hours every one is equally likely to be drawn. An exam draws by weight as well. `study` follows `quiz/study.rs`. Every order of the options is equally likely, unless they have a natural one (`bank/order.rs`).
//! * stdout is the result, stderr is about it. Everything is printed through [`context`], except the bytes of an
//!   exported file (`commands/export.rs`), a failure or a help text (`cli.rs`), the rows of a menu
//!   (`terminal/menu/pick.rs`) and what the person's pager shows (`terminal/reading/program.rs`).
//! * Text of a bank is data: no control character of it reaches a terminal.
//! * The network is never used.
//!
//! # Where to start
//!
//! To understand something:
//!
//! * what a person sees: `terminal/view`, then `commands/quiz/conversation.rs` and `commands/exam/conversation.rs`
//! * what can be typed at a prompt: `terminal/expect.rs`; how a long text is read (`Context::read_through`):
//!   `terminal/reading/own.rs`
//! * which questions `--missed`, `--last` and the like choose: `quiz/selection/filters.rs`
//! * how an answer is judged: `sitting/item.rs` (`answer`, which calls `is_right` of `bank/question.rs`); how it is
//!   recorded and only then applied: `commands/session.rs` (`record`), `sitting/mod.rs` (`give`); how it is explained:
//!   `terminal/view/verdict.rs`
//! * how an exam is passed: `progress/score.rs`. It is called with the questions that are still in the bank for the
//!   result on the screen (`exam/outcome.rs`), and with the log alone for `progress` (`progress/past_exams.rs`)
//! * what is asked today: `quiz/study.rs`; how much a day: `progress/pacing.rs`; how likely a question is known:
//!   `progress/knowledge.rs`, over `progress/memory.rs` and what `progress/answers.rs` keeps of it; how likely an exam is
//!   passed: `progress/readiness.rs`. All of it is held against simulated learners in `quiz/tests/simulation`; its `mod.rs` has the command
//! * what a bank may hold: `bank/question.rs` (what can be answered), `bank_file/read.rs` (how it is written; a file of the usual
//!   form goes through `bank_file/apart.rs`, question by question)
//! * which questions of a class are flagged: `analysis/flagging.rs`; what is kept of it for the next term: `analysis/kept`
//! * what is remembered: `progress/event.rs` (what can happen), `store/migrations` (how it is kept)
//! * the order of the log: `store/rows.rs`; which paused sitting comes first, and what a new one puts aside:
//!   `progress/paused.rs`; what `undo` reaches: `progress/take_back.rs`
//! * which topics the words of a person mean: `bank/topic_words.rs`; which words are taken for commands:
//!   `commands/usual_words.rs`; the names that a shell completes: `commands/completions.rs` (`Known`)
//! * why a merge is safe: `store/guest.rs` (what is refused), `progress/sound.rs` and `progress/gate.rs` (values and
//!   texts of one event), `store/rows.rs` (`union`); what happens without a progress file: `logbook.rs`
//!
//! To add something:
//!
//! * a subcommand: a file in `commands/`, three lines in its `mod.rs`, one in the help of `cli.rs`, a transcript in
//!   `tests/transcripts`; a new way to fail is a variant in `failure/mod.rs` with its message in `failure/words.rs`
//! * a way to select questions: `quiz/selection/filters.rs` and `filter.rs`, its option in `commands/selecting.rs`
//! * a rule of `check`: a file in `lint/rules` (about one question) or `lint/bank_rules` (about the whole bank), and
//!   two lines in the `mod.rs` of that folder. Its `bad` and `good` examples are its tests. Rules look at the words that
//!   `lint/texts.rs` split the texts into, once for all of them
//! * a reader of foreign bytes: a check and a line in `fuzzing/readers.rs`; an importer is found there by itself
//! * a format: a file in `exchange/` (`gimkit.rs` is a short one) and two lines in `exchange/mod.rs`. Then
//!   `SNAPSHOTS=overwrite cargo test` writes its file in `tests/golden` and the lists in `tests/transcripts`
//! * an exam profile: an entry in `exam/profiles.toml`, which describes its keys; no code
//! * a kind of event, in this order; the compiler only asks for `name` and `is_sound`:
//!   1. `progress/event.rs`: `Body`, `Body::KINDS` and `name`; texts are cleaned by `progress/gate.rs` as they are read
//!   2. `progress/sound.rs`: the values that a merged file may hold
//!   3. `store/migrate.rs`: a migration, if only a comment, so that an older guardprep says "newer" and not "damaged"
//!   4. `store/tests/versions.rs` (a line of `KINDS`), `tests/fixtures/progress-vN.db` and `tests/it/upgrades.rs`
//!   5. whatever computes something from events and ignores unknown ones: `apply` in `quiz/sitting.rs` and
//!      `exam/sitting.rs`, `progress/history.rs`, `past_exams.rs` and `paused.rs`, `fits`
//!      in `derived/state.rs`, `union` in `store/rows.rs`

mod analysis;
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
#[cfg(any(test, fuzzing))]
mod fuzzing;
mod library;
mod limits;
mod lint;
mod logbook;
mod parallel;
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

#[cfg(fuzzing)]
pub use fuzzing::{campaign, check, mutated, names, seeds};

/// Runs guardprep with a command line (its first argument is the name of the program) and gives its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::from(cli::run(arguments) as u8)
}
