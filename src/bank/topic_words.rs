//! Which topics the words mean that a person types where a topic is expected.
//!
//! Several words may be one name without quotes. If all of them are ids and titles, that is what is meant; otherwise the
//! longest run counts that is an id, a title, or words of these. Words that only questions have come last.

use std::collections::BTreeMap;

use super::{Bank, Question, Topic};
use crate::words::{has_words, same_name};

/// What a run of words means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TopicWords<'b> {
    /// `all`: no topic in particular.
    All,
    /// An id or a title.
    Exact(&'b Topic),
    /// Words of the ids or titles of these topics.
    Title {
        typed: String,
        topics: Vec<&'b Topic>,
    },
    /// No topic is called so, but questions of these topics have the words: the one with most of them first.
    Asked {
        typed: String,
        topics: Vec<&'b Topic>,
    },
    /// The id of an objective.
    Objective(String),
    /// The id of a question.
    Question(String),
    Nothing(String),
}

/// The most topics that are offered for words that only their questions have.
const MOST_ASKED: usize = 5;

/// The most words that are tried as one name.
const LONGEST_RUN: usize = 8;

/// The meanings of what was typed, in its order, up to the first word that means nothing.
pub(crate) fn topic_words<'b>(bank: &'b Bank, typed: &[String]) -> Vec<TopicWords<'b>> {
    if let [only] = typed
        && ["all", "any", "everything"].iter().any(|all| same_name(all, only))
    {
        return vec![TopicWords::All];
    }
    if let Some(names) = all_exact(bank, typed) {
        return names;
    }
    let mut found = vec![];
    let mut at = 0;
    while at < typed.len() {
        let runs: Vec<(usize, String)> = runs(&typed[at..]).collect();
        let first_of = |meaning: fn(&'b Bank, &str) -> Option<TopicWords<'b>>| {
            runs.iter().find_map(|(length, run)| Some((*length, meaning(bank, run)?)))
        };
        let first = first_of(called).or_else(|| first_of(asked));
        let Some((length, meaning)) = first else {
            found.push(TopicWords::Nothing(typed[at].clone()));
            break;
        };
        found.push(meaning);
        at += length;
    }
    // Words that mean too little one by one may be what questions say together.
    let is_vague =
        |words: &TopicWords<'_>| matches!(words, TopicWords::Asked { .. } | TopicWords::Nothing(_));
    if (2..=LONGEST_RUN).contains(&typed.len())
        && found.iter().any(is_vague)
        && let Some(together) = asked(bank, &typed.join(" "))
    {
        return vec![together];
    }
    found
}

/// What was typed as nothing but ids and titles, if it is that.
fn all_exact<'b>(bank: &'b Bank, typed: &[String]) -> Option<Vec<TopicWords<'b>>> {
    let mut found = vec![];
    let mut rest = typed;
    while !rest.is_empty() {
        let (length, name) = runs(rest).find_map(|(length, run)| Some((length, exact(bank, &run)?)))?;
        found.push(name);
        rest = &rest[length..];
    }
    Some(found)
}

/// The runs of words at the beginning, the longest first, each with its number of words.
fn runs(typed: &[String]) -> impl Iterator<Item = (usize, String)> {
    (1..=typed.len().min(LONGEST_RUN)).rev().map(|length| (length, typed[..length].join(" ")))
}

fn called<'b>(bank: &'b Bank, run: &str) -> Option<TopicWords<'b>> {
    exact(bank, run).or_else(|| of_title(bank, run))
}

fn exact<'b>(bank: &'b Bank, run: &str) -> Option<TopicWords<'b>> {
    let topics = bank.topics();
    if let Some(topic) = topics.iter().find(|topic| same_name(&topic.id, run) || same_name(&topic.title, run))
    {
        return Some(TopicWords::Exact(topic));
    }
    if let Some(question) = bank.question(&run.to_lowercase()) {
        return Some(TopicWords::Question(question.id.clone()));
    }
    let mut objectives = topics.iter().flat_map(|topic| &topic.objectives);
    let objective = objectives.find(|objective| same_name(&objective.id, run))?;
    Some(TopicWords::Objective(objective.id.clone()))
}

