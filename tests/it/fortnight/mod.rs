//! Two weeks to an exam with a clock that is moved: what each day says, and what came by the day of the exam.
//!
//! To read each day as a person would: `tests/fortnight/run`.

#![expect(clippy::print_stdout, reason = "the days are there to be read")]

mod learner;

use std::collections::BTreeSet;

use crate::support::Sandbox;
use learner::Learner;

/// Topics of 40 questions each.
const TOPICS: [&str; 6] = ["doors", "keys", "visitors", "reports", "radios", "parking"];
const QUESTIONS: usize = TOPICS.len() * 40;

/// A home with banks of its own and an exam that asks these alone.
fn home() -> Sandbox {
    let sandbox = Sandbox::new();
    for topic in TOPICS {
        sandbox.write(&format!("data/banks/{topic}.toml"), learner::bank(topic, 40));
    }
    let topics = TOPICS.map(|topic| format!("\"{topic}\"")).join(", ");
    sandbox.write(
        "data/exams.toml",
        format!(
            "schema = 1\n\n[[profile]]\nid = \"site\"\ntitle = \"Site exam\"\nplace = \"Harbor\"\nquestions = 50\nminutes = 60\n\
             pass = {{ percent = 70 }}\ntopics = [{topics}]\nsource = \"A test\"\nyear = \"2026\"\nconfidence = \"official\"\n"
        ),
    );
    sandbox
}

/// Moves the clock to nine in the morning of a day in May.
fn on(sandbox: &mut Sandbox, day: u32) {
    sandbox.environment.retain(|(name, _)| name != "GUARDPREP_NOW");
    sandbox.environment.push((String::from("GUARDPREP_NOW"), format!("2026-05-{day:02}T09:00:00Z")));
}

struct Fortnight {
    /// What `plan` said when the date was set.
    plan: String,
    /// For each day that was studied: the day, how many answers it had, what it said.
    days: Vec<(u32, usize, String)>,
    /// The questions that came.
    came: BTreeSet<String>,
    /// What `study` said on the day of the exam and on the day after it.
    at_last: String,
}

/// Studies from May 1 to the day before an exam on May 15, so many minutes a day, and misses one day.
fn studied(minutes: u32, missed: u32) -> Fortnight {
    let mut sandbox = home();
    on(&mut sandbox, 1);
    let plan = ["plan", "--exam", "May 15", "--minutes", &minutes.to_string(), "--profile", "site"];
    let plan = sandbox.run(&plan, "").ended_with(0).stdout;
    println!("\n===== {minutes} minutes a day, May {missed} missed =====\n\n{plan}");
    let mut learner = Learner::default();
    let mut days = vec![];
    for day in (1..15).filter(|day| *day != missed) {
        on(&mut sandbox, day);
        let before = sandbox.answers();
        let said = learner.study(&sandbox);
        println!("--- May {day}\n{said}");
        days.push((day, sandbox.answers() - before, said));
        // The day is done, and says so.
        sandbox.run(&["study"], "").ended_with(0).says("Done for today:");
    }
    let log = sandbox.log();
    let answers = log.iter().filter(|event| event["event"] == "answer");
    let came = answers.map(|event| event["question"].as_str().unwrap().to_owned()).collect();
    let mut at_last = String::new();
    on(&mut sandbox, 15);
    at_last += &sandbox.run(&["plan"], "").ended_with(0).stdout;
    at_last += &learner.study(&sandbox);
    at_last += &sandbox.run(&["study"], "").ended_with(0).stdout;
    at_last += &sandbox.run(&["plan"], "").ended_with(0).stdout;
    on(&mut sandbox, 16);
    at_last += &sandbox.run(&["plan"], "").ended_with(0).stdout;
    at_last += &sandbox.run(&["study"], "q\n").ended_with(0).stdout;
    println!("--- May 15 and 16\n{at_last}");
    Fortnight { plan, days, came, at_last }
}

