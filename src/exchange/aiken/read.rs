//! A list as questions.

use std::collections::BTreeMap;

use super::blocks::{Block, Choice, List, read};
use super::guard::{GUARD, needs_guard};
use super::line::{Line, line};
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft, short};
use crate::exchange::keys::{Habit, read as read_answer};
use crate::exchange::text::letter;
use crate::exchange::{ImportOptions, Imported};

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(16_384)]);
    if text.trim_start_matches('\u{feff}').trim_start().starts_with(['<', '{', '[', '#', '$']) {
        return 0;
    }
    let (mut answers, mut options, mut stars, mut numbers) = (0, 0, 0, 0);
    for text in text.lines() {
        match line(text) {
            Line::Answer(_) => answers += 1,
            Line::Lettered(_, starred, _) | Line::Box(starred, _) => {
                options += 1;
                stars += usize::from(starred);
            }
            Line::Numbered(..) => numbers += 1,
            _ => {}
        }
    }
    match (options > 1, answers > 0, stars + numbers > 0) {
        (true, true, _) => 90,
        (true, false, true) => 70,
        (true, ..) => 30,
        _ => 0,
    }
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let List { blocks, answers, strays } = read(&source.text);
    for (span, reason) in strays {
        intake.problem("stray-line", span, reason.to_owned(), "");
    }
    let answers: BTreeMap<usize, String> = answers.into_iter().collect();
    for block in blocks {
        read_block(&mut intake, &block, &answers);
    }
    intake.finish()
}

fn read_block(intake: &mut Intake<'_>, block: &Block, answers: &BTreeMap<usize, String>) {
    let span = block.span.clone();
    let stem = block.stem.join(" ");
    if block.options.is_empty() {
        let quoted = short(&stem);
        if block.answer.is_none() && !stem.ends_with('?') && block.number.is_none() {
            intake.note("stray-text", span, format!("this text belongs to no question: \"{quoted}\""), "");
        } else {
            let help = "options begin with `A)`, `B)`, ..., each on a line of its own";
            intake.skip("no-question", span, format!("there are no options under \"{quoted}\""), help);
        }
        return;
    }
    if block.torn || block.options.len() > 100 {
        intake.skip("no-question", span, "two of its options read the same", "");
        return;
    }
    let listed = block.number.and_then(|number| answers.get(&number));
    let right = match right(block, block.answer.as_ref().or(listed)) {
        Ok(right) => right,
        Err(reason) => {
            intake.skip(
                "no-key",
                span,
                reason,
                "write `ANSWER: B` under the options, or `*` before the right one",
            );
            return;
        }
    };
    if let Some(gap) = gap(block) {
        intake.note(
            "letters",
            block.span.clone(),
            gap,
            "the answer was taken by its letter; look whether it is the right one",
        );
    }
    let mut explanation = block.explanation.clone();
    let options = block.options.iter().enumerate().map(|(at, option)| {
        let right = right.contains(&at);
        if right && !option.why.is_empty() {
            explanation.push(option.why.clone());
        }
        OptionDraft {
            text: option.text(),
            right,
            why: if right { String::new() } else { option.why.clone() },
        }
    });
    let options = options.collect();
    let stem =
        stem.strip_prefix(GUARD).filter(|rest| needs_guard(rest)).map(ToOwned::to_owned).unwrap_or(stem);
    let draft = Draft {
        span,
        name: block.title.clone(),
        topic: TopicDraft { title: block.topic.clone(), ..TopicDraft::default() },
        stem,
        options,
        explanation: explanation.join("\n"),
        ..Draft::default()
    };
    if let Some(id) = intake.add(&draft) {
        intake.loss.drop(&id, "feedback on wrong answers as a whole", block.unused);
    }
}

/// The places of the right options.
fn right(block: &Block, answer: Option<&String>) -> Result<Vec<usize>, String> {
    let starred: Vec<usize> =
        block.options.iter().enumerate().filter(|(_, option)| option.starred).map(|(at, _)| at).collect();
    let Some(answer) = answer else {
        return if starred.is_empty() {
            Err(String::from("no option is marked as right"))
        } else {
            Ok(starred)
        };
    };
    let label = |at: usize| block.options[at].letter.unwrap_or(at);
    let labels: Vec<usize> = (0..block.options.len()).map(label).collect();
    if labels.iter().enumerate().any(|(at, label)| labels[..at].contains(label)) {
        return Err(String::from("two options have the same letter"));
    }
    let texts: Vec<String> = block.options.iter().map(Choice::text).collect();
    let options: Vec<(usize, &str)> =
        texts.iter().enumerate().map(|(at, text)| (labels[at], text.as_str())).collect();
    let habit = if answer.starts_with(|c: char| c.is_ascii_digit()) { Habit::From1 } else { Habit::Letters };
    let found = read_answer(answer, &options, habit, false)?;
    let places: Vec<usize> = (0..labels.len()).filter(|&at| found.contains(&labels[at])).collect();
    if !starred.is_empty() && starred != places {
        return Err(String::from("the starred option and the answer are not the same"));
    }
    Ok(places)
}

/// A letter that was left out.
fn gap(block: &Block) -> Option<String> {
    let letters: Vec<usize> = block.options.iter().filter_map(|option| option.letter).collect();
    let at = letters.windows(2).position(|pair| pair[1] > pair[0] + 1)?;
    Some(format!("after option {} comes {}", letter(letters[at]), letter(letters[at + 1])))
}
