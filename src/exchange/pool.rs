//! Questions with more distractors than are to be shown: a pool, of which an export may draw.

use super::export::lay_out;
use super::loss::Loss;
use crate::bank::{Bank, Parts, Question};

/// The bank with `shown` options a question at most: every key, and distractors drawn by the seed; and what was left
/// behind.
pub(crate) fn draw(bank: &Bank, shown: usize, seed: u64) -> (Bank, Loss) {
    let mut drawn = Bank::default();
    let mut loss = Loss::default();
    for topic in bank.topics() {
        let questions: Vec<Question> =
            bank.questions_of(&topic.id).map(|question| smaller(question, shown, seed)).collect();
        for question in &questions {
            let before = bank.question(&question.id).map_or(0, Question::option_count);
            let what = format!("distractors beyond {shown} options");
            loss.drop(&question.id, &what, before - question.option_count());
        }
        drawn.add(topic.clone(), questions);
    }
    (drawn, loss)
}

fn smaller(question: &Question, shown: usize, seed: u64) -> Question {
    let keys = question.keys.len();
    let room = shown.saturating_sub(keys).max(1);
    if question.distractors.len() <= room {
        return question.clone();
    }
    let mut parts: Parts = (**question).clone();
    // Without its order, so that the draw is even.
    let plain = Question::new(Parts { order: vec![], ..parts.clone() }).unwrap_or_else(|_| question.clone());
    let mut kept: Vec<usize> =
        lay_out(&plain, seed).into_iter().filter(|&option| option >= keys).take(room).collect();
    kept.sort_unstable();
    parts.distractors = kept.iter().map(|&option| question.distractors[option - keys].clone()).collect();
    let shown: Vec<&String> = parts.keys.iter().chain(parts.distractors.iter().map(|d| &d.text)).collect();
    parts.order = question.order.iter().filter(|text| shown.contains(text)).cloned().collect();
    Question::new(parts).unwrap_or_else(|_| question.clone())
}