fn number_before(text: &str, words: &str) -> usize {
    let before = text.split(words).next().unwrap();
    before.split_whitespace().next_back().unwrap().parse().unwrap()
}

#[test]
fn at_twenty_a_day_every_question_comes_once() {
    let fortnight = studied(15, 6);
    assert!(
        fortnight.plan.contains("It does not fit: every question comes at least once"),
        "{}",
        fortnight.plan
    );
    assert_eq!(fortnight.came.len(), QUESTIONS);
    for (day, answers, said) in &fortnight.days {
        assert_eq!(*answers, 20, "May {day}");
        assert!(said.contains(&format!("Today: 20 questions. The exam is {}.", until(*day))), "{said}");
        assert!(said.contains("Done for today: 20 questions answered."), "{said}");
    }
    ends_well(&fortnight);
    // New ones first, as long as there are any.
    let new: Vec<usize> = fortnight.days.iter().map(|(_, _, said)| new(said)).collect();
    assert_eq!(new.iter().sum::<usize>(), QUESTIONS);
    assert_eq!(new[..12], [20; 12]);
    assert!(fortnight.days[0].2.contains(": after about "), "{}", fortnight.days[0].2);
    assert!(fortnight.days[12].2.contains("chance to pass"), "{}", fortnight.days[12].2);
    assert!(fortnight.at_last.contains("The exam is today."), "{}", fortnight.at_last);
    assert!(
        fortnight.at_last.contains("It was on Friday, May 15, 2026, yesterday."),
        "{}",
        fortnight.at_last
    );
}

#[test]
fn at_forty_a_day_all_of_it_fits_and_what_was_wrong_comes_again() {
    let fortnight = studied(30, 9);
    assert!(fortnight.plan.contains("It fits."), "{}", fortnight.plan);
    assert_eq!(fortnight.came.len(), QUESTIONS);
    ends_well(&fortnight);
    let needed = number_before(&fortnight.plan, " a day, about");
    assert!(needed <= 40, "{}", fortnight.plan);
    for (day, answers, said) in &fortnight.days {
        assert!(*answers <= 40, "May {day}: {answers}");
        assert!(said.contains("Why these: "), "{said}");
    }
    let later: String = fortnight.days[8..].iter().map(|(_, _, said)| said.as_str()).collect();
    let later = later.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(later.contains("that you got wrong"), "{later}");
    assert!(later.contains("likely forgotten by now"), "{later}");
}

/// On the last two days the plan and study say the same: new ones and a mock exam on the evening, nothing new on the day.
fn ends_well(fortnight: &Fortnight) {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let eve = flat(&fortnight.days[12].2);
    assert!(eve.contains("take one mock exam if there is time, and stop early."), "{eve}");
    assert!(eve.contains("guardprep exam site one mock exam"), "{eve}");
    assert!(!eve.contains("until the exam"), "{eve}");
    let day = flat(&fortnight.at_last);
    assert!(day.contains("Go over 10 questions that you missed or have most likely forgotten"), "{day}");
    assert!(day.contains("Today: 10 questions. The exam is today. Why these: "), "{day}");
    assert!(!day.split("Finished: 10").next().unwrap().contains(" new;"), "{day}");
    assert!(day.contains("Done for today: 10 questions answered, of 10."), "{day}");
    assert!(day.contains("10 questions answered today, and that is enough"), "{day}");
    assert!(!day.contains("study -n 10") && !day.contains("quiz --new"), "no more is offered: {day}");
    assert!(day.contains("nothing new on the day of the exam. Finished: 10 questions"), "{day}");
}

/// How many new questions a day had.
fn new(said: &str) -> usize {
    let why = said.split("Why these: ").nth(1).unwrap();
    let first: Vec<&str> = why.split_whitespace().take(2).collect();
    if first[1].starts_with("new") { first[0].parse().unwrap() } else { 0 }
}

fn until(day: u32) -> String {
    match 15 - day {
        1 => String::from("tomorrow"),
        days => format!("in {days} days"),
    }
}