fn of_title<'b>(bank: &'b Bank, run: &str) -> Option<TopicWords<'b>> {
    let has = |topic: &&Topic| has_words(run, &[&topic.id, &topic.title]);
    let topics: Vec<&Topic> = bank.topics().iter().filter(has).collect();
    (!topics.is_empty()).then(|| TopicWords::Title { typed: run.to_owned(), topics })
}

fn asked<'b>(bank: &'b Bank, run: &str) -> Option<TopicWords<'b>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let has = |question: &&Question| {
        let mut texts =
            vec![question.stem.as_str(), question.explanation.as_str(), question.objective.as_str()];
        texts.extend(question.options());
        has_words(run, &texts)
    };
    for question in bank.questions().iter().filter(has) {
        *counts.entry(&question.topic).or_default() += 1;
    }
    let mut topics: Vec<&Topic> =
        bank.topics().iter().filter(|topic| counts.contains_key(topic.id.as_str())).collect();
    topics.sort_by_key(|topic| std::cmp::Reverse(counts[topic.id.as_str()]));
    topics.truncate(MOST_ASKED);
    (!topics.is_empty()).then(|| TopicWords::Asked { typed: run.to_owned(), topics })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::samples::{parts, topic};

    fn bank() -> Bank {
        let mut bank = Bank::default();
        for (id, title, stem) in [
            ("law-door", "Authority and the law at the door", "May a guard search a bag?"),
            ("legal", "Law and liability in service", "What is LEAPS not about?"),
            ("crisis", "People in crisis", "What does LEAPS open with?"),
            ("difficult", "Complaints and difficult people", "Which word does LEAPS end with? Say a number."),
        ] {
            let of_topic = Topic { title: String::from(title), ..topic(id) };
            let mut question = parts(&format!("{id}-1"), id, 3);
            question.stem = String::from(stem);
            bank.add(of_topic, [Question::new(question).unwrap()]);
        }
        bank
    }

    /// What was typed, and what it means: ids of topics, `~` before what only a question says.
    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let bank = bank();
        let typed: Vec<String> = typed.split('|').map(String::from).collect();
        let ids =
            |topics: &[&Topic]| topics.iter().map(|topic| topic.id.as_str()).collect::<Vec<_>>().join("/");
        let said: Vec<String> = topic_words(&bank, &typed)
            .into_iter()
            .map(|meaning| match meaning {
                TopicWords::All => String::from("all"),
                TopicWords::Exact(topic) => format!("={}", topic.id),
                TopicWords::Title { topics, .. } => ids(&topics),
                TopicWords::Asked { topics, .. } => format!("~{}", ids(&topics)),
                TopicWords::Objective(id) => format!("objective {id}"),
                TopicWords::Question(id) => format!("question {id}"),
                TopicWords::Nothing(typed) => format!("?{typed}"),
            })
            .collect();
        assert_eq!(said.join(" "), expected, "{typed:?}");
    }

    #[test]
    fn names_stand_for_themselves() {
        check("law-door", "=law-door");
        check("LawDoor", "=law-door");
        check("people in crisis", "=crisis");
        check("All", "all");
        check("legal-1", "question legal-1");
        check("one", "objective one");
    }

    #[test]
    fn names_need_no_quotes() {
        check("people|in|crisis", "=crisis");
        check("legal|people|in|crisis|law-door", "=legal =crisis =law-door");
        // Both are words of one title, too.
        check("difficult|crisis", "=difficult =crisis");
        check("legal|liability", "legal");
    }

    #[test]
    fn words_of_a_title_find_its_topic() {
        check("liability", "legal");
        check("complaint", "difficult");
        check("law", "law-door/legal");
        check("door|law", "law-door");
        check("law|door", "=law-door");
        check("people", "crisis/difficult");
        check("difficult|people", "difficult");
        check("auth", "law-door");
        check("aut", "?aut");
        check("the", "?the");
        check("in|the", "?in");
    }

    #[test]
    fn words_of_questions_find_topics_when_nothing_is_called_so() {
        check("bag", "~law-door");
        check("leaps", "~legal/crisis/difficult");
        check("leaps|number", "~difficult");
        check("xyzzy", "?xyzzy");
        check("legal|xyzzy", "=legal ?xyzzy");
        check("", "?");
    }
}
