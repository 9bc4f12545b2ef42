//! Files that were made to do harm: more than two hundred, each given to every command that would read such a file. None
//! makes guardprep panic, take more than 256 MB, run on and on, write where it was not told to, or send a control
//! character to a terminal; all end in words that say what to do.
//!
//! Small ones are in `tests/fixtures/hostile`, in a folder for each reader; large ones are made here. `HOSTILE=FOLDER` keeps
//! all of them in a folder; `HOSTILE_ONLY=TEXT` runs those with a text in their name; `HOSTILE_TELL=1` prints what each took.

mod databases;
mod packages;
mod places;
mod texts;
pub(crate) mod zip;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::bounded::Bounded;
use crate::support::{Sandbox, root};

/// A file: the reader it is for, a `/`, its name; and what is in it.
type File = (String, Vec<u8>);

const GATES: &str = include_str!("../../fixtures/gates.toml");

/// Ten students who answered the questions of a key.
const CLASS: &str = "student,1,2,3\na,B,A,C\nb,B,C,C\nc,B,A,A\nd,D,A,C\ne,B,A,C\nf,B,D,B\ng,A,A,C\nh,B,A,C\ni,B,C,C\nj,B,A,C\n";

/// Something for each number.
pub(crate) fn each(times: usize, one: impl Fn(usize) -> String) -> String {
    (0..times).map(one).collect()
}

