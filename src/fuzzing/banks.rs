//! Files of ours that people write by hand: banks, exam profiles; and what classes showed.

use std::sync::{Arc, OnceLock};

use super::dice::hash;
use super::invariants::{bank, harmless, problems};
use crate::analysis::{Shown, Statistics, read_statistics, write_statistics};
use crate::bank::{Bank, Question};
use crate::bank_file::{self, Joined, join};
use crate::diagnostic::{Diagnostic, Source, alike, sort};
use crate::exam::{self, ExamRequest, Profiles, Setup, draw};
use crate::lint;

/// A file as text; a bank that is not UTF-8 is refused before it is read.
pub(super) fn source(bytes: &[u8]) -> Arc<Source> {
    Source::new("file.toml", String::from_utf8_lossy(bytes))
}

/// The bank of the fixtures, which everything is read for that needs one.
pub(super) fn desk() -> &'static Bank {
    static DESK: OnceLock<Bank> = OnceLock::new();
    DESK.get_or_init(|| {
        let text = include_str!("../../tests/fixtures/responses/desk.toml");
        join(vec![vec![bank_file::read(&Source::new("desk.toml", text))]]).bank
    })
}

/// `check`: read, joined, and looked at by every rule.
pub(super) fn check_bank(_: &str, bytes: &[u8]) -> u64 {
    let source = source(bytes);
    let read = || {
        let file = bank_file::read(&source);
        let own = file.problems.clone();
        (own, join(vec![vec![file]]))
    };
    let (own, joined) = read();
    assert!(joined.problems.starts_with(&own), "a problem got lost");
    assert_eq!(joined.places.len(), joined.bank.questions().len());
    // Of what an error was told, some is there all the same.
    let known: &[&str] = if own.iter().any(Diagnostic::is_error) {
        &["undeclared-objective", "id-form", "duplicate-id"]
    } else {
        &[]
    };
    bank(&joined.bank, known);
    let mut signs = problems(&joined.problems, bytes);
    let found = lint::lint(&joined, None).problems;
    signs ^= problems(&found, bytes).rotate_left(17);
    let mut all: Vec<Diagnostic> = joined.problems.iter().cloned().chain(found).collect();
    sort(&mut all);
    let told: usize = alike(&all).iter().map(|group| 1 + usize::from(group.rest().is_some())).sum();
    assert!(told >= usize::from(!all.is_empty()));
    if hash(bytes).is_multiple_of(4) {
        let (_, again) = read();
        assert_eq!(
            (&again.bank, &again.problems),
            (&joined.bank, &joined.problems),
            "not the same when read again"
        );
        assert_eq!(lint::lint(&again, None).problems, lint::lint(&joined, None).problems);
        // Twice in one layer: every question of the second is told, and nothing is asked twice.
        let twice = join(vec![vec![bank_file::read(&source), bank_file::read(&source)]]);
        assert_eq!(twice.bank, joined.bank);
    }
    signs ^ joined.bank.questions().len().min(9) as u64
}

/// Profiles of exams, and an exam drawn by each.
pub(super) fn check_profiles(_: &str, bytes: &[u8]) -> u64 {
    let source = source(bytes);
    let file = exam::read(&source);
    let signs = problems(&file.problems, bytes);
    assert_eq!(exam::read(&source).profiles, file.profiles, "not the same when read again");
    let profiles = Profiles::with([file.clone()]);
    let bank = desk();
    let questions: Vec<&Question> = bank.questions().iter().collect();
    for profile in &file.profiles {
        for text in [&profile.id, &profile.title, &profile.place, &profile.source, &profile.year] {
            harmless(text);
        }
        for paper in &profile.papers {
            let sum: u64 = paper.weights.iter().map(|(_, share)| u64::from(*share)).sum();
            assert!(paper.weights.is_empty() || sum == 100, "shares of {sum}%");
        }
        let Ok(setup) = Setup::new(Some(profile), &ExamRequest::default()) else { continue };
        let aim = setup.aim(&profiles.blueprint, bank);
        assert!(aim.weights().iter().all(|(_, share)| (0.0..=1.0).contains(share)));
        let drawn = draw(&setup, &questions, &profiles.blueprint, |_| None, 1);
        assert!(drawn.len() <= drawn.wanted && drawn.len() <= questions.len());
        drawn.begin(0);
    }
    signs ^ file.profiles.len().min(9) as u64
}

/// What classes showed: read, written, read again, held against a bank.
pub(super) fn check_statistics(_: &str, bytes: &[u8]) -> u64 {
    match read_statistics(&source(bytes)) {
        Ok(statistics) => {
            let mut signs = written_again(&statistics);
            let bank = desk();
            let figures = bank.questions().iter().filter(|q| matches!(statistics.of(q), Shown::Figures(_)));
            signs ^= figures.count() as u64;
            let joined = Joined { bank: Bank::default(), ..Joined::default() };
            signs ^ problems(&lint::lint(&joined, Some(&statistics)).problems, bytes)
        }
        Err(found) => {
            assert!(found.iter().any(Diagnostic::is_error), "refused without a word");
            problems(&found, bytes)
        }
    }
}

/// What is written of statistics is read back as it was.
pub(super) fn written_again(statistics: &Statistics) -> u64 {
    let text = write_statistics(statistics);
    let again = read_statistics(&Source::new("again.toml", text.as_str()));
    assert_eq!(again.as_ref(), Ok(statistics), "{text}");
    statistics.classes().len().min(9) as u64
}
