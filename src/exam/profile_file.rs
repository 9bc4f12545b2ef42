//! Profiles as TOML: text in, what could be read *and* every problem out. `profiles.toml` describes the keys.

use std::ops::Range;
use std::sync::Arc;

use super::pass::{PassRule, Rounding};
use super::profile::{Blueprint, Confidence, PaperProfile, Profile, TimeKind, Weights};
use crate::bank::{Named, Question};
use crate::diagnostic::{Diagnostic, Place, Source};
use crate::toml_fields::{Fields, Table, parse};

/// The schema that this guardprep reads.
pub(crate) const SCHEMA: i64 = 1;

/// What was read from one file. A profile with an error is left out.
#[derive(Clone, Debug)]
pub(crate) struct ProfileFile {
    pub(crate) profiles: Vec<Profile>,
    pub(crate) blueprint: Option<Blueprint>,
    pub(crate) problems: Vec<Diagnostic>,
}

pub(crate) fn read(source: &Arc<Source>) -> ProfileFile {
    let mut file = ProfileFile { profiles: vec![], blueprint: None, problems: vec![] };
    let table = match parse(source) {
        Ok(table) => table,
        Err(problems) => {
            file.problems = problems;
            return file;
        }
    };
    let mut top = Fields::new(source, &table, 0..0, "the file of profiles");
    if !top.schema(SCHEMA) {
        file.problems = top.problems;
        return file;
    }
    let blueprint = top.optional_table("blueprint");
    let profiles = top.tables("profile", "[[profile]]");
    file.problems = top.finish();
    if let Some((table, span)) = blueprint {
        let mut fields = Fields::new(source, table, span, "the blueprint");
        let from = fields.text("source", "\"...\"");
        let weights = weights(&mut fields);
        if weights.is_none() && !fields.has("weights") {
            fields.table("weights", "{ topic = 100 }");
        }
        file.problems.append(&mut fields.finish());
        file.blueprint = from.zip(weights).map(|((source, _), weights)| Blueprint { weights, source });
    }
    let mut ids: Vec<(String, Range<usize>)> = vec![];
    for (table, span) in profiles {
        let (id, profile, mut problems) = read_profile(source, table, span);
        if let Some((id, span)) = id {
            if let Some((_, first)) = ids.iter().find(|(other, _)| *other == id) {
                let problem = Diagnostic::error("duplicate-id", format!("two profiles have the id `{id}`"))
                    .at(Place::new(source, span))
                    .label("used again here")
                    .related(Place::new(source, first.clone()), "first used here")
                    .help("give this one another id; a profile of an own file replaces a built-in one");
                problems.push(problem);
            } else {
                ids.push((id, span));
            }
        }
        if !problems.iter().any(Diagnostic::is_error) {
            file.profiles.extend(profile);
        }
        file.problems.append(&mut problems);
    }
    file
}

type Id = (String, Range<usize>);

fn read_profile(
    source: &Arc<Source>,
    table: &Table<'_>,
    header: Range<usize>,
) -> (Option<Id>, Option<Profile>, Vec<Diagnostic>) {
    let mut fields = Fields::new(source, table, header, "the profile");
    let id = fields.text("id", "\"...\"");
    if let Some((id, span)) = &id {
        fields.call(format!("profile `{id}`"), None);
        fields.check_id(id, span.clone());
    }
    let title = fields.text("title", "\"...\"");
    let place = fields.text("place", "\"...\"");
    let time = fields.optional_one_of::<TimeKind>("time").unwrap_or_default();
    let options = fields.number("options", 2..=Question::MOST_SHOWN as u32, "options");
    let true_false = fields.number("true-false-percent", 0..=100, "percent");
    let open_book = fields.flag("open-book");
    let jurisdictions = fields.texts("jurisdictions").unwrap_or_default().0;
    let from = fields.text("source", "\"where the figures stand\"");
    let year = fields.text("year", "\"2024\"");
    let confidence = fields.one_of::<Confidence>("confidence");
    let also_covers = fields.optional_text("also-covers");
    let note = fields.optional_text("note");

    let mut nested = vec![];
    let papers = fields.tables("paper", "[[profile.paper]]");
    let has_papers = fields.has("paper");
    for key in ["questions", "minutes", "pass", "topics", "weights"] {
        if has_papers && fields.has(key) {
            let message = format!("`{key}` stands beside `[[profile.paper]]`");
            let span = fields.place_of(key);
            fields.error("figure-beside-papers", message, span).help =
                Some(String::from("write it into each paper"));
        }
    }
    let whole = read_paper(source, &mut fields, &mut nested);
    let mut read = vec![];
    for (table, span) in papers {
        let mut fields = Fields::new(source, table, span, "the paper");
        let title = fields.text("title", "\"...\"").map(|(title, _)| title);
        if !fields.has("questions") {
            // Reports the missing key: it decides where a paper ends.
            fields.integer("questions", "20");
        }
        read.push(PaperProfile { title, ..read_paper(source, &mut fields, &mut nested) });
        nested.append(&mut fields.finish());
    }
    let mut problems = fields.finish();
    problems.append(&mut nested);
    let profile = (|| {
        Some(Profile {
            id: id.clone()?.0,
            title: title?.0,
            place: place?.0,
            papers: if has_papers { read } else { vec![whole] },
            time,
            options: options.map(|(options, _)| options as usize),
            true_false_percent: true_false.map(|(percent, _)| percent),
            open_book,
            jurisdictions: jurisdictions.into_iter().map(|(place, _)| place).collect(),
            source: from?.0,
            year: year?.0,
            confidence: confidence?,
            also_covers: also_covers.map(|(subjects, _)| subjects),
            note: note.map(|(note, _)| note),
        })
    })();
    (id, profile, problems)
}

