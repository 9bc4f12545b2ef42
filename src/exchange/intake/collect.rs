//! The bank as it is read, question by question.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::super::import::{ImportOptions, Imported};
use super::super::loss::Loss;
use super::decode::{Decoded, decode, is_binary};
use super::draft::{self, Draft, short};
use super::letters::lettered;
use super::naming;
use crate::bank::{Bank, Fingerprint, Kind, Level, Named, Objective, Question, Topic};
use crate::diagnostic::{Diagnostic, Place, Severity, Source};
use crate::limits::{self, MB, grouped};
use crate::words::harmless_line;

/// So many problems are reported one by one; the rest is counted.
const MOST_PROBLEMS: usize = 1_000;

/// A bank as it is read.
pub(crate) struct Intake<'o> {
    pub(super) options: &'o ImportOptions,
    source: Arc<Source>,
    pub(super) sections: Vec<(Topic, Vec<Question>)>,
    /// Where in `sections` a topic stands.
    pub(super) places: BTreeMap<String, usize>,
    /// The objectives of each section.
    objectives: BTreeSet<(usize, String)>,
    /// Which ids are taken, by what and where.
    pub(super) ids: BTreeMap<String, (Fingerprint, Place)>,
    problems: Vec<Diagnostic>,
    untold: usize,
    said: Vec<String>,
    read: usize,
    skipped: usize,
    pub(crate) loss: Loss,
}

impl<'o> Intake<'o> {
    /// Begins with a file of text.
    pub(crate) fn of_text(bytes: &[u8], options: &'o ImportOptions) -> Self {
        let mut intake = Self::of_package(options);
        intake.enter("", bytes);
        intake
    }

    /// Begins with nothing; each file of a package is then entered.
    pub(crate) fn of_package(options: &'o ImportOptions) -> Self {
        Self {
            options,
            source: Source::new(options.file_name.as_str(), ""),
            sections: vec![],
            places: BTreeMap::new(),
            objectives: BTreeSet::new(),
            ids: BTreeMap::new(),
            problems: vec![],
            untold: 0,
            said: vec![],
            read: 0,
            skipped: 0,
            loss: Loss::default(),
        }
    }

    /// From here on, places are in this file of a package, or with an empty name in the file itself.
    pub(crate) fn enter(&mut self, name: &str, bytes: &[u8]) {
        let name = self.full(name);
        let refused = if bytes.len() as u64 > limits::FILE {
            let most = limits::FILE / MB;
            Some(("too-large", format!("the file is larger than {most} MB"), "split it into parts"))
        } else {
            let help = "is it the right file, and the right format?";
            is_binary(bytes).then(|| ("binary", String::from("this is no text"), help))
        };
        if let Some((rule, message, help)) = refused {
            self.source = Source::new(name, "");
            self.problem(rule, 0..0, message, help);
            return;
        }
        let Decoded { text, found } = decode(bytes);
        self.source = Source::new(name, text);
        if let Some(found) = found {
            self.said.extend(found.said());
            self.problems.extend(found.problem(&self.source));
        }
    }

    /// The same with a text that was made of what stands in a file: whatever it looks like, it is one.
    pub(crate) fn enter_text(&mut self, name: &str, text: String) {
        self.source = Source::new(self.full(name), text);
    }

    /// Goes back to a file that was entered before: what is to be said of it has been said.
    pub(crate) fn go_back(&mut self, source: &Arc<Source>) {
        self.source = Arc::clone(source);
    }

    fn full(&self, name: &str) -> String {
        match name {
            "" => self.options.file_name.clone(),
            inner => format!("{}/{}", self.options.file_name, harmless_line(inner)),
        }
    }

    pub(crate) fn text(&self) -> Arc<Source> {
        Arc::clone(&self.source)
    }

