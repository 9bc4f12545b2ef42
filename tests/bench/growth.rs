//! How each step grows with what it is given: ten times as many questions, findings or answers.

use std::fs;
use std::path::{Path, PathBuf};

use crate::banks::{self, Sort};
use crate::log;
use crate::measure::{first_question, guardprep, least, memory, run};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

pub(crate) fn print(folder: &Path) {
    println!("{:<32} {:>9} {:>9} {:>9}   {:>12}", "seconds", "1,000", "10,000", "100,000", "growth x10");
    let row = |what: &str, seconds: &dyn Fn(usize) -> f64| {
        let [small, middle, large] = [0, 1, 2].map(seconds);
        println!(
            "{what:<32} {small:>9.3} {middle:>9.3} {large:>9.3}   {:>5.1} {:>6.1}",
            middle / small,
            large / middle
        );
    };
    let home = folder.join("growing");
    fs::create_dir_all(&home).unwrap();
    let banks: Vec<[PathBuf; 2]> = SIZES
        .iter()
        .map(|size| {
            [("sound", Sort::Sound), ("findings", Sort::Findings)].map(|(name, sort)| {
                let path = folder.join(format!("{name}-{size}"));
                banks::write_folder(&path, *size, sort);
                path
            })
        })
        .collect();
    let sound = |size: usize| banks[size][0].to_str().unwrap();
    let findings = |size: usize| banks[size][1].to_str().unwrap();
    let command = |arguments: &[&str]| least(2, || run(guardprep(&home, arguments)));
    row("reading", &|size| command(&["topics", "--bank", sound(size)]));
    row("check", &|size| command(&["check", sound(size)]));
    row("check, a finding each", &|size| command(&["check", findings(size)]));
    row("check --all, a finding each", &|size| command(&["check", "--all", findings(size)]));
    let export = |to: &str, size| command(&["export", "--to", to, "--bank", sound(size)]);
    row("export to canvas", &|size| export("canvas", size));
    row("export to moodle-xml", &|size| export("moodle-xml", size));
    let homes = SIZES.map(|size| {
        let home = folder.join(format!("answers-{size}"));
        fs::create_dir_all(&home).unwrap();
        log::write(&home, size);
        home
    });
    let on = |size: usize, arguments: &[&str]| least(2, || run(guardprep(&homes[size], arguments)));
    row("progress", &|size| on(size, &["progress"]));
    row("progress export", &|size| on(size, &["progress", "export"]));
    row("review", &|size| on(size, &["review", "--missed"]));
    for name in ["quiz", "study"] {
        row(&format!("first question of {name}"), &|size| least(5, || first_question(&homes[size], &[name])));
    }
    println!("\n{:<32} {:>9} {:>9} {:>9}", "memory, times the files", "1,000", "10,000", "100,000");
    let times = [0, 1, 2].map(|size| {
        let files = fs::read_dir(&banks[size][0]).unwrap();
        let bytes: u64 = files.map(|file| file.unwrap().metadata().unwrap().len()).sum();
        memory(&home, &["check", sound(size)])
            .map_or_else(|| String::from("-"), |most| format!("{:.1}", most / bytes as f64))
    });
    println!("{:<32} {:>9} {:>9} {:>9}", "check", times[0], times[1], times[2]);
}