/// The figures that a profile gives once, or once for each paper.
fn read_paper(
    source: &Arc<Source>,
    fields: &mut Fields<'_, '_>,
    nested: &mut Vec<Diagnostic>,
) -> PaperProfile {
    let questions = fields.number("questions", 1..=1000, "questions").map(|(n, _)| n as usize);
    let minutes = fields.number("minutes", 1..=1440, "minutes").map(|(n, _)| n);
    let has_questions = fields.has("questions");
    let pass = fields.optional_table("pass").and_then(|(table, span)| {
        let mut inner = Fields::new(source, table, span.clone(), "the pass rule");
        let rule = read_pass(&mut inner, &span, questions, has_questions);
        nested.append(&mut inner.finish());
        rule
    });
    let topics = fields.texts("topics").unwrap_or_default().0;
    for (topic, span) in &topics {
        fields.check_id(topic, span.clone());
    }
    PaperProfile {
        title: None,
        questions,
        minutes,
        pass,
        topics: topics.into_iter().map(|(topic, _)| topic).collect(),
        weights: weights(fields).unwrap_or_default(),
    }
}

/// Pass rules without a number.
#[derive(Clone, Copy)]
enum Mastery {
    AllCorrect,
    ReviewUntilRight,
}

impl Named for Mastery {
    const ALL: &'static [Self] = &[Self::AllCorrect, Self::ReviewUntilRight];

    fn name(self) -> &'static str {
        match self {
            Self::AllCorrect => "all-correct",
            Self::ReviewUntilRight => "review-until-right",
        }
    }

    fn summary(self) -> &'static str {
        match self {
            Self::AllCorrect => "every answer right",
            Self::ReviewUntilRight => "every missed question answered right afterwards",
        }
    }
}

fn read_pass(
    fields: &mut Fields<'_, '_>,
    whole: &Range<usize>,
    questions: Option<usize>,
    has_questions: bool,
) -> Option<PassRule> {
    let minimum = fields.number("minimum", 1..=1000, "right answers");
    let percent = fields.number("percent", 1..=100, "percent");
    let rounding = fields.optional_one_of::<Rounding>("rounding");
    let mastery = fields.optional_one_of::<Mastery>("mastery");
    if let Some((minimum, span)) = &minimum {
        match questions {
            Some(questions) if *minimum as usize > questions => {
                let message = format!("{minimum} right answers of {questions} questions cannot be reached");
                fields.error("pass-above-questions", message, span.clone());
            }
            None if !has_questions => {
                let message = "a minimum needs the number of questions that it is of";
                fields.error("minimum-of-unknown", message, span.clone()).help =
                    Some(String::from("add `questions`, or write the rule as `percent`"));
            }
            _ => {}
        }
    }
    let has_number = fields.has("minimum") || fields.has("percent") || fields.has("rounding");
    if fields.has("mastery") && has_number {
        let message = "a mastery rule leaves no room for a minimum, a percent or a rounding";
        fields.error("two-pass-rules", message, whole.clone()).help = Some(String::from("keep one of them"));
    } else if !fields.has("mastery") && !fields.has("minimum") && !fields.has("percent") {
        fields.error("no-pass-rule", "the pass rule says nothing", whole.clone()).help =
            Some(String::from("take `pass` out where no rule is confirmed: then there is no verdict"));
    }
    let minimum = minimum.map(|(minimum, _)| minimum as usize);
    let percent = percent.map(|(percent, _)| percent);
    let rounded = rounding.unwrap_or_default();
    if let (Some(minimum), Some(percent), Some(questions)) = (minimum, percent, questions) {
        let share = rounded.share(percent, questions);
        if share != minimum {
            let how = rounded.name();
            let message =
                format!("{percent} percent of {questions}, rounded {how}, is {share} and not {minimum}");
            fields.error("pass-disagrees", message, whole.clone()).help =
                Some(String::from("say how the authority rounds: `rounding` is up, nearest or down"));
        }
    }
    match (mastery, minimum, percent) {
        (Some(Mastery::AllCorrect), ..) => Some(PassRule::AllCorrect),
        (Some(Mastery::ReviewUntilRight), ..) => Some(PassRule::ReviewUntilRight),
        (None, Some(minimum), Some(percent)) => Some(PassRule::Both(minimum, percent, rounded)),
        (None, Some(minimum), None) => Some(PassRule::Minimum(minimum)),
        (None, None, Some(percent)) => Some(PassRule::Percent(percent, rounded)),
        (None, None, None) => None,
    }
}

/// Topics with their shares, which have to add up to 100 percent.
fn weights(fields: &mut Fields<'_, '_>) -> Option<Weights> {
    let (numbers, span) = fields.numbers("weights")?;
    let mut weights = vec![];
    for ((topic, place), share) in &numbers {
        fields.check_id(topic, place.clone());
        if let Ok(share @ 1..=100) = u32::try_from(*share) {
            weights.push((topic.clone(), share));
        } else {
            let message = format!("the weight of `{topic}` is {share}, wanted 1 to 100 percent");
            fields.error("out-of-range", message, place.clone());
        }
    }
    let sum: i64 = numbers.iter().map(|(_, share)| share).fold(0, |sum, share| sum.saturating_add(*share));
    if sum != 100 {
        let message = format!("the weights sum to {sum}, and not to 100 percent");
        fields.error("weights-sum", message, span);
        return None;
    }
    Some(weights)
}
