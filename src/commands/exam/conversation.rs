//! The conversation of an exam: from the first question until it is handed in or the person leaves.

use super::clock::{Clock, ClockDisplay};
use super::{after, json};
use crate::commands::session::{Ended, Session};
use crate::context::{Context, Outlives, Stream};
use crate::exam::{ExamSitting, Refused, Tick};
use crate::failure::{Exit, Failure};
use crate::progress::Body;
use crate::report::until;
use crate::terminal::view::exam::{self as view, PromptView};
use crate::terminal::view::flagged;
use crate::terminal::{Expect, Person, Reply};

/// An exam in progress.
pub(super) struct Exam<'c> {
    pub(super) session: Session<'c, ExamSitting<'c>>,
    clock: ClockDisplay,
    /// The clocks when they were last read.
    pub(super) seen: Tick,
    /// When the time at the current question began, on the monotonic clock.
    pub(super) since: u64,
    pub(super) place: Place,
    /// Whether the current question or screen has been printed.
    pub(super) shown: bool,
    /// The place of the question that was answered last in this run.
    pub(super) last: Option<usize>,
    /// The options that are picked at the current question and not yet confirmed; `None` while they are those of the
    /// answer that stands.
    pub(super) picks: Option<Vec<usize>>,
}

/// Which screen the person is at; not the place of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Question,
    Overview,
    /// At the question whether to hand in.
    Sure,
}

/// Runs the whole conversation, then shows the result or what is paused.
pub(super) fn hold<'c>(
    mut session: Session<'c, ExamSitting<'c>>,
    clock: ClockDisplay,
    mut person: Person,
) -> Result<Exit, Failure> {
    let outlives = match (session.store.is_kept(), session.state.terms().deadline) {
        (false, _) => Outlives::Nothing,
        (true, None) => Outlives::Sitting,
        (true, Some(_)) => Outlives::Running,
    };
    session.outlives(outlives)?;
    let seen = session.context.tick();
    let (since, place) = (seen.steady, Place::Question);
    let mut exam = Exam { session, clock, seen, since, place, shown: false, last: None, picks: None };
    let ended = exam.sit(&mut person);
    Context::set_outlives(Outlives::Nothing);
    let (ended, mut session) = (ended?, exam.session);
    let exit = if ended == Ended::Finished {
        after::show(&mut session, &mut person)?
    } else {
        let now = session.context.now();
        let deadline = session.state.terms().deadline;
        let ends = deadline.map(|deadline| until(deadline, now, &session.context.zone()));
        let resume = session.resume_command()?;
        let clock = ends.as_deref().zip(session.state.left(now));
        let text = view::paused(&session.state, clock, resume.as_deref(), person.width());
        person.say(&format!("\n{text}"))?;
        ended.exit()
    };
    // Restores the terminal before anything else is printed.
    drop(person);
    if session.stream == Stream::Err {
        session.context.document(&json::document(&session.state, session.bank))?;
    }
    if ended == Ended::OutOfInput {
        session.remark_out_of_input(session.state.at() + 1, "exam")?;
    }
    session.keep();
    Ok(exit)
}

