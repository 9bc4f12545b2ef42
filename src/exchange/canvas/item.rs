//! One `<item>` of QTI 1.2, as Canvas and its relatives write it.

use std::collections::BTreeMap;

use super::material::{collect, text_of};
use super::metadata::{Fields, GENERAL, POINTS, QUESTION_TYPE};
use super::scoring::{conditions, keys, place};
use crate::exchange::intake::{Draft, OptionDraft, TopicDraft};
use crate::exchange::xml::Node;

pub(super) struct ReadItem<'n> {
    node: &'n Node,
    pub(super) fields: Fields,
}

/// Why an item is no question of ours.
pub(super) struct Faulty {
    pub(super) rule: &'static str,
    pub(super) reason: String,
    /// As far as it could be read.
    pub(super) draft: Option<Box<Draft>>,
}

/// A question, and what of the item it does not say.
pub(super) struct Read {
    pub(super) draft: Draft,
    pub(super) lost: Vec<(&'static str, usize)>,
}

impl<'n> ReadItem<'n> {
    pub(super) fn new(node: &'n Node) -> Self {
        let metadata =
            node.child("itemmetadata").map(|data| data.below("qtimetadatafield")).unwrap_or_default();
        Self { node, fields: Fields::new(metadata.into_iter().cloned()) }
    }

    /// The text of an item that asks nothing.
    pub(super) fn mere_text(&self) -> Option<String> {
        (self.fields.get(QUESTION_TYPE) == Some("text_only_question")).then(|| self.stem(&mut vec![]))
    }

    pub(super) fn draft(&self, name: &str, topic: &TopicDraft) -> Result<Read, Faulty> {
        let choice = self.choice()?;
        let mut lost = vec![];
        let several =
            choice.attribute("rcardinality").is_some_and(|many| many.eq_ignore_ascii_case("multiple"));
        let mut idents = vec![];
        let mut options = vec![];
        for label in choice.below("response_label") {
            idents.push(label.attribute("ident").unwrap_or_default().trim().to_owned());
            options.push(OptionDraft { text: text_of(label, &mut lost), ..OptionDraft::default() });
        }
        let stem = self.stem(&mut lost);
        let fixed = choice
            .child("render_choice")
            .and_then(|render| render.attribute("shuffle"))
            .is_some_and(|shuffle| shuffle.eq_ignore_ascii_case("no"));
        let mut draft = Draft {
            span: self.node.span.clone(),
            name: name.to_owned(),
            topic: topic.clone(),
            stem,
            options,
            fixed,
            ..Draft::default()
        };
        let conditions = conditions(self.node);
        let right = match keys(&conditions, several) {
            Ok(right) => right,
            Err(reason) => {
                let draft = Some(Box::new(draft));
                return Err(Faulty { rule: "no-question", reason: reason.to_owned(), draft });
            }
        };
        for (ident, option) in idents.iter().zip(&mut draft.options) {
            option.right = right.contains(ident);
        }
        let texts = self.feedback(&mut lost);
        let placed = place(&conditions, &texts, &idents, &mut draft);
        lost.sort_unstable();
        lost.dedup();
        let hints = self.node.below("hint").len();
        let mut lost: Vec<(&'static str, usize)> = lost.into_iter().map(|what| (what, 1)).collect();
        lost.extend(placed);
        lost.extend([("points", usize::from(!self.is_one_point())), ("hints", hints)]);
        Ok(Read { draft, lost })
    }

    fn is_one_point(&self) -> bool {
        let said = [POINTS, "cc_weighting", "qmd_weighting"].iter().find_map(|label| self.fields.get(label));
        let points = said.and_then(|points| points.parse::<f64>().ok()).unwrap_or(1.0);
        (points - 1.0).abs() < 0.001
    }

    /// The one place where options are chosen.
    fn choice(&self) -> Result<&'n Node, Faulty> {
        const READ: [&str; 3] =
            ["multiple_choice_question", "multiple_answers_question", "true_false_question"];
        let faulty = |reason: String| Faulty { rule: "question-type", reason, draft: None };
        if let Some(kind) = self.fields.get(QUESTION_TYPE).filter(|kind| kind.ends_with("_question"))
            && !READ.contains(&kind)
        {
            return Err(faulty(format!("a question of type `{kind}` is not multiple choice")));
        }
        let presentation = self.node.child("presentation");
        let places = presentation.map(|node| node.below("response_lid")).unwrap_or_default();
        match places[..] {
            [place] => Ok(place),
            [] => Err(faulty(String::from("there are no options to choose from"))),
            _ => Err(faulty(String::from("there are several places to choose at"))),
        }
    }

    fn stem(&self, lost: &mut Vec<&'static str>) -> String {
        let mut texts = vec![];
        if let Some(presentation) = self.node.child("presentation") {
            collect(presentation, &mut texts, lost);
            // What some programs say beside the options is part of what is asked.
            for place in presentation.below("response_lid") {
                for material in place.all("material") {
                    collect(material, &mut texts, lost);
                }
            }
        }
        texts.join("\n")
    }

    fn feedback(&self, lost: &mut Vec<&'static str>) -> BTreeMap<String, String> {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for node in self.node.all("itemfeedback") {
            let Some(ident) = node.attribute("ident") else { continue };
            let without_hints = Node {
                children: node.children.iter().filter(|child| !child.is("hint")).cloned().collect(),
                ..node.clone()
            };
            // A solution is for everybody, whoever is to see it first.
            let ident = if node.child("solution").is_some() { GENERAL } else { ident };
            let text = text_of(&without_hints, lost);
            let before = texts.entry(ident.to_owned()).or_default();
            *before = if before.is_empty() { text } else { format!("{before}\n{text}") };
        }
        texts
    }
}
