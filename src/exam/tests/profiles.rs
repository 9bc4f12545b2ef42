//! What a broken file of profiles is told, and what the shipped one holds.

use crate::bank::Named;
use crate::diagnostic::{Diagnostic, Source};
use crate::exam::catalog::Profiles;
use crate::exam::pass::{PassRule, Rounding};
use crate::exam::profile::{Confidence, TimeKind};
use crate::exam::profile_file::{ProfileFile, read};
use crate::progress::Pass;
use crate::words::is_id;

const GOOD: &str = r#"schema = 1
[[profile]]
id = "here"
title = "An exam"
place = "Here"
source = "A book"
year = "2024"
confidence = "official"
"#;

fn file(text: &str) -> ProfileFile {
    read(&Source::new("p.toml", text))
}

/// `line rule` of every problem, by line.
fn told(problems: &[Diagnostic]) -> Vec<String> {
    let line = |problem: &Diagnostic| {
        let place = problem.place.as_ref().expect("a place");
        place.source.line_and_column(place.span.start).0
    };
    let mut all: Vec<(usize, &str)> = problems.iter().map(|p| (line(p), p.rule)).collect();
    all.sort_unstable();
    all.into_iter().map(|(line, rule)| format!("{line} {rule}")).collect()
}

fn check(text: &str, expected: &[&str]) {
    let file = file(text);
    assert_eq!(told(&file.problems), expected, "{text}");
}

#[test]
fn the_shipped_profiles_are_sound_and_each_says_where_it_is_from() {
    let profiles = Profiles::embedded();
    assert_eq!(profiles.problems, vec![]);
    assert_eq!(profiles.blueprint.weights.len(), 20);
    for profile in &profiles.all {
        assert!(profile.confidence < Confidence::Unconfirmed, "{}", profile.id);
        assert!(is_id(&profile.id));
        assert!(profile.also_covers.is_some(), "{} does not say what it leaves out", profile.id);
        let year = &profile.year;
        assert!(year == "undated" || year.parse::<u32>().is_ok_and(|year| year > 2000), "{year}");
    }
    let listed: Vec<&str> = profiles.all.iter().map(|profile| profile.id.as_str()).collect();
    for id in ["ontario", "florida-class-d", "louisiana", "uk-guarding-1", "washington", "new-york"] {
        assert!(listed.contains(&id), "{id}");
    }
    for id in ["texas", "nevada", "iahss-basic", "illinois"] {
        assert!(!listed.contains(&id), "{id} has no confirmed figure");
    }
}

#[test]
fn the_shipped_weights_name_the_shipped_topics() {
    let topics: Vec<&str> =
        crate::bank_file::EMBEDDED.iter().filter_map(|(name, _)| name.strip_suffix(".toml")).collect();
    for (topic, _) in &Profiles::embedded().blueprint.weights {
        assert!(topics.contains(&topic.as_str()), "{topic}");
    }
    assert_eq!(topics.len(), Profiles::embedded().blueprint.weights.len(), "each has a weight");
}

#[test]
fn figures_are_those_of_the_sources() {
    let profiles = Profiles::embedded();
    // Needed right answers of the profile's own number of questions.
    let needed = |id: &str| {
        let profile = profiles.find(id).expect(id);
        let paper = &profile.papers[0];
        let questions = paper.questions.expect("questions");
        match paper.pass.map(|rule| rule.settle(questions, questions)) {
            Some(Pass::Count { needed, .. }) => Some((questions, needed)),
            _ => None,
        }
    };
    assert_eq!(needed("ontario"), Some((60, 37)));
    assert_eq!(needed("florida-class-d"), Some((170, 128)));
    assert_eq!(needed("louisiana"), Some((50, 35)));
    assert_eq!(needed("uk-guarding-1"), Some((72, 51)));
    assert_eq!(needed("uk-guarding-2"), Some((60, 42)));
    assert_eq!(needed("uk-conflict-management"), Some((20, 14)));
    assert_eq!(needed("uk-door-2"), Some((50, 35)));
    assert_eq!(needed("ifpo-cpo"), Some((328, 230)));
    assert_eq!(needed("new-york"), None);
    assert_eq!(needed("saskatchewan"), None);
    let find = |id: &str| profiles.find(id).expect(id);
    assert_eq!(find("california").papers[0].pass, Some(PassRule::AllCorrect));
    assert_eq!(find("washington").papers[0].pass, Some(PassRule::ReviewUntilRight));
    assert_eq!(find("florida-class-d").time, TimeKind::Minimum);
    let guarding = find("uk-guarding");
    assert_eq!((guarding.papers.len(), guarding.questions(), guarding.minutes()), (3, Some(152), Some(230)));
    assert_eq!(find("alberta").questions(), None);
}

