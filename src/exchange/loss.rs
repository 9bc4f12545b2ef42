//! What an export or an import could not bring across: counted and named, never passed over in silence.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::diagnostic::Place;
use crate::words::counted;

/// What became of a question or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fate {
    /// A question left out because it is beyond a limit of the format.
    Refused,
    /// A question left out because the format cannot say such a thing.
    Skipped,
    /// A text that is not quite what it was.
    Changed,
    /// A part that is not carried.
    Dropped,
    /// Nothing that was lost: what to do about the rest.
    Noted,
}

/// One kind of loss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lost {
    pub(crate) fate: Fate,
    /// For questions left out, the reason; for parts, their name in the plural.
    pub(crate) what: String,
    pub(crate) count: usize,
    /// The ids of the questions, each once.
    pub(crate) questions: Vec<String>,
    /// Where those questions stand in the files that were read.
    pub(crate) places: Vec<Place>,
}

/// Everything that was lost, in the order in which it came up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Loss {
    pub(crate) lost: Vec<Lost>,
}

impl Loss {
    /// A question left out because the format has no way to say it, such as "several keys".
    pub(crate) fn skip(&mut self, question: &str, reason: &str) {
        self.add(Fate::Skipped, reason, 1, question);
    }

    /// A question left out because of a limit, such as "an option is longer than 75 characters".
    pub(crate) fn refuse(&mut self, question: &str, reason: &str) {
        self.add(Fate::Refused, reason, 1, question);
    }

    /// A text that arrives changed, such as "line breaks written as blanks".
    pub(crate) fn change(&mut self, question: &str, what: &str, count: usize) {
        self.add(Fate::Changed, what, count, question);
    }

    /// Parts that do not arrive, such as 3 "rationales".
    pub(crate) fn drop(&mut self, question: &str, what: &str, count: usize) {
        self.add(Fate::Dropped, what, count, question);
    }

    /// What a person can do about what was lost, or has to know of the file.
    pub(crate) fn note(&mut self, what: &str) {
        self.add(Fate::Noted, what, 1, "");
    }

    fn add(&mut self, fate: Fate, what: &str, count: usize, question: &str) {
        if count == 0 {
            return;
        }
        let at =
            self.lost.iter().position(|lost| lost.fate == fate && lost.what == what).unwrap_or_else(|| {
                self.lost.push(Lost {
                    fate,
                    what: what.to_owned(),
                    count: 0,
                    questions: vec![],
                    places: vec![],
                });
                self.lost.len() - 1
            });
        let lost = &mut self.lost[at];
        lost.count += count;
        // Losses of one question follow each other.
        if !question.is_empty() && lost.questions.last().is_none_or(|last| last != question) {
            lost.questions.push(question.to_owned());
        }
    }

    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.lost.is_empty()
    }

    pub(crate) fn of(&self, fate: Fate) -> impl Iterator<Item = &Lost> {
        self.lost.iter().filter(move |lost| lost.fate == fate)
    }

    /// Says where the questions stand that something was lost of.
    pub(crate) fn locate(&mut self, place: impl Fn(&str) -> Option<Place>) {
        for lost in &mut self.lost {
            lost.places = lost.questions.iter().filter_map(|id| place(id)).collect();
        }
    }

    /// The ids of the questions that do not arrive at all.
    pub(crate) fn left_out(&self) -> BTreeSet<&str> {
        let lost = self.of(Fate::Refused).chain(self.of(Fate::Skipped));
        lost.flat_map(|lost| lost.questions.iter().map(String::as_str)).collect()
    }

    /// Adds the losses of another part of the work.
    pub(crate) fn merge(&mut self, other: Self) {
        for lost in other.lost {
            self.add(lost.fate, &lost.what, lost.count, "");
            let at = self.lost.iter().position(|mine| mine.fate == lost.fate && mine.what == lost.what);
            if let Some(at) = at {
                self.lost[at].questions.extend(lost.questions);
                self.lost[at].places.extend(lost.places);
            }
        }
    }

    /// The report for a person, one line a loss, questions left out first.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = vec![];
        for (fate, verb) in [(Fate::Refused, "refused"), (Fate::Skipped, "skipped")] {
            for lost in self.of(fate) {
                let (questions, ids) = (counted(lost.count, "question"), some(&lost.questions));
                lines.push(format!("{questions} {verb} ({}): {ids}", lost.what));
            }
        }
        for lost in self.of(Fate::Changed) {
            lines.push(format!("changed: {} ({}) in {}", lost.what, lost.count, some(&lost.questions)));
        }
        // Of an import it is said where; an export drops the same of every question.
        let (somewhere, everywhere): (Vec<&Lost>, Vec<&Lost>) =
            self.of(Fate::Dropped).partition(|lost| !lost.places.is_empty());
        for lost in somewhere {
            lines.push(format!("not carried: {} ({}): {}", lost.what, lost.count, first(&lost.places)));
        }
        let dropped: Vec<String> =
            everywhere.iter().map(|lost| format!("{} ({})", lost.what, lost.count)).collect();
        if !dropped.is_empty() {
            lines.push(format!("not carried: {}", dropped.join(", ")));
        }
        lines.extend(self.of(Fate::Noted).map(|noted| format!("note: {}", noted.what)));
        lines
    }

    /// The report for a program.
    pub(crate) fn json(&self) -> Value {
        let entry = |lost: &Lost| {
            let mut entry = json!({
                "fate": lost.fate.name(), "what": lost.what, "count": lost.count, "questions": lost.questions,
            });
            if !lost.places.is_empty() {
                let places: Vec<Value> = lost.places.iter().map(in_json).collect();
                entry["places"] = Value::Array(places);
            }
            entry
        };
        Value::Array(self.lost.iter().map(entry).collect())
    }
}

fn in_json(place: &Place) -> Value {
    let (line, column) = place.source.line_and_column(place.span.start);
    json!({"file": place.source.name, "line": line, "column": column})
}

/// The first of many places, the name of the file once.
fn first(places: &[Place]) -> String {
    const MOST: usize = 8;
    let mut named: Vec<String> = vec![];
    let mut file = None;
    for place in &places[..places.len().min(MOST)] {
        let (line, _) = place.source.line_and_column(place.span.start);
        let again = file.replace(&place.source.name) == Some(&place.source.name);
        named.push(if again { line.to_string() } else { format!("{}:{line}", place.source.name) });
    }
    let more = places.len().saturating_sub(MOST);
    let named = named.join(", ");
    if more > 0 { format!("{named} and {more} more") } else { named }
}

/// The first of many ids; the report for programs has them all.
fn some(ids: &[String]) -> String {
    const MOST: usize = 20;
    let named = ids[..ids.len().min(MOST)].join(", ");
    if ids.len() > MOST { format!("{named} and {} more", ids.len() - MOST) } else { named }
}

impl Fate {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Skipped => "skipped",
            Self::Changed => "changed",
            Self::Dropped => "dropped",
            Self::Noted => "noted",
        }
    }
}
