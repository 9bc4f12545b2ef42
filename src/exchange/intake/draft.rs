//! A question as an importer read it, and what it takes to make one of ours of it.

use std::ops::Range;

use crate::bank::{
    Allow, Distractor, Fault, Field, Fingerprint, Kind, Level, Parts, Question, natural_order,
};
use crate::limits::grouped;
use crate::words::{first_harmful, tidy_lines};

/// A question as a file tells it. In all texts `\n` begins a new paragraph.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// Where it stands in the file.
    pub(crate) span: Range<usize>,
    /// May be empty.
    pub(crate) id: String,
    /// What the file calls it; an id is made of it where it has none. May be empty.
    pub(crate) name: String,
    /// Any of its texts may be empty.
    pub(crate) topic: TopicDraft,
    /// Id and text; both may be empty.
    pub(crate) objective: (String, String),
    /// The name of a [`Kind`] or a [`Level`]; may be empty.
    pub(crate) kind: String,
    pub(crate) level: String,
    pub(crate) stem: String,
    pub(crate) options: Vec<OptionDraft>,
    pub(crate) explanation: String,
    pub(crate) source: String,
    pub(crate) jurisdiction: String,
    /// The options stand in their natural order and must not be shuffled.
    pub(crate) fixed: bool,
    /// The same, written out: the texts of all options.
    pub(crate) order: Vec<String>,
    pub(crate) allow: Vec<Allow>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TopicDraft {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) summary: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OptionDraft {
    pub(crate) text: String,
    pub(crate) right: bool,
    /// What a person reads who chose it.
    pub(crate) why: String,
}

impl Draft {
    /// Takes what a mark of ours says, such as `kind` and `duty`; false for a mark that is none of ours.
    pub(crate) fn take(&mut self, name: &str, value: String) -> bool {
        match name.to_lowercase().as_str() {
            "topic" => self.topic.id = value,
            "objective" => self.objective.0 = value,
            "kind" => self.kind = value,
            "level" => self.level = value,
            "jurisdiction" => self.jurisdiction = value,
            _ => return false,
        }
        true
    }
}

/// Longer than any text of a question.
const LONGEST: usize = 20_000;

impl Draft {
    /// The fault that no tidying mends, looked for before any work is done.
    pub(super) fn beyond_bounds(&self) -> Option<String> {
        let most = Question::MOST_OPTIONS;
        if self.options.len() > most {
            return Some(format!("it has {} options; {most} are the most", self.options.len()));
        }
        let whys = self.options.iter().flat_map(|option| [&option.text, &option.why]);
        let longest =
            [&self.stem, &self.explanation, &self.source].into_iter().chain(whys).map(String::len).max()?;
        (longest > LONGEST).then(|| {
            let (longest, most) = (grouped(longest), grouped(LONGEST));
            format!("a text of {longest} bytes is too long for a question; {most} bytes are the most")
        })
    }

    /// What is wrong, whichever option may be right.
    pub(super) fn faults_but_keys(&self) -> Vec<String> {
        let mut draft = self.clone();
        for (at, option) in draft.options.iter_mut().enumerate() {
            option.right = at == 0;
        }
        let parts = draft.parts(
            String::from("id"),
            String::from("t"),
            String::from("o"),
            Kind::Concept,
            Level::Recall,
        );
        let faults = Question::new(parts.clone()).err().unwrap_or_default();
        let others = faults.iter().filter(|fault| !matches!(fault, Fault::NoKey));
        self.beyond_bounds().into_iter().chain(others.map(|fault| in_words(fault, &parts))).collect()
    }

    /// Whether a text holds a character that is replaced.
    pub(super) fn has_harmful(&self) -> bool {
        let options = self.options.iter().flat_map(|option| [&option.text, &option.why]);
        let mut texts =
            [&self.stem, &self.explanation, &self.source, &self.jurisdiction].into_iter().chain(options);
        texts.any(|text| first_harmful(text).is_some())
    }

    /// What the question says, whatever its id and the order of its options.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        let mut options: Vec<String> = self
            .options
            .iter()
            .map(|option| format!("{}{}", u8::from(option.right), tidied(&option.text)))
            .collect();
        options.sort();
        let stem = tidied(&self.stem);
        Fingerprint::of(std::iter::once(stem.as_str()).chain(options.iter().map(String::as_str)))
    }

    /// The parts of our question; the ids are settled by the intake.
    pub(super) fn parts(
        &self,
        id: String,
        topic: String,
        objective: String,
        kind: Kind,
        level: Level,
    ) -> Parts {
        let texts: Vec<String> = self.options.iter().map(|option| tidied(&option.text)).collect();
        let of =
            |right: bool| self.options.iter().zip(&texts).filter(move |(option, _)| option.right == right);
        Parts {
            id,
            topic,
            objective,
            kind,
            level,
            stem: tidied(&self.stem),
            keys: of(true).map(|(_, text)| text.clone()).collect(),
            distractors: of(false)
                .map(|(option, text)| Distractor { text: text.clone(), why: tidied(&option.why) })
                .collect(),
            explanation: tidied(&self.explanation),
            source: tidied(&self.source),
            jurisdiction: Some(tidied(&self.jurisdiction)).filter(|place| !place.is_empty()),
            order: if self.fixed { texts } else { self.order.iter().map(|text| tidied(text)).collect() },
            allow: self.allow.clone(),
        }
    }
}

/// A text with every line a paragraph.
pub(crate) fn tidied(text: &str) -> String {
    tidy_lines(text)
}

/// What keeps a question from being one, in words.
pub(super) fn in_words(fault: &Fault, parts: &Parts) -> String {
    let text = |field: &Field| match field {
        Field::Key(at) => parts.keys.get(*at).cloned().unwrap_or_default(),
        Field::Distractor(at) => parts.distractors.get(*at).map(|d| d.text.clone()).unwrap_or_default(),
        _ => String::new(),
    };
    match fault {
        Fault::Empty(Field::Stem) => String::from("it asks nothing: the question's text is empty"),
        Fault::Empty(Field::Key(_)) => String::from("the right option is empty"),
        Fault::Empty(_) => String::from("an option is empty"),
        Fault::Equal(first, _) => format!("two options read the same: \"{}\"", short(&text(first))),
        Fault::NoKey => String::from("no option is marked as right"),
        Fault::NoDistractor => String::from("there is no wrong option to choose from"),
        Fault::TooManyKeys(count) => {
            format!("{count} options are right, which leaves no room for a wrong one")
        }
        Fault::TooManyOptions(count) => format!("it has {count} options"),
        Fault::Order { .. } => String::from("the order names other options than the question has"),
    }
}

/// The beginning of a text, for a message.
pub(crate) fn short(text: &str) -> String {
    let one_line = text.replace('\n', " ");
    if one_line.chars().count() <= 60 {
        return one_line;
    }
    one_line.chars().take(57).chain("...".chars()).collect()
}

/// An order that the options have of themselves needs not be written down.
pub(super) fn without_needless_order(question: Question) -> Question {
    let all: Vec<usize> = (0..question.option_count()).collect();
    let ordered = natural_order(&question, &all);
    match Question::new(Parts { order: vec![], ..(*question).clone() }) {
        Ok(plain) if natural_order(&plain, &all) == ordered => plain,
        _ => question,
    }
}
