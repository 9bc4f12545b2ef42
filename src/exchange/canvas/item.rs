//! One `<item>` of QTI 1.2, as Canvas and its relatives write it.

use std::collections::BTreeMap;

use super::metadata::{Fields, GENERAL, OF_OPTION, POINTS, QUESTION_TYPE};
use crate::exchange::html::plain;
use crate::exchange::intake::{Draft, OptionDraft, TopicDraft};
use crate::exchange::text::split_source;
use crate::exchange::xml::Node;

pub(super) struct ReadItem<'n> {
    node: &'n Node,
    pub(super) fields: Fields,
}

/// Why an item is no question of ours.
pub(super) struct Faulty {
    pub(super) rule: &'static str,
    pub(super) reason: String,
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

    pub(super) fn draft(&self, id: &str, topic: &TopicDraft) -> Result<Read, Faulty> {
        let choice = self.choice()?;
        let mut lost = vec![];
        let several = choice.attribute("rcardinality") == Some("Multiple");
        let mut idents = vec![];
        let mut options = vec![];
        for label in choice.below("response_label") {
            idents.push(label.attribute("ident").unwrap_or_default().trim().to_owned());
            options.push(OptionDraft { text: text_of(label, &mut lost), ..OptionDraft::default() });
        }
        let right = self.keys(several)?;
        let feedback = self.feedback(&mut lost);
        let links = self.links();
        for (ident, option) in idents.iter().zip(&mut options) {
            option.right = right.contains(ident);
            let linked = links.get(ident).cloned().unwrap_or_else(|| format!("{ident}{OF_OPTION}"));
            option.why = feedback.get(&linked).cloned().unwrap_or_default();
        }
        let mut unused = 0;
        let (mut explanation, source) =
            split_source(feedback.get(GENERAL).map(String::as_str).unwrap_or_default());
        // What is said to those who are right explains the answer, where nothing else does.
        let praise = feedback.get("correct_fb").cloned();
        let whys =
            options.iter_mut().filter(|option| option.right).map(|option| std::mem::take(&mut option.why));
        for text in praise.into_iter().chain(whys).filter(|text| !text.is_empty()) {
            if explanation.is_empty() { explanation = text } else { unused += 1 }
        }
        let blame = usize::from(feedback.get("general_incorrect_fb").is_some_and(|text| !text.is_empty()));
        let mut lost: Vec<(&str, usize)> = {
            lost.sort_unstable();
            lost.dedup();
            lost.into_iter().map(|what| (what, 1)).collect()
        };
        let points = self.fields.get(POINTS).and_then(|points| points.parse::<f64>().ok()).unwrap_or(1.0);
        lost.push(("feedback on right options", unused));
        lost.push(("feedback on any wrong answer", blame));
        lost.push(("points other than 1", usize::from((points - 1.0).abs() > 0.001)));
        let fixed =
            choice.child("render_choice").and_then(|render| render.attribute("shuffle")) == Some("No");
        let mut stem_lost = vec![];
        let stem = self.stem(&mut stem_lost);
        lost.extend(stem_lost.into_iter().map(|what| (what, 1)));
        let draft = Draft {
            span: self.node.span.clone(),
            id: id.to_owned(),
            topic: topic.clone(),
            stem,
            options,
            explanation,
            source,
            fixed,
            ..Draft::default()
        };
        Ok(Read { draft, lost })
    }

