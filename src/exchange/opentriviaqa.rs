//! Open Trivia QA: `#Q` and the question, `^` and the right answer, then the options behind their letters.

use super::intake::{Draft, Intake, OptionDraft, decode, short};
use super::text::letter_index;
use super::{Format, Import, ImportOptions, Imported};

pub(super) const FORMAT: Format = Format {
    name: "opentriviaqa",
    summary: "Open Trivia QA text: #Q, ^ and lettered options",
    extension: "txt",
    loses: &[],
    export: None,
    import: Some(Import { read: import, likeness }),
};

/// More options than these files have.
const MOST: usize = 6;

fn likeness(bytes: &[u8]) -> u8 {
    let text = decode(&bytes[..bytes.len().min(16_384)]).text;
    let begins = |mark: &str| text.lines().any(|line| line.starts_with(mark));
    if begins("#Q ") && begins("^ ") { 97 } else { 0 }
}

fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let mut draft = Draft::default();
    // Of the right answer, nothing yet, its text.
    let mut answer: Option<String> = None;
    let mut at = 0;
    for raw in source.text.split_inclusive('\n') {
        let (start, line) = (at, raw.trim());
        at += raw.len();
        let span = start..start + raw.trim_end().len();
        if let Some(stem) = line.strip_prefix("#Q") {
            finish(&mut intake, std::mem::take(&mut draft), answer.take());
            stem.trim().clone_into(&mut draft.stem);
            draft.span = span;
            continue;
        }
        if line.is_empty() {
            continue;
        }
        if draft.stem.is_empty() {
            let message = format!("this text belongs to no question: \"{}\"", short(line));
            intake.note("stray-text", span, message, "");
            continue;
        }
        draft.span.end = span.end;
        // A letter too far is an option, too, as long as it can be one; a later one begins a text.
        let expected = draft.options.len();
        let label = line.split_once(' ').filter(|(label, _)| {
            let is_letter = label.len() == 1 && label.chars().all(char::is_uppercase);
            is_letter && letter_index(label).is_some_and(|at| at == expected || at > expected && at < MOST)
        });
        match (line.strip_prefix('^'), label) {
            (Some(text), _) if answer.is_none() => answer = Some(text.trim().to_owned()),
            (_, Some((name, text))) if answer.is_some() => {
                if letter_index(name) != Some(expected) {
                    let message = format!("the option before `{name}` is not there, or has another letter");
                    intake.note("letters", span, message, "");
                }
                draft.options.push(OptionDraft { text: text.trim().to_owned(), ..OptionDraft::default() });
            }
            // A line that goes on with the one before it.
            _ => {
                let goes_on = draft.options.last_mut().map(|option| &mut option.text).or(answer.as_mut());
                let text = goes_on.unwrap_or(&mut draft.stem);
                *text = format!("{text} {line}");
            }
        }
    }
    finish(&mut intake, draft, answer);
    intake.finish()
}

fn finish(intake: &mut Intake<'_>, mut draft: Draft, answer: Option<String>) {
    if draft.stem.is_empty() && draft.options.is_empty() && answer.is_none() {
        return;
    }
    let answer = answer.unwrap_or_default();
    let place = draft.options.iter().position(|option| option.text.eq_ignore_ascii_case(&answer));
    if let Some(place) = place {
        draft.options[place].right = true;
        intake.add(&draft);
    } else {
        let reason = if answer.is_empty() {
            String::from("no line begins with `^` and says the answer")
        } else {
            format!("the answer \"{}\" is none of the options", short(&answer))
        };
        intake.refuse(&draft, "no-key", reason, "");
    }
}
