//! Progress files with many answers behind them, as a learner of some years would have.

use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use rusqlite::{Connection, params};
use serde_json::{Value, json};

use crate::measure::guardprep;

/// The first schema of the file: it never changes, and guardprep brings the file to today's.
const SCHEMA: &str = include_str!("../../src/store/migrations/0001_events.sql");
const APPLICATION_ID: i64 = 0x6770_7270;
/// Questions in each quiz.
const ASKED: usize = 20;

/// Fills a home with quizzes over the shipped banks.
pub(crate) fn write(home: &Path, answers: usize) {
    let samples = samples(home);
    let start = samples.iter().find(|event| event["event"] == "start").unwrap().clone();
    let given: Vec<&Value> = samples.iter().filter(|event| event["event"] == "answer").collect();
    let mut connection = Connection::open(home.join("progress.db")).unwrap();
    connection.execute_batch(SCHEMA).unwrap();
    connection.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    let transaction = connection.transaction().unwrap();
    let mut rows = Rows { number: 0, at: 1_640_995_200_000, state: 7, sitting: String::new() };
    for first in (0..answers).step_by(ASKED) {
        let asked: Vec<&Value> = (first..answers.min(first + ASKED))
            .map(|_| given[rows.random() as usize % given.len()])
            .collect();
        let mut plan = start["plan"].clone();
        let of = |answer: &Value| {
            plan["items"]
                .as_array()
                .unwrap()
                .iter()
                .find(|item| item["question"] == answer["question"])
                .cloned()
        };
        plan["items"] = asked.iter().filter_map(|answer| of(answer)).collect();
        rows.add(&transaction, "start", &json!({"event": "start", "plan": plan}));
        for (item, answer) in asked.iter().enumerate() {
            let body = json!({
                "event": "answer", "item": item, "question": answer["question"], "topic": answer["topic"],
                "chosen": answer["chosen"], "correct": answer["correct"], "key": answer["key"], "took": 15_000,
            });
            rows.add(&transaction, "answer", &body);
        }
        rows.add(&transaction, "end", &json!({"event": "end"}));
        rows.at += 6 * 3_600_000;
    }
    transaction.commit().unwrap();
    drop(connection);
    // The first quiz brings the file to today's schema.
    asked(home, &["quiz", "-n", "1", "--plain"], "a\n");
}

/// How many bytes the answers of a home are as JSON lines, as `progress export` prints them.
pub(crate) fn lines(home: &Path) -> usize {
    let output = guardprep(home, &["progress", "export"]).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().filter(|line| line.contains("\"event\":\"answer\"")).map(|line| line.len() + 1).sum()
}

/// Answers to every shipped question, as guardprep records them.
fn samples(home: &Path) -> Vec<Value> {
    let first = home.join("samples");
    std::fs::create_dir_all(&first).unwrap();
    asked(&first, &["quiz", "-n", "5000", "--plain", "--seed", "1"], &"a\n".repeat(5_000));
    let output = guardprep(&first, &["progress", "export"]).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn asked(home: &Path, arguments: &[&str], input: &str) {
    let mut command = guardprep(home, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    // It may end before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    assert!(child.wait().unwrap().success(), "{arguments:?}");
}

struct Rows {
    number: i64,
    at: i64,
    state: u64,
    /// The id of the start event.
    sitting: String,
}

impl Rows {
    fn random(&mut self) -> u64 {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.state >> 33
    }

    fn add(&mut self, to: &Connection, kind: &str, body: &Value) {
        self.number += 1;
        self.at += 20_000;
        let id = format!("{:016x}{:016x}", self.random(), self.random());
        if kind == "start" {
            self.sitting.clone_from(&id);
        }
        let sql = "INSERT INTO event (id, device, number, at, sitting, kind, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let device = "0123456789abcdef0123456789abcdef";
        to.execute(sql, params![id, device, self.number, self.at, self.sitting, kind, body.to_string()])
            .unwrap();
    }
}