#[test]
fn every_mistake_of_a_profile_file_is_told_in_one_go() {
    let text = r#"schema = 1
color = "red"
[blueprint]
source = "mine"
weights = { customers = 50, foundations = 40 }
[[profile]]
id = "over there"
title = "An exam"
place = 7
questions = 40
minuts = 30
time = "limits"
options = 9
true-false-percent = 101
open-book = "yes"
pass = { minimum = 41, percent = 130, rounding = "upp" }
weights = { customers = 60, Foundations = 30 }
year = "2024"
confidence = "sure"
[[profile]]
id = "twice"
title = ""
place = "There"
questions = 0
pass = {}
source = "A book"
year = "2024"
confidence = "official"
[[profile]]
id = "twice"
title = "Again"
place = "There"
pass = { mastery = "all-correct", percent = 70, mark = 3 }
source = "A book"
year = "2024"
confidence = "official"
[[profile]]
id = "papers"
title = "Several"
place = "There"
questions = 20
source = "A book"
year = "2024"
confidence = "official"
[[profile.paper]]
title = "One"
questions = 20
pass = { minimum = 12, percent = 70 }
[[profile.paper]]
minutes = 30
pass = { minimum = 10 }
"#;
    check(
        text,
        &[
            "2 unknown-key",
            "5 weights-sum",
            "6 missing-key",
            "7 id-form",
            "9 wrong-type",
            "11 unknown-key",
            "12 unknown-value",
            "13 out-of-range",
            "14 out-of-range",
            "15 wrong-type",
            "16 out-of-range",
            "16 pass-above-questions",
            "16 unknown-value",
            "17 id-form",
            "17 weights-sum",
            "19 unknown-value",
            "22 empty-text",
            "24 out-of-range",
            "25 no-pass-rule",
            "30 duplicate-id",
            "33 two-pass-rules",
            "33 unknown-key",
            "41 figure-beside-papers",
            "48 pass-disagrees",
            "49 missing-key",
            "49 missing-key",
            "51 minimum-of-unknown",
        ],
    );
    let read = file(text);
    assert!(read.profiles.is_empty() && read.blueprint.is_none(), "what has an error is left out");
    let of = |rule: &str| read.problems.iter().find(|p| p.rule == rule).expect("a problem");
    assert_eq!(of("weights-sum").message, "the weights sum to 90, and not to 100 percent");
    assert_eq!(of("missing-key").message, "profile `over there` has no `source`");
}

#[test]
fn an_own_file_replaces_and_adds() {
    let own = file(&format!("{GOOD}\n[blueprint]\nsource = \"me\"\nweights = {{ a = 100 }}\n"));
    assert_eq!(own.problems, vec![]);
    let other = file(&GOOD.replace("here", "ontario").replace("An exam", "My own"));
    let built_in = Profiles::embedded();
    let profiles = Profiles::with([own, other]);
    assert_eq!(profiles.all.len(), built_in.all.len() + 1);
    assert_eq!(profiles.all[0].title, "My own", "in the place of what it replaces");
    assert_eq!(profiles.blueprint.weights, [(String::from("a"), 100)]);
}

#[test]
fn a_file_that_holds_no_profiles_is_told_so() {
    check("schema = 2\n", &["1 unknown-schema"]);
    check("what", &["1 syntax"]);
    check("profile = 3\n", &["1 missing-key", "1 wrong-type"]);
    check("schema = 1\n", &[]);
}

#[test]
fn pass_rules_come_to_whole_questions() {
    let needed = |rule: PassRule, asked, of| match rule.settle(asked, of) {
        Pass::Count { needed, .. } => needed,
        other => panic!("{other:?}"),
    };
    let ontario = PassRule::Both(37, 62, Rounding::Nearest);
    assert_eq!(needed(ontario, 60, 60), 37);
    assert_eq!(needed(ontario, 30, 60), 19, "18.6 is nearest to 19");
    assert_eq!(needed(PassRule::Minimum(128), 170, 170), 128);
    assert_eq!(needed(PassRule::Minimum(128), 85, 170), 64);
    assert_eq!(needed(PassRule::Minimum(37), 30, 60), 19);
    for (rounding, expected) in [(Rounding::Up, 51), (Rounding::Nearest, 50), (Rounding::Down, 50)] {
        assert_eq!(needed(PassRule::Percent(70, rounding), 72, 72), expected, "{}", rounding.name());
    }
    assert_eq!(needed(PassRule::Percent(70, Rounding::Nearest), 25, 25), 18);
    assert_eq!(needed(PassRule::Percent(100, Rounding::Up), 7, 7), 7);
    assert_eq!(PassRule::AllCorrect.settle(5, 5), Pass::AllCorrect);
}

#[test]
fn a_pass_rule_can_be_typed() {
    let check =
        |text: &str, expected: Option<PassRule>| assert_eq!(PassRule::parse(text).ok(), expected, "{text}");
    check("70%", Some(PassRule::Percent(70, Rounding::Up)));
    check(" 62 % ", Some(PassRule::Percent(62, Rounding::Up)));
    check("37", Some(PassRule::Minimum(37)));
    for text in ["", "%", "0", "0%", "130%", "-1", "seven", "7.5%", "4294967296"] {
        check(text, None);
    }
}
