//! The instructor's desk from outside: new, check, export, import.

use std::fs;

use serde_json::Value;

use crate::support::{Sandbox, root};

fn gates() -> String {
    root().join("tests/fixtures/gates.toml").display().to_string()
}

#[test]
fn a_new_bank_names_what_is_missing_and_passes_once_it_is_filled() {
    let sandbox = Sandbox::new();
    sandbox.run(&["new", "Night Desk.toml"], "").ended_with(0).says("ready to be filled in");
    sandbox.run(&["new", "Night Desk.toml"], "").ended_with(2).complains("is there already");
    let empty = sandbox.run(&["check", "Night Desk.toml"], "").ended_with(1);
    assert!(empty.stdout.contains("[empty-text]") && !empty.stdout.contains("[syntax]"), "{}", empty.stdout);

    let template = fs::read_to_string(sandbox.path("Night Desk.toml")).unwrap();
    assert!(template.contains("id = \"night-desk\""), "{template}");
    let mut filled = String::new();
    let mut texts = 0;
    for piece in template
        .split("\"\"\"\n\"\"\"")
        .collect::<Vec<_>>()
        .join("\"Who is at the desk, and why?\"")
        .split("\"\"")
    {
        filled += piece;
        texts += 1;
        filled += &["\"A text of some words, number ", &texts.to_string(), " of this file\""].concat();
    }
    let filled = filled.rsplit_once('\n').unwrap().0.to_owned();
    sandbox.write("filled.toml", filled);
    let checked = sandbox.run(&["check", "filled.toml"], "");
    assert!(!checked.stdout.contains("error["), "{}", checked.stdout);
}

