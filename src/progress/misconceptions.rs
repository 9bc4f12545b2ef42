//! What looks known and is not: wrong options chosen again and again, and right ones that were guesses.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Attempt, History, Millis};
use crate::bank::{Bank, Question};

/// The same wrong option, chosen at least twice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Misconception<'b> {
    pub(crate) question: &'b Question,
    /// The number of the wrong option ([`Question::option`]).
    pub(crate) option: usize,
    /// How often it was chosen.
    pub(crate) times: usize,
    /// When it was chosen last.
    pub(crate) last: Millis,
    /// The place of that answer in the log.
    place: usize,
}

/// Why what somebody seems to know, or is sure of, is to be asked again soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Doubt {
    /// A misconception stands.
    Misconception,
    /// The last answer was right, by a guess.
    Guess,
}

/// What the answers to a question (oldest first) leave in doubt.
pub(super) fn doubt(question: &Question, attempts: &[Attempt], history: &History) -> Option<Doubt> {
    if !of_question(question, attempts, history).is_empty() {
        return Some(Doubt::Misconception);
    }
    attempts.last().filter(|last| last.correct && last.guessed).map(|_| Doubt::Guess)
}

/// How often a wrong option has to be chosen.
const TIMES: usize = 2;

/// The misconceptions that still stand, the most frequent first, then the newest. Only answers to the question as it is
/// now count, and only options that it still has. A misconception stands until the question is answered right, and not by
/// a guess, after the option was chosen last.
pub(crate) fn misconceptions<'b>(bank: &'b Bank, history: &History) -> Vec<Misconception<'b>> {
    let mut found: Vec<Misconception<'b>> = bank
        .questions()
        .iter()
        .flat_map(|question| of_question(question, &history.attempts(question).collect::<Vec<_>>(), history))
        .collect();
    found.sort_by_key(|one| Reverse((one.times, one.place)));
    found
}

fn of_question<'b>(
    question: &'b Question,
    attempts: &[Attempt],
    history: &History,
) -> Vec<Misconception<'b>> {
    let known = attempts.iter().rposition(Attempt::knew);
    // Of each thing that was said and wrong: how often, and the last time.
    let mut wrong: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    // Nearly every question: what was known better since is not worth a look at each option.
    if known.is_none_or(|known| known + 1 < attempts.len()) {
        for (at, attempt) in attempts.iter().enumerate().filter(|(_, attempt)| !attempt.correct) {
            let (times, last) = wrong.entry(attempt.said).or_default();
            (*times, *last) = (*times + 1, at);
        }
    }
    if wrong.is_empty() {
        return vec![];
    }
    let of_option = |option: usize| {
        let text = question.option(option);
        let is_chosen = |at: usize| history.chosen(&attempts[at]).iter().any(|one| one == text);
        let chosen = wrong.values().filter(|(_, last)| is_chosen(*last));
        let (times, last) =
            chosen.fold((0, None), |(sum, newest), (times, last)| (sum + times, newest.max(Some(*last))));
        let last = last.filter(|last| known < Some(*last) && times >= TIMES)?;
        let (place, last) = (attempts[last].place, attempts[last].at);
        Some(Misconception { question, option, times, last, place })
    };
    (0..question.option_count()).filter(|&option| !question.is_key(option)).filter_map(of_option).collect()
}

/// The questions whose last answer was right and a guess, the newest first.
pub(crate) fn lucky_guesses<'b>(bank: &'b Bank, history: &History) -> Vec<&'b Question> {
    let lucky = |question: &'b Question| {
        let last = history.attempts(question).next_back()?;
        (last.correct && last.guessed).then_some((Reverse(last.place), question))
    };
    let mut found: Vec<(Reverse<usize>, &Question)> = bank.questions().iter().filter_map(lucky).collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, question)| question).collect()
}