impl<'c> Exam<'c> {
    pub(super) fn state(&self) -> &ExamSitting<'c> {
        &self.session.state
    }

    fn sit(&mut self, person: &mut Person) -> Result<Ended, Failure> {
        loop {
            self.look_at_clock(person)?;
            if self.state().handed_in().is_some() {
                return Ok(Ended::Finished);
            }
            let reply = match self.place {
                Place::Question => self.question(person)?,
                Place::Overview => self.overview(person)?,
                Place::Sure => self.sure(person)?,
            };
            match reply {
                Some(Reply::Help) => {
                    let text = match self.place {
                        Place::Question => {
                            view::help(&self.state().items()[self.state().at()], person.width())
                        }
                        _ => view::overview_help(person.width()),
                    };
                    person.say(&format!("\n{text}\n"))?;
                }
                Some(Reply::Again) => self.shown = false,
                Some(Reply::Go(number)) => {
                    if let Some(place) = self.place_of(person, number)? {
                        self.go(place)?;
                    }
                }
                // Other replies end the conversation or do nothing here. The loop reads the clock next.
                other => {
                    if let Some(ended) = other.and_then(|reply| Ended::by(&reply, person)) {
                        self.stay()?;
                        return Ok(ended);
                    }
                }
            }
        }
    }

    /// Asks at a question. Returns replies that are not specific to it.
    fn question(&mut self, person: &mut Person) -> Result<Option<Reply>, Failure> {
        let at = self.state().at();
        if !self.shown {
            person.say(&format!("\n{}", view::question(self.state(), at, person.width())))?;
            self.shown = true;
        }
        let item = self.state().items()[at].clone();
        let expect = Expect::Exam { options: item.layout.len(), several: item.question.has_several_keys() };
        let is_last = at + 1 == self.state().items().len();
        let mut picks = self.picks_at(&item);
        let reply = self.ask(person, &|view, width| view::prompt(&item, view, width), &expect, &mut picks)?;
        let has_picks = !picks.is_empty();
        match &reply {
            Reply::Options(_) | Reply::Clear => {}
            Reply::Again | Reply::Help | Reply::Flag | Reply::FlagLast => self.picks = Some(picks),
            _ => self.keep_picks(person, at, &picks)?,
        }
        match reply {
            Reply::Options(places) => {
                if self.give(person, at, &places)? {
                    self.to(if is_last { Place::Overview } else { Place::Question });
                }
            }
            Reply::Clear if item.given.is_none() => person.tell(if has_picks {
                "What was picked is taken out."
            } else {
                "There is no answer to take out."
            })?,
            Reply::Clear => drop(self.give(person, at, &[])?),
            Reply::Flag => self.flag(person, at)?,
            Reply::FlagLast => match self.last {
                Some(last) => self.flag(person, last)?,
                None => person.tell("No question was answered yet: f flags this one.")?,
            },
            Reply::Next if is_last => self.to(Place::Overview),
            Reply::Next => self.go(at + 1)?,
            Reply::Previous if at == 0 => person.tell("This is the first question.")?,
            Reply::Previous => self.go(at - 1)?,
            Reply::HandIn => self.to(Place::Overview),
            other => return Ok(Some(other)),
        }
        Ok(None)
    }

    /// Asks at the review screen.
    fn overview(&mut self, person: &mut Person) -> Result<Option<Reply>, Failure> {
        if !self.shown {
            let left =
                self.state().left(self.session.context.now()).filter(|_| self.clock != ClockDisplay::Off);
            let plain = self.session.context.is_plain();
            person.say(&format!("\n{}", view::overview(self.state(), left, plain, person.width())))?;
            self.shown = true;
        }
        match self.ask(person, &|view, _| view::overview_prompt(view), &Expect::Overview, &mut vec![])? {
            Reply::Next => match self.state().next_unanswered() {
                Some(blank) => self.go(blank)?,
                None => person.tell("Every question has an answer: x hands in.")?,
            },
            Reply::Previous => self.to(Place::Question),
            Reply::HandIn => self.to(Place::Sure),
            Reply::FlagNumber(number) => {
                if let Some(place) = self.place_of(person, number)? {
                    self.flag(person, place)?;
                }
            }
            other => return Ok(Some(other)),
        }
        Ok(None)
    }

    /// Asks whether to hand in.
    fn sure(&mut self, person: &mut Person) -> Result<Option<Reply>, Failure> {
        if !self.shown {
            person.say(&format!("\n{}", view::sure(self.state(), person.width())))?;
            self.shown = true;
        }
        match self.ask(person, &|view, _| view::sure_prompt(view), &Expect::Sure, &mut vec![])? {
            Reply::Yes => {
                self.stay()?;
                self.done(person, self.state().hand_in(self.session.context.now()))?;
            }
            Reply::No => {
                person.tell("Not handed in: the exam goes on.")?;
                self.to(Place::Overview);
                // The review screen was just printed, and nothing on it has changed.
                self.shown = true;
            }
            other => return Ok(Some(other)),
        }
        Ok(None)
    }

    /// The place of the question with a number that was typed, or `None` after saying which numbers there are.
    fn place_of(&self, person: &mut Person, number: usize) -> Result<Option<usize>, Failure> {
        let all = self.state().items().len();
        if (1..=all).contains(&number) {
            return Ok(Some(number - 1));
        }
        person.tell(&format!("There is no question {number}: they go from 1 to {all}."))?;
        Ok(None)
    }

    fn flag(&mut self, person: &mut Person, place: usize) -> Result<(), Failure> {
        if self.done(person, self.state().flag(place))? {
            person.say(&flagged(place + 1, self.state().items()[place].flagged))?;
        }
        Ok(())
    }

    fn ask(
        &mut self,
        person: &mut Person,
        text: &dyn Fn(PromptView, usize) -> String,
        expect: &Expect,
        picks: &mut Vec<usize>,
    ) -> Result<Reply, Failure> {
        let keys = person.has_keys();
        let Self { session: Session { context, state, .. }, seen, clock, .. } = self;
        let mut clock = Clock { context, exam: state, seen, display: *clock, keys, text };
        Ok(person.ask_watched(&mut clock, expect, picks)?)
    }

    /// Records the event of a move, or says why the move is refused. Returns whether it was recorded.
    pub(super) fn done(&mut self, person: &mut Person, body: Result<Body, Refused>) -> Result<bool, Failure> {
        match body {
            Ok(body) => {
                self.session.record(body)?;
                Ok(true)
            }
            Err(refused) => {
                person.tell(&format!("Not taken: {refused}."))?;
                Ok(false)
            }
        }
    }
}
