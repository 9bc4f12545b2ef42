//! What is measured over a whole bank, in small ones and in very large ones.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::similar;
use super::super::vocabulary::{Vocabulary, Word};
use super::super::{all, lint};
use super::{joined, options};
use crate::bank::{Bank, Distractor, Question, samples};
use crate::bank_file::{Joined, Loaded, Spans};
use crate::diagnostic::Source;
use crate::report::bank;

/// A bank that is made, not read: of ten thousand questions the text of a file would be the slowest part.
fn made(questions: Vec<Question>) -> Joined {
    let source = Source::new("made.toml", "");
    let places = questions
        .iter()
        .map(|_| Loaded { item: (), spans: Spans::default(), source: source.clone() })
        .collect();
    let mut bank = Bank::default();
    bank.add(samples::topic("t"), questions);
    Joined { bank, places, ..Joined::default() }
}

/// Words that look drawn by lot, so that generated questions differ as real ones do.
fn noise(seed: usize, count: usize) -> String {
    let mixed = |n: usize| ((seed * 64 + n) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
    (0..count).map(|n| format!("w{}", mixed(n) % 5_000)).collect::<Vec<_>>().join(" ")
}

#[test]
fn ten_thousand_questions_are_compared_without_comparing_all_pairs() {
    let mut questions = vec![];
    for n in 0..10_000 {
        let mut parts = samples::parts(&format!("q{n}"), "t", 3);
        // The same frame around each: what stands everywhere must not be looked up.
        parts.stem =
            format!("You are on duty at the front desk when {} is seen. What do you do first?", noise(n, 14));
        parts.keys = vec![format!("Call the control room and {}", noise(n + 50_000, 6))];
        questions.push(Question::new(parts).expect("a question"));
    }
    let mut planted = samples::parts("planted", "t", 3);
    planted.stem = questions[4_321].stem.replace(" is seen. ", " was seen. ");
    planted.keys = questions[4_321].keys.clone();
    questions.push(Question::new(planted).expect("a question"));
    let problems = lint(&made(questions), None).problems;
    let pairs: Vec<&str> = problems
        .iter()
        .filter(|problem| problem.rule == "near-duplicate")
        .map(|problem| problem.message.as_str())
        .collect();
    assert_eq!(pairs.len(), 1, "{pairs:?}");
    assert!(pairs[0].starts_with("`q4321` and `planted` share"), "{pairs:?}");
}

#[test]
fn the_report_gives_the_number_the_expectation_and_the_worst() {
    let rule = |name: &str| all().find(|rule| rule.name == name).expect("the rule");
    let report = lint(&joined(rule("key-longest-share").bad, 40), None).measures;
    assert_eq!((report.key_longest.count, report.key_longest.expected), (40, 10.0));
    assert_eq!(report.key_longest.worst.len(), 10);
    let longest = report.cues.iter().find(|cue| cue.name == "longest").expect("the strategy");
    assert!(longest.gives_away() && (longest.excess() - 75.0).abs() < 1e-9, "{longest:?}");
    for width in [60, 80, 100] {
        let text = bank::text(&report, width);
        assert!(text.lines().all(|line| line.chars().count() <= width), "{text}");
        let told = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("40 of 40, 100.0 %; by chance 25.0"), "{text}");
    }
    let json = bank::json(&report);
    assert_eq!(json["key_longest"]["count"], 40);
    assert_eq!(json["cues"][0]["gives_away"], true);
    // An empty bank is measured without dividing by nothing.
    let empty = lint(&Joined::default(), None).measures;
    assert!(
        bank::text(&empty, 80).starts_with("0 questions")
            && bank::json(&empty).to_string().find("null").is_none()
    );
}

#[test]
fn a_true_false_question_is_not_counted_as_one_with_several_answers() {
    let coin = "kind = \"true-false\"\nstem = \"True or false: gate {n} opens.\"\nanswer = \"True\"\n\
                distractors = [{ text = \"False\", why = \"It opens on the inside.\" }]\n";
    let measures = lint(&joined(coin, 3), None).measures;
    assert_eq!((measures.several_keys, measures.judged), (0, 0));
    assert!(bank::text(&measures, 80).starts_with("3 questions, 0 of them with several right options"));
}

#[test]
fn statistics_keep_silent_on_a_small_bank() {
    let key = "Past the fountain and left of it";
    let bank = options("Where is gate {n}?", key, &["Up the stairs", "Down the hall", "Near a kiosk"]);
    let of_statistics = |n: usize| -> Vec<&str> {
        let problems = lint(&joined(&bank, n), None).problems;
        problems
            .iter()
            .map(|problem| problem.rule)
            .filter(|rule| rule.starts_with("key-longest-") || *rule == "single-cue")
            .collect()
    };
    assert_eq!(of_statistics(39), Vec::<&str>::new());
    assert!(!of_statistics(40).is_empty());
}

