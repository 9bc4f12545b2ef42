//! The events of the log, as they are stored, merged and exported.

use serde::{Deserialize, Serialize};

use super::gate;
use super::plan::{PlanLater, SittingPlan};
use super::study_plan::StudyPlan;
use super::terms::HandInReason;
use super::time::Millis;

/// Something that happened on one device. The order of events is the order of the log, which the store keeps; the time
/// is for display only, so setting a clock changes no order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Event {
    /// Globally unique: 128 random bits in hexadecimal.
    pub(crate) id: String,
    /// The progress file in which it was first written.
    pub(crate) device: String,
    /// One more than the highest number in its file when it was written.
    pub(crate) number: u64,
    pub(crate) at: Millis,
    /// The sitting it belongs to, by the id of its start event.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) sitting: Option<String>,
    #[serde(flatten)]
    pub(crate) body: Body,
}

/// An event with its place in the log.
pub(super) type Placed<'e> = (usize, &'e Event);

/// What happened. What has to change with a new kind is listed at the end of the map in `lib.rs`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub(crate) enum Body {
    /// A sitting begins: everything that was decided for it.
    Start {
        plan: SittingPlan,
    },
    Answer(Answer),
    /// Takes back the answer with this event id.
    Undo {
        target: String,
    },
    /// A question is moved to the end of a quiz.
    Skip {
        item: usize,
    },
    /// A question is flagged for review in later quizzes, or no longer.
    Flag {
        #[serde(deserialize_with = "gate::line")]
        question: String,
        #[serde(deserialize_with = "gate::line")]
        topic: String,
        on: bool,
    },
    /// A quiz is over, or a paused sitting was dropped.
    End,
    /// In an exam: an answer that may still be changed. Choosing nothing removes it. The last one for an item stands,
    /// and counts as an answer once the exam is handed in.
    Choose(Answer),
    /// In an exam: a question is flagged to be looked at again before handing in, or no longer. Unlike [`Body::Flag`],
    /// this flag belongs to that exam only.
    #[serde(rename = "mark")]
    FlagItem {
        item: usize,
        on: bool,
    },
    /// In an exam: the person went from one question to another, after `spent` milliseconds at the first.
    Go {
        item: usize,
        spent: u64,
    },
    /// In an exam: the wall clock of the computer jumped by this many milliseconds.
    ClockSet {
        by: Millis,
    },
    /// The exam is over: the answers in these [`Body::Choose`] events stand.
    HandIn {
        reason: HandInReason,
        stands: Vec<String>,
    },
    /// What came before no longer counts: for one topic, or for all.
    Reset {
        #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "gate::some_line")]
        topic: Option<String>,
    },
    /// The answer with this event id was a guess, or was none after all: the last of these counts. No score changes.
    Guess {
        target: String,
        on: bool,
    },
    /// What the person aims at: the last one counts.
    Plan(StudyPlan),
}

impl Body {
    /// The names of all kinds of events. A new kind needs a new schema of the progress file: see `store/migrate.rs`.
    pub(crate) const KINDS: [&str; 14] = [
        "start",
        "answer",
        "undo",
        "skip",
        "flag",
        "end",
        "choose",
        "mark",
        "go",
        "clock-set",
        "hand-in",
        "reset",
        "guess",
        "plan",
    ];

    /// Reads an event as the store keeps it. serde copies everything in it before it has found the tag; where the tag
    /// comes first, as we write it, the kinds that make up nearly all of a log are read without that.
    pub(crate) fn read(json: &str) -> serde_json::Result<Self> {
        #[derive(Deserialize)]
        struct Started<'j> {
            #[serde(borrow)]
            plan: PlanLater<'j>,
        }
        let kind = json.strip_prefix(r#"{"event":""#).and_then(|rest| rest.split_once('"'));
        Ok(match kind {
            Some(("answer", _)) => Self::Answer(serde_json::from_str(json)?),
            Some(("choose", _)) => Self::Choose(serde_json::from_str(json)?),
            Some(("start", _)) => {
                Self::Start { plan: serde_json::from_str::<Started<'_>>(json)?.plan.checked()? }
            }
            _ => serde_json::from_str(json)?,
        })
    }

    /// The name of the kind in the store and in exports.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Start { .. } => "start",
            Self::Answer(_) => "answer",
            Self::Undo { .. } => "undo",
            Self::Skip { .. } => "skip",
            Self::Flag { .. } => "flag",
            Self::End => "end",
            Self::Choose(_) => "choose",
            Self::FlagItem { .. } => "mark",
            Self::Go { .. } => "go",
            Self::ClockSet { .. } => "clock-set",
            Self::HandIn { .. } => "hand-in",
            Self::Reset { .. } => "reset",
            Self::Guess { .. } => "guess",
            Self::Plan(_) => "plan",
        }
    }
}

/// A question was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// The index of the question in the plan of the sitting, from 0.
    pub(crate) item: usize,
    #[serde(deserialize_with = "gate::line")]
    pub(crate) question: String,
    #[serde(deserialize_with = "gate::line")]
    pub(crate) topic: String,
    /// The texts of the chosen options.
    #[serde(deserialize_with = "gate::texts")]
    pub(crate) chosen: Vec<String>,
    pub(crate) correct: bool,
    /// Fingerprint of the right answer at that time; see [`crate::bank::Question::key_fingerprint`].
    pub(crate) key: String,
    /// How long it took, in milliseconds.
    pub(crate) took: u64,
}
