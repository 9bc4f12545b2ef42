//! Whether the values of an event from a merged file are plausible: a huge number would overflow a sum somewhere.

use super::{Answer, Body, ExamTerms, PaperTerms, Pass, SittingPlan, StudyPlan};

/// The limit for questions of a sitting, options of a question and papers of an exam.
const MOST: usize = 100_000;
/// The limit for the bytes of a name or of an option's text.
const MOST_TEXT: usize = 100_000;
/// Ten years, in milliseconds.
const LONGEST: u64 = 10 * 366 * 86_400_000;
/// The last moment of the year 9999, in milliseconds; the same as `LATEST` in `store/rows.rs`.
const LATEST: i64 = 253_402_207_200_999;

impl Body {
    /// Whether guardprep could have written every value in it.
    pub(crate) fn is_sound(&self) -> bool {
        match self {
            Self::Start { plan } => plan.is_sound(),
            Self::Answer(answer) | Self::Choose(answer) => answer.is_sound(),
            Self::Undo { target } | Self::Guess { target, .. } => is_text(target),
            Self::Skip { item } | Self::FlagItem { item, .. } => *item <= MOST,
            Self::Flag { question, topic, .. } => is_text(question) && is_text(topic),
            Self::Go { item, spent } => *item <= MOST && *spent <= LONGEST,
            Self::ClockSet { by } => (-LATEST..=LATEST).contains(by),
            Self::HandIn { stands, .. } => are_texts(stands),
            Self::Reset { topic } => topic.as_deref().is_none_or(is_text),
            Self::Plan(plan) => plan.is_sound(),
            Self::End => true,
        }
    }
}

fn is_text(text: &str) -> bool {
    text.len() <= MOST_TEXT
}

fn are_texts(texts: &[String]) -> bool {
    texts.len() <= MOST && texts.iter().all(|text| is_text(text))
}

impl Answer {
    fn is_sound(&self) -> bool {
        self.item <= MOST
            && self.took <= LONGEST
            && is_text(&self.question)
            && is_text(&self.topic)
            && is_text(&self.key)
            && are_texts(&self.chosen)
    }
}

impl SittingPlan {
    fn is_sound(&self) -> bool {
        self.items().len() <= MOST
            && self.items().iter().all(|item| is_text(&item.question) && are_texts(&item.options))
            && self.terms().is_none_or(ExamTerms::is_sound)
    }
}

impl ExamTerms {
    fn is_sound(&self) -> bool {
        self.profile.as_deref().is_none_or(is_text)
            && is_text(&self.title)
            && self.allowed.is_none_or(|allowed| allowed <= LONGEST)
            && self.deadline.is_none_or(|deadline| (0..=LATEST).contains(&deadline))
            && self.extra_time <= 10_000
            && self.options <= MOST
            && (1..=MOST).contains(&self.papers.len())
            && self.papers.iter().all(PaperTerms::is_sound)
    }
}

impl PaperTerms {
    fn is_sound(&self) -> bool {
        let pass = match self.pass {
            Some(Pass::Count { needed, percent }) => {
                needed <= MOST && percent.is_none_or(|percent| percent <= 100)
            }
            Some(Pass::AllCorrect | Pass::ReviewUntilRight) | None => true,
        };
        is_text(&self.title) && self.questions <= MOST && pass
    }
}

impl StudyPlan {
    fn is_sound(&self) -> bool {
        let is_date = |text: &str| self.exam_date().is_some_and(|date| date.to_string() == text);
        self.exam.as_deref().is_none_or(is_date)
            && self.minutes.is_none_or(|minutes| (1..=Self::MOST_MINUTES).contains(&minutes))
            && self.profile.as_deref().is_none_or(is_text)
    }
}