    /// The one place where options are chosen.
    fn choice(&self) -> Result<&'n Node, Faulty> {
        let kind = self.fields.get(QUESTION_TYPE).unwrap_or("multiple_choice_question");
        let known = ["multiple_choice_question", "multiple_answers_question", "true_false_question"];
        let faulty = |reason: String| Faulty { rule: "question-type", reason };
        if !known.contains(&kind) {
            return Err(faulty(format!("a question of type `{kind}` is not multiple choice")));
        }
        let places =
            self.node.child("presentation").map(|node| node.below("response_lid")).unwrap_or_default();
        match places[..] {
            [place] => Ok(place),
            [] => Err(faulty(String::from("there are no options to choose from"))),
            _ => Err(faulty(String::from("there are several places to choose at"))),
        }
    }

    fn stem(&self, lost: &mut Vec<&'static str>) -> String {
        let mut texts = vec![];
        if let Some(presentation) = self.node.child("presentation") {
            collect_texts(presentation, &mut texts, lost);
        }
        texts.join("\n")
    }

    /// The identifiers of the right options.
    fn keys(&self, several: bool) -> Result<Vec<String>, Faulty> {
        let faulty = |reason: &str| Faulty { rule: "no-question", reason: reason.to_owned() };
        let mut worth: BTreeMap<String, f64> = BTreeMap::new();
        for condition in self.conditions() {
            let points = condition.all("setvar").filter_map(|node| node.text().trim().parse::<f64>().ok());
            let points = points.fold(0.0, f64::max);
            for ident in condition.child("conditionvar").map(positive).unwrap_or_default() {
                let best = worth.entry(ident).or_default();
                *best = best.max(points);
            }
        }
        let best = worth.values().copied().fold(0.0, f64::max);
        let of = |wanted: &dyn Fn(f64) -> bool| -> Vec<String> {
            worth.iter().filter(|(_, points)| wanted(**points)).map(|(ident, _)| ident.clone()).collect()
        };
        if best <= 0.0 {
            return Err(faulty("no option is worth a point"));
        }
        let right = if several { of(&|points| points > 0.0) } else { of(&|points| points >= best) };
        if !several && right.len() > 1 {
            return Err(faulty(
                "several options are right, each on its own; guardprep asks for all keys of a question together",
            ));
        }
        Ok(right)
    }

    fn conditions(&self) -> impl Iterator<Item = &'n Node> {
        self.node.child("resprocessing").into_iter().flat_map(|node| node.all("respcondition"))
    }

    /// Which feedback an option shows.
    fn links(&self) -> BTreeMap<String, String> {
        let mut links = BTreeMap::new();
        for condition in self.conditions().filter(|condition| condition.child("setvar").is_none()) {
            let chosen = condition.child("conditionvar").map(positive).unwrap_or_default();
            let shown = condition.child("displayfeedback").and_then(|node| node.attribute("linkrefid"));
            if let ([ident], Some(shown)) = (&chosen[..], shown) {
                links.insert(ident.clone(), shown.to_owned());
            }
        }
        links
    }

    fn feedback(&self, lost: &mut Vec<&'static str>) -> BTreeMap<String, String> {
        let named = self.node.all("itemfeedback").filter_map(|node| Some((node.attribute("ident")?, node)));
        named.map(|(ident, node)| (ident.to_owned(), text_of(node, lost))).collect()
    }
}

/// The options whose choice a condition asks for: not those below `<not>`.
fn positive(condition: &Node) -> Vec<String> {
    let mut found = vec![];
    let mut waiting = vec![condition];
    while let Some(node) = waiting.pop() {
        match node.name.as_str() {
            "varequal" => found.push(node.text().trim().to_owned()),
            "not" => {}
            _ => waiting.extend(node.nodes()),
        }
    }
    found
}

/// The texts of an element in which no options stand.
fn text_of(node: &Node, lost: &mut Vec<&'static str>) -> String {
    node.below("mattext").into_iter().map(|text| material(text, lost)).collect::<Vec<_>>().join("\n")
}

/// The texts around the options; some programs put boxes around both.
fn collect_texts(node: &Node, texts: &mut Vec<String>, lost: &mut Vec<&'static str>) {
    for child in node.nodes() {
        match child.name.as_str() {
            "mattext" => texts.push(material(child, lost)),
            "matimage" | "mataudio" | "matvideo" => lost.push("images and media"),
            name if name.starts_with("response_") => {}
            _ => collect_texts(child, texts, lost),
        }
    }
}

fn material(text: &Node, lost: &mut Vec<&'static str>) -> String {
    if text.attribute("texttype") != Some("text/html") {
        return text.text();
    }
    let plain = plain(&text.text());
    lost.extend(plain.lost);
    plain.text
}
