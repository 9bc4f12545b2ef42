//! Exams on the command line: profiles and their problems, the result as JSON, past exams, a whole exam in lines.

use serde_json::Value;

use crate::desk::desk;
use crate::support::{Sandbox, root};

/// An exam of the desk bank in lines.
fn take(sandbox: &Sandbox, more: &[&str], input: &str) -> crate::support::Ran {
    let bank = desk(sandbox, 4);
    let args = [&["exam", "-n", "4", "--topic", "desk", "--bank", &bank, "--plain"], more].concat();
    sandbox.run(&args, input)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_exam_of_the_plan_is_sat_unless_another_is_meant() {
    let sandbox = Sandbox::new();
    sandbox.run(&["exam"], "").ended_with(1).says("50 questions, ");
    sandbox.run(&["plan", "--profile", "ontario"], "").ended_with(0);
    let planned = "The exam of your plan; `guardprep exam -n 50` is one of all topics.\n";
    for args in [&["exam"][..], &["exam", "--untimed"], &["exam", "--no-save"]] {
        sandbox
            .run(args, "")
            .ended_with(1)
            .says(planned)
            .says("60 questions, ")
            .says("37 right answers pass");
    }
    for (args, figures) in [
        (&["exam", "-n", "50"][..], "50 questions, "),
        (&["exam", "--pass", "80%"], "50 questions, "),
        (&["exam", "ontario"], "60 questions, "),
        (&["exam", "--profile", "ontario"], "60 questions, "),
        (&["exam", "--topic", "de-escalation", "-n", "5"], "5 questions, "),
    ] {
        let ran = sandbox.run(args, "").ended_with(1).says(figures);
        assert!(!ran.stdout.contains("of your plan"), "{}", ran.stdout);
    }
    sandbox.run(&["plan", "--off"], "").ended_with(0);
    sandbox.run(&["exam"], "").ended_with(1).says("50 questions, ");
}

#[test]
fn profiles_are_listed_at_every_width() {
    let mut sandbox = Sandbox::new();
    sandbox.environment.push((String::from("COLUMNS"), String::from("40")));
    let list = sandbox.run(&["exam", "--list"], "").ended_with(0).stdout;
    for line in list.lines() {
        assert!(line.chars().count() < 40, "{line}");
    }
    let document = json(&sandbox.run(&["exam", "--list", "--json"], "").ended_with(0).stdout);
    let profiles = document["profiles"].as_array().unwrap();
    for profile in profiles {
        let id = profile["id"].as_str().unwrap();
        assert!(list.lines().any(|line| line == id), "{id}");
        // Each one can be begun, and says where its figures come from.
        let begun = sandbox.run(&["exam", id, "--plain", "--no-save"], "q\n").ended_with(0).stdout;
        let plain = begun.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(plain.contains("Only the format of that exam is copied, not its content"), "{begun}");
        assert!(plain.contains(&format!("Figures: {}", profile["confidence"].as_str().unwrap())), "{begun}");
        assert!(begun.contains("\nQuestion 1 of "), "{begun}");
    }
    let ontario = &profiles[0];
    assert_eq!((ontario["questions"].as_u64(), ontario["minutes"].as_u64()), (Some(60), Some(75)));
    assert_eq!(ontario["papers"][0]["pass"]["minimum"], 37);
}

#[test]
fn names_are_matched_kindly_and_never_guessed() {
    let sandbox = Sandbox::new();
    for name in ["Florida Class D", "FLORIDA_CLASS_D", "florida-class-d"] {
        sandbox
            .run(&["exam", name, "--no-save"], "q\n")
            .ended_with(0)
            .says("170 questions, no time limit, 128");
    }
    sandbox.run(&["exam", "ontaro"], "").ended_with(2).complains("did you mean ontario?");
    sandbox.run(&["exam", "-n", "4", "--pass", "5"], "").ended_with(2).complains("cannot be reached");
    sandbox.run(&["exam", "--pass", "130%"], "").ended_with(2).complains("130 percent is not from 1 to 100");
    sandbox.run(&["exam", "uk-guarding", "-n", "4"], "").ended_with(2).complains("papers");
    sandbox.run(&["exam", "--minutes", "5", "--untimed"], "").ended_with(2);
    sandbox.run(&["exam", "--review", "3"], "").ended_with(2).complains("no exam was handed in yet");
    for command in ["exam", "quiz"] {
        for number in ["18446744073709551615", "18446744073709551616", "1000001", "0"] {
            sandbox
                .run(&[command, "-n", number], "")
                .ended_with(2)
                .complains("a whole number from 1 to 1000000");
        }
    }
    assert!(!sandbox.progress_file().exists(), "nothing was begun");
}

#[test]
fn time_is_what_was_asked_for() {
    for (more, prompt) in [
        (&[][..], "[05:00 left] Answer"),
        (&["--minutes", "50"], "[50:00 left] Answer"),
        (&["--minutes", "50", "--extra-time", "1.25"], "[1:02:30 left] Answer"),
        (&["--extra-time", "2"], "[10:00 left] Answer"),
        (&["--untimed"], "\nAnswer"),
        (&["--clock", "off"], "\nAnswer"),
    ] {
        let said = take(&Sandbox::new(), more, "q\n").ended_with(0).stdout;
        assert!(said.contains(prompt), "{more:?}:\n{said}");
    }
}

#[test]
fn a_file_of_profiles_with_mistakes_tells_all_of_them() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "data/exams.toml",
        "schema = 1\n\n[[profile]]\nid = \"mine\"\ntitle = \"My exam\"\nplace = \"Here\"\nquestions = 40\n\
         questoins = 40\npass = { percent = 130 }\nweights = { de-escalation = 60, ethics-integrity = 30 }\n\
         year = \"2026\"\nconfidence = \"official\"\n\n[[profile]]\nid = \"yours\"\ntitle = \"Yours\"\n\
         place = \"There\"\nquestions = 20\npass = { minimum = 21 }\nsource = \"a friend\"\nyear = \"2026\"\n\
         confidence = \"secondary\"\n",
    );
    for args in [&["exam", "--list"][..], &["exam", "ontario"]] {
        let ran = sandbox.run(args, "").ended_with(2);
        for part in [
            "questoins",
            "130",
            "sum to 90",
            "source",
            "21 right answers of 20",
            "exams.toml:8",
            "5 errors in",
        ] {
            assert!(ran.stderr.contains(part), "no {part:?} in\n{}", ran.stderr);
        }
    }
    // Sound, it replaces a built-in one.
    sandbox.write(
        "data/exams.toml",
        "schema = 1\n[[profile]]\nid = \"ontario\"\ntitle = \"As our school asks it\"\nplace = \"Ontario\"\n\
         questions = 3\nminutes = 4\nsource = \"our school\"\nyear = \"2026\"\nconfidence = \"secondary\"\n",
    );
    let said = sandbox.run(&["exam", "ontario"], "q\n").ended_with(0).stdout;
    assert!(
        said.contains("As our school asks it, Ontario") && said.contains("3 questions, 4 minutes"),
        "{said}"
    );
    assert!(said.contains("no pass mark: a score and no verdict"), "{said}");
}

