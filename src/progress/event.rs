//! The log: what can happen, as it is stored, merged and exported.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00Z.
pub(crate) type Millis = i64;

/// Something that happened at one time on one device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Event {
    /// Unique in the world: 128 random bits in hexadecimal.
    pub(crate) id: String,
    /// The progress file in which it was first written.
    pub(crate) device: String,
    /// Counts the events of a device: order within one millisecond.
    pub(crate) number: u64,
    pub(crate) at: Millis,
    /// The sitting it belongs to.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) sitting: Option<String>,
    #[serde(flatten)]
    pub(crate) body: Body,
}

impl Event {
    /// Events are told in this order, wherever they were written.
    pub(crate) fn order(&self) -> (Millis, &str, u64, &str) {
        (self.at, &self.device, self.number, &self.id)
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub(crate) enum Body {
    /// A sitting begins: everything that was decided for it.
    Start {
        plan: Plan,
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
    /// A question is marked for review, or no longer.
    Flag {
        question: String,
        topic: String,
        on: bool,
    },
    /// The sitting is over.
    End,
    /// What came before no longer counts: for a topic, or for all.
    Reset {
        #[serde(skip_serializing_if = "Option::is_none", default)]
        topic: Option<String>,
    },
}

impl Body {
    /// The name of the event in the store and in exports.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Start { .. } => "start",
            Self::Answer(_) => "answer",
            Self::Undo { .. } => "undo",
            Self::Skip { .. } => "skip",
            Self::Flag { .. } => "flag",
            Self::End => "end",
            Self::Reset { .. } => "reset",
        }
    }
}

/// A question was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// The place of the question in the plan of the sitting, from 0.
    pub(crate) item: usize,
    pub(crate) question: String,
    pub(crate) topic: String,
    /// The texts of the chosen options.
    pub(crate) chosen: Vec<String>,
    pub(crate) correct: bool,
    /// Fingerprint of the right answer when it was given; see [`crate::bank::Question::key_fingerprint`].
    pub(crate) key: String,
    /// How long it took, in milliseconds.
    pub(crate) took: u64,
}

/// What kind of sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Mode {
    Quiz,
}

impl Mode {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Quiz => "quiz",
        }
    }
}

/// A sitting as it was decided at its start: with it and the events, it can be gone on with anywhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Plan {
    pub(crate) mode: Mode,
    pub(crate) seed: u64,
    pub(crate) items: Vec<PlanItem>,
}

/// A question and the order of its options, by their fingerprints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PlanItem {
    pub(crate) question: String,
    pub(crate) options: Vec<String>,
}