#[test]
fn a_file_is_replaced_only_by_force_and_never_half_written() {
    let sandbox = Sandbox::new();
    let gates = gates();
    let export = |more: &[&str]| {
        let arguments =
            [&["export", "--to", "gift", "--bank", &gates, "gates", "-o", "out.gift"][..], more].concat();
        sandbox.run(&arguments, "")
    };
    export(&[]).ended_with(0).complains("4 questions written to out.gift");
    let first = fs::read(sandbox.path("out.gift")).unwrap();
    export(&[]).ended_with(2).complains("--force");
    export(&["--force"]).ended_with(0);
    assert_eq!(fs::read(sandbox.path("out.gift")).unwrap(), first, "the same questions, the same bytes");
    sandbox
        .run(&["export", "--to", "gift", "-o", "no/such/folder/x"], "")
        .ended_with(2)
        .complains("cannot write");
    let left: Vec<_> =
        fs::read_dir(sandbox.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{left:?}");
}

#[test]
fn what_a_format_cannot_say_is_named() {
    let sandbox = Sandbox::new();
    let ran = sandbox.run(&["export", "--to", "aiken", "--bank", &gates(), "gates"], "").ended_with(0);
    assert!(ran.stderr.contains("1 question skipped") && ran.stderr.contains("gates-3"), "{}", ran.stderr);
    assert!(ran.stdout.contains("ANSWER: "), "{}", ran.stdout);
    let json = ["export", "--to", "aiken", "--bank", &gates(), "gates", "-o", "a.txt", "--json"];
    let document: Value = serde_json::from_str(&sandbox.run(&json, "").ended_with(0).stdout).unwrap();
    assert_eq!((&document["selected"], &document["written"]), (&Value::from(4), &Value::from(3)));
    let keys = ["export", "--to", "aiken", "--bank", &gates(), "--objective", "keys", "gates", "-o", "b.txt"];
    sandbox.run(&keys, "").ended_with(0).complains("aiken: 1 question written to b.txt");
    sandbox.run(&["export", "--to", "gfit"], "").ended_with(2).complains("gift");
}

#[test]
fn every_format_that_goes_both_ways_comes_back_through_the_command_line() {
    let sandbox = Sandbox::new();
    let list = sandbox.run(&["export", "--list"], "").ended_with(0).stdout;
    let joined = list.replace("\n   ", " ");
    let both: Vec<&str> = joined
        .lines()
        .filter(|line| line.contains("both ways") || line.split_whitespace().any(|word| word == "both"))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(both.len() >= 6, "{list}");
    for format in both {
        let (exported, bank) = (format!("out.{format}"), format!("{format}.toml"));
        let arguments = ["export", "--to", format, "customers", "-o", &exported, "--json"];
        let report: Value = serde_json::from_str(&sandbox.run(&arguments, "").ended_with(0).stdout).unwrap();
        sandbox
            .run(&["import", &exported, "--from", format, "--topic", "customers", "-o", &bank], "")
            .ended_with(0)
            .complains("questions read, 0 skipped");
        let count = |args: &[&str]| -> Value {
            let checked: Value = serde_json::from_str(&sandbox.run(args, "").stdout).unwrap();
            checked["questions"].clone()
        };
        assert!(report["written"].as_u64().unwrap() > 10, "{format}");
        assert_eq!(count(&["check", &bank, "--json"]), report["written"], "{format}");
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let sandbox = Sandbox::new();
    let text =
        "What is first?\nA) This\nB) That\nANSWER: A\n\nWhat is second?\nA) This\nB) That\nANSWER: Z\n";
    sandbox.write("list.txt", text);
    sandbox
        .run(&["import", "list.txt", "--topic", "mine"], "")
        .ended_with(1)
        .complains("list.txt:9")
        .complains("1 question read, 1 skipped")
        .says("What is first?");
    sandbox
        .run(&["import", "-", "--from", "aiken", "--topic", "mine"], text)
        .ended_with(1)
        .complains("The bank is not whole: 1 question left out.")
        .says("What is first?");
    sandbox.write("letter.txt", "Dear all, this is a letter.");
    sandbox.run(&["import", "letter.txt", "--from", "gift"], "").ended_with(1).complains("0 questions read");
    sandbox.run(&["import", "nothing.csv"], "").ended_with(2).complains("cannot read nothing.csv");
    sandbox
        .run(&["import", "list.txt", "--topic", "mine", "-o", "list.txt"], "")
        .ended_with(2)
        .complains("is there already");
    assert_eq!(fs::read_to_string(sandbox.path("list.txt")).unwrap(), text);
}

#[test]
fn an_encoding_is_what_a_person_says_it_is() {
    let sandbox = Sandbox::new();
    // "Кто?" in KOI8-R, too short to be told from anything else.
    sandbox.write("list.txt", b"\xeb\xd4\xcf?\nA) This\nB) That\nANSWER: A\n");
    sandbox
        .run(&["import", "list.txt", "--encoding", "KOI8-R"], "")
        .ended_with(0)
        .complains("list.txt: read as KOI8-R, as asked")
        .says("Кто?");
    sandbox
        .run(&["import", "list.txt", "--encoding", "klingon"], "")
        .ended_with(2)
        .complains("no encoding is called so; examples: utf-8,")
        .complains("windows-1252");
    sandbox.run(&["import", "list.txt", "--encoding", "utf-8"], "").complains("3 characters are none there");
}

#[test]
fn a_page_that_draws_options_itself_draws_as_many_as_were_asked_for() {
    let sandbox = Sandbox::new();
    let export = ["export", "--to", "html-quiz", "--bank", &gates()];
    sandbox.run(&export, "").ended_with(0).says("\"shown\":4");
    sandbox.run(&[&export[..], &["--options", "8"]].concat(), "").ended_with(0).says("\"shown\":8");
}

#[test]
fn a_page_that_draws_options_itself_is_given_all_of_them() {
    let sandbox = Sandbox::new();
    let export = ["export", "--bank", &gates(), "--options", "2", "--to"];
    let page = sandbox.run(&[&export[..], &["html-quiz", "-o", "quiz.html"]].concat(), "").ended_with(0);
    assert!(!page.stderr.contains("distractors beyond"), "{}", page.stderr);
    assert!(fs::read_to_string(sandbox.path("quiz.html")).unwrap().contains("\"shown\":2"));
    let gift = sandbox.run(&[&export[..], &["gift", "-o", "quiz.gift"]].concat(), "").ended_with(0);
    let told = gift.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("distractors beyond 2 options"), "{told}");
}

#[test]
fn short_chooses_only_what_the_format_takes() {
    let sandbox = Sandbox::new();
    let long = "x".repeat(130);
    sandbox.write(
        "mine.csv",
        format!(
            "id,stem,answer,A,B\none,Short?,A,yes,no\ntwo,{long}?,A,yes,no\nthree,Also short?,B,yes,no\n"
        ),
    );
    sandbox.run(&["import", "mine.csv", "--topic", "mine", "-o", "mine.toml"], "").ended_with(0);
    let export = ["export", "mine", "--bank", "mine.toml", "--to", "kahoot", "-o", "mine.xlsx", "--force"];
    sandbox
        .run(&export, "")
        .ended_with(0)
        .complains("2 questions written")
        .complains("1 question refused")
        .complains("note: 2 of 3 questions fit; --short chooses only those that fit");
    let short = sandbox
        .run(&[&export[..], &["--short"]].concat(), "")
        .ended_with(0)
        .complains("2 questions written")
        .complains("note: 1 question passed over, which kahoot does not take");
    assert!(!short.stderr.contains("refused"), "{}", short.stderr);
    sandbox
        .run(&[&export[..], &["--short", "--json"]].concat(), "")
        .ended_with(0)
        .says("\"selected\":2")
        .says("\"fate\":\"noted\"");
}
