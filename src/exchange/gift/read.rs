//! GIFT back as questions: multiple choice, several keys and true/false; every other type is named and left.

use super::block::TEXT_FORMATS;
use super::block::{Answer, Block, Parsed, answers, blocks, marks, parse};
use crate::exchange::html::plain;
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft};
use crate::exchange::moodle::{right_ones, take_tag, title_of};
use crate::exchange::text::{id_of_name, split_source};
use crate::exchange::{ImportOptions, Imported};

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(16_384)]);
    let starts = |mark: &str| text.lines().any(|line| line.trim_start().starts_with(mark));
    let braces = text.contains('{') && text.contains('}');
    match braces {
        _ if text.trim_start().starts_with(['<', '[']) => 0,
        true if starts("$CATEGORY:") || starts("::") => 95,
        true if starts("=") || starts("~") => 80,
        true if text.contains("{=") || text.contains("{~") || text.contains("{T") || text.contains("{F") => {
            60
        }
        _ => 0,
    }
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let mut topic = TopicDraft::default();
    for block in blocks(&source.text) {
        if let Some(path) = &block.category {
            topic = TopicDraft { title: title_of(path), ..TopicDraft::default() };
        }
        if !block.text.trim().is_empty()
            && let Err(reason) = read_block(&mut intake, &block, &topic)
        {
            intake.skip("no-question", block.span.clone(), reason, "");
        }
    }
    intake.finish()
}

fn read_block(intake: &mut Intake<'_>, block: &Block, topic: &TopicDraft) -> Result<(), &'static str> {
    let parsed = parse(&block.text)?;
    let mut texts = Texts::default();
    let stem = texts.stem(&parsed);
    let inside = parsed.answers.trim();
    let (options, general, partial) = match true_or_false(inside, &mut texts) {
        Some((options, general)) => (options, general, 0),
        None => choices(inside, &mut texts)?,
    };
    let (explanation, source) = split_source(&texts.read(general));
    let mut explanation = explanation;
    let mut options = options;
    let mut unused = 0;
    for option in options.iter_mut().filter(|option| option.right && !option.why.is_empty()) {
        // What is said about the right option explains the answer, where nothing else does.
        let why = std::mem::take(&mut option.why);
        if explanation.is_empty() { explanation = why } else { unused += 1 }
    }
    let id = marks(&block.comments, "id").into_iter().next();
    let mut draft = Draft {
        span: block.span.clone(),
        id: id.unwrap_or_else(|| id_of_name(&unescaped(parsed.name))),
        topic: topic.clone(),
        stem,
        options,
        explanation,
        source,
        ..Draft::default()
    };
    let tags = marks(&block.comments, "tag").iter().filter(|tag| !take_tag(tag, &mut draft)).count();
    if let Some(id) = intake.add(&draft) {
        intake.loss.drop(&id, "tags", tags);
        intake.loss.drop(&id, "feedback on right options", unused);
        intake.loss.drop(&id, "partial credits", partial);
        for what in texts.lost {
            intake.loss.drop(&id, what, 1);
        }
    }
    Ok(())
}

type Options<'t> = (Vec<OptionDraft>, &'t str);

/// `{T}`, `{FALSE#why it is true#well done}`: the first feedback is for the wrong answer, the second for the right one.
fn true_or_false<'t>(inside: &'t str, texts: &mut Texts) -> Option<Options<'t>> {
    let (body, general) = match super::block::find(inside, "####") {
        Some(at) => (&inside[..at], inside[at + 4..].trim()),
        None => (inside, ""),
    };
    let mut parts = body.split('#').map(str::trim);
    let truth = match parts.next()?.to_uppercase().as_str() {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return None,
    };
    let wrong = texts.read(parts.next().unwrap_or_default());
    let right = texts.read(parts.next().unwrap_or_default());
    let option = |text: &str, is_right: bool| OptionDraft {
        text: text.to_owned(),
        right: is_right,
        why: if is_right { right.clone() } else { wrong.clone() },
    };
    Some((vec![option("True", truth), option("False", !truth)], general))
}

fn choices<'t>(
    inside: &'t str,
    texts: &mut Texts,
) -> Result<(Vec<OptionDraft>, &'t str, usize), &'static str> {
    if inside.is_empty() {
        return Err("an essay question (`{}`) has no options");
    }
    if inside.starts_with('#') && !inside.starts_with("####") {
        return Err("a numerical question has no options");
    }
    if !inside.starts_with(['=', '~']) {
        return Err("what is in the braces begins with neither `=` nor `~`");
    }
    let (answers, general) = answers(inside);
    if answers.iter().all(|answer| answer.equal) {
        return Err(if answers.iter().any(|answer| answer.text.contains("->")) {
            "a matching question has no options"
        } else {
            "it has right answers only (a short-answer question), and no wrong option"
        });
    }
    let single = answers.iter().any(|answer| answer.equal);
    let weight = |answer: &Answer<'_>| if answer.equal { 100.0 } else { answer.weight.unwrap_or(0.0) };
    let weights: Vec<f64> = answers.iter().map(weight).collect();
    // One answer of full weight is a single choice even when it is written with a weight.
    let alone = weights.iter().filter(|&&weight| weight > 99.9).count() == 1;
    let right = right_ones(&weights, single || alone)?;
    let partial =
        weights.iter().filter(|weight| (single || alone) && **weight > 0.0 && **weight < 99.9).count();
    let options = answers.iter().zip(right).map(|(answer, right)| OptionDraft {
        text: texts.read(answer.text),
        right,
        why: texts.read(answer.feedback),
    });
    Ok((options.collect(), general, partial))
}

/// Texts of one question: those without a format of their own have that of the stem.
#[derive(Default)]
struct Texts {
    format: Option<&'static str>,
    lost: Vec<&'static str>,
}

impl Texts {
    fn stem(&mut self, parsed: &Parsed<'_>) -> String {
        let (format, before) = format_of(parsed.before.trim());
        self.format = format;
        // The gap of a missing-word question is where its answers stand.
        let gap = if parsed.after.is_empty() { String::new() } else { format!(" _____ {}", parsed.after) };
        self.decode(format, &format!("{}{gap}", before.trim()))
    }

    fn read(&mut self, text: &str) -> String {
        let (format, rest) = format_of(text.trim());
        self.decode(format.or(self.format), rest.trim())
    }

    fn decode(&mut self, format: Option<&'static str>, text: &str) -> String {
        let text = unescaped(text);
        let html = match format {
            Some("plain" | "markdown") => return text,
            Some("html") => text,
            // Line breaks count there, and so does markup.
            _ => text.replace('\n', "<br>"),
        };
        let plain = plain(&html);
        for what in plain.lost {
            if !self.lost.contains(&what) {
                self.lost.push(what);
            }
        }
        plain.text
    }
}

fn format_of(text: &str) -> (Option<&'static str>, &str) {
    let found = TEXT_FORMATS.into_iter().find_map(|format| {
        let rest = text.strip_prefix('[')?.strip_prefix(format)?.strip_prefix(']')?;
        Some((Some(format), rest))
    });
    found.unwrap_or((None, text))
}

/// `\n` is a line break, a mark behind a backslash is itself, any other backslash is one.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let next = if c == '\\' { letters.peek().copied() } else { None };
        match next {
            Some('n') => plain.push('\n'),
            Some(mark) if "\\~=#{}:".contains(mark) => plain.push(mark),
            _ => {
                plain.push(c);
                continue;
            }
        }
        letters.next();
    }
    plain
}
