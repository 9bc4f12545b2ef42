//! The conversation of an exam: from the first question until it is handed in, or the person leaves.

use super::clock::{Clock, ClockDisplay};
use super::{after, json};
use crate::bank::Bank;
use crate::context::{Context, Outlives, Stream};
use crate::exam::{Refused, Sheet, Tick};
use crate::failure::{Exit, Failure};
use crate::progress::{Body, SittingPlan};
use crate::store::Store;
use crate::terminal::view::exam::{self as view, PromptView};
use crate::terminal::{Expect, Person, Reply};

/// All that an exam needs, begun or gone on with.
pub(crate) struct Exam<'c> {
    pub(super) context: &'c Context,
    pub(super) bank: &'c Bank,
    pub(super) store: Store,
    /// The id of its start event.
    pub(super) start: String,
    pub(super) plan: SittingPlan,
    pub(super) sheet: Sheet<'c>,
    /// Where it is held: on stderr when stdout is for a document.
    pub(super) stream: Stream,
    clock: ClockDisplay,
    /// The last look at the clocks.
    pub(super) seen: Tick,
    /// Since when the question is looked at, on the steady clock.
    pub(super) since: u64,
    pub(super) place: Place,
    /// What is asked about is on the screen.
    pub(super) shown: bool,
}

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Question,
    Overview,
    /// Asked whether to hand in.
    Sure,
}

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    HandedIn,
    Paused,
    OutOfInput,
    Interrupted,
}

/// Holds the whole conversation and says how it went.
pub(crate) fn hold(mut exam: Exam<'_>, mut person: Person) -> Result<Exit, Failure> {
    let outlives = match (exam.store.is_kept(), exam.sheet.terms.deadline) {
        (false, _) => Outlives::Nothing,
        (true, None) => Outlives::Sitting,
        (true, Some(_)) => Outlives::Running,
    };
    Context::set_outlives(outlives);
    let ended = exam.sit(&mut person);
    Context::set_outlives(Outlives::Nothing);
    let exit = match ended? {
        Ended::HandedIn => after::show(&mut exam, &mut person)?,
        ended => {
            person.say(&format!("\n{}", exam.paused(person.width())))?;
            match ended {
                Ended::Interrupted => Exit::Interrupted,
                Ended::OutOfInput => Exit::No,
                _ => Exit::Done,
            }
        }
    };
    // The terminal is put back before anything else is said.
    drop(person);
    if exam.stream == Stream::Err {
        exam.context.document(&json::document(&exam.plan, &exam.sheet, exam.bank))?;
    }
    if exit == Exit::No {
        let (at, all) = (exam.sheet.at() + 1, exam.sheet.items().len());
        let how = if exam.store.is_kept() {
            "The exam is kept; go on with: guardprep resume"
        } else {
            "Nothing was saved."
        };
        exam.context.remark(&format!("guardprep: the input ended at question {at} of {all}. {how}"))?;
    }
    Ok(exit)
}

impl<'c> Exam<'c> {
    #[expect(clippy::too_many_arguments, reason = "each is another thing, and there are two callers")]
    pub(crate) fn new(
        context: &'c Context,
        bank: &'c Bank,
        store: Store,
        start: String,
        plan: SittingPlan,
        sheet: Sheet<'c>,
        stream: Stream,
        clock: ClockDisplay,
    ) -> Self {
        let seen = context.tick();
        let (since, place, shown) = (seen.steady, Place::Question, false);
        Self { context, bank, store, start, plan, sheet, stream, clock, seen, since, place, shown }
    }

    fn sit(&mut self, person: &mut Person) -> Result<Ended, Failure> {
        loop {
            self.look_at_clock(person)?;
            if self.sheet.handed_in().is_some() {
                return Ok(Ended::HandedIn);
            }
            let reply = match self.place {
                Place::Question => self.question(person)?,
                Place::Overview => self.overview(person)?,
                Place::Sure => self.sure(person)?,
            };
            match reply {
                Some(Reply::Quit) => return self.leave(Ended::Paused),
                Some(Reply::End) if person.has_keys() => return self.leave(Ended::Paused),
                Some(Reply::End) => return self.leave(Ended::OutOfInput),
                Some(Reply::Interrupted) => return self.leave(Ended::Interrupted),
                Some(Reply::Help) => {
                    let text = match self.place {
                        Place::Question => view::help(&self.sheet.items()[self.sheet.at()], person.width()),
                        _ => view::overview_help(person.width()),
                    };
                    person.say(&format!("\n{text}\n"))?;
                }
                Some(Reply::Again) => self.shown = false,
                Some(Reply::Go(number)) => {
                    if (1..=self.sheet.items().len()).contains(&number) {
                        self.go(number - 1)?;
                    } else {
                        let all = self.sheet.items().len();
                        person.tell(&format!("There is no question {number}: they go from 1 to {all}."))?;
                    }
                }
                // The clock is looked at next; the rest means nothing here, and was told so.
                _ => {}
            }
        }
    }

