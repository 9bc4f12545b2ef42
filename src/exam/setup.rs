//! What an exam will be: a profile (or none) combined with what the person asked for.

use super::pass::PassRule;
use super::profile::{PaperProfile, Profile, TimeKind, Weights};
use crate::bank::Named;
use crate::sitting::OPTIONS_SHOWN;

/// The number of questions if neither a profile nor the person gives one.
pub(crate) const PRACTICE_QUESTIONS: usize = 50;

/// Milliseconds for a question if neither a profile nor the person gives a time: Ontario's pace, 75 minutes for 60.
pub(crate) const PRACTICE_PACE: u64 = 75_000;

/// What the person asked for; it overrides the profile.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ExamRequest {
    pub(crate) questions: Option<usize>,
    pub(crate) minutes: Option<u32>,
    pub(crate) pass: Option<PassRule>,
    pub(crate) extra_time: Option<ExtraTime>,
    /// No limit, whatever the profile says.
    pub(crate) untimed: bool,
}

/// More time than usual, for candidates to whom it is granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExtraTime {
    Quarter,
    Half,
    Double,
}

impl Named for ExtraTime {
    const ALL: &'static [Self] = &[Self::Quarter, Self::Half, Self::Double];

    fn name(self) -> &'static str {
        match self {
            Self::Quarter => "1.25",
            Self::Half => "1.5",
            Self::Double => "2",
        }
    }

    fn summary(self) -> &'static str {
        match self {
            Self::Quarter => "a quarter more",
            Self::Half => "half as much again",
            Self::Double => "twice the time",
        }
    }
}

impl ExtraTime {
    /// In percent of the usual time.
    pub(crate) fn percent(self) -> u32 {
        match self {
            Self::Quarter => 125,
            Self::Half => 150,
            Self::Double => 200,
        }
    }
}

/// An exam that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Setup {
    pub(crate) profile: Option<String>,
    pub(crate) title: String,
    pub(crate) papers: Vec<PaperSetup>,
    /// Milliseconds for all questions, without extra time; `None` without a limit.
    pub(crate) time: Option<u64>,
    /// In percent of the usual time.
    pub(crate) extra_time: u32,
    pub(crate) untimed: bool,
    pub(crate) options: usize,
    pub(crate) true_false_percent: Option<u32>,
    /// `None` allows questions about the law of any place.
    pub(crate) jurisdictions: Option<Vec<String>>,
    /// What guardprep chose itself, which the person has to be told.
    pub(crate) assumptions: Vec<Assumption>,
}

/// One paper of an exam that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PaperSetup {
    pub(crate) title: String,
    pub(crate) questions: usize,
    /// The number of questions for which the pass rule was stated.
    pub(crate) of: usize,
    pub(crate) pass: Option<PassRule>,
    pub(crate) topics: Vec<String>,
    pub(crate) weights: Weights,
}

/// A figure that guardprep chose because no source gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Assumption {
    Questions,
    /// [`PRACTICE_PACE`], or the pace of the profile for another number of questions.
    Time,
}

/// Why there can be no exam as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unfit {
    #[error("{0} right answers of {1} questions cannot be reached")]
    PassAboveQuestions(usize, usize),
    #[error("the papers of this exam have numbers of questions and pass rules of their own")]
    Papers,
}

impl Setup {
    /// Combines a profile with what the person asked for.
    ///
    /// With another number of questions the time and the pass rule are scaled.
    pub(crate) fn new(profile: Option<&Profile>, request: &ExamRequest) -> Result<Self, Unfit> {
        let several = profile.is_some_and(Profile::has_several_papers);
        if several && (request.questions.is_some() || request.pass.is_some()) {
            return Err(Unfit::Papers);
        }
        let mut assumptions = vec![];
        let title = profile.map_or("Mock exam", |profile| &profile.title);
        let none = [PaperProfile::default()];
        let papers: Vec<PaperSetup> = profile
            .map_or(&none[..], |profile| &profile.papers)
            .iter()
            .map(|paper| paper_setup(paper, title, request, &mut assumptions))
            .collect::<Result<_, _>>()?;
        let own = profile.and_then(|profile| profile.minutes().zip(profile.questions()));
        let questions: usize = papers.iter().map(|paper| paper.questions).sum();
        let has_limit = profile.is_none_or(|profile| profile.time != TimeKind::Minimum);
        let time = match (request.minutes, own) {
            (Some(minutes), _) => Some(u64::from(minutes) * 60_000),
            _ if !has_limit => None,
            (None, Some((minutes, of))) => {
                if of != questions {
                    assumptions.push(Assumption::Time);
                }
                Some(u64::from(minutes) * 60_000 * questions as u64 / of.max(1) as u64)
            }
            (None, None) => {
                assumptions.push(Assumption::Time);
                Some(PRACTICE_PACE * questions as u64)
            }
        };
        if request.untimed {
            assumptions.retain(|what| *what != Assumption::Time);
        }
        Ok(Self {
            profile: profile.map(|profile| profile.id.clone()),
            title: title.to_owned(),
            papers,
            time: time.filter(|_| !request.untimed),
            extra_time: request.extra_time.map_or(100, ExtraTime::percent),
            untimed: request.untimed,
            options: profile.and_then(|profile| profile.options).unwrap_or(OPTIONS_SHOWN),
            true_false_percent: profile.and_then(|profile| profile.true_false_percent),
            jurisdictions: profile.map(|profile| profile.jurisdictions.clone()),
            assumptions,
        })
    }

    /// The time for this number of questions, extra time included, in milliseconds.
    pub(super) fn allowed(&self, questions: usize) -> Option<u64> {
        let wanted: usize = self.papers.iter().map(|paper| paper.questions).sum();
        let time = self.time? * questions as u64 / wanted.max(1) as u64;
        Some(time * u64::from(self.extra_time) / 100)
    }
}

fn paper_setup(
    paper: &PaperProfile,
    title: &str,
    request: &ExamRequest,
    assumptions: &mut Vec<Assumption>,
) -> Result<PaperSetup, Unfit> {
    let questions = request.questions.or(paper.questions).unwrap_or_else(|| {
        assumptions.push(Assumption::Questions);
        PRACTICE_QUESTIONS
    });
    // A pass mark from the command line is for the number of questions on the command line.
    let of = if request.pass.is_some() { questions } else { paper.questions.unwrap_or(questions) };
    let pass = request.pass.or(paper.pass);
    if let Some(minimum) = pass.and_then(PassRule::minimum).filter(|minimum| *minimum > of) {
        return Err(Unfit::PassAboveQuestions(minimum, of));
    }
    Ok(PaperSetup {
        title: paper.title.clone().unwrap_or_else(|| title.to_owned()),
        questions,
        of,
        pass,
        topics: paper.topics.clone(),
        weights: paper.weights.clone(),
    })
}
