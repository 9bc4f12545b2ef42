//! A bounded set of cases for every reader. `tests/fuzz/run` runs more of them, with `GUARDPREP_FUZZ_CASES` and
//! `GUARDPREP_FUZZ_SEED`.

use std::time::Instant;

use crate::fuzzing::campaign::Campaign;
use crate::fuzzing::readers::readers;

/// For each reader, where nobody asks for more.
const CASES: u64 = 16;

#[expect(clippy::disallowed_methods, reason = "the number of cases is asked for by tests/fuzz/run")]
fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
#[expect(clippy::disallowed_methods, reason = "how long it took is said, and nothing depends on it")]
fn every_reader_holds_what_is_promised() {
    let (cases, seed) = (asked("GUARDPREP_FUZZ_CASES", CASES), asked("GUARDPREP_FUZZ_SEED", 1));
    let readers = readers();
    let lines = crate::parallel::each(&readers, |reader| {
        let began = Instant::now();
        let mut campaign = Campaign::new(reader, seed);
        while campaign.cases < cases {
            let bytes = campaign.next();
            campaign.check(bytes);
        }
        let failed: Vec<String> = campaign
            .crashes
            .iter()
            .map(|crash| {
                format!("{}: {}\n    with \"{}\"", reader.name, crash.message, crash.bytes.escape_ascii())
            })
            .collect();
        let line = format!(
            "{:24} {:8} cases {:8.1} s {:4} crashes",
            reader.name,
            campaign.cases,
            began.elapsed().as_secs_f64(),
            campaign.crashes.len()
        );
        (line, failed)
    });
    let failed: Vec<&String> = lines.iter().flat_map(|(_, failed)| failed).collect();
    for (line, _) in &lines {
        println!("{line}");
    }
    println!("seed {seed}; {} readers", readers.len());
    assert!(
        failed.is_empty(),
        "{} failures:\n{}",
        failed.len(),
        failed.iter().map(|f| f.as_str()).collect::<Vec<_>>().join("\n\n")
    );
}

#[test]
fn every_reader_has_files_to_begin_with() {
    for reader in readers() {
        assert!(!reader.seeds.is_empty(), "{} has none", reader.name);
    }
}