#[test]
fn prefix_filtering_finds_what_comparing_all_pairs_finds() {
    // Sentences that share more and more words, so that pairs lie on both sides of the bar.
    let texts: Vec<String> = (0..60)
        .map(|n: usize| {
            (0..12)
                .map(|at| format!("w{}", if at < n % 13 { at } else { 100 + n / 2 * 20 + at }))
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    let mut vocabulary = Vocabulary::default();
    let texts: Vec<Vec<Word>> = texts
        .iter()
        .map(|text| {
            let mut words = vec![];
            vocabulary.read(text, &mut words);
            words
        })
        .collect();
    let parts: Vec<Vec<&[Word]>> = texts.iter().map(|text| vec![text.as_slice()]).collect();
    for least in [0.3, 0.6, 0.8, 1.0] {
        let mut slow = vec![];
        for first in 0..parts.len() {
            for second in first + 1..parts.len() {
                if !similar::alike(&[parts[first].clone(), parts[second].clone()], least).is_empty() {
                    slow.push((first, second));
                }
            }
        }
        let mut fast: Vec<(usize, usize)> =
            similar::alike(&parts, least).iter().map(|pair| (pair.first, pair.second)).collect();
        fast.sort_unstable();
        assert_eq!(fast, slow, "at {least}");
    }
}

#[test]
fn a_bank_whose_keys_are_like_the_rest_gives_nothing_away() {
    let questions: Vec<_> = (0..400).map(|n| samples::question(&format!("q{n}"), "t")).collect();
    let report = lint(&made(questions), None).measures;
    let length = report.cues.iter().find(|cue| cue.name == "procedure").expect("the strategy");
    assert!((length.rate - 0.25).abs() < 1e-9, "ties are shared: {length:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever stands in a bank, the rules say what they think of it and stay up, and say the same again.
    #[test]
    fn no_text_brings_the_rules_down(
        stem in any_text(), keys in vec(any_text(), 1..3), wrong in vec(any_text(), 1..5), explanation in any_text(),
    ) {
        let mut parts = samples::parts("q", "t", 0);
        parts.distractors = wrong.iter().map(|text| Distractor { text: text.clone(), why: explanation.clone() }).collect();
        (parts.stem, parts.keys, parts.explanation) = (stem, keys, explanation);
        if let Ok(question) = Question::new(parts) {
            let joined = made(vec![question]);
            let found = lint(&joined, None);
            prop_assert_eq!(&found.problems, &lint(&joined, None).problems);
            prop_assert!(!bank::text(&found.measures, 40).is_empty());
        }
    }
}

/// Pieces that the rules look for, mixed with anything.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = [
        "not",
        "A",
        "(C)",
        "n't",
        "1\u{2013}5",
        "-",
        "5 to",
        "\u{201c}",
        "\"",
        "...",
        "?",
        "\u{e9}\u{1f600}",
        "both",
        "and",
        "B",
        "an ___",
        "Option",
        "all of",
        "above",
        "i and ii",
        "*not*",
        "which",
        "EXCEPT",
        ".",
        "'",
        "\u{2019}s",
    ];
    let piece =
        prop_oneof![proptest::sample::select(pieces.to_vec()).prop_map(ToOwned::to_owned), "\\PC{0,6}"];
    vec(piece, 1..8).prop_map(|pieces| pieces.join(" ").trim().to_owned())
}

#[test]
fn options_with_a_word_are_right_as_often_as_chance_or_the_word_is_named() {
    // "promise" stands in 40 distractors and in no key; "badge" in a third of its options.
    let key = "Check the badge";
    let lopsided = options("What about guest {n}?", key, &["Promise a badge", "Lend a badge"]);
    let report = lint(&joined(&lopsided, 40), None).measures;
    let of = |name: &str| report.balance.iter().find(|balance| balance.name == name).expect("the word");
    assert_eq!((of("promising").keys, of("promising").options, of("promising").is_lopsided()), (0, 40, true));
    assert_eq!((of("badge").keys, of("badge").options, of("badge").is_lopsided()), (40, 120, false));
    assert!(bank::text(&report, 80).contains("promising       40        0       0.0  uneven"));
    let problems = lint(&joined(&lopsided, 40), None).problems;
    let problem = problems.iter().find(|problem| problem.rule == "lopsided-words").expect("the finding");
    assert!(
        problem.message.contains("\"check\" (40 of 40 options are answers; by chance 13)"),
        "{}",
        problem.message
    );
    assert!(problem.message.contains("words of promising (0 of 40"), "{}", problem.message);
}

#[test]
fn a_template_filled_in_many_times_is_one_finding() {
    // What the bank says of 3,000 questions that differ in a word each stays as short as of three.
    for n in [3, 3_000] {
        let questions = (0..n)
            .map(|at| {
                let mut parts = samples::parts(&format!("q{at}"), "t", 3);
                parts.stem = format!(
                    "A visitor with badge number {at} waits at the north gate. What does the guard do?"
                );
                parts.keys = vec![String::from("Greet the visitor and look at the badge")];
                Question::new(parts).expect("a question")
            })
            .collect();
        let problems = lint(&made(questions), None).problems;
        let of = |rule: &str| problems.iter().filter(|problem| problem.rule == rule).collect::<Vec<_>>();
        let (alike, cues) = (of("near-duplicate"), of("cue-across-items"));
        assert_eq!((alike.len(), cues.len()), (1, 1), "{n}: {alike:#?} {cues:#?}");
        assert!(alike[0].message.starts_with(&format!("{n} questions share ")), "{}", alike[0].message);
        assert!(alike[0].message.len() < 200 && cues[0].message.len() < 200);
    }
}
