//! guardprep against what a person could use instead, or against doing only the reading.

use std::fs;
use std::hint::black_box;
use std::mem::forget;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde::Deserialize;

use crate::banks::{self, SHIPPED, Sort};
use crate::log;
use crate::measure::{first_question, guardprep, is_installed, least, memory, python, run};

const QUESTIONS: usize = 10_000;
const ANSWERS: usize = 100_000;

pub(crate) fn print(folder: &Path) {
    let home = folder.join("new");
    fs::create_dir_all(&home).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (sound, findings) = (path("sound.toml"), path("findings.toml"));
    banks::write(Path::new(&sound), QUESTIONS, Sort::Sound);
    banks::write(Path::new(&findings), QUESTIONS, Sort::Findings);
    let command = |arguments: &[&str]| run(guardprep(&home, arguments));

    println!("{:<48} {:<40} {:>9} {:>9} {:>7} {:>8}", "what", "against", "ms", "ms", "ratio", "at most");
    let row = |what: &str, against: &str, ours: f64, theirs: Option<f64>, most: f64| {
        let Some(theirs) = theirs else {
            println!("{what:<48} {against:<40} {:>9.1} not installed", ours * 1e3);
            return;
        };
        let (ratio, missed) = (ours / theirs, if ours / theirs > most { "  missed" } else { "" });
        let (ours, theirs) = (ours * 1e3, theirs * 1e3);
        println!("{what:<48} {against:<40} {ours:>9.1} {theirs:>9.1} {ratio:>7.2} {most:>8}{missed}");
    };

    let tomllib = |bank: &str| {
        let script = "import sys, time, tomllib; began = time.perf_counter(); \
            tomllib.load(open(sys.argv[1], 'rb')); print(time.perf_counter() - began)";
        (0..3).filter_map(|_| python(&home, script, &[bank])).min_by(f64::total_cmp)
    };
    for (what, bank, most) in [
        ("check of 10,000 questions", &sound, 0.35),
        ("check of 10,000 questions with a finding each", &findings, 0.5),
    ] {
        let ours = least(5, || command(&["check", bank]));
        row(what, "Python's tomllib, parsing only", ours, tomllib(bank), most);
    }
    let ours = least(5, || command(&["topics", "--bank", &sound]));
    row("reading 10,000 questions", "the toml crate into plain structs", ours, Some(plain(&sound)), 1.3);

    // Neither waits for a disk: ours goes to stdout, which is not kept.
    let ours = least(3, || command(&["export", "--to", "canvas", "--bank", &sound, "bench"]));
    row(
        "export to canvas, 10,000 questions",
        "text2qti 0.8 on the same",
        ours,
        text2qti(folder, &sound),
        0.02,
    );

    let long = folder.join("long");
    fs::create_dir_all(&long).unwrap();
    log::write(&long, ANSWERS);
    let lines = log::lines(&long);
    let file = long.join("progress.db");
    let bytes = fs::metadata(&file).unwrap().len();
    let ours = least(5, || run(guardprep(&long, &["progress"])));
    let script = "import sqlite3, sys, time; began = time.perf_counter(); \
        rows = sqlite3.connect(sys.argv[1]).execute('SELECT * FROM event').fetchall(); print(time.perf_counter() - began)";
    let theirs =
        (0..5).filter_map(|_| python(&home, script, &[file.to_str().unwrap()])).min_by(f64::total_cmp);
    row("progress over 100,000 answers", "Python's sqlite3, every row", ours, theirs, 2.0);
    for name in ["quiz", "study", "exam"] {
        let arguments: &[&str] = if name == "exam" { &[name, "--untimed"] } else { &[name] };
        let with = least(7, || first_question(&long, arguments));
        let without = least(7, || first_question(&home, arguments));
        row(
            &format!("first question of {name}, 100,000 answers behind"),
            "none behind",
            with,
            Some(without),
            1.5,
        );
    }

    let git = is_installed("git").then(|| {
        least(30, || {
            let mut git = Command::new("git");
            git.arg("--version");
            run(git)
        })
    });
    row("help", "git --version", least(30, || command(&["--help"])), git, 2.5);
    row("topics of the shipped bank", "git --version", least(30, || command(&["topics"])), git, 8.0);
    let ours = least(30, || first_question(&home, &["quiz", "--no-save"]));
    row("first question of the shipped bank", "git --version", ours, git, 8.0);
    let (ours, theirs) =
        (least(15, || command(&["check", SHIPPED])), least(15, || command(&["topics", "--bank", SHIPPED])));
    row("check of the shipped bank", "reading it", ours, Some(theirs), 3.0);

    let size = |what: &str, against: &str, ours: f64, theirs: Option<f64>, most: f64| {
        let Some(theirs) = theirs else { return println!("{what:<48} {against:<40} not installed") };
        let missed = if ours / theirs > most { "  missed" } else { "" };
        let (ours, theirs, ratio) = (ours / 1e6, theirs / 1e6, ours / theirs);
        println!("{what:<48} {against:<40} {ours:>6.1} MB {theirs:>6.1} MB {ratio:>7.2} {most:>8}{missed}");
    };
    size("file of 100,000 answers", "its answers as JSON lines", bytes as f64, Some(lines as f64), 1.5);
    let text = fs::metadata(&sound).unwrap().len() as f64;
    if let Some(most) = memory(&home, &["check", &sound]) {
        size("memory of check, 10,000 questions", "the file", most, Some(text), 8.0);
    }
}

/// A question as the toml crate reads it without spans and without rules.
#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is not looked at")]
struct Plain {
    id: String,
    objective: String,
    kind: String,
    level: String,
    stem: String,
    answer: String,
    distractors: Vec<Distractor>,
    explanation: String,
    source: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is not looked at")]
struct Distractor {
    text: String,
    why: String,
}

#[derive(Deserialize)]
struct File {
    question: Vec<Plain>,
}

/// How long it takes to read a bank into plain structs, in seconds. As in a program that ends, nothing is given back.
fn plain(bank: &str) -> f64 {
    least(5, || {
        let began = Instant::now();
        let file: File = toml::from_str(&fs::read_to_string(bank).unwrap()).unwrap();
        let seconds = began.elapsed().as_secs_f64();
        assert_eq!(black_box(&file).question.len(), QUESTIONS);
        forget(file);
        seconds
    })
}

fn text2qti(folder: &Path, bank: &str) -> Option<f64> {
    let list = folder.join("text2qti.txt");
    banks::for_text2qti(Path::new(bank), &list);
    is_installed("text2qti").then(|| {
        let mut command = Command::new("text2qti");
        command.arg(&list);
        run(command)
    })
}