    pub(crate) fn options(&self) -> &'o ImportOptions {
        self.options
    }

    /// A row, block or element that is no question that can be read.
    pub(crate) fn skip(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        reason: impl Into<String>,
        help: &str,
    ) {
        self.skipped += 1;
        self.problem(rule, span, reason.into(), help);
    }

    /// How the file was read, where that had to be found out.
    pub(crate) fn say(&mut self, text: impl Into<String>) {
        self.said.push(harmless_line(&text.into()));
    }

    /// A question that is told whole but for its answer: what else is wrong with it is told, too.
    pub(crate) fn refuse(&mut self, draft: &Draft, rule: &'static str, reason: String, help: &str) {
        let reasons = std::iter::once(reason).chain(draft.faults_but_keys()).collect::<Vec<_>>();
        self.skip(rule, draft.span.clone(), reasons.join("; "), help);
    }

    /// Something that the whole file lacks.
    pub(crate) fn problem(&mut self, rule: &'static str, span: Range<usize>, message: String, help: &str) {
        self.tell(Severity::Error, rule, span, message, help);
    }

    /// Something that was read otherwise than it was written.
    pub(crate) fn note(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) {
        self.tell(Severity::Warning, rule, span, message.into(), help);
    }

    fn tell(
        &mut self,
        severity: Severity,
        rule: &'static str,
        span: Range<usize>,
        message: String,
        help: &str,
    ) {
        if self.problems.len() >= MOST_PROBLEMS {
            self.untold += 1;
            return;
        }
        let mut problem = Diagnostic::new(severity, rule, message).at(Place::new(&self.source, span));
        problem.help = (!help.is_empty()).then(|| help.to_owned());
        self.problems.push(problem);
    }

    /// Makes a topic known before its questions come, with all its objectives.
    pub(crate) fn declare(&mut self, topic: Topic) {
        if self.options.topic.is_none()
            && self.sections.len() < limits::TOPICS
            && !self.places.contains_key(&topic.id)
        {
            self.push(naming::declared(topic));
        }
    }

    pub(super) fn push(&mut self, topic: Topic) -> usize {
        let at = self.sections.len();
        self.places.insert(topic.id.clone(), at);
        self.objectives.extend(topic.objectives.iter().map(|objective| (at, objective.id.clone())));
        self.sections.push((topic, vec![]));
        at
    }

    /// Adds a question, or reports why not. Returns its final id.
    pub(crate) fn add(&mut self, draft: &Draft) -> Option<String> {
        let span = draft.span.clone();
        if let Some(reason) = draft.beyond_bounds() {
            self.skip("too-large", span, reason, "");
            return None;
        }
        let (draft, letters) = &lettered(draft);
        let kind = self.named::<Kind>(&draft.kind, &span).unwrap_or(Kind::Concept);
        let level = self.named::<Level>(&draft.level, &span).unwrap_or(Level::Understand);
        if self.read >= limits::QUESTIONS {
            let message = format!("the file has more than {} questions", grouped(limits::QUESTIONS));
            self.skip("too-large", span, message, "make several files of it");
            return None;
        }
        let Some(section) = self.section(&draft.topic) else {
            let message = format!("the file has more than {} topics", grouped(limits::TOPICS));
            self.skip("too-large", span, message, "`--topic ID` puts all questions into one");
            return None;
        };
        let topic = self.sections[section].0.id.clone();
        let (id, name_is_kept) = self.id(draft, &topic)?;
        let (objective, text) = naming::objective(&draft.objective);
        let parts = draft.parts(id.clone(), topic, objective.clone(), kind, level);
        let question = match Question::new(parts.clone()) {
            Ok(question) => draft::without_needless_order(question),
            Err(faults) => {
                let reasons: Vec<String> =
                    faults.iter().map(|fault| draft::in_words(fault, &parts)).collect();
                let called = if draft.id.trim().is_empty() { draft.name.trim() } else { draft.id.trim() };
                let called = if called.is_empty() { String::new() } else { format!("`{}`: ", short(called)) };
                self.skip("no-question", span, format!("{called}{}", reasons.join("; ")), "");
                return None;
            }
        };
        if draft.has_harmful() {
            self.note("control-character", span.clone(), "control characters were replaced by \u{fffd}", "");
        }
        self.ids.insert(id.clone(), (draft.fingerprint(), Place::new(&self.source, span.clone())));
        self.loss.drop(&id, "names", usize::from(!name_is_kept));
        self.loss.change(&id, "letters typed before the options, taken off", letters.typed);
        if let Some(words) = &letters.named {
            let message = format!("\"{words}\" names an option by its letter");
            self.note(
                "letters",
                span,
                message,
                "its options keep the order of the file; to have them shuffled, name the option by what it says",
            );
        }
        let (topic, questions) = &mut self.sections[section];
        if self.objectives.insert((section, objective.clone())) {
            topic.objectives.push(Objective { id: objective, text });
        }
        questions.push(question);
        self.read += 1;
        Some(id)
    }

    /// How many questions were read so far.
    pub(crate) fn count(&self) -> usize {
        self.read
    }

    /// What of a question that was added has no place.
    pub(crate) fn lose<'w>(&mut self, id: &str, lost: impl IntoIterator<Item = (&'w str, usize)>) {
        for (what, count) in lost {
            self.loss.drop(id, what, count);
        }
    }

    pub(crate) fn finish(mut self) -> Imported {
        if self.untold > 0 {
            self.problems.push(Diagnostic::untold(self.untold));
        }
        if self.read == 0 && self.skipped == 0 && self.problems.iter().all(|problem| !problem.is_error()) {
            self.problem(
                "no-question",
                0..0,
                String::from("no question was found"),
                "is it the right format? `--from` names it",
            );
        }
        let ids = self.ids;
        self.loss.locate(|id| ids.get(id).map(|(_, place)| place.clone()));
        let mut bank = Bank::default();
        for (topic, questions) in self.sections {
            if !questions.is_empty() {
                bank.add(topic, questions);
            }
        }
        Imported {
            bank,
            problems: self.problems,
            read: self.read,
            skipped: self.skipped,
            said: self.said,
            loss: self.loss,
        }
    }

    fn named<T: Named>(&mut self, name: &str, span: &Range<usize>) -> Option<T> {
        let plain = name.trim().to_lowercase();
        let found = T::find(&plain);
        if found.is_none() && !plain.is_empty() {
            let known = T::names().join(", ");
            self.note("unknown-value", span.clone(), format!("`{}` is none of {known}", short(name)), "");
        }
        found
    }
}