    /// At a question. What is not special to it is given back.
    fn question(&mut self, person: &mut Person) -> Result<Option<Reply>, Failure> {
        let at = self.sheet.at();
        if !self.shown {
            person.say(&format!("\n{}", view::question(&self.sheet, at, person.width())))?;
            self.shown = true;
        }
        let item = self.sheet.items()[at].clone();
        let expect = Expect::Exam { options: item.layout.len(), several: item.question.has_several_keys() };
        let is_last = at + 1 == self.sheet.items().len();
        match self.ask(person, &|view, width| view::prompt(&item, view, width), &expect)? {
            Reply::Options(places) => {
                let chosen: Vec<usize> = places.iter().map(|&place| item.layout[place]).collect();
                let took = self.spent();
                if self.done(person, self.sheet.choose(at, &chosen, took, self.context.now()))? {
                    person.say(&format!("Answer {} is kept.", view::letters(&places)))?;
                    self.to(if is_last { Place::Overview } else { Place::Question });
                }
            }
            Reply::Clear if item.choice.is_none() => person.tell("There is no answer to take out.")?,
            Reply::Clear => {
                let took = self.spent();
                if self.done(person, self.sheet.choose(at, &[], took, self.context.now()))? {
                    person.tell("The answer is taken out.")?;
                }
            }
            Reply::Flag => {
                if self.done(person, self.sheet.flag(at))? {
                    person.tell(if item.flagged {
                        "The flag is off."
                    } else {
                        "Flagged, to look at it again."
                    })?;
                }
            }
            Reply::Next if is_last => self.to(Place::Overview),
            Reply::Next => self.go(at + 1)?,
            Reply::Previous if at == 0 => person.tell("This is the first question.")?,
            Reply::Previous => self.go(at - 1)?,
            Reply::HandIn => self.to(Place::Overview),
            other => return Ok(Some(other)),
        }
        Ok(None)
    }

    /// At the review screen.
    fn overview(&mut self, person: &mut Person) -> Result<Option<Reply>, Failure> {
        if !self.shown {
            let left = self.sheet.left(self.context.now()).filter(|_| self.clock != ClockDisplay::Off);
            let plain = self.context.is_plain();
            person.say(&format!("\n{}", view::overview(&self.sheet, left, plain, person.width())))?;
            self.shown = true;
        }
        match self.ask(person, &|view, _| view::overview_prompt(view), &Expect::Overview)? {
            Reply::Next => match self.sheet.next_unanswered() {
                Some(blank) => self.go(blank)?,
                None => person.tell("Every question has an answer: x hands in.")?,
            },
            Reply::Previous => self.to(Place::Question),
            Reply::HandIn => self.to(Place::Sure),
            other => return Ok(Some(other)),
        }
        Ok(None)
    }

    /// Asked whether to hand in.
    fn sure(&mut self, person: &mut Person) -> Result<Option<Reply>, Failure> {
        if !self.shown {
            person.say(&format!("\n{}", view::sure(&self.sheet, person.width())))?;
            self.shown = true;
        }
        match self.ask(person, &|view, _| view::sure_prompt(view), &Expect::Sure)? {
            Reply::Yes => {
                self.stay()?;
                self.done(person, self.sheet.hand_in(self.context.now()))?;
            }
            Reply::No => {
                person.tell("Not handed in: the exam goes on.")?;
                self.to(Place::Overview);
                // It stands above, and nothing in it has changed.
                self.shown = true;
            }
            other => return Ok(Some(other)),
        }
        Ok(None)
    }

    fn ask(
        &mut self,
        person: &mut Person,
        text: &dyn Fn(PromptView, usize) -> String,
        expect: &Expect,
    ) -> Result<Reply, Failure> {
        let keys = person.has_keys();
        let Self { context, sheet, seen, clock, .. } = self;
        let mut clock = Clock { context, sheet, seen, way: *clock, keys, text };
        Ok(person.ask_watched(&mut clock, expect)?)
    }

    /// Does what can still be done; says whether it could.
    pub(super) fn done(&mut self, person: &mut Person, body: Result<Body, Refused>) -> Result<bool, Failure> {
        match body {
            Ok(body) => {
                self.record(body)?;
                Ok(true)
            }
            Err(refused) => {
                person.tell(&format!("Not taken: {refused}."))?;
                Ok(false)
            }
        }
    }

    /// Writes an event down, and only then lets it take effect.
    pub(super) fn record(&mut self, body: Body) -> Result<(), Failure> {
        let event = self.store.record(self.context.now(), Some(&self.start), body)?;
        self.sheet.apply(&event);
        Ok(())
    }

    fn paused(&self, width: usize) -> String {
        let left = self.sheet.left(self.context.now());
        view::paused(&self.sheet, left, self.store.is_kept(), width)
    }
}
