//! What a question bank is: topics with their objectives, and questions that can be answered.
//!
//! Plain data, valid by construction: a [`Question`] that exists has a key and a distractor, no empty text and no
//! two options that read the same. How a bank is written down is the business of `bank_file`.

mod fingerprint;
mod kind;
mod order;
mod place;
mod question;
mod topic_words;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub(crate) use fingerprint::Fingerprint;
pub(crate) use kind::{Kind, Level, Named};
pub(crate) use order::natural_order;
pub(crate) use place::{place_code, place_label};
pub(crate) use question::{Allow, Distractor, Fault, Field, Parts, Question};
pub(crate) use topic_words::{TopicWords, topic_words};

/// A part of the subject, with what a learner should be able to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Topic {
    /// Stable for ever; lower case words joined by hyphens.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) objectives: Vec<Objective>,
}

/// One thing a learner should be able to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Objective {
    /// Unique in its topic.
    pub(crate) id: String,
    pub(crate) text: String,
}

/// Topics and their questions, in the order in which they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Bank {
    topics: Vec<Topic>,
    questions: Vec<Question>,
    by_id: BTreeMap<String, usize>,
}

impl Bank {
    /// Adds a topic and its questions; what has the id of an earlier one is left out (the reader has reported it).
    pub(crate) fn add(&mut self, topic: Topic, questions: impl IntoIterator<Item = Question>) {
        if self.topic(&topic.id).is_none() {
            self.topics.push(topic);
        }
        for question in questions {
            if !self.by_id.contains_key(&question.id) {
                self.by_id.insert(question.id.clone(), self.questions.len());
                self.questions.push(question);
            }
        }
    }

    /// Makes room for so many more questions, so that they are not moved while they come.
    pub(crate) fn reserve(&mut self, questions: usize) {
        self.questions.reserve(questions);
    }

    pub(crate) fn topics(&self) -> &[Topic] {
        &self.topics
    }

    pub(crate) fn questions(&self) -> &[Question] {
        &self.questions
    }

    pub(crate) fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    pub(crate) fn question(&self, id: &str) -> Option<&Question> {
        self.by_id.get(id).map(|&at| &self.questions[at])
    }

    pub(crate) fn questions_of<'b>(&'b self, topic: &str) -> impl Iterator<Item = &'b Question> {
        self.questions.iter().filter(move |question| question.topic == topic)
    }

    /// The title of a topic, or its id where the bank does not hold it.
    pub(crate) fn title<'a>(&'a self, topic: &'a str) -> &'a str {
        self.topic(topic).map_or(topic, |topic| &topic.title)
    }
}
