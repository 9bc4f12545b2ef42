//! The questions of a plan. In a log most plans are of sittings that ended long ago, and nobody asks for their questions:
//! those are checked when the plan is read, and made only when they are asked for.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::gate;

/// A question and the order of its options, by their fingerprints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PlanItem {
    #[serde(deserialize_with = "gate::line")]
    pub(crate) question: String,
    pub(crate) options: Vec<String>,
}

/// The questions of a plan, as a slice.
#[derive(Clone, Default)]
pub(crate) struct PlanItems {
    /// JSON that [`PlanItems::later`] has checked, as long as it was not read.
    json: Box<str>,
    items: OnceLock<Vec<PlanItem>>,
}

impl PlanItems {
    /// Questions to be read when somebody asks for them, unless there is something wrong in them.
    pub(super) fn later(json: &RawValue) -> serde_json::Result<Self> {
        serde_json::from_str::<Vec<Checked>>(json.get())?;
        Ok(Self { json: json.get().into(), items: OnceLock::new() })
    }
}

impl Deref for PlanItems {
    type Target = [PlanItem];

    fn deref(&self) -> &[PlanItem] {
        // It was checked: nothing can be wrong.
        self.items.get_or_init(|| serde_json::from_str(&self.json).unwrap_or_default())
    }
}

impl From<Vec<PlanItem>> for PlanItems {
    fn from(items: Vec<PlanItem>) -> Self {
        Self { json: Box::default(), items: items.into() }
    }
}

impl FromIterator<PlanItem> for PlanItems {
    fn from_iter<I: IntoIterator<Item = PlanItem>>(items: I) -> Self {
        Self::from(items.into_iter().collect::<Vec<_>>())
    }
}

impl PartialEq for PlanItems {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for PlanItems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl Serialize for PlanItems {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(to)
    }
}

impl<'de> Deserialize<'de> for PlanItems {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::deserialize(from).map(Self::from)
    }
}

/// What can be read as a [`PlanItem`], of which nothing is kept.
#[derive(Deserialize)]
#[expect(dead_code, reason = "only that it can be read matters")]
struct Checked {
    question: Text,
    options: Texts,
}

struct Text;

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Self)
    }
}

impl Visitor<'_> for Text {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }
}

struct Texts;

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(Self)
    }
}

impl<'de> Visitor<'de> for Texts {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut texts: A) -> Result<Self, A::Error> {
        while texts.next_element::<Text>()?.is_some() {}
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use crate::progress::{Body, SittingPlan};

    const PLAN: &str = r#"{"event":"start","plan":{"mode":"quiz","seed":7,"items":ITEMS}}"#;

    fn read(items: &str) -> serde_json::Result<Body> {
        Body::read(&PLAN.replace("ITEMS", items))
    }

    #[test]
    fn what_is_read_later_is_what_is_read_at_once() {
        let odd = r#"[{"options":["a\u0041\"",""],"question":"q\u001b[2J\n1","more":{"x":[1]}} , {"question":"\u00e9","options":[]}]"#;
        for items in ["[]", r#"[{"question":"q","options":["a","b"]}]"#, odd, &odd.replace("\\u0041", "A")] {
            let later = read(items).unwrap();
            let once: Body = serde_json::from_str(&PLAN.replace("ITEMS", items)).unwrap();
            assert_eq!(later, once, "{items}");
            assert_eq!(serde_json::to_string(&later).unwrap(), serde_json::to_string(&once).unwrap());
            let Body::Start { plan: SittingPlan::Quiz(plan) } = later else { unreachable!() };
            assert!(plan.items.iter().all(|item| !item.question.contains(['\u{1b}', '\n'])), "{items}");
        }
    }

    #[test]
    fn what_is_wrong_is_noticed_at_once() {
        for items in [
            "7",
            "[7]",
            r#"{"question":"q","options":[]}"#,
            r#"[{"question":"q"}]"#,
            r#"[{"options":[]}]"#,
            r#"[{"question":7,"options":[]}]"#,
            r#"[{"question":"q","options":"a"}]"#,
            r#"[{"question":"q","options":[7]}]"#,
            r#"[{"question":"q","options":["\ud800"]}]"#,
            r#"[{"question":"q","question":"q","options":[]}]"#,
            r#"[{"question":null,"options":[]}]"#,
        ] {
            read(items).unwrap_err();
            serde_json::from_str::<Body>(&PLAN.replace("ITEMS", items)).unwrap_err();
        }
    }
}