/// The small files.
fn committed() -> Vec<File> {
    let mut files = vec![];
    let listed = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    for folder in listed(&root().join("tests/fixtures/hostile")) {
        for path in listed(&folder) {
            files.push((format!("{}/{}", name(&folder), name(&path)), fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}

/// What is run with a file for a reader: command lines, and what is typed.
fn runs<'a>(reader: &'a str, file: &'a str) -> Vec<Vec<&'a str>> {
    match reader {
        "bank" => vec![
            vec!["check", file],
            vec!["check", file, "--json"],
            vec!["quiz", "--bank", file, "-n", "2"],
            vec!["export", "--to", "csv", "--bank", file, "-o", "out"],
        ],
        "profile" => vec![vec!["exam", "--list"], vec!["exam", "p", "--bank", "gates.toml"]],
        "stats" => vec![vec!["check", "gates.toml", "--stats", file]],
        "key" => vec![vec!["analyze", "class.csv", "--key", file]],
        "responses" => {
            vec![vec!["analyze", file, "--names"], vec!["analyze", file, "--html", "out", "--names"]]
        }
        "progress" => vec![
            vec!["progress", "merge", file],
            vec!["progress", "--progress", file],
            vec!["progress", "export", "--progress", file],
        ],
        "typed" => vec![
            vec!["quiz", "--bank", "gates.toml", "gates"],
            vec!["exam", "--topic", "gates", "-n", "4", "--bank", "gates.toml"],
            vec!["study", "--bank", "gates.toml"],
            vec!["import", "-"],
        ],
        format => {
            let mut runs =
                vec![vec!["import", file, "--dry-run"], vec!["import", "--from", format, file, "-o", "out"]];
            // What may hold the answers of a class, too.
            if ["csv", "tsv", "xlsx", "json", "kahoot", "quizizz"].contains(&format) {
                runs.push(vec!["analyze", file]);
            }
            runs
        }
    }
}

/// Every file of a folder, however deep.
fn files_below(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                waiting.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found
}

/// What is wrong with what guardprep did, if anything.
fn judge(ran: &Bounded, arguments: &[&str]) -> Vec<String> {
    let mut wrong: Vec<String> = ran.beyond().into_iter().collect();
    let (out, err) = (&ran.ran.stdout, &ran.ran.stderr);
    if !matches!(ran.ran.code, Some(0..=2)) {
        wrong.push(format!("it ended with {:?}", ran.ran.code));
    }
    // Programs that read JSON get every problem.
    let whole = arguments.contains(&"export") || arguments.contains(&"--json");
    if out.len() + err.len() > 2_000_000 && !whole {
        wrong.push(format!("it printed {} bytes", out.len() + err.len()));
    }
    // What a person sees of a value inside.
    let dumps = [
        "panicked",
        "RUST_BACKTRACE",
        "Some(",
        "Err(",
        "Os {",
        "Custom {",
        "Error {",
        "Error(",
        "kind: Invalid",
        "kind: Other",
        "kind: Unexpected",
        "src/",
    ];
    wrong.extend(dumps.iter().filter(|dump| err.contains(**dump)).map(|dump| format!("it says {dump}")));
    let harmful = |c: char| {
        c.is_control() && c != '\n'
            || "\u{200e}\u{200f}\u{2028}\u{2029}\u{61c}".contains(c)
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    wrong.extend(out.chars().chain(err.chars()).find(|c| harmful(*c)).map(|c| format!("it prints {c:?}")));
    if ran.ran.code == Some(2) {
        let hint = err.lines().any(|line| {
            line.starts_with("  ") && line.trim().len() > 8 || line.contains("help:") || line.contains("tip:")
        });
        if !err.contains("error") || !hint {
            wrong.push(format!("it does not say what to do: {err}"));
        }
    }
    wrong
}

/// Runs everything with a file; what went wrong, in lines.
#[expect(clippy::print_stdout, reason = "what each took, for whoever asks for it")]
fn faults((name, bytes): &File) -> Vec<String> {
    let (reader, file) = name.split_once('/').unwrap();
    let mut faults = vec![];
    for arguments in runs(reader, file) {
        let sandbox = Sandbox::new();
        sandbox.write("work/gates.toml", GATES);
        sandbox.write("work/class.csv", CLASS);
        sandbox.write(
            if reader == "profile" { "data/exams.toml".to_owned() } else { format!("work/{file}") }.as_str(),
            bytes,
        );
        let before = files_below(&sandbox.path(""));
        let mut command = sandbox.command(&arguments);
        command.current_dir(sandbox.path("work"));
        let typed: &[u8] = if reader == "typed" { bytes } else { b"a\nb\nq\n" };
        let ran = Bounded::run(command, typed);
        let mut wrong = judge(&ran, &arguments);
        // What it wrote: what was asked for, and its own log.
        let allowed = |path: &String| {
            path.starts_with("work/out")
                || path.starts_with("data/progress.db")
                || databases::beside(Path::new(file)).iter().any(|own| *path == format!("work/{own}"))
        };
        wrong.extend(
            files_below(&sandbox.path(""))
                .difference(&before)
                .filter(|path| !allowed(path))
                .map(|path| format!("it wrote {path}")),
        );
        if reader != "progress"
            && reader != "profile"
            && fs::read(sandbox.path(&format!("work/{file}"))).unwrap() != *bytes
        {
            wrong.push(String::from("it changed the file"));
        }
        if std::env::var_os("HOSTILE_TELL").is_some() {
            println!(
                "{:>6} MB {:>7.2} s  {name}  {}",
                ran.memory >> 20,
                ran.time.as_secs_f64(),
                arguments.join(" ")
            );
        }
        faults.extend(
            wrong.into_iter().map(|wrong| format!("{name}: guardprep {}: {wrong}", arguments.join(" "))),
        );
    }
    faults
}

#[test]
fn no_file_does_harm() {
    let mut files = [committed(), texts::texts(), packages::packages(), databases::databases()].concat();
    assert!(files.len() >= 200, "{} files", files.len());
    if let Some(folder) = std::env::var_os("HOSTILE") {
        for (name, bytes) in &files {
            let path = Path::new(&folder).join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    if let Ok(only) = std::env::var("HOSTILE_ONLY") {
        files.retain(|(name, _)| name.contains(&only));
    }
    let waiting = Mutex::new(files.iter());
    let found = Mutex::new(vec![]);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let Some(file) = waiting.lock().unwrap().next() else { return };
                    let faults = catch_unwind(AssertUnwindSafe(|| faults(file)));
                    let faults =
                        faults.unwrap_or_else(|_| vec![format!("{}: the test itself failed", file.0)]);
                    found.lock().unwrap().extend(faults);
                }
            });
        }
    });
    let found = found.into_inner().unwrap();
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}
