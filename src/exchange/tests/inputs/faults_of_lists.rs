//! Each file in which an import once went wrong, with what is right.

use super::{check_bytes, import};

macro_rules! fixture {
    ($name:literal) => {
        ($name, &include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/imports/", $name))[..])
    };
}

fn fault((name, bytes): (&str, &[u8]), expected: &[&str]) {
    check_bytes(name, bytes, expected);
}

#[test]
fn faults_of_gift() {
    fault(
        fixture!("category-parents.gift"),
        &[
            "gift: 2 read, 0 skipped",
            "Who opens the gate? (gate-test-questions) + The guard - The driver - The tenant",
            "Who sits at the desk? (night-desk-test-questions) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("category-merge.gift"),
        &[
            "gift: 2 read, 0 skipped",
            "Who opens the gate? (vorota-1) + The guard - The driver - The tenant",
            "Who sits at the desk? (stoika-1) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("explanation-letter.gift"),
        &[
            "gift: 1 read, 0 skipped",
            "Who opens the gate? (explanation-letter) + The guard - The driver - The tenant ! B is right, since only he has the key. fixed",
            "1 letters: \"B is\" names an option by its letter",
        ],
    );
    fault(
        fixture!("gift-no-blank-line.gift"),
        &[
            "gift: 3 read, 0 skipped",
            "Who opens the gate? (gate) + The guard - The driver - The tenant",
            "Who shuts the gate? (gate) + The guard - The driver - The tenant",
            "Who locks the gate? (gate) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("gift-percent-on-key.gift"),
        &[
            "gift: 1 read, 0 skipped",
            "Who may hold the master key? (gift-percent-on-key) + The shift leader - The tenant (He has his own key.) - The visitor (Never.) - The cleaner (Only while watched.) ! As the orders say.",
        ],
    );
    fault(
        fixture!("gift-tilde-equals.gift"),
        &[
            "gift: 2 read, 0 skipped",
            "The gate is opened by _____. (gift-tilde-equals) + the guard - the driver - the tenant",
            "Who shuts it? (gift-tilde-equals) + The guard - The driver - The tenant",
        ],
    );
    fault(
        fixture!("superscript.gift"),
        &[
            "gift: 1 read, 0 skipped",
            "How far does the radio reach, in metres? (superscript) + 10³ - 10² - 10⁵",
        ],
    );
    fault(
        fixture!("typed-letters.gift"),
        &[
            "gift: 1 read, 0 skipped",
            "Who opens the gate? (typed-letters) + The guard - The driver - The tenant - Both a) and c) fixed",
            "1 letters: \"Both a) and c)\" names an option by its letter",
            "changed: letters typed before the options, taken off (4) in Gate",
        ],
    );
    let (_, utf16) = import("utf16.gift", fixture!("utf16.gift").1);
    assert_eq!(utf16.bank.questions()[0].stem, "Who opens the gate?");
    let (_, ids) = import("category-ids.gift", fixture!("category-ids.gift").1);
    let topics: Vec<(&str, &str)> =
        ids.bank.topics().iter().map(|topic| (topic.id.as_str(), topic.title.as_str())).collect();
    assert_eq!(
        topics,
        [
            ("vorota-1", "Ворота 1"),
            ("stoika-1", "Стойка 1"),
            ("da-men", "大门"),
            ("tur-und-tor", "Tür und Tor"),
            ("laka-i-zrodlo", "Łąka i żródło"),
        ]
    );
}
