//! What a person earns who knows nothing: no more than a coin.

use serde_json::Value;

use super::none;
use crate::support::Sandbox;

fn checked() -> Value {
    let checked = Sandbox::new().run(&["check", "--strict", "--json"], "").ended_with(0).stdout;
    serde_json::from_str(&checked).unwrap()
}

#[test]
fn check_finds_nothing_and_no_rule_of_thumb_earns_five_points() {
    let checked = checked();
    let found = checked["problems"].as_array().unwrap();
    none(
        &found
            .iter()
            .map(|problem| format!("{}: {}", problem["rule"], problem["message"]))
            .collect::<Vec<_>>(),
    );
    let cues = checked["bank"]["cues"].as_array().unwrap();
    assert!(cues.len() >= 8, "{cues:?}");
    for cue in cues {
        let excess = cue["excess_points"].as_f64().unwrap();
        assert!(excess <= 5.0, "choosing the {} earns {excess:.1} points", cue["name"]);
    }
}

/// For each word and each class of words in at least twelve options, the share of answers among these lies between half
/// and one and a half times chance.
#[test]
fn no_word_gives_an_option_away() {
    let checked = checked();
    let balance = checked["bank"]["word_balance"].as_array().unwrap();
    assert!(balance.len() > 100, "{} words", balance.len());
    let wrong = balance.iter().filter(|word| word["lopsided"].as_bool().unwrap());
    none(
        &wrong
            .map(|word| {
                let (name, keys, options) = (&word["name"], &word["keys"], &word["options"]);
                format!("{name}: {keys} of {options}, {:.2} times chance", word["ratio"].as_f64().unwrap())
            })
            .collect::<Vec<_>>(),
    );
}
