//! GIFT back as questions: multiple choice, several keys and true/false; every other type is named and left.

use super::block::{Answer, Block, Parsed, TEXT_FORMATS, answers, blocks, marks, parse, split};
use crate::exchange::feedback::Feedback;
use crate::exchange::html::plain;
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft, Word, means};
use crate::exchange::markup::unmarked;
use crate::exchange::moodle::{right_ones, take_tag, title_of};
use crate::exchange::text::split_source;
use crate::exchange::wrapped::unwrapped;
use crate::exchange::{ImportOptions, Imported};

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(16_384)]);
    let starts = |mark: &str| text.lines().any(|line| line.trim_start().starts_with(mark));
    let braces = text.contains('{') && text.contains('}');
    match braces {
        _ if format_of(text.trim_start()).0.is_none() && text.trim_start().starts_with(['<', '[']) => 0,
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
    let id = marks(&block.comments, "id").into_iter().next();
    let mut draft = Draft {
        span: block.span.clone(),
        id: id.unwrap_or_default(),
        name: unescaped(parsed.name),
        topic: topic.clone(),
        stem,
        options,
        explanation,
        source,
        ..Draft::default()
    };
    let mut lost = Feedback::default().settle(&mut draft);
    let tags = marks(&block.comments, "tag").iter().filter(|tag| !take_tag(tag, &mut draft)).count();
    lost.extend([("tags", tags), ("partial credits", partial)]);
    lost.extend(texts.lost.into_iter().map(|what| (what, 1)));
    if let Some(id) = intake.add(&draft) {
        intake.lose(&id, lost);
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
    let mut parts = split(body, "#").into_iter().map(str::trim);
    let word = parts.next()?;
    let is_word = word.chars().all(char::is_alphabetic);
    let truth = is_word && means(Word::True, word);
    if !is_word || !truth && !means(Word::False, word) {
        return None;
    }
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
    if inside.starts_with("####") {
        return Err("an essay question has no options");
    }
    if inside.starts_with('#') {
        return Err("a numerical question has no options");
    }
    if !inside.starts_with(['=', '~']) {
        return Err("what is in the braces begins with neither `=` nor `~`");
    }
    let (answers, general) = answers(inside);
    if answers.iter().all(|answer| answer.equal && answer.weight.is_none_or(|weight| weight > 0.0)) {
        return Err(if answers.iter().any(|answer| answer.text.contains("->")) {
            "a matching question has no options"
        } else {
            "it has right answers only (a short-answer question), and no wrong option"
        });
    }
    let single = answers.iter().any(|answer| answer.equal && answer.weight.is_none());
    // Moodle takes a percentage after `=` for text; whoever writes one means a weight.
    let weight = |answer: &Answer<'_>| answer.weight.unwrap_or(if answer.equal { 100.0 } else { 0.0 });
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
        let apart = parsed.after.starts_with(|c: char| c.is_alphanumeric() || "([{<\"'".contains(c));
        let gap = match parsed.after {
            "" => String::new(),
            after if apart => format!(" _____ {after}"),
            after => format!(" _____{after}"),
        };
        self.decode(format, &format!("{}{gap}", before.trim()))
    }

    fn read(&mut self, text: &str) -> String {
        let (format, rest) = format_of(text.trim());
        self.decode(format.or(self.format), rest.trim())
    }

    fn decode(&mut self, format: Option<&'static str>, text: &str) -> String {
        // What is a line break is written `\n`; the lines of the file are those of an editor.
        let html = match format {
            Some("plain") => return unescaped(&unwrapped(text)),
            Some("markdown") => {
                let plain = unmarked(&unescaped(&unwrapped(text)));
                self.lose(plain.lost);
                return plain.text;
            }
            Some("html") => unescaped(text),
            _ => unescaped(&unwrapped(text)).replace('\n', "<br>"),
        };
        let plain = plain(&html);
        self.lose(plain.lost);
        plain.text
    }

    fn lose(&mut self, lost: Vec<&'static str>) {
        for what in lost {
            if !self.lost.contains(&what) {
                self.lost.push(what);
            }
        }
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
