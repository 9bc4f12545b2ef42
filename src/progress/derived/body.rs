//! [`Derived`] as bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bytes::{Reader, Writer};
use super::state::{Derived, Mark, open};
use crate::bank::Fingerprint;
use crate::progress::answers::{Answers, Kept, key};
use crate::progress::attempt::{Attempt, Row, Said};
use crate::progress::event::{Body, Event};
use crate::progress::gate::is_clean;
use crate::progress::history::History;
use crate::progress::last_sitting::LastSitting;
use crate::progress::memory::{Memory, Remembered};
use crate::progress::time::Millis;
use crate::words::{harmless, harmless_line};

/// What other bytes of an older or newer guardprep would mean is not known. The number behind the version is raised when
/// what is derived changes, or how it is written.
pub(crate) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), ".4");

impl Derived {
    /// What is read back is the same, without the events that are no longer open. How many events the log has is kept
    /// apart, where it can be looked at alone.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut to = Writer::default();
        to.number(u64::from(self.loose));
        to.list(self.end.iter(), |to, (stamp, number, device, id)| {
            to.signed(*stamp);
            to.number(*number);
            to.text(device);
            to.text(id);
        });
        history(&mut to, &self.history);
        to.list(open(&self.open).into_iter(), |to, at| {
            to.number(self.places[at] as u64);
            event(to, &self.open[at]);
        });
        to.sealed()
    }

    /// For fuzzing: bytes behind the checksum that they would have.
    #[cfg(any(test, fuzzing))]
    pub(crate) fn sealed(bytes: &[u8]) -> Vec<u8> {
        super::bytes::forged(&[], |inside| inside.extend_from_slice(bytes))
    }

    /// `None` if these bytes are not what `encode` gave for a log of so many events.
    pub(crate) fn decode(sealed: Vec<u8>, events: usize) -> Option<Self> {
        let sealed = Arc::new(sealed);
        let from = &mut Reader::open(&sealed)?;
        let loose = from.flag()?;
        let mut ends = from.list(|from| -> Option<Mark> {
            Some((from.signed()?, from.number()?, from.text()?.to_owned(), from.text()?.to_owned()))
        })?;
        let end = ends.pop();
        let history = history_from(from, &sealed, events)?;
        let (places, open): (Vec<usize>, Vec<Event>) =
            from.list(|from| Some((from.index()?, event_from(from)?)))?.into_iter().unzip();
        let in_order = places.windows(2).all(|two| two[0] < two[1]);
        let is_whole = from.is_empty() && ends.is_empty() && end.is_some() == (events > 0);
        let is_sound = in_order && places.last().is_none_or(|last| *last < events);
        (is_whole && is_sound).then_some(Self { history, open, places, events, end, loose })
    }
}

fn history(to: &mut Writer, history: &History) {
    to.list(history.said.iter(), |to, said| {
        to.list(said.chosen.iter(), |to, text| to.text(text));
        to.text(&said.topic);
        to.list(said.key.iter(), |to, key| to.number(key.bits()));
    });
    to.list(history.answers.iter(), |to, (question, answers)| {
        to.text(question);
        to.number(answers.attempts().len() as u64);
        answers.attempts().iter().for_each(|attempt| to.bytes(&attempt.row()));
        for figure in answers.remembered().iter().flat_map(|(_, remembered)| remembered.memory.figures()) {
            to.number(figure.to_bits());
        }
    });
    to.list(history.flagged.iter(), |to, (question, topic)| {
        to.text(question);
        to.text(topic);
    });
    to.list(history.last.iter(), |to, last| {
        to.list(last.asked.iter(), |to, question| to.text(question));
        to.list(last.missed.iter(), |to, question| to.text(question));
    });
}

fn history_from(from: &mut Reader<'_>, sealed: &Arc<Vec<u8>>, events: usize) -> Option<History> {
    let said = from.list(|from| {
        let chosen = from
            .list(|from| Some(from.text()?).filter(|text| is_clean(text, harmless)).map(ToOwned::to_owned))?;
        let topic = line(from)?;
        let mut keys = from.list(Reader::number)?;
        let key = keys.pop().map(Fingerprint::from_bits);
        keys.is_empty().then_some(Said { chosen, topic, key })
    })?;
    let answers = from.list(|from| Some((line(from)?, answers_from(from, sealed, &said, events)?)))?;
    let flagged = from.list(|from| Some((line(from)?, line(from)?)))?;
    let mut last = from.list(|from| {
        let [asked, missed] = [from.list(line)?, from.list(line)?].map(BTreeSet::from_iter);
        Some(LastSitting { asked, missed })
    })?;
    let history = History {
        said,
        answers: BTreeMap::from_iter(answers),
        flagged: BTreeMap::from_iter(flagged),
        last: last.pop(),
    };
    last.is_empty().then_some(history)
}

fn answers_from(
    from: &mut Reader<'_>,
    sealed: &Arc<Vec<u8>>,
    said: &[Said],
    events: usize,
) -> Option<Answers> {
    let mut next = 0;
    // The right answers that it had, each with the time of the last answer under it.
    let mut keys: Vec<(Option<Fingerprint>, Millis)> = vec![];
    let rows: &[Row] = from.rows()?;
    let end = sealed.len() - from.left();
    let kept = Kept { bytes: Arc::clone(sealed), rows: end - size_of_val(rows)..end };
    for row in rows {
        let attempt = Attempt::of_row(*row);
        let Attempt { at, place, .. } = attempt;
        if place < next || place >= events || attempt.said as usize >= said.len() {
            return None;
        }
        next = place + 1;
        let key = key(said, &attempt);
        match keys.iter_mut().find(|(other, _)| *other == key) {
            Some((_, last)) => *last = at,
            None => keys.push((key, at)),
        }
    }
    let remembered = |(key, at): (Option<Fingerprint>, Millis)| {
        let figures = [f64::from_bits(from.number()?), f64::from_bits(from.number()?)];
        Some((key, Remembered { memory: Memory::of_figures(figures)?, at }))
    };
    let remembered = keys.into_iter().map(remembered).collect::<Option<Vec<_>>>()?;
    (!rows.is_empty()).then(|| Answers::kept(kept, remembered))
}

/// A name. As in events, what a terminal would obey does not come in.
fn line(from: &mut Reader<'_>) -> Option<String> {
    Some(from.text()?).filter(|text| is_clean(text, harmless_line)).map(ToOwned::to_owned)
}

fn event(to: &mut Writer, event: &Event) {
    to.text(&event.id);
    to.text(&event.device);
    to.number(event.number);
    to.signed(event.at);
    to.list(event.sitting.iter(), |to, sitting| to.text(sitting));
    to.text(&serde_json::to_string(&event.body).unwrap_or_default());
}

fn event_from(from: &mut Reader<'_>) -> Option<Event> {
    let (id, device) = (from.text()?.to_owned(), from.text()?.to_owned());
    let (number, at) = (from.number()?, from.signed()?);
    let mut sittings = from.list(|from| Some(from.text()?.to_owned()))?;
    let sitting = sittings.pop();
    let body = Body::read(from.text()?).ok()?;
    sittings.is_empty().then_some(Event { id, device, number, at, sitting, body })
}
