//! The history of a log and the few events that are not history yet.

use std::collections::{BTreeMap, BTreeSet};

use crate::progress::event::{Body, Event, Placed};
use crate::progress::history::History;
use crate::progress::paused::paused;
use crate::progress::time::Millis;

/// Where an event stands in the order of the log: its stamp, number, device and id.
pub(crate) type Mark = (Millis, u64, String, String);

/// What follows from a log. It is the same whether it is computed from the whole log, or from the beginning of it and
/// then [`Derived::add`].
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Derived {
    pub(crate) history: History,
    pub(super) open: Vec<Event>,
    /// The places of these events in the log.
    pub(super) places: Vec<usize>,
    /// How many events the log has.
    pub(super) events: usize,
    /// Where its last event stands.
    pub(super) end: Option<Mark>,
    /// An event is about another one that is not in the log, so what comes next may change what came before.
    pub(super) loose: bool,
}

impl Derived {
    /// Computes it from a whole log. `end` is where its last event stands.
    pub(crate) fn of(log: Vec<Event>, end: Option<Mark>) -> Self {
        let (history, loose) = (History::derive(&log), is_loose(&log));
        let places = open(&log);
        let events = log.len();
        let mut left = places.iter().copied().peekable();
        let is_open = |(place, event)| left.next_if_eq(&place).map(|_| event);
        let open = log.into_iter().enumerate().filter_map(is_open).collect();
        Self { history, open, places, events, end, loose }
    }

    /// In the order of the log: the events of the sittings that are paused, the last plan, and whatever was added since
    /// this was computed. What `paused`, `put_aside`, `of_sitting` and `study_plan` say of them is what they would say of
    /// the whole log.
    pub(crate) fn open(&self) -> &[Event] {
        &self.open
    }

    pub(crate) fn events(&self) -> usize {
        self.events
    }

    /// Where the last event of the log stands.
    pub(crate) fn end(&self) -> Option<&Mark> {
        self.end.as_ref()
    }

    /// Adds the events that came next in the log. Returns whether that can be done: if they change what came before them,
    /// it stays as it was, and has to be computed from the whole log.
    pub(crate) fn add(&mut self, new: Vec<Event>, end: Option<Mark>) -> bool {
        if !new.is_empty() && (self.loose || !self.fits(&new)) {
            return false;
        }
        let open: Vec<Placed<'_>> = self.places.iter().copied().zip(&self.open).collect();
        let placed: Vec<Placed<'_>> = (self.events..).zip(&new).collect();
        self.history.add(&placed, &open);
        self.places.extend(self.events..self.events + new.len());
        self.events += new.len();
        self.open.extend(new);
        self.end = end.or(self.end.take());
        true
    }

    /// Whether these events are about nothing that came before, except the sittings that are open.
    fn fits(&self, new: &[Event]) -> bool {
        let ids: BTreeSet<&str> = new.iter().map(|event| event.id.as_str()).collect();
        // The sittings, and whether something was chosen in them before.
        let mut sittings: BTreeMap<&str, bool> = BTreeMap::new();
        for event in self.open.iter().chain(new) {
            if matches!(event.body, Body::Start { .. }) {
                sittings.entry(&event.id).or_default();
            }
        }
        for event in self.open.iter().filter(|event| matches!(event.body, Body::Choose(_))) {
            event.sitting.as_deref().map(|sitting| sittings.insert(sitting, true));
        }
        let of = |event: &Event| sittings.get(event.sitting.as_deref()?).copied();
        new.iter().all(|event| match &event.body {
            Body::Answer(_) => event.sitting.is_none() || of(event).is_some(),
            Body::Choose(_) => of(event).is_some(),
            Body::HandIn { stands, .. } => {
                of(event) == Some(false) && stands.iter().all(|id| ids.contains(id.as_str()))
            }
            Body::Undo { target } | Body::Guess { target, .. } => ids.contains(target.as_str()),
            // It may take away what the last sitting was.
            Body::Reset { .. } => false,
            Body::Start { .. }
            | Body::Skip { .. }
            | Body::Flag { .. }
            | Body::End
            | Body::FlagItem { .. }
            | Body::Go { .. }
            | Body::ClockSet { .. }
            | Body::Plan(_) => true,
        })
    }
}

/// The places of the events that are not history yet.
pub(super) fn open(log: &[Event]) -> Vec<usize> {
    let waiting: BTreeSet<&str> = paused(log).iter().map(|paused| paused.start.id.as_str()).collect();
    let is_of_one = |event: &Event| {
        waiting.contains(event.id.as_str())
            || event.sitting.as_deref().is_some_and(|sitting| waiting.contains(sitting))
    };
    let own: BTreeSet<&str> =
        log.iter().filter(|event| is_of_one(event)).map(|event| event.id.as_str()).collect();
    let plan = log.iter().rposition(|event| matches!(event.body, Body::Plan(_)));
    let is_open = |(place, event): &Placed<'_>| match &event.body {
        Body::Plan(_) if Some(*place) == plan => true,
        Body::Undo { target } | Body::Guess { target, .. } => {
            own.contains(target.as_str()) || is_of_one(event)
        }
        _ => own.contains(event.id.as_str()),
    };
    log.iter().enumerate().filter(is_open).map(|(place, _)| place).collect()
}

/// Whether an event is about another one that is not in the log.
fn is_loose(log: &[Event]) -> bool {
    let mut starts: BTreeSet<&str> = BTreeSet::new();
    let mut targets: BTreeSet<&str> = BTreeSet::new();
    for event in log {
        match &event.body {
            Body::Start { .. } => drop(starts.insert(&event.id)),
            Body::Undo { target } | Body::Guess { target, .. } => drop(targets.insert(target)),
            Body::HandIn { stands, .. } => targets.extend(stands.iter().map(String::as_str)),
            _ => {}
        }
    }
    let mut known = None;
    for event in log {
        targets.remove(event.id.as_str());
        let sitting = event.sitting.as_deref();
        // Events of one sitting follow each other.
        if sitting != known && sitting.is_some_and(|sitting| !starts.contains(sitting)) {
            return true;
        }
        known = sitting;
    }
    !targets.is_empty()
}
