//! The topics that a person names on the command line, and what happens when the words fit several or none.

use crate::bank::{Bank, Topic, TopicWords, topic_words};
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure, Thing};
use crate::terminal::{Choice, Leaving};

/// The ids of the topics that these words mean, in the order of the bank; none for `all`. Where several topics fit, a
/// person at a terminal is asked and a program gets the list. What was understood from less than a name is noted.
pub(super) fn topic_ids(context: &Context, bank: &Bank, typed: &[String]) -> Result<Vec<String>, Failure> {
    let mut wanted: Vec<String> = vec![];
    let names = |topics: Vec<&Topic>| topics.iter().map(|t| (t.id.clone(), t.title.clone())).collect();
    for meaning in topic_words(bank, typed) {
        match meaning {
            TopicWords::All => return Ok(vec![]),
            TopicWords::Exact(topic) => wanted.push(topic.id.clone()),
            TopicWords::Title { typed, topics } => {
                wanted.extend(one_of(context, Thing::Topic, &typed, true, names(topics))?);
            }
            TopicWords::Asked { typed, topics } => {
                wanted.extend(one_of(context, Thing::Topic, &typed, false, names(topics))?);
            }
            TopicWords::Objective(id) => return Err(Failure::NotATopic { what: "an objective", id }),
            TopicWords::Question(id) => return Err(Failure::NotATopic { what: "a question", id }),
            TopicWords::Nothing(typed) => {
                let ids = bank.topics().iter().map(|topic| topic.id.as_str());
                return Err(Failure::unknown(Thing::Topic, &typed, ids));
            }
        }
    }
    let ids = bank.topics().iter().map(|topic| topic.id.clone());
    Ok(ids.filter(|id| wanted.contains(id)).collect())
}

/// One of those that fit, each an id and a title, or all of them where that may be chosen.
pub(super) fn one_of(
    context: &Context,
    what: Thing,
    typed: &str,
    by_name: bool,
    fit: Vec<(String, String)>,
) -> Result<Vec<String>, Failure> {
    let noun = if what == Thing::Profile { "exam" } else { "topic" };
    if let [(id, title)] = &fit[..] {
        context.note(&format!("\"{typed}\" is taken for the {noun} {title} ({id})"))?;
        return Ok(vec![id.clone()]);
    }
    if !Context::is_interactive() {
        return Err(Failure::Several { what, typed: typed.to_owned(), by_name, fit });
    }
    let mut items: Vec<String> = fit.iter().map(|(_, title)| title.clone()).collect();
    if what == Thing::Topic {
        items.push(String::from("All of these"));
    }
    let fits = if by_name { "fits" } else { "is asked about in" };
    context.print(Stream::Out, &format!("\"{typed}\" {fits} several {noun}s."))?;
    match context.menu().choose("Which one?", &items, Leaving::Back, &mut context.stream(Stream::Out))? {
        Choice::Item(at) if at < fit.len() => Ok(vec![fit[at].0.clone()]),
        Choice::Item(_) => Ok(fit.into_iter().map(|(id, _)| id).collect()),
        Choice::Left => Err(Failure::Left(Exit::Done)),
        Choice::Interrupted => Err(Failure::Left(Exit::Interrupted)),
    }
}
