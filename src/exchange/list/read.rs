//! A list as questions.

use super::answer::letters;
use super::block::{Block, Choice, List};
use super::code::with_code;
use super::key::{Right, are_texts, marked, right};
use super::keys::keyed;
use super::line::Typed;
use super::reader::gather;
use super::strict::strict;
use crate::exchange::aiken::unguarded;
use crate::exchange::html::Plain;
use crate::exchange::intake::{Draft, Intake, OptionDraft, Word, means, short, true_or_false};
use crate::exchange::markup::unmarked;
use crate::exchange::text::{letter, letter_index};
use crate::exchange::wrapped::unwrapped;
use crate::exchange::{ImportOptions, Imported};

/// How the texts of a list are to be read.
#[derive(Clone, Copy)]
struct Habit {
    /// Nothing in a text means anything: strict Aiken.
    verbatim: bool,
    /// Signs of Markdown are signs.
    markdown: bool,
    /// Answers are texts of options, not letters.
    texts: bool,
}

pub(in crate::exchange) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let typed = lines(&source.text);
    let markdown = is_markdown(&source.text);
    read_into(&mut intake, &typed, markdown);
    intake.finish()
}

/// The lines of a text, none of which stands out.
pub(in crate::exchange) fn lines(text: &str) -> Vec<Typed<'_>> {
    let mut at = 0;
    let mut typed = vec![];
    for raw in text.split_inclusive('\n') {
        let lead = raw.len() - raw.trim_start().len();
        let end = at + raw.trim_end().len();
        typed.push(Typed {
            text: raw.trim_end_matches(['\n', '\r']),
            span: (at + lead).min(end)..end,
            stands_out: false,
        });
        at += raw.len();
    }
    typed
}

fn is_markdown(text: &str) -> bool {
    let sign = |line: &str| {
        line.starts_with('#') && line.trim_start_matches('#').starts_with(' ')
            || line.trim_start().starts_with("```")
    };
    text.contains("**") || text.contains("](") || text.lines().any(sign)
}

/// Reads what was typed, whatever file it comes from.
pub(in crate::exchange) fn read_into(intake: &mut Intake<'_>, typed: &[Typed<'_>], markdown: bool) {
    if let Some(blocks) = strict(typed) {
        let habit = Habit { verbatim: true, markdown: false, texts: false };
        for block in blocks {
            read_block(intake, block, habit);
        }
        return;
    }
    let List { mut blocks, keys, strays } = gather(typed);
    for stray in strays {
        if stray.is_error {
            intake.problem("stray-line", stray.span, stray.reason, "");
        } else {
            intake.note("stray-text", stray.span, stray.reason, "");
        }
    }
    for (span, reason) in keyed(&mut blocks, &keys) {
        intake.problem(
            "answer-key",
            span,
            reason,
            "write `1. b`, one line for each question, with its number",
        );
    }
    let habit = Habit { verbatim: false, markdown, texts: are_texts(&blocks) };
    for block in blocks {
        read_block(intake, block, habit);
    }
}