#[test]
fn the_result_is_a_document() {
    let sandbox = Sandbox::new();
    // Before it is handed in nobody is told what was right.
    let paused = json(&take(&sandbox, &["--json", "--pass", "100%"], "a\nq\n").ended_with(0).stdout);
    assert_eq!((&paused["handed_in"], &paused["answered"]), (&Value::Bool(false), &Value::from(1)));
    assert_eq!(
        (&paused["correct"], &paused["passed"], &paused["items"]),
        (&Value::Null, &Value::Null, &json("[]"))
    );
    let bank = sandbox.path("desk.toml");
    let args = ["resume", "--json", "--plain", "--bank", bank.to_str().unwrap()];
    let ran = sandbox.run(&args, "f\nb\nx\nx\ny\n").ended_with(0);
    assert!(ran.stderr.contains("Question 2 of 4"), "the exam is held on stderr");
    let done = json(&ran.stdout);
    assert_eq!(
        (&done["mode"], &done["passed"], &done["asked"]),
        (&json("\"exam\""), &Value::Bool(false), &json("4"))
    );
    let items = done["items"].as_array().unwrap();
    assert_eq!(items[1]["marked"], items[1]["flagged"], "programs may still read the older name");
    assert_eq!(
        (items.len(), &items[1]["flagged"], &items[3]["chosen"]),
        (4, &Value::Bool(true), &json("[]"))
    );
    assert_eq!(done["papers"][0]["needed"], 4);
    let review = sandbox.run(&["exam", "--review", "1", "--json", "--bank", bank.to_str().unwrap()], "");
    assert_eq!(json(&review.ended_with(0).stdout), done, "the same at any later time");
}

