//! Banks for the tests of every room.

use super::{Bank, Distractor, Kind, Level, Objective, Parts, Question, Topic};

/// A topic with one objective.
pub(crate) fn topic(id: &str) -> Topic {
    Topic {
        id: id.to_owned(),
        title: format!("Title of {id}"),
        summary: String::from("A topic."),
        objectives: vec![Objective { id: String::from("one"), text: String::from("Do one thing") }],
    }
}

/// The parts of a question with one key and some distractors.
pub(crate) fn parts(id: &str, topic: &str, distractors: usize) -> Parts {
    Parts {
        id: id.to_owned(),
        topic: topic.to_owned(),
        objective: String::from("one"),
        kind: Kind::Concept,
        level: Level::Understand,
        stem: format!("What is asked in {id}?"),
        keys: vec![format!("the right thing of {id}")],
        distractors: (1..=distractors)
            .map(|n| Distractor {
                text: format!("wrong thing {n} of {id}"),
                why: format!("It is wrong thing {n}."),
            })
            .collect(),
        explanation: String::from("Because it is so."),
        source: String::from("A source"),
        jurisdiction: None,
        order: vec![],
        allow: vec![],
    }
}

pub(crate) fn question(id: &str, topic: &str) -> Question {
    Question::new(parts(id, topic, 3)).unwrap()
}

/// A bank of some topics (`t1`, `t2`, ...) with some questions each (`t1-1`, `t1-2`, ...).
pub(crate) fn bank(topics: usize, questions: usize) -> Bank {
    let mut bank = Bank::default();
    for t in 1..=topics {
        let id = format!("t{t}");
        let all = (1..=questions).map(|q| question(&format!("{id}-{q}"), &id)).collect::<Vec<_>>();
        bank.add(topic(&id), all);
    }
    bank
}
