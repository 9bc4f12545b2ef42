//! The log: what can happen, as it is stored, merged and exported.

use serde::{Deserialize, Serialize};

use super::gate;
use super::plan::SittingPlan;
use super::terms::HandInReason;
use super::time::Millis;

/// Something that happened at one time on one device. The order of events is that of the log, which the store keeps:
/// times are for display, and a clock that was set back orders nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Event {
    /// Unique in the world: 128 random bits in hexadecimal.
    pub(crate) id: String,
    /// The progress file in which it was first written.
    pub(crate) device: String,
    /// One more than every number that its file held when it was written.
    pub(crate) number: u64,
    pub(crate) at: Millis,
    /// The sitting it belongs to.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) sitting: Option<String>,
    #[serde(flatten)]
    pub(crate) body: Body,
}

/// What happened.
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
    /// A question goes to the end of the sitting.
    Skip {
        item: usize,
    },
    /// A question is flagged for review, or no longer.
    Flag {
        #[serde(deserialize_with = "gate::line")]
        question: String,
        #[serde(deserialize_with = "gate::line")]
        topic: String,
        on: bool,
    },
    /// The sitting is over.
    End,
    /// In an exam: an answer that may still be changed; nothing chosen takes it out again. The last one for an item
    /// stands, and counts as an answer once the exam is handed in.
    Choose(Answer),
    /// In an exam: a question is flagged to be looked at again before handing in, or no longer. It is a flag of that
    /// exam only, other than [`Body::Flag`].
    #[serde(rename = "mark")]
    FlagItem {
        item: usize,
        on: bool,
    },
    /// In an exam: from one question to another, after so many milliseconds at the one that is left.
    Go {
        item: usize,
        spent: u64,
    },
    /// In an exam: the clock of the machine was seen to jump by so many milliseconds.
    ClockSet {
        by: Millis,
    },
    /// The exam is over: the answers in these [`Body::Choose`] events stand.
    HandIn {
        reason: HandInReason,
        stands: Vec<String>,
    },
    /// What came before no longer counts: for a topic, or for all.
    Reset {
        #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "gate::some_line")]
        topic: Option<String>,
    },
}

impl Body {
    /// The names of all events. A new one needs a new schema of the progress file: see `store/migrate.rs`.
    pub(crate) const KINDS: [&str; 12] = [
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
    ];

    /// The name of the event in the store and in exports.
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
        }
    }
}

/// A question was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// The place of the question in the plan of the sitting, from 0.
    pub(crate) item: usize,
    #[serde(deserialize_with = "gate::line")]
    pub(crate) question: String,
    #[serde(deserialize_with = "gate::line")]
    pub(crate) topic: String,
    /// The texts of the chosen options.
    #[serde(deserialize_with = "gate::texts")]
    pub(crate) chosen: Vec<String>,
    pub(crate) correct: bool,
    /// Fingerprint of the right answer when it was given; see [`crate::bank::Question::key_fingerprint`].
    pub(crate) key: String,
    /// How long it took, in milliseconds.
    pub(crate) took: u64,
}