#[test]
fn exams_are_in_the_progress_until_it_is_reset() {
    let sandbox = Sandbox::new();
    let exams =
        || json(&sandbox.run(&["progress", "--json"], "").stdout)["exams"].as_array().unwrap().clone();
    assert!(exams().is_empty());
    take(&sandbox, &["--pass", "1"], "a\nx\n").ended_with(1);
    sandbox.run(&["progress"], "").says("An exam of another bank is paused: guardprep resume --bank FILE");
    let bank = sandbox.path("desk.toml");
    sandbox.run(&["progress", "--bank", bank.to_str().unwrap()], "").says("An exam is paused after ");
    sandbox.run(&["resume", "--bank", bank.to_str().unwrap()], "x\nx\ny\n").ended_with(0);
    take(&sandbox, &["--untimed"], "a\nx\nx\nyes\n").ended_with(0).says("No pass mark was given");
    let taken = exams();
    assert_eq!(taken.len(), 2);
    assert_eq!(
        (&taken[0]["number"], &taken[0]["answered"], &taken[1]["passed"]),
        (&json("1"), &json("1"), &Value::Null)
    );
    sandbox
        .run(&["progress"], "")
        .says("Exams: 2 with fewer than 10 questions")
        .says("guardprep exam --review 2");
    // A topic is no exam; everything is.
    sandbox.run(&["progress", "reset", "ethics-integrity", "--yes"], "").ended_with(0);
    assert_eq!(exams().len(), 2);
    sandbox.run(&["progress", "reset", "--yes"], "").ended_with(0);
    assert!(exams().is_empty());
    sandbox.run(&["exam", "--review"], "").ended_with(2).complains("no exam was handed in yet");
}

#[test]
fn an_exam_of_a_few_questions_is_neither_the_best_nor_the_last() {
    let sandbox = Sandbox::new();
    let take = |n: usize| {
        let input = format!("{}x\ny\n", "a\n".repeat(n));
        sandbox.run(&["exam", "-n", &n.to_string(), "--plain"], &input).ended_with(0).stdout
    };
    let of = |result: &str| result.lines().find_map(|row| row.strip_prefix("Score: ")).unwrap().to_owned();
    take(3);
    let said = sandbox.run(&["progress"], "").ended_with(0).stdout;
    assert!(said.contains("Exams: 1 with fewer than 10 questions"), "{said}");
    assert!(!said.contains("best"), "{said}");
    let score = of(&take(12));
    let right = score.split(" right").next().unwrap().to_owned();
    take(3);
    let said = sandbox.run(&["progress"], "").ended_with(0).stdout.replace('\n', " ");
    assert!(said.contains("Exams: 1 taken") && said.contains(&format!("{right} right")), "{score}: {said}");
    assert!(said.contains("2 with fewer than 10 questions do not count here."), "{said}");
    assert!(said.contains("guardprep exam --review 2"), "{said}");
}

#[test]
fn washingtons_exam_is_passed_when_every_miss_is_answered_right() {
    let sandbox = Sandbox::new();
    let bank = desk(&sandbox, 2);
    let args = ["exam", "washington", "-n", "2", "--topic", "desk", "--plain", "--bank", &bank];
    let ran = sandbox.run(&args, "x\nx\ny\na\n").ended_with(0);
    assert!(
        ran.stdout.contains("Not passed yet: 0 of 2 right (0%). 2 missed questions still have"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains(" left to be answered right."), "{}", ran.stdout);
    let review = ["exam", "--review", "1", "--plain", "--bank", &bank];
    // Each letter in turn until both are right: one session finds every answer.
    let ran = sandbox.run(&review, &"a\nb\nc\nd\n".repeat(6)).ended_with(0);
    assert!(ran.stdout.contains("Passed: every missed question is answered right now."), "{}", ran.stdout);
    assert_eq!(json(&sandbox.run(&["progress", "--json"], "").stdout)["exams"][0]["passed"], true);
    let again = sandbox.run(&review, "").ended_with(0).stdout;
    assert!(again.contains("Passed: 0 of 2 right"), "{again}");
}

#[test]
fn an_exam_without_a_trace_leaves_none() {
    let sandbox = Sandbox::new();
    let said = take(&sandbox, &["--no-save"], "a\nx\nx\ny\n").ended_with(0).stdout;
    assert!(!said.contains("guardprep exam --review"), "{said}");
    take(&sandbox, &["--no-save"], "a\n").ended_with(1).complains("Nothing was saved.");
    assert!(!sandbox.progress_file().exists());
}

#[test]
fn the_same_again_prints_the_same_bytes() {
    let script = "a\nf\n?\nb\np\n-\ng 4\ng 99\nzz\nc\nr\nx\nn\nd\nx\n\nx\nx\nn\nx\ny\ny\n";
    let play = |environment: &[(&str, &str)]| {
        let mut sandbox = Sandbox::new();
        let more = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        sandbox.environment.extend(more);
        let gates = root().join("tests/fixtures/gates.toml");
        let args = ["exam", "-n", "4", "--topic", "gates", "--bank", gates.to_str().unwrap()];
        sandbox.run(&args, script).ended_with(0).stdout
    };
    let once = play(&[]);
    assert_eq!(once, play(&[]));
    assert_eq!(once, play(&[("TERM", "xterm-256color"), ("LANG", "de_CH.UTF-8"), ("TZ", "Asia/Tokyo")]));
    assert_eq!(once, play(&[("GUARDPREP_NOW", "2031-12-31T23:59:59Z")]));
    let odd = once.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(odd, None, "no escape byte, no carriage return");
}
