//! Notes that read as cards become questions, once it is known how the backs of all of them are meant.

use std::ops::Range;

use super::card::Card;
use super::tag::decoded;
use crate::exchange::intake::{Draft, Intake, TopicDraft};
use crate::exchange::keys::{Decision, Habit, decide};

/// A note that reads as a card, with what else is known of it.
pub(super) struct Ready {
    pub(super) span: Range<usize>,
    pub(super) id: String,
    /// The title of its deck.
    pub(super) deck: String,
    pub(super) tags: String,
    /// Fields behind the two sides that hold something.
    pub(super) others: usize,
    pub(super) card: Card,
}

/// Adds notes of one file or one type.
pub(super) fn add_all(intake: &mut Intake<'_>, notes: Vec<Ready>) {
    let Some(habit) = habit(intake, &notes) else { return };
    for mut note in notes {
        match note.card.settle(habit) {
            Ok(()) => add(intake, note),
            Err(reason) => intake.skip("no-key", note.span, reason, ""),
        }
    }
}

/// How the backs of foreign cards are meant, or nothing where nobody can know.
fn habit(intake: &mut Intake<'_>, notes: &[Ready]) -> Option<Habit> {
    let answered = || notes.iter().filter(|note| note.card.answer.is_some());
    let answers: Vec<_> =
        answered().map(|note| (note.card.answer.clone().unwrap_or_default(), note.card.choices())).collect();
    let asked = intake.options().answers;
    match asked.map_or_else(|| decide(&answers, false), |habit| Ok(Decision { habit, telling: false })) {
        Ok(decision) => {
            if decision.telling {
                intake.say(format!("the answers {}", decision.habit.in_words()));
            }
            Some(decision.habit)
        }
        Err(undecided) => {
            let span = answered().nth(undecided.row).map_or(0..0, |note| note.span.clone());
            intake.problem("answers", span, undecided.message, &undecided.help);
            None
        }
    }
}

fn add(intake: &mut Intake<'_>, note: Ready) {
    let Ready { span, id, deck, tags, others, card } = note;
    let title = if card.topic.is_empty() { deck } else { card.topic };
    let mut draft = Draft {
        id,
        topic: TopicDraft { title, ..TopicDraft::default() },
        stem: card.stem,
        options: card.options,
        fixed: card.fixed,
        explanation: card.explanation,
        source: card.source,
        span,
        ..Draft::default()
    };
    let foreign = tags.split_whitespace().filter(|tag| !take_tag(tag, &mut draft)).count();
    if let Some(id) = intake.add(&draft) {
        let mut lost = card.lost;
        lost.sort_unstable();
        lost.dedup();
        intake.lose(&id, [("tags", foreign), ("fields", others)]);
        intake.lose(&id, lost.into_iter().map(|what| (what, 1)));
    }
}

/// Takes one tag into a draft; false for one that is none of ours.
fn take_tag(tag: &str, draft: &mut Draft) -> bool {
    let Some((name, value)) = tag.split_once("::") else { return false };
    draft.take(name, decoded(value))
}
