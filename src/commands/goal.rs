//! What the person prepares for: the exam of the plan, the questions it may ask, and how far it is. Shared by the commands
//! that say how ready somebody is.

use crate::bank::{Bank, Question};
use crate::context::Context;
use crate::exam::{ExamRequest, Setup};
use crate::failure::Failure;
use crate::library;
use crate::progress::{Aim, Calendar, Event, History, Knowledge, StudyPlan, pacing, readiness, study_plan};
use crate::report::Ahead;

pub(super) struct Goal<'b> {
    bank: &'b Bank,
    pub(super) plan: StudyPlan,
    /// What the exam may ask.
    pub(super) questions: Vec<&'b Question>,
    pub(super) aim: Aim,
    /// The title of the exam, if one is planned and known.
    title: Option<String>,
    place: Option<String>,
    also_covers: Option<String>,
}

impl<'b> Goal<'b> {
    /// The goal of the plan that the log ends with; without one, or if its exam is not known any more, a mock exam of all
    /// topics.
    pub(super) fn of(events: &[Event], bank: &'b Bank, context: &Context) -> Result<Self, Failure> {
        let plan = study_plan(events);
        let profiles = library::known_profiles(context)?;
        let profile = plan.profile.as_deref().and_then(|id| profiles.find(id));
        let setup = Setup::new(profile, &ExamRequest::default()).map_err(Failure::ExamUnfit)?;
        Ok(Self {
            bank,
            questions: setup.may_ask_of(bank),
            aim: setup.aim(&profiles.blueprint, bank),
            title: profile.map(|profile| profile.title.clone()),
            place: profile.map(|profile| profile.place.clone()),
            also_covers: profile.and_then(|profile| profile.also_covers.clone()),
            plan,
        })
    }

    /// How far it is; `knowledge` is of the questions of this goal.
    pub(super) fn ahead(&self, knowledge: &Knowledge<'_>, history: &History, context: &Context) -> Ahead {
        let calendar = Calendar::new(context.now(), context.zone());
        let is_known = knowledge.answers > 0;
        let readiness = is_known.then(|| readiness(knowledge, &self.aim, context.now()));
        let raise = readiness.as_ref().and_then(|readiness| readiness.raise.as_deref());
        Ahead {
            raise: raise.map(|topic| self.bank.title(topic).to_owned()),
            readiness,
            pacing: pacing(knowledge, history, &self.plan, &calendar),
            exam: self.plan.exam_date(),
            minutes: self.plan.minutes,
            title: self.title.clone(),
            place: self.place.clone(),
            profile: self.aim.profile.clone(),
            in_banks: self.bank.questions().len(),
            also_covers: self.also_covers.clone(),
        }
    }
}
