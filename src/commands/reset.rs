//! `guardprep progress reset`: starts anew, with some topics or with all.

use super::topic_choice::topic_ids;
use crate::bank::Bank;
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{Body, Event, History, past_exams, paused};
use crate::terminal::Choice;
use crate::words::{counted, wrap};

pub(super) fn reset(typed: &[String], yes: bool, context: &Context) -> Result<Exit, Failure> {
    let joined = library::known_banks(context)?;
    let topics = topic_ids(context, &joined.bank, typed)?;
    let events = logbook::look(context)?.map_or_else(|| Ok(vec![]), |store| store.events())?;
    let lost = lost(&events, &topics);
    let what = names(&topics, &joined.bank);
    let tell = |text: &str| context.print(Stream::Out, &wrap(text, context.width()));
    if !yes {
        match &lost {
            Some(lost) => tell(&format!("It takes away {lost}."))?,
            None => tell("There is no answer to take away.")?,
        }
        let question = match &what {
            Some(titles) => format!("Reset {titles}?"),
            None => String::from("Reset all progress?"),
        };
        match context.person(Stream::Out).confirm(&question)? {
            Choice::Item(_) => {}
            Choice::Left => {
                tell("Nothing was changed.")?;
                return Ok(Exit::No);
            }
            Choice::Interrupted => return Ok(Exit::Interrupted),
        }
    }
    let mut store = logbook::writable(context)?;
    let mut bodies = vec![];
    if topics.is_empty() {
        // A reset of everything also ends what is paused.
        let events = store.events()?;
        bodies.extend(paused(&events).iter().map(|paused| (Some(paused.start.id.clone()), Body::End)));
        bodies.push((None, Body::Reset { topic: None }));
    }
    bodies.extend(topics.into_iter().map(|topic| (None, Body::Reset { topic: Some(topic) })));
    store.record_all(context.now(), bodies)?;
    let what =
        what.map_or_else(|| String::from("all your progress"), |titles| format!("your progress on {titles}"));
    let lost = lost.map_or_else(String::new, |lost| format!(" Taken away: {lost}."));
    tell(&format!("Done: {what} starts anew.{lost}"))?;
    Ok(Exit::Done)
}

/// What is taken away, in words: `197 answers and 2 exams`; `None` where there is nothing. An exam is of no topic, so a topic leaves it.
fn lost(events: &[Event], topics: &[String]) -> Option<String> {
    let history = History::derive(events);
    let is_lost = |topic: &str| topics.is_empty() || topics.iter().any(|one| one == topic);
    let answers = history.newest().iter().filter(|(_, attempt)| is_lost(history.topic(attempt))).count();
    let exams = if topics.is_empty() { past_exams(events).len() } else { 0 };
    let parts = [(answers, "answer"), (exams, "exam")].map(|(n, noun)| (n > 0).then(|| counted(n, noun)));
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// The titles of some topics; `None` for all.
fn names(topics: &[String], bank: &Bank) -> Option<String> {
    let titles: Vec<&str> = topics.iter().map(|topic| bank.title(topic)).collect();
    match titles.split_last()? {
        (last, []) => Some((*last).to_owned()),
        (last, rest) => Some(format!("{} and {last}", rest.join(", "))),
    }
}
