//! The exam profile that a person names on the command line.

use crate::bank::{Bank, TopicWords, topic_words};
use crate::commands::topic_choice::one_of;
use crate::context::Context;
use crate::exam::{Profile, Profiles};
use crate::failure::{Failure, Thing};
use crate::progress::{Event, study_plan};
use crate::words::{has_words, same_name};

/// The profile with this id or title, regardless of case, spaces and hyphens, or with these words in its id, its title
/// or its place. A similar name is only suggested.
pub(crate) fn find<'p>(
    context: &Context,
    profiles: &'p Profiles,
    bank: &Bank,
    typed: &str,
) -> Result<&'p Profile, Failure> {
    let all = &profiles.all;
    if let Some(profile) = profiles.find(typed) {
        return Ok(profile);
    }
    let is_named = |profile: &&Profile| same_name(&profile.id, typed) || same_name(&profile.title, typed);
    let named: Vec<&Profile> = all.iter().filter(is_named).collect();
    if let [profile] = named[..] {
        return Ok(profile);
    }
    let has = |profile: &&Profile| has_words(typed, &[&profile.id, &profile.title, &profile.place]);
    let fit = all.iter().filter(has).map(|profile| (profile.id.clone(), place_and_title(profile))).collect();
    if let [id] = &one_of_fitting(context, typed, fit)?[..]
        && let Some(profile) = profiles.find(id)
    {
        return Ok(profile);
    }
    let words: Vec<String> = typed.split_whitespace().map(ToOwned::to_owned).collect();
    let topic = match &topic_words(bank, &words)[..] {
        [TopicWords::Exact(topic)] => Some(topic.id.clone()),
        [TopicWords::Title { topics, .. }] if topics.len() == 1 => Some(topics[0].id.clone()),
        _ => None,
    };
    if let Some(topic) = topic {
        return Err(Failure::TopicForProfile { typed: typed.to_owned(), topic });
    }
    Err(Failure::unknown(Thing::Profile, typed, all.iter().map(|profile| profile.id.as_str())))
}

/// The profile of the plan. One that is not known any more is said, and then there is none.
pub(super) fn planned<'p>(
    profiles: &'p Profiles,
    events: &[Event],
    context: &Context,
) -> Result<Option<&'p Profile>, Failure> {
    let Some(id) = study_plan(events).profile else { return Ok(None) };
    let profile = profiles.find(&id);
    if profile.is_none() {
        context.note(&format!(
            "the exam of your plan, {id}, is not known here: this is one of all topics; `guardprep plan --profile NAME` sets another"
        ))?;
    }
    Ok(profile)
}

fn one_of_fitting(
    context: &Context,
    typed: &str,
    fit: Vec<(String, String)>,
) -> Result<Vec<String>, Failure> {
    if fit.is_empty() { Ok(vec![]) } else { one_of(context, Thing::Profile, typed, true, fit) }
}

fn place_and_title(profile: &Profile) -> String {
    format!("{}: {}", profile.place, profile.title)
}