fn read_block(intake: &mut Intake<'_>, mut block: Block, habit: Habit) {
    let span = block.span.clone();
    let mut choices = if block.options.is_empty() {
        std::mem::take(&mut block.bullets)
    } else {
        std::mem::take(&mut block.options)
    };
    if choices.is_empty() && !truth(&block, &mut choices) {
        without_options(intake, &block);
        return;
    }
    if block.torn || choices.len() > 100 {
        intake.skip("no-question", span, "the letters of its options are not in order", "");
        return;
    }
    let starred = if habit.verbatim { vec![] } else { marked(&mut choices) };
    let mut lost = vec![];
    let mut read = |text: &str| {
        let plain = text_of(text, habit);
        lost.extend(plain.lost);
        plain.text
    };
    let mut stem = read(&unguarded(&with_code(&block.stem)));
    if block.answer.is_none() && starred.is_empty() {
        // `谁开门？（ B ）`: the answer stands in the question.
        block.answer = in_parentheses(&mut stem, choices.len()).map(|letters| (letters, span.clone()));
    }
    let answer = block.answer.as_ref().map(|(answer, _)| answer.as_str());
    let found = if habit.verbatim {
        let place = answer.and_then(letter_index).filter(|place| *place < choices.len());
        Ok(Right { places: place.into_iter().collect(), ..Right::default() })
    } else {
        right(&choices, answer, &starred, habit.texts)
    };
    let texts: Vec<String> = choices.iter().map(|choice| read(&with_code(&choice.typed()))).collect();
    let right = match found {
        Ok(right) => right,
        Err(reason) => {
            let help = "write `ANSWER: B` under the options, or `*` before the right one";
            let option = |text: String| OptionDraft { text, ..OptionDraft::default() };
            let options = texts.into_iter().map(option).collect();
            let place = block.answer.map_or(span, |(_, place)| place);
            intake.refuse(&Draft { span: place, stem, options, ..Draft::default() }, "no-key", reason, help);
            return;
        }
    };
    if let Some(note) = &right.note {
        intake.note("answer", span.clone(), note.clone(), "look whether it is the right one");
    }
    if let Some(gap) = gap(&choices) {
        intake.note(
            "letters",
            span.clone(),
            gap,
            "the answer was taken by its letter; look whether it is the right one",
        );
    }
    let mut explanation: Vec<String> = vec![];
    if !block.explanation.is_empty() {
        explanation.push(read(&block.explanation.join("\n")));
    }
    if !right.reason.is_empty() {
        explanation.push(read(&right.reason));
    }
    let mut praise: Vec<String> = block.praise.iter().map(|text| read(text)).collect();
    let mut options = vec![];
    for (at, (choice, text)) in choices.iter().zip(texts).enumerate() {
        let is_right = right.places.contains(&at);
        let why = read(&choice.why.join("\n"));
        if is_right && !why.is_empty() {
            praise.push(why.clone());
        }
        options.push(OptionDraft { text, right: is_right, why: if is_right { String::new() } else { why } });
    }
    let mut unused = 0;
    if explanation.is_empty() {
        explanation = praise;
    } else {
        unused = praise.len();
    }
    let draft = Draft {
        span,
        name: block.title.clone(),
        topic: block.topic.clone(),
        stem,
        options,
        explanation: explanation.join("\n"),
        source: read(&block.source),
        ..Draft::default()
    };
    if let Some(id) = intake.add(&draft) {
        intake.loss.drop(&id, "feedback on right answers", unused);
        lost.extend(block.lost);
        lost.sort_unstable();
        for (at, what) in lost.iter().enumerate() {
            // Points and hints are counted, formatting is named once.
            if at == 0 || lost[at - 1] != *what {
                intake.loss.drop(&id, what, lost.iter().filter(|other| *other == what).count());
            }
        }
    }
}

fn text_of(text: &str, habit: Habit) -> Plain {
    if habit.verbatim {
        return Plain { text: text.to_owned(), lost: vec![] };
    }
    let text = unwrapped(text);
    if habit.markdown { unmarked(&text) } else { Plain { text, lost: vec![] } }
}

/// A statement whose answer says that it is true or false gets these two options.
fn truth(block: &Block, choices: &mut Vec<Choice>) -> bool {
    let Some((answer, place)) = &block.answer else { return false };
    if !means(Word::True, answer) && !means(Word::False, answer) {
        return false;
    }
    let texts = true_or_false(answer).map_or(["True", "False"].map(String::from), |(texts, _)| texts);
    let choice = |text: String| Choice { lines: vec![(text, place.clone())], ..Choice::default() };
    choices.extend(texts.map(choice));
    true
}

fn without_options(intake: &mut Intake<'_>, block: &Block) {
    let quoted = short(&block.stem.join(" "));
    if block.answer.is_none() && !quoted.ends_with(['?', '？']) && block.number.is_none() {
        intake.note(
            "stray-text",
            block.span.clone(),
            format!("this text belongs to no question: \"{quoted}\""),
            "",
        );
    } else {
        let help = "options begin with `A)`, `B)`, ..., each on a line of its own";
        intake.skip(
            "no-question",
            block.span.clone(),
            format!("there are no options under \"{quoted}\""),
            help,
        );
    }
}

/// Takes the letters out of the last parentheses of a question; what they were is left empty.
fn in_parentheses(stem: &mut String, options: usize) -> Option<String> {
    let (open, close) = [('（', '）'), ('(', ')')]
        .into_iter()
        .find(|(open, close)| stem.contains(*open) && stem.contains(*close))?;
    let at = stem.rfind(open)?;
    let end = at + stem[at..].find(close)?;
    let inner = stem[at + open.len_utf8()..end].trim().to_owned();
    let places = letters(&inner).filter(|places| places.iter().all(|&place| place < options))?;
    let capitals = inner.chars().all(|c| !c.is_alphabetic() || c.is_uppercase());
    if !capitals || places.is_empty() {
        return None;
    }
    stem.replace_range(at + open.len_utf8()..end, " ");
    let text = stem.trim_end().trim_end_matches([open, close, ' ']).to_owned();
    if text.len() + 8 >= stem.trim_end().len() && stem.trim_end().ends_with(close) {
        *stem = text;
    }
    Some(inner)
}

/// A letter that was left out.
fn gap(choices: &[Choice]) -> Option<String> {
    let letters: Vec<usize> =
        choices.iter().filter_map(|choice| choice.letter.map(|letter| letter.index)).collect();
    let at = letters.windows(2).position(|pair| pair[1] > pair[0] + 1)?;
    Some(format!("after option {} comes {}", letter(letters[at]), letter(letters[at + 1])))
}
